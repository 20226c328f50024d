import { readdirSync, readFileSync, statSync } from 'node:fs';
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
    const shown = PLAIN.test(name) ? `./${name}` : quote(`./${name}`);
    if (COMPRESSED.test(name)) hits.push(`${shown} is compressed: unpack it first`);
    else {
      const kind = await kindOf(path.join(workspace, name), name, limits);
      if (kind !== undefined)
        hits.push(`${shown} is ${kind}: run proof-verify gate ${PLAIN.test(name) ? name : quote(name)}`);
    }
  }
  return hits;
}

/** Names that are shown without quotes and that no shell changes. */
const PLAIN = /^[\w@%+=:,.-]+$/;
const COMPRESSED = /\.(?:jsonl?|ndjson|proof)\.?(?:gz|tgz|zst|bz2|xz|tar)$/i;
/** Larger files are not parsed to find out whether they are a chain. */
const MAX_CHAIN_BYTES = 4 * 1024 * 1024;

/** What kind of artifact a file seems to be, for a hint; `undefined`: none. */
async function kindOf(file: string, name: string, limits: Limits): Promise<string | undefined> {
  if (/^(?:run)?pack_.*\.zip$/i.test(name)) return 'a Gait pack';
  const lines = /\.(?:jsonl|ndjson)$/i.test(name);
  if (!lines && !/\.json$/i.test(name)) return undefined;
  const { record } = await recordTraits(file, name, lines, true, limits);
  if (record) return lines ? 'a stream of Proof records' : 'a Proof record';
  return !lines && isChain(file) ? 'a Proof chain' : undefined;
}

function isChain(file: string): boolean {
  try {
    if (statSync(file).size > MAX_CHAIN_BYTES) return false;
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('records' in value) || !Array.isArray(value.records))
      return false;
    const [first] = value.records as readonly unknown[];
    return typeof first === 'object' && first !== null && 'record_id' in first;
  } catch {
    return false;
  }
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
