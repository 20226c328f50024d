import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadCatalogues } from '../../../src/gate/frameworks/catalogues.js';
import { parseFramework } from '../../../src/gate/frameworks/parse.js';

const GOOD = `framework: {id: own, version: '1', title: Own}
controls:
  - id: c1
    title: First
    required_record_types: [decision]
    required_fields: [event]
    minimum_frequency: quarterly
`;

function problems(text: string) {
  const parsed = parseFramework(text, 'own.yaml');
  return parsed.ok ? [] : parsed.problems;
}

describe('a framework file', () => {
  test.each(loadCatalogues().map((one) => [one.framework.id, one] as const))(
    '%s reads as it was generated',
    (id, definition) => {
      expect(parseFramework(readFileSync(`frameworks/${id}.yaml`, 'utf8'), id)).toEqual({
        ok: true,
        framework: definition,
      });
    },
  );

  test('may be YAML or JSON', () => {
    const parsed = parseFramework(GOOD, 'own.yaml');
    expect(parsed).toMatchObject({ ok: true, framework: { framework: { id: 'own' } } });
    expect(parseFramework(JSON.stringify(parsed.ok && parsed.framework), 'own.json')).toEqual(parsed);
  });

  test.each([
    ['a number for a version', GOOD.replace("'1'", '1'), '/framework/version', 1, /framework.version must be a string/],
    ['a missing title', GOOD.replace('    title: First\n', ''), '/controls/0', 3, /controls\[0\].title is missing/],
    [
      'half a rule',
      GOOD.replace('    required_fields: [event]\n', ''),
      '/controls/0',
      3,
      /required_record_types, required_fields/,
    ],
    ['no controls', GOOD.replace(/controls:[\s\S]*/, 'controls: []\n'), '/controls', 2, /controls must not be empty/],
    ['an id twice', `${GOOD}${GOOD.slice(GOOD.indexOf('  - id'))}`, '/controls', 3, /two controls have the id "c1"/],
    ['a key twice', GOOD.replace('title: First', 'id: c2'), '', 4, /unique/i],
    ['broken YAML', `${GOOD}  x: [`, '', 8, /./],
    ['an unknown tag', GOOD.replace('First', '!secret First'), '', 4, /tag/i],
    ['two documents', `${GOOD}---\n${GOOD}`, '', 8, /document/i],
  ])('with %s is refused at its line', (_, text, pointer, line, message) => {
    const [first] = problems(text);
    expect(first).toMatchObject({ code: 'framework.invalid', name: 'own.yaml', pointer, line });
    expect(first?.message).toMatch(message);
    expect(first?.message).not.toMatch(/\n/);
  });

  test.each([
    ['is empty', ''],
    ['is text', 'text'],
    ['is too long', `${GOOD}# ${'x'.repeat(1024 * 1024)}`],
    ['is nested past the stack', '['.repeat(200_000)],
    [
      'stands for gigabytes',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'.replace(/./g, (name, i: number) => `${name}: &${name} [${`*${'abcdefghij'[i]}, `.repeat(9)}]\n`)}`,
    ],
  ])('that %s is refused', (_, text) => expect(problems(text).length).toBeGreaterThan(0));
});
