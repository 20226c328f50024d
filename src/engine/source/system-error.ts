import { getSystemErrorMap } from 'node:util';

/**
 * The code of an error of the system (`ENOENT`, `EACCES`, …), else what the error says. Asks for no `Error`: in a test,
 * errors of Node's own modules are those of another realm.
 */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error) return String(error.code);
  return 'message' in error ? String(error.message) : String(error);
}

/** Words of the system for one of its errors: `permission denied`. What is no error of the system speaks for itself. */
export function systemWords(error: unknown): string {
  const code = systemCode(error);
  for (const [name, words] of getSystemErrorMap().values()) if (name === code) return words;
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : code;
}
