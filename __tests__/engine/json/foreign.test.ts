import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { readJson } from '../../../src/engine/json/read.js';

function defect(text: string): string {
  try {
    readJson(Buffer.from(text), 200);
    return 'none';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.code).toBe('json.syntax');
    return error.message;
  }
}

describe('notations that are not JSON are named (people.md section 2.3)', () => {
  test.each<[string, RegExp]>([
    ['{"a": NaN}', /expected a JSON value, found NaN \(JSON has no NaN; .*allow_nan=False/],
    ['[1, Infinity]', /found Infinity \(JSON has no Infinity/],
    ['[-Infinity]', /found -Infinity \(JSON has no Infinity/],
    ['{"a": None}', /found None \(None is Python/],
    ['{"a": True}', /found True \(True is Python/],
    ['[False]', /found False \(False is Python/],
    ['[undefined]', /found undefined \(undefined is JavaScript/],
    [
      "{'a': 1}",
      /expected a member name in double quotes, found 'a' \(JSON has double quotes only \(Python: json\.dumps/,
    ],
    ["['a']", /found 'a' \(JSON has double quotes only/],
    ['{a: 1}', /expected a member name in double quotes, found a \(texts and member names need double quotes\)/],
    ['{"a": 1, // x\n"b": 2}', /found \/\/ \(JSON has no comments\)/],
    ['{"a": 1 /* x */}', /expected a comma or \}, found \/\* \(JSON has no comments\)/],
    ['# x\n{}', /found # \(JSON has no comments\)/],
    ['{"a": 1,}', /trailing comma before \}/],
    ['[1, 2, ]', /trailing comma before \]/],
    ['[+1]', /JSON numbers have no plus sign/],
    ['[.5]', /JSON numbers do not begin with a point/],
    ['{"a" 1}', /expected a colon after "a", found "1"/],
    ['{"a":1} x', /unexpected data after the JSON value: "x"$/],
    ['{"a":', /expected a JSON value, found the end of the text$/],
    ['{"a": TRUE}', /found TRUE \(JSON writes true, false and null in lower case\)/],
    ['{“a”: 1}', /\(JSON has straight double quotes only\)/],
    ['{\n<<<<<<< HEAD\n"a": 1}', /found <<<<<<< \(a merge conflict in the file: resolve it\)/],
    ['{"a": 1\n=======\n}', /a merge conflict/],
    ['{"a": 1; "b": 2}', /found ; \(JSON separates members with commas\)/],
    [
      '{"a":1}\n{"a":2}',
      /after the JSON value: "\{\\"a\\":2" \(several records go into a \.jsonl file, one per line\)$/,
    ],
    [' \n', /the text is empty$/],
    ['[01]', /"01" is not a JSON number/],
    [`[${'x'.repeat(100)}]`, /found x{24}… \(texts/],
  ])('%s', (text, message) => {
    expect(defect(text)).toMatch(message);
  });
});
