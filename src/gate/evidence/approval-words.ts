import { shorten } from '../../engine/text.js';
import type { Json, JsonObject } from '../../engine/types.js';
import type { ApprovalFact, ApprovalWord } from '../../model/facts.js';
import { own } from '../config/json.js';

/** Words that approve (trust.md section 6). Nothing else does: a typo or a new word must never open the gate. */
export const APPROVING_WORDS: readonly string[] = [
  ...['approve', 'approved', 'allow', 'allowed', 'accept', 'accepted', 'grant', 'granted'],
  ...['lgtm', 'ok', 'yes', 'pass', 'passed', 'true'],
];

/** Each of these that is present must contain an approving word. */
const DECISIVE = ['verdict', 'decision', 'approved'] as const;
/** None of these may deny or withdraw; one must approve where none of the decisive members is present. */
const SUPPORTING = ['status', 'outcome', 'result', 'state'] as const;
/** Set to anything but false, these deny. */
const DENYING_FLAGS = ['denied', 'revoked', 'withdrawn'] as const;

const APPROVING: ReadonlySet<string> = new Set(APPROVING_WORDS);

/** Forms of the words that deny or withdraw; `pending`, `requested` and `expired` do not: they cancel no other approval. */
const DENIAL = new RegExp(
  `^(?:${[
    'den(?:y|ying|ies|ied|ials?)',
    'reject(?:s|ed|ing|ions?)?',
    'block(?:s|ed|ing|ers?)?',
    'declin(?:e|es|ed|ing)',
    'refus(?:e|es|ed|ing|als?)',
    'veto(?:es|ed|ing)?',
    'disapprov(?:e|es|ed|ing|als?)',
    'disallow(?:s|ed|ing)?',
    'revok(?:e|es|ed|ing)|revocations?',
    'withdr(?:aw|aws|ew|awn|awing|awals?)',
    'cancel(?:s|l?ed|l?ing|l?ations?)?',
    'fail(?:s|ed|ing|ures?)?',
    'unapproved',
  ].join('|')})$`,
);
const WAITING = /^(?:pending|request(?:s|ed|ing)?|expir(?:e|es|ed|ing|y|ation))$/;

type Meaning = ApprovalWord | 'neutral';

/** What one word means; a word may have others around it, as in `rejected by security` or `changes_requested`. */
function meaningOf(value: Json): Meaning {
  if (typeof value === 'boolean') return value ? 'approves' : 'denies';
  if (value !== null && typeof value === 'object') return meaningWithin(value);
  if (typeof value !== 'string') return 'neutral';
  const word = value.trim().toLowerCase();
  if (APPROVING.has(word)) return 'approves';
  // `changesRequested` is two words as well.
  const parts = value
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  if (['no', 'false', 'no go'].includes(parts.join(' '))) return 'denies';
  if (parts.some((part) => DENIAL.test(part))) return 'denies';
  if (parts[0] === 'not' && parts.some((part) => APPROVING.has(part))) return 'denies';
  if (!parts.some((part) => WAITING.test(part))) return 'neutral';
  return parts.some((part) => part.startsWith('chang')) ? 'denies' : 'waits';
}

/** Most values of a list that are looked at. */
const MAX_VALUES = 64;

/**
 * What a list or an object means: it is no word, so it never approves, but a word in the list, or in such a member of the object,
 * may deny.
 */
function meaningWithin(value: readonly Json[] | JsonObject): Meaning {
  const words = Array.isArray(value)
    ? (value as readonly Json[]).slice(0, MAX_VALUES)
    : ['value', ...DECISIVE, ...SUPPORTING].map((name) => own(value as JsonObject, name));
  const meanings = words.map((word) => (typeof word === 'string' ? meaningOf(word) : 'neutral'));
  return meanings.find((one) => one === 'denies') ?? meanings.find((one) => one === 'waits') ?? 'neutral';
}

/** A flag that means `false`, in whatever form. */
function isOff(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === false || value === 0) return true;
  return typeof value === 'string' && ['', 'false', 'no'].includes(value.trim().toLowerCase());
}

/**
 * What the event of an approval record, or another object, says, and the member that decided; a denial anywhere outweighs all approval.
 * @param place of the object in its document, as messages name it.
 */
export function wordOf(event: JsonObject, place = 'event.'): Pick<ApprovalFact, 'says' | 'word'> {
  const words: { readonly name: string; readonly value: Json; readonly meaning: Meaning; readonly decides: boolean }[] =
    [];
  for (const name of DENYING_FLAGS) {
    const value = own(event, name);
    if (value !== undefined && !isOff(value)) words.push({ name, value, meaning: 'denies', decides: true });
  }
  for (const name of [...DECISIVE, ...SUPPORTING]) {
    const value = own(event, name);
    if (value === undefined) continue;
    words.push({ name, value, meaning: meaningOf(value), decides: (DECISIVE as readonly string[]).includes(name) });
  }
  const found =
    words.find(({ meaning }) => meaning === 'denies') ??
    words.find(({ meaning }) => meaning === 'waits') ??
    words.find(({ meaning, decides }) => decides && meaning !== 'approves');
  if (found === undefined && words.some(({ meaning }) => meaning === 'approves')) return { says: 'approves' };
  const shown = found ?? words[0];
  const says = found === undefined || found.meaning === 'neutral' ? 'nothing' : found.meaning;
  return shown === undefined
    ? { says }
    : { says, word: `${place}${shown.name} ${shorten(JSON.stringify(shown.value))}` };
}
