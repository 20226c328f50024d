/**
 * The library door: `import { verifyArtifact } from 'proof-verify'`.
 * @packageDocumentation
 */
import { realpathSync, type Stats, statSync } from 'node:fs';
import { type ArtifactInput, verify } from './artifact.js';
import { Fault } from './fault.js';
import { finding } from './findings.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { Mode, Revocation, SignatureMode, VerifyOptions } from './options.js';
import type { CustomTypes } from './schema/custom.js';
import { type PublicKey, parsePublicKey } from './signature/keys.js';
import { makeTrust } from './signature/trust.js';
import { directorySource } from './source/directory.js';
import { openFile } from './source/file.js';
import { memorySource } from './source/memory.js';
import { bufferAccess, fileAccess } from './source/random-access.js';
import type { ArtifactVerdict, CheckedRecord } from './types.js';

export { canonicalize, digestHex } from './canonical/jcs.js';
export { type ExitCode, FINDINGS, type Finding, type FindingCode, worstExit } from './findings.js';
export { hashOfRecord, sealRecord } from './kinds/seal.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export { type CustomTypes, compileCustomTypes } from './schema/custom.js';
export type { ArtifactKind, ArtifactVerdict, CheckedRecord, Json, JsonObject, VerdictFacts } from './types.js';

/** How `verifyArtifact` verifies; everything is optional. */
export interface VerifyArtifactOptions {
  /** Ed25519 keys: 64 hex digits, base64, PEM or JWK. With any, signatures are required unless `signatures` says otherwise. */
  readonly publicKeys?: readonly string[];
  /** Default `auto`. */
  readonly signatures?: SignatureMode;
  /** Default `gate`, the strict verdicts; `compat` gives those of the upstream command line. */
  readonly mode?: Mode;
  /** Default true. */
  readonly strict?: boolean;
  readonly revocations?: readonly Revocation[];
  /** From `compileCustomTypes`. */
  readonly customTypes?: CustomTypes;
  readonly limits?: Partial<Limits>;
  /** The clock for expiry, default now. */
  readonly now?: Date;
  /** Called once per record, in order. */
  readonly onRecord?: (record: CheckedRecord) => void;
}

/** An artifact in memory; the name's ending tells archives and streams from other JSON. */
export interface ArtifactBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Verifies one artifact: the path of a file or directory, or bytes in memory (contract sections 2-7).
 * Resolves with a verdict whatever the artifact does wrong: `outcome` is `verified` or `failed`, `findings` say why.
 * @throws TypeError when a public key cannot be used: that is the caller's mistake, not the artifact's.
 */
export async function verifyArtifact(
  artifact: string | ArtifactBytes,
  options: VerifyArtifactOptions = {},
): Promise<ArtifactVerdict> {
  const mode = options.mode ?? 'gate';
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const verifyOptions: VerifyOptions = {
    mode,
    strict: options.strict ?? true,
    signatures: options.signatures ?? 'auto',
    trust: trustOf(options.publicKeys ?? [], mode),
    revocations: options.revocations ?? [],
    customTypes: options.customTypes,
    limits,
    now: (options.now ?? new Date()).getTime(),
    onRecord: options.onRecord,
  };
  if (typeof artifact !== 'string') return verify(inputOfBytes(artifact), verifyOptions);
  let input: ArtifactInput;
  try {
    input = inputOfPath(artifact, limits);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return failedVerdict(artifact, error);
  }
  return verify(input, verifyOptions);
}

function trustOf(texts: readonly string[], mode: Mode): VerifyOptions['trust'] {
  const keys: PublicKey[] = texts.map((text) => {
    const parsed = parsePublicKey(text, mode);
    if (!parsed.ok) throw new TypeError(parsed.message);
    return parsed.key;
  });
  const made = makeTrust({ mode, keys });
  if (!made.ok) throw new TypeError(made.message);
  return made.trust;
}

function inputOfBytes({ name, bytes }: ArtifactBytes): ArtifactInput {
  const access = bufferAccess(bytes);
  return {
    form: 'file',
    source: memorySource(name, bytes),
    access: async () => ({ size: access.size, read: access.read, close: () => {} }),
  };
}

function inputOfPath(path: string, limits: Limits): ArtifactInput {
  let target = path;
  try {
    // A link that the caller names is the caller's choice; inside an artifact none is followed.
    target = realpathSync(path);
  } catch {
    // openFile says what is wrong with it
  }
  if (isDirectory(target)) {
    const bundle = isFile(`${target}/manifest.json`);
    return {
      form: bundle ? 'bundle' : 'chain_directory',
      directory: directorySource(target, path, limits, 'refuse'),
    };
  }
  return { form: 'file', source: openFile(target, path, limits), access: () => fileAccess(target, path) };
}

function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}

function isFile(path: string): boolean {
  return statOf(path)?.isFile() === true;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // openFile says what is wrong with it
    return undefined;
  }
}

function failedVerdict(path: string, fault: Fault): ArtifactVerdict {
  return {
    path,
    kind: 'unknown',
    sha256: null,
    bytes: 0,
    outcome: 'failed',
    records: 0,
    signatures: { required: false, verified: 0, keyIds: [] },
    findings: [finding(fault.code, fault.message, path)],
    moreFindings: 0,
    facts: {},
  };
}
