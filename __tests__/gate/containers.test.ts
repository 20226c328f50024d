import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  type Files,
  jsonl,
  MALLORY,
  pretty,
  record,
  recordHash,
  removeFolders,
  type Signer,
  seal,
  signChain,
  signer,
} from '../support/build.js';
import { gate, told } from './support/run.js';

/*
 * What a container may do for the evidence in it (hardening 25, 27): nothing that the same records alone, signed by whoever signed
 * the container, would not do.
 */

afterAll(removeFolders);

const CI = signer('ci');
const LEAD = signer('lead');
const OLD = signer('old');
const key = (name: string, by: Signer, members: Doc = {}): Doc => ({ name, public_key: by.publicKey, ...members });
const POLICY: Files = {
  '.proof-policy.yml': pretty({
    version: 1,
    trust: {
      keys: [
        key('ci', CI, { record_types: ['test_result', 'decision'] }),
        key('lead', LEAD, { record_types: ['approval', 'deployment'] }),
        key('old', OLD, { not_after: '2026-01-01T00:00:00Z' }),
        key('alice', ALICE),
      ],
    },
    require: { record_types: { test_result: 1 } },
    approvals: [
      { id: 'production', when: { properties: { record_type: { const: 'deployment' } } }, by: ['lead', 'alice'] },
    ],
  }),
};
const KEYLESS: Files = {};

const SIGNERS = { ci: CI, lead: LEAD, old: OLD, alice: ALICE, mallory: MALLORY } as const;
type Name = keyof typeof SIGNERS | 'nobody';
const byName = (name: Name): Signer | undefined => (name === 'nobody' ? undefined : SIGNERS[name]);

/** A record, who signed it, and what is wrong with it. */
interface Made {
  readonly type: 'decision' | 'test_result' | 'deployment' | 'approval';
  readonly by: Name;
  readonly defect: 'none' | 'hash' | 'signature' | 'schema' | 'unhashed';
}

const made: fc.Arbitrary<Made> = fc.record({
  type: fc.constantFrom('decision', 'test_result', 'deployment', 'approval'),
  by: fc.constantFrom<Name>('ci', 'lead', 'old', 'alice', 'mallory', 'nobody'),
  defect: fc.constantFrom('none', 'none', 'none', 'none', 'hash', 'signature', 'schema', 'unhashed'),
});

/** The records, each of which may approve the deployments before it; `instead` signs those that no given key signed. */
function recordsOf(list: readonly Made[], instead?: Name): Doc[] {
  const found: Doc[] = [];
  for (const [i, { type, by, defect }] of list.entries()) {
    const event: Doc =
      type === 'approval'
        ? { verdict: 'approve', approves: found.map(recordHash), record_hash: found.map(recordHash).at(-1) ?? '' }
        : type === 'test_result'
          ? { suite: `s${i}`, status: 'passed' }
          : { action: 'allow' };
    const stranger = by === 'mallory' || by === 'nobody';
    const base = record({ record_id: `r${i}`, record_type: type, source_product: 'ci', event });
    const sealing = byName(stranger && instead !== undefined ? instead : by);
    let one = seal(base, sealing === undefined ? {} : { by: sealing });
    const integrity = one['integrity'] as Doc;
    if (defect === 'hash') one = { ...one, event: { ...event, changed: true } };
    if (defect === 'signature' && sealing !== undefined && !stranger)
      one = { ...one, integrity: { ...integrity, signature: `base64:${sealing.sign('x')}` } };
    if (defect === 'schema')
      one = seal({ ...one, source_product: 1 as never }, sealing === undefined ? {} : { by: sealing });
    if (defect === 'unhashed') one = { ...one, note: 'x' };
    found.push(one);
  }
  return found;
}

const asFiles = (list: readonly Doc[]): Files =>
  Object.fromEntries(list.map((one, i) => [`${String.fromCharCode(97 + i)}/r.json`, pretty(one)]));
const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, data]) => [`${folder}/${path}`, data]));

