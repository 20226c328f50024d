import { createHash } from 'node:crypto';
import { EXIT_ORDER, type ExitCode, type Finding, ruleOf, type Severity } from '../engine/findings.js';
import type { ArtifactKind } from '../engine/types.js';
import type { GateReport, Outcome, ReportModel } from './model.js';

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
  record: 'record',
  chain: 'chain',
  chain_directory: 'chain directory',
  stream: 'stream',
  bundle: 'bundle',
  gait_pack: 'Gait pack',
  gait_guard_pack: 'Gait guard pack',
  gait_runpack: 'Gait runpack',
  gait_signed_json: 'signed JSON',
  revocation_list: 'revocation list',
  record_types: 'record types',
  governance_event: 'governance event',
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

/** Findings by artifact path; those of the whole run under `''`. */
export function byArtifact(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return groupBy(findings, (one) => one.artifact);
}

/** Groups in the order in which their keys first occur. */
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

/** `1 record`, `2 records`; thousands are parted by commas. */
export function count(amount: number, noun: string): string {
  return `${thousands(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** A whole number with commas; not by locale, so that a report is the same everywhere. */
export function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
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

/** Lower-case hex SHA-256 of text as UTF-8. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** One sentence on the whole run; holds nothing from artifacts. */
export function verdictSentence(report: GateReport): string {
  const { artifacts, failed, verified, findings } = report.summary;
  const unverified = artifacts - verified;
  if (artifacts === 0 && report.incomplete === true) {
    return `The run ended early, before anything was verified: ${EXIT_MEANINGS[report.exit_code]} (exit code ${report.exit_code}).`;
  }
  if (artifacts === 0) {
    return report.exit_code === 0
      ? 'No artifacts were found.'
      : `No artifacts were found: ${EXIT_MEANINGS[report.exit_code]} (exit code ${report.exit_code}).`;
  }
  const all = artifacts === 1 ? 'The artifact' : `All ${thousands(artifacts)} artifacts`;
  const good = unverified === 0 ? `${all} verified` : `${thousands(failed)} of ${count(artifacts, 'artifact')} failed`;
  if (report.exit_code !== 0) {
    return `${good}${unverified === 0 ? ', but the gate did not pass' : ''}: ${EXIT_MEANINGS[report.exit_code]} (exit code ${report.exit_code}).`;
  }
  if (findings.errors > 0) return `${good}; errors only warn in this run.`;
  return findings.warnings > 0 ? `${good}, with ${count(findings.warnings, 'warning')}.` : `${good}.`;
}

/** `path:line:column`, and the entry inside an archive. */
export function placeOf(one: Finding): string {
  if (one.artifact === '') return 'whole run';
  const line = one.line === undefined ? '' : `:${one.line}${one.column === undefined ? '' : `:${one.column}`}`;
  return one.entry === undefined ? `${one.artifact}${line}` : `${one.artifact} › ${one.entry}${line}`;
}

/** Title of a finding's code: a rule of the policy has its own name, as all of them share one rule. */
export function titleOf(one: Pick<Finding, 'code'>): string {
  return one.code.startsWith('rule.') && one.code !== 'rule.failed'
    ? `Policy rule “${one.code.slice('rule.'.length)}” does not hold`
    : ruleOf(one.code).title;
}

/** Findings past the limit of an artifact, which the report only counts. */
export function uncounted(report: GateReport): number {
  return report.artifacts.reduce((sum, artifact) => sum + (artifact.more_findings ?? 0), 0);
}

/**
 * A fingerprint for each finding, unique in the run: of its code, path and subject, and of the how-manieth of these it
 * is. No line or column goes in, so that it survives when lines move.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((one) => {
    // JSON keeps the parts apart: no path can be written so that it is taken for another path and subject.
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
  /** Signed records among those that the model keeps. */
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
    if (record.signature === 'verified' && record.keyId !== undefined) of(record.keyId).records++;
  }
  return [...counts]
    .map(([keyId, counted]): Signer => {
      const name = model.signerNames.get(keyId);
      return { keyId, ...counted, ...(name === undefined ? {} : { name }) };
    })
    .sort((a, b) => b.artifacts - a.artifacts || b.records - a.records || (a.keyId < b.keyId ? -1 : 1));
}

/** True when nothing at all speaks against the run: `--warn-only` does not make an attestation of it. */
export function trulyPassed(report: GateReport): boolean {
  return (
    report.exit_code === 0 &&
    report.outcome !== 'failed' &&
    report.incomplete !== true &&
    report.summary.findings.errors === 0 &&
    report.summary.failed === 0
  );
}
