import type { Json, JsonObject } from '../../engine/types.js';

/** What is printed: JSON values, and objects whose members are printed in sorted order whatever their own is. */
export type Printable = Json | Sorted | readonly Printable[] | { readonly [member: string]: Printable };

class Sorted {
  constructor(readonly value: JsonObject) {}
}

/** An object whose members, and those of all objects in it, are printed sorted. */
export const sorted = (value: JsonObject): Printable => new Sorted(value);

/**
 * JSON text as Go's encoder indents it, which scripts written for upstream may compare as text: two blanks, `<`, `>`, `&`,
 * U+2028 and U+2029 as escapes.
 */
export function goJson(value: Printable): string {
  return print(value, '\n', false);
}

function print(value: Printable, line: string, inOrder: boolean): string {
  if (value instanceof Sorted) return print(value.value, line, true);
  if (Object.is(value, -0)) return '-0';
  if (value === null || typeof value !== 'object') return escaped(JSON.stringify(value));
  const deeper = `${line}  `;
  if (Array.isArray(value)) {
    const items = (value as readonly Printable[]).map((item) => deeper + print(item, deeper, inOrder));
    return items.length === 0 ? '[]' : `[${items.join(',')}${line}]`;
  }
  const members = Object.entries(value as Readonly<Record<string, Printable>>);
  if (inOrder) members.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const texts = members.map(
    ([name, item]) => `${deeper}${escaped(JSON.stringify(name))}: ${print(item, deeper, inOrder)}`,
  );
  return texts.length === 0 ? '{}' : `{${texts.join(',')}${line}}`;
}

function escaped(text: string): string {
  return text.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
