import { describe, expect, test } from '@jest/globals';
import { shardOf } from '../../../src/discovery/shard-of.js';
import { finding } from '../../../src/engine/findings.js';
import { compareBytes } from '../../../src/engine/order.js';
import type { Json, JsonObject } from '../../../src/engine/types.js';
import { decide } from '../../../src/gate/decision/decide.js';
import { encodeShard, sealEvidence } from '../../../src/gate/shards/encode.js';
import { type MergeExpectation, mergeShards } from '../../../src/gate/shards/merge.js';
import { makePlan, type PlannedRun } from '../../../src/gate/shards/plan.js';
import { NO_TRUST } from '../../../src/model/report.js';
import type { ShardContent, ShardEvidence, ShardSettings } from '../../../src/model/shard.js';
import { EMPTY } from '../support/empty-report.js';
import { Dice, randomArts, randomPolicy } from '../support/random.js';
import { type Art, baselineOf, NOW, policyOf, record, type World, worldOf } from '../support/world.js';

const ENGINE = '1.0.0';
const SETTINGS: ShardSettings = {
  verdict: { signatures: 'auto', strict: true, keys: ['k'] },
  selection: { patterns: ['**'] },
};
/** What a run without a CI says of itself. */
const run = (policySha256: string | null, more: Partial<PlannedRun> = {}): PlannedRun => ({
  engine: ENGINE,
  commit: null,
  run_id: null,
  policy_sha256: policySha256,
  base_commit: null,
  settings: SETTINGS,
  ...more,
});
const RUN_FINDINGS = [
  finding('policy.unsatisfiable', 'm', 'policy.yml'),
  finding('discovery.unrecognized', 'm', 'x', {}, 'warning'),
];

/** A report as a run with --shard writes it; what it says beside its evidence does not matter to merge. */
function report(evidence: ShardEvidence): Json {
  const whole = {
    schema: 'gate-report-v1',
    tool: { name: 'proof-verify', version: ENGINE },
    outcome: 'passed',
    exit_code: 0,
    policy_sha256: evidence.plan.policy_sha256,
    trust: NO_TRUST,
    ...EMPTY,
    shard: evidence,
  };
  return JSON.parse(JSON.stringify(whole)) as Json;
}

function contentOf(world: World): ShardContent {
  const artifacts = [...world.verdicts]
    .sort((a, b) => compareBytes(a.path, b.path))
    .map((verdict) => ({ verdict, why: `because ${verdict.kind}` }));
  const facts = artifacts.flatMap(({ verdict }) => world.facts.filter(({ artifact }) => artifact === verdict.path));
  return {
    ...{ artifacts, facts, findings: RUN_FINDINGS, incomplete: false },
    ...{ unrecognized: [], ignored: [{ path: 'k.pem', why: 'a key' }], unmatchedPatterns: ['x/*'] },
  };
}

function split(
  content: ShardContent,
  count: number,
  policySha256: string | null,
  more: Partial<PlannedRun> = {},
  key?: string,
): ShardEvidence[] {
  const paths = content.artifacts.map(({ verdict }) => verdict.path);
  return Array.from({ length: count }, (_, i) => {
    const mine = (path: string): boolean => shardOf(path, count) === i + 1;
    const shardContent = {
      ...content,
      artifacts: content.artifacts.filter(({ verdict }) => mine(verdict.path)),
      facts: content.facts.filter(({ artifact }) => mine(artifact)),
    };
    return encodeShard(makePlan({ index: i + 1, count }, run(policySha256, more), paths), shardContent, key);
  });
}

test('merging any plan decides as one run, to the byte, on 50 random sets', async () => {
  for (let seed = 1; seed <= 50; seed++) {
    const dice = new Dice(seed * 7919);
    const trust = dice.chance(0.5);
    const policy = await policyOf(randomPolicy(dice, trust));
    const content = contentOf(await worldOf(policy, randomArts(dice, trust)));
    const baseline = dice.chance(0.5) ? await baselineOf(undefined, randomArts(dice, trust)) : undefined;
    const decided = (from: ShardContent): string => {
      const decision = decide({
        policy,
        facts: from.facts,
        verdicts: from.artifacts.map(({ verdict }) => verdict),
        now: NOW,
        baseline,
      });
      const { findings, requirements, coverage, moreFindings } = decision;
      return JSON.stringify({
        verdicts: from.artifacts.map(({ verdict }) => verdict.findings),
        run: from.findings,
        findings,
        requirements,
        coverage,
        more: [...moreFindings],
        baseline: decision.makeBaseline(),
      });
    };
    const single = decided(content);
    for (const count of [1, 2, 3, 7]) {
      const reports = split(content, count, policy.sha256).map((evidence, i) => ({
        name: `r${i}.json`,
        value: report(evidence),
      }));
      // The order in which reports are named does not matter either.
      const merged = await mergeShards(dice.chance(0.5) ? reports.reverse() : reports, { run: run(policy.sha256) });
      if (!merged.ok) throw new Error(`${seed}/${count}: ${merged.findings[0]?.message ?? ''}`);
      expect(merged.content).toEqual(content);
      expect(decided(merged.content)).toBe(single);
    }
  }
});

