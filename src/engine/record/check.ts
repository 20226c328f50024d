import { Fault } from '../fault.js';
import { ruleOf } from '../findings.js';
import { countMembers } from '../json/jcs.js';
import { isObject, type Problem, typeOf } from '../json/members.js';
import { offsetOfPointer, pointerPart } from '../json/pointer.js';
import { impreciseMessage, impreciseNumber } from '../json/precision.js';
import { exactFault, parseUnchecked } from '../json/read.js';
import type { Slice } from '../json/slice.js';
import type { Json, JsonObject } from '../json/value.js';
import { MAX_ERRORS } from '../limits.js';
import { signaturesRequired, type VerifyOptions } from '../options.js';
import { validateRawRecord, validateRecord } from '../schema/registry.js';
import { Steps } from '../schema/steps.js';
import { decodeSignature, type Ed25519Job, verifyEd25519Many } from '../signature/ed25519.js';
import { ed25519Verdict } from '../signature/jobs.js';
import { prepareRecordSignature } from '../signature/record.js';
import { revocationProblem } from '../signature/revocation.js';
import type { Trust } from '../signature/trust.js';
import type { SignatureVerdict } from '../signature/verdict.js';
import { quote } from '../text.js';
import { isNoTime } from '../time.js';
import { recordHash } from './hash.js';
import { integrityProblem, isUnsealed } from './integrity.js';
import { typedRecord } from './typed.js';
import type { Checked, CheckedRecord, RecordPlace, RecordProblem, RunRules } from './types.js';
import { checkRequired, type RecordView, viewRecord } from './view.js';

/**
 * Number of records that are read before their signatures are verified. Reading and curve arithmetic evict each other's data
 * from the processor caches, so they alternate by group instead of by record. All values of a group are in memory at the same
 * time.
 */
export const GROUP = 64;
const SIGNER = '/integrity/signing_key_id';

/** Codes reported once per artifact, because the configuration lacks something, not each record. */
export const ONCE: ReadonlySet<string> = new Set(['key.missing', 'cosign.identity_required']);

/** Checks single records: reading, required members, schema, hash, key. Everything but links and cryptography. */
export class RecordChecker {
  private readonly required: boolean;
  private readonly steps: Steps;
  private errors = 0;

  constructor(
    private readonly options: VerifyOptions,
    private readonly rules: RunRules,
  ) {
    this.required = rules.signatures === undefined && signaturesRequired(options);
    this.steps = options.steps ?? Steps.ofArtifact();
  }

  /**
   * Checks the record in a slice. `undefined` after so many errors that the collector ends the work on the artifact once they
   * are reported.
   */
  check(slice: Slice): Checked | undefined {
    if (this.errors >= MAX_ERRORS) return undefined;
    this.steps.allow(slice.bytes.length);
    const checked = this.read(slice);
    for (const problem of checked?.problems ?? [])
      if ((problem.severity ?? ruleOf(problem.code).severity) === 'error' && !ONCE.has(problem.code)) this.errors++;
    return checked;
  }

  private read(slice: Slice): Checked | undefined {
    let value: Json;
    try {
      value = this.parse(slice);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const offset = slice.offset + (error.place.offset ?? 0);
      return unreadable(slice, [{ code: error.code, message: error.message, pointer: '', offset }], undefined);
    }
    if (value === null && this.rules.nullRecord === 'empty') value = {};
    if (!isObject(value)) {
      const message = `a record must be an object, not ${typeOf(value)}`;
      return unreadable(slice, [{ code: 'record.member_type', message, pointer: '' }], undefined);
    }
    return this.checkValue(value, slice);
  }

