import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FINDINGS } from '../../src/engine/findings.js';
import { ALICE, chain, folder, jsonl, MALLORY, pretty, record, records, removeFolders, zip } from '../support/build.js';
import { CLI, cli, type Done, gateReport, IS_WINDOWS, type Report, ROOT, runProgram } from '../support/cli.js';

// What people give by mistake, at both doors: the answer names the file, the place and what to do, and nothing else is lost.

afterAll(removeFolders);

/** What one door says of an input. */
interface Answer {
  readonly exit: number;
  readonly code: keyof typeof FINDINGS;
  readonly line?: number;
  /** Where the cause of this one file has its own. */
  readonly remedy?: string;
}

interface BadInput {
  /** Path of the input. */
  readonly file: string;
  /** Its content, or what makes it at a path; left out: there is nothing. */
  readonly made?: string | Uint8Array | ((at: string) => void);
  readonly gate: Answer;
  /** What `verify --json` says, where that is something else. */
  readonly compat?: Partial<Answer>;
}

const GOOD = pretty(record());
const BOM = '\u{feff}';
const ACCENTED = pretty(record({ source: 'café' }));
const [first, second] = records(2);
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

const syntax = (line: number): Answer => ({ exit: 6, code: 'json.syntax', line });
const encoding = (line: number): Answer => ({ exit: 6, code: 'json.encoding', line });
const notUtf8: Answer = {
  ...encoding(1),
  remedy: 'Write the file as UTF-8 without a byte order mark (PowerShell: Set-Content -Encoding utf8NoBOM).',
};
const unsupported: Pick<BadInput, 'gate' | 'compat'> = {
  gate: { exit: 6, code: 'discovery.unrecognized' },
  compat: { code: 'kind.unsupported', line: 1 },
};

const INPUTS: Readonly<Record<string, BadInput>> = {
  'a missing file': { file: 'none.json', gate: { exit: 6, code: 'io.not_found' } },
  'a file in a missing folder': { file: 'none/none.json', gate: { exit: 6, code: 'io.not_found' } },
  'text that is no JSON': { file: 'bad.json', made: 'hello\n', gate: syntax(1) },
  'truncated JSON': { file: 'bad.json', made: GOOD.slice(0, GOOD.indexOf('"decision"') + 4), gate: syntax(7) },
  'something after the JSON': { file: 'bad.json', made: `${GOOD}}`, gate: syntax(GOOD.split('\n').length) },
  'a truncated line': {
    file: 'bad.jsonl',
    made: jsonl([first, second]).slice(0, -20),
    gate: syntax(2),
  },
  'an empty file': { file: 'bad.json', made: '', gate: { exit: 6, code: 'io.empty', line: 1 } },
  'an empty stream': { file: 'bad.jsonl', made: '', gate: { exit: 6, code: 'io.empty', line: 1 } },
  'a blank file': { file: 'bad.json', made: ' \n', gate: syntax(2) },
  'a picture': {
    file: 'bad.json',
    made: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    gate: encoding(1),
  },
  'UTF-16 with a byte order mark': { file: 'bad.json', made: Buffer.from(BOM + GOOD, 'utf16le'), gate: notUtf8 },
  'UTF-16 without one': { file: 'bad.json', made: Buffer.from(GOOD, 'utf16le'), gate: notUtf8 },
  'UTF-8 with a byte order mark': { file: 'bad.json', made: BOM + GOOD, gate: notUtf8 },
  // Upstream reads such bytes as replacement characters, and then the hash is another one.
  'Latin-1': {
    file: 'bad.json',
    made: Buffer.from(ACCENTED, 'latin1'),
    gate: encoding(lineOf(ACCENTED, 'café')),
    compat: { exit: 2 },
  },
  'an object of no known kind': { file: 'bad.json', made: '{"name": "package", "version": "1.0.0"}\n', ...unsupported },
  'a list of records': {
    file: 'bad.json',
    made: `[${GOOD}]`,
    gate: { exit: 3, code: 'schema.record.invalid', line: 1 },
    compat: { exit: 6, code: 'kind.unsupported' },
  },
  // In compat mode a record that breaks its schema is 2 (contract section 9).
  'an unknown record type': {
    file: 'bad.json',
    made: pretty(record({ record_type: 'acme.unknown' })),
    gate: { exit: 3, code: 'schema.record.unknown_record_type', line: 7 },
    compat: { exit: 2 },
  },
  'text named .zip': { file: 'bad.zip', made: 'hello\n', gate: { exit: 6, code: 'zip.unreadable' } },
  'a truncated archive': {
    file: 'bad.zip',
    made: zip({ 'pack_manifest.json': '{}' }).subarray(0, -10),
    gate: { exit: 6, code: 'zip.unreadable' },
  },
  'an archive of something else': {
    file: 'bad.zip',
    made: zip({ 'readme.txt': 'hello' }),
    gate: { exit: 6, code: 'discovery.unrecognized' },
    compat: { code: 'kind.unsupported' },
  },
  ...(IS_WINDOWS
    ? {}
    : {
        'a link to nothing': {
          file: 'bad.json',
          made: (at) => symlinkSync('nothing.json', at),
          gate: { exit: 6, code: 'io.not_found' },
        },
        // What blocks a reader for ever is unsafe to the gate; upstream only cannot read it.
        'a FIFO': {
          file: 'bad.json',
          made: (at) => expect(spawnSync('mkfifo', [at]).status).toBe(0),
          gate: { exit: 8, code: 'path.special_file' },
          compat: { exit: 6 },
        },
      }),
};

