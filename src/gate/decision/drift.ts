import { count, quote, shorten, shortHash, shortId, thousands } from '../../engine/text.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { FrameworkDefinition } from '../config/frameworks/framework.js';
import { type Baseline, type BaselineChain, coveredControls, signersOf, testsOf } from './baseline.js';
import { type FoundChain, findChains } from './chains.js';
import type { DecisionFindings, JudgedFacts } from './findings.js';
import type { Tally } from './requirements.js';

/** Outcomes of tests that did not run: neither passed nor failed. */
const NOT_RUN: ReadonlySet<string> = new Set([
  'skip',
  'skipped',
  'skipping',
  'todo',
  'ignored',
  'disabled',
  'pending',
  'not_run',
  'neutral',
]);

/** What a comparison with a baseline needs of the run. */
export interface DriftInput {
  readonly judged: JudgedFacts;
  readonly verdicts: readonly ArtifactVerdict[];
  readonly sums: Tally;
  /** All frameworks that are known, the policy's own included. */
  readonly frameworks: readonly FrameworkDefinition[];
  readonly counts: (artifact: string) => boolean;
}

/** Compares a run with a baseline: every `drift.*` of gate.md (5; a new signer is a warning). */
export function checkDrift(baseline: Baseline, run: DriftInput, findings: DecisionFindings): void {
  const chains = findChains(run.judged.facts, run.verdicts, run.counts);
  for (const before of baseline.chains) checkChain(before, chains.get(before.path), findings);
  for (const [type, before] of Object.entries(baseline.record_types)) {
    const now = run.sums.types.get(type) ?? 0;
    if (now < before) {
      findings.run(
        'drift.record_type_count',
        `${count(now, `verified ${shorten(type)} record`)}, baseline has ${thousands(before)}`,
      );
    }
  }
  checkCoverage(baseline, run, findings);
  checkTests(baseline, testsOf(run.judged), findings);
  const known = new Set(baseline.signers);
  for (const keyId of [...signersOf(run.judged, run.verdicts, run.counts)].sort()) {
    if (!known.has(keyId)) findings.run('drift.new_signer', `signer ${shortId(keyId)} is not in the baseline`);
  }
}

/** A test that passed has to pass again: neither failing, nor skipped, nor gone (trust.md section 7). */
function checkTests(baseline: Baseline, tests: ReadonlyMap<string, string>, findings: DecisionFindings): void {
  for (const [name, outcome] of Object.entries(baseline.tests)) {
    const now = tests.get(name);
    if (outcome !== 'passed' || now === 'passed') continue;
    const test = `test ${quote(name)} passed in the baseline`;
    if (now === undefined) findings.run('drift.test_missing', `${test} and is now missing`);
    else if (NOT_RUN.has(now)) findings.run('drift.test_skipped', `${test} and ${outcomeNow(now)}`);
    else findings.run('drift.test_regressed', `${test} and ${outcomeNow(now)}`);
  }
}

/** `now failed`; an outcome that is not such a word, in quotes. */
function outcomeNow(outcome: string): string {
  if (outcome === '') return 'now has no outcome';
  return outcome === 'failed' || outcome === 'skipped' ? `now ${outcome}` : `now has the outcome ${quote(outcome)}`;
}

/** A chain only ever grows: its first records still end in the same hash (gate.md, Baseline and drift). */
function checkChain(before: BaselineChain, now: FoundChain | undefined, findings: DecisionFindings): void {
  const path = shorten(before.path);
  if (now === undefined) {
    findings.artifact(
      'drift.chain_missing',
      `chain ${path} (${count(before.record_count, 'record')}) is missing`,
      before.path,
    );
    return;
  }
  if (now.hashes.length < before.record_count) {
    const message = `chain ${path} has ${count(now.hashes.length, 'record')}, baseline has ${thousands(before.record_count)}`;
    findings.artifact('drift.chain_truncated', message, now.artifact);
    return;
  }
  const head = now.hashes[before.record_count - 1] ?? '';
  if (head !== before.head_hash) {
    const message = `record ${before.record_count - 1} of chain ${path} has hash ${shortHash(head)}, baseline has ${shortHash(before.head_hash)}`;
    findings.artifact('drift.chain_rewritten', message, now.artifact);
  } else if (before.chain_id !== '' && now.chainId !== '' && now.chainId !== before.chain_id) {
    const message = `chain ${path}: chain_id is ${quote(now.chainId)}, baseline has ${quote(before.chain_id)}`;
    findings.artifact('drift.chain_rewritten', message, now.artifact);
  }
}

function checkCoverage(baseline: Baseline, { sums, frameworks }: DriftInput, findings: DecisionFindings): void {
  for (const [id, controls] of Object.entries(baseline.frameworks)) {
    const framework = frameworks.find((one) => one.framework.id === id);
    const covered = framework === undefined ? undefined : new Set(coveredControls(sums, framework));
    const why = covered === undefined ? ': the framework is not known' : '';
    for (const control of controls) {
      if (covered?.has(control) !== true) {
        findings.run('drift.coverage', `control ${shorten(control)} of ${shorten(id)} is no longer covered${why}`);
      }
    }
  }
}