  private parse(slice: Slice): Json {
    if (slice.value !== undefined) return slice.value;
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
    if (view === undefined) return unreadable(slice, [...result.problems], value);
    const hash = recordHash(view);
    const problems: RecordProblem[] = this.problemsOf(view, value, hash, slice);
    const sealed = view.integrity;
    const checked: Checked = {
      line: slice.line,
      offset: slice.offset,
      readable: true,
      recordId: view.recordId,
      declaredHash: sealed.recordHash,
      previousHash: sealed.previousRecordHash,
      signingKeyId: sealed.signingKeyId,
      // Independent of the file: proof records can be taken out of their pack, and then count as signed after every
      // revocation as well.
      epochMs: this.options.mode === 'gate' && isNoTime(view.epochMs) ? Number.NaN : view.epochMs,
      hash,
      problems,
      signature: 'none',
      keyId: undefined,
      ok: true,
      value,
      slice,
      job: undefined,
    };
    this.prepareSignature(view, checked, problems);
    if (problems.some((problem) => problem.severity === undefined)) checked.ok = false;
    return checked;
  }

  private problemsOf(view: RecordView, value: JsonObject, hash: string, slice: Slice): Problem[] {
    const problems = checkRequired(view);
    for (const relation of [view.relationship, view.relations]) {
      if (relation === undefined) continue;
      for (const problem of relation.problems) {
        const mild = problem.code === 'record.relationship_ref.digest_invalid';
        if (!mild) problems.push(problem);
        else if (this.options.mode === 'gate') problems.push({ ...problem, severity: 'warning' });
      }
    }
    const seal = integrityProblem(view, hash, this.options.mode);
    if (seal !== undefined) problems.push(seal);
    this.checkSchema(view, value, problems);
    if (this.options.mode === 'gate') {
      this.checkUncovered(view, problems);
      this.checkNumbers(slice, problems);
    }
    return problems;
  }

  private checkSchema(view: RecordView, value: JsonObject, problems: Problem[]): void {
    if (this.rules.schema === 'none') return;
    const custom = this.rules.custom ?? this.options.customTypes;
    const found =
      this.rules.schema === 'raw'
        ? validateRawRecord(value, view.recordType, custom, this.steps)
        : validateRecord(typedRecord(view), view.recordType, custom, this.steps, this.options.mode === 'gate');
    if (found.length === 0) return;
    // One cause, one finding: a member with a problem is not reported again by the schema (people.md section 2.1).
    const known = new Set(problems.map((problem) => problem.pointer));
    if (known.has('/integrity')) known.add('/integrity/record_hash');
    const code = this.rules.schemaCode;
    for (const problem of found) {
      const { pointer, member } = problem;
      const missing = member === undefined ? pointer : pointer + pointerPart(member);
      if (!known.has(pointer) && !known.has(missing))
        problems.push(code === undefined ? problem : { ...problem, code });
    }
  }

  /** Hardening 7: parts that a reader would trust but no hash covers. */
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

  /**
   * Hardening 30: a number that a different reader reads differently under the same hash. One is enough to identify the
   * producer.
   */
  private checkNumbers({ bytes }: Slice, problems: Problem[]): void {
    const found = impreciseNumber(bytes, this.options.limits.maxDepth);
    if (found === undefined) return;
    const { pointer } = found;
    problems.push({ code: 'record.number_precision', message: impreciseMessage(found), pointer, severity: 'warning' });
  }

