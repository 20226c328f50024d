import { describe, expect, test } from '@jest/globals';
import type { Control, EvidenceSet, FrameworkDefinition } from '../../../src/gate/config/frameworks/framework.js';
import { EMPTY_POLICY, type FrameworkRequirement, type Policy } from '../../../src/gate/config/policy/model.js';
import {
  DecisionFindings,
  type JudgedFact,
  JudgedFacts,
  type Shortfall,
  Stage,
} from '../../../src/gate/decision/findings.js';
import { checkRequirements, tally } from '../../../src/gate/decision/requirements.js';
import type { RecordFact } from '../../../src/model/facts.js';

/** A record as the gate judged it; `more` over a verified `decision` of the product `ci`. */
const judge = (id: string, more: Partial<RecordFact> = {}, shortfall?: Shortfall): JudgedFact => ({
  fact: {
    artifact: 'a.jsonl',
    index: 0,
    line: 1,
    recordId: id,
    recordType: 'decision',
    sourceProduct: 'ci',
    timestamp: '2026-06-01T00:00:00Z',
    recordHash: `hash of ${id}`,
    signature: 'none',
    verified: true,
    ...more,
  },
  shortfall,
});
const UNVERIFIED: Shortfall = { stage: Stage.Unverified, why: 'it is broken' };
const STALE: Shortfall = { stage: Stage.Stale, why: 'it is old' };
const BROKEN: Shortfall = { stage: Stage.RuleBroken, why: 'it breaks rule r' };

const control = (id: string, ...types: string[]): Control & EvidenceSet => ({
  id,
  title: `Title of ${id}`,
  required_record_types: types,
  required_fields: ['event'],
  minimum_frequency: 'daily',
});
const framework = (...controls: Control[]): FrameworkDefinition => ({
  framework: { id: 'own', version: '7', title: 'Own' },
  controls,
});

type Wanted = Partial<Omit<Policy['require'], 'recordTypes'>> & { recordTypes?: [string, number][] };

function check({ recordTypes, ...wanted }: Wanted, given: readonly JudgedFact[], rules: Policy['rules'] = []) {
  const require = {
    ...EMPTY_POLICY.require,
    ...wanted,
    recordTypes: (recordTypes ?? []).map(([type, min]) => ({ type, min })),
  };
  const shortfalls = new Map<RecordFact, JudgedFact['shortfall']>();
  for (const { fact, shortfall } of given) {
    const requirement = require.recordTypes.findIndex(({ type }) => type === fact.recordType);
    shortfalls.set(requirement < 0 ? { ...fact } : { ...fact, counts: [{ requirement }] }, shortfall);
  }
  const judged = new JudgedFacts([...shortfalls.keys()], (fact) => shortfalls.get(fact));
  const findings = new DecisionFindings();
  const sums = tally(
    judged,
    require.frameworks.map((one) => one.framework),
    () => true,
  );
  const made = checkRequirements({ ...EMPTY_POLICY, require, rules }, judged, sums, findings);
  return { ...made, told: findings.list.map(({ code, message }) => [code, message]) };
}
const checkFramework = (wanted: FrameworkRequirement, judged: readonly JudgedFact[] = []) =>
  check({ frameworks: [wanted] }, judged);

test('a policy that asks for nothing', () => {
  expect(check({}, [judge('r1')])).toEqual({ requirements: [], coverage: [], told: [] });
});

