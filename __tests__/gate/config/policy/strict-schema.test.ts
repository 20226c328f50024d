import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../../src/engine/types.js';
import { loadPolicy } from '../../../../src/gate/config/policy/load.js';
import { strictDefects } from '../../../../src/gate/config/policy/strict-schema.js';
import { fileReader, KEYS } from '../../support/world.js';

/* What would make a schema of a policy mean less than it says. */

/** An object with a member of that name could be taken for a promise. */
const THEN = 'then';

describe('schemas that mean what they say', () => {
  test.each<[string, Json]>([
    ['true', true],
    ['false', false],
    ['properties without a type', { properties: { event: { required: ['x'] } } }],
    ['several types', { type: ['string', 'null'] }],
    ['members that are called like keywords', { properties: { properites: {}, $run: {}, if: {} } }],
    ['a constant that looks like a schema', { const: { unknown: 1, if: 'commit', and: 2 } }],
    ['examples of anything', { examples: [{ foo: 1 }], default: { bar: 2 } }],
    ['a reference with its definitions', { $ref: '#/definitions/a', definitions: { a: true }, description: 'x' }],
    ['conditions', { if: { required: ['a'] }, [THEN]: { required: ['b'] } }],
    ['a list of items', { items: [true], additionalItems: false }],
    ['dependencies of both kinds', { dependencies: { a: ['b'], c: { required: ['d'] } } }],
    ['a known format', { format: 'date-time' }],
    ['draft-07', { $schema: 'http://json-schema.org/draft-07/schema#' }],
    ['a value of the run', { enum: [{ $run: 'commit' }, 'x'] }],
  ])('%s', (_, schema) => expect(strictDefects(schema)).toEqual([]));
});

describe('schemas that do not', () => {
  test.each<[string, Json, string, string]>([
    [
      'a misspelt keyword',
      { properites: {} },
      '/properites',
      'unknown keyword "properites" (did you mean \'properties\'?)',
    ],
    ['a member in the place of a keyword', { event: {} }, '/event', 'unknown keyword "event"'],
    [
      'deep inside',
      { properties: { a: { not: { anyOf: [{ requird: [] }] } } } },
      '/properties/a/not/anyOf/0/requird',
      'unknown keyword "requird" (did you mean \'required\'?)',
    ],
    [
      'in a dependency',
      { dependencies: { a: { minumum: 1 } } },
      '/dependencies/a/minumum',
      'unknown keyword "minumum" (did you mean \'minimum\'?)',
    ],
    [
      'a later draft',
      { dependentRequired: {} },
      '/dependentRequired',
      'unknown keyword "dependentRequired"; draft-07 has \'dependencies\'',
    ],
    ['an unknown format', { format: 'datetime' }, '/format', 'unknown format "datetime" (did you mean \'date-time\'?)'],
    [
      'next to a reference',
      { $ref: '#/definitions/a', required: ['x'] },
      '/required',
      "'required' next to '$ref' has no effect in draft-07: put both into 'allOf'",
    ],
    ['then alone', { [THEN]: false }, '/then', "'then' without 'if' has no effect"],
    ['if alone', { if: {} }, '/if', "'if' without 'then' or 'else' has no effect"],
    [
      'items for the rest of nothing',
      { items: {}, additionalItems: false },
      '/additionalItems',
      "'additionalItems' has no effect unless 'items' is a list",
    ],
    [
      'another draft',
      { $schema: 'https://json-schema.org/draft/2020-12/schema' },
      '/$schema',
      'only JSON Schema draft-07 is supported',
    ],
    [
      'a value that no run has',
      { const: { commit: { $run: 'commit' } } },
      '/const',
      "'$run' must be the whole value of const or one item of enum: {$run: commit}",
    ],
    [
      'a value of the run beside something else',
      { enum: [{ $run: 'commit', or: 1 }] },
      '/enum/0',
      "'$run' must be the whole value of const or one item of enum: {$run: commit}",
    ],
    [
      'a value of the run with a typo',
      { const: { $run: 'comit' } },
      '/const',
      'unknown $run value "comit" (did you mean \'commit\'?): commit, repository, ref',
    ],
    [
      'the same in a list',
      { enum: ['x', { $run: 'sha' }] },
      '/enum/1',
      'unknown $run value "sha": commit, repository, ref',
    ],
  ])('%s', (_, schema, pointer, message) => {
    expect(strictDefects(schema)).toEqual([{ pointer, message }]);
  });
});

