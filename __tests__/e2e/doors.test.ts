import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BUNDLES, PACKS } from '../engine/kinds/cases/packs.js';
import { READING } from '../engine/kinds/cases/reading.js';
import { CHAINS, DOCUMENTS, RECORDS, SIGNATURES } from '../engine/kinds/cases/records.js';
import { NOW, type Row, SIGNED } from '../engine/kinds/cases/run.js';
import { ALICE, folder, guardManifest, removeFolders } from '../support/build.js';
import { cli, type Done, gateReport, IS_WINDOWS, type Report, ROOT, readJsonFile, runProgram } from '../support/cli.js';
import { type ArchiveSpec, buildZip, type EntrySpec, extra } from '../support/zip-builder.js';

/*
 * What must not get past us (hardening.md) does not, whatever door it comes to: each artifact that raises a finding in the
 * engine's tests, and the neighbour that just does not, is put into a workspace and verified by the committed programs.
 */

afterAll(removeFolders);

const ROWS: readonly Row[] = [...READING, ...RECORDS, ...CHAINS, ...SIGNATURES, ...DOCUMENTS, ...BUNDLES, ...PACKS];
/** Rows that can be verified with the defaults, and with a key; others need options of their own. */
const OPEN = ROWS.filter((one) => one.bad.placed !== undefined && one.bad.placed.options === undefined);
const KEYED = ROWS.filter((one) => one.bad.placed?.options === SIGNED);
/** A file that was named and is nothing we know is told by discovery. */
const TOLD_AS: Readonly<Record<string, string>> = { 'kind.unsupported': 'discovery.unrecognized' };

interface Place {
  readonly row: Row;
  readonly bad: string;
  /** Absent where the neighbour needs options of its own. */
  readonly good: string | undefined;
}

/** Writes rows into a workspace: what is verified of each, by path. */
function place(workspace: string, rows: readonly Row[]): Place[] {
  return rows.map((one, i) => {
    const { options } = one.bad.placed ?? {};
    const write = (which: 'bad' | 'good'): string | undefined => {
      const { placed } = one[which];
      if (placed === undefined || placed.options !== options) return undefined;
      const at = `${which}/${String(i).padStart(3, '0')}`;
      for (const [name, data] of Object.entries(placed.files)) {
        mkdirSync(path.dirname(path.join(workspace, at, name)), { recursive: true });
        writeFileSync(path.join(workspace, at, name), data);
      }
      for (const [name, target] of Object.entries(placed.links ?? {})) {
        symlinkSync(target, path.join(workspace, at, name));
      }
      return placed.file === undefined ? at : `${at}/${placed.file}`;
    };
    return { row: one, bad: write('bad') ?? '', good: write('good') };
  });
}

const nameOf = ({ row }: Place): string => `${row.code}: ${row.name}`;

/** Each bad one raises its code and fails by it; each good one does not. */
function expectCaught(report: Report, places: readonly Place[]): void {
  const codesOf = (at: string): string[] => report.findings.filter((one) => one.artifact === at).map((one) => one.code);
  const missed: string[] = [];
  for (const one of places) {
    const told = [one.row.code, TOLD_AS[one.row.code]];
    // A run without any key says so once (trust.md section 4).
    const raised = one.row.code === 'signature.not_checked' ? codesOf('').map(() => 'signature.not_checked') : [];
    if (![...codesOf(one.bad), ...raised].some((code) => told.includes(code))) {
      missed.push(`${nameOf(one)}: not raised for ${one.bad}, but ${codesOf(one.bad).join(', ') || 'nothing'}`);
    }
    if (one.good !== undefined && codesOf(one.good).includes(one.row.code))
      missed.push(`${nameOf(one)}: raised for ${one.good}`);
  }
  expect(missed).toEqual([]);
}

