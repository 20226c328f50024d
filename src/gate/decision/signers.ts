import type { FindingCode } from '../../engine/findings.js';
import { countsSigners } from '../../engine/kinds/table.js';
import { quote, shorten } from '../../engine/text.js';
import type { ArtifactVerdict, Part } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';
import type { Policy } from '../config/policy/model.js';
import { identityOf, type Signer, type Signers } from '../config/signers.js';
import { instantOf, instantText } from '../instant.js';
import type { DecisionFindings } from './findings.js';

/** What is wrong with the signer of something. */
export interface TrustProblem {
  readonly code: FindingCode;
  readonly message: string;
}

/** When the records of a run were made. */
export interface RecordTimes {
  /** Times of the records in a part, epoch milliseconds: none, or the earliest and the latest; NaN when one is invalid. */
  timesOf(part: Part): readonly number[];
  /** Time of the youngest record of an artifact, which no signature over it is older than; `undefined` without records. */
  latestOf(artifact: string): number | undefined;
}

/**
 * Whether a key may sign a record; `undefined` when nothing is wrong. Without signers in the policy every key may.
 * @param timestamp when it was signed
 */
export function judgeSignerOf(
  fact: RecordFact,
  keyId: string,
  signers: Signers,
  timestamp = fact.timestamp,
): TrustProblem | undefined {
  if (!signers.configured) return undefined;
  const signer = signers.byId.get(keyId);
  if (signer === undefined) return untrusted(keyId);
  if (signer.notBefore !== undefined || signer.notAfter !== undefined) {
    const problem = outsideWindow(signer, instantOf(timestamp), nameOf(fact, timestamp));
    if (problem !== undefined) return problem;
  }
  if (signer.recordTypes !== undefined && !signer.recordTypes.includes(fact.recordType)) {
    return scope(signer, `records of type ${quote(fact.recordType)}`);
  }
  if (signer.sourceProducts !== undefined && !signer.sourceProducts.includes(fact.sourceProduct)) {
    return scope(signer, `records of product ${quote(fact.sourceProduct)}`);
  }
  return undefined;
}

function nameOf({ timestamp: own }: RecordFact, timestamp: string): string {
  if (timestamp === own) return `the record of ${shorten(own)}`;
  return `the record, which counts as of ${timestamp} because it has no time,`;
}

/**
 * Judges who signed an artifact, or a part of it, as a whole. A window is compared with the time that the whole states and
 * those of the records in it; the clock is used only for what has no time at all (hardening 25).
 */
export function judgeArtifactSigners(
  verdict: ArtifactVerdict,
  signers: Signers,
  times: Pick<RecordTimes, 'timesOf'>,
  now: number,
): readonly TrustProblem[] {
  if (!signers.configured || verdict.outcome !== 'verified') return [];
  const problems = new Map<string, TrustProblem>();
  for (const part of verdict.facts.parts ?? []) {
    for (const keyId of part.keyIds) {
      const problem = judgePartSigner(part, signers.byId.get(keyId), keyId, times.timesOf(part), now);
      if (problem !== undefined) problems.set(problem.message, problem);
    }
  }
  return [...problems.values()];
}

