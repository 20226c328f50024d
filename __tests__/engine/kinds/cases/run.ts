import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, FindingCode } from '../../../../src/engine/findings.js';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../../src/engine/index.js';
import type { ArtifactVerdict } from '../../../../src/engine/types.js';
import { ALICE, type Files, folder } from '../../../support/build.js';

/** The clock of all cases. */
export const NOW = new Date('2026-02-01T00:00:00Z');
/** Signatures required, by Alice. */
export const SIGNED: VerifyArtifactOptions = { publicKeys: [ALICE.publicKey] };

/** The files of a subject, for whoever verifies it through another door than the library. */
interface Placed {
  readonly files: Files;
  /** Symbolic links by path, with their targets. */
  readonly links?: Readonly<Record<string, string>>;
  /** The one file that is verified; absent when it is the folder. */
  readonly file?: string;
  readonly options: VerifyArtifactOptions | undefined;
}

/** Something to verify, and how. */
export interface Subject {
  readonly placed?: Placed;
  run(): Promise<{ readonly outcome: string; readonly findings: readonly Finding[] }>;
}

/** One code with an artifact that raises it and a neighbour that just does not. */
export interface Row {
  readonly code: FindingCode;
  readonly name: string;
  readonly bad: Subject;
  /** Verifies without this finding. */
  readonly good: Subject;
}

const text = (content: unknown): string | Uint8Array =>
  typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);

export function verifyBytes(
  name: string,
  content: unknown,
  options: VerifyArtifactOptions = {},
): Promise<ArtifactVerdict> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(text(content));
  return verifyArtifact({ name, bytes }, { now: NOW, ...options });
}

const file = (name: string, content: unknown, options: VerifyArtifactOptions | undefined): Subject => ({
  placed: { files: { [name]: text(content) }, file: name, options },
  run: () => verifyBytes(name, content, options),
});

/** A JSON document: objects are written on one line. */
export const json = (content: unknown, options?: VerifyArtifactOptions): Subject =>
  file('artifact.json', content, options);

export const lines = (content: unknown, options?: VerifyArtifactOptions): Subject =>
  file('artifact.jsonl', content, options);

export const archive = (content: Uint8Array, options?: VerifyArtifactOptions): Subject =>
  file('artifact.zip', content, options);

/** A folder on disk; `links` are made with these targets. */
export const directory = (
  files: Files,
  options?: VerifyArtifactOptions,
  links: Readonly<Record<string, string>> = {},
): Subject => ({
  placed: { files, links, options },
  run: () => {
    const root = folder(files);
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
    return verifyArtifact(root, { now: NOW, ...options });
  },
});

export const row = (code: FindingCode, name: string, bad: Subject, good: Subject): Row => ({ code, name, bad, good });
