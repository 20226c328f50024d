import { sha256Hex } from '../../engine/digest.js';
import { canonicalize } from '../../engine/json/jcs.js';
import type { JsonObject } from '../../engine/types.js';
import type { RecordFact, RequirementMatch } from '../../model/facts.js';
import { valueAt } from '../config/json.js';
import type { CompiledRequirement } from '../config/policy/rules.js';

/** A longer value of `unique` is replaced by its digest. */
const MAX_KEY = 64;

/** What a record contributes to a requirement on its type (trust.md section 7); `undefined` when it does not count for it. */
export function matchOf(
  { index, where, unique }: CompiledRequirement & { readonly index: number },
  fact: RecordFact,
  sealed: JsonObject,
): RequirementMatch | undefined {
  if (where?.failure(sealed) !== undefined) return undefined;
  // With a `where` a test may state in its own way that it passed, but a stated failure always counts.
  if (fact.test !== undefined && !fact.test.passed) {
    const { told, outcome } = fact.test;
    if (where === undefined || told || (outcome !== '' && outcome !== 'passed')) return undefined;
  }
  if (unique === undefined) return { requirement: index };
  const value = valueAt(sealed, unique);
  if (value === undefined) return undefined;
  const text = canonicalize(value);
  return { requirement: index, key: text.length <= MAX_KEY ? text : sha256Hex(text) };
}
