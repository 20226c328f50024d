import { type Finding, finding } from '../engine/findings.js';
import { isObject } from '../engine/json/members.js';
import { didYouMean } from '../engine/nearest.js';
import { sealRecord } from '../engine/produce/record.js';
import { quote } from '../engine/text.js';
import { parseInstant } from '../engine/time.js';
import type { ArtifactVerdict, CheckedRecord, Json, JsonObject } from '../engine/types.js';
import type { RecordFact } from '../model/facts.js';
import type { RunContext } from '../model/run.js';
import { loadCatalogues } from './config/frameworks/catalogues.js';
import { list, object, own, text } from './config/json.js';
import { readPolicyDocument } from './config/policy/document.js';
import type { Policy } from './config/policy/model.js';
import { bindToRun } from './config/policy/run-values.js';
import { makeSigners, type Signers } from './config/signers.js';
import { decide } from './decision/decide.js';
import { extractFact, makeNeeds } from './evidence/extract.js';
import { parseCommit, parseRepository } from './options/values.js';

/** One case of a policy test: records that somebody might bring, and the errors that the policy must find. */
interface PolicyTestCase {
  readonly name: string;
  readonly records: readonly TestRecord[];
  /** Codes of errors, each once. */
  readonly codes: readonly string[];
}

interface TestRecord {
  readonly value: JsonObject;
  /** Name under `trust.keys`; absent: not signed. */
  readonly signedBy?: string;
}

/** A `*.policy-test.yml` file. */
export interface PolicyTest {
  /** Path of the policy, relative to the file; absent: `.proof-policy.yml` next to it. */
  readonly policy?: string;
  /** The clock, epoch milliseconds. */
  readonly now: number;
  readonly run: RunContext;
  readonly cases: readonly PolicyTestCase[];
}

/** The result of one case: the error codes found, and whether they are the expected ones. */
export interface PolicyTestResult {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: readonly string[];
  readonly found: readonly string[];
  /** Messages of the errors found, for people. */
  readonly messages: readonly string[];
}

const FILE_MEMBERS = ['policy', 'now', 'run', 'cases'];
const CASE_MEMBERS = ['name', 'records', 'codes'];
/** The clock of a test that does not set one: tests must have the same result every day. */
const DEFAULT_NOW = '2026-01-01T00:00:00Z';

/** Reads a policy test; mistakes are `policy.invalid` with their line. */
export function readPolicyTest(
  bytes: Uint8Array,
  name: string,
): { readonly ok: true; readonly test: PolicyTest } | { readonly ok: false; readonly findings: readonly Finding[] } {
  const parsed = readPolicyDocument(bytes);
  if (!parsed.ok) {
    return {
      ok: false,
      findings: parsed.mistakes.map(({ message, position }) => finding('policy.invalid', message, name, position)),
    };
  }
  const { document } = parsed;
  const findings: Finding[] = [];
  const raise = (message: string, pointer: string): void => {
    findings.push(finding('policy.invalid', message, name, { ...document.positionOf(pointer), pointer }));
  };
  const root = object(document.value);
  if (root === undefined) {
    raise('a policy test is an object with cases', '');
    return { ok: false, findings };
  }
  known(root, FILE_MEMBERS, '', raise);
  const now = parseInstant(text(own(root, 'now')) || DEFAULT_NOW)?.epochMs;
  if (now === undefined) raise('now must be an RFC 3339 instant', '/now');
  const cases = list(own(root, 'cases')).map((value, i) => readCase(value, `/cases/${i}`, raise));
  if (cases.length === 0) raise('cases is missing or empty', '/cases');
  const run = readRun(own(root, 'run'), raise);
  const policy = own(root, 'policy');
  if (policy !== undefined && text(policy) === '') raise('policy must be a path', '/policy');
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, test: { ...(policy === undefined ? {} : { policy: text(policy) }), now: now ?? 0, run, cases } };
}

type Raise = (message: string, pointer: string) => void;

function known(holder: JsonObject, names: readonly string[], pointer: string, raise: Raise): void {
  for (const name of Object.keys(holder)) {
    if (!names.includes(name)) raise(`unknown member ${quote(name)}${didYouMean(name, names)}`, `${pointer}/${name}`);
  }
}

function readCase(value: Json, pointer: string, raise: Raise): PolicyTestCase {
  const one = object(value) ?? {};
  known(one, CASE_MEMBERS, pointer, raise);
  const name = text(own(one, 'name'));
  if (name === '') raise('name is missing', pointer);
  const codes = own(one, 'codes');
  if (!Array.isArray(codes) || !codes.every((code) => typeof code === 'string')) {
    raise('codes must be a list of the expected error codes; empty when the policy is met', `${pointer}/codes`);
  }
  const records = list(own(one, 'records')).map((item, i): TestRecord => {
    const record = object(item);
    if (record === undefined) raise('a record must be an object', `${pointer}/records/${i}`);
    const { signed_by: signedBy, ...rest } = record ?? {};
    if (text(rest['record_type']) === '') raise('record_type is missing', `${pointer}/records/${i}`);
    return { value: rest, ...(typeof signedBy === 'string' ? { signedBy } : {}) };
  });
  return { name, records, codes: list(codes).map((code) => text(code)) };
}