/** Ways to put records into a bundle. */
const LAYOUTS: Readonly<Record<string, (list: readonly Doc[]) => Files>> = {
  files: asFiles,
  stream: (list) => ({ 'records.jsonl': jsonl(list) }),
  ndjson: (list) => ({ 'records.ndjson': jsonl(list) }),
  text: (list) => ({ 'notes.txt': jsonl(list) }),
  spaced: (list) => ({ 'records.jsonl': `\n  ${jsonl(list).replaceAll('\n', '\n\n  ')}` }),
};

const exitOf = async (files: Files): Promise<number> => (await gate(files)).exitCode;
const RUNS = { numRuns: 60, endOnFailure: true };
const evidence = fc.array(made, { minLength: 1, maxLength: 4 });
const layout = fc.constantFrom(...Object.keys(LAYOUTS));

describe('a bundle', () => {
  test.each([
    ['with a policy', POLICY],
    ['without a key', KEYLESS],
  ])('that nobody trusted signed never makes a failing gate pass, %s', async (_, policy) => {
    await fc.assert(
      fc.asyncProperty(evidence, layout, fc.constantFrom<Name>('nobody', 'mallory'), async (list, how, by) => {
        const docs = recordsOf(list);
        if ((await exitOf({ ...policy, ...below('proof', asFiles(docs)) })) === 0) return;
        const files = bundle(LAYOUTS[how]?.(docs) ?? {}, byName(by));
        expect(await exitOf({ ...policy, ...below('proof', files) })).not.toBe(0);
      }),
      RUNS,
    );
  });

  test('helps only where its records alone, signed by its signer, would', async () => {
    await fc.assert(
      fc.asyncProperty(
        evidence,
        layout,
        fc.constantFrom<Name>('ci', 'lead', 'old', 'alice'),
        fc.boolean(),
        async (list, how, by, twice) => {
          const inner = bundle(LAYOUTS[how]?.(recordsOf(list)) ?? {}, byName(by));
          const files = twice ? bundle(below('inner', inner), byName(by)) : inner;
          if ((await exitOf({ ...POLICY, ...below('proof', files) })) !== 0) return;
          expect(await exitOf({ ...POLICY, ...below('proof', asFiles(recordsOf(list, by))) })).toBe(0);
        },
      ),
      { ...RUNS, numRuns: 100 },
    );
  });

  test('and a chain that is signed as a whole say the same of the records in them', async () => {
    await fc.assert(
      fc.asyncProperty(evidence, fc.constantFrom<Name>('ci', 'lead', 'alice'), async (list, by) => {
        const linked: Doc[] = [];
        for (const one of recordsOf(list.map((each) => ({ ...each, type: 'test_result', defect: 'none' })))) {
          const last = linked.at(-1);
          const { signing_key_id: id } = one['integrity'] as Doc;
          const own = Object.values(SIGNERS).find(({ keyId }) => keyId === id);
          linked.push(
            seal(one, {
              previous: last === undefined ? '' : recordHash(last),
              ...(own === undefined ? {} : { by: own }),
            }),
          );
        }
        const whole = pretty(signChain(chain(linked), byName(by) ?? ALICE));
        const codes = async (files: Files): Promise<string[]> =>
          [...new Set(told(await gate({ ...POLICY, ...files })).map(String))].sort();
        const alone = await codes({ 'proof/chain.json': whole });
        expect(await codes(below('proof', bundle({ 'chain.json': whole }, byName(by))))).toEqual(alone);
        expect(await codes(below('proof', bundle({ 'trail.json': whole }, byName(by))))).toEqual(alone);
        expect(await codes(below('proof', bundle({ 'x.jsonl': jsonl(linked) }, byName(by))))).toEqual(alone);
      }),
      RUNS,
    );
  });
});

