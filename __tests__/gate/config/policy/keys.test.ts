import { describe, expect, test } from '@jest/globals';
import { readKeys } from '../../../../src/gate/config/policy/keys.js';
import { ALICE, MALLORY } from '../../../support/build.js';
import { fileReader } from '../../support/world.js';

const A = ALICE.publicKey;
const NO_POINT = `02${'00'.repeat(31)}`;

/** The keys of these texts by name and file, what is told of them, and the files that were asked for. */
async function read(entries: readonly (readonly [string, string])[], files: Record<string, string> = {}) {
  const told: string[] = [];
  const asked: string[] = [];
  const keys = await readKeys(
    entries.map(([name, text]) => ({ name, public_key: text })),
    () => ({}),
    (code, message, pointer) => told.push(`${pointer} ${code}: ${message}`),
    (named, request) => {
      asked.push(named.file);
      return fileReader(files)(named, request);
    },
  );
  return { keys: keys.map(({ name, key, file }) => [name, key.name, key.id, file]), told, asked };
}

test('a key has its name, and its file when it has one', async () => {
  const entries = [
    ['in the policy', ` ${A} `],
    ['in a file', ' m.pub '],
  ] as const;
  expect(await read(entries, { 'm.pub': `${MALLORY.publicKey}\n` })).toEqual({
    keys: [
      ['in the policy', 'in the policy', ALICE.keyId, undefined],
      ['in a file', 'in a file', MALLORY.keyId, 'm.pub'],
    ],
    told: [],
    asked: ['m.pub'],
  });
});

describe('a text that is no key', () => {
  test.each([
    ['a path', 'keys/a.pub'],
    ['a name', 'A'],
    ['a path with the sign of an old key', 'keys/ssh-a.pub'],
    ['a path with a brace', 'a{b'],
    ['a file named by too few digits for a key', 'a'.repeat(39)],
    ['a file whose name begins with a digest', `${'ab'.repeat(32)}.pub`],
    ['a file in a folder, named by a digest', `./${'ab'.repeat(32)}`],
    ['a file named by a character less than base64', 'Z'.repeat(42)],
    ['a file whose name begins with base64', `${'Z'.repeat(43)}.pub`],
    ['a file in a folder, named in base64', `./${'Z'.repeat(43)}`],
    ['the longest path', 'p'.repeat(4096)],
  ])('is looked up as a file: %s', async (_, text) => {
    expect(await read([['k', text]])).toEqual({
      keys: [],
      told: [`/trust/keys/0/public_key dependency.missing: key "k": ${text} is not there`],
      asked: [text],
    });
  });

  test.each([
    ['more than a path can have', 'p'.repeat(4097)],
    ['several lines', 'a.pub\nb.pub'],
    ['a character that no path has', 'a\0b'],
    ['JSON', '{"kty":"OKP"}'],
    ['JSON after blanks', '  {"kty":"OKP"}'],
    ['PEM', 'x -----BEGIN PUBLIC KEY-----'],
    ['OpenSSH', 'ssh-ed25519 AAAA'],
    ['a digit too few', A.slice(1)],
    ['forty digits, in capitals', 'AB'.repeat(20)],
    ['base64 of another length than it says', `${'A'.repeat(42)}B`],
    ['padded base64 of another length', `${'A'.repeat(42)}B=`],
  ])('is never looked up: %s', async (_, text) => {
    const { keys, told, asked } = await read([['k', text]], { [text.trim()]: A });
    expect([keys, asked]).toEqual([[], []]);
    expect(told).toEqual([expect.stringMatching(/^\/trust\/keys\/0\/public_key policy\.invalid: key "k": /)]);
  });

  test('nor is a weak one', async () => {
    expect(await read([['k', '00'.repeat(32)]])).toEqual({
      keys: [],
      told: [expect.stringMatching(/^\/trust\/keys\/0\/public_key key\.weak: key "k": the public key /)],
      asked: [],
    });
  });
});

test('a key that nobody could sign with is rejected by its name, and the next one is read', async () => {
  const { keys, told } = await read([
    ['nobody', NO_POINT],
    ['alice', A],
  ]);
  expect(told).toEqual(['/trust/keys/0/public_key policy.invalid: key "nobody": not a usable Ed25519 public key']);
  expect(keys.map(([name]) => name)).toEqual(['alice']);
});

test('a key is listed once, under one name', async () => {
  const { keys, told } = await read([
    ['alice', A],
    ['alice', A],
    ['bob', A],
  ]);
  expect(told).toEqual([
    '/trust/keys/1/public_key policy.invalid: key "alice" is listed twice',
    '/trust/keys/2/public_key policy.invalid: key "bob" has the same public key as "alice"',
  ]);
  expect(keys).toHaveLength(1);
});

test('a key file of the maximum size is read, a larger one is not', async () => {
  const files = { 'a.pub': A.padEnd(16_384), 'b.pub': A.padEnd(16_385) };
  const { keys, told } = await read(
    [
      ['a', 'a.pub'],
      ['b', 'b.pub'],
    ],
    files,
  );
  expect(keys.map(([name]) => name)).toEqual(['a']);
  expect(told).toEqual(['/trust/keys/1/public_key policy.invalid: key "b": the key file is too large']);
});
