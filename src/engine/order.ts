/**
 * Compares two paths by their UTF-8 bytes, that is by code points. JavaScript compares UTF-16 code units, which puts an emoji
 * before U+FF5E; the order in reports must not depend on the language of the verifier.
 */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === end) return a.length - b.length;
  return weight(a.charCodeAt(i)) - weight(b.charCodeAt(i));
}

/** Surrogates encode code points above U+FFFF, although their own values are below U+E000. */
const weight = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