const cases = Object.entries(INPUTS);
const compatAnswer = ({ gate, compat }: BadInput): Answer => ({ ...gate, ...compat });

/** A folder with the bad input and a good record. */
function workspace({ file, made }: BadInput): string {
  const work = folder({ 'good.json': GOOD });
  const at = path.join(work, file);
  if (typeof made === 'function') made(at);
  else if (made !== undefined) writeFileSync(at, made);
  return work;
}

/** The paragraph about a finding in the text for people: title and code, places, remedy. */
function paragraph(text: string, code: string): string[] {
  const found = text.split('\n\n').find((one) => one.split('\n')[0]?.endsWith(`  ${code}`));
  return found?.split('\n') ?? [];
}

/** The gate tells one error about a file, in its report and to people, and verified the good record beside it. */
function expectTold(done: Done & { readonly report: Report }, file: string, answer: Answer): void {
  const { exit, code, line, remedy: own = FINDINGS[code].remedy } = answer;
  const { report } = done;
  expect([done.exit, report.exit_code]).toEqual([exit, exit]);
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([
    expect.objectContaining({ code, exit_code: exit, artifact: file, ...(line === undefined ? {} : { line }) }),
  ]);
  expect(report.artifacts).toContainEqual(
    expect.objectContaining({ path: 'good.json', kind: 'record', outcome: 'verified' }),
  );
  const [head, place, remedy, ...more] = paragraph(done.stderr, code);
  expect(head).toBe(`error  ${FINDINGS[code].title}  ${code}`);
  const column = errors[0]?.column;
  expect(place).toContain(
    `  ${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : `:${column}`}  `,
  );
  expect([remedy, more]).toEqual([`  → ${own}`, []]);
}

/** `verify` says nothing on standard output and one line on standard error. */
function expectRefused(done: Done, exit: number): void {
  expect([done.exit, done.stdout]).toEqual([exit, '']);
  expect(done.stderr).toMatch(/^[^\n]+\n$/);
}

describe.each(cases)('%s', (_, input) => {
  let work: string;
  beforeAll(() => {
    work = workspace(input);
  });
  const verified = (): Done => cli(work, 'verify', '--json', input.file);
  const answer = compatAnswer(input);

  test('the gate', () => expectTold(gateReport(work, 'good.json', input.file), input.file, input.gate));

  test('`verify --json`', () => {
    const done = verified();
    expectRefused(done, answer.exit);
    // What a file is as a whole has no line.
    const line = answer.remedy === undefined ? answer.line : undefined;
    expect(done.stderr).toContain(`${input.file}${line === undefined ? '' : `:${line}:`}`);
  });

  test('`verify --json` tells the code, for `explain`', () => {
    expect(verified().stderr).toMatch(new RegExp(` \\[${answer.code.replaceAll('.', '\\.')}\\]\n$`));
  });
});

test('each reported code can be explained', () => {
  const codes = new Set(cases.flatMap(([, input]) => [input.gate.code, compatAnswer(input).code]));
  const work = folder();
  for (const code of codes) {
    expect(cli(work, 'explain', code)).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining(`What to do: ${FINDINGS[code].remedy}`),
    });
  }
});

