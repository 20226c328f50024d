import { describe, expect, test } from '@jest/globals';
import { codeQuality } from '../../src/report/code-quality.js';
import { forged, good, MODELS } from './models.js';

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number } };
}
const read = (text: string): Issue[] => JSON.parse(text) as Issue[];

describe('code-quality', () => {
  test.each(MODELS)('of the %s run has every field that GitLab documents', (_, make) => {
    const issues = read(codeQuality(make()));
    expect(issues).toHaveLength(make().report.findings.length);
    for (const one of issues) {
      expect(one.description).toMatch(/\S/);
      expect(one.check_name).toMatch(/\S/);
      expect(one.fingerprint).toMatch(/^[a-f0-9]{64}$/);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(one.severity);
      expect(one.location.path).not.toBe('');
      expect(one.location.lines.begin).toBeGreaterThanOrEqual(1);
    }
    expect(new Set(issues.map((one) => one.fingerprint)).size).toBe(issues.length);
  });

  test('severities follow the exit codes', () => {
    expect(read(codeQuality(forged())).map((one) => one.severity)).toEqual([
      'blocker',
      'blocker',
      'blocker',
      'blocker',
      'minor',
      'info',
      'critical',
      'critical',
    ]);
  });

  test('the same finding twice has two fingerprints, in a stable order', () => {
    const model = forged();
    const twice = {
      ...model,
      report: { ...model.report, findings: [...model.report.findings, ...model.report.findings] },
    };
    const prints = read(codeQuality(twice)).map((one) => one.fingerprint);
    expect(new Set(prints).size).toBe(16);
    expect(prints.slice(0, 8)).toEqual(read(codeQuality(model)).map((one) => one.fingerprint));
  });

  test('no findings give an empty list', () => expect(codeQuality(good())).toBe('[]\n'));
});
