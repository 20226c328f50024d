import type { FindingCode } from '../../engine/findings.js';
import { countsSigners } from '../../engine/kinds/table.js';
import { count, quote, shorten, shortId, shortName } from '../../engine/text.js';
import type { ArtifactVerdict, Part } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';
import type { Policy } from '../config/policy/model.js';
import { identityOf, type Signer, type Signers } from '../config/signers.js';
import { clockText, instantOf, instantText } from '../instant.js';
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
 * @param clock what set the clock of the run, for messages
 */
export function judgeSignerOf(
  fact: RecordFact,
  keyId: string,
  signers: Signers,
  timestamp = fact.timestamp,
  clock?: string,
): TrustProblem | undefined {
  if (!signers.configured) return undefined;
  const signer = signers.byId.get(keyId);
  if (signer === undefined) return untrusted(keyId);
  if (signer.notBefore !== undefined || signer.notAfter !== undefined) {
    const problem = outsideWindow(signer, instantOf(timestamp), dateOf(fact, timestamp, clock));
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

function dateOf({ timestamp: own }: RecordFact, timestamp: string, clock?: string): string {
  if (timestamp === own) return `record is dated ${shorten(own)}`;
  return `record has no time and counts as of ${clockText(instantOf(timestamp), clock)}`;
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
  clock?: string,
): readonly TrustProblem[] {
  if (!signers.configured || verdict.outcome !== 'verified') return [];
  const problems = new Map<string, TrustProblem>();
  for (const part of verdict.facts.parts ?? []) {
    for (const keyId of part.keyIds) {
      const problem = judgePartSigner(
        part,
        signers.byId.get(keyId),
        keyId,
        times.timesOf(part),
        clockText(now, clock),
        now,
      );
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
  clock: string,
  now: number,
): TrustProblem | undefined {
  if (signer === undefined) return untrusted(keyId);
  if (signer.notBefore === undefined && signer.notAfter === undefined) return undefined;
  const name = part.entry === undefined ? 'the artifact' : quote(part.entry);
  const own = part.at === undefined ? [] : [part.at ?? Number.NaN];
  const dated = (what: string, at: number): string =>
    Number.isNaN(at) ? `${what} has no readable time` : `${what} is dated ${instantText(at)}`;
  const times = [
    ...own.map((at) => [at, dated(name, at)] as const),
    ...records.map((at) => [at, dated(`a record in ${name}`, at)] as const),
  ];
  const [first = [now, `${name} has no time and counts as of ${clock}`] as const, ...others] = times;
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
  const who = distinct.size === 0 ? 'no trusted signer' : [...distinct].sort().map(shortName).join(', ');
  const how = isStream ? '; a stream cannot be signed as a whole: write it as a chain document' : '';
  return {
    code: 'trust.threshold',
    message: `${count(minSigners, 'trusted signer')} required, signed by ${who}${how}`,
  };
}

function untrusted(keyId: string): TrustProblem {
  return { code: 'trust.untrusted_key', message: `signing key ${shortName(keyId)} is not trusted by the policy` };
}

function scope(signer: Signer, what: string): TrustProblem {
  return { code: 'trust.key_scope', message: `${signerName(signer)} is not allowed to sign ${what}` };
}

function signerName({ name, keyId }: Signer): string {
  return shortName(name ?? keyId);
}

/** @param dated what was signed, and when */
function outsideWindow(signer: Signer, at: number, dated: string): TrustProblem | undefined {
  const { notBefore, notAfter, name, keyId } = signer;
  const who = `key ${name === undefined ? shortId(keyId) : quote(name)}`;
  const expired = (why: string): TrustProblem => ({ code: 'trust.key_expired', message: `${dated}, ${why}` });
  // Written so that NaN, an invalid time, is outside.
  if (notBefore !== undefined && !(at >= notBefore)) {
    const when = dayText(notBefore);
    return expired(
      Number.isNaN(at) ? `but ${who} is valid only from ${when}` : `before ${who} becomes valid (${when})`,
    );
  }
  if (notAfter !== undefined && !(at <= notAfter)) {
    const when = dayText(notAfter);
    return expired(
      Number.isNaN(at) ? `but ${who} is valid only until ${when}` : `after ${who} ceased to be valid (${when})`,
    );
  }
  return undefined;
}

/** An instant, at midnight its day alone. */
function dayText(epochMs: number): string {
  return instantText(epochMs).replace('T00:00:00Z', '');
}

/** What signatures over whole artifacts are judged by. */
interface ArtifactJudgeInput {
  readonly verdicts: readonly ArtifactVerdict[];
  readonly policy: Policy;
  readonly signers: Signers;
  readonly times: RecordTimes;
  readonly now: number;
  readonly clock: string | undefined;
}

/** Reports the findings on trust in artifacts; returns those that no longer count. */
export function judgeArtifacts(
  { verdicts, policy, signers, times, now, clock }: ArtifactJudgeInput,
  findings: DecisionFindings,
): ReadonlySet<string> {
  const failed = new Set<string>();
  for (const verdict of verdicts) {
    const problems = [...judgeArtifactSigners(verdict, signers, times, now, clock)];
    if (policy.trust.minSigners !== undefined && verdict.outcome === 'verified') {
      const short = judgeThreshold(verdict, policy.trust.minSigners, signers, times.latestOf(verdict.path));
      if (short !== undefined) problems.push(short);
    }
    if (verdict.outcome !== 'verified' || problems.length > 0) failed.add(verdict.path);
    for (const { code, message } of problems) findings.artifact(code, message, verdict.path);
  }
  return failed;
}
