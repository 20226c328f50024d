import { countMembers } from '../canonical/jcs.js';
import { exactFault, parseUnchecked } from '../canonical/read.js';
import type { Slice } from '../canonical/slices.js';
import { quote } from '../canonical/strict.js';
import { offsetOfPointer } from '../collector.js';
import { Fault } from '../fault.js';
import type { FindingCode } from '../findings.js';
import { MAX_FINDINGS } from '../limits.js';
import { signaturesRequired, type VerifyOptions } from '../options.js';
import type { CustomTypes } from '../schema/custom.js';
import { validateRecord } from '../schema/registry.js';
import { type Ed25519Job, verifyEd25519Many } from '../signature/ed25519.js';
import { ed25519Verdict, type SignatureVerdict } from '../signature/jobs.js';
import { prepareRecordSignature, type RecordJob } from '../signature/record-signature.js';
import type { CheckedRecord, Json, JsonObject, SignatureState } from '../types.js';
import { isObject, type Problem, typeOf } from './members.js';
import { recordHash } from './record-hash.js';
import { checkRequired, type RecordView, viewRecord } from './record-view.js';
import { typedRecord } from './schema-view.js';

/** How the records of one source hang together and what is asked of each. Plain data, except `custom`. */
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

/** A problem with its absolute byte offset. */
export interface PlacedProblem extends Problem {
  readonly offset: number;
}

/**
 * What is known of one record by looking at it alone. Plain data, so that it can come from another thread; `value` and
 * `job` are there only when the record was checked in this one.
 */
export interface Checked {
  readonly line: number;
  readonly offset: number;
  /** It could be read as a record, so the members below say what it says. */
  readonly readable: boolean;
  readonly recordId: string;
  readonly declaredHash: string;
  readonly previousHash: string;
  readonly signingKeyId: string;
  readonly epochMs: number;
  /** Recomputed, `''` when it could not be. */
  readonly hash: string;
  readonly problems: PlacedProblem[];
  signature: SignatureState;
  /** Id of what verified the signature: never what the record merely claims. */
  keyId: string | undefined;
  ok: boolean;
  value: JsonObject | undefined;
  job: RecordJob | undefined;
  /** What `VerifyOptions.records.extract` made of it. */
  fact?: unknown;
}

/**
 * Records that are read before their signatures are verified: reading and curve arithmetic turn each other's data out of the
 * processor's caches, so they take turns by the group and not by the record. So many values are alive at a time.
 */
const GROUP = 64;

/** Checks records one by one: reading, required members, schema, hash, key; everything but links and cryptography. */
export class RecordChecker {
  private readonly required: boolean;
  private located = 0;

  constructor(
    private readonly options: VerifyOptions,
    private readonly rules: RunRules,
  ) {
    this.required = rules.signatures === undefined && signaturesRequired(options);
  }

  /** The record in a slice; `undefined` when the rules pass over it because it is no record. */
  check(slice: Slice): Checked | undefined {
    let value: Json;
    try {
      value = this.parse(slice);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (this.rules.onlyRecords === true && !mentionsRecord(slice.bytes)) return undefined;
      const offset = slice.offset + (error.place.offset ?? 0);
      return unreadable(slice, [{ code: error.code, message: error.message, pointer: '', offset }], undefined);
    }
    if (this.rules.onlyRecords === true && !looksLikeRecord(value)) return undefined;
    if (value === null && this.rules.nullRecord === 'empty') value = {};
    if (!isObject(value)) {
      const message = `a record must be an object, not ${typeOf(value)}`;
      return unreadable(slice, [{ code: 'record.member_type', message, pointer: '', offset: slice.offset }], undefined);
    }
    return this.checkValue(value, slice);
  }

  private parse(slice: Slice): Json {
    const { maxDepth } = this.options.limits;
    const scanned = slice.members < 0 ? undefined : slice;
    const { value, members } = parseUnchecked(slice.bytes, maxDepth, scanned);
    const counted = countMembers(value);
    if (counted.members !== members || !counted.finite) throw exactFault(slice.bytes, maxDepth);
    return value;
  }

  private checkValue(value: JsonObject, slice: Slice): Checked {
    const result = viewRecord(value, { loneCaseVariants: this.options.mode === 'compat' ? 'read' : 'refuse' });
    const { view } = result;
    if (view === undefined) return unreadable(slice, this.place(result.problems, slice), value);
    const hash = recordHash(view);
    const problems = this.problemsOf(view, value, hash);
    const sealed = view.integrity;
    const checked: Checked = {
      line: slice.line,
      offset: slice.offset,
      readable: true,
      recordId: view.recordId,
      declaredHash: sealed.recordHash,
      previousHash: sealed.previousRecordHash,
      signingKeyId: sealed.signingKeyId,
      epochMs: view.epochMs,
      hash,
      problems: [],
      signature: 'none',
      keyId: undefined,
      ok: true,
      value,
      job: undefined,
    };
    this.prepareSignature(view, checked, problems);
    if (problems.length > 0) {
      checked.problems.push(...this.place(problems, slice));
      if (problems.some((problem) => problem.severity === undefined)) checked.ok = false;
    }
    return checked;
  }

