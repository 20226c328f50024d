import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EXIT_ORDER, type ExitCode, FINDINGS, worstCode } from '../../src/engine/findings.js';
import { verifyArtifact } from '../../src/engine/index.js';
import { EXIT_MEANINGS } from '../../src/report/common.js';
import { chain, folder, pretty, record, records, removeFolders, zip } from '../support/build.js';
import {
  cli,
  copyOf,
  gateReport,
  IS_WINDOWS,
  programs,
  ROOT,
  readText,
  runProgram,
  SLOWLY,
  slowStream,
  withBrokenWorkers,
  withPrograms,
} from '../support/cli.js';

// docs/exit-codes.md is run as it stands; then every two codes together, to see which of them decides.

afterAll(removeFolders);

const PAGE = readText(ROOT, 'docs', 'exit-codes.md');
const CODES: readonly ExitCode[] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** A shell block of the page: what makes its files, the command that decides, and what the page says comes of it. */
interface Example {
  readonly name: string;
  readonly setup: string;
  readonly command: string;
  readonly exit: number;
  readonly finding: string | undefined;
}

/** The blocks by the heading above each. */
const examples: readonly Example[] = PAGE.split(/^#+ /m).flatMap((section) => {
  const [name = ''] = section.split('\n');
  return [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']): Example => {
    const lines = block.trimEnd().split('\n');
    const told = /^(.*\S) {2}# exit code (\d)(?:: (\S+))?$/.exec(lines.at(-1) ?? '');
    if (told === null) throw new Error(`the last line under "${name}" does not tell its exit code`);
    const [, command = '', exit, finding] = told;
    return { name, setup: lines.slice(0, -1).join('\n'), command, exit: Number(exit), finding };
  });
});

