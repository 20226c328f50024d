import type { GateHooks, GateOptions } from './options/options.js';

/** Ends a run at its time limit or when the caller asks for it (hardening 24), from the first byte that is read on. */
export class Watch {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #hooks: GateHooks;
  #stopped: 'timeout' | 'interrupted' | undefined;

  constructor(options: Pick<GateOptions, 'timeoutSeconds'>, hooks: GateHooks) {
    this.#hooks = hooks;
    if (options.timeoutSeconds !== undefined) {
      this.#timer = setTimeout(() => this.#stop('timeout'), options.timeoutSeconds * 1000);
    }
    if (hooks.signal?.aborted === true) this.#interrupt();
    hooks.signal?.addEventListener('abort', this.#interrupt);
  }

  /** Why the run has to end; `undefined` while it goes on. */
  get stopped(): 'timeout' | 'interrupted' | undefined {
    return this.#stopped;
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
