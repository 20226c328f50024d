import { type Finding, finding, worstCode } from '../engine/findings.js';
import { MAX_REPORT_RECORDS, type ReportCoverage, type ReportModel } from '../model/report.js';
import type { ShardContent } from '../model/shard.js';
import { ancestorsNamed } from './ancestors.js';
import type { FrameworkDefinition } from './config/frameworks/framework.js';
import { type Prepared, prepare, unprepared } from './config/load.js';
import { EMPTY_POLICY, type Policy } from './config/policy/model.js';
import { formatBaseline } from './decision/baseline.js';
import { type Decision, decide } from './decision/decide.js';
import { collect, type Found } from './evidence/collect.js';
import { plainFact } from './evidence/fact-page.js';
import { insufficient } from './evidence/sufficient.js';
import type { GateHooks, GateOptions, GateRun } from './options/options.js';
import { buildReport } from './output/build-report.js';
import { unsafeReports, writeReports } from './output/write-reports.js';
import { encodeShard } from './shards/encode.js';
import type { ShardReport } from './shards/merge.js';
import { makePlan, runOf } from './shards/plan.js';
import { Watch } from './watch.js';

/**
 * One run of the gate (interface.md): finds the artifacts, verifies each, decides, writes the reports.
 * Never rejects for what artifacts or configuration do wrong; what cannot be read is in the findings.
 */
export function runGate(options: GateOptions, hooks: GateHooks = {}): Promise<GateRun> {
  return whilePrepared(options, hooks, async (prepared, watch) =>
    conclude(options, prepared, await collect(options, prepared, hooks, watch)),
  );
}

/** Prepares and executes a run, both within its time limit. */
async function whilePrepared<T>(
  options: GateOptions,
  hooks: GateHooks,
  work: (prepared: Prepared, watch: Watch) => Promise<T>,
): Promise<T> {
  const watch = new Watch(options, hooks);
  try {
    const prepared = await prepare(options, { ...hooks, signal: watch.signal }).catch((error: unknown) => {
      if (watch.stopped === undefined) throw error;
      return unprepared(options);
    });
    return await work(prepared, watch);
  } finally {
    watch.close();
  }
}

/** `merge`: decides over the evidence of all shards as one run would, and writes the same reports. */
export function runMerge(
  options: GateOptions,
  reports: readonly ShardReport[],
  hooks: GateHooks = {},
): Promise<GateRun> {
  return whilePrepared(options, hooks, (prepared) => merge(options, reports, prepared));
}

async function merge(options: GateOptions, reports: readonly ShardReport[], prepared: Prepared): Promise<GateRun> {
  const [{ mergeShards, uniteFindings }, { artifactsOnlyHere, differenceHere }] = await Promise.all([
    import('./shards/merge.js'),
    import('./shards/rehash.js'),
  ]);
  const merged = await mergeShards(reports, {
    run: runOf(options, prepared),
    key: options.shardKey,
    changed: (path, sha256) => differenceHere(options.workspace, options.limits, path, sha256),
    onlyHere: (patterns, known) => artifactsOnlyHere(options, prepared, patterns, known),
  });
  if (!merged.ok) return conclude(options, prepared, refused(merged.findings));
  const { content } = merged;
  // Errors in the configuration count here too, whatever the shards say.
  const findings = uniteFindings([prepared.findings, content.findings]);
  return conclude(options, prepared, {
    ...{ content: { ...content, findings }, files: [], hints: [] },
    ...{ records: content.facts.length, saw: () => false },
  });
}

/** A run over nothing: nothing is concluded from reports that do not belong together. */
function refused(findings: readonly Finding[]): Found {
  const nothing = { artifacts: [], facts: [], unrecognized: [], ignored: [], unmatchedPatterns: [] };
  return { content: { ...nothing, findings, incomplete: true }, files: [], hints: [], records: 0, saw: () => false };
}

/** The baseline of the artifacts as they are now, and the run that verified them (`baseline FILE`). */
export function baselineOfRun(
  options: GateOptions,
  hooks: GateHooks = {},
): Promise<{ readonly run: GateRun; readonly text: string }> {
  return whilePrepared(options, hooks, async (prepared, watch) => {
    const found = await collect(options, prepared, hooks, watch, { all: true });
    const decision = await decideOver(options, { ...prepared, baseline: undefined }, found.content);
    return {
      run: await conclude(options, { ...prepared, baseline: undefined }, found),
      text: formatBaseline(decision.makeBaseline()),
    };
  });
}

/** Coverage of one framework by the verified records of a run (`frameworks coverage`). */
export function coverageOfRun(
  options: GateOptions,
  framework: FrameworkDefinition,
  hooks: GateHooks = {},
): Promise<{ readonly run: GateRun; readonly coverage: ReportCoverage }> {
  return whilePrepared(options, hooks, async (prepared, watch) => {
    const policy: Policy = {
      ...prepared.policy,
      require: { ...prepared.policy.require, frameworks: [{ framework, minCoverage: 0 }] },
    };
    const found = await collect(options, { ...prepared, policy }, hooks, watch, { all: true, framework });
    const run = await conclude(options, { ...prepared, policy }, found);
    const [coverage] = run.model.report.coverage ?? [];
    const { id, version, title } = framework.framework;
    return { run, coverage: coverage ?? { framework: id, version, title, covered: 0, total: 0, controls: [] } };
  });
}

