import { expect, test } from '@jest/globals';
import { decodeBase64 } from '../../../src/engine/signature/base64.js';

// Per text: what the gate takes, what compat mode takes as well.
test.each<[string, string, string | undefined, string | undefined]>([
  ['padded', 'QUI=', 'AB', 'AB'],
  ['without a rest', 'QUJD', 'ABC', 'ABC'],
  ['nothing', '', '', ''],
  ['unused bits set', 'QUJ=', undefined, 'AB'],
  ['line breaks', 'QU\r\nI=\n', undefined, 'AB'],
  ['a space', 'QU I=', undefined, undefined],
  ['no padding', 'QUI', undefined, undefined],
  ['padding alone', '====', undefined, undefined],
  ['a stranger in front', '!QUI', undefined, undefined],
  ['a stranger at the end', 'QUI!', undefined, undefined],
  ['padding inside', 'QQ==QUJD', undefined, undefined],
  ['the alphabet of URLs', 'QU_-', undefined, undefined],
])('%s', (_, text, gate, compat) => {
  expect(decodeBase64(text)?.toString('latin1')).toBe(gate);
  expect(decodeBase64(text, 'gate')?.toString('latin1')).toBe(gate);
  expect(decodeBase64(text, 'compat')?.toString('latin1')).toBe(compat);
});
