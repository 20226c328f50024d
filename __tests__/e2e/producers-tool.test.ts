import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { folder, removeFolders } from '../support/build.js';
import { bareEnv, IS_WINDOWS, ROOT, readJsonFile, runProgram } from '../support/cli.js';

// tools/producers.mjs with stand-ins for the producers: what it makes of a good one, a bad one and one that is not installed.

afterAll(removeFolders);

const TOOL = path.join(ROOT, 'tools/producers.mjs');
const RECORD = path.join(ROOT, 'examples/records/deployment.json');

/** Runs the tool with only these programs to be found besides those of the shell; each is the text of a script. */
function run(programs: Readonly<Record<string, string>>, ...args: string[]) {
  const bin = folder(
    Object.fromEntries(Object.entries(programs).map(([name, text]) => [name, `#!/bin/sh\n${text}\n`])),
  );
  for (const name of Object.keys(programs)) chmodSync(path.join(bin, name), 0o755);
  return runProgram(process.execPath, [TOOL, ...args], bin, bareEnv({ PATH: `${bin}:/usr/bin:/bin` }));
}

const posix = IS_WINDOWS ? test.skip : test;
const why = IS_WINDOWS ? ' (skipped: the stand-ins are shell scripts)' : '';

posix(`producers that are not installed are skipped${why}`, () => {
  expect(run({})).toMatchObject({
    exit: 0,
    stdout: expect.stringMatching(/^(?:# skip (?:gait|wrkr|axym): not on PATH\n){3}$/),
  });
});

posix(`what a producer writes has to pass the gate, and is kept as a situation${why}`, () => {
  const out = folder();
  const wrkr = `mkdir -p .proof && cp ${RECORD} .proof/`;
  const { exit, stdout } = run({ wrkr }, '--out', out, 'wrkr');
  expect([exit, stdout]).toEqual([0, 'ok wrkr-scan\nok wrkr-evidence\n']);
  expect(readJsonFile(out, 'wrkr-scan/case.json')).toMatchObject({ door: 'cli', args: ['gate'], exit_in: [0] });
  expect(existsSync(path.join(out, 'wrkr-scan/ws/.proof/deployment.json'))).toBe(true);
});

posix(`evidence that the gate refuses, and a command that fails, fail the run${why}`, () => {
  expect(run({ axym: `mkdir -p .proof && sed s/deploy/changed/ ${RECORD} > .proof/a.json` }, 'axym')).toMatchObject({
    exit: 1,
    stdout: expect.stringMatching(/^not ok axym-store: the gate exits 2, expected 0\n[\s\S]*record\.hash_mismatch/),
  });
  expect(run({ axym: 'echo unknown flag >&2; exit 6' }, 'axym')).toMatchObject({
    exit: 1,
    stdout: expect.stringMatching(/^not ok axym-store: axym init: exit code 6 unknown flag\n/),
  });
});
