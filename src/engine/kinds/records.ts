import { countMembers } from '../canonical/jcs.js';
import { exactFault, parseUnchecked } from '../canonical/read.js';
import type { Slice } from '../canonical/slices.js';
import { quote } from '../canonical/strict.js';
import { type Collector, offsetOfPointer, type Spot } from '../collector.js';
import type { FindingCode } from '../findings.js';
import { type VerifyOptions, signaturesRequired } from '../options.js';
import { validateRecord } from '../schema/registry.js';
import type { CustomTypes } from '../schema/custom.js';
import { type RecordJob, prepareRecordSignature, runRecordJobs } from '../signature/record-signature.js';
import type { ByteSource } from '../source/source.js';
import type { CheckedRecord, Json, JsonObject, SignatureState } from '../types.js';
import { isObject, type Problem, typeOf } from './members.js';
import { recordHash } from './record-hash.js';
import { checkRequired, type RecordView, viewRecord } from './record-view.js';
import { typedRecord } from './schema-view.js';

/** How the records of one source hang together and what is asked of each. */
export interface RunRules {
  /** `chain`: each record links to the one before. `auto`: as soon as one has a previous_record_hash. */
  readonly link: 'chain' | 'auto' | 'none';
  /** Which schemas hold: the published ones on the typed view, on the raw value (Gait packs in compat mode), or none. */
  readonly schema: 'typed' | 'raw' | 'none';
  readonly custom?: CustomTypes | undefined;
  /** Fail closed on a line that is no record (packs), or let an element `null` read as an empty record (chains). */
  readonly nullRecord: 'empty' | 'refuse';
  /** `known`: inside a sealed container, only signatures under a given key are checked; others count as unchecked. */
  readonly signatures?: 'known';
  /** Pass over JSON values that are no records (bundles hold other evidence too). */
  readonly onlyRecords?: true;
  /** Code for schema problems instead of their own. */
  readonly schemaCode?: FindingCode;
}

/** What a finished run tells. */
export interface RunSummary {
  readonly records: number;
  /** Records inside `options.range`. */
  readonly inRange: number;
  /** Declared hash of the last record, `''` without records. */
  readonly headHash: string;
  readonly signaturesVerified: number;
  readonly keyIds: ReadonlySet<string>;
  /** Signatures that were there but not checked. */
  readonly unchecked: number;
  /** The records form a chain (for `link: 'auto'`). */
  readonly linked: boolean;
}

/** One record between its parsing and the end of its signature check. */
interface Waiting {
  readonly value: JsonObject;
  readonly view: RecordView | undefined;
  readonly index: number;
  readonly line: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly source: ByteSource;
  readonly entry: string | undefined;
  ok: boolean;
  signature: SignatureState;
  job: RecordJob | undefined;
}

const PENDING_LINKS = 100;

/**
 * Verifies records in the order they come: reading, required members, schema, hash, link, key, signature, revocation.
 * Signatures of one push run in the thread pool while the next push is parsed.
 */
export class RecordRun {
  private count = 0;
  private inRange = 0;
  private previous = '';
  private head = '';
  private linked = false;
  private readonly unlinked: { index: number; spot: Spot }[] = [];
  private unlinkedMore = 0;
  private verified = 0;
  private unchecked = 0;
  private readonly keyIds = new Set<string>();
  private inFlight: Promise<void> | undefined;
  private missingKeyTold = false;
  private readonly required: boolean;

  constructor(
    private readonly collector: Collector,
    private readonly options: VerifyOptions,
    private readonly rules: RunRules,
  ) {
    this.required = rules.signatures === undefined && signaturesRequired(options);
    this.linked = rules.link === 'chain';
  }

  /** Verifies the records of these slices; results are told in order by the next call or by `finish`. */
  async push(slices: readonly Slice[], source: ByteSource, entry?: string): Promise<void> {
    const batch: Waiting[] = [];
    for (const slice of slices) {
      const waiting = this.check(slice, source, entry);
      if (waiting !== undefined) batch.push(waiting);
    }
    // The pool verifies the previous batch while this one was parsed; results are told in order.
    await this.drain();
    const jobs = batch.filter((one) => one.job !== undefined);
    if (jobs.length === 0) this.tell(batch);
    else this.inFlight = this.verify(batch, jobs);
  }

