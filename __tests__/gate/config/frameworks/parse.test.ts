import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadCatalogues } from '../../../../src/gate/config/frameworks/catalogues.js';
import { MAX_FRAMEWORK_LENGTH, parseFramework } from '../../../../src/gate/config/frameworks/parse.js';

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
    ['no controls at all', `# Ours\n${GOOD.slice(0, GOOD.indexOf('controls'))}`, '', 2, /controls is missing/],
    ['a key that goes on and on', `${'x'.repeat(1025)}: 1\n${GOOD}`, '', 1, /1024 chars/],
    ['an escape that is none', GOOD.replace('First', '"\\u1\n      "'), '', 4, /^Invalid escape sequence \\u1$/],
    ['an unknown tag', GOOD.replace('First', '!secret First'), '', 4, /^Unresolved tag: !secret$/],
    ['two documents', `${GOOD}---\n${GOOD}`, '', 8, /document/i],
  ])('with %s is refused at its line', (_, text, pointer, line, message) => {
    const [first] = problems(text);
    expect(first).toMatchObject({ code: 'framework.invalid', name: 'own.yaml', pointer, line });
    expect(first?.message).toMatch(message);
    expect(first?.message).not.toMatch(/\n/);
  });

  test('is reported at the nearest known position', () => {
    const shared = GOOD.replace('- id', '- &c\n    id').replace('First', '1');
    expect(problems(`${shared}  - *c\n`)).toEqual([
      {
        code: 'framework.invalid',
        message: 'controls[0].title must be a string, not a number',
        name: 'own.yaml',
        pointer: '/controls/0/title',
        line: 5,
        column: 12,
      },
      {
        code: 'framework.invalid',
        message: 'controls[1].title must be a string, not a number',
        name: 'own.yaml',
        pointer: '/controls/1/title',
        line: 9,
        column: 5,
      },
    ]);
    expect(problems('')[0]).not.toHaveProperty('line');
  });

  test('with more than a hundred mistakes reports a hundred', () => {
    expect(problems('- !secret 1\n'.repeat(101)).map(({ line }) => line)).toEqual(
      Array.from({ length: 100 }, (_, i) => i + 1),
    );
  });

  test('may be as long as is allowed', () => {
    expect(problems(`${GOOD}#`.padEnd(MAX_FRAMEWORK_LENGTH, 'x'))).toEqual([]);
  });

  test.each([
    ['is empty', '', 'the framework must be an object, not null'],
    ['is text', 'text', 'the framework must be an object, not a string'],
    [
      'is too long',
      `${GOOD}#`.padEnd(MAX_FRAMEWORK_LENGTH + 1, 'x'),
      'the framework is longer than 1048576 characters',
    ],
    ['is nested past the stack', '['.repeat(200_000), 'the framework is nested too deeply'],
    [
      'stands for gigabytes',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'.replace(/./g, (name, i: number) => `${name}: &${name} [${`*${'abcdefghij'[i]}, `.repeat(9)}]\n`)}`,
      'the framework is nested too deeply or repeats too much',
    ],
  ])('that %s is refused', (_, text, message) => {
    expect(problems(text)).toMatchObject([{ code: 'framework.invalid', message, name: 'own.yaml', pointer: '' }]);
  });
});
