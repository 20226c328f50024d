import { gzipSync } from 'node:zlib';
import { type Finding, type FindingCode, ruleOf, type Severity } from '../engine/findings.js';
import { count } from '../engine/text.js';
import type { ReportModel } from '../model/report.js';
import { EXIT_MEANINGS, fingerprints, SEVERITIES, takenInTurn, titleOf, uncounted } from './common.js';
import { type FilePlace, repositoryPlaces } from './places.js';
import { jsonText, markdownText, pathUri, plain } from './sanitize.js';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};
/** Code scanning rejects a result without a location; findings of the whole run are placed at the policy. */
const RUN_PLACE = '.proof-policy.yml';

/** SARIF 2.1.0, one run, one result per finding; rules are those that the results name. */
export function sarif(model: ReportModel): string {
  const { report } = model;
  const codes = [...new Set(report.findings.map((one) => one.code))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const prints = fingerprints(report.findings);
  const placeIn = repositoryPlaces(model);
  const numbers = new Map(report.findings.map((found, at) => [found, at]));
  const results = withinLimits(report.findings, (found) =>
    result(found, placeIn(found), indexes.get(found.code) ?? 0, prints[numbers.get(found) ?? 0] ?? ''),
  );
  const more = uncounted(report) + report.findings.length - results.length;
  const notifications = [
    ...(report.incomplete === true ? [notification('error', 'The run ended early: not everything was verified.')] : []),
    ...(more > 0
      ? [notification('note', `${count(more, 'more finding')} ${more === 1 ? 'is' : 'are'} not in this file.`)]
      : []),
  ];
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            shortDescription: { text: 'Verifies Proof artifacts at the gate.' },
            rules: codes.map(ruleDescriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            // Whether the verifier could do its work, not whether the artifacts are good.
            executionSuccessful: report.incomplete !== true && report.exit_code !== 1 && report.exit_code !== 7,
            exitCode: report.exit_code,
            exitCodeDescription: EXIT_MEANINGS[report.exit_code],
            ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
          },
        ],
        results,
        properties: { outcome: report.outcome, policySha256: report.policy_sha256, summary: report.summary },
      },
    ],
  });
}

/** GitHub rejects a file with more results, or one that is larger when compressed. */
const MAX_RESULTS = 25_000;
const MAX_COMPRESSED_BYTES = 10 * 1024 * 1024;
/** Room for everything that is not a result. */
const FRAME_BYTES = 512 * 1024;

/** Results of the worst findings, taken in turn from the artifacts, in report order; as many as GitHub accepts. */
function withinLimits(findings: readonly Finding[], make: (found: Finding) => object): readonly object[] {
  const ordered =
    findings.length <= MAX_RESULTS
      ? findings
      : SEVERITIES.flatMap((severity) => takenInTurn(findings.filter((found) => found.severity === severity)));
  for (let most = Math.min(MAX_RESULTS, findings.length); ; ) {
    const kept = new Set(ordered.slice(0, most));
    const results = findings.filter((found) => kept.has(found)).map(make);
    const text = jsonText(results);
    const limit = MAX_COMPRESSED_BYTES - FRAME_BYTES;
    // Text does not grow when it is compressed.
    const size = text.length * 3 <= limit ? 0 : gzipSync(text).length;
    if (size <= limit) return results;
    most = Math.floor(most * Math.min(0.9, limit / size));
  }
}

function notification(level: string, text: string): object {
  return { level, message: { text } };
}

function ruleDescriptor(code: FindingCode): object {
  const rule = ruleOf(code);
  const title = plain(titleOf({ code }));
  const exit = `Exit code ${rule.exit} (${EXIT_MEANINGS[rule.exit]}) when it is an error.`;
  return {
    id: plain(code),
    name: pascal(code),
    shortDescription: { text: sentence(title) },
    fullDescription: { text: `${sentence(title)} ${exit}` },
    help: {
      text: `${sentence(title)} What to do: ${rule.remedy}`,
      markdown: `**${markdownText(sentence(title))}**\n\n${markdownText(rule.remedy)}\n\n${exit} All findings: \`docs/findings.md\`; \`proof-verify explain CODE\` prints one.`,
    },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: ['security', 'supply-chain', 'proof'],
      precision: 'very-high',
      'problem.severity': rule.severity === 'notice' ? 'recommendation' : rule.severity,
      // The sort key of code scanning: tampering and unsafe input above what a policy asks for.
      ...(rule.severity === 'error' ? { 'security-severity': rule.exit === 2 || rule.exit === 8 ? '8.5' : '6.0' } : {}),
    },
  };
}

function result(one: Finding, place: FilePlace, ruleIndex: number, fingerprint: string): object {
  const logical = logicalName(one);
  return {
    ruleId: plain(one.code),
    ruleIndex,
    level: LEVELS[one.severity],
    // A finding's own remedy differs from the rule's.
    message: {
      text: sentence(plain(one.remedy === undefined ? one.message : `${sentence(one.message)} ${one.remedy}`)),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: pathUri(place.file ?? RUN_PLACE), uriBaseId: '%SRCROOT%' },
          region: region(place),
        },
        ...(logical === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: logical, kind: 'member' }] }),
      },
    ],
    partialFingerprints: { 'proofVerify/v1': fingerprint },
    properties: {
      exitCode: one.exit_code,
      ...(one.pointer === undefined ? {} : { pointer: one.pointer }),
      ...(one.record_id === undefined ? {} : { recordId: one.record_id }),
      ...(one.entry === undefined ? {} : { entry: one.entry, line: one.line, column: one.column }),
    },
  };
}

function region({ line, column, endLine }: FilePlace): object {
  if (line === undefined) return { startLine: 1 };
  return {
    startLine: line,
    ...(column === undefined ? {} : { startColumn: column }),
    ...(endLine === undefined ? {} : { endLine: Math.max(line, endLine) }),
  };
}

function logicalName(one: Finding): string | undefined {
  const parts = [one.entry, one.record_id, one.pointer].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : plain(parts.join(' '));
}

/** `record.hash_mismatch` as `RecordHashMismatch`: the form in which viewers show a rule's name. */
function pascal(code: string): string {
  return code
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
