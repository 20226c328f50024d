import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashOfRecord, sealRecord } from '../../../src/engine/index.js';
import { readJson } from '../../../src/engine/json/read.js';
import { canonicalPayload, recordHash as hashOfView } from '../../../src/engine/record/hash.js';
import { type RecordView, viewRecord } from '../../../src/engine/record/view.js';
import type { JsonObject } from '../../../src/engine/types.js';
import { ALICE, type Doc, digest, hashOf, omit, record, recordHash, seal } from '../../support/build.js';
import { SIGNED, verifyBytes } from '../kinds/cases/run.js';

function viewOf(one: unknown, loneCaseVariants: 'read' | 'refuse' = 'refuse'): RecordView {
  const { view, problems } = viewRecord(one as JsonObject, { loneCaseVariants });
  if (view === undefined) throw new Error(problems.map((problem) => problem.message).join());
  return view;
}
const payloadOf = (one: unknown): JsonObject => readJson(Buffer.from(canonicalPayload(viewOf(one))), 200) as JsonObject;
const codesOf = async (one: unknown, options = {}): Promise<string[]> =>
  (await verifyBytes('r.json', one, options)).findings.map((found) => found.code);

describe('the hash', () => {
  test('of the smallest record, from the contract', () => {
    const text =
      '{"agent_id":"","controls":{"permissions_enforced":false},"event":{},"integrity":{"previous_record_hash":""},"metadata":null,"record_id":"r","record_type":"decision","record_version":"1.0","source":"s","source_product":"p","timestamp":"2026-01-02T03:04:05Z"}';
    const smallest = {
      record_id: 'r',
      record_version: '1.0',
      timestamp: '2026-01-02T03:04:05Z',
      source: 's',
      source_product: 'p',
      record_type: 'decision',
      event: {},
    };
    expect(canonicalPayload(viewOf(smallest))).toBe(text);
    expect(hashOfRecord(smallest)).toBe(`sha256:${digest(JSON.parse(text))}`);
    expect(hashOf(smallest)).toBe(hashOfRecord(smallest));
  });

  test.each<[string, unknown, unknown]>([
    ['absent', undefined, { permissions_enforced: false }],
    ['null', null, { permissions_enforced: false }],
    ['empty', {}, { permissions_enforced: false }],
    [
      'null members',
      {
        permissions_enforced: null,
        approved_scope: null,
        within_scope: null,
        guardrails_active: null,
        human_oversight: null,
      },
      { permissions_enforced: false },
    ],
    ['empty members', { approved_scope: '', guardrails_active: [] }, { permissions_enforced: false }],
    [
      'false is kept',
      { within_scope: false, permissions_enforced: true },
      { within_scope: false, permissions_enforced: true },
    ],
    ['unknown members are dropped', { extra: 1 }, { permissions_enforced: false }],
    [
      'guardrails',
      { guardrails_active: [{ name: 'a', extra: 1 }, null, {}, { triggered: true, status: 's' }] },
      {
        permissions_enforced: false,
        guardrails_active: [
          { name: 'a', status: '', triggered: false },
          { name: '', status: '', triggered: false },
          { name: '', status: '', triggered: false },
          { name: '', status: 's', triggered: true },
        ],
      },
    ],
    [
      'oversight',
      { human_oversight: { reviewer: '', last_review: 'x', extra: 1 } },
      { permissions_enforced: false, human_oversight: { approval_required: false, last_review: 'x' } },
    ],
    [
      'empty oversight',
      { human_oversight: {} },
      { permissions_enforced: false, human_oversight: { approval_required: false } },
    ],
  ])('covers controls: %s', (_name, controls, view) => {
    expect(payloadOf({ ...record(), controls })['controls']).toEqual(view);
  });

  const long = 'A'.repeat(64);
  test.each<[string, unknown, unknown]>([
    ['empty', {}, {}],
    [
      'empty members',
      {
        parent_ref: null,
        entity_refs: [],
        policy_ref: null,
        agent_chain: null,
        edges: [],
        parent_record_id: '',
        related_record_ids: [],
        related_entity_ids: null,
        agent_lineage: [],
      },
      {},
    ],
    [
      'unknown members',
      { x: { y: null }, parent_ref: { z: 1 } },
      { x: { y: null }, parent_ref: { z: 1, kind: '', id: '' } },
    ],
    [
      'a reference as given',
      { parent_ref: { kind: 'run', id: '1', digest: '', schema_id: '', source_product: 'x' } },
      { parent_ref: { kind: 'run', id: '1', digest: '', schema_id: '', source_product: 'x' } },
    ],
    [
      'a digest in capitals',
      { parent_ref: { kind: 'run', id: '1', digest: long } },
      { parent_ref: { kind: 'run', id: '1', digest: long } },
    ],
    [
      'null elements',
      { entity_refs: [null], agent_chain: [null], edges: [null], agent_lineage: [null], related_record_ids: [null] },
      {
        entity_refs: [{ kind: '', id: '' }],
        agent_chain: [{ identity: '', role: '' }],
        edges: [{ kind: '', from: { kind: '', id: '' }, to: { kind: '', id: '' } }],
        agent_lineage: [{ agent_id: '' }],
        related_record_ids: [''],
      },
    ],
    [
      'a policy',
      { policy_ref: { policy_id: 'p', policy_version: '', policy_digest: '', matched_rule_ids: [], x: 1 } },
      { policy_ref: { policy_id: 'p', x: 1 } },
    ],
    ['an empty policy', { policy_ref: {} }, { policy_ref: {} }],
    ['a hop', { agent_chain: [{ identity: 'a', x: 1 }] }, { agent_chain: [{ identity: 'a', role: '', x: 1 }] }],
    [
      'a lineage',
      { agent_lineage: [{ agent_id: 'a', delegated_by: '', delegation_record_id: 'd' }] },
      { agent_lineage: [{ agent_id: 'a', delegation_record_id: 'd' }] },
    ],
    ['texts in order, twice', { related_entity_ids: ['b', 'a', 'b'] }, { related_entity_ids: ['b', 'a', 'b'] }],
  ])('covers a relationship: %s', (_name, relationship, view) => {
    expect(payloadOf({ ...record(), relationship })['relationship']).toEqual(view);
    expect(payloadOf({ ...record(), relations: relationship })['relations']).toEqual(view);
  });

  test('omits relations when they are null', () => {
    const payload = payloadOf({ ...record(), relations: null, relationship: null });
    expect(Object.keys(payload)).not.toContain('relations');
    expect(Object.keys(payload)).not.toContain('relationship');
  });

  test.each([
    ['2026-01-02T03:04:05.987Z', '2026-01-02T03:04:05Z'],
    ['2026-01-02T05:34:05+02:30', '2026-01-02T03:04:05Z'],
    ['2025-12-31T23:59:59.999999-01:00', '2026-01-01T00:59:59Z'],
  ])('treats %s as %s', (timestamp, utc) => {
    expect(payloadOf({ ...record(), timestamp })['timestamp']).toBe(utc);
  });

  test('keeps members named like those of Object.prototype', async () => {
    const text = JSON.stringify(record({ event: { a: 1 } })).replace(
      '{"a":1}',
      '{"__proto__":{"x":1},"constructor":1,"toString":null,"10":1,"9":2}',
    );
    const event = JSON.parse('{"__proto__":{"x":1},"constructor":1,"toString":null,"10":1,"9":2}') as Doc;
    const sealed = record({ event });
    expect(hashOfRecord(JSON.parse(text) as JsonObject)).toBe(recordHash(sealed));
    expect(await codesOf(text.replace(/sha256:[0-9a-f]{64}/, recordHash(sealed)))).toEqual([]);
    expect(
      await codesOf(text.replace(/sha256:[0-9a-f]{64}/, recordHash(record({ event: omit(event, '__proto__') })))),
    ).toEqual(['record.hash_mismatch']);
  });

  test('nothing is trimmed or sorted', async () => {
    const odd = record({ source: ' unit ', agent_id: ' ', metadata: {}, event: { list: [3, 1, 2], text: ' é ' } });
    expect(await codesOf(odd)).toEqual([]);
    expect(await codesOf({ ...odd, source: 'unit' })).toEqual(['record.hash_mismatch']);
  });
});

