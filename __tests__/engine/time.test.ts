import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatUtc, isInstant, normalizeInstant, parseInstant } from '../../src/engine/time.js';

describe('instants', () => {
  test.each([
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', false],
    ['2026-01-02T03:04:05.999999999Z', '2026-01-02T03:04:05Z', true],
    ['2026-01-02T03:04:05.0Z', '2026-01-02T03:04:05Z', true],
    ['2026-01-02T03:04:05+00:00', '2026-01-02T03:04:05Z', false],
    ['2026-01-02T03:04:05-00:00', '2026-01-02T03:04:05Z', false],
    ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00Z', false],
    ['2025-12-31T23:30:00.25-05:45', '2026-01-01T05:15:00Z', true],
    ['2026-01-02T03:04:05+23:59', '2026-01-01T03:05:05Z', false],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00Z', false],
    ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00Z', false],
    ['0000-02-29T00:00:00Z', '0000-02-29T00:00:00Z', false],
    ['0001-01-01T00:00:00+00:00', '0001-01-01T00:00:00Z', false],
    ['0099-06-01T00:00:00+01:00', '0099-05-31T23:00:00Z', false],
    ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59Z', true],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z', false],
    ['9999-12-31T23:59:59-01:00', '10000-01-01T00:59:59Z', false],
  ])('%s is %s', (text, utc, fraction) => {
    expect(parseInstant(text)).toMatchObject({ utc, fraction });
    expect(isInstant(text)).toBe(true);
  });

  test.each([
    '',
    '2026-01-02',
    '2026-01-02T03:04Z',
    '2026-01-02T03:04:05',
    '2026-01-02 03:04:05Z',
    '2026-01-02t03:04:05Z',
    '2026-01-02T03:04:05z',
    '2026-01-02T24:00:00Z',
    '2026-01-02T03:60:05Z',
    '2026-01-02T23:59:60Z',
    '2026-13-02T03:04:05Z',
    '2026-00-02T03:04:05Z',
    '2026-01-00T03:04:05Z',
    '2026-01-32T03:04:05Z',
    '2026-04-31T03:04:05Z',
    '2026-02-29T03:04:05Z',
    '1900-02-29T03:04:05Z',
    '2026-01-02T03:04:05.Z',
    '2026-01-02T03:04:05,5Z',
    '2026-01-02T03:04:05+24:00',
    '2026-01-02T03:04:05+01:60',
    '2026-01-02T03:04:05+1:00',
    '2026-01-02T03:04:05+0100',
    '2026-01-02T03:04:05+01',
    '2026-1-02T03:04:05Z',
    '26-01-02T03:04:05Z',
    '+2026-01-02T03:04:05Z',
    '12026-01-02T03:04:05Z',
    '2026-01-02T03:04:05Z ',
    ' 2026-01-02T03:04:05Z',
    '2026-01-02T03:04:05Z\n',
    '２026-01-02T03:04:05Z',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(isInstant(text)).toBe(false);
  });

  test('agree with Date wherever Date can tell', () => {
    const range = { min: new Date('0100-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), fc.integer({ min: -1439, max: 1439 }), (date, minutes) => {
        const sign = minutes < 0 ? '-' : '+';
        const two = (n: number): string => String(n).padStart(2, '0');
        const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
        const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const instant = parseInstant(`${local}${offset}`);
        expect(instant?.epochMs).toBe(date.getTime());
        expect(instant?.utc).toBe(`${date.toISOString().slice(0, 19)}Z`);
      }),
    );
  });

  test('every millisecond is told exactly', () => {
    const base = Date.parse('2026-01-02T03:04:05Z');
    for (let ms = 0; ms < 1000; ms++) {
      const text = `2026-01-02T03:04:05.${String(ms).padStart(3, '0')}Z`;
      expect(parseInstant(text)?.epochMs).toBe(base + ms);
    }
  });

  test('a fraction is truncated, never rounded up', () => {
    expect(parseInstant('2026-01-02T03:04:05.9999999999999999999Z')?.epochMs).toBe(
      Date.parse('2026-01-02T03:04:05.999Z'),
    );
  });

  test('formatUtc writes years before and after four digits', () => {
    expect(formatUtc(Date.UTC(2026, 0, 2, 3, 4, 5))).toBe('2026-01-02T03:04:05Z');
    expect(parseInstant('0000-01-01T00:00:00+00:01')?.utc).toBe('-0001-12-31T23:59:00Z');
  });

  test.each([
    ['2026-01-02T03:04:05.500Z', '2026-01-02T03:04:05.5Z'],
    ['2026-01-02T03:04:05.000Z', '2026-01-02T03:04:05Z'],
    ['2026-01-02T03:04:05.050+01:00', '2026-01-02T03:04:05.05+01:00'],
    ['2026-01-02T03:04:05.120-01:00', '2026-01-02T03:04:05.12-01:00'],
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
    ['2026-01-02T03:04:00Z', '2026-01-02T03:04:00Z'],
    ['2026-01-02T03:04:05.1234567899+00:00', '2026-01-02T03:04:05.123456789Z'],
    ['2026-01-02T03:04:05-00:00', '2026-01-02T03:04:05Z'],
    ['2026-01-02', undefined],
  ])('a typed view and a chain signature see %s as %s', (text, trimmed) => {
    expect(normalizeInstant(text)).toBe(trimmed);
  });
});
