import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '../../engine/digest.js';
import { canonicalize } from '../../engine/json/jcs.js';
import { readJson } from '../../engine/json/read.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import type { EncodedArtifact, EvidenceArtifact, ShardContent, ShardEvidence, ShardPlan } from '../../model/shard.js';
import { FactPacker, unpackFacts } from '../evidence/fact-codec.js';

/** Evidence before it is sealed. */
type Unsealed = Omit<ShardEvidence, 'digest' | 'mac'>;

/** Packs the evidence of a shard for its JSON report; with a key, authenticated by an HMAC. */
export function encodeShard(plan: ShardPlan, content: ShardContent, key?: string): ShardEvidence {
  const facts = new FactPacker();
  for (const fact of content.facts) facts.add(fact);
  return sealEvidence(
    {
      version: 1 as const,
      plan,
      ...(content.incomplete ? { incomplete: true as const } : {}),
      unrecognized: content.unrecognized,
      ignored: content.ignored,
      unmatched_patterns: content.unmatchedPatterns,
      artifacts: content.artifacts.map(({ verdict, why }): EncodedArtifact => ({ ...verdict, why })),
      records: facts.packed,
      findings: content.findings,
    },
    key,
  );
}

/** Adds the digest of everything else, and with a key the HMAC-SHA-256 of the same text. */
export function sealEvidence(evidence: Unsealed, key?: string): ShardEvidence {
  const text = sealedText(evidence);
  return { ...evidence, digest: sha256Hex(text), ...(key === undefined ? {} : { mac: macOf(text, key) }) };
}

/** Why evidence must not be used; `undefined` when the seal matches. Without a key anybody can have sealed it. */
export function sealProblem({ digest, mac, ...evidence }: ShardEvidence, key?: string): string | undefined {
  const text = sealedText(evidence);
  if (sha256Hex(text) !== digest) return 'its evidence was changed after it was written';
  if (key === undefined) return mac === undefined ? undefined : 'it was written with a shard key, but none is set here';
  if (mac === undefined) return 'it was written without a shard key';
  const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(text, key))];
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? undefined
    : 'it was written with a different shard key, or changed';
}

function macOf(text: string, key: string): string {
  return createHmac('sha256', key).update('proof-verify shard evidence v1\n').update(text).digest('hex');
}

/** Through JSON text: what is sealed is exactly what a reader of the report gets. */
function sealedText(evidence: Unsealed): string {
  return canonicalize(readJson(Buffer.from(JSON.stringify(evidence)), DEFAULT_LIMITS.maxDepth));
}

/** Unpacks evidence that has the shape of the published schema; `undefined` when a row of it is damaged. */
export function decodeShard(evidence: ShardEvidence): ShardContent | undefined {
  const facts = unpackFacts(evidence.records);
  if (facts === undefined) return undefined;
  return {
    artifacts: evidence.artifacts.map(({ why, ...verdict }): EvidenceArtifact => ({ verdict, why })),
    facts,
    findings: evidence.findings,
    incomplete: evidence.incomplete === true,
    unrecognized: evidence.unrecognized,
    ignored: evidence.ignored,
    unmatchedPatterns: evidence.unmatched_patterns,
  };
}