describe('who vouches for an unsigned record in a container', () => {
  const deployment = record({ record_id: 'd', record_type: 'deployment', event: { action: 'deploy' } }, { by: ALICE });
  const approval = record({
    record_id: 'a',
    record_type: 'approval',
    event: { verdict: 'approve', record_hash: recordHash(deployment) },
  });
  const naming = (members: Doc): Doc => ({ ...approval, integrity: { ...(approval['integrity'] as Doc), ...members } });
  const inBundle = (by: Signer | undefined, one: Doc = approval): Files => bundle({ 'a.jsonl': jsonl([one]) }, by);
  const whole = (by: Signer): string => pretty(signChain(chain([approval]), by));
  const policy: Files = {
    '.proof-policy.yml': pretty({
      version: 1,
      trust: {
        keys: [
          key('ci', CI, { record_types: ['test_result'] }),
          key('lead', LEAD),
          key('alice', ALICE, { record_types: ['deployment'] }),
        ],
      },
      approvals: [{ id: 'p', when: { properties: { record_type: { const: 'deployment' } } }, by: ['lead'] }],
    }),
  };
  const garbage = `base64:${CI.sign('x')}`;

  test.each<[string, Files, readonly (string | number)[]]>([
    ['of the approver', inBundle(LEAD), [0]],
    ['of a key for something else', inBundle(CI), [2, 'trust.key_scope', 'approval.untrusted']],
    ['of nobody', inBundle(undefined), [2, 'bundle.signature_missing', 'signature.missing', 'approval.required']],
    ['of a stranger', inBundle(MALLORY), [2, 'signature.key_mismatch', 'signature.missing', 'approval.required']],
    [
      'not of whom it names, without a signature',
      inBundle(CI, naming({ signing_key_id: LEAD.keyId })),
      [2, 'signature.missing', 'approval.required'],
    ],
    [
      'not of whom it names in capitals',
      inBundle(CI, naming({ signing_key_id: LEAD.keyId.toUpperCase(), signature: garbage })),
      [2, 'signature.key_mismatch', 'approval.untrusted'],
    ],
    ['of the innermost signer', bundle(below('in', inBundle(CI)), LEAD), [2, 'trust.key_scope', 'approval.untrusted']],
    ['of the innermost signer, who may', bundle(below('in', inBundle(LEAD)), CI), [0]],
    ['of the signer of a chain as a whole', { 'c.json': whole(LEAD) }, [0]],
    [
      'of the signer of a chain for something else',
      { 'c.json': whole(CI) },
      [2, 'trust.key_scope', 'approval.untrusted'],
    ],
    ['of the signer of a chain in a bundle', bundle({ 'trail.json': whole(LEAD) }, CI), [0]],
    [
      'of nobody, when the name of the signatures is escaped',
      { 'c.json': whole(LEAD).replace('"signatures"', '"signature\\u0073"') },
      [2, 'signature.missing', 'approval.required'],
    ],
  ])('%s', async (_, files, expected) => {
    const run = await gate({ ...policy, 'proof/d.json': pretty(deployment), ...below('proof/x', files) });
    expect(
      told(run)
        .filter((one, i, all) => all.indexOf(one) === i)
        .sort(),
    ).toEqual([...expected].sort());
  });

  test('a record by a key that was not given is reported as not checked', async () => {
    const { exitCode, model } = await gate({
      ...policy,
      ...below('proof', bundle({ 'r.json': pretty(record({}, { by: MALLORY })) }, LEAD)),
    });
    expect(exitCode).toBe(0);
    expect(model.report.findings.map(({ code }) => code)).toContain('signature.not_checked');
    expect(model.report.summary.signatures).toBe(1);
  });
});

describe('the window of who signed a container', () => {
  const at = (timestamp: string, by?: Signer): string => pretty(record({ timestamp }, by === undefined ? {} : { by }));
  test.each<[string, Files, number]>([
    ['a record inside', bundle({ 'r.json': at('2025-12-31T00:00:00Z') }, OLD), 0],
    ['a record after it', bundle({ 'r.json': at('2026-01-02T00:00:00Z') }, OLD), 2],
    ['a record after it that another key signed', bundle({ 'r.json': at('2026-01-02T00:00:00Z', ALICE) }, OLD), 2],
    ['no record: the clock', bundle({ 'x.txt': 'x' }, OLD), 2],
    ['a record after it in a bundle of another key', bundle({ 'r.json': at('2026-01-02T00:00:00Z') }, ALICE), 0],
  ])('%s', async (_, files, exit) => {
    const policy = pretty({
      version: 1,
      trust: { keys: [key('old', OLD, { not_after: '2026-01-01T00:00:00Z' }), key('alice', ALICE)] },
    });
    expect(await exitOf({ '.proof-policy.yml': policy, ...below('proof', files) })).toBe(exit);
  });
});
