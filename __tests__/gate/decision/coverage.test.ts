import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/engine/types.js';
import { catalogue, loadCatalogues } from '../../../src/gate/config/frameworks/catalogues.js';
import { allControls, type FrameworkDefinition } from '../../../src/gate/config/frameworks/framework.js';
import { validateDocument } from '../../../src/gate/config/schemas.js';
import { CoverageTally, coverage, type EvidenceRecord, hasField } from '../../../src/gate/decision/coverage.js';

const evidence = (recordType: string, sourceProduct = 'gait', lacks: string[] = []): EvidenceRecord => ({
  recordType,
  sourceProduct,
  hasField: (path) => !lacks.includes(path),
});

function builtIn(id: string): FrameworkDefinition {
  const found = catalogue(id);
  if (found === undefined) throw new Error(`no framework ${id}`);
  return found;
}

const coveredBy = (framework: FrameworkDefinition, records: EvidenceRecord[]) =>
  Object.fromEntries(
    coverage(framework, records)
      .controls.filter(({ covered }) => covered)
      .map(({ id, coveredBy: set }) => [id, set]),
  );

describe('the built-in frameworks', () => {
  test('are the ten of the contract', () => {
    const counts = loadCatalogues().map(({ framework, controls }) => [
      framework.id,
      framework.version,
      [...allControls(controls)].length,
    ]);
    expect(counts).toEqual([
      ['aiuc-1', '2026', 51],
      ['colorado-ai-act', '2026', 1],
      ['eu-ai-act', '2024-final', 6],
      ['iso-42001', '2023', 1],
      ['nist-ai-600-1', '2026', 1],
      ['owasp-agentic-top-10', '2025', 10],
      ['pci-dss', '4.0', 3],
      ['soc2', '2026', 4],
      ['sox', '2026', 1],
      ['texas-traiga', '2026', 1],
    ]);
  });

  test.each(loadCatalogues().map((one) => [one.framework.id, one] as const))('%s keeps its schema', (_, definition) => {
    expect(validateDocument('framework-definition', definition as unknown as Json)).toEqual([]);
  });

  test('are not found by the name of a prototype member', () => expect(catalogue('constructor')).toBeUndefined());
});