describe('what does not belong together', () => {
  const arts: Art[] = Array.from({ length: 6 }, (_, i) => ({
    path: `e/${i}.json`,
    records: i === 3 ? [record('decision'), record('decision')] : [record('decision')],
  }));
  const setup = async (count = 2) => {
    const policy = await policyOf({ version: 1 });
    const content = contentOf(await worldOf(policy, arts));
    return { policy, content, shards: split(content, count, policy.sha256) };
  };
  const merge = (values: readonly Json[], policySha256: string | null, more: Partial<MergeExpectation> = {}) =>
    mergeShards(
      values.map((value, i) => ({ name: `r${i}.json`, value })),
      { run: run(policySha256), ...more },
    );
  const messagesOf = async (merged: ReturnType<typeof merge>) => {
    const done = await merged;
    return done.ok ? [] : done.findings.map(({ artifact, message }) => `${artifact}|${message}`);
  };
  const sealed = (evidence: ShardEvidence, change: Partial<ShardEvidence>): ShardEvidence => {
    const { digest: _, mac: _mac, ...rest } = { ...evidence, ...change };
    return sealEvidence(rest);
  };
  type Setup = Awaited<ReturnType<typeof setup>>;
  const [A, B] = [0, 1];
  const at = (shards: readonly ShardEvidence[], i: number): ShardEvidence => {
    const found = shards[i];
    if (found === undefined) throw new Error('no such shard');
    return found;
  };

  const cases: [string, (s: Setup) => readonly Json[], RegExp][] = [
    ['no report', () => [], /no reports/],
    ['a missing shard', (s) => [report(at(s.shards, A))], /shard 2 of 2 is missing/],
    ['a doubled shard', (s) => [...s.shards.map(report), report(at(s.shards, A))], /shard 1 is in r0.json and r2.json/],
    [
      'a doubled shard in the place of the other',
      (s) => [report(at(s.shards, A)), report(at(s.shards, A))],
      /shard 1 is in/,
    ],
    [
      'shards of two plans',
      (s) => [report(at(s.shards, A)), report(at(split(s.content, 3, s.policy.sha256), B))],
      /it has 3 shards, r0.json has 2/,
    ],
    ['another policy', (s) => split(s.content, 2, 'a'.repeat(64)).map(report), /different policy: aaaa/],
    ['no policy', (s) => split(s.content, 2, null).map(report), /different policy: none/],
    [
      'settings of selection that differ between the shards',
      (s) => {
        const settings = { ...SETTINGS, selection: { patterns: ['other'] } };
        return [report(at(s.shards, A)), report(at(split(s.content, 2, s.policy.sha256, { settings }), B))];
      },
      /different settings than r0.json: patterns/,
    ],
    [
      'other artifacts',
      (s) => [
        report(at(s.shards, A)),
        report(sealed(at(s.shards, B), { plan: { ...at(s.shards, B).plan, artifacts: 'b'.repeat(64) } })),
      ],
      /over different artifacts/,
    ],
    [
      'another engine',
      (s) => s.shards.map((one) => report(sealed(one, { plan: { ...one.plan, engine: '0.9.0' } }))),
      /version of proof-verify: 0\.9\.0/,
    ],
    [
      'a shard past the last',
      (s) => s.shards.map((one) => report(sealed(one, { plan: { ...one.plan, index: one.plan.index + 5 } }))),
      /shard 6 of 2 does not exist/,
    ],
    [
      'a report of a whole run',
      (s) => {
        const { shard: _, ...whole } = report(at(s.shards, A)) as JsonObject;
        return [whole];
      },
      /not a shard report/,
    ],
    ['something else', () => [{ schema: 'x' }], /not a gate report/],
    ['a list', () => [[]], /not a gate report/],
    [
      'evidence that was changed',
      (s) => s.shards.map((one) => report({ ...one, findings: [] })),
      /changed after it was written/,
    ],
    [
      'a verdict that was changed',
      (s) =>
        s.shards.map((one) =>
          report({ ...one, artifacts: one.artifacts.map((art) => ({ ...art, outcome: 'failed' as const })) }),
        ),
      /changed after/,
    ],
    [
      'an artifact left out, sealed again',
      (s) => s.shards.map((one) => report(sealed(one, { artifacts: one.artifacts.slice(1) }))),
      /do not contain all artifacts/,
    ],
    [
      'artifacts in the wrong shard',
      (s) => [report(sealed(at(s.shards, A), { artifacts: at(s.shards, B).artifacts })), report(at(s.shards, B))],
      /does not belong to shard 1/,
    ],
    [
      'an index that leads nowhere',
      (s) => s.shards.map((one) => report(sealed(one, { records: { ...one.records, texts: [] } }))),
      /damaged/,
    ],
  ];
  test.each(cases)('%s', async (_, make, message) => {
    const one = await setup();
    const merged = await merge(make(one), one.policy.sha256);
    if (merged.ok) throw new Error('merged');
    expect(
      merged.findings.every(
        ({ code, exit_code, severity }) => code === 'merge.invalid' && exit_code === 6 && severity === 'error',
      ),
    ).toBe(true);
    expect(merged.findings.map((found) => found.message).join('\n')).toMatch(message);
  });

  const told: [string, (s: Setup) => readonly Json[], string | null | undefined, string[]][] = [
    ['nothing', () => [], undefined, ['|no reports to merge']],
    // what follows from the first mistake is not told
    [
      'a report that was changed, and a shard that is missing with it',
      (s) => [report(at(s.shards, A)), report({ ...at(s.shards, B), findings: [] })],
      undefined,
      ['r1.json|its evidence was changed after it was written'],
    ],
    [
      'a report without members',
      () => [{ schema: 'gate-report-v1' }],
      undefined,
      ['r0.json|not a gate report: tool is missing'],
    ],
    [
      'a policy where there is none',
      (s) => [report(at(s.shards, A))],
      null,
      ['r0.json|from a run with a different policy: POLICY, here none', '|shard 2 of 2 is missing'].slice(0, 1),
    ],
    [
      'no policy where there is one',
      (s) => [report(at(split(s.content, 1, null), A))],
      'd'.repeat(64),
      [`r0.json|from a run with a different policy: none, here ${'d'.repeat(64)}`],
    ],
    [
      'one shard of twenty',
      (s) => split(s.content, 20, s.policy.sha256).slice(0, 1).map(report),
      undefined,
      ['|shards 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 of 20 are missing'],
    ],
    [
      'a shard twice',
      (s) => [...s.shards, at(s.shards, A)].map(report),
      undefined,
      ['r2.json|shard 1 is in r0.json and r2.json'],
    ],
    [
      'shards of other settings and other artifacts',
      (s) => [
        report(at(s.shards, A)),
        report(
          sealed(at(s.shards, B), {
            plan: {
              ...at(s.shards, B).plan,
              settings: { ...SETTINGS, selection: {} },
              artifacts: 'f'.repeat(64),
            },
          }),
        ),
      ],
      undefined,
      [
        'r1.json|from a run with different settings than r0.json: patterns',
        'r1.json|from a run over different artifacts than r0.json',
      ],
    ],
  ];
  test.each(told)('told in full: %s', async (_, make, policySha256, expected) => {
    const one = await setup();
    const merged = merge(make(one), policySha256 === undefined ? one.policy.sha256 : policySha256);
    expect(await messagesOf(merged)).toEqual(expected.map((text) => text.replace('POLICY', one.policy.sha256 ?? '')));
  });

  test.each<[string, Partial<PlannedRun>, string]>([
    ['commit', { commit: 'b'.repeat(40) }, `r0.json|from a run with a different commit: none, here ${'b'.repeat(40)}`],
    ['run', { run_id: '7' }, 'r0.json|from a run with a different run id: none, here 7'],
    [
      'base',
      { base_commit: 'c'.repeat(40) },
      `r0.json|from a run with a different base commit: none, here ${'c'.repeat(40)}`,
    ],
    [
      'signature mode',
      { settings: { ...SETTINGS, verdict: { ...SETTINGS.verdict, signatures: 'required' } } },
      'r0.json|from a run with different settings: signatures is "auto", here "required"',
    ],
    [
      'keys',
      { settings: { ...SETTINGS, verdict: { ...SETTINGS.verdict, keys: [] } } },
      'r0.json|from a run with different settings: keys is ["k"], here []',
    ],
    [
      'a setting that the shards do not know',
      { settings: { ...SETTINGS, verdict: { ...SETTINGS.verdict, more: 1 } } },
      'r0.json|from a run with different settings: more is null, here 1',
    ],
  ])('a merging run with a different %s', async (_, own, message) => {
    const { shards, policy } = await setup(1);
    const merged = (more: Partial<PlannedRun>) =>
      merge(shards.map(report), policy.sha256, { run: run(policy.sha256, more) });
    expect(await messagesOf(merged(own))).toEqual([message]);
    expect(await messagesOf(merged({}))).toEqual([]);
  });

  test('merge does not need the patterns again', async () => {
    const { shards, policy } = await setup(2);
    const settings = { ...SETTINGS, selection: { patterns: [] } };
    expect((await merge(shards.map(report), policy.sha256, { run: run(policy.sha256, { settings }) })).ok).toBe(true);
  });

  describe('with a shard key', () => {
    const KEY = 'k'.repeat(32);
    const changed = (one: ShardEvidence): ShardEvidence => ({ ...one, findings: [] });
    test.each<
      [string, string | undefined, string | undefined, (one: ShardEvidence) => ShardEvidence, string | undefined]
    >([
      ['the same everywhere', KEY, KEY, (one) => one, undefined],
      ['that only merge has', undefined, KEY, (one) => one, 'it was written without a shard key'],
      [
        'that only the shards have',
        KEY,
        undefined,
        (one) => one,
        'it was written with a shard key, but none is set here',
      ],
      ['that differs', KEY, 'm'.repeat(32), (one) => one, 'it was written with a different shard key, or changed'],
      ['and evidence that was changed', KEY, KEY, changed, 'its evidence was changed after it was written'],
      [
        'and evidence that was changed and sealed without it',
        KEY,
        KEY,
        (one) => ({ ...sealed(one, { findings: [] }), mac: one.mac ?? '' }),
        'it was written with a different shard key, or changed',
      ],
      ['cut out of the report', KEY, KEY, ({ mac: _, ...one }) => one, 'it was written without a shard key'],
    ])('%s', async (_, written, own, change, expected) => {
      const { content, policy } = await setup();
      const shards = split(content, 2, policy.sha256, {}, written).map(change);
      const messages = await messagesOf(merge(shards.map(report), policy.sha256, { key: own }));
      expect(messages).toEqual(
        expected === undefined ? [] : ['r0.json', 'r1.json'].map((name) => `${name}|${expected}`),
      );
    });
  });

  test('artifacts that are different here', async () => {
    const { shards, policy } = await setup();
    const asked: string[] = [];
    const merged = merge(shards.map(report), policy.sha256, {
      changed: async (path) => {
        asked.push(path);
        return path === 'e/3.json' ? 'different' : undefined;
      },
    });
    expect(await messagesOf(merged)).toEqual(['e/3.json|different']);
    expect(asked).toEqual(arts.map(({ path }) => path));
  });

  test('artifacts without records, and files that are not artifacts, in the order of their paths', async () => {
    const { policy } = await setup();
    const bare: Art[] = ['d', 'b', 'a', 'c'].map((path) => ({ path, records: [] }));
    const given = contentOf(await worldOf(policy, bare));
    const left = ['x/3', 'x/1', 'x/4', 'x/2'];
    const file = (path: string) => ({ path, sha256: 'a'.repeat(64), why: 'no record' });
    const paths = [...given.artifacts.map(({ verdict }) => verdict.path), ...left];
    const shards = [1, 2, 3].map((index) => {
      const mine = (path: string): boolean => shardOf(path, 3) === index;
      return encodeShard(makePlan({ index, count: 3 }, run(policy.sha256), paths), {
        ...given,
        artifacts: given.artifacts.filter(({ verdict }) => mine(verdict.path)),
        unrecognized: left.filter(mine).map(file),
      });
    });
    const merged = await merge(shards.map(report), policy.sha256);
    expect(merged.ok && merged.content).toEqual({ ...given, unrecognized: [...left].sort().map(file) });
    expect(merged.ok && merged.content.artifacts.map(({ verdict }) => verdict.path)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('all shards, each once, merge', async () => {
    const { shards, policy, content } = await setup(3);
    expect(await merge(shards.map(report), policy.sha256)).toEqual({ ok: true, content });
  });

  test('a shard that was cut short makes the whole run incomplete', async () => {
    const { shards, policy } = await setup();
    const cut = sealed(at(shards, A), {
      incomplete: true,
      artifacts: [],
      records: { texts: [], rows: [], extras: [] },
    });
    const merged = await merge([report(cut), report(at(shards, B))], policy.sha256);
    expect(merged.ok && merged.content.incomplete).toBe(true);
  });
});
