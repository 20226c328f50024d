import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildZip, type EntrySpec } from './zip-builder.js';

/*
 * A producer of artifacts. It shares no code with the engine: its canonical form, digests and signatures are written a
 * second time from the contract, so that both can only agree by being right.
 */

/** A JSON object that a test may still change. */
export interface Doc {
  [member: string]: unknown;
}

/** Canonical JSON (contract section 1). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Doc)[name])}`).join(',')}}`;
}

export const sha = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
export const digest = (value: unknown): string => sha(canonical(value));
export const clone = <T>(value: T): T => structuredClone(value);
/** An object without some members. */
export const omit = (object: Doc, ...names: string[]): Doc =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
export const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Somebody who signs. */
export interface Signer {
  /** Hex of the 32 public key bytes. */
  readonly publicKey: string;
  readonly keyId: string;
  /** Padded base64. */
  sign(message: string | Uint8Array): string;
}

/** An Ed25519 signer whose seed is the digest of its name. */
export function signer(name: string): Signer {
  const seed = createHash('sha256').update(`proof-verify test signer ${name}`).digest();
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return {
    publicKey: raw.toString('hex'),
    keyId: sha(raw),
    sign: (message) => sign(null, Buffer.from(message), key).toString('base64'),
  };
}

export const ALICE: Signer = signer('alice');
export const MALLORY: Signer = signer('mallory');

/** The text whose digest is the record hash (contract 2.1), for controls and relations that stand in their typed view. */
export function hashed(record: Doc): Doc {
  const integrity = (record['integrity'] ?? {}) as Doc;
  const covered: Doc = {
    record_id: record['record_id'] ?? '',
    record_version: record['record_version'] ?? '',
    timestamp: String(record['timestamp'] ?? '').replace(/\.\d+(?=Z$)/, ''),
    source: record['source'] ?? '',
    source_product: record['source_product'] ?? '',
    record_type: record['record_type'] ?? '',
    agent_id: record['agent_id'] ?? '',
    event: record['event'] ?? null,
    controls: record['controls'] ?? { permissions_enforced: false },
    metadata: record['metadata'] ?? null,
    integrity: { previous_record_hash: integrity['previous_record_hash'] ?? '' },
  };
  for (const name of ['relationship', 'relations']) {
    if (record[name] !== undefined && record[name] !== null) covered[name] = record[name];
  }
  return covered;
}

export const hashOf = (record: Doc): string => `sha256:${digest(hashed(record))}`;

/** How a record is sealed. */
export interface Sealing {
  readonly previous?: string;
  readonly by?: Signer;
}

/** The record with its hash, link and signature filled in anew. */
export function seal(record: Doc, { previous, by }: Sealing = {}): Doc {
  const link = previous ?? ((record['integrity'] ?? {}) as Doc)['previous_record_hash'];
  const integrity: Doc = link === undefined || link === '' ? {} : { previous_record_hash: link };
  const sealed: Doc = { ...record, integrity };
  integrity['record_hash'] = hashOf(sealed);
  if (by === undefined) return sealed;
  integrity['signing_key_id'] = by.keyId;
  integrity['signature'] = `base64:${by.sign(String(integrity['record_hash']))}`;
  return sealed;
}

/** A sealed record; members given as `undefined` are left out. */
export function record(members: Doc = {}, sealing: Sealing = {}): Doc {
  const all: Doc = {
    record_id: 'prf-2026-01-02T03:04:05Z-00000001',
    record_version: '1.0',
    timestamp: '2026-01-02T03:04:05Z',
    source: 'unit',
    source_product: 'wrkr',
    record_type: 'decision',
    event: { action: 'allow' },
    controls: { permissions_enforced: true },
    ...members,
  };
  return seal(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)), sealing);
}

export const recordHash = (sealed: Doc): string => String((sealed['integrity'] as Doc)['record_hash']);

/** A hash as messages show it: 12 of its digits. */
export const short = (hash: string): string => `${hash.slice(0, hash.length - 52)}…`;

/** Linked records, one second apart. */
export function records(count: number, by?: Signer, members: (index: number) => Doc = () => ({})): Doc[] {
  const made: Doc[] = [];
  for (let i = 0; i < count; i++) {
    const last = made.at(-1);
    const base = {
      record_id: `r${i}`,
      timestamp: `2026-01-02T03:04:${String(i % 60).padStart(2, '0')}Z`,
      ...members(i),
    };
    made.push(
      record(base, {
        ...(by === undefined ? {} : { by }),
        ...(last === undefined ? {} : { previous: recordHash(last) }),
      }),
    );
  }
  return made;
}

