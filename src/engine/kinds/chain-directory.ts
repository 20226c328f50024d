import { checkChainSignatures, placed, raiser, readHead } from '../chain/document.js';
import { type Context, type DirectorySubject, entryOf, type KindResult } from '../context.js';
import { Fault } from '../fault.js';
import { isAppleDouble } from '../format.js';
import { ChainSlicer, type Skeleton } from '../json/chain-slicer.js';
import { LineSlicer } from '../json/line-slicer.js';
import { isObject, type Problem } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { Slice } from '../json/slice.js';
import type { DirectoryKind } from '../kind.js';
import type { VerifyOptions } from '../options.js';
import { goOn, type Stoppable, turn, turnIsDue } from '../pace.js';
import { RecordRun, type RunSummary, wholeSlice } from '../record/run.js';
import { type Signed, UNSIGNED } from '../signature/whole.js';
import { coalesce } from '../source/coalesce.js';
import type { ByteSource, DirectorySource } from '../source/source.js';
import { count, quote, shortHash, thousands } from '../text.js';
import { type ChainResult, chainResult, chainRules, verifyChain } from './chain.js';

const DECLARED = 'chain.json';

/** A folder whose files form one chain (contract section 3). */
export const chainDirectory: DirectoryKind<'chain_directory'> = {
  name: 'chain_directory',
  title: 'chain directory',
  form: 'directory',
  evidence: true,
  records: 'chain',
  countsSigners: true,
  claims: () => true,
  verify,
};

/** Files of a chain directory in the order of its records (contract section 3). */
export interface ChainFiles {
  readonly records: readonly string[];
  readonly lines: readonly string[];
  /** Whether there is a `chain.json`. */
  readonly declared: boolean;
  /** Symbolic links among these files. */
  readonly links: readonly string[];
}

/** Determines which files of a directory are the records of its chain. */
export async function chainFiles(directory: DirectorySource, run: Stoppable = {}): Promise<ChainFiles> {
  const records: string[] = [];
  const lines: string[] = [];
  const links: string[] = [];
  let declared = false;
  for (const entry of await directory.list(run)) {
    if (entry.path.includes('/') || entry.type === 'directory') continue;
    const isRecord = entry.path.endsWith('.json') && entry.path !== 'manifest.json' && entry.path !== DECLARED;
    const isLines = entry.path.endsWith('.jsonl');
    if (entry.type === 'symlink' && (isRecord || isLines || entry.path === DECLARED)) links.push(entry.path);
    if (isRecord) records.push(entry.path);
    else if (isLines) lines.push(entry.path);
    else if (entry.path === DECLARED) declared = true;
  }
  return { records, lines, declared, links };
}

/** Drops the AppleDouble files that macOS leaves when it packs a folder (people.md section 2.3). */
async function withoutAppleDouble(directory: DirectorySource, files: ChainFiles): Promise<ChainFiles> {
  const own = async (names: readonly string[]): Promise<readonly string[]> => {
    const kept: string[] = [];
    for (const name of names) if (!(await startsAsAppleDouble(directory, name))) kept.push(name);
    return kept;
  };
  return { ...files, records: await own(files.records), lines: await own(files.lines) };
}

async function startsAsAppleDouble(directory: DirectorySource, name: string): Promise<boolean> {
  if (!name.startsWith('._')) return false;
  try {
    for await (const head of directory.open(name).chunks()) return isAppleDouble(name, head);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // It is verified like any other file, which reports the defect.
  }
  return false;
}

/** A chain directory during verification. */
interface Work {
  readonly context: Context;
  readonly files: ChainFiles;
  /** Opens a file of the directory; `undefined` after a finding was raised. */
  open(path: string): ByteSource | undefined;
}

async function verify({ context, directory }: DirectorySubject): Promise<KindResult> {
  const { collector, options } = context;
  const all = await chainFiles(directory, options);
  const files = options.mode === 'gate' ? await withoutAppleDouble(directory, all) : all;
  const links = new Set(options.mode === 'gate' ? files.links : []);
  for (const link of links) {
    collector.add('path.symlink', `${quote(link)} is a symbolic link`, { entry: entryOf(context, link) });
  }
  const open = (path: string): ByteSource | undefined => {
    // The link was already reported.
    if (links.has(path)) return undefined;
    try {
      return directory.open(path);
    } catch (error) {
      collector.fault(error, { entry: entryOf(context, path) });
      return undefined;
    }
  };
  return chainResult(await verifyFiles({ context, files, open }), context, 'chain_directory');
}

