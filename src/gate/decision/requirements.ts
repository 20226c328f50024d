import { nearest as nearestName } from '../../engine/nearest.js';
import { count, quote, shorten } from '../../engine/text.js';
import type { RecordFact } from '../../model/facts.js';
import type { ReportCoverage, ReportRequirement } from '../../model/report.js';
import type { FrameworkDefinition } from '../config/frameworks/framework.js';
import type { FrameworkRequirement, Policy } from '../config/policy/model.js';
import { Copies } from './copies.js';
import { type ControlCoverage, CoverageTally, type FrameworkCoverage, type SetCoverage } from './coverage.js';
import {
  type DecisionFindings,
  type JudgedFact,
  type JudgedFacts,
  nameRecord,
  type Shortfall,
  Stage,
} from './findings.js';

/** Totals of the records that count. */
export interface Tally {
  /** Distinct records by type: a copy of a record is not a second one. */
  readonly types: ReadonlyMap<string, number>;
  /** Records that count for each requirement on a record type, by its index in the policy. */
  readonly counted: readonly number[];
  /** Products in lower case. */
  readonly products: ReadonlySet<string>;
  coverageOf(framework: FrameworkDefinition): FrameworkCoverage;
}

/**
 * Adds up the records that count. `frameworks`: those whose coverage will be asked for. `approves`: whether an approval record
 * approves anything, which decides whether it counts for a requirement.
 */
export function tally(
  judged: JudgedFacts,
  frameworks: readonly FrameworkDefinition[],
  approves: (fact: RecordFact) => boolean,
): Tally {
  const types = new Map<string, number>();
  const products = new Set<string>();
  const copies = new Copies(hashesOf(judged), judged.facts.length);
  const evidence = new CoverageTally(frameworks);
  const counted: number[] = [];
  const keys = new Set<string>();
  let product = '';
  for (const { fact, shortfall } of judged) {
    if (shortfall !== undefined || copies.isCopy(fact.recordHash)) continue;
    const { recordType } = fact;
    types.set(recordType, (types.get(recordType) ?? 0) + 1);
    if (fact.sourceProduct !== product) {
      product = fact.sourceProduct;
      products.add(product.toLowerCase());
    }
    for (const { requirement, key } of fact.counts ?? []) {
      if (fact.approval !== undefined && !approves(fact)) continue;
      if (key !== undefined) {
        const known = `${requirement} ${key}`;
        if (keys.has(known)) continue;
        keys.add(known);
      }
      counted[requirement] = (counted[requirement] ?? 0) + 1;
    }
    if (evidence.needs(recordType)) evidence.add(new Evidence(fact));
  }
  return { types, counted, products, coverageOf: (framework) => evidence.result(framework) };
}

function* hashesOf(judged: JudgedFacts): Generator<string> {
  for (const { fact, shortfall } of judged) if (shortfall === undefined) yield fact.recordHash;
}

class Evidence {
  constructor(private readonly fact: RecordFact) {}

  get recordType(): string {
    return this.fact.recordType;
  }

  get sourceProduct(): string {
    return this.fact.sourceProduct;
  }

  hasField(path: string): boolean {
    return this.fact.missing === undefined || !this.fact.missing.includes(path);
  }
}

/** Checks `require` of the policy and its rules as requirements; reports what is missing and which record comes nearest. */
export function checkRequirements(
  policy: Policy,
  judged: Iterable<JudgedFact>,
  sums: Tally,
  findings: DecisionFindings,
): { readonly requirements: readonly ReportRequirement[]; readonly coverage: readonly ReportCoverage[] } {
  const requirements: ReportRequirement[] = [];
  for (const [index, { type, min, unique }] of policy.require.recordTypes.entries()) {
    const found = sums.counted[index] ?? 0;
    const satisfied = found >= min;
    const detail = satisfied ? undefined : (nearestOfType(type, index, judged, sums) ?? otherType(type, judged));
    requirements.push(requirement(`record_type:${type}`, satisfied, min, found, detail));
    if (!satisfied) {
      const by = unique === undefined ? '' : ` with different ${unique.slice(1).replaceAll('/', '.')}`;
      findings.run(
        'require.record_type',
        sentence(`${count(min, `verified ${type} record`)}${by} required, ${found} found`, detail),
      );
    }
  }
  for (const product of policy.require.sourceProducts) {
    const wanted = product.toLowerCase();
    const satisfied = sums.products.has(wanted);
    const detail = satisfied
      ? undefined
      : (nearestOf(judged, (fact) => fact.sourceProduct.toLowerCase() === wanted) ?? otherProduct(wanted, judged));
    requirements.push(requirement(`source_product:${product}`, satisfied, 1, satisfied ? 1 : 0, detail));
    if (!satisfied)
      findings.run(
        'require.source_product',
        sentence(`1 verified record of product ${shorten(product)} required, 0 found`, detail),
      );
  }
  const coverage: ReportCoverage[] = [];
  for (const wanted of policy.require.frameworks) {
    const made = sums.coverageOf(wanted.framework);
    coverage.push(reportCoverage(made));
    requirements.push(...checkFramework(wanted, made, judged, findings));
  }
  requirements.push(...ruleRequirements(policy, judged));
  return { requirements, coverage };
}

