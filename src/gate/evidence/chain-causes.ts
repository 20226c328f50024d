import type { Finding } from '../../engine/findings.js';
import { UNREADABLE } from '../../engine/record/run.js';
import { cut, quote } from '../../engine/text.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';

/**
 * Explains how a chain is broken (people.md sections 2.2 and 2.3): it begins in the middle, forks, has neighbours swapped or a
 * gap, or its files are named so that they sort in a different order. Code and verdict stay as they are.
 * @param facts all records of the artifact, in its order; for a longer one the messages stay unchanged.
 */
export function nameChainCauses(verdict: ArtifactVerdict, facts: readonly RecordFact[]): ArtifactVerdict {
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
    const kept = verdict.findings.filter((found) => !others.includes(found));
    return { ...verdict, findings: kept.map((found) => (found === first ? { ...found, message: whole } : found)) };
  }
  const at = new Map(facts.map(({ recordHash }, index) => [recordHash, index]));
  const named = new Set<string>();
  return {
    ...verdict,
    findings: verdict.findings.flatMap((found) => {
      const index = found.code === 'chain.link_broken' ? /^record (\d+) /.exec(found.message)?.[1] : undefined;
      const message = index === undefined ? undefined : causeOf(Number(index), facts, at);
      if (message === undefined) return [found];
      // Two records that are swapped break three links.
      if (named.has(message)) return [];
      named.add(message);
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
  const follows = ({ code, message }: Finding): boolean => {
    const start = /^record (\d+) has no previous_record_hash but /.exec(message)?.[1];
    return (
      code === 'chain.link_broken' && (message.includes(UNREADABLE) || (start !== undefined && Number(start) <= unread))
    );
  };
  return { ...verdict, findings: verdict.findings.filter((found) => !follows(found)) };
}

function causeOf(index: number, facts: readonly RecordFact[], at: ReadonlyMap<string, number>): string | undefined {
  for (const first of [index, index - 1, index - 2]) {
    if (isSwap(first, facts)) return `records ${first} and ${first + 1} are swapped`;
  }
  const fact = facts[index];
  const link = fact?.previousHash ?? '';
  if (fact === undefined) return undefined;
  const who = `record ${index} (${quote(fact.recordId)})`;
  const copied = facts.findIndex(({ recordHash }) => recordHash === fact.recordHash);
  if (copied < index) {
    const fork = at.get(link);
    return `${who} is a copy of record ${copied}${fork === undefined ? '' : `: the chain forks after record ${fork}`}`;
  }
  const before = facts[index - 1]?.recordHash;
  if (link === '') {
    return before === undefined
      ? undefined
      : `${who} has no previous_record_hash, so a second chain begins here; the record before it has hash ${cut(before, 20)}`;
  }
  const target = at.get(link);
  const hash = cut(link, 20);
  if (target === undefined) {
    if (index === 0) {
      return `begins in the middle of a chain: ${who} links to ${hash}, which is not here; earlier records are missing`;
    }
    return `${who} links to ${hash}, which is not here: at least one record between it and record ${index - 1} is missing`;
  }
  const twin = facts.findIndex(({ previousHash }, other) => other !== index && previousHash === link);
  if (twin >= 0 && twin < index) {
    const id = quote(facts[target]?.recordId ?? '');
    return `the chain forks after record ${target} (${id}): records ${twin} and ${index} both link to it`;
  }
  if (index === 0) return `${who} is the first but links to record ${target}, which comes after it`;
  return `${who} links to record ${target}, not to record ${index - 1} before it`;
}

/** Whether a record and its neighbour would link if they were swapped. */
function isSwap(first: number, facts: readonly RecordFact[]): boolean {
  const [before, one, next] = [facts[first - 1], facts[first], facts[first + 1]];
  if (one === undefined || next === undefined) return false;
  return one.previousHash === next.recordHash && (next.previousHash ?? '') === (before?.recordHash ?? '');
}

/** Three records or more, each linked to the one after it. */
function isReversed(facts: readonly RecordFact[]): boolean {
  const linked = facts.every(({ previousHash = '' }, i) => previousHash === (facts[i + 1]?.recordHash ?? ''));
  return facts.length > 2 && linked;
}

function followsNumbers(facts: readonly RecordFact[]): boolean {
  const byNumber = [...facts].sort((a, b) => natural.compare(a.entry ?? '', b.entry ?? '') || a.index - b.index);
  return byNumber.every(({ previousHash = '' }, i) => previousHash === (byNumber[i - 1]?.recordHash ?? ''));
}

const natural = new Intl.Collator('en', { numeric: true });
