import { availableParallelism } from 'node:os';
import { type Discovery, discover } from '../discovery/discover.js';
import { inShard } from '../discovery/shard.js';
import { type Finding, finding, worstCode } from '../engine/findings.js';
import type { JsonObject } from '../engine/types.js';
import { MAX_REPORT_RECORDS, type ReportCoverage, type ReportModel } from '../report/model.js';
import { VERSION } from '../version.js';
import { formatBaseline } from './baseline.js';
import { type Decision, decide, knownFrameworks } from './decide.js';
import { extractFact, makeNeeds } from './extract.js';
import { FactStore } from './fact-store.js';
import type { FrameworkDefinition } from './frameworks/framework.js';
import type { ShardReport } from './merge.js';
import type { Shard } from './option-values.js';
import type { GateHooks, GateOptions, GateRun, Weight } from './options.js';
import { EMPTY_POLICY, type Policy } from './policy/model.js';
import { type Prepared, prepare } from './prepare.js';
import { buildReport } from './report.js';
import { encodeShard, makePlan, type ShardContent, type ShardPlan } from './shard.js';
import { type JudgedArtifact, verifyAll } from './verify-all.js';
import { WorkerPool } from './workers/pool.js';
import { workerSetup } from './workers/setup.js';
import { writeReports } from './write-reports.js';

/**
 * One run of the gate (interface.md): finds the artifacts, verifies each, decides, writes the reports.
 * Never rejects for what artifacts or configuration do wrong; what cannot be read is in the findings.
 */
export async function runGate(options: GateOptions, hooks: GateHooks = {}): Promise<GateRun> {
  const prepared = await prepare(options);
  return conclude(options, prepared, await collect(options, prepared, hooks));
}

/** `merge`: decides over the evidence of all shards as one run would, and writes the same reports. */
export async function runMerge(options: GateOptions, reports: readonly ShardReport[]): Promise<GateRun> {
  const prepared = await prepare(options);
  const { mergeShards } = await import('./merge.js');
  const merged = mergeShards(reports, { engine: VERSION, policySha256: prepared.policy.sha256 });
  const content: ShardContent = merged.ok
    ? merged.content
    : { artifacts: [], facts: [], findings: merged.findings, incomplete: true };
  const whole = { ...prepared, findings: merged.ok ? [] : prepared.findings };
  return conclude(options, whole, { content, records: content.facts.length, saw: () => false });
}

/** The baseline of the artifacts as they are now, and the run that verified them (`baseline FILE`). */
export async function baselineOfRun(
  options: GateOptions,
  hooks: GateHooks = {},
): Promise<{ readonly run: GateRun; readonly text: string }> {
  const prepared = await prepare(options);
  const found = await collect(options, prepared, hooks, { all: true });
  const decision = decideOver({ ...prepared, baseline: undefined }, found.content);
  return {
    run: await conclude(options, { ...prepared, baseline: undefined }, found),
    text: formatBaseline(decision.makeBaseline()),
  };
}

/** Coverage of one framework by the verified records of a run (`frameworks coverage`). */
export async function coverageOfRun(
  options: GateOptions,
  framework: FrameworkDefinition,
  hooks: GateHooks = {},
): Promise<{ readonly run: GateRun; readonly coverage: ReportCoverage }> {
  const prepared = await prepare(options);
  const policy: Policy = {
    ...prepared.policy,
    require: { ...prepared.policy.require, frameworks: [{ framework, minCoverage: 0 }] },
  };
  const found = await collect(options, { ...prepared, policy }, hooks, { all: true, framework });
  const run = await conclude(options, { ...prepared, policy }, found);
  const [coverage] = run.model.report.coverage ?? [];
  const { id, version, title } = framework.framework;
  return { run, coverage: coverage ?? { framework: id, version, title, covered: 0, total: 0, controls: [] } };
}

/** All that a run knows before it decides. */
interface Found {
  readonly content: ShardContent;
  /** Paths of every artifact, of all shards; absent after a merge. */
  readonly all?: readonly string[];
  /** Records that were checked; not all of them need a fact. */
  readonly records: number;
  /** Whether a record without a fact has this hash. */
  readonly saw: (hash: string) => boolean;
}

/** What a caller of `collect` wants beside what options and policy ask for. */
interface Wanted {
  readonly all?: true;
  readonly framework?: FrameworkDefinition;
}

/** Records between two signs of progress inside one artifact. */
const PROGRESS_RECORDS = 5000;

