import type { ExitCode } from '../../engine/findings.js';
import { CommandError, type Io } from '../output.js';
import { TEMPLATES } from '../templates.generated.js';
import { suggestion } from '../usage.js';

/** What `init` can print. */
export const INIT_NAMES: readonly string[] = [...Object.keys(TEMPLATES), 'policy'];

/** `init NAME`: prints a pipeline or a policy to start from; redirect it to where it belongs. */
export async function initCommand(what: string | undefined, io: Io): Promise<ExitCode> {
  if (what === undefined) {
    io.out(`${INIT_NAMES.join('\n')}\n`);
    return 0;
  }
  if (what === 'policy') {
    const { INITIAL_POLICY } = await import('../../gate/config/policy/init.js');
    io.out(INITIAL_POLICY);
    return 0;
  }
  if (!Object.hasOwn(TEMPLATES, what)) {
    throw new CommandError(
      6,
      `unknown template ${JSON.stringify(what)}${suggestion(what, INIT_NAMES, INIT_NAMES.join(', '))}`,
    );
  }
  io.out(TEMPLATES[what as keyof typeof TEMPLATES]);
  return 0;
}