describe('sections of trust.md', () => {
  const errors = async (text: string): Promise<string[]> => {
    const loaded = await loadPolicy(Buffer.from(`version: 1\n${text}`), 'p.yml', fileReader({}));
    return loaded.ok ? [] : loaded.findings.map(({ code, message, line }) => `${line} ${code}: ${message}`);
  };
  const rule = 'rules: [{id: r, must: false}]\n';
  const exception = (code: string, more = ''): string =>
    `${rule}exceptions: [{code: ${code}, until: 2026-12-01T00:00:00Z, reason: agreed${more}}]`;
  const ONLY = 'only what the policy itself demands can be waived, not what verification finds';

  test.each<[string, string, string[]]>([
    ['bind', 'bind: {commit: [/event/commit], repository: [/event/repository], record_types: [deployment]}', []],
    [
      'bind to nothing',
      'bind: {record_types: [deployment]}',
      ['2 policy.invalid: bind must have commit or repository: the places where records name them'],
    ],
    [
      'bind to a place that is no pointer',
      'bind: {commit: [event.commit]}',
      [expect.stringMatching(/^2 policy\.invalid: /) as unknown as string],
    ],
    [
      'a requirement with conditions',
      'require: {record_types: {test_result: {min: 2, unique: /event/test, where: {required: [event]}}}}',
      [],
    ],
    [
      'a requirement with a typo',
      'require: {record_types: {test_result: {mni: 2}}}',
      ['2 policy.invalid: unknown member "mni" (did you mean \'min\'?)'],
    ],
    [
      'a requirement with a schema that says nothing',
      'require: {record_types: {test_result: {where: {propertis: {}}}}}',
      [expect.stringContaining('did you mean') as unknown as string],
    ],
    ['an exception', exception('rule.r'), []],
    ['an exception for one record', exception('rule.r', ', record_id: x, artifact: a.json'), []],
    [
      'an exception for a rule that does not exist',
      exception('rule.s'),
      ['3 policy.invalid: unknown finding code "rule.s" (did you mean \'rule.r\'?)'],
    ],
    [
      'an exception without an end',
      `${rule}exceptions: [{code: rule.r, reason: x}]`,
      [expect.stringContaining('until is missing') as unknown as string],
    ],
    [
      'an exception that ends never',
      `${rule}exceptions: [{code: rule.r, until: never, reason: x}]`,
      [expect.stringContaining('until') as unknown as string],
    ],
    [
      'an exception without a reason',
      `${rule}exceptions: [{code: rule.r, until: 2026-12-01T00:00:00Z}]`,
      [expect.stringContaining('reason is missing') as unknown as string],
    ],
    ...[
      'record.hash_mismatch',
      'signature.missing',
      'signature.key_revoked',
      'chain.link_broken',
      'path.escape',
      'policy.pin_mismatch',
    ].map((code): [string, string, string[]] => [
      `an exception for ${code}`,
      exception(code),
      [`3 policy.invalid: ${code} cannot have an exception: ${ONLY}`],
    ]),
    ...[
      'internal',
      'discovery.no_artifacts',
      'dependency.missing',
      'bind.unknown',
      'trust.untrusted_key',
      'freshness.future',
      'trust.mutable_policy',
    ].map((code): [string, string, string[]] => [
      `an exception for ${code}`,
      exception(code),
      [`3 policy.invalid: ${code} cannot have an exception: ${ONLY}`],
    ]),
    ['a severity', `${rule}severity: {rule.r: warning, signature.missing: error, drift.new_signer: error}`, []],
    [
      'a severity that hides',
      'severity: {record.hash_mismatch: warning}',
      [`2 policy.invalid: record.hash_mismatch cannot be lowered to a warning: ${ONLY}`],
    ],
    [
      'a severity of nothing',
      'severity: {trust.key_expird: error}',
      ['2 policy.invalid: unknown finding code "trust.key_expird" (did you mean \'trust.key_expired\'?)'],
    ],
    [
      'a severity that is none',
      'severity: {drift.new_signer: ignore}',
      [expect.stringContaining('must be one of') as unknown as string],
    ],
    [
      'an approval by id',
      `trust: {keys: [{name: a, public_key: '${KEYS.ci.hex}'}]}\napprovals: [{id: p, binding: id, self_approval: allow, veto: false}]`,
      [],
    ],
    [
      'an approval bound by something else',
      'approvals: [{id: p, binding: name}]',
      [expect.stringContaining('must be one of') as unknown as string],
    ],
    [
      'a revocation list',
      'trust: {revocation: {retroactive: true, max_age: 7d, created_after: 2026-01-01T00:00:00Z}}',
      [],
    ],
    [
      'a revocation list of no age',
      'trust: {revocation: {max_age: soon}}',
      [expect.stringContaining('a duration such as') as unknown as string],
    ],
  ])('%s', async (_, text, expected) => expect(await errors(text)).toEqual(expected));
});