describe('coverage', () => {
  test.each<[string, string, EvidenceRecord[], Record<string, string | undefined>]>([
    ['nothing covers nothing', 'soc2', [], {}],
    [
      'all types of one set',
      'soc2',
      [evidence('permission_check'), evidence('policy_enforcement')],
      { 'cc6.1': 'runtime_control' },
    ],
    [
      'products in any case',
      'soc2',
      [evidence('permission_check', 'GAIT'), evidence('policy_enforcement', 'Gait')],
      { 'cc6.1': 'runtime_control' },
    ],
    ['one type is not enough', 'soc2', [evidence('permission_check')], {}],
    [
      'the right types of the wrong product',
      'soc2',
      [evidence('permission_check', 'axym'), evidence('policy_enforcement', 'axym')],
      {},
    ],
    [
      'types of two products',
      'soc2',
      [evidence('scan_finding', 'wrkr'), evidence('permission_check')],
      { 'cc6.1': 'combined', 'cc7.1': 'wrkr_discovery' },
    ],
    [
      'a control without sets takes any product',
      'sox',
      [evidence('deployment', 'x'), evidence('approval', 'y')],
      { 'sox-cm': undefined },
    ],
    [
      'a required member is missing',
      'sox',
      [evidence('deployment', 'x', ['integrity.record_hash']), evidence('approval')],
      {},
    ],
    [
      'a later record makes up for it',
      'sox',
      [evidence('deployment', 'x', ['event']), evidence('approval'), evidence('deployment')],
      { 'sox-cm': undefined },
    ],
    ['types are taken exactly', 'sox', [evidence('Deployment'), evidence('approval')], {}],
  ])('%s', (_, id, records, expected) => expect(coveredBy(builtIn(id), records)).toStrictEqual(expected));

  const COMMON = [
    'record_id',
    'timestamp',
    'source',
    'source_product',
    'record_type',
    'event',
    'integrity.record_hash',
  ];

  test('tells what is missing and counts', () => {
    const result = coverage(builtIn('soc2'), [evidence('permission_check')]);
    expect(result).toMatchObject({ id: 'soc2', version: '2026', title: 'SOC 2 AI Controls', covered: 0, total: 4 });
    expect(result.controls[0]?.sets[0]).toStrictEqual({
      id: 'runtime_control',
      title: 'Gait runtime access enforcement',
      minimumFrequency: 'continuous',
      covered: false,
      missing: ['policy_enforcement'],
      products: ['gait'],
      fields: COMMON,
    });
    expect(coverage(builtIn('sox'), [evidence('approval')]).controls[0]?.sets).toStrictEqual([
      { minimumFrequency: 'per-change', covered: false, missing: ['deployment'], products: [], fields: COMMON },
    ]);
  });

  const rule = { required_fields: [], minimum_frequency: 'never' };
  const odd: FrameworkDefinition = {
    framework: { id: 'odd', version: '1', title: 'Odd' },
    controls: [
      { id: 'asks-nothing', title: 'A', required_record_types: [], ...rule },
      { id: 'no-sets', title: 'B', evidence_sets: [] },
      {
        id: 'parent',
        title: 'C',
        required_record_types: ['incident'],
        ...rule,
        children: [{ id: 'child', title: 'D', required_record_types: ['approval'], ...rule }],
      },
      {
        id: 'second',
        title: 'E',
        evidence_sets: [
          { id: 'x', required_record_types: ['incident'], ...rule },
          { id: 'y', source_products: [], required_record_types: ['approval'], ...rule },
        ],
      },
    ],
  };

  test('is judged for each control alone, children included', () => {
    expect(coveredBy(odd, [evidence('approval')])).toStrictEqual({ child: undefined, second: 'y' });
    expect(coverage(odd, []).controls.map(({ id }) => id)).toEqual([
      'asks-nothing',
      'no-sets',
      'parent',
      'child',
      'second',
    ]);
  });

  test('of several frameworks comes from one pass, and asks of a record only what is still open', () => {
    let asked = 0;
    const hasEvery = (): boolean => {
      asked += 1;
      return true;
    };
    const counting = { ...evidence('risk_assessment'), hasField: hasEvery };
    const frameworks = [builtIn('colorado-ai-act'), builtIn('iso-42001')];
    const tally = new CoverageTally(frameworks);
    for (let i = 0; i < 1000; i += 1) tally.add(counting);
    expect(asked).toBe(7);
    expect(frameworks.map((one) => tally.result(one).covered)).toEqual([1, 0]);
  });

  test('of a framework that was not named is empty, whatever the records cover of others', () => {
    const tally = new CoverageTally([builtIn('sox')]);
    for (const type of ['deployment', 'approval']) tally.add(evidence(type));
    expect(tally.result(builtIn('sox')).covered).toBe(1);
    const { framework, controls } = builtIn('sox');
    expect(tally.result({ framework, controls })).toEqual(coverage(builtIn('sox'), []));
  });

  test('looks once for what several sets need, whatever the order of their products', () => {
    let asked = 0;
    const set = (id: string, ...products: string[]) => ({
      id,
      required_record_types: ['decision'],
      required_fields: ['event'],
      minimum_frequency: 'daily',
      source_products: products,
    });
    const sets = [set('a', 'gait', 'axym'), set('b', 'Axym', 'gait', 'GAIT')];
    const own = { ...odd, controls: [{ id: 'c', title: 'C', evidence_sets: sets }] };
    const nothing = { ...evidence('decision'), hasField: () => ++asked < 0 };
    expect(coverage(own, [nothing]).covered).toBe(0);
    expect(asked).toBe(1);
  });
});

describe('a member', () => {
  test.each<[Json, boolean]>([
    ['x', true],
    [0, true],
    [false, true],
    [[''], true],
    [{ a: null }, true],
    ['', false],
    [' ', false],
    [null, false],
    [[], false],
    [{}, false],
  ])('%j is something: %s', (value, expected) => {
    expect(hasField({ event: value }, 'event')).toBe(expected);
    expect(hasField({ a: { b: value } }, 'a.b')).toBe(expected);
  });

  test.each(['constructor', 'event.toString', 'event.x.length', 'event.l.0', 'event.n.x', '', '.', 'event.'])(
    '%j is not there',
    (path) => {
      expect(hasField({ event: { x: 'text', l: [1], n: null } }, path)).toBe(false);
    },
  );
});
