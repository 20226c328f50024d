import type { GateOptions, GateProgress } from '../gate/options/options.js';

/** Reports the progress of a long run. */
export interface ProgressReporter {
  update(progress: GateProgress): void;
  end(): void;
}

const BAR_WIDTH = 24;
const BAR_MS = 100;
const LINE_MS = 10_000;

/**
 * A bar on a terminal, a line every ten seconds in a log, nothing when quiet (interface.md, --progress).
 * @param isTerminal whether what `write` writes to is a terminal; asked only when something may be written.
 */
export function progressReporter(
  options: GateOptions,
  isTerminal: () => boolean,
  write: (text: string) => void,
): ProgressReporter {
  const silent: ProgressReporter = { update: () => {}, end: () => {} };
  if (options.quiet || options.progress === 'never') return silent;
  const terminal = isTerminal();
  const start = Date.now();
  let last = terminal ? 0 : start;
  let shown = false;
  return {
    update({ done, total, records }) {
      const now = Date.now();
      const due = options.progress === 'always' && !terminal && done === total;
      if (now - last < (terminal ? BAR_MS : LINE_MS) && !due) return;
      last = now;
      const share = total === 0 ? 1 : done / total;
      const counts = `${done}/${total} artifacts, ${records} records`;
      if (terminal) {
        const filled = Math.round(share * BAR_WIDTH);
        write(`\r\u001b[K[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${counts}`);
        shown = true;
      } else write(`proof-verify: ${counts}, ${Math.round((now - start) / 1000)} s\n`);
    },
    end() {
      if (shown) write('\r\u001b[K');
      shown = false;
    },
  };
}
