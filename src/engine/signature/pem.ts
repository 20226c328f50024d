/** DER of an Ed25519 SubjectPublicKeyInfo up to the 32 key bytes (RFC 8410). */
export const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** One block of a PEM text (RFC 7468). */
export interface PemBlock {
  readonly label: string;
  /** The block as it must be written: a line for each boundary. */
  readonly text: string;
  /** What is between the boundaries, without white space. */
  readonly body: string;
}

/**
 * A key text as a CI variable may have passed it on, with its line breaks restored: `\n` and `\r\n` written out (cosign's
 * convention) become line breaks again.
 */
export function unfolded(text: string): string {
  return text.replace(/\\r\\n|\\n/g, '\n');
}

/** The blocks of a text, also where it was folded to one line. */
export function blocksOf(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  for (const [, label = '', inner = ''] of text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g)) {
    const body = inner.replace(/\s+/g, '');
    // Headers of an encrypted block (RFC 1421) need their lines; they are shown as they are, to be named and refused.
    const lines = inner.includes(':') ? inner.trim() : body.replace(/(.{64})(?=.)/g, '$1\n');
    blocks.push({ label, text: `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`, body });
  }
  return blocks;
}
