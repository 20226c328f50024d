import { type Finding, type FindingCode, ruleOf, type Severity } from '../engine/findings.js';
import { EXIT_MEANINGS, fingerprints, titleOf, uncounted } from './common.js';
import type { ReportModel } from './model.js';
import { type FilePlace, filePlaces } from './places.js';
import { jsonText, markdownText, pathUri, plain } from './sanitize.js';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};
/** Code scanning refuses a result without a place; findings of the whole run stand where the gate is told what to do. */
const RUN_PLACE = '.proof-policy.yml';

/** SARIF 2.1.0, one run, one result a finding; rules are those that the results name. */
export function sarif(model: ReportModel): string {
  const { report } = model;
  const codes = [...new Set(report.findings.map((one) => one.code))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const prints = fingerprints(report.findings);
  const placeIn = filePlaces(report);
  const more = uncounted(report);
  const notifications = [
    ...(report.incomplete === true ? [notification('error', 'The run ended early: not everything was verified.')] : []),
    ...(more > 0 ? [notification('note', `${more} more findings were counted but not kept.`)] : []),
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
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The workspace that was verified.' } } },
        invocations: [
          {
            // Whether the verifier could do its work, not whether the artifacts are good.
            executionSuccessful: report.incomplete !== true && report.exit_code !== 1 && report.exit_code !== 7,
            exitCode: report.exit_code,
            exitCodeDescription: EXIT_MEANINGS[report.exit_code],
            ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
          },
        ],
        results: report.findings.map((one, index) =>
          result(one, placeIn(one), indexes.get(one.code) ?? 0, prints[index] ?? ''),
        ),
        properties: { outcome: report.outcome, policySha256: report.policy_sha256, summary: report.summary },
      },
    ],
  });
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
      // What code scanning sorts by: tampering and unsafe input above what a policy asks for.
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
    message: { text: sentence(plain(one.message)) },
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