describe('a change after sealing', () => {
  const full = record({
    agent_id: 'a',
    metadata: { note: 'x' },
    event: { n: 1, list: [1, { deep: true }] },
    relationship: { parent_ref: { kind: 'run', id: 'r' }, related_record_ids: ['x'] },
  });

  test.each<[string, (one: Doc) => unknown]>([
    ['record_id', (one) => ({ ...one, record_id: 'other' })],
    ['record_version', (one) => ({ ...one, record_version: '1.1' })],
    ['timestamp', (one) => ({ ...one, timestamp: '2026-01-02T03:04:06Z' })],
    ['source', (one) => ({ ...one, source: 'unit ' })],
    ['source_product', (one) => ({ ...one, source_product: 'gait' })],
    ['record_type', (one) => ({ ...one, record_type: 'approval' })],
    ['agent_id', (one) => ({ ...one, agent_id: 'b' })],
    ['agent_id removed', (one) => omit(one, 'agent_id')],
    ['event', (one) => ({ ...one, event: { n: 1, list: [1, { deep: false }] } })],
    ['one more in event', (one) => ({ ...one, event: { ...(one['event'] as Doc), more: null } })],
    ['controls', (one) => ({ ...one, controls: { permissions_enforced: false } })],
    ['controls removed', (one) => omit(one, 'controls')],
    ['metadata', (one) => ({ ...one, metadata: {} })],
    ['metadata removed', (one) => omit(one, 'metadata')],
    [
      'relationship',
      (one) => ({ ...one, relationship: { parent_ref: { kind: 'run', id: 's' }, related_record_ids: ['x'] } }),
    ],
    ['relationship removed', (one) => omit(one, 'relationship')],
    ['relations come', (one) => ({ ...one, relations: {} })],
    [
      'previous_record_hash',
      (one) => ({
        ...one,
        integrity: { ...(one['integrity'] as Doc), previous_record_hash: `sha256:${'0'.repeat(64)}` },
      }),
    ],
  ])('of %s breaks the hash until the record is sealed again', async (_name, change) => {
    const changed = change(full) as Doc;
    expect(await codesOf(changed)).toEqual(['record.hash_mismatch']);
    const again = (await codesOf(seal(changed))).filter((code) => code !== 'signature.not_checked');
    expect(again).toEqual([]);
  });

  test('sealed again by a different signer, is found by the signature', async () => {
    const signed = record({}, { by: ALICE });
    const integrity = signed['integrity'] as Doc;
    const forged = sealRecord({ ...signed, event: { action: 'deny' } } as unknown as JsonObject);
    expect((forged['integrity'] as JsonObject)['signature']).toBe(integrity['signature']);
    expect(await codesOf(forged, SIGNED)).toEqual(['signature.invalid']);
  });

  const spelled = (value: unknown, seed: number): string => {
    let state = seed;
    const next = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const text = (one: string): string =>
      next() < 0.5
        ? JSON.stringify(one)
        : `"${Array.from(one, (c) => (c.length > 1 ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')}"`;
    const write = (one: unknown): string => {
      const blank = next() < 0.3 ? ' \n' : '';
      if (typeof one === 'string') return text(one);
      if (Array.isArray(one)) return `[${blank}${one.map(write).join(`${blank},`)}]`;
      if (one === null || typeof one !== 'object') return JSON.stringify(one);
      const members = Object.entries(one).map(([name, item]) => `${text(name)}${blank}:${write(item)}`);
      members.sort(() => next() - 0.5);
      return `{${blank}${members.join(`,${blank}`)}}`;
    };
    return write(value);
  };

  test('of notation only (order, white space, escapes) does not change the hash', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' })),
        fc.nat(),
        (event, seed) => {
          const one = record({ event, metadata: event });
          const bytes = Buffer.from(spelled(one, seed));
          expect(hashOfRecord(readJson(bytes, 200) as JsonObject)).toBe(recordHash(one));
        },
      ),
    );
  });

  test('of any value in the event is found', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = digest(a) === digest(b);
        const hashes = [a, b].map((value) => hashOfView(viewOf(record({ event: { value } }))));
        expect(hashes[0] === hashes[1]).toBe(same);
      }),
    );
  });
});

