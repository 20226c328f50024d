import { describe, expect, test } from '@jest/globals';
import { canonicalize } from '../../../src/engine/json/jcs.js';
import type { Problem } from '../../../src/engine/json/members.js';
import { viewRelationship } from '../../../src/engine/record/relationship.js';
import { ViewContext } from '../../../src/engine/record/view-context.js';
import type { JsonObject } from '../../../src/engine/types.js';
import { record } from '../../support/build.js';
import { verifyBytes } from '../kinds/cases/run.js';

/* Relationships: the typed view that is hashed (contract 2.3) and what is wrong with one (contract 2.4). */

function viewed(raw: unknown) {
  const unreadable: Problem[] = [];
  const context = new ViewContext(unreadable, { loneCaseVariants: 'refuse' });
  const { value, problems } = viewRelationship(raw as JsonObject, '/relationship', context);
  return { value, problems, unreadable, unhashed: context.unhashed };
}
const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);

const REF = { kind: 'run', id: '1' };
const END = { kind: 'any thing', id: '2' };

describe('the view', () => {
  const full = {
    parent_ref: REF,
    entity_refs: [{ kind: 'tool', id: 't', digest: 'd', schema_id: 's', schema_version: 'v', source_product: 'p' }],
    policy_ref: { policy_id: 'p', policy_version: 'v', policy_digest: 'd', matched_rule_ids: ['b', 'a'] },
    agent_chain: [{ identity: 'i', role: 'r' }],
    edges: [{ kind: 'calls', from: END, to: END }],
    parent_record_id: 'x',
    related_record_ids: ['r', ''],
    related_entity_ids: ['e'],
    agent_lineage: [{ agent_id: 'a', delegated_by: 'b', delegation_record_id: 'c' }],
  };

  test('keeps all known members', () => {
    expect(viewed(full).value).toStrictEqual(full);
    expect(viewed(full).unreadable).toEqual([]);
  });

  test.each<[string, unknown, unknown]>([
    ['of nothing', {}, {}],
    ['of a reference to nothing', { parent_ref: {} }, { parent_ref: { kind: '', id: '' } }],
    [
      'of optional members exactly as given',
      { parent_ref: { ...REF, digest: '', schema_id: null, schema_version: 1, source_product: [] } },
      { parent_ref: { ...REF, digest: '', schema_id: null, schema_version: 1, source_product: [] } },
    ],
    ['of a policy of nothing', { policy_ref: { policy_id: '', matched_rule_ids: null } }, { policy_ref: {} }],
    [
      'of hops of nothing',
      { agent_chain: [{}, null] },
      {
        agent_chain: [
          { identity: '', role: '' },
          { identity: '', role: '' },
        ],
      },
    ],
    [
      'of a lineage of nothing',
      { agent_lineage: [{ delegated_by: '', delegation_record_id: '' }] },
      { agent_lineage: [{ agent_id: '' }] },
    ],
    ['of ids that are null', { related_entity_ids: [null, 'a'] }, { related_entity_ids: ['', 'a'] }],
    [
      'of an edge without ends',
      { edges: [{ kind: 'calls' }] },
      { edges: [{ kind: 'calls', from: { kind: '', id: '' }, to: { kind: '', id: '' } }] },
    ],
  ])('%s', (_name, raw, expected) => {
    expect(viewed(raw).value).toStrictEqual(expected);
  });

  const unknown = { note: { a: null }, z: [] };
  const everywhere = {
    ...unknown,
    parent_ref: { ...REF, ...unknown },
    entity_refs: [{ kind: 'tool', id: 't', ...unknown }],
    policy_ref: unknown,
    agent_chain: [{ identity: 'i', role: 'delegate', ...unknown }],
    edges: [{ kind: 'calls', from: { ...END, ...unknown }, to: { ...END, ...unknown }, ...unknown }],
    agent_lineage: [{ agent_id: 'a', ...unknown }],
  };

  test('keeps unknown members at every level, and the hash covers them', async () => {
    expect(viewed(everywhere).value).toStrictEqual(everywhere);
    expect(viewed(everywhere).unhashed).toBeUndefined();
    expect((await verifyBytes('r.json', record({ relationship: everywhere }))).findings).toEqual([]);
  });

  test('keeps a member called __proto__ as it is', () => {
    const text = '{"__proto__":{"x":1},"parent_ref":{"__proto__":"y","id":"1","kind":"run"}}';
    expect(canonicalize(viewed(JSON.parse(text)).value)).toBe(text);
    expect(Object.getPrototypeOf(viewed(JSON.parse(text)).value)).toBe(Object.prototype);
  });
});

