import { type Limits } from './limits.js';
import type { Mode, Revocation, SignatureMode } from './options.js';
import type { CustomTypes } from './schema/custom.js';
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
export declare function verifyArtifact(artifact: string | ArtifactBytes, options?: VerifyArtifactOptions): Promise<ArtifactVerdict>;