  /** Waits for the last signatures. */
  async finish(): Promise<RunSummary> {
    await this.drain();
    return {
      records: this.count,
      inRange: this.inRange,
      headHash: this.head,
      signaturesVerified: this.verified,
      keyIds: this.keyIds,
      unchecked: this.unchecked,
      linked: this.linked,
    };
  }

  private async drain(): Promise<void> {
    const flight = this.inFlight;
    this.inFlight = undefined;
    if (flight !== undefined) await flight;
  }

  private check(slice: Slice, source: ByteSource, entry: string | undefined): Waiting | undefined {
    const index = this.count;
    const spot: Spot = { source, offset: slice.offset, ...(entry === undefined ? {} : { entry }) };
    let value: Json;
    try {
      value = this.parse(slice);
    } catch (error) {
      if (this.rules.onlyRecords === true && !mentionsRecord(slice.bytes)) return undefined;
      this.count++;
      this.collector.fault(error, spot);
      this.breakLink();
      return undefined;
    }
    if (this.rules.onlyRecords === true && !looksLikeRecord(value)) return undefined;
    this.count++;
    if (value === null && this.rules.nullRecord === 'empty') value = {};
    if (!isObject(value)) {
      this.collector.add('record.member_type', `record ${index} must be an object, not ${typeOf(value)}`, spot);
      this.breakLink();
      return undefined;
    }
    return this.checkValue(value, slice, index, spot, source, entry);
  }

  private parse(slice: Slice): Json {
    const { maxDepth } = this.options.limits;
    const scanned = slice.members < 0 ? undefined : slice;
    const { value, members } = parseUnchecked(slice.bytes, maxDepth, scanned);
    const counted = countMembers(value);
    if (counted.members !== members || !counted.finite) throw exactFault(slice.bytes, maxDepth);
    return value;
  }

  private checkValue(
    value: JsonObject,
    slice: Slice,
    index: number,
    spot: Spot,
    source: ByteSource,
    entry: string | undefined,
  ): Waiting {
    const { options, collector } = this;
    const result = viewRecord(value, { loneCaseVariants: options.mode === 'compat' ? 'read' : 'refuse' });
    const view = result.view;
    const waiting: Waiting = {
      value,
      view,
      index,
      line: slice.line,
      offset: slice.offset,
      bytes: slice.bytes,
      hash: view === undefined ? '' : recordHash(view),
      source,
      entry,
      ok: true,
      signature: 'none',
      job: undefined,
    };
    const raise = (problem: Problem): void => {
      if (problem.severity === undefined) waiting.ok = false;
      collector.add(problem.code, problem.message, {
        ...spot,
        pointer: problem.pointer,
        offset: collector.wantsPlaces
          ? slice.offset + offsetOfPointer(slice.bytes, problem.pointer, options.limits.maxDepth)
          : slice.offset,
        recordId: view?.recordId ?? (typeof value['record_id'] === 'string' ? value['record_id'] : ''),
        severity: problem.severity,
      });
    };
    if (view === undefined) {
      for (const problem of result.problems) raise(problem);
      this.breakLink();
      return waiting;
    }
    for (const problem of this.problemsOf(view, value, waiting.hash)) raise(problem);
    this.link(view, index, raise, waiting, spot);
    this.countRange(view);
    this.prepareSignature(view, waiting, raise);
    return waiting;
  }

