import path from 'node:path';
import { parseInstant } from '../engine/canonical/time.js';
import { type ExitCode, type Finding, finding } from '../engine/findings.js';
import { DEFAULT_LIMITS, type Limits } from '../engine/limits.js';
import type { ReportModel } from '../report/model.js';
import { type GateEvent, readEvent, readSourceBase } from './ci-environment.js';
import {
  didYouMean,
  nearest,
  type Parsed,
  parseBoolean,
  parseChoice,
  parseDuration,
  parseInteger,
  parseList,
  parseShard,
  parseSize,
  type Shard,
} from './option-values.js';

/** When signatures have to be there: `auto` requires them as soon as any key, certificate or trust policy is given. */
export type SignatureMode = 'auto' | 'required' | 'off';
/** How much something weighs. */
export type Weight = 'error' | 'warn' | 'ignore';

/** Report formats, by the name users write. */
export const REPORT_FORMATS = [
  'json',
  'sarif',
  'junit',
  'code-quality',
  'markdown',
  'html',
  'tap',
  'vsa',
  'proof-record',
] as const;
export type ReportFormatName = (typeof REPORT_FORMATS)[number];

/** One report to write; `file` is as the user wrote it (relative to the workspace), `-` is standard output. */
export interface ReportTarget {
  readonly format: ReportFormatName;
  readonly file: string;
}

/**
 * What one gate run is told (interface.md). A member that the policy file may set as well is absent when neither the
 * command line nor the environment gave it: the policy decides then, and the documented default after it.
 */
export interface GateOptions {
  /** Globs and paths in the order given; empty: those of the policy, else the default set. */
  readonly patterns: readonly string[];
  /** As given, relative to the workspace; absent: `.proof-policy.yml` when it is there. */
  readonly policyFile?: string;
  /** 64 lower-case hex digits. */
  readonly policySha256?: string;
  /** Keys as text (hex, base64, PEM, JWK) or paths to files with one. */
  readonly publicKeys: readonly string[];
  /** Absent: the policy's, else `auto`. */
  readonly signatures?: SignatureMode;
  readonly strict: boolean;
  readonly revocationList?: string;
  readonly revocationKey?: string;
  readonly cosignKey?: string;
  readonly cosignCertificate?: string;
  readonly cosignCertificateIdentity?: string;
  readonly cosignCertificateOidcIssuer?: string;
  readonly cosignTrustedRoot?: string;
  /** `TYPE=FILE`, each type once. */
  readonly customTypeSchemas: readonly string[];
  readonly baseline?: string;
  readonly ifNoArtifactsFound: Weight;
  /** Absent: `error` for patterns the user gave, `warn` for the default set. */
  readonly unrecognized?: Weight;
  readonly warnOnly: boolean;
  readonly reports: readonly ReportTarget[];
  readonly shard?: Shard;
  /** The clock, milliseconds since 1970; absent: the real one. */
  readonly now?: number;
  /** Worker threads; absent: available parallelism. */
  readonly jobs?: number;
  readonly limits: Limits;
  /** Seconds for the whole run. */
  readonly timeoutSeconds?: number;
  /** Absolute path of the folder that is verified. */
  readonly workspace: string;
  readonly progress: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** False with `--no-color` or a non-empty `NO_COLOR`. */
  readonly color: boolean;
  /** The CI event that started the run, for `trust.mutable_policy`; absent outside a CI. */
  readonly event?: GateEvent;
  /** `https://host/owner/repo/blob/<commit>/`, with the workspace's folder when it is not the root of the checkout. */
  readonly sourceBase?: string;
}

/** How far a run is. */
export interface GateProgress {
  /** Artifacts with a verdict. */
  readonly done: number;
  /** Artifacts discovered. */
  readonly total: number;
  /** Records checked so far. */
  readonly records: number;
}

/** What a caller of the gate may listen to and stop. */
export interface GateHooks {
  readonly onProgress?: (progress: GateProgress) => void;
  /** Ends the run early: its report is marked incomplete and its exit code is never 0 (hardening 24). */
  readonly signal?: AbortSignal;
  /** Keep what pages show of records although no report asks for it: the Action's summary and comment do. */
  readonly pages?: boolean;
  /** File with the code of worker threads (`workers/worker.ts`, built); without it the run has one thread. */
  readonly workerFile?: string;
}

