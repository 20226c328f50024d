import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runGate } from '../../../src/gate/run.js';
import { ALICE, folder, jsonl, packManifest, pretty, record, records, removeFolders } from '../../support/build.js';
import { options } from '../support/run.js';

/* What a file that cannot be read as an artifact is instead (people.md section 2.3, trust.md section 4). */

afterAll(removeFolders);

const RECORD = record({}, { by: ALICE });
const TEXT = pretty(RECORD);
const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
const { record_id: _, ...nameless } = RECORD;
const tar = Buffer.alloc(1024);
tar.write('ustar', 257, 'latin1');

/** Exit code, and each finding about the file next to a good record: code, message and its own remedy. */
async function judged(name: string, content: string | Uint8Array): Promise<[number, ...string[]]> {
  const workspace = folder({ 'proof/ok.json': TEXT });
  writeFileSync(join(workspace, 'proof', name), content);
  const { exitCode, model } = await runGate(options(workspace, { 'public-key': [ALICE.publicKey] }));
  const found = model.report.findings.filter(({ artifact }) => artifact === `proof/${name}`);
  return [exitCode, ...found.map(({ code, message, remedy = '' }) => `${code}: ${message} → ${remedy}`)];
}

describe('one finding that names the cause', () => {
  test.each<[string, string, string | Uint8Array, number, string, RegExp]>([
    ['a Git LFS pointer', 'r.json', LFS, 6, 'json.syntax', /Git LFS pointer.*git lfs pull/],
    ['one as a stream', 'r.jsonl', LFS, 6, 'json.syntax', /Git LFS pointer/],
    ['one as a pack', 'pack_r.zip', LFS, 6, 'zip.unreadable', /Git LFS pointer/],
    ['one with any ending', 'r.bin', LFS, 0, 'discovery.unrecognized', /Git LFS pointer/],
    ['gzip', 'r.json', gzipSync(TEXT), 6, 'json.encoding', /compressed with gzip → Unpack it/],
    ['gzip by its name', 'r.json.gz', gzipSync(TEXT), 0, 'discovery.unrecognized', /compressed with gzip → Unpack it/],
    ['zstd', 'r.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]), 0, 'discovery.unrecognized', /zstd/],
    ['a tar archive', 'r.tar', tar, 0, 'discovery.unrecognized', /a tar archive → Unpack it/],
    [
      'an error page',
      'r.json',
      '<!DOCTYPE html><p>404',
      6,
      'json.syntax',
      /HTML or XML page.* → Download the file again/,
    ],
    ['a storage error', 'r.jsonl', '<?xml version="1.0"?><Error/>', 6, 'json.syntax', /HTML or XML page/],
    ['a key', 'r.json', '-----BEGIN PUBLIC KEY-----\n', 6, 'json.syntax', /a PEM file.* → Give it as a key/],
    ['a code block', 'r.json', `\`\`\`json\n${TEXT}\`\`\`\n`, 6, 'json.syntax', /Markdown.* → Write the JSON alone/],
    ['UTF-16', 'r.json', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 6, 'json.encoding', /UTF-16.*utf8NoBOM/],
    ['UTF-16 without a mark', 'r.json', Buffer.from(TEXT, 'utf16le'), 6, 'json.encoding', /UTF-16/],
    ['a byte order mark', 'r.json', `\ufeff${TEXT}`, 6, 'json.encoding', /byte order mark.*utf8NoBOM/],
    ['indented lines', 'r.jsonl', TEXT, 6, 'json.syntax', /indented JSON: a \.jsonl file has one record per line/],
    ['indented lines, two of them', 'r.ndjson', TEXT + TEXT, 6, 'json.syntax', /indented JSON/],
    ['an indented list as lines', 'r.jsonl', JSON.stringify([RECORD], null, 1), 6, 'json.syntax', /indented JSON/],
  ])('%s', async (_name, name, content, exit, code, message) => {
    const [worst, ...found] = await judged(name, content);
    expect([worst, found]).toEqual([exit, [expect.stringMatching(message)]]);
    expect(found[0]).toMatch(new RegExp(`^${code.replace('.', '\\.')}: `));
  });

  test('a list on one line of a stream', async () => {
    const [, ...found] = await judged('r.jsonl', JSON.stringify([RECORD]));
    expect(found).toEqual([expect.stringMatching(/it is a JSON list: a \.jsonl file has one record per line/)]);
  });
});

describe('broken records are not skipped', () => {
  test.each<[string, unknown, number, string]>([
    ['a list of records', [RECORD, RECORD], 3, 'schema.record.invalid'],
    ['a list with one record among other things', [1, RECORD, {}], 3, 'schema.record.invalid'],
    ['a list of records without ids', [nameless], 3, 'schema.record.invalid'],
    ['a record without its id', nameless, 3, 'record.record_id_required'],
    ['two members of a record', { event: {}, integrity: {} }, 3, 'record.record_id_required'],
    ['two members of a record in capitals', { Event: {}, RECORD_TYPE: 'x' }, 3, 'record.record_id_required'],
    ['one member of a record', { event: 'planned' }, 0, 'discovery.unrecognized'],
    ['a list of other things', [1, { event: 2 }], 0, 'discovery.unrecognized'],
    ['an empty list', [], 0, 'discovery.unrecognized'],
  ])('%s', async (_name, value, exit, code) => {
    for (const name of ['r.json', 'r.txt']) {
      const [worst, ...found] = await judged(name, JSON.stringify(value));
      expect([worst, found.map((text) => text.split(':')[0])]).toEqual([exit, [code]]);
    }
  });
});

describe('lines of something else', () => {
  const logs = [
    { level: 'info', event: 'started' },
    { level: 'warn', msg: 'x' },
  ].map((line) => JSON.stringify(line));

  test('are not an artifact, and count for nothing', async () => {
    const [exit, ...found] = await judged('log.jsonl', `${logs.join('\n')}\n`);
    expect([exit, found]).toEqual([0, [expect.stringMatching(/^discovery\.unrecognized: not a Proof stream/)]]);
  });

  test.each<[string, string]>([
    ['with a record among them', [...logs, JSON.stringify(RECORD)].join('\n')],
    ['with a broken record among them', [...logs, JSON.stringify(nameless)].join('\n')],
    ['with a line that cannot be read', [...logs, '{"record_id":'].join('\n')],
    ['with a member twice', [...logs, '{"a":1,"a":2}'].join('\n')],
    ['with a member written with escapes', [...logs, '{"\\u0065vent":{},"integrity":{}}'].join('\n')],
  ])('%s are a stream that fails', async (_name, content) => {
    const [exit, ...found] = await judged('log.jsonl', content);
    expect([2, 3, 6]).toContain(exit);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join()).not.toContain('discovery.unrecognized');
  });

  test('a good stream is unchanged', async () => {
    expect(await judged('s.jsonl', jsonl([RECORD, record({ record_id: 's' }, { by: ALICE })]))).toEqual([0]);
  });
});

test('the files of an unpacked pack are one finding, not records of a chain', async () => {
  const [first, second] = records(2);
  const files = {
    'pack/pack_manifest.json': pretty(packManifest({ 'a.json': '{}' })),
    'pack/a.json': '{}',
    'pack/proof_records.jsonl': jsonl([first, second]),
  };
  const { exitCode, model } = await runGate(options(folder(files), { patterns: ['pack'] }));
  const errors = model.report.findings.filter(({ severity }) => severity === 'error');
  expect([exitCode, errors.map(({ code, message }) => `${code}: ${message}`)]).toEqual([
    2,
    [expect.stringMatching(/^kind\.ambiguous: "pack" is an unpacked Gait pack .*give the gate the zip archive/)],
  ]);
});
