import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import { chainFiles } from '../../../src/engine/kinds/chain-directory.js';
import { DEFAULT_LIMITS } from '../../../src/engine/limits.js';
import type { VerifyOptions } from '../../../src/engine/options.js';
import { directorySource } from '../../../src/engine/source/directory.js';
import { verify } from '../../../src/engine/verify.js';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  type Files,
  folder,
  jsonl,
  MALLORY,
  omit,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
  short,
  signChain,
} from '../../support/build.js';
import { verifyOptions } from '../../support/options.js';
import { SIGNED } from './cases/run.js';

afterAll(removeFolders);

const codes = async (files: Files, options: VerifyArtifactOptions = {}): Promise<string[]> =>
  (await verifyArtifact(folder(files), options)).findings.map(({ code }) => code);

/** `code entry pointer: message` of each finding. */
const told = async (files: Files, options: VerifyArtifactOptions = {}): Promise<string[]> =>
  (await verifyArtifact(folder(files), options)).findings.map(
    ({ code, entry, pointer, message }) =>
      `${code}${entry === undefined ? '' : ` ${entry}`}${pointer ?? ''}: ${message}`,
  );

describe('the files of the chain', () => {
  const files: Files = {
    '2.json': '{}',
    '1.json': '{}',
    'b.jsonl': '',
    'a.jsonl': '',
    'chain.json': '{}',
    'manifest.json': '{}',
    'notes.txt': '',
    'in/3.json': '{}',
    'dir.json/x': '',
  };
  const sorted = async (links: Record<string, string> = {}) => {
    const root = folder(files);
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(root, name));
    return chainFiles(directorySource(root, 'd', DEFAULT_LIMITS, 'refuse'));
  };

  test('are records, lines and chain.json; not files below, folders or the manifest', async () => {
    expect(await sorted()).toEqual({
      records: ['1.json', '2.json'],
      lines: ['a.jsonl', 'b.jsonl'],
      declared: true,
      links: [],
    });
  });

  test('links that could be records are listed separately', async () => {
    const links = { '0.json': '1.json', 'l.jsonl': 'a.jsonl', 'l.txt': 'notes.txt' };
    expect(await sorted(links)).toMatchObject({
      links: ['0.json', 'l.jsonl'],
      records: ['0.json', '1.json', '2.json'],
    });
  });

  test('a chain.json that is a link is listed as well', async () => {
    const root = folder({ '1.json': '{}', 'x.txt': '{}' });
    symlinkSync('x.txt', join(root, 'chain.json'));
    expect(await chainFiles(directorySource(root, 'd', DEFAULT_LIMITS, 'refuse'))).toMatchObject({
      links: ['chain.json'],
    });
  });
});

describe('a folder with nothing but chain.json', () => {
  test('is that chain, with its id, head and signers', async () => {
    const document = signChain(chain(records(2, ALICE)), ALICE);
    const verdict = await verifyArtifact(folder({ 'chain.json': pretty(document), 'notes.txt': 'x' }), SIGNED);
    expect(verdict).toMatchObject({ kind: 'chain_directory', outcome: 'verified', records: 2 });
    expect(verdict.facts).toMatchObject({ chainId: 'chain-1', parts: [{ keyIds: [ALICE.keyId], records: 'vouched' }] });
    expect(verdict.signatures.keyIds).toEqual([ALICE.keyId]);
    expect(verdict.headHash).toBe(document['head_hash']);
    expect([verdict.sha256 === null, verdict.bytes > 0]).toEqual([false, true]);
  });

  test.each([[undefined], [{ mode: 'compat' as const }]])('without records: %j', async (options) => {
    expect(await told({ 'chain.json': '{"chain_id":"x"}' }, options)).toEqual([
      'kind.unsupported chain.json: chain.json has no list of records',
    ]);
  });

  test('reports the file with the problem', async () => {
    const [a = {}, b = {}] = records(2);
    const changed = pretty(chain([a, { ...b, source: 'x' }], { note: 1 }));
    const { findings } = await verifyArtifact(folder({ 'chain.json': changed }));
    expect(findings).toMatchObject([
      { code: 'record.hash_mismatch', entry: 'chain.json' },
      { code: 'chain.unhashed_member', entry: 'chain.json' },
    ]);
    expect(await told({ 'chain.json': '{"records":[' })).toEqual([
      'json.syntax chain.json: not valid JSON: the file ends inside records',
    ]);
  });
});

