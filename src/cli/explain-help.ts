import type { FindingCode } from '../engine/findings.js';
import { causesOf } from './explain-causes.js';
import { EXAMPLES } from './explain-examples.js';

/** What `explain` adds to the title and remedy of a finding. */
export interface FindingHelp {
  /** What usually leads to it, most likely first, one sentence each. */
  readonly causes: readonly string[];
  /** A line of an artifact, a policy or a command with the mistake, and the same line without it. */
  readonly example?: { readonly before: string; readonly after: string };
  /** The page of the documents that says more; a path in the repository and in the package. */
  readonly page?: string;
}

/** Pages by the codes that they are about. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^(?:record\.(?!profile)|chain\.|stream\.|schema\.record\.|signature\.)/, 'docs/usage/producing.md'],
  [/^approval\./, 'docs/usage/approvals.md'],
  [/^(?:policy\.base_|trust\.mutable_policy)/, 'docs/trust.md'],
  [/^(?:policy|trust|freshness|bind|rule|require|framework|drift|baseline)\./, 'docs/usage/policy.md'],
  [/^limit\./, 'docs/limits.md'],
];

/** What `explain` says of a code besides its title and remedy. */
export function helpFor(code: FindingCode): FindingHelp {
  const [before, after] = EXAMPLES[code] ?? [];
  const causes = causesOf(code);
  const page = PAGES.find(([codes]) => codes.test(code))?.[1];
  return {
    causes,
    ...(before === undefined || after === undefined ? {} : { example: { before, after } }),
    ...(page === undefined ? {} : { page }),
  };
}
