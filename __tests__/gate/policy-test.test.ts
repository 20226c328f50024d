import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { policyTestCommand } from '../../src/cli/commands/policy.js';
import { type Files, folder, removeFolders } from '../support/build.js';
import { KEYS } from './support/world.js';

/* `policy test`: the cases of a policy test over its policy. */

afterAll(removeFolders);

const POLICY = `version: 1
trust:
  keys:
    - {name: ci, public_key: ${KEYS.ci.hex}}
    - {name: manager, public_key: ${KEYS.manager.hex}}
bind: {commit: [/event/commit], record_types: [deployment]}
approvals:
  - {id: production, when: {properties: {record_type: {const: deployment}}}, by: [manager]}
`;
const COMMIT = 'ab'.repeat(20);
const RUN = `now: 2026-06-01T00:00:00Z\nrun: {commit: ${COMMIT}}\ncases:\n`;
const DEPLOYMENT = `{record_type: deployment, record_id: d, signed_by: ci, event: {commit: ${COMMIT}}}`;
const one = (name: string, codes: string, ...records: string[]): string =>
  `  - {name: ${name}, codes: [${codes}], records: [${records.join(', ')}]}\n`;
const APPROVAL = '{record_type: approval, signed_by: manager, event: {verdict: approve, record_hash: {$hash: d}}}';

async function run(files: Files, file: string) {
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  } as unknown as Parameters<typeof policyTestCommand>[1];
  const root = folder(files);
  const exit = await policyTestCommand(join(root, file), io);
  return { exit, out, err: err.replaceAll(`${root}/`, '') };
}

describe('policy test', () => {
  test('cases that hold', async () => {
    const cases = [
      one('missing', 'approval.required', DEPLOYMENT),
      one('approved', '', DEPLOYMENT, APPROVAL),
      one('self', 'approval.untrusted', DEPLOYMENT, APPROVAL.replace('manager', 'ci')),
      one('other commit', 'approval.required, bind.commit_mismatch', DEPLOYMENT.replace(COMMIT, 'c'.repeat(40))),
      one('stranger', 'trust.untrusted_key', '{record_type: decision, signed_by: nobody}'),
      one('unsigned', 'signature.missing', '{record_type: decision}'),
      one('future', 'freshness.future', '{record_type: decision, signed_by: ci, timestamp: 2026-06-01T00:05:01Z}'),
    ];
    const files = { '.proof-policy.yml': POLICY, 'a.policy-test.yml': RUN + cases.join('') };
    expect(await run(files, 'a.policy-test.yml')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('7 of 7 cases pass'),
    });
    // Named by its policy, the tests next to it.
    expect(await run(files, '.proof-policy.yml')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('ok - approved'),
    });
  });

  test('a case that does not hold says what was found instead', async () => {
    const files = { '.proof-policy.yml': POLICY, 'a.policy-test.yml': RUN + one('approved', '', DEPLOYMENT) };
    const { exit, out } = await run(files, 'a.policy-test.yml');
    expect(exit).toBe(3);
    expect(out).toContain('not ok - approved: expected no error, found approval.required');
    expect(out).toContain('approval.required: deployment "d" needs approval (rule production)');
    expect(out).toContain('0 of 1 cases pass');
  });

  test('an unsigned record counts for a policy that requires no signatures only', async () => {
    const asks = (signatures: string): string =>
      `version: 1\ntrust: {signatures: ${signatures}, keys: [{name: ci, public_key: ${KEYS.ci.hex}}]}\nrequire: {record_types: {decision: 1}}\n`;
    const unsigned = '{record_type: decision}';
    const tell = (signatures: string, codes: string) =>
      run(
        { '.proof-policy.yml': asks(signatures), 'a.policy-test.yml': RUN + one('x', codes, unsigned) },
        'a.policy-test.yml',
      );
    expect(await tell('off', '')).toMatchObject({ exit: 0 });
    for (const mode of ['auto', 'required'])
      expect(await tell(mode, 'signature.missing, require.record_type')).toMatchObject({ exit: 0 });
  });

  test('a policy with another name', async () => {
    const files = { 'p/other.yml': POLICY, 'p/a.policy-test.yml': `policy: other.yml\n${RUN}${one('x', '', '')}` };
    expect(await run(files, 'p/a.policy-test.yml')).toMatchObject({ exit: 0 });
  });

  test.each<[string, string, RegExp]>([
    ['no cases', 'now: 2026-06-01T00:00:00Z\n', /cases is missing or empty/],
    ['not an object', '[]\n', /a policy test is an object with cases/],
    [
      'an unknown member',
      `${RUN}  - {name: a, codes: [], record: []}\n`,
      /:4:\d+: error: unknown member "record" \(did you mean 'records'\?\)/,
    ],
    ['no codes', `${RUN}  - {name: a}\n`, /codes must be a list/],
    ['no name', `${RUN}  - {codes: []}\n`, /name is missing/],
    ['a record without a type', `${RUN}  - {name: a, codes: [], records: [{}]}\n`, /record_type is missing/],
    ['a record that is a word', `${RUN}  - {name: a, codes: [], records: [x]}\n`, /a record must be an object/],
    ['a clock that is none', 'now: noon\ncases: [{name: a, codes: []}]\n', /now must be an RFC 3339 instant/],
    ['half a commit', 'run: {commit: abc}\ncases: [{name: a, codes: []}]\n', /run.commit must be a full commit id/],
    ['broken YAML', 'cases: [\n', /not valid YAML/],
  ])('%s', async (_, text, message) => {
    const { exit, err } = await run({ '.proof-policy.yml': POLICY, 'a.policy-test.yml': text }, 'a.policy-test.yml');
    expect(exit).toBe(6);
    expect(err).toMatch(message);
  });

  test('a policy that is not valid, and one without tests', async () => {
    const files = { '.proof-policy.yml': 'version: 2\n', 'a.policy-test.yml': RUN + one('x', '', '') };
    expect(await run(files, 'a.policy-test.yml')).toMatchObject({ exit: 6 });
    await expect(run({ '.proof-policy.yml': POLICY }, '.proof-policy.yml')).rejects.toThrow(
      /no \*\.policy-test\.yml next to/,
    );
  });
});
