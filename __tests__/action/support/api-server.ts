import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** One request as the server saw it. */
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly headers: IncomingMessage['headers'];
}

/** What a test wants instead of the ordinary answer. `after`: the request has its effect, then this is answered. */
export type Trouble =
  | 'hang'
  | 'drop'
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly message?: string;
      readonly after?: true;
    };

interface Comment {
  id: number;
  body: string;
  user: { login: string; id: number; type: string };
}

/** GitHub's API as far as the Action calls it: keeps comments and check runs, and checks both sides of each exchange. */
export interface ApiServer {
  readonly url: string;
  readonly seen: Seen[];
  readonly comments: Comment[];
  readonly checkRuns: { id: number; annotations: number; body: Record<string, unknown> }[];
  /** What did not follow GitHub's description. */
  readonly violations: string[];
  /** The user of the token. */
  user: { login: string; id: number; type: string };
  /** Servers without GraphQL answer 404. */
  hasGraphql: boolean;
  /** Head commit of the pull request. */
  head: string;
  /** Repository whose files are read: branch names to commits, and git objects by id. */
  readonly branches: Map<string, string>;
  readonly trees: Map<string, readonly GitEntry[]>;
  readonly blobs: Map<string, Uint8Array>;
  /** Trees are listed in part. */
  truncated: boolean;
  trouble: (request: Seen, count: number) => Trouble | undefined;
  /** Runs after a comment was created, before the answer: a race. */
  afterCreate: () => void;
  close(): Promise<void>;
}

/** An entry of a git tree as the API lists it. */
export interface GitEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

export const BOT = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' };

interface Operation {
  readonly template: string;
  readonly pattern: RegExp;
  readonly method: string;
  readonly request: ValidateFunction | undefined;
  readonly responses: ReadonlyMap<string, ValidateFunction | undefined>;
}

type Node = { readonly [member: string]: unknown };
const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type of its own. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutNullable(item)]),
  );
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

let operations: readonly Operation[] | undefined;

function loadOperations(): readonly Operation[] {
  const file = new URL('../../vectors/action/github-api.json', import.meta.url);
  const api = node(withoutNullable(JSON.parse(readFileSync(file, 'utf8'))));
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'github', ...api }, 'github');
  const pointer = (...parts: string[]): string =>
    parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const compile = (holder: Node, ...path: string[]): ValidateFunction | undefined => {
    if (node(node(holder['content'])['application/json'])['schema'] === undefined) return undefined;
    return ajv.compile({ $ref: `github#${encodeURI(pointer(...path, 'content', 'application/json', 'schema'))}` });
  };
  return Object.entries(node(api['paths'])).flatMap(([template, item]) =>
    Object.entries(node(item)).map(([method, operation]) => {
      const { requestBody, responses } = node(operation);
      return {
        template,
        pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
        method: method.toUpperCase(),
        request: compile(node(requestBody), 'paths', template, method, 'requestBody'),
        responses: new Map(
          Object.entries(node(responses)).map(([status, response]) => {
            const reference = node(response)['$ref'];
            if (typeof reference !== 'string') {
              return [status, compile(node(response), 'paths', template, method, 'responses', status)];
            }
            const path = reference.slice(2).split('/');
            const target = path.reduce<Node>((at, part) => node(at[part]), api);
            return [status, compile(target, ...path)];
          }),
        ),
      };
    }),
  );
}

