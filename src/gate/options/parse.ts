import path from 'node:path';
import { type Finding, finding } from '../../engine/findings.js';
import type { Limits } from '../../engine/limits.js';
import { didYouMean, nearest } from '../../engine/nearest.js';
import { quote } from '../../engine/text.js';
import { checkoutFolders, folderInRepository, linkBelow } from '../../files/checkout.js';
import { readCi } from './ci/context.js';
import { readSourceBase } from './ci-environment.js';
import type { Environment, GateOptions, RawOptions } from './options.js';
import { ciRunId, readRunContext } from './run-context.js';
import {
  ENVIRONMENT_PREFIX,
  environmentName,
  GATE_OPTIONS,
  inputName,
  LIMIT_OPTIONS,
  OPTIONS,
  type OptionSpec,
} from './table.js';
import { type Parsed, parseList } from './values.js';

/** All options, or every mistake in them. */
export type ParsedOptions =
  | { readonly ok: true; readonly options: GateOptions }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Turns text into options: first what is in `raw` (command line or Action inputs), then `PROOF_VERIFY_*` of the
 * environment. An empty input or variable counts as not given, since pipelines pass those that are not set; on the command line it
 * is a mistake. All mistakes are reported at once, each a `usage.invalid` (exit 6) that names the option, input or variable and
 * what was expected.
 */
export function parseGateOptions(
  raw: RawOptions,
  env: Environment,
  cwd: string = process.cwd(),
  source: 'command line' | 'inputs' = 'command line',
): ParsedOptions {
  const reader = new Reader(raw, env, source);
  const directory = reader.read(OPTIONS.workingDirectory);
  const workspace = path.resolve(cwd, typeof directory === 'string' ? directory : '');
  const sourceBase = readSourceBase(env, workspace);
  const runId = ciRunId(env);
  const ci = readCi(env);
  const repositoryFolder = folderInRepository(env, workspace);
  // The table gives each member the type that its own reader makes.
  const given = reader.all(OPTIONS, workspace) as Pick<GateOptions, 'commit' | 'repository'>;
  const options = {
    ...given,
    run: readRunContext(env, given),
    limits: reader.all(LIMIT_OPTIONS, workspace) as unknown as Limits,
    workspace,
    checkout: checkoutFolders(env, workspace, cwd),
    ...(runId === undefined ? {} : { ciRunId: runId }),
    door: source,
    variables: reader.variables,
    inContainer: (env[CONTAINER_VARIABLE] ?? '') !== '',
    ...(ci === undefined ? {} : { ci }),
    ...(repositoryFolder === undefined ? {} : { repositoryFolder }),
    ...(sourceBase === undefined ? {} : { sourceBase }),
  } as unknown as GateOptions;
  if (options.quiet && options.verbose) {
    reader.wrong(`${reader.nameOf(OPTIONS.quiet)} and ${reader.nameOf(OPTIONS.verbose)} cannot be combined`);
  }
  if (options.warnOnly && options.failOn === 'warning') {
    reader.wrong(`${reader.nameOf(OPTIONS.warnOnly)} and ${reader.nameOf(OPTIONS.failOn)} warning cannot be combined`);
  }
  const link = linkBelow(options.checkout[0], workspace);
  if (link !== undefined) {
    // The change may have turned the folder that is to be verified into a link to other evidence (trust.md section 4).
    const message = `${reader.nameOf(OPTIONS.workingDirectory)} goes through ${quote(link)}, a symbolic link of the checkout`;
    reader.findings.push(finding('path.symlink', message, ''));
  }
  if (options.shardAuth === 'required' && options.shardKey === undefined) {
    reader.wrong(`${reader.nameOf(OPTIONS.shardAuth)} is required, but there is no shard key`);
  }
  for (const message of contradictions(options)) reader.wrong(message);
  return reader.findings.length === 0 ? { ok: true, options } : { ok: false, findings: reader.findings };
}

