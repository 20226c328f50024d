import { afterAll, expect, test } from '@jest/globals';
import { type VerifyArtifactOptions, verifyArtifact } from '../../src/engine/index.js';
import type { ArtifactVerdict } from '../../src/engine/types.js';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  type Files,
  folder,
  jsonl,
  MALLORY,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
  revocationList,
  sha,
  signChain,
  signedJson,
} from '../support/build.js';

/* All that a verdict tells of each kind, beside its findings. */

afterAll(removeFolders);

const BOTH = { publicKeys: [ALICE.publicKey, MALLORY.publicKey] };
const IDS = [ALICE.keyId, MALLORY.keyId].sort();
const NONE = { required: false, verified: 0, keyIds: [] };

const three = records(3, ALICE);
const head = recordHash(three[2] ?? {});
const apart = ['a', 'b'].map((record_id) => record({ record_id }));
const whole = signChain(chain(three), MALLORY);
const AT = Date.parse('2026-01-02T03:04:02Z');
/** Signed as a whole by Mallory. */
const part = (kind: string, more: object = {}) => ({
  kind,
  keyIds: [MALLORY.keyId],
  records: 'vouched' as const,
  ...more,
});
const trace = signedJson({ schema_id: 'gait.gate.trace' }, ALICE);

type Told = Omit<Partial<ArtifactVerdict>, 'findings'>;
const row = (
  name: string,
  content: unknown,
  options: VerifyArtifactOptions,
  told: Told,
): [string, string, VerifyArtifactOptions, Told] => [
  name,
  typeof content === 'string' ? content : JSON.stringify(content),
  options,
  told,
];

test.each([
  row(
    'record.json',
    record({ record_id: 'r' }),
    {},
    {
      kind: 'record',
      records: 1,
      facts: { recordId: 'r', recordsInRange: 1 },
    },
  ),
  row('record.json', record({ record_id: 'r' }, { by: ALICE }), BOTH, {
    kind: 'record',
    records: 1,
    signatures: { required: true, verified: 1, keyIds: [ALICE.keyId] },
    facts: { recordId: 'r', recordsInRange: 1 },
  }),
  row(
    'record.json',
    record({ record_id: 'r' }, { by: ALICE }),
    { ...BOTH, signatures: 'off' },
    {
      kind: 'record',
      records: 1,
      facts: { recordId: 'r', recordsInRange: 1 },
    },
  ),
  row(
    'record.json',
    { ...record(), record_id: 5 },
    {},
    { kind: 'record', outcome: 'failed', records: 1, facts: { recordsInRange: 0 } },
  ),
  row(
    'chain.json',
    chain(three),
    {},
    {
      kind: 'chain',
      records: 3,
      headHash: head,
      facts: { chainId: 'chain-1', recordsInRange: 3 },
    },
  ),
  row('chain.json', whole, BOTH, {
    kind: 'chain',
    records: 3,
    headHash: head,
    signatures: { required: true, verified: 4, keyIds: IDS },
    facts: { chainId: 'chain-1', recordsInRange: 3, parts: [part('chain', { at: AT })] },
  }),
  row(
    'chain.json',
    chain(three, { chain_id: undefined }),
    { mode: 'compat' },
    {
      kind: 'chain',
      records: 3,
      headHash: head,
      sha256: null,
      facts: { recordsInRange: 3 },
    },
  ),
  row('chain.json', { records: 'none', chain_id: 'c' }, {}, { kind: 'chain', outcome: 'failed' }),
  row('linked.jsonl', jsonl(three), {}, { kind: 'stream', records: 3, headHash: head, facts: { recordsInRange: 3 } }),
  row('apart.jsonl', jsonl(apart), {}, { kind: 'stream', records: 2, facts: { recordsInRange: 2 } }),
  row('trace.json', trace, BOTH, {
    kind: 'gait_signed_json',
    signatures: { required: true, verified: 1, keyIds: [ALICE.keyId] },
    facts: { parts: [{ kind: 'gait_signed_json', keyIds: [ALICE.keyId] }] },
  }),
  row('list.json', revocationList([]), BOTH, {
    kind: 'revocation_list',
    signatures: { required: true, verified: 1, keyIds: [ALICE.keyId] },
    facts: { parts: [{ kind: 'revocation_list', keyIds: [ALICE.keyId], at: Date.parse('2026-01-01T00:00:00Z') }] },
  }),
  row(
    'nothing.json',
    '{}',
    { signatures: 'required' },
    {
      kind: 'unknown',
      outcome: 'failed',
      signatures: { ...NONE, required: true },
    },
  ),
  row('empty.json', '', {}, { kind: 'unknown', outcome: 'failed' }),
  row('broken.json', '{', {}, { kind: 'unknown', outcome: 'failed' }),
])('%s %#', async (name, content, options, told) => {
  const { findings, ...verdict } = await verifyArtifact({ name, bytes: Buffer.from(content) }, options);
  const sha256 = sha(content);
  expect(verdict).toEqual({
    path: name,
    kind: 'unknown',
    sha256,
    bytes: Buffer.byteLength(content),
    outcome: 'verified',
    records: 0,
    signatures: NONE,
    moreFindings: 0,
    facts: {},
    ...told,
  });
  expect(findings.some(({ severity }) => severity === 'error')).toBe(verdict.outcome === 'failed');
});

