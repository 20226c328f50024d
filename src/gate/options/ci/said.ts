import type { CiContext } from './types.js';

/** What one service says; what it does not say may be `undefined`. */
type Said = { readonly [K in Exclude<keyof CiContext, 'service' | 'review'>]?: CiContext[K] | undefined } & {
  readonly review: boolean;
};

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i;

/** Leaves out what is absent or malformed. */
export function context({ isProtected, isDefault, review, baseCommit, ...rest }: Said): Omit<CiContext, 'service'> {
  const isCommit = baseCommit !== undefined && COMMIT.test(baseCommit);
  const said = { ...rest, baseCommit: isCommit ? baseCommit.toLowerCase() : undefined };
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...known, review, isProtected: isProtected === true, isDefault: isDefault === true };
}

/** `refs/heads/main` → `main`; `undefined` for another kind of ref. */
export function branchOf(ref: string | undefined): string | undefined {
  if (ref === undefined || !ref.startsWith('refs/')) return ref;
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}

/** Parts of a path; `undefined` when one is not known. */
export const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.every((part) => part !== undefined) ? parts.join('/') : undefined;
