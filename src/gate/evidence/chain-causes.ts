import { brokenAt, followsUnreadable, nameRecord } from '../../engine/record/link-message.js';
import { shortHash } from '../../engine/text.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';

/** What the causes need to know of a record. */
export type LinkFact = Pick<RecordFact, 'entry' | 'index' | 'recordId' | 'recordHash' | 'previousHash'>;

/**
 * Explains how a chain is broken (people.md sections 2.2 and 2.3): it begins in the middle, forks, has neighbours swapped or a
 * gap, or its files are named so that they sort in a different order. Code and verdict stay as they are.
 * @param facts all records of the artifact, in its order; for a longer one the messages stay unchanged.
 */
export function nameChainCauses(verdict: ArtifactVerdict, facts: readonly LinkFact[]): ArtifactVerdict {
  const broken = verdict.findings.filter(({ code }) => code === 'chain.link_broken');
  if (broken.length === 0) return verdict;
  if (facts.length !== verdict.records) return withoutConsequences(verdict);
  const [first, ...others] = broken;
  const whole =
    verdict.kind === 'chain_directory' && followsNumbers(facts)
      ? 'the links follow the numbers in the file names, which sort differently by bytes: pad the numbers with zeros'
      : isReversed(facts)
        ? 'the records are in reverse order: the newest comes first'
        : undefined;
  if (first !== undefined && whole !== undefined) {
    const index = brokenAt(first.message);
    const message = `${whole}${index === undefined ? '' : `; ${misplaced(index, facts)}`}`;
    const kept = verdict.findings.filter((found) => !others.includes(found));
    return { ...verdict, findings: kept.map((found) => (found === first ? { ...found, message } : found)) };
  }
  const chains = new Map<string | undefined, Chain>();
  const chainOf = (entry: string | undefined): Chain => {
    // Each file of a bundle is a chain of its own; those of a folder of records are one.
    const key = verdict.kind === 'chain_directory' ? undefined : entry;
    const known = chains.get(key);
    if (known !== undefined) return known;
    const made = chain(verdict.kind === 'chain_directory' ? facts : facts.filter((fact) => fact.entry === key));
    chains.set(key, made);
    return made;
  };
  const named = new Set<string>();
  return {
    ...verdict,
    findings: verdict.findings.flatMap((found) => {
      const index = found.code === 'chain.link_broken' ? brokenAt(found.message) : undefined;
      const message = index === undefined ? undefined : causeOf(index, chainOf(found.entry));
      if (message === undefined) return [found];
      // Two records that are swapped break three links.
      const key = `${verdict.kind === 'chain_directory' ? '' : (found.entry ?? '')}\0${message}`;
      if (named.has(key)) return [];
      named.add(key);
      return [{ ...found, message }];
    }),
  };
}

/** Links from and to a record that cannot be read are not reported as well: nothing is known about them. */
function withoutConsequences(verdict: ArtifactVerdict): ArtifactVerdict {
  const unread = verdict.findings.filter(
    ({ code, severity }) => severity === 'error' && code.startsWith('json.'),
  ).length;
  if (unread === 0) return verdict;
  const follows = (message: string): boolean => {
    const start = message.includes(' has no previous_record_hash but ') ? brokenAt(message) : undefined;
    return followsUnreadable(message) || (start !== undefined && start <= unread);
  };
  return {
    ...verdict,
    findings: verdict.findings.filter(({ code, message }) => code !== 'chain.link_broken' || !follows(message)),
  };
}

/** The records of one chain in order, and their positions by hash. */
interface Chain {
  readonly facts: readonly LinkFact[];
  readonly at: ReadonlyMap<string, number>;
}

function chain(facts: readonly LinkFact[]): Chain {
  return { facts, at: new Map(facts.map(({ recordHash }, index) => [recordHash, index])) };
}