async function verifyFiles(work: Work): Promise<ChainResult> {
  const { context, files, open } = work;
  const { collector, options } = context;
  if (files.records.length === 0 && files.lines.length === 0 && files.declared) {
    return (await verifyDeclaredChain(work)) ?? unsigned(await new RecordRun(context, chainRules(options)).finish());
  }
  const declared = options.strict && files.declared ? await verifyDeclared(work) : undefined;
  const run = new RecordRun(context, chainRules(options, declared?.signed));
  for (const path of files.records) {
    const source = open(path);
    if (source !== undefined) await run.pushWhole(source, entryOf(context, path));
    goOn(options);
  }
  for (const path of files.lines) {
    const source = open(path);
    if (source !== undefined) await run.pushLines(source, entryOf(context, path));
  }
  const summary = await run.finish();
  if (options.mode === 'gate' && summary.records === 0) {
    collector.add('chain.empty', 'the chain directory has no records');
  }
  declared?.compare(summary);
  return { ...unsigned(summary), ...(declared === undefined ? {} : { signed: declared.signed }) };
}

const unsigned = (summary: RunSummary): ChainResult => ({ summary, chainId: undefined, signed: UNSIGNED });

/** Verifies a directory whose only file is `chain.json`. */
async function verifyDeclaredChain({ context, open }: Work): Promise<ChainResult | undefined> {
  const source = open(DECLARED);
  if (source === undefined) return undefined;
  const entry = entryOf(context, DECLARED);
  const result = await verifyChain(source, { ...context, entry });
  if (result === undefined) {
    context.collector.add('kind.unsupported', 'chain.json has no list of records', { source, entry });
  }
  return result;
}

/** A chain.json next to records. It is verified before the records, because its signatures affect how they are checked. */
interface Declared {
  readonly signed: Signed;
  /** Reports differences from the records. */
  compare(summary: RunSummary): void;
}

/**
 * Strict mode: a chain.json next to the records must agree with them in count and head. The gate also verifies its contents,
 * because a reader may use it as the chain. If it has records of its own, they must form a chain with the same head, and its
 * signatures are over them; otherwise its signatures are over the records next to it (hardening 10).
 */
async function verifyDeclared(work: Work): Promise<Declared | undefined> {
  const { open } = work;
  const context: Context = { ...work.context, entry: entryOf(work.context, DECLARED) };
  const { collector, options, entry = DECLARED } = context;
  const source = open(DECLARED);
  if (source === undefined) return undefined;
  const slicer = new ChainSlicer(options.limits);
  let skeleton: Skeleton | undefined;
  let own = 0;
  try {
    for await (const chunk of coalesce(source.chunks())) {
      for (const slices of slicer.batches(chunk)) {
        own += slices.length;
        if (turnIsDue()) await turn(options);
      }
    }
    skeleton = slicer.finish();
    const document = readJson(skeleton.bytes, options.limits.maxDepth);
    if (!isObject(document)) {
      collector.add('chain.member_type', 'chain.json is not a JSON object', { source, entry });
      return undefined;
    }
    const raise = raiser(context, source);
    if (own > 0 && options.mode === 'gate') {
      const result = await verifyChain(source, { ...context, options: withoutReaders(options) });
      if (result === undefined) return undefined;
      const { records, headHash } = result.summary;
      return { signed: result.signed, compare: (summary) => compare('has', records, headHash, summary, raise) };
    }
    const head = readHead(document, options, raise);
    const signed = await checkChainSignatures(head, () => recordsOf(work), options, raise);
    const { recordCount = 0, headHash = '' } = head;
    return { signed, compare: (summary) => compare('declares', recordCount, headHash, summary, raise) };
  } catch (error) {
    collector.fault(skeleton === undefined ? error : placed(error, skeleton), { source, entry });
    return undefined;
  }
}

function compare(
  does: 'declares' | 'has',
  records: number,
  headHash: string,
  summary: RunSummary,
  raise: (problem: Problem) => void,
): void {
  if (records !== summary.records) {
    raise({
      code: 'chain.record_count_mismatch',
      message: `chain.json ${does} ${count(records, 'record')}, the directory has ${thousands(summary.records)}`,
      pointer: '/record_count',
    });
  }
  if (headHash !== summary.headHash) {
    raise({
      code: 'chain.head_hash_mismatch',
      message: `chain.json ${does} head ${shortHash(headHash)} but the last record has hash ${shortHash(summary.headHash)}`,
      pointer: '/head_hash',
    });
  }
}

/** Callers have already received the records of the directory. */
function withoutReaders({ records: _, onRecord: __, ...options }: VerifyOptions): VerifyOptions {
  return options;
}

/** The records of the directory in order. Their defects are reported when they are verified. */
async function* recordsOf({ files, open, context }: Work): AsyncIterable<Slice> {
  const { limits } = context.options;
  for (const path of files.records) {
    const bytes = await open(path)?.bytes(limits.maxRecordBytes);
    if (bytes !== undefined) yield wholeSlice(bytes);
  }
  for (const path of files.lines) {
    const slicer = new LineSlicer(limits);
    for await (const chunk of open(path)?.chunks() ?? []) yield* slicer.push(chunk);
    yield* slicer.finish();
  }
}
