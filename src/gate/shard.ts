import { shardOf } from '../discovery/shard.js';
import { sha256, sha256Hex } from '../engine/canonical/digest.js';
import { canonicalize, digestHex } from '../engine/canonical/jcs.js';
import { readJson } from '../engine/canonical/read.js';
import type { Finding } from '../engine/findings.js';
import { DEFAULT_LIMITS } from '../engine/limits.js';
import type { ArtifactVerdict, JsonObject, SignatureState } from '../engine/types.js';
import type { ApprovalFact, RecordFact, RuleResult, TestFact } from './facts.js';

/** What ties the shards of one run together: they merge only when all but `index` is equal. */
export interface ShardPlan {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  /** Version of the engine. */
  readonly engine: string;
  readonly policy_sha256: string | null;
  /** `digestHex` of all settings that verdicts depend on. */
  readonly settings: string;
  /** Digest of the paths of all artifacts of the run, of every shard. */
  readonly artifacts: string;
}

/** One artifact with its verdict and why it was taken for what it is. */
export interface EvidenceArtifact {
  readonly verdict: ArtifactVerdict;
  readonly why: string;
}

/** What one shard knows, before any decision over all artifacts. */
export interface ShardContent {
  readonly artifacts: readonly EvidenceArtifact[];
  readonly facts: readonly RecordFact[];
  /** Of configuration and discovery: those that belong to no verdict and to no decision. */
  readonly findings: readonly Finding[];
  readonly incomplete: boolean;
  /** Paths that were looked at and left out (`--unrecognized ignore`): they belong to the plan all the same. */
  readonly dropped?: readonly string[];
}

/** The compact form inside a JSON report (`gate-report-v1`, definition `shard`). */
export interface ShardEvidence {
  readonly version: 1;
  readonly plan: ShardPlan;
  readonly incomplete?: true;
  readonly dropped?: readonly string[];
  readonly artifacts: readonly EncodedArtifact[];
  readonly texts: readonly string[];
  readonly records: readonly EncodedRecord[];
  readonly findings: readonly Finding[];
  /** `digestHex` of everything beside it. */
  readonly digest: string;
}

/** A verdict in the report's names. */
export interface EncodedArtifact extends Omit<ArtifactVerdict, 'headHash' | 'moreFindings'> {
  readonly head_hash?: string;
  readonly more_findings: number;
  readonly why: string;
}

/**
 * artifact, entry (-1: none), index, line, record id, type, product, agent (-1), timestamp, hash, previous hash (0: none,
 * 1: the hash of the row before, else text), signature, key (-1), verified, and what only some records have. Numbers at
 * the places of names are indexes into `texts`.
 */
export type EncodedRecord = readonly [
  number,
  number,
  number,
  number,
  string,
  number,
  number,
  number,
  string,
  string,
  number | string,
  number,
  number,
  number,
  EncodedExtra | null,
];

/** What only some records have. */
export interface EncodedExtra {
  readonly claimed?: string;
  readonly links?: readonly (readonly [kind: string, from: string, to: string])[];
  readonly missing?: readonly string[];
  readonly rules?: readonly RuleResult[];
  readonly approval_rules?: readonly number[];
  readonly asks?: true;
  readonly intents?: readonly string[];
  readonly approval?: Omit<ApprovalFact, 'expiresAt'> & { readonly expiresAt?: number | null };
  readonly test?: TestFact;
}

const SIGNATURES: readonly SignatureState[] = ['verified', 'failed', 'unchecked', 'none'];

/**
 * The plan of one shard. `paths`: all artifacts that discovery found, of every shard. `settings`: everything besides the policy
 * that verdicts depend on (signature mode, strictness, key ids, limits, patterns, `--now` when it was given …).
 */
export function makePlan(
  shard: { readonly index: number; readonly count: number },
  engine: string,
  policySha256: string | null,
  settings: JsonObject,
  paths: readonly string[],
): ShardPlan {
  return {
    index: shard.index,
    count: shard.count,
    engine,
    policy_sha256: policySha256,
    settings: digestHex(settings),
    artifacts: digestOfPaths(paths),
  };
}

