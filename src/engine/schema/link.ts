import { isObject, member as own } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import type { LinkedSchema, Pattern } from './evaluate.js';

/** One document of the set that references may lead to. */
export interface SchemaDocument {
  readonly root: Json;
  /** Path or other name of the document in the set; relative references are resolved against it. */
  readonly name: string;
}

/** Why a schema cannot be linked. */
export interface LinkProblem {
  readonly kind: 'ref_outside' | 'ref_dangling' | 'pattern';
  /** The reference or pattern. */
  readonly text: string;
}

/** A schema resource: a document, or a part of one with an `$id` of its own. */
interface Resource {
  readonly root: Json;
  readonly base: string;
  readonly document: SchemaDocument;
  readonly anchors: Map<string, Json>;
}

const ONE = ['additionalItems', 'additionalProperties', 'contains', 'else', 'if', 'not', 'propertyNames', 'then'];
const MANY = ['allOf', 'anyOf', 'oneOf'];
const NAMED = ['definitions', 'properties', 'patternProperties', 'dependencies'];

/** The direct subschemas of a schema, in all positions that draft-07 defines. */
function* children(schema: JsonObject): Iterable<Json> {
  for (const name of ONE) {
    const child = own(schema, name);
    if (child !== undefined) yield child;
  }
  const items = own(schema, 'items');
  if (Array.isArray(items)) yield* items;
  else if (items !== undefined) yield items;
  for (const name of MANY) {
    const list = own(schema, name);
    if (Array.isArray(list)) yield* list;
  }
  for (const name of NAMED) {
    const map = own(schema, name);
    if (isObject(map)) yield* Object.values(map);
  }
}

/** Resolves an address against a base, as URLs; an address that is not a URL is returned unchanged. */
function resolve(address: string, base: string): string {
  try {
    return new URL(address, base === '' ? undefined : base).href;
  } catch {
    return address;
  }
}

function split(reference: string): readonly [string, string] {
  const hash = reference.indexOf('#');
  return hash === -1 ? [reference, ''] : [reference.slice(0, hash), reference.slice(hash + 1)];
}