/** The container image sets it (Dockerfile). */
const CONTAINER_VARIABLE = 'PROOF_VERIFY_CONTAINER';

/** Settings that exclude each other: whichever won, somebody would rely on the other (trust.md section 2). */
function contradictions({ policyFile, policyFrom, policyFromRef, policySha256 }: GateOptions): readonly string[] {
  const messages: string[] = [];
  if (policyFrom === 'workspace' && policyFromRef !== undefined) {
    messages.push('policy-from workspace and policy-from-ref cannot be combined: give one of them');
  }
  if (policyFile === 'none' && policySha256 !== undefined) {
    messages.push('policy none and policy-sha256 cannot be combined: there is no policy to compare');
  }
  return messages;
}

type RawValue = string | readonly string[] | boolean;

/** One option as it was given, and what to call it in a message: `--jobs`, `input jobs`, `PROOF_VERIFY_JOBS`. */
interface Given {
  readonly value: RawValue;
  readonly name: string;
}

/** Looks options up in the command line and the environment and collects what is wrong with them. */
class Reader {
  readonly findings: Finding[] = [];
  readonly #given = new Map<string, Given>();
  readonly #source: 'command line' | 'inputs';

  constructor(raw: RawOptions, env: Environment, source: 'command line' | 'inputs') {
    this.#source = source;
    const specs = new Map<string, OptionSpec>();
    for (const spec of GATE_OPTIONS)
      for (const name of [spec.name, inputName(spec) ?? spec.name]) specs.set(name, spec);
    this.#readRaw(raw, specs);
    this.#readEnvironment(env, specs);
    const { name } = OPTIONS.color;
    // https://no-color.org: an option beats it.
    if ((env['NO_COLOR'] ?? '') !== '' && !this.#given.has(name))
      this.#given.set(name, { value: false, name: 'NO_COLOR' });
  }

  #readRaw(raw: RawOptions, specs: ReadonlyMap<string, OptionSpec>): void {
    for (const [key, value] of Object.entries(raw)) {
      const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const spec = specs.get(name);
      if (spec === undefined) this.wrong(`unknown option --${name}${didYouMean(name, specs.keys())}`);
      else if (typeof value === 'string' && isBlank(value) && this.#source === 'command line') {
        // A pin or a revocation list from a variable that nobody set would silently not be there.
        this.wrong(`${flagOf(spec)} is empty: leave it out, or set the variable that it comes from`);
      } else if (value !== undefined && !isBlank(value)) {
        this.#given.set(spec.name, { value, name: this.#source === 'inputs' ? `input ${name}` : flagOf(spec) });
      }
    }
  }

