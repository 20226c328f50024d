import path from 'node:path';
import { Fault } from '../engine/fault.js';
import { readJson } from '../engine/json/read.js';
import type { Limits } from '../engine/limits.js';
import { compareBytes } from '../engine/order.js';
import { type Stoppable, turn, turnIsDue } from '../engine/pace.js';
import { readSmallFile } from '../engine/source/file.js';
import { quote } from '../engine/text.js';
import type { Match } from './patterns.js';
import { recordTraits } from './record-traits.js';
import { type Folder, type Hit, isChainMember } from './walk.js';

/** A folder that is one artifact. */
export interface FolderArtifact {
  readonly path: string;
  readonly name: string;
  readonly form: 'bundle' | 'chain_directory';
  /** What in the folder made it one. */
  readonly reason: string;
  /** That of the first matched file in it, by path bytes. */
  readonly match: Match;
  /** Matched paths that belong to it. */
  readonly hits: readonly Hit[];
}

/**
 * Decides what folders are, from what is in them and never from what would pass (interface.md, Discovery). Only folders
 * that something was matched in are looked at: a bundle takes all that is below it, a chain directory the records
 * directly in it; the other matches remain artifacts of their own.
 * @param folders of one walk, each after its parent.
 */
export async function classify(
  folders: readonly Folder[],
  limits: Limits,
  run: Stoppable = {},
): Promise<{ readonly artifacts: FolderArtifact[]; readonly hits: Hit[] }> {
  const wanted = withHits(folders);
  const bundleOf = new Map<Folder, Folder>();
  const taken = new Map<Folder, Hit[]>();
  const artifacts: FolderArtifact[] = [];
  const hits: Hit[] = [];
  for (const folder of folders) {
    if (!wanted.has(folder)) continue;
    if (turnIsDue()) await turn(run);
    const above = folder.parent === undefined ? undefined : bundleOf.get(folder.parent);
    const bundle = above ?? (folder.manifest && isBundle(folder, limits) ? folder : undefined);
    if (bundle !== undefined) {
      bundleOf.set(folder, bundle);
      const list = taken.get(bundle) ?? [];
      for (const hit of folder.hits) list.push(hit);
      taken.set(bundle, list);
      continue;
    }
    const isMember = (hit: Hit): boolean => isChainMember(path.basename(hit.path));
    const members = folder.hits.filter(isMember);
    const reason = members.length === 0 ? undefined : await chainReason(folder, limits, run);
    if (reason === undefined) {
      for (const hit of folder.hits) hits.push(hit);
      continue;
    }
    artifacts.push(made(folder, 'chain_directory', reason, members));
    for (const hit of folder.hits) if (!isMember(hit)) hits.push(hit);
  }
  for (const [folder, list] of taken) {
    artifacts.push(made(folder, 'bundle', 'a bundle: its manifest.json lists files', list));
  }
  return { artifacts, hits };
}

/** Folders with a match in them or anywhere below. */
function withHits(folders: readonly Folder[]): ReadonlySet<Folder> {
  const wanted = new Set<Folder>();
  for (const folder of folders) {
    if (folder.hits.length === 0) continue;
    for (let at: Folder | undefined = folder; at !== undefined && !wanted.has(at); at = at.parent) wanted.add(at);
  }
  return wanted;
}

function made(folder: Folder, form: FolderArtifact['form'], reason: string, hits: readonly Hit[]): FolderArtifact {
  let first = hits[0] as Hit;
  for (const hit of hits) if (compareBytes(hit.name, first.name) < 0) first = hit;
  return { path: folder.path, name: folder.name, form, reason, match: first.match, hits };
}

/**
 * True when manifest.json is a JSON object with a member `files` of any type: a list that was broken to make the
 * folder look harmless fails as a bundle. So does a manifest that cannot be read or parsed, or is a link.
 */
function isBundle(folder: Folder, limits: Limits): boolean {
  try {
    const file = path.join(folder.path, 'manifest.json');
    const bytes = readSmallFile(file, 'manifest.json', limits.maxDocumentBytes);
    const value = readJson(bytes, limits.maxDepth);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return Object.keys(value).some((key) => key.toLowerCase() === 'files');
  } catch (error) {
    if (error instanceof Fault) return true;
    throw error;
  }
}

/** What makes a folder a chain directory; `undefined`: nothing does. */
async function chainReason(folder: Folder, limits: Limits, run: Stoppable): Promise<string | undefined> {
  let beside: string | undefined;
  for (const file of folder.records.sort(compareBytes)) {
    if (turnIsDue()) await turn(run);
    const lines = file.endsWith('.jsonl');
    const needRecord = folder.chain && beside === undefined;
    const traits = await recordTraits(path.join(folder.path, file), file, lines, needRecord, limits);
    if (traits.linked) return `a chain directory: ${quote(file)} has a previous_record_hash`;
    if (traits.record) beside ??= file;
    if (beside !== undefined && folder.chain) break;
  }
  return folder.chain && beside !== undefined ? `a chain directory: chain.json is next to ${quote(beside)}` : undefined;
}
