import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import runtime from '../../../src/engine/schema/runtime.cjs';

describe('an instant', () => {
  test.each([
    '2026-01-31T00:00:00Z',
    '2024-02-29T23:59:59Z',
    '2000-02-29T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-01-31T00:00:00.5Z',
    '2026-01-31T00:00:00.123456789012+23:59',
    '2026-01-31T00:00:00-00:00',
  ])('%s is an instant', (text) => expect(runtime.isInstant(text)).toBe(true));

  test.each([
    '',
    '2026-01-31',
    '2026-01-31T00:00:00',
    '2026-01-31t00:00:00Z',
    '2026-01-31T00:00:00z',
    '2026-01-31 00:00:00Z',
    '2026-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T00:60:00Z',
    '2026-06-30T23:59:60Z',
    '2026-01-31T00:00:00.Z',
    '2026-01-31T00:00:00,5Z',
    '2026-01-31T00:00:00+24:00',
    '2026-01-31T00:00:00+00:60',
    '2026-01-31T00:00:00+0000',
    '2026-01-31T00:00:00+00',
    '2026-01-31T00:00:00Z ',
    ' 2026-01-31T00:00:00Z',
    '2026-01-31T00:00:00Z\n',
    '2026-1-31T00:00:00Z',
    '٢026-01-31T00:00:00Z',
    '+2026-01-31T00:00:00Z',
  ])('%j is not an instant', (text) => expect(runtime.isInstant(text)).toBe(false));

  test('is every whole second of the calendar', () => {
    const instants = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(instants, (date) => runtime.isInstant(date.toISOString())));
  });
});

describe('repeated items', () => {
  const byPairs = (items: readonly unknown[]): number =>
    items.findIndex((one, i) => items.slice(0, i).some((other) => runtime.equal(one, other)));

  test.each([
    [[], -1],
    [[1, '1', true, null, [1], { a: 1 }], -1],
    [[{ a: 1, b: 2 }, 0, { b: 2, a: 1 }], 2],
    [
      [
        [1, 2],
        [2, 1],
      ],
      -1,
    ],
    [[0, -0], 1],
    [[{}, []], -1],
    [['[1]', [1]], -1],
  ] as const)('%j: %d, in short and in long lists', (items, at) => {
    expect(runtime.firstRepeated(items)).toBe(at);
    const filler = Array.from({ length: 40 }, (_, i) => `filler ${i}`);
    expect(runtime.firstRepeated([...filler, ...items])).toBe(at === -1 ? -1 : at + filler.length);
  });

  test('are the same as when each pair is compared', () => {
    const items = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 40 });
    fc.assert(fc.property(items, (list) => expect(runtime.firstRepeated(list)).toBe(byPairs(list))));
  });
});

test.each([
  ['', 0],
  ['a', 1],
  ['😀', 1],
  ['\ud83d', 1],
  ['e\u0301', 2],
])('%j has %d code points', (text, count) => expect(runtime.codePoints(text)).toBe(count));

describe('patterns that repeat a group are tested without the expression', () => {
  test.each([
    '^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$',
    '^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$',
  ])('%s', (source) => {
    const expression = new RegExp(source, 'u');
    const ours = runtime.pattern(source, 'u');
    const text = fc.array(fc.constantFrom('a', 'z', '0', '9', '.', '_', '-', 'A', ' ', '\n'), { maxLength: 9 });
    fc.assert(
      fc.property(
        text.map((characters) => characters.join('')),
        (one) => {
          expect(ours.test(one)).toBe(expression.test(one));
        },
      ),
      { numRuns: 20_000 },
    );
    expect(ours.test(`a${'.a'.repeat(4_500_000)}`)).toBe(true);
  });
});
