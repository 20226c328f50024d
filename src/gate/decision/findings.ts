import type { ExitCode, Finding, FindingCode, FindingPlace, Severity } from '../../engine/findings.js';
import { finding } from '../../engine/findings.js';
import { MAX_FINDINGS } from '../../engine/limits.js';
import { quote } from '../../engine/text.js';
import type { RecordFact } from '../../model/facts.js';
import type { Waivers } from './waivers.js';

interface Kept {
  readonly findings: Finding[];
  readonly exits: Set<ExitCode>;
  more: number;
}

/**
 * Collects the findings of the decision: at most `MAX_FINDINGS` per artifact, the rest counted. An error with an exit code that
 * none of the kept ones has displaces one of them, so that the verdict never depends on the limit.
 */
export class DecisionFindings {
  private readonly byArtifact = new Map<string, Kept>();

  /** @param waivers what the policy accepts, lowers or raises */
  constructor(private readonly waivers?: Waivers) {}

  /** Keeps a finding with the severity that the policy gives it, and returns that. */
  add(raised: Finding): Severity {
    const one = this.waivers?.apply(raised) ?? raised;
    let kept = this.byArtifact.get(one.artifact);
    if (kept === undefined) {
      kept = { findings: [], exits: new Set(), more: 0 };
      this.byArtifact.set(one.artifact, kept);
    }
    const news = one.severity === 'error' && !kept.exits.has(one.exit_code);
    if (news) kept.exits.add(one.exit_code);
    if (kept.findings.length < MAX_FINDINGS) kept.findings.push(one);
    else {
      kept.more++;
      if (news) kept.findings[expendable(kept.findings)] = one;
    }
    return one.severity;
  }

  /** A finding of the whole run. */
  run(code: FindingCode, message: string, severity?: Severity): Severity {
    return this.add(finding(code, message, '', {}, severity));
  }

  /** A finding on an artifact as a whole. */
  artifact(code: FindingCode, message: string, artifact: string): Severity {
    return this.add(finding(code, message, artifact));
  }

  /** A finding at a record, at the member that `pointer` names as far as its place is known. */
  record(code: FindingCode, message: string, fact: RecordFact, pointer?: string): Severity {
    return this.add(finding(code, message, fact.artifact, placeOf(fact, pointer)));
  }

  /** All findings, in the order of their artifacts. */
  get list(): readonly Finding[] {
    return [...this.byArtifact.values()].flatMap(({ findings }) => findings);
  }

  /** Number of findings beyond the limit, by artifact. */
  get more(): ReadonlyMap<string, number> {
    return new Map(
      [...this.byArtifact].filter(([, { more }]) => more > 0).map(([artifact, { more }]) => [artifact, more]),
    );
  }
}

/** The last finding that is not the only error of its exit code; there are fewer codes than the limit. */
function expendable(findings: readonly Finding[]): number {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return findings.findLastIndex(
    (one) => one.severity !== 'error' || errors.some((other) => other !== one && other.exit_code === one.exit_code),
  );
}

function placeOf(fact: RecordFact, pointer: string | undefined): FindingPlace {
  const [line = fact.line, column] = (pointer === undefined ? undefined : fact.places?.[pointer]) ?? [];
  return {
    line,
    ...(column === undefined ? {} : { column }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(fact.recordId === '' ? {} : { record_id: fact.recordId }),
    ...(fact.entry === undefined ? {} : { entry: fact.entry }),
  };
}

/** The name of a record in messages. */
export function nameRecord(fact: RecordFact): string {
  const id = fact.recordId === '' ? `record ${fact.index}` : `record ${quote(fact.recordId)}`;
  const place = fact.entry === undefined ? fact.artifact : `${fact.artifact}/${fact.entry}`;
  return `${id} (${place}:${fact.line})`;
}

/** How many steps a record passed before it failed to count; a higher number is nearer. */
export enum Stage {
  Unverified = 1,
  Untrusted = 2,
  Unbound = 3,
  Stale = 4,
  RuleBroken = 5,
}

/** Why a record does not count. */
export interface Shortfall {
  readonly stage: Stage;
  readonly why: string;
}

/** A record with its standing: it counts when it has no shortfall. */
export interface JudgedFact {
  readonly fact: RecordFact;
  readonly shortfall: Shortfall | undefined;
}

/**
 * The records of a run with their standing. Only a shortfall is kept, since most records have none and an object for each of a
 * million records would take a quarter of the memory of their facts.
 */
export class JudgedFacts implements Iterable<JudgedFact> {
  private readonly shortfalls = new Map<number, Shortfall>();

  /** Judges the facts in their order. */
  constructor(
    readonly facts: readonly RecordFact[],
    judge: (fact: RecordFact) => Shortfall | undefined,
  ) {
    for (const [i, fact] of facts.entries()) {
      const shortfall = judge(fact);
      if (shortfall !== undefined) this.shortfalls.set(i, shortfall);
    }
  }

  *[Symbol.iterator](): Generator<JudgedFact> {
    for (const [i, fact] of this.facts.entries()) yield { fact, shortfall: this.shortfalls.get(i) };
  }
}

/** A record that verified and whose signer may sign it is here, whatever its age and the rules. */
export function isHere(shortfall: Shortfall | undefined): boolean {
  return shortfall === undefined || shortfall.stage > Stage.Untrusted;
}
