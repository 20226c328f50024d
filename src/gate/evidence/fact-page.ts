import type { RecordFact } from '../../model/facts.js';
import type { FactExtra } from '../../model/shard.js';
import { extraOf, STATES } from './fact-codec.js';

/** Facts of a full page. */
export const PAGE_FACTS = 512;

const HASH = /^sha256:[0-9a-f]{64}$/;
const HASH_BYTES = 32;
/** Large numbers of a row: index and line in the artifact, ends of id and timestamp. */
const ROW = 4;
const [INDEX, LINE, ID_END, TIME_END] = [0, 1, 2, 3] as const;
/** Small numbers of a row: indexes into `shared` and `extras` (0: none), each at most six for each fact of the page, and flags. */
const SMALL = 8;
const [EXTRA, FLAGS] = [6, 7] as const;
const SHARED = ['artifact', 'entry', 'recordType', 'sourceProduct', 'agentId', 'keyId'] as const;
type Shared = (typeof SHARED)[number];
/** Flags: the state of the signature in the lowest two bits. */
const VERIFIED = 4;
/** The previous hash is the hash of the row before. */
const LINKED = 8;
/** Texts that cannot be stored in the bytes of a page, by row. */
type Odd = Map<number, { recordId?: string; timestamp?: string; recordHash?: string; previousHash?: string }>;

/**
 * Facts of a run in pages, by column: some 170 bytes a record instead of 700, so that a policy over millions of records
 * fits in memory. A fact of a page is read like any other; each text is decoded when it is read.
 */
export class FactPage {
  private readonly numbers: Uint32Array;
  private readonly small: Uint16Array;
  private readonly hashes: Buffer;
  private readonly texts: Buffer;
  private readonly shared: (string | undefined)[] = [undefined];
  private readonly extras: (FactExtra | undefined)[] = [undefined];
  private readonly odd: Odd = new Map();

  private constructor(facts: readonly RecordFact[]) {
    this.numbers = new Uint32Array(facts.length * ROW);
    this.small = new Uint16Array(facts.length * SMALL);
    this.hashes = Buffer.alloc(facts.length * HASH_BYTES);
    const [ofTexts, ofExtras] = [new Map<string, number>(), new Map<string, number>()];
    const texts: string[] = [];
    let end = 0;
    let before: string | undefined;
    const place = (row: number, name: 'recordId' | 'timestamp', text: string): number => {
      if (isLatin1(text)) {
        texts.push(text);
        end += text.length;
      } else this.keepOdd(row, name, text);
      return end;
    };
    facts.forEach((fact, row) => {
      const { numbers, small } = this;
      const first = row * SMALL;
      for (let column = 0; column < SHARED.length; column++) {
        const text = fact[SHARED[column] as Shared];
        small[first + column] = indexOf(text, text, ofTexts, this.shared);
      }
      const extra = extraOf(fact);
      small[first + EXTRA] = indexOf(extra, keyOf(extra), ofExtras, this.extras);
      const at = row * ROW;
      numbers[at + INDEX] = fact.index;
      numbers[at + LINE] = fact.line;
      const { recordHash, previousHash } = fact;
      numbers[at + ID_END] = place(row, 'recordId', fact.recordId);
      numbers[at + TIME_END] = place(row, 'timestamp', fact.timestamp);
      if (HASH.test(recordHash)) this.hashes.write(recordHash.slice(7), row * HASH_BYTES, 'hex');
      else this.keepOdd(row, 'recordHash', recordHash);
      const linked = previousHash !== undefined && previousHash === before;
      if (previousHash !== undefined && !linked) this.keepOdd(row, 'previousHash', previousHash);
      small[first + FLAGS] = STATES.indexOf(fact.signature) + (fact.verified ? VERIFIED : 0) + (linked ? LINKED : 0);
      before = recordHash;
    });
    this.texts = Buffer.from(texts.join(''), 'latin1');
  }

  /** The same facts, held by the page. */
  static of(facts: readonly RecordFact[]): RecordFact[] {
    const page = new FactPage(facts);
    return facts.map((_, row) => new PagedFact(page, row) as unknown as RecordFact);
  }

  number(row: number, column: typeof INDEX | typeof LINE | typeof ID_END | typeof TIME_END): number {
    return this.numbers[row * ROW + column] ?? 0;
  }

  flags(row: number): number {
    return this.small[row * SMALL + FLAGS] ?? 0;
  }

  sharedText(row: number, name: Shared): string | undefined {
    return this.shared[this.small[row * SMALL + SHARED.indexOf(name)] ?? 0];
  }

