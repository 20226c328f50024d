import { isObject } from '../engine/json/members.js';
import type { VerifyOptions } from '../engine/options.js';
import type { ArtifactVerdict } from '../engine/types.js';
import { type ArtifactInput, verify } from '../engine/verify.js';
import { type LinkFact, nameChainCauses } from '../gate/evidence/chain-causes.js';

/** Longer chains are not read a second time; their messages still name both neighbours. */
const MAX_RECORDS = 100_000;

/**
 * Explains how a chain is broken as `gate` does (people.md section 2.3). Only a broken chain is read again, for the links between
 * its records.
 */
export async function withChainCause(
  verdict: ArtifactVerdict,
  input: ArtifactInput,
  options: VerifyOptions,
): Promise<ArtifactVerdict> {
  if (verdict.records > MAX_RECORDS || !verdict.findings.some(({ code }) => code === 'chain.link_broken')) {
    return verdict;
  }
  const facts: LinkFact[] = [];
  const onRecord: VerifyOptions['onRecord'] = ({ entry, index, recordId, recordHash, value }) => {
    const integrity = value['integrity'];
    const previous = isObject(integrity) ? integrity['previous_record_hash'] : undefined;
    facts.push({
      index,
      recordId,
      recordHash,
      ...(entry === undefined ? {} : { entry }),
      ...(typeof previous === 'string' && previous !== '' ? { previousHash: previous } : {}),
    });
  };
  await verify(input, { ...options, signatures: 'off', onRecord });
  return nameChainCauses(verdict, facts);
}
