import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/engine/types.js';
import { at, HOUR, KEYS, outcomeOf, type Rec, record } from '../support/world.js';

/* `policy.unused` and `policy.unknown_record_type`: what of a policy had nothing to do in a run. */

const DEPLOYMENTS = { properties: { record_type: { const: 'deployment' } } };
const deployment: Rec = { value: record('deployment', { environment: 'test' }, { record_id: 'd' }), key: 'ci' };
const ci = { name: 'ci', public_key: KEYS.ci.hex };

async function notices(policy: JsonObject, records: readonly Rec[] = [deployment]): Promise<string[]> {
  const arts = records.map((one, i) => ({ path: `${i}.json`, records: [one] }));
  const { decision } = await outcomeOf({ version: 1, ...policy }, arts);
  return decision.findings
    .filter(({ code }) => code === 'policy.unused' || code === 'policy.unknown_record_type')
    .map(({ severity, message }) => `${severity}: ${message}`);
}

describe('what selected nothing is a notice', () => {
  const exception = { code: 'rule.r', until: at(HOUR), reason: 'agreed' };
  const broken = [{ id: 'r', when: DEPLOYMENTS, must: false }];
  const holding = [{ id: 'r', when: DEPLOYMENTS, must: true }];

  test.each<[string, JsonObject, string[]]>([
    ['nothing to say', { trust: { keys: [ci] }, rules: holding }, []],
    [
      'a rule',
      { rules: [{ id: 'r', when: { properties: { record_type: { const: 'incident' } } }, must: false }] },
      ['rule r selected no record'],
    ],
    [
      'an approval',
      { trust: { keys: [ci] }, approvals: [{ id: 'a', when: { properties: { record_type: { const: 'incident' } } } }] },
      ['approval a selected no record'],
    ],
    [
      'a key',
      { trust: { keys: [ci, { name: 'old', public_key: KEYS.second.hex }] } },
      ['key "old" verified no signature'],
    ],
    ['an exception that is used', { rules: broken, exceptions: [exception] }, []],
    [
      'an exception for what did not happen',
      { rules: holding, exceptions: [exception] },
      ['the exception for rule.r accepted nothing'],
    ],
    [
      'an exception that ended',
      { rules: holding, exceptions: [{ ...exception, until: at(0) }] },
      [`the exception for rule.r ended at ${at(0)}`],
    ],
  ])('%s', async (_, policy, expected) => {
    expect(await notices(policy)).toEqual(expected.map((one) => `notice: ${one}`));
  });

  test('and a run over nothing says nothing', async () => {
    expect(await notices({ rules: broken }, [])).toEqual([]);
  });
});

describe('an unknown record type is a warning', () => {
  const unknown = (where: string, type: string, hint = ''): string =>
    `warning: ${where} names the record type "${type}", which is neither built in nor given${hint}`;
  const selects = (schema: JsonObject): JsonObject => ({ rules: [{ id: 'r', when: schema, must: true }] });
  const hint = " (did you mean 'deployment'?)";

  test.each<[string, JsonObject, string[]]>([
    [
      'in a selector',
      selects({ properties: { record_type: { const: 'deploymnt' } } }),
      [unknown('rule r', 'deploymnt', hint)],
    ],
    [
      'in a list',
      selects({ properties: { record_type: { enum: ['deployment', 'deploymnt'] } } }),
      [unknown('rule r', 'deploymnt', hint)],
    ],
    [
      'deep inside',
      selects({ anyOf: [{ not: { properties: { record_type: { const: 'acme.x' } } } }] }),
      [unknown('rule r', 'acme.x')],
    ],
    [
      'required',
      { require: { record_types: { tst_result: 1 } } },
      [unknown('require.record_types', 'tst_result', " (did you mean 'test_result'?)")],
    ],
    [
      'of a key',
      { trust: { keys: [{ ...ci, record_types: ['deployment', 'aproval'] }] } },
      [unknown('key "ci"', 'aproval', " (did you mean 'approval'?)")],
    ],
    [
      'of bind',
      { bind: { record_types: ['deploymnt'], commit: ['/event/commit'] } },
      [unknown('bind.record_types', 'deploymnt', hint)],
    ],
    ['not a word', selects({ properties: { record_type: { const: 7 } } }), []],
    ['built in', selects({ properties: { record_type: { const: 'deployment' } } }), []],
  ])('%s', async (_, policy, expected) => {
    const found = await notices(policy);
    expect(found.filter((one) => one.startsWith('warning'))).toEqual(expected);
  });
});