/** As the digest of a directory is made (see `ArtifactVerdict`): its files' paths and digests, in order. */
const digestOf = (files: Files): string =>
  sha(
    Object.keys(files)
      .sort()
      .map((path) => `${path}\0${sha(files[path] ?? '')}\n`)
      .join(''),
  );
const sizeOf = (files: Files): number => Object.values(files).reduce((sum, one) => sum + one.length, 0);

test.each<[string, Files, VerifyArtifactOptions, Told]>([
  [
    'a bundle',
    bundle({ 'a.txt': 'a', 'chain.json': pretty(chain(three)) }, MALLORY),
    BOTH,
    {
      kind: 'bundle',
      records: 3,
      signatures: { required: true, verified: 4, keyIds: IDS },
      facts: { filesVerified: 2, parts: [part('bundle')], opaque: ['a.txt'] },
    },
  ],
  [
    'a bundle without records',
    bundle({ 'a.txt': 'a' }),
    {},
    { kind: 'bundle', facts: { filesVerified: 1, opaque: ['a.txt'] } },
  ],
  [
    'a bundle, as upstream',
    bundle({ 'a.txt': 'a' }),
    { mode: 'compat' },
    { kind: 'bundle', sha256: null, bytes: 0, facts: { filesVerified: 1 } },
  ],
  [
    'a chain directory',
    Object.fromEntries(three.map((one, i) => [`${i}.json`, pretty(one)])),
    {},
    { kind: 'chain_directory', records: 3, headHash: head, facts: { recordsInRange: 3 } },
  ],
  [
    'a chain directory of one chain',
    { 'chain.json': pretty(whole) },
    BOTH,
    {
      kind: 'chain_directory',
      records: 3,
      headHash: head,
      signatures: { required: true, verified: 4, keyIds: IDS },
      facts: { chainId: 'chain-1', recordsInRange: 3, parts: [part('chain_directory', { at: AT })] },
    },
  ],
])('%s', async (_, files, options, told) => {
  const path = folder(files);
  const { findings, ...verdict } = await verifyArtifact(path, options);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(verdict).toEqual({
    path,
    sha256: digestOf(files),
    bytes: sizeOf(files),
    outcome: 'verified',
    records: 0,
    signatures: NONE,
    moreFindings: 0,
    ...told,
  });
});

test('a document of more than a mebibyte is what it is, like a small one', async () => {
  const large = (document: Doc | readonly unknown[]): string =>
    JSON.stringify(document).replace(/^[{[]/, (open) => `${open}${' '.repeat(1024 * 1024)}`);
  const verdictOf = (text: string) => verifyArtifact({ name: 'a.json', bytes: Buffer.from(text) });
  expect(await verdictOf(large(record()))).toMatchObject({ kind: 'record', outcome: 'verified', records: 1 });
  expect(await verdictOf(large(trace))).toMatchObject({ kind: 'gait_signed_json', facts: {} });
  expect(await verdictOf(large(chain(three)))).toMatchObject({ kind: 'chain', records: 3, headHash: head });
  expect((await verdictOf(large([]))).findings).toMatchObject([{ code: 'kind.unsupported', line: 1, column: 1 }]);
  expect((await verdictOf(large({ a: 1 }))).findings).toMatchObject([
    {
      code: 'kind.unsupported',
      message: 'not a Proof artifact: it has no records, record_id, pack_id or signature',
      pointer: '',
    },
  ]);
  expect(await verdictOf(`${large({ a: 1 })}x`)).toMatchObject({
    kind: 'unknown',
    findings: [{ code: 'json.syntax' }],
  });
});

test('two claims at once are one to upstream', async () => {
  const bytes = Buffer.from(JSON.stringify({ ...record(), pack_id: 'x' }));
  const codes = async (options: VerifyArtifactOptions) =>
    (await verifyArtifact({ name: 'a.json', bytes }, { strict: false, ...options })).findings.map(({ code }) => code);
  expect(await codes({})).toContain('kind.ambiguous');
  expect(await codes({ mode: 'compat' })).not.toContain('kind.ambiguous');
});