describe.each([
  ['an empty folder', () => undefined],
  ['a folder of other files', (at: string) => writeFileSync(path.join(at, 'notes.txt'), 'hello\n')],
])('%s', (_, fill) => {
  let work: string;
  beforeAll(() => {
    work = folder({ 'good.json': GOOD });
    mkdirSync(path.join(work, 'evidence'));
    fill(path.join(work, 'evidence'));
  });

  test('the gate', () =>
    expectTold(gateReport(work, 'good.json', 'evidence'), 'evidence', { exit: 6, code: 'io.directory_empty' }));

  test('`verify --json` passes it as an empty chain, as upstream does, and says that nothing was verified', () => {
    const { exit, stdout, stderr } = cli(work, 'verify', '--json', 'evidence');
    expect([exit, JSON.parse(stdout)]).toEqual([0, { head_hash: '', kind: 'chain', ok: true, records: 0 }]);
    expect(stderr).toBe('no records found in evidence: nothing was verified\n');
  });
});

test('`verify` says that a key without --signatures verified nothing, and is silent where it did or --quiet asks for it', () => {
  const work = folder({ 'signed.json': pretty(record({}, { by: ALICE })) });
  const warned = (...args: string[]): [number | null, string] => {
    const { exit, stderr } = cli(work, 'verify', '--json', ...args, 'signed.json');
    return [exit, stderr];
  };
  const key = ['--public-key', ALICE.publicKey];
  expect(warned(...key)).toEqual([0, 'signatures were not verified: a key has no effect without --signatures\n']);
  expect([warned(), warned('--signatures', ...key), warned('--quiet', ...key)]).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
});

test('--quiet leaves the exit code of a verdict and prints nothing; a mistake in the call is still said', () => {
  const work = folder({
    'changed.json': pretty({ ...record(), source: 'changed' }),
    'chain.json': pretty({ ...chain(records(2)), head_hash: 'x' }),
    'text.json': 'no JSON',
    'type.json': '{"type": 1}',
  });
  const quiet = (...args: string[]): unknown[] => {
    const { exit, stdout, stderr } = cli(work, ...args, '--quiet');
    return [exit, stdout, stderr];
  };
  expect(quiet('verify', 'changed.json')).toEqual([2, '', '']);
  expect(quiet('verify', '--json', 'text.json')).toEqual([6, '', '']);
  expect(quiet('chain', 'verify', 'chain.json')).toEqual([2, '', '']);
  expect(quiet('types', 'validate', 'type.json')).toEqual([3, '', '']);
  expect(quiet('verify', 'missing.json')).toEqual([6, '', expect.stringContaining('missing.json')]);
  expect(quiet('verify', '--signatures', 'changed.json')).toEqual([6, '', expect.stringContaining('key.missing')]);
  expect(quiet('chain', 'verify', 'changed.json')).toEqual([6, '', expect.stringContaining('not a chain')]);
  expect(quiet('verify', '--pubkey', 'x', 'changed.json')).toEqual([6, '', expect.stringContaining('--public-key')]);
});

