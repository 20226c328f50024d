import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Json } from '../../engine/types.js';
import { tooDeepAt } from '../yaml-depth.js';

/** Bytes of a policy file; real ones have a few thousand, and the parser takes 20 s for the worst megabyte. */
export const MAX_POLICY_BYTES = 256 * 1024;
/** Nesting of a policy, deeper than any schema inside it needs. */
const MAX_POLICY_DEPTH = 100;
/** Nesting that is parsed at all, to tell the mistake in its words. */
const PARSED_DEPTH = 2 * MAX_POLICY_DEPTH;
/** Mistakes told at once. */
const MAX_MISTAKES = 100;

/** Where something is in a policy, 1-based. */
export interface PolicyPosition {
  readonly line: number;
  readonly column: number;
}

/** A mistake in the text itself. */
export interface PolicyMistake {
  readonly message: string;
  readonly position?: PolicyPosition;
}

/** The value of a policy file, and where its parts are. */
export interface PolicyDocument {
  readonly value: Json;
  /** Position of the member that a JSON pointer names; of the nearest thing around it when it is not in the text. */
  positionOf(pointer: string): PolicyPosition | undefined;
}

type Parsed =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly mistakes: readonly PolicyMistake[] };

const refuse = (message: string): Parsed => ({ ok: false, mistakes: [{ message }] });

/**
 * Reads YAML 1.2 or JSON bytes. Refused are: over `MAX_POLICY_BYTES`, text that is not UTF-8, several documents, anchors and
 * aliases (a few lines of them stand for gigabytes, and what a reviewer reads is not what is meant), tags, member names
 * that are doubled or no strings, nesting past 100. Never throws.
 */
export function readPolicyDocument(bytes: Uint8Array): Parsed {
  if (bytes.length > MAX_POLICY_BYTES) {
    return refuse(`the policy has ${bytes.length} bytes, more than ${MAX_POLICY_BYTES}`);
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
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: false });
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
  return { ok: true, document: { value, positionOf } };
}

/** Looks at every node for what JSON has not: anchors, aliases, names that are no strings or doubled. */
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
          tell(`the member ${JSON.stringify(key.value.slice(0, 80))} occurs twice`, startOf(key));
        }
        seen.add(key.value);
      }
      for (const { value } of node.items.toReversed()) open.push([value, depth + 1]);
    }
  }
}

/** Offset of a member's name, of a list item, or of the nearest thing around it. */
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
