import type { Document } from '../document.js';
import type { JsonObject } from '../json/value.js';
import { reporter } from '../producers/report.js';
import type { Rule } from '../shape.js';
import type { GaitArchive } from './archive.js';

/** A payload and what is needed to check it. */
export interface Payload {
  readonly archive: GaitArchive;
  /** Reads a JSON object of the pack; `undefined` after a finding was raised. */
  read(path: string): Promise<Document | undefined>;
  /** Reports a violation of the payload's contract at an entry. */
  invalid(path: string, message: string): void;
}

/** Reads a document of the pack and checks its members. */
export async function readShaped(payload: Payload, path: string, shape: Rule): Promise<JsonObject | undefined> {
  const document = await payload.read(path);
  if (document === undefined) return undefined;
  shape(document.value, '', reporter(document, 'pack.payload_invalid'));
  return document.value;
}
