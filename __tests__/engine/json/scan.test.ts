import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { readJson } from '../../../src/engine/json/read.js';
import { scan } from '../../../src/engine/json/scan.js';

const of = (text: string, maxDepth = 3) => scan(Buffer.from(text), maxDepth);

describe('the scan before anything is parsed', () => {
  test.each<[string, number, boolean, boolean]>([
    ['', 0, false, false],
    ['1', 0, false, false],
    ['{}', 0, false, false],
    ['{"a":1,"b":{"c":[2]}}', 3, false, false],
    ['{"a:b":":"}', 1, false, false],
    ['{"a\\"":1}', 1, false, true],
    ['{"a":"\\""}', 1, false, false],
    ['{"a":"\\u0041"}', 1, true, false],
    ['{"\\u0041":1}', 1, true, true],
    ['{"a":"\\\\u0041"}', 1, false, false],
    ['{"a":"\\\\"}', 1, false, false],
    ['{"a\\\\":1}', 1, false, true],
    ['{"a":"x\\n","b":1}', 2, false, false],
    ['{"a":1', 1, false, false],
    ['{"a', 0, false, false],
    ['{"a\\', 0, false, false],
  ])('%j', (text, members, escapes, escapedNames) => {
    expect(of(text)).toEqual({ members, escapes, escapedNames });
  });

  test('bounds the depth, wherever it is reached', () => {
    const depth = (text: string): number | undefined => {
      try {
        of(text);
        return undefined;
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        expect([error.code, error.message]).toEqual(['json.depth', 'nested deeper than 3 levels (limit --max-depth)']);
        return error.place.offset;
      }
    };
    expect(depth('[[[1]]]')).toBeUndefined();
    expect(depth('[[[[1]]]]')).toBe(3);
    expect(depth('{"a":{"b":[{}]}}')).toBe(11);
    expect(depth('[[],[],[],[],{},{},[[]],[[]]]')).toBeUndefined();
    expect(depth('[[],[],[],[[[]]]]')).toBe(12);
    expect(depth('"[[[[[["')).toBeUndefined();
    expect(depth('{"[[[[":"{{{{"}')).toBeUndefined();
  });

  test('wide is not deep', () => {
    const wide = `[${Array.from({ length: 1000 }, () => '{"a":[1]}').join(',')}]`;
    expect(readJson(Buffer.from(wide), 3)).toHaveLength(1000);
    expect(() => readJson(Buffer.from(wide), 2)).toThrow('nested deeper than 2 levels');
  });
});
