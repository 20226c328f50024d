import type { FindingCode } from '../engine/findings.js';

/** What usually leads to a finding whose area would say something else. */
const OWN_CAUSES: Readonly<Partial<Record<FindingCode, readonly string[]>>> = {
  'kind.not_evidence': ['The pattern also matches working files of the producer, which it does not sign.'],
  'io.changed': ['The producer was still writing the file while it was verified.'],
  'record.number_precision': ['The producer writes an id or an amount with more digits than a double has.'],
  'record.timestamp_fraction': [
    'The producer writes milliseconds, as most clocks give them; the hash covers whole seconds.',
  ],
  'record.link_unresolved': ['Only a part of a chain was given, or the records of a chain are in several files.'],
  'chain.range_invalid': ['--from or --to is a date without a time, or lacks its offset.'],
  'signature.key_revoked': ['The key was lost or leaked, and its owner put it on the revocation list.'],
  'signature.algorithm_unsupported': [
    'The producer signs with an algorithm of its own, or the signature has a wrong prefix.',
  ],
  'key.weak': ['The key was made up by hand, is a test vector, or is meant to make any signature verify.'],
  'revocation.not_checked': ['A revocation list was given without the key that signed it.'],
  'revocation.list_outdated': [
    'The list in the checkout was not updated, or an old one was put back to hide a revocation.',
  ],
  'document.unknown_member': ['A newer version of the producer wrote it.'],
  'contract.development_signing': [
    'The contract was activated on the machine of a developer, with the key that Gait makes there.',
  ],
  'contract.not_yet_valid': ['The contract was activated for a later time.', 'The clock of the gate is behind.'],
  'contract.proposal_mismatch': [
    'The proposal was revised after the contract was activated.',
    'Proposal or activation was edited.',
  ],
  'token.revoked': ['Its issuer revoked the token.'],
  'token.contract_invalid': ['The token was issued by hand, or with a scope that is empty or a wildcard.'],
  'token.delegation_exceeded': [
    'An agent passed on more than it was allowed itself.',
    'The token names the wrong parent.',
  ],
  'session.runpack_missing': ['The runpacks were not uploaded with the session chain, or lie in a different folder.'],
  'structure.producer_marker': ['wrkr, axym and proof mark the bundles that they manage with an empty file.'],
  'pack.record_disagrees': ['Files were added to the pack after its proof records were written.'],
  'policy.unused': [
    'Nothing in this run is of the type that this part of the policy is about.',
    'A name in it is misspelt.',
  ],
  'policy.unknown_record_type': ['The type is misspelt, or of your own and its schema was not given.'],
  'policy.unsatisfiable': ['Two demands exclude each other, such as a window that ends before it begins.'],
  'policy.pin_mismatch': ['The policy was changed and the pin was not.'],
  'policy.unpinned_file': [
    'A pinned policy names a key or schema file, whose content the pin of the policy does not cover.',
  ],
  'policy.base_unavailable': [
    'The checkout is shallow or has no base branch.',
    'The token lacks the permission contents: read.',
  ],
  'policy.base_missing': ['The file is new in this change, or its path is wrong.'],
  'policy.base_stale': ['The checkout does not have the target branch, so the commit that the CI names was read.'],
  'policy.not_read': ['The policy has a similar name, or is in a different folder.'],
  'policy.not_merged': ['The change under review edits the policy.'],
  'trust.threshold': ['Not all signers have signed yet.', 'Several signatures are by the same key.'],
  'trust.mutable_policy': ['Keys or policy are read from the checkout of a change that is not merged yet.'],
  'require.framework': ['The steps that give evidence for the control did not run, or their records failed.'],
  'bind.unknown': ['The run is not in a CI, or in one that does not name the commit.'],
  'approval.bound_by_id': ['The approval was written by a tool that names records by their id.'],
  'drift.new_signer': ['A key was rotated, or a new product writes evidence.'],
  'drift.test_skipped': ['The test was disabled, or its suite was filtered.'],
  'drift.test_regressed': ['The change under review broke what the test checks.'],
  'drift.test_missing': ['The test was renamed or removed, or its suite did not run.'],
};

const LIMIT_CAUSES = [
  'The artifact is larger than anything that producers normally write.',
  'The file was built to exhaust the verifier.',
];
const EDITED = 'The artifact was changed after its producer wrote it.';
const OTHER_VERSION = 'A version of the producer wrote it that follows other rules.';

/** What usually leads to the findings of an area, where a code has no entry of its own. */
const AREA_CAUSES: Readonly<Record<string, readonly string[]>> = {
  json: ['A program wrote the file that does not know the format, or it was built to confuse readers.'],
  kind: ['The file was put together by hand or by a tool, or a pattern matches too much.'],
  io: ['The file is still being written, or belongs to a different user.'],
  path: ['A checkout or an archive contains something other than regular files.'],
  discovery: ['The step that writes the files has not run, or the pattern is wrong.'],
  run: ['The job was canceled, or reached its own time limit.'],
  report: ['The folder does not exist, is read-only, or is a link of the checkout.'],
  bind: ['The evidence is of a different repository or run, or the CI does not say which one this is.'],
  approval: ['The approval does not fit the record or the policy; the message says why.'],
  framework: ['The id is misspelt, or the file is not a framework.'],
  governance: ['A producer writes signals next to its evidence.'],
  zip: ['The archive was repacked or edited with a different tool.', 'The download was incomplete.'],
  pack: [EDITED, OTHER_VERSION],
  runpack: [EDITED, OTHER_VERSION],
  document: [EDITED, OTHER_VERSION],
  contract: [EDITED, OTHER_VERSION],
  token: [EDITED, 'The token was issued with wrong values.'],
  session: [EDITED, 'Files of the session were moved or deleted.'],
  attestation: [EDITED, 'The chain went on after it was attested.'],
  structure: ['Files were added, renamed or linked after the manifest was written.'],
  bundle: [EDITED],
  chain: [EDITED],
  record: ['The producer does not follow the format of records.', EDITED],
  schema: ['The producer writes members that the schema does not allow, or the schema is out of date.'],
  cosign: ['A file of a different kind was given.', 'The certificate was issued to a different identity.'],
  signature: [EDITED, 'A different key signed it.'],
  key: ['The key was copied incompletely, or is of a different kind.'],
  revocation: ['The list was edited, or its key is not the one given.'],
  policy: ['The policy has a mistake, or is not the one you mean.'],
  trust: ['The policy does not trust this signer for this record.'],
  require: ['The step that writes the evidence did not run.'],
  baseline: ['The baseline is missing, was edited or belongs to a different workspace.'],
  drift: ['Evidence that was there when the baseline was written is gone or has changed.'],
  limit: LIMIT_CAUSES,
};

/** What usually leads to a finding, as far as it is known. */
export function causesOf(code: FindingCode): readonly string[] {
  return OWN_CAUSES[code] ?? AREA_CAUSES[code.split('.')[0] ?? ''] ?? [];
}