/** What a run of the gate hands back. */
export interface GateRun {
  readonly model: ReportModel;
  readonly exitCode: ExitCode;
  /** Reports that were written, `file` as it was asked for. */
  readonly written: readonly ReportTarget[];
  /** Reports that could not be written (`report.unwritable`); they are part of `exitCode`, not of the report. */
  readonly reportErrors: readonly Finding[];
  /** The report for standard output (`FORMAT=-`), when one was asked for; the caller prints it. */
  readonly standardOutput?: string;
}

/** The gate itself, as the Action and the command line call it. */
export type RunGate = (options: GateOptions, hooks: GateHooks) => Promise<GateRun>;

/** Options as text: an option's value, its values, a switch. Names with or without dashes (`public-key`, `publicKey`). */
export type RawOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** The environment, passed in so that nothing below reads it by itself. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** All options, or every mistake in them. */
export type ParsedOptions =
  | { readonly ok: true; readonly options: GateOptions }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** What one option is on the outside: the command line, `action.yml` and the docs are made or checked from this. */
export interface OptionSpec {
  readonly name: string;
  readonly kind: 'text' | 'switch' | 'list';
  /** Other names for it: the Action's plural inputs. */
  readonly aliases?: readonly string[];
}

const text = (name: string): OptionSpec => ({ name, kind: 'text' });
const toggle = (name: string): OptionSpec => ({ name, kind: 'switch' });
const list = (name: string, ...aliases: string[]): OptionSpec => ({ name, kind: 'list', aliases });

/** Every option of the gate, in the order of the documentation. */
export const GATE_OPTIONS: readonly OptionSpec[] = [
  list('patterns'),
  text('policy'),
  text('policy-sha256'),
  list('public-key'),
  text('signatures'),
  toggle('strict'),
  text('revocation-list'),
  text('revocation-key'),
  text('cosign-key'),
  text('cosign-certificate'),
  text('cosign-certificate-identity'),
  text('cosign-certificate-oidc-issuer'),
  text('cosign-trusted-root'),
  list('custom-type-schema', 'custom-type-schemas'),
  text('baseline'),
  text('if-no-artifacts-found'),
  text('unrecognized'),
  toggle('warn-only'),
  list('report', 'reports'),
  text('shard'),
  text('now'),
  text('jobs'),
  text('progress'),
  toggle('quiet'),
  toggle('verbose'),
  toggle('color'),
  text('max-artifact-bytes'),
  text('max-entry-bytes'),
  text('max-total-bytes'),
  text('max-record-bytes'),
  text('max-document-bytes'),
  text('max-entries'),
  text('max-ratio'),
  text('max-depth'),
  text('timeout'),
  text('working-directory'),
];

const ENVIRONMENT_PREFIX = 'PROOF_VERIFY_';
const WEIGHTS = ['error', 'warn', 'ignore'] as const;
/** Deeper JSON could exhaust a stack (hardening 5), whatever the user asks for. */
const MAX_DEPTH_LIMIT = 1000;
const MAX_COUNT_LIMIT = 1_000_000_000;
const MAX_JOBS = 256;

/** The environment variable of an option: `PROOF_VERIFY_PUBLIC_KEY` for `public-key`. */
export function environmentName(option: string): string {
  return ENVIRONMENT_PREFIX + option.toUpperCase().replaceAll('-', '_');
}

/**
 * Turns text into options: first what is in `raw` (command line or Action inputs), then `PROOF_VERIFY_*` of the
 * environment; an empty text counts as not given, as pipelines pass inputs that nobody set. All mistakes are reported
 * at once, each a `usage.invalid` (exit 6) that names the option and what was expected.
 */
