import { createHash, generateKeyPairSync } from 'node:crypto';
import { type ExitCode, worstExit } from '../../../src/engine/findings.js';
import { digestHex } from '../../../src/engine/json/jcs.js';
import type {
  ArtifactKind,
  ArtifactVerdict,
  CheckedRecord,
  Json,
  JsonObject,
  Part,
} from '../../../src/engine/types.js';
import { loadCatalogues } from '../../../src/gate/config/frameworks/catalogues.js';
import { loadPolicy } from '../../../src/gate/config/policy/load.js';
import { EMPTY_POLICY, type Policy } from '../../../src/gate/config/policy/model.js';
import type { ReadPolicyFile } from '../../../src/gate/config/policy/reading.js';
import { bindToRun } from '../../../src/gate/config/policy/run-values.js';
import { makeSigners } from '../../../src/gate/config/signers.js';
import type { Baseline } from '../../../src/gate/decision/baseline.js';
import type { TestedRun } from '../../../src/gate/decision/bind.js';
import { type Decision, decide } from '../../../src/gate/decision/decide.js';
import { extractFact, makeNeeds } from '../../../src/gate/evidence/extract.js';
import type { RecordFact } from '../../../src/model/facts.js';

/** The clock of all cases. */
export const NOW = Date.parse('2026-06-01T00:00:00Z');
export const at = (offsetMs: number): string => new Date(NOW + offsetMs).toISOString().replace('.000', '');
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

function makeKey() {
  const { publicKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return { hex: bytes.toString('hex'), id: createHash('sha256').update(bytes).digest('hex') };
}
export const KEYS = { ci: makeKey(), manager: makeKey(), second: makeKey(), stranger: makeKey(), evil: makeKey() };

/** A record with its standing after verification. */
export interface Rec {
  value: JsonObject;
  ok?: boolean;
  key?: keyof typeof KEYS;
  signature?: CheckedRecord['signature'];
}

let serial = 0;

/** A record value; ids are unique unless given. */
export function record(type: string, event: JsonObject = {}, more: JsonObject = {}): JsonObject {
  serial++;
  return {
    record_id: `rec-${serial}`,
    record_version: '1.0',
    timestamp: at(-HOUR),
    source: 'test',
    source_product: 'ci',
    record_type: type,
    event: { n: serial, ...event },
    controls: { permissions_enforced: false },
    ...more,
  };
}

/** The hash that stands for a record in these tests: over its value without integrity. */
export function hashOf(value: JsonObject): string {
  const { integrity: _, ...rest } = value;
  return `sha256:${digestHex(rest)}`;
}

export interface Art {
  path: string;
  kind?: ArtifactKind;
  records?: readonly (Rec | JsonObject)[];
  outcome?: 'verified' | 'failed';
  keyIds?: readonly string[];
  whole?: readonly string[];
  document?: JsonObject;
  chainId?: string;
  /** Link the records as a chain. */
  linked?: boolean;
  entry?: string;
}

const isRec = (one: Rec | JsonObject): one is Rec => 'value' in one && !('record_id' in one);

/** Records of one artifact as the engine hands them over. */
export function checked(art: Art): CheckedRecord[] {
  let previous = '';
  return (art.records ?? []).map((given, index) => {
    const rec: Rec = isRec(given) ? given : { value: given };
    const key = rec.key === undefined ? undefined : KEYS[rec.key];
    const linked = art.linked ?? (art.kind === 'chain' || art.kind === 'chain_directory');
    const body = linked ? { ...rec.value, integrity_previous: previous } : rec.value;
    const recordHash = hashOf(linked ? body : rec.value);
    const integrity: JsonObject = {
      record_hash: recordHash,
      ...(linked && previous !== '' ? { previous_record_hash: previous } : {}),
      ...(key === undefined ? {} : { signing_key_id: key.id, signature: 'base64:AA==' }),
    };
    previous = recordHash;
    const signature = rec.signature ?? (key === undefined ? 'none' : 'verified');
    return {
      artifact: art.path,
      ...(art.entry === undefined ? {} : { entry: art.entry }),
      index,
      line: index + 1,
      value: { ...rec.value, integrity },
      recordId: String(rec.value['record_id'] ?? ''),
      recordHash,
      signature,
      ...(signature === 'verified' && key !== undefined ? { keyId: key.id } : {}),
      ok: rec.ok ?? signature !== 'failed',
    };
  });
}

export function verdict(art: Art, records: readonly CheckedRecord[]): ArtifactVerdict {
  const keyIds = art.keyIds ?? [...new Set(records.flatMap(({ keyId }) => keyId ?? []))];
  const failed = art.outcome === 'failed' || records.some(({ ok }) => !ok);
  return {
    path: art.path,
    kind: art.kind ?? (records.length > 1 ? 'stream' : 'record'),
    sha256: createHash('sha256').update(art.path).digest('hex'),
    bytes: 100,
    outcome: failed ? 'failed' : 'verified',
    records: records.length,
    ...(records.length > 0 ? { headHash: records.at(-1)?.recordHash ?? '' } : {}),
    signatures: { required: false, verified: keyIds.length, keyIds },
    findings: failed
      ? [{ code: 'record.hash_mismatch', severity: 'error', exit_code: 2, message: 'broken', artifact: art.path }]
      : [],
    moreFindings: 0,
    facts: {
      ...(art.chainId === undefined ? {} : { chainId: art.chainId }),
      ...partsOf(art),
    },
  };
}

/** A policy from an object; fails the test when it is not valid. */
export async function policyOf(value: Json | undefined, files: Record<string, string> = {}): Promise<Policy> {
  if (value === undefined) return EMPTY_POLICY;
  const loaded = await loadPolicy(Buffer.from(JSON.stringify(value)), 'policy.yml', fileReader(files));
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  return loaded.policy;
}

export function fileReader(files: Record<string, string>): ReadPolicyFile {
  return async ({ file: path }) => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    if (text === 'ESCAPE') return { ok: false, code: 'path.escape', message: `${path} leaves the workspace` };
    if (text === undefined) return { ok: false, code: 'dependency.missing', message: `${path} is not there` };
    return { ok: true, bytes: Buffer.from(text) };
  };
}