/** Links the records anew in the order they stand. */
export function relink(list: readonly Doc[]): Doc[] {
  const made: Doc[] = [];
  for (const one of list) {
    const last = made.at(-1);
    made.push(seal(one, { previous: last === undefined ? '' : recordHash(last) }));
  }
  return made;
}

/** A chain document over records as they stand. */
export function chain(list: readonly unknown[], members: Doc = {}): Doc {
  const last = list.at(-1) as Doc | undefined;
  return {
    chain_id: 'chain-1',
    created_at: '2026-01-02T03:04:00Z',
    record_count: list.length,
    ...(last === undefined ? {} : { head_hash: recordHash(last) }),
    records: list,
    ...members,
  };
}

/** `{alg, key_id, sig, signed_digest}` over the hex text of a digest, or over its bytes (Gait). */
export function signatureObject(signedDigest: string, by: Signer, over: 'hex' | 'bytes' = 'hex'): Doc {
  const message = over === 'hex' ? signedDigest : Buffer.from(signedDigest, 'hex');
  return { alg: 'ed25519', key_id: by.keyId, sig: by.sign(message), signed_digest: signedDigest };
}

/** The chain with a signature over the whole of it (contract section 3); its records stand in their typed view. */
export function signChain(document: Doc, by: Signer): Doc {
  const signed = {
    chain_id: document['chain_id'],
    created_at: document['created_at'],
    record_count: document['record_count'],
    head_hash: document['head_hash'] ?? '',
    records: document['records'],
  };
  return { ...document, signatures: [signatureObject(digest(signed), by)] };
}

export const jsonl = (list: readonly unknown[]): string => list.map((one) => `${JSON.stringify(one)}\n`).join('');

/** A document with a top-level signature, as Gait writes tokens and traces. */
export function signedJson(document: Doc, by: Signer): Doc {
  return { ...document, signature: signatureObject(digest(document), by, 'bytes') };
}

/** A signed revocation list. */
export function revocationList(revoked: readonly Doc[], by: Signer = ALICE): Doc {
  const list = { version: '1', created_at: '2026-01-01T00:00:00Z', revoked };
  return { ...list, signature: signatureObject(digest(list), by) };
}

/** Files by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The manifest of a bundle over these files, signed when somebody signs. */
export function bundleManifest(files: Files, by?: Signer, members: Doc = {}): Doc {
  const listed = Object.entries(files).map(([path, content]) => ({ path, sha256: `sha256:${sha(content)}` }));
  const manifest: Doc = { files: listed, algo_id: 'sha256', ...members };
  return by === undefined ? manifest : { ...manifest, signatures: [signatureObject(digest(manifest), by)] };
}

/** A bundle as files, its manifest included. */
export function bundle(files: Files, by?: Signer, members: Doc = {}): Files {
  return { 'manifest.json': pretty(bundleManifest(files, by, members)), ...files };
}

const made: string[] = [];

