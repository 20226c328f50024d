/** A framework: its controls and which records are evidence for each (schemas/v1/framework-definition). */
export interface FrameworkDefinition {
  readonly framework: { readonly id: string; readonly version: string; readonly title: string };
  readonly controls: readonly Control[];
}

/** What is needed, all of it, to cover a control. */
export interface EvidenceRule {
  readonly required_record_types: readonly string[];
  /** Dotted paths into a record that have to be present and non-empty. */
  readonly required_fields: readonly string[];
  /** How often evidence should be produced: `continuous`, `quarterly` … Shown, not enforced. */
  readonly minimum_frequency: string;
}

/** One of the ways to cover a control. */
export interface EvidenceSet extends EvidenceRule {
  readonly id: string;
  readonly title?: string;
  /** Products whose records count, case-insensitive; none or empty: any product. */
  readonly source_products?: readonly string[];
}

/** One control: with a rule of its own, or with alternative evidence sets. */
export interface Control extends Partial<EvidenceRule> {
  readonly id: string;
  readonly title: string;
  readonly evidence_sets?: readonly EvidenceSet[];
  readonly children?: readonly Control[];
}

/** All controls of a framework, each before its children. */
export function* allControls(controls: readonly Control[]): Iterable<Control> {
  for (const control of controls) {
    yield control;
    if (control.children !== undefined) yield* allControls(control.children);
  }
}

/** The ways to cover a control; a rule of its own is a set without an id. */
export function evidenceSets(control: Control): readonly (EvidenceRule & Partial<EvidenceSet>)[] {
  if (control.evidence_sets !== undefined) return control.evidence_sets;
  const { required_record_types, required_fields, minimum_frequency } = control;
  if (required_record_types === undefined || required_fields === undefined || minimum_frequency === undefined)
    return [];
  return [{ required_record_types, required_fields, minimum_frequency }];
}
