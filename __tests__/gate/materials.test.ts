import { afterAll, describe, expect, test } from '@jest/globals';
import { Materials } from '../../src/gate/materials.js';
import { ALICE, folder, MALLORY, pretty, removeFolders, revocationList, sha } from '../support/build.js';

/* What a run is configured with: keys as texts and files, lists, and what is said of those that cannot be had. */

afterAll(removeFolders);

const HEX = ALICE.publicKey;
const WEAK = `01${'00'.repeat(31)}`;
const WEAK_ID = sha(Buffer.from(WEAK, 'hex'));
const root = folder({
  'a.pub': `${HEX}\n`,
  'keys/a.pub': HEX,
  abcd: HEX,
  'none.pub': 'no key',
  'weak.pub': WEAK,
  'empty.pub': '',
  'large.pub': Buffer.alloc(16 * 1024 * 1024 + 1, 0x61),
  'folder/x': '',
});

describe.each(['gate', 'compat'] as const)('a key, %s', (mode) => {
  const read = (text: string): [string | undefined, ...string[]] => {
    const materials = new Materials(root, mode);
    const key = materials.key(text, 'the key');
    return [key?.id, ...materials.findings.map(({ code, message }) => `${code}: ${message}`)];
  };

  test('as text', () => {
    expect(read(HEX)).toEqual([ALICE.keyId]);
    expect(read(Buffer.from(HEX, 'hex').toString('base64'))).toEqual([ALICE.keyId]);
  });

  test.each<[string, string, string | RegExp]>([
    ['in a file', 'a.pub', ''],
    ['in a file below', 'keys/a.pub', ''],
    ['in a file from here', './a.pub', ''],
    ['in a file whose name could be a key', 'abcd', ''],
    ['in a file that holds none', 'none.pub', /^key\.invalid: the key "none\.pub": /],
    ['in a file that holds a weak one', 'weak.pub', /^key\.weak: the key "weak\.pub": /],
    ['in an empty file', 'empty.pub', /^key\.invalid: the key "empty\.pub": /],
    ['in a file that is not there', 'no.pub', 'dependency.missing: the key "no.pub" is not there'],
    ['in a folder that is not there', 'no/a.pub', 'dependency.missing: the key "no/a.pub" is not there'],
    ['in a folder', './folder', 'key.invalid: the key "./folder" cannot be read (EISDIR)'],
    [
      'in a file that is too large',
      'large.pub',
      'key.invalid: the key "large.pub" has 16777217 bytes, more than 16777216',
    ],
    ['that is none', 'abcde', /^key\.invalid: the key: /],
    ['that is a folder without a sign of a path', 'folder', /^key\.invalid: the key: /],
    ['that is a base64 text with a slash', 'ab/cd==', /^key\.invalid: the key: /],
    ['of several lines', 'a.pub\nb.pub', /^key\.invalid: the key: /],
    ['of blanks', ' ', /^key\.invalid: the key: /],
    ['of more than a path can have', `./${'a'.repeat(4095)}`, /^key\.invalid: the key: /],
    ['that is weak', WEAK, /^key\.weak: the key: /],
  ])('%s', (_, text, expected) => {
    const [id, ...told] = read(text);
    if (mode === 'compat') {
      // upstream takes no files, and keys of any strength
      expect([id, told.length]).toEqual(text === WEAK ? [WEAK_ID, 0] : [undefined, 1]);
      return;
    }
    if (expected === '') expect([id, ...told]).toEqual([ALICE.keyId]);
    else {
      expect([id, told.length]).toEqual([undefined, 1]);
      expect(told[0]).toMatch(
        typeof expected === 'string' ? new RegExp(`^${expected.replaceAll(/[.()/]/g, '\\$&')}$`) : expected,
      );
    }
  });
});

describe('a revocation list', () => {
  const list = revocationList([{ key_id: 'k', revoked_at: '2026-01-01T00:00:00Z', reason: 'lost' }]);
  const lists = folder({
    'r.json': pretty(list),
    'other.json': pretty(revocationList([{ key_id: 'k' }], MALLORY)),
    'text.json': '"x"',
    'broken.json': '{',
  });
  const read = (path: string, signed: boolean, mode: 'gate' | 'compat' = 'gate') => {
    const materials = new Materials(lists, mode);
    const key = signed ? new Materials(lists, 'gate').key(HEX, 'k') : undefined;
    const revoked = materials.revocations(path, key);
    return [revoked.map(({ keyId }) => keyId), materials.findings.map(({ code, severity }) => `${severity} ${code}`)];
  };

  test.each<[string, string, boolean, string[], string[]]>([
    ['signed, and the key is known', 'r.json', true, ['k'], []],
    ['signed, no key', 'r.json', false, ['k'], ['warning revocation.not_checked']],
    ['signed by somebody else', 'other.json', true, ['k'], ['error revocation.signature_invalid']],
    ['that is no object', 'text.json', true, [], ['error revocation.list_invalid']],
    ['that is no JSON', 'broken.json', true, [], ['error revocation.list_invalid']],
    ['that is not there', 'no.json', true, [], ['error dependency.missing']],
  ])('%s', (_, path, signed, ids, told) => {
    const [revoked, findings] = read(path, signed);
    expect(findings).toEqual(told);
    expect(revoked).toEqual(ids);
  });

  test('compat looks at no signature without a key', () =>
    expect(read('r.json', false, 'compat')).toEqual([['k'], []]));
});
