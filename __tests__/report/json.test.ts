import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { json } from '../../src/report/json.js';
import { good, MODELS } from './models.js';

const schema = JSON.parse(readFileSync('schemas/v1/gate-report-v1.schema.json', 'utf8')) as object;
// Nullable members with a pattern are legal JSON Schema that ajv's strict mode frowns on.
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** The same value with the members of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

describe('json', () => {
  test.each(MODELS)('of the %s run meets its schema', (name, make) => {
    const report = JSON.parse(json(make())) as { findings: { code: string }[] };
    // A rule's id is the policy's own and has no line breaks there.
    if (name === 'hostile') report.findings = report.findings.filter((one) => !one.code.startsWith('rule.'));
    validate(report);
    expect(validate.errors).toBeNull();
  });

  test.each(MODELS)('of the %s run holds exactly the report', (_, make) => {
    expect(JSON.parse(json(make()))).toEqual(make().report);
  });

  test('does not depend on the order in which members were made', () => {
    const model = good();
    const turned = { ...model, report: reversed(model.report) as typeof model.report };
    expect(json(turned)).toBe(json(model));
  });

  test('holds no time and two-space indent', () => {
    const text = json(good());
    expect(text).not.toContain('2026-03-14');
    expect(text.startsWith('{\n  "schema": "gate-report-v1",\n  "tool": {\n    "name": "proof-verify"')).toBe(true);
  });
});
