import { afterAll, describe, expect, test } from '@jest/globals';
import { verifyArtifact } from '../../../src/engine/index.js';
import type { ArtifactVerdict } from '../../../src/engine/types.js';
import { bundle, type Files, folder, removeFolders, type Signer, signer } from '../../support/build.js';
import { BUNDLES, PACKS } from './cases/packs.js';
import { READING } from './cases/reading.js';
import { CHAINS, DOCUMENTS, RECORDS, SIGNATURES } from './cases/records.js';
import { NOW, type Subject } from './cases/run.js';

/* The same defect inside (hardening 25, 27): whatever is wrong with an artifact is wrong with it in a bundle as well. */

afterAll(removeFolders);

const ROWS = [...READING, ...RECORDS, ...CHAINS, ...SIGNATURES, ...DOCUMENTS, ...BUNDLES, ...PACKS];

/** What is no artifact is content of a bundle: nobody reads it as one. */
const CONTENT = new Set(['kind.unsupported', 'io.empty', 'stream.empty']);
const LINES_OF_NO_RECORD = 'a line that is no object';
/** The signature of a bundle stands for records without one by a given key. */
const VOUCHED = new Set(['signature.missing', 'signature.key_mismatch']);
/** About a whole folder, whose chain.json is a chain of its own in a bundle; about the bytes of an artifact, which a bundle has more of. */
const ELSEWHERE = new Set([
  'chain.head_hash_mismatch: chain.json beside records',
  'limit.artifact_bytes: one byte past',
]);
/** As contract section 5 calls it in a bundle. */
const IN_BUNDLES = /^schema\.record\.(?:invalid|unknown_record_type)$/;

const CARRIER = signer('carrier');

/** The subject in a bundle, whose own signature is good where there is one. */
async function wrapped({ placed }: Subject, by: Signer | undefined): Promise<ArtifactVerdict | undefined> {
  if (placed === undefined || Object.keys(placed.links ?? {}).length > 0) return undefined;
  const { options = {} } = placed;
  if (options.mode === 'compat') return undefined;
  const inside: Files = Object.fromEntries(Object.entries(placed.files).map(([path, data]) => [`x/${path}`, data]));
  const { publicKeys: given } = options;
  const keys = given === undefined || by === undefined ? {} : { publicKeys: [...given, by.publicKey] };
  return verifyArtifact(folder(bundle(inside, by)), { now: NOW, ...options, ...keys });
}

describe.each([
  ['an unsigned bundle', undefined],
  ['a signed bundle', CARRIER],
] as const)('in %s', (_, by) => {
  test.each(ROWS.map((one) => [one.code, one.name, one] as const))('%s: %s', async (code, name, { bad, good }) => {
    const found = await wrapped(bad, by);
    if (found === undefined || ELSEWHERE.has(`${code}: ${name}`)) return;
    const codes = found.findings.map((one) => one.code);
    const vouched = by !== undefined && VOUCHED.has(code);
    if (CONTENT.has(code) || name === LINES_OF_NO_RECORD) expect(found.facts.opaque ?? codes).not.toEqual([]);
    else if (!vouched) {
      const told = IN_BUNDLES.test(code) ? 'schema.record.bundle_validation_failed' : code;
      expect([code, told].filter((one) => codes.includes(one))).not.toEqual([]);
      if ((await bad.run()).outcome === 'failed') expect(found.outcome).toBe('failed');
    }
    const sound = await wrapped(good, by);
    if (sound === undefined || (by === undefined && good.placed?.options?.publicKeys !== undefined)) return;
    expect(sound.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
