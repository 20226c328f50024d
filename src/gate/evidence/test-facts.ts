import type { Json, JsonObject } from '../../engine/types.js';
import type { TestFact } from '../../model/facts.js';
import { object, own, text } from '../config/json.js';

/** Members that name a test. */
const TEST_NAMES = ['test_name', 'name', 'test', 'test_id', 'test_case', 'suite'];
/** Members that state the outcome of a test: the first three count for requirements, the others where none of these is present. */
const COUNTED = ['outcome', 'status', 'result'];
const OTHERS = ['verdict', 'conclusion'];
const FLAGS = ['passed', 'success', 'ok'];
/** The only words that mean passed (trust.md section 7). */
const PASSED = new Set(['pass', 'passed', 'success', 'succeeded', 'ok', 'true']);
const ALSO_PASSED = new Set(['successful', 'green']);
const FAILED = new Set([
  ...['fail', 'failed', 'failure', 'error', 'errored', 'broken', 'red', 'timeout', 'timed_out', 'false'],
]);

const isPass = (word: string): boolean => PASSED.has(word) || ALSO_PASSED.has(word);

/** What a test_result says about its test. One word that does not mean passed outweighs all that do. */
export function testOf(value: JsonObject): TestFact {
  const event = object(value['event']) ?? {};
  const words = (names: readonly string[]): string[] => names.flatMap((name) => outcomeWord(own(event, name)) ?? []);
  const counted = words(COUNTED);
  const flags = FLAGS.filter((name) => typeof own(event, name) === 'boolean');
  const others = [...words(OTHERS), ...words(flags)];
  const failure = others.find((word) => FAILED.has(word));
  const said = (counted.length > 0 ? counted : others).filter((word) => word !== '');
  const word = said.find((one) => !isPass(one)) ?? failure ?? said[0] ?? '';
  return {
    name: firstText(event, TEST_NAMES),
    outcome: isPass(word) ? 'passed' : FAILED.has(word) ? 'failed' : word,
    passed: counted.length > 0 && counted.every((one) => PASSED.has(one)) && failure === undefined,
    told: counted.length > 0,
  };
}

/** A member as a word; `undefined` when it is absent. Anything but a word does not mean passed. */
function outcomeWord(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}

function firstText(event: JsonObject, names: readonly string[]): string {
  for (const name of names) {
    const found = text(own(event, name));
    if (found.trim() !== '') return found;
  }
  return '';
}
