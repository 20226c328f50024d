import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/engine/findings.js';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import { searchHashedText } from '../../../src/engine/record/hash-cause.js';
import { viewRecord } from '../../../src/engine/record/view.js';
import type { JsonObject } from '../../../src/engine/types.js';
import {
  ALICE,
  canonical,
  chain,
  type Doc,
  hashed,
  hashOf,
  jsonl,
  MALLORY,
  omit,
  pretty,
  record,
  recordHash,
  records,
  sha,
} from '../../support/build.js';

// Causes that are found and named (people.md sections 2.3 and 2.4): one finding each, with the code that it always had.

const ODD: Doc = {
  ...omit(record(), 'integrity'),
  timestamp: '2026-01-02T04:04:05.250+01:00',
  event: { ratio: 12.5, name: 'Verträge <1>', list: [1, { b: 2, a: 1 }] },
};
/** The record as the file has it: Python's floats are put in as text. */
const TEXT = pretty(ODD).replace('12.5', '1250e-2');

async function findingsOf(
  text: string,
  options: VerifyArtifactOptions = {},
  name = 'r.json',
): Promise<readonly Finding[]> {
  const { findings } = await verifyArtifact({ name, bytes: Buffer.from(text) }, options);
  return findings.filter(({ severity }) => severity === 'error');
}

const sealedWith = (hash: string, text = TEXT): string =>
  text.replace(/\n\}\n$/, `,\n  "integrity": {\n    "record_hash": "${hash}"\n  }\n}\n`);

/** What a producer hashed by mistake, written independently of the engine. */
const COVERED = { ...hashed(ODD), timestamp: '2026-01-02T03:04:05Z' };
const spaced = (text: string): string =>
  text.replace(/("(?:[^"\\]|\\.)*")|([,:])/g, (_, quoted: string | undefined, mark: string) => quoted ?? `${mark} `);