describe('the page', () => {
  const rows = [...PAGE.matchAll(/^\| (\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];

  test('has a row for each code, under the name that reports use', () => {
    expect(rows.map(([, code, meaning]) => [Number(code), meaning])).toEqual(
      CODES.map((code) => [code, EXIT_MEANINGS[code]]),
    );
  });

  test.each(rows.map(([row, code]) => [Number(code), row] as const))(
    'names only findings of code %i in its row',
    (code, row) => {
      const named = [...row.matchAll(/`([a-z_]+(?:\.[a-z_]+)*)`/g)].map(([, name = '']) => name);
      expect(named.map((name) => [name, FINDINGS[name as keyof typeof FINDINGS]?.exit])).toEqual(
        named.map((name) => [name, code]),
      );
      if (code !== 0) expect(named.length).toBeGreaterThan(0);
    },
  );

  test('documents the same order as the code and README', () => {
    const order = '8, 1, 7, 6, 2, 3, 4, 5';
    expect(EXIT_ORDER.join(', ')).toBe(order);
    expect(PAGE).toContain(`Worst first: ${order}.`);
    expect(readText(ROOT, 'README.md')).toContain(order);
  });

  test('has an example for each code', () => {
    expect(examples.filter(({ name }) => /^\d: /.test(name)).map(({ name, exit }) => [name, exit])).toEqual(
      CODES.map((code) => [`${code}: ${EXIT_MEANINGS[code]}`, code]),
    );
  });

  test('can be found from README', () => {
    expect(readText(ROOT, 'README.md')).toContain('](docs/exit-codes.md)');
  });
});

// The page's blocks are for a POSIX shell.
const shell = IS_WINDOWS ? describe.skip : describe;
shell(`the examples of the page${IS_WINDOWS ? ' (skipped: need a POSIX shell)' : ''}`, () => {
  let env: Record<string, string>;
  let clone: string;
  beforeAll(() => {
    env = withPrograms(programs());
    clone = copyOf('examples', 'broken-examples');
  });
  const sh = (script: string) => runProgram('sh', ['-eu', '-c', script], clone, env);

  test.each(examples.map((one) => [`${one.name}: exit code ${one.exit}`, one] as const))('%s', (_, example) => {
    expect(sh(example.setup)).toMatchObject({ exit: 0, stderr: '' });
    const done = sh(example.command);
    expect([done.exit, done.stdout + done.stderr]).toEqual([
      example.exit,
      expect.stringContaining(example.finding ?? 'All 21 artifacts verified'),
    ]);
  });
});

describe('an internal error', () => {
  test('is a finding of the artifact', async () => {
    const verdict = await verifyArtifact(
      { name: 'r.json', bytes: Buffer.from(pretty(record())) },
      {
        onRecord: () => {
          throw new Error('a bug');
        },
      },
    );
    expect(verdict).toMatchObject({
      outcome: 'failed',
      findings: [{ code: 'internal', exit_code: 1, message: expect.stringContaining('a bug') }],
    });
  });

  test('of a damaged installation exits 1 and leaves the other artifacts alone', () => {
    const work = folder({
      'big.jsonl': `${JSON.stringify(record())}\n`.repeat(250_000),
      'good.json': pretty(record()),
    });
    const args = ['gate', '--jobs', '2', '--report', 'json=-', 'big.jsonl', 'good.json'];
    const done = runProgram(process.execPath, [withBrokenWorkers(), ...args], work);
    expect(done.exit).toBe(1);
    expect(JSON.parse(done.stdout)).toMatchObject({
      exit_code: 1,
      artifacts: [
        { path: 'big.jsonl', outcome: 'failed' },
        { path: 'good.json', outcome: 'verified' },
      ],
      findings: [
        { code: 'signature.none_checked', artifact: '' },
        { code: 'internal', exit_code: 1, artifact: 'big.jsonl', message: expect.stringContaining('damaged') },
      ],
    });
  });
});

test('of any set of codes the worst decides', () => {
  const codes = [...EXIT_ORDER];
  for (let bits = 0; bits < 2 ** codes.length; bits++) {
    const set = codes.filter((_, i) => (bits & (1 << i)) !== 0);
    expect(worstCode(set)).toBe(EXIT_ORDER.find((code) => set.includes(code)) ?? 0);
  }
});

describe('several codes in one run', () => {
  /** What raises each code, as artifacts and options of one `gate`. */
  const CAUSES: Readonly<Record<number, readonly string[]>> = {
    1: ['slow.jsonl', ...SLOWLY, '--timeout', '100ms'],
    2: ['tampered.json'],
    3: ['unknown-type.json'],
    4: ['asks.json'],
    5: ['--baseline', 'baseline.json'],
    6: ['truncated.json'],
    7: ['--cosign-key', 'no-such-key.pem'],
    8: ['leads-out.zip'],
  };
  let work: string;

  beforeAll(() => {
    const good = record();
    const asks = { permissions_enforced: true, human_oversight: { approval_required: true } };
    work = folder({
      'good.json': pretty(good),
      'tampered.json': pretty({ ...good, source: 'somebody else' }),
      'unknown-type.json': pretty(record({ record_type: 'acme.unknown' })),
      'asks.json': pretty(record({ record_id: 'asks', controls: asks })),
      'truncated.json': pretty(good).slice(0, 200),
      'leads-out.zip': zip({ 'pack_manifest.json': '{}', '../record.json': '{}' }),
      'before/chain.json': pretty(chain(records(3))),
    });
    expect(cli(work, 'baseline', 'baseline.json', 'before/chain.json').exit).toBe(0);
  });

  /** The exit code of a run with a good artifact and what raises each of the codes. */
  function exitOf(...codes: number[]): number | null {
    const { exit, report } = gateReport(work, 'good.json', ...codes.flatMap((code) => CAUSES[code] ?? []));
    expect(report.exit_code).toBe(exit);
    // Each cause really was there: otherwise a pair would prove nothing.
    const raised = report.findings.filter(({ severity }) => severity === 'error').map((one) => one.exit_code);
    expect(raised).toEqual(expect.arrayContaining(codes));
    return exit;
  }

  const quick = EXIT_ORDER.filter((code) => code !== 1);
  test.each(quick)('%i alone', (code) => {
    expect(exitOf(code)).toBe(code);
  });

  test.each(quick.flatMap((worse, i) => quick.slice(i + 1).map((milder) => [worse, milder])))(
    '%i decides over %i',
    (worse, milder) => {
      expect(exitOf(milder, worse)).toBe(worse);
    },
  );

  test.each(quick.map((_, i) => [quick.slice(i)]))('the first of %j decides', (codes) => {
    expect(exitOf(...codes)).toBe(codes[0]);
  });

  describe('with a run that is cut short', () => {
    beforeAll(() => {
      writeFileSync(path.join(work, 'slow.jsonl'), slowStream());
    });

    test('1 alone', () => expect(exitOf(1)).toBe(1));
    test('1 decides over 7', () => expect(exitOf(7, 1)).toBe(1));
    test('8 decides over 1', () => expect(exitOf(1, 8)).toBe(8));
  });

  /** What the page says of `--warn-only`. */
  test.each([
    [[2], 0],
    [[3], 0],
    [[4], 0],
    [[5], 0],
    [[2, 3, 4, 5], 0],
    [[6], 6],
    [[7], 7],
    [[8], 8],
    [[2, 3, 4, 5, 6], 6],
    [[2, 3, 4, 5, 6, 7, 8], 8],
  ])('--warn-only makes of %j: %i', (codes, exit) => {
    const args = codes.flatMap((code) => CAUSES[code] ?? []);
    expect(gateReport(work, '--warn-only', 'good.json', ...args).exit).toBe(exit);
  });

  test.each([
    ['a path that is not there', ['no-such.json']],
    ['a wrong key', ['--public-key', 'secret']],
    ['an unknown option', ['--no-such-option']],
  ])('--warn-only leaves %s at 6', (_, args) => {
    expect(cli(work, 'gate', '--warn-only', 'good.json', ...args).exit).toBe(6);
  });
});
