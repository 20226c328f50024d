import { describe, expect, test } from '@jest/globals';
import { looksLikeKey } from '../../../src/engine/signature/key-forms.js';

const LINE = 'MC4CAQAwBQYDK2VwBCIEIGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3';

describe('the text of a key, or the path of one', () => {
  test.each<[string, string, boolean]>([
    ['a PEM of several lines', `-----BEGIN PUBLIC KEY-----\n${LINE}`, true],
    ['a PEM whose line ends are written out', `-----BEGIN PUBLIC KEY-----\\n${LINE}\\n`, true],
    ['a PEM without its first line', `${LINE}\\n-----END`, true],
    ['the end of a PEM', `\\n${LINE}`, true],
    ['64 hexadecimal digits', 'ab'.repeat(32), true],
    ['base64 of 32 bytes', `${'A'.repeat(43)}=`, true],
    ['a JWK', '{"kty": "OKP"}', true],
    ['an OpenSSH key', 'ssh-ed25519 AAAA', true],
    ['a path of Windows with a name that begins with n', 'C:\\keys\\new.pub', false],
    ['a relative path of Windows', 'keys\\nope\\ci.pub', false],
    ['a path', './keys/new.pub', false],
  ])('%s', (_, text, expected) => {
    expect(looksLikeKey(text)).toBe(expected);
  });
});
