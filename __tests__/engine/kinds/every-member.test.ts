import { afterAll, describe, expect, test } from '@jest/globals';
import { verifyArtifact } from '../../../src/engine/index.js';
import { KINDS } from '../../../src/engine/kinds/table.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import { verify } from '../../../src/engine/verify.js';
import {
  ALICE,
  bundle,
  chain,
  clone,
  type Doc,
  type Files,
  folder,
  guardManifest,
  JOB,
  jsonl,
  pack,
  packManifest,
  pretty,
  proofRecords,
  RUN_FILES,
  record,
  records,
  removeFolders,
  revocationList,
  runpack,
  runpackManifest,
  signChain,
  signedJson,
  zip,
} from '../../support/build.js';
import { trustIn, verifyOptions } from '../../support/options.js';
import {
  activation,
  attestation,
  changes,
  delegation,
  evidence,
  lifecycle,
  lifecycleDocument,
  lifecycleWith,
  packet,
  register,
  registry,
  sessionChain,
} from '../../support/producers.js';

// For each kind of the table one artifact, broken in every member that a signature or digest covers: each is found. A kind that
// is added without a case here fails the test below.

afterAll(removeFolders);

const NOW = Date.parse('2026-02-01T00:00:00Z');
type Outcome = 'verified' | 'failed';

/** An artifact whose documents can be changed: `verdict` puts them together again and verifies the result with Alice's key. */
interface Subject {
  readonly documents: Readonly<Record<string, Doc>>;
  readonly verdict: (
    documents: Readonly<Record<string, Doc>>,
  ) => Promise<{ readonly kind: string; readonly outcome: Outcome }>;
  /** Members that nothing covers, by document and JSON pointer. */
  readonly uncovered?: RegExp;
}

async function judge(name: string, bytes: Uint8Array, beside: Files = {}) {
  const open = (path: string) => {
    const data = Object.hasOwn(beside, path) ? beside[path] : undefined;
    return data === undefined ? undefined : memorySource(path, typeof data === 'string' ? Buffer.from(data) : data);
  };
  const files = { inWorkspace: open, beside: open };
  const options = verifyOptions({ now: NOW, trust: trustIn([ALICE.publicKey]), files });
  return verify({ form: 'file', source: memorySource(name, bytes) }, options);
}

const judgeFolder = (files: Files) =>
  verifyArtifact(folder(files), { now: new Date(NOW), publicKeys: [ALICE.publicKey] });

/** One JSON document. */
const document = (value: Doc, more: { uncovered?: RegExp; beside?: Files } = {}): Subject => ({
  documents: { '': value },
  verdict: ({ '': changed }) => judge('a.json', Buffer.from(JSON.stringify(changed)), more.beside),
  ...(more.uncovered === undefined ? {} : { uncovered: more.uncovered }),
});

const numbered = (list: readonly Doc[]): Readonly<Record<string, Doc>> =>
  Object.fromEntries(list.map((one, i) => [`${i}.json`, one]));

const texts = (documents: Readonly<Record<string, Doc>>): Files =>
  Object.fromEntries(Object.entries(documents).map(([name, value]) => [name, JSON.stringify(value)]));

/** A zip whose manifest and contents are documents. */
const archive = (manifest: string, made: Doc, contents: Files, members: Readonly<Record<string, Doc>>): Subject => ({
  documents: { [manifest]: made, ...members },
  verdict: (documents) => judge('a.zip', zip({ ...contents, ...texts(documents) })),
});

const CONTENT: Doc = { result: 'ok', count: 3 };
const CONTENT_FILE: Files = { 'a.json': JSON.stringify(CONTENT) };
const SIGNED_RECORDS = records(3, ALICE);
const CHAIN = JSON.stringify(chain(records(2)));
const RUNPACK = runpackManifest(RUN_FILES, ALICE);

