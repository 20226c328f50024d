import { afterAll, describe, expect, test } from '@jest/globals';
import type { RawOptions } from '../../src/gate/options/options.js';
import { ALICE, bundle, chain, type Files, MALLORY, pretty, record, records, removeFolders } from '../support/build.js';
import { gate } from './support/run.js';

// The facts that messages of a run must have (people.md section 2.2).

afterAll(removeFolders);

const NOW = { now: '2026-02-01T00:00:00Z' };
const KEY = { 'public-key': [ALICE.publicKey] };
const policy = (members: object): Files => ({ '.proof-policy.yml': pretty({ version: 1, ...members }) });

async function found(files: Files, raw: RawOptions, code: string) {
  const { model } = await gate(files, raw);
  return model.report.findings.filter((one) => one.code === code);
}

describe('a record that needs approval', () => {
  const deployment = record({ record_type: 'deployment', event: { environment: 'production' } }, { by: ALICE });
  const rules = policy({
    trust: { keys: [{ name: 'ci', public_key: ALICE.publicKey }] },
    approvals: [{ id: 'production', when: { properties: { record_type: { const: 'deployment' } } }, min: 2 }],
  });

  test('is pointed at, also inside a chain document', async () => {
    const [one = {}, two = {}] = records(2, ALICE, (i) => (i === 0 ? {} : { record_type: 'deployment' }));
    const text = pretty(chain([one, two]));
    const lines = text.split('\n');
    const line = lines.findLastIndex((each) => each.includes('"record_id"'));
    const [alone] = await found({ ...rules, 'proof/d.json': pretty(deployment) }, {}, 'approval.required');
    expect([alone?.line, alone?.column, alone?.pointer]).toEqual([1, 1, '']);
    const [inside] = await found({ ...rules, 'proof/c.json': text }, {}, 'approval.required');
    expect([inside?.line, inside?.pointer]).toEqual([line, '']);
  });

  test('says how many approvals are required', async () => {
    const [one] = await found({ ...rules, 'proof/d.json': pretty(deployment) }, {}, 'approval.required');
    expect(one?.message).toContain(
      ': 0 of 2 required approvals; no approval names it; may approve: any trusted signer',
    );
  });
});

describe('the clock is named', () => {
  const fresh = policy({ freshness: { max_age: '7d' } });
  const files = { ...fresh, 'proof/r.json': pretty(record({}, { by: ALICE })) };

  test('where --now set it', async () => {
    const [one] = await found(files, { ...KEY, ...NOW }, 'freshness.stale');
    expect(one?.message).toBe('dated 2026-01-02T03:04:05Z, 29d 20h before 2026-02-01T00:00:00Z (--now); max_age is 7d');
  });

  test('where it is the real one', async () => {
    const [one] = await found(files, { ...KEY, now: undefined }, 'freshness.stale');
    expect(one?.message).toMatch(/^dated 2026-01-02T03:04:05Z, .* before 20[0-9:.TZ-]+ \(real clock\); max_age is 7d$/);
  });
});

test.each([
  [1, '1 signature was not checked: no public key given for it'],
  [2, '2 signatures were not checked: no public key given for them'],
])('%i signatures of a key that was not given', async (count, message) => {
  const list = Array.from({ length: count }, (_, i) => [
    `r${i}.json`,
    pretty(record({ record_id: `r${i}` }, { by: MALLORY })),
  ]);
  const files = bundle(Object.fromEntries(list), ALICE);
  const placed = Object.fromEntries(Object.entries(files).map(([name, data]) => [`proof/${name}`, data]));
  expect((await found(placed, KEY, 'signature.not_checked')).map((one) => one.message)).toEqual([message]);
});
