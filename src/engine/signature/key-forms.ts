import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Mode } from '../mode.js';
import { decodeBase64 } from './base64.js';
import { blocksOf, SPKI_PREFIX, unfolded } from './pem.js';

const FORMS = '64 hex digits, base64 of 32 bytes, PEM, JWK, an OpenSSH line or a file with one of these';
const LEAKED = 'give the public key, and treat the private one as leaked';

/**
 * The 32 bytes of an Ed25519 public key, or a message that says what the text is instead. Each form has only one meaning, so
 * each is accepted (people.md section 1): 64 hex digits; base64 or base64url of the bytes, padded or not; base64 of the SPKI;
 * PEM, also on one line or with line breaks written as `\n`; JWK; an OpenSSH line. Lines that start with `#` are comments.
 * Compat mode does not accept base64url of 32 bytes, like upstream.
 */
export function keyBytes(text: string, mode: Mode): Uint8Array | string {
  if (/^0\*0\x05/.test(text))
    return 'this is binary DER; convert it: openssl pkey -pubin -inform DER -in FILE -out ci.pub';
  if (text.includes('\0') || text.includes('\ufffd'))
    return 'the key text is not UTF-8 (PowerShell: Set-Content -Encoding ascii)';
  const bare = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .trim();
  if (bare === '') return 'the public key is empty';
  if (bare.includes('-----BEGIN') || bare.startsWith('---- BEGIN')) return pemBytes(unfolded(bare));
  if (bare.startsWith('{')) return jwkBytes(bare);
  if (bare.startsWith('[')) return 'this is a list of keys: give them one at a time';
  const lines = bare.split('\n').filter((line) => line.trim() !== '');
  // Several lines of base64 may be one wrapped value; several lines that are keys each are several keys.
  if (lines.length > 1 && lines.every((line) => typeof wordBytes(line.trim(), mode) !== 'string')) {
    return 'these are several keys: give them one at a time';
  }
  return wordBytes(bare, mode);
}

