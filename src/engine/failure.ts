import { TooManyErrors } from './collector.js';
import { type Context, locationOf } from './context.js';
import { Fault } from './fault.js';
import { MAX_ERRORS } from './limits.js';
import { Stopped } from './pace.js';

/**
 * Finding code and message for an error: a Fault is a defect of the artifact, `TooManyErrors` and `Stopped` end the work on
 * it, anything else is a bug of the verifier (`internal`).
 */
export function failure(error: unknown): Pick<Fault, 'code' | 'message'> {
  if (error instanceof Fault) return error;
  if (error instanceof TooManyErrors) {
    return { code: 'limit.errors', message: `${MAX_ERRORS} errors were found: the rest was not checked` };
  }
  if (error instanceof Stopped) {
    return { code: 'run.interrupted', message: 'the run ended before this artifact was verified' };
  }
  return {
    code: 'internal',
    message: `the verifier failed: ${error instanceof Error ? error.message : String(error)}`,
  };
}

/** Adds an error that a verification threw as a finding of its subject (hardening 23). */
export function report(error: unknown, context: Context): void {
  if (error instanceof Fault) context.collector.fault(error, locationOf(context));
  else {
    const { code, message } = failure(error);
    context.collector.add(code, message, locationOf(context));
  }
}
