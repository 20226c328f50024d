import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchOf, mayMatchBelow, parsePatterns, standAt } from '../../src/discovery/patterns.js';
import { IS_WINDOWS } from '../support/platform.js';

const WORKSPACE = path.resolve('/work/space');
/** An absolute path as this system writes it. */
const native = (name: string): string => (path.sep === '/' ? name : name.replaceAll('/', path.sep));
const within = (name: string): string => native(`${WORKSPACE}/${name}`);

async function matches(
  patterns: readonly string[],
  name: string,
  folder = false,
  existing: readonly string[] = [],
): Promise<boolean> {
  const { patterns: parsed } = await parsePatterns(patterns, WORKSPACE, (at) => existing.includes(at));
  return matchOf(standAt(parsed, name.startsWith('/') ? path.resolve(name) : within(name)), folder, true) !== undefined;
}

describe('one pattern', () => {
  test.each<[string, string, boolean]>([
    ['a.json', 'a.json', true],
    ['a.json', 'b/a.json', false],
    ['*.json', 'a.json', true],
    ['*.json', '.a.json', true],
    ['*.json', 'b/a.json', false],
    ['*', 'b/a.json', true],
    ['**', 'b/a.json', true],
    ['**/*.json', 'a.json', true],
    ['**/*.json', 'b/.c/a.json', true],
    ['**/*.json', 'b/a.jsonl', false],
    ['**/**/x/**/*.json', 'x/a.json', true],
    ['x/**', 'x', true],
    ['x/**', 'x/a/b', true],
    ['x/**', 'xy/a', false],
    ['x/*/y', 'x/a/y/deep/file', true],
    ['x/*/y', 'x/a/b/y', false],
    ['x', 'x/a/b', true],
    ['x/', 'x', false],
    ['x/', 'x/a', true],
    ['**/', 'x', true],
    ['x/**/', 'x/a', true],
    ['./x', 'x', true],
    ['./x/./y', 'x/y', true],
    ['x//y', 'x/y', true],
    ['.', 'anything/at/all', true],
    ['./**', 'anything/at/all', true],
    ['../other/*.json', '/work/other/a.json', true],
    ['x/../y.json', 'y.json', true],
    ['/work/space/x', 'x', true],
    ['/abs/*.json', '/abs/a.json', true],
    ['/**', 'x', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a[bc]d', 'acd', true],
    ['a[!b]d', 'abd', false],
    ['a[!b]d', 'acd', true],
    ['a[x]d', 'axd', true],
    ['a[*]d', 'a*d', true],
    ['a[*]d', 'axd', false],
    // On Windows a backslash separates folders.
    ['a\\*d', 'a*d', !IS_WINDOWS],
    ['a\\*d', 'axd', false],
    ['a[d', 'a[d', true],
    ['{a,b}', 'a', false],
    ['{a,b}', '{a,b}', true],
    ['@(a|b)', 'a', false],
    ['@(a|b)', '@(a|b)', true],
    ['~/x', '~/x', true],
    ['~', '~/x', true],
    ['-x.json', '-x.json', true],
    ['a b.json', 'a b.json', true],
    ['*.json', 'line\nfeed.json', true],
    ['*.json', '🔒.json', true],
    ['?.json', 'é.json', true],
    ['A.json', 'a.json', IS_WINDOWS],
    ['x/\\!y', 'x/!y', true],
    ['./!y', '!y', true],
    ['./#y', '#y', true],
    ['**/constructor/**', 'constructor/a', true],
  ])('%j and %j: %s', async (pattern, name, expected) => {
    expect(await matches([pattern], name)).toBe(expected);
  });
});

describe('order', () => {
  test.each<[string[], string, boolean]>([
    [['**', '!x/**'], 'x/a', false],
    [['!x/**', '**'], 'x/a', true],
    [['**', '!x/**', 'x/keep.json'], 'x/keep.json', true],
    [['**', '!x/**', 'x/keep.json'], 'x/drop.json', false],
    [['x', '!x/tmp'], 'x/tmp/a', false],
    [['x', '!x/tmp/'], 'x/tmp', true],
    [['x', '!!x/tmp'], 'x/tmp/a', true],
    [['x', '! x/a'], 'x/a', false],
    [['!x'], 'x', false],
    [['# x\n\n  x  \n!x/b'], 'x/a', true],
    [['# x\n\n  x  \n!x/b'], 'x/b', false],
    [['x\r\n!x/b\r\n'], 'x/b', false],
    [['#x'], 'x', false],
    [[''], 'x', false],
  ])('%j and %j: %s', async (patterns, name, expected) => {
    expect(await matches(patterns, name)).toBe(expected);
  });

  test('the most specific pattern decides how a path is treated', async () => {
    const { patterns } = await parsePatterns(['x', 'x/a.json', 'x/*.json', 'x'], WORKSPACE, () => false);
    expect(matchOf(standAt(patterns, within('x/a.json')), false, true)).toMatchObject({
      how: 'self',
      pattern: { text: 'x/a.json' },
    });
    expect(matchOf(standAt(patterns, within('x/a.json')), false, false)).toMatchObject({
      how: 'self',
      pattern: { text: 'x/*.json' },
    });
    expect(matchOf(standAt(patterns, within('x/b.zip')), false, true)).toMatchObject({ how: 'below' });
  });
});

describe('names with wildcards in them', () => {
  test('an existing path is matched literally, and the pattern also keeps its meaning', async () => {
    const existing = [within('r[1].json'), within('x/**')];
    expect(await matches(['r[1].json'], 'r[1].json', false, existing)).toBe(true);
    expect(await matches(['r[1].json'], 'r1.json', false, existing)).toBe(false);
    expect(await matches(['r[1].json'], 'r1.json', false, [...existing, within('r1.json')])).toBe(true);
    expect(await matches(['r[1-2].json'], 'r1.json', false, [within('r[1-2].json')])).toBe(true);
    expect(await matches(['x/**'], 'x/forged.json', false, existing)).toBe(true);
  });
  test('a trailing slash means a folder', async () => {
    const existing = [within('a*.json')];
    expect(await matches(['a*.json/'], 'a*.json', false, existing)).toBe(false);
    expect(await matches(['a*.json/'], 'a*.json/x', false, existing)).toBe(true);
  });
  test('never an exclusion', async () => {
    expect(await matches(['**', '!x'], 'x', false, [within('!x')])).toBe(false);
  });
  test.each([' blank.json', 'two\nlines.json', 'r[ab].json'])('%j', async (name) => {
    expect(await matches([name], name, false, [within(name)])).toBe(true);
  });
});

describe('invalid patterns', () => {
  test.each([['!'], ['*/../x'], ['a\0b']])('%j', async (text) => {
    expect(await parsePatterns([text], WORKSPACE, () => false)).toMatchObject({ patterns: [], invalid: [{ text }] });
  });
});

describe('where the walk of a tree may stop', () => {
  test.each<[string[], string, boolean]>([
    [['x/*.json'], 'x', true],
    [['x/*.json'], 'y', false],
    [['x/*.json'], 'x/y', false],
    [['**', '!y'], 'y', false],
    [['**', '!y/**'], 'y', false],
    [['**', '!y/*'], 'y', true],
    [['**', '!y', 'y/keep'], 'y', true],
    [['**', '!y', 'y/keep'], 'y/other', false],
  ])('%j at %j: %s', async (patterns, name, expected) => {
    const { patterns: parsed } = await parsePatterns(patterns, WORKSPACE, () => false);
    expect(mayMatchBelow(standAt(parsed, within(name)))).toBe(expected);
  });

  test('never above a match', async () => {
    const part = fc.constantFrom('a', 'b', 'ab', '*', '**', 'a*', '?');
    const pattern = fc.tuple(fc.boolean(), fc.array(part, { minLength: 1, maxLength: 4 }));
    const name = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(pattern, { minLength: 1, maxLength: 4 }), name, async (drawn, names) => {
        const texts = drawn.map(([negate, parts]) => `${negate ? '!' : ''}${parts.join('/')}`);
        const { patterns } = await parsePatterns(texts, WORKSPACE, () => false);
        if (matchOf(standAt(patterns, `${WORKSPACE}/${names.join('/')}`), false, true) === undefined) return;
        for (let depth = 1; depth < names.length; depth++) {
          expect(mayMatchBelow(standAt(patterns, `${WORKSPACE}/${names.slice(0, depth).join('/')}`))).toBe(true);
        }
      }),
    );
  });
});
