import { DEFAULT_PLACES } from '../../discovery/patterns.js';
import { type Finding, finding, type Severity } from '../../engine/findings.js';
import { isEvidence } from '../../engine/kinds/table.js';
import { signaturesRequired, type VerifyOptions } from '../../engine/options.js';
import { quote } from '../../engine/text.js';
import type { ShardContent } from '../../model/shard.js';
import { KIND_NAMES } from '../../report/common.js';
import type { GateOptions } from '../options/options.js';

/** Where a run looked, and what it saw there instead of artifacts. */
export interface Searched {
  /** Patterns of the options or the policy; empty: the default set. */
  readonly patterns: readonly string[];
  /** Path of the policy, as in its findings; empty without one. */
  readonly policy: string;
  /** What may have been meant, one sentence each. */
  readonly hints: readonly string[];
  /** One part of a run, which may be empty as long as the run is not. */
  readonly shardOf?: { readonly files: number };
}

/**
 * What is wrong with the evidence of a run as a whole (trust.md section 4): nothing that counts was found, nothing was
 * signed, or no key was there to check signatures with.
 */
export function insufficient(
  content: ShardContent,
  options: GateOptions,
  verify: Omit<VerifyOptions, 'records' | 'aborted'>,
  searched: Searched,
): readonly Finding[] {
  const { artifacts, unrecognized, incomplete } = content;
  const evidence = artifacts.filter(({ verdict }) => isEvidence(verdict.kind));
  const seen = artifacts.length + unrecognized.length;
  // Where the folder itself is missing, reporting that nothing was found in it adds nothing.
  if (content.findings.some(({ code, artifact }) => artifact === '' && /^(?:io|path)\./.test(code))) return [];
  // Nor where every named path is reported as missing, each by its plain name (`./a` as `a`).
  const lost = new Set(content.findings.filter(({ code }) => code === 'io.not_found').map(({ artifact }) => artifact));
  if (seen === 0 && lost.size > 0 && lost.size >= content.unmatchedPatterns.length) return [];
  // Nor where the policy that says where to look is missing.
  if (options.patterns.length === 0 && content.findings.some(isLostPolicy(searched.policy))) return [];
  // What a run that was cut short did not reach may have been evidence.
  const none = searched.shardOf === undefined ? evidence.length === 0 && !incomplete : searched.shardOf.files === 0;
  if (none && options.ifNoArtifactsFound !== 'ignore') {
    const severity: Severity = options.ifNoArtifactsFound === 'warn' ? 'warning' : 'error';
    return [finding('discovery.no_artifacts', nothingFound(content, seen, searched), '', {}, severity)];
  }
  if (artifacts.length === 0) return [];
  const findings = [...content.findings, ...artifacts.flatMap(({ verdict }) => verdict.findings)];
  const errors = findings.filter(({ severity }) => severity === 'error');
  // Keys that could not be read are not missing keys.
  if (errors.some(({ code }) => TRUST.test(code))) return [];
  if (verify.signatures === 'off' || !verify.trust.configured) {
    const why = verify.signatures === 'off' ? 'signatures is off' : 'no public key given';
    return [finding('signature.none_checked', `signatures were not checked: ${why}`, '')];
  }
  const signed = evidence.some(({ verdict }) => verdict.signatures.verified > 0);
  const whole = searched.shardOf === undefined && !incomplete;
  if (!whole || errors.length > 0 || signed || evidence.length === 0 || !signaturesRequired(verify)) return [];
  return [finding('signature.missing', 'signatures are required, and none verified in this run', '')];
}

/** A policy, or a file that it names, that is not there or cannot be used. */
function isLostPolicy(policy: string): (one: Finding) => boolean {
  return ({ code, severity, artifact }) =>
    severity === 'error' && artifact !== '' && (artifact === policy || /^(?:policy|dependency)\./.test(code));
}

/** Codes of trust that could not be set up. */
const TRUST = /^(?:policy|key|cosign|dependency)\./;

/** Most names that a message lists. */
const MAX_LISTED = 5;

function nothingFound({ artifacts, unrecognized }: ShardContent, seen: number, searched: Searched): string {
  const { patterns, hints } = searched;
  const where = patterns.length > 0 ? `for ${patterns.map(quote).join(', ')}` : `in ${DEFAULT_PLACES.join(', ')}`;
  const names = [
    ...artifacts.map(({ verdict: { path, kind } }) => `${quote(path)} (${KIND_NAMES[kind]})`),
    ...unrecognized.map(({ path }) => quote(path)),
  ];
  const listed = `${names.slice(0, MAX_LISTED).join(', ')}${seen > MAX_LISTED ? ', …' : ''}`;
  const instead = seen === 0 ? [] : [`matched, but not evidence: ${listed}`];
  const support = artifacts.length === 0 ? [] : ['such files support artifacts: verify both in one run'];
  return [`no Proof artifacts found ${where}`, ...instead, ...support, ...hints].join('; ');
}
