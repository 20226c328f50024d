import { sha256Hex } from '../../engine/canonical/digest.js';
import { parseInstant } from '../../engine/canonical/time.js';
import { type Finding, type FindingCode, finding } from '../../engine/findings.js';
import { isObject, member } from '../../engine/kinds/members.js';
import { cut } from '../../engine/schema/words.js';
import type { Json, JsonObject } from '../../engine/types.js';
import { loadCatalogues } from '../frameworks/catalogues.js';
import type { FrameworkDefinition } from '../frameworks/framework.js';
import { parseFramework } from '../frameworks/parse.js';
import { didYouMean } from '../option-values.js';
import { schemaProblems } from '../rules.js';
import { validateDocument } from '../schemas.js';
import { type PolicyDocument, readPolicyDocument } from './document.js';
import { readKeys } from './keys.js';
import { knownMembers } from './known-members.js';
import {
  type ApprovalRule,
  DEFAULT_CLOCK_SKEW_MS,
  type FrameworkRequirement,
  type Policy,
  type PolicyCosign,
  type PolicyFreshness,
  type PolicyRule,
  type PolicyTrust,
  parsePolicyDuration,
  type SignerScope,
} from './model.js';
import { unsatisfiable } from './unsatisfiable.js';

/** A file that a policy names, or why it cannot be had (`path.escape` for one behind a link that leaves the workspace). */
export type PolicyFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: FindingCode; readonly message: string };

/** Reads a file by the path that stands in the policy; key and framework files are read when the policy is loaded. */
export type ReadPolicyFile = (path: string) => PolicyFile | Promise<PolicyFile>;

/** A policy with warnings about it, or everything that is wrong with it. Findings carry the policy's name as their artifact. */
export type LoadedPolicy =
  | { readonly ok: true; readonly sha256: string; readonly policy: Policy; readonly warnings: readonly Finding[] }
  | { readonly ok: false; readonly sha256: string; readonly findings: readonly Finding[] };

/** Raises a finding at the place of a JSON pointer. */
export type RaiseAt = (code: FindingCode, message: string, pointer: string) => void;

/**
 * Reads and validates a gate policy (gate.md; `schemas/v1/gate-policy-v1.schema.json`) from its bytes.
 * Errors, each with its line: `policy.invalid`, `key.weak`, `key.invalid`, `framework.invalid` (6), what `read` answers for
 * files (`path.escape` 8, `dependency.missing` 7 …). Warnings: `policy.unsatisfiable`. Never throws for what a policy holds.
 * @param name path to show.
 */
export async function loadPolicy(bytes: Uint8Array, name: string, read: ReadPolicyFile): Promise<LoadedPolicy> {
  const sha256 = sha256Hex(bytes);
  const parsed = readPolicyDocument(bytes);
  if (!parsed.ok) {
    const findings = parsed.mistakes.map(({ message, position }) => finding('policy.invalid', message, name, position));
    return { ok: false, sha256, findings };
  }
  const findings: Finding[] = [];
  const { document } = parsed;
  const raise: RaiseAt = (code, message, pointer) => {
    findings.push(finding(code, message, name, { ...document.positionOf(pointer), pointer }));
  };
  checkStructure(document, raise);
  if (findings.length > 0) return { ok: false, sha256, findings };
  const value = document.value as JsonObject;
  await checkSchemas(value, raise);
  const trust = await readTrust(objectAt(value, 'trust'), raise, read);
  const freshness = readFreshness(objectAt(value, 'freshness'), raise);
  const frameworks = await readFrameworks(listAt(value, 'frameworks') as readonly string[], raise, read);
  const required = objectAt(value, 'require');
  const approvals = readApprovals(value['approvals'], raise);
  const rules = readRules(listAt(value, 'rules') as readonly JsonObject[]);
  uniqueIds(rules, '/rules', raise);
  uniqueIds(approvals.rules, Array.isArray(value['approvals']) ? '/approvals' : '/approvals/rules', raise);
  const policy: Policy = {
    name,
    sha256,
    ...(value['artifacts'] === undefined ? {} : { artifacts: value['artifacts'] as readonly string[] }),
    trust,
    ...(freshness === undefined ? {} : { freshness }),
    require: {
      recordTypes: new Map(Object.entries(objectAt(required, 'record_types') as Readonly<Record<string, number>>)),
      sourceProducts: listAt(required, 'source_products') as readonly string[],
      frameworks: readRequired(listAt(required, 'frameworks') as readonly JsonObject[], frameworks, raise),
    },
    rules,
    approvals,
    ...(value['baseline'] === undefined ? {} : { baseline: value['baseline'] as string }),
    frameworks,
  };
  if (findings.length > 0) return { ok: false, sha256, findings };
  const warnings = unsatisfiable(policy).map(({ message, pointer }) =>
    finding('policy.unsatisfiable', message, name, { ...document.positionOf(fitPointer(pointer, value)), pointer }),
  );
  return { ok: true, sha256, policy, warnings };
}

