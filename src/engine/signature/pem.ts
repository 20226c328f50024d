/** DER of an Ed25519 SubjectPublicKeyInfo up to the 32 key bytes (RFC 8410). */
export const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** One block of a PEM text (RFC 7468). */
export interface PemBlock {
  readonly label: string;
  /** The block with its standard line breaks. */
  readonly text: string;
  /** The text between the boundaries, without white space. */
  readonly body: string;
}

/**
 * Restores the line breaks of a key text from a CI variable: `\n` and `\r\n` written as characters (cosign's convention)
 * become line breaks.
 */
export function unfolded(text: string): string {
  return text.replace(/\\r\\n|\\n/g, '\n');
}

/** The PEM blocks of a text, even if it was joined to one line. */
export function blocksOf(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  for (const [, label = '', inner = ''] of text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g)) {
    const body = inner.replace(/\s+/g, '');
    // Headers of an encrypted block (RFC 1421) need their lines; they are kept so that the block can be recognized and
    // refused.
    const lines = inner.includes(':') ? inner.trim() : body.replace(/(.{64})(?=.)/g, '$1\n');
    blocks.push({ label, text: `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`, body });
  }
  return blocks;
}