/** Runs the Action’s bundle as the runner does; what matters here is its report. */
function action(
  workspace: string,
  patterns: readonly string[],
  inputs: Record<string, string>,
): Done & { report: Report } {
  const runner = folder();
  const [output, summary] = ['output', 'summary'].map((name) => path.join(runner, name)) as [string, string];
  for (const file of [output, summary]) writeFileSync(file, '');
  const all: Record<string, string> = {
    patterns: patterns.join('\n'),
    now: NOW.toISOString(),
    annotations: 'true',
    summary: 'true',
    comment: 'never',
    'check-run': 'false',
    reports: 'json=report.json',
    ...inputs,
  };
  const done = runProgram(process.execPath, [path.join(ROOT, 'dist/action/index.js')], workspace, {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'true',
    RUNNER_TEMP: runner,
    ...Object.fromEntries(Object.entries(all).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
  });
  expect(readFileSync(summary, 'utf8').length).toBeLessThan(1024 * 1024);
  return { ...done, report: readJsonFile(workspace, 'report.json') };
}

const perWorkspace = IS_WINDOWS ? describe.skip : describe;
perWorkspace.each([
  ['with the defaults', OPEN, undefined],
  ['with a key', KEYED, ALICE.publicKey],
] as const)(
  `every finding of an artifact, %s${IS_WINDOWS ? ' (skipped: needs symbolic links)' : ''}`,
  (_, rows, key) => {
    const workspace = folder();
    let places: Place[] = [];
    let patterns: string[] = [];
    beforeAll(() => {
      places = place(workspace, rows);
      patterns = places.flatMap(({ bad, good }) => [bad, ...(good === undefined ? [] : [good])]);
    });

    test('there are enough cases', () => {
      expect(rows.length).toBeGreaterThan(key === undefined ? 100 : 10);
    });

    test('at `gate`', () => {
      const keys = key === undefined ? [] : ['--public-key', key];
      const done = gateReport(workspace, '--now', NOW.toISOString(), ...keys, ...patterns);
      expectCaught(done.report, places);
      expect([done.exit, done.report.outcome]).toEqual([done.report.exit_code, 'failed']);
    });

    test('at the Action', () => {
      const done = action(workspace, patterns, key === undefined ? {} : { 'public-key': key });
      expectCaught(done.report, places);
      expect(done.exit).not.toBe(0);
    });
  },
);

const HONEST: readonly [EntrySpec, EntrySpec] = [
  { name: 'pack_manifest.json', data: JSON.stringify(guardManifest({ 'a.txt': 'a' })) },
  { name: 'a.txt', data: 'a' },
];

/** Archives that two programs could read differently (hardening 15): an honest pack but for one thing. */
const ARCHIVES: Readonly<Record<string, ArchiveSpec>> = (() => {
  const entries = HONEST;
  const [manifest, content] = HONEST;
  const named = (name: string): ArchiveSpec => ({ entries: [...entries, { name, data: 'x' }] });
  const changed = (change: Partial<EntrySpec>): ArchiveSpec => ({ entries: [manifest, { ...content, ...change }] });
  const whole = buildZip({ entries });
  return {
    'one name twice': named('a.txt'),
    'names that differ by case': named('A.TXT'),
    'a path out of the archive': named('../a.txt'),
    'an absolute path': named('/etc/a.txt'),
    'a drive letter': named('c:\\a.txt'),
    'a backslash': named('b\\a.txt'),
    'a last dot': named('b.'),
    'a last blank': named('b '),
    'an undeclared entry': named('b.txt'),
    'an undeclared folder': { entries: [...entries, { name: 'b/', data: '', method: 0 }] },
    'a symbolic link': changed({ mode: 0o120777 }),
    'another name in the local header': changed({ local: { name: 'b.txt' } }),
    'another size in the local header': changed({ local: { size: 2 } }),
    'the flag of encryption': changed({ flags: 1 }),
    'an unknown method': changed({ method: 99, packedData: Buffer.from('a') }),
    'a wrong CRC': changed({ crc: 1 }),
    'a wrong size': changed({ size: 2 }),
    'another name in an extra field': changed({ extra: extra(0x7075, Buffer.from('\u0001....b.txt')) }),
    'an entry that the directory hides': { entries: [...entries, { name: 'b.txt', data: 'b', only: 'local' }] },
    'an entry that is not there': { entries: [...entries, { name: 'b.txt', data: 'b', only: 'central' }] },
    'bytes before': { entries, prefix: Buffer.from('#!/bin/sh\n'), prefixAware: true },
    'bytes after': { entries, suffix: Buffer.from('more') },
    'bytes between': changed({ before: Buffer.from('gap') }),
    'bytes before the directory': { entries, beforeDirectory: Buffer.from('gap') },
    'an archive before it': { entries, prefix: whole },
    'an end record inside the comment': { entries, comment: whole.subarray(-22) },
  };
})();

describe('archives that two parsers could read differently', () => {
  const workspace = folder({ 'good.zip': buildZip({ entries: HONEST }) });
  const names = Object.keys(ARCHIVES);
  const fileOf = (name: string): string => `${names.indexOf(name)}.zip`;
  let report: Report;
  beforeAll(() => {
    for (const [name, spec] of Object.entries(ARCHIVES))
      writeFileSync(path.join(workspace, fileOf(name)), buildZip(spec));
    ({ report } = gateReport(workspace, '*.zip'));
  });

  test('the honest one verifies', () => {
    expect(report.artifacts.find((one) => one.path === 'good.zip')).toMatchObject({ outcome: 'verified' });
  });

  test.each(names)('%s', (name) => {
    const errors = report.findings.filter((one) => one.artifact === fileOf(name) && one.severity === 'error');
    expect(errors.map((one) => one.exit_code)).not.toEqual([]);
    for (const one of errors) expect([2, 3, 8]).toContain(one.exit_code);
    expect(errors.some((one) => /^(zip|path|structure|pack)\./.test(one.code))).toBe(true);
  });
});

describe('what no reader may take (★) is refused at `verify` as well', () => {
  const starred = OPEN.filter(({ code }) => /^json\./.test(code));

  test.each(starred.map((one) => [`${one.code}: ${one.name}`, one] as const))('%s', (_, one) => {
    const workspace = folder();
    const [at] = place(workspace, [one]);
    const done = cli(workspace, 'verify', '--json', at?.bad ?? '');
    expect(done).toMatchObject({ stdout: '', stderr: expect.stringContaining(`[${one.code}]`) });
    expect([2, 6]).toContain(done.exit);
  });
});
