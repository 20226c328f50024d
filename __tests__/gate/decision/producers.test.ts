import { afterAll, describe, expect, test } from '@jest/globals';
import { ALICE, clone, type Doc, type Files, pretty, removeFolders } from '../../support/build.js';
import { activation, child, delegation, proposal } from '../../support/producers.js';
import { gate, told } from '../support/run.js';

// What documents of producers say of each other (producers.md sections 5 and 6).

afterAll(removeFolders);

const NOW = '2026-02-01T00:00:00Z';
const KEY = { 'public-key': [ALICE.publicKey], now: NOW };

/** Exit code and codes of a gate over these documents. */
const judged = async (documents: readonly Doc[]): Promise<[number, ...string[]]> => {
  const files: Files = Object.fromEntries(documents.map((document, i) => [`proof/${i}.json`, pretty(document)]));
  return told(await gate(files, KEY));
};

describe('a delegation token below another', () => {
  const parent = delegation();

  test('passes when it stays within it, and in any order', async () => {
    expect(await judged([parent, child(parent)])).toEqual([0]);
    expect(await judged([child(parent), parent])).toEqual([0]);
    const second = child(parent, { max_descendant_depth: 1 });
    expect(await judged([parent, second, child(second)])).toEqual([0]);
  });

  test('passes alone: its parent is not available', async () => {
    expect(await judged([child(parent, { max_operations: 99 })])).toEqual([0]);
  });

  test.each<[string, Doc]>([
    ['delegator_identity', { delegator_identity: 'somebody' }],
    ['parent_token_digest', { parent_token_digest: `sha256:${'0'.repeat(64)}` }],
    ['origin_authority_digest', { origin_authority_digest: '0'.repeat(64) }],
    ['contract_digest', { contract_digest: '0'.repeat(64) }],
    ['intent_digest', { intent_digest: '0'.repeat(64) }],
    ['policy_digest', { policy_digest: undefined }],
    ['depth', { depth: 2 }],
    ['expires_at', { expires_at: '2027-01-01T00:00:00Z' }],
    ['max_operations', { max_operations: 5 }],
    ['max_targets', { max_targets: 3 }],
    ['max_descendant_depth', { max_descendant_depth: 3 }],
    ['scope', { scope: ['write', 'delete'] }],
    ['action_classes', { action_classes: ['admin'] }],
    ['target_scope', { target_scope: ['repo:a', 'repo:c'] }],
    ['environment_scope', { environment_scope: ['staging'] }],
    ['data_classes', { data_classes: ['secret'] }],
    ['network_destinations', { network_destinations: ['evil.example'] }],
  ])('may not grow: %s', async (name, members) => {
    const run = await gate({ 'proof/a.json': pretty(parent), 'proof/b.json': pretty(child(parent, members)) }, KEY);
    expect(told(run)).toEqual([2, 'token.delegation_exceeded']);
    const [found] = run.model.report.findings.filter(({ severity }) => severity === 'error');
    // Line and column of the member; of the document when it is missing.
    const written = pretty(child(parent, members));
    const row = written.split('\n').findIndex((text) => text.startsWith(`  "${name}":`));
    const place = row === -1 ? { line: 1, column: 1 } : { line: row + 1, column: 3 };
    expect(found).toMatchObject({ artifact: 'proof/b.json', pointer: `/${name}`, ...place });
  });

  test('is rejected below a revoked token', async () => {
    const revoked = delegation({ revoked: true });
    expect(await judged([revoked, child(revoked)])).toEqual([2, 'token.revoked', 'token.delegation_exceeded']);
  });

  test('of two tokens with the same id the one that the digest names counts', async () => {
    const wide = { ...clone(parent), max_operations: 99 };
    expect((await judged([parent, wide, child(parent)])).slice(1)).not.toContain('token.delegation_exceeded');
  });
});

describe('an activated contract beside a proposal', () => {
  const proposed = proposal();

  test('passes when it is the one that was proposed, which is not evidence', async () => {
    expect(await judged([proposed, activation({}, ALICE, proposed)])).toEqual([0]);
    expect(await judged([proposed])).toEqual([6, 'discovery.no_artifacts']);
  });

  test('passes beside the proposal of another contract', async () => {
    expect(await judged([proposal({ revision: 3 }), activation({}, ALICE, proposed)])).toEqual([0]);
  });

  test.each<[string, Doc]>([
    ['a changed target', { ...proposed, contract: { target: 'target:all' } }],
    ['another revision', { ...proposed, revision: 3 }],
    [
      'other content under an id of its own',
      { ...proposal({ target: 'target:all' }), artifact_id: 'paca-0123456789abcdef' },
    ],
  ])('is refused after %s', async (_, changed) => {
    const [exit, code] = await judged([changed, activation({}, ALICE, proposed)]);
    expect([exit, code]).toEqual([2, 'contract.proposal_mismatch']);
  });
});