/** The path `schemas/b.json` for a reference `../b.json` from `schemas/a/c.json`; `undefined` when it leads above the top. */
function siblingPath(from: string, reference: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of reference.split('/')) {
    if (part === '.' || part === '') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/**
 * Resolves the references and patterns of a set of draft-07 schemas without ever fetching anything. A reference leads to a
 * fragment of its own document, or to another document of the set by `$id` or by path relative to the referring document
 * (contract 5, hardening 20).
 */
export class Linker {
  private readonly resources = new Map<string, Resource>();
  private readonly paths = new Map<string, Resource>();
  /** The resource that each schema object seen so far belongs to. */
  private readonly home = new Map<JsonObject, Resource>();
  private readonly targets = new Map<JsonObject, Json>();
  private readonly patterns = new Map<string, Pattern | undefined>();
  private problems: LinkProblem[] = [];

  /** @param compile compiles a pattern; returns `undefined` for one that is not supported. */
  constructor(
    documents: readonly SchemaDocument[],
    private readonly compile: (source: string) => Pattern | undefined,
  ) {
    const roots = documents.map((document) => {
      const id = isObject(document.root) ? own(document.root, '$id') : undefined;
      const base = typeof id === 'string' ? split(resolve(id, ''))[0] : '';
      const resource: Resource = { root: document.root, base, document, anchors: new Map() };
      if (typeof id === 'string' && id !== '') {
        this.resources.set(base, resource);
        this.resources.set(split(id)[0], resource);
      }
      this.paths.set(document.name, resource);
      return resource;
    });
    // every $id of the set must be known before the first reference is followed
    for (const resource of roots) this.survey(resource.root, resource);
  }

  /** Links a schema of the set; it can be evaluated when there are no problems. */
  link(root: Json): { readonly schema: LinkedSchema; readonly problems: readonly LinkProblem[] } {
    this.problems = [];
    this.reach(root);
    return { schema: { root, targets: this.targets, patterns: this.patterns }, problems: this.problems };
  }

  /** Whether a reference stays inside the set. Its fragment is not checked. */
  inside(reference: string, document: SchemaDocument): boolean {
    const resource = this.paths.get(document.name);
    return resource !== undefined && this.resourceOf(split(reference)[0], resource) !== undefined;
  }

  private survey(root: Json, home: Resource): void {
    const open: [Json, Resource][] = [[root, home]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [schema, outer] = next;
      if (!isObject(schema) || this.home.has(schema)) continue;
      let resource = outer;
      const id = own(schema, '$id');
      // draft-07 8.3: an $id next to a $ref is ignored
      if (typeof id === 'string' && schema !== outer.root && typeof own(schema, '$ref') !== 'string') {
        const [address, fragment] = split(id);
        if (address !== '') {
          const base = split(resolve(address, outer.base))[0];
          resource = { root: schema, base, document: outer.document, anchors: new Map() };
          if (!this.resources.has(base)) this.resources.set(base, resource);
        }
        if (fragment !== '') resource.anchors.set(fragment, schema);
      }
      this.home.set(schema, resource);
      for (const child of children(schema)) open.push([child, resource]);
    }
  }

  private reach(root: Json): void {
    const open: Json[] = [root];
    const seen = new Set<Json>();
    for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
      if (!isObject(schema) || seen.has(schema)) continue;
      seen.add(schema);
      const reference = own(schema, '$ref');
      if (typeof reference === 'string') {
        const target = this.follow(reference, schema);
        if (target !== undefined) open.push(target);
      } else {
        const pattern = own(schema, 'pattern');
        if (typeof pattern === 'string') this.pattern(pattern);
        const patterned = own(schema, 'patternProperties');
        if (isObject(patterned)) for (const source of Object.keys(patterned)) this.pattern(source);
      }
      for (const child of children(schema)) open.push(child);
    }
  }

  private pattern(source: string): void {
    if (!this.patterns.has(source)) this.patterns.set(source, this.compile(source));
    if (this.patterns.get(source) === undefined) this.problems.push({ kind: 'pattern', text: source });
  }

  private follow(reference: string, schema: JsonObject): Json | undefined {
    const known = this.targets.get(schema);
    if (known !== undefined) return known;
    const home = this.home.get(schema);
    const [address, fragment] = split(reference);
    const resource = home === undefined ? undefined : this.resourceOf(address, home);
    if (resource === undefined) {
      this.problems.push({ kind: 'ref_outside', text: reference });
      return undefined;
    }
    const target = this.fragment(resource, fragment);
    if (!isObject(target) && typeof target !== 'boolean') {
      this.problems.push({ kind: 'ref_dangling', text: reference });
      return undefined;
    }
    this.targets.set(schema, target);
    // a pointer may lead to a position that is not a subschema by draft-07, such as $defs
    this.survey(target, resource);
    return target;
  }

  private resourceOf(address: string, from: Resource): Resource | undefined {
    if (address === '') return from;
    const byId = this.resources.get(address) ?? this.resources.get(split(resolve(address, from.base))[0]);
    if (byId !== undefined) return byId;
    const path = siblingPath(from.document.name, address);
    return this.paths.get(address) ?? (path === undefined ? undefined : this.paths.get(path));
  }

  private fragment(resource: Resource, fragment: string): Json | undefined {
    if (fragment === '') return resource.root;
    let text: string;
    try {
      text = decodeURIComponent(fragment);
    } catch {
      return undefined;
    }
    if (!text.startsWith('/')) return resource.anchors.get(text);
    let at: Json | undefined = resource.root;
    for (const part of text.slice(1).split('/')) {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      if (Array.isArray(at)) at = /^(?:0|[1-9][0-9]{0,6})$/.test(name) ? at[Number(name)] : undefined;
      else if (isObject(at)) at = own(at, name);
      else return undefined;
    }
    return at;
  }
}