  private problemsOf(view: RecordView, value: JsonObject, hash: string): Problem[] {
    const problems = checkRequired(view);
    for (const relation of [view.relationship, view.relations]) {
      if (relation === undefined) continue;
      for (const problem of relation.problems) {
        const mild = problem.code === 'record.relationship_ref.digest_invalid';
        if (!mild) problems.push(problem);
        else if (this.options.mode === 'gate') problems.push({ ...problem, severity: 'warning' });
      }
    }
    this.checkSchema(view, value, problems);
    const sealed = view.integrity;
    if (!sealed.present) {
      problems.push({ code: 'record.integrity_required', message: 'integrity is missing', pointer: '/integrity' });
    } else if (sealed.recordHash === '') {
      problems.push({ code: 'record.hash_required', message: 'integrity.record_hash is missing', pointer: '/integrity/record_hash' });
    } else if (sealed.recordHash !== hash) {
      problems.push({
        code: 'record.hash_mismatch',
        message: `record_hash is ${quote(sealed.recordHash)} but the content hashes to ${hash}`,
        pointer: '/integrity/record_hash',
      });
    }
    if (this.options.mode === 'gate') this.checkUncovered(view, problems);
    return problems;
  }

  private checkSchema(view: RecordView, value: JsonObject, problems: Problem[]): void {
    if (this.rules.schema === 'none') return;
    const subject = this.rules.schema === 'raw' ? value : typedRecord(view);
    const custom = this.rules.custom ?? this.options.customTypes;
    const found = validateRecord(subject, view.recordType, custom);
    if (found.length === 0) return;
    const known = new Set(problems.map((problem) => problem.pointer));
    const code = this.rules.schemaCode;
    for (const problem of found) {
      if (!known.has(problem.pointer)) problems.push(code === undefined ? problem : { ...problem, code });
    }
  }

  /** Hardening 7: what a reader would trust and no hash covers. */
  private checkUncovered(view: RecordView, problems: Problem[]): void {
    if (view.unhashed !== undefined) {
      for (const pointer of view.unhashed) {
        const problem: Problem = {
          code: 'record.unhashed_member',
          message: `member ${quote(pointer)} is not covered by the record hash`,
          pointer,
        };
        problems.push(this.options.strict ? problem : { ...problem, severity: 'warning' });
      }
    }
    if (view.fraction) {
      problems.push({
        code: 'record.timestamp_fraction',
        message: 'the fraction of a second in timestamp is not covered by the hash',
        pointer: '/timestamp',
        severity: 'notice',
      });
    }
  }

  private link(view: RecordView, index: number, raise: (problem: Problem) => void, waiting: Waiting, spot: Spot): void {
    if (this.rules.link !== 'none') {
      const declared = view.integrity.previousRecordHash;
      if (!this.linked && declared !== '') {
        this.linked = true;
        this.flushUnlinked();
      }
      const expected = this.previous;
      if (declared !== expected) {
        if (this.linked) {
          raise({ code: 'chain.link_broken', message: brokenLink(index, view.recordId, declared, expected), pointer: '/integrity/previous_record_hash' });
          waiting.ok = false;
        } else if (this.unlinked.length < PENDING_LINKS) this.unlinked.push({ index, spot: { ...spot, recordId: view.recordId } });
        else this.unlinkedMore++;
      }
    }
    this.previous = view.integrity.recordHash;
    this.head = this.previous;
  }

  /** A record that could not be read: nothing can link to it. */
  private breakLink(): void {
    this.previous = '(a record that could not be read)';
  }

  private flushUnlinked(): void {
    for (const { index, spot } of this.unlinked) {
      this.collector.add('chain.link_broken', `record ${index} has no previous_record_hash but other records of the stream link`, spot);
    }
    if (this.unlinkedMore > 0) {
      this.collector.add('chain.link_broken', `${this.unlinkedMore} more records have no previous_record_hash but other records of the stream link`);
    }
    this.unlinked.length = 0;
    this.unlinkedMore = 0;
  }

  private countRange(view: RecordView): void {
    const range = this.options.range;
    if (range?.from !== undefined && !(view.epochMs >= range.from)) return;
    if (range?.to !== undefined && !(view.epochMs <= range.to)) return;
    this.inRange++;
  }

