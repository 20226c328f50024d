import { setTimeout as delay } from 'node:timers/promises';
import type { GateHooks, GateOptions } from './options/options.js';

/** Ends a run at its time limit or when the caller asks for it (hardening 24), from the first byte that is read on. */
export class Watch {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #hooks: GateHooks;
  /** On the clock of `performance`. */
  readonly #deadline: number;
  #stopped: 'timeout' | 'interrupted' | undefined;

  constructor(options: Pick<GateOptions, 'timeoutSeconds'>, hooks: GateHooks) {
    this.#hooks = hooks;
    this.#deadline = performance.now() + (options.timeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    if (options.timeoutSeconds !== undefined) {
      this.#timer = setTimeout(() => this.#stop('timeout'), options.timeoutSeconds * 1000);
    }
    if (hooks.signal?.aborted === true) this.#interrupt();
    hooks.signal?.addEventListener('abort', this.#interrupt);
  }

  /** Why the run has to end; `undefined` while it goes on. */
  get stopped(): 'timeout' | 'interrupted' | undefined {
    // The timer waits for work that does not let it run.
    if (performance.now() >= this.#deadline) this.#stop('timeout');
    return this.#stopped;
  }

  /** Lets signals and timers that came during the last piece of work be heard, before a verdict is made of it. */
  async listen(): Promise<void> {
    await delay(1);
  }

  /** Aborts when the run has to end. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#hooks.signal?.removeEventListener('abort', this.#interrupt);
  }

  readonly #interrupt = (): void => this.#stop('interrupted');

  #stop(reason: 'timeout' | 'interrupted'): void {
    this.#stopped ??= reason;
    this.#controller.abort();
  }
}
