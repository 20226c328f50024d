import { describe, expect, test } from '@jest/globals';
import { Linker, type LinkProblem } from '../../../src/engine/schema/link.js';
import type { Json, JsonObject } from '../../../src/engine/types.js';

const none = () => undefined;

/** What a reference in one document leads to, in a set of documents by path; else what is wrong with it. */
function follow(name: string, documents: Readonly<Record<string, Json>>, node: JsonObject): unknown {
  const set = Object.entries(documents).map(([path, root]) => ({ name: path, root }));
  const { schema, problems } = new Linker(set, none).link(documents[name] ?? false);
  return problems.length > 0 ? problems : schema.targets.get(node);
}

describe('a path', () => {
  const target = { title: 'target' };
  const files: [string, string, string | undefined][] = [
    ['a.json', 'b.json', 'b.json'],
    ['a.json', './b.json', 'b.json'],
    ['a.json', './/b.json', 'b.json'],
    ['s/t/a.json', 'b.json', 's/t/b.json'],
    ['s/t/a.json', '../b.json', 's/b.json'],
    ['s/t/a.json', '../../b.json', 'b.json'],
    ['s/t/a.json', '../u/../b.json', 's/b.json'],
    ['s/t/a.json', 'u/b.json', 's/t/u/b.json'],
    ['s/t/a.json', 's/t/b.json', 's/t/b.json'],
    ['s/t/a.json', '../../../b.json', undefined],
    ['a.json', '../b.json', undefined],
    ['s/t/a.json', '../b.json', undefined],
    ['s/t/a.json', 'b.json', undefined],
  ];
  test.each(files)('from %s: %s leads to %s', (from, $ref, to) => {
    const node = { $ref };
    const place = to ?? (from.startsWith('s') ? 's/t/c.json' : 'b.json');
    const found = follow(from, { [from]: { not: node }, [place]: target }, node);
    expect(found).toEqual(to === undefined ? [{ kind: 'ref_outside', text: $ref }] : target);
  });

  test('is in the set or not, independent of its fragment', () => {
    const documents = [
      { name: 's/a.json', root: { $id: 'https://acme.example/a.json' } },
      { name: 's/b.json', root: true },
    ];
    const linker = new Linker(documents, none);
    const inside = (reference: string) => documents.map((document) => linker.inside(reference, document));
    expect(inside('b.json#/nowhere')).toEqual([true, true]);
    expect(inside('#/nowhere')).toEqual([true, true]);
    expect(inside('https://acme.example/a.json#x')).toEqual([true, true]);
    expect(inside('c.json')).toEqual([false, false]);
    expect(linker.inside('b.json', { name: 'unknown.json', root: true })).toBe(false);
  });
});

describe('an $id', () => {
  const at = (root: JsonObject, $ref: string, more: Readonly<Record<string, Json>> = {}): unknown => {
    const node = { $ref };
    return follow('s/a.json', { 's/a.json': { ...root, not: node }, ...more }, node);
  };
  const inner = { $id: 'inner.json', title: 'inner', definitions: { x: { $id: '#x', title: 'x' } } };
  const base = 'https://acme.example/s/a.json';

  test.each<[string, string | undefined]>([
    ['inner.json', 'inner'],
    ['inner.json#', 'inner'],
    ['https://acme.example/s/inner.json', 'inner'],
    ['inner.json#x', 'x'],
    ['inner.json#/definitions/x', 'x'],
    ['#x', undefined],
    ['https://acme.example/inner.json', undefined],
  ])('inside a schema is a resource of its own: %s', ($ref, title) => {
    const found = at({ $id: base, definitions: { inner } }, $ref) as { title?: string };
    expect(found.title).toBe(title);
  });

  test('inside a schema is the base of the references there', () => {
    const node = { $ref: 'inner.json' };
    const part = { $id: 'https://acme.example/t/part.json', items: node };
    const root = { $id: base, definitions: { inner, part } };
    const problem: LinkProblem = { kind: 'ref_outside', text: 'inner.json' };
    expect(follow('s/a.json', { 's/a.json': root }, node)).toEqual([problem]);
    const own = { ...inner, $id: 'https://acme.example/t/inner.json' };
    expect(follow('s/a.json', { 's/a.json': { ...root, definitions: { own, part } } }, node)).toBe(own);
  });

  test('used twice refers to the first schema', () => {
    const found = at({ $id: base, anyOf: [{ $id: base, title: 'again' }] }, base) as JsonObject;
    expect(found['$id']).toBe(base);
    expect(found['title']).toBeUndefined();
  });

  test('next to a $ref is ignored', () => {
    const definitions = { y: { $ref: '#/definitions/z', $id: '#y' }, z: { title: 'z' } };
    expect(at({ definitions }, '#y')).toEqual([{ kind: 'ref_dangling', text: '#y' }]);
    const spelled = { y: { $ref: 1, $id: '#y' } };
    expect(at({ definitions: spelled }, '#y')).toBe(spelled.y);
  });

  test('is compared as a URL, not as text', () => {
    const shared = { $id: 'HTTPS://Acme.example:443/x/../shared.json', title: 'shared' };
    expect(at({}, 'https://acme.example/shared.json', { 'x.json': shared })).toBe(shared);
  });

  test('without an address does not affect the empty reference', () => {
    const definitions = { empty: { $id: '', title: 'empty' }, hash: { $id: '#', title: 'hash' } };
    expect(at({ title: 'root', definitions }, '#')).toMatchObject({ title: 'root' });
    expect(at({ $id: '', title: 'root' }, '#')).toMatchObject({ title: 'root' });
  });

  test('of a different document takes precedence over its path', () => {
    const more = { 's/b.json': { title: 'by path' }, 's/c.json': { $id: 'b.json', title: 'by id' } };
    expect(at({}, 'b.json', more)).toEqual({ $id: 'b.json', title: 'by id' });
    expect(at({}, 's/b.json', more)).toEqual({ title: 'by path' });
  });
});

