/** One reference token of a JSON pointer (RFC 6901). */
export function pointerPart(name: string | number): string {
  return `/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** A value on the path of at least one pointer, in a tree keyed by member names and list indexes. */
interface Step {
  readonly next: Map<string, Step>;
  readonly up: Step | undefined;
  /** Absolute offset of its member name, or of the value where it has none; -1 until it was found. */
  at: number;
}

/** An object or list that is being read and contains a target of some pointer. */
interface Open {
  readonly step: Step;
  readonly list: boolean;
  /** Nesting depth of its direct contents. */
  readonly depth: number;
  index: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
/** Maximum bytes of a member name in a pointer of a finding: 256 code units, all of them escaped. */
const MAX_NAME_BYTES = 256 * 6;

/**
 * Finds the offsets of JSON pointers in one document while its bytes are read once. No part of the document is kept, so
 * locating findings costs one pass, whatever their number and the size of the document (hardening 33). A pointer without a
 * target gets the location of the deepest value on its path. A member is located at its name. The document must be valid
 * JSON.
 */
export class PointerSearch {
  private readonly root: Step = { next: new Map(), up: undefined, at: -1 };
  private readonly open: Open[] = [];
  private readonly ends: Step[] = [];
  private missing = 1;
  private fresh: number[] = [];
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** The value that begins with the next character that is not whitespace, when a pointer leads to it. */
  private value: Step | undefined = this.root;
  /** A member name begins with the next quote. */
  private nameNext = false;
  /** Bytes of the member name that is being read; `undefined` for other strings. */
  private name: number[] | undefined;
  private nameAt = 0;
  private over = false;

  /** @param start absolute offset where the document begins. */
  constructor(readonly start: number) {}

  /** Adds a pointer to search for; `placeOf` takes the returned number. */
  add(pointer: string): number {
    let step = this.root;
    for (const part of pointer === '' ? [] : pointer.slice(1).split('/')) {
      const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
      let next = step.next.get(name);
      if (next === undefined) {
        next = { next: new Map(), up: step, at: -1 };
        step.next.set(name, next);
        this.missing++;
      }
      step = next;
    }
    return this.ends.push(step) - 1;
  }

  /** Whether the search is over: everything was found, or the document has ended. */
  get done(): boolean {
    return this.over || this.missing === 0;
  }

  /** Offset of the name being read, which may turn out to be a target; -1 for none. */
  get pending(): number {
    return this.name === undefined ? -1 : this.nameAt;
  }

  /** Absolute offset of the pointer with this number, or of the deepest value found on its path. */
  placeOf(number: number): number {
    for (let step = this.ends[number]; step !== undefined; step = step.up) if (step.at >= 0) return step.at;
    return this.start;
  }

  /** Takes the next bytes, which begin at `offset`; returns the offsets of the targets found in them. */
  push(bytes: Uint8Array, offset: number): readonly number[] {
    this.fresh = [];
    for (let i = 0; i < bytes.length && !this.done; i++) {
      const c = bytes[i] as number;
      if (this.inString) {
        if (this.name !== undefined || this.escaped || c === QUOTE || c === BACKSLASH) this.stringByte(c);
      } else if (c > 0x20) this.byte(c, offset + i);
    }
    return this.fresh;
  }

  private stringByte(c: number): void {
    if (this.escaped) this.escaped = false;
    else if (c === BACKSLASH) this.escaped = true;
    else if (c === QUOTE) {
      this.inString = false;
      if (this.name !== undefined) this.endName(this.name);
      else if (this.depth === 0) this.over = true;
      return;
    }
    // Longer than any target: one byte beyond the limit is enough to know that.
    if (this.name !== undefined && this.name.length <= MAX_NAME_BYTES) this.name.push(c);
  }

  private byte(c: number, at: number): void {
    const opens = c === 0x7b || c === 0x5b;
    const top = this.open.at(-1);
    const here = top !== undefined && top.depth === this.depth;
    if (c === QUOTE) {
      if (here && this.nameNext) {
        this.name = [];
        this.nameAt = at;
        this.nameNext = false;
      } else this.begin(at);
      this.inString = true;
    } else if (opens) {
      const step = this.begin(at);
      this.depth++;
      if (step !== undefined && step.next.size > 0) this.enter(step, c === 0x5b);
    } else if (c === 0x7d || c === 0x5d) {
      if (here) {
        this.open.pop();
        this.nameNext = false;
      }
      this.value = undefined;
      if (--this.depth === 0) this.over = true;
    } else if (c === COMMA) {
      if (here && top.list) this.value = top.step.next.get(String(++top.index));
      else if (here) this.nameNext = true;
    } else if (c !== COLON) {
      this.begin(at);
      if (this.depth === 0) this.over = true;
    }
  }

  /** Starts a value, which may be a target. */
  private begin(at: number): Step | undefined {
    const step = this.value;
    this.value = undefined;
    if (step !== undefined) this.found(step, at);
    return step;
  }

  private enter(step: Step, list: boolean): void {
    this.open.push({ step, list, depth: this.depth, index: 0 });
    if (list) this.value = step.next.get('0');
    else this.nameNext = true;
  }

  private endName(bytes: readonly number[]): void {
    this.name = undefined;
    const step = bytes.length > MAX_NAME_BYTES ? undefined : this.open.at(-1)?.step.next.get(decode(bytes));
    if (step !== undefined) this.found(step, this.nameAt);
    this.value = step;
  }

  private found(step: Step, at: number): void {
    if (step.at >= 0) return;
    step.at = at;
    this.fresh.push(at);
    this.missing--;
  }
}

/** Offset of the target of a pointer in one document. */
export function offsetOfPointer(bytes: Uint8Array, pointer: string): number {
  const search = new PointerSearch(0);
  const number = search.add(pointer);
  search.push(bytes, 0);
  return search.placeOf(number);
}

/** A member name with its escapes decoded. */
function decode(bytes: readonly number[]): string {
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.includes('\\')) return text;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