/** The list form of `approvals` is short for `{rules}`: pointers of its rules lack a part. */
function fitPointer(pointer: string, value: JsonObject): string {
  return Array.isArray(value['approvals']) ? pointer.replace('/approvals/rules/', '/approvals/') : pointer;
}

/** Compares a policy's digest with its pin (`--policy-sha256`, lower-case hex): `policy.pin_mismatch` (8) when they differ. */
export function checkPin(policySha256: string, pin: string, name: string): Finding | undefined {
  const wanted = pin
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '');
  if (wanted === policySha256) return undefined;
  return finding('policy.pin_mismatch', `the policy has SHA-256 ${policySha256}, the pin is ${cut(wanted)}`, name);
}

const DURATION = 'a duration such as 90d, 72h, 5m, 30s or 2w';
/** Members whose pattern says less than these words. */
const PATTERN_WORDS: Readonly<Record<string, string>> = {
  max_age: DURATION,
  clock_skew: DURATION,
  id: 'letters, digits and . _ -, at most 100 of them',
  name: 'text without blanks around it',
};

function checkStructure(document: PolicyDocument, raise: RaiseAt): void {
  for (const { message, pointer, keyword, member: name } of validateDocument('gate-policy-v1', document.value)) {
    if (keyword === 'additionalProperties' && name !== undefined) {
      const parent = pointer.slice(0, pointer.lastIndexOf('/'));
      raise(
        'policy.invalid',
        `unknown member ${JSON.stringify(cut(name))}${didYouMean(name, knownMembers(parent))}`,
        pointer,
      );
    } else if (keyword === 'pattern' && PATTERN_WORDS[lastPart(pointer)] !== undefined) {
      raise('policy.invalid', `${dotted(pointer)} must be ${PATTERN_WORDS[lastPart(pointer)]}`, pointer);
    } else raise('policy.invalid', message, pointer);
  }
}

const lastPart = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);
const dotted = (pointer: string): string =>
  pointer
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');

async function checkSchemas(value: JsonObject, raise: RaiseAt): Promise<void> {
  const found: [Json, string][] = [];
  const gather = (list: Json | undefined, pointer: string): void => {
    if (!Array.isArray(list)) return;
    (list as readonly JsonObject[]).forEach((rule, i) => {
      for (const part of ['when', 'must']) {
        const schema = rule[part];
        if (schema !== undefined) found.push([schema, `${pointer}/${i}/${part}`]);
      }
    });
  };
  gather(value['rules'], '/rules');
  gather(value['approvals'], '/approvals');
  gather(objectAt(value, 'approvals')['rules'], '/approvals/rules');
  if (found.length === 0) return;
  const problemsOf = await schemaProblems(found.map(([schema]) => schema));
  for (const [schema, pointer] of found) {
    for (const problem of problemsOf(schema)) {
      raise(
        'policy.invalid',
        `${dotted(pointer)} is no usable JSON Schema: ${problem.message}`,
        pointer + problem.pointer,
      );
    }
  }
}

