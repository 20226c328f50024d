import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { RawOptions } from '../../../src/gate/options/options.js';
import { runGate } from '../../../src/gate/run.js';
import { terminalText } from '../../../src/report/text.js';
import {
  ALICE,
  chain,
  type Files,
  folder,
  jsonl,
  pack,
  pretty,
  record,
  records,
  removeFolders,
  revocationList,
} from '../../support/build.js';
import { IS_WINDOWS } from '../../support/platform.js';
import { gate, options } from '../support/run.js';

/* What counts as evidence (trust.md section 4). */

afterAll(removeFolders);

const SIGNED = { 'proof/r.json': pretty(record({}, { by: ALICE })) };
const KEY: RawOptions = { 'public-key': [ALICE.publicKey] };
const LIST = pretty(revocationList([]));
const codes = async (files: Files, raw: RawOptions = {}): Promise<[number, ...string[]]> => {
  const { exitCode, model } = await gate(files, raw);
  return [exitCode, ...model.report.findings.map(({ severity, code }) => `${severity} ${code}`)];
};

describe('discovery.no_artifacts', () => {
  test.each<[string, Files, RawOptions, [number, ...string[]]]>([
    ['one signed record is enough', SIGNED, KEY, [0]],
    ['nothing', {}, KEY, [6, 'error discovery.no_artifacts']],
    [
      'files that are not artifacts',
      { 'proof/README.md': '# x', 'proof/.gitkeep': '' },
      KEY,
      [6, 'warning discovery.unrecognized', 'warning discovery.unrecognized', 'error discovery.no_artifacts'],
    ],
    [
      'the same with --unrecognized ignore',
      { 'proof/README.md': '# x' },
      { ...KEY, unrecognized: 'ignore' },
      [6, 'error discovery.no_artifacts'],
    ],
    ['a revocation list alone', { 'proof/l.json': LIST }, KEY, [6, 'error discovery.no_artifacts']],
    [
      'a revocation list that nothing asks for, to be warned of',
      { 'proof/l.json': LIST },
      { ...KEY, 'if-no-artifacts-found': 'warn' },
      [0, 'warning discovery.no_artifacts'],
    ],
    [
      'and to be ignored',
      { 'proof/README.md': 'x' },
      { ...KEY, 'if-no-artifacts-found': 'ignore' },
      [0, 'warning discovery.unrecognized'],
    ],
    [
      'without the policy that was to say where to look, nothing more',
      { '.proof-policy.yml': 'version: 1\nartifact: [evidence]\n' },
      KEY,
      [6, 'error policy.invalid'],
    ],
    ['nor without one that was named', {}, { ...KEY, policy: 'gone.yml' }, [7, 'error dependency.missing']],
    [
      'nor after a key of the policy that leaves the checkout',
      { '.proof-policy.yml': 'version: 1\ntrust: {keys: [{name: a, public_key: ../a.pub}]}\n' },
      {},
      [8, 'error path.escape'],
    ],
    [
      'where the operator says where to look, it counts',
      { '.proof-policy.yml': 'version: 1\nartifact: [evidence]\n' },
      { ...KEY, patterns: ['evidence/**'] },
      [6, 'error policy.invalid', 'error discovery.no_artifacts'],
    ],
    [
      'with a warning about the policy too',
      { '.proof-policy.yml': 'version: 1\nrequire: {record_types: {decisions: 1}}\n' },
      KEY,
      [6, 'error discovery.no_artifacts', 'error require.record_type'],
    ],
  ])('%s', async (_, files, raw, expected) => {
    expect(await codes(files, raw)).toEqual(expected);
  });

  test.each<[string, Files, RawOptions, RegExp]>([
    [
      'a record that no pattern matches',
      { 'r.json': pretty(record()) },
      {},
      /; \.\/r\.json is a Proof record: run proof-verify gate r\.json$/,
    ],
    [
      'a record whose name a shell would change',
      { 'r 1.json': pretty(record()) },
      {},
      /; "\.\/r 1\.json" is a Proof record: run proof-verify gate "r 1\.json"$/,
    ],
    [
      'a chain',
      { 'c.json': pretty(chain(records(2))) },
      {},
      /; \.\/c\.json is a Proof chain: run proof-verify gate c\.json$/,
    ],
    [
      'a stream',
      { 's.jsonl': jsonl(records(2)) },
      {},
      /; \.\/s\.jsonl is a stream of Proof records: run proof-verify gate s\.jsonl$/,
    ],
    [
      'a pack',
      { 'x/y': '', 'runpack_1.zip': pack({ 'a.json': '{}' }) },
      { patterns: ['evidence/**'] },
      /; \.\/runpack_1\.zip is a Gait pack: run proof-verify gate runpack_1\.zip$/,
    ],
    [
      'no other JSON',
      { 'a.json': '{"records": []}', 'b.json': '{"records": [1]}', 'c.json': '{"records": 1}', 'd.json': '{"rec' },
      {},
      /^no Proof artifacts found in [^;]*$/,
    ],
    ['compressed evidence', { 'r.json.gz': 'x' }, {}, /\.\/r\.json\.gz is compressed: unpack it first/],
    ['what matched instead', { 'proof/a.txt': 'x' }, {}, /; matched, but not evidence: "proof\/a\.txt"$/],
    [
      'what kind it is',
      {
        'proof/a.json': '{"schema_id": "https://wrkr.dev/schemas/v1/proposed-action-contract-artifact.schema.json"}',
      },
      {},
      /; matched, but not evidence: "proof\/a\.json" \(proposed action contract\); such files support artifacts/,
    ],
    ['a comma', SIGNED, { patterns: ['proof/x*.json, y/*.json'] }, /; the comma is part of the pattern/],
    ['quotes', SIGNED, { patterns: ['"x/*.json"'] }, /; the quotes are part of the pattern/],
    ['a dash', SIGNED, { patterns: ['- x/*.json'] }, /; the dash is part of the pattern/],
    // On Windows it separates folders.
    [
      'a backslash',
      SIGNED,
      { patterns: ['proof\\x*.json'] },
      IS_WINDOWS ? /no Proof artifacts/ : /; use \/ between folders/,
    ],
    ['a key', { 'd/k.pem': 'x' }, { patterns: ['d'] }, /"d\/k\.pem" was passed over: a key or certificate/],
  ])('names %s', async (_, files, raw, message) => {
    const { model } = await gate(files, raw);
    expect(model.report.findings.find(({ code }) => code === 'discovery.no_artifacts')?.message).toMatch(message);
  });
});

