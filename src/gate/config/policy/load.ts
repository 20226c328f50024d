import { sha256Hex } from '../../../engine/digest.js';
import { type Finding, finding } from '../../../engine/findings.js';
import { isObject, member } from '../../../engine/json/members.js';
import { pointerPart } from '../../../engine/json/pointer.js';
import { didYouMean } from '../../../engine/nearest.js';
import type { PublicKey } from '../../../engine/signature/keys.js';
import { quote, shortHash, shortId } from '../../../engine/text.js';
import type { Json, JsonObject } from '../../../engine/types.js';
import { loadCatalogues } from '../frameworks/catalogues.js';
import type { FrameworkDefinition } from '../frameworks/framework.js';
import { parseFramework } from '../frameworks/parse.js';
import { validateDocument } from '../schemas.js';
import { type PolicyDocument, readPolicyDocument } from './document.js';
import { readKey, readKeys } from './keys.js';
import { knownMembers } from './known-members.js';
import { DURATION, dotted, lastPart, listAt, objectAt, scopeOf } from './members.js';
import type { FrameworkRequirement, Policy, PolicyCosign, PolicyPosition, PolicyTrust } from './model.js';
import { contentOf, policySource, type RaiseAt, type ReadPolicyFile, sourceName } from './reading.js';
import { schemaProblems } from './rules.js';
import {
  readApprovals,
  readBind,
  readExceptions,
  readFreshness,
  readRecordTypes,
  readRevocation,
  readRules,
  readSeverity,
} from './sections.js';
import { unsatisfiable } from './unsatisfiable.js';

/** A policy with warnings about it, or everything that is wrong with it. Findings carry the policy's name as their artifact. */
export type LoadedPolicy =
  | { readonly ok: true; readonly sha256: string; readonly policy: Policy; readonly warnings: readonly Finding[] }
  | { readonly ok: false; readonly sha256: string; readonly findings: readonly Finding[] };

/**
 * Reads and validates a gate policy (gate.md; `schemas/v1/gate-policy-v1.schema.json`) from its bytes.
 * Errors, each with its line: `policy.invalid`, `key.weak`, `key.invalid`, `framework.invalid` (6), what `read` returns for
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
  const place = (pointer: string): { readonly at?: PolicyPosition } => {
    const at = document.positionOf(pointer);
    return at === undefined ? {} : { at };
  };
  const trust = await readTrust(objectAt(value, 'trust'), raise, read, place);
  const freshness = readFreshness(objectAt(value, 'freshness'), raise);
  const frameworks = await readFrameworks(listAt(value, 'frameworks'), raise, read);
  const required = objectAt(value, 'require');
  const approvals = readApprovals(value['approvals'], raise, place);
  const rules = readRules(listAt(value, 'rules') as readonly JsonObject[], place);
  const bind = readBind(value['bind']);
  uniqueIds(rules, '/rules', raise);
  uniqueIds(approvals.rules, Array.isArray(value['approvals']) ? '/approvals' : '/approvals/rules', raise);
  const policy: Policy = {
    name,
    sha256,
    ...(value['artifacts'] === undefined ? {} : { artifacts: value['artifacts'] as readonly string[] }),
    trust,
    freshness,
    ...(bind === undefined ? {} : { bind }),
    require: {
      recordTypes: readRecordTypes(objectAt(required, 'record_types'), place),
      sourceProducts: listAt(required, 'source_products') as readonly string[],
      frameworks: readRequired(listAt(required, 'frameworks') as readonly JsonObject[], frameworks, raise),
    },
    rules,
    approvals,
    exceptions: readExceptions(listAt(value, 'exceptions') as readonly JsonObject[], rules, raise, place),
    severity: readSeverity(objectAt(value, 'severity'), rules, raise),
    ...(value['baseline'] === undefined ? {} : { baseline: policySource(value['baseline']) }),
    customTypes: Object.entries(objectAt(value, 'custom_types')).map(([type, schema]) => ({
      type,
      schema: policySource(schema),
    })),
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
  return finding(
    'policy.pin_mismatch',
    `policy SHA-256 is ${shortId(policySha256)}, expected ${shortHash(wanted)}`,
    name,
  );
}

/** Members whose pattern tells a reader less than these words. */
const PATTERN_WORDS: Readonly<Record<string, string>> = {
  max_age: DURATION,
  clock_skew: DURATION,
  id: 'letters, digits and . _ -, at most 100 of them',
  name: 'text without spaces around it',
  unique: 'a JSON pointer such as /event/test',
};

