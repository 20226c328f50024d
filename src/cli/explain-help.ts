import type { FindingCode } from '../engine/findings.js';
import { causesOf } from './explain-causes.js';
import { EXAMPLES } from './explain-examples.js';

/** What `explain` adds to the title and remedy of a finding. */
export interface FindingHelp {
  /** What usually leads to it, most likely first, one sentence each. */
  readonly causes: readonly string[];
  /** A line of an artifact, a policy or a command with the mistake, and the same line without it. */
  readonly example?: { readonly before: string; readonly after: string };
}

/** What `explain` says of a code besides its title and remedy. */
export function helpFor(code: FindingCode): FindingHelp {
  const [before, after] = EXAMPLES[code] ?? [];
  const causes = causesOf(code);
  return before === undefined || after === undefined ? { causes } : { causes, example: { before, after } };
}