describe('a fragment', () => {
  const root = {
    'a/b': { title: 'slash' },
    'a~b': { title: 'tilde' },
    'a~1b': { title: 'both' },
    '': { title: 'empty' },
    'ä b': { title: 'escaped' },
    no: false,
    text: 'x',
    nothing: null,
    list: [{ title: 'first' }, { title: 'second' }, ...new Array<boolean>(9).fill(true), { title: 'last' }],
  };
  test.each<[string, unknown]>([
    ['#/a~1b', { title: 'slash' }],
    ['#/a~0b', { title: 'tilde' }],
    ['#/a~01b', { title: 'both' }],
    ['#/', { title: 'empty' }],
    ['#/%C3%A4%20b', { title: 'escaped' }],
    ['#/no', false],
    ['#/list/0', { title: 'first' }],
    ['#/list/1', { title: 'second' }],
    ['#/list/11', { title: 'last' }],
    ['#/list/0/title', undefined],
    ['#/list/12', undefined],
    ['#/list/00', undefined],
    ['#/list/length', undefined],
    ['#/text', undefined],
    ['#/text/length', undefined],
    ['#/nothing', undefined],
    ['#/nothing/x', undefined],
    ['#/list', undefined],
    ['#/toString', undefined],
    ['#/%', undefined],
    ['#no', undefined],
  ])('%s', ($ref, expected) => {
    const node = { $ref };
    const found = follow('a.json', { 'a.json': { ...root, not: node } }, node);
    expect(found).toEqual(expected === undefined ? [{ kind: 'ref_dangling', text: $ref }] : expected);
  });

  test('is followed further, also to a position that is not a subschema', () => {
    const last = { title: 'last' };
    const node = { $ref: '#/x-notes/two' };
    const two = { $ref: '#/x-notes/last' };
    const documents = { 'a.json': { not: node, 'x-notes': { two, last } } };
    expect(follow('a.json', documents, node)).toBe(two);
    expect(follow('a.json', documents, two)).toBe(last);
  });
});

test('compiles each pattern once, and reports an unsupported one at each use', () => {
  const compiled: string[] = [];
  const compile = (source: string) => {
    compiled.push(source);
    return source === 'bad' ? undefined : { test: () => true, weight: 1 };
  };
  const root = {
    allOf: [
      { pattern: 'good' },
      { pattern: 'good' },
      { pattern: 'bad' },
      { patternProperties: { bad: true, more: true } },
    ],
    // beside a $ref nothing counts
    not: { $ref: '#/allOf/0', pattern: 'beside' },
    const: { pattern: 'no schema' },
  };
  const linker = new Linker([{ name: 'a.json', root }], compile);
  const { schema, problems } = linker.link(root);
  expect(compiled.sort()).toEqual(['bad', 'good', 'more']);
  expect(problems).toEqual([
    { kind: 'pattern', text: 'bad' },
    { kind: 'pattern', text: 'bad' },
  ]);
  expect([...schema.patterns.keys()].sort()).toEqual(['bad', 'good', 'more']);
  expect(linker.link(true).problems).toEqual([]);
});

test('checks the schema after a dangling reference as well', () => {
  const root = { allOf: [{ pattern: 'bad' }, { $ref: '#/gone' }, { pattern: 'worse' }] };
  const { problems } = new Linker([{ name: 'a.json', root }], none).link(root);
  expect(problems.map(({ kind, text }) => `${kind} ${text}`).sort()).toEqual([
    'pattern bad',
    'pattern worse',
    'ref_dangling #/gone',
  ]);
});