/** The run of all cases. */
export const RUN: TestedRun = {
  commits: ['1'.repeat(40), '2'.repeat(40)],
  repository: 'acme/app',
  repositoryUrl: 'https://github.com/acme/app',
  ref: 'refs/heads/main',
  ancestors: new Set(),
};

export interface World {
  policy: Policy;
  verdicts: ArtifactVerdict[];
  facts: RecordFact[];
}

export async function worldOf(policy: Policy, arts: readonly Art[]): Promise<World> {
  const needs = await makeNeeds(policy, loadCatalogues(), true);
  const verdicts: ArtifactVerdict[] = [];
  const facts: RecordFact[] = [];
  for (const art of [...arts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const records = checked(art);
    verdicts.push(verdict(art, records));
    for (const one of records) facts.push(extractFact(one, needs));
  }
  return { policy, verdicts, facts };
}

export interface Outcome {
  exit: ExitCode;
  codes: string[];
  warnings: string[];
  /** Without `policy.unused`. */
  notices: string[];
  decision: Decision;
}

/** Decides over a world: exit code over verdicts and decision, sorted distinct codes of the decision. */
export async function outcomeOf(
  value: Json | undefined,
  arts: readonly Art[],
  options: {
    baseline?: Baseline | undefined;
    now?: number;
    run?: TestedRun;
    extra?: readonly string[];
    files?: Record<string, string>;
  } = {},
): Promise<Outcome> {
  const { policy } = bindToRun(await policyOf(value, options.files), options.run ?? RUN);
  const world = await worldOf(policy, arts);
  const decision = decide({
    ...world,
    now: options.now ?? NOW,
    run: options.run ?? RUN,
    signers: makeSigners(policy, options.extra ?? []),
    baseline: options.baseline,
  });
  const codes = (severity: string): string[] =>
    [...new Set(decision.findings.filter((one) => one.severity === severity).map(({ code }) => code as string))].sort();
  return {
    exit: worstExit([...world.verdicts.flatMap(({ findings }) => findings), ...decision.findings]),
    codes: codes('error'),
    warnings: codes('warning'),
    notices: codes('notice').filter((code) => code !== 'policy.unused'),
    decision,
  };
}

/** Baseline of a world. */
export async function baselineOf(value: Json | undefined, arts: readonly Art[]): Promise<Baseline> {
  const { decision } = await outcomeOf(value, arts);
  return decision.makeBaseline();
}

/** Signed JSON has no other signature than the one over the whole. */
function partsOf({ whole, kind = 'record', keyIds, document }: Art): { parts?: readonly Part[] } {
  const keys = whole ?? (kind === 'gait_signed_json' ? keyIds : undefined);
  if (keys === undefined && document === undefined) return {};
  const created = document?.['created_at'];
  const at = typeof created === 'string' ? Date.parse(created) : undefined;
  const records = kind.startsWith('gait_') ? ('own' as const) : ('vouched' as const);
  return {
    parts: [
      {
        kind,
        keyIds: keys ?? [],
        ...(kind === 'gait_signed_json' || kind === 'record' ? {} : { records }),
        ...(at === undefined ? {} : { at: Number.isNaN(at) ? null : at }),
        ...(document === undefined ? {} : { document }),
      },
    ],
  };
}
