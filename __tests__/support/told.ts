import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';

/**
 * Compares what is told to people with what was reviewed, in `__tests__/vectors/told/<name>.json`: texts are part of the product,
 * and a change of one has to be seen. `UPDATE_VECTORS=1` writes the file anew, for the review of its difference.
 */
export function expectTold(name: string, told: unknown): void {
  const text = `${JSON.stringify(told, null, 1)}\n`;
  if (UPDATE) writeFileSync(fileOf(name), text);
  expect(JSON.parse(text)).toEqual(reviewed(name));
}

/** The same for one of the texts, when all of them together are compared elsewhere. */
export function expectToldOf(name: string, key: string, text: string): void {
  if (!UPDATE) expect(text).toBe(reviewed(name)[key]);
}

const UPDATE = process.env['UPDATE_VECTORS'] === '1';
const fileOf = (name: string): string => fileURLToPath(new URL(`../vectors/told/${name}.json`, import.meta.url));
const reviewed = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(fileOf(name), 'utf8')) as Record<string, unknown>;

/** A text without what differs from run to run: folders, fresh keys and what follows from them. */
export function steady(text: string): string {
  return text
    .replaceAll(new RegExp(`${tmpdir()}[^"'\\s]*?proof-verify-[A-Za-z0-9]{6}`, 'g'), 'ROOT')
    .replaceAll(/[0-9a-f]{64}/g, 'HASH')
    .replaceAll(/[0-9a-f]{8,63}…/g, 'HASH…');
}
