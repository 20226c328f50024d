import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fault } from '../../../src/engine/fault.js';
import { exactFault, readJson } from '../../../src/engine/json/read.js';
import { scan } from '../../../src/engine/json/scan.js';
import { parseStrict } from '../../../src/engine/json/strict.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import { positionsOf } from '../../../src/engine/source/places.js';

const DEPTH = 10;

function faultOf(run: () => unknown): Fault | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

const bytesOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text) : text);

/** Code, line and column of what is wrong with a text. */
async function defect(text: string | Uint8Array): Promise<string> {
  const bytes = bytesOf(text);
  const fault = faultOf(() => readJson(bytes, DEPTH));
  if (fault === undefined) return 'none';
  const offset = fault.place.offset ?? -1;
  const [at] = await positionsOf(memorySource('x', bytes), [{ offset }]);
  return `${fault.code} ${at?.line}:${at?.column}`;
}

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('what is refused, and where', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'io.empty 1:1'],
    ['blanks', ' \n ', 'json.syntax 2:2'],
    ['an open object', '{\n "a": 1', 'json.syntax 2:8'],
    ['an open list', '[1,', 'json.syntax 1:4'],
    ['an open string', '["abc', 'json.syntax 1:6'],
    ['a comma at the end of an object', '{"a":1,\n}', 'json.syntax 2:1'],
    ['a comma at the end of a list', '[1,]', 'json.syntax 1:4'],
    ['a comma first', '[,1]', 'json.syntax 1:2'],
    ['no comma', '[1 2]', 'json.syntax 1:4'],
    ['no colon', '{"a" 1}', 'json.syntax 1:6'],
    ['no value', '{"a":}', 'json.syntax 1:6'],
    ['a name without quotes', '{a:1}', 'json.syntax 1:2'],
    ['a number for a name', '{1:1}', 'json.syntax 1:2'],
    ['single quotes', "['a']", 'json.syntax 1:2'],
    ['a comment', '{\n // x\n "a":1}', 'json.syntax 2:2'],
    ['a block comment', '[/**/1]', 'json.syntax 1:2'],
    ['something after the value', '{}\n{}', 'json.syntax 2:1'],
    ['a NUL after the value', '{}\0', 'json.syntax 1:3'],
    ['a bracket of the other kind', '{]', 'json.syntax 1:2'],
    ['a leading zero', '[01]', 'json.syntax 1:2'],
    ['a plus', '[+1]', 'json.syntax 1:2'],
    ['a point at the end', '[1.]', 'json.syntax 1:2'],
    ['a point first', '[.5]', 'json.syntax 1:2'],
    ['an empty exponent', '[1e]', 'json.syntax 1:2'],
    ['a minus alone', '[-]', 'json.syntax 1:2'],
    ['hexadecimal', '[0x10]', 'json.syntax 1:3'],
    ['NaN', '[NaN]', 'json.syntax 1:2'],
    ['Infinity', '[-Infinity]', 'json.syntax 1:2'],
    ['an overflow', '[1,\n 1e309]', 'json.syntax 2:2'],
    ['a negative overflow', '{"a":-1e309}', 'json.syntax 1:6'],
    ['True', '[True]', 'json.syntax 1:2'],
    ['a cut literal', '[tru]', 'json.syntax 1:2'],
    ['undefined', 'undefined', 'json.syntax 1:1'],
    ['a raw line feed in a string', '["a\nb"]', 'json.syntax 1:4'],
    ['a raw tab in a string', '["a\tb"]', 'json.syntax 1:4'],
    ['a raw NUL in a string', '["a\0b"]', 'json.syntax 1:4'],
    ['an unknown escape', '["\\x41"]', 'json.syntax 1:3'],
    ['a short \\u escape', '["\\u12"]', 'json.syntax 1:3'],
    ['a \\u escape without hex', '["\\u00zz"]', 'json.syntax 1:3'],
    ['a vertical tab as a blank', '[\v1]', 'json.syntax 1:2'],
    ['a no-break space as a blank', '[\u00a01]', 'json.syntax 1:2'],
    ['a doubled name', '{"a":1,\n "a":1}', 'json.duplicate_member 2:2'],
    ['a doubled name deep inside', '{"x":[{"a":1,"b":2,"a":3}]}', 'json.duplicate_member 1:20'],
    ['a doubled name in another spelling', '{"a":1,"\\u0061":1}', 'json.duplicate_member 1:8'],
    ['a doubled __proto__', '{"__proto__":1,"__proto__":2}', 'json.duplicate_member 1:16'],
    ['a doubled empty name', '{"":1,"":2}', 'json.duplicate_member 1:7'],
    ['a byte order mark', '\ufeff{}', 'json.encoding 1:1'],
    ['UTF-16 with its mark', Buffer.from('\ufeff{}', 'utf16le'), 'json.encoding 1:1'],
    ['UTF-16 without', Buffer.from('{"a":1}', 'utf16le'), 'json.encoding 1:1'],
    ['Latin-1', Buffer.from('{"a":\n"é"}', 'latin1'), 'json.encoding 2:2'],
    ['an overlong form', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), 'json.encoding 1:2'],
    ['an encoded surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'json.encoding 1:2'],
    ['past U+10FFFF', Buffer.from([0x22, 0xf4, 0x90, 0x80, 0x80, 0x22]), 'json.encoding 1:2'],
    ['a cut character', Buffer.from([0x22, 0xe2, 0x82]), 'json.encoding 1:2'],
    ['a stray continuation', Buffer.from([0x5b, 0x22, 0x80, 0x22, 0x5d]), 'json.encoding 1:3'],
    ['a lone high surrogate', '["\\ud83d"]', 'json.encoding 1:2'],
    ['a lone low surrogate', '["ok",\n"\\uDE00"]', 'json.encoding 2:1'],
    ['surrogates in the wrong order', '["\\ude00\\ud83d"]', 'json.encoding 1:2'],
    ['a lone surrogate in a name', '{"\\uD800":1}', 'json.encoding 1:2'],
    ['one level too deep', nested(DEPTH + 1), `json.depth 1:${DEPTH + 1}`],
    ['a stack of braces', '{"a":'.repeat(100_000), `json.depth 1:${DEPTH * 5 + 1}`],
  ])('%s', async (_name, text, expected) => {
    expect(await defect(text)).toBe(expected);
  });

  test.each<[string, string]>([
    ['a scalar', '1'],
    ['as deep as allowed', nested(DEPTH)],
    ['brackets in a string', JSON.stringify('['.repeat(50))],
    ['colons in a string', '{"a:":":"}'],
    ['an escaped pair', '["\\ud83d\\ude00"]'],
    ['an escaped backslash before u', '["\\\\ud83d"]'],
    ['an escaped quote before a brace', '["\\"{"]'],
    ['same names in two objects', '[{"a":1},{"a":1}]'],
    ['names that differ by case', '{"a":1,"A":1}'],
    ['every escape', '["\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000"]'],
    ['the largest double', '[1.7976931348623157e308]'],
    ['a number that is nearly nothing', '[1e-999]'],
    ['all blanks', ' \t\r\n[ \t\r\n] \t\r\n'],
    ['U+FEFF inside of a string', '["\ufeff"]'],
    ['DEL', '["\u007f"]'],
  ])('%s is read', (_name, text) => {
    expect(readJson(Buffer.from(text), DEPTH)).toEqual(JSON.parse(text));
    expect(() => parseStrict(Buffer.from(text), DEPTH)).not.toThrow();
  });
});

