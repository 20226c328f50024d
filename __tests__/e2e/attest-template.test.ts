import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { ALICE, folder, pretty, record, removeFolders } from '../support/build.js';
import { cli, IS_WINDOWS, ROOT, readText, runProgram } from '../support/cli.js';

afterAll(removeFolders);

const HAS_JQ = !IS_WINDOWS && spawnSync('jq', ['--version']).status === 0;

// actions/attest reads a file with the predicate and one in the format of sha256sum.
(HAS_JQ ? test : test.skip)(
  `the attest template gives predicate and subjects of the report${HAS_JQ ? '' : ' (skipped: needs jq)'}`,
  () => {
    const [, script = ''] = /- run: \|\n((?: {10}.*\n)+)/.exec(readText(ROOT, 'templates/github/attest.yml')) ?? [];
    const work = folder({
      '.proof/a b.json': pretty(record({}, { by: ALICE })),
      'proof/c.json': pretty(record({ record_id: 'c' }, { by: ALICE })),
    });
    const ran = cli(work, 'gate', '--public-key', ALICE.publicKey, '--report', 'vsa=vsa.json');
    expect(ran.exit).toBe(0);
    const done = runProgram('sh', ['-ec', script], work, { RUNNER_TEMP: work });
    expect([done.exit, done.stderr]).toEqual([0, '']);
    const text = (name: string): string => readFileSync(path.join(work, name), 'utf8');
    expect(JSON.parse(text('predicate.json'))).toMatchObject({ verificationResult: 'PASSED' });
    const sum = (name: string): string => createHash('sha256').update(text(name)).digest('hex');
    const names = ['.proof/a b.json', 'proof/c.json'];
    expect(text('subjects.txt')).toBe(names.map((name) => `${sum(name)}  ${name}\n`).join(''));
  },
);
