import { expect, test } from '@jest/globals';
import { ALICE, type Doc, digest, type Files, pack, pretty, sha, signedJson } from '../../support/build.js';
import { lines } from '../../support/findings.js';
import { verifyBytes } from './cases/run.js';

/* The evidence that an authorization pack links (contract section 6). */

const trace = signedJson({ schema_id: 'gait.gate.trace', verdict: 'allow' }, ALICE);
const bundle = {
  schema_id: 'gait.gate.authorization_bundle',
  schema_version: '1.0.0',
  created_at: '2026-01-02T03:04:05Z',
  trace_id: 'trace-1',
  policy_digest: sha('policy'),
  intent_digest: sha('intent'),
  trace_path: 'trace.json',
  trace_digest: digest(trace),
};
const evidence = { 'evidence/trace.json': pretty(trace) };

async function told(members: Doc | string, files: Files = {}): Promise<string[]> {
  const text = typeof members === 'string' ? members : JSON.stringify({ ...bundle, ...members });
  const contents = { 'authorization_bundle.json': text, ...evidence, ...files };
  const { findings } = await verifyBytes('p.zip', pack(contents, undefined, { pack_type: 'authorization' }));
  return lines(findings.filter(({ severity }) => severity === 'error')).map((one) =>
    one.replace(' authorization_bundle.json', ''),
  );
}

const pair = (name: string): string =>
  `pack.authorization_invalid: ${name}_path and ${name}_digest belong together and must be strings`;

test.each<[string, Doc | string, Files, string[]]>([
  ['a trace', {}, {}, []],
  ['a text by its SHA-256', { outcome_path: 'o.txt', outcome_digest: sha('done') }, { 'evidence/o.txt': 'done' }, []],
  [
    'JSON by its canonical form, whatever the case of its ending',
    { context_evidence_path: 'C.JSON', context_evidence_digest: digest({ a: 1 }) },
    { 'evidence/C.JSON': ' { "a" : 1 } ' },
    [],
  ],
  [
    'an outcome that is not one',
    { outcome_status: 'fine' },
    {},
    [
      'pack.payload_invalid /outcome_status: "outcome_status" must be one of allow, block, dry_run, require_approval',
      'pack.payload_invalid: outcome_path is missing although outcome_status is set',
      'pack.payload_invalid: outcome_digest is missing although outcome_status is set',
    ],
  ],
  ['no intent', { intent_digest: undefined }, {}, ['pack.payload_invalid: "intent_digest" is missing']],
  [
    'a trace id that is empty',
    { trace_id: '' },
    {},
    ['pack.payload_invalid /trace_id: "trace_id" must be a non-empty string'],
  ],
  ['absent and null alike', { outcome_path: null, outcome_digest: null, delegation_audit_path: '' }, {}, []],
  ['a digest that is not a string', { outcome_path: 'trace.json', outcome_digest: 5 }, {}, [pair('outcome')]],
  [
    'a path that is not a string',
    { approval_audit_path: 5, approval_audit_digest: sha('') },
    {},
    [pair('approval_audit')],
  ],
  ['a path alone', { credential_evidence_path: 'x' }, {}, [pair('credential_evidence')]],
  [
    'evidence outside of its folder',
    { outcome_path: '../x.txt', outcome_digest: sha('') },
    { 'x.txt': '' },
    ['pack.evidence_missing /outcome_path: evidence "../x.txt" is not in the pack'],
  ],
  [
    'evidence that is not JSON does not match',
    { outcome_path: 'o.json', outcome_digest: sha('x') },
    { 'evidence/o.json': 'x' },
    [
      'pack.content_invalid evidence/o.json: not valid JSON: expected a JSON value, found x (texts and member names need double quotes)',
      'pack.evidence_mismatch /outcome_digest: evidence "o.json" cannot be read, so it is not what was authorized',
    ],
  ],
  [
    'a bundle that is not JSON',
    '{',
    {},
    [
      'pack.content_invalid: not valid JSON: expected a member name in double quotes, found the end of the text',
      'json.syntax: not valid JSON: expected a member name in double quotes, found the end of the text',
    ],
  ],
])('%s', async (_, members, files, expected) => {
  expect(await told(members, files)).toEqual(expected);
});