  private prepareSignature(view: RecordView, waiting: Waiting, raise: (problem: Problem) => void): void {
    const { options } = this;
    const sealed = view.integrity;
    const has = sealed.signature !== '';
    this.checkRevocation(view, raise);
    if (!has && sealed.signingKeyId === '' && !this.required) return;
    const unknown = this.rules.signatures === 'known' && options.trust.keyById(sealed.signingKeyId) === undefined;
    if (options.signatures === 'off' || unknown || (!this.required && !options.trust.configured)) {
      if (has) {
        this.unchecked++;
        waiting.signature = 'unchecked';
      }
      return;
    }
    const step = prepareRecordSignature(sealed, options.trust, options.now);
    if ('job' in step) {
      waiting.job = step.job;
      return;
    }
    waiting.signature = has ? 'failed' : 'none';
    waiting.ok = false;
    if (step.code === 'key.missing' || step.code === 'cosign.identity_required') {
      // Once an artifact: it is the configuration that lacks something, not each record.
      if (this.missingKeyTold) return;
      this.missingKeyTold = true;
    }
    raise({ code: step.code, message: step.message, pointer: step.pointer ?? '/integrity/signature' });
  }

  private checkRevocation(view: RecordView, raise: (problem: Problem) => void): void {
    const keyId = view.integrity.signingKeyId;
    if (keyId === '' || this.options.revocations.length === 0) return;
    for (const revoked of this.options.revocations) {
      if (revoked.keyId !== keyId) continue;
      if (revoked.revokedAt !== undefined && view.epochMs < revoked.revokedAt) continue;
      raise({
        code: 'signature.key_revoked',
        message: `signing key ${quote(keyId)} is revoked${revoked.reason === '' ? '' : `: ${quote(revoked.reason)}`}`,
        pointer: '/integrity/signing_key_id',
      });
      return;
    }
  }

  private async verify(batch: Waiting[], jobs: Waiting[]): Promise<void> {
    const results = await runRecordJobs(jobs.map((one) => one.job as RecordJob));
    jobs.forEach((waiting, i) => {
      const result = results[i];
      if (result === undefined || result.ok !== true) {
        waiting.ok = false;
        waiting.signature = 'failed';
        const pointer = '/integrity/signature';
        this.collector.add(result?.code ?? 'signature.invalid', result?.message ?? 'the signature does not verify', {
          source: waiting.source,
          offset: this.collector.wantsPlaces
            ? waiting.offset + offsetOfPointer(waiting.bytes, pointer, this.options.limits.maxDepth)
            : waiting.offset,
          pointer,
          recordId: waiting.view?.recordId ?? '',
          ...(waiting.entry === undefined ? {} : { entry: waiting.entry }),
        });
        return;
      }
      waiting.signature = 'verified';
      this.verified++;
      this.keyIds.add(result.keyId);
    });
    this.tell(batch);
  }

  private tell(batch: readonly Waiting[]): void {
    const { onRecord } = this.options;
    if (onRecord === undefined) return;
    for (const one of batch) {
      const record: CheckedRecord = {
        artifact: this.collector.artifact,
        ...(one.entry === undefined ? {} : { entry: one.entry }),
        index: one.index,
        line: one.line,
        value: one.value,
        recordId: one.view?.recordId ?? '',
        recordHash: one.hash,
        signature: one.signature,
        ...(one.signature === 'verified' && one.view !== undefined ? { keyId: one.view.integrity.signingKeyId } : {}),
        ok: one.ok,
      };
      onRecord(record);
    }
  }
}

/** A JSON value that somebody would read as a Proof record. */
function looksLikeRecord(value: Json): boolean {
  return isObject(value) && (Object.hasOwn(value, 'record_id') || Object.hasOwn(value, 'record_type'));
}

/** Text that is no JSON but may have been meant, or be taken by a laxer reader, as a record. */
function mentionsRecord(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return text.includes('"record_id"') || text.includes('"record_hash"');
}

function brokenLink(index: number, recordId: string, declared: string, expected: string): string {
  const who = `record ${index} (${quote(recordId)})`;
  if (expected === '') return `${who} is the first but has previous_record_hash ${quote(declared)}`;
  if (declared === '') return `${who} has no previous_record_hash; the record before it has hash ${quote(expected)}`;
  return `${who} links to ${quote(declared)} but the record before it has hash ${quote(expected)}`;
}