describe('files of records', () => {
  const [a = {}, b = {}, c = {}] = records(3);
  const text = (one: Doc): string => JSON.stringify(one);

  const head = (does: string, hash: string): string =>
    `chain.head_hash_mismatch chain.json/head_hash: chain.json ${does} head ${hash === '' ? '""' : short(hash)} but the last record has hash ${short(recordHash(a))}`;
  const count = (does: string, records: number): string =>
    `chain.record_count_mismatch chain.json/record_count: chain.json ${does} ${records} records, the directory has 1`;
  const missing = `chain.head_hash_mismatch chain.json/head_hash: head_hash is missing; the last record has hash ${short(recordHash(a))}`;

  test.each<[string, string, string[]]>([
    ['of two records', text(chain([a, b])), [count('has', 2), head('has', recordHash(b))]],
    ['that declares two', text({ record_count: 2 }), [count('declares', 2), head('declares', '')]],
    ['without count and head', '{"records":[]}', [count('declares', 0), head('declares', '')]],
    [
      'without head',
      text(chain([a], { head_hash: null })),
      ['schema.chain.invalid chain.json/head_hash: head_hash must be a string, not null', missing],
    ],
    [
      'with a number for its head',
      text({ record_count: 1, head_hash: 1 }),
      ['chain.member_type chain.json/head_hash: "head_hash" must be a string, not a number', head('declares', '')],
    ],
    ['that is a list', '[1]', ['chain.member_type chain.json: chain.json is not a JSON object']],
    [
      'that is not JSON',
      '{"records":[]',
      ['json.syntax chain.json: not valid JSON: expected a comma or }, found the end of the text'],
    ],
  ])('next to a chain.json %s', async (_name, declared, expected) => {
    const files = { '1.json': text(a), 'chain.json': declared };
    expect(await told(files)).toEqual(expected);
    // Only the strict ask it to agree.
    expect(await told(files, { strict: false })).toEqual([]);
  });

  describe('next to a chain.json with records', () => {
    const [one = {}, two = {}] = records(2, ALICE);
    const lines = { 'r.jsonl': jsonl([one, two]) };
    const verified = (document: Doc) => verifyArtifact(folder({ ...lines, 'chain.json': pretty(document) }), SIGNED);

    test('its records are verified as well, and reported once', async () => {
      const verdict = await verified(signChain(chain([one, two]), ALICE));
      expect(verdict).toMatchObject({ outcome: 'verified', findings: [], records: 2 });
      // two records, and the chain as a whole
      expect(verdict.signatures).toMatchObject({ verified: 3, keyIds: [ALICE.keyId] });
      expect(verdict.facts).toMatchObject({ parts: [{ keyIds: [ALICE.keyId], records: 'vouched' }] });
    });

    test.each<[string, Doc, string[]]>([
      ['a forged one', chain([one, { ...two, event: { action: 'deny' } }]), ['record.hash_mismatch']],
      ['one more', chain(records(3, ALICE)), ['chain.record_count_mismatch', 'chain.head_hash_mismatch']],
      ['signed by a different signer', signChain(chain([one, two]), MALLORY), ['signature.key_mismatch']],
      [
        'changed after it was signed',
        { ...signChain(chain([one, two]), ALICE), chain_id: 'x' },
        ['signature.digest_mismatch'],
      ],
    ])('%s fails', async (_, document, expected) => {
      const verdict = await verified(document);
      expect(verdict.outcome).toBe('failed');
      expect([...new Set(verdict.findings.map(({ code }) => code))]).toEqual(expected);
      expect(verdict.findings.every(({ entry }) => entry === 'chain.json')).toBe(true);
    });

    test('compat compares only what it declares', async () => {
      const files = { ...lines, 'chain.json': pretty(chain([one, { ...two, event: {} }])) };
      expect(await told(files, { mode: 'compat' })).toEqual([]);
    });
  });

  describe('next to a chain.json without records but with a signature', () => {
    const [one = {}, two = {}] = records(2, ALICE);
    const signed = signChain(chain([one, two]), ALICE);
    const front = JSON.stringify(omit(signed, 'records'));

    test.each<[string, Files]>([
      ['records', { '1.json': pretty(one), '2.json': text(two) }],
      ['lines', { 'r.jsonl': jsonl([one, two]) }],
      ['both', { '1.json': text(one), 'r.jsonl': text(two) }],
    ])('the signature covers the files: %s', async (_, files) => {
      const verdict = await verifyArtifact(folder({ ...files, 'chain.json': front }), SIGNED);
      expect(verdict).toMatchObject({ outcome: 'verified', findings: [], signatures: { verified: 3 } });
      expect(verdict.facts).toMatchObject({ parts: [{ keyIds: [ALICE.keyId], records: 'vouched' }] });
    });

    test('the signature covers no other files', async () => {
      const [, other = {}] = records(2, ALICE, () => ({ source: 'elsewhere' }));
      const files = { '1.json': text(one), '2.json': text(other), 'chain.json': front };
      expect(await codes(files, SIGNED)).toContain('signature.digest_mismatch');
      const unchecked = { 'r.jsonl': jsonl([one, two]), 'chain.json': front };
      expect(await told(unchecked)).toEqual([
        'signature.not_checked chain.json/signatures/0: the chain signature was not checked: no key was given',
        'signature.not_checked: 2 signatures were not checked: no public key given for them',
      ]);
    });
  });

  test('next to chain.json, JSONL files contain records as well', async () => {
    expect(await told({ 'r.jsonl': jsonl([a, b]), 'chain.json': text(chain([a])) })).toHaveLength(2);
    expect(await told({ 'r.jsonl': jsonl([a]), 'chain.json': text(chain([a])) })).toEqual([]);
  });

  test('a file may be as large as a record, but not larger', async () => {
    const size = Buffer.byteLength(text(a));
    expect(await told({ '1.json': text(a) }, { limits: { maxRecordBytes: size } })).toEqual([]);
    expect(await told({ '1.json': text(a), '2.json': text(b) }, { limits: { maxRecordBytes: size - 1 } })).toEqual([
      `limit.record_bytes 1.json: a record is larger than ${size - 1} bytes (limit --max-record-bytes)`,
      `limit.record_bytes 2.json: a record is larger than ${size - 1} bytes (limit --max-record-bytes)`,
      'chain.empty: the chain directory has no records',
    ]);
  });

  test('escapes in a file are read like in any record', async () => {
    const odd = (member: string): string => text(a).replace('"action":', `"action":"x",${member}:`);
    expect(await codes({ '1.json': odd('"\\u0061ction"') })).toEqual(['json.duplicate_member']);
    expect(await codes({ '1.json': text(a).replace('"allow"', '"\\ud800"') })).toEqual(['json.encoding']);
  });

  const verifyFolder = (files: Files, options: Partial<VerifyOptions>, linked: Record<string, string> = {}) => {
    const root = folder(files);
    for (const [name, target] of Object.entries(linked)) symlinkSync(target, join(root, name));
    const links = options.mode === 'compat' ? 'follow' : 'refuse';
    const directory = directorySource(root, 'd', DEFAULT_LIMITS, links);
    return verify({ form: 'chain_directory', directory }, verifyOptions(options));
  };

  test('that are links are reported once and not read; compat mode reads them', async () => {
    const files = { 'a.txt': text(a), 'c.txt': jsonl([c]), '2.json': text(b), 'all.txt': text(chain([a, b, c])) };
    const links = { '1.json': 'a.txt', '3.jsonl': 'c.txt', 'chain.json': 'all.txt' };
    const { findings, records } = await verifyFolder(files, {}, links);
    expect(findings.map(({ code, entry, message }) => [code, entry, message])).toEqual([
      ['path.symlink', '1.json', '"1.json" is a symbolic link'],
      ['path.symlink', '3.jsonl', '"3.jsonl" is a symbolic link'],
      ['path.symlink', 'chain.json', '"chain.json" is a symbolic link'],
      ['chain.link_broken', '2.json', expect.stringContaining('begins in the middle of a chain: record 0 ("r1")')],
    ]);
    expect(records).toBe(1);
    const alone = await verifyFolder({ 'all.txt': text(chain([a, b, c])) }, {}, { 'chain.json': 'all.txt' });
    expect(alone.findings.map(({ code, entry }) => [code, entry])).toEqual([['path.symlink', 'chain.json']]);
    expect(await verifyFolder(files, { mode: 'compat' }, links)).toMatchObject({ findings: [], records: 3 });
  });

  test.each(['1.json', '1.jsonl', 'chain.json'])('that are dangling links are findings: %s', async (name) => {
    const { findings } = await verifyFolder({}, { mode: 'compat' }, { [name]: 'gone' });
    expect(findings.map(({ code, entry }) => [code, entry])).toContainEqual(['path.symlink', name]);
    const beside = await verifyFolder({ '0.json': text(a) }, { mode: 'compat' }, { [name]: 'gone' });
    expect(beside.findings.map(({ code, entry }) => [code, entry])).toEqual([['path.symlink', name]]);
  });

  test('are not read once the run must stop', async () => {
    const files = { '1.json': text(a), '2.json': text(b), '3.json': text(c) };
    let asked = 0;
    const stopped = await verifyFolder(files, { aborted: () => ++asked === 2 });
    expect(stopped).toMatchObject({ outcome: 'failed', findings: [{ code: 'run.interrupted' }] });
    expect(await verifyFolder(files, { aborted: () => false })).toMatchObject({ records: 3 });
  });
});

