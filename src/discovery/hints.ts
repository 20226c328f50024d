import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Limits } from '../engine/limits.js';
import { compareBytes } from '../engine/order.js';
import { quote } from '../engine/text.js';
import { recordTraits } from './record-traits.js';

/** What a pattern that matches nothing may have been meant to be; `undefined` if there is no hint. */
export function patternHint(text: string): string | undefined {
  if (/^\s*-\s/.test(text)) return 'the dash is part of the pattern: write one pattern per line, without a dash';
  if (/^['"].*['"]$/s.test(text.trim())) return 'the quotes are part of the pattern';
  if (text.includes(',')) return 'the comma is part of the pattern: write one pattern per line';
  if (path.sep === '/' && text.includes('\\'))
    return `use / between folders (${text.replaceAll('\\', '/')}): a backslash only makes the next character a plain one`;
  return undefined;
}

/** Most files of the workspace's top folder that are looked at. */
const MAX_FILES = 500;
const MAX_HITS = 3;

/** Artifacts in the top folder of a workspace in which nothing was found, one sentence each. */
export async function nearHits(workspace: string, limits: Limits): Promise<readonly string[]> {
  const hits: string[] = [];
  for (const name of filesOf(workspace)) {
    if (hits.length === MAX_HITS) break;
    const shown = quote(`./${name}`);
    if (/\.(?:jsonl?|ndjson|proof)\.?(?:gz|tgz|zst|bz2|xz|tar)$/i.test(name))
      hits.push(`${shown} is compressed: unpack it first`);
    else if (/\.(?:json|jsonl|ndjson)$/i.test(name)) {
      const lines = !/\.json$/i.test(name);
      const { record } = await recordTraits(path.join(workspace, name), name, lines, true, limits);
      if (record) hits.push(`${shown} is a Proof record: name it (proof-verify gate ${name})`);
    }
  }
  return hits;
}

function filesOf(workspace: string): readonly string[] {
  try {
    const entries = readdirSync(workspace, { withFileTypes: true }).filter((entry) => entry.isFile());
    return entries
      .map(({ name }) => name)
      .sort(compareBytes)
      .slice(0, MAX_FILES);
  } catch {
    return [];
  }
}
