import type { Slice } from './json/slice.js';
import type { Limits } from './limits.js';
import type { Mode, Revocation, SignatureMode } from './mode.js';
import type { Checked, CheckedRecord, RunRules } from './record/types.js';
import type { Steps } from './schema/steps.js';
import type { CustomTypes } from './schema/types.js';
import type { SignatureQueue } from './signature/jobs.js';
import type { Trust } from './signature/trust.js';
import type { ByteSource } from './source/source.js';

/** Extracts from each record the data that the caller keeps. */
export interface RecordExtractor {
  /**
   * Makes the extract. May run in another thread and is called with index 0, so it must depend on the record alone. Returns
   * plain data.
   */
  extract(record: CheckedRecord): unknown;
  /** Receives the extracts in record order, in this thread, with the final `index` and `ok` (links included). */
  accept(extract: unknown, index: number, ok: boolean): void;
}

/** Where a batch of records comes from, and the rules that apply to it. */
export interface BatchContext {
  readonly rules: RunRules;
  readonly artifact: string;
  readonly entry: string | undefined;
  /** Size in bytes of the source: how much more work may follow. */
  readonly size: number;
}

/** Worker threads that can check records. */
export interface RecordWorkers {
  /**
   * Checks the records of these slices; `fact` of each result is what the extractor returned. `undefined`: this thread should
   * do the work itself (all workers are busy, or it is too little work). Until the promise settles, the bytes of the slices
   * are not accessible.
   */
  check(slices: readonly Slice[], context: BatchContext): Promise<readonly (Checked | undefined)[]> | undefined;
}

/**
 * Opens the files that an artifact refers to. `undefined`: the file does not exist or is outside of what may be read. A link
 * that leads outside is a Fault.
 */
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
  /** Remaining step budget of custom schemas; `verify` sets a new one for each artifact. */
  readonly steps?: Steps | undefined;
  /** The clock, epoch milliseconds: token expiry, certificate windows. */
  readonly now: number;
  /** Counts only records inside this range (inclusive, epoch milliseconds); the whole chain is verified regardless. */
  readonly range?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
  /** Called once per record in order, after its signature was checked. Keeps all work in this thread. */
  readonly onRecord?: ((record: CheckedRecord) => void) | undefined;
  /** Like `onRecord`, for callers that keep only an extract; the extract may be made in another thread. */
  readonly records?: RecordExtractor | undefined;
  /** Worker threads for records of large artifacts; with them, this thread does not use the libuv pool for signatures. */
  readonly workers?: RecordWorkers | undefined;
  /** Batches record signatures across artifacts; absent: each artifact has its own batch. */
  readonly signatureQueue?: SignatureQueue | undefined;
  /** Opens the files that an artifact refers to (session chains, attestations); absent: all of them count as missing. */
  readonly files?: NamedFiles | undefined;
  /** Polled between units of work; true ends the verification early. */
  readonly aborted?: (() => boolean) | undefined;
}

/** Whether signatures must be present and verify. */
export function signaturesRequired(options: VerifyOptions): boolean {
  return options.signatures === 'required' || (options.signatures === 'auto' && options.trust.configured);
}
