/** How the bytes of a file are laid out. */
export type Form = 'archive' | 'lines' | 'document';

const FORMS: Readonly<Record<string, Form>> = {
  '.zip': 'archive',
  '.jsonl': 'lines',
  '.ndjson': 'lines',
  '.json': 'document',
};

/** Layout by file extension, ignoring case; `undefined` for any other extension. */
export function formOf(name: string): Form | undefined {
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(FORMS, ending) ? FORMS[ending] : undefined;
}
