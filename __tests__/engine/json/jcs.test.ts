import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  arrange,
  canonicalize,
  canonicalSlow,
  countMembers,
  digestHex,
  needsSlow,
} from '../../../src/engine/json/jcs.js';
import { readJson } from '../../../src/engine/json/read.js';
import type { Json } from '../../../src/engine/types.js';
import { canonical, sha } from '../../support/build.js';

const parse = (text: string): Json => JSON.parse(text) as Json;
const double = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE();

describe('numbers', () => {
  // RFC 8785, appendix B
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the double %s is written %s', (hex, text) => {
    expect(canonicalize(double(hex))).toBe(text);
  });

  test.each([
    ['-0', '0'],
    ['-0.0e5', '0'],
    ['1.0', '1'],
    ['1E2', '100'],
    ['1e-7', '1e-7'],
    ['100000000000000000000', '100000000000000000000'],
    ['9007199254740993', '9007199254740992'],
    ['0.1e1', '1'],
    ['1e-400', '0'],
  ])('%s reads as %s', (written, text) => {
    expect(canonicalize(parse(`[${written}]`))).toBe(`[${text}]`);
  });
});

describe('members', () => {
  test.each([
    // RFC 8785 3.2.2
    [
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    // RFC 8785 3.2.3: by UTF-16 code units, so that an emoji comes before U+FB33
    [
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    ['{"b":1,"a":{"d":1,"c":[{"f":1,"e":2}]}}', '{"a":{"c":[{"e":2,"f":1}],"d":1},"b":1}'],
    ['[{"b":1,"a":2},3,{"d":4,"c":5}]', '[{"a":2,"b":1},3,{"c":5,"d":4}]'],
    ['{"x":{"b":1,"a":2},"y":{"d":3,"c":4}}', '{"x":{"a":2,"b":1},"y":{"c":4,"d":3}}'],
    ['{"10":1,"9":2,"1":3}', '{"1":3,"10":1,"9":2}'],
    ['{"a":{"9":1,"10":2}}', '{"a":{"10":2,"9":1}}'],
    ['{"__proto__":{"b":1,"a":2},"a":1}', '{"__proto__":{"a":2,"b":1},"a":1}'],
    ['{"b":1,"__proto__":null}', '{"__proto__":null,"b":1}'],
    ['{"toString":1,"constructor":{"prototype":2}}', '{"constructor":{"prototype":2},"toString":1}'],
    ['{"":1,"\\u0000":2}', '{"":1,"\\u0000":2}'],
    ['[{},[],"",null]', '[{},[],"",null]'],
  ])('%s', (written, text) => {
    expect(canonicalize(parse(written))).toBe(text);
    expect(canonicalSlow(parse(written))).toBe(text);
    expect(digestHex(parse(written))).toBe(sha(text));
  });

  test.each([
    '{}',
    '[1,[2],{"a":[{}]}]',
    '{"A":1,"a":{"b":[null,"x"],"c":{}},"b":2}',
    '{"a":"x","b":[{"c":1,"d":"y"}]}',
  ])('what stands in order is used as it is, nothing is copied: %s', (text) => {
    const value = parse(text);
    expect(arrange(value).value).toBe(value);
  });

  // Digits come first in an object whatever the order they were given in, so a copy in order cannot be had.
  test.each([
    ['{"b":1,"a":2}', false],
    ['{"b":1,"/a":2,":a":3}', false],
    ['{"b":1,"0":2}', false],
    ['{"b":1,"a":2,"0":3}', true],
    ['{"b":1,"a":{"d":1,"9x":2}}', true],
    ['{"b":{"d":1,"c":2},"5":1}', true],
    ['[{"b":1,"__proto__":2}]', true],
    ['{"__proto__":1,"b":2}', false],
    ['{"0":1,"1":2}', false],
  ])('%s has to be written member by member: %s', (text, slow) => {
    arrange(parse('{"b":1,"a":2,"0":3}'));
    arrange(parse(text));
    expect(needsSlow()).toBe(slow);
  });

  test('the value itself is left as it is', () => {
    const value = parse('{"b":{"d":1,"c":2},"a":[{"z":1,"y":2}]}');
    const before = JSON.stringify(value);
    canonicalize(value);
    expect(JSON.stringify(value)).toBe(before);
  });

  test.each([
    ['{}', 0],
    ['[{"a":1},{"a":{"b":[{"c":null}]}}]', 4],
    ['{"__proto__":{"x":1}}', 2],
    ['"a:b"', 0],
  ])('%s has %i members', (text, count) => {
    expect(countMembers(parse(text))).toEqual({ members: count, finite: true });
    expect(arrange(parse(text))).toMatchObject({ members: count, finite: true });
  });

  test.each(['1e999', '-1e999', '[{"a":[1e999]}]', '{"b":1e999,"a":1}'])('%s overflows', (text) => {
    expect(countMembers(parse(text)).finite).toBe(false);
    expect(arrange(parse(text)).finite).toBe(false);
  });
});

describe('properties', () => {
  const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', '0', '10', '9', 'a', 'B', '\ud83d\ude00', '\ufb33'));
  const values = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom<Json>(null, true, false, -0),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(fc.tuple(names, tie('value')), { maxLength: 5 }).map((pairs) => {
        const object: Record<string, Json> = {};
        for (const [name, value] of pairs) {
          Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
        }
        return object;
      }),
    ),
  })).value;

  test('agrees with a second implementation, and is its own canonical form', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalize(value);
        expect(text).toBe(canonical(value));
        expect(canonicalize(readJson(Buffer.from(text), 200))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