const escaped = (text: string): string =>
  text.replace(/[^\u0000-\u007f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('the hash of a different text', () => {
  test.each<[string, string, RegExp]>([
    ['escaped characters', escaped(canonical(COVERED)), /non-ASCII characters escaped \(Python: ensure_ascii=False\)/],
    ['spaces', spaced(canonical(COVERED)), /spaces after commas and colons \(Python: separators=/],
    [
      'spaces and escapes',
      escaped(spaced(canonical(COVERED))),
      /spaces after commas.*; with non-ASCII characters escaped/,
    ],
    [
      'numbers as written',
      canonical(COVERED).replace('12.5', '1250e-2'),
      /numbers in the form 1250e-2, which RFC 8785 writes as 12\.5/,
    ],
    [
      'Go escapes',
      canonical(COVERED).replace('<', '\\u003c').replace('>', '\\u003e'),
      /with <, > and & escaped \(Go: SetEscapeHTML\(false\)\)/,
    ],
    [
      'the timestamp as written',
      canonical({ ...COVERED, timestamp: ODD['timestamp'] }),
      /the timestamp as written \(it is hashed in UTC with whole seconds: 2026-01-02T03:04:05Z\)/,
    ],
    ['a line feed', `${canonical(COVERED)}\n`, /with a line feed at the end/],
    ['the whole record', canonical(ODD), /the whole record without integrity, .*hash --canonical/],
    [
      'the whole record, its timestamp as written',
      canonical(ODD),
      /whole record without integrity, .*; with the timestamp as written \(it is hashed in UTC/,
    ],
    [
      'the whole record, its timestamp in UTC',
      canonical({ ...ODD, timestamp: COVERED['timestamp'] }),
      /whole record without integrity, (?!.*the timestamp)/,
    ],
    [
      'the whole record, empty integrity',
      canonical({ ...ODD, integrity: {} }),
      /the whole record with an empty integrity/,
    ],
    [
      'the whole record, empty hash',
      canonical({ ...ODD, integrity: { record_hash: '' } }),
      /the whole record with record_hash empty/,
    ],
    [
      'the record as Python dumps it',
      spaced(JSON.stringify(ODD)),
      /the whole record without integrity.*; with spaces.*; with members in the order of the file \(Python: sort_keys=True\)/,
    ],
    [
      'no absent members',
      canonical(omit(COVERED, 'agent_id', 'metadata')),
      /without agent_id, metadata as the hash has them \(hashed although absent/,
    ],
    ['no metadata', canonical(omit(COVERED, 'metadata')), /without metadata as the hash has them/],
    [
      'an empty integrity',
      canonical({ ...COVERED, integrity: {} }),
      /without previous_record_hash as the hash has them/,
    ],
  ])('%s', async (_name, text, cause) => {
    const wrong = `sha256:${sha(text)}`;
    const [found, ...more] = await findingsOf(sealedWith(wrong));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'record.hash_mismatch', exit_code: 2, pointer: '/integrity/record_hash' });
    expect(found?.message).toMatch(cause);
    expect(found?.message).toContain(wrong.slice(7, 19));
    expect(found?.remedy).toContain('hash --canonical');
  });

  test('members that the hash does not cover do not hide the cause', async () => {
    const found = await findingsOf(
      sealedWith(`sha256:${sha(spaced(canonical(COVERED)))}`).replace('{', '{ "note": 1,'),
    );
    expect(found.map(({ code }) => code).sort()).toEqual(['record.hash_mismatch', 'record.unhashed_member']);
    expect(found.find(({ code }) => code === 'record.hash_mismatch')?.message).toContain('separators');
  });

  test('content that really changed has no cause and no other remedy', async () => {
    const [found] = await findingsOf(sealedWith(hashOf({ ...ODD, event: {}, timestamp: '2026-01-02T03:04:05Z' })));
    expect(found?.message).toMatch(/^record_hash is sha256:[0-9a-f]{12}…, content hashes to sha256:[0-9a-f]{12}…$/);
    expect(found?.remedy).toBeUndefined();
  });

  test('in chains and streams, in order, for the first ten of an artifact', async () => {
    const list = records(12).map((one) => ({
      ...one,
      integrity: { record_hash: `sha256:${sha(spaced(canonical(hashed(omit(one, 'integrity')))))}` },
    }));
    const bare = list.map((one) => omit(one, 'x'));
    for (const [name, text] of [
      ['a.jsonl', jsonl(bare)],
      ['a.json', pretty(chain(bare))],
    ] as const) {
      const found = (await findingsOf(text, {}, name)).filter(({ code }) => code === 'record.hash_mismatch');
      expect(found).toHaveLength(12);
      expect(found.map(({ remedy }) => remedy !== undefined)).toEqual([...Array(10).fill(true), false, false]);
    }
  });

  test('changed records do not hide the cause of a later one', async () => {
    const list = records(3).map((one, index) => {
      const hash = index < 2 ? sha(`changed ${index}`) : sha(spaced(canonical(hashed(omit(one, 'integrity')))));
      return { ...omit(one, 'x'), integrity: { record_hash: `sha256:${hash}` } };
    });
    const found = (await findingsOf(jsonl(list), {}, 'a.jsonl')).filter(({ code }) => code === 'record.hash_mismatch');
    expect(found.map(({ remedy }) => remedy !== undefined)).toEqual([false, false, true]);
  });

  test('a record over 256 KiB is not examined', async () => {
    const large = { ...omit(record(), 'integrity'), event: { text: 'x'.repeat(256 * 1024) } };
    const [found] = await findingsOf(sealedWith(`sha256:${sha(spaced(canonical(hashed(large))))}`, pretty(large)));
    expect(found?.remedy).toBeUndefined();
  });
});

describe('a record that is not sealed yet', () => {
  const bare = omit(record(), 'integrity');
  test.each<[string, Doc, string, string]>([
    ['no integrity', bare, 'record.integrity_required', 'integrity is missing'],
    ['an empty integrity', { ...bare, integrity: {} }, 'record.hash_required', 'record_hash is missing'],
    ['an empty hash', { ...bare, integrity: { record_hash: '' } }, 'record.hash_required', 'record_hash is missing'],
    [
      'a placeholder',
      { ...bare, integrity: { record_hash: 'sha256:...' } },
      'record.hash_required',
      '"sha256:..." is not a SHA-256',
    ],
    [
      'TODO',
      { ...bare, integrity: { record_hash: 'TODO', signing_key_id: '', signature: '' } },
      'record.hash_required',
      '"TODO" is not a SHA-256',
    ],
    [
      '63 digits',
      { ...bare, integrity: { record_hash: `sha256:${'a'.repeat(63)}` } },
      'record.hash_required',
      'is not a SHA-256',
    ],
  ])('%s is one finding, with a key and without', async (_name, one, code, message) => {
    for (const options of [{}, { publicKeys: [ALICE.publicKey] }]) {
      const found = await findingsOf(pretty(one), options);
      expect(found.map((finding) => [finding.code, finding.exit_code])).toEqual([[code, 3]]);
      expect(found[0]?.message).toContain(message);
      expect(found[0]?.message).toContain('hash --write FILE');
    }
  });

  test('a record that links to it is not reported as well', async () => {
    const list = records(3).map((one) => ({
      ...one,
      integrity: { ...(one['integrity'] as Doc), record_hash: 'sha256:...' },
    }));
    const found = await findingsOf(jsonl(list), {}, 'a.jsonl');
    expect(found.map(({ code }) => code)).toEqual(Array(3).fill('record.hash_required'));
  });
});

describe('the right digest in a different form', () => {
  const hash = recordHash(record());
  test.each([hash.slice(7), hash.toUpperCase(), `SHA256:${hash.slice(7)}`, `sha-256:${hash.slice(7)}`, ` ${hash}`])(
    '%s',
    async (form) => {
      const found = await findingsOf(pretty({ ...record(), integrity: { record_hash: form } }));
      expect(found.map(({ code, exit_code }) => [code, exit_code])).toEqual([['record.hash_mismatch', 2]]);
      expect(found[0]?.message).toMatch(/^the digest is right, only its form is not/);
      expect(found[0]?.message).toContain(hash);
      expect(found[0]?.remedy).toBeDefined();
    },
  );
});

describe('a signature over a different text', () => {
  const one = record();
  const hash = recordHash(one);
  const hex = hash.slice(7);
  const signed = (signature: string): string =>
    pretty({ ...one, integrity: { record_hash: hash, signing_key_id: ALICE.keyId, signature: `base64:${signature}` } });
  test.each<[string, string | Buffer, string]>([
    ['the raw digest', Buffer.from(hex, 'hex'), 'the 32 raw digest bytes'],
    ['hex digits', hex, 'the 64 hex digits without "sha256:"'],
    ['canonical bytes', canonical(hashed(one)), 'the canonical bytes of the record'],
    ['a line feed', `${hash}\n`, 'record_hash with a line feed at its end'],
    ['capitals', hash.toUpperCase(), 'record_hash in capitals'],
    ['digits in capitals', `sha256:${hex.toUpperCase()}`, 'record_hash with its digits in capitals'],
  ])('%s', async (_name, message, words) => {
    const found = await findingsOf(signed(ALICE.sign(message)), { publicKeys: [ALICE.publicKey] });
    expect(found.map(({ code }) => code)).toEqual(['signature.invalid']);
    expect(found[0]?.message).toContain(`it was made over ${words}; sign the ASCII text of record_hash`);
  });

  test('one without a known cause', async () => {
    const found = await findingsOf(signed(ALICE.sign('x')), { publicKeys: [ALICE.publicKey] });
    expect(found[0]?.message).toMatch(/^signature by key [0-9a-f]{12}… does not match the content$/);
    expect(found[0]?.remedy).toBeUndefined();
  });
});

describe('the key that signed is not among the given ones', () => {
  const one = record({}, { by: ALICE });
  const named = (signing_key_id: string): string =>
    pretty({ ...one, integrity: { ...(one['integrity'] as Doc), signing_key_id } });
  const mismatch = async (text: string, ...publicKeys: string[]): Promise<string> => {
    const found = await findingsOf(text, { publicKeys });
    expect(found.map(({ code, exit_code }) => [code, exit_code])).toEqual([['signature.key_mismatch', 2]]);
    return found[0]?.message ?? '';
  };

  test('reports both ids', async () => {
    expect(await mismatch(pretty(one), MALLORY.publicKey)).toBe(
      `signed by key ${ALICE.keyId.slice(0, 12)}…, which is not the given key (${MALLORY.keyId.slice(0, 12)}…)`,
    );
  });

  test('the key id was given as the key', async () => {
    expect(await mismatch(pretty(one), ALICE.keyId)).toMatch(
      /is the key id that signing_key_id names, not the key itself/,
    );
  });

  test.each([
    ['the key in hex', ALICE.publicKey],
    ['the key in base64', Buffer.from(ALICE.publicKey, 'hex').toString('base64')],
  ])('signing_key_id is %s', async (_name, id) => {
    expect(await mismatch(named(id), ALICE.publicKey)).toContain(
      `it must be the key id, the SHA-256 of the 32 key bytes: ${ALICE.keyId}`,
    );
  });

  test.each([ALICE.keyId.toUpperCase(), ` ${ALICE.keyId}`, `sha256:${ALICE.keyId}`])(
    'signing_key_id is %j',
    async (id) => {
      expect(await mismatch(named(id), ALICE.publicKey)).toBe(
        `signing_key_id must be written exactly as ${ALICE.keyId}`,
      );
    },
  );
});

describe('a record type near a built-in one', () => {
  test.each([
    ['test_results', ' (did you mean test_result?)'],
    ['Approval', ' (did you mean approval?)'],
    ['acme.build', ''],
  ])('%s', async (type, hint) => {
    const found = await findingsOf(pretty(record({ record_type: type })));
    expect(found.map(({ code }) => code)).toEqual(['schema.record.unknown_record_type']);
    expect(found[0]?.message).toBe(
      `record type "${type}" is not built in${hint} and has no schema (--custom-type-schema TYPE=FILE)`,
    );
  });
});

test.each(['timestamp', 'source', 'event', 'record_type'])('a missing %s is one finding', async (name) => {
  const found = await findingsOf(pretty(record({ [name]: undefined })));
  expect(found.map(({ code }) => code)).toEqual([`record.${name}_required`]);
});

test('the search for a text stays within its budget of bytes (hardening 33)', () => {
  const bytes = Buffer.from(JSON.stringify(record({ event: { text: 'é<'.repeat(1000) } })));
  const { view } = viewRecord(JSON.parse(String(bytes)) as JsonObject, { loneCaseVariants: 'refuse' });
  if (view === undefined) throw new Error('a record');
  const candidates = (budget: number): number => {
    let count = 0;
    const left = { bytes: budget };
    for (const _ of searchHashedText(bytes, view, '0'.repeat(64), 200, left)) count++;
    expect(budget - left.bytes).toBeLessThan(budget + 8 * bytes.length);
    return count;
  };
  expect(candidates(0)).toBe(0);
  expect(candidates(bytes.length * 20)).toBeLessThan(40);
  expect(candidates(bytes.length * 1000)).toBeGreaterThan(100);
});
