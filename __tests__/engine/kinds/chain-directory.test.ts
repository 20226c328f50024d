import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { verifyArtifact } from '../../../src/engine/index.js';
import { chainFiles } from '../../../src/engine/kinds/chain-directory.js';
import { DEFAULT_LIMITS } from '../../../src/engine/limits.js';
import { directorySource } from '../../../src/engine/source/directory.js';
import {
  ALICE,
  bundle,
  chain,
  type Files,
  folder,
  jsonl,
  pretty,
  record,
  records,
  removeFolders,
  signChain,
} from '../../support/build.js';
import { SIGNED } from './cases/run.js';

afterAll(removeFolders);

const codes = async (files: Files, options = {}): Promise<string[]> =>
  (await verifyArtifact(folder(files), options)).findings.map(({ code }) => code);

describe('which files are the chain', () => {
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

  test('records, lines, what is declared; nothing below, no folders, no manifest', async () => {
    expect(await sorted()).toEqual({
      records: ['1.json', '2.json'],
      lines: ['a.jsonl', 'b.jsonl'],
      declared: true,
      links: [],
    });
  });

  test('links are told apart, where they could be taken for records', async () => {
    const links = { '0.json': '1.json', 'l.jsonl': 'a.jsonl', 'l.txt': 'notes.txt' };
    expect(await sorted(links)).toMatchObject({
      links: ['0.json', 'l.jsonl'],
      records: ['0.json', '1.json', '2.json'],
    });
  });

  test('a chain.json that is a link is one as well', async () => {
    const root = folder({ '1.json': '{}', 'x.txt': '{}' });
    symlinkSync('x.txt', join(root, 'chain.json'));
    expect(await chainFiles(directorySource(root, 'd', DEFAULT_LIMITS, 'refuse'))).toMatchObject({
      links: ['chain.json'],
    });
  });
});

describe('a folder with nothing but chain.json', () => {
  test('is that chain, with its id, its head and who signed it', async () => {
    const document = signChain(chain(records(2, ALICE)), ALICE);
    const verdict = await verifyArtifact(folder({ 'chain.json': pretty(document), 'notes.txt': 'x' }), SIGNED);
    expect(verdict).toMatchObject({ kind: 'chain_directory', outcome: 'verified', records: 2 });
    expect(verdict.facts).toMatchObject({ chainId: 'chain-1', wholeKeyIds: [ALICE.keyId] });
    expect(verdict.signatures.keyIds).toEqual([ALICE.keyId]);
    expect(verdict.headHash).toBe(document['head_hash']);
    expect([verdict.sha256 === null, verdict.bytes > 0]).toEqual([false, true]);
  });

  test('that holds no records', async () => {
    expect(await codes({ 'chain.json': '{"chain_id":"x"}' })).toContain('kind.unsupported');
  });
});

describe('a chain inside of a bundle', () => {
  const [first, second] = records(2, ALICE);

  test('has to hang together, at any depth, and its signatures count', async () => {
    const whole = { 'in/chain.json': pretty(chain([first, second])), 'r.jsonl': jsonl([first, second]) };
    const verdict = await verifyArtifact(folder(bundle(whole, ALICE)), SIGNED);
    expect(verdict).toMatchObject({ outcome: 'verified', records: 4 });
    expect(verdict.signatures.verified).toBe(5);
    for (const path of ['chain.json', 'in/chain.json']) {
      expect(
        await codes(bundle({ [path]: pretty(chain([second, first], { head_hash: '' })) }, ALICE), SIGNED),
      ).toContain('chain.link_broken');
      expect(await codes(bundle({ [path]: '{"a":1}' }, ALICE), SIGNED)).toEqual(['kind.unsupported']);
    }
  });

  test('a file that was changed is told once, for what it is', async () => {
    const made = bundle({ 'r.json': pretty(record({}, { by: ALICE })) }, ALICE);
    const found = await codes(
      { ...made, 'r.json': pretty({ ...record({}, { by: ALICE }), source: 'elsewhere' }) },
      SIGNED,
    );
    expect(found).toEqual(['bundle.hash_mismatch']);
  });
});

test('what lies behind a link is told by where it is', async () => {
  const root = folder({ 'a/b.json': '{}', 'c.json': '{}' });
  symlinkSync('a', join(root, 'l'));
  symlinkSync('c.json', join(root, 'm.json'));
  const source = directorySource(root, 'd', DEFAULT_LIMITS, 'refuse');
  expect(() => source.open('l/b.json')).toThrow('"l/b.json" lies behind a symbolic link');
  expect(() => source.open('m.json')).toThrow('"m.json" is a symbolic link');
  expect(() => source.open('../c.json')).toThrow('"../c.json" leads out of the artifact');
  expect(() => source.open('a/../c.json')).toThrow('"a/../c.json" leads out of the artifact');
  expect(() => source.open('a/none.json')).toThrow('is not there');
  expect(source.open('a/b.json').size).toBe(2);
});
