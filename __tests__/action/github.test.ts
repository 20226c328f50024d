import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { API_LIMITS, gitHubApi } from '../../src/action/github.js';

const LIMITS = { ...API_LIMITS, attempts: 1, requestTimeoutMs: 300, maxAnswerBytes: 1000 };
let server: Server | undefined;

/** A server that gives one answer to everything. */
async function answering(
  status: number,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<string> {
  server = createServer((_, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const text = (length: number): string => JSON.stringify('x'.repeat(length - 2));

describe('the size limit of a response', () => {
  test.each([
    ['that is allowed is read', 1000, true],
    ['and a byte more is not', 1001, false],
  ])('%s', async (_, length, ok) => {
    const api = gitHubApi(await answering(200, text(length)), 't', undefined, LIMITS);
    const result = await api.request('GET /user');
    expect(result).toMatchObject(
      ok ? { ok, body: 'x'.repeat(998) } : { ok, reason: 'no answer (the answer is larger than 1000 bytes)' },
    );
  });

  test('can be set for one request', async () => {
    const api = gitHubApi(await answering(200, text(5000)), 't', undefined, LIMITS);
    expect(await api.request('GET /user', {}, { maxAnswerBytes: 5000 })).toMatchObject({ ok: true });
  });
});

test('rejects a response that ends early', async () => {
  const url = await answering(200, '{"a":', { 'content-type': 'application/json', 'content-length': '100' });
  server?.on('connection', (socket) => setTimeout(() => socket.destroy(), 50));
  expect(await gitHubApi(url, 't', undefined, LIMITS).request('GET /user')).toMatchObject({
    ok: false,
    ambiguous: true,
  });
});

test('does not follow a redirect: the token is only for this server', async () => {
  const url = await answering(302, '', { location: 'http://127.0.0.1:9/stolen' });
  const result = await gitHubApi(url, 't', undefined, LIMITS).request('GET /user');
  expect(result).toMatchObject({ ok: false, status: 302 });
});

test('returns a response that is not JSON as text', async () => {
  const url = await answering(502, '<html>', { 'content-type': 'text/html' });
  const result = await gitHubApi(url, 't', undefined, LIMITS).request('GET /user');
  expect(result).toEqual({ ok: false, status: 502, reason: 'HTTP 502', ambiguous: true });
});
