import type { Mode } from '../mode.js';

/**
 * Decodes standard base64 with padding; `undefined` for anything else. Gate mode accepts only the canonical encoding
 * (hardening 18): with a second encoding of the same bytes anyone could change a signed file unnoticed. Compat mode also
 * accepts line breaks and nonzero unused trailing bits, which upstream's decoder ignores.
 */
export function decodeBase64(text: string, mode: Mode = 'gate'): Buffer | undefined {
  const spelled = mode === 'compat' ? text.replace(/[\r\n]/g, '') : text;
  if (spelled.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(spelled)) return undefined;
  const bytes = Buffer.from(spelled, 'base64');
  return mode === 'compat' || bytes.toString('base64') === spelled ? bytes : undefined;
}
