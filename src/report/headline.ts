import { EXIT_ORDER, type ExitCode, type Finding, ruleOf } from '../engine/findings.js';
import { count, thousands } from '../engine/text.js';
import type { GateReport, ReportModel } from '../model/report.js';
import { byArtifact, EXIT_MEANINGS, signersOf, worstFirst } from './common.js';

/**
 * One sentence about the run (people.md 2.5): what failed, counted by kind, worst first, or who signed.
 * @param inert makes the parts that come from options, policies and file names harmless in the output.
 */
export function headline(model: ReportModel, inert: Escape): string {
  const { report } = model;
  const { exit_code: exit } = report;
  const text =
    cutShort(report, inert) ??
    notStarted(report, inert) ??
    (report.summary.failed > 0 ? failures(report, inert) : undefined);
  if (text !== undefined) return exit === 0 ? `${text}; errors are reported only (--warn-only)` : withExit(text, exit);
  const good = verified(model, inert);
  if (exit === 0) return good;
  const [worst] = worstFirst(report.findings);
  const why = [...unmet(report), ...others(report, inert)];
  const reason = why.length > 0 ? why.join(', ') : inert(worst?.message ?? EXIT_MEANINGS[exit]);
  return withExit(report.summary.artifacts === 0 ? sentenceCase(reason) : `${good}, but ${reason}`, exit);
}

function withExit(text: string, exit: ExitCode): string {
  return `${text} (exit code ${exit})`;
}

type Escape = (text: string) => string;

/** A run ended by its time limit or a signal says how far it came, and nothing that only follows from that. */
function cutShort(report: GateReport, inert: Escape): string | undefined {
  const found = report.findings.find(({ code }) => code === 'run.timeout' || code === 'run.interrupted');
  return found === undefined ? undefined : inert(sentenceCase(found.message));
}

/** What kept the gate from judging at all: its input, policy, keys, or shard reports. */
const PREPARATION = /^(?:usage|dependency|policy|key|cosign|revocation|baseline|framework|merge|schema\.custom)\./;

function notStarted(report: GateReport, inert: Escape): string | undefined {
  const nothing = report.findings.find(
    ({ code, severity }) => code === 'discovery.no_artifacts' && severity === 'error',
  );
  const paths = new Set(report.artifacts.map(({ path }) => path));
  const errors = worstFirst(report.findings).filter(
    ({ severity, artifact, code }) => severity === 'error' && !paths.has(artifact) && PREPARATION.test(code),
  );
  const [first] = errors;
  if (first === undefined) return nothing === undefined ? undefined : inert(sentenceCase(nothing.message));
  const more = errors.length > 1 ? `, and ${count(errors.length - 1, 'more error')}` : '';
  const what = first.code === 'usage.invalid' ? 'Invalid input' : ruleOf(first.code).title;
  const where = first.artifact === '' || first.message.includes(first.artifact) ? '' : `${first.artifact}: `;
  // The title already says 'input'.
  const message = first.code === 'usage.invalid' ? first.message.replace(/^input /, '') : first.message;
  return `${inert(what)}: ${inert(`${where}${message}`)}${more}`;
}

/** Kinds of failure in words, for one artifact and for several; the first that fits the worst finding counts. */
const KINDS: readonly (readonly [test: RegExp, words: string])[] = [
  [/^internal$/, 'not verified because of an internal error'],
  [/^limit\./, 'over a limit'],
  [/^(?:path|zip\.(?:path_escape|symlink))/, 'blocked as unsafe'],
  [/^(?:signature\.key_mismatch|trust\.untrusted_key|signature\.certificate_untrusted)$/, 'signed by an unknown key'],
  [/^signature\.key_revoked$/, 'signed by a revoked key'],
  [/^(?:signature\.missing|bundle\.signature_missing)$/, 'not signed'],
  [/^signature\./, 'with an invalid signature'],
  [/^trust\./, 'not signed by an allowed signer'],
  [/^chain\./, 'with a broken chain'],
  [/^(?:json|io|kind|zip|record\.(?:member_type|timestamp_invalid))/, 'unreadable'],
  [/hash_mismatch$|_mismatch$|unlisted|undeclared|missing$/, 'changed after sealing'],
  [/^freshness\./, 'out of date'],
  [/^(?:rule|bind|require)\./, 'against the policy'],
];
const OTHER_KINDS: Readonly<Partial<Record<ExitCode, string>>> = {
  2: 'failed verification',
  3: 'invalid',
  6: 'unreadable',
};

function kindOf({ code, exit_code: exit, remedy }: Finding): string {
  // The cause is known, and it is a mistake of the producer: nobody changed anything.
  if (code === 'record.hash_mismatch' && remedy !== undefined) return 'incorrectly sealed by its producer';
  if (code === 'record.hash_required' || code === 'record.integrity_required') return 'not sealed yet';
  return KINDS.find(([test]) => test.test(code))?.[1] ?? OTHER_KINDS[exit] ?? EXIT_MEANINGS[exit];
}

