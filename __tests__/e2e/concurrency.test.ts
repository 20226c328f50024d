import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ALICE, chain, folder, jsonl, pack, pretty, record, records, removeFolders, sha } from '../support/build.js';
import { bareEnv, CLI, IS_WINDOWS, type Report } from '../support/cli.js';

// Many runs in one workspace, and files that change under a run: a verdict is over bytes that were there, or it is none.

afterAll(removeFolders);

/** Processes at a time: enough to meet each other on any machine. */
const WAVE = 10;

function gate(
  workspace: string,
  ...args: string[]
): Promise<{ readonly exit: number | null; readonly stderr: string }> {
  const child = spawn(process.execPath, [CLI, 'gate', ...args], { cwd: workspace, env: bareEnv() });
  let stderr = '';
  child.stdout.resume();
  child.stderr.on('data', (piece: Buffer) => {
    stderr += piece.toString('utf8');
  });
  return new Promise((resolve) => child.on('close', (exit) => resolve({ exit, stderr })));
}

const reportOf = (workspace: string, name: string): string => readFileSync(path.join(workspace, name), 'utf8');

test('fifty runs at once in one workspace report the same bytes', async () => {
  const forged = record();
  forged['source'] = 'forged';
  const workspace = folder({
    'e/one.json': pretty(record()),
    'e/chain.json': pretty(chain(records(20))),
    'e/stream.jsonl': jsonl(records(200)),
    'e/pack.zip': pack({ 'a.txt': 'a' }),
    'e/forged.json': pretty(forged),
  });
  const exits: (number | null)[] = [];
  for (let from = 0; from < 50; from += WAVE) {
    const wave = Array.from({ length: WAVE }, (_, i) =>
      gate(workspace, 'e/*', '--report', `json=out/${from + i}.json`),
    );
    exits.push(...(await Promise.all(wave)).map((one) => one.exit));
  }
  expect(exits).toEqual(Array(50).fill(2));
  const texts = new Set(exits.map((_, i) => reportOf(workspace, `out/${i}.json`)));
  expect([...texts]).toHaveLength(1);
});

describe('a file that changes while it is read', () => {
  /** About 6 MB of signed records: read in many pieces, for longer than it takes to start. */
  const line = `${JSON.stringify(record({}, { by: ALICE }))}\n`;
  const before = line.repeat(20_000);
  const after = `${JSON.stringify(record({ source: 'other' }, { by: ALICE }))}\n`.repeat(18_000);
  const known = new Set([before, after, before + line].map((text) => sha(text)));
  /** Later ones of these delays find the run at work, the last may find it ended. */
  const DELAYS = [80, 250, 700];
  const posix = IS_WINDOWS ? describe.skip : describe;

  posix.each([
    ['grows', (file: string) => appendFileSync(file, line)],
    ['is cut', (file: string) => truncateSync(file, 1_000_000)],
    ['is written over in place', (file: string) => writeFileSync(file, after)],
    ['is replaced by another', (file: string) => replace(file, (fresh) => writeFileSync(fresh, after))],
    ['is replaced by a link', (file: string) => replace(file, (fresh) => symlinkSync('/etc/passwd', fresh))],
    ['is taken away', (file: string) => rmSync(file)],
  ])(`and %s${IS_WINDOWS ? ' (skipped: Windows does not replace open files)' : ''}`, (_, change) => {
    test('is verified as it was, or refused: never a mixture, never a crash', async () => {
      for (const delay of DELAYS) {
        const workspace = folder({ 's.jsonl': before });
        const options = ['--public-key', ALICE.publicKey, '--jobs', '1', '--report', 'json=report.json'];
        const running = gate(workspace, 's.jsonl', ...options);
        const timer = setTimeout(() => change(path.join(workspace, 's.jsonl')), delay);
        const { exit, stderr } = await running;
        clearTimeout(timer);
        const report = JSON.parse(reportOf(workspace, 'report.json')) as Report;
        expect({ delay, exit, stderr }).toMatchObject({ delay, exit: report.exit_code });
        const codes = report.findings.filter((one) => one.severity === 'error').map((one) => one.code);
        if (exit === 0) {
          expect(codes).toEqual([]);
          expect(known).toContain(report.artifacts[0]?.sha256);
        } else {
          expect([2, 6, 8]).toContain(exit);
          expect(codes.filter((code) => !/^(io|path|json|discovery|limit)\./.test(code))).toEqual([]);
        }
      }
    });
  });

  function replace(file: string, make: (fresh: string) => void): void {
    make(`${file}.new`);
    renameSync(`${file}.new`, file);
  }
});
