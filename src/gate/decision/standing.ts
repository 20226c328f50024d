import type { ArtifactVerdict, Part } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';
import { identityOf, type Signers } from '../config/signers.js';
import { instantOf, isTimeless, signedAt } from '../instant.js';
import { judgeSignerOf, type RecordTimes, type TrustProblem } from './signers.js';

const NONE: readonly Part[] = [];

/** The earliest and the latest time of the records of a part, epoch milliseconds; NaN when one is invalid. */
type Times = [number, number];

/**
 * Who vouches for a record: its own signer, or the signers of its containers, where their signature covers records
 * without one by a given key (hardening 25). The innermost signed container vouches for such a record.
 */
export class Standing implements RecordTimes {
  private readonly containers = new Map<string, ReadonlyMap<string, Part>>();
  /** Containers around the records of one file, innermost first. */
  private readonly around = new Map<string, readonly Part[]>();
  private readonly times = new Map<Part, Times>();
  private readonly latest = new Map<string, number>();

  /**
   * @param threshold times of artifacts are needed, whether or not a signer has a window.
   * @param now the time of records that have none
   * @param clock what set that time, for messages
   */
  constructor(
    facts: readonly RecordFact[],
    verdicts: readonly ArtifactVerdict[],
    private readonly signers: Signers,
    threshold = false,
    private readonly now?: number,
    private readonly clock?: string,
  ) {
    for (const { path, facts: found } of verdicts) {
      const parts = (found.parts ?? []).filter(({ records }) => records !== undefined);
      if (parts.length > 0) this.containers.set(path, new Map(parts.map((part) => [part.entry ?? '', part])));
    }
    const windows = [...signers.byId.values()].some((one) => one.notBefore !== undefined || one.notAfter !== undefined);
    // Parsing the times of a million records takes a second, and they may not be needed.
    if (windows || threshold) for (const fact of facts) this.note(fact);
  }

  timesOf(part: Part): readonly number[] {
    return this.times.get(part) ?? [];
  }

  latestOf(artifact: string): number | undefined {
    return this.latest.get(artifact);
  }

  /** Why the signer of a record may not sign it; `undefined` when nothing is wrong, or nobody signed it. */
  problemOf(fact: RecordFact): TrustProblem | undefined {
    if (!this.signers.configured) return undefined;
    const { signature, keyId: own = '' } = fact;
    if (signature === 'verified') return judgeSignerOf(fact, own, this.signers, signedAt(fact, this.now), this.clock);
    const keyIds = this.keysFor(fact);
    if (keyIds.length === 0) return undefined;
    const timestamp = signedAt(fact, this.now);
    const problems = keyIds.map((keyId) => judgeSignerOf(fact, keyId, this.signers, timestamp, this.clock));
    const [first] = problems;
    // One permitted signer is enough.
    if (first === undefined || problems.includes(undefined)) return undefined;
    return { ...first, message: `${first.message}; it counts as signed with what it is in` };
  }

  /** Who vouches for a record, by name, so that one person with two keys is one. */
  speakersOf(fact: RecordFact): readonly string[] {
    const keyIds =
      fact.keyId !== undefined
        ? [fact.keyId]
        : this.keysFor(fact).filter(
            (keyId) => judgeSignerOf(fact, keyId, this.signers, signedAt(fact, this.now)) === undefined,
          );
    return [...new Set(keyIds.map((keyId) => identityOf(keyId, this.signers)))];
  }

  /** Keys that vouch for a record without a verified signature of its own. */
  private keysFor(fact: RecordFact): readonly string[] {
    // Nobody vouches for one that failed.
    if (fact.signature === 'failed' || fact.signature === 'verified') return [];
    const [innermost] = this.aroundOf(fact);
    return innermost?.records === 'vouched' ? innermost.keyIds : [];
  }

  private note(fact: RecordFact): void {
    // A record without a time says nothing about when the rest was signed.
    if (isTimeless(fact)) return;
    const at = instantOf(fact.timestamp);
    this.latest.set(fact.artifact, Math.max(at, this.latest.get(fact.artifact) ?? Number.NEGATIVE_INFINITY));
    for (const part of this.aroundOf(fact)) {
      const known = this.times.get(part);
      if (known === undefined) this.times.set(part, [at, at]);
      else {
        known[0] = Math.min(at, known[0]);
        known[1] = Math.max(at, known[1]);
      }
    }
  }

  private aroundOf({ artifact, entry = '' }: RecordFact): readonly Part[] {
    const parts = this.containers.get(artifact);
    if (parts === undefined) return NONE;
    const key = `${artifact}\0${entry}`;
    let around = this.around.get(key);
    if (around === undefined) {
      around = foldersOf(entry).flatMap((name) => parts.get(name) ?? []);
      this.around.set(key, around);
    }
    return around;
  }
}

/** A path and all its containers, innermost first; the artifact itself is `''`. */
function foldersOf(entry: string): string[] {
  const found = [entry];
  for (let at = entry; at !== ''; found.push(at)) at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '';
  return found;
}
