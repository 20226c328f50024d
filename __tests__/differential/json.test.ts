import { describe, expect, test } from '@jest/globals';
import canonicalizeOther from 'canonicalize';
import fc from 'fast-check';
import { type ParseError, parse as parseOther } from 'jsonc-parser';
import { Fault } from '../../src/engine/fault.js';
import { canonicalize } from '../../src/engine/json/jcs.js';
import { readJson } from '../../src/engine/json/read.js';
import type { Json } from '../../src/engine/types.js';

// Reading against a second JSON parser, writing against a second implementation of RFC 8785, both by other people.

const RUNS = 5_000;
const DEPTH = 200;

/** What we read, or the code of what is wrong. */
function read(text: string): { readonly value: Json } | { readonly refused: string } {
  try {
    return { value: readJson(Buffer.from(text, 'utf8'), DEPTH) };
  } catch (error) {
    if (error instanceof Fault) return { refused: error.code };
    throw error;
  }
}

/** No number in it is past the double range (hardening 4). */
const allFinite = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(allFinite);

/** What the other parser reads as strict JSON; `undefined` when it sees an error, or a number that is none. */
function readOther(text: string): unknown {
  const errors: ParseError[] = [];
  const value = parseOther(text, errors, {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: false,
  });
  return errors.length === 0 && allFinite(value) ? value : undefined;
}

/** JSON texts with what writers may choose: blanks, escapes, member order, forms of numbers. */
const anyText: fc.Arbitrary<string> = fc
  .tuple(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t', '\r\n '))
  .map(([value, indent]) => JSON.stringify(value, null, indent))
  .chain((text) =>
    fc.constantFrom(
      text,
      text.replace(/(?<=")[a-z]/, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
      text.replace(/([[:,]\s*)(\d+)(?=[,\]}\s])/, '$1$2e0'),
    ),
  )
  // The other parser assigns this member to a prototype (hardening 6).
  .filter((text) => !text.includes('__proto__'));

/** Texts with one thing done to them: mostly no JSON any more. */
const brokenText = fc
  .tuple(
    anyText,
    fc.nat(),
    fc.constantFrom(
      '',
      ',',
      ':',
      '"',
      '{',
      '}',
      '[',
      ']',
      '\\',
      '0',
      '-',
      '.',
      'e',
      ' ',
      '\n',
      '\u0001',
      '//',
      '/**/',
      '\ufeff',
      '\u00a0',
      'null',
      '\\ud800',
    ),
  )
  .chain(([text, place, part]) => {
    const at = place % (text.length + 1);
    return fc.constantFrom(text.slice(0, at) + part + text.slice(at), text.slice(0, at) + part + text.slice(at + 1));
  });

/** Refusals that the other parser knows nothing of (hardening 1, 3 and 5). */
const OURS_ALONE = new Set(['json.duplicate_member', 'json.encoding', 'json.depth', 'io.empty']);

describe('reading', () => {
  test('what others write is read alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ours = read(text);
        if (!('value' in ours)) expect(OURS_ALONE).toContain(ours.refused);
        else expect(ours.value).toEqual(readOther(text));
      }),
      { numRuns: RUNS },
    );
  });

  test('what one refuses the other refuses', () => {
    let refused = 0;
    fc.assert(
      fc.property(brokenText, (text) => {
        const ours = read(text);
        const other = readOther(text);
        if ('value' in ours) expect(other).toEqual(ours.value);
        else {
          refused++;
          if (!OURS_ALONE.has(ours.refused)) expect([text, other]).toEqual([text, undefined]);
        }
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(RUNS / 4);
  });
});

describe('canonical form (RFC 8785)', () => {
  const value = fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme-composite' }) as fc.Arbitrary<Json>;

  test('is that of another implementation', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(canonicalize(one)).toBe(canonicalizeOther(one));
      }),
      { numRuns: RUNS },
    );
  });

  test('of numbers, over all doubles', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (one) => {
        expect(canonicalize(one)).toBe(canonicalizeOther(one));
      }),
      { numRuns: RUNS },
    );
  });

  test('of member names that sort apart in UTF-16 and in code points, and that look like numbers', () => {
    const name = fc.oneof(
      fc.constantFrom(
        '\ufb33',
        '\u{1f600}',
        '10',
        '9',
        '1',
        '',
        'a',
        'A',
        '__proto__',
        'constructor',
        '\u0000',
        '\u20ac',
        '\r',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const object = fc
      .uniqueArray(fc.tuple(name, fc.nat(9)), { selector: ([key]) => key, maxLength: 12 })
      .map((members) => ({ members, value: Object.fromEntries(members) }));
    fc.assert(
      fc.property(object, ({ members, value }) => {
        const ours = read(`{${members.map(([key, one]) => `${JSON.stringify(key)}:${one}`).join(',')}}`);
        if (!('value' in ours)) {
          expect(ours.refused).toBe('json.encoding'); // half of a surrogate pair
          return;
        }
        expect(canonicalize(ours.value)).toBe(canonicalizeOther(value));
      }),
      { numRuns: RUNS },
    );
  });
});