describe('record types', () => {
  test('enough of them, copies counted once', () => {
    const judged = [judge('r1'), judge('r1'), judge('r2'), judge('r3', { recordType: 'approval' })];
    expect(check({ recordTypes: [['decision', 2]] }, judged)).toMatchObject({
      requirements: [{ id: 'record_type:decision', satisfied: true, required: 2, found: 2 }],
      told: [],
    });
  });

  test.each<[string, [string, number], JudgedFact[], string]>([
    ['none', ['decision', 1], [], '1 verified decision record required, 0 found'],
    ['a copy', ['decision', 2], [judge('r1'), judge('r1')], '2 verified decision records required, 1 found'],
    [
      'a type that is spelt nearly so',
      ['decisions', 1],
      [judge('r1')],
      '1 verified decisions record required, 0 found; there are records of type "decision"',
    ],
    [
      'one that does not count, and its reason',
      ['decision', 1],
      [judge('r1', { recordType: 'approval' }, STALE), judge('r2', { artifact: 'b.json', line: 4 }, UNVERIFIED)],
      '1 verified decision record required, 0 found; nearest is record "r2" (b.json:4), which does not count: it is broken',
    ],
    [
      'the one that came furthest, the first of those',
      ['decision', 2],
      [judge('r1', {}, UNVERIFIED), judge('r2'), judge('r3', {}, STALE), judge('r4', {}, STALE)],
      '2 verified decision records required, 1 found; nearest is record "r3" (a.jsonl:1), which does not count: it is old',
    ],
  ])('too few of them: %s', (_, wanted, judged, message) => {
    const { requirements, told } = check({ recordTypes: [wanted] }, judged);
    expect(told).toEqual([['require.record_type', message]]);
    const [, detail] = message.split('; ');
    expect(requirements).toStrictEqual([
      {
        id: `record_type:${wanted[0]}`,
        satisfied: false,
        required: wanted[1],
        found: Number(/(\d+) found/.exec(message)?.[1]),
        ...(detail === undefined ? {} : { detail }),
      },
    ]);
  });
});

describe('products', () => {
  const judged = [
    judge('r1', { sourceProduct: 'CI' }),
    judge('r2', { sourceProduct: 'Gait' }, STALE),
    judge('r3', { sourceProduct: 'wrkr' }, BROKEN),
    judge('r4', { sourceProduct: 'axym' }),
    judge('r5', { sourceProduct: 'CI' }),
  ];
  test.each<[string, string | undefined]>([
    ['ci', undefined],
    ['Ci', undefined],
    ['AXYM', undefined],
    [
      'gaiT',
      '1 verified record of product gaiT required, 0 found; nearest is record "r2" (a.jsonl:1), which does not count: it is old',
    ],
    [
      'other',
      '1 verified record of product other required, 0 found; there are only records of products CI, Gait, axym, wrkr',
    ],
  ])('%s, in any case of letters', (product, message) => {
    const { requirements, told } = check({ sourceProducts: [product] }, judged);
    expect(told).toEqual(message === undefined ? [] : [['require.source_product', message]]);
    const [, detail] = message?.split('; ') ?? [];
    expect(requirements).toStrictEqual([
      {
        id: `source_product:${product}`,
        satisfied: message === undefined,
        required: 1,
        found: message === undefined ? 1 : 0,
        ...(detail === undefined ? {} : { detail }),
      },
    ]);
  });
});

describe('a control of a framework', () => {
  const sets: Control = {
    id: 'c',
    title: 'C',
    evidence_sets: [
      { ...control('far', 'deployment', 'incident'), title: 'Far' },
      { ...control('near', 'decision', 'approval'), title: 'Near' },
    ],
  };
  test.each<[string, Control, JudgedFact[], string | undefined]>([
    ['with all its records', control('c', 'decision'), [judge('r1')], undefined],
    [
      'without a member that it asks for',
      control('c', 'decision'),
      [judge('r1', { missing: ['other', 'event'] })],
      'missing: decision; nearest is record "r1" (a.jsonl:1), which does not count: it lacks event',
    ],
    [
      'without a member that others ask for',
      control('c', 'decision'),
      [judge('r1', { missing: ['other'] })],
      undefined,
    ],
    ['by the set that comes nearest', sets, [judge('r1')], 'missing for near: approval'],
    ['by the first of sets that are as near', sets, [], 'missing for far: deployment, incident'],
    [
      'with a record of a missing type that does not count',
      control('c', 'decision', 'approval'),
      [judge('r1', { recordType: 'other' }, BROKEN), judge('r2', { recordType: 'approval' }, STALE)],
      'missing: decision, approval; nearest is record "r2" (a.jsonl:1), which does not count: it is old',
    ],
    ['that asks for nothing', control('c'), [judge('r1')], 'control defines no evidence'],
    ['without sets', { id: 'c', title: 'C', evidence_sets: [] }, [judge('r1')], 'control defines no evidence'],
    ['that is not there', control('d', 'decision'), [judge('r1')], 'the framework has no such control'],
  ])('%s', (_, one, judged, detail) => {
    const { requirements, told } = checkFramework({ framework: framework(one), controls: ['c'] }, judged);
    expect(told).toEqual(
      detail === undefined ? [] : [['require.framework', `control c of own is not covered; ${detail}`]],
    );
    expect(requirements).toStrictEqual([
      detail === undefined
        ? { id: 'framework:own/c', satisfied: true, required: 1, found: 1 }
        : { id: 'framework:own/c', satisfied: false, required: 1, found: 0, detail },
    ]);
  });
});

