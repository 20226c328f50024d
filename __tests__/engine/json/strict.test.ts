import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { pointerPart } from '../../../src/engine/json/pointer.js';
import { checkEncoding, checkStrict, parseStrict, valueStrict } from '../../../src/engine/json/strict.js';

/*
 * The exact reader by itself: it alone decides about texts with an escape in a member name, so each rule of RFC 8259 has a
 * text that just breaks it and one that just does not, without the platform's parser beside it.
 */

const bytesOf = (text: string) => Buffer.from(text, 'utf8');

type Defect = [string, string, number | undefined] | 'none';

/** The defect that all ways of reading agree on. */
function defectOf(text: string, maxDepth = 3): Defect {
  const [one, ...others] = [parseStrict, valueStrict, checkStrict].map((read): Defect => {
    try {
      read(bytesOf(text), maxDepth);
      return 'none';
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return [error.code, error.message.replace(/^not valid JSON: /, ''), error.place.offset];
    }
  });
  for (const other of others) expect(other).toEqual(one);
  return one as Defect;
}

const ENDS = ' (the text ends too early)';

describe('what is no JSON is refused where it goes wrong', () => {
  test.each<[string, string, number]>([
    ['', 'the text is empty', 0],
    [' \t\r\n', 'the text is empty', 4],
    ['1 2', 'unexpected data after the JSON value: "2"', 2],
    ['{}}', 'unexpected data after the JSON value: "}"', 2],
    ['{', `expected a member name in double quotes, found the end of the text`, 1],
    ['{a:1}', 'expected a member name in double quotes, found a (texts and member names need double quotes)', 1],
    [
      "{'a':1}",
      "expected a member name in double quotes, found 'a' (JSON has double quotes only (Python: json.dumps, not str or repr))",
      1,
    ],
    ['{"a":1,}', 'trailing comma before }', 7],
    ['{"a"}', 'expected a colon after "a", found "}"', 4],
    ['{"a" 1}', 'expected a colon after "a", found "1"', 5],
    ['{"a":}', 'expected a JSON value, found "}"', 5],
    ['{"a":1 "b":2}', 'expected a comma or }, found "\\"b\\":2"', 7],
    ['{"a":1]', 'expected a comma or }, found "]"', 6],
    ['{"a":1', `expected a comma or }, found the end of the text`, 6],
    ['[', `expected a JSON value, found the end of the text`, 1],
    ['[1,]', 'trailing comma before ]', 3],
    ['[,1]', 'expected a JSON value, found ","', 1],
    ['[1 2]', 'expected a comma or ], found "2"', 3],
    ['[1}', 'expected a comma or ], found "}"', 2],
    ['[1', `expected a comma or ], found the end of the text`, 2],
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
    ['-', 'expected a JSON value, found "-"', 0],
    ['+1', 'expected a JSON value, found +1 (JSON numbers have no plus sign)', 0],
    ['01', '"01" is not a JSON number', 0],
    ['-01', '"-01" is not a JSON number', 0],
    ['1.', '"1." is not a JSON number', 0],
    ['[.5]', 'expected a JSON value, found .5 (JSON numbers do not begin with a point)', 1],
    ['[1e]', '"1e" is not a JSON number', 1],
    ['[1e+]', '"1e+" is not a JSON number', 1],
    ['[1-1]', '"1-1" is not a JSON number', 1],
    ['1e309', 'the number "1e309" is outside the range of a double', 0],
    ['[-1e309]', 'the number "-1e309" is outside the range of a double', 1],
    ['tru', 'expected a JSON value, found tru (texts and member names need double quotes)', 0],
    ['True', 'expected a JSON value, found True (True is Python; write the file with json.dumps, which gives true)', 0],
    [
      'NaN',
      'expected a JSON value, found NaN (JSON has no NaN; write null or leave the member out (Python: json.dumps(…, allow_nan=False) refuses it))',
      0,
    ],
    ['nulll', 'unexpected data after the JSON value: "l"', 4],
    ['\v1', 'expected a JSON value, found "\\u000b"', 0],
  ])('%j', (text, message, offset) => {
    expect(defectOf(text)).toEqual(['json.syntax', message, offset]);
  });

  test.each<[string, string, string, number]>([
    ['{"a":1,"a":2}', 'json.duplicate_member', 'member "a" occurs twice in one object', 7],
    ['{"a":1,"\\u0061":2}', 'json.duplicate_member', 'member "a" occurs twice in one object', 7],
    ['["\\ud800"]', 'json.encoding', 'string contains an unpaired surrogate escape', 1],
    ['{"\\udc00":1}', 'json.encoding', 'string contains an unpaired surrogate escape', 1],
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
    '[9,90]',
    '""',
    '"a b"',
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
    expect(valueStrict(bytesOf(text), 3)).toEqual(JSON.parse(text));
    const trimmed = text.trim();
    expect([root.start, root.end]).toEqual([
      Buffer.byteLength(text.slice(0, text.indexOf(trimmed))),
      Buffer.byteLength(text.trimEnd()),
    ]);
  });

  test.each([
    ['{}', 'object', { members: [] }],
    ['{ }', 'object', { members: [] }],
    ['[]', 'array', { items: [] }],
    ['""', 'string', {}],
    ['0', 'number', {}],
    ['null', 'literal', {}],
  ])('%s is of the type %s', (text, type, more) => {
    expect(parseStrict(bytesOf(text), 3)).toEqual({ type, start: 0, end: text.length, ...more });
  });

  test('nothing past its end is looked at', () => {
    const whole = bytesOf('[true]');
    expect(() => parseStrict(whole.subarray(1, 3), 3)).toThrow('expected a JSON value, found t');
    expect(() => parseStrict(Uint8Array.of(0x74, 0x72), 3)).toThrow('expected a JSON value, found t');
    expect(valueStrict(whole.subarray(1, 5), 3)).toBe(true);
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

describe('what is no UTF-8', () => {
  const BOM = 'the text starts with a byte order mark';
  const UTF16 = 'the text is not UTF-8 (it looks like UTF-16 or UTF-32)';
  const INVALID = 'the text is not valid UTF-8';
  const defect = (bytes: Uint8Array): [string, number | undefined] | 'none' => {
    try {
      checkEncoding(bytes);
      return 'none';
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      expect(error.code).toBe('json.encoding');
      return [error.message, error.place.offset];
    }
  };

  test.each<[string, string, number]>([
    ['efbbbf31', BOM, 0],
    ['fffe3100', UTF16, 0],
    ['feff0031', UTF16, 0],
    ['fffe', UTF16, 0],
    ['31003200', UTF16, 0],
    ['00310032', UTF16, 0],
    ['ff41', INVALID, 0],
    ['fe41', INVALID, 0],
    ['41fe', INVALID, 1],
    ['41ff', INVALID, 1],
    ['efbb', INVALID, 0],
    ['edbbbf', INVALID, 0],
  ])('%s: %s at %i', (hex, message, offset) => {
    expect(defect(Buffer.from(hex, 'hex'))).toEqual([message, offset]);
  });

  test.each(['', '31', '3100', '310032', '00003100', 'efbbbc', 'efbebf', 'e2bbbf', 'c3a9'])('%j is UTF-8', (hex) => {
    expect(defect(Buffer.from(hex, 'hex'))).toBe('none');
  });

  test('the first bad byte is found wherever it stands', () => {
    const text = Array.from('aé€😀b'.repeat(4));
    for (let count = 1; count <= text.length; count++) {
      const before = Buffer.from(text.slice(0, count).join(''));
      for (const bad of [[0xff], [0x80], [0xc0, 0xaf], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80]]) {
        for (const after of ['', 'x', 'é😀'.repeat(9)]) {
          const bytes = Buffer.concat([before, Buffer.from(bad), Buffer.from(after)]);
          expect(defect(bytes)).toEqual([INVALID, before.length]);
        }
      }
    }
    const long = Buffer.concat([Buffer.from('é'.repeat(1001)), Buffer.from([0xff]), Buffer.from('é€😀'.repeat(500))]);
    expect(defect(long)).toEqual([INVALID, 2002]);
  });
});

describe('a pointer', () => {
  test('is written with ~ and / escaped', () => {
    expect(pointerPart('a/b~c/~')).toBe('/a~1b~0c~1~0');
    expect(pointerPart(0)).toBe('/0');
  });
});
