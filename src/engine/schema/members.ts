import type { Json, JsonObject } from '../json/value.js';
import { shorten } from '../text.js';
import runtime from './runtime.cjs';
import type { Steps } from './steps.js';

/** Maximum number of alternatives and values in a message. */
export const SHOWN_CHOICES = 20;

/** Joins words, as many as fit in a message. */
export function listed(words: readonly string[]): string {
  const named = words
    .slice(0, SHOWN_CHOICES)
    .map((one) => shorten(one))
    .join(', ');
  return words.length > SHOWN_CHOICES ? `${named} …` : named;
}

/** The values of an `enum`, prepared for lookup. */
export class Choices {
  readonly scalars = new Set<Json>();
  readonly texts = new Set<string>();

  constructor(words: readonly Json[]) {
    for (const word of words) {
      if (word !== null && typeof word === 'object') this.texts.add(runtime.identity(word));
      else this.scalars.add(word);
    }
  }
}

/** Cost of listing the members of an object, in steps: it takes much longer than looking them up. */
const LISTING_STEPS = 20;

/** Caches the members of each object of a schema, which are needed for every value that is checked. */
export class Listings {
  private readonly known = new Map<JsonObject, readonly (readonly [string, Json])[]>();

  /** The listings of a schema. One table per schema: a single large one would keep the garbage collector busy. */
  static of(schema: object): Listings {
    const known = tables.get(schema);
    if (known !== undefined) return known;
    const listings = new Listings();
    tables.set(schema, listings);
    return listings;
  }

  members(object: JsonObject, steps: Steps): readonly (readonly [string, Json])[] {
    const known = this.known.get(object);
    if (known !== undefined) return known;
    const members = Object.entries(object) as (readonly [string, Json])[];
    this.known.set(object, members);
    steps.spend(LISTING_STEPS + members.length);
    return members;
  }
}

const tables = new WeakMap<object, Listings>();

/** Number of values in it; a long string counts as several. */
export function sizeOf(value: Json): number {
  if (typeof value === 'string') return 1 + (value.length >> 4);
  if (value === null || typeof value !== 'object') return 1;
  let size = 1;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) size += sizeOf(item);
    return size;
  }
  for (const name in value as JsonObject) size += 1 + (name.length >> 4) + sizeOf((value as JsonObject)[name] as Json);
  return size;
}
