import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sarif } from '../../src/report/sarif.js';
import { forged, good, hostileModel, incomplete, MODELS } from './models.js';

const schema = JSON.parse(readFileSync('__tests__/vectors/report/sarif-2.1.0.schema.json', 'utf8')) as object;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region: { startLine: number } };
  }[];
  partialFingerprints: Record<string, string>;
}
interface Log {
  runs: [
    {
      tool: { driver: { rules: { id: string; help: { text: string; markdown: string } }[] } };
      invocations: [{ executionSuccessful: boolean; toolExecutionNotifications?: unknown[] }];
      columnKind: string;
      results: Result[];
    },
  ];
}
const read = (text: string): Log['runs'][0] => (JSON.parse(text) as Log).runs[0];

describe('sarif', () => {
  test.each(MODELS)('of the %s run meets the schema of SARIF 2.1.0', (_, make) => {
    validate(JSON.parse(sarif(make())));
    expect(validate.errors).toBeNull();
  });

  test('the schema rejects a broken report', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
  });

  test.each(MODELS)('of the %s run has a result for each finding, with its rule', (_, make) => {
    const model = make();
    const run = read(sarif(model));
    expect(run.results).toHaveLength(model.report.findings.length);
    for (const one of run.results) {
      const rule = run.tool.driver.rules[one.ruleIndex];
      expect(rule?.id).toBe(one.ruleId);
      expect(rule?.help.text).toContain('What to do:');
    }
    expect(new Set(run.results.map((one) => one.ruleId)).size).toBe(run.tool.driver.rules.length);
  });

  test.each(MODELS)('of the %s run has unique fingerprints', (_, make) => {
    const prints = read(sarif(make())).results.map((one) => one.partialFingerprints['proofVerify/v1']);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('fingerprints survive when lines move, not when the subject changes', () => {
    const model = forged();
    const moved = {
      ...model,
      report: {
        ...model.report,
        findings: model.report.findings.map((one) =>
          one.line === undefined ? one : { ...one, line: one.line + 9, column: 1 },
        ),
      },
    };
    const prints = (text: string): unknown[] => read(text).results.map((one) => one.partialFingerprints);
    expect(prints(sarif(moved))).toEqual(prints(sarif(model)));
    const other = {
      ...model,
      report: { ...model.report, findings: model.report.findings.map((one) => ({ ...one, pointer: '/x' })) },
    };
    for (const [at, print] of prints(sarif(other)).entries()) expect(print).not.toEqual(prints(sarif(model))[at]);
  });

  test('every result has a relative URI that decodes to its artifact', () => {
    const model = hostileModel();
    for (const [at, one] of read(sarif(model)).results.entries()) {
      const { uri, uriBaseId } = one.locations[0]?.physicalLocation.artifactLocation ?? { uri: '', uriBaseId: '' };
      expect(uriBaseId).toBe('%SRCROOT%');
      expect(uri).toMatch(/^[\w\-.~%/]+$/);
      const path = model.report.findings[at]?.artifact.toWellFormed() ?? '';
      expect(decodeURIComponent(uri)).toBe(path === '' ? '.proof-policy.yml' : path);
    }
  });

  test('levels, columns and places', () => {
    const run = read(sarif(forged()));
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results.map((one) => one.level)).toEqual(
      forged().report.findings.map((one) => (one.severity === 'notice' ? 'note' : one.severity)),
    );
    expect(run.results[0]?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 214,
      startColumn: 22,
      endLine: 214,
    });
    // A line of an entry is no line of the archive.
    expect(run.results[3]?.locations[0]?.physicalLocation.region).toEqual({ startLine: 1 });
  });

  test.each([
    ['good', good, true, undefined],
    ['forged', forged, true, 1],
    ['incomplete', incomplete, false, 1],
  ] as const)('the invocation of the %s run says whether the tool could do its work', (_, make, successful, notes) => {
    const [invocation] = read(sarif(make())).invocations;
    expect(invocation.executionSuccessful).toBe(successful);
    expect(invocation.toolExecutionNotifications?.length).toBe(notes);
  });
});
