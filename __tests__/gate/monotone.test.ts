import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Dice, randomArts, randomPolicy, worthless } from './support/random.js';
import { baselineOf, outcomeOf } from './support/world.js';

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
