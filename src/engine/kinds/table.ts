import type { Kind } from '../kind.js';
import type { ArtifactKind } from '../types.js';
import { activatedContract } from './activated-contract.js';
import { axymPacket, axymRegister } from './axym.js';
import { bundle } from './bundle.js';
import { chain } from './chain.js';
import { chainAttestation } from './chain-attestation.js';
import { chainDirectory } from './chain-directory.js';
import { contractProposal } from './contract-proposal.js';
import { gaitGuardPack } from './gait-guard-pack.js';
import { gaitPack } from './gait-pack.js';
import { gaitRunpack } from './gait-runpack.js';
import { governanceEvent } from './governance-event.js';
import { lifecycleDocument } from './lifecycle-document.js';
import { lifecycleRecord } from './lifecycle-record.js';
import { record } from './record.js';
import { recordTypes } from './record-types.js';
import { revocationList } from './revocation-list.js';
import { scriptRegistry } from './script-registry.js';
import { sessionChain } from './session-chain.js';
import { signedJson } from './signed-json.js';
import { stream } from './stream.js';
import { typedEvidence } from './typed-evidence.js';

/**
 * All kinds of artifacts. Detection, the type of a verdict, the schema of the report, the wording of reports and the
 * documentation are derived from this table: a new kind is a file in this folder and a line below. Where two kinds claim the
 * same artifact, the first one is used.
 */
export const KINDS = [
  activatedContract,
  lifecycleRecord,
  lifecycleDocument,
  typedEvidence,
  axymRegister,
  axymPacket,
  contractProposal,
  sessionChain,
  chainAttestation,
  scriptRegistry,
  revocationList,
  recordTypes,
  chain,
  record,
  signedJson,
  governanceEvent,
  stream,
  gaitGuardPack,
  gaitPack,
  gaitRunpack,
  bundle,
  chainDirectory,
] as const satisfies readonly Kind[];

type NameOf<K> = K extends { readonly name: infer Name } ? Name : never;

/** The kinds that are folders. */
export type DirectoryName = NameOf<Extract<(typeof KINDS)[number], { readonly form: 'directory' }>>;

/** The kinds that are folders. */
export const DIRECTORIES = KINDS.filter((kind) => kind.form === 'directory');

const BY_NAME: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.name, kind]));

/** How records of a kind are organized; `files`, which allows anything, for an unknown kind. */
export function recordsOf(name: ArtifactKind): Kind['records'] {
  return BY_NAME.get(name)?.records ?? 'files';
}

/** Whether artifacts of this kind are evidence, as opposed to support files (trust.md section 4). */
export function isEvidence(name: ArtifactKind): boolean {
  return BY_NAME.get(name)?.evidence ?? true;
}

/** Whether `min_signers` of a policy applies to this kind. */
export function countsSigners(name: ArtifactKind): boolean {
  return BY_NAME.get(name)?.countsSigners === true;
}