function judgePartSigner(
  part: Part,
  signer: Signer | undefined,
  keyId: string,
  records: readonly number[],
  now: number,
): TrustProblem | undefined {
  if (signer === undefined) return untrusted(keyId);
  if (signer.notBefore === undefined && signer.notAfter === undefined) return undefined;
  const name = part.entry === undefined ? 'the artifact' : quote(part.entry);
  const own = part.at === undefined ? [] : [part.at ?? Number.NaN];
  const told = (at: number): string => (Number.isNaN(at) ? 'without a readable time' : `of ${instantText(at)}`);
  const times = [
    ...own.map((at) => [at, `${name} ${told(at)}`] as const),
    ...records.map((at) => [at, `a record ${told(at)} in ${name}`] as const),
  ];
  const [first = [now, `${name}, which counts as of ${instantText(now)} because it has no time,`] as const, ...others] =
    times;
  for (const [at, what] of [first, ...others]) {
    const problem = outsideWindow(signer, at, what);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Keys that signed an artifact as a whole, or anything in it, apart from those of its records. */
export function wholeKeyIds(verdict: ArtifactVerdict): readonly string[] {
  return [...new Set((verdict.facts.parts ?? []).flatMap(({ keyIds }) => keyIds))];
}

/**
 * `trust.threshold`: a chain, linked stream or bundle with fewer distinct trusted signers over the whole than `min_signers`. A signer counts
 * once, however many keys it has. `latest`: epoch milliseconds of the youngest record, which a signature cannot be older than.
 */
export function judgeThreshold(
  verdict: ArtifactVerdict,
  minSigners: number,
  signers: Signers,
  latest: number | undefined,
): TrustProblem | undefined {
  // A stream whose records link has a head: it is a chain (interface.md, Discovery).
  const isStream = verdict.kind === 'stream' && verdict.headHash !== undefined;
  if (!isStream && !countsSigners(verdict.kind)) return undefined;
  const distinct = new Set<string>();
  // The signer of a part did not sign the whole.
  const whole = (verdict.facts.parts ?? []).filter(({ entry }) => entry === undefined);
  for (const keyId of whole.flatMap(({ keyIds }) => keyIds)) {
    const signer = signers.byId.get(keyId);
    if (signer === undefined) continue;
    if (latest !== undefined && outsideWindow(signer, latest, '') !== undefined) continue;
    distinct.add(identityOf(keyId, signers));
  }
  if (distinct.size >= minSigners) return undefined;
  const who = distinct.size === 0 ? 'no trusted signer' : [...distinct].sort().map(shorten).join(', ');
  const how = isStream ? '; a stream cannot be signed as a whole: write it as a chain document' : '';
  return { code: 'trust.threshold', message: `${minSigners} trusted signers are required, signed by ${who}${how}` };
}

function untrusted(keyId: string): TrustProblem {
  return { code: 'trust.untrusted_key', message: `signing key ${shorten(keyId)} is not trusted by the policy` };
}

function scope({ name, keyId }: Signer, what: string): TrustProblem {
  return { code: 'trust.key_scope', message: `${shorten(name ?? keyId)} is not allowed to sign ${what}` };
}

function outsideWindow(signer: Signer, at: number, what: string): TrustProblem | undefined {
  const { notBefore, notAfter } = signer;
  const who = shorten(signer.name ?? signer.keyId);
  // Written so that NaN, an invalid time, lies outside.
  if (notBefore !== undefined && !(at >= notBefore)) {
    return {
      code: 'trust.key_expired',
      message: `${what} is dated before the key of ${who} is valid (${new Date(notBefore).toISOString()})`,
    };
  }
  if (notAfter !== undefined && !(at <= notAfter)) {
    return {
      code: 'trust.key_expired',
      message: `${what} is dated after the key of ${who} was valid (${new Date(notAfter).toISOString()})`,
    };
  }
  return undefined;
}

/** Reports the findings on trust in artifacts; returns those that no longer count. */
export function judgeArtifacts(
  verdicts: readonly ArtifactVerdict[],
  policy: Policy,
  signers: Signers,
  times: RecordTimes,
  now: number,
  findings: DecisionFindings,
): ReadonlySet<string> {
  const failed = new Set<string>();
  for (const verdict of verdicts) {
    const problems = [...judgeArtifactSigners(verdict, signers, times, now)];
    if (policy.trust.minSigners !== undefined && verdict.outcome === 'verified') {
      const short = judgeThreshold(verdict, policy.trust.minSigners, signers, times.latestOf(verdict.path));
      if (short !== undefined) problems.push(short);
    }
    if (verdict.outcome !== 'verified' || problems.length > 0) failed.add(verdict.path);
    for (const { code, message } of problems) findings.artifact(code, message, verdict.path);
  }
  return failed;
}
