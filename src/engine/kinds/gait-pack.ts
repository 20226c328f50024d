import type { KindResult } from '../context.js';
import { type ArchiveRules, digestProblem, type GaitArchive, verifyGaitArchive } from '../gait/archive.js';
import { checkAuthorization } from '../gait/authorization.js';
import { PACK } from '../gait/manifest.js';
import { checkPayload } from '../gait/payload.js';
import { checkProofRecords } from '../gait/proof-records.js';
import { member } from '../json/members.js';
import type { ArchiveKind } from '../kind.js';

/** A Gait pack: a zip with `pack_manifest.json` (contract section 6). */
export const gaitPack: ArchiveKind<'gait_pack'> = {
  name: 'gait_pack',
  title: 'Gait pack',
  form: 'archive',
  evidence: true,
  records: 'files',
  manifest: 'pack_manifest.json',
  claims: () => true,
  verify: (archive) => verifyGaitArchive(archive, RULES),
};

const UPSTREAM = ['schema_id', 'schema_version', 'pack_id', 'pack_type', 'contents'];

const RULES: ArchiveRules = {
  kind: 'gait_pack',
  shape: PACK,
  upstreamMembers: UPSTREAM,
  checkIdentity: (document) => {
    const message = digestProblem(document, 'pack_id', UPSTREAM);
    if (message !== undefined) document.raise({ code: 'pack.id_mismatch', message, pointer: '/pack_id' });
  },
  checkContents,
};

async function checkContents(archive: GaitArchive): Promise<KindResult> {
  const result = await checkProofRecords(archive);
  if (archive.context.options.mode === 'gate') await checkPayload(archive);
  if (member(archive.document.value, 'pack_type') === 'authorization') {
    await checkAuthorization(archive.intact, archive.context);
  }
  return result;
}