/** Whether a text is meant as a key, even if it is invalid; such a text is never treated as a path. */
export function looksLikeKey(text: string): boolean {
  // A line break written as `\n` has base64 on one side; in `C:\\keys\\new.pub` it is part of a name.
  if (text.length > 4096 || /[\n\r\0]|-----BEGIN|[\w+/=]{40}\\n|\\n[\w+/=]{40}/.test(text)) return true;
  return /^(?:[{["'`]|(?:ssh|ecdsa|sk)-|(?:base64|hex|ed25519):|0x[0-9a-f]+$|sha256:|[0-9a-f]{40,}$|[A-Za-z0-9+/_-]{43}$|[A-Za-z0-9+/_-]{59}$|[A-Za-z0-9+/_-]+={1,2}$)/i.test(
    text.trim(),
  );
}

/** A key on one line. */
function wordBytes(text: string, mode: Mode): Uint8Array | string {
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, 'hex');
  if (/^(ssh-|ecdsa-|sk-)\S+\s/.test(text)) return openSshBytes(text);
  const bytes = base64Bytes(text, mode);
  if (bytes?.length === 32) return bytes;
  if (bytes !== undefined && bytes.length > 32) {
    const key = spkiBytes(bytes);
    if (typeof key !== 'string' || bytes[0] === 0x30) return key;
  }
  return otherText(text);
}

function base64Bytes(text: string, mode: Mode): Buffer | undefined {
  const url = /[-_]/.test(text) && !/[+/]/.test(text);
  if (url && mode === 'compat') return undefined;
  const standard = url ? text.replace(/-/g, '+').replace(/_/g, '/') : text;
  const padded = standard.includes('=') ? standard : standard.padEnd(Math.ceil(standard.length / 4) * 4, '=');
  return decodeBase64(padded, mode);
}

/** Describes a text that is not a key, for things that are often given by mistake. */
function otherText(text: string): string {
  const [first = ''] = text;
  if (/^(["'`]).*\1$/s.test(text) || /^["'`]/.test(first)) return 'the public key has quotes around it: leave them out';
  if (/^0x[0-9a-fA-F]+$/.test(text)) return 'the public key starts with 0x: leave it out';
  if (/^SHA256:/.test(text)) return 'this is the fingerprint of an OpenSSH key, not the key';
  if (/^sha256:[0-9a-fA-F]{64}$/.test(text)) return 'this looks like a key id or a hash, not a key';
  if (/^[0-9a-fA-F]+$/.test(text) && text.length > 40) {
    return `not a public key: ${text.length} hex digits, an Ed25519 key has 64`;
  }
  if (/^(ssh-|ecdsa-|sk-)/.test(text)) return 'the OpenSSH line is cut off';
  if (/^AAAA[A-Za-z0-9+/]{8}/.test(text) || /\s(?:ssh|ecdsa|sk)-\S+\s+AAAA/.test(text)) {
    return 'this is a part of an OpenSSH line: give it from its kind on, ssh-ed25519 AAAA…';
  }
  const prefix = /^(?:base64|hex|ed25519):(?=.)/i.exec(text)?.[0];
  if (prefix !== undefined) return `the prefix ${prefix} is not part of the key: leave it out`;
  if (/^[0-9a-f]{2}(?::[0-9a-f]{2}){31}$/i.test(text))
    return 'the hex digits have colons between them: leave the colons out';
  if (/^(?:\$\{?\w|\$\{\{|%\w+%$)/.test(text))
    return 'this is the name of a variable, not its value: it was not expanded';
  if (/^<[!?a-z]/i.test(text)) return 'this is an HTML or XML page, not a key';
  if (/^untrusted comment:/.test(text)) return 'this is a minisign or signify key; give an Ed25519 key in another form';
  return `not a public key: give ${FORMS}`;
}

function pemBytes(text: string): Uint8Array | string {
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(text)) return `this is a private key: ${LEAKED}`;
  if (/-----BEGIN PGP /.test(text)) return 'this is a PGP key; give an Ed25519 key in another form';
  if (/^---- BEGIN SSH2 /.test(text)) return 'this is an SSH2 public key: give the line that ssh-keygen -i prints';
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1];
  if (label === 'CERTIFICATE' || label === 'TRUSTED CERTIFICATE') {
    return 'this is a certificate: give it as the cosign certificate';
  }
  const blocks = blocksOf(text);
  const [block] = blocks;
  if (blocks.length > 1) return 'these are several keys: give them one at a time';
  const outside = text.replace(/-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/, '').trim();
  if (block === undefined || outside !== '') return 'the PEM text must be exactly one block';
  if (block.label === 'RSA PUBLIC KEY') return 'the key must be Ed25519, not rsa: give a cosign key as the cosign key';
  if (block.label !== 'PUBLIC KEY') return `the PEM block must be a PUBLIC KEY, not ${block.label}`;
  const der = decodeBase64(block.body);
  return der === undefined ? 'the PEM block is not valid base64' : spkiBytes(der);
}

/** The key of a SubjectPublicKeyInfo in DER; for any other kind of key, a message that names it. */
function spkiBytes(der: Buffer): Uint8Array | string {
  if (der.length === SPKI_PREFIX.length + 32 && der.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX)) {
    return der.subarray(SPKI_PREFIX.length);
  }
  // PKCS#8 begins with a version, SPKI begins with the algorithm.
  if (der[0] === 0x30 && der.subarray(0, 8).includes(Buffer.from('020100', 'hex'))) {
    return `this is a private key: ${LEAKED}`;
  }
  let key: KeyObject;
  try {
    key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return 'the key must be Ed25519';
  }
  const kind = key.asymmetricKeyType ?? 'unknown';
  if (kind === 'ed25519') return 'the key must be Ed25519 in exactly 44 bytes of DER (RFC 8410)';
  const cosign = kind === 'ec' || kind === 'rsa' ? ': give a cosign key as the cosign key' : '';
  return `the key must be Ed25519, not ${kind}${cosign}`;
}

/** An OpenSSH public key line: kind, base64 of two length-prefixed strings, comment (RFC 8709). */
function openSshBytes(text: string): Uint8Array | string {
  const [kind = '', body = ''] = text.split(/\s+/);
  if (kind !== 'ssh-ed25519') return `the OpenSSH key is of kind ${kind.slice(0, 40)}; give one of kind ssh-ed25519`;
  if (text.includes('\n')) return 'these are several keys: give them one at a time';
  const bytes = decodeBase64(body.includes('=') ? body : body.padEnd(Math.ceil(body.length / 4) * 4, '='));
  const prefix = Buffer.from('0000000b7373682d6564323535313900000020', 'hex');
  if (bytes === undefined || bytes.length !== prefix.length + 32 || !bytes.subarray(0, prefix.length).equals(prefix)) {
    return 'the OpenSSH line is damaged: its base64 is not an ssh-ed25519 key';
  }
  return bytes.subarray(prefix.length);
}

function jwkBytes(text: string): Uint8Array | string {
  // an object, because the text begins with a brace
  let jwk: Readonly<Record<string, unknown>>;
  try {
    jwk = JSON.parse(text);
  } catch {
    return 'the JWK is not valid JSON';
  }
  const member = (name: string): unknown => (Object.hasOwn(jwk, name) ? jwk[name] : undefined);
  if (Array.isArray(member('keys'))) return 'this is a JWK set: give one key of it';
  if (member('d') !== undefined) return `this is a private JWK: ${LEAKED}`;
  if (member('kty') !== 'OKP' || member('crv') !== 'Ed25519') return 'the JWK must have kty "OKP" and crv "Ed25519"';
  const use = member('use');
  if (use !== undefined && use !== 'sig') return 'the JWK is not meant for signatures (use)';
  const operations = member('key_ops');
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) {
    return 'the JWK is not meant for verification (key_ops)';
  }
  const x = member('x');
  if (typeof x !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(x)) return 'x of the JWK must be base64url of 32 bytes';
  const bytes = Buffer.from(x, 'base64url');
  return bytes.toString('base64url') === x ? bytes : 'x of the JWK must be canonical base64url';
}
