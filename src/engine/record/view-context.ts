import { caseVariants, MemberReader, type Problem } from '../json/members.js';
import { pointerPart } from '../json/pointer.js';
import type { Json, JsonObject } from '../json/value.js';
import { MAX_ERRORS } from '../limits.js';
import { quote } from '../text.js';

/** How a record is read. */
export interface ViewOptions {
  /**
   * A member whose name differs from a known one only by case, which Go reads as that member. It is always refused when the
   * known member is present too; otherwise it is read as Go does (`read`, for compat mode) or refused.
   */
  readonly loneCaseVariants: 'read' | 'refuse';
}

/** State shared while one record is viewed. */
export class ViewContext {
  unhashed: string[] | undefined;
  readonly reader: MemberReader;

  constructor(
    readonly problems: Problem[],
    readonly options: ViewOptions,
  ) {
    this.reader = new MemberReader(problems, 'record.member_type');
  }

  /** Renames case variants to their known names. Unless `hashed`, unknown members are recorded as not covered by the hash. */
  known(object: JsonObject, known: ReadonlySet<string>, pointer: string, hashed = false): JsonObject {
    let others = false;
    for (const name in object) {
      if (known.has(name)) continue;
      others = true;
      if (!hashed) {
        this.unhashed ??= [];
        if (this.unhashed.length < MAX_ERRORS) this.unhashed.push(pointer + pointerPart(name));
      }
    }
    if (!others) return object;
    const variants = caseVariants(object, known);
    if (variants === undefined) return object;
    const renamed: Record<string, Json> = { ...object };
    for (const variant of variants) {
      if (variant.twin || this.options.loneCaseVariants === 'refuse') {
        if (this.problems.length >= MAX_ERRORS) break;
        this.problems.push({
          code: 'json.case_collision',
          message: `member ${quote(variant.name)} differs from ${quote(variant.known)} only by case: readers disagree about which one counts`,
          pointer: pointer + pointerPart(variant.name),
        });
        continue;
      }
      renamed[variant.known] = object[variant.name] as Json;
      delete renamed[variant.name];
    }
    return renamed;
  }
}
