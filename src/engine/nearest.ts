/** Longer texts are not treated as misspelled names, and longer names are not suggested: comparing them takes time. */
const MAX_TYPO_LENGTH = 64;

/**
 * The suggestion for a misspelled name: the nearest name by edit distance (up to a third of its length, at least 1, at most
 * 3), else the only name that `text` abbreviates (`pubkey` for `public-key`); `undefined` when there is none.
 */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  if (text.length > MAX_TYPO_LENGTH) return undefined;
  const known = [...names].filter((name) => name.length <= MAX_TYPO_LENGTH);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const far = distance(text.toLowerCase(), name.toLowerCase());
    if (far > Math.min(3, Math.max(1, Math.floor(name.length / 3)))) continue;
    // Typos are rare in the first letter.
    const rank = far + (name[0] === text[0] ? 0 : 0.5);
    if (rank < bestDistance) {
      best = name;
      bestDistance = rank;
    }
  }
  if (best !== undefined) return best;
  const [long, ...others] = known.filter((name) => abbreviates(text.toLowerCase(), name.toLowerCase()));
  return others.length === 0 ? long : undefined;
}

/** ` (did you mean 'x'?)` for the nearest of the names, `''` when none is near. */
export function didYouMean(text: string, names: Iterable<string>): string {
  const near = nearest(text, names);
  return near === undefined ? '' : ` (did you mean '${near}'?)`;
}

/** Whether `text` consists of at least half of the letters of `name` in their order, including the first two. */
function abbreviates(text: string, name: string): boolean {
  const letters = text.replaceAll(/[^a-z0-9]/g, '');
  const all = name.replaceAll(/[^a-z0-9]/g, '');
  if (letters.length < 3 || letters.length * 2 < all.length || !all.startsWith(letters.slice(0, 2))) return false;
  let at = 0;
  for (const letter of all) if (letter === letters[at]) at++;
  return at === letters.length;
}

/** Edit distance of two short texts (insertion, deletion, substitution, swap of neighbours). */
function distance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  let before = last;
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[b.length] ?? 0;
}