  #readEnvironment(env: Environment, specs: ReadonlyMap<string, OptionSpec>): void {
    const variables = new Map([...specs].map(([name, spec]) => [environmentName(name), spec]));
    for (const [variable, value] of Object.entries(env)) {
      if (!variable.startsWith(ENVIRONMENT_PREFIX) || value === undefined) continue;
      const spec = variables.get(variable);
      if (spec !== undefined) {
        if (isBlank(value) && spec.secret === true) this.wrong(`${variable} is set but empty`);
        if (!isBlank(value)) this.#readVariable(variable, value, spec);
        continue;
      }
      // A misspelt PROOF_VERIFY_PUBLIC_KEY would leave signatures unchecked; names of other things are left alone.
      const near = nearest(variable.slice(ENVIRONMENT_PREFIX.length), [...variables.keys()].map(withoutPrefix));
      if (near !== undefined) {
        this.wrong(`unknown environment variable ${variable} (did you mean '${ENVIRONMENT_PREFIX}${near}'?)`);
      }
    }
  }

  /** In the Action an earlier step may have set the variable: only inputs are the operator's (trust.md section 1). */
  #readVariable(variable: string, value: string, spec: OptionSpec): void {
    if (this.#source === 'inputs') {
      const input = inputName(spec);
      const instead = input === undefined ? 'it is not an input of the Action' : `use the input ${input} instead`;
      this.wrong(`the environment variable ${variable} is set, which the Action does not go by: ${instead}`);
    } else if (!this.#given.has(spec.name)) this.#given.set(spec.name, { value, name: variable });
  }

  wrong(message: string): void {
    this.findings.push(finding('usage.invalid', message, ''));
  }

  /** Variables that gave an option, in the order of the documentation. */
  get variables(): readonly string[] {
    return GATE_OPTIONS.flatMap(({ name }) => this.#given.get(name)?.name ?? []).filter((name) =>
      name.startsWith(ENVIRONMENT_PREFIX),
    );
  }

  /** The name of an option in messages. */
  nameOf(spec: OptionSpec): string {
    return this.#given.get(spec.name)?.name ?? flagOf(spec);
  }

  /** Values of a table's options by member; absent ones without a default are left out. */
  all(table: Readonly<Record<string, OptionSpec>>, workspace: string): Readonly<Record<string, unknown>> {
    const values: Record<string, unknown> = {};
    for (const [member, spec] of Object.entries(table)) {
      const value = spec.kind === 'list' ? this.#list(spec, workspace) : this.read(spec);
      if (value !== undefined) values[member] = value;
    }
    return values;
  }

  /** The value of an option that is not a list, or its default. */
  read(spec: OptionSpec): unknown {
    const value = this.#given.get(spec.name)?.value;
    if (typeof value === 'boolean' && spec.kind === 'switch') return value;
    if (typeof value === 'string') return this.#parsed(spec, spec.parse(value.trim()), value.trim());
    if (value !== undefined) {
      this.wrong(`${this.nameOf(spec)} ${typeof value === 'boolean' ? 'needs a value' : 'can be given once only'}`);
    }
    const standard = spec.default === undefined ? undefined : spec.parse(spec.default);
    return standard?.ok === true ? standard.value : undefined;
  }

  #list(spec: OptionSpec, workspace: string): readonly unknown[] {
    const texts = this.#texts(spec);
    const sound = texts.filter((text) => spec.parse(text).ok);
    for (const message of spec.conflicts?.(sound, workspace, this.nameOf(spec)) ?? []) this.wrong(message);
    return texts.map((text) => this.#parsed(spec, spec.parse(text), text)).filter((value) => value !== undefined);
  }

  #texts(spec: OptionSpec): readonly string[] {
    const value = this.#given.get(spec.name)?.value ?? [];
    if (Array.isArray(value)) return value as readonly string[];
    if (typeof value !== 'string') {
      this.wrong(`${this.nameOf(spec)} needs a value`);
      return [];
    }
    const lines = parseList(value);
    if (lines.ok) {
      // A commented-out key would leave signatures unchecked, a commented-out pattern everything else verified.
      if (lines.value.length === 0) this.wrong(`${this.nameOf(spec)} has no value, only comments`);
      return lines.value;
    }
    // The value may be a private key that was pasted by mistake: it is not repeated.
    this.wrong(`${this.nameOf(spec)} is not ${lines.expected}`);
    return [];
  }

  #parsed<T>(spec: OptionSpec, parsed: Parsed<T>, text: string): T | undefined {
    if (parsed.ok) return parsed.value;
    if (parsed.problem !== undefined)
      this.wrong(`${this.nameOf(spec)}: ${parsed.problem}; expected ${parsed.expected}`);
    else {
      const given = spec.secret === true ? 'cannot be used' : `is "${text}"`;
      this.wrong(`${this.nameOf(spec)} ${given}, expected ${parsed.expected}`);
    }
    return undefined;
  }
}

/** The name of an option on the command line; `patterns` are its arguments. */
const flagOf = ({ name, cli }: OptionSpec): string => (cli === false ? name : `--${name}`);

const withoutPrefix = (variable: string): string => variable.slice(ENVIRONMENT_PREFIX.length);

/** Inputs and template variables that are not set arrive as empty text, repeatable options that are not given as an empty list. */
function isBlank(value: RawValue): boolean {
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}