function failures(report: GateReport, inert: Escape): string {
  const found = byArtifact(worstFirst(report.findings.filter(({ severity }) => severity === 'error')));
  const kinds = new Map<string, { amount: number; exit: ExitCode }>();
  for (const { path, outcome } of report.artifacts) {
    if (outcome !== 'failed') continue;
    // Approvals are counted separately: nothing is wrong with the record that lacks one.
    const [worst] = (found.get(path) ?? []).filter(({ code }) => !code.startsWith('approval.'));
    if (worst === undefined) continue;
    const kind = kindOf(worst);
    const known = kinds.get(kind) ?? { amount: 0, exit: worst.exit_code };
    known.amount++;
    kinds.set(kind, known);
  }
  const { artifacts, failed } = report.summary;
  const parts = [...kinds]
    .sort(([, a], [, b]) => EXIT_ORDER.indexOf(a.exit) - EXIT_ORDER.indexOf(b.exit))
    .map(([kind, { amount }]) => `${thousands(amount)} ${kind}`);
  const lists = [parts, [...unmet(report), ...others(report, inert)]].filter((list) => list.length > 0);
  const head = `${thousands(failed)} of ${count(artifacts, 'artifact')} failed`;
  return lists.length === 0 ? head : `${head}: ${lists.map((list) => list.join(', ')).join('; ')}`;
}

/** What the policy requires and the run lacks, counted by kind. */
function unmet(report: GateReport): string[] {
  const amount = (prefix: string): number =>
    report.findings.filter(({ severity, code }) => severity === 'error' && code.startsWith(prefix)).length;
  const part = (prefix: string, noun: string, state: string): string[] => {
    const found = amount(prefix);
    return found === 0 ? [] : [`${count(found, noun)} ${found === 1 ? 'is' : 'are'} ${state}`];
  };
  return [
    ...part('approval.required', 'approval', 'missing'),
    ...part('approval.denied', 'approval', 'denied'),
    ...part('approval.expired', 'approval', 'too old'),
    ...part('approval.untrusted', 'approval', 'not from an allowed approver'),
    ...part('require.', 'requirement', 'not met'),
    ...(amount('drift.') === 0 ? [] : [`${count(amount('drift.'), 'difference')} from the baseline`]),
  ];
}

/** Files that are not artifacts, and errors of the run that have no count of their own. */
function others(report: GateReport, inert: Escape): string[] {
  const paths = new Set(report.artifacts.map(({ path }) => path));
  const errors = report.findings.filter(({ severity, artifact }) => severity === 'error' && !paths.has(artifact));
  const files = errors.filter(({ code }) => code === 'discovery.unrecognized').length;
  const [first] = worstFirst(errors).filter(
    ({ code }) => !/^(?:approval|require|drift|discovery\.unrecognized)/.test(code),
  );
  const where =
    // A message about a path that was not found begins with it, as it was given.
    first === undefined ||
    first.artifact === '' ||
    first.message.includes(first.artifact) ||
    first.code === 'io.not_found'
      ? ''
      : `${first.artifact} `;
  return [
    ...(files === 0
      ? []
      : [`${count(files, 'file')} ${files === 1 ? 'is not a Proof artifact' : 'are not Proof artifacts'}`]),
    ...(first === undefined ? [] : [inert(`${where}${first.message}`)]),
  ];
}

/** Most signers that a headline names. */
const MAX_NAMED = 3;

function verified(model: ReportModel, inert: Escape): string {
  const { report } = model;
  const { artifacts, findings } = report.summary;
  if (artifacts === 0) return 'No Proof artifacts found';
  const warned = findings.warnings === 0 ? '' : `, with ${count(findings.warnings, 'warning')}`;
  if (report.findings.some(({ code }) => code === 'signature.none_checked')) {
    return `${count(artifacts, 'artifact')}: hashes verified, signatures not checked`;
  }
  const names = signersOf(model).map(
    ({ name, keyId }) => (name === undefined ? undefined : inert(name)) ?? `key ${keyId.slice(0, 12)}…`,
  );
  const more = names.length - MAX_NAMED;
  const listed = [...names.slice(0, MAX_NAMED), ...(more > 0 ? [count(more, 'other')] : [])];
  const last = listed.pop();
  const signers = listed.length === 0 ? last : `${listed.join(', ')} and ${last}`;
  const all = artifacts === 1 ? '1 artifact' : `All ${thousands(artifacts)} artifacts`;
  return `${all} verified, ${last === undefined ? 'not signed' : `signed by ${signers}`}${warned}`;
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
