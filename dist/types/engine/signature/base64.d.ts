import type { Mode } from '../options.js';
/**
 * Bytes of standard base64 with padding, or `undefined`. Gate mode takes the one canonical spelling only (hardening 18):
 * a second spelling of the same bytes would let anyone change a signed file unnoticed. Compat mode also takes line breaks
 * and unused trailing bits, which upstream's decoder ignores.
 */
export declare function decodeBase64(text: string, mode?: Mode): Buffer | undefined;
