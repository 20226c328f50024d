import type { RecordFact } from '../model/facts.js';

/** One thing in the lineage: a record, or what a record names (an agent, a tool, a policy …). */
export interface LineageNode {
  /** `kind:id`, the form of link ends in facts. */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** Record type, for a record of this run; otherwise absent. */
  readonly recordType?: string;
  /** For a record of this run: whether it counts as evidence. Absent for everything else. */
  readonly verified?: boolean;
  /** For a record that failed, or lacks something: why, in a few words. */
  readonly problem?: string;
  /** Of a record: who recorded it, `agent:ID`. */
  readonly agent?: string;
}

/** A directed relation between two nodes. */
interface LineageEdge {
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

/** A relation in words; an unknown kind is returned unchanged, to be escaped like any text. */
export function relationWords(kind: string): string {
  return Object.hasOwn(RELATION_WORDS, kind) ? (RELATION_WORDS[kind] ?? kind) : kind;
}

const SAME_AS_RECORD = /^(?:evidence|trace|delegation):/;

/**
 * The lineage of the kept records: their links, and what approvals approve. Each relation once.
 *
 * @param problems what is wrong with a record that verified (a missing approval, a rule), by record id
 */
export function lineageOf(records: readonly RecordFact[], problems: ReadonlyMap<string, string> = new Map()): Lineage {
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
    for (const end of [from, to]) if (!nodes.has(end)) nodes.set(end, nodeOf(end, byId, problems));
    edges.set(JSON.stringify([kind, from, to]), { kind, from, to });
  };
  for (const fact of records) {
    const self = `record:${fact.recordId}`;
    for (const link of fact.links ?? []) add(link.kind, link.from, link.to);
    for (const name of fact.approval?.says === 'approves' ? fact.approval.names : []) {
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

function nodeOf(
  key: string,
  byId: ReadonlyMap<string, RecordFact>,
  problems: ReadonlyMap<string, string>,
): LineageNode {
  const at = key.indexOf(':');
  const kind = at < 0 ? '' : key.slice(0, at);
  const id = key.slice(at + 1);
  const fact = kind === 'record' ? byId.get(id) : undefined;
  if (fact === undefined) return { key, kind, id };
  const problem = fact.verified ? problems.get(id) : 'not verified';
  return {
    key,
    kind,
    id,
    recordType: fact.recordType,
    verified: fact.verified,
    ...(problem === undefined ? {} : { problem }),
    ...(fact.agentId === undefined || fact.agentId === '' ? {} : { agent: `agent:${fact.agentId}` }),
  };
}

/**
 * The readable part of a lineage: what failed with its neighbours first, then what is around the nodes with most
 * relations, at most `maxNodes` nodes, with at most three relations for each.
 */
export function readablePart(lineage: Lineage, maxNodes: number): Lineage {
  if (lineage.nodes.length <= maxNodes && lineage.edges.length <= maxNodes * 3) return lineage;
  const neighbours = new Map<string, string[]>(lineage.nodes.map((node) => [node.key, []]));
  for (const { from, to } of lineage.edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const failed = new Set(lineage.nodes.filter(({ problem }) => problem !== undefined).map(({ key }) => key));
  const degree = (key: string): number => neighbours.get(key)?.length ?? 0;
  const rank = (a: string, b: string): number => Number(failed.has(b)) - Number(failed.has(a)) || degree(b) - degree(a);
  const kept = new Set<string>();
  const keep = (key: string): void => {
    if (kept.size < maxNodes) kept.add(key);
  };
  const around = (key: string): string[] =>
    (neighbours.get(key) ?? [])
      .filter((other) => !kept.has(other))
      .sort(rank)
      .slice(0, MAX_AROUND);
  const ranked = lineage.nodes.map(({ key }) => key).sort(rank);
  // Failures first, each with what it touches, before any of them draws in the rest of the graph.
  for (const key of ranked.filter((key) => failed.has(key))) for (const next of [key, ...around(key)]) keep(next);
  for (const start of ranked) {
    const waiting = [start];
    for (let at = 0; at < waiting.length && kept.size < maxNodes; at++) {
      const key = waiting[at] ?? start;
      if (kept.has(key) && at > 0) continue;
      keep(key);
      waiting.push(...around(key));
    }
    if (kept.size >= maxNodes) break;
  }
  const edges = lineage.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)).slice(0, maxNodes * 3);
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { nodes: lineage.nodes.filter((node) => linked.has(node.key)), edges };
}

/** Most neighbours followed from one node: a hub must not fill the picture. */
const MAX_AROUND = 6;
