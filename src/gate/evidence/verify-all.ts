import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DiscoveredArtifact } from '../../discovery/discover.js';
import type { Limits } from '../../engine/limits.js';
import { openArtifact } from '../../engine/open.js';
import type { NamedFiles, RecordExtractor, VerifyOptions } from '../../engine/options.js';
import { SignatureQueue } from '../../engine/signature/jobs.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import { type ArtifactInput, failedVerdict, verify } from '../../engine/verify.js';
import { diagnose } from './diagnose.js';

/** The verdict on one artifact and how it was found. */
export interface JudgedArtifact {
  readonly artifact: DiscoveredArtifact;
  readonly verdict: ArtifactVerdict;
}

/** The input of a pass over all artifacts. */
export interface VerifyAllHooks {
  readonly records: RecordExtractor;
  readonly onArtifact: (judged: JudgedArtifact, done: number) => void;
  readonly aborted: () => boolean;
  /** Opens the files that an artifact names. */
  readonly filesOf?: (artifact: DiscoveredArtifact) => NamedFiles;
}

/** Longest time between two turns of the event loop, which signals, timers and progress need. */
const TURN_MS = 50;
/** Most small files that are verified concurrently: enough for a batch of signatures, few enough for memory. */
const SIDE_BY_SIDE = 64;
const SMALL_BYTES = 16 * 1024;
const BRACE = 0x7b;

/** Verifies the artifacts in order; stops between two of them once `aborted` says so. */
export async function verifyAll(
  artifacts: readonly DiscoveredArtifact[],
  options: Omit<VerifyOptions, 'records' | 'aborted'>,
  hooks: VerifyAllHooks,
): Promise<JudgedArtifact[]> {
  const judged: JudgedArtifact[] = [];
  const verifyOptions: VerifyOptions = { ...options, records: hooks.records, aborted: hooks.aborted };
  const signatureQueue = new SignatureQueue();
  let turn = performance.now();
  const breathe = async (): Promise<void> => {
    if (performance.now() - turn <= TURN_MS) return;
    await nextTurn();
    turn = performance.now();
  };
  let group: Started[] = [];
  const finish = async (): Promise<void> => {
    for (const { artifact, verdict: started, held } of group) {
      await breathe();
      const verdict = await started;
      if (hooks.aborted()) break;
      for (const args of held) hooks.records.accept(...args);
      if (hooks.aborted()) break;
      const one = { artifact, verdict };
      judged.push(one);
      hooks.onArtifact(one, judged.length);
    }
    group = [];
  };
  for (const artifact of artifacts) {
    await breathe();
    if (hooks.aborted()) break;
    const opened = open(artifact, options);
    const held: Held = [];
    const own = { ...verifyOptions, files: hooks.filesOf?.(artifact) };
    if (await isSmallRecord(opened, options.limits)) {
      const records = { extract: hooks.records.extract, accept: (...args: Held[number]) => void held.push(args) };
      const verdict = judge(artifact, opened, { ...own, records, workers: undefined, signatureQueue });
      // A rejection is handled when its turn comes.
      verdict.catch(() => {});
      if (group.push({ artifact, verdict, held }) < SIDE_BY_SIDE) continue;
      await finish();
    } else {
      await finish();
      if (hooks.aborted()) break;
      group.push({ artifact, verdict: judge(artifact, opened, own), held });
      await finish();
    }
  }
  await finish();
  return judged;
}

/** Buffers the records of an artifact that is verified concurrently, until its turn comes. */
type Held = Parameters<RecordExtractor['accept']>[];

/** An artifact whose verification is under way. */
interface Started {
  readonly artifact: DiscoveredArtifact;
  readonly verdict: Promise<ArtifactVerdict>;
  readonly held: Held;
}

/** Whether an artifact can be verified concurrently: not if it takes much memory or time. */
async function isSmallRecord(opened: Opened, { maxArtifactBytes }: Limits): Promise<boolean> {
  if ('error' in opened || opened.form !== 'file') return false;
  if (opened.source.size > Math.min(SMALL_BYTES, maxArtifactBytes)) return false;
  const bytes = await opened.source.bytes(SMALL_BYTES);
  return bytes[0] === BRACE && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('"record_hash"');
}

/** An artifact that is open, or why it cannot be opened. */
type Opened = ArtifactInput | { readonly error: unknown };

function open({ name, form, root, path }: DiscoveredArtifact, { limits }: Pick<VerifyOptions, 'limits'>): Opened {
  try {
    return openArtifact(path, { name, form, limits, links: 'refuse', within: root });
  } catch (error) {
    return { error };
  }
}

/** Opens and verifies one discovered artifact; an artifact that cannot be opened has a verdict too. */
export async function verifyOne(artifact: DiscoveredArtifact, options: VerifyOptions): Promise<ArtifactVerdict> {
  return judge(artifact, open(artifact, options), options);
}

async function judge(artifact: DiscoveredArtifact, opened: Opened, options: VerifyOptions): Promise<ArtifactVerdict> {
  const verdict =
    'error' in opened ? failedVerdict(artifact.name, opened.error, options) : await verify(opened, options);
  return diagnose(artifact, verdict, options.limits);
}