describe('a share of a framework', () => {
  const open = (count: number): Control[] => Array.from({ length: count }, (_, i) => control(`open${i}`, 'incident'));
  const covered = control('done', 'decision');
  const needs = (count: number): string =>
    Array.from({ length: count }, (_, i) => `open${i} (needs incident)`).join(', ');

  test.each<[string, Control[], number | undefined, number, number, string | undefined]>([
    ['all of it when nothing else is asked', [covered], undefined, 1, 1, undefined],
    ['as much as is asked', [covered, ...open(1)], 0.5, 0.5, 0.5, undefined],
    [
      'less',
      [...open(2), covered],
      0.5,
      0.5,
      0.3333,
      `own coverage is 33.3333 % (1 of 3 controls), 50 % required; missing: ${needs(2)}`,
    ],
    [
      'less than all, ten open ones named',
      open(10),
      undefined,
      1,
      0,
      `own coverage is 0 % (0 of 10 controls), 100 % required; missing: ${needs(10)}`,
    ],
    [
      'less than all, ten of eleven open ones named',
      open(11),
      undefined,
      1,
      0,
      `own coverage is 0 % (0 of 11 controls), 100 % required; missing: ${needs(10)}, …`,
    ],
    [
      'of a framework without controls, which shows nothing',
      [],
      undefined,
      1,
      0,
      'own coverage is 0 % (0 of 0 controls), 100 % required; the framework has no controls',
    ],
  ])('%s', (_, controls, minCoverage, required, found, message) => {
    const wanted = { framework: framework(...controls), ...(minCoverage === undefined ? {} : { minCoverage }) };
    const { requirements, told } = checkFramework(wanted, [judge('r1')]);
    expect(told).toEqual(message === undefined ? [] : [['require.framework', message]]);
    const detail =
      message === undefined
        ? undefined
        : `${/\((\d+ of \d+ controls)\)/.exec(message)?.[1]}; ${message.slice(message.indexOf('; ') + 2)}`;
    expect(requirements).toStrictEqual([
      {
        id: 'framework:own',
        satisfied: message === undefined,
        required,
        found,
        ...(detail === undefined ? {} : { detail }),
      },
    ]);
  });

  test('besides single controls', () => {
    const wanted = { framework: framework(covered, ...open(1)), controls: ['done'], minCoverage: 0.5 };
    expect(checkFramework(wanted, [judge('r1')]).requirements.map(({ id, satisfied }) => [id, satisfied])).toEqual([
      ['framework:own/done', true],
      ['framework:own', true],
    ]);
  });

  test('is reported control by control', () => {
    expect(checkFramework({ framework: framework(covered, ...open(1)) }, [judge('r1')]).coverage).toEqual([
      {
        framework: 'own',
        version: '7',
        title: 'Own',
        covered: 1,
        total: 2,
        controls: [
          { id: 'done', title: 'Title of done', covered: true },
          { id: 'open0', title: 'Title of open0', covered: false },
        ],
      },
    ]);
  });
});

test('rules: how many records each selected, how many hold, the first that does not', () => {
  const failure = (message: string) => ({ message, pointer: '/event' });
  const judged = [
    judge('r0'),
    judge('r1', { rules: [{ rule: 0 }, { rule: 1, failure: failure('no x') }] }, BROKEN),
    judge('r2', { rules: [{ rule: 0 }, { rule: 1, failure: failure('no y') }] }, BROKEN),
    judge('r3', { rules: [{ rule: 1 }] }),
    judge('r4', { rules: [{ rule: 0, failure: failure('told elsewhere') }] }, STALE),
  ];
  const rules = ['holds', 'broken', 'idle'].map((id) => ({ id, must: true }));
  expect(check({}, judged, rules)).toEqual({
    requirements: [
      { id: 'rule:holds', satisfied: true, required: 2, found: 2 },
      { id: 'rule:broken', satisfied: false, required: 3, found: 1, detail: 'record "r1" (a.jsonl:1): no x' },
      { id: 'rule:idle', satisfied: true, required: 0, found: 0 },
    ],
    coverage: [],
    told: [],
  });
});
