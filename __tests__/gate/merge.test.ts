import { describe, expect, test } from '@jest/globals';
import { shardOf } from '../../src/discovery/shard.js';
import { finding } from '../../src/engine/findings.js';
import type { Json, JsonObject } from '../../src/engine/types.js';
import { decide } from '../../src/gate/decide.js';
import { mergeShards } from '../../src/gate/merge.js';
import {
  byBytes,
  digestOfEvidence,
  encodeShard,
  makePlan,
  type ShardContent,
  type ShardEvidence,
} from '../../src/gate/shard.js';
import { Dice, randomArts, randomPolicy } from './support/random.js';
import { type Art, baselineOf, NOW, policyOf, record, type World, worldOf } from './support/world.js';

const ENGINE = '1.0.0';
const SETTINGS: JsonObject = { signatures: 'auto', patterns: ['**'] };
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
    summary: {
      artifacts: 0,
      verified: 0,
      failed: 0,
      warned: 0,
      records: 0,
      signatures: 0,
      findings: { errors: 0, warnings: 0, notices: 0 },
    },
    artifacts: [],
    requirements: [],
    findings: [],
    shard: evidence,
  };
  return JSON.parse(JSON.stringify(whole)) as Json;
}

function contentOf(world: World): ShardContent {
  const artifacts = [...world.verdicts]
    .sort((a, b) => byBytes(a.path, b.path))
    .map((verdict) => ({ verdict, why: `because ${verdict.kind}` }));
  const facts = artifacts.flatMap(({ verdict }) => world.facts.filter(({ artifact }) => artifact === verdict.path));
  return { artifacts, facts, findings: RUN_FINDINGS, incomplete: false };
}

