/**
 * Compares two paths by their UTF-8 bytes, which is the order of code points. Plain string comparison goes by UTF-16 units and
 * puts an emoji before U+FF5E; reports must not depend on the language a verifier is written in.
 */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === end) return a.length - b.length;
  return weight(a.charCodeAt(i)) - weight(b.charCodeAt(i));
}

/** Surrogates stand for code points above all others, though their own numbers are below U+E000. */
const weight = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
