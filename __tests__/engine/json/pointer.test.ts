import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PointerSearch, pointerPart } from '../../../src/engine/json/pointer.js';
import type { Json, JsonObject } from '../../../src/engine/types.js';

/** Writes a value with blanks and escapes, and notes where each pointer leads. */
function write(value: Json, escaped: boolean): { readonly bytes: Buffer; readonly places: Map<string, number> } {
  const places = new Map<string, number>();
  let text = ' ';
  const at = (): number => Buffer.byteLength(text);
  const string = (one: string): string =>
    escaped
      ? `"${Array.from({ length: one.length }, (_, i) => `\\u${one.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`
      : JSON.stringify(one);
  const go = (one: Json, pointer: string): void => {
    if (!places.has(pointer)) places.set(pointer, at());
    if (Array.isArray(one)) {
      text += '[ ';
      (one as readonly Json[]).forEach((item, i) => {
        if (i > 0) text += ' ,';
        go(item, `${pointer}/${i}`);
      });
      text += ']';
    } else if (one !== null && typeof one === 'object') {
      text += '{';
      Object.entries(one as JsonObject).forEach(([name, member], i) => {
        if (i > 0) text += ', ';
        const below = pointer + pointerPart(name);
        places.set(below, at());
        text += `${string(name)} :\n`;
        go(member, below);
      });
      text += '}';
    } else text += typeof one === 'string' ? string(one) : JSON.stringify(one);
  };
  go(value, '');
  return { bytes: Buffer.from(text), places };
}

const options = { maxDepth: 4 } as const;

test('finds every pointer in one pass, however the bytes come and wherever the document lies', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(options),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(50),
      (value, escaped, size, start) => {
        const { bytes, places } = write(value as Json, escaped);
        const wanted = [...places].slice(0, 60);
        const search = new PointerSearch(start);
        const numbers = wanted.map(([pointer]) => search.add(pointer));
        for (let at = 0; at < bytes.length; at += size) search.push(bytes.subarray(at, at + size), start + at);
        expect(numbers.map((number) => search.placeOf(number))).toEqual(wanted.map(([, at]) => start + at));
        expect(search.done).toBe(true);
      },
    ),
  );
});

test.each([
  ['a member that is not there', '{"a":{"b":1}}', '/a/c', 1],
  ['a way through a text', '{"a":"{\\"b\\":1}"}', '/a/b', 1],
  ['a way through a number', '[12,{"x":1}]', '/0/x', 1],
  ['an item past the end', '[[1],2]', '/0/5', 1],
  ['a name inside of another object', '[{"a":{"b":1}},{"b":2}]', '/1/b', 16],
  ['an empty name', '{"":{"":1}}', '//', 5],
])('%s: the deepest value on the way', (_, text, pointer, at) => {
  const search = new PointerSearch(0);
  const number = search.add(pointer);
  search.push(Buffer.from(text), 0);
  expect(search.placeOf(number)).toBe(at);
});

test('stops at the end of its document and when all is found', () => {
  const search = new PointerSearch(0);
  const number = search.add('/b');
  search.push(Buffer.from('{"a":1}{"b":2}'), 0);
  expect([search.done, search.placeOf(number)]).toEqual([true, 0]);
  const early = new PointerSearch(0);
  early.add('/a');
  early.push(Buffer.from('{"a"'), 0);
  expect(early.done).toBe(true);
});