async function readTrust(trust: JsonObject, raise: RaiseAt, read: ReadPolicyFile): Promise<PolicyTrust> {
  const entries = listAt(trust, 'keys') as readonly JsonObject[];
  const keys = await readKeys(entries, (entry, pointer) => scopeOf(entry, pointer, raise), raise, read);
  const cosign = (listAt(trust, 'cosign') as readonly JsonObject[]).map((entry, i): PolicyCosign => {
    const { name, key, certificate, identity, issuer } = entry as unknown as PolicyCosign;
    return {
      name,
      ...(key === undefined ? {} : { key }),
      ...(certificate === undefined ? {} : { certificate }),
      ...(identity === undefined ? {} : { identity }),
      ...(issuer === undefined ? {} : { issuer }),
      ...scopeOf(entry, `/trust/cosign/${i}`, raise),
    };
  });
  const signatures = trust['signatures'] as PolicyTrust['signatures'];
  const minSigners = trust['min_signers'] as number | undefined;
  return {
    // An empty list of keys is a statement too: nobody is trusted (fail closed).
    configured: trust['keys'] !== undefined || trust['cosign'] !== undefined || minSigners !== undefined,
    ...(signatures === undefined ? {} : { signatures }),
    keys,
    cosign,
    ...(trust['revocation_list'] === undefined ? {} : { revocationList: trust['revocation_list'] as string }),
    ...(trust['revocation_key'] === undefined ? {} : { revocationKey: trust['revocation_key'] as string }),
    ...(minSigners === undefined ? {} : { minSigners }),
  };
}

function scopeOf(entry: JsonObject, pointer: string, raise: RaiseAt): SignerScope {
  const instant = (name: string): number | undefined => {
    const text = entry[name];
    if (typeof text !== 'string') return undefined;
    const at = parseInstant(text)?.epochMs;
    if (at === undefined) raise('policy.invalid', `${name} must be an RFC 3339 instant`, `${pointer}/${name}`);
    return at;
  };
  const notBefore = instant('not_before');
  const notAfter = instant('not_after');
  return {
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    ...(entry['record_types'] === undefined ? {} : { recordTypes: entry['record_types'] as readonly string[] }),
    ...(entry['source_products'] === undefined
      ? {}
      : { sourceProducts: entry['source_products'] as readonly string[] }),
  };
}

function duration(holder: JsonObject, name: string, pointer: string, raise: RaiseAt): number | undefined {
  const text = holder[name];
  if (typeof text !== 'string') return undefined;
  const ms = parsePolicyDuration(text);
  if (ms === undefined)
    raise('policy.invalid', `${dotted(pointer)}.${name} must be ${DURATION}, at most 100 years`, `${pointer}/${name}`);
  return ms;
}

function readFreshness(freshness: JsonObject, raise: RaiseAt): PolicyFreshness | undefined {
  if (Object.keys(freshness).length === 0) return undefined;
  const maxAgeMs = duration(freshness, 'max_age', '/freshness', raise);
  const clockSkewMs = duration(freshness, 'clock_skew', '/freshness', raise) ?? DEFAULT_CLOCK_SKEW_MS;
  return maxAgeMs === undefined ? { clockSkewMs } : { maxAgeMs, clockSkewMs };
}

