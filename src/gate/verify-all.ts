import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DiscoveredArtifact } from '../discovery/discover.js';
import { type ArtifactInput, verify } from '../engine/artifact.js';
import { Fault } from '../engine/fault.js';
import { finding } from '../engine/findings.js';
import type { RecordExtractor, VerifyOptions } from '../engine/options.js';
import { directorySource } from '../engine/source/directory.js';
import { openFile } from '../engine/source/file.js';
import { fileAccess } from '../engine/source/random-access.js';
import type { ArtifactVerdict } from '../engine/types.js';

/** The verdict on one artifact and how it was found. */
export interface JudgedArtifact {
  readonly artifact: DiscoveredArtifact;
  readonly verdict: ArtifactVerdict;
}

/** What a pass over all artifacts needs to be told. */
export interface VerifyAllHooks {
  readonly records: RecordExtractor;
  readonly onArtifact: (judged: JudgedArtifact, done: number) => void;
  readonly aborted: () => boolean;
}

/** Longest time without a turn of the event loop, so that signals, timers and progress get theirs. */
const TURN_MS = 50;

/** Verifies the artifacts in order; stops between two of them once `aborted` says so. */
export async function verifyAll(
  artifacts: readonly DiscoveredArtifact[],
  options: Omit<VerifyOptions, 'records' | 'aborted'>,
  hooks: VerifyAllHooks,
): Promise<JudgedArtifact[]> {
  const judged: JudgedArtifact[] = [];
  const verifyOptions: VerifyOptions = { ...options, records: hooks.records, aborted: hooks.aborted };
  let turn = performance.now();
  for (const artifact of artifacts) {
    if (performance.now() - turn > TURN_MS) {
      await nextTurn();
      turn = performance.now();
    }
    if (hooks.aborted()) break;
    const verdict = await verifyOne(artifact, verifyOptions);
    if (hooks.aborted()) break;
    const one = { artifact, verdict };
    judged.push(one);
    hooks.onArtifact(one, judged.length);
  }
  return judged;
}

/** Opens and verifies one discovered artifact; an artifact that cannot be opened has a verdict too. */
export async function verifyOne(artifact: DiscoveredArtifact, options: VerifyOptions): Promise<ArtifactVerdict> {
  let input: ArtifactInput;
  try {
    input =
      artifact.form === 'file'
        ? {
            form: 'file',
            source: openFile(artifact.path, artifact.name, options.limits, { within: artifact.root }),
            access: () => fileAccess(artifact.path, artifact.name),
          }
        : {
            form: artifact.form,
            directory: directorySource(artifact.path, artifact.name, options.limits, 'refuse', artifact.root),
          };
  } catch (error) {
    return unreadable(artifact, error, options);
  }
  return verify(input, options);
}

function unreadable(artifact: DiscoveredArtifact, error: unknown, options: VerifyOptions): ArtifactVerdict {
  const found =
    error instanceof Fault
      ? finding(error.code, error.message, artifact.name)
      : finding(
          'internal',
          `the verifier failed: ${error instanceof Error ? error.message : String(error)}`,
          artifact.name,
        );
  return {
    path: artifact.name,
    kind: 'unknown',
    sha256: null,
    bytes: 0,
    outcome: 'failed',
    records: 0,
    signatures: { required: options.signatures === 'required', verified: 0, keyIds: [] },
    findings: [found],
    moreFindings: 0,
    facts: {},
  };
}
