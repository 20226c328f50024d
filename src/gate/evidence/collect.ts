import { availableParallelism } from 'node:os';
import { type Discovery, discover } from '../../discovery/discover.js';
import { nearHits, patternHint } from '../../discovery/hints.js';
import { inShard } from '../../discovery/shard-of.js';
import { type Finding, finding } from '../../engine/findings.js';
import type { Stoppable } from '../../engine/pace.js';
import { count, quote, thousands } from '../../engine/text.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';
import type { ShardContent, UnrecognizedFile } from '../../model/shard.js';
import { groupBy } from '../../report/common.js';
import type { FrameworkDefinition } from '../config/frameworks/framework.js';
import type { Prepared } from '../config/load.js';
import { knownFrameworks } from '../decision/decide.js';
import { suspectsOf } from '../decision/judge.js';
import type { GateHooks, GateOptions } from '../options/options.js';
import { formatDuration } from '../options/values.js';
import type { Watch } from '../watch.js';
import { nameChainCauses } from './chain-causes.js';
import { extractFact, makeNeeds } from './extract.js';
import { FactStore } from './fact-store.js';
import { namedFiles } from './named-files.js';
import { recognize } from './recognize.js';
import { verifyAll } from './verify-all.js';
import { WorkerPool } from './workers/pool.js';
import { workerSetup } from './workers/setup.js';

/** All that a run knows before it decides. */
export interface Found {
  readonly content: ShardContent;
  /** Paths of every matched file, of all shards. */
  readonly files: readonly string[];
  /** What may have been meant, where nothing was found. */
  readonly hints: readonly string[];
  /** Records that were checked; not all of them need a fact. */
  readonly records: number;
  /** Whether a record without a fact has this hash. */
  readonly saw: (hash: string) => boolean;
}

/** What a caller of `collect` needs besides what options and policy ask for. */
export interface Wanted {
  readonly all?: true;
  readonly framework?: FrameworkDefinition;
}

/** Records between two progress reports inside one artifact. */
const PROGRESS_RECORDS = 5000;