export function parseGateOptions(raw: RawOptions, env: Environment, cwd: string = process.cwd()): ParsedOptions {
  const reader = new Reader(raw, env);
  const directory = reader.text('working-directory');
  const workspace = directory === undefined ? path.resolve(cwd) : path.resolve(cwd, directory);
  const limits: Limits = {
    maxArtifactBytes: reader.parsed('max-artifact-bytes', parseSize) ?? DEFAULT_LIMITS.maxArtifactBytes,
    maxEntryBytes: reader.parsed('max-entry-bytes', parseSize) ?? DEFAULT_LIMITS.maxEntryBytes,
    maxTotalBytes: reader.parsed('max-total-bytes', parseSize) ?? DEFAULT_LIMITS.maxTotalBytes,
    maxRecordBytes: reader.parsed('max-record-bytes', parseSize) ?? DEFAULT_LIMITS.maxRecordBytes,
    maxDocumentBytes: reader.parsed('max-document-bytes', parseSize) ?? DEFAULT_LIMITS.maxDocumentBytes,
    maxEntries: reader.integer('max-entries', 1, MAX_COUNT_LIMIT) ?? DEFAULT_LIMITS.maxEntries,
    maxRatio: reader.integer('max-ratio', 1, MAX_COUNT_LIMIT) ?? DEFAULT_LIMITS.maxRatio,
    maxDepth: reader.integer('max-depth', 1, MAX_DEPTH_LIMIT) ?? DEFAULT_LIMITS.maxDepth,
  };
  const options: GateOptions = {
    patterns: reader.list('patterns'),
    publicKeys: reader.list('public-key'),
    strict: reader.flag('strict') ?? true,
    customTypeSchemas: customSchemas(reader),
    ifNoArtifactsFound: reader.choice('if-no-artifacts-found', WEIGHTS) ?? 'error',
    warnOnly: reader.flag('warn-only') ?? false,
    reports: reportTargets(reader, workspace),
    limits,
    workspace,
    progress: reader.choice('progress', ['auto', 'always', 'never'] as const) ?? 'auto',
    quiet: reader.flag('quiet') ?? false,
    verbose: reader.flag('verbose') ?? false,
    color: reader.flag('color') ?? (env['NO_COLOR'] ?? '') === '',
    ...present('policyFile', reader.text('policy')),
    ...present('policySha256', reader.parsed('policy-sha256', parseSha256)),
    ...present('signatures', reader.choice('signatures', ['auto', 'required', 'off'] as const)),
    ...present('revocationList', reader.text('revocation-list')),
    ...present('revocationKey', reader.text('revocation-key')),
    ...present('cosignKey', reader.text('cosign-key')),
    ...present('cosignCertificate', reader.text('cosign-certificate')),
    ...present('cosignCertificateIdentity', reader.text('cosign-certificate-identity')),
    ...present('cosignCertificateOidcIssuer', reader.text('cosign-certificate-oidc-issuer')),
    ...present('cosignTrustedRoot', reader.text('cosign-trusted-root')),
    ...present('baseline', reader.text('baseline')),
    ...present('unrecognized', reader.choice('unrecognized', WEIGHTS)),
    ...present('shard', reader.parsed('shard', parseShard)),
    ...present('now', reader.parsed('now', parseNow)),
    ...present('jobs', reader.integer('jobs', 1, MAX_JOBS)),
    ...present('timeoutSeconds', reader.parsed('timeout', parseDuration)),
    ...present('event', readEvent(env)),
    ...present('sourceBase', readSourceBase(env, workspace)),
  };
  if (options.quiet && options.verbose) reader.wrong('--quiet and --verbose exclude each other');
  return reader.findings.length === 0 ? { ok: true, options } : { ok: false, findings: reader.findings };
}

/** `{name: value}` when there is a value: exact optional members must not be `undefined`. */
function present<K extends string, T>(name: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: T });
}

function parseSha256(text: string): Parsed<string> {
  const match = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text);
  if (match?.[1] === undefined) return { ok: false, expected: 'the SHA-256 of the policy file, 64 hex digits' };
  return { ok: true, value: match[1].toLowerCase() };
}

function parseNow(text: string): Parsed<number> {
  const instant = parseInstant(text);
  if (instant === undefined) return { ok: false, expected: 'an RFC 3339 instant such as 2026-01-31T12:00:00Z' };
  return { ok: true, value: instant.epochMs };
}

/** `FORMAT=FILE`, each path once: two reports in one file would overwrite each other without a word. */
function reportTargets(reader: Reader, workspace: string): ReportTarget[] {
  const targets: ReportTarget[] = [];
  const taken = new Map<string, string>();
  for (const item of reader.list('report')) {
    const at = item.indexOf('=');
    if (at < 1 || at === item.length - 1) {
      reader.bad('report', item, `FORMAT=FILE with FORMAT one of ${REPORT_FORMATS.join(', ')}`);
      continue;
    }
    const format = parseChoice(item.slice(0, at), REPORT_FORMATS);
    if (!format.ok) {
      reader.bad('report', item, `a format that is ${format.expected}`);
      continue;
    }
    const file = item.slice(at + 1).trim();
    const resolved = file === '-' ? '-' : path.resolve(workspace, file);
    const other = taken.get(resolved);
    if (other !== undefined) {
      reader.wrong(`reports '${other}' and '${item}' would be written to the same ${file === '-' ? 'output' : 'file'}`);
      continue;
    }
    taken.set(resolved, item);
    targets.push({ format: format.value, file });
  }
  return targets;
}

