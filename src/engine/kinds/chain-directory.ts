import { readJson } from '../canonical/read.js';
import { ChainSlicer, LineSlicer, recordTooLarge, type Skeleton, type Slice } from '../canonical/slices.js';
import { quote } from '../canonical/strict.js';
import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { ByteSource, DirectorySource } from '../source/source.js';
import { type ChainResult, chainRules, checkSignatures, placed, raiser, readHead, verifyChain } from './chain.js';
import { isObject, type Problem } from './members.js';
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
): Promise<ChainResult> {
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
    return unsigned(await run.finish());
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
  const work = { files, open, collector, options };
  return options.strict && files.declared ? checkDeclared(work, summary) : unsigned(summary);
}

const unsigned = (summary: RunSummary): ChainResult => ({
  summary,
  chainId: undefined,
  signatures: 0,
  keyIds: new Set(),
});

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
    await run.push([whole(bytes)], source, path);
  } catch (error) {
    collector.fault(error, { source, entry: path });
  }
}

/** A chain directory at work. */
interface Work {
  readonly files: ChainFiles;
  readonly open: Open;
  readonly collector: Collector;
  readonly options: VerifyOptions;
}

/**
 * Strict: a chain.json beside the records must agree with them in count and head. The gate verifies what it holds as well, as a
 * reader may take it for the chain: records of its own are a chain, and the same one when the head is the same; its
 * signatures are over them, or over the records beside it where it has none (hardening 10).
 */
async function checkDeclared(work: Work, summary: RunSummary): Promise<ChainResult> {
  const { open, collector, options } = work;
  const entry = 'chain.json';
  const source = open(entry);
  if (source === undefined) return unsigned(summary);
  const slicer = new ChainSlicer(options.limits);
  let skeleton: Skeleton | undefined;
  let own = 0;
  try {
    for await (const chunk of source.chunks()) own += slicer.push(chunk).length;
    skeleton = slicer.finish();
    const document = readJson(skeleton.bytes, options.limits.maxDepth);
    if (!isObject(document)) {
      collector.add('chain.member_type', 'chain.json is no JSON object', { source, entry });
      return unsigned(summary);
    }
    const raise = raiser({ skeleton, source, entry, collector, options });
    if (own > 0 && options.mode === 'gate') {
      const inside = { entry, rules: chainRules(options) };
      const result = await verifyChain(source, collector, withoutReaders(options), async () => {}, inside);
      if (result === undefined) return unsigned(summary);
      compare('holds', result.summary.records, result.summary.headHash, summary, raise);
      return { ...result, summary, chainId: undefined };
    }
    const head = readHead(document, options, raise);
    compare('declares', head.recordCount ?? 0, head.headHash ?? '', summary, raise);
    return { ...unsigned(summary), ...(await checkSignatures(head, () => recordsOf(work), options, raise)) };
  } catch (error) {
    collector.fault(skeleton === undefined ? error : placed(error, skeleton), { source, entry });
    return unsigned(summary);
  }
}

function compare(
  does: 'declares' | 'holds',
  records: number,
  headHash: string,
  summary: RunSummary,
  raise: (problem: Problem) => void,
): void {
  if (records !== summary.records) {
    raise({
      code: 'chain.record_count_mismatch',
      message: `chain.json ${does} ${records} records but there are ${summary.records}`,
      pointer: '/record_count',
    });
  }
  if (headHash !== summary.headHash) {
    raise({
      code: 'chain.head_hash_mismatch',
      message: `chain.json ${does} head ${quote(headHash)} but the last record has hash ${quote(summary.headHash)}`,
      pointer: '/head_hash',
    });
  }
}

/** The records were shown to whoever asked to see them already. */
function withoutReaders({ records: _, onRecord: __, ...options }: VerifyOptions): VerifyOptions {
  return options;
}

/** The records of the directory in their order. What is wrong with one was told when it was verified. */
async function* recordsOf({ files, open, options }: Work): AsyncIterable<Slice> {
  for (const path of files.records) {
    const bytes = await open(path)?.bytes(options.limits.maxRecordBytes);
    if (bytes !== undefined) yield whole(bytes);
  }
  for (const path of files.lines) {
    const slicer = new LineSlicer(options.limits);
    for await (const chunk of open(path)?.chunks() ?? []) yield* slicer.push(chunk);
    yield* slicer.finish();
  }
}

/** A file that is one record. */
function whole(bytes: Uint8Array): Slice {
  return { bytes, offset: 0, line: 1, members: -1, escapes: false, escapedNames: false };
}