describe('unreadable records', () => {
  const path = (pointer: string, value: unknown): Doc => {
    const one = structuredClone(
      record({
        controls: { permissions_enforced: true, guardrails_active: [{ name: 'g' }], human_oversight: {} },
        relationship: {
          parent_ref: { kind: 'run', id: '1' },
          edges: [],
          policy_ref: {},
          agent_chain: [{}],
          agent_lineage: [{}],
          related_record_ids: [],
        },
      }),
    );
    const parts = pointer.slice(1).split('/');
    let at: Record<string, unknown> = one;
    for (const part of parts.slice(0, -1)) at = at[part] as Record<string, unknown>;
    at[parts.at(-1) ?? ''] = value;
    return one;
  };

  test.each<[string, unknown]>([
    ['/record_id', 1],
    ['/record_version', 1],
    ['/timestamp', 0],
    ['/source', []],
    ['/source_product', {}],
    ['/record_type', true],
    ['/agent_id', 7],
    ['/event', 'x'],
    ['/event', []],
    ['/controls', []],
    ['/metadata', 'x'],
    ['/integrity', 'x'],
    ['/integrity/record_hash', 1],
    ['/integrity/previous_record_hash', {}],
    ['/integrity/signing_key_id', 1],
    ['/integrity/signature', []],
    ['/controls/permissions_enforced', 'true'],
    ['/controls/approved_scope', 1],
    ['/controls/within_scope', 0],
    ['/controls/guardrails_active', {}],
    ['/controls/guardrails_active/0', 'g'],
    ['/controls/guardrails_active/0/triggered', 'yes'],
    ['/controls/human_oversight', []],
    ['/controls/human_oversight/approval_required', 1],
    ['/relationship', []],
    ['/relationship/parent_ref', 'run:1'],
    ['/relationship/parent_ref/id', 1],
    ['/relationship/edges', {}],
    ['/relationship/policy_ref/policy_id', 1],
    ['/relationship/agent_chain/0/role', 1],
    ['/relationship/agent_lineage/0/agent_id', 1],
    ['/relationship/related_record_ids', 'x'],
    ['/relations', 1],
  ])('%s of a different type', async (pointer, value) => {
    const { findings } = await verifyBytes('r.json', path(pointer, value));
    expect(findings).toMatchObject([{ code: 'record.member_type', exit_code: 6, pointer, line: 1 }]);
  });

  test.each([
    ['Event', 'event'],
    ['RECORD_TYPE', 'record_type'],
    ['\u017fource', 'source'],
    ['agent_\u0131d', undefined],
    ['metadata ', undefined],
  ])('a member named %s', async (name, twin) => {
    const doubled = { ...record(), [name]: 'x' };
    expect((await codesOf(doubled, { strict: false }))[0]).toBe(
      twin === undefined ? 'record.unhashed_member' : 'json.case_collision',
    );
    if (twin === undefined) return;
    const alone = { ...omit(record(), twin), [name]: record()[twin] };
    expect(await codesOf(alone)).toEqual(['json.case_collision']);
    // Upstream reads the lone variant as the member itself.
    expect(await codesOf(alone, { mode: 'compat' })).toEqual([]);
    expect(await codesOf(doubled, { mode: 'compat' })).toEqual(['json.case_collision']);
  });

  test('reports all defects together', async () => {
    expect(await codesOf({ ...record(), source: ' ', event: null, record_type: '' })).toEqual([
      'record.source_required',
      'record.record_type_required',
      'record.event_required',
      'record.hash_mismatch',
    ]);
  });
});

describe('members that the hash does not cover', () => {
  test('strict: an error for each; otherwise a warning', async () => {
    const one = record({ note: 1, controls: { permissions_enforced: true } });
    const two = { ...one, controls: { permissions_enforced: true, extra: 1 } };
    const strict = await verifyBytes('r.json', two);
    expect(strict.findings).toMatchObject([
      { code: 'record.unhashed_member', severity: 'error', pointer: '/note' },
      { code: 'record.unhashed_member', severity: 'error', pointer: '/controls/extra' },
    ]);
    const loose = await verifyBytes('r.json', two, { strict: false });
    expect(loose.outcome).toBe('verified');
    expect(loose.findings.map((found) => found.severity)).toEqual(['warning', 'warning']);
    expect(await codesOf(two, { mode: 'compat' })).toEqual([]);
  });
});
