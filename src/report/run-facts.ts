import type { GateReport } from '../model/report.js';

/** Something that a page says about the run; `href` is a checked web address. */
export interface RunFact {
  readonly name: string;
  readonly text: string;
  readonly href?: string;
}

const COMMIT_DIGITS = 12;

/** The commit and CI run of a report (people.md section 5); nothing is invented where no CI states it. */
export function runFacts({ run = {} }: GateReport): readonly RunFact[] {
  const { repository, repository_url: address, ref, commits = [], url } = run;
  const [commit] = commits;
  const facts: (RunFact | undefined)[] = [
    repository === undefined ? undefined : fact('Repository', repository, address),
    ref === undefined ? undefined : fact('Ref', ref),
    commit === undefined
      ? undefined
      : fact('Commit', commit.slice(0, COMMIT_DIGITS), commitAddress(address, commit, url)),
    url === undefined ? undefined : fact('CI run', runName(url), url),
  ];
  return facts.filter((each) => each !== undefined);
}

function fact(name: string, text: string, href?: string): RunFact {
  return href !== undefined && /^https?:\/\/[^\s"'<>`\\]+$/.test(href) ? { name, text, href } : { name, text };
}

/** GitLab has `/-/` in its addresses, Bitbucket `commits`; the others are like GitHub. */
function commitAddress(address: string | undefined, commit: string, run: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const folder =
    run?.includes('/-/') === true ? '-/commit' : /^https:\/\/bitbucket\.org\//.test(address) ? 'commits' : 'commit';
  return `${address}/${folder}/${commit}`;
}

/** The last part of the address: the number of the run. */
function runName(url: string): string {
  return /([^/]+)\/?$/.exec(url)?.[1] ?? url;
}
