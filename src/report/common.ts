import { sha256Hex } from '../engine/digest.js';
import { EXIT_ORDER, type ExitCode, type Finding, ruleOf, type Severity } from '../engine/findings.js';
import { KINDS } from '../engine/kinds/table.js';
import type { ArtifactKind } from '../engine/types.js';
import type { GateReport, Outcome, ReportModel } from '../model/report.js';
import { plain } from './sanitize.js';

/** Severities from the worst to the mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** What each exit code means, in words (contract section 8). */
export const EXIT_MEANINGS: Readonly<Record<ExitCode, string>> = {
  0: 'success',
  1: 'internal error',
  2: 'verification failed',
  3: 'policy or schema violation',
  4: 'approval required',
  5: 'drift from the baseline',
  6: 'invalid input',
  7: 'dependency missing',
  8: 'unsafe operation blocked',
};

/** Kinds of artifacts as people call them. */
export const KIND_NAMES: Readonly<Record<ArtifactKind, string>> = {
  ...(Object.fromEntries(KINDS.map(({ name, title }) => [name, title])) as Record<ArtifactKind, string>),
  unknown: 'unrecognised',
};

/** Words for the outcome of a run. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  warned: 'Passed with warnings',
};

/** Findings by severity, then by how bad their exit code is, else in report order. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = (one: Finding): number =>
    SEVERITIES.indexOf(one.severity) * EXIT_ORDER.length + Math.max(0, EXIT_ORDER.indexOf(one.exit_code));
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/**
 * Findings in the order for a page with room for a few: those of the run first and once, then the worst of each artifact
 * in turn, so that one broken file does not hide nine others.
 */
export function takenInTurn(findings: readonly Finding[]): readonly Finding[] {
  const groups = byArtifact(worstFirst(findings));
  const ofRun = groups.get('') ?? [];
  const seen = new Set<string>();
  const once = ofRun.filter(({ code, message, line }) => {
    const key = JSON.stringify([code, message, line]);
    return !seen.has(key) && seen.add(key);
  });
  const ofArtifacts = [...groups].filter(([artifact]) => artifact !== '').map(([, group]) => group);
  const turns = ofArtifacts.flatMap((group) => group.map((finding, turn) => ({ finding, turn })));
  // The sort is stable: within a round the artifact with the worst finding comes first.
  return [...once, ...turns.sort((a, b) => a.turn - b.turn).map(({ finding }) => finding)];
}

/** Findings by artifact path; those of the whole run under `''`. */
export function byArtifact(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return groupBy(findings, (one) => one.artifact);
}

/** Most warnings of a run in a statement about it. */
const MAX_WARNINGS = 100;

/**
 * What a statement about a run that passed must not leave out: that no signature was checked, that the change could have chosen
 * its policy, and other warnings about the run as a whole (trust.md sections 1 and 4).
 */
export function runWarnings({ findings }: GateReport): { readonly code: string; readonly message: string }[] {
  return findings
    .filter(({ severity, artifact, code }) => severity === 'warning' && (artifact === '' || code.startsWith('trust.')))
    .slice(0, MAX_WARNINGS)
    .map(({ code, message }) => ({ code, message: plain(message) }));
}

/** Groups items, in the order in which their keys first occur. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Bytes in the largest binary unit, one decimal. */
export function byteSize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return unit === 0 ? `${bytes} B` : `${size.toFixed(1)} ${units[unit]}`;
}

/** `path:line:column`, and the entry inside an archive. */
export function placeOf(one: Finding): string {
  if (one.artifact === '') return 'run';
  const line = one.line === undefined ? '' : `:${one.line}${one.column === undefined ? '' : `:${one.column}`}`;
  return one.entry === undefined
    ? `${one.artifact}${line}`
    : `${one.artifact}${/\.zip$/i.test(one.artifact) ? '!/' : '/'}${one.entry}${line}`;
}

