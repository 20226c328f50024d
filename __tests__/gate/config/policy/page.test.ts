import '../../../../src/gate/config/schemas.js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { knownMembers } from '../../../../src/gate/config/policy/known-members.js';
import { loadPolicy } from '../../../../src/gate/config/policy/load.js';
import { strictDefects } from '../../../../src/gate/config/policy/strict-schema.js';
import { ALICE, MALLORY } from '../../../support/build.js';

/* docs/usage/policy.md has every member of a policy, and no other. */

const page = readFileSync('docs/usage/policy.md', 'utf8');
const rows = page.slice(page.indexOf('<!-- members -->'), page.indexOf('<!-- end of members -->')).split('\n');
const MEMBERS = rows.flatMap((row) => {
  const [, path, value = ''] = /^\| `([^`]+)` \| ([^|]*) \|/.exec(row) ?? [];
  return path === undefined ? [] : [{ path, value, pointer: `/${path.replaceAll('[]', '/0').replaceAll('.', '/')}` }];
});
/** Lists of documents, which the page describes once. */
const OF_DOCUMENTS = ['approvals', 'frameworks'];

function childrenOf(path: string): readonly string[] {
  const before = path === '' ? '' : `${path}.`;
  return MEMBERS.filter((one) => one.path.startsWith(before))
    .map((one) => one.path.slice(before.length))
    .filter((name) => /^[^.[\]]+$/.test(name) && !/^[A-Z]+$/.test(name));
}

test('the table has the members of the schema, each once', () => {
  expect(MEMBERS.length).toBeGreaterThan(60);
  expect(new Set(MEMBERS.map(({ path }) => path)).size).toBe(MEMBERS.length);
  expect(childrenOf('')).toEqual(knownMembers(''));
});

const OBJECTS = MEMBERS.filter(({ value, path }) => /object/.test(value) && path !== 'require.record_types');
test.each(OBJECTS.map(({ path, pointer }) => [path, pointer]))(
  'those of %s are those of the schema',
  (path, pointer) => {
    const named = knownMembers(pointer);
    expect(childrenOf(path)).toEqual(path === 'approvals' ? ['builtin', 'rules'] : named);
    expect(named).toEqual(expect.arrayContaining([...childrenOf(path)]));
  },
);

const LISTS = MEMBERS.filter(({ value, path }) => value === 'list' && !OF_DOCUMENTS.includes(path));
test.each(LISTS.map(({ path, pointer }) => [path, pointer]))(
  'those of each item of %s are those of the schema',
  (path, pointer) => {
    // The list form of approvals is short for its rules.
    expect(childrenOf(`${path}[]`)).toEqual(knownMembers(path === 'approvals.rules' ? '/approvals/0' : `${pointer}/0`));
  },
);

test('every member says what it means', () => {
  expect(rows.filter((row) => /^\| `/.test(row) && /\|\s*\|$/.test(row))).toEqual([]);
});

describe('the example', () => {
  const [, text = ''] = /<!-- example: every-member -->\n```yaml\n([\s\S]*?)```/.exec(page) ?? [];

  test('is a policy', async () => {
    const loaded = await loadPolicy(Buffer.from(text), 'p.yml', async (file) => ({
      ok: true,
      bytes: Buffer.from(JSON.stringify(file).includes('ci.pub') ? ALICE.publicKey : MALLORY.publicKey),
    }));
    const findings = loaded.ok ? [] : loaded.findings;
    // The files are stand-ins: what is wrong with their content is not about the policy.
    expect(findings.filter(({ code }) => code.startsWith('policy.')).map(({ message }) => message)).toEqual([]);
  });

  test('has every member', () => {
    const words = new Set([...text.matchAll(/(\$?[a-z_]+):/g)].map(([, word]) => word));
    const names = MEMBERS.map(({ path }) => path.slice(path.lastIndexOf('.') + 1));
    expect(names.filter((name) => !/^[A-Z]+$/.test(name) && !words.has(name))).toEqual([]);
  });
});

test('the keywords of JSON Schema are those that count', () => {
  const section = page.slice(page.indexOf('## JSON Schema in a policy'), page.indexOf('## Values of the run'));
  const named = [...section.matchAll(/^\| [a-z ]+ \| (.*) \|$/gm)].flatMap(
    ([, cell = '']) => cell.match(/[$A-Za-z]+/g) ?? [],
  );
  const without = ['about', 'keywords'];
  const keywords = named.filter((name) => !without.includes(name));
  expect(keywords.length).toBeGreaterThan(35);
  for (const name of keywords) {
    const messages = strictDefects({ [name]: /Of$/.test(name) ? [] : {} }).map(({ message }) => message);
    expect(messages.filter((message) => /unknown|not known/.test(message))).toEqual([]);
  }
});