async function readFrameworks(
  paths: readonly string[],
  raise: RaiseAt,
  read: ReadPolicyFile,
): Promise<readonly FrameworkDefinition[]> {
  const known = new Set(loadCatalogues().map(({ framework }) => framework.id));
  const made: FrameworkDefinition[] = [];
  for (const [i, path] of paths.entries()) {
    const pointer = `/frameworks/${i}`;
    const file = await read(path);
    if (!file.ok) {
      raise(file.code, file.message, pointer);
      continue;
    }
    const parsed = parseFramework(Buffer.from(file.bytes).toString('utf8'), path);
    if (!parsed.ok) {
      for (const problem of parsed.problems.slice(0, 10)) {
        const line = problem.line === undefined ? '' : ` line ${problem.line}`;
        raise('framework.invalid', `framework ${JSON.stringify(path)}${line}: ${problem.message}`, pointer);
      }
      continue;
    }
    const { id } = parsed.framework.framework;
    // A file of the workspace that stands in for a built-in framework could empty its controls.
    if (known.has(id)) raise('framework.invalid', `framework ${JSON.stringify(cut(id))} is defined already`, pointer);
    known.add(id);
    made.push(parsed.framework);
  }
  return made;
}

function readRequired(
  entries: readonly JsonObject[],
  custom: readonly FrameworkDefinition[],
  raise: RaiseAt,
): FrameworkRequirement[] {
  const all = [...loadCatalogues(), ...custom];
  const made: FrameworkRequirement[] = [];
  for (const [i, entry] of entries.entries()) {
    const pointer = `/require/frameworks/${i}`;
    const id = entry['id'] as string;
    const framework = all.find((one) => one.framework.id === id);
    if (framework === undefined) {
      const hint = didYouMean(
        id,
        all.map((one) => one.framework.id),
      );
      raise('framework.invalid', `unknown framework ${JSON.stringify(cut(id))}${hint}`, `${pointer}/id`);
      continue;
    }
    if (entries.findIndex((one) => one['id'] === id) !== i) {
      raise('policy.invalid', `framework ${JSON.stringify(id)} is required twice`, `${pointer}/id`);
    }
    const minCoverage = entry['min_coverage'] as number | undefined;
    made.push({
      framework,
      ...(entry['controls'] === undefined ? {} : { controls: entry['controls'] as readonly string[] }),
      ...(minCoverage === undefined ? {} : { minCoverage }),
    });
  }
  return made;
}

function readRules(entries: readonly JsonObject[]): PolicyRule[] {
  return entries.map((entry) => ({
    id: entry['id'] as string,
    must: entry['must'] as Json,
    ...(entry['when'] === undefined ? {} : { when: entry['when'] }),
    ...(entry['message'] === undefined ? {} : { message: entry['message'] as string }),
  }));
}

function readApprovals(value: Json | undefined, raise: RaiseAt): Policy['approvals'] {
  const short = Array.isArray(value);
  const object = (short || value === undefined ? {} : value) as JsonObject;
  const entries = (short ? value : listAt(object, 'rules')) as readonly JsonObject[];
  const rules = entries.map((entry, i): ApprovalRule => {
    const pointer = short ? `/approvals/${i}` : `/approvals/rules/${i}`;
    const maxAgeMs = duration(entry, 'max_age', pointer, raise);
    return {
      id: entry['id'] as string,
      min: (entry['min'] as number | undefined) ?? 1,
      ...(entry['when'] === undefined ? {} : { when: entry['when'] }),
      ...(entry['by'] === undefined ? {} : { by: entry['by'] as readonly string[] }),
      ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
    };
  });
  return { builtin: object['builtin'] !== false, rules };
}

function uniqueIds(entries: readonly { readonly id: string }[], pointer: string, raise: RaiseAt): void {
  const seen = new Set<string>();
  for (const [i, { id }] of entries.entries()) {
    if (seen.has(id)) raise('policy.invalid', `the id ${JSON.stringify(id)} is used twice`, `${pointer}/${i}/id`);
    seen.add(id);
  }
}

function objectAt(holder: JsonObject, name: string): JsonObject {
  const value = member(holder, name);
  return isObject(value) ? value : {};
}

function listAt(holder: JsonObject, name: string): readonly Json[] {
  const value = member(holder, name);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
