import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/engine/types.js';
import { isWaivable } from '../../../src/gate/config/policy/waivable.js';
import { Dice, denials, randomArts, randomPolicy, worthless } from '../support/random.js';
import { at, baselineOf, HOUR, outcomeOf } from '../support/world.js';

/**
 * Adding an unverified or untrusted artifact never turns a failing gate into a passing one: the exit code stays other than
 * 0 even when the finding on the added artifact itself were overlooked, and no requirement comes nearer.
 */
test('worthless artifacts satisfy nothing', async () => {
  let failing = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const dice = new Dice(seed);
      const trust = dice.chance(0.6);
      const policy = randomPolicy(dice, trust);
      const arts = randomArts(dice, trust);
      const baseline = dice.chance(0.3) ? await baselineOf(policy, randomArts(dice, trust)) : undefined;
      const options = baseline === undefined ? {} : { baseline };
      const before = await outcomeOf(policy, arts, options);
      if (before.exit === 0) return;
      failing++;
      const added = worthless(dice, arts, trust);
      const after = await outcomeOf(policy, [...arts, ...added], options);
      expect(after.exit).not.toBe(0);
      for (const one of before.decision.requirements) {
        if (one.satisfied) continue;
        const now = after.decision.requirements.find(({ id }) => id === one.id);
        expect(now?.satisfied).toBe(false);
        if (!one.id.startsWith('approval:')) expect(now?.found).toBeLessThanOrEqual(one.found);
      }
      const paths = new Set(added.map(({ path }) => path));
      const failures = (outcome: typeof before): string[] =>
        outcome.decision.findings
          .filter(({ severity, artifact }) => severity === 'error' && !paths.has(artifact))
          // What is nearest may change: who looks for an approval sees the attacker's and is told so.
          .map(
            ({ code, artifact, record_id }) =>
              `${code.startsWith('approval.') ? 'approval' : code} ${artifact} ${record_id ?? ''}`,
          );
      expect(failures(after)).toEqual(expect.arrayContaining(failures(before)));
    }),
    { numRuns: 400, seed: 20260601 },
  );
  expect(failing).toBeGreaterThan(200);
}, 120_000);

/** Errors of a run by code, artifact and record; approvals by their record alone, since what is nearest may change. */
const errorsOf = ({ decision }: Awaited<ReturnType<typeof outcomeOf>>, but?: string): string[] =>
  decision.findings
    .filter(({ severity, code }) => severity === 'error' && code !== but)
    .map(
      ({ code, artifact, record_id }) =>
        `${code.startsWith('approval.') ? 'approval' : code} ${artifact} ${record_id ?? ''}`,
    );

test('a denial never helps', async () => {
  let failing = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const dice = new Dice(seed);
      const policy = randomPolicy(dice, true);
      const arts = randomArts(dice, true);
      const before = await outcomeOf(policy, arts);
      const after = await outcomeOf(policy, [...arts, ...denials(dice, arts)]);
      if (before.exit !== 0) failing++;
      // A denial is a record like any other where its type, its signer or its product is asked for; it approves nothing.
      const about = (found: string[]): string[] => found.filter((one) => one.startsWith('approval'));
      expect(about(errorsOf(after))).toEqual(expect.arrayContaining(about(errorsOf(before))));
      for (const one of before.decision.requirements) {
        const isApproval = one.id.startsWith('approval:') || one.id === 'record_type:approval';
        const now = after.decision.requirements.find(({ id }) => id === one.id);
        if (isApproval && !one.satisfied) expect(now?.satisfied).toBe(false);
        if (isApproval) expect(now?.found).toBeLessThanOrEqual(one.found);
      }
    }),
    { numRuns: 300, seed: 20260602 },
  );
  expect(failing).toBeGreaterThan(100);
}, 120_000);

test('an exception hides nothing but its own code', async () => {
  let used = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const dice = new Dice(seed);
      const policy = randomPolicy(dice, true) as JsonObject;
      const arts = randomArts(dice, true);
      const before = await outcomeOf(policy, arts);
      const waivable = before.decision.findings.filter(
        ({ code, severity }) => severity === 'error' && isWaivable(code),
      );
      if (waivable.length === 0) return;
      used++;
      const { code } = dice.pick(waivable);
      const exception = { code, until: at(HOUR), reason: 'x' };
      const after = await outcomeOf({ ...policy, exceptions: [exception] }, arts);
      expect(errorsOf(after)).toEqual(errorsOf(before, code));
      // It stays in the report, and no requirement comes nearer.
      const notices = after.decision.findings.filter((one) => one.code === code && one.severity === 'notice');
      expect(notices).toHaveLength(before.decision.findings.filter((one) => one.code === code).length);
      expect(after.decision.requirements).toEqual(before.decision.requirements);
    }),
    { numRuns: 300, seed: 20260603 },
  );
  expect(used).toBeGreaterThan(100);
}, 120_000);
