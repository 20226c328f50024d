import { test } from '@jest/globals';
import { expectTold, steady } from '../support/told.js';
import { CASES } from './support/cases.js';
import { outcomeOf } from './support/world.js';

test('what is told of decisions: findings and requirements', async () => {
  const told: Record<string, unknown> = {};
  for (const { name, policy, arts, extra } of CASES) {
    const { decision } = await outcomeOf(policy, arts, extra === undefined ? {} : { extra });
    told[name] = {
      findings: decision.findings.map((one) => {
        const place = [one.artifact, one.line, one.pointer].map((part) => part ?? '').join('|');
        return plain(`${one.severity} ${one.code} at ${place}: ${one.message}`);
      }),
      requirements: decision.requirements.map(({ id, satisfied, required, found, detail }) =>
        plain(
          `${id} ${satisfied ? 'holds' : 'fails'} ${found}/${required}${detail === undefined ? '' : `: ${detail}`}`,
        ),
      ),
    };
  }
  expectTold('decisions', told);
});

/** Record ids of this world are counted, by whoever makes records first. */
const plain = (text: string): string => steady(text).replaceAll(/\brec-\d+\b/g, 'rec-N');
