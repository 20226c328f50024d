import { readJson } from '../canonical/read.js';
import { ChainSlicer, recordTooLarge } from '../canonical/slices.js';
import { quote } from '../canonical/strict.js';
import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { ByteSource, DirectorySource } from '../source/source.js';
import { type ChainResult, chainRules, verifyChain } from './chain.js';
import { isObject, MemberReader, type Problem } from './members.js';
import { RecordRun, type RunSummary } from './records.js';
import { runLines } from './stream.js';

/** Files of a chain directory in the order of its records (contract section 3). */
export interface ChainFiles {
  readonly records: readonly string[];
  readonly lines: readonly string[];
  /** `chain.json` is there. */
  readonly declared: boolean;
  /** Links among them. */
  readonly links: readonly string[];
}

/** Sorts out which files of a directory are the records of its chain. */
export async function chainFiles(directory: DirectorySource): Promise<ChainFiles> {
  const records: string[] = [];
  const lines: string[] = [];
  const links: string[] = [];
  let declared = false;
  for (const entry of await directory.list()) {
    if (entry.path.includes('/') || entry.type === 'directory') continue;
    const isRecord = entry.path.endsWith('.json') && entry.path !== 'manifest.json' && entry.path !== 'chain.json';
    const isLines = entry.path.endsWith('.jsonl');
    if (entry.type === 'symlink' && (isRecord || isLines || entry.path === 'chain.json')) links.push(entry.path);
    if (isRecord) records.push(entry.path);
    else if (isLines) lines.push(entry.path);
    else if (entry.path === 'chain.json') declared = true;
  }
  return { records, lines, declared, links };
}

/** Verifies a directory whose files are one chain. */
export async function verifyChainDirectory(
  directory: DirectorySource,
  collector: Collector,
  options: VerifyOptions,
): Promise<ChainResult | { readonly summary: RunSummary; readonly chainId?: undefined; readonly keyIds?: undefined }> {
  const files = await chainFiles(directory);
  const links = new Set(options.mode === 'gate' ? files.links : []);
  for (const link of links) {
    collector.add('path.symlink', `${quote(link)} is a symbolic link`, { entry: link });
  }
  const open: Open = (path) => {
    // That it is a link was told, so it is not asked for again.
    if (links.has(path)) return undefined;
    try {
      return directory.open(path);
    } catch (error) {
      collector.fault(error, { entry: path });
      return undefined;
    }
  };
  const run = new RecordRun(collector, options, chainRules(options));
  if (files.records.length === 0 && files.lines.length === 0 && files.declared) {
    const result = await verifyDeclaredChain(open, collector, options);
    if (result !== undefined) return result;
    return { summary: await run.finish() };
  }
  for (const path of files.records) {
    await pushFile(run, open, path, collector, options);
    if (options.aborted?.() === true) break;
  }
  for (const path of files.lines) {
    const source = open(path);
    if (source !== undefined) await runLines(run, source, collector, options, path);
  }
  const summary = await run.finish();
  if (options.mode === 'gate' && summary.records === 0) {
    collector.add('chain.empty', 'the chain directory has no records');
  }
  if (options.strict && files.declared) await checkDeclared(open, summary, collector, options);
  return { summary };
}

/** Opens a file of the directory; `undefined` after a finding was raised. */
type Open = (path: string) => ByteSource | undefined;

async function verifyDeclaredChain(
  open: Open,
  collector: Collector,
  options: VerifyOptions,
): Promise<ChainResult | undefined> {
  const entry = 'chain.json';
  const source = open(entry);
  if (source === undefined) return undefined;
  const none = async (): Promise<void> => {
    collector.add('kind.unsupported', 'chain.json holds no list of records', { source, entry });
  };
  return verifyChain(source, collector, options, none, { entry, rules: chainRules(options) });
}

async function pushFile(
  run: RecordRun,
  open: Open,
  path: string,
  collector: Collector,
  options: VerifyOptions,
): Promise<void> {
  const source = open(path);
  if (source === undefined) return;
  try {
    if (source.size > options.limits.maxRecordBytes) throw recordTooLarge(options.limits, 0);
    const bytes = await source.bytes(options.limits.maxRecordBytes);
    await run.push([{ bytes, offset: 0, line: 1, members: -1, escapes: false, escapedNames: false }], source, path);
  } catch (error) {
    collector.fault(error, { source, entry: path });
  }
}

/** Strict: a chain.json beside the records must agree with them in count and head. */
async function checkDeclared(
  open: Open,
  summary: RunSummary,
  collector: Collector,
  options: VerifyOptions,
): Promise<void> {
  const entry = 'chain.json';
  const source = open(entry);
  if (source === undefined) return;
  const slicer = new ChainSlicer(options.limits);
  const problems: Problem[] = [];
  try {
    for await (const chunk of source.chunks()) slicer.push(chunk);
    const declared = readJson(slicer.finish().bytes, options.limits.maxDepth);
    if (!isObject(declared)) {
      collector.add('chain.member_type', 'chain.json is no JSON object', { source, entry });
      return;
    }
    const read = new MemberReader(problems, 'chain.member_type');
    const count = read.integer(declared, 'record_count', '') ?? 0;
    const head = read.text(declared, 'head_hash', '') ?? '';
    if (count !== summary.records) {
      problems.push({
        code: 'chain.record_count_mismatch',
        message: `chain.json declares ${count} records but there are ${summary.records}`,
        pointer: '/record_count',
      });
    }
    if (head !== summary.headHash) {
      problems.push({
        code: 'chain.head_hash_mismatch',
        message: `chain.json declares head ${quote(head)} but the last record has hash ${quote(summary.headHash)}`,
        pointer: '/head_hash',
      });
    }
  } catch (error) {
    collector.fault(error, { source, entry });
  }
  for (const problem of problems) {
    collector.add(problem.code, problem.message, { source, entry, pointer: problem.pointer });
  }
}
