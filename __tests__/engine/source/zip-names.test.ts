import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fault } from '../../../src/engine/fault.js';
import { decodeName, NameIndex } from '../../../src/engine/source/zip-names.js';

const decode = (name: string): string => decodeName(Buffer.from(name), true);

describe('decodeName', () => {
  test('never lets a part through that leads elsewhere, in no normal form', () => {
    const part = fc.constantFrom('..', '.', '', 'a', '\\', '\u2025', '\uff0e', '\uff0f', '\uff3c', ' ', 'C:', '\u200b');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('/', ''), (parts, separator) => {
        const name = parts.join(separator);
        try {
          decode(name);
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
          return;
        }
        for (const form of [name, name.normalize('NFKC'), name.normalize('NFC')]) {
          const segments = form.replace(/\/$/, '').split('/');
          expect(form).not.toMatch(/^[/\\]|\\|^[a-z]:/i);
          expect(segments.filter((segment) => /^\.{0,2}$/.test(segment))).toEqual([]);
        }
      }),
    );
  });

  test('returns what it takes as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9_-]{4,20}(\/[a-zA-Z0-9_-]{4,20}){0,5}$/), (name) => {
        expect(decode(name)).toBe(name);
      }),
    );
  });
});

describe('NameIndex', () => {
  const accepts = (names: readonly string[]): boolean => {
    const index = new NameIndex();
    try {
      for (const name of names) index.add(name);
      return true;
    } catch (error) {
      if (error instanceof Fault && error.code === 'zip.duplicate_entry') return false;
      throw error;
    }
  };

  test('judges a set of names in whatever order they come', () => {
    const name = fc.stringMatching(/^[aAbé]{1,2}(\/[aAbé]{1,2}){0,2}\/?$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (names, order) => {
        const ranks = names.map((one) => [order.next().value ?? 0, one] as const);
        const shuffled = ranks.toSorted(([a], [b]) => a - b).map(([, one]) => one);
        expect(accepts(shuffled)).toBe(accepts(names));
      }),
    );
  });

  test('takes capitals that stand alone', () => {
    expect(accepts(['README.md', 'Evidence/A.json', 'Evidence/b.json'])).toBe(true);
  });
});