function checkFramework(
  { framework, controls, minCoverage }: FrameworkRequirement,
  made: FrameworkCoverage,
  judged: Iterable<JudgedFact>,
  findings: DecisionFindings,
): ReportRequirement[] {
  const requirements: ReportRequirement[] = [];
  const { id } = framework.framework;
  const byId = new Map(made.controls.map((control) => [control.id, control]));
  for (const control of controls ?? []) {
    const one = byId.get(control);
    const satisfied = one?.covered === true;
    const detail = satisfied ? undefined : one === undefined ? 'the framework has no such control' : lack(one, judged);
    requirements.push(requirement(`framework:${id}/${control}`, satisfied, 1, satisfied ? 1 : 0, detail));
    if (!satisfied) findings.run('require.framework', sentence(`control ${control} of ${id} is not covered`, detail));
  }
  const share = minCoverage ?? (controls === undefined ? 1 : undefined);
  if (share === undefined) return requirements;
  const found = made.total === 0 ? 0 : made.covered / made.total;
  const satisfied = found >= share;
  const amount = `${made.covered} of ${count(made.total, 'control')}`;
  const missing = satisfied
    ? ''
    : made.total === 0
      ? 'the framework has no controls'
      : `missing: ${openControls(made)}`;
  requirements.push(
    requirement(`framework:${id}`, satisfied, share, round(found), satisfied ? undefined : `${amount}; ${missing}`),
  );
  if (!satisfied)
    findings.run(
      'require.framework',
      sentence(`${id} coverage is ${percent(found)} (${amount}), ${percent(share)} required`, missing),
    );
  return requirements;
}

/** Most controls that one message lists. */
const MAX_CONTROLS = 10;

function openControls({ controls }: FrameworkCoverage): string {
  const open = controls.filter(({ covered }) => !covered);
  const listed = open.slice(0, MAX_CONTROLS).map((control) => {
    const best = nearestSet(control);
    return `${control.id} (${best === undefined ? 'defines no evidence' : `needs ${needsOf(best)}`})`;
  });
  return `${listed.join(', ')}${open.length > MAX_CONTROLS ? ', …' : ''}`;
}

/** What a control lacks, by the set that comes nearest, and which record does not count for it. */
function lack(control: ControlCoverage, judged: Iterable<JudgedFact>): string {
  const best = nearestSet(control);
  if (best === undefined) return 'control defines no evidence';
  const which = best.id === undefined ? '' : ` for ${best.id}`;
  const near = uncountedFor(best, judged) ?? nearestOf(judged, ({ recordType }) => best.missing.includes(recordType));
  return `missing${which}: ${needsOf(best)}${near === undefined ? '' : `; ${near}`}`;
}

/** The set of a control that lacks least. */
function nearestSet({ sets }: ControlCoverage): SetCoverage | undefined {
  const [best] = [...sets].sort((a, b) => a.missing.length - b.missing.length);
  return best === undefined || best.missing.length === 0 ? undefined : best;
}

/** Members without which no record verifies. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'record_id',
  'record_version',
  'timestamp',
  'source',
  'source_product',
  'record_type',
  'event',
  'integrity',
  'integrity.record_hash',
]);

/** `approval from gait with event.scope`: record types, products and members that a set lacks. */
function needsOf({ missing, products, fields: all }: SetCoverage): string {
  const fields = all.filter((field) => !EVERYWHERE.has(field));
  const from = products.length === 0 ? '' : ` from ${products.join(' or ')}`;
  return `${missing.join(', ')}${from}${fields.length === 0 ? '' : ` with ${fields.join(', ')}`}`;
}

/** A record of a missing type that verified, but is from a different product or lacks members. */
function uncountedFor({ missing, products, fields }: SetCoverage, judged: Iterable<JudgedFact>): string | undefined {
  const wanted = new Set(products.map((product) => product.toLowerCase()));
  for (const { fact, shortfall } of judged) {
    if (shortfall !== undefined || !missing.includes(fact.recordType)) continue;
    const lacking = fields.filter((field) => fact.missing?.includes(field));
    const isOther = wanted.size > 0 && !wanted.has(fact.sourceProduct.toLowerCase());
    const why = [
      ...(isOther ? [`its source_product is ${quote(fact.sourceProduct)}`] : []),
      ...(lacking.length > 0 ? [`it lacks ${lacking.join(', ')}`] : []),
    ];
    if (why.length > 0) return `nearest is ${nameRecord(fact)}, which does not count: ${why.join(' and ')}`;
  }
  return undefined;
}