describe('unreadable relationships', () => {
  test.each<[unknown, string, string]>([
    [{ parent_ref: [] }, '/parent_ref', '"parent_ref" must be an object, not a list'],
    [{ parent_ref: { kind: 1, id: 'x' } }, '/parent_ref/kind', '"kind" must be a string, not a number'],
    [{ entity_refs: {} }, '/entity_refs', '"entity_refs" must be a list, not an object'],
    [{ entity_refs: [null, 'x'] }, '/entity_refs/1', '"1" must be an object, not a string'],
    [{ entity_refs: [{ kind: 'tool', id: 2 }] }, '/entity_refs/0/id', '"id" must be a string, not a number'],
    [
      { policy_ref: { policy_version: 1 } },
      '/policy_ref/policy_version',
      '"policy_version" must be a string, not a number',
    ],
    [
      { policy_ref: { policy_digest: 1 } },
      '/policy_ref/policy_digest',
      '"policy_digest" must be a string, not a number',
    ],
    [
      { policy_ref: { matched_rule_ids: 'a' } },
      '/policy_ref/matched_rule_ids',
      '"matched_rule_ids" must be a list, not a string',
    ],
    [
      { policy_ref: { matched_rule_ids: ['a', 2] } },
      '/policy_ref/matched_rule_ids/1',
      '"1" must be a string, not a number',
    ],
    [{ agent_chain: [{ identity: 1 }] }, '/agent_chain/0/identity', '"identity" must be a string, not a number'],
    [{ agent_chain: [[]] }, '/agent_chain/0', '"0" must be an object, not a list'],
    [{ edges: [{ kind: true }] }, '/edges/0/kind', '"kind" must be a string, not true or false'],
    [{ edges: [{ kind: 'calls', from: 'x' }] }, '/edges/0/from', '"from" must be an object, not a string'],
    [{ edges: [{ kind: 'calls', from: END, to: { id: 1 } }] }, '/edges/0/to/id', '"id" must be a string, not a number'],
    [
      { edges: [{ kind: 'calls', from: { id: 1 }, to: END }] },
      '/edges/0/from/id',
      '"id" must be a string, not a number',
    ],
    [{ parent_record_id: 1 }, '/parent_record_id', '"parent_record_id" must be a string, not a number'],
    [{ related_record_ids: [{}] }, '/related_record_ids/0', '"0" must be a string, not an object'],
    [{ related_entity_ids: [false] }, '/related_entity_ids/0', '"0" must be a string, not true or false'],
    [
      { agent_lineage: [{ delegated_by: 1 }] },
      '/agent_lineage/0/delegated_by',
      '"delegated_by" must be a string, not a number',
    ],
    [
      { agent_lineage: [{ delegation_record_id: 1 }] },
      '/agent_lineage/0/delegation_record_id',
      '"delegation_record_id" must be a string, not a number',
    ],
  ])('%j', (raw, pointer, message) => {
    expect(told(viewed(raw).unreadable)).toEqual([`record.member_type /relationship${pointer}: ${message}`]);
  });

  test.each<[unknown, string, string]>([
    [{ Edges: [] }, '', 'Edges'],
    [{ parent_ref: { ...REF, ID: '2' } }, '/parent_ref', 'ID'],
    [{ entity_refs: [{ kind: 'tool', id: 't', Kind: 'x' }] }, '/entity_refs/0', 'Kind'],
    [{ policy_ref: { Policy_id: 'x' } }, '/policy_ref', 'Policy_id'],
    [{ agent_chain: [{ Role: 'x' }] }, '/agent_chain/0', 'Role'],
    [{ edges: [{ kind: 'calls', from: END, to: END, TO: {} }] }, '/edges/0', 'TO'],
    [{ agent_lineage: [{ agent_id: 'a', Agent_ID: 'b' }] }, '/agent_lineage/0', 'Agent_ID'],
  ])('a member in a different case: %j', (raw, pointer, name) => {
    const message = `member "${name}" differs from "${name.toLowerCase()}" only by case: readers disagree about which one counts`;
    expect(told(viewed(raw).unreadable)).toEqual([`json.case_collision /relationship${pointer}/${name}: ${message}`]);
  });
});