  /** Absolute places; past what is kept of an artifact anyway, the start of the record has to do. */
  private place(problems: readonly Problem[], slice: Slice): PlacedProblem[] {
    return problems.map((problem) => ({
      ...problem,
      offset:
        this.located++ < MAX_FINDINGS
          ? slice.offset + offsetOfPointer(slice.bytes, problem.pointer, this.options.limits.maxDepth)
          : slice.offset,
    }));
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
      problems.push({
        code: 'record.hash_required',
        message: 'integrity.record_hash is missing',
        pointer: '/integrity/record_hash',
      });
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

  private prepareSignature(view: RecordView, checked: Checked, problems: Problem[]): void {
    const { options } = this;
    const sealed = view.integrity;
    const has = sealed.signature !== '';
    const revoked = revocationProblem(this.options, sealed.signingKeyId, view.epochMs);
    if (revoked !== undefined) problems.push(revoked);
    if (!has && sealed.signingKeyId === '' && !this.required) return;
    const unknown = this.rules.signatures === 'known' && options.trust.keyById(sealed.signingKeyId) === undefined;
    if (options.signatures === 'off' || unknown || (!this.required && !options.trust.configured)) {
      if (has) {
        checked.signature = 'unchecked';
      }
      return;
    }
    const step = prepareRecordSignature(sealed, options.trust, options.now);
    if ('job' in step) {
      checked.job = step.job;
      return;
    }
    checked.signature = has ? 'failed' : 'none';
    problems.push({ code: step.code, message: step.message, pointer: step.pointer ?? '/integrity/signature' });
  }
}

/** A record as it is shown outside of the engine. */
export function checkedRecord(
  one: Checked,
  index: number,
  artifact: string,
  entry: string | undefined,
  value: CheckedRecord['value'],
): CheckedRecord {
  return {
    artifact,
    ...(entry === undefined ? {} : { entry }),
    index,
    line: one.line,
    value,
    recordId: one.recordId,
    recordHash: one.hash,
    signature: one.signature,
    ...(one.keyId === undefined ? {} : { keyId: one.keyId }),
    ok: one.ok,
  };
}

/**
 * Finishes the records of slices in this thread: checks them, verifies their Ed25519 signatures, makes the caller's
 * extracts and lets go of their values. Those with a cosign signature are left as they are, for who can wait for it.
 */
export function finishedRecords(
  slices: readonly Slice[],
  checker: RecordChecker,
  artifact: string,
  entry: string | undefined,
  options: VerifyOptions,
): (Checked | undefined)[] {
  const finished: (Checked | undefined)[] = [];
  for (let start = 0; start < slices.length; start += GROUP) {
    const group = slices.slice(start, start + GROUP).map((slice) => checker.check(slice));
    const signed: [Checked, Ed25519Job][] = [];
    for (const one of group) if (one?.job?.kind === 'ed25519') signed.push([one, one.job]);
    const verified = verifyEd25519Many(signed.map(([, job]) => job));
    signed.forEach(([one, job], i) => {
      settleSignature(one, ed25519Verdict(job, verified[i] === true), options);
    });
    for (const one of group) {
      if (one !== undefined && one.job === undefined && one.value !== undefined) {
        one.fact = options.records?.extract(checkedRecord(one, 0, artifact, entry, one.value));
        one.value = undefined;
      }
      finished.push(one);
    }
  }
  return finished;
}

/** Notes the verdict on a record's signature. */
export function settleSignature(one: Checked, verdict: SignatureVerdict | undefined, options: VerifyOptions): void {
  one.job = undefined;
  if (verdict?.ok === true) {
    one.signature = 'verified';
    one.keyId = verdict.keyId;
    // A cosign record names its key in free text that no hash covers: what really verified it may be revoked as well.
    const revoked =
      verdict.keyId === one.signingKeyId ? undefined : revocationProblem(options, verdict.keyId, one.epochMs);
    if (revoked === undefined) return;
    one.ok = false;
    one.problems.push({ ...revoked, offset: one.offset });
    return;
  }
  one.signature = 'failed';
  one.ok = false;
  one.problems.push({
    code: verdict?.code ?? 'signature.invalid',
    message: verdict?.message ?? 'the signature does not verify',
    pointer: '/integrity/signature',
    offset: one.offset,
  });
}

/** Why the signer of a record is revoked (contract section 4), or `undefined`. */
export function revocationProblem(options: VerifyOptions, keyId: string, epochMs: number): Problem | undefined {
  if (keyId === '' || options.revocations.length === 0) return undefined;
  for (const revoked of options.revocations) {
    if (revoked.keyId !== keyId) continue;
    if (revoked.revokedAt !== undefined && epochMs < revoked.revokedAt) continue;
    return {
      code: 'signature.key_revoked',
      message: `signing key ${quote(keyId)} is revoked${revoked.reason === '' ? '' : `: ${quote(revoked.reason)}`}`,
      pointer: '/integrity/signing_key_id',
    };
  }
  return undefined;
}

function unreadable(slice: Slice, problems: PlacedProblem[], value: JsonObject | undefined): Checked {
  const id = value === undefined ? undefined : value['record_id'];
  return {
    line: slice.line,
    offset: slice.offset,
    readable: false,
    recordId: typeof id === 'string' ? id : '',
    declaredHash: '',
    previousHash: '',
    signingKeyId: '',
    epochMs: Number.NaN,
    hash: '',
    problems,
    signature: 'none',
    keyId: undefined,
    ok: false,
    value,
    job: undefined,
  };
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