/** Digest of a set of paths, whatever their order. */
export function digestOfPaths(paths: readonly string[]): string {
  const hash = sha256();
  for (const path of [...paths].sort(byBytes)) hash.update(`${Buffer.byteLength(path)}:${path}\n`);
  return hash.digest('hex');
}

/** Whether a path belongs to the shard of a plan. */
export function belongsTo(path: string, plan: ShardPlan): boolean {
  return shardOf(path, plan.count) === plan.index;
}

/** Packs what a shard knows for its JSON report. */
export function encodeShard(plan: ShardPlan, content: ShardContent): ShardEvidence {
  const texts = new Texts();
  let before = '';
  const records = content.facts.map((fact): EncodedRecord => {
    const previous = fact.previousHash === undefined ? 0 : fact.previousHash === before ? 1 : fact.previousHash;
    before = fact.recordHash;
    return [
      texts.index(fact.artifact),
      texts.index(fact.entry),
      fact.index,
      fact.line,
      fact.recordId,
      texts.index(fact.recordType),
      texts.index(fact.sourceProduct),
      texts.index(fact.agentId),
      fact.timestamp,
      fact.recordHash.replace(/^sha256:/, ''),
      previous,
      SIGNATURES.indexOf(fact.signature),
      texts.index(fact.keyId),
      fact.verified ? 1 : 0,
      encodeExtra(fact),
    ];
  });
  const evidence = {
    version: 1 as const,
    plan,
    ...(content.incomplete ? { incomplete: true as const } : {}),
    ...(content.dropped === undefined || content.dropped.length === 0 ? {} : { dropped: content.dropped }),
    artifacts: content.artifacts.map(({ verdict, why }): EncodedArtifact => {
      const { headHash, moreFindings, ...rest } = verdict;
      return { ...rest, ...(headHash === undefined ? {} : { head_hash: headHash }), more_findings: moreFindings, why };
    }),
    texts: texts.all,
    records,
    findings: content.findings,
  };
  return { ...evidence, digest: digestOfEvidence(evidence) };
}

/** The digest that seals evidence: over policy, engine, plan and content alike. */
export function digestOfEvidence(evidence: Omit<ShardEvidence, 'digest'>): string {
  // Through JSON text: what is sealed is exactly what a reader of the report gets.
  return sha256Hex(canonicalize(readJson(Buffer.from(JSON.stringify(evidence)), DEFAULT_LIMITS.maxDepth)));
}

/** Unpacks evidence that has the shape of the published schema; `undefined` when an index leads nowhere. */
export function decodeShard(evidence: ShardEvidence): ShardContent | undefined {
  const { texts } = evidence;
  const facts: RecordFact[] = [];
  let before = '';
  for (const row of evidence.records) {
    const fact = decodeRecord(row, texts, before);
    if (fact === undefined) return undefined;
    before = fact.recordHash;
    facts.push(fact);
  }
  const artifacts = evidence.artifacts.map(
    ({ head_hash, more_findings, why, ...rest }): EvidenceArtifact => ({
      verdict: { ...rest, ...(head_hash === undefined ? {} : { headHash: head_hash }), moreFindings: more_findings },
      why,
    }),
  );
  return {
    artifacts,
    facts,
    findings: evidence.findings,
    incomplete: evidence.incomplete === true,
    ...(evidence.dropped === undefined ? {} : { dropped: evidence.dropped }),
  };
}

