// Cost of an artifact in time and memory per byte, compared with honest records of the same size (hardening 33).
import { createHash } from 'node:crypto';
import { pack } from '../../__tests__/support/build.js';
import { DEFAULT_LIMITS } from '../../src/engine/limits.js';
import type { VerifyOptions } from '../../src/engine/options.js';
import { sealRecord } from '../../src/engine/produce/record.js';
import { makeTrust } from '../../src/engine/signature/trust.js';
import { memorySource } from '../../src/engine/source/memory.js';
import type { DirectorySource } from '../../src/engine/source/source.js';
import { type ArtifactInput, verify } from '../../src/engine/verify.js';
import { MAX_POLICY_BYTES } from '../../src/gate/config/policy/document.js';
import { loadPolicy } from '../../src/gate/config/policy/load.js';

/** The entry point by which a text reaches the verifier. */
export const DOORS = ['json', 'lines', 'manifest', 'records of a bundle', 'schema', 'pack', 'policy'] as const;
export type Door = (typeof DOORS)[number];

/** A text of any size: `unit` is repeated between the other parts, with its number in place of each `#`. */
export interface Recipe {
  readonly door: Door;
  readonly prefix: string;
  readonly unit: string;
  readonly suffix: string;
}

const encoder = new TextEncoder();
const sha = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The text of a recipe with about this many bytes; units that do not end in a line feed are separated by commas. */
function textOf({ prefix, unit, suffix }: Recipe, bytes: number): string {
  if (unit === '') return prefix + suffix;
  const parts: string[] = [];
  const own = encoder.encode(unit).length;
  for (let size = 0, i = 0; size < bytes; size += own + 1, i++) parts.push(unit.replaceAll('#', String(i)));
  return prefix + parts.join(unit.endsWith('\n') ? '' : ',') + suffix;
}

const HONEST = sealRecord({
  record_id: 'prf-1',
  record_version: '1.0',
  timestamp: '2026-11-01T12:00:00Z',
  source: 'ci',
  source_product: 'ci',
  record_type: 'decision',
  event: { action: 'allow', path: 'src/file.ts', note: 'x'.repeat(200) },
  controls: { permissions_enforced: true },
});
const HONEST_LINE = `${JSON.stringify(HONEST)}\n`;
/** The text that others are compared with. */
const honestText = (bytes: number): string => HONEST_LINE.repeat(Math.max(1, Math.round(bytes / HONEST_LINE.length)));

function folder(files: Readonly<Record<string, string>>): ArtifactInput {
  const directory: DirectorySource = {
    name: 'b',
    list: () => Promise.resolve(Object.keys(files).map((path) => ({ path, type: 'file' as const }))),
    open: (path) => memorySource(`b/${path}`, Buffer.from(files[path] ?? '')),
    below: () => directory,
  };
  return { form: 'bundle', directory };
}

function bundle(files: Readonly<Record<string, string>>): ArtifactInput {
  const listed = Object.entries(files).map(([path, text]) => ({ path, sha256: sha(text) }));
  return folder({ ...files, 'manifest.json': JSON.stringify({ files: listed, algo_id: 'sha256' }) });
}

/** A bundle whose record type has this schema, with at most as many bytes of records as of schema. */
function typed(schema: string): ArtifactInput {
  const record = {
    ...HONEST,
    record_type: 'acme.x',
    event: { l: Array.from({ length: 200 }, (_, i) => ({ [`k${i}`]: i, a: ['x'] })) },
  };
  const lines = `${JSON.stringify(record)}\n`.repeat(Math.max(1, Math.min(50, schema.length / 4000)));
  const type = {
    record_type: 'acme.x',
    schema_id: 'urn:acme:x',
    schema_version: '1',
    schema_path: 's.json',
    sha256: sha(schema),
  };
  return bundle({
    's.json': schema,
    'record-types.json': JSON.stringify({ version: '1', record_types: [type] }),
    'records.jsonl': lines,
  });
}

function inputOf(door: Exclude<Door, 'policy'>, text: string): ArtifactInput {
  const file = (name: string, bytes: Uint8Array): ArtifactInput => ({
    form: 'file',
    source: memorySource(name, bytes),
  });
  switch (door) {
    case 'json':
      return file('x.json', Buffer.from(text));
    case 'lines':
      return file('x.jsonl', Buffer.from(text));
    case 'manifest':
      return folder({ 'manifest.json': text, 'a.json': '{}', 'records.jsonl': HONEST_LINE });
    case 'records of a bundle':
      return bundle({ 'records.jsonl': text });
    case 'schema':
      return typed(text);
    case 'pack':
      return file('p.zip', pack({ 'a.json': text }));
  }
}

const made = makeTrust({ mode: 'gate' });
if (!made.ok) throw new Error(made.message);
const { trust } = made;

/** The options of the gate. Each run has its own trust, because runs share some budgets by it. */
const options = (): VerifyOptions => ({
  mode: 'gate',
  strict: true,
  signatures: 'auto',
  trust: Object.create(trust) as typeof trust,
  revocations: [],
  limits: DEFAULT_LIMITS,
  now: Date.parse('2026-11-02T00:00:00Z'),
});

