import { runKind, UNKNOWN, verifyInnerBundle, verifyOfAnyKind } from './any-kind.js';
import { Collector } from './collector.js';
import type { Context, Inside } from './context.js';
import { failure, report } from './failure.js';
import { finding } from './findings.js';
import type { Kind } from './kind.js';
import { type DirectoryName, KINDS } from './kinds/table.js';
import { signaturesRequired, type VerifyOptions } from './options.js';
import { Steps } from './schema/steps.js';
import { DigestingSource } from './source/digesting.js';
import { directoryDigest } from './source/directory.js';
import type { ByteSource, DirectorySource } from './source/source.js';
import { count } from './text.js';
import type { ArtifactKind, ArtifactVerdict } from './types.js';

/** One artifact, ready to be read. */
export type ArtifactInput =
  | { readonly form: 'file'; readonly source: ByteSource }
  | { readonly form: DirectoryName; readonly directory: DirectorySource };

/** Digest and size of an artifact. */
interface Measured {
  readonly sha256: string | null;
  readonly bytes: number;
}

/**
 * Verifies one artifact of any kind (contract sections 2-7). Never rejects: a defect of the artifact is a finding, and so is
 * a bug of the verifier (`internal`, exit 1), which does not affect the other artifacts of a run (hardening 23).
 * @param kinds table of kinds; only tests pass a different one.
 */
export async function verify(
  input: ArtifactInput,
  given: VerifyOptions,
  kinds: readonly Kind[] = KINDS,
): Promise<ArtifactVerdict> {
  const options: VerifyOptions = { ...given, steps: Steps.ofArtifact() };
  const collector = new Collector(input.form === 'file' ? input.source.name : input.directory.name);
  const context: Context = {
    options,
    collector,
    entry: undefined,
    container: undefined,
    verifyFile: (source, inside) => verifyOfAnyKind(source, inside, kinds),
    verifyBundle: (directory, inside) => verifyInnerBundle(directory, inside, kinds),
  };
  const { kind, result, sha256, bytes } = await verifyInput(input, context, kinds);
  if (result.unchecked > 0 && options.signatures !== 'off' && options.mode === 'gate') {
    const [were, them] = result.unchecked === 1 ? ['was', 'it'] : ['were', 'them'];
    const message = `${count(result.unchecked, 'signature')} ${were} not checked: no public key given for ${them}`;
    collector.add('signature.not_checked', message);
  }
  const { findings, more } = await collector.settle(input.form === 'file' ? input.source : undefined, options);
  return {
    path: collector.artifact,
    // `ArtifactKind` lists the names of the real table; only tests use other kinds.
    kind: kind as ArtifactKind,
    sha256,
    bytes,
    outcome: collector.failed ? 'failed' : 'verified',
    records: result.records,
    ...(result.headHash === undefined ? {} : { headHash: result.headHash }),
    signatures: {
      required: signaturesRequired(options),
      verified: result.signatures,
      keyIds: [...result.keyIds].sort(),
    },
    findings,
    moreFindings: more,
    facts: {
      ...result.facts,
      ...(result.parts.length === 0 ? {} : { parts: result.parts }),
      ...(result.opaque.length === 0 ? {} : { opaque: result.opaque }),
    },
  };
}

async function verifyInput(input: ArtifactInput, context: Context, kinds: readonly Kind[]): Promise<Inside & Measured> {
  try {
    return input.form === 'file'
      ? await verifyWholeFile(input.source, context)
      : await verifyDirectory(input.form, input.directory, context, kinds);
  } catch (error) {
    report(error, context);
    return { ...UNKNOWN, sha256: null, bytes: 0 };
  }
}

/** The verdict on an artifact that could not be opened. */
export function failedVerdict(path: string, error: unknown, options: VerifyOptions): ArtifactVerdict {
  const { code, message } = failure(error);
  return {
    path,
    kind: 'unknown',
    sha256: null,
    bytes: 0,
    outcome: 'failed',
    records: 0,
    signatures: { required: signaturesRequired(options), verified: 0, keyIds: [] },
    findings: [finding(code, message, path)],
    moreFindings: 0,
    facts: {},
  };
}

async function verifyDirectory(
  form: DirectoryName,
  directory: DirectorySource,
  context: Context,
  kinds: readonly Kind[],
): Promise<Inside & Measured> {
  const kind = kinds.find(({ name }) => name === form);
  if (kind?.form !== 'directory') throw new Error(`no kind of folder is named ${form}`);
  const inside = await runKind(kind, context, () => kind.verify({ context, directory }));
  const unmeasured: Measured = { sha256: null, bytes: 0 };
  if (context.options.mode !== 'gate') return { ...inside, ...unmeasured };
  try {
    return { ...inside, ...(await directoryDigest(directory, context.options)) };
  } catch (error) {
    if (!context.collector.failed) report(error, context);
    return { ...inside, ...unmeasured };
  }
}

/** Verifies a file artifact; its digest is computed from the very bytes that were verified. */
async function verifyWholeFile(file: ByteSource, context: Context): Promise<Inside & Measured> {
  const { collector, options } = context;
  // Only reports of the gate contain the digest; compat mode saves the time.
  const source = options.mode === 'gate' ? new DigestingSource(file) : file;
  if (file.size > options.limits.maxArtifactBytes) {
    collector.add(
      'limit.artifact_bytes',
      `${file.size} bytes, limit ${options.limits.maxArtifactBytes} (--max-artifact-bytes)`,
    );
    return { ...UNKNOWN, sha256: null, bytes: file.size };
  }
  const inside = await context.verifyFile(source, context);
  let sha256: string | null = null;
  try {
    if (source instanceof DigestingSource) sha256 = await source.digest();
  } catch (error) {
    // The reader already reported the same fault, unless the file changed after it was read.
    if (!collector.failed) collector.fault(error);
  }
  return { ...inside, sha256, bytes: file.size };
}
