import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fault } from '../../../../src/engine/fault.js';
import { decodeName, NameIndex } from '../../../../src/engine/source/zip/names.js';

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

describe('a name that is refused says why', () => {
  const why = (name: string | Buffer, utf8 = true): string => {
    try {
      decodeName(Buffer.from(name), utf8);
      return 'taken';
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return `${error.code}: ${error.message}`;
    }
  };

  test.each<[string, string]>([
    ['', 'zip.name_invalid: an entry has no name'],
    ['a\u0001b', 'zip.name_invalid: .* contains a control or direction character'],
    ['a\u202eb', 'zip.name_invalid: .* contains a control or direction character'],
    ['/a', 'zip.path_escape: .* is absolute'],
    ['\\a', 'zip.path_escape: .* is absolute'],
    ['c:a', 'zip.path_escape: .* begins with a drive letter'],
    ['Z:/a', 'zip.path_escape: .* begins with a drive letter'],
    ['a/../b', 'zip.path_escape: .* contains ".."'],
    ['a\\..\\b', 'zip.path_escape: .* contains ".."'],
    ['..', 'zip.path_escape: .* contains ".."'],
    ['a\\b', 'zip.name_invalid: .* contains a backslash'],
    ['a//b', 'zip.name_invalid: .* contains an empty part or "."'],
    ['./a', 'zip.name_invalid: .* contains an empty part or "."'],
    ['a/.', 'zip.name_invalid: .* contains an empty part or "."'],
    ['a//', 'zip.name_invalid: .* contains an empty part or "."'],
    ['a./b', 'zip.name_invalid: .* has a part that ends with a dot or space'],
    ['a /b', 'zip.name_invalid: .* has a part that ends with a dot or space'],
    ['CON', 'zip.name_invalid: .* is a reserved name on Windows'],
    ['d/nul.txt', 'zip.name_invalid: .* is a reserved name on Windows'],
    ['ab::c', 'zip.name_invalid: .* names a stream of a file'],
    ['ab:$DATA', 'zip.name_invalid: .* names a stream of a file'],
    ['d/ab:', 'zip.name_invalid: .* names a stream of a file'],
    ['at-12:30:00', 'taken'],
    ['a/', 'taken'],
    ['a/b/', 'taken'],
    ['.a/..b/c', 'taken'],
    ['CONS/b', 'taken'],
    ['d/1:', 'zip.name_invalid: .* names a stream of a file'],
  ])('%j', (name, expected) => expect(why(name)).toMatch(new RegExp(`^${expected}`)));

  test('by its length, its parts and its encoding', () => {
    const deep = (parts: number): string => Array.from({ length: parts }, () => 'a').join('/');
    expect(why(deep(64))).toBe('taken');
    expect(why(deep(65))).toMatch(/has too many parts/);
    expect(why('é', false)).toMatch(/is not ASCII and lacks the UTF-8 flag/);
    expect(why('é')).toBe('taken');
    expect(why(Buffer.from([0x61, 0xff]))).toBe('zip.name_invalid: an entry name is not valid UTF-8');
    expect(why('a'.repeat(70_000))).toBe('zip.name_invalid: an entry name has 70000 bytes');
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
