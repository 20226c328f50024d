import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/engine/types.js';
import { approvalOf, asksApproval, intentsOf } from '../../../src/gate/evidence/approval-facts.js';
import { APPROVING_WORDS } from '../../../src/gate/evidence/approval-words.js';
import { MAX_APPROVED } from '../../../src/model/facts.js';
import type { Doc } from '../../support/build.js';

/* What approvals name, and which records ask for one. */

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const json = (value: unknown): JsonObject => value as JsonObject;

describe('of an approval', () => {
  const names = (value: Doc) => approvalOf(json(value)).names;

  test.each<[string, Doc, object[]]>([
    ['nothing', {}, []],
    ['an id', { event: { record_id: 'x' } }, [{ id: 'x' }]],
    ['a hash', { event: { record_hash: `SHA256:${HASH}` } }, [{ digest: `SHA256:${HASH}` }]],
    ['a bare hash', { event: { record_hash: HASH.toUpperCase() } }, [{ digest: `sha256:${HASH}` }]],
    ['both', { event: { record_id: 'x', record_hash: HASH } }, [{ id: 'x', digest: `sha256:${HASH}` }]],
    ['a hash that is too long', { event: { record_hash: `${HASH}0` } }, [{ digest: `${HASH}0` }]],
    ['an empty hash', { event: { record_id: 'x', record_hash: '' } }, [{ id: 'x' }]],
    ['no hash', { event: { record_id: 'x', record_hash: null } }, [{ id: 'x' }]],
    ['a hash that is no text', { event: { record_hash: 1 } }, [{ digest: 'not a digest' }]],
    ['approves one', { event: { approves: 'x' } }, [{ id: 'x' }]],
    [
      'approves some',
      { event: { approves: ['x', '', 1, `sha256:${HASH}`, HASH] } },
      [{ id: 'x' }, { digest: `sha256:${HASH}` }, { digest: `sha256:${HASH}` }],
    ],
    ['approves what only looks like a hash', { event: { approves: 'sha256:x' } }, [{ id: 'sha256:x' }]],
    ['approves an id as long as a hash', { event: { approves: 'x'.repeat(71) } }, [{ id: 'x'.repeat(71) }]],
    // A slip of the pen in a digest must not make it an id: a digest of nothing here makes the ids beside it worthless.
    [
      'approves a hash with a slip',
      { event: { approves: `sha256:g${HASH.slice(1)}` } },
      [{ digest: `sha256:g${HASH.slice(1)}` }],
    ],
    ['approves more than a hash', { event: { approves: `sha256:${HASH}0` } }, [{ id: `sha256:${HASH}0` }]],
    ['approves something with a hash in it', { event: { approves: `x-sha256:${HASH}` } }, [{ id: `x-sha256:${HASH}` }]],
    ['relations that are none', { relationship: null, relations: [], event: null }, []],
    ['approves a hash that is too short', { event: { approves: HASH.slice(1) } }, [{ id: HASH.slice(1) }]],
    [
      'relations',
      {
        relationship: {
          edges: [{ to: { id: 'a' }, from: { id: 'no' } }, null],
          entity_refs: [{ id: 'b', digest: HASH }, { digest: OTHER }, {}, 'x'],
          parent_ref: { id: 'c', digest: 'short' },
          parent_record_id: 'd',
          related_record_ids: ['e', '', 1],
        },
        relations: { parent_record_id: 'f' },
      },
      [
        { id: 'a', reference: true },
        { id: 'b', digest: `sha256:${HASH}`, reference: true },
        { digest: `sha256:${OTHER}`, reference: true },
        { id: 'c', digest: 'short', reference: true },
        { id: 'd' },
        { id: 'e' },
        { id: 'f' },
      ],
    ],
    ['inherited', { event: JSON.parse('{"__proto__":{"record_id":"x","approves":"y"}}') as Doc }, []],
  ])('%s', (_, value, expected) => expect(names(value)).toStrictEqual(expected));

  test('the number of names is limited', () => {
    expect(names({ event: { approves: Array.from({ length: MAX_APPROVED + 1 }, (_, i) => `r${i}`) } })).toHaveLength(
      MAX_APPROVED,
    );
  });

  test.each<[Doc, string, string?]>([
    [{}, 'nothing'],
    [{ comment: 'approve' }, 'nothing'],
    ...APPROVING_WORDS.map((word): [Doc, string] => [{ verdict: word }, 'approves']),
    [{ verdict: ' LGTM\n' }, 'approves'],
    [{ verdict: true }, 'approves'],
    [{ decision: 'Approved' }, 'approves'],
    [{ approved: true }, 'approves'],
    [{ approved: 'yes' }, 'approves'],
    [{ verdict: 'approve', decision: 'allow', approved: true }, 'approves'],
    [{ verdict: 'approve', status: 'completed', outcome: 'final', result: 1, state: null }, 'approves'],
    [{ status: 'Approved' }, 'approves'],
    [{ state: 'granted', outcome: 'recorded' }, 'approves'],
    [{ result: true }, 'approves'],
    [{ status: 'completed' }, 'nothing', 'event.status "completed"'],
    [{ verdict: '' }, 'nothing', 'event.verdict ""'],
    [{ verdict: null }, 'nothing', 'event.verdict null'],
    [{ verdict: 1 }, 'nothing', 'event.verdict 1'],
    [{ verdict: ['approve'] }, 'nothing', 'event.verdict ["approve"]'],
    [{ verdict: 'aprove' }, 'nothing', 'event.verdict "aprove"'],
    [{ verdict: 'approve', decision: null }, 'nothing', 'event.decision null'],
    [{ verdict: 'approve', approved: 1 }, 'nothing', 'event.approved 1'],
    [{ verdict: 'maybe', status: 'approved' }, 'nothing', 'event.verdict "maybe"'],
    ...[
      'deny',
      'Denied',
      ' REJECT ',
      'rejected',
      'rejection',
      'blocked',
      'decline',
      'refused',
      'veto',
      'disapprove',
    ].map((word): [Doc, string, string] => [{ verdict: word }, 'denies', `event.verdict ${JSON.stringify(word)}`]),
    ...[
      'disallowed',
      'revoked',
      'withdrawn',
      'canceled',
      'cancelled',
      'failed',
      'no',
      'FALSE',
      'changes_requested',
      'rejecting',
      'cancelation',
      'changesRequested',
      'rejectedBySecurity',
      'no go',
      'NO-GO',
      'No!',
      '"false"',
    ].map((word): [Doc, string, string] => [
      { verdict: 'approve', status: word },
      'denies',
      `event.status ${JSON.stringify(word)}`,
    ]),
    ...[
      'Changes requested',
      'request-changes',
      'not approved',
      'not_allowed',
      'rejected by security',
      'auto-denied',
    ].map((word): [Doc, string, string] => [{ decision: word }, 'denies', `event.decision ${JSON.stringify(word)}`]),
    [{ verdict: false }, 'denies', 'event.verdict false'],
    [{ approved: false }, 'denies', 'event.approved false'],
    [{ verdict: 'approve', approved: false }, 'denies', 'event.approved false'],
    [{ verdict: true, decision: false }, 'denies', 'event.decision false'],
    [{ verdict: 'approve', result: false }, 'denies', 'event.result false'],
    [{ verdict: 'approve', denied: true }, 'denies', 'event.denied true'],
    [{ verdict: 'approve', revoked: 'yes' }, 'denies', 'event.revoked "yes"'],
    [{ verdict: 'approve', withdrawn: '2026-05-31T00:00:00Z' }, 'denies', 'event.withdrawn "2026-05-31T00:00:00Z"'],
    [{ verdict: 'approve', denied: false, revoked: null, withdrawn: '' }, 'approves'],
    [{ verdict: 'approve', denied: 'No', revoked: 0, withdrawn: 'false' }, 'approves'],
    [{ verdict: 'approve', status: ['open', 'rejected'] }, 'denies', 'event.status ["open","rejected"]'],
    [{ verdict: 'approve', result: { value: 'revoked' } }, 'denies', 'event.result {"value":"revoked"}'],
    [{ verdict: 'approve', result: { state: 'pendingReview' } }, 'waits', 'event.result {"state":"pendingReview"}'],
    [{ verdict: 'approve', result: { summary: '0 tests failed' }, outcome: ['done'] }, 'approves'],
    [{ verdict: ['approve'] }, 'nothing', 'event.verdict ["approve"]'],
    [{ verdict: 'pending' }, 'waits', 'event.verdict "pending"'],
    [{ state: 'pending_review' }, 'waits', 'event.state "pending_review"'],
    [{ verdict: 'approve', status: 'requested' }, 'waits', 'event.status "requested"'],
    [{ verdict: 'approve', state: 'Expired' }, 'waits', 'event.state "Expired"'],
    [{ verdict: 'pending', status: 'denied' }, 'denies', 'event.status "denied"'],
    [{ verdict: 'approve', status: 'notified' }, 'approves'],
    [{ verdict: 'approve', status: 'unblocked' }, 'approves'],
    [{ verdict: 'approve', status: 'no objections' }, 'approves'],
    [{ verdict: 'approve', state: 'expiring' }, 'waits', 'event.state "expiring"'],
  ])('%j says: %s', (...[event, says, word]) => {
    const { says: said, word: told } = approvalOf(json({ event }));
    expect([said, told]).toEqual([says, word]);
  });

  test('a word of any length is shortened', () => {
    expect(approvalOf(json({ event: { verdict: 'x'.repeat(500) } })).word).toHaveLength('event.verdict '.length + 120);
  });

  test.each<[unknown, number | undefined]>([
    [undefined, undefined],
    [null, undefined],
    ['', undefined],
    ['2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:00Z')],
    ['tomorrow', Number.NEGATIVE_INFINITY],
    [['2026-01-01T00:00:00Z'], Number.NEGATIVE_INFINITY],
    [1_800_000_000, Number.NEGATIVE_INFINITY],
  ])('expires at %j', (expires_at, expected) => {
    const event = expires_at === undefined ? {} : { expires_at };
    expect(approvalOf(json({ event })).expiresAt).toBe(expected);
  });
});