test('each pattern and each hint has a line in the text for a terminal', async () => {
  const patterns = ['evi*/**', 'a", "b/*.json'];
  const { model } = await gate({ 'r.json': pretty(record()) }, { patterns });
  const text = terminalText(model, { color: false, verbose: false, quiet: false });
  expect(text.split('\n').slice(1, 6)).toEqual([
    '  run  no Proof artifacts found for',
    '    "evi*/**"',
    '    "a\\", \\"b/*.json"',
    '    the comma is part of the pattern: write one pattern per line',
    '    ./r.json is a Proof record: run proof-verify gate r.json',
  ]);
});

describe('signature.none_checked', () => {
  test.each<[string, RawOptions, string[]]>([
    ['without a key', {}, ['signatures were not checked: no public key given']],
    ['with signatures off', { ...KEY, signatures: 'off' }, ['signatures were not checked: signatures is off']],
    ['not with a key', KEY, []],
  ])('%s, once', async (_, raw, expected) => {
    const { model, exitCode } = await gate(
      { ...SIGNED, 'proof/s.json': pretty(record({ record_id: 's' }, { by: ALICE })) },
      raw,
    );
    const messages = model.report.findings.map(({ code, message }) => `${code}: ${message}`);
    expect([exitCode, messages]).toEqual([0, expected.map((message) => `signature.none_checked: ${message}`)]);
  });

  test('not when the key that was given cannot be used: that is the cause', async () => {
    expect(await codes(SIGNED, { 'public-key': ['abc'] })).not.toContain('warning signature.none_checked');
  });
});

