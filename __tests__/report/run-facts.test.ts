import { describe, expect, test } from '@jest/globals';
import type { ReportRun } from '../../src/model/report.js';
import { formatReport } from '../../src/report/index.js';
import { runFacts } from '../../src/report/run-facts.js';
import { model } from '../action/support/model.js';

const COMMIT = 'a'.repeat(40);
const factsOf = (run: ReportRun) => runFacts({ ...model([]).report, run });
const GITHUB = 'https://github.com/acme/app';

test.each([
  ['GitHub', GITHUB, `${GITHUB}/actions/runs/47`, `${GITHUB}/commit/${COMMIT}`],
  [
    'GitLab',
    'https://git.example/a/b',
    'https://git.example/a/b/-/jobs/47',
    `https://git.example/a/b/-/commit/${COMMIT}`,
  ],
  [
    'Bitbucket',
    'https://bitbucket.org/a/b',
    'https://bitbucket.org/a/b/pipelines/results/47',
    `https://bitbucket.org/a/b/commits/${COMMIT}`,
  ],
])('commit and run of %s are linked', (_, repository_url, url, href) => {
  expect(factsOf({ repository: 'acme/app', repository_url, ref: 'refs/heads/main', commits: [COMMIT], url })).toEqual([
    { name: 'Repository', text: 'acme/app', href: repository_url },
    { name: 'Ref', text: 'refs/heads/main' },
    { name: 'Commit', text: 'a'.repeat(12), href },
    { name: 'CI run', text: '47', href: url },
  ]);
});

test('without a CI there are none', () => {
  expect(runFacts(model([]).report)).toEqual([]);
});

test.each(['javascript:alert(1)', 'https://x/"onclick="y', 'data:text/html,x'])('%j is not a link', (url) => {
  expect(factsOf({ url })[0]).not.toHaveProperty('href');
});

describe('pages', () => {
  const { report, ...rest } = model([]);
  const run = { repository_url: GITHUB, commits: [COMMIT], url: `${GITHUB}/actions/runs/47` };
  test.each(['html', 'markdown'] as const)('%s links them', (format) => {
    const page = formatReport(format, { ...rest, report: { ...report, run } });
    expect(page).toContain(`href="${GITHUB}/commit/${COMMIT}"`);
    expect(page).toContain(`href="${GITHUB}/actions/runs/47"`);
  });
});