/** Finds and verifies. */
async function collect(
  options: GateOptions,
  prepared: Prepared,
  hooks: GateHooks,
  wanted: Wanted = {},
): Promise<Found> {
  const watch = new Watch(options, hooks);
  const { shard } = options;
  const { policy, baseline } = prepared;
  const keepAll = wanted.all === true || shard !== undefined || policy.sha256 !== null || baseline !== undefined;
  const frameworks = keepAll ? [...knownFrameworks(policy), ...(wanted.framework ? [wanted.framework] : [])] : [];
  const links = wantsRecords(options, hooks);
  const workers = workerPool(options, prepared, frameworks, hooks);
  try {
    const discovery = await find(options, prepared);
    const mine =
      shard === undefined
        ? discovery.artifacts
        : discovery.artifacts.filter((one) => inShard(one.name, shard.index, shard.count));
    const needs = await makeNeeds(policy, frameworks, links);
    const store = new FactStore(keepAll);
    const progress = (done: number): void => hooks.onProgress?.({ done, total: mine.length, records: store.records });
    let done = 0;
    const judged = await verifyAll(
      mine,
      { ...prepared.verify, workers },
      {
        aborted: () => watch.stopped !== undefined,
        records: {
          extract: (record) => extractFact(record, needs),
          accept: (extract, index, ok) => {
            store.accept(extract, index, ok);
            if (store.records % PROGRESS_RECORDS === 0) progress(done);
          },
        },
        onArtifact: (_, count) => {
          done = count;
          progress(count);
        },
      },
    );
    const kept = judged.flatMap((one) => weigh(one, options));
    const left = new Set(kept.map(({ artifact }) => artifact.name));
    const dropped = judged.map(({ artifact }) => artifact.name).filter((name) => !left.has(name));
    const findings: Finding[] = [...prepared.findings, ...discovery.findings, ...noArtifacts(options, discovery)];
    if (watch.stopped !== undefined) {
      const code = watch.stopped === 'timeout' ? 'run.timeout' : 'run.interrupted';
      findings.push(
        finding(code, `the run ended early: ${judged.length} of ${mine.length} artifacts were verified`, ''),
      );
    }
    const artifacts = kept.map(({ artifact, verdict }) => ({ verdict, why: artifact.why }));
    return {
      content: {
        artifacts,
        facts: store.facts,
        findings,
        incomplete: watch.stopped !== undefined,
        ...(dropped.length === 0 ? {} : { dropped }),
      },
      all: discovery.artifacts.map((one) => one.name),
      records: store.records,
      saw: (hash) => store.saw(hash),
    };
  } finally {
    watch.close();
    await workers.close();
  }
}

/** Threads beside this one, as many as `--jobs` leaves. */
function workerPool(
  options: GateOptions,
  prepared: Prepared,
  frameworks: readonly FrameworkDefinition[],
  hooks: GateHooks,
): WorkerPool {
  const setup = workerSetup(prepared.verify, prepared.policy, frameworks, wantsRecords(options, hooks));
  const jobs = options.jobs ?? availableParallelism();
  const threads = hooks.workerFile === undefined || setup === undefined ? 0 : jobs - 1;
  return new WorkerPool(hooks.workerFile ?? '', setup, threads);
}

function decideOver(prepared: Prepared, content: ShardContent): Decision {
  return decide({
    policy: prepared.policy,
    facts: content.facts,
    verdicts: content.artifacts.map((one) => one.verdict),
    now: prepared.now,
    signers: prepared.signers,
    baseline: prepared.baseline,
  });
}