/** Root may read everything, so for it the program runs as nobody. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const asReader = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
// Nobody can neither start a Node nor read a file below a folder of root's own.
const canLackRights =
  !IS_WINDOWS &&
  [
    [CLI, '--version'],
    ['-e', 'require("fs").statSync(process.argv[1])', `${tmpdir()}/.`],
  ].every((args) => spawnSync(process.execPath, args, { ...asReader, cwd: ROOT }).status === 0);
const unreadable = canLackRights ? describe : describe.skip;
unreadable(`a file without permissions${canLackRights ? '' : ' (skipped: needs a user whom permissions bind)'}`, () => {
  let work: string;
  beforeAll(() => {
    work = folder({ 'good.json': GOOD, 'bad.json': GOOD });
    chmodSync(work, 0o755);
    chmodSync(path.join(work, 'bad.json'), 0o000);
  });
  const run = (...args: string[]): Done => runProgram(process.execPath, [CLI, ...args], work, {}, asReader);

  test('the gate', () => {
    const done = run('gate', '--report', 'json=-', 'good.json', 'bad.json');
    const report = JSON.parse(done.stdout) as Report;
    expectTold({ ...done, report }, 'bad.json', { exit: 6, code: 'io.unreadable' });
  });

  test('`verify --json`', () => {
    const done = run('verify', '--json', 'bad.json');
    expectRefused(done, 6);
    expect(done.stderr).toContain('bad.json cannot be read: permission denied');
  });

  test('`verify --json` tells the code, for `explain`', () => {
    expect(run('verify', '--json', 'bad.json').stderr).toContain('[io.unreadable]');
  });
});

describe('keys', () => {
  const work = folder({
    'good.json': pretty(record({}, { by: ALICE })),
    'bad.json': pretty(record({}, { by: MALLORY })),
  });
  const verifyWith = (...args: string[]): Done => cli(work, 'verify', '--json', '--signatures', ...args);

  describe('of another signer', () => {
    const line = lineOf(pretty(record({}, { by: MALLORY })), '"signing_key_id"');

    test('the gate', () =>
      expectTold(gateReport(work, '--public-key', ALICE.publicKey, 'good.json', 'bad.json'), 'bad.json', {
        exit: 2,
        code: 'signature.key_mismatch',
        line,
      }));

    test('`verify --json`', () => {
      const done = verifyWith('--public-key', ALICE.publicKey, 'bad.json');
      expectRefused(done, 2);
      expect(done.stderr).toMatch(new RegExp(`^bad\\.json:${line}:\\d+: .* \\[signature\\.key_mismatch\\]\n$`));
      expect(verifyWith('--public-key', ALICE.publicKey, 'good.json').exit).toBe(0);
    });
  });

  describe.each([
    ['that is none', 'secret', 'key.invalid'],
    ['that is too short', ALICE.publicKey.slice(2), 'key.invalid'],
    ['that is empty', '', 'key.invalid'],
    ['that is weak', '01'.padEnd(64, '0'), 'key.weak'],
  ] as const)('%s', (_, key, code) => {
    test('the gate verifies nothing under it and says which option', () => {
      const done = gateReport(work, '--public-key', key, 'good.json');
      expect([done.exit, done.report.exit_code]).toEqual([6, 6]);
      expect(done.report.findings).toContainEqual(
        expect.objectContaining({
          code,
          exit_code: 6,
          artifact: '',
          message: expect.stringMatching(/^--public-key: /),
        }),
      );
      const lines = paragraph(done.stderr, code);
      expect([lines[0], lines.at(-1)]).toEqual([
        `error  ${FINDINGS[code].title}  ${code}`,
        `  → ${FINDINGS[code].remedy}`,
      ]);
      expect(done.report.artifacts).toMatchObject([{ path: 'good.json', kind: 'record', outcome: 'failed' }]);
    });

    // Upstream takes any 32 bytes; under a weak key nothing of ALICE's verifies either.
    const exit = code === 'key.weak' ? 2 : 6;
    test(`\`verify --json\` exits ${exit}`, () => expectRefused(verifyWith('--public-key', key, 'good.json'), exit));
  });

  test('in a file that is not there', () => {
    const done = gateReport(work, '--public-key', 'no-such.pub', 'good.json');
    expect(done.exit).toBe(7);
    const [head, place, remedy] = paragraph(done.stderr, 'dependency.missing');
    expect(head).toContain('error');
    expect(place).toContain('public key file "no-such.pub" not found');
    expect(remedy).toBe(`  → ${FINDINGS['dependency.missing'].remedy}`);
  });

  test('that are asked for but not given', () => {
    expect(gateReport(work, '--signatures', 'required', 'good.json')).toMatchObject({
      exit: 6,
      report: {
        findings: [{ code: 'key.missing', artifact: '', message: expect.stringContaining('--signatures required') }],
      },
    });
    const done = verifyWith('good.json');
    expectRefused(done, 6);
    expect(done.stderr).toContain('--public-key');
  });

  test.each([
    ['a wrong key', ['--public-key', 'secret'], 'key.invalid'],
    ['no key', [], 'key.missing'],
  ] as const)('`verify --json` tells the code of %s, for `explain`', (_, args, code) => {
    expect(verifyWith(...args, 'good.json').stderr).toContain(`[${code}]`);
  });
});

test('all of them at once: the good one is verified, each bad one is reported once', () => {
  const work = folder({ 'good.json': GOOD });
  const files = cases.flatMap(([, input], i) => {
    if (input.made === undefined || typeof input.made === 'function') return [];
    const name = `${i}-${input.file}`;
    writeFileSync(path.join(work, name), input.made);
    return [[name, input.gate.code] as const];
  });
  const { exit, report } = gateReport(work, 'good.json', ...files.map(([name]) => name));
  expect([exit, report.exit_code]).toEqual([6, 6]);
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  expect(errors).toHaveLength(files.length);
  expect(Object.fromEntries(errors.map(({ artifact, code }) => [artifact, code]))).toEqual(Object.fromEntries(files));
  // Files that are not artifacts count for nothing.
  const failed = files.filter(([, code]) => code !== 'discovery.unrecognized').length;
  expect(report.summary).toMatchObject({ artifacts: failed + 1, verified: 1, failed });
});
