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
