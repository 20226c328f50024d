/**
 * The code of an error of the system (`ENOENT`, `EACCES`, …), else what the error says. Asks for no `Error`: in a test,
 * errors of Node's own modules are those of another realm.
 */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error) return String(error.code);
  return 'message' in error ? String(error.message) : String(error);
}