const missing = { ok: false, code: 'dependency.missing', message: 'not there' } as const;

/** Processor time of one verification in milliseconds, independent of other work on the machine. */
async function timeOf(door: Door, text: string): Promise<number> {
  const input = door === 'policy' ? undefined : inputOf(door, text);
  const bytes = input === undefined ? Buffer.from(text) : undefined;
  const since = process.cpuUsage();
  if (bytes !== undefined) await loadPolicy(bytes, 'p.yml', () => Promise.resolve(missing));
  else if (input !== undefined) await verify(input, options());
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function leastOf(rounds: number, door: Door, text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) least = Math.min(least, await timeOf(door, text));
  return least;
}

/** Cost of a text, relative to the same number of bytes of honest records. */
export interface Cost {
  /** Ratio of the times. */
  readonly times: number;
  /** Time for four times the text, divided by four times the time: 1 when it is linear. */
  readonly growth: number;
  /** Growth of the process in bytes per byte of text, beyond its earlier peak. */
  readonly memory: number;
}

/** Measures a recipe at a size and at a quarter of it; each value is the minimum of several rounds. */
export async function costOf(recipe: Recipe, size: number, rounds = 3): Promise<Cost> {
  const bytes =
    recipe.door === 'policy'
      ? Math.min(size, MAX_POLICY_BYTES - 1024)
      : recipe.door === 'schema'
        ? Math.min(size, 900_000)
        : size;
  const text = textOf(recipe, bytes);
  const length = Math.max(bytes, Buffer.byteLength(text));
  const honest = await leastOf(rounds, 'lines', honestText(length));
  const before = process.resourceUsage().maxRSS;
  const whole = await leastOf(rounds, recipe.door, text);
  const memory = ((process.resourceUsage().maxRSS - before) * 1024) / length;
  const quarter = await leastOf(rounds, recipe.door, textOf(recipe, bytes / 4));
  return { times: whole / honest, growth: whole / (4 * quarter), memory };
}

const SMALL = 16 * 1024;
const LARGE = 1024 * 1024;
/** Milliseconds allowed for an artifact of any size: the first hundred findings, a search for a cause. */
const FIXED_MS = 40;

/**
 * Allowed ratio to the time of honest records at a megabyte, where fixed costs weigh more; the benchmark uses ten, at ten
 * megabytes. Policies are limited to 256 KiB and schemas to a MiB, which bounds their cost.
 */
const MOST: Partial<Record<Door, number>> = { policy: 400, schema: 100 };

/** Allowed growth of a process in bytes for any input: the garbage collector keeps garbage while memory is available. */
const SLACK = 256 * 1024 * 1024;

let usual: Promise<number> | undefined;
const looked = new Set<string>();

/** Time for a small text, with warm code. */
async function warm(): Promise<number> {
  const text = honestText(SMALL);
  for (let i = 0; i < 50; i++) await timeOf('lines', text);
  return leastOf(10, 'lines', text);
}

/**
 * The fuzz target. A small text that is slower than others is measured again at a size at which a broken limit shows: at most
 * `MOST` times the time of honest records, at most ten times the time for four times the bytes, at most eight bytes of memory
 * per byte plus `SLACK`.
 */
export async function cost(data: Buffer): Promise<void> {
  const recipe = recipeOf(data);
  if (recipe === undefined) return;
  usual ??= warm();
  const small = await timeOf(recipe.door, textOf(recipe, SMALL));
  if (small < 3 * (await usual) + 1) return;
  // One input per shape is enough: inputs that differ only in letters and digits cost the same.
  const shape = `${recipe.door} ${recipe.unit.replace(/[a-z]+/gi, 'a').replace(/\d+/g, '0')}`.slice(0, 200);
  if (looked.has(shape)) return;
  looked.add(shape);
  const found = await costOf(recipe, LARGE);
  const honest = await leastOf(3, 'lines', honestText(LARGE));
  const allowed = (MOST[recipe.door] ?? 30) + FIXED_MS / honest;
  const broken =
    found.times > allowed ||
    (found.growth > 2.5 && found.times > 3) ||
    found.memory > 8 + SLACK / (recipe.door === 'policy' ? MAX_POLICY_BYTES : LARGE);
  if (broken) throw new Error(`does not hold: ${JSON.stringify({ ...found, allowed, recipe })}`);
}

/** Input of the fuzzer: a byte for the entry point, then the three parts of a recipe, separated by NULs. */
export function recipeOf(data: Buffer): Recipe | undefined {
  const door = DOORS[(data[0] ?? 0) % DOORS.length];
  const [prefix = '', unit = '', suffix = ''] = data.subarray(1).toString('utf8').split('\0');
  return door === undefined || unit === '' || unit.length > 4096 ? undefined : { door, prefix, unit, suffix };
}

/** A recipe in the fuzzer's format. */
export function inputOfRecipe({ door, prefix, unit, suffix }: Recipe): Buffer {
  return Buffer.concat([Buffer.from([DOORS.indexOf(door)]), Buffer.from([prefix, unit, suffix].join('\0'))]);
}
