import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import { ancestorsNamed } from '../../src/gate/ancestors.js';
import { EMPTY_POLICY, type PolicyBind } from '../../src/gate/config/policy/model.js';
import type { RecordFact } from '../../src/model/facts.js';
import { folder, removeFolders } from '../support/build.js';

/* Evidence of an ancestor of the commit under test, from the git objects of the checkout. */

afterAll(removeFolders);

const root = folder({ '.git/HEAD': 'ref: refs/heads/main\n', '.git/config': '' });
const TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

function object(content: string, claimed?: string): string {
  const bytes = Buffer.from(`commit ${Buffer.byteLength(content)}\0${content}`);
  const id = claimed ?? createHash('sha1').update(bytes).digest('hex');
  const path = join(root, '.git/objects', id.slice(0, 2), id.slice(2));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, deflateSync(bytes));
  return id;
}
const commit = (message: string, ...parents: string[]): string =>
  object(
    `tree ${TREE}\n${parents.map((id) => `parent ${id}\n`).join('')}author a <a@example.org> 0 +0000\ncommitter a <a@example.org> 0 +0000\n\n${message}\nparent ${'e'.repeat(40)}\n`,
  );

const first = commit('one');
const side = commit('side');
const second = commit('two', first);
const merge = commit('merge', second, side);
const after = commit('after', merge);
const lost = 'd'.repeat(40);
const shallow = commit('shallow', lost);

async function named(
  from: string[],
  values: string[],
  bind: Partial<PolicyBind> = {},
  checkout = root,
): Promise<string[]> {
  const fact = {
    bind: { commits: values.map((value) => ({ pointer: '/event/commit', value })) },
  } as unknown as RecordFact;
  const policy = { ...EMPTY_POLICY, bind: { commit: ['/event/commit'], ancestors: true, ...bind } };
  return [...(await ancestorsNamed({ run: { commits: from }, checkout: [checkout] }, policy, [fact]))].sort();
}

test.each<[string, string[], string[], string[]]>([
  ['a parent', [second], [first], [first]],
  ['through both sides of a merge', [merge], [first, side], [first, side].sort()],
  ['in capitals', [second], [first.toUpperCase()], [first]],
  ['the commit itself is not an ancestor', [second], [second], []],
  ['a later commit', [merge], [after], []],
  ['of another history', [second], [side], []],
  ['an id in a message', [second], ['e'.repeat(40)], []],
  ['not an id', [second], ['main', first.slice(0, 12), ''], []],
  // The edge of a shallow clone is named by a commit that is at hand, what lies behind it is not.
  ['at the edge of a shallow clone', [shallow], [lost], [lost]],
  ['behind it', [shallow], [first], []],
  ['of a commit that is not here', ['c'.repeat(40)], [first], []],
  ['of no known commit', [], [first], []],
])('%s', async (_, from, values, expected) => {
  expect(await named(from, values)).toEqual(expected);
});

test('only where the policy allows it, and only in a clone', async () => {
  expect(await named([second], [first], { ancestors: false })).toEqual([]);
  expect(await named([second], [first], {}, folder())).toEqual([]);
});

test('an object whose content does not match its id is not followed', async () => {
  const forged = object(`tree ${TREE}\nparent ${side}\n\nforged\n`, 'f'.repeat(40));
  expect(await named([forged], [side])).toEqual([]);
});
