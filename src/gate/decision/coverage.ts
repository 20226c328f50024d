import { isObject } from '../../engine/json/members.js';
import type { Json, JsonObject } from '../../engine/types.js';
import {
  allControls,
  type Control,
  type EvidenceRule,
  type EvidenceSet,
  evidenceSets,
  type FrameworkDefinition,
} from '../config/frameworks/framework.js';

/** What coverage needs to know of one verified record. */
export interface EvidenceRecord {
  readonly recordType: string;
  readonly sourceProduct: string;
  /** Whether a member, named by its dotted path, is present and non-empty. */
  hasField(path: string): boolean;
}

/** The state of one way to cover a control. */
export interface SetCoverage {
  /** Id of the evidence set; absent for a control with a rule of its own. */
  readonly id?: string;
  readonly title?: string;
  readonly minimumFrequency: string;
  readonly covered: boolean;
  /** Record types without a record that counts. */
  readonly missing: readonly string[];
  /** Products that such a record must come from; empty: any. */
  readonly products: readonly string[];
  /** Members that it must have, as dotted paths. */
  readonly fields: readonly string[];
}

/** The state of one control. */
export interface ControlCoverage {
  readonly id: string;
  readonly title: string;
  readonly covered: boolean;
  /** The first set that covers it, when it has sets. */
  readonly coveredBy?: string;
  readonly sets: readonly SetCoverage[];
}

/** How far records cover a framework; `controls` in the order of the definition, children after their parent. */
export interface FrameworkCoverage {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly covered: number;
  readonly total: number;
  readonly controls: readonly ControlCoverage[];
}

/** One record type that sets ask for, from the same products and with the same members. */
interface Slot {
  readonly type: string;
  readonly products: ReadonlySet<string>;
  readonly fields: readonly string[];
  found: boolean;
}

/** One control with the slots of each of its sets. */
interface Plan {
  readonly control: Control;
  readonly sets: readonly { readonly set: EvidenceRule & Partial<EvidenceSet>; readonly slots: readonly Slot[] }[];
}

const fold = (product: string): string => product.toLowerCase();

/**
 * Gathers evidence record by record, so that a run over a million records keeps none of them. Feed it verified records only:
 * a record with an error finding is evidence for nothing.
 */
export class CoverageTally {
  private readonly slots = new Map<string, Slot>();
  /** What is still needed, by record type; empty lists cost nothing. */
  private readonly open = new Map<string, Slot[]>();
  private readonly wanted = new Map<FrameworkDefinition, readonly Plan[]>();

  constructor(frameworks: Iterable<FrameworkDefinition>) {
    for (const framework of frameworks) {
      this.wanted.set(
        framework,
        [...allControls(framework.controls)].map((control) => ({ control, sets: this.slotsOf(control) })),
      );
    }
  }

  /** Whether a record of this type can still cover something. */
  needs(recordType: string): boolean {
    return (this.open.get(recordType)?.length ?? 0) > 0;
  }

  add(record: EvidenceRecord): void {
    const open = this.open.get(record.recordType);
    if (open === undefined || open.length === 0) return;
    const product = fold(record.sourceProduct);
    let left = 0;
    for (const slot of open) {
      const counts = slot.products.size === 0 || slot.products.has(product);
      slot.found = counts && slot.fields.every((path) => record.hasField(path));
      if (!slot.found) open[left++] = slot;
    }
    open.length = left;
  }

  /** Coverage by the records added so far; of a framework that was not named at the start, nothing is covered. */
  result(framework: FrameworkDefinition): FrameworkCoverage {
    const plans = this.wanted.get(framework);
    if (plans === undefined) return new CoverageTally([framework]).result(framework);
    const controls = plans.map(judge);
    const { id, version, title } = framework.framework;
    const covered = controls.filter((control) => control.covered).length;
    return { id, version, title, covered, total: controls.length, controls };
  }

  private slotsOf(control: Control): Plan['sets'] {
    return evidenceSets(control).map((set) => ({
      set,
      slots: set.required_record_types.map((type) => this.slot(type, set.source_products ?? [], set.required_fields)),
    }));
  }

  private slot(type: string, products: readonly string[], fields: readonly string[]): Slot {
    const folded = [...new Set(products.map(fold))].sort();
    const key = JSON.stringify([type, folded, fields]);
    let slot = this.slots.get(key);
    if (slot === undefined) {
      slot = { type, products: new Set(folded), fields, found: false };
      this.slots.set(key, slot);
      const open = this.open.get(type);
      if (open === undefined) this.open.set(type, [slot]);
      else open.push(slot);
    }
    return slot;
  }
}

/** Coverage of one framework by verified records. */
export function coverage(framework: FrameworkDefinition, records: Iterable<EvidenceRecord>): FrameworkCoverage {
  const tally = new CoverageTally([framework]);
  for (const record of records) tally.add(record);
  return tally.result(framework);
}

function judge({ control, sets: wanted }: Plan): ControlCoverage {
  const sets = wanted.map(({ set, slots }): SetCoverage => {
    const missing = slots.filter(({ found }) => !found).map(({ type }) => type);
    // a set that asks for nothing proves nothing
    const covered = missing.length === 0 && slots.length > 0;
    return {
      ...(set.id === undefined ? {} : { id: set.id }),
      ...(set.title === undefined ? {} : { title: set.title }),
      minimumFrequency: set.minimum_frequency,
      covered,
      missing,
      products: set.source_products ?? [],
      fields: set.required_fields,
    };
  });
  const first = sets.find((set) => set.covered);
  const { id, title } = control;
  const judged = { id, title, covered: first !== undefined, sets };
  return first?.id === undefined ? judged : { ...judged, coveredBy: first.id };
}

/**
 * Whether a record has a member at a dotted path with something in it: not null, not blank, no empty list or object.
 * `false` and 0 are something.
 */
export function hasField(record: JsonObject, path: string): boolean {
  let at: Json | undefined = record;
  for (const name of path.split('.')) {
    if (!isObject(at) || !Object.hasOwn(at, name)) return false;
    at = at[name];
  }
  if (at === undefined || at === null) return false;
  if (typeof at === 'string') return at.trim() !== '';
  if (typeof at !== 'object') return true;
  return Array.isArray(at) ? at.length > 0 : Object.keys(at).length > 0;
}
