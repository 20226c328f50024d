import type { SignatureState } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';
import type { FactExtra, PackedFacts } from '../../model/shard.js';

/**
 * One form of facts for shard reports and for worker threads: rows of plain values, since cloning objects would cost
 * more than a third of checking the records. A row is artifact, entry, index, line, record id, type, product, agent,
 * timestamp, hash, previous hash (0: none, 1: the hash of the row before, else text), signature, key, verified, extra.
 * Artifact, entry, type, product, agent and key are indexes into `texts` (-1: none), extra one into `extras`.
 */
const ROW = 15;
/** States of a signature by the number that stands for them. */
export const STATES: readonly SignatureState[] = ['verified', 'failed', 'unchecked', 'none'];
const EXTRAS = Object.keys({
  claimedKeyId: true,
  links: true,
  missing: true,
  rules: true,
  approvalRules: true,
  asksApproval: true,
  intents: true,
  approval: true,
  counts: true,
  bind: true,
  places: true,
  test: true,
} satisfies Record<keyof Required<FactExtra>, true>) as readonly (keyof FactExtra)[];

type MutableFact = { -readonly [K in keyof RecordFact]: RecordFact[K] };

/** Packs facts one after the other. */
export class FactPacker {
  readonly packed: { readonly texts: string[]; readonly rows: (string | number)[]; readonly extras: FactExtra[] } = {
    texts: [],
    rows: [],
    extras: [],
  };
  private readonly indexes = new Map<string, number>();
  private before = '';

  add(fact: RecordFact): void {
    const { packed, before } = this;
    const { previousHash, recordHash } = fact;
    const extra = extraOf(fact);
    packed.rows.push(
      this.index(fact.artifact),
      this.index(fact.entry),
      fact.index,
      fact.line,
      fact.recordId,
      this.index(fact.recordType),
      this.index(fact.sourceProduct),
      this.index(fact.agentId),
      fact.timestamp,
      recordHash,
      previousHash === undefined ? 0 : previousHash === before ? 1 : previousHash,
      STATES.indexOf(fact.signature),
      this.index(fact.keyId),
      fact.verified ? 1 : 0,
      extra === undefined ? -1 : packed.extras.push(extra) - 1,
    );
    this.before = recordHash;
  }

  /** Index of a text that many facts share and that is written once. */
  index(text: string | undefined): number {
    if (text === undefined) return -1;
    let at = this.indexes.get(text);
    if (at === undefined) {
      at = this.packed.texts.push(text) - 1;
      this.indexes.set(text, at);
    }
    return at;
  }
}

/** Unpacks facts; `undefined` when a row is not one that `FactPacker` writes. */
export function unpackFacts({ texts, rows, extras }: PackedFacts): RecordFact[] | undefined {
  const facts: RecordFact[] = [];
  let before = '';
  for (let at = 0; at < rows.length; at += ROW) {
    const fact = unpackRow(rows, at, texts, extras, before);
    if (fact === undefined) return undefined;
    before = fact.recordHash;
    facts.push(fact);
  }
  return facts;
}

function unpackRow(
  rows: readonly unknown[],
  at: number,
  texts: readonly string[],
  extras: readonly FactExtra[],
  before: string,
): RecordFact | undefined {
  const shared = (column: number): string | undefined => texts[rows[at + column] as number];
  const absent = (column: number): boolean => rows[at + column] === -1;
  const [index, line, recordId] = [rows[at + 2], rows[at + 3], rows[at + 4]];
  const [timestamp, recordHash, link] = [rows[at + 8], rows[at + 9], rows[at + 10]];
  const [artifact, recordType, sourceProduct] = [shared(0), shared(5), shared(6)];
  const [entry, agentId, keyId] = [shared(1), shared(7), shared(12)];
  const signature = STATES[rows[at + 11] as number];
  const extra = extras[rows[at + 14] as number];
  if (artifact === undefined || recordType === undefined || sourceProduct === undefined) return undefined;
  if (!isCount(index) || !isCount(line) || signature === undefined) return undefined;
  if (typeof recordId !== 'string' || typeof timestamp !== 'string' || typeof recordHash !== 'string') return undefined;
  if ((entry === undefined && !absent(1)) || (agentId === undefined && !absent(7))) return undefined;
  if ((keyId === undefined && !absent(12)) || (extra === undefined && !absent(14))) return undefined;
  if (typeof link !== 'string' && link !== 0 && link !== 1) return undefined;
  // Approvals and trust go by the key: it is who verified the signature.
  if (keyId !== undefined && signature !== 'verified') return undefined;
  const verified = rows[at + 13];
  if (verified !== 0 && verified !== 1) return undefined;
  const fact: MutableFact = {
    artifact,
    index,
    line,
    recordId,
    recordType,
    sourceProduct,
    timestamp,
    recordHash,
    signature,
    verified: verified === 1,
  };
  if (entry !== undefined) fact.entry = entry;
  if (agentId !== undefined) fact.agentId = agentId;
  if (keyId !== undefined) fact.keyId = keyId;
  if (link !== 0) fact.previousHash = link === 1 ? before : link;
  if (extra !== undefined) Object.assign(fact, extra, expiry(extra));
  return fact;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** JSON has no infinity: an invalid expiry arrives as `null`. */
function expiry({ approval }: FactExtra): FactExtra {
  if (approval?.expiresAt !== null) return {};
  return { approval: { ...approval, expiresAt: Number.NEGATIVE_INFINITY } };
}

/** The members of a fact that only some records have; `undefined` without any. */
export function extraOf(fact: RecordFact): FactExtra | undefined {
  let extra: Record<string, unknown> | undefined;
  for (const name of EXTRAS) {
    const value = fact[name];
    if (value === undefined) continue;
    extra ??= {};
    extra[name] = value;
  }
  return extra as FactExtra | undefined;
}
