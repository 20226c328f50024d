import { describe, expect, test } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { finding } from '../../src/engine/findings.js';
import type { ReportModel } from '../../src/model/report.js';
import { junit } from '../../src/report/junit.js';
import { plain } from '../../src/report/sanitize.js';
import { artifact, forged, good, incomplete, MODELS, model, report } from './models.js';

/** One element in document order, as the parser gives it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}
type Raw = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
});

function parse(xml: string): Element {
  expect(XMLValidator.validate(xml)).toBe(true);
  const roots = (parser.parse(xml) as Raw[]).filter((one) => !('?xml' in one) && !('#text' in one));
  expect(roots).toHaveLength(1);
  return element(roots[0] ?? {});
}

function element(raw: Raw): Element {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const content = raw[name] as Raw[];
  return {
    name,
    attributes: (raw[':@'] ?? {}) as Record<string, string>,
    children: content.filter((one) => !('#text' in one)).map(element),
    text: content.map((one) => ('#text' in one ? String(one['#text']) : '')).join(''),
  };
}

interface Rule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
  readonly text?: true;
}
const PROBLEM: Rule = { required: [], optional: ['type', 'message'], children: [], text: true };
const OUTPUT: Rule = { required: [], optional: [], children: [], text: true };
/** What the schema junit-10 of Jenkins allows, in our own words, and `file` of a test case, which GitLab and CircleCI read. */
const RULES: Readonly<Record<string, Rule>> = {
  testsuites: { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { required: [], optional: [], children: ['property'] },
  property: { required: ['name', 'value'], optional: [], children: [] },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group', 'file'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: PROBLEM,
  error: PROBLEM,
  skipped: PROBLEM,
  'system-out': OUTPUT,
  'system-err': OUTPUT,
};
const TIME = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/;

function problems(one: Element): string[] {
  const rule = RULES[one.name];
  if (rule === undefined) return [`unknown element ${one.name}`];
  const names = Object.keys(one.attributes);
  const time = one.attributes['time'];
  return [
    ...rule.required.filter((name) => !names.includes(name)).map((name) => `${one.name} lacks ${name}`),
    ...names
      .filter((name) => ![...rule.required, ...rule.optional].includes(name))
      .map((name) => `${one.name} has ${name}`),
    ...one.children
      .filter((child) => !rule.children.includes(child.name))
      .map((child) => `${child.name} in ${one.name}`),
    ...(rule.text !== true && one.text.trim() !== '' ? [`text in ${one.name}`] : []),
    ...(time !== undefined && !TIME.test(time) ? [`time ${time}`] : []),
    ...one.children.flatMap(problems),
  ];
}

function all(one: Element, name: string): Element[] {
  return [...(one.name === name ? [one] : []), ...one.children.flatMap((child) => all(child, name))];
}

describe('junit', () => {
  test.each([
    ['<testsuites x="1"/>', 'testsuites has x'],
    ['<testsuites><testcase name="a"/></testsuites>', 'testcase in testsuites'],
    ['<testsuites><testsuite name="a" tests="1" failures="0"/></testsuites>', 'testsuite lacks errors'],
    ['<testsuites time="1.2.3"/>', 'time 1.2.3'],
    ['<testsuites>text</testsuites>', 'text in testsuites'],
  ])('the rules notice %s', (xml, problem) => expect(problems(parse(xml))).toContain(problem));

  test.each(MODELS)('of the %s run follows the rules of Jenkins', (_, make) => {
    expect(problems(parse(junit(make())))).toEqual([]);
  });

  test.each(MODELS)('counts of the %s run are those of its cases', (_, make) => {
    const root = parse(junit(make()));
    const failing = (one: Element): number =>
      all(one, 'testcase').filter((two) => all(two, 'failure').length > 0).length;
    for (const one of [root, ...all(root, 'testsuite')]) {
      expect(one.attributes['tests']).toBe(String(all(one, 'testcase').length));
      expect(one.attributes['failures']).toBe(String(failing(one)));
    }
    expect(failing(root) > 0).toBe(make().report.exit_code !== 0);
  });

  test.each(MODELS)('each artifact of the %s run is a case that fails when it failed', (_, make) => {
    const { report: made } = make();
    const cases = all(parse(junit(make())), 'testcase').filter((one) =>
      one.attributes['classname']?.startsWith('proof.artifacts.'),
    );
    expect(cases).toHaveLength(made.artifacts.length);
    const failures = cases.filter((one) => all(one, 'failure').length > 0).map((one) => one.attributes['name']);
    const expected = made.artifacts.filter((one) => one.outcome === 'failed').map((one) => plain(one.path));
    expect(failures.sort()).toEqual(expected.sort());
  });

  test('one failure for all errors of a case, the worst first, with where and what to do', () => {
    const chain = all(parse(junit(forged())), 'testcase').find(
      (one) => one.attributes['name'] === 'proof/deploy.chain.json',
    );
    const failures = all(chain ?? parse('<a/>'), 'failure');
    expect(failures.map(({ attributes }) => attributes['type'])).toEqual(['record.hash_mismatch']);
    expect(failures[0]?.attributes['message']).toMatch(/ \(and 2 more findings\)$/);
    for (const code of ['chain.link_broken', 'rule.no-friday-deploys']) expect(failures[0]?.text).toContain(code);
    expect(failures[0]?.text).toContain('at proof/deploy.chain.json:214:22 /records/7/integrity/record_hash');
    expect(failures[0]?.text).toContain('What to do:');
  });

  test('requirements and the run itself are cases', () => {
    const cases = all(parse(junit(forged())), 'testcase');
    const find = (name: string): Element | undefined => cases.find((one) => one.attributes['name'] === name);
    expect(all(find('record_type:test_result') ?? parse('<a/>'), 'failure')).toHaveLength(0);
    expect(all(find('approval:production') ?? parse('<a/>'), 'failure')).toHaveLength(1);
    expect(all(find('gate') ?? parse('<a/>'), 'failure')).toHaveLength(1);
    expect(all(parse(junit(good())), 'failure')).toHaveLength(0);
  });

  test('an artifact that failed without a kept finding fails, and so does a run that was cut short', () => {
    const bare = model(report({ artifacts: [artifact('a.json', 1, { outcome: 'failed' })], exit: 2 }));
    expect(all(parse(junit(bare)), 'failure')).toHaveLength(1);
    expect(junit(incomplete())).toContain('<failure ');
    const cut = model(report({ artifacts: [artifact('a.json', 1)], exit: 1, incomplete: true }));
    expect(junit(cut)).toContain('type="incomplete"');
  });

  describe('places', () => {
    const at = (one: ReportModel, name: string): Element =>
      all(parse(junit(one)), 'testcase').find(({ attributes }) => attributes['name'] === name) ?? parse('<a/>');
    const wrong = (path: string, more: object = {}) =>
      finding('record.hash_mismatch', 'wrong', path, { line: 3, column: 5, pointer: '/event', ...more });
    const made = (folder: string | undefined) =>
      model(
        report({
          artifacts: [
            artifact('proof/a.json', 1),
            artifact('proof/b.json', 2, { outcome: 'failed' }),
            artifact('proof/set', 3, { kind: 'bundle', outcome: 'failed' }),
            artifact('proof/p.zip', 4, { kind: 'gait_pack', outcome: 'failed' }),
          ],
          findings: [
            wrong('proof/b.json'),
            wrong('proof/set', { entry: 'in/c.json' }),
            wrong('proof/p.zip', { entry: 'run.json' }),
            finding('policy.invalid', 'wrong', '.proof-policy.yml', { line: 2 }),
          ],
          exit: 6,
        }),
        folder === undefined ? {} : { repositoryFolder: folder },
      );

    test.each([
      ['proof/a.json', 'proof/a.json', ''],
      ['proof/b.json', 'proof/b.json', 'at services/billing/proof/b.json:3:5 /event'],
      ['proof/set', 'proof/set/in/c.json', 'at services/billing/proof/set/in/c.json:3:5 /event'],
      ['proof/p.zip', 'proof/p.zip', 'at services/billing/proof/p.zip!/run.json:3:5 /event'],
      ['gate', '.proof-policy.yml', 'at services/billing/.proof-policy.yml:2'],
    ])('case %s is about a file from the root of the repository', (name, file, text) => {
      const one = at(made('services/billing/'), name);
      expect(one.attributes['file']).toBe(`services/billing/${file}`);
      expect(one.children.map((child) => child.text).join('\n')).toContain(text);
      expect(at(made(undefined), name).attributes['file']).toBe(file);
    });

    test('what is about no file has none', () => {
      expect(at(good(), 'gate').attributes['file']).toBeUndefined();
      expect(at(incomplete(), 'gate').attributes['file']).toBeUndefined();
      expect(at(forged(), 'approval:production').attributes['file']).toBeUndefined();
    });
  });

  describe('warnings', () => {
    const made = (failOn: 'error' | 'warning') =>
      model(
        report({
          artifacts: [artifact('a.json', 1, { outcome: 'warned' }), artifact('b.json', 2)],
          findings: [
            finding('record.number_precision', 'a large number', 'a.json', { line: 4 }),
            finding('signature.none_checked', 'no public key given', ''),
            finding('record.link_unresolved', 'a notice', 'b.json'),
          ],
          exit: failOn === 'warning' ? 2 : 0,
        }),
        { failOn },
      );
    const failing = (failOn: 'error' | 'warning'): string[] =>
      all(parse(junit(made(failOn))), 'testcase')
        .filter((one) => all(one, 'failure').length > 0)
        .map(({ attributes }) => attributes['name'] ?? '');

    test('fail their cases when they fail the run, notices never', () => {
      expect(failing('error')).toEqual([]);
      expect(failing('warning')).toEqual(['a.json', 'gate']);
      expect(junit(made('warning'))).toContain('<testsuites name="proof-verify" tests="3" failures="2"');
      expect(junit(made('warning'))).not.toContain('warning record.number_precision');
      expect(junit(made('error'))).toContain('warning record.number_precision: a large number (a.json:4)');
    });
  });
});
