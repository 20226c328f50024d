import { type Finding, finding } from '../engine/findings.js';
import { nearest } from '../engine/nearest.js';
import type { Environment, GateOptions } from '../gate/options/options.js';
import { parseGateOptions } from '../gate/options/parse.js';
import { GATE_OPTIONS, inputName } from '../gate/options/table.js';
import { type Parsed, parseBoolean, parseChoice, parseText } from '../gate/options/values.js';

/** When the pull request gets a comment. */
const COMMENT_MODES = ['never', 'on-failure', 'always'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** Inputs that only the Action has; action.yml and docs/usage/github.md are made from them and from the gate's table. */
export const ACTION_INPUTS = {
  annotations: {
    parse: parseBoolean,
    default: 'true',
    help: 'annotate findings at their line (GitHub shows 10 errors, 10 warnings and 10 notices of a step)',
  },
  summary: { parse: parseBoolean, default: 'true', help: 'write the job summary' },
  comment: {
    parse: (text: string): Parsed<CommentMode> => parseChoice(text, COMMENT_MODES),
    choices: COMMENT_MODES,
    default: 'never',
    help: 'one comment on the pull request, kept up to date; needs the permission pull-requests: write',
  },
  'check-run': {
    parse: parseBoolean,
    default: 'false',
    help: 'a check run with every annotation, past the cap of a step; needs the permission checks: write',
  },
  'github-token': {
    parse: parseText,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    default: '${{ github.token }}',
    help: 'token for comment and check run',
  },
} as const;

/** All inputs of the step, typed. */
export interface RunInputs {
  readonly gate: GateOptions;
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly comment: CommentMode;
  readonly checkRun: boolean;
  /** `''` when there is none: nothing is published then. */
  readonly token: string;
}

/** The inputs, or every mistake in them. */
export type ReadInputs =
  | { readonly ok: true; readonly inputs: RunInputs }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const INPUT_PREFIX = 'INPUT_';

/** The variable in which the runner passes an input. */
export function inputVariable(name: string): string {
  return INPUT_PREFIX + name.replaceAll(' ', '_').toUpperCase();
}

/**
 * Reads `INPUT_*` (interface.md, option table and 'Action only'). Inputs that nobody set are empty and fall through to
 * `PROOF_VERIFY_*` and the policy. All mistakes are reported at once as `usage.invalid` (exit 6).
 */
export function readInputs(env: Environment): ReadInputs {
  const findings: Finding[] = [];
  const wrong = (message: string): void => void findings.push(finding('usage.invalid', message, ''));
  const text = (name: string): string => (env[inputVariable(name)] ?? '').trim();

  const names = GATE_OPTIONS.flatMap((spec) => inputName(spec) ?? []);
  const aliases = GATE_OPTIONS.flatMap((spec) => (inputName(spec) === undefined ? [] : spec.name));
  const raw: Record<string, string> = {};
  for (const name of new Set([...names, ...aliases])) if (text(name) !== '') raw[name] = text(name);
  refuseMisspelt(env, [...names, ...aliases, ...Object.keys(ACTION_INPUTS)], wrong);

  const read = <T>(name: keyof typeof ACTION_INPUTS, parse: (given: string) => Parsed<T>, fallback: T): T => {
    const given = text(name);
    if (given === '') return fallback;
    const parsed = parse(given);
    if (parsed.ok) return parsed.value;
    wrong(`input ${name} is "${given}", expected ${parsed.expected}`);
    return fallback;
  };
  const annotations = read('annotations', ACTION_INPUTS.annotations.parse, true);
  const summary = read('summary', ACTION_INPUTS.summary.parse, true);
  const comment = read('comment', ACTION_INPUTS.comment.parse, 'never');
  const checkRun = read('check-run', ACTION_INPUTS['check-run'].parse, false);

  const workspace = env['GITHUB_WORKSPACE'] ?? '';
  const gate = parseGateOptions(raw, env, workspace === '' ? process.cwd() : workspace, 'inputs');
  if (!gate.ok) findings.push(...gate.findings);
  if (!gate.ok || findings.length > 0) return { ok: false, findings };
  return {
    ok: true,
    inputs: { gate: gate.options, annotations, summary, comment, checkRun, token: text('github-token') },
  };
}

/**
 * The runner only warns about an input that action.yml does not know, and passes it all the same: `publc-key` would
 * leave signatures unchecked in a green run.
 */
function refuseMisspelt(env: Environment, names: readonly string[], wrong: (message: string) => void): void {
  const known = new Set(names.map(inputVariable));
  for (const variable of Object.keys(env)) {
    if (!variable.startsWith(INPUT_PREFIX) || known.has(variable)) continue;
    const given = variable.slice(INPUT_PREFIX.length).toLowerCase();
    const near = nearest(given, names);
    if (near !== undefined) wrong(`unknown input '${given}' (did you mean '${near}'?)`);
  }
}