describe('of a record that needs one', () => {
  test.each<[Doc, boolean]>([
    [{}, false],
    [{ controls: { human_oversight: { approval_required: true } } }, true],
    [{ controls: { human_oversight: { approval_required: 'true' } } }, false],
    [{ controls: { human_oversight: [] } }, false],
    [{ event: { gate_verdict: 'require_approval' } }, true],
    [{ event: { policy_verdict: 'require_approval' } }, true],
    [{ event: { verdict: 'require_approval' } }, true],
    [{ event: { verdict: ' Require_Approval ' } }, true],
    [{ event: { verdict: 'allow', decision: 'require_approval' } }, false],
    [{ event: ['require_approval'] }, false],
  ])('%j: %j', (value, expected) => {
    expect(asksApproval(json(value))).toBe(expected);
  });

  test('its intents, each once', () => {
    expect(
      intentsOf(json({ event: { intent_digest: HASH.toUpperCase(), intent: { intent_digest: `sha256:${HASH}` } } })),
    ).toEqual([HASH]);
    expect(intentsOf(json({ event: { intent: { intent_digest: OTHER } } }))).toEqual([OTHER]);
    expect(intentsOf(json({ metadata: { intent_digest: OTHER } }))).toEqual([OTHER]);
    expect(intentsOf(json({ metadata: { intent_digest: `sha256:g${OTHER.slice(1)}` } }))).toEqual([]);
    const reference = (digest: string, kind = 'intent') => ({ kind, id: 'i', digest });
    expect(
      intentsOf(
        json({
          relationship: {
            parent_ref: reference(HASH),
            entity_refs: [reference(OTHER, 'file')],
            edges: [{ from: reference('c'.repeat(64)), to: reference('d'.repeat(64)) }, 1],
          },
        }),
      ),
    ).toEqual([HASH, 'c'.repeat(64), 'd'.repeat(64)]);
    expect(intentsOf(json({ relations: { entity_refs: [reference(HASH)] } }))).toEqual([HASH]);
    expect(intentsOf(json({ event: { intent_digest: 'x', intent: 'y' }, metadata: [], relationship: 1 }))).toEqual([]);
    const many = Array.from({ length: 17 }, (_, i) => reference(i.toString(16).padStart(64, '0')));
    expect(intentsOf(json({ relationship: { entity_refs: many } }))).toHaveLength(16);
  });
});
