import type { Slice } from './json/slice.js';
import type { Limits } from './limits.js';
import type { Mode, Revocation, SignatureMode } from './mode.js';
import type { Checked, CheckedRecord, RunRules } from './record/types.js';
import type { Steps } from './schema/steps.js';
import type { CustomTypes } from './schema/types.js';
import type { SignatureQueue } from './signature/jobs.js';
import type { Trust } from './signature/trust.js';
import type { ByteSource } from './source/source.js';

/** Extracts from each record what the caller keeps. */
export interface RecordExtractor {
  /** A pure function of the record that returns plain data: it may run in another thread, and index is 0. */
  extract(record: CheckedRecord): unknown;
  /** Called in order, in this thread, with the final `index` and `ok`, links included. */
  accept(extract: unknown, index: number, ok: boolean): void;
}

/** The origin of a batch of records and the rules for them. */
export interface BatchContext {
  readonly rules: RunRules;
  readonly artifact: string;
  readonly entry: string | undefined;
  /** Size of their source in bytes, which tells how many more may come. */
  readonly size: number;
}

/** Worker threads that can check records. */
export interface RecordWorkers {
  /**
   * The checked records of these slices with what the extractor makes of each (`fact`), or `undefined` when this thread
   * should do it (all are busy, too little work). Until it answers, the bytes of the slices are out of reach.
   */
  check(slices: readonly Slice[], context: BatchContext): Promise<readonly (Checked | undefined)[]> | undefined;
}

/** Files that an artifact refers to. `undefined` when missing or outside the readable area. A link that leads out is a Fault. */
export interface NamedFiles {
  /** Opens a path relative to the workspace, or an absolute one. */
  inWorkspace(path: string): ByteSource | undefined;
  /** Opens a path relative to the folder of the artifact. */
  beside(path: string): ByteSource | undefined;
}

/** Everything a verification depends on besides the bytes. */
export interface VerifyOptions {
  readonly mode: Mode;
  /** Strict structure: path rules, unlisted files, declared counts, members outside the hash. */
  readonly strict: boolean;
  readonly signatures: SignatureMode;
  readonly trust: Trust;
  readonly revocations: readonly Revocation[];
  readonly customTypes?: CustomTypes | undefined;
  readonly limits: Limits;
  /** Remaining work budget of custom schemas; `verify` gives each artifact its own. */
  readonly steps?: Steps | undefined;
  /** The clock, epoch milliseconds: token expiry, certificate windows. */
  readonly now: number;
  /** Count only records inside (inclusive, epoch milliseconds); the whole chain is verified anyway. */
  readonly range?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
  /** Called once per record in order, after its signature was checked. Keeps the work in this thread. */
  readonly onRecord?: ((record: CheckedRecord) => void) | undefined;
  /** As `onRecord` for callers that keep only an extract, which may be made in another thread. */
  readonly records?: RecordExtractor | undefined;
  /** Worker threads for records of large artifacts; with them, this thread does not use the libuv pool for signatures. */
  readonly workers?: RecordWorkers | undefined;
  /** Batches record signatures of several artifacts; without it each artifact has its own batch. */
  readonly signatureQueue?: SignatureQueue | undefined;
  /** Opens files that an artifact refers to (session chains, attestations); without it they count as missing. */
  readonly files?: NamedFiles | undefined;
  /** Whether to stop early; polled between pieces of work. */
  readonly aborted?: (() => boolean) | undefined;
}

/** Whether signatures must be present and verify. */
export function signaturesRequired(options: VerifyOptions): boolean {
  return options.signatures === 'required' || (options.signatures === 'auto' && options.trust.configured);
}
