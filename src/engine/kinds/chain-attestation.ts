import { type KindResult, locationOf, namedFiles } from '../context.js';
import { sha256 } from '../digest.js';
import type { Document } from '../document.js';
import { without } from '../gait/signature.js';
import { ChainSlicer } from '../json/chain-slicer.js';
import { digestHex } from '../json/jcs.js';
import { isObject, member } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { Json } from '../json/value.js';
import type { DocumentKind } from '../kind.js';
import { goOn } from '../pace.js';
import { reporter } from '../producers/report.js';
import { checkDocumentSignature, signedResult } from '../producers/signed.js';
import { anything, count, exactly, object, prefixedSha } from '../shape.js';
import { coalesce } from '../source/coalesce.js';
import type { ByteSource } from '../source/source.js';

/** wrkr's attestation of the chain file next to it (producers.md section 7). */
export const chainAttestation: DocumentKind<'chain_attestation'> = {
  name: 'chain_attestation',
  title: 'chain attestation',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) =>
    mode === 'gate' && Object.hasOwn(value, 'chain_sha256') && Object.hasOwn(value, 'chain_bytes')
      ? 'chain_sha256'
      : undefined,
  verify,
};

const CHAIN = 'proof-chain.json';
/** The file name that wrkr gives the attestation; under any other name there is no chain to compare with. */
const ATTESTATION = /(?:^|\/)proof-chain\.attestation\.json$/;

const shape = object({
  required: {
    version: exactly('v1'),
    chain_sha256: prefixedSha,
    chain_bytes: count(0),
    record_count: count(0),
    head_hash: anything,
  },
  optional: { signature: anything },
});

async function verify(document: Document): Promise<KindResult> {
  const { value, context } = document;
  shape(value, '', reporter(document, 'document.member_invalid'));
  // wrkr signs the text of the digest including its prefix.
  const digest = `sha256:${digestHex(without(value, 'signature'))}`;
  const signature = member(value, 'signature');
  const signed = await checkDocumentSignature(document, signature, '/signature', digest, undefined, 'ascii-hex');
  const { artifact } = context.collector;
  if (ATTESTATION.test(context.entry ?? artifact)) {
    try {
      const chain = namedFiles(context)?.beside(CHAIN);
      if (chain !== undefined) await compare(document, chain);
    } catch (error) {
      context.collector.fault(error, locationOf(context));
    }
  }
  return signedResult(document, 'chain_attestation', [signed]);
}

/** Compares digest, size, record count and head with the chain next to the attestation. */
async function compare(document: Document, chain: ByteSource): Promise<void> {
  const { value, context, raise } = document;
  const hash = sha256();
  const slicer = new ChainSlicer(context.options.limits);
  let count = 0;
  let last: Json = null;
  for await (const chunk of coalesce(chain.chunks())) {
    goOn(context.options);
    hash.update(chunk);
    for (const { bytes } of slicer.push(chunk)) {
      count++;
      last = readJson(bytes, context.options.limits.maxDepth);
    }
  }
  slicer.finish();
  const integrity = isObject(last) ? member(last, 'integrity') : undefined;
  const found: Readonly<Record<string, Json>> = {
    chain_sha256: `sha256:${hash.digest('hex')}`,
    chain_bytes: chain.size,
    record_count: count,
    head_hash: (isObject(integrity) ? member(integrity, 'record_hash') : undefined) ?? '',
  };
  for (const [name, wanted] of Object.entries(found)) {
    if (member(value, name) === wanted) continue;
    const message = `${name} does not match ${CHAIN} next to it, where it is ${String(wanted)}`;
    raise({ code: 'attestation.mismatch', message, pointer: `/${name}` });
  }
}
