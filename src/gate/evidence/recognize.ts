import { type Finding, finding, type Severity } from '../../engine/findings.js';
import type { EvidenceArtifact, UnrecognizedFile } from '../../model/shard.js';
import type { GateOptions } from '../options/options.js';
import type { JudgedArtifact } from './verify-all.js';

/** The verified files, divided into artifacts and others. */
export interface Recognized {
  readonly artifacts: readonly EvidenceArtifact[];
  readonly unrecognized: readonly UnrecognizedFile[];
  /** One for each file that is not an artifact, unless these are ignored. */
  readonly findings: readonly Finding[];
}

/** A file that matched but is not an artifact counts for nothing; `--unrecognized` says whether it fails the run. */
export function recognize(judged: readonly JudgedArtifact[], { unrecognized: level }: GateOptions): Recognized {
  const artifacts: EvidenceArtifact[] = [];
  const unrecognized: UnrecognizedFile[] = [];
  const findings: Finding[] = [];
  for (const { artifact, verdict } of judged) {
    if (!isUnrecognized({ artifact, verdict })) {
      artifacts.push({ verdict, why: artifact.why });
      continue;
    }
    const error = verdict.findings.find((one) => one.severity === 'error');
    const why = error?.message ?? 'not a Proof artifact';
    unrecognized.push({ path: verdict.path, sha256: verdict.sha256, why });
    if (level === 'ignore') continue;
    const severity = level === undefined ? severityOf({ artifact, verdict }) : level === 'warn' ? 'warning' : 'error';
    const place = error?.remedy === undefined ? {} : { remedy: error.remedy };
    findings.push(finding('discovery.unrecognized', why, verdict.path, place, severity));
  }
  return { artifacts, unrecognized, findings };
}

/** A known document that is not evidence may lie next to evidence: only somebody who names it means it (producers.md). */
function severityOf({ artifact, verdict }: JudgedArtifact): Severity {
  const errors = verdict.findings.filter(({ severity }) => severity === 'error');
  if (artifact.origin !== 'named' && errors.every(({ code }) => code === 'kind.not_evidence')) return 'notice';
  return artifact.origin === 'default' ? 'warning' : 'error';
}

const FOREIGN: ReadonlySet<string> = new Set([
  'kind.not_evidence',
  'kind.unsupported',
  'json.syntax',
  'json.encoding',
  'io.empty',
]);

/** A damaged `.json` is a damaged artifact; other text that is not JSON never was one. */
function isUnrecognized({ artifact, verdict }: JudgedArtifact): boolean {
  if (verdict.kind !== 'unknown') return false;
  const errors = verdict.findings.filter((one) => one.severity === 'error');
  if (!errors.some(({ code }) => FOREIGN.has(code))) return false;
  return !/\.(json|jsonl|ndjson|zip)$/i.test(artifact.name) || errors.every(({ code }) => code.startsWith('kind.'));
}
