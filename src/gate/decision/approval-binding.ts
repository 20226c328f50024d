import type { ApprovalFact, RecordFact } from '../../model/facts.js';
import { isHere, type JudgedFact } from './findings.js';

/**
 * How an approval is bound to a record: by its digest, by its id alone, or not, and why. `named`: a problem of an approval that
 * names this very record, so that a denial by it counts all the same.
 */
export type Binding = 'digest' | 'id' | { readonly problem: string; readonly named: boolean };

/** The verified records of a run that approvals name. */
export class RecordIndex {
  /** The hash of each id, the ids that are ambiguous because several records have them, all hashes. */
  private readonly hashOfId = new Map<string, string>();
  private readonly sharedIds = new Set<string>();
  private readonly hashes = new Set<string>();

  /** @param isNamed whether an approval names this id or hash: nothing else is ever looked up */
  constructor(judged: Iterable<JudgedFact> = [], isNamed: (name: string) => boolean = () => false) {
    for (const { fact, shortfall } of judged) {
      if (!isHere(shortfall)) continue;
      const { recordId, recordHash } = fact;
      if (isNamed(recordHash)) this.hashes.add(recordHash);
      if (!isNamed(recordId)) continue;
      const first = this.hashOfId.get(recordId);
      if (first === undefined) this.hashOfId.set(recordId, recordHash);
      else if (first !== recordHash) this.sharedIds.add(recordId);
    }
  }

  /**
   * How an approval is bound to the record. A record can be sealed again under an approved id, so a digest that belongs to no
   * available record makes ids worthless. `undefined`: it means another record.
   */
  bindingOf({ names }: ApprovalFact, target: RecordFact): Binding | undefined {
    let byId = false;
    let byDigest = false;
    let stray = false;
    for (const { id, digest, reference } of names) {
      const idAgrees = id === target.recordId;
      if (digest === undefined) {
        byId ||= idAgrees;
        continue;
      }
      if (digest === target.recordHash) {
        if (id === undefined || idAgrees || (reference === true && !this.hashOfId.has(id))) byDigest = true;
        else if (reference !== true) return { problem: 'names it by digest but a different record by id', named: true };
      } else if (idAgrees)
        return { problem: 'names it by id, but its digest is that of different content', named: false };
      else if (reference !== true && !this.hashes.has(digest)) stray = true;
    }
    if (byDigest) return 'digest';
    if (!byId) return undefined;
    if (stray) return { problem: 'names it by id, but its digest matches no record here', named: false };
    if (this.sharedIds.has(target.recordId))
      return { problem: 'names it by id only, and its record_id matches several records', named: true };
    return 'id';
  }
}