/** Decides and reports. A shard does not decide across artifacts: it hands its evidence to `merge`. */
async function conclude(options: GateOptions, prepared: Prepared, found: Found): Promise<GateRun> {
  const { shard } = options;
  const { content, all } = found;
  const decision = decideOver(shard === undefined ? prepared : alone(prepared), content);
  const findings: Finding[] = [
    ...content.findings,
    ...content.artifacts.flatMap((one) => one.verdict.findings),
    ...decision.findings,
    ...(shard === undefined ? unresolvedLinks(found) : []),
  ];
  const report = buildReport({
    options,
    policySha256: prepared.policy.sha256,
    artifacts: content.artifacts,
    findings,
    moreFindings: decision.moreFindings,
    requirements: decision.requirements,
    coverage: decision.coverage,
    incomplete: content.incomplete,
    shard:
      shard === undefined || all === undefined
        ? undefined
        : encodeShard(planOf(shard, options, prepared, all), content),
  });
  const model: ReportModel = {
    report,
    signerNames: prepared.signers.names,
    records: content.facts.slice(0, MAX_REPORT_RECORDS),
    moreRecords: Math.max(0, found.records - MAX_REPORT_RECORDS),
    now: new Date(prepared.now).toISOString().replace(/\.\d+Z$/, 'Z'),
    ...(options.sourceBase === undefined ? {} : { sourceBase: options.sourceBase }),
  };
  const reports = await writeReports(model, options);
  return {
    model,
    exitCode: worstCode([report.exit_code, ...reports.errors.map((one) => one.exit_code)]),
    written: reports.written,
    reportErrors: reports.errors,
    ...(reports.standardOutput === undefined ? {} : { standardOutput: reports.standardOutput }),
  };
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

/** What one shard can decide by itself: whom it trusts and the records' own rules, not what other shards may hold. */
function alone(prepared: Prepared): Prepared {
  const { policy } = prepared;
  return {
    ...prepared,
    baseline: undefined,
    policy: {
      ...policy,
      require: EMPTY_POLICY.require,
      approvals: { builtin: false, rules: [] },
    },
  };
}

function planOf(shard: Shard, options: GateOptions, prepared: Prepared, all: readonly string[]): ShardPlan {
  const { verify, signers } = prepared;
  // Everything besides the policy that verdicts depend on: shards merge only when they agree about it.
  const settings: JsonObject = {
    patterns: [...options.patterns],
    strict: options.strict,
    signatures: verify.signatures,
    keys: verify.trust.keys.map((key) => key.id).sort(),
    signers: [...signers.byId.keys()].sort(),
    revocations: verify.revocations.map((one) => [one.keyId, one.revokedAt ?? null]),
    custom_types: verify.customTypes?.digest ?? null,
    unrecognized: options.unrecognized ?? null,
    if_no_artifacts_found: options.ifNoArtifactsFound,
    limits: { ...verify.limits },
    now: options.now ?? null,
  };
  return makePlan(shard, VERSION, prepared.policy.sha256, settings, all);
}

/** Ends a run at its time limit or when the caller says so (hardening 24). */
class Watch {
  stopped: 'timeout' | 'interrupted' | undefined;
  private readonly timer: NodeJS.Timeout | undefined;
  private readonly listener = (): void => {
    this.stopped ??= 'interrupted';
  };

  constructor(
    options: GateOptions,
    private readonly hooks: GateHooks,
  ) {
    if (options.timeoutSeconds !== undefined) {
      this.timer = setTimeout(() => {
        this.stopped ??= 'timeout';
      }, options.timeoutSeconds * 1000);
    }
    if (hooks.signal?.aborted === true) this.listener();
    hooks.signal?.addEventListener('abort', this.listener);
  }

  close(): void {
    clearTimeout(this.timer);
    this.hooks.signal?.removeEventListener('abort', this.listener);
  }
}

function wantsRecords(options: GateOptions, hooks: GateHooks): boolean {
  return hooks.pages === true || options.reports.some(({ format }) => format === 'html' || format === 'markdown');
}

function find(options: GateOptions, prepared: Prepared): Promise<Discovery> {
  const fromPolicy = prepared.policy.artifacts ?? [];
  const patterns = options.patterns.length > 0 ? options.patterns : fromPolicy;
  return discover({
    workspace: options.workspace,
    patterns,
    defaults: patterns.length === 0,
    namedOutsideAllowed: options.patterns.length > 0,
  });
}

function noArtifacts(options: GateOptions, discovery: Discovery): Finding[] {
  if (discovery.artifacts.length > 0 || options.ifNoArtifactsFound === 'ignore') return [];
  const severity = options.ifNoArtifactsFound === 'warn' ? 'warning' : 'error';
  const where = options.patterns.length > 0 ? `for ${options.patterns.join(' ')}` : 'in the usual places';
  return [finding('discovery.no_artifacts', `no Proof artifacts were found ${where}`, '', {}, severity)];
}

/** Files that the patterns matched but that are no Proof artifacts weigh what `--unrecognized` says. */
function weigh(judged: JudgedArtifact, options: GateOptions): JudgedArtifact[] {
  const { artifact, verdict } = judged;
  if (verdict.kind !== 'unknown' || !verdict.findings.some((one) => UNRECOGNIZED.has(one.code))) return [judged];
  const candidate = /\.(json|jsonl|ndjson|zip)$/i.test(artifact.name);
  const errors = verdict.findings.filter((one) => one.severity === 'error');
  // A damaged .json is a damaged artifact; any other text that is no JSON never was one.
  if (candidate && errors.some((one) => one.code !== 'kind.unsupported')) return [judged];
  const weight: Weight = options.unrecognized ?? (artifact.origin === 'default' ? 'warn' : 'error');
  if (weight === 'ignore') return [];
  const message = `matched but is no Proof artifact: ${errors[0]?.message ?? ''}`;
  const found = finding('discovery.unrecognized', message, artifact.name, {}, weight === 'warn' ? 'warning' : 'error');
  return [{ artifact, verdict: { ...verdict, findings: [found], outcome: weight === 'warn' ? 'verified' : 'failed' } }];
}

const UNRECOGNIZED: ReadonlySet<string> = new Set(['kind.unsupported', 'json.syntax', 'json.encoding', 'io.empty']);
