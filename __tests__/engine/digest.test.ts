import { expect, test } from '@jest/globals';
import { sha256, sha256Hex, sha512 } from '../../src/engine/digest.js';

/* FIPS 180-2, appendices B.1 and C.1; a text counts as its UTF-8 bytes. */

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('SHA-256 of a text, of bytes, and of pieces', () => {
  expect(sha256Hex('abc')).toBe(ABC);
  expect(sha256Hex(Buffer.from('abc'))).toBe(ABC);
  expect(sha256().update('a').update(Buffer.from('bc')).digest('hex')).toBe(ABC);
  expect(sha256Hex('é')).toBe(sha256Hex(Buffer.from([0xc3, 0xa9])));
});

test('a long text has the digest of its UTF-8 bytes, wherever a character lies', () => {
  for (const shift of [0, 1, 2, 3]) {
    const text = `${'a'.repeat(shift)}${'😀'.repeat(600_000)}\ud800é`;
    expect(sha256Hex(text)).toBe(sha256Hex(Buffer.from(text)));
  }
});

test('SHA-512 of bytes', () => {
  expect(sha512(Buffer.from('abc')).toString('hex')).toBe(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  );
});
