import { describe, expect, test } from '@jest/globals';
import { FINDINGS } from '../../../src/engine/findings.js';
import { publishedSchema } from '../../../src/engine/schema/published.js';
import type { Json, JsonObject } from '../../../src/engine/types.js';
import { validateDocument } from '../../../src/gate/config/schemas.js';
import { encodeShard } from '../../../src/gate/shards/encode.js';
import { makePlan } from '../../../src/gate/shards/plan.js';
import type { GateReport, ReportTrust } from '../../../src/model/report.js';
import type { ShardEvidence } from '../../../src/model/shard.js';
import { changed } from './records.js';

/** Members of a type with the optional ones, too: leaving one out does not compile. */
type Whole<T> = T extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : T extends object
    ? { readonly [Name in keyof Required<T>]: Whole<Required<T>[Name]> }
    : T;

const RUN = {
  ...{ engine: '1.0.0', commit: null, run_id: null, policy_sha256: null, base_commit: null },
  settings: { verdict: {}, selection: {} },
};
const FILES = {
  unrecognized: [{ path: 'a.json', sha256: null, why: 'odd' }],
  ignored: [{ path: 'k.pem', why: 'a key' }],
};
const SHARD = encodeShard(
  makePlan({ index: 1, count: 1 }, RUN, ['a.json']),
  { ...FILES, artifacts: [], facts: [], findings: [], incomplete: true, unmatchedPatterns: ['*.x'] },
  'k'.repeat(32),
) as Whole<ShardEvidence>;

const TRUST: Whole<ReportTrust> = {
  under_review: true,
  event: 'pull_request',
  commit: 'ab'.repeat(20),
  repository: 'acme/app',
  signatures: { mode: 'required', origin: 'policy' },
  keys: [{ id: 'k', name: 'ci', origin: 'base' }],
  policy: { path: '.proof-policy.yml', origin: 'base', sha256: 'ab'.repeat(32) },
  files: [{ what: 'baseline', path: 'b.json', origin: 'operator', sha256: 'ab'.repeat(32) }],
  base: { commit: 'ab'.repeat(20), branch: 'main' },
  environment: ['PROOF_VERIFY_BASELINE'],
};

const REPORT: Whole<GateReport> = {
  schema: 'gate-report-v1',
  tool: { name: 'proof-verify', version: '1.0.0' },
  outcome: 'failed',
  exit_code: 2,
  incomplete: true,
  policy_sha256: null,
  run: {
    commits: ['a'.repeat(40)],
    repository: 'acme/app',
    repository_url: 'https://github.com/acme/app',
    ref: 'refs/heads/main',
    url: 'https://github.com/acme/app/actions/runs/1',
  },
  trust: TRUST,
  summary: {
    artifacts: 1,
    unrecognized: 1,
    verified: 0,
    failed: 1,
    warned: 0,
    records: 1,
    signatures: 0,
    findings: { errors: 1, warnings: 0, notices: 0 },
  },
  artifacts: [
    {
      path: 'a.json',
      kind: 'chain',
      sha256: 'a'.repeat(64),
      bytes: 1,
      outcome: 'failed',
      records: 1,
      head_hash: '',
      signatures: { required: true, verified: 0, key_ids: ['k'] },
      opaque: ['notes.txt'],
      more_opaque: 1,
      more_findings: 3,
      why: 'has records',
    },
  ],
  ...FILES,
  unmatched_patterns: ['*.x'],
  requirements: [{ id: 'framework:soc2', satisfied: false, required: 0.5, found: 0, detail: 'none' }],
  coverage: [
    {
      framework: 'soc2',
      version: '2026',
      title: 'SOC 2',
      covered: 0,
      total: 1,
      controls: [{ id: 'cc6.1', title: 'Access', covered: false }],
    },
  ],
  findings: [
    {
      code: 'record.hash_mismatch',
      severity: 'error',
      exit_code: 2,
      message: 'm',
      artifact: 'a.json',
      line: 1,
      column: 1,
      end_line: 2,
      pointer: '/records/0',
      record_id: 'r',
      entry: 'e',
      remedy: 'Fix it.',
    },
  ],
  shard: SHARD,
};
const value = REPORT as unknown as JsonObject;

/** Every schema of an object with its members, and the places of the report that it describes. */
function* objects(schema: JsonObject, root: JsonObject, at: Json | undefined): Iterable<[JsonObject, JsonObject]> {
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const name = ref.replace('#/definitions/', '');
    yield* objects((root['definitions'] as JsonObject)[name] as JsonObject, root, at);
  } else if (Array.isArray(at)) yield* objects(schema['items'] as JsonObject, root, at[0]);
  else if (schema['properties'] !== undefined) {
    yield [schema, at as JsonObject];
    for (const [name, child] of Object.entries(schema['properties'] as JsonObject)) {
      // The evidence of a shard is packed in rows; its tests are those of merge.
      if (name !== 'shard') yield* objects(child as JsonObject, root, (at as JsonObject)[name]);
    }
  }
}

describe('gate-report-v1', () => {
  const schema = JSON.parse(publishedSchema('gate-report-v1') ?? '') as JsonObject;

  test('has exactly the members of the report', () => {
    const found = [...objects(schema, schema, value)];
    expect(found.length).toBe(18);
    for (const [object, sample] of found) {
      expect(Object.keys(object['properties'] as JsonObject).sort()).toEqual(Object.keys(sample).sort());
      expect(object['additionalProperties']).toBe(false);
    }
  });

  test('accepts a report with all members, and one with only the required members', () => {
    expect(validateDocument('gate-report-v1', value)).toEqual([]);
    let least = value;
    const optional = [
      '/incomplete',
      '/trust/event',
      '/trust/base',
      '/trust/keys/0/name',
      '/coverage',
      '/artifacts/0/head_hash',
      '/artifacts/0/more_findings',
    ];
    for (const name of ['line', 'column', 'end_line', 'pointer', 'record_id', 'entry'])
      optional.push(`/findings/0/${name}`);
    for (const pointer of [...optional, '/requirements/0/detail']) least = changed(least, pointer, undefined);
    expect(validateDocument('gate-report-v1', least)).toEqual([]);
  });

  test.each([...Object.keys(FINDINGS), 'rule.no-denied decisions'])('knows the code %s', (code) => {
    expect(validateDocument('gate-report-v1', changed(value, '/findings/0/code', code))).toEqual([]);
  });

  test.each([
    ['/exit_code', 9],
    ['/outcome', 'ok'],
    ['/incomplete', false],
    ['/extra', 1],
    ['/artifacts/0/kind', 'zip'],
    ['/artifacts/0/extra', 1],
    ['/findings/0/line', 0],
    ['/findings/0/code', 'Rule'],
  ] as const)('refuses %s = %j', (pointer, to) => {
    expect(validateDocument('gate-report-v1', changed(value, pointer, to))).toEqual([
      expect.objectContaining({ code: 'merge.invalid', pointer }),
    ]);
  });
});