describe('a chain in a bundle', () => {
  const [first, second] = records(2, ALICE);

  test('must be linked, at any depth, and its signatures count', async () => {
    const whole = { 'in/chain.json': pretty(chain([first, second])), 'r.jsonl': jsonl([first, second]) };
    const verdict = await verifyArtifact(folder(bundle(whole, ALICE)), SIGNED);
    // The stream is an extract of the chain: its records count once.
    expect(verdict).toMatchObject({ outcome: 'verified', records: 2 });
    expect(verdict.signatures.verified).toBe(3);
    for (const path of ['chain.json', 'in/chain.json']) {
      expect(
        await codes(bundle({ [path]: pretty(chain([second, first], { head_hash: '' })) }, ALICE), SIGNED),
      ).toContain('chain.link_broken');
      expect(await codes(bundle({ [path]: '{"a":1}' }, ALICE), SIGNED)).toEqual(['kind.unsupported']);
    }
  });

  test('a changed file is reported once, with the right finding', async () => {
    const made = bundle({ 'r.json': pretty(record({}, { by: ALICE })) }, ALICE);
    const found = await codes(
      { ...made, 'r.json': pretty({ ...record({}, { by: ALICE }), source: 'elsewhere' }) },
      SIGNED,
    );
    expect(found).toEqual(['bundle.hash_mismatch']);
  });
});

test('a file behind a link is reported with its path', async () => {
  const root = folder({ 'a/b.json': '{}', 'c.json': '{}' });
  symlinkSync('a', join(root, 'l'));
  symlinkSync('c.json', join(root, 'm.json'));
  const source = directorySource(root, 'd', DEFAULT_LIMITS, 'refuse');
  expect(() => source.open('l/b.json')).toThrow('"l/b.json" is behind a symbolic link');
  expect(() => source.open('m.json')).toThrow('"m.json" is a symbolic link');
  expect(() => source.open('../c.json')).toThrow('"../c.json" points outside the artifact');
  expect(() => source.open('a/../c.json')).toThrow('"a/../c.json" points outside the artifact');
  expect(() => source.open('a/none.json')).toThrow('not found');
  expect(source.open('a/b.json').size).toBe(2);
});