/** Writes files into a fresh folder below the system's temporary one; `removeFolders` takes it away again. */
export function folder(files: Files = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'proof-verify-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Takes away what `folder` made. */
export function removeFolders(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** A zip of files in the order given. */
export function zip(files: Files | readonly EntrySpec[]): Buffer {
  const entries = Array.isArray(files)
    ? (files as readonly EntrySpec[])
    : Object.entries(files as Files).map(([name, data]) => ({ name, data }));
  return buildZip({ entries });
}

/** The record type, as Gait's own manifests name it. */
const typeOf = (path: string): string => path.split('.').at(-1) ?? 'bin';

const JOB_STATE = { job_id: 'job_1', status: 'completed' };
/** The payload of a job: what a pack has to have beside the contents that a test is about (producers.md section 3). */
export const JOB: Files = {
  'job_payload.json': JSON.stringify({
    schema_id: 'gait.pack.job',
    schema_version: '1.0.0',
    created_at: '2026-01-02T03:04:05Z',
    ...JOB_STATE,
    stop_reason: 'none',
    status_reason_code: 'done',
    environment_fingerprint: 'envfp:1',
    checkpoint_count: 0,
    approval_count: 0,
  }),
  'job_state.json': JSON.stringify(JOB_STATE),
  'job_events.jsonl': jsonl([{ job_id: 'job_1', type: 'submitted' }]),
};

/** What has to lie in the archive of such a manifest beside the contents that a test is about. */
export const payloadOf = (manifest: Doc): Files => (manifest['pack_type'] === 'job' ? JOB : {});
export const JOB_ENTRIES: readonly EntrySpec[] = Object.entries(JOB).map(([name, data]) => ({ name, data }));

/** The contents of a pack: those of a job, unless its type says otherwise. */
const packFiles = (files: Files, members: Doc): Files =>
  members['pack_type'] === undefined ? { ...files, ...JOB } : files;

/** A Gait pack manifest over these contents; `members` come before pack_id and signature are taken. */
export function packManifest(given: Files, by?: Signer, members: Doc = {}): Doc {
  const files = packFiles(given, members);
  const contents = Object.entries(files).map(([path, data]) => ({ path, sha256: sha(data), type: typeOf(path) }));
  return sealPack(
    {
      schema_id: 'gait.pack.manifest',
      schema_version: '1.0.0',
      created_at: '2026-01-02T03:04:05Z',
      producer_version: '1.2.3',
      pack_type: 'job',
      source_ref: 'job_1',
      contents,
      ...members,
    },
    by,
  );
}

/** pack_id and signature over a manifest as it stands. */
export function sealPack(manifest: Doc, by?: Signer): Doc {
  const bare = omit(manifest, 'signatures', 'pack_id');
  return signed({ ...bare, pack_id: digest({ ...bare, pack_id: '' }) }, by);
}

function signed(manifest: Doc, by: Signer | undefined): Doc {
  return by === undefined ? manifest : { ...manifest, signatures: [signatureObject(digest(manifest), by, 'bytes')] };
}

/** A guard pack's manifest: its pack_id is a short id, no digest. */
export function guardManifest(files: Files, by?: Signer, members: Doc = {}): Doc {
  const manifest = omit(packManifest(files, undefined, { pack_type: 'run' }), 'pack_type', 'source_ref', 'pack_id');
  const guard: Doc = {
    ...manifest,
    schema_id: 'gait.guard.pack_manifest',
    pack_id: 'pack_1',
    run_id: 'run_1',
    generated_at: '2026-01-02T03:04:05Z',
    ...members,
  };
  return signed(guard, by);
}

/** The four files that each runpack has. */
export const RUN_FILES: Files = { 'run.json': '{}', 'intents.jsonl': '', 'results.jsonl': '', 'refs.json': '{}' };

/** A runpack's manifest. */
export function runpackManifest(files: Files, by?: Signer, members: Doc = {}): Doc {
  const listed = Object.entries(files).map(([path, data]) => ({ path, sha256: sha(data) }));
  return sealRunpack(
    {
      schema_id: 'gait.runpack.manifest',
      schema_version: '1.0.0',
      created_at: '2026-01-02T03:04:05Z',
      producer_version: '1.2.3',
      run_id: 'run_1',
      capture_mode: 'reference',
      files: listed,
      ...members,
    },
    by,
  );
}

/** manifest_digest and signature over a manifest as it stands. */
export function sealRunpack(manifest: Doc, by?: Signer): Doc {
  const bare = omit(manifest, 'signatures', 'manifest_digest');
  return signed({ ...bare, manifest_digest: digest({ ...bare, manifest_digest: '' }) }, by);
}

export const pack = (files: Files, by?: Signer, members: Doc = {}): Buffer =>
  zip({ 'pack_manifest.json': JSON.stringify(packManifest(files, by, members)), ...packFiles(files, members) });

export const runpack = (files: Files = RUN_FILES, by?: Signer, members: Doc = {}): Buffer =>
  zip({ 'manifest.json': JSON.stringify(runpackManifest(files, by, members)), ...files });

/** Proof records that tell of each of these contents, and of the payload. */
export function proofRecords(files: Files, by?: Signer): Doc[] {
  const told = Object.entries({ ...JOB, ...files });
  return records(told.length, by, (i) => {
    const [path = '', data = ''] = told[i] ?? [];
    return { source_product: 'gait', event: { entry_path: path, entry_sha256: sha(data) } };
  });
}
