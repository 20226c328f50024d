/** Syntax of other notations that is not JSON: how it begins, and the hint for the message (people.md section 2.3). */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [
    /^-?NaN\b/,
    'JSON has no NaN; write null or leave the member out (Python: json.dumps(…, allow_nan=False) refuses it)',
  ],
  [
    /^[-+]?Infinity\b/,
    'JSON has no Infinity; write null or leave the member out (Python: json.dumps(…, allow_nan=False) refuses it)',
  ],
  [/^None\b/, 'None is Python; write the file with json.dumps, which gives null'],
  [/^True\b/, 'True is Python; write the file with json.dumps, which gives true'],
  [/^False\b/, 'False is Python; write the file with json.dumps, which gives false'],
  [/^undefined\b/, 'undefined is JavaScript; write null or leave the member out'],
  [/^'/, 'JSON has double quotes only (Python: json.dumps, not str or repr)'],
  [/^\/[/*]/, 'JSON has no comments'],
  [/^#/, 'JSON has no comments'],
  [/^\+\d/, 'JSON numbers have no plus sign'],
  [/^(?:TRUE|FALSE|NULL|Null)\b/, 'JSON writes true, false and null in lower case'],
  [/^[“”„‟«»‘’]/, 'JSON has straight double quotes only'],
  [/^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/, 'a merge conflict in the file: resolve it'],
  [/^;/, 'JSON separates members with commas'],
  [/^\.\d/, 'JSON numbers do not begin with a point'],
];

const SHOWN = 24;
/** Shown as what was found when a text ends too early. */
export const END = 'the end of the text';

/** Hint for a word where a value or a name is expected. */
const UNQUOTED = 'texts and member names need double quotes';

/** Describes what was found where JSON expects something else: `NaN (JSON has no NaN; …)`, or the text in quotes. */
export function foundAt(bytes: Uint8Array, at: number, wanted: 'value' | 'other' = 'value'): string {
  if (at >= bytes.length) return END;
  const text = Buffer.from(bytes.subarray(at, at + 200)).toString('utf8');
  const word = /^(?:[-+]?[A-Za-z_$][\w$]*|'[^'\n]*'?|\/[/*]|[^\s,\]}]+|.)/u.exec(text)?.[0] ?? text.slice(0, 1);
  const shown = word.length > SHOWN ? `${word.slice(0, SHOWN)}…` : word;
  const known = FOREIGN.find(([start]) => start.test(text))?.[1];
  const hint = known ?? (wanted === 'value' && /^[A-Za-z_$]/.test(text) ? UNQUOTED : undefined);
  return hint === undefined ? JSON.stringify(shown) : `${shown} (${hint})`;
}
