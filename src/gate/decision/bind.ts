import type { FindingCode } from '../../engine/findings.js';
import { shorten } from '../../engine/text.js';
import type { BoundValue, RecordFact } from '../../model/facts.js';
import type { RunContext } from '../../model/run.js';
import type { PolicyBind } from '../config/policy/model.js';

/** What evidence is compared with: the run, and ancestors of its commits where they count too. */
export interface TestedRun extends RunContext {
  /** Commits that records of this run name and that are ancestors of its own; empty unless the policy allows them. */
  readonly ancestors: ReadonlySet<string>;
}

/** A mismatch between where a record says it belongs and the run. */
export interface BindProblem {
  readonly code: Extract<FindingCode, `bind.${string}`>;
  readonly message: string;
  /** The member that disagrees, else the object that lacks one. */
  readonly pointer: string;
}

/** Compares commit and repository of a record with the run (trust.md section 5). Values that the run does not know are skipped. */
export function bindProblems(fact: RecordFact, bind: PolicyBind | undefined, run: TestedRun): readonly BindProblem[] {
  if (bind === undefined || fact.bind === undefined) return [];
  const found: BindProblem[] = [];
  if (bind.commit !== undefined && run.commits.length > 0) {
    const said = fact.bind.commits ?? [];
    if (said.length === 0) found.push(missing('commit', bind.commit));
    const other = said.find(({ value }) => !isTested(value, run));
    if (other !== undefined) {
      const tested = run.commits.map((commit) => commit.slice(0, 12)).join(' or ');
      found.push({
        code: 'bind.commit_mismatch',
        message: isAbbreviated(other.value, run)
          ? `${placeName(other)} is ${shorten(other.value)}, which is short for a commit: write the whole id`
          : `${placeName(other)} is ${shorten(other.value)}, not the commit under test (${tested})`,
        pointer: other.pointer,
      });
    }
  }
  if (bind.repository !== undefined && run.repository !== undefined) {
    const said = fact.bind.repositories ?? [];
    if (said.length === 0) found.push(missing('repository', bind.repository));
    const other = said.find(({ value }) => !isRepositoryOf(value, run));
    if (other !== undefined) {
      found.push({
        code: 'bind.repository_mismatch',
        message: `${placeName(other)} is ${shorten(other.value)}, not the repository under test (${shorten(run.repository)})`,
        pointer: other.pointer,
      });
    }
  }
  return found;
}

function missing(what: string, pointers: readonly string[]): BindProblem {
  const [first = ''] = pointers;
  const reference = what === 'commit' ? ', or a relationship reference of kind git.commit' : '';
  return {
    code: 'bind.missing',
    message: `the record does not name its ${what}: expected at ${pointers.map(dotted).join(' or ')}${reference}`,
    pointer: first.slice(0, first.lastIndexOf('/')),
  };
}

const dotted = (pointer: string): string => shorten(pointer.slice(1).replaceAll('/', '.'));
const placeName = ({ pointer }: BoundValue): string => dotted(pointer);

function isTested(value: string, { commits, ancestors }: TestedRun): boolean {
  const commit = value.trim().toLowerCase();
  return commits.includes(commit) || ancestors.has(commit);
}

/** An abbreviated commit under test: another commit may have the same abbreviation. */
function isAbbreviated(value: string, { commits }: TestedRun): boolean {
  const begin = value.trim().toLowerCase();
  return begin.length >= MIN_ABBREVIATED && commits.some((commit) => commit.startsWith(begin));
}

/** The shortest abbreviation that git accepts. */
const MIN_ABBREVIATED = 4;

/** Whether a text names the repository of the run: `owner/name`, or an address of it on the same host. */
function isRepositoryOf(value: string, { repository = '', repositoryUrl = '' }: RunContext): boolean {
  const said = parseRepository(value);
  const own = parseRepository(repository);
  const host = own.host ?? parseRepository(repositoryUrl).host;
  if (said.path === own.path && said.path !== '' && said.host === undefined) return true;
  if (host === undefined) return said.path === own.path && said.path !== '' && said.host === own.host;
  const full = `${host}/${own.path}`;
  return own.path !== '' && (said.host === undefined ? said.path : `${said.host}/${said.path}`) === full;
}

/** More characters are no address: the expressions below may look at a text as often as it is long. */
const MAX_ADDRESS = 4096;

/** Host, where the text has one for certain, and path of a repository; both in lower case. */
function parseRepository(text: string): { readonly host?: string; readonly path: string } {
  if (text.length > MAX_ADDRESS) return { path: text };
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^git\+/, '');
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/([^?#]*)/.exec(plain);
  const scp = url === null ? /^(?:[^/@:]+@)([^/:]+):([^?#]*)$/.exec(plain) : null;
  const [, host, path = plain] = url ?? scp ?? [];
  const cleaned = path
    .replace(/@[^/]*(?:\/.*)?$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .replace(/^\/+/, '');
  return host === undefined ? { path: cleaned } : { host, path: cleaned };
}
