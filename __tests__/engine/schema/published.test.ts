import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { publishedSchema } from '../../../src/engine/schema/published.js';
import type { SchemaName } from '../../../src/engine/schema/registry.js';
import runtime from '../../../src/engine/schema/runtime.cjs';
import type { Json, JsonObject } from '../../../src/engine/types.js';
import { validateDocument } from '../../../src/gate/config/schemas.js';
import { EVENTS, RELATIONSHIP, record } from './records.js';

const FOLDER = 'schemas/v1';
const files = readdirSync(FOLDER, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.schema.json'))
  .sort();

describe('the published schemas', () => {
  test.each(files)('%s is the same as the tool prints', (path) => {
    expect(publishedSchema(path)).toBe(readFileSync(join(FOLDER, path), 'utf8'));
  });

  test('need no resolver: each is self-contained', () => {
    for (const path of files) {
      const ajv = new Ajv({ strict: false, formats: { 'date-time': true } });
      expect(() => ajv.compile(JSON.parse(publishedSchema(path) ?? ''))).not.toThrow();
    }
  });
});

/** Values that differ a little from valid ones: each member may become something else or vanish. */
function mutations(value: Json): fc.Arbitrary<Json> {
  const pointers: string[][] = [];
  const walk = (at: Json, path: string[]): void => {
    if (path.length > 0) pointers.push(path);
    if (at !== null && typeof at === 'object')
      for (const [name, child] of Object.entries(at)) walk(child as Json, [...path, name]);
  };
  walk(value, []);
  const odd = fc.constantFrom<Json | undefined>(
    undefined,
    null,
    '',
    'x',
    0,
    -1,
    1.5,
    true,
    [],
    {},
    ['a', 'a'],
    [{}, {}],
    '2026-01-01',
  );
  const change = fc.tuple(fc.constantFrom(...pointers), odd);
  return fc.array(change, { maxLength: 4 }).map((changes) => {
    const copy = structuredClone(value) as JsonObject;
    for (const [path, to] of changes) {
      let at: unknown = copy;
      for (const name of path.slice(0, -1)) at = (at as Record<string, unknown> | null | undefined)?.[name];
      const last = path[path.length - 1];
      if (at === null || typeof at !== 'object' || last === undefined) continue;
      // a copy: a later change may go into it, and the same object twice would be a value without an end
      if (to !== undefined || Array.isArray(at)) (at as Record<string, unknown>)[last] = structuredClone(to ?? null);
      else delete (at as Record<string, unknown>)[last];
    }
    return copy;
  });
}

test('a declaration of record types may name them without a dot', () => {
  const type = (name: string): Json => ({
    ...{ record_type: name, schema_id: 's', schema_version: '1', schema_path: 'a.json', sha256: 'a'.repeat(64) },
  });
  const told = (name: string) =>
    validateDocument('record-types-v1', { version: '1', record_types: [type(name)] }).map(({ pointer }) => pointer);
  for (const name of ['scan', 'my_type', 'acme.deploy-check']) expect(told(name)).toEqual([]);
  for (const name of ['Scan', 'a..b', 'a_', '1a']) expect(told(name)).toEqual(['/record_types/0/record_type']);
});

describe('compiled validators and explanations', () => {
  const samples: [SchemaName, Json][] = Object.entries(EVENTS).map(([type, event]) => [
    `types/${type.replaceAll('_', '-')}` as SchemaName,
    record(type, event),
  ]);
  samples.push([
    'proof-record-v1',
    record('decision', {}, { relationship: RELATIONSHIP, relations: RELATIONSHIP, metadata: {} }),
  ]);
  samples.push(['relationship_envelope', RELATIONSHIP]);

  test.each(samples)('of %s agree with ajv', (name, sample) => {
    const ajv = new Ajv({ strict: false, formats: { 'date-time': runtime.isInstant } });
    const judge = ajv.compile(JSON.parse(publishedSchema(name) ?? ''));
    fc.assert(
      fc.property(mutations(sample), (value) => {
        const problems = validateDocument(name, value);
        expect(problems.length === 0).toBe(judge(value));
        // a refusal that nothing explains would be told as this
        for (const { message } of problems) expect(message).not.toMatch(/does not match its schema/);
      }),
      { numRuns: 60 },
    );
  });
});
