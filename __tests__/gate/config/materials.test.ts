import { generateKeyPairSync } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type CosignInput, filesIn, Materials } from '../../../src/gate/config/materials.js';
import { ALICE, folder, MALLORY, pretty, removeFolders, revocationList, sha } from '../../support/build.js';
import { IS_WINDOWS } from '../../support/platform.js';

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
  const read = async (text: string): Promise<[string | undefined, ...string[]]> => {
    const materials = new Materials(filesIn(root, mode), mode);
    const key = await materials.key(text, 'the key');
    return [key?.id, ...materials.findings.map(({ code, message }) => `${code}: ${message}`)];
  };

  test('as text', async () => {
    expect(await read(HEX)).toEqual([ALICE.keyId]);
    expect(await read(Buffer.from(HEX, 'hex').toString('base64'))).toEqual([ALICE.keyId]);
  });

  test.each<[string, string, string | RegExp]>([
    ['in a file', 'a.pub', ''],
    ['in a file below', 'keys/a.pub', ''],
    ['in a file from here', './a.pub', ''],
    ['in a file whose name could be a key', 'abcd', ''],
    ['in a file that holds none', 'none.pub', /^key\.invalid: the key "none\.pub": /],
    ['in a file that holds a weak one', 'weak.pub', /^key\.weak: the key "weak\.pub": /],
    ['in an empty file', 'empty.pub', /^key\.invalid: the key "empty\.pub": /],
    ['in a file that not found', 'no.pub', 'dependency.missing: public key file "no.pub" not found'],
    ['in a folder that not found', 'no/a.pub', 'dependency.missing: public key file "no/a.pub" not found'],
    ['in a folder', './folder', 'key.invalid: public key file "./folder" is a folder'],
    [
      'in a file that is too large',
      'large.pub',
      'key.invalid: public key file "large.pub" has 16777217 bytes or more, limit 16777216',
    ],
    ['that is none', 'abcde', /^key\.invalid: the key: /],
    ['in a folder without a sign of a path', 'folder', 'key.invalid: public key file "folder" is a folder'],
    ['that is a base64 text with a slash', 'ab/cd==', /^key\.invalid: the key: /],
    ['that is none, with a dash', 'a-b', /^key\.invalid: the key: /],
    ['of several lines', 'a.pub\nb.pub', /^key\.invalid: the key: /],
    ['of blanks', ' ', /^key\.invalid: the key: /],
    [
      'of as much as a path can have',
      `./${'a'.repeat(4094)}`,
      // Windows does not say that the name is the reason.
      IS_WINDOWS
        ? /^dependency\.missing: public key file "\.\/a{117}…" not found$/
        : /^key\.invalid: public key file "\.\/a{117}…" cannot be read: name too long$/,
    ],
    ['with a slash backwards', 'no\\a', /^dependency\.missing: public key file "no\\\\a" not found$/],
    ['of more than a path can have', `./${'a'.repeat(4095)}`, /^key\.invalid: the key: /],
    ['that is weak', WEAK, /^key\.weak: the key: /],
  ])('%s', async (_, text, expected) => {
    const [id, ...told] = await read(text);
    // Upstream takes keys of any strength.
    if (mode === 'compat' && (text === WEAK || text === 'weak.pub')) {
      expect([id, told.length]).toEqual([WEAK_ID, 0]);
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
    'other.json': pretty(revocationList([{ key_id: 'k', revoked_at: '' }], MALLORY)),
    'twin.json': pretty({ ...list, Revoked: [] }),
    'uncovered.json': pretty({ ...list, unrevoked: ['k'] }),
    'capitals.json': pretty(revocationList([{ key_id: 'AB'.repeat(32), revoked_at: '' }])),
    'prefix.json': pretty(revocationList([{ key_id: `sha256:${'ab'.repeat(32)}`, revoked_at: '' }])),
    'short.json': pretty(revocationList([{ key_id: 'ab'.repeat(31), revoked_at: '' }])),
    'key.json': pretty(revocationList([{ key_id: Buffer.from(HEX, 'hex').toString('base64'), revoked_at: '' }])),
    'blank.json': pretty(revocationList([{ key_id: 'k ', revoked_at: '' }])),
    'ids.json': pretty(
      revocationList(
        ['a:b:c', `cosign:sha256:${'ab'.repeat(32)}`, 'ab'.repeat(32), 'release key'].map((key_id) => ({
          key_id,
          revoked_at: '',
        })),
      ),
    ),
    'empty.json': '{}',
    'text.json': '"x"',
    'broken.json': '{',
    'sub/x': '',
    'wrong.json': pretty(revocationList([{ key_id: 'k', revoked_at: '2026-01-01T00:00:00Z' }, { key_id: 3 }])),
  });
  const read = async (path: string, signed: boolean, mode: 'gate' | 'compat' = 'gate') => {
    const materials = new Materials(filesIn(lists, mode), mode);
    const key = signed ? await new Materials(filesIn(lists, mode), 'gate').key(HEX, 'k') : undefined;
    const bytes = await materials.read(path, { what: 'revocation list', unreadable: 'revocation.list_invalid' });
    const revoked = bytes === undefined ? [] : materials.revocations(bytes, `revocation list "${path}"`, key);
    return [
      revoked.map(({ keyId }) => keyId),
      materials.findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`),
    ];
  };

  test.each<[string, string, boolean, string[] | undefined, string[]]>([
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
      ['error revocation.list_invalid: revocation list "text.json" is not a JSON object'],
    ],
    ['that is no JSON', 'broken.json', true, [], ['error revocation.list_invalid: revocation list "broken.json": ']],
    [
      'with an entry that is none',
      'wrong.json',
      true,
      ['k', ''],
      [
        'error revocation.list_invalid: revocation list "wrong.json" /revoked/1/key_id: ',
        'error revocation.signature_invalid: revocation list "wrong.json": ',
      ],
    ],
    [
      'with a twin of a member',
      'twin.json',
      true,
      ['k'],
      ['error json.case_collision: revocation list "twin.json" /Revoked: '],
    ],
    [
      'with a member that its signature does not cover',
      'uncovered.json',
      true,
      ['k'],
      [
        'error revocation.list_invalid: revocation list "uncovered.json" /unrevoked: member "unrevoked" is not covered by the signature of the list',
      ],
    ],
    [
      'with ids in the spellings that there are',
      'ids.json',
      true,
      ['a:b:c', `cosign:sha256:${'ab'.repeat(32)}`, 'ab'.repeat(32), 'release key'],
      [],
    ],
    ...(['capitals', 'prefix', 'short', 'key', 'blank'] as const).map(
      (name): [string, string, boolean, undefined, string[]] => [
        `with an id in another spelling: ${name}`,
        `${name}.json`,
        true,
        undefined,
        [`error revocation.list_invalid: revocation list "${name}.json" /revoked/0/key_id: `],
      ],
    ),
    [
      'that is an empty object, no key',
      'empty.json',
      false,
      [],
      [
        'error revocation.list_invalid: revocation list "empty.json": ',
        'error revocation.list_invalid: revocation list "empty.json": ',
        'warning revocation.not_checked: ',
      ],
    ],
    ['that is not there', 'no.json', true, [], ['error dependency.missing: revocation list "no.json" not found']],
    ['that is a folder', 'sub', true, [], ['error revocation.list_invalid: revocation list "sub" is a folder']],
  ])('%s', async (_, path, signed, ids, told) => {
    const [revoked, findings] = await read(path, signed);
    expect(findings).toEqual(
      // what the list or its signature lacks is told in their own words
      told.map((one) => (one.endsWith(': ') ? expect.stringMatching(new RegExp(`^${one}.+`)) : one)),
    );
    if (ids !== undefined) expect(revoked).toEqual(ids);
  });

  test('compat checks no signature without a key', async () =>
    expect(await read('r.json', false, 'compat')).toEqual([['k'], []]));
});

describe('a file of the configuration', () => {
  const workspace = folder({ 'a.txt': 'a', 'most.bin': Buffer.alloc(16 * 1024 * 1024) });
  symlinkSync(join(root, 'a.pub'), join(workspace, 'away'));

  test.each<['gate' | 'compat', string, string | number]>([
    ['gate', 'a.txt', 1],
    ['gate', 'most.bin', 16 * 1024 * 1024],
    ['gate', 'no.txt', 'dependency.missing: it "no.txt" not found'],
    ['compat', 'no.txt', 'baseline.invalid: it "no.txt" not found'],
    ['compat', 'away', 65],
  ])('%s: %s', async (mode, path, expected) => {
    const materials = new Materials(filesIn(workspace, mode), mode);
    const bytes = await materials.read(path, { what: 'it', unreadable: 'baseline.invalid' });
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
    const materials = new Materials(filesIn(types, 'gate'), 'gate');
    const made = await materials.customTypes(await materials.schemas(pairs));
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
    ['not there', ['a.x=no.json'], undefined, ['dependency.missing: schema "no.json" not found']],
    ['a folder', ['a.x=.'], undefined, ['schema.custom.unreadable: schema "." is a folder']],
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
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = Buffer.from(publicKey.export({ format: 'pem', type: 'spki' }));
  const read = async (given: CosignInput) => {
    const materials = new Materials(filesIn(root, 'gate'), 'gate');
    const trust = await materials.cosign(given);
    return [
      trust === undefined ? undefined : Object.keys(trust.key ?? {}).length > 0,
      ...materials.findings.map(({ code, message }) => `${code}: ${message}`),
    ];
  };

  test.each<[string, CosignInput, unknown[]]>([
    ['nothing', {}, [undefined]],
    ['nothing, member by member', { key: undefined, identity: undefined }, [undefined]],
    ['a key', { key: pem }, [true]],
    ['an identity', { identity: 'i', issuer: 'j' }, [false]],
    [
      'a key that is not one',
      { key: Buffer.from('no key') },
      [undefined, expect.stringMatching(/^cosign\.material_invalid: .*cosign key/)],
    ],
  ])('%s', async (_, given, expected) => {
    expect(await read(given)).toEqual(expected);
  });
});
