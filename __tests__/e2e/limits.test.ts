import { afterAll, describe, expect, test } from '@jest/globals';
import {
  bundle,
  folder,
  JOB,
  JOB_ENTRIES,
  jsonl,
  pack,
  packManifest,
  pretty,
  record,
  removeFolders,
} from '../support/build.js';
import { cli, gateReport } from '../support/cli.js';
import { buildZip } from '../support/zip-builder.js';

// Each limit of hardening 16 and 17 by its option: what is as large as the limit passes, one more does not.

afterAll(removeFolders);

const size = (data: string | Uint8Array): number => Buffer.byteLength(data);
const one = record();
const text = pretty(one);
/** Bytes that do not compress. */
const noise = (length: number): Uint8Array => {
  const data = new Uint8Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    data[i] = state >>> 24;
  }
  return data;
};
const contents = { 'a.bin': noise(3000), 'b.bin': noise(5000) };
const manifest = JSON.stringify(packManifest(contents));
const jobBytes = Object.values(JOB).reduce((sum, data) => sum + size(String(data)), 0);
const listed = bundle({ 'a.txt': 'a', 'b.txt': 'b' });
const letters = 'x'.repeat(2 * 1024 * 1024);
const squeezed = buildZip({ entries: [{ name: 'a.txt', data: letters }] });
/** Of the only entry, from its local header. */
const packedSize = Buffer.from(squeezed).readUInt32LE(18);

/** Levels of nesting, the outermost object included. */
const depthOf = (value: unknown): number =>
  typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf));
const nested = record({ event: { a: { b: { c: [{ d: 1 }] } } } });

describe.each([
  ['--max-artifact-bytes', 'r.json', { 'r.json': text }, size(text), 'limit.artifact_bytes'],
  ['--max-record-bytes', 's.jsonl', { 's.jsonl': jsonl([one]) }, size(JSON.stringify(one)), 'limit.record_bytes'],
  ['--max-depth', 'r.json', { 'r.json': pretty(nested) }, depthOf(nested), 'json.depth'],
  ['--max-entry-bytes', 'p.zip', { 'p.zip': pack(contents) }, 5000, 'limit.entry_bytes'],
  ['--max-total-bytes', 'p.zip', { 'p.zip': pack(contents) }, 8000 + jobBytes + size(manifest), 'limit.total_bytes'],
  ['--max-entries', 'p.zip', { 'p.zip': pack(contents) }, 3 + JOB_ENTRIES.length, 'limit.entries'],
  [
    '--max-ratio',
    'p.zip',
    { 'p.zip': pack({ 'a.txt': letters }) },
    Math.ceil(size(letters) / packedSize),
    'limit.ratio',
  ],
  [
    '--max-document-bytes',
    'b',
    Object.fromEntries(Object.entries(listed).map(([path, data]) => [`b/${path}`, data])),
    size(listed['manifest.json'] ?? ''),
    'limit.manifest_bytes',
  ],
] as const)('%s', (option, artifact, files, measure, code) => {
  const workspace = folder(files);
  const run = (limit: number) => gateReport(workspace, option, String(limit), artifact);

  test.each([
    ['one above what it measures', measure + 1],
    ['exactly that', measure],
  ])('%s passes', (_, limit) => {
    const { exit, report } = run(limit);
    // No key is given in these runs.
    expect([exit, report.findings.map((found) => found.code)]).toEqual([0, ['signature.none_checked']]);
  });

  test('one below does not, and names the option', () => {
    const { exit, report } = run(measure - 1);
    const found = report.findings.find((each) => each.code === code);
    expect(report.findings.map((each) => each.code)).toContain(code);
    expect(exit).toBe(found?.exit_code);
    expect(exit).toBe(code === 'json.depth' ? 6 : 8);
    expect(found?.message).toContain(option);
  });
});

test.each([
  ['--max-depth', '0'],
  ['--max-entries', '-1'],
  ['--max-ratio', 'many'],
  ['--max-record-bytes', '1e3'],
  ['--max-total-bytes', '10 parsecs'],
  ['--timeout', 'soon'],
  ['--jobs', '0'],
])('%s %s is no limit', (option, value) => {
  const workspace = folder({ 'r.json': text });
  const done = cli(workspace, 'gate', `${option}=${value}`, 'r.json');
  expect(done.exit).toBe(6);
  expect(done.stderr + done.stdout).toContain(option);
});
