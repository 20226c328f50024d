import { expect, test } from '@jest/globals';
import { declaredHash } from '../../../src/engine/record/declared-hash.js';

/* people.md section 2.3: which texts are a digest in another notation, and which are none. */

const DIGEST = 'ab'.repeat(32);

test.each<[string, ReturnType<typeof declaredHash>]>([
  [`sha256:${DIGEST}`, { form: 'exact', digest: DIGEST }],
  [DIGEST, { form: 'loose', digest: DIGEST }],
  [`sha256:${DIGEST.toUpperCase()}`, { form: 'loose', digest: DIGEST }],
  [` SHA-256 = ${DIGEST}\n`, { form: 'loose', digest: DIGEST }],
  [`sha256-${DIGEST}`, { form: 'loose', digest: DIGEST }],
  [`${DIGEST}a`, { form: 'none' }],
  [`sha512:${DIGEST}`, { form: 'none' }],
  ['', { form: 'none' }],
  ['pending', { form: 'none' }],
  // Each of these once took time by the square of its length: minutes.
  [`sha256${' '.repeat(1_000_000)}x`, { form: 'none' }],
  [`${' '.repeat(1_000_000)}x`, { form: 'none' }],
  [`x${' '.repeat(1_000_000)}x`, { form: 'none' }],
])('%.40j', (text, expected) => {
  expect(declaredHash(text)).toEqual(expected);
});