async function decideOver(options: GateOptions, prepared: Prepared, content: ShardContent): Promise<Decision> {
  const { customTypes } = prepared.verify;
  return decide({
    run: { ...options.run, ancestors: await ancestorsNamed(options, prepared.policy, content.facts) },
    isKnownType: (type) => customTypes?.has(type) === true,
    policy: prepared.policy,
    facts: content.facts,
    verdicts: content.artifacts.map(({ verdict }) => verdict),
    now: prepared.now,
    clock: options.now === undefined ? 'real clock' : '--now',
    signers: prepared.signers,
    baseline: prepared.baseline,
  });
}

/** Decides and reports. A shard does not decide across artifacts: it hands its evidence to `merge`. */
async function conclude(options: GateOptions, prepared: Prepared, found: Found): Promise<GateRun> {
  const { shard } = options;
  const { content, files } = found;
  const decision = await decideOver(options, shard === undefined ? prepared : withoutOthers(prepared), content);
  const patterns = options.patterns.length > 0 ? options.patterns : (prepared.policy.artifacts ?? []);
  const ofArtifacts = content.artifacts.flatMap(({ verdict }) => verdict.findings);
  const unsafe = unsafeReports(options);
  const findings: Finding[] = [
    ...[
      ...content.findings,
      ...insufficient(content, options, prepared.verify, {
        ...{ patterns, hints: found.hints, policy: prepared.policy.name },
        ...(shard === undefined ? {} : { shardOf: { files: files.length } }),
      }),
      // A key that is missing or cannot be used is one error of the run, not one of each artifact (people.md section 2.1).
      ...(content.findings.some(isKeyError) ? ofArtifacts.filter(({ code }) => code !== 'key.missing') : ofArtifacts),
      ...(shard === undefined ? unresolvedLinks(found) : []),
    ].map((raised) => decision.waivers.apply(raised)),
    ...decision.findings,
    ...unsafe.values(),
  ];
  const report = buildReport({
    options,
    policySha256: prepared.policy.sha256,
    content,
    trust: prepared.trust,
    findings,
    moreFindings: decision.moreFindings,
    requirements: decision.requirements,
    coverage: decision.coverage,
    shard:
      shard === undefined
        ? undefined
        : encodeShard(makePlan(shard, runOf(options, prepared), files), content, options.shardKey),
  });
  const model: ReportModel = {
    report,
    signerNames: prepared.signers.names,
    records: content.facts.slice(0, MAX_REPORT_RECORDS).map(plainFact),
    moreRecords: Math.max(0, found.records - MAX_REPORT_RECORDS),
    now: new Date(prepared.now).toISOString().replace(/\.\d+Z$/, 'Z'),
    failOn: options.failOn,
    ...(options.repositoryFolder === undefined ? {} : { repositoryFolder: options.repositoryFolder }),
    ...(options.sourceBase === undefined ? {} : { sourceBase: options.sourceBase }),
  };
  const reports = await writeReports(model, options, unsafe);
  return {
    model,
    exitCode: worstCode([report.exit_code, ...reports.errors.map((error) => error.exit_code)]),
    written: reports.written,
    reportErrors: reports.errors,
    ...(reports.standardOutput === undefined ? {} : { standardOutput: reports.standardOutput }),
  };
}

function isKeyError({ code, severity, message }: Finding): boolean {
  if (severity !== 'error') return false;
  // The keys may be in a policy that the base does not give.
  if (code.startsWith('key.') || code.startsWith('policy.base_')) return true;
  return code === 'dependency.missing' && message.includes('key');
}

/** Single records that link to a record which is not there (interface.md, Discovery): a notice, nothing is wrong with them. */
function unresolvedLinks({ content, saw }: Found): Finding[] {
  const single = new Set(
    content.artifacts.filter(({ verdict }) => verdict.kind === 'record').map(({ verdict }) => verdict.path),
  );
  const open = content.facts.filter((one) => one.previousHash !== undefined && single.has(one.artifact));
  if (open.length === 0) return [];
  const known = new Set(content.facts.map((one) => one.recordHash));
  return open
    .filter(({ previousHash = '' }) => !known.has(previousHash) && !saw(previousHash))
    .map(({ artifact, line, recordId }) =>
      finding('record.link_unresolved', 'the record links to a predecessor that is not among the artifacts', artifact, {
        line,
        pointer: '/integrity/previous_record_hash',
        ...(recordId === '' ? {} : { record_id: recordId }),
      }),
    );
}

/** What one shard can decide by itself: whom it trusts and the records' own rules, not what other shards may contain. */
function withoutOthers(prepared: Prepared): Prepared {
  const { policy } = prepared;
  return {
    ...prepared,
    baseline: undefined,
    policy: {
      ...policy,
      require: EMPTY_POLICY.require,
      approvals: { builtin: false, rules: [] },
      // Switches notices about the policy off: what this shard does not use, another one may.
      sha256: null,
    },
  };
}