function checkStructure(document: PolicyDocument, raise: RaiseAt): void {
  for (const { message, pointer, keyword, member: name } of validateDocument('gate-policy-v1', document.value)) {
    if (keyword === 'anyOf' && pointer === '/bind') {
      raise('policy.invalid', 'bind must have commit or repository: the places where records name them', pointer);
    } else if (keyword === 'additionalProperties' && name !== undefined) {
      const parent = pointer.slice(0, pointer.lastIndexOf('/'));
      raise('policy.invalid', `unknown member ${quote(name)}${didYouMean(name, knownMembers(parent))}`, pointer);
    } else if (keyword === 'pattern' && PATTERN_WORDS[lastPart(pointer)] !== undefined) {
      raise('policy.invalid', `${dotted(pointer)} must be ${PATTERN_WORDS[lastPart(pointer)]}`, pointer);
    } else raise('policy.invalid', message, pointer);
  }
}

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
  for (const [type, one] of Object.entries(objectAt(objectAt(value, 'require'), 'record_types'))) {
    const where = isObject(one) ? member(one, 'where') : undefined;
    if (where !== undefined) found.push([where, `/require/record_types${pointerPart(type)}/where`]);
  }
  if (found.length === 0) return;
  const problemsOf = await schemaProblems(found.map(([schema]) => schema));
  for (const [schema, pointer] of found) {
    for (const problem of problemsOf(schema)) {
      raise(
        'policy.invalid',
        `${dotted(pointer)} is not a usable JSON Schema: ${problem.message}`,
        pointer + problem.pointer,
      );
    }
  }
}

async function readTrust(
  trust: JsonObject,
  raise: RaiseAt,
  read: ReadPolicyFile,
  place: (pointer: string) => { readonly at?: PolicyPosition },
): Promise<PolicyTrust> {
  const entries = listAt(trust, 'keys') as readonly JsonObject[];
  const keys = await readKeys(
    entries,
    (entry, pointer) => ({ ...scopeOf(entry, pointer, raise), ...place(pointer) }),
    raise,
    read,
  );
  const cosign = (listAt(trust, 'cosign') as readonly JsonObject[]).map((entry, i): PolicyCosign => {
    const { name, identity, issuer } = entry as unknown as PolicyCosign;
    const { key, certificate } = entry;
    return {
      name,
      ...(key === undefined ? {} : { key: policySource(key) }),
      ...(certificate === undefined ? {} : { certificate: policySource(certificate) }),
      ...(identity === undefined ? {} : { identity }),
      ...(issuer === undefined ? {} : { issuer }),
      ...scopeOf(entry, `/trust/cosign/${i}`, raise),
    };
  });
  const signatures = trust['signatures'] as PolicyTrust['signatures'];
  const minSigners = trust['min_signers'] as number | undefined;
  const { revocation_list: revocationList, trusted_root: trustedRoot } = trust;
  const revocationKey = await readRevocationKey(trust['revocation_key'], raise, read);
  return {
    // An empty list of keys is a statement too: nobody is trusted (fail closed).
    configured: trust['keys'] !== undefined || trust['cosign'] !== undefined || minSigners !== undefined,
    revocation: readRevocation(objectAt(trust, 'revocation'), raise),
    ...(signatures === undefined ? {} : { signatures }),
    keys,
    cosign,
    ...(revocationList === undefined ? {} : { revocationList: policySource(revocationList) }),
    ...(revocationKey === undefined ? {} : { revocationKey }),
    ...(trustedRoot === undefined ? {} : { trustedRoot: policySource(trustedRoot) }),
    ...(minSigners === undefined ? {} : { minSigners }),
  };
}

async function readRevocationKey(
  value: Json | undefined,
  raise: RaiseAt,
  read: ReadPolicyFile,
): Promise<PublicKey | undefined> {
  if (value === undefined) return undefined;
  const given = await readKey(value, read);
  if (given.ok) return given.key;
  raise(given.code, `revocation_key: ${given.message}`, '/trust/revocation_key');
  return undefined;
}

async function readFrameworks(
  entries: readonly Json[],
  raise: RaiseAt,
  read: ReadPolicyFile,
): Promise<readonly FrameworkDefinition[]> {
  const known = new Set(loadCatalogues().map(({ framework }) => framework.id));
  const made: FrameworkDefinition[] = [];
  for (const [i, entry] of entries.entries()) {
    const pointer = `/frameworks/${i}`;
    const source = policySource(entry);
    const path = sourceName(source);
    const file = await contentOf(source, read, { what: 'framework', unreadable: 'framework.invalid' });
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
    // A file of the workspace that replaces a built-in framework could empty its controls.
    if (known.has(id)) raise('framework.invalid', `framework ${quote(id)} is defined already`, pointer);
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
      raise('framework.invalid', `unknown framework ${quote(id)}${hint}`, `${pointer}/id`);
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

function uniqueIds(entries: readonly { readonly id: string }[], pointer: string, raise: RaiseAt): void {
  const seen = new Set<string>();
  for (const [i, { id }] of entries.entries()) {
    if (seen.has(id)) raise('policy.invalid', `the id ${JSON.stringify(id)} is used twice`, `${pointer}/${i}/id`);
    seen.add(id);
  }
}
