import { describe, expect, test } from '@jest/globals';
import { LineSlicer } from '../../../src/engine/json/line-slicer.js';
import type { SignatureMode } from '../../../src/engine/mode.js';
import type { VerifyOptions } from '../../../src/engine/options.js';
import { finishedRecords, RecordChecker } from '../../../src/engine/record/check.js';
import type { Checked, RunRules } from '../../../src/engine/record/types.js';
import { ALICE, type Doc, MALLORY, record } from '../../support/build.js';
import { trustIn, verifyOptions } from '../../support/options.js';

/* When the signature of a record is looked at, and what it counts as when it is not. */

const RULES: RunRules = { link: 'none', schema: 'typed', nullRecord: 'refuse' };
const VOUCHED: RunRules = { ...RULES, signatures: 'vouched' };

const optionsFor = (signatures: SignatureMode, keys: readonly string[], policy = false): VerifyOptions =>
  verifyOptions({ signatures, trust: trustIn(keys, { policy }) });

function checked(docs: readonly Doc[], options: VerifyOptions, rules = RULES): (Checked | undefined)[] {
  const slicer = new LineSlicer(options.limits);
  const slices = [
    ...slicer.push(Buffer.from(docs.map((one) => `${JSON.stringify(one)}\n`).join(''))),
    ...slicer.finish(),
  ];
  return finishedRecords(slices, new RecordChecker(options, rules), 'a.jsonl', undefined, options);
}

const signed = record({}, { by: ALICE });
const integrity = (members: Doc): Doc => ({ ...signed, integrity: { ...(signed['integrity'] as Doc), ...members } });
const plain = integrity({ signature: '', signing_key_id: '' });
const keyOnly = integrity({ signature: '' });
const signatureOnly = integrity({ signing_key_id: '' });

describe('the signature of a record', () => {
  const none = optionsFor('auto', []);
  const alice = optionsFor('auto', [ALICE.publicKey]);
  const off = optionsFor('off', [ALICE.publicKey]);
  const required = optionsFor('required', []);
  const policy = optionsFor('auto', [], true);

  test.each<[string, Doc, VerifyOptions, RunRules, string, string[]]>([
    ['none, nothing asked', plain, none, RULES, 'none', []],
    ['none, a key given', plain, alice, RULES, 'none', ['signature.missing']],
    ['none, required', plain, required, RULES, 'none', ['key.missing']],
    ['none, off', plain, off, RULES, 'none', []],
    ['only a key id, nothing asked', keyOnly, none, RULES, 'none', []],
    ['only a known key id, inside a container', keyOnly, alice, VOUCHED, 'none', ['signature.missing']],
    ['only a key id, off', keyOnly, off, RULES, 'none', []],
    ['no key id, a key given', signatureOnly, alice, RULES, 'failed', ['signature.missing']],
    ['no key id, inside a container', signatureOnly, alice, VOUCHED, 'failed', ['signature.missing']],
    ['no key id, nothing asked', signatureOnly, none, RULES, 'unchecked', []],
    ['there, nothing asked', signed, none, RULES, 'unchecked', []],
    ['there, off', signed, off, RULES, 'unchecked', []],
    ['there, a key given', signed, alice, RULES, 'verified', []],
    ['there, required without a key', signed, required, RULES, 'failed', ['key.missing']],
    ['there, a policy without keys', signed, policy, RULES, 'failed', ['key.missing']],
    ['by a different signer', record({}, { by: MALLORY }), alice, RULES, 'failed', ['signature.key_mismatch']],
    ['by a different signer, inside a container', record({}, { by: MALLORY }), alice, VOUCHED, 'unchecked', []],
    ['of a known key, inside a container', signed, alice, VOUCHED, 'verified', []],
    ['none, inside a container', plain, alice, VOUCHED, 'none', []],
    ['there, off, inside a container', signed, off, VOUCHED, 'unchecked', []],
    [
      'forged',
      integrity({ signature: `base64:${Buffer.alloc(64).toString('base64')}` }),
      alice,
      RULES,
      'failed',
      ['signature.invalid'],
    ],
  ])('%s', (_, doc, options, rules, state, codes) => {
    const [one] = checked([doc], options, rules);
    expect(one?.signature).toBe(state);
    expect(one?.problems.filter(({ severity }) => severity === undefined).map(({ code }) => code)).toEqual(codes);
    expect(one?.ok).toBe(codes.length === 0);
    expect(one?.keyId).toBe(state === 'verified' ? ALICE.keyId : undefined);
  });

  test('problems point to their member', () => {
    const pointerOf = (doc: Doc, options: VerifyOptions) => checked([doc], options)[0]?.problems[0]?.pointer;
    expect(pointerOf(plain, alice)).toBe('/integrity/signature');
    expect(pointerOf(signatureOnly, alice)).toBe('/integrity/signing_key_id');
    expect(pointerOf(record({}, { by: MALLORY }), alice)).toBe('/integrity/signing_key_id');
  });
});