function decodeRecord(row: EncodedRecord, texts: readonly string[], before: string): RecordFact | undefined {
  const [
    artifact,
    entry,
    index,
    line,
    recordId,
    type,
    product,
    agent,
    timestamp,
    hash,
    previous,
    state,
    key,
    verified,
    extra,
  ] = row;
  const [artifactText, typeText, productText] = [texts[artifact], texts[type], texts[product]];
  const signature = SIGNATURES[state];
  if (artifactText === undefined || typeText === undefined || productText === undefined || signature === undefined)
    return undefined;
  if ([entry, agent, key].some((at) => at >= 0 && texts[at] === undefined)) return undefined;
  const [entryText, agentText, keyText] = [texts[entry], texts[agent], texts[key]];
  // A key is who verified the signature: approvals and trust go by it.
  if (keyText !== undefined && signature !== 'verified') return undefined;
  const previousHash = previous === 0 ? undefined : previous === 1 ? before : String(previous);
  return {
    artifact: artifactText,
    ...(entryText === undefined ? {} : { entry: entryText }),
    index,
    line,
    recordId,
    recordType: typeText,
    sourceProduct: productText,
    ...(agentText === undefined ? {} : { agentId: agentText }),
    timestamp,
    recordHash: hash === '' ? '' : `sha256:${hash}`,
    ...(previousHash === undefined ? {} : { previousHash }),
    signature,
    ...(keyText === undefined ? {} : { keyId: keyText }),
    verified: verified === 1,
    ...decodeExtra(extra),
  };
}

function encodeExtra(fact: RecordFact): EncodedExtra | null {
  const { claimedKeyId, links, missing, rules, approvalRules, asksApproval, intents, approval, test } = fact;
  const extra: EncodedExtra = {
    ...(claimedKeyId === undefined ? {} : { claimed: claimedKeyId }),
    ...(links === undefined ? {} : { links: links.map(({ kind, from, to }) => [kind, from, to]) }),
    ...(missing === undefined ? {} : { missing }),
    ...(rules === undefined ? {} : { rules }),
    ...(approvalRules === undefined ? {} : { approval_rules: approvalRules }),
    ...(asksApproval === undefined ? {} : { asks: true }),
    ...(intents === undefined ? {} : { intents }),
    ...(approval === undefined ? {} : { approval: encodeApproval(approval) }),
    ...(test === undefined ? {} : { test }),
  };
  for (const _ in extra) return extra;
  return null;
}

/** JSON has no infinity: an expiry that could not be read is `null`. */
function encodeApproval({ expiresAt, ...rest }: ApprovalFact): NonNullable<EncodedExtra['approval']> {
  return expiresAt === undefined ? rest : { ...rest, expiresAt: Number.isFinite(expiresAt) ? expiresAt : null };
}

function decodeExtra(extra: EncodedExtra | null): Partial<RecordFact> {
  if (extra === null) return {};
  const { claimed, links, missing, rules, approval_rules, asks, intents, approval, test } = extra;
  return {
    ...(claimed === undefined ? {} : { claimedKeyId: claimed }),
    ...(links === undefined ? {} : { links: links.map(([kind, from, to]) => ({ kind, from, to })) }),
    ...(missing === undefined ? {} : { missing }),
    ...(rules === undefined ? {} : { rules }),
    ...(approval_rules === undefined ? {} : { approvalRules: approval_rules }),
    ...(asks === undefined ? {} : { asksApproval: asks }),
    ...(intents === undefined ? {} : { intents }),
    ...(approval === undefined ? {} : { approval: decodeApproval(approval) }),
    ...(test === undefined ? {} : { test }),
  };
}

function decodeApproval({ expiresAt, ...rest }: NonNullable<EncodedExtra['approval']>): ApprovalFact {
  return expiresAt === undefined ? rest : { ...rest, expiresAt: expiresAt ?? Number.NEGATIVE_INFINITY };
}

/** Texts that many records share, each once. */
class Texts {
  readonly all: string[] = [];
  private readonly indexes = new Map<string, number>();

  index(text: string | undefined): number {
    if (text === undefined) return -1;
    let at = this.indexes.get(text);
    if (at === undefined) {
      at = this.all.length;
      this.all.push(text);
      this.indexes.set(text, at);
    }
    return at;
  }
}

/** Order of paths: by their bytes (interface.md, Discovery). */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