describe('problems of a relationship', () => {
  const kind = (pointer: string, text: string): string =>
    `record.relationship_ref.kind_invalid /relationship${pointer}/kind: reference kind "${text}" is not known`;
  const id = (pointer: string): string =>
    `record.relationship_ref.id_required /relationship${pointer}/id: a reference has no id`;
  const edge = (text: string): string =>
    `record.relationship_edge.kind_invalid /relationship/edges/0/kind: edge kind "${text}" is not known`;
  const LONG = 'a'.repeat(64);

  test.each<[unknown, string[]]>([
    [{ parent_ref: {} }, [id('/parent_ref'), kind('/parent_ref', '')]],
    [{ entity_refs: [{ kind: 'tool', id: 't' }, { kind: 'run' }] }, [id('/entity_refs/1')]],
    [{ edges: [{ kind: 'calls', from: END }] }, [id('/edges/0/to'), kind('/edges/0/to', '')]],
    [{ edges: [{ kind: 'calls', from: { id: '1' }, to: END }] }, [kind('/edges/0/from', '')]],
    [{ edges: [{ from: END, to: END }] }, [edge('')]],
    [{ edges: [{ kind: 'approves', from: END, to: END }] }, [edge('approves')]],
    [{ edges: [{ kind: 'acme.approves', from: END, to: END }] }, []],
    [{ edges: [{ kind: 'agent', from: END, to: END }] }, [edge('agent')]],
    [{ parent_ref: { ...REF, digest: LONG } }, []],
    [{ parent_ref: { ...REF, digest: `sha256:${LONG.toUpperCase()}` } }, []],
    [{ parent_ref: { ...REF, digest: '' } }, []],
    [{ parent_ref: { ...REF, digest: 1 } }, []],
    [
      { parent_ref: { ...REF, digest: 'x' } },
      ['record.relationship_ref.digest_invalid /relationship/parent_ref/digest: reference digest "x" is not a SHA-256'],
    ],
    [
      { parent_ref: { ...REF, digest: `${LONG}a` } },
      [
        `record.relationship_ref.digest_invalid /relationship/parent_ref/digest: reference digest "${LONG}a" is not a SHA-256`,
      ],
    ],
  ])('%j', (raw, expected) => {
    expect(told(viewed(raw).problems)).toEqual(expected);
  });

  const kinds = (of: (text: string) => unknown, list: readonly string[]): string[] =>
    list.filter((text) => viewed(of(text)).problems.length === 0);
  const PARENTS = ['trace', 'run', 'session', 'intent', 'policy', 'agent', 'evidence'];
  const ENTITIES = ['agent', 'tool', 'resource', 'policy', 'run', 'trace', 'delegation', 'evidence'];
  const EDGES = ['delegates_to', 'calls', 'governed_by', 'targets', 'derived_from', 'emits_evidence'];
  const ALL = [...new Set([...PARENTS, ...ENTITIES, ...EDGES, 'Run', 'run '])];

  test('each kind of reference has its own kinds', () => {
    expect(kinds((text) => ({ parent_ref: { kind: text, id: '1' } }), ALL).sort()).toEqual(PARENTS.sort());
    expect(kinds((text) => ({ entity_refs: [{ kind: text, id: '1' }] }), ALL).sort()).toEqual(ENTITIES.sort());
    expect(kinds((text) => ({ edges: [{ kind: text, from: END, to: END }] }), ALL).sort()).toEqual(EDGES.sort());
  });

  test.each([
    ['a.b', true],
    ['acme.tool', true],
    ['a1.b2', true],
    ['a-b_c.d', true],
    ['a.b-1', true],
    ['a.b.c.d', true],
    ['acme', false],
    ['.b', false],
    ['a.', false],
    ['a..b', false],
    ['1a.b', false],
    ['a.1b', false],
    ['A.b', false],
    ['a.B', false],
    ['a--b.c', false],
    ['a-.b', false],
    ['-a.b', false],
    ['a.b_', false],
    ['a._b', false],
    ['a.b ', false],
    [' a.b', false],
    ['a.b\n', false],
    ['a.é', false],
  ])('%j is a namespaced kind: %s', (text, good) => {
    expect(viewed({ parent_ref: { kind: text, id: '1' } }).problems).toHaveLength(good ? 0 : 1);
    expect(viewed({ edges: [{ kind: text, from: END, to: END }] }).problems).toHaveLength(good ? 0 : 1);
  });

  test('an invalid digest is a warning of the gate, and ignored in compat mode', async () => {
    const one = record({ relationship: { parent_ref: { ...REF, digest: 'x' } } });
    expect((await verifyBytes('r.json', one)).findings).toMatchObject([
      { code: 'record.relationship_ref.digest_invalid', severity: 'warning' },
    ]);
    expect((await verifyBytes('r.json', one, { mode: 'compat' })).findings).toEqual([]);
  });
});
