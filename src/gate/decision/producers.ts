import type { Part } from '../../engine/context.js';
import { type FindingPlace, finding } from '../../engine/findings.js';
import type { Json, JsonObject } from '../../engine/json/value.js';
import { proposalDigest } from '../../engine/producers/proposal.js';
import { DELEGATION_TOKEN, growthOf, tokenDigest } from '../../engine/producers/tokens.js';
import { quote } from '../../engine/text.js';
import { parseInstant } from '../../engine/time.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import { groupBy } from '../../report/common.js';
import { object, own, text } from '../config/json.js';
import type { DecisionFindings } from './findings.js';

/** A document among the artifacts of a run. */
interface Found extends Pick<Part, 'entry' | 'places'> {
  readonly path: string;
  readonly document: JsonObject;
}

/** Where a member is, as far as it is known; one that is missing is at the object that lacks it. */
function placeOf({ entry, places }: Found, pointer: string): FindingPlace {
  const [line, column] = places?.[pointer] ?? places?.[pointer.slice(0, pointer.lastIndexOf('/'))] ?? [];
  return {
    ...(entry === undefined ? {} : { entry }),
    ...(line === undefined || column === undefined ? {} : { line, column }),
    pointer,
  };
}

/**
 * What documents of producers say about each other (producers.md sections 5 and 6): a delegation token allows no more than the
 * token above it, an activated contract is the one that was proposed.
 */
export function checkProducers(verdicts: readonly ArtifactVerdict[], findings: DecisionFindings): void {
  const found = (kind: ArtifactVerdict['kind']): Found[] =>
    verdicts.flatMap(({ path, facts }) =>
      (facts.parts ?? []).flatMap((part) =>
        part.kind === kind && part.document !== undefined ? [{ ...part, path, document: part.document }] : [],
      ),
    );
  checkDelegations(found('gait_signed_json'), findings);
  checkProposals(found('activated_contract'), found('contract_proposal'), findings);
}

function checkDelegations(documents: readonly Found[], findings: DecisionFindings): void {
  const tokens = documents.filter(({ document }) => own(document, 'schema_id') === DELEGATION_TOKEN);
  const byId = byName(tokens, 'token_id');
  for (const token of tokens) {
    const { path, document } = token;
    const above = byId.get(text(own(document, 'parent_token_id'))) ?? [];
    if (above.length === 0) continue;
    // Of several tokens with this id, the one that the digest names is meant; if it names none, the digest is wrong.
    const named = own(document, 'parent_token_digest');
    const parent = above.find((token) => tokenDigest(token.document) === named) ?? above[0];
    if (parent === undefined) continue;
    for (const { name, message } of growthOf(document, parent.document, instantOf)) {
      const more = `${name} ${message} (${quote(parent.path)})`;
      findings.add(finding('token.delegation_exceeded', more, path, placeOf(token, `/${name}`)));
    }
  }
}

const instantOf = (value: Json | undefined): number | undefined =>
  typeof value === 'string' ? parseInstant(value)?.epochMs : undefined;

const PROPOSED = ['contract_id', 'contract_family_id', 'revision'];

function checkProposals(activations: readonly Found[], proposals: readonly Found[], findings: DecisionFindings): void {
  const byId = byName(proposals, 'artifact_id');
  const byContract = groupBy(proposals, (one) => contractOf((name) => proposed(one, name)));
  for (const activation of activations) {
    const { path, document } = activation;
    const activated = object(own(document, 'proposal'));
    if (activated === undefined) continue;
    // The id is derived from the content, so a proposal with other content is found by what it proposes.
    const meant =
      byId.get(text(own(activated, 'artifact_id'))) ?? byContract.get(contractOf((name) => own(activated, name))) ?? [];
    for (const proposal of meant) {
      const wrong = (name: string, message: string): void => {
        findings.add(
          finding(
            'contract.proposal_mismatch',
            `${name} ${message} ${quote(proposal.path)}`,
            path,
            placeOf(activation, `/proposal/${name}`),
          ),
        );
      };
      for (const name of PROPOSED) {
        const value = proposed(proposal, name);
        if (value !== undefined && value !== own(activated, name)) wrong(name, 'is not that of');
      }
      if (own(activated, 'canonical_content_digest') !== proposalDigest(proposal.document)) {
        wrong('canonical_content_digest', 'is not the digest of');
      }
    }
  }
}

const contractOf = (member: (name: string) => Json | undefined): string => JSON.stringify(PROPOSED.map(member));

/** A member of a proposal, or of the contract in it. */
function proposed({ document }: Found, name: string): Json | undefined {
  return own(document, name) ?? own(object(own(document, 'contract')) ?? {}, name);
}

/** Documents by a member that names them; those without it by nothing. */
function byName(documents: readonly Found[], member: string): ReadonlyMap<string, readonly Found[]> {
  const groups = groupBy(documents, ({ document }) => text(own(document, member)));
  groups.delete('');
  return groups;
}