const SUBJECTS: readonly (readonly [kind: string, subject: Subject])[] = [
  ['activated_contract', document(activation())],
  ['lifecycle_record', document(lifecycle('proposal_ingested'))],
  ['lifecycle_record', document(lifecycleWith('effect', 'recorded'))],
  // Each record is signed on its own, the list is not.
  ['lifecycle_document', document(lifecycleDocument(), { uncovered: /^ \/records\/\d$/ })],
  ['action_evidence', document(evidence('execution', 'succeeded'))],
  ['axym_register', document(register())],
  ['axym_packet', document(packet())],
  [
    'session_chain',
    // The digest of a checkpoint covers its numbers and digests; what is around them says where to look.
    document(sessionChain([['r.zip', String(RUNPACK['manifest_digest'])]]), {
      beside: { 'r.zip': runpack(RUN_FILES, ALICE) },
      uncovered: /^ \/(?:created_at|producer_version|session_id|run_id|checkpoints\/0\/(?:session_id|run_id))$/,
    }),
  ],
  ['chain_attestation', document(attestation(CHAIN))],
  // Each entry is signed on its own, the list is not.
  ['script_registry', document(registry(), { uncovered: /^ \/entries\/\d$/ })],
  ['revocation_list', document(revocationList([{ key_id: 'a'.repeat(64), revoked_at: '2026-01-01T00:00:00Z' }]))],
  // Without the signature over the whole chain that of each record is left.
  ['chain', document(signChain(chain(SIGNED_RECORDS), ALICE), { uncovered: /^ \/signatures(?:\/0)?$/ })],
  ['record', document(record({ metadata: { a: [1, { b: null }] }, relationship: { trace_id: 't' } }, { by: ALICE }))],
  ['gait_signed_json', document(delegation())],
  ['gait_signed_json', document(signedJson({ schema_id: 'gait.gate.trace', verdict: 'allow', n: [1, 2] }, ALICE))],
  [
    'stream',
    {
      documents: numbered(SIGNED_RECORDS),
      verdict: (documents) => judge('a.jsonl', Buffer.from(jsonl(Object.values(documents)))),
    },
  ],
  [
    'gait_pack',
    archive(
      'pack_manifest.json',
      packManifest(CONTENT_FILE, ALICE),
      { ...JOB, ...CONTENT_FILE },
      { 'a.json': CONTENT },
    ),
  ],
  [
    'gait_pack',
    {
      documents: numbered(proofRecords(CONTENT_FILE, ALICE)),
      // The pack is built around the changed records: its own digests find nothing.
      verdict: (documents) =>
        judge('a.zip', pack({ 'proof_records.jsonl': jsonl(Object.values(documents)), ...CONTENT_FILE }, ALICE)),
    },
  ],
  [
    'gait_guard_pack',
    archive('pack_manifest.json', guardManifest(CONTENT_FILE, ALICE), CONTENT_FILE, { 'a.json': CONTENT }),
  ],
  ['gait_runpack', archive('manifest.json', runpackManifest(RUN_FILES, ALICE), RUN_FILES, {})],
  [
    'bundle',
    {
      documents: {
        'manifest.json': JSON.parse(
          String(bundle({ 'r.json': pretty(SIGNED_RECORDS[0]) }, ALICE)['manifest.json']),
        ) as Doc,
        'r.json': SIGNED_RECORDS[0] as Doc,
      },
      verdict: (documents) =>
        judgeFolder({ 'manifest.json': pretty(documents['manifest.json']), 'r.json': pretty(documents['r.json']) }),
      // Without it the algorithm is sha256, which is what is signed.
      uncovered: /^manifest\.json \/algo_id$/,
    },
  ],
  ['chain_directory', { documents: numbered(SIGNED_RECORDS), verdict: (documents) => judgeFolder(texts(documents)) }],
];

/** Neither signed nor sealed. A proposal is compared with the contract that names its digest (gate/decision/producers.test.ts). */
const UNSIGNED: readonly string[] = ['governance_event', 'record_types', 'contract_proposal'];

test('each kind of the table has a sample here, or is never signed', () => {
  const named = new Set([...SUBJECTS.map(([kind]) => kind), ...UNSIGNED]);
  expect([...named].sort()).toEqual(KINDS.map(({ name }) => name as string).sort());
});

/** Each member and each element of a list taken away in turn, by JSON pointer. */
function removals(value: Doc): [string, Doc][] {
  const found: [string, Doc][] = [];
  const walk = (at: unknown, path: readonly string[]): void => {
    if (at === null || typeof at !== 'object') return;
    for (const [name, child] of Object.entries(at)) {
      const copy = clone(value);
      let parent: unknown = copy;
      for (const step of path) parent = (parent as Record<string, unknown>)[step];
      if (Array.isArray(parent)) parent.splice(Number(name), 1);
      else delete (parent as Record<string, unknown>)[name];
      found.push([`/${[...path, name].join('/')}`, copy]);
      walk(child, [...path, name]);
    }
  };
  walk(value, []);
  return found;
}

/** What expressions and loops that look at a text again and again trip over. */
const REPEATED = [' ', '=', '/', '@', '0', '.a'];
const LENGTH = 40_000;
/** Milliseconds of processor time; by the square of its length, one text takes seconds. */
const MOST_MS = 400;

async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Each text in turn begins as before, and goes on with many repetitions of `unit`. */
function lengthened(value: Doc, unit: string): [string, Doc][] {
  const long = `${unit.repeat(LENGTH / unit.length)}!`;
  return changes(value).flatMap(([pointer, copy]): [string, Doc][] => {
    const path = pointer.slice(1).split('/');
    let parent: Record<string, unknown> = copy;
    for (const name of path.slice(0, -1)) parent = parent[name] as Record<string, unknown>;
    const last = path.at(-1) ?? '';
    const text = parent[last];
    if (typeof text !== 'string') return [];
    parent[last] = text.slice(0, 6) + long;
    return [[pointer, copy]];
  });
}

describe.each(SUBJECTS)('%s', (kind, { documents, verdict, uncovered }) => {
  const isCovered = (name: string, pointer: string): boolean => uncovered?.test(`${name} ${pointer}`) !== true;

  test('verifies unchanged', async () => {
    expect(await verdict(documents)).toMatchObject({ kind, outcome: 'verified' });
  });

  test.each([
    ['changed', changes],
    ['taken away', removals],
  ] as const)('each member %s is found', async (_, broken) => {
    const missed: string[] = [];
    for (const [name, value] of Object.entries(documents)) {
      for (const [pointer, changed] of broken(value)) {
        if (!isCovered(name, pointer)) continue;
        const { outcome } = await verdict({ ...documents, [name]: changed });
        if (outcome !== 'failed') missed.push(`${name} ${pointer}`);
      }
    }
    expect(missed).toEqual([]);
  });

  test('a long text in any member keeps nobody busy (hardening 33)', async () => {
    const slow: string[] = [];
    for (const unit of REPEATED) {
      // Further ones are records like the first.
      for (const [name, value] of Object.entries(documents).slice(0, 2)) {
        for (const [pointer, changed] of lengthened(value, unit)) {
          const run = () => cost(() => verdict({ ...documents, [name]: changed }));
          // Something else may happen once.
          if ((await run()) > MOST_MS && (await run()) > MOST_MS)
            slow.push(`${name} ${pointer} ${JSON.stringify(unit)}`);
        }
      }
    }
    expect(slow).toEqual([]);
  });
});