/** Finds and verifies. */
export async function collect(
  options: GateOptions,
  prepared: Prepared,
  hooks: GateHooks,
  watch: Watch,
  wanted: Wanted = {},
): Promise<Found> {
  const { shard } = options;
  const { policy, baseline } = prepared;
  const keepAll = wanted.all === true || shard !== undefined || policy.sha256 !== null || baseline !== undefined;
  const frameworks = keepAll ? [...knownFrameworks(policy), ...(wanted.framework ? [wanted.framework] : [])] : [];
  const links = wantsRecords(options, hooks);
  const workers = workerPool(options, prepared, frameworks, hooks);
  try {
    const aborted = (): boolean => watch.stopped !== undefined;
    const discovery = await find(options, prepared, { aborted });
    const shardArtifacts =
      shard === undefined
        ? discovery.artifacts
        : discovery.artifacts.filter(({ name }) => inShard(name, shard.index, shard.count));
    const suspects = suspectsOf({ policy, signers: prepared.signers, run: options.run, now: prepared.now });
    const needs = await makeNeeds(policy, frameworks, links, suspects);
    const store = new FactStore(keepAll);
    const progress = (done: number): void =>
      hooks.onProgress?.({ done, total: shardArtifacts.length, records: store.records });
    let done = 0;
    const judged = await verifyAll(
      shardArtifacts,
      { ...prepared.verify, workers },
      {
        aborted,
        filesOf: (artifact) => namedFiles(artifact, options.workspace, options.limits),
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
    await watch.listen();
    const recognized = recognize(judged, options);
    const findings: Finding[] = [...prepared.findings, ...discovery.findings, ...recognized.findings];
    findings.push(...unmatched(options, discovery), ...unverifiedTargets(discovery, recognized.unrecognized));
    if (watch.stopped !== undefined) {
      const { timeoutSeconds = 0 } = options;
      const progress =
        judged.length === 0
          ? 'no artifact was verified yet'
          : `${thousands(judged.length)} of ${count(shardArtifacts.length, 'artifact')} verified`;
      findings.push(
        watch.stopped === 'timeout'
          ? finding('run.timeout', `time limit of ${formatDuration(timeoutSeconds)} reached: ${progress}`, '')
          : finding('run.interrupted', `interrupted: ${progress}`, ''),
      );
    }
    const { ignored, unmatchedPatterns } = discovery;
    const factsOf = byArtifact(store.facts);
    const nothing = discovery.artifacts.length === 0;
    return {
      content: {
        artifacts: recognized.artifacts.map(({ verdict, why }) => ({
          verdict: toldOnce(withCauses(verdict, factsOf), prepared.verify),
          why,
        })),
        facts: withoutFiles(store.facts, recognized.unrecognized),
        findings,
        incomplete: watch.stopped !== undefined,
        unrecognized: recognized.unrecognized,
        ignored,
        unmatchedPatterns,
      },
      files: discovery.artifacts.map(({ name }) => name),
      hints: nothing ? [...hintsFor(discovery), ...(await nearHits(options.workspace, options.limits))] : [],
      records: store.records,
      saw: (hash) => store.saw(hash),
    };
  } finally {
    await workers.close();
  }
}

/** Worker threads besides the main thread, as many as `--jobs` leaves. */
function workerPool(
  options: GateOptions,
  prepared: Prepared,
  frameworks: readonly FrameworkDefinition[],
  hooks: GateHooks,
): WorkerPool {
  const setup = workerSetup(
    prepared.verify,
    { ...prepared, run: options.run },
    frameworks,
    wantsRecords(options, hooks),
  );
  const jobs = options.jobs ?? availableParallelism();
  const threads = hooks.workerFile === undefined || setup === undefined ? 0 : jobs - 1;
  return new WorkerPool(hooks.workerFile ?? '', setup, threads);
}

function wantsRecords(options: GateOptions, hooks: GateHooks): boolean {
  return hooks.pages === true || options.reports.some(({ format }) => format === 'html' || format === 'markdown');
}

function find(options: GateOptions, prepared: Prepared, run: Stoppable): Promise<Discovery> {
  const fromPolicy = prepared.policy.artifacts ?? [];
  const patterns = options.patterns.length > 0 ? options.patterns : fromPolicy;
  return discover({
    workspace: options.workspace,
    patterns,
    defaults: patterns.length === 0,
    namedOutsideAllowed: options.patterns.length > 0,
    run,
  });
}

/** The facts of each artifact, grouped once and only when needed: thousands of chains may be broken. */
function byArtifact(facts: readonly RecordFact[]): (path: string) => readonly RecordFact[] {
  let lists: ReadonlyMap<string, readonly RecordFact[]> | undefined;
  return (path) => {
    lists ??= groupBy(facts, ({ artifact }) => artifact);
    return lists.get(path) ?? [];
  };
}

function withCauses(verdict: ArtifactVerdict, factsOf: (path: string) => readonly RecordFact[]): ArtifactVerdict {
  if (!verdict.findings.some(({ code }) => code === 'chain.link_broken')) return verdict;
  return nameChainCauses(verdict, factsOf(verdict.path));
}

/** A line of a file that is not an artifact is not a record. */
function withoutFiles(facts: readonly RecordFact[], files: readonly UnrecognizedFile[]): readonly RecordFact[] {
  if (files.length === 0) return facts;
  const paths = new Set(files.map(({ path }) => path));
  return facts.filter(({ artifact }) => !paths.has(artifact));
}

/** The run reports once that no signature was checked (`signature.none_checked`); each artifact reports single ones. */
function toldOnce(verdict: ArtifactVerdict, { trust, signatures }: Prepared['verify']): ArtifactVerdict {
  if (trust.configured && signatures !== 'off') return verdict;
  const findings = verdict.findings.filter(({ code }) => code !== 'signature.not_checked');
  return findings.length === verdict.findings.length ? verdict : { ...verdict, findings };
}

/** Patterns of the operator that matched nothing; where nothing at all was found, that finding names them. */
function unmatched({ patterns }: GateOptions, { artifacts, unmatchedPatterns, missing }: Discovery): Finding[] {
  if (patterns.length === 0 || artifacts.length === 0) return [];
  const silent = unmatchedPatterns.filter((text) => !missing.has(text));
  return silent.map((text) => {
    const hint = patternHint(text);
    const message = `pattern ${quote(text)} matched nothing${hint === undefined ? '' : `: ${hint}`}`;
    return finding('discovery.pattern_unmatched', message, '');
  });
}

/** Links whose target turned out not to be an artifact: through the link it may be read as one. */
function unverifiedTargets({ links }: Discovery, unrecognized: readonly UnrecognizedFile[]): Finding[] {
  const paths = new Set(unrecognized.map(({ path }) => path));
  return links
    .filter(({ target }) => paths.has(target))
    .map(({ name }) => finding('path.symlink', 'its target is not an artifact and was not verified', name));
}

function hintsFor({ unmatchedPatterns, ignored }: Discovery): string[] {
  const hints = unmatchedPatterns.flatMap((text) => patternHint(text) ?? []);
  const passed = ignored.slice(0, MAX_PASSED).map(({ path, why }) => `${quote(path)} was passed over: ${why}`);
  return [...new Set(hints), ...passed];
}

/** Most skipped files that a message names. */
const MAX_PASSED = 3;
