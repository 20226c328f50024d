import { type KindResult, NOTHING } from '../context.js';
import { type Document, judgedLater } from '../document.js';
import { digestHex } from '../json/jcs.js';
import { member } from '../json/members.js';
import type { JsonObject } from '../json/value.js';
import type { DocumentKind } from '../kind.js';
import { PROPOSAL } from '../producers/proposal.js';
import { reporter } from '../producers/report.js';
import { checkDocumentSignature, EMPTY_SIGNATURE, instantOf, objectOf } from '../producers/signed.js';
import {
  anything,
  boolean,
  count,
  exactly,
  instant,
  list,
  listOf,
  object,
  oneOf,
  pattern,
  prefixedSha,
  text,
} from '../shape.js';
import { partsOf } from '../signature/whole.js';
import { quote } from '../text.js';

const ACTIVATION = 'https://gait.dev/schemas/v1/activated-action-contract-artifact.schema.json';

/** An action contract that Gait activated (producers.md section 6). */
export const activatedContract: DocumentKind<'activated_contract'> = {
  name: 'activated_contract',
  title: 'activated action contract',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) => (mode === 'gate' && member(value, 'schema_id') === ACTIVATION ? 'schema_id' : undefined),
  verify,
};

const contractId = pattern(/^pac-[a-f0-9]{8,64}$/);
const familyId = pattern(/^pacf-[a-f0-9]{8,64}$/);

const shape = object({
  required: {
    schema_id: exactly(ACTIVATION),
    schema_version: exactly('1'),
    artifact_id: pattern(/^gact-[a-f0-9]{16}$/),
    contract_id: contractId,
    contract_family_id: familyId,
    revision: count(1),
    producer: object({
      required: { name: exactly('gait'), artifact_schema_version: exactly('1'), contract_schema_version: exactly('1') },
    }),
    proposal: object({
      required: {
        artifact_id: pattern(/^paca-[a-f0-9]{16}$/),
        canonical_content_digest: prefixedSha,
        contract_id: contractId,
        contract_family_id: familyId,
        revision: count(1),
        schema_id: exactly(PROPOSAL),
        schema_version: exactly('1'),
        contract_schema_version: exactly('3'),
      },
    }),
    policy_digest: prefixedSha,
    activating_principal: text,
    authority_refs: listOf(text, 1),
    target: text,
    environment: text,
    activation_mode: oneOf('context_only', 'enforce_floor', 'required'),
    validity: object({ required: { not_before: instant }, optional: { not_after: instant } }),
    explicit_exceptions: list,
    report_only: exactly(false),
    development_signing: boolean,
  },
  // Optional here, because a missing one is reported as a lost signature instead of a wrong member.
  optional: { signature: anything },
});

async function verify(document: Document): Promise<KindResult> {
  const { value, raise } = document;
  shape(value, '', reporter(document, 'document.member_invalid'));
  const proposal = objectOf(value, 'proposal');
  for (const name of ['contract_id', 'contract_family_id', 'revision']) {
    if (member(value, name) === member(proposal, name)) continue;
    raise({ code: 'document.member_invalid', message: `${name} is not that of the proposal`, pointer: `/${name}` });
  }
  const digest = digestHex({ ...value, artifact_id: '', signature: EMPTY_SIGNATURE });
  const id = `gact-${digest.slice(0, 16)}`;
  if (member(value, 'artifact_id') !== id) {
    const message = `artifact_id is not that of the content, which is ${quote(id)}`;
    raise({ code: 'document.id_mismatch', message, pointer: '/artifact_id' });
  }
  checkValidity(document, objectOf(value, 'validity'));
  const signed = await checkDocumentSignature(document, member(value, 'signature'), '/signature', digest, undefined);
  return {
    ...NOTHING,
    signatures: signed.count,
    keyIds: signed.keyIds,
    parts: partsOf(signed, document.context.entry, 'activated_contract', await judgedLater(document, '/proposal')),
  };
}

function checkValidity({ value, context, raise }: Document, validity: JsonObject): void {
  const { now } = context.options;
  if (member(value, 'development_signing') === true) {
    const message = 'the contract was signed with a key for development';
    raise({ code: 'contract.development_signing', message, pointer: '/development_signing' });
  }
  const from = instantOf(validity, 'not_before');
  if (from !== undefined && now < from) {
    const message = `the contract is not valid before ${quote(String(validity['not_before']))}`;
    raise({ code: 'contract.not_yet_valid', message, pointer: '/validity/not_before' });
  }
  const until = instantOf(validity, 'not_after');
  if (until !== undefined && now >= until) {
    const message = `the contract expired at ${quote(String(validity['not_after']))}`;
    raise({ code: 'freshness.stale', message, pointer: '/validity/not_after' });
  }
}
