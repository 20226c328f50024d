import type { Environment } from '../options.js';
import { SYSTEMS } from './systems.js';
import type { CiContext, CiSystem, Variable } from './types.js';

function variables(env: Environment): Variable {
  return (...names) => names.map((name) => env[name]?.trim()).find((value) => value !== undefined && value !== '');
}

/** The services whose variables are set; the first names commits, branch and base. */
export function detected(env: Environment): readonly CiSystem[] {
  const isMarked = (mark: string): boolean => {
    const [name = '', value] = mark.split('=');
    const found = env[name] ?? '';
    return value === undefined ? found !== '' : found === value;
  };
  return SYSTEMS.filter(({ marks }) => marks.some(isMarked));
}

/**
 * What the CI says, `undefined` outside a CI. Where the variables of several services are set, the first of the table
 * names branch and base, and a change is under review as soon as one of them says so.
 */
export function readCi(env: Environment): CiContext | undefined {
  const get = variables(env);
  const found = detected(env).map(({ service, review }) => ({ service, ...review(get, env) }));
  const [first] = found;
  if (first !== undefined) return { ...first, review: found.some(({ review }) => review) };
  // An unknown CI.
  const isCi = (env['CI'] ?? '') !== '' && env['CI'] !== 'false';
  return isCi ? { service: 'CI', review: false, isProtected: false, isDefault: false } : undefined;
}

/** `--under-review`, the default branch if known, and whether a run without a CI counts as one of a change. */
export interface ReviewSettings {
  readonly underReview: 'auto' | 'true' | 'false';
  readonly defaultBranch?: string;
  readonly inContainer: boolean;
}

/**
 * Whether a change is under review (trust.md section 1): on events that are about one, and for every ref that is neither the
 * default branch nor a protected one. What is not known is under review: a gate that guesses wrong would fail open.
 */
export function isUnderReview(ci: CiContext | undefined, settings: ReviewSettings): boolean {
  if (settings.underReview !== 'auto') return settings.underReview === 'true';
  if (ci === undefined) return settings.inContainer;
  if (ci.review) return true;
  if (ci.isProtected || ci.isDefault) return false;
  return ci.branch === undefined || ci.branch !== settings.defaultBranch;
}