/** Title of a finding's code: a rule of the policy has its own name, as all of them share one rule. */
export function titleOf(one: Pick<Finding, 'code'>): string {
  return one.code.startsWith('rule.') && one.code !== 'rule.failed'
    ? `Policy rule “${one.code.slice('rule.'.length)}” failed`
    : ruleOf(one.code).title;
}

/** Findings beyond the limit of an artifact, which the report only counts. */
export function uncounted(report: GateReport): number {
  return report.artifacts.reduce((sum, artifact) => sum + (artifact.more_findings ?? 0), 0);
}

/**
 * A fingerprint for each finding, unique in the run: from its code, path and subject, and its ordinal among findings with
 * the same ones. It does not depend on line or column, so that it survives when lines move.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((one) => {
    // JSON keeps the parts apart: no path can be mistaken for another path and subject.
    const key = JSON.stringify([one.code, one.artifact, one.entry ?? '', one.record_id ?? '', one.pointer ?? '']);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return sha256Hex(`${key}#${ordinal}`);
  });
}

/** One signing key of a run. */
export interface Signer {
  readonly keyId: string;
  /** From the policy; absent for a key that only the command line gave. */
  readonly name?: string;
  /** Artifacts with a signature of it that verified. */
  readonly artifacts: number;
  /** Number of signed records among those that the model keeps. */
  readonly records: number;
}

/** Keys whose signatures verified, most used first. */
export function signersOf(model: ReportModel): readonly Signer[] {
  const counts = new Map<string, { artifacts: number; records: number }>();
  const of = (keyId: string): { artifacts: number; records: number } => {
    const known = counts.get(keyId) ?? { artifacts: 0, records: 0 };
    counts.set(keyId, known);
    return known;
  };
  for (const artifact of model.report.artifacts) for (const keyId of artifact.signatures.key_ids) of(keyId).artifacts++;
  for (const record of model.records) {
    // A signature over a record that was changed says nothing about the record.
    if (record.signature === 'verified' && record.verified && record.keyId !== undefined) of(record.keyId).records++;
  }
  return [...counts]
    .map(([keyId, counted]): Signer => {
      const name = model.signerNames.get(keyId);
      return { keyId, ...counted, ...(name === undefined ? {} : { name }) };
    })
    .sort((a, b) => b.artifacts - a.artifacts || b.records - a.records || (a.keyId < b.keyId ? -1 : 1));
}

/** Claimed signers whose signature does not count because their key was not given, by key id; most used first. */
export function unknownSigners(model: ReportModel): readonly Signer[] {
  const known = new Set([
    ...model.signerNames.keys(),
    ...model.report.artifacts.flatMap((one) => one.signatures.key_ids),
  ]);
  const claims = groupBy(
    model.records.filter(({ claimedKeyId }) => claimedKeyId !== undefined && !known.has(claimedKeyId)),
    ({ claimedKeyId }) => claimedKeyId ?? '',
  );
  return [...claims]
    .map(([keyId, records]): Signer => {
      return { keyId, records: records.length, artifacts: new Set(records.map(({ artifact }) => artifact)).size };
    })
    .sort((a, b) => b.records - a.records || (a.keyId < b.keyId ? -1 : 1));
}

/** What is wrong with each record: the title of its first error (a failed rule, a missing approval, its signer), by record id. */
export function problemsOf({ report }: ReportModel): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  for (const finding of report.findings) {
    if (finding.severity !== 'error' || finding.record_id === undefined || problems.has(finding.record_id)) continue;
    problems.set(finding.record_id, titleOf(finding));
  }
  return problems;
}

/** True when the run has no failure at all: `--warn-only` does not turn a failed run into an attestation. */
export function trulyPassed(report: GateReport): boolean {
  return (
    report.exit_code === 0 &&
    report.outcome !== 'failed' &&
    report.incomplete !== true &&
    report.summary.findings.errors === 0 &&
    report.summary.failed === 0
  );
}