  private prepareSignature(view: RecordView, checked: Checked, problems: Problem[]): void {
    const { options } = this;
    const sealed = view.integrity;
    const has = sealed.signature !== '';
    const revoked = revocationProblem(options.revocations, sealed.signingKeyId, checked.epochMs, SIGNER);
    if (revoked !== undefined) problems.push(revoked);
    if (!has && sealed.signingKeyId === '' && !this.required) return;
    // An unsealed record cannot have been signed; that it is not sealed was reported already.
    if (isUnsealed(sealed.recordHash) && options.mode === 'gate') return;
    const vouched = this.rules.signatures === 'vouched' && isStrangers(sealed, options.trust);
    if (options.signatures === 'off' || vouched || (!this.required && !options.trust.configured)) {
      if (has) checked.signature = 'unchecked';
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

/** A record in the form that callers of the engine receive. */
export function checkedRecord(
  one: Checked,
  index: number,
  artifact: string,
  entry: string | undefined,
  value: CheckedRecord['value'],
): CheckedRecord {
  const { slice } = one;
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
    ...(slice === undefined ? {} : { locate: (pointer) => placeInRecord(slice, pointer) }),
  };
}

const LF = 0x0a;

function placeInRecord({ bytes, line, members }: Slice, pointer: string): RecordPlace {
  const at = offsetOfPointer(bytes, pointer);
  const before = Buffer.from(bytes.buffer, bytes.byteOffset, at);
  const start = before.lastIndexOf(LF) + 1;
  let lines = line;
  for (let next = before.indexOf(LF); next !== -1; next = before.indexOf(LF, next + 1)) lines++;
  // A record inside a document may begin anywhere in its line, so its column is known only with a line break before it;
  // `members` is counted only for such records.
  if (start === 0 && members >= 0) return { line: lines };
  return { line: lines, column: before.toString('utf8', start).length + 1 };
}

/** `finishGroup` for any number of slices, one group at a time. */
export function finishedRecords(
  slices: readonly Slice[],
  checker: RecordChecker,
  artifact: string,
  entry: string | undefined,
  options: VerifyOptions,
): (Checked | undefined)[] {
  const finished: (Checked | undefined)[] = [];
  for (let start = 0; start < slices.length; start += GROUP)
    finished.push(...finishGroup(slices.slice(start, start + GROUP), checker, artifact, entry, options));
  return finished;
}

/**
 * Finishes records in this thread: checks them, verifies their Ed25519 signatures, calls the extractor and drops their
 * values. Records with a cosign signature keep their job, for a caller that can wait.
 */
export function finishGroup(
  slices: readonly Slice[],
  checker: RecordChecker,
  artifact: string,
  entry: string | undefined,
  options: VerifyOptions,
): (Checked | undefined)[] {
  const group = slices.map((slice) => checker.check(slice));
  const signed: [Checked, Ed25519Job][] = [];
  for (const one of group) if (one?.job?.kind === 'ed25519') signed.push([one, one.job]);
  const verified = verifyEd25519Many(signed.map(([, job]) => job));
  signed.forEach(([one, job], i) => {
    settleSignature(one, ed25519Verdict(job, verified[i] === true), options);
  });
  for (const one of group) {
    if (one === undefined || one.job !== undefined || one.value === undefined) continue;
    one.fact = options.records?.extract(checkedRecord(one, 0, artifact, entry, one.value));
    one.value = undefined;
    one.slice = undefined;
  }
  return group;
}

/** Stores the verdict on a record's signature. */
export function settleSignature(one: Checked, verdict: SignatureVerdict | undefined, options: VerifyOptions): void {
  one.job = undefined;
  if (verdict?.ok === true) {
    one.signature = 'verified';
    one.keyId = verdict.keyId;
    // A cosign record has its key id as free text that no hash covers; the key or identity that really verified it may be
    // revoked as well.
    const revoked =
      verdict.keyId === one.signingKeyId
        ? undefined
        : revocationProblem(options.revocations, verdict.keyId, one.epochMs, SIGNER);
    if (revoked === undefined) return;
    one.ok = false;
    one.problems.push(revoked);
    return;
  }
  one.signature = 'failed';
  one.ok = false;
  one.problems.push({
    code: verdict?.code ?? 'signature.invalid',
    message: verdict?.message ?? 'the signature does not verify',
    pointer: '/integrity/signature',
  });
}

function unreadable(slice: Slice, problems: RecordProblem[], value: JsonObject | undefined): Checked {
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

/**
 * Whether none of the given keys can judge the signature: there is none, or it is an Ed25519 signature by a key that was not
 * given. A signature without a key id, in a wrong form, or by a given key under a different spelling of its id is always an
 * error.
 */
function isStrangers({ signature, signingKeyId }: RecordView['integrity'], trust: Trust): boolean {
  const id = signingKeyId.trim().toLowerCase();
  if (trust.keys.some((key) => key.id.toLowerCase() === id || `sha256:${key.id.toLowerCase()}` === id)) return false;
  if (signature === '') return true;
  return id !== '' && signature.startsWith('base64:') && decodeSignature(signature.slice(7)) !== undefined;
}
