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
  // A different schema means a different kind of archive (producers.md section 2), and so does none, as in a zipped bundle;
  // with members of a runpack it is a damaged one.
  claims: (manifest) => {
    if (manifest === undefined) return true;
    const schema = member(manifest, 'schema_id');
    return schema === SCHEMA || (typeof schema !== 'string' && OWN.some((name) => Object.hasOwn(manifest, name)));
  },
  verify: (archive) => verifyGaitArchive(archive, RULES),
};

const SCHEMA = 'gait.runpack.manifest';
/** Members of a runpack's manifest that other manifests do not have. */
const OWN = ['run_id', 'manifest_digest'];
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