/** Starts a server on 127.0.0.1. */
export async function startApi(): Promise<ApiServer> {
  operations ??= loadOperations();
  let url = '';
  let nextId = 100;
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      api.violations.push(`server failed: ${String(error)}`);
      response.destroy();
    });
  });
  const api: ApiServer = {
    get url() {
      return url;
    },
    seen: [],
    comments: [],
    checkRuns: [],
    violations: [],
    user: BOT,
    hasGraphql: true,
    head: 'a'.repeat(40),
    branches: new Map(),
    trees: new Map(),
    blobs: new Map(),
    truncated: false,
    trouble: () => undefined,
    afterCreate: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const text = Buffer.concat(pieces).toString('utf8');
    const target = new URL(request.url ?? '/', 'http://localhost');
    const seen: Seen = {
      method: request.method ?? '',
      path: target.pathname.replace(/^\/api(?:\/v3)?(?=\/)/, '') + target.search,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      headers: request.headers,
    };
    api.seen.push(seen);
    const path = seen.path.split('?')[0] ?? '';
    const operation = operations?.find((one) => one.method === seen.method && one.pattern.test(path));
    if (operation === undefined && path !== '/graphql') {
      api.violations.push(`no operation ${seen.method} ${seen.path}`);
      response.writeHead(404).end('{}');
      return;
    }
    if (operation?.request !== undefined && !operation.request(seen.body)) {
      api.violations.push(
        `${seen.method} ${operation.template}: ${JSON.stringify(operation.request.errors?.slice(0, 3))}`,
      );
    }
    const trouble = api.trouble(seen, api.seen.length);
    if (trouble === 'hang') return;
    if (trouble === 'drop') {
      response.destroy();
      return;
    }
    const isRefused = trouble !== undefined && trouble.after !== true;
    const answer = isRefused ? undefined : act(seen, path, target.searchParams);
    const status = trouble?.status ?? answer?.status ?? 500;
    const body =
      trouble === undefined ? answer?.body : { message: trouble.message ?? 'refused', documentation_url: url };
    const check = operation?.responses.get(String(status));
    if (check !== undefined && body !== undefined && !(body instanceof Uint8Array) && !check(body)) {
      api.violations.push(`answer ${status} ${operation?.template}: ${JSON.stringify(check.errors?.slice(0, 3))}`);
    }
    const links: Record<string, string> = answer?.next === true ? { link: `<${url}/never?page=2>; rel="next"` } : {};
    response.writeHead(status, { 'content-type': 'application/json', ...links, ...trouble?.headers });
    if (body instanceof Uint8Array && !String(seen.headers.accept).includes('raw'))
      api.violations.push('JSON of a blob');
    response.end(body === undefined || body instanceof Uint8Array ? body : JSON.stringify(body));
  }

  function act(seen: Seen, path: string, query: URLSearchParams): { status: number; body?: unknown; next?: boolean } {
    const message = (text: string) => ({ message: text, documentation_url: url });
    if (path === '/graphql') {
      if (!api.hasGraphql) return { status: 404, body: message('Not Found') };
      return { status: 200, body: { data: { viewer: { databaseId: api.user.id } } } };
    }
    if (path === '/user') {
      if (api.user.type !== 'Bot') return { status: 200, body: fullUser(api.user) };
      return { status: 403, body: message('Resource not accessible by integration') };
    }
    const git = readGit(path);
    if (git !== undefined)
      return git === 'not found' ? { status: 404, body: message('Not Found') } : { status: 200, body: git };
    const id = Number(path.split('/').at(-1));
    if (path.endsWith('/comments')) {
      if (seen.method === 'POST') {
        const created = { id: nextId++, body: String(seen.body['body']), user: api.user };
        api.comments.push(created);
        api.afterCreate();
        return { status: 201, body: fullComment(created) };
      }
      const size = Number(query.get('per_page') ?? 30);
      const from = (Number(query.get('page') ?? 1) - 1) * size;
      const page = api.comments.slice(from, from + size);
      return { status: 200, body: page.map(fullComment), next: api.comments.length > from + size };
    }
    if (path.includes('/issues/comments/')) {
      const at = api.comments.findIndex((one) => one.id === id);
      const found = api.comments[at];
      if (found === undefined) return { status: 404, body: { message: 'Not Found' } };
      if (seen.method === 'DELETE') {
        api.comments.splice(at, 1);
        return { status: 204 };
      }
      found.body = String(seen.body['body']);
      return { status: 200, body: fullComment(found) };
    }
    const annotations = node(seen.body['output'])['annotations'];
    const count = Array.isArray(annotations) ? annotations.length : 0;
    if (count > 50) api.violations.push(`${count} annotations in one request`);
    if (seen.method === 'POST') {
      api.checkRuns.push({ id: nextId++, annotations: count, body: seen.body });
      return { status: 201, body: fullCheckRun(api.checkRuns.at(-1)) };
    }
    const run = api.checkRuns.find((one) => one.id === id);
    if (run === undefined) return { status: 404, body: { message: 'Not Found' } };
    run.annotations += count;
    run.body = { ...run.body, ...seen.body };
    return { status: 200, body: fullCheckRun(run) };
  }

  /** Answers of the routes that only read; `undefined` for the others. */
  function readGit(path: string): object | 'not found' | undefined {
    if (path === '/repos/acme/app') return { default_branch: 'main' };
    if (path === '/repos/acme/app/pulls/42') return { head: { sha: api.head } };
    const [, kind, name = ''] = /^\/repos\/acme\/app\/git\/(ref|trees|blobs)\/(.+)$/.exec(path) ?? [];
    const base = { url: `${url}${path}`, node_id: 'N' };
    if (kind === 'ref') {
      const ref = decodeURIComponent(name);
      const sha = api.branches.get(ref.replace(/^heads\//, ''));
      return sha === undefined ? 'not found' : { ref: `refs/${ref}`, ...base, object: { type: 'commit', sha, url } };
    }
    if (kind === 'trees') {
      const tree = api.trees.get(name);
      return tree === undefined ? 'not found' : { sha: name, url: base.url, truncated: api.truncated, tree };
    }
    if (kind === 'blobs') {
      const bytes = api.blobs.get(name);
      if (bytes === undefined) return 'not found';
      return bytes;
    }
    return undefined;
  }

  function fullUser({ login, id, type }: Comment['user']): object {
    const links = ['url', 'html_url', 'followers_url', 'subscriptions_url', 'organizations_url', 'repos_url'];
    const templates = ['following_url', 'gists_url', 'starred_url', 'events_url', 'received_events_url'];
    return {
      ...{ login, id, type, node_id: `U_${id}`, gravatar_id: '', site_admin: false, avatar_url: `${url}/avatar` },
      ...Object.fromEntries([...links, ...templates].map((name) => [name, `${url}/users/${id}/${name}`])),
      ...{ name: null, company: null, blog: null, location: null, email: null, hireable: null, bio: null },
      ...{ public_repos: 0, public_gists: 0, followers: 0, following: 0 },
      ...{ created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' },
    };
  }

  function fullComment({ id, body, user }: Comment): object {
    const at = '2026-01-01T00:00:00Z';
    return {
      ...{ id, node_id: `IC_${id}`, body, user: fullUser(user), created_at: at, updated_at: at },
      url: `${url}/repos/acme/app/issues/comments/${id}`,
      html_url: `${url}/acme/app/pull/42#issuecomment-${id}`,
      issue_url: `${url}/repos/acme/app/issues/42`,
      author_association: 'NONE',
    };
  }

  function fullCheckRun(run: ApiServer['checkRuns'][number] | undefined): object {
    const { name, head_sha, status, conclusion } = run?.body ?? {};
    return {
      ...{ id: run?.id, node_id: 'CR_1', name, head_sha, status, conclusion: conclusion ?? null, external_id: null },
      ...{ url: `${url}/c`, html_url: null, details_url: null, started_at: null, completed_at: null },
      output: {
        title: null,
        summary: null,
        text: null,
        annotations_count: run?.annotations,
        annotations_url: `${url}/a`,
      },
      ...{ check_suite: null, app: null, pull_requests: [] },
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
}
