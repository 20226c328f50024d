import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { object } from './context.js';

/**
 * A small client for the few calls of the Action. Octokit would add 214 kB to the bundle and does not say which
 * failures may already have had their effect, which the one-comment promise needs; @actions/http-client is in the bundle
 * anyway and gives the agent that honours the runner's proxy settings.
 */

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** An answer of the API, or why there is none. */
export type ApiResult =
  | { readonly ok: true; readonly status: number; readonly body: unknown; readonly hasNext: boolean }
  | {
      readonly ok: false;
      /** HTTP status; absent when no answer came. */
      readonly status?: number;
      /** One line; holds text of the server: escape it for output. */
      readonly reason: string;
      /** The request may have had its effect all the same: the connection broke, timed out or the server failed. */
      readonly ambiguous: boolean;
    };

/** The API of one GitHub server, as one token sees it. */
export interface GitHubApi {
  /**
   * Sends one request and repeats it after server errors and rate limits. Requests that must not happen twice pass
   * `repeatable: false`: they are repeated only when the server said that it did nothing.
   */
  request(method: Method, path: string, body?: object, options?: { readonly repeatable?: boolean }): Promise<ApiResult>;
}

/** Bounds of the client; all times in milliseconds. */
export interface ApiLimits {
  readonly attempts: number;
  /** From sending a request to the last byte of its answer. */
  readonly requestTimeoutMs: number;
  /** First pause; it doubles with each attempt. */
  readonly baseDelayMs: number;
  /** A server that asks for a longer pause is not waited for. */
  readonly maxDelayMs: number;
  /** For everything together: publishing must not hold a finished job up. */
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
const USER_AGENT = 'proof-verify';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** What an attempt led to. */
type Attempt =
  | { readonly kind: 'done'; readonly result: ApiResult }
  | { readonly kind: 'retry'; readonly result: ApiResult; readonly waitMs: number | undefined };

/** Makes the client. Redirects are not followed: the token goes to the configured server only. */
export function gitHubApi(
  apiUrl: string,
  token: string,
  signal?: AbortSignal,
  limits: ApiLimits = API_LIMITS,
): GitHubApi {
  const deadline = Date.now() + limits.totalMs;
  const agent = new HttpClient(USER_AGENT, undefined, { keepAlive: false }).getAgent(apiUrl);
  const send = apiUrl.startsWith('https:') ? httpsRequest : httpRequest;

  const once = (method: Method, path: string, body: object | undefined): Promise<Answer> => {
    const timeout = AbortSignal.timeout(Math.max(1, Math.min(limits.requestTimeoutMs, deadline - Date.now())));
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const options: RequestOptions = {
      method,
      agent,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': USER_AGENT,
        'x-github-api-version': API_VERSION,
        ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': payload.length }),
      },
    };
    return new Promise((resolve, reject) => {
      const sent = send(apiUrl + path, options, (message) => {
        readAll(message, limits.maxAnswerBytes).then(
          (text) => resolve({ status: message.statusCode ?? 0, headers: message.headers, text }),
          reject,
        );
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  };

  const attempt = async (method: Method, path: string, body: object | undefined): Promise<Attempt> => {
    try {
      return judge(await once(method, path, body));
    } catch (error) {
      const result: ApiResult = { ok: false, reason: networkReason(error), ambiguous: true };
      return { kind: 'retry', result, waitMs: undefined };
    }
  };

  return {
    async request(method, path, body, { repeatable = true } = {}) {
      for (let count = 1; ; count++) {
        const tried = await attempt(method, path, body);
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

/** What an answer means: a result, or one that is worth another attempt. */
function judge({ status, headers, text }: Answer): Attempt {
  const body = parse(text);
  if (status >= 200 && status < 300) {
    const hasNext = /;\s*rel="next"/.test(String(headers['link'] ?? ''));
    return { kind: 'done', result: { ok: true, status, body, hasNext } };
  }
  const said = object(body)['message'];
  const reason = `HTTP ${status}${typeof said === 'string' ? `: ${said.slice(0, 500)}` : ''}`;
  if (status === 429 || (status === 403 && isRateLimit(headers, said))) {
    return { kind: 'retry', result: { ok: false, status, reason, ambiguous: false }, waitMs: pauseAsked(headers) };
  }
  const ambiguous = status >= 500;
  const result: ApiResult = { ok: false, status, reason, ambiguous };
  return ambiguous ? { kind: 'retry', result, waitMs: pauseAsked(headers) } : { kind: 'done', result };
}

/** Missing rights and exhausted limits are both 403. */
function isRateLimit(headers: Answer['headers'], message: unknown): boolean {
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0') return true;
  return typeof message === 'string' && /rate limit/i.test(message);
}

/** Milliseconds the server asks to wait: `retry-after` in seconds or as a date, else until the limit is reset. */
function pauseAsked(headers: Answer['headers']): number | undefined {
  const after = headers['retry-after'];
  if (after !== undefined) {
    const ms = /^\d{1,9}$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
    return Number.isNaN(ms) ? undefined : Math.max(0, ms);
  }
  const reset = headers['x-ratelimit-reset'];
  if (headers['x-ratelimit-remaining'] !== '0' || typeof reset !== 'string' || !/^\d{1,12}$/.test(reset))
    return undefined;
  return Math.max(0, Number(reset) * 1000 - Date.now());
}

async function readAll(message: IncomingMessage, limit: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of message) {
    size += (piece as Buffer).length;
    if (size > limit) throw new Error('the answer is too large');
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Errors are read by their members: an abort wraps its reason, and a socket says most by its code. */
function networkReason(error: unknown): string {
  const { name, code, message, cause } = object(error);
  if (name === 'TimeoutError' || object(cause)['name'] === 'TimeoutError') return 'no answer in time';
  if (name === 'AbortError') return 'interrupted';
  return `no answer (${typeof code === 'string' ? code : String(message)})`;
}