function readRun(value: Json | undefined, raise: Raise): RunContext {
  const run = object(value) ?? {};
  known(run, ['commit', 'repository', 'ref'], '/run', raise);
  const [commit, repository, ref] = ['commit', 'repository', 'ref'].map((name) => text(own(run, name)));
  const id = parseCommit(commit ?? '');
  const name = parseRepository(repository ?? '');
  if (commit !== '' && !id.ok) raise(`run.commit must be ${id.expected}`, '/run/commit');
  if (repository !== '' && !name.ok) raise(`run.repository must be ${name.expected}`, '/run/repository');
  return {
    commits: id.ok ? [id.value] : [],
    ...(name.ok ? { repository: name.value } : {}),
    ...(ref === undefined || ref === '' ? {} : { ref }),
  };
}

/**
 * Runs the cases of a test over a policy. Records are taken as verified and signed by whom the case says, each an artifact of its
 * own: a test is about the policy, not about hashes and signatures.
 */
export async function runPolicyTest(policy: Policy, test: PolicyTest): Promise<readonly PolicyTestResult[]> {
  const signers = makeSigners(policy);
  const { policy: bound, unknown } = bindToRun(policy, test.run);
  const needs = await makeNeeds(bound, loadCatalogues(), false);
  const { signatures = 'auto' } = policy.trust;
  const isRequired = signatures === 'required' || (signatures === 'auto' && signers.byId.size > 0);
  return test.cases.map(({ name, records, codes }) => {
    const made: CheckedRecord[] = [];
    for (const record of records) made.push(madeRecord(record, made, { now: test.now, signers, isRequired }));
    const facts: RecordFact[] = made.map((one) => extractFact(one, needs));
    const run = { ...test.run, ancestors: new Set<string>() };
    const { findings } = decide({ policy: bound, facts, verdicts: made.map(verdictOf), now: test.now, signers, run });
    const unsigned = made
      .filter(({ ok }) => !ok)
      .map(({ artifact }) =>
        finding('signature.missing', 'the policy requires signatures, and this record has none', artifact),
      );
    const errors = [...unsigned, ...findings].filter(({ severity }) => severity === 'error');
    const found = [
      ...new Set([...errors.map(({ code }) => code as string), ...(unknown.length > 0 ? ['bind.unknown'] : [])]),
    ].sort();
    const expected = [...new Set(codes)].sort();
    return {
      name,
      ok: JSON.stringify(found) === JSON.stringify(expected),
      expected,
      found,
      messages: errors.map(({ code, message }) => `${code}: ${message}`),
    };
  });
}

/** A record as verification would return it; what a case leaves out is filled in. */
function madeRecord(
  { value, signedBy }: TestRecord,
  before: readonly CheckedRecord[],
  { now, signers, isRequired }: { readonly now: number; readonly signers: Signers; readonly isRequired: boolean },
): CheckedRecord {
  const index = before.length;
  const hashes = new Map(before.map(({ recordId, recordHash }) => [recordId, recordHash]));
  const sealed = sealRecord({
    record_id: `record-${index + 1}`,
    record_version: '1.0',
    timestamp: new Date(now - 60_000).toISOString().replace(/\.\d+Z$/, 'Z'),
    source: 'policy-test',
    source_product: 'policy-test',
    event: {},
    controls: { permissions_enforced: true },
    ...(withHashes(value, hashes) as JsonObject),
    integrity: { record_hash: '' },
  });
  const [keyId] = [...signers.names].find(([, name]) => name === signedBy) ?? [];
  return {
    artifact: `record ${index + 1}`,
    index: 0,
    line: 1,
    value: sealed,
    recordId: text(sealed['record_id']),
    recordHash: text(object(sealed['integrity'])?.['record_hash']),
    // A signer that the policy does not name is not trusted.
    signature: signedBy === undefined ? 'none' : 'verified',
    ...(signedBy === undefined ? {} : { keyId: keyId ?? `not trusted: ${signedBy}` }),
    ok: signedBy !== undefined || !isRequired,
  };
}

/** `{$hash: ID}` is the record_hash of an earlier record of the case, as an approval names it. */
function withHashes(value: Json, hashes: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => withHashes(one, hashes));
  if (!isObject(value)) return value;
  const id = value['$hash'];
  if (typeof id === 'string' && Object.keys(value).length === 1) return hashes.get(id) ?? `no record ${id}`;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withHashes(one, hashes)]));
}

function verdictOf({ artifact, keyId }: CheckedRecord): ArtifactVerdict {
  const keyIds = keyId === undefined ? [] : [keyId];
  return {
    path: artifact,
    kind: 'record',
    sha256: null,
    bytes: 0,
    outcome: 'verified',
    records: 1,
    signatures: { required: false, verified: keyIds.length, keyIds },
    findings: [],
    moreFindings: 0,
    facts: {},
  };
}
