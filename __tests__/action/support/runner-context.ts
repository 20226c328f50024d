import { context } from '@actions/github';
import type { RunnerContext } from '../../../src/action/context.js';

const Context = context.constructor as new () => RunnerContext;
const repo = Object.getOwnPropertyDescriptor(Context.prototype, 'repo');

/** The toolkit's context as it reads this environment. */
export function runnerContext(env: Readonly<Record<string, string | undefined>>): RunnerContext {
  const within = <T>(read: () => T): T => {
    const own = process.env;
    process.env = { ...env };
    try {
      return read();
    } finally {
      process.env = own;
    }
  };
  const made = within(() => new Context());
  // The toolkit reads the environment again each time it is asked for the repository.
  return Object.defineProperty(made, 'repo', { get: () => within(() => repo?.get?.call(made)) });
}
