import { isObject } from '../../../engine/json/members.js';
import type { Json } from '../../../engine/types.js';
import type { RunContext } from '../../../model/run.js';
import type { Policy } from './model.js';

/** What `{$run: NAME}` may name (trust.md section 5). */
export const RUN_MEMBERS = ['commit', 'repository', 'ref'] as const;
type RunMember = (typeof RUN_MEMBERS)[number];

/** `{$run: NAME}` in place of a constant. */
export function isRunReference(value: Json): value is { readonly $run: string } {
  return isObject(value) && typeof value['$run'] === 'string' && Object.keys(value).length === 1;
}

/** The policy with every `{$run: NAME}` replaced by the values of this run, and the names that the run does not know. */
export function bindToRun(
  policy: Policy,
  run: RunContext,
): { readonly policy: Policy; readonly unknown: readonly string[] } {
  const unknown = new Set<string>();
  const values: Readonly<Record<RunMember, readonly string[]>> = {
    commit: run.commits,
    repository: run.repository === undefined ? [] : [run.repository],
    ref: run.ref === undefined ? [] : [run.ref],
  };
  const valuesOf = (value: Json): readonly Json[] => {
    if (!isRunReference(value)) return [value];
    const found = values[value.$run as RunMember];
    if (found.length === 0) unknown.add(value.$run);
    return found;
  };
  const replace = (schema: Json): Json => (mentionsRun(schema) ? replaceIn(schema, valuesOf) : schema);
  const optional = <T extends { readonly when?: Json }>(rule: T): T =>
    rule.when === undefined ? rule : { ...rule, when: replace(rule.when) };
  return {
    policy: {
      ...policy,
      rules: policy.rules.map((rule) => ({ ...optional(rule), must: replace(rule.must) })),
      approvals: { ...policy.approvals, rules: policy.approvals.rules.map(optional) },
      require: {
        ...policy.require,
        recordTypes: policy.require.recordTypes.map((one) =>
          one.where === undefined ? one : { ...one, where: replace(one.where) },
        ),
      },
    },
    unknown: [...unknown],
  };
}

/** Whether `$run` is a member anywhere in a value. */
export const mentionsRun = (value: Json): boolean => JSON.stringify(value).includes('"$run":');

/** A copy of a schema with `const` and `enum` over the values of the run; without values nothing satisfies it. */
function replaceIn(value: Json, valuesOf: (value: Json) => readonly Json[]): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => replaceIn(one, valuesOf));
  if (!isObject(value)) return value;
  const kept: [string, Json][] = [];
  const bound: Json[] = [];
  for (const [name, one] of Object.entries(value)) {
    const constants = name === 'const' ? [one] : name === 'enum' && Array.isArray(one) ? (one as readonly Json[]) : [];
    if (constants.some(isRunReference)) {
      const choices = constants.flatMap(valuesOf);
      bound.push(choices.length === 0 ? false : { enum: choices });
    } else kept.push([name, constants.length > 0 ? one : replaceIn(one, valuesOf)]);
  }
  const rest = Object.fromEntries(kept);
  return bound.length === 0 ? rest : { allOf: [rest, ...bound] };
}
