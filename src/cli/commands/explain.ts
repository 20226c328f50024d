import { type ExitCode, FINDINGS, type FindingCode, ruleOf } from '../../engine/findings.js';
import { helpFor } from '../explain-help.js';
import { CommandError, type Io, jsonText } from '../output.js';
import { suggestion } from '../usage.js';

/** Every code, for a list and for completion. */
export const FINDING_CODES = Object.keys(FINDINGS) as readonly FindingCode[];

/** `explain [CODE]`: what a finding means, what usually causes it and how to fix it; without a code the list of them. */
export function explainCommand(code: string | undefined, flags: { readonly json?: boolean }, io: Io): ExitCode {
  if (code === undefined) {
    const list = FINDING_CODES.map((one) => ({ code: one, ...facts(one) }));
    const width = Math.max(...FINDING_CODES.map(({ length }) => length));
    io.out(
      flags.json === true
        ? jsonText(list)
        : list.map((one) => `${one.code.padEnd(width)}  ${one.severity.padEnd(7)}  ${one.title}\n`).join(''),
    );
    return 0;
  }
  const given = code.trim().toLowerCase();
  // A rule of a policy is reported under its own id.
  const key = given.startsWith('rule.') ? 'rule.failed' : FINDING_CODES.find((one) => one === given);
  if (key === undefined) {
    throw new CommandError(6, `unknown finding code ${JSON.stringify(code)}${nearest(given)}`);
  }
  const shown = given.startsWith('rule.') ? code.trim() : key;
  const { severity, exit_code, title, remedy } = facts(key);
  const { causes, example, page } = helpFor(key);
  if (flags.json === true) {
    const causesFound = causes.length === 0 ? {} : { causes };
    io.out(jsonText({ code: shown, severity, exit_code, title, remedy, ...causesFound, example, page }));
    return 0;
  }
  const lines = [shown, `  ${title}`, `  ${severity}, exit code ${exit_code}`];
  if (causes.length > 0) lines.push('', '  Likely causes:', ...causes.map((cause) => `    - ${cause}`));
  lines.push('', `  What to do: ${remedy}`);
  if (example !== undefined) {
    lines.push('', '  Before:', ...indented(example.before), '  After:', ...indented(example.after));
  }
  if (page !== undefined) lines.push('', `  Read more: ${page}`);
  io.out(`${lines.join('\n')}\n`);
  return 0;
}

function facts(code: FindingCode) {
  const { severity, exit, title, remedy } = ruleOf(code);
  return { severity, exit_code: exit, title, remedy };
}

/** The nearest code, else those of the same area or with the same last part. */
function nearest(given: string): string {
  const near = suggestion(given, FINDING_CODES);
  if (near !== '') return near;
  const parts = given.split(/[._]/);
  const alike = FINDING_CODES.filter((one) => one.split(/[._]/).some((part) => parts.includes(part))).slice(0, 5);
  return alike.length === 0 ? '; `explain` lists all codes' : ` (did you mean ${alike.join(', ')}?)`;
}

const indented = (text: string): readonly string[] => text.split('\n').map((one) => `    ${one}`);
