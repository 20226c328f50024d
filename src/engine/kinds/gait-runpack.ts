import { type ArchiveRules, digestProblem, verifyGaitArchive } from '../gait/archive.js';
import { RUNPACK } from '../gait/manifest.js';
import { member } from '../json/members.js';
import type { ArchiveKind } from '../kind.js';

/** A Gait runpack: a zip with `manifest.json` (contract section 6). */
export const gaitRunpack: ArchiveKind<'gait_runpack'> = {
  name: 'gait_runpack',
  title: 'Gait runpack',
  form: 'archive',
  evidence: true,
  records: 'files',
  manifest: 'manifest.json',
  // A different schema means a different kind of archive; a manifest without any is a damaged runpack.
  claims: (manifest) => {
    const schema = manifest === undefined ? undefined : member(manifest, 'schema_id');
    return typeof schema !== 'string' || schema === SCHEMA;
  },
  verify: (archive) => verifyGaitArchive(archive, RULES),
};

const SCHEMA = 'gait.runpack.manifest';
const FILES = ['run.json', 'intents.jsonl', 'results.jsonl', 'refs.json'];
const UPSTREAM = ['schema_id', 'schema_version', 'run_id', 'files', 'manifest_digest'];

const RULES: ArchiveRules = {
  kind: 'gait_runpack',
  shape: RUNPACK,
  upstreamMembers: UPSTREAM,
  checkIdentity: (document, contents) => {
    const message = digestProblem(document, 'manifest_digest', UPSTREAM);
    if (message !== undefined)
      document.raise({ code: 'runpack.digest_mismatch', message, pointer: '/manifest_digest' });
    for (const name of FILES) {
      if (contents.some((content) => content.path === name)) continue;
      document.raise({ code: 'runpack.file_required', message: `${name} is not listed`, pointer: '/files' });
    }
  },
};
