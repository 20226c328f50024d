import { Fault } from '../../src/engine/fault.js';

/** What a reader's fault says: its code, its message and its place. Anything else that is thrown goes on. */
export async function thrown(run: () => unknown): Promise<[code: string, message: string, place: object] | 'nothing'> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Fault) return [error.code, error.message, error.place];
    throw error;
  }
  return 'nothing';
}

/** The same in one line: `code at entry: message`, `none` when nothing was thrown. */
export async function toldOf(run: () => unknown): Promise<string> {
  const fault = await thrown(run);
  if (fault === 'nothing') return 'none';
  const [code, message, place] = fault;
  return `${code}${'entry' in place ? ` at ${place.entry}` : ''}: ${message}`;
}
