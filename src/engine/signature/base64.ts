import type { Mode } from '../mode.js';

/**
 * Bytes of standard base64 with padding, or `undefined`. Gate mode takes the one canonical spelling only (hardening 18):
 * a second spelling of the same bytes would let anyone change a signed file unnoticed. Compat mode also takes line breaks
 * and unused trailing bits, which upstream's decoder ignores.
 */
export function decodeBase64(text: string, mode: Mode = 'gate'): Buffer | undefined {
  const spelled = mode === 'compat' ? text.replace(/[\r\n]/g, '') : text;
  if (spelled.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(spelled)) return undefined;
  const bytes = Buffer.from(spelled, 'base64');
  return mode === 'compat' || bytes.toString('base64') === spelled ? bytes : undefined;
}
