import type { Finding } from '../engine/findings.js';
import { remedyOf } from '../engine/findings.js';
import { MAX_FINDINGS } from '../engine/limits.js';
import { count } from '../engine/text.js';
import type { ReportArtifact, ReportModel, ReportRequirement } from '../model/report.js';
import { byArtifact, groupBy, KIND_NAMES, placeOf, titleOf, worstFirst } from './common.js';
import { repositoryPlaces } from './places.js';
import { xmlText } from './sanitize.js';

interface Case {
  readonly name: string;
  /** From the root of the repository (people.md section 6); absent for what is about no file. */
  readonly file?: string | undefined;
  readonly failures: readonly Failure[];
  readonly output: readonly string[];
}
interface Failure {
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

/** How the findings of a run are shown in it. */
interface View {
  /** Whether a finding fails its case, as it fails the run. */
  readonly fails: (one: Finding) => boolean;
  readonly fileOf: (one: Finding) => string | undefined;
  readonly placeOf: (one: Finding) => string;
}

function viewOf(model: ReportModel): View {
  const { repositoryFolder = '', failOn } = model;
  const placeIn = repositoryPlaces(model);
  return {
    fails: ({ severity }) => severity === 'error' || (severity === 'warning' && failOn === 'warning'),
    fileOf: (one) => placeIn(one).file,
    placeOf: (one) => (one.artifact === '' ? '' : repositoryFolder) + placeOf(one),
  };
}

/**
 * JUnit XML as Jenkins' own publisher, GitLab, CircleCI and Azure read it: a suite for each artifact kind with a case for each
 * artifact, a suite of the policy's requirements, a suite of the run itself. GitLab and CircleCI link the `file` of a case.
 */
export function junit(model: ReportModel): string {
  const { report, repositoryFolder = '' } = model;
  const view = viewOf(model);
  const findings = byArtifact(report.findings);
  const kinds = groupBy(report.artifacts, (one) => one.kind);
  const known = new Set(report.artifacts.map((one) => one.path));
  const elsewhere = report.findings.filter((one) => !known.has(one.artifact));
  const suites: { name: string; cases: readonly Case[] }[] = [];
  for (const [kind, artifacts] of kinds) {
    const cases = artifacts.map((one) =>
      artifactCase(one, repositoryFolder + one.path, findings.get(one.path) ?? [], view),
    );
    suites.push({ name: `artifacts.${kind}`, cases });
  }
  if (report.requirements.length > 0)
    suites.push({ name: 'requirements', cases: report.requirements.map(requirementCase) });
  suites.push({ name: 'run', cases: [runCase(model, elsewhere, view)] });

  const properties: readonly (readonly [string, string])[] = [
    ['tool', `${report.tool.name} ${report.tool.version}`],
    ['outcome', report.outcome],
    ['exit_code', String(report.exit_code)],
    ['policy_sha256', report.policy_sha256 ?? ''],
  ];
  const all = suites.flatMap(({ cases }) => cases);
  const out = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="proof-verify" tests="${all.length}" failures="${failed(all)}" errors="0" time="0">`,
  ];
  for (const { name, cases } of suites) {
    out.push(
      `  <testsuite name="${xmlText(name)}" tests="${cases.length}" failures="${failed(cases)}" errors="0" skipped="0" time="0">`,
      '    <properties>',
      ...properties.map(([key, value]) => `      <property name="${key}" value="${xmlText(value)}"/>`),
      '    </properties>',
      ...cases.flatMap((one) => testcase(one, name)),
      '  </testsuite>',
    );
  }
  out.push('</testsuites>');
  return `${out.join('\n')}\n`;
}

function failed(cases: readonly Case[]): number {
  return cases.filter((one) => one.failures.length > 0).length;
}

function testcase(one: Case, suite: string): string[] {
  const file = one.file === undefined ? '' : ` file="${xmlText(one.file)}"`;
  const open = `    <testcase classname="proof.${xmlText(suite)}" name="${xmlText(one.name)}"${file} time="0"`;
  if (one.failures.length === 0 && one.output.length === 0) return [`${open}/>`];
  return [
    `${open}>`,
    ...failureElement(one.failures),
    ...(one.output.length === 0 ? [] : [`      <system-out>${one.output.map(xmlText).join('\n')}</system-out>`]),
    '    </testcase>',
  ];
}

/** One element with all findings in its text: Jenkins and Azure show the first failure of a case only. */
function failureElement(failures: readonly Failure[]): string[] {
  const [worst, ...others] = failures;
  if (worst === undefined) return [];
  const message =
    others.length === 0 ? worst.message : `${worst.message} (and ${count(others.length, 'more finding')})`;
  const text = failures.map(({ type, lines }) => [type, ...lines].map(xmlText).join('\n')).join('\n\n');
  return [`      <failure type="${xmlText(worst.type)}" message="${xmlText(message)}">${text}</failure>`];
}

function artifactCase(one: ReportArtifact, path: string, findings: readonly Finding[], view: View): Case {
  const failing = worstFirst(findings.filter(view.fails));
  const failures = failing.map((found) => failure(found, view));
  // Fail closed: an artifact that failed never shows as a passed test, even when its findings were not kept.
  if (one.outcome === 'failed' && failures.length === 0) {
    failures.push({ type: 'failed', message: 'The artifact failed verification', lines: [path] });
  }
  return {
    name: one.path,
    // In a bundle the file that is wrong, else the artifact.
    file: (failing[0] === undefined ? undefined : view.fileOf(failing[0])) ?? path,
    failures,
    output: [
      `kind: ${KIND_NAMES[one.kind]} (${one.why})`,
      `sha256: ${one.sha256 ?? 'not read completely'}`,
      `records: ${one.records}, verified signatures: ${one.signatures.verified}`,
      ...one.signatures.key_ids.map((keyId) => `signed by: ${keyId}`),
      ...findings.filter((found) => !view.fails(found)).map((found) => line(found, view)),
      ...(one.more_findings === undefined
        ? []
        : [`${count(one.more_findings, 'more finding')} (limit ${MAX_FINDINGS} per artifact)`]),
    ],
  };
}

function requirementCase(one: ReportRequirement): Case {
  const message = `found ${one.found} of ${one.required}${one.detail === undefined ? '' : `: ${one.detail}`}`;
  return one.satisfied
    ? { name: one.id, failures: [], output: [message] }
    : { name: one.id, failures: [{ type: 'requirement', message, lines: [message] }], output: [] };
}

function runCase({ report }: ReportModel, findings: readonly Finding[], view: View): Case {
  const failing = worstFirst(findings.filter(view.fails));
  const failures = failing.map((one) => failure(one, view));
  // Fail closed, as above: a run that was cut short has a finding that says so.
  if (report.incomplete === true && failures.length === 0) {
    const message = 'The run ended early: not everything was verified';
    failures.push({ type: 'incomplete', message, lines: [message] });
  }
  return {
    name: 'gate',
    file: failing[0] === undefined ? undefined : view.fileOf(failing[0]),
    failures,
    output: findings.filter((one) => !view.fails(one)).map((one) => line(one, view)),
  };
}

function failure(one: Finding, view: View): Failure {
  return {
    type: one.code,
    message: one.message,
    lines: [
      `${titleOf(one)}: ${one.message}`,
      `at ${view.placeOf(one)}${one.pointer === undefined || one.pointer === '' ? '' : ` ${one.pointer}`}`,
      ...(one.record_id === undefined ? [] : [`record ${one.record_id}`]),
      `What to do: ${remedyOf(one)}`,
    ],
  };
}

function line(one: Finding, view: View): string {
  return `${one.severity} ${one.code}: ${one.message} (${view.placeOf(one)})`;
}
