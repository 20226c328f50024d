import { existsSync, statSync } from 'node:fs';
import { identify, isPrivate, type SigningKey, signingKey } from '../../engine/produce/signing-key.js';
import { looksLikeKey } from '../../engine/signature/key-forms.js';
import { quote } from '../../engine/text.js';
import { readInput, STDIN } from '../input.js';
import { failure, refusal } from './input.js';

const ENVIRONMENT = 'env://';
/** Most bytes of a key file. */
const MAX_KEY_FILE = 32_768;

/** The private key of `--key`: a file, or `env://NAME` for a variable of the environment. @throws CommandError 6, 7. */
export function readSigningKey(given: string, warn: (message: string) => void): SigningKey {
  const { text, name } = keyText(given, '--key');
  try {
    const key = signingKey(text, name);
    warnOfMode(given, warn);
    return key;
  } catch (error) {
    throw refusal(error, '--key');
  }
}

/** Id and public bytes of a key given to `key id`: a file, `env://NAME`, `-`, or the text of a public key. */
export function readKeyId(given: string): { readonly id: string; readonly publicKey: Uint8Array } {
  const isText = given !== '-' && !given.startsWith(ENVIRONMENT) && looksLikeKey(given) && !isFile(given);
  if (isText) refusePrivateText(given, 'KEY');
  const { text, name } = isText ? { text: given, name: 'KEY' } : keyText(given, 'KEY');
  try {
    return identify(text, name);
  } catch (error) {
    throw refusal(error, isText ? 'KEY' : name);
  }
}

function keyText(given: string, what: string): { readonly text: string; readonly name: string } {
  if (given.startsWith(ENVIRONMENT)) {
    const name = given.slice(ENVIRONMENT.length);
    const text = process.env[name];
    if (text === undefined)
      throw failure('key.invalid', `${what}: environment variable ${JSON.stringify(name)} is not set`);
    if (text.trim() === '')
      throw failure('key.invalid', `${what}: environment variable ${JSON.stringify(name)} is empty`);
    return { text, name: given };
  }
  if (given === '-') {
    if (what !== 'KEY') throw failure('key.invalid', `${what} takes a file or env://NAME, not standard input`);
    return { text: Buffer.from(readInput('-', MAX_KEY_FILE)).toString('utf8'), name: STDIN };
  }
  if (!isFile(given)) {
    refusePrivateText(given, what);
    const kind = what === 'KEY' ? 'public' : 'private';
    if (!existsSync(given)) throw failure('dependency.missing', `${kind} key file ${quote(given)} not found`);
  }
  return { text: Buffer.from(readInput(given, MAX_KEY_FILE)).toString('utf8'), name: given };
}

/** Other processes and CI logs see a command line, so a key never stands in one; nor is it repeated here. */
function refusePrivateText(given: string, what: string): void {
  const bare = /^[A-Za-z0-9+/_-]{40,}={0,2}$|^[0-9a-fA-F]{64}$/.test(given);
  const pkcs8 = /^M[CFGHI][A-Za-z0-9+/]+IBADA/.test(given) || given.startsWith('MC4CAQAw');
  if (isPrivate(given) || pkcs8 || (what === '--key' && (bare || looksLikeKey(given)))) {
    throw failure(
      'key.invalid',
      `${what}: give a private key as a file or as env://NAME, never as text: other processes and logs see the command line`,
    );
  }
}

function warnOfMode(given: string, warn: (message: string) => void): void {
  // Windows has no such file modes.
  if (given.startsWith(ENVIRONMENT) || process.platform === 'win32') return;
  const mode = statSync(given, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & 0o077) !== 0) warn(`${given}: warning: others can read this private key; fix: chmod 600 ${given}`);
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // no such file, or a text that cannot be a path
  }
}
