import { isObject, member } from './members.js';
import { type Node, parseStrict } from './strict.js';
import type { Json, JsonObject } from './value.js';

/** Layout of an object, for members that are added to it. */
interface Style {
  /** Line break between members; `undefined` for one line. */
  readonly eol: string | undefined;
  /** Indentation of the members of an object, and what each further level adds. */
  readonly indent: string;
  readonly unit: string;
  /** Separators between name and value, and between members on one line. */
  readonly colon: string;
  readonly comma: string;
}

const COMPACT: Style = { eol: undefined, indent: '', unit: '', colon: ':', comma: ',' };

/**
 * The text of a JSON document with some of its values changed. Everything else stays byte for byte: order of members,
 * indentation, line endings, escapes, notation of numbers. New members are written in the style of their object.
 * @param before the value of `bytes`; parts that `after` shares with it by reference count as unchanged.
 * @throws Fault `json.*` when the bytes are not JSON.
 */
export function rewriteJson(bytes: Uint8Array, before: Json, after: Json, maxDepth: number): string {
  if (before === after) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const root = parseStrict(bytes, maxDepth);
  const writer = new Rewriter(bytes);
  return writer.slice(0, root.start) + writer.value(root, before, after, COMPACT) + writer.slice(root.end);
}

class Rewriter {
  private readonly bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  slice(from: number, to?: number): string {
    return this.bytes.toString('utf8', from, to ?? this.bytes.length);
  }

  value(node: Node, before: Json, after: Json, around: Style): string {
    if (before === after) return this.slice(node.start, node.end);
    if (isObject(before) && isObject(after) && node.members !== undefined) {
      return this.object(node, node.members, before, after, around);
    }
    if (Array.isArray(before) && Array.isArray(after) && node.items !== undefined) {
      return this.list(node, node.items, before, after, around);
    }
    return render(after, around);
  }

  private object(
    node: Node,
    members: NonNullable<Node['members']>,
    before: JsonObject,
    after: JsonObject,
    around: Style,
  ): string {
    const known = new Set(members.map(({ name }) => name));
    const added = Object.keys(after).filter((name) => !known.has(name));
    const [first] = members;
    const last = members.at(-1);
    if (first === undefined || last === undefined) return render(after, around);
    const tail = this.slice(last.value.end, node.end - 1);
    const style = this.styleOf(node, first, tail, around);
    const parts: string[] = [];
    let previousEnd = node.start + 1;
    let dropped = true;
    for (const { name, nameStart, value } of members) {
      const gap = this.slice(previousEnd, nameStart);
      const comma = gap.indexOf(',');
      // Text before the comma belongs to the previous member.
      if (!dropped) parts.push(`${parts.pop()}${gap.slice(0, comma)}`);
      previousEnd = value.end;
      const next = member(after, name);
      dropped = next === undefined;
      if (next === undefined) continue;
      const head = gap.slice(comma + 1) + this.slice(nameStart, value.start);
      parts.push(head + this.value(value, member(before, name) ?? null, next, style));
    }
    for (const name of added) {
      const lead = style.eol === undefined ? style.comma.slice(1) : style.eol + style.indent;
      const start = parts.length === 0 && style.eol === undefined ? '' : lead;
      parts.push(`${start}${JSON.stringify(name)}${style.colon}${render(member(after, name) ?? null, style)}`);
    }
    return parts.length === 0 ? '{}' : `{${parts.join(',')}${tail}}`;
  }

  private list(node: Node, items: readonly Node[], before: Json, after: Json, around: Style): string {
    const old = before as readonly Json[];
    const now = after as readonly Json[];
    const [first] = items;
    const last = items.at(-1);
    // Only growth and changes in place keep the layout; a list that lost elements is written anew.
    if (first === undefined || last === undefined || now.length < items.length) return render(now, around);
    const lead = this.slice(node.start + 1, first.start);
    const inner: Style = lead.includes('\n') ? deeper(around) : around;
    let text = '';
    let at = node.start;
    items.forEach((item, i) => {
      text += this.slice(at, item.start) + this.value(item, old[i] ?? null, now[i] ?? null, inner);
      at = item.end;
    });
    for (const item of now.slice(items.length)) {
      text += `,${lead === '' && around.comma.length > 1 ? ' ' : lead}${render(item, inner)}`;
    }
    return text + this.slice(at, node.end);
  }

  private styleOf(
    node: Node,
    first: { readonly nameStart: number; readonly value: Node },
    tail: string,
    around: Style,
  ): Style {
    const lead = this.slice(node.start + 1, first.nameStart);
    const named = this.slice(first.nameStart, first.value.start);
    const colon = named.slice(named.lastIndexOf('"') + 1);
    const comma = /\s/.test(colon) ? ', ' : ',';
    if (!lead.includes('\n')) return { eol: undefined, indent: '', unit: '', colon, comma };
    const indent = lead.slice(lead.lastIndexOf('\n') + 1);
    const closing = tail.slice(tail.lastIndexOf('\n') + 1);
    const unit = indent.length > closing.length ? indent.slice(closing.length) : around.unit || '  ';
    return { eol: lead.includes('\r\n') ? '\r\n' : '\n', indent, unit, colon, comma };
  }
}

function deeper(style: Style): Style {
  return { ...style, indent: style.indent + style.unit };
}

/** Writes a new value as a member of an object with this style. */
function render(value: Json, style: Style): string {
  const list = Array.isArray(value);
  if (!list && !isObject(value)) return JSON.stringify(value);
  const inner = deeper(style);
  const parts = list
    ? (value as readonly Json[]).map((item) => render(item, inner))
    : Object.entries(value as JsonObject).map(
        ([name, item]) => `${JSON.stringify(name)}${style.colon}${render(item, inner)}`,
      );
  const [open, close] = list ? '[]' : '{}';
  if (parts.length === 0 || style.eol === undefined) return `${open}${parts.join(style.comma)}${close}`;
  const lead = style.eol + inner.indent;
  return `${open}${lead}${parts.join(`,${lead}`)}${style.eol}${style.indent}${close}`;
}