/** `TYPE=FILE`, each type once: of two schemas for one type nobody could tell which one holds. */
function customSchemas(reader: Reader): readonly string[] {
  const types = new Set<string>();
  const items = reader.list('custom-type-schema');
  for (const item of items) {
    const at = item.indexOf('=');
    if (at < 1 || at === item.length - 1) reader.bad('custom-type-schema', item, 'TYPE=FILE');
    const type = item.slice(0, at);
    if (at > 0 && types.has(type)) reader.wrong(`record type '${type}' has more than one --custom-type-schema`);
    types.add(type);
  }
  return items;
}

type RawValue = string | readonly string[] | boolean;

/** Looks options up in the command line and the environment and collects what is wrong with them. */
class Reader {
  readonly findings: Finding[] = [];
  readonly #given = new Map<string, RawValue>();

  constructor(raw: RawOptions, env: Environment) {
    const names = new Map<string, OptionSpec>();
    for (const spec of GATE_OPTIONS) {
      for (const name of [spec.name, ...(spec.aliases ?? [])]) names.set(name, spec);
    }
    this.#readRaw(raw, names);
    this.#readEnvironment(env, names);
  }

  #readRaw(raw: RawOptions, names: ReadonlyMap<string, OptionSpec>): void {
    for (const [key, item] of Object.entries(raw)) {
      const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const spec = names.get(name);
      if (spec === undefined) this.wrong(`unknown option --${name}${didYouMean(name, names.keys())}`);
      else if (item !== undefined && !isBlank(item)) this.#given.set(spec.name, item);
    }
  }

  #readEnvironment(env: Environment, names: ReadonlyMap<string, OptionSpec>): void {
    const variables = new Map([...names].map(([name, spec]) => [environmentName(name), spec]));
    for (const [variable, item] of Object.entries(env)) {
      if (!variable.startsWith(ENVIRONMENT_PREFIX) || item === undefined) continue;
      const spec = variables.get(variable);
      if (spec !== undefined) {
        if (!isBlank(item) && !this.#given.has(spec.name)) this.#given.set(spec.name, item);
        continue;
      }
      // A misspelt PROOF_VERIFY_PUBLIC_KEY would leave signatures unchecked; names of other things are left alone.
      const near = nearest(variable.slice(ENVIRONMENT_PREFIX.length), [...variables.keys()].map(withoutPrefix));
      if (near !== undefined) {
        this.wrong(`unknown environment variable ${variable} (did you mean '${ENVIRONMENT_PREFIX}${near}'?)`);
      }
    }
  }

  wrong(message: string): void {
    this.findings.push(finding('usage.invalid', message, ''));
  }

  bad(name: string, given: string, expected: string): void {
    this.wrong(`--${name} '${given}' is not ${expected}`);
  }

  text(name: string): string | undefined {
    const given = this.#given.get(name);
    if (given === undefined) return undefined;
    if (typeof given === 'string') return given.trim();
    this.wrong(typeof given === 'boolean' ? `--${name} needs a value` : `--${name} can be given once only`);
    return undefined;
  }

  parsed<T>(name: string, parse: (text: string) => Parsed<T>): T | undefined {
    const given = this.text(name);
    if (given === undefined) return undefined;
    const result = parse(given);
    if (result.ok) return result.value;
    this.bad(name, given, result.expected);
    return undefined;
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    return this.parsed(name, (given) => parseChoice(given, choices));
  }

  integer(name: string, min: number, max: number): number | undefined {
    return this.parsed(name, (given) => parseInteger(given, min, max));
  }

  flag(name: string): boolean | undefined {
    const given = this.#given.get(name);
    return typeof given === 'boolean' ? given : this.parsed(name, parseBoolean);
  }

  list(name: string): readonly string[] {
    const given = this.#given.get(name);
    if (given === undefined) return [];
    if (Array.isArray(given)) return given;
    if (typeof given !== 'string') {
      this.wrong(`--${name} needs a value`);
      return [];
    }
    const result = parseList(given);
    if (result.ok) return result.value;
    // The value may be a private key that was pasted by mistake: it is not repeated.
    this.wrong(`--${name} is not ${result.expected}`);
    return [];
  }
}

const withoutPrefix = (variable: string): string => variable.slice(ENVIRONMENT_PREFIX.length);

/** Inputs that nobody set arrive as empty text, repeatable options that nobody gave as an empty list. */
function isBlank(item: RawValue): boolean {
  return typeof item === 'string' ? item.trim() === '' : Array.isArray(item) && item.length === 0;
}
