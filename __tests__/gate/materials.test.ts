import { generateKeyPairSync } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type CosignOptions, Materials } from '../../src/gate/materials.js';
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
  ' ': HEX,
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
    ['that is none, with a dash', 'a-b', /^key\.invalid: the key: /],
    ['of several lines', 'a.pub\nb.pub', /^key\.invalid: the key: /],
    ['of blanks', ' ', /^key\.invalid: the key: /],
    [
      'of as much as a path can have',
      `./${'a'.repeat(4094)}`,
      /^key\.invalid: the key "\.\/a{4094}" cannot be read \(ENAMETOOLONG\)$/,
    ],
    ['with a slash backwards', 'no\\a', /^dependency\.missing: the key "no\\\\a" is not there$/],
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
    'sub/x': '',
    'wrong.json': pretty(revocationList([{ key_id: 'k', revoked_at: '2026-01-01T00:00:00Z' }, { key_id: 3 }])),
  });
  const read = (path: string, signed: boolean, mode: 'gate' | 'compat' = 'gate') => {
    const materials = new Materials(lists, mode);
    const key = signed ? new Materials(lists, 'gate').key(HEX, 'k') : undefined;
    const revoked = materials.revocations(path, key);
    return [
      revoked.map(({ keyId }) => keyId),
      materials.findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`),
    ];
  };

  test.each<[string, string, boolean, string[], string[]]>([
    ['signed, and the key is known', 'r.json', true, ['k'], []],
    [
      'signed, no key',
      'r.json',
      false,
      ['k'],
      [
        'warning revocation.not_checked: the signature of revocation list "r.json" was not checked: give --revocation-key',
      ],
    ],
    [
      'signed by somebody else',
      'other.json',
      true,
      ['k'],
      ['error revocation.signature_invalid: revocation list "other.json": '],
    ],
    [
      'that is no object',
      'text.json',
      true,
      [],
      ['error revocation.list_invalid: revocation list "text.json" is no JSON object'],
    ],
    ['that is no JSON', 'broken.json', true, [], ['error revocation.list_invalid: revocation list "broken.json": ']],
    [
      'with an entry that is none',
      'wrong.json',
      true,
      ['k', ''],
      [
        'error revocation.list_invalid: revocation list "wrong.json": ',
        'error revocation.signature_invalid: revocation list "wrong.json": ',
      ],
    ],
    ['that is not there', 'no.json', true, [], ['error dependency.missing: revocation list "no.json" is not there']],
    [
      'that is a folder',
      'sub',
      true,
      [],
      ['error revocation.list_invalid: revocation list "sub" cannot be read (EISDIR)'],
    ],
  ])('%s', (_, path, signed, ids, told) => {
    const [revoked, findings] = read(path, signed);
    expect(findings).toEqual(
      // what the list or its signature lacks is told in their own words
      told.map((one) => (one.endsWith(': ') ? expect.stringMatching(new RegExp(`^${one}.+`)) : one)),
    );
    expect(revoked).toEqual(ids);
  });

  test('compat looks at no signature without a key', () =>
    expect(read('r.json', false, 'compat')).toEqual([['k'], []]));
});

describe('a file of the configuration', () => {
  const workspace = folder({ 'a.txt': 'a', 'most.bin': Buffer.alloc(16 * 1024 * 1024), 'most.pub': '' });
  symlinkSync(join(root, 'a.pub'), join(workspace, 'away'));

  test.each<['gate' | 'compat', string, string | number]>([
    ['gate', 'a.txt', 1],
    ['gate', 'most.bin', 16 * 1024 * 1024],
    ['gate', 'no.txt', 'dependency.missing: it "no.txt" is not there'],
    ['gate', 'away', 'path.escape: it: "away" leads outside the workspace through a link'],
    ['compat', 'no.txt', 'baseline.invalid: it "no.txt" is not there'],
    ['compat', 'away', 65],
  ])('%s: %s', (mode, path, expected) => {
    const materials = new Materials(workspace, mode);
    const bytes = materials.read(path, 'it', 'baseline.invalid');
    const told = materials.findings.map(({ code, message, artifact }) => `${artifact}${code}: ${message}`);
    expect([bytes?.length, told]).toEqual(typeof expected === 'number' ? [expected, []] : [undefined, [expected]]);
  });
});

describe('custom record types', () => {
  const schema = (bytes: number): string => '{"type":"object"}'.padEnd(bytes);
  const types = folder({
    'a.json': schema(0),
    'b.json': schema(0),
    'most.json': schema(1024 * 1024),
    'large.json': schema(1024 * 1024 + 1),
    'none.json': '{"type":"nothing"}',
    'broken.json': '{',
  });
  const read = async (...pairs: string[]) => {
    const materials = new Materials(types, 'gate');
    const made = await materials.customTypes(pairs);
    return [made?.names, ...materials.findings.map(({ code, message }) => `${code}: ${message}`)];
  };

  test.each<[string, string[], readonly string[] | undefined, string[]]>([
    ['none', [], undefined, []],
    ['one', ['a.x=a.json'], ['a.x'], []],
    ['several, with blanks', [' b.x = b.json ', 'a.x=a.json'], ['a.x', 'b.x'], []],
    ['the largest', ['a.x=most.json'], ['a.x'], []],
    ...['a.x', '=a.json', 'a.x=', ' =a.json', 'a.x= ', ''].map((pair): [string, string[], undefined, string[]] => [
      `not TYPE=FILE: '${pair}'`,
      [pair],
      undefined,
      [`schema.custom.unreadable: --custom-type-schema ${JSON.stringify(pair)} is not TYPE=FILE`],
    ]),
    [
      'one that is wrong beside one that is not',
      ['a.json', 'a.x=a.json'],
      ['a.x'],
      ['schema.custom.unreadable: --custom-type-schema "a.json" is not TYPE=FILE'],
    ],
    ['not there', ['a.x=no.json'], undefined, ['dependency.missing: schema "no.json" is not there']],
    ['a folder', ['a.x=.'], undefined, ['schema.custom.unreadable: schema "." cannot be read (EISDIR)']],
    ['too large', ['a.x=large.json'], [], ['schema.custom.too_large: schema "large.json": ']],
    ['no JSON', ['a.x=broken.json'], [], ['schema.custom.invalid: schema "broken.json": ']],
    ['no schema', ['a.x=none.json'], [], ['schema.custom.invalid: schema "none.json": ']],
  ])('%s', async (_, pairs, names, told) => {
    const [made, ...findings] = await read(...pairs);
    expect(findings).toEqual(
      told.map((one) => (one.endsWith(': ') ? expect.stringMatching(new RegExp(`^${one}.+`)) : one)),
    );
    expect(made).toEqual(names);
  });
});

describe('cosign material', () => {
  const files = folder({
    'none.pub': 'no key',
    'c.pub': generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'pem', type: 'spki' }),
  });
  const none = {
    key: undefined,
    certificate: undefined,
    identity: undefined,
    issuer: undefined,
    trustedRoot: undefined,
  };
  const read = async (given: Partial<CosignOptions>) => {
    const materials = new Materials(files, 'gate');
    const trust = await materials.cosign({ ...none, ...given });
    return [
      trust === undefined ? undefined : Object.keys(trust.key ?? {}).length > 0,
      ...materials.findings.map(({ code, message }) => `${code}: ${message}`),
    ];
  };

  test.each<[string, Partial<CosignOptions>, unknown[]]>([
    ['nothing', {}, [undefined]],
    ['a key', { key: 'c.pub' }, [true]],
    ['an identity', { identity: 'i', issuer: 'j' }, [false]],
    [
      'a file that is not there, told by itself',
      { certificate: 'no.crt' },
      [undefined, 'dependency.missing: cosign certificate "no.crt" is not there'],
    ],
    ['a folder', { key: '.' }, [undefined, 'cosign.material_invalid: cosign key "." cannot be read (EISDIR)']],
    [
      'a key that is none',
      { key: 'none.pub' },
      [undefined, expect.stringMatching(/^cosign\.material_invalid: .*cosign key/)],
    ],
    [
      'several that are not there',
      { key: 'no.pub', certificate: 'no.crt', trustedRoot: 'no.json', identity: 'i', issuer: 'j' },
      [
        undefined,
        'dependency.missing: cosign key "no.pub" is not there',
        'dependency.missing: cosign certificate "no.crt" is not there',
        'dependency.missing: cosign trusted root "no.json" is not there',
      ],
    ],
  ])('%s', async (_, given, expected) => {
    expect(await read(given)).toEqual(expected);
  });
});
