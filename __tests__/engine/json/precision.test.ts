import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { impreciseNumber, isPrecise } from '../../../src/engine/json/precision.js';

describe('numbers that another reader sees differently (hardening 30)', () => {
  test.each([
    '0',
    '-0',
    '0.0',
    '1.0',
    '1e2',
    '100e-2',
    '1E+2',
    '9007199254740992',
    '9007199254740994',
    '0.1',
    '1e21',
    '1e300',
    '5e-324',
    '123456789012345.6',
    '10000000000000000000000',
  ])('%s is precise', (text) => {
    expect(isPrecise(text)).toBe(true);
  });
  test.each([
    '9007199254740993',
    '-9007199254740993',
    '0.10000000000000000555',
    '1767225600123456789',
    '4.9e-324',
    '1e-400',
    '1.00000000000000001',
  ])('%s is not', (text) => {
    expect(isPrecise(text)).toBe(false);
  });

  test('every double that is written as JavaScript writes it is precise, with other zeros too', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = JSON.stringify(value);
        expect(isPrecise(text)).toBe(true);
        if (/^-?\d+$/.test(text)) expect(isPrecise(`${text}.00`)).toBe(true);
        if (!text.includes('e')) expect(isPrecise(`${text}e0`)).toBe(true);
      }),
    );
  });

  test('any number in a record is found when it is not precise, and only then', () => {
    const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,24})(?:\.\d{1,24})?(?:[eE][+-]?\d{1,3})?$/);
    const near = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .chain((value) =>
        fc.constantFrom(JSON.stringify(value), value.toPrecision(15), value.toPrecision(17), value.toExponential(16)),
      );
    const space = fc.constantFrom('', ' ', '\n', '\t');
    fc.assert(
      fc.property(fc.oneof(digits, near), space, fc.boolean(), (number, blank, listed) => {
        fc.pre(Number.isFinite(Number(number)));
        const value = listed ? `[${blank}${number}]` : `${blank}${number}`;
        const found = impreciseNumber(Buffer.from(`{"event":{"n":${value}}}`), 9);
        expect(found?.written).toBe(isPrecise(number) ? undefined : number);
      }),
      { numRuns: 2000 },
    );
  });

  test('the first one in what the hash covers is named with its place', () => {
    const text =
      '{"note": 9007199254740993, "event": {"a/b": [1, 9007199254740993]}, "metadata": {"x": 9007199254740995}}';
    expect(impreciseNumber(Buffer.from(text), 9)).toEqual({
      written: '9007199254740993',
      canonical: '9007199254740992',
      pointer: '/event/a~1b/1',
      offset: text.lastIndexOf('9007199254740993'),
    });
    expect(impreciseNumber(Buffer.from('{"note": 9007199254740993, "event": {"a": 1.50}}'), 9)).toBeUndefined();
    expect(impreciseNumber(Buffer.from('9007199254740993'), 9)).toBeUndefined();
  });
});
