import { pointerPart } from '../../../engine/json/pointer.js';
import { didYouMean } from '../../../engine/nearest.js';
import { allControls } from '../frameworks/framework.js';
import type { ApprovalRule, Policy, SignerScope } from './model.js';

/** One demand that nothing can meet. `pointer` is that of the long form of the policy. */
export interface Impossible {
  readonly message: string;
  readonly pointer: string;
}

interface Named extends SignerScope {
  readonly name: string;
}

/** Demands of a policy that no evidence can ever meet: almost always a mistake, so `policy check` reports them (gate.md). */
export function unsatisfiable(policy: Policy): readonly Impossible[] {
  const found: Impossible[] = [];
  const add = (message: string, pointer: string): void => void found.push({ message, pointer });
  const { keys, cosign, minSigners, signatures } = policy.trust;
  for (const [i, key] of keys.entries()) emptyWindow(key, `/trust/keys/${i}`, add);
  for (const [i, key] of cosign.entries()) emptyWindow(key, `/trust/cosign/${i}`, add);
  const signers: readonly Named[] = [...keys, ...cosign];
  const names = new Set(signers.map(({ name }) => name));
  if (minSigners !== undefined && minSigners > names.size && names.size > 0) {
    add(
      `min_signers is ${minSigners} but only ${names.size === 1 ? '1 signer is' : `${names.size} signers are`} trusted`,
      '/trust/min_signers',
    );
  }
  if (minSigners !== undefined && signatures === 'off') {
    add('min_signers needs signatures: required', '/trust/min_signers');
  }
  for (const { type } of policy.require.recordTypes) {
    if (signatures === 'off' || signers.length === 0) continue;
    if (signers.every(({ recordTypes }) => recordTypes !== undefined && !recordTypes.includes(type))) {
      add(
        `${type} records are required but no trusted signer may sign them`,
        `/require/record_types${pointerPart(type)}`,
      );
    }
  }
  policy.require.frameworks.forEach(({ framework, controls }, i) => {
    const known = [...allControls(framework.controls)].map(({ id }) => id);
    controls?.forEach((control, j) => {
      if (known.includes(control)) return;
      const hint = didYouMean(control, known);
      add(
        `${framework.framework.id} has no control ${JSON.stringify(control)}${hint}`,
        `/require/frameworks/${i}/controls/${j}`,
      );
    });
  });
  policy.rules.forEach(({ id, when, must }, i) => {
    if (must === false && (when === undefined || when === true))
      add(`rule ${id} refuses every record`, `/rules/${i}/must`);
  });
  for (const [i, rule] of policy.approvals.rules.entries()) {
    approvals(rule, `/approvals/rules/${i}`, signers, names, signatures, add);
  }
  return found;
}

type Add = (message: string, pointer: string) => void;

function emptyWindow({ name, notBefore, notAfter }: Named, pointer: string, add: Add): void {
  if ((notAfter ?? Number.POSITIVE_INFINITY) < (notBefore ?? Number.NEGATIVE_INFINITY)) {
    add(`the window of key ${JSON.stringify(name)} ends before it begins`, `${pointer}/not_after`);
  }
}

function approvals(
  { id, by, min }: ApprovalRule,
  pointer: string,
  signers: readonly Named[],
  names: ReadonlySet<string>,
  signatures: string | undefined,
  add: Add,
): void {
  if (signatures === 'off') {
    add(`approval ${id} needs signatures, which are not checked`, by === undefined ? pointer : `${pointer}/by`);
    return;
  }
  if (by === undefined) return;
  by.forEach((name, i) => {
    if (names.has(name)) return;
    add(
      `approver ${JSON.stringify(name)} of approval ${id} is not in trust.keys${didYouMean(name, names)}`,
      `${pointer}/by/${i}`,
    );
  });
  const able = new Set(
    signers
      .filter(({ name, recordTypes }) => by.includes(name) && (recordTypes?.includes('approval') ?? true))
      .map(({ name }) => name),
  );
  if (able.size === 0 && by.every((name) => names.has(name))) {
    add(`none of the approvers of ${id} may sign approval records`, `${pointer}/by`);
  } else if (able.size < min && by.every((name) => names.has(name))) {
    add(`approval ${id} needs ${min} signers but names ${able.size} who may approve`, `${pointer}/by`);
  }
}