describe('the fast and the exact reader', () => {
  test('a text that only one of them refuses is refused', () => {
    const fault = exactFault(Buffer.from('{"a":1}'), DEPTH);
    expect(fault).toMatchObject({
      code: 'json.syntax',
      message: 'ambiguous JSON: parsers read it differently',
      place: { offset: 0 },
    });
    expect(exactFault(Buffer.from('{"a":1,}'), DEPTH)).toMatchObject({ place: { offset: 7 } });
  });

  test('no bytes at all are told as that', () => {
    const fault = faultOf(() => readJson(Buffer.alloc(0), DEPTH));
    expect(fault).toMatchObject({ code: 'io.empty', message: 'the file is empty', place: { offset: 0 } });
  });

  const tokens = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '"\\u0061"',
    '1',
    '-',
    '0',
    '1e999',
    '.5',
    'true',
    'null',
    ' ',
    '\n',
    '"',
    '\\',
    '\ufeff',
    'é',
    '\\ud800',
    '"\\ud800"',
  ];

  test('agree about any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 12 }), (parts) => {
        const bytes = Buffer.from(parts.join(''));
        const fast = faultOf(() => readJson(bytes, DEPTH));
        const exact = faultOf(() => parseStrict(bytes, DEPTH));
        expect(fast === undefined).toBe(exact === undefined);
        if (fast !== undefined && fast.code !== 'json.depth') expect(fast.message).toBe(exact?.message);
      }),
      { numRuns: 3000 },
    );
  });

  test('agree about any bytes', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(255), (text, at, byte) => {
        const bytes = Buffer.from(text);
        bytes[at % bytes.length] = byte;
        const fast = faultOf(() => readJson(bytes, 200));
        expect(fast === undefined).toBe(faultOf(() => parseStrict(bytes, 200)) === undefined);
      }),
      { numRuns: 2000 },
    );
  });

  test('the scan counts what the tree holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const bytes = Buffer.from(JSON.stringify(value, null, 1));
        let members = 0;
        JSON.stringify(value, (_, item: unknown) => {
          if (typeof item === 'object' && item !== null && !Array.isArray(item)) members += Object.keys(item).length;
          return item;
        });
        expect(scan(bytes, 1000).members).toBe(members);
      }),
    );
  });

  test('only escapes of the form \\u are told', () => {
    expect(scan(Buffer.from('"\\n\\\\u0041"'), 1).escapes).toBe(false);
    expect(scan(Buffer.from('"\\u0041"'), 1).escapes).toBe(true);
  });

  test.each([
    ['{"\\n":1}', true],
    ['{"a":1,"b\\"c" :1}', true],
    ['{"a":{"\\\\":1}}', true],
    ['{"a":"\\n","b":"{\\"c\\":1}"}', false],
    ['["\\n",{"a":1}]', false],
    ['["\\n:",1]', false],
  ])('escapes in names are told: %s, %s', (text, told) => {
    expect(scan(Buffer.from(text), 9).escapedNames).toBe(told);
  });
});

