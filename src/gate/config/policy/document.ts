import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node } from 'yaml';
import { quote } from '../../../engine/text.js';
import type { Json } from '../../../engine/types.js';
import { parseYaml, tooDeepAt } from '../yaml.js';
import type { PolicyPosition } from './model.js';

/** Most bytes of a policy file; real ones have a few thousand, and the parser takes 20 s for the worst megabyte. */
export const MAX_POLICY_BYTES = 256 * 1024;
/** Deepest nesting of a policy, more than any schema inside it needs. */
const MAX_POLICY_DEPTH = 100;
/** Deepest nesting that is parsed at all, so that the mistake can be explained. */
const PARSED_DEPTH = 2 * MAX_POLICY_DEPTH;
/** Most mistakes reported at once. */
const MAX_MISTAKES = 100;

/** A mistake in the text itself. */
interface PolicyMistake {
  readonly message: string;
  readonly position?: PolicyPosition;
}

/** The value of a policy file, and where its parts are. */
export interface PolicyDocument {
  readonly value: Json;
  /** Position of the member that a JSON pointer names; of its nearest parent when it is not in the text. */
  positionOf(pointer: string): PolicyPosition | undefined;
  /** Where the value that a JSON pointer names begins and ends in the text, in UTF-16 code units. */
  rangeOf(pointer: string): readonly [start: number, end: number] | undefined;
}

type Parsed =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly mistakes: readonly PolicyMistake[] };

const refuse = (message: string): Parsed => ({ ok: false, mistakes: [{ message }] });

/**
 * Reads YAML 1.2 or JSON bytes. Rejects more than `MAX_POLICY_BYTES`, text that is not UTF-8, several documents, anchors and
 * aliases (a few lines of them expand to gigabytes, and what a reviewer reads is not what is meant), tags, member names
 * that are duplicates or not strings, nesting deeper than 100. Never throws.
 */
export function readPolicyDocument(bytes: Uint8Array): Parsed {
  if (bytes.length > MAX_POLICY_BYTES) {
    return refuse(`the policy has ${bytes.length} bytes, limit ${MAX_POLICY_BYTES}`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('the policy is not UTF-8 text');
  }
  const position = tooDeepAt(text, PARSED_DEPTH);
  if (position !== undefined)
    return { ok: false, mistakes: [{ message: 'the policy is nested too deeply', position }] };
  return parse(text);
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  // The parser compares each member name with all before it; the walk below does it in linear time.
  const document = parseYaml(text, lines, false);
  const at = (offset: number): PolicyPosition => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes: PolicyMistake[] = [...document.errors, ...document.warnings]
    .slice(0, MAX_MISTAKES)
    .map(({ message, pos }) => ({ message: `not valid YAML: ${message}`, position: at(pos[0]) }));
  if (mistakes.length === 0) {
    walk(document.contents, (message, offset) => {
      if (mistakes.length < MAX_MISTAKES) mistakes.push({ message, position: at(offset) });
    });
  }
  if (mistakes.length > 0) return { ok: false, mistakes };
  const value = (document.toJS() ?? null) as Json;
  const positionOf = (pointer: string): PolicyPosition | undefined => {
    const offset = offsetOf(document.contents, pointer);
    return offset === undefined ? undefined : at(offset);
  };
  const rangeOf = (pointer: string): readonly [number, number] | undefined => {
    const node = document.getIn(pointerParts(pointer), true);
    return isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined;
  };
  return { ok: true, document: { value, positionOf, rangeOf } };
}

/** Checks every node for what JSON does not have: anchors, aliases, names that are duplicates or not strings. */
function walk(root: Node | null, tell: (message: string, offset: number) => void): void {
  const open: [unknown, number][] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    if (!isNode(node)) continue;
    const offset = startOf(node);
    if (isAlias(node) || node.anchor !== undefined) {
      tell('anchors and aliases are not allowed in a policy: write the value out', offset);
      continue;
    }
    if (depth > MAX_POLICY_DEPTH) {
      tell(`the policy is nested deeper than ${MAX_POLICY_DEPTH}`, offset);
      continue;
    }
    if (isScalar(node)) {
      if (typeof node.value === 'number' && !Number.isFinite(node.value)) tell('not a finite number', offset);
    } else if (isSeq(node)) {
      for (const item of node.items.toReversed()) open.push([item, depth + 1]);
    } else {
      const seen = new Set<string>();
      for (const { key } of node.items) {
        if (!isScalar(key) || typeof key.value !== 'string') {
          tell('a member name must be a string', startOf(key, offset));
          continue;
        }
        if (key.anchor !== undefined) tell('anchors are not allowed in a policy', startOf(key));
        if (seen.has(key.value)) {
          tell(`the member ${quote(key.value)} occurs twice`, startOf(key));
        }
        seen.add(key.value);
      }
      for (const { value } of node.items.toReversed()) open.push([value, depth + 1]);
    }
  }
}

function pointerParts(pointer: string): readonly (string | number)[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** Offset of a member's name, of a list item, or of its nearest parent. */
function offsetOf(root: Node | null, pointer: string): number | undefined {
  if (root === null) return undefined;
  let node: unknown = root;
  let offset = startOf(root);
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === name);
      if (pair === undefined) return offset;
      offset = startOf(pair.key, offset);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(name)];
      offset = startOf(node, offset);
    } else return offset;
  }
  return offset;
}

/** Where a node begins; `fallback` for what is not in the text, such as a value that was left out. */
function startOf(node: unknown, fallback = 0): number {
  return (isNode(node) ? node.range?.[0] : undefined) ?? fallback;
}
