import { type Finding, finding } from '../engine/findings.js';
import { nearest, parseBoolean, parseChoice } from '../gate/option-values.js';
import { type Environment, GATE_OPTIONS, type GateOptions, parseGateOptions } from '../gate/options.js';

/** When the pull request gets a comment. */
export type CommentMode = 'never' | 'on-failure' | 'always';

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

/** Inputs that only the Action has. */
export const ACTION_INPUTS = ['annotations', 'summary', 'comment', 'check-run', 'github-token'] as const;

const COMMENT_MODES = ['never', 'on-failure', 'always'] as const;
const INPUT_PREFIX = 'INPUT_';

/** The variable in which the runner hands an input over. */
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
  const names = GATE_OPTIONS.flatMap((spec) => [spec.name, ...(spec.aliases ?? [])]);
  const raw: Record<string, string> = {};
  for (const name of names) {
    const text = env[inputVariable(name)] ?? '';
    if (text.trim() !== '') raw[name] = text;
  }
  refuseMisspelt(env, [...names, ...ACTION_INPUTS], wrong);

  const flag = (name: string, fallback: boolean): boolean => {
    const text = (env[inputVariable(name)] ?? '').trim();
    if (text === '') return fallback;
    const parsed = parseBoolean(text);
    if (!parsed.ok) wrong(`input ${name} '${text}' is not ${parsed.expected}`);
    return parsed.ok ? parsed.value : fallback;
  };
  const commentText = (env[inputVariable('comment')] ?? '').trim();
  const comment = parseChoice(commentText === '' ? 'never' : commentText, COMMENT_MODES);
  if (!comment.ok) wrong(`input comment '${commentText}' is not ${comment.expected}`);
  const annotations = flag('annotations', true);
  const summary = flag('summary', true);
  const checkRun = flag('check-run', false);

  const workspace = env['GITHUB_WORKSPACE'] ?? '';
  const gate = parseGateOptions(raw, env, workspace === '' ? process.cwd() : workspace);
  if (!gate.ok) findings.push(...gate.findings);
  if (!gate.ok || !comment.ok || findings.length > 0) return { ok: false, findings };
  const token = (env[inputVariable('github-token')] ?? '').trim();
  return { ok: true, inputs: { gate: gate.options, annotations, summary, comment: comment.value, checkRun, token } };
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