describe('names with escapes', () => {
  // nodejs/node#63785: each pair was read as two equal names by JSON.parse of Node 24.
  test.each([
    ['{"x\\\\":1}', '{"x\\n":1}', 'x\n'],
    ['{"x\\\\":1}', '{"x\\u0020":1}', 'x '],
    ['{"a":1,"\\\\":1}', '{"a":1,"\\"" \t\r\n:1}', '"'],
    ['{"\\\\u":1}', '{"\\u0061b":1}', 'ab'],
  ])('%s does not change how %s is read', (before, text, name) => {
    for (let i = 0; i < 3; i++) readJson(Buffer.from(before), DEPTH);
    expect(Object.keys(readJson(Buffer.from(text), DEPTH) as object).at(-1)).toBe(name);
  });

  test('any names in any spelling are read as they are written', () => {
    const unit = fc.constantFrom('\\', '"', 'u', 'n', '0', ' ', '\n', 'é', '😀', ':');
    const name = fc.array(unit, { maxLength: 3 }).map((units) => units.join(''));
    const spelt = (text: string, random: readonly boolean[]): string =>
      [...text].reduce((out, one, i) => {
        const units = Array.from({ length: one.length }, (_, at) => one.charCodeAt(at));
        const escaped = units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
        return out + (random[i % random.length] === true ? escaped : JSON.stringify(one).slice(1, -1));
      }, '');
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', ' ', '\n\t'),
        (names, random, blank) => {
          const text = `{${names.map((one, i) => `"${spelt(one, random)}"${blank}:${i}`).join(',')}}`;
          const wanted = Object.fromEntries(names.map((one, i) => [one, i]));
          expect(readJson(Buffer.from(text), DEPTH)).toEqual(wanted);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('the exact reader gives any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const bytes = Buffer.from(JSON.stringify({ '\n': value, ['__proto__']: 1 }, null, 1));
        expect(JSON.stringify(readJson(bytes, 1000))).toBe(JSON.stringify({ '\n': value, ['__proto__']: 1 }));
      }),
    );
  });
});

describe('places', () => {
  const text = '{\r\n "é😀": {"x": [10,\n  {"~/": null}]}\n}';

  test.each([
    ['', '1:1'],
    ['/é😀', '2:2'],
    ['/é😀/x', '2:10'],
    ['/é😀/x/0', '2:16'],
    ['/é😀/x/1', '3:3'],
    ['/é😀/x/1/~0~1', '3:4'],
    ['/é😀/x/7', '2:10'],
    ['/é😀/none/deeper', '2:2'],
    ['/none', '1:1'],
  ])('%j is at %s', async (pointer, expected) => {
    const [at] = await positionsOf(memorySource('x', Buffer.from(text)), [{ offset: 0, pointer }]);
    expect(`${at?.line}:${at?.column}`).toBe(expected);
  });

  test('offsets in any order, doubled, and past the end', async () => {
    const bytes = Buffer.from('a\nbc\n');
    const source = {
      ...memorySource('x', bytes),
      chunks: async function* () {
        for (const byte of bytes) yield Buffer.from([byte]);
      },
    };
    const found = await positionsOf(
      source,
      [3, 0, 3, 99, 5].map((offset) => ({ offset })),
    );
    expect(found.map(({ line, column }) => `${line}:${column}`)).toEqual(['2:2', '1:1', '2:2', '3:1', '3:1']);
  });
});
