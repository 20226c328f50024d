import { type VerifyOptions } from './options.js';
import type { ByteSource, DirectorySource, RandomAccess } from './source/source.js';
import type { ArtifactKind, ArtifactVerdict, JsonObject } from './types.js';
/** One artifact, ready to be read. */
export type ArtifactInput = {
    readonly form: 'file';
    readonly source: ByteSource;
    readonly access: () => Promise<ClosableAccess>;
} | {
    readonly form: 'bundle' | 'chain_directory';
    readonly directory: DirectorySource;
};
/** Random access that has to be closed; closing may find that the file changed meanwhile. */
export interface ClosableAccess extends RandomAccess {
    close(): void | Promise<void>;
}
/**
 * Verifies one artifact of any kind (contract sections 2-7). Never rejects: a defect of the artifact is a finding, and
 * so is a failure of our own (`internal`, exit 1), which leaves the other artifacts of a run alone (hardening 23).
 */
export declare function verify(input: ArtifactInput, options: VerifyOptions): Promise<ArtifactVerdict>;
/** What a JSON object is (contract section 7), and which members claim it for a kind. */
export declare function detect(value: JsonObject, options: VerifyOptions): {
    readonly kind: ArtifactKind;
    readonly claims: readonly string[];
};
