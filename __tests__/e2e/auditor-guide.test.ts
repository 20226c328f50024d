import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { ALICE, folder, pretty, record, removeFolders } from '../support/build.js';
import { IS_WINDOWS, programs, ROOT, readText, runProgram, withPrograms } from '../support/cli.js';

// The commands of docs/usage/auditor.md that repeat a run of a CI, as they are printed.

afterAll(removeFolders);

const HAS_JQ = !IS_WINDOWS && spawnSync('jq', ['--version']).status === 0;
const COMMIT = '12'.repeat(20);
/** What GitHub says of a push to the default branch. */
const GITHUB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: COMMIT,
  GITHUB_REPOSITORY: 'shop/shop',
};

(HAS_JQ ? test : test.skip)(`an auditor repeats a run elsewhere${HAS_JQ ? '' : ' (skipped: needs jq)'}`, () => {
  const [, script = ''] =
    /<!-- example: again -->\n```sh\n([\s\S]*?)```/.exec(readText(ROOT, 'docs/usage/auditor.md')) ?? [];
  const work = folder({
    'evidence/r.json': pretty(record({ event: { commit: COMMIT } }, { by: ALICE })),
    'ci.pub': ALICE.publicKey,
    'policy.yml':
      'version: 1\ntrust: {signatures: required, keys: [{name: ci, public_key: ci.pub}]}\nbind: {commit: [/event/commit]}\n',
  });
  const env = withPrograms(programs());
  const first = ['gate', 'evidence', '--policy', 'policy.yml', '--policy-from', 'workspace', '--under-review', 'false'];
  const now = ['--now', '2026-03-04T00:00:00Z'];
  const ran = runProgram('proof-verify', [...first, ...now, '--report', 'json=report.json'], work, {
    ...env,
    ...GITHUB,
  });
  expect(ran.exit).toBe(0);
  expect(runProgram('sh', ['-ec', script], work, env)).toMatchObject({ exit: 0, stderr: '' });

  const report = path.join(work, 'report.json');
  writeFileSync(report, readFileSync(report, 'utf8').replace('"verified"', '"failed"'));
  expect(runProgram('sh', ['-ec', script], work, env).exit).toBe(1);
});