function causeOf(index: number, { facts, at }: Chain): string | undefined {
  for (const first of [index, index - 1, index - 2]) {
    if (isSwap(first, facts)) return swapped(first, facts);
  }
  const fact = facts[index];
  if (fact === undefined) return undefined;
  const link = fact.previousHash ?? '';
  const who = nameAt(index, facts);
  const copied = facts.findIndex(({ recordHash }) => recordHash === fact.recordHash);
  if (copied < index) {
    const fork = at.get(link);
    const where = fork === undefined ? '' : `: the chain forks after ${withHash(fork, facts)}`;
    return `${who} is a copy of record ${copied}${where}; ${expected(index, facts)}`;
  }
  if (link === '') {
    if (index === 0) return undefined;
    return `${who} has no previous_record_hash, so a second chain begins here; ${withHash(index - 1, facts)} comes before it`;
  }
  const target = at.get(link);
  const hash = shortHash(link);
  if (target === undefined) {
    if (index === 0) {
      return `begins in the middle of a chain: ${who} links to ${hash}, which is not here; earlier records are missing`;
    }
    return `${who} links to ${hash}, which is not here: at least one record between it and ${withHash(index - 1, facts)} is missing`;
  }
  const twin = facts.findIndex(({ previousHash }, other) => other !== index && previousHash === link);
  if (twin !== -1 && twin < index) {
    return `the chain forks after ${withHash(target, facts)}: ${nameAt(twin, facts)} and ${who} both link to it; ${expected(index, facts)}`;
  }
  return misplaced(index, facts);
}

/** A record that links to one of the others, but not to the one before it. */
function misplaced(index: number, facts: readonly LinkFact[]): string {
  const link = facts[index]?.previousHash ?? '';
  const target = facts.findIndex(({ recordHash }) => recordHash === link);
  const links = `${nameAt(index, facts)} links to ${target === -1 ? shortHash(link) : withHash(target, facts)}`;
  return index === 0 ? `${links}, which comes after it` : `${links}, not to ${withHash(index - 1, facts)} before it`;
}

function swapped(first: number, facts: readonly LinkFact[]): string {
  const [one, next] = [nameAt(first, facts), nameAt(first + 1, facts)];
  const links = `record ${first} links to ${shortHash(facts[first]?.previousHash ?? '')} (record ${first + 1})`;
  const wanted = first === 0 ? '' : `, not to ${shortHash(facts[first - 1]?.recordHash ?? '')} (record ${first - 1})`;
  return `records ${one.replace('record ', '')} and ${next.replace('record ', '')} are swapped: ${links}${wanted}`;
}

function expected(index: number, facts: readonly LinkFact[]): string {
  return `record ${index} should link to ${withHash(index - 1, facts)}`;
}

function nameAt(index: number, facts: readonly LinkFact[]): string {
  return nameRecord(index, facts[index]?.recordId);
}

/** `record 1 ("prf-2", sha256:0123456789ab…)`. */
function withHash(index: number, facts: readonly LinkFact[]): string {
  return `${nameAt(index, facts).slice(0, -1)}, ${shortHash(facts[index]?.recordHash ?? '')})`;
}

/** Whether a record and its neighbour would link if they were swapped. */
function isSwap(first: number, facts: readonly LinkFact[]): boolean {
  const [before, one, next] = [facts[first - 1], facts[first], facts[first + 1]];
  if (one === undefined || next === undefined) return false;
  return one.previousHash === next.recordHash && (next.previousHash ?? '') === (before?.recordHash ?? '');
}

/** Three records or more, each linked to the one after it. */
function isReversed(facts: readonly LinkFact[]): boolean {
  const linked = facts.every(({ previousHash = '' }, i) => previousHash === (facts[i + 1]?.recordHash ?? ''));
  return facts.length > 2 && linked;
}

function followsNumbers(facts: readonly LinkFact[]): boolean {
  const byNumber = [...facts].sort((a, b) => natural.compare(a.entry ?? '', b.entry ?? '') || a.index - b.index);
  return byNumber.every(({ previousHash = '' }, i) => previousHash === (byNumber[i - 1]?.recordHash ?? ''));
}

const natural = new Intl.Collator('en', { numeric: true });
