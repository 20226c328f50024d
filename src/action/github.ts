import { setTimeout as delay } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { cut } from '../engine/text.js';
import { object } from './context.js';

/** A route of GitHub's REST API, its parameters in braces: `GET /repos/{owner}/{repo}`. */
type Route = `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;

/** An answer of the API, or why there is none. */
export type ApiResult =
  | { readonly ok: true; readonly status: number; readonly body: unknown; readonly hasNext: boolean }
  | {
      readonly ok: false;
      /** HTTP status; absent when no answer came. */
      readonly status?: number;
      /** One line with text of the server: escape it for output. */
      readonly reason: string;
      /** The request may have taken effect nevertheless: the connection broke, timed out or the server failed. */
      readonly ambiguous: boolean;
    };

/** How one request differs from the others. */
interface RequestOptions {
  /** False for what must not happen twice: retried only when the server said that it did nothing. Default true. */
  readonly repeatable?: boolean;
  /** Largest answer in bytes. Default `ApiLimits.maxAnswerBytes`. */
  readonly maxAnswerBytes?: number;
  /** The content itself and not JSON about it: `body` is a `Uint8Array`. Default false. */
  readonly raw?: boolean;
}

/** The REST API of one GitHub server with the rights of one token. */
export interface GitHubApi {
  /** Sends one request, parameters of the path and the body in one object, and retries after server errors and rate limits. */
  request(route: Route, parameters?: object, options?: RequestOptions): Promise<ApiResult>;
}

/** Bounds of the client; all times in milliseconds. */
export interface ApiLimits {
  readonly attempts: number;
  /** From sending a request to the last byte of its answer. */
  readonly requestTimeoutMs: number;
  /** First pause; it doubles with each attempt. */
  readonly baseDelayMs: number;
  /** A server that requires a longer pause is not waited for. */
  readonly maxDelayMs: number;
  /** For everything together: publishing must not delay the end of a job. */
  readonly totalMs: number;
  readonly maxAnswerBytes: number;
}

export const API_LIMITS: ApiLimits = {
  attempts: 4,
  requestTimeoutMs: 15_000,
  baseDelayMs: 1_000,
  maxDelayMs: 60_000,
  totalMs: 300_000,
  maxAnswerBytes: 16 * 1024 * 1024,
};

const API_VERSION = '2022-11-28';
/** GitHub Enterprise Server has it next to its REST API, not below. */
const GRAPHQL: Route = 'POST /graphql';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** What an attempt led to. */
type Attempt =
  | { readonly kind: 'done'; readonly result: ApiResult }
  | { readonly kind: 'retry'; readonly result: ApiResult; readonly waitMs: number | undefined };

/**
 * Octokit as the toolkit configures it for the runner (proxy settings, user agent), with limits of our own: octokit's
 * retry plugin does not say which failed requests may already have taken effect, which the one comment depends on, and has no
 * limit per attempt. Redirects are not followed: the token goes to the configured server only. The token must not be empty.
 */
export function gitHubApi(
  apiUrl: string,
  token: string,
  signal?: AbortSignal,
  limits: ApiLimits = API_LIMITS,
): GitHubApi {
  const deadline = Date.now() + limits.totalMs;
  const silent = (): void => undefined;
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    userAgent: 'proof-verify',
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const runnerFetch: typeof fetch = octokit.request.endpoint.DEFAULTS.request?.fetch ?? fetch;

  const once = async (route: Route, parameters: object, options: RequestOptions): Promise<Answer> => {
    const { raw = false, maxAnswerBytes = limits.maxAnswerBytes } = options;
    const timeout = AbortSignal.timeout(Math.max(1, Math.min(limits.requestTimeoutMs, deadline - Date.now())));
    try {
      const { status, headers, data } = await octokit.request(route, {
        ...parameters,
        ...(route === GRAPHQL ? { baseUrl: apiUrl.replace(/\/api\/v3$/, '/api') } : {}),
        headers: { accept: `application/vnd.github${raw ? '.raw' : ''}+json`, 'x-github-api-version': API_VERSION },
        request: {
          redirect: 'manual',
          fetch: boundedFetch(runnerFetch, maxAnswerBytes),
          signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        },
      });
      return { status, headers, body: raw ? new Uint8Array(data) : parse(data) };
    } catch (error) {
      const response = object(object(error)['response']);
      if (typeof response['status'] !== 'number') throw error;
      return { status: response['status'], headers: object(response['headers']), body: parse(response['data']) };
    }
  };

  const attempt = async (...request: Parameters<typeof once>): Promise<Attempt> => {
    try {
      return assess(await once(...request));
    } catch (error) {
      const reason = signal?.aborted === true ? 'interrupted' : networkReason(error);
      return { kind: 'retry', result: { ok: false, reason, ambiguous: true }, waitMs: undefined };
    }
  };

  return {
    async request(route, parameters = {}, options = {}) {
      const { repeatable = true } = options;
      for (let count = 1; ; count++) {
        const tried = await attempt(route, parameters, options);
        if (tried.kind === 'done') return tried.result;
        const mayRepeat = repeatable || tried.result.ok || !tried.result.ambiguous;
        const backoff = limits.baseDelayMs * 2 ** (count - 1) * (1 + Math.random() / 4);
        const wait = Math.max(tried.waitMs ?? 0, backoff);
        const stopped = signal?.aborted === true || count >= limits.attempts;
        if (!mayRepeat || stopped || wait > limits.maxDelayMs * 1.25 || Date.now() + wait >= deadline)
          return tried.result;
        try {
          await delay(wait, undefined, signal === undefined ? {} : { signal });
        } catch {
          return tried.result;
        }
      }
    },
  };
}

/**
 * Reads the answer here, at most `maxBytes` of it, and hands it on as bytes: octokit has no limit, treats an answer that
 * broke off as an empty one, and its JSON parser overflows the stack on a string of 20 MB.
 */
function boundedFetch(runnerFetch: typeof fetch, maxBytes: number): typeof fetch {
  return async (url, options) => {
    const answer = await runnerFetch(url, options);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of answer.body ?? []) {
      size += piece.length;
      if (size > maxBytes) throw new Error(`the answer is larger than ${maxBytes} bytes`);
      pieces.push(piece);
    }
    const headers = new Headers([...answer.headers]);
    headers.set('content-type', 'application/octet-stream');
    return new Response(size === 0 ? null : Buffer.concat(pieces), { status: answer.status, headers });
  };
}

/** The JSON value of an answer, `undefined` when there is none. */
function parse(data: unknown): unknown {
  try {
    return data instanceof ArrayBuffer ? JSON.parse(Buffer.from(data).toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** What an answer means: a result, or one that is worth another attempt. */
function assess({ status, headers, body }: Answer): Attempt {
  if (status >= 200 && status < 300) {
    const hasNext = /;\s*rel="next"/.test(String(headers['link'] ?? ''));
    return { kind: 'done', result: { ok: true, status, body, hasNext } };
  }
  const message = object(body)['message'];
  const reason = `HTTP ${status}${typeof message === 'string' ? `: ${cut(message, 500)}` : ''}`;
  if (status === 429 || (status === 403 && isRateLimit(headers, message))) {
    return { kind: 'retry', result: { ok: false, status, reason, ambiguous: false }, waitMs: requiredPause(headers) };
  }
  const ambiguous = status >= 500;
  const result: ApiResult = { ok: false, status, reason, ambiguous };
  return ambiguous ? { kind: 'retry', result, waitMs: requiredPause(headers) } : { kind: 'done', result };
}

/** Missing rights and exhausted limits are both 403. */
function isRateLimit(headers: Answer['headers'], message: unknown): boolean {
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0') return true;
  return typeof message === 'string' && /rate limit/i.test(message);
}

/** Milliseconds that the server requires: `retry-after` in seconds or as a date, else until the limit is reset. */
function requiredPause(headers: Answer['headers']): number | undefined {
  const after = headers['retry-after'];
  if (typeof after === 'string') {
    const ms = /^\d{1,9}$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
    return Number.isNaN(ms) ? undefined : Math.max(0, ms);
  }
  const reset = headers['x-ratelimit-reset'];
  if (headers['x-ratelimit-remaining'] !== '0' || typeof reset !== 'string' || !/^\d{1,12}$/.test(reset))
    return undefined;
  return Math.max(0, Number(reset) * 1000 - Date.now());
}

/** Octokit and fetch wrap errors: the innermost one says most, that of a socket by its code. */
function networkReason(error: unknown): string {
  let innermost = object(error);
  for (let depth = 0; depth < 5 && typeof innermost['cause'] === 'object' && innermost['cause'] !== null; depth++) {
    innermost = object(innermost['cause']);
  }
  const { name, code, message } = innermost;
  if (name === 'TimeoutError') return 'no answer in time';
  return `no answer (${typeof code === 'string' ? code : String(message)})`;
}
