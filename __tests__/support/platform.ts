import { test } from '@jest/globals';

/** Windows has no FIFOs, socket files, modes of files, signals or `#!`, and does not replace open files. */
export const IS_WINDOWS = process.platform === 'win32';

/** A test of what Windows lacks: there its title says what that is. */
export function onPosix(needs: string) {
  const run = IS_WINDOWS ? test.skip : test;
  const titled = (title: string): string => (IS_WINDOWS ? `${title} (skipped: needs ${needs})` : title);
  return (title: string, body: () => void | Promise<void>): void => run(titled(title), body);
}
