import type { ExitCode } from '../../engine/findings.js';
import { CommandError, type Io } from '../output.js';
import { TEMPLATES } from '../templates.generated.js';

/** `init github|gitlab|jenkins|policy`: prints a file to start from; redirect it to where it belongs. */
export async function initCommand(what: string, io: Io): Promise<ExitCode> {
  if (what === 'policy') {
    const { INITIAL_POLICY } = await import('../../gate/policy/init.js');
    io.out(INITIAL_POLICY);
    return 0;
  }
  if (!Object.hasOwn(TEMPLATES, what)) {
    throw new CommandError(
      6,
      `unknown template ${JSON.stringify(what)}; known: ${Object.keys(TEMPLATES).join(', ')}, policy`,
    );
  }
  io.out(TEMPLATES[what as keyof typeof TEMPLATES]);
  return 0;
}
