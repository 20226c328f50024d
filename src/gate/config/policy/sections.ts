import { FINDINGS, type FindingCode, ruleOf } from '../../../engine/findings.js';
import { pointerPart } from '../../../engine/json/pointer.js';
import { didYouMean } from '../../../engine/nearest.js';
import { quote } from '../../../engine/text.js';
import type { Json, JsonObject } from '../../../engine/types.js';
import { duration, instantAt, listAt } from './members.js';
import {
  type ApprovalRule,
  DEFAULT_CLOCK_SKEW_MS,
  type Policy,
  type PolicyBind,
  type PolicyException,
  type PolicyFreshness,
  type PolicyPosition,
  type PolicyRevocation,
  type PolicyRule,
  type RecordRequirement,
} from './model.js';
import type { RaiseAt } from './reading.js';
import { isWaivable } from './waivable.js';

/* Sections of a policy that satisfies its schema. */

type PlaceOf = (pointer: string) => { readonly at?: PolicyPosition };

/** `freshness`. */
export function readFreshness(freshness: JsonObject, raise: RaiseAt): PolicyFreshness {
  const maxAgeMs = duration(freshness, 'max_age', '/freshness', raise);
  const clockSkewMs = duration(freshness, 'clock_skew', '/freshness', raise) ?? DEFAULT_CLOCK_SKEW_MS;
  return maxAgeMs === undefined ? { clockSkewMs } : { maxAgeMs, clockSkewMs };
}

/** `trust.revocation`. */
export function readRevocation(revocation: JsonObject, raise: RaiseAt): PolicyRevocation {
  const maxAgeMs = duration(revocation, 'max_age', '/trust/revocation', raise);
  const createdAfter = instantAt(revocation, 'created_after', '/trust/revocation', raise);
  return {
    retroactive: revocation['retroactive'] === true,
    ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
    ...(createdAfter === undefined ? {} : { createdAfter }),
  };
}

/** `require.record_types`. */
export function readRecordTypes(types: JsonObject, placeOf: PlaceOf): readonly RecordRequirement[] {
  return Object.entries(types).map(([type, value]): RecordRequirement => {
    const at = placeOf(`/require/record_types${pointerPart(type)}`);
    if (typeof value === 'number') return { type, min: value, ...at };
    const {
      min = 1,
      where,
      unique,
    } = value as { readonly min?: number; readonly where?: Json; readonly unique?: string };
    return { type, min, ...(where === undefined ? {} : { where }), ...(unique === undefined ? {} : { unique }), ...at };
  });
}

/** `bind`. */
export function readBind(value: Json | undefined): PolicyBind | undefined {
  if (value === undefined) return undefined;
  const bind = value as JsonObject;
  const pointers = (name: string): readonly string[] | undefined =>
    bind[name] === undefined ? undefined : (bind[name] as readonly string[]);
  const [recordTypes, commit, repository] = ['record_types', 'commit', 'repository'].map(pointers);
  return {
    ...(recordTypes === undefined ? {} : { recordTypes }),
    ...(commit === undefined ? {} : { commit }),
    ...(repository === undefined ? {} : { repository }),
    ancestors: bind['ancestors'] === 'allow',
  };
}

/** `rules`. */
export function readRules(entries: readonly JsonObject[], placeOf: PlaceOf): PolicyRule[] {
  return entries.map((entry, i) => ({
    id: entry['id'] as string,
    must: entry['must'] as Json,
    ...(entry['when'] === undefined ? {} : { when: entry['when'] }),
    ...(entry['message'] === undefined ? {} : { message: entry['message'] as string }),
    ...placeOf(`/rules/${i}`),
  }));
}

/** `approvals`, in either form. */
export function readApprovals(value: Json | undefined, raise: RaiseAt, placeOf: PlaceOf): Policy['approvals'] {
  const short = Array.isArray(value);
  const object = (short || value === undefined ? {} : value) as JsonObject;
  const entries = (short ? value : listAt(object, 'rules')) as readonly JsonObject[];
  const rules = entries.map((entry, i): ApprovalRule => {
    const pointer = short ? `/approvals/${i}` : `/approvals/rules/${i}`;
    const maxAgeMs = duration(entry, 'max_age', pointer, raise);
    return {
      id: entry['id'] as string,
      min: (entry['min'] as number | undefined) ?? 1,
      binding: entry['binding'] === 'id' ? 'id' : 'digest',
      selfApproval: entry['self_approval'] === 'allow',
      veto: entry['veto'] !== false,
      ...(entry['when'] === undefined ? {} : { when: entry['when'] }),
      ...(entry['by'] === undefined ? {} : { by: entry['by'] as readonly string[] }),
      ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
      ...placeOf(pointer),
    };
  });
  return { builtin: object['builtin'] !== false, rules };
}

/** `exceptions`: each for a demand of this policy, with an expiry. */
export function readExceptions(
  entries: readonly JsonObject[],
  rules: readonly PolicyRule[],
  raise: RaiseAt,
  placeOf: PlaceOf,
): readonly PolicyException[] {
  return entries.flatMap((entry, i): PolicyException[] => {
    const pointer = `/exceptions/${i}`;
    const code = codeOf(entry['code'] as string, `${pointer}/code`, rules, raise);
    const until = instantAt(entry, 'until', pointer, raise);
    if (code === undefined || until === undefined) return [];
    if (!isWaivable(code)) {
      raise('policy.invalid', `${code} cannot have an exception: ${ONLY_DEMANDS}`, `${pointer}/code`);
      return [];
    }
    return [
      {
        code,
        until,
        reason: entry['reason'] as string,
        ...(entry['artifact'] === undefined ? {} : { artifact: entry['artifact'] as string }),
        ...(entry['record_id'] === undefined ? {} : { recordId: entry['record_id'] as string }),
        ...placeOf(pointer),
      },
    ];
  });
}

/** `severity`: any finding can be raised to an error, only demands of this policy can be lowered. */
export function readSeverity(
  entries: JsonObject,
  rules: readonly PolicyRule[],
  raise: RaiseAt,
): ReadonlyMap<FindingCode, 'error' | 'warning'> {
  const made = new Map<FindingCode, 'error' | 'warning'>();
  for (const [name, level] of Object.entries(entries)) {
    const pointer = `/severity${pointerPart(name)}`;
    const code = codeOf(name, pointer, rules, raise);
    if (code === undefined) continue;
    if (level === 'warning' && ruleOf(code).severity === 'error' && !isWaivable(code)) {
      raise('policy.invalid', `${code} cannot be lowered to a warning: ${ONLY_DEMANDS}`, pointer);
    } else made.set(code, level as 'error' | 'warning');
  }
  return made;
}

const ONLY_DEMANDS = 'only what the policy itself demands can be waived, not what verification finds';

function codeOf(name: string, pointer: string, rules: readonly PolicyRule[], raise: RaiseAt): FindingCode | undefined {
  const known = [
    ...Object.keys(FINDINGS).filter((code) => code !== 'rule.failed'),
    ...rules.map(({ id }) => `rule.${id}`),
  ];
  if (known.includes(name)) return name as FindingCode;
  raise('policy.invalid', `unknown finding code ${quote(name)}${didYouMean(name, known)}`, pointer);
  return undefined;
}
