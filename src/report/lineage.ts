import type { RecordFact } from '../gate/facts.js';

/** One thing in the lineage: a record, or what a record names (an agent, a tool, a policy …). */
export interface LineageNode {
  /** `kind:id`, as facts write ends of links. */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** Record type of a record that is among the records; else absent. */
  readonly recordType?: string;
  /** Of a record that is among the records: it counts as evidence. Absent for everything else. */
  readonly verified?: boolean;
}

/** A directed relation between two nodes. */
export interface LineageEdge {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/** Who delegated to, called, approved what. */
export interface Lineage {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
}

/** Kinds of relations in words; namespaced kinds of producers are shown as they are. */
const RELATION_WORDS: Readonly<Record<string, string>> = {
  delegates_to: 'delegates to',
  calls: 'calls',
  governed_by: 'governed by',
  targets: 'targets',
  derived_from: 'derived from',
  emits_evidence: 'emits evidence',
  parent: 'has parent',
  refers_to: 'refers to',
  related: 'related to',
  approves: 'approves',
  recorded: 'recorded',
};

/** A relation in words; a kind that is not ours is returned as it stands, to be escaped like any text. */
export function relationWords(kind: string): string {
  return Object.hasOwn(RELATION_WORDS, kind) ? (RELATION_WORDS[kind] ?? kind) : kind;
}

const SAME_AS_RECORD = /^(?:evidence|trace|delegation):/;

/** The lineage that the kept records tell of: their links, and what approvals approve. Each relation once. */
export function lineageOf(records: readonly RecordFact[]): Lineage {
  const byId = new Map<string, RecordFact>();
  const byHash = new Map<string, string>();
  for (const fact of records) {
    if (!byId.has(fact.recordId)) byId.set(fact.recordId, fact);
    if (fact.recordHash !== '' && !byHash.has(fact.recordHash)) byHash.set(fact.recordHash, fact.recordId);
  }
  const nodes = new Map<string, LineageNode>();
  const edges = new Map<string, LineageEdge>();
  // A record is named by others as evidence, as a trace or as a record: in the picture it is one thing.
  const known = (end: string): string => {
    const id = end.slice(end.indexOf(':') + 1);
    return SAME_AS_RECORD.test(end) && byId.has(id) ? `record:${id}` : end;
  };
  const add = (kind: string, origin: string, target: string): void => {
    const from = known(origin);
    const to = known(target);
    if (from === to) return;
    for (const end of [from, to]) if (!nodes.has(end)) nodes.set(end, nodeOf(end, byId));
    edges.set(JSON.stringify([kind, from, to]), { kind, from, to });
  };
  for (const fact of records) {
    const self = `record:${fact.recordId}`;
    for (const link of fact.links ?? []) add(link.kind, link.from, link.to);
    for (const name of fact.approval?.denies === true ? [] : (fact.approval?.names ?? [])) {
      const id = name.id ?? (name.digest === undefined ? undefined : byHash.get(name.digest));
      if (id !== undefined) add('approves', self, `record:${id}`);
    }
  }
  // The agent of a record that takes part: who did it belongs to the picture.
  for (const node of [...nodes.values()]) {
    const agent = node.kind === 'record' ? byId.get(node.id)?.agentId : undefined;
    if (agent !== undefined && agent !== '') add('recorded', `agent:${agent}`, node.key);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

function nodeOf(key: string, byId: ReadonlyMap<string, RecordFact>): LineageNode {
  const at = key.indexOf(':');
  const kind = at < 0 ? '' : key.slice(0, at);
  const id = key.slice(at + 1);
  const fact = kind === 'record' ? byId.get(id) : undefined;
  return { key, kind, id, ...(fact === undefined ? {} : { recordType: fact.recordType, verified: fact.verified }) };
}

/**
 * The part of a lineage that can be looked at: what lies around the nodes with most relations, at most `maxNodes` nodes,
 * with at most three relations for each.
 */
export function readablePart(lineage: Lineage, maxNodes: number): Lineage {
  if (lineage.nodes.length <= maxNodes && lineage.edges.length <= maxNodes * 3) return lineage;
  const neighbours = new Map<string, string[]>(lineage.nodes.map((node) => [node.key, []]));
  for (const { from, to } of lineage.edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const degree = (key: string): number => neighbours.get(key)?.length ?? 0;
  const ranked = lineage.nodes.map((node) => node.key).sort((a, b) => degree(b) - degree(a));
  const kept = new Set<string>();
  for (const start of ranked) {
    const waiting = [start];
    for (let at = 0; at < waiting.length && kept.size < maxNodes; at++) {
      const key = waiting[at] ?? start;
      if (kept.has(key)) continue;
      kept.add(key);
      const fresh = (neighbours.get(key) ?? []).filter((one) => !kept.has(one));
      waiting.push(...fresh.sort((a, b) => degree(b) - degree(a)).slice(0, MAX_AROUND));
    }
    if (kept.size >= maxNodes) break;
  }
  const edges = lineage.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)).slice(0, maxNodes * 3);
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { nodes: lineage.nodes.filter((node) => linked.has(node.key)), edges };
}

/** Neighbours followed from one node: one hub must not fill the picture. */
const MAX_AROUND = 6;
