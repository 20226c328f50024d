import { isUnderReview } from '../options/ci/context.js';
import type { GateOptions } from '../options/options.js';

/** Whether the checkout is a change under review; the default branch may have to be looked up in the clone. */
export async function reviewOf(options: GateOptions): Promise<boolean> {
  const { ci, underReview, inContainer } = options;
  const defaultBranch = options.defaultBranch ?? ci?.defaultBranch ?? (await defaultOfClone(options));
  return isUnderReview(ci, { underReview, inContainer, ...(defaultBranch === undefined ? {} : { defaultBranch }) });
}

/** Several services do not name the default branch; a clone knows its remote's. */
async function defaultOfClone({ ci, underReview, checkout }: GateOptions): Promise<string | undefined> {
  if (underReview !== 'auto' || ci?.branch === undefined || ci.review || ci.isProtected || ci.isDefault)
    return undefined;
  const { openClone } = await import('./git/clone.js');
  const clone = await openClone(checkout[0]);
  if (clone.kind !== 'clone' || !clone.isCloneOf(ci)) return undefined;
  const found = await clone.reader.defaultBranch();
  return found.kind === 'branch' ? found.branch : undefined;
}
