import { quote, shortHash } from '../text.js';

/** The record that another should link to. */
interface Before {
  /** Its declared hash, `''` when there is no such record. */
  readonly hash: string;
  readonly id: string;
  readonly readable: boolean;
}

const UNREAD = 'the record before it could not be read';

/** A record in a message about links: `record 2 ("prf-3")`. */
export function nameRecord(index: number, recordId = ''): string {
  return `record ${index} (${quote(recordId)})`;
}

/**
 * A broken link as one record sees it: with the position, id and hash of both neighbours (people.md section 2.2). Which kind of
 * break it is shows only when all records are known.
 */
export function brokenLink(index: number, recordId: string, declared: string, before: Before): string {
  const who = nameRecord(index, recordId);
  const links = `${who} links to ${shortHash(declared)}`;
  if (!before.readable)
    return declared === '' ? `${who} has no previous_record_hash; ${UNREAD}` : `${links}; ${UNREAD}`;
  if (before.hash === '') return `begins in the middle of a chain: ${links}, which does not come before it`;
  const expected = `${nameRecord(index - 1, before.id)} before it has hash ${shortHash(before.hash)}`;
  return declared === '' ? `${who} has no previous_record_hash; ${expected}` : `${links}, but ${expected}`;
}

/** The position of the record that a message of `brokenLink` is about; `undefined` for any other message. */
export function brokenAt(message: string): number | undefined {
  const index = /^(?:begins in the middle of a chain: )?record (\d+) \(/.exec(message)?.[1];
  return index === undefined ? undefined : Number(index);
}

/** Whether a message of `brokenLink` only follows from a record that could not be read. */
export function followsUnreadable(message: string): boolean {
  return message.endsWith(`; ${UNREAD}`);
}
