import type { KindResult } from '../context.js';
import type { Document } from '../document.js';
import { without } from '../gait/signature.js';
import { digestHex } from '../json/jcs.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import type { DocumentKind } from '../kind.js';
import type { Mode } from '../mode.js';
import { reporter } from '../producers/report.js';
import { checkDocumentSignature, objectOf, signedResult } from '../producers/signed.js';
import {
  anything,
  count,
  exactly,
  instant,
  list,
  listOf,
  object,
  oneOf,
  prefixedSha,
  type Rule,
  sha,
  text,
} from '../shape.js';
import { shortId } from '../text.js';

const ADDRESS = 'https://axym.dev/schemas/v1/governance/';
const REGISTER = `${ADDRESS}action-contract-register.schema.json`;
const PACKET = `${ADDRESS}action-contract-evidence-packet.schema.json`;

/** axym's register of action contracts (producers.md section 6). Without a digest and a signature it is not evidence. */
export const axymRegister: DocumentKind<'axym_register'> = {
  name: 'axym_register',
  title: 'action contract register',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) => claimsSigned(value, mode, REGISTER),
  verify: verifyRegister,
};

/** axym's packet of evidence for an action contract (producers.md section 6). */
export const axymPacket: DocumentKind<'axym_packet'> = {
  name: 'axym_packet',
  title: 'action contract evidence packet',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) => claimsSigned(value, mode, PACKET),
  verify: verifyPacket,
};

function claimsSigned(value: JsonObject, mode: Mode, schema: string): string | undefined {
  const sealed = Object.hasOwn(value, 'signature') || Object.hasOwn(value, 'digest');
  return mode === 'gate' && sealed && member(value, 'schema_id') === schema ? 'schema_id' : undefined;
}

const provenance = object({
  required: { kind: text, id: text, digest: sha },
  optional: { source: text, source_product: text, schema_id: text, schema_version: text },
});

/** Contracts and evidence may have further members. */
const contract = object({
  required: {
    ...{ id: text, family_id: text, revision: count(1), target: text, provenance },
    ...{ action: anything, environment: anything },
  },
  open: true,
});

const sealed: Readonly<Record<string, Rule>> = { digest: prefixedSha, signature: anything };

const registerShape = object({
  required: { schema_id: exactly(REGISTER), schema_version: exactly('v1'), contracts: listOf(contract) },
  optional: { source_digest: sha, ...sealed },
});

const packetShape = object({
  required: {
    schema_id: exactly(PACKET),
    schema_version: exactly('v1'),
    packet_id: text,
    contract,
    evidence: listOf(
      object({
        required: {
          kind: text,
          ref: anything,
          occurred_at: instant,
          contract_ref: object({ required: { id: text }, open: true }),
          provenance,
        },
        optional: { attributes: anything },
        open: true,
      }),
      1,
    ),
    completeness: oneOf('complete', 'partial', 'gap'),
    source_digests: list,
  },
  optional: { reason_codes: list, axis_states: anything, ...sealed },
});

async function verifyRegister(document: Document): Promise<KindResult> {
  const { value, raise } = document;
  registerShape(value, '', reporter(document, 'document.member_invalid'));
  const ids = new Set<Json>();
  const contracts = member(value, 'contracts');
  (Array.isArray(contracts) ? (contracts as readonly Json[]) : []).forEach((item, i) => {
    const id = isObject(item) ? (member(item, 'id') ?? null) : null;
    if (id !== null && ids.has(id))
      raise({
        code: 'document.member_invalid',
        message: 'the contract is listed twice',
        pointer: `/contracts/${i}/id`,
      });
    ids.add(id);
  });
  return verifySealed(document, 'axym_register');
}

async function verifyPacket(document: Document): Promise<KindResult> {
  const { value, raise } = document;
  packetShape(value, '', reporter(document, 'document.member_invalid'));
  const id = member(objectOf(value, 'contract'), 'id');
  const evidence = member(value, 'evidence');
  (Array.isArray(evidence) ? (evidence as readonly Json[]) : []).forEach((item, i) => {
    if (!isObject(item) || member(objectOf(item, 'contract_ref'), 'id') === id) return;
    const message = 'contract_ref is not the contract of the packet';
    raise({ code: 'document.member_invalid', message, pointer: `/evidence/${i}/contract_ref` });
  });
  return verifySealed(document, 'axym_packet');
}

async function verifySealed(document: Document, kind: string): Promise<KindResult> {
  const { value, raise } = document;
  const digest = digestHex(without(value, 'digest', 'signature'));
  if (member(value, 'digest') !== `sha256:${digest}`) {
    const message = `digest is not that of the content, which is sha256:${shortId(digest)}`;
    raise({ code: 'document.digest_mismatch', message, pointer: Object.hasOwn(value, 'digest') ? '/digest' : '' });
  }
  return signedResult(document, kind, [
    await checkDocumentSignature(document, member(value, 'signature'), '/signature', digest, undefined),
  ]);
}
