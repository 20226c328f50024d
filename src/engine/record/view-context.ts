import { caseVariants, MemberReader, type Problem } from '../json/members.js';
import { pointerPart } from '../json/strict.js';
import type { Json, JsonObject } from '../json/value.js';
import { MAX_ERRORS } from '../limits.js';
import { quote } from '../text.js';

/** How a record is read. */
export interface ViewOptions {
  /**
   * A member whose name differs from a known one only by case: Go reads it as that member. Beside its twin it is always
   * refused; alone it is read as Go reads it (`compat`) or refused too.
   */
  readonly loneCaseVariants: 'read' | 'refuse';
}

/** Shared state while one record is viewed. */
export class ViewContext {
  unhashed: string[] | undefined;
  readonly reader: MemberReader;

  constructor(
    readonly problems: Problem[],
    readonly options: ViewOptions,
  ) {
    this.reader = new MemberReader(problems, 'record.member_type');
  }

  /** The object with its known members under their own names; others are noted as not covered by the hash. */
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
