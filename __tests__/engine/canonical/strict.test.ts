import { describe, expect, test } from '@jest/globals';
import { parseStrict, treeOf } from '../../../src/engine/canonical/strict.js';
import { Fault } from '../../../src/engine/fault.js';

/*
 * The exact reader by itself: it alone decides about texts with an escape in a member name, so each rule of RFC 8259 has a
 * text that just breaks it and one that just does not, without the platform's parser beside it.
 */

const bytesOf = (text: string) => Buffer.from(text, 'utf8');

function defectOf(text: string, maxDepth = 3): [string, string, number | undefined] | 'none' {
  try {
    parseStrict(bytesOf(text), maxDepth);
    return 'none';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [error.code, error.message.replace(/^not valid JSON: /, ''), error.place.offset];
  }
}

const ENDS = ' (the text ends too early)';

describe('what is no JSON is refused where it goes wrong', () => {
  test.each<[string, string, number]>([
    ['', `the text is empty${ENDS}`, 0],
    [' \t\r\n', `the text is empty${ENDS}`, 4],
    ['1 2', 'there is something after the end of the JSON value', 2],
    ['{}}', 'there is something after the end of the JSON value', 2],
    ['{', `a member name in double quotes is expected${ENDS}`, 1],
    ['{a:1}', 'a member name in double quotes is expected', 1],
    ["{'a':1}", 'a member name in double quotes is expected', 1],
    ['{"a":1,}', 'a member name in double quotes is expected', 7],
    ['{"a"}', 'a colon is expected after "a"', 4],
    ['{"a" 1}', 'a colon is expected after "a"', 5],
    ['{"a":}', 'a JSON value is expected', 5],
    ['{"a":1 "b":2}', 'a comma or } is expected', 7],
    ['{"a":1]', 'a comma or } is expected', 6],
    ['{"a":1', `a comma or } is expected${ENDS}`, 6],
    ['[', `a JSON value is expected${ENDS}`, 1],
    ['[1,]', 'a JSON value is expected', 3],
    ['[,1]', 'a JSON value is expected', 1],
    ['[1 2]', 'a comma or ] is expected', 3],
    ['[1}', 'a comma or ] is expected', 2],
    ['[1', `a comma or ] is expected${ENDS}`, 2],
    ['"a', `a string is not closed${ENDS}`, 2],
    ['"a\\"', `a string is not closed${ENDS}`, 4],
    ['"\n"', 'a control character in a string must be escaped', 1],
    ['"a\u001f"', 'a control character in a string must be escaped', 2],
    ['"\\', `an unknown escape in a string`, 1],
    ['"\\x41"', 'an unknown escape in a string', 1],
    ['"\\U0041"', 'an unknown escape in a string', 1],
    ['"\\u00zz"', '\\u needs four hex digits', 1],
    ['"\\u00g1"', '\\u needs four hex digits', 1],
    ['"\\uz041"', '\\u needs four hex digits', 1],
    ['"\\u004"', '\\u needs four hex digits', 1],
    ['"\\u004', '\\u needs four hex digits', 1],
    ['-', '"-" is no JSON number', 0],
    ['+1', 'a JSON value is expected', 0],
    ['01', '"01" is no JSON number', 0],
    ['-01', '"-01" is no JSON number', 0],
    ['1.', '"1." is no JSON number', 0],
    ['[.5]', 'a JSON value is expected', 1],
    ['[1e]', '"1e" is no JSON number', 1],
    ['[1e+]', '"1e+" is no JSON number', 1],
    ['[1-1]', '"1-1" is no JSON number', 1],
    ['1e309', 'the number "1e309" is outside the range of a double', 0],
    ['[-1e309]', 'the number "-1e309" is outside the range of a double', 1],
    ['tru', 'a JSON value is expected', 0],
    ['True', 'a JSON value is expected', 0],
    ['NaN', 'a JSON value is expected', 0],
    ['nulll', 'there is something after the end of the JSON value', 4],
    ['\v1', 'a JSON value is expected', 0],
  ])('%j', (text, message, offset) => {
    expect(defectOf(text)).toEqual(['json.syntax', message, offset]);
  });

  test.each<[string, string, string, number]>([
    ['{"a":1,"a":2}', 'json.duplicate_member', 'member "a" occurs twice in one object', 7],
    ['{"a":1,"\\u0061":2}', 'json.duplicate_member', 'member "a" occurs twice in one object', 7],
    ['["\\ud800"]', 'json.encoding', 'a string holds a lone surrogate escape, which is no character', 1],
    ['{"\\udc00":1}', 'json.encoding', 'a string holds a lone surrogate escape, which is no character', 1],
    ['\ufeff1', 'json.encoding', 'the text starts with a byte order mark', 0],
    ['[[[[]]]]', 'json.depth', 'nested deeper than 3 levels (limit --max-depth)', 3],
    ['[{"a":[{}]}]', 'json.depth', 'nested deeper than 3 levels (limit --max-depth)', 7],
  ])('%j', (text, code, message, offset) => {
    expect(defectOf(text)).toEqual([code, message, offset]);
  });
});

describe('what is JSON is read', () => {
  test.each([
    '0',
    '-0',
    '10',
    '-1.5',
    '0.0',
    '1E5',
    '1e+5',
    '1e-5',
    '1.25e308',
    '""',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\uABcd\\ud83d\\ude00"',
    '"é€😀\u007f"',
    'true',
    ' \t\r\nnull\n ',
    '[]',
    '[ ]',
    '[ 1 , [ ] , { } ]',
    '{ }',
    '{ "a" : 1 , "b" : [ true , false ] }',
    '{"a":1,"A":2,"":3}',
    '{"__proto__":{"x":1},"constructor":2}',
    '[[[]]]',
    '[{"a":[]}]',
  ])('%j', (text) => {
    const root = parseStrict(bytesOf(text), 3);
    expect(treeOf(root, bytesOf(text))).toEqual(JSON.parse(text));
    const trimmed = text.trim();
    expect([root.start, root.end]).toEqual([
      Buffer.byteLength(text.slice(0, text.indexOf(trimmed))),
      Buffer.byteLength(text.trimEnd()),
    ]);
  });

  test('with the place of each member and element', () => {
    const root = parseStrict(bytesOf('{"é": [1, {"b":"c"}], "d":null}'), 3);
    expect(root).toEqual({
      type: 'object',
      start: 0,
      end: 32,
      members: [
        {
          name: 'é',
          nameStart: 1,
          value: {
            type: 'array',
            start: 7,
            end: 21,
            items: [
              { type: 'number', start: 8, end: 9 },
              {
                type: 'object',
                start: 11,
                end: 20,
                members: [{ name: 'b', nameStart: 12, value: { type: 'string', start: 16, end: 19 } }],
              },
            ],
          },
        },
        { name: 'd', nameStart: 23, value: { type: 'literal', start: 27, end: 31 } },
      ],
    });
  });
});