function ruleRequirements(policy: Policy, judged: Iterable<JudgedFact>): ReportRequirement[] {
  const selected: number[] = [];
  const holding: number[] = [];
  const broken: string[] = [];
  for (const { fact, shortfall } of judged) {
    if (fact.rules === undefined) continue;
    // A record that failed before its rules were checked is reported elsewhere.
    if (shortfall !== undefined && shortfall.stage !== Stage.RuleBroken) continue;
    for (const { rule, failure } of fact.rules) {
      selected[rule] = (selected[rule] ?? 0) + 1;
      if (failure === undefined) holding[rule] = (holding[rule] ?? 0) + 1;
      else broken[rule] ??= `${nameRecord(fact)}: ${failure.message}`;
    }
  }
  return policy.rules.map(({ id }, i) =>
    requirement(`rule:${id}`, broken[i] === undefined, selected[i] ?? 0, holding[i] ?? 0, broken[i]),
  );
}

/** The record of a type that comes nearest to counting for a requirement. */
function nearestOfType(type: string, index: number, judged: Iterable<JudgedFact>, sums: Tally): string | undefined {
  if ((sums.counted[index] ?? 0) !== sums.types.get(type)) {
    for (const { fact, shortfall } of judged) {
      if (shortfall !== undefined || fact.recordType !== type) continue;
      if (fact.approval === undefined && fact.counts?.some(({ requirement }) => requirement === index) === true)
        continue;
      return `nearest is ${nameRecord(fact)}, which does not count: ${whyUncounted(fact)}`;
    }
  }
  return nearestOf(judged, (fact) => fact.recordType === type);
}

/** Why a record that verified does not count for a requirement on its type. */
function whyUncounted({ test, approval }: RecordFact): string {
  if (approval !== undefined) {
    if (approval.says !== 'approves') return approval.word ?? 'it has no word of approval';
    return 'it has expired, was withdrawn or has no verified signature';
  }
  if (test === undefined || test.passed) return 'it does not match the conditions of the requirement';
  if (!test.told) return 'it has none of event.outcome, event.status and event.result';
  // Of several members one says passed and another does not, or is no word at all.
  if (test.outcome === 'passed')
    return 'not each of event.outcome, event.status and event.result that it has says passed';
  return `its outcome is ${quote(test.outcome)}`;
}

/** The record that comes nearest to counting and why it does not; of several, the first. */
function nearestOf(judged: Iterable<JudgedFact>, suits: (fact: RecordFact) => boolean): string | undefined {
  let best: { readonly fact: RecordFact; readonly shortfall: Shortfall } | undefined;
  for (const { fact, shortfall } of judged) {
    if (shortfall === undefined || !suits(fact)) continue;
    if (best === undefined || shortfall.stage > best.shortfall.stage) best = { fact, shortfall };
  }
  return best === undefined
    ? undefined
    : `nearest is ${nameRecord(best.fact)}, which does not count: ${best.shortfall.why}`;
}

function otherType(type: string, judged: Iterable<JudgedFact>): string | undefined {
  const types = new Set<string>();
  for (const { fact } of judged) types.add(fact.recordType);
  const near = nearestName(type, types);
  return near === undefined || near === type ? undefined : `there are records of type ${quote(near)}`;
}

/** Products of the verified records: one that is spelled much like the required one, else the first few. */
function otherProduct(wanted: string, judged: Iterable<JudgedFact>): string | undefined {
  const products = new Set<string>();
  for (const { fact } of judged) if (fact.sourceProduct !== '') products.add(fact.sourceProduct);
  if (products.size === 0) return undefined;
  const near = nearestName(wanted, products);
  if (near !== undefined) return `there are records of product ${quote(near)}`;
  const listed = [...products].sort().slice(0, MAX_PRODUCTS).map(shorten).join(', ');
  return `there are only records of ${products.size === 1 ? 'product' : 'products'} ${listed}${products.size > MAX_PRODUCTS ? ', …' : ''}`;
}

const MAX_PRODUCTS = 5;

function reportCoverage({ id, version, title, covered, total, controls }: FrameworkCoverage): ReportCoverage {
  return {
    framework: id,
    version,
    title,
    covered,
    total,
    controls: controls.map((control) => ({ id: control.id, title: control.title, covered: control.covered })),
  };
}

function requirement(
  id: string,
  satisfied: boolean,
  required: number,
  found: number,
  detail?: string,
): ReportRequirement {
  return detail === undefined ? { id, satisfied, required, found } : { id, satisfied, required, found, detail };
}

const sentence = (what: string, detail: string | undefined): string =>
  detail === undefined ? what : `${what}; ${detail}`;
const percent = (share: number): string => `${round(share * 100)} %`;
const round = (number: number): number => Math.round(number * 10_000) / 10_000;
