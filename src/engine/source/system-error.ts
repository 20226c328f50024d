import { getSystemErrorMap } from 'node:util';

/**
 * The code of a system error (`ENOENT`, `EACCES`, …), else the message of the error. Does not use `instanceof Error`: in
 * tests, errors of Node's own modules come from a different realm.
 */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error) return String(error.code);
  return 'message' in error ? String(error.message) : String(error);
}

/** The system's description of an error: `permission denied`. For any other error, its message. */
export function systemWords(error: unknown): string {
  const code = systemCode(error);
  for (const [name, words] of getSystemErrorMap().values()) if (name === code) return words;
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : code;
}
