import { type Finding, type FindingCode, finding } from '../engine/findings.js';
import type { ArtifactVerdict } from '../engine/types.js';
import type { GateEvent } from './ci-environment.js';
import { type DecisionFindings, shorten } from './decision.js';
import { instantOf } from './extract.js';
import type { RecordFact } from './facts.js';
import type { Policy, SignerScope } from './policy/model.js';

/** One trusted signer, by the id that a verified signature has. */
export interface Signer extends SignerScope {
  readonly keyId: string;
  readonly name?: string;
}

/** Everybody a run trusts. */
export interface Signers {
  /** The policy says whom to trust; else any key that verified a signature is trusted. */
  readonly configured: boolean;
  readonly byId: ReadonlyMap<string, Signer>;
  /** Names by key id, for reports. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Puts together whom a run trusts: the signers of the policy, and the keys that the user gave beside it (`extraKeyIds`), who
 * have neither name nor bounds. `cosignKeyIds`: key ids of cosign signers that have a key file, by their name in the policy
 * (those with a certificate are `cosign:<issuer>#<identity>`).
 */
export function makeSigners(
  policy: Policy,
  extraKeyIds: Iterable<string> = [],
  cosignKeyIds: ReadonlyMap<string, string> = new Map(),
): Signers {
  const byId = new Map<string, Signer>();
  for (const keyId of extraKeyIds) byId.set(keyId, { keyId });
  // A key that the policy bounds stays bounded, also when it is given on the command line.
  for (const { key, name, file: _file, ...scope } of policy.trust.keys)
    byId.set(key.id, { keyId: key.id, name, ...scope });
  for (const { name, key, certificate: _certificate, identity, issuer, ...scope } of policy.trust.cosign) {
    const keyId = key === undefined ? `cosign:${issuer ?? ''}#${identity ?? ''}` : cosignKeyIds.get(name);
    if (keyId !== undefined) byId.set(keyId, { keyId, name, ...scope });
  }
  const names = new Map<string, string>();
  for (const [keyId, { name }] of byId) if (name !== undefined) names.set(keyId, name);
  return { configured: policy.trust.configured, byId, names };
}

/** What is wrong with the signer of something. */
export interface TrustProblem {
  readonly code: FindingCode;
  readonly message: string;
}

/** Judges the signer of one record (gate.md, first row of the table); `undefined` when nothing is wrong. */
export function judgeRecordSigner(fact: RecordFact, signers: Signers): TrustProblem | undefined {
  if (!signers.configured) return undefined;
  if (fact.signature === 'failed') {
    const claimed = fact.claimedKeyId;
    if (claimed === undefined || !/^[0-9a-f]{64}$/.test(claimed) || signers.byId.has(claimed)) return undefined;
    return { code: 'trust.untrusted_key', message: `signing key ${claimed} is not trusted by the policy` };
  }
  if (fact.signature !== 'verified') return undefined;
  const keyId = fact.keyId ?? '';
  const signer = signers.byId.get(keyId);
  if (signer === undefined) return untrusted(keyId);
  if (signer.notBefore !== undefined || signer.notAfter !== undefined) {
    const problem = outsideWindow(signer, instantOf(fact.timestamp), `the record of ${shorten(fact.timestamp)}`);
    if (problem !== undefined) return problem;
  }
  if (signer.recordTypes !== undefined && !signer.recordTypes.includes(fact.recordType)) {
    return scope(signer, `records of type ${JSON.stringify(shorten(fact.recordType))}`);
  }
  if (signer.sourceProducts !== undefined && !signer.sourceProducts.includes(fact.sourceProduct)) {
    return scope(signer, `records of product ${JSON.stringify(shorten(fact.sourceProduct))}`);
  }
  return undefined;
}

/** Judges who signed an artifact as a whole: signed JSON, packs, bundles, chains. */
export function judgeArtifactSigners(verdict: ArtifactVerdict, signers: Signers): readonly TrustProblem[] {
  if (!signers.configured || verdict.outcome !== 'verified') return [];
  const problems: TrustProblem[] = [];
  const created = verdict.facts.document?.['created_at'];
  const at = typeof created === 'string' ? instantOf(created) : Number.NaN;
  for (const keyId of wholeKeyIds(verdict)) {
    const signer = signers.byId.get(keyId);
    if (signer === undefined) problems.push(untrusted(keyId));
    else if (verdict.kind === 'gait_signed_json') {
      const problem = outsideWindow(signer, at, 'the document');
      if (problem !== undefined) problems.push(problem);
    }
  }
  return problems;
}

/** Kinds whose only signatures are those over the whole. */
const WHOLE_KINDS: ReadonlySet<string> = new Set(['gait_signed_json', 'gait_guard_pack', 'gait_runpack']);

/** Keys that signed an artifact as a whole, as far as they can be told from those of its records. */
export function wholeKeyIds(verdict: ArtifactVerdict): readonly string[] {
  return verdict.facts.wholeKeyIds ?? (WHOLE_KINDS.has(verdict.kind) ? verdict.signatures.keyIds : []);
}

/** Kinds that `min_signers` is about. */
const THRESHOLD_KINDS: ReadonlySet<string> = new Set(['chain', 'chain_directory', 'bundle']);

/**
 * `trust.threshold`: a chain or bundle with fewer distinct trusted signers over the whole than `min_signers`. A signer counts
 * once whatever keys it has. `latest`: epoch milliseconds of the youngest record, which a signature cannot be older than.
 */
export function judgeThreshold(
  verdict: ArtifactVerdict,
  minSigners: number,
  signers: Signers,
  latest: number | undefined,
): TrustProblem | undefined {
  if (!THRESHOLD_KINDS.has(verdict.kind)) return undefined;
  const distinct = new Set<string>();
  for (const keyId of wholeKeyIds(verdict)) {
    const signer = signers.byId.get(keyId);
    if (signer === undefined) continue;
    if (latest !== undefined && outsideWindow(signer, latest, '') !== undefined) continue;
    distinct.add(identityOf(keyId, signers));
  }
  if (distinct.size >= minSigners) return undefined;
  const who = distinct.size === 0 ? 'nobody trusted' : [...distinct].sort().map(shorten).join(', ');
  return { code: 'trust.threshold', message: `${minSigners} trusted signers are required, signed by ${who}` };
}

/** Who stands behind a key: its name, so that one person with two keys is one; the key itself without a name. */
export function identityOf(keyId: string, signers: Signers): string {
  return signers.names.get(keyId) ?? keyId;
}

function untrusted(keyId: string): TrustProblem {
  return { code: 'trust.untrusted_key', message: `signing key ${shorten(keyId)} is not trusted by the policy` };
}

function scope({ name, keyId }: Signer, what: string): TrustProblem {
  return { code: 'trust.key_scope', message: `${shorten(name ?? keyId)} may not sign ${what}` };
}

function outsideWindow(signer: Signer, at: number, what: string): TrustProblem | undefined {
  const { notBefore, notAfter } = signer;
  const who = shorten(signer.name ?? signer.keyId);
  // Written so that NaN, a time that cannot be read, lies outside.
  if (notBefore !== undefined && !(at >= notBefore)) {
    return {
      code: 'trust.key_expired',
      message: `${what} lies before the key of ${who} is valid (${new Date(notBefore).toISOString()})`,
    };
  }
  if (notAfter !== undefined && !(at <= notAfter)) {
    return {
      code: 'trust.key_expired',
      message: `${what} lies after the key of ${who} was valid (${new Date(notAfter).toISOString()})`,
    };
  }
  return undefined;
}

/** A file that trust comes from, for `trust.mutable_policy`. */
export interface TrustFile {
  readonly what: 'policy' | 'key' | 'baseline' | 'revocation list' | 'framework';
  /** As given. */
  readonly path: string;
  /** It lies in the workspace, which on a pull request is what its author likes. */
  readonly inWorkspace: boolean;
  /** Its bytes are pinned by a digest from outside. */
  readonly pinned: boolean;
}

/** `trust.mutable_policy`: on the event of a change under review, each file of trust that the change itself can write. */
export function mutableTrust(event: GateEvent | undefined, files: readonly TrustFile[]): readonly Finding[] {
  if (event?.underReview !== true) return [];
  return files
    .filter(({ inWorkspace, pinned }) => inWorkspace && !pinned)
    .map(({ what, path }) =>
      finding(
        'trust.mutable_policy',
        `the ${what} ${JSON.stringify(shorten(path))} lies in the checkout of a change under review (${shorten(event.name)}) and is not pinned`,
        path,
      ),
    );
}

/** Tells the findings of trust on artifacts; answers those that do not count any more. */
export function judgeArtifacts(
  verdicts: readonly ArtifactVerdict[],
  policy: Policy,
  signers: Signers,
  latest: ReadonlyMap<string, number>,
  findings: DecisionFindings,
): ReadonlySet<string> {
  const failed = new Set<string>();
  for (const verdict of verdicts) {
    const problems = [...judgeArtifactSigners(verdict, signers)];
    if (policy.trust.minSigners !== undefined && verdict.outcome === 'verified') {
      const short = judgeThreshold(verdict, policy.trust.minSigners, signers, latest.get(verdict.path));
      if (short !== undefined) problems.push(short);
    }
    if (verdict.outcome !== 'verified' || problems.length > 0) failed.add(verdict.path);
    for (const { code, message } of problems) findings.artifact(code, message, verdict.path);
  }
  return failed;
}
