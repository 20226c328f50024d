import { verifyGaitArchive } from '../gait/archive.js';
import { GUARD_PACK } from '../gait/manifest.js';
import { member } from '../json/members.js';
import type { ArchiveKind } from '../kind.js';

/** A Gait guard pack: like a pack, with its own form of manifest (contract section 6). */
export const gaitGuardPack: ArchiveKind<'gait_guard_pack'> = {
  name: 'gait_guard_pack',
  title: 'Gait guard pack',
  form: 'archive',
  evidence: true,
  records: 'files',
  manifest: 'pack_manifest.json',
  claims: (manifest) => manifest !== undefined && member(manifest, 'schema_id') === 'gait.guard.pack_manifest',
  verify: (archive) =>
    verifyGaitArchive(archive, {
      kind: 'gait_guard_pack',
      shape: GUARD_PACK,
      upstreamMembers: ['schema_id', 'schema_version', 'pack_id', 'pack_type', 'contents'],
    }),
};