function split(
  content: ShardContent,
  count: number,
  policySha256: string | null,
  settings = SETTINGS,
): ShardEvidence[] {
  const paths = content.artifacts.map(({ verdict }) => verdict.path);
  return Array.from({ length: count }, (_, i) => {
    const mine = (path: string): boolean => shardOf(path, count) === i + 1;
    return encodeShard(makePlan({ index: i + 1, count }, ENGINE, policySha256, settings, paths), {
      ...content,
      artifacts: content.artifacts.filter(({ verdict }) => mine(verdict.path)),
      facts: content.facts.filter(({ artifact }) => mine(artifact)),
    });
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
      const merged = mergeShards(dice.chance(0.5) ? reports.reverse() : reports, {
        engine: ENGINE,
        policySha256: policy.sha256,
      });
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
  const merge = (values: readonly Json[], policySha256: string | null, settings?: string) =>
    mergeShards(
      values.map((value, i) => ({ name: `r${i}.json`, value })),
      { engine: ENGINE, policySha256, ...(settings === undefined ? {} : { settings }) },
    );
  const sealed = (evidence: ShardEvidence, change: Partial<ShardEvidence>): ShardEvidence => {
    const { digest: _, ...rest } = { ...evidence, ...change };
    return { ...rest, digest: digestOfEvidence(rest) };
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
    ['a missing shard', (s) => [report(at(s.shards, A))], /missing: 2/],
    ['a doubled shard', (s) => [...s.shards.map(report), report(at(s.shards, A))], /shard 1 is there twice/],
    ['a doubled shard in the place of the other', (s) => [report(at(s.shards, A)), report(at(s.shards, A))], /twice/],
    [
      'shards of two plans',
      (s) => [report(at(s.shards, A)), report(at(split(s.content, 3, s.policy.sha256), B))],
      /of 3 shards/,
    ],
    ['another policy', (s) => split(s.content, 2, 'a'.repeat(64)).map(report), /of the policy aaaa/],
    ['no policy', (s) => split(s.content, 2, null).map(report), /\(none\)/],
    [
      'other settings',
      (s) => [report(at(s.shards, A)), report(at(split(s.content, 2, s.policy.sha256, { other: 1 }), B))],
      /other settings/,
    ],
    [
      'other artifacts',
      (s) => [
        report(at(s.shards, A)),
        report(sealed(at(s.shards, B), { plan: { ...at(s.shards, B).plan, artifacts: 'b'.repeat(64) } })),
      ],
      /other artifacts/,
    ],
    [
      'another engine',
      (s) => s.shards.map((one) => report(sealed(one, { plan: { ...one.plan, engine: '0.9.0' } }))),
      /version 0\.9\.0/,
    ],
    [
      'a shard past the last',
      (s) => s.shards.map((one) => report(sealed(one, { plan: { ...one.plan, index: one.plan.index + 5 } }))),
      /no shard 6 of 2/,
    ],
    [
      'a report of a whole run',
      (s) => {
        const { shard: _, ...whole } = report(at(s.shards, A)) as JsonObject;
        return [whole];
      },
      /of a whole run/,
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
      /do not hold all artifacts/,
    ],
    [
      'artifacts in the wrong shard',
      (s) => [report(sealed(at(s.shards, A), { artifacts: at(s.shards, B).artifacts })), report(at(s.shards, B))],
      /does not belong to shard 1/,
    ],
    ['an index that leads nowhere', (s) => s.shards.map((one) => report(sealed(one, { texts: [] }))), /damaged/],
  ];
  test.each(cases)('%s', async (_, make, message) => {
    const one = await setup();
    const merged = merge(make(one), one.policy.sha256);
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
      ['r1.json|the evidence of the report was changed after it was written'],
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
      [`r0.json|the report is of the policy POLICY, this run has (none)`],
    ],
    [
      'no policy where there is one',
      (s) => [report(at(split(s.content, 1, null), A))],
      'd'.repeat(64),
      [`r0.json|the report is of the policy (none), this run has ${'d'.repeat(64)}`],
    ],
    [
      'one shard of twenty',
      (s) => split(s.content, 20, s.policy.sha256).slice(0, 1).map(report),
      undefined,
      ['|of 20 shards these are missing: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11'],
    ],
    [
      'a shard twice',
      (s) => [...s.shards, at(s.shards, A)].map(report),
      undefined,
      ['r2.json|shard 1 is there twice, also in r0.json'],
    ],
    [
      'shards of other settings and other artifacts',
      (s) => [
        report(at(s.shards, A)),
        report(
          sealed(at(s.shards, B), {
            plan: { ...at(s.shards, B).plan, settings: 'e'.repeat(64), artifacts: 'f'.repeat(64) },
          }),
        ),
      ],
      undefined,
      [
        'r1.json|the report is of a run with other settings than r0.json',
        'r1.json|the report is of a run over other artifacts than r0.json',
      ],
    ],
  ];
  test.each(told)('told in full: %s', async (_, make, policySha256, expected) => {
    const one = await setup();
    const merged = merge(make(one), policySha256 === undefined ? one.policy.sha256 : policySha256);
    const messages = merged.ok ? [] : merged.findings.map(({ artifact, message }) => `${artifact}|${message}`);
    expect(messages).toEqual(expected.map((text) => text.replace('POLICY', one.policy.sha256 ?? '')));
  });

  test('settings that the merging run knows are compared', async () => {
    const { shards, policy } = await setup(1);
    const merged = merge(shards.map(report), policy.sha256, 'c'.repeat(64));
    expect(merged.ok ? [] : merged.findings.map(({ message }) => message)).toEqual([
      'the report is of a run with other settings (keys, patterns, limits …)',
    ]);
  });

  test('artifacts without records, and what every shard left out, in the order of their paths', async () => {
    const { policy } = await setup();
    const bare: Art[] = ['d', 'b', 'a', 'c'].map((path) => ({ path, records: [] }));
    const given = contentOf(await worldOf(policy, bare));
    const left = ['x/3', 'x/1', 'x/4', 'x/2'];
    const paths = [...given.artifacts.map(({ verdict }) => verdict.path), ...left];
    const shards = [1, 2, 3].map((index) => {
      const mine = (path: string): boolean => shardOf(path, 3) === index;
      return encodeShard(makePlan({ index, count: 3 }, ENGINE, policy.sha256, SETTINGS, paths), {
        ...given,
        artifacts: given.artifacts.filter(({ verdict }) => mine(verdict.path)),
        dropped: left.filter(mine),
      });
    });
    const merged = merge(shards.map(report), policy.sha256);
    expect(merged.ok && merged.content).toEqual({ ...given, dropped: [...left].sort() });
    expect(merged.ok && merged.content.artifacts.map(({ verdict }) => verdict.path)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('all shards, each once, merge', async () => {
    const { shards, policy, content } = await setup(3);
    expect(merge(shards.map(report), policy.sha256, shards[0]?.plan.settings)).toEqual({ ok: true, content });
    expect(merge(shards.map(report), policy.sha256, 'c'.repeat(64)).ok).toBe(false);
  });

  test('paths that every shard may leave out belong to the plan', async () => {
    const { content, policy } = await setup();
    const [first] = content.artifacts;
    const path = first?.verdict.path ?? '';
    const paths = content.artifacts.map(({ verdict }) => verdict.path);
    const shards = [1, 2].map((index) => {
      const mine = (one: string): boolean => shardOf(one, 2) === index;
      return encodeShard(makePlan({ index, count: 2 }, ENGINE, policy.sha256, SETTINGS, paths), {
        ...content,
        artifacts: content.artifacts.filter(({ verdict }) => mine(verdict.path) && verdict.path !== path),
        facts: content.facts.filter(({ artifact }) => mine(artifact) && artifact !== path),
        dropped: mine(path) ? [path] : [],
      });
    });
    const merged = merge(shards.map(report), policy.sha256);
    expect(merged.ok && merged.content.dropped).toEqual([path]);
  });

  test('a shard that was cut short makes the whole run incomplete', async () => {
    const { shards, policy } = await setup();
    const cut = sealed(at(shards, A), { incomplete: true, artifacts: [], records: [] });
    const merged = merge([report(cut), report(at(shards, B))], policy.sha256);
    expect(merged.ok && merged.content.incomplete).toBe(true);
  });
});
