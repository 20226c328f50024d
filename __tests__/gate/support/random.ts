import type { Json, JsonObject } from '../../../src/engine/types.js';
import { type Art, at, DAY, HOUR, hashOf, KEYS, type Rec, record } from './world.js';

/** A small seeded generator, so that a failing set can be had again. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const TYPES = ['decision', 'deployment', 'test_result', 'approval', 'permission_check', 'policy_enforcement'];
const SIGNERS = ['ci', 'manager', 'second'] as const;

/** A random policy; with `trust` the keys of `SIGNERS` are the trusted ones. */
export function randomPolicy(dice: Dice, trust: boolean): Json {
  const policy: Record<string, Json> = { version: 1 };
  if (trust) {
    policy['trust'] = {
      keys: SIGNERS.map(
        (name): JsonObject => ({
          name,
          public_key: KEYS[name].hex,
          ...(dice.chance(0.2) ? { not_before: at(-30 * DAY) } : {}),
          ...(dice.chance(0.1)
            ? { record_types: ['approval', dice.pick(TYPES)].filter((t, i, a) => a.indexOf(t) === i) }
            : {}),
        }),
      ),
    };
  }
  if (dice.chance(0.3)) policy['freshness'] = { max_age: dice.pick(['1d', '30d', '90d']) };
  if (dice.chance(0.7)) {
    policy['require'] = {
      record_types: { [dice.pick(TYPES)]: 1 + dice.below(4) },
      ...(dice.chance(0.4) ? { source_products: [dice.pick(['ci', 'gait', 'axym'])] } : {}),
      ...(dice.chance(0.5)
        ? { frameworks: [dice.chance(0.5) ? { id: 'soc2', controls: ['cc6.1'] } : { id: 'soc2', min_coverage: 0.25 }] }
        : {}),
    };
  }
  if (dice.chance(0.4)) {
    policy['rules'] = [
      {
        id: 'allow',
        when: { properties: { record_type: { const: 'decision' } } },
        must: { properties: { event: { properties: { action: { enum: ['allow'] } } } } },
      },
    ];
  }
  if (dice.chance(0.6)) {
    policy['approvals'] = [
      {
        id: 'production',
        when: { properties: { record_type: { const: 'deployment' } } },
        ...(trust && dice.chance(0.6) ? { by: dice.chance(0.5) ? ['manager'] : ['manager', 'second'] } : {}),
        ...(dice.chance(0.3) ? { min: 2 } : {}),
        ...(dice.chance(0.3) ? { max_age: '72h' } : {}),
        ...(dice.chance(0.3) ? { binding: 'id' } : {}),
        ...(dice.chance(0.2) ? { veto: false } : {}),
        ...(dice.chance(0.2) ? { self_approval: 'allow' } : {}),
      },
    ];
  }
  return policy;
}

/** A random record; approvals name one of `known`. */
function randomRecord(dice: Dice, known: readonly JsonObject[], type = dice.pick(TYPES)): JsonObject {
  const more: JsonObject = {
    timestamp: at(-dice.pick([HOUR, 2 * DAY, 10 * DAY, 60 * DAY])),
    source_product: dice.pick(['ci', 'gait', 'Gait']),
    ...(dice.chance(0.05) ? { controls: { human_oversight: { approval_required: true } } } : {}),
  };
  if (type === 'approval' && known.length > 0) return record(type, naming(dice, dice.pick(known)), more);
  if (type === 'test_result')
    return record(type, { test_name: dice.pick(['a', 'b']), outcome: dice.pick(['passed', 'failed']) }, more);
  return record(type, dice.chance(0.5) ? { action: dice.pick(['allow', 'deny']) } : {}, more);
}

function naming(dice: Dice, target: JsonObject): JsonObject {
  const id = String(target['record_id']);
  const word = dice.pick([
    { verdict: 'approve' },
    { verdict: 'approve' },
    { status: 'approved' },
    { verdict: 'deny' },
    {},
  ]);
  const name = dice.pick<JsonObject>([
    { record_id: id },
    { record_hash: hashOf(target) },
    { record_hash: hashOf(target) },
    { record_id: id, record_hash: hashOf(target) },
    { approves: [id] },
  ]);
  return { ...word, ...name };
}

/** A random set of artifacts, most of it verified; `signed` signs with trusted keys. */
export function randomArts(dice: Dice, signed: boolean): Art[] {
  const known: JsonObject[] = [];
  const count = 1 + dice.below(8);
  return Array.from({ length: count }, (_, i): Art => {
    const size = dice.chance(0.5) ? 1 : 1 + dice.below(5);
    const kind =
      size === 1 ? ('record' as const) : dice.pick(['stream', 'chain', 'chain_directory', 'bundle'] as const);
    const records = Array.from({ length: size }, (): Rec => {
      const value = randomRecord(dice, known);
      known.push(value);
      const failing = dice.chance(0.03);
      return { value, ...(signed ? { key: dice.pick(SIGNERS) } : {}), ...(failing ? { ok: false } : {}) };
    });
    return {
      path: `${dice.pick(['evidence', 'é', 'z', 'A'])}/${i}-${dice.below(1000)}.json`,
      kind,
      records,
      ...(kind === 'bundle' ? { entry: 'records.jsonl' } : {}),
      ...(dice.chance(0.05) ? { outcome: 'failed' as const } : {}),
    };
  });
}

/** Denials by trusted signers of records that are there. */
export function denials(dice: Dice, arts: readonly Art[]): Art[] {
  const known = arts.flatMap(({ records = [] }) => records.map((one) => ('value' in one ? (one as Rec).value : one)));
  return Array.from({ length: 1 + dice.below(3) }, (_, i): Art => {
    const target = dice.pick(known);
    const event = dice.pick<JsonObject>([
      { verdict: 'deny' },
      { approved: false },
      { verdict: 'approve', revoked: true },
      { state: 'pending' },
    ]);
    const name = dice.pick<JsonObject>([{ record_id: String(target['record_id']) }, { record_hash: hashOf(target) }]);
    const value = record('approval', { ...event, ...name }, { timestamp: at(-dice.pick([0, HOUR, 20 * DAY])) });
    return { path: `denials/${i}.json`, records: [{ value, key: dice.pick(SIGNERS) }] };
  });
}

/** Artifacts that an attacker adds: whatever the policy asks for, but unverified, or signed by a key that nobody trusts. */
export function worthless(dice: Dice, arts: readonly Art[], trust: boolean): Art[] {
  const known = arts.flatMap(({ records = [] }) => records.map((one) => ('value' in one ? (one as Rec).value : one)));
  return Array.from({ length: 1 + dice.below(4) }, (_, i): Art => {
    const type = dice.chance(0.5) ? 'approval' : dice.pick(TYPES);
    // Sometimes a copy of what is there, or a record under an id that is there.
    const base = dice.chance(0.2) && known.length > 0 ? dice.pick(known) : randomRecord(dice, known, type);
    const value =
      dice.chance(0.1) && known.length > 0 ? { ...base, record_id: String(dice.pick(known)['record_id']) } : base;
    const way = trust ? dice.below(3) : dice.below(2);
    const rec: Rec =
      way === 0
        ? { value, ok: false, ...(trust ? { key: dice.pick(SIGNERS) } : {}) }
        : way === 1
          ? { value, ...(trust ? { key: dice.pick(SIGNERS) } : {}) }
          : { value, key: 'evil' };
    return {
      path: `${dice.pick(['!', 'evidence', 'zz'])}/x${i}.json`,
      records: [rec],
      ...(way === 1 ? { outcome: 'failed' as const } : {}),
    };
  });
}