describe('discovery.pattern_unmatched', () => {
  test.each<[string, RawOptions, string[]]>([
    ['one of two', { patterns: ['proof/*.json', 'b/*.json'] }, ['pattern "b/*.json" matched nothing']],
    ['none of them', { patterns: ['proof/*.json', '**/r.json'] }, []],
    ['none of the default set', {}, []],
    [
      'with a hint',
      { patterns: ['proof/*.json', 'b/*.json,c'] },
      [expect.stringMatching(/matched nothing: the comma/) as unknown as string],
    ],
    ['an exclusion', { patterns: ['proof/*.json', '!b/*'] }, []],
  ])('%s', async (_, raw, expected) => {
    const { model } = await gate(SIGNED, { ...KEY, ...raw });
    const found = model.report.findings.filter(({ code }) => code === 'discovery.pattern_unmatched');
    expect(found.map(({ message }) => message)).toEqual(expected);
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('a path that does not exist is reported once', async () => {
    const { model, exitCode } = await gate(SIGNED, { ...KEY, patterns: ['proof', 'gone.json'] });
    expect([exitCode, model.report.findings.map(({ code }) => code)]).toEqual([6, ['io.not_found']]);
    expect(model.report.unmatched_patterns).toEqual(['gone.json']);
  });
});

// One cause, one finding, however the path was written.
test.each([
  ['gone.json'],
  ['./gone.json'],
  ['gone/'],
  ['proof//gone.json'],
  ['proof/../gone.json'],
  [' gone.json '],
  ['[g]one.json'],
  ['gone.json\nlost.json'],
  ["'gone.json'"],
  ...(IS_WINDOWS ? [] : [['proof\\*.json'], ['.\\proof\\r.json']]),
])('a path that does not exist is one finding: %j', async (text) => {
  const { model, exitCode } = await gate(SIGNED, { ...KEY, patterns: [text] });
  expect(exitCode).toBe(6);
  expect(new Set(model.report.findings.map(({ code }) => code))).toEqual(new Set(['io.not_found']));
});

describe('files that are not artifacts', () => {
  test('are in a list of their own, and so are skipped files', async () => {
    const files = { ...SIGNED, 'proof/notes.json': '{"a":1}', 'proof/x.schema.json': '{}' };
    const { model } = await gate(files, KEY);
    const { artifacts, unrecognized, ignored, summary } = model.report;
    expect(artifacts.map(({ path }) => path)).toEqual(['proof/r.json']);
    expect(unrecognized.map(({ path }) => path)).toEqual(['proof/notes.json']);
    expect(ignored).toEqual([{ path: 'proof/x.schema.json', why: 'a JSON Schema' }]);
    expect(summary).toMatchObject({ artifacts: 1, unrecognized: 1, verified: 1, failed: 0 });
  });

  test('an AppleDouble file is skipped by its magic number, not by its name', async () => {
    const workspace = folder({ ...SIGNED, 'proof/._other.json': pretty({ ...record(), source: 'forged' }) });
    writeFileSync(join(workspace, 'proof/._r.json'), Buffer.from([0, 5, 22, 7, 0, 2, 0, 0]));
    const { model, exitCode } = await runGate(options(workspace, KEY));
    expect(exitCode).toBe(2);
    expect(model.report.ignored).toEqual([{ path: 'proof/._r.json', why: 'an AppleDouble file of macOS' }]);
    expect(model.report.artifacts.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['proof/._other.json', 'failed'],
      ['proof/r.json', 'verified'],
    ]);
  });

  test.each<[string, string, string, number]>([
    ['with the ending of its target', 'x.json', 'r.json', 0],
    ['with a different ending', 'x.jsonl', 'r.json', 8],
    ['to a file that turned out not to be an artifact', 'x.txt.json', 'notes.txt.json', 8],
    ['with the name of a document', 'README.md', 'r.json', 0],
  ])('a link %s', async (_, link, target, exit) => {
    const workspace = folder({ ...SIGNED, 'proof/notes.txt.json': '{"a":1}' });
    symlinkSync(target, join(workspace, 'proof', link));
    expect((await runGate(options(workspace, KEY))).exitCode).toBe(exit);
  });
});