  extra(row: number): FactExtra | undefined {
    return this.extras[this.small[row * SMALL + EXTRA] ?? 0];
  }

  recordId(row: number): string {
    return (
      this.odd.get(row)?.recordId ?? this.text(row === 0 ? 0 : this.number(row - 1, TIME_END), this.number(row, ID_END))
    );
  }

  timestamp(row: number): string {
    return this.odd.get(row)?.timestamp ?? this.text(this.number(row, ID_END), this.number(row, TIME_END));
  }

  recordHash(row: number): string {
    const at = row * HASH_BYTES;
    return this.odd.get(row)?.recordHash ?? `sha256:${this.hashes.toString('hex', at, at + HASH_BYTES)}`;
  }

  previousHash(row: number): string | undefined {
    return (this.flags(row) & LINKED) > 0 ? this.recordHash(row - 1) : this.odd.get(row)?.previousHash;
  }

  private text(start: number, end: number): string {
    return this.texts.toString('latin1', start, end);
  }

  private keepOdd(row: number, name: 'recordId' | 'timestamp' | 'recordHash' | 'previousHash', text: string): void {
    this.odd.set(row, { ...this.odd.get(row), [name]: text });
  }
}

/** A fact of a page; its members are getters of the prototype. */
class PagedFact {
  constructor(
    readonly page: FactPage,
    readonly row: number,
  ) {}
}

type Read<K extends keyof RecordFact> = (page: FactPage, row: number) => RecordFact[K] | undefined;

const ofExtra =
  <K extends keyof FactExtra>(name: K): Read<K> =>
  (page, row) =>
    page.extra(row)?.[name];

const MEMBERS: { readonly [K in keyof Required<RecordFact>]: Read<K> } = {
  artifact: (page, row) => page.sharedText(row, 'artifact'),
  entry: (page, row) => page.sharedText(row, 'entry'),
  index: (page, row) => page.number(row, INDEX),
  line: (page, row) => page.number(row, LINE),
  recordId: (page, row) => page.recordId(row),
  recordType: (page, row) => page.sharedText(row, 'recordType'),
  sourceProduct: (page, row) => page.sharedText(row, 'sourceProduct'),
  agentId: (page, row) => page.sharedText(row, 'agentId'),
  timestamp: (page, row) => page.timestamp(row),
  recordHash: (page, row) => page.recordHash(row),
  previousHash: (page, row) => page.previousHash(row),
  signature: (page, row) => STATES[page.flags(row) & 3],
  keyId: (page, row) => page.sharedText(row, 'keyId'),
  verified: (page, row) => (page.flags(row) & VERIFIED) > 0,
  claimedKeyId: ofExtra('claimedKeyId'),
  links: ofExtra('links'),
  missing: ofExtra('missing'),
  rules: ofExtra('rules'),
  approvalRules: ofExtra('approvalRules'),
  asksApproval: ofExtra('asksApproval'),
  intents: ofExtra('intents'),
  approval: ofExtra('approval'),
  counts: ofExtra('counts'),
  bind: ofExtra('bind'),
  places: ofExtra('places'),
  test: ofExtra('test'),
};

/** A fact with members of its own, for those who copy it or list its members: the getters of a page are not copied. */
export function plainFact(fact: RecordFact): RecordFact {
  if (!(fact instanceof PagedFact)) return fact;
  const members = Object.entries(MEMBERS).map(([name, read]) => [name, read(fact.page, fact.row)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as unknown as RecordFact;
}

for (const [name, read] of Object.entries(MEMBERS)) {
  Object.defineProperty(PagedFact.prototype, name, {
    get(this: PagedFact) {
      return read(this.page, this.row);
    },
  });
}

/** Index of a value in a list without duplicates. */
function indexOf<T>(value: T, key: string | undefined, indexes: Map<string, number>, list: T[]): number {
  if (value === undefined) return 0;
  const known = key === undefined ? undefined : indexes.get(key);
  if (known !== undefined) return known;
  const at = list.push(value) - 1;
  if (key !== undefined) indexes.set(key, at);
  return at;
}

/** The key that identifies extras of facts; none for an approval, whose times JSON cannot always represent. */
function keyOf(extra: FactExtra | undefined): string | undefined {
  return extra === undefined || extra.approval !== undefined ? undefined : JSON.stringify(extra);
}

function isLatin1(text: string): boolean {
  return !/[^\u0000-\u00ff]/.test(text);
}
