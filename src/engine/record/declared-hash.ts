/** The `record_hash` that a record declares. */
export interface DeclaredHash {
  /**
   * `exact`: `sha256:` and 64 lower-case hex digits. `loose`: a SHA-256 in a different notation. `none`: missing, empty or a
   * placeholder, so the record is not sealed yet (people.md section 2.3).
   */
  readonly form: 'exact' | 'loose' | 'none';
  /** 64 lower-case hex digits, unless the form is `none`. */
  readonly digest?: string;
}

/** Reads a declared `record_hash`, ignoring case and prefix. */
export function declaredHash(text: string): DeclaredHash {
  const digest = /^(?:sha-?256\s{0,9}[:=-]?\s{0,9})?([0-9a-f]{64})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digest === undefined) return { form: 'none' };
  return { form: text === `sha256:${digest}` ? 'exact' : 'loose', digest };
}
