import { describe, expect, test } from '@jest/globals';
import { Exhausted } from '../../../src/engine/schema/steps.js';
import type { Json } from '../../../src/engine/types.js';
import { check } from './records.js';

// How much work a schema may ask for; these tests are slower than those of evaluate.

describe('a schema that needs too much work', () => {
  const doubling = (levels: number): Json => ({
    $ref: '#/definitions/d0',
    definitions: Object.fromEntries(
      Array.from({ length: levels }, (_, i) => [
        `d${i}`,
        i + 1 === levels ? true : { allOf: [{ $ref: `#/definitions/d${i + 1}` }, { $ref: `#/definitions/d${i + 1}` }] },
      ]),
    ),
  });

  test('is evaluated when it is small', () => expect(check(doubling(10), 1)).toEqual([]));

  test.each<[string, Json, Json]>([
    ['doubles its work with each definition', doubling(60), 1],
    ['refers to itself', { allOf: [{ $ref: '#' }] }, 1],
    ['refers to itself only', { $ref: '#' }, 1],
    [
      'doubles its work with each level of the value',
      { items: { allOf: [{ $ref: '#' }, { $ref: '#' }] } },
      nested(190),
    ],
    [
      'searches much for much',
      { items: { allOf: new Array(5_000).fill({ pattern: 'b$' }) } },
      new Array(50_000).fill('ab'),
    ],
  ])('%s: is given up within seconds', (_, schema, value) => {
    const start = performance.now();
    expect(() => check(schema, value)).toThrow(Exhausted);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('many values are looked up instead of compared one by one', () => {
    const schema = { items: { enum: Array.from({ length: 50_000 }, (_, i) => (i % 2 === 0 ? i : { [`n${i}`]: i })) } };
    const start = performance.now();
    expect(check(schema, new Array(50_000).fill({ n49999: 49_999 }))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  function nested(levels: number): Json {
    let value: Json = [];
    for (let i = 0; i < levels; i += 1) value = [value];
    return value;
  }
});

describe('comparing and searching count as work', () => {
  const many = (count: number, value: Json): Json => new Array<Json>(count).fill(value);
  test.each<[string, Json, (count: number) => Json, number]>([
    ['a long text', { items: { const: 'x' } }, (count) => many(count, 'x'.repeat(1_000_000)), 1],
    ['a long list', { items: { enum: [[2]] } }, (count) => many(count, many(60_000, 2)), 1],
    ['a list in a list', { items: { const: [[2]] } }, (count) => many(count, [many(60_000, 2)]), 1],
    [
      'a text that a pattern goes through',
      { items: { pattern: '^b' } },
      (count) => many(count, 'a'.repeat(10_000)),
      10,
    ],
    ['a text that is counted', { items: { maxLength: 10_000_000 } }, (count) => many(count, 'a'.repeat(1_000_000)), 1],
    [
      'a text that is counted from below',
      { items: { minLength: 1 } },
      (count) => many(count, 'a'.repeat(1_000_000)),
      1,
    ],
    ['repeated items', { items: { uniqueItems: true } }, (count) => many(count, many(60_000, 1)), 1],
  ])('%s', (_, schema, value, weight) => {
    expect(() => check(schema, value(10), 1, weight)).not.toThrow();
    expect(() => check(schema, value(100), 1000, weight)).toThrow(Exhausted);
  });

  test('the error says why it was given up', () => {
    expect(() => check({ $ref: '#' }, 1)).toThrow('schemas are nested too deeply');
    expect(() => check({ items: { const: 'x'.repeat(81_000_000) } }, ['x'])).toThrow('too many steps');
    expect(new Exhausted('x').name).toBe('Exhausted');
  });
});
