/**
 * Entry point of the library: `import { verifyArtifact } from 'proof-verify'`.
 * @packageDocumentation
 */
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { Mode, Revocation, SignatureMode } from './mode.js';
import { verifyPath } from './open.js';
import type { VerifyOptions } from './options.js';
import type { CustomTypes } from './schema/types.js';
import { type PublicKey, parsePublicKey } from './signature/keys.js';
import { makeTrust } from './signature/trust.js';
import { memorySource } from './source/memory.js';
import type { ArtifactVerdict, CheckedRecord } from './types.js';
import { verify } from './verify.js';

export { type ExitCode, FINDINGS, type Finding, type FindingCode, worstExit } from './findings.js';
export { canonicalize, digestHex } from './json/jcs.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export { type ApprovalOptions, approvalFor } from './produce/approval.js';
export { type StreamOptions, signChain, signRecords } from './produce/chain.js';
export { signManifest, signRevocationList } from './produce/manifest.js';
export { canonicalRecord, hashOfRecord, type SignOptions, sealRecord, signRecord } from './produce/record.js';
export { generateKeyPair, type KeyPair, keyId, type SigningKey, signingKey } from './produce/signing-key.js';
export { compileCustomTypes } from './schema/custom.js';
export type { CustomTypes } from './schema/types.js';
export type { ArtifactKind, ArtifactVerdict, CheckedRecord, Json, JsonObject, Part, VerdictFacts } from './types.js';

/** How `verifyArtifact` verifies; everything is optional. */
export interface VerifyArtifactOptions {
  /**
   * Ed25519 keys: 64 hex digits, base64, PEM or JWK. When any is given, signatures are required unless `signatures` says
   * otherwise.
   */
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

/** An artifact in memory. The extension of `name` distinguishes archives and streams from other JSON. */
export interface ArtifactBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Verifies one artifact: the path of a file or directory, or bytes in memory (contract sections 2-7).
 * Defects of the artifact do not reject the promise: `outcome` is `verified` or `failed`, and `findings` give the reasons.
 * @throws TypeError when a public key cannot be used: that is a mistake of the caller, not of the artifact.
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
  if (typeof artifact === 'string') {
    return verifyPath(artifact, { name: artifact, limits, links: 'named' }, verifyOptions);
  }
  return verify({ form: 'file', source: memorySource(artifact.name, artifact.bytes) }, verifyOptions);
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
