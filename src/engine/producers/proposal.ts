import { without } from '../gait/signature.js';
import { digestHex } from '../json/jcs.js';
import type { JsonObject } from '../json/value.js';

/** schema_id of wrkr's proposal of an action contract, which is unsigned and report-only. */
export const PROPOSAL = 'https://wrkr.dev/schemas/v1/proposed-action-contract-artifact.schema.json';

/** The digest of a proposal that an activation must contain (producers.md section 6). */
export function proposalDigest(proposal: JsonObject): string {
  return `sha256:${digestHex(without(proposal, 'artifact_id', 'canonical_content_digest'))}`;
}
