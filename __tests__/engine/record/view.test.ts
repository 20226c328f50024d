import { describe, expect, test } from '@jest/globals';
import { type RecordView, viewRecord } from '../../../src/engine/record/view.js';
import type { JsonObject } from '../../../src/engine/types.js';

/* A record as the hash and the schemas see it (contract 2.2), and what keeps it from being read. */

const view = (value: unknown, loneCaseVariants: 'read' | 'refuse' = 'refuse') =>
  viewRecord(value as JsonObject, { loneCaseVariants });
function viewOf(value: unknown): RecordView {
  const { view: made, problems } = view(value, 'read');
  if (made === undefined) throw new Error(problems[0]?.message);
  return made;
}

test('an empty record', () => {
  expect(viewOf({})).toStrictEqual({
    recordId: '',
    recordVersion: '',
    source: '',
    sourceProduct: '',
    recordType: '',
    agentId: '',
    timestamp: undefined,
    utc: '',
    epochMs: Number.NaN,
    fraction: false,
    event: undefined,
    controls: { permissions_enforced: false },
    metadata: undefined,
    relationship: undefined,
    relations: undefined,
    integrity: { recordHash: '', previousRecordHash: '', signingKeyId: '', signature: '', present: false },
    unhashed: undefined,
  });
});

test.each<[unknown, unknown]>([
  [
    { approved_scope: 's', within_scope: true, permissions_enforced: true },
    { approved_scope: 's', within_scope: true, permissions_enforced: true },
  ],
  [
    { guardrails_active: [{ name: 'n', status: 's', triggered: true }, null] },
    {
      guardrails_active: [
        { name: 'n', status: 's', triggered: true },
        { name: '', status: '', triggered: false },
      ],
      permissions_enforced: false,
    },
  ],
  [
    { human_oversight: { approval_required: true, last_review: 'l', reviewer: 'r' } },
    { human_oversight: { approval_required: true, last_review: 'l', reviewer: 'r' }, permissions_enforced: false },
  ],
  [
    { human_oversight: { last_review: '', reviewer: '' } },
    { human_oversight: { approval_required: false }, permissions_enforced: false },
  ],
  [{ human_oversight: {} }, { human_oversight: { approval_required: false }, permissions_enforced: false }],
])('controls %j', (controls, expected) => {
  expect(viewOf({ controls }).controls).toStrictEqual(expected);
});

test.each<[unknown, string[] | undefined]>([
  [{ note: 1, 'a/b': 2 }, ['/note', '/a~1b']],
  [{ integrity: { record_hash: '', extra: 1 } }, ['/integrity/extra']],
  [
    { controls: { extra: 1, guardrails_active: [{}, { extra: 1 }], human_oversight: { extra: 1 } } },
    ['/controls/extra', '/controls/guardrails_active/1/extra', '/controls/human_oversight/extra'],
  ],
  [{ event: { extra: 1 }, metadata: { extra: 1 }, relationship: { extra: 1 } }, undefined],
])('no hash covers unknown members: %j', (value, pointers) => {
  expect(viewOf(value).unhashed).toEqual(pointers);
});

describe('problems that make it unreadable', () => {
  test.each<[unknown, string, string]>([
    [{ timestamp: 'today' }, '/timestamp', 'timestamp "today" is not an RFC 3339 instant'],
    [{ integrity: { signature: 1 } }, '/integrity/signature', '"signature" must be a string, not a number'],
    [
      { controls: { approved_scope: 1 } },
      '/controls/approved_scope',
      '"approved_scope" must be a string, not a number',
    ],
    [
      { controls: { guardrails_active: [{}, 'g'] } },
      '/controls/guardrails_active/1',
      '"1" must be an object, not a string',
    ],
    [
      { controls: { guardrails_active: [{ status: [] }] } },
      '/controls/guardrails_active/0/status',
      '"status" must be a string, not a list',
    ],
    [
      { controls: { human_oversight: { reviewer: 1 } } },
      '/controls/human_oversight/reviewer',
      '"reviewer" must be a string, not a number',
    ],
    [
      { controls: { human_oversight: { last_review: 1 } } },
      '/controls/human_oversight/last_review',
      '"last_review" must be a string, not a number',
    ],
    [{ relations: { edges: 1 } }, '/relations/edges', '"edges" must be a list, not a number'],
    [{ relationship: { edges: 1 } }, '/relationship/edges', '"edges" must be a list, not a number'],
  ])('%j', (value, pointer, message) => {
    expect(view(value).problems?.map((one) => [one.pointer, one.message])).toEqual([[pointer, message]]);
  });

  test.each([
    ['Source', { Source: 'x' }, '/Source'],
    ['Record_hash', { integrity: { Record_hash: 'x' } }, '/integrity/Record_hash'],
    ['Within_scope', { controls: { Within_scope: true } }, '/controls/Within_scope'],
    ['Name', { controls: { guardrails_active: [{ Name: 'x' }] } }, '/controls/guardrails_active/0/Name'],
    ['Reviewer', { controls: { human_oversight: { Reviewer: 'x' } } }, '/controls/human_oversight/Reviewer'],
  ])('a lone %s is refused, or read as the member itself', (name, value, pointer) => {
    const message = `member "${name}" differs from "${name.toLowerCase()}" only by case: readers disagree about which one counts`;
    expect(view(value).problems).toEqual([{ code: 'json.case_collision', message, pointer }]);
    const small = JSON.parse(JSON.stringify(value).replaceAll(name, name.toLowerCase())) as unknown;
    expect({ ...viewOf(value), unhashed: undefined }).toEqual(viewOf(small));
  });

  test('a twin of a known member is always refused', () => {
    for (const how of ['read', 'refuse'] as const) {
      expect(view({ source: 'x', Source: 'y' }, how).problems).toMatchObject([{ code: 'json.case_collision' }]);
    }
  });
});
