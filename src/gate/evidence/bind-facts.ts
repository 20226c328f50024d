import type { Json, JsonObject } from '../../engine/types.js';
import type { BindFact, BoundValue } from '../../model/facts.js';
import { list, object, own, text, valueAt } from '../config/json.js';
import type { PolicyBind } from '../config/policy/model.js';

/** What a record says about its commit and repository (trust.md section 5). `null` and empty text count as absent. */
export function bindOf(sealed: JsonObject, { commit, repository }: PolicyBind): BindFact {
  const said = (pointers: readonly string[]): readonly BoundValue[] =>
    pointers.flatMap((pointer): BoundValue[] => {
      const value = valueAt(sealed, pointer);
      if (value === undefined || value === null || value === '') return [];
      return [{ pointer, value: bounded(typeof value === 'string' ? value : JSON.stringify(value)) }];
    });
  return {
    ...(commit === undefined ? {} : { commits: [...said(commit), ...commitReferences(sealed)] }),
    ...(repository === undefined ? {} : { repositories: said(repository) }),
  };
}

/** Longer texts are neither a commit nor a repository. */
const MAX_BOUND = 2048;
const bounded = (value: string): string => (value.length <= MAX_BOUND ? value : value.slice(0, MAX_BOUND));
/** With more references than this no single commit is meant. */
const MAX_REFERENCES = 64;
const COMMIT_KIND = 'git.commit';

/** Relationship references of kind git.commit, each with the pointer of its id. */
function commitReferences(value: JsonObject): BoundValue[] {
  const found: BoundValue[] = [];
  const look = (one: Json | undefined, pointer: string): void => {
    const reference = object(one);
    if (reference === undefined || text(own(reference, 'kind')) !== COMMIT_KIND || found.length >= MAX_REFERENCES)
      return;
    found.push({ pointer: `${pointer}/id`, value: bounded(text(own(reference, 'id'))) });
  };
  for (const member of ['relationship', 'relations']) {
    const relationship = object(own(value, member));
    if (relationship === undefined) continue;
    list(own(relationship, 'edges')).forEach((edge, i) => {
      const ends = object(edge);
      look(ends?.['from'], `/${member}/edges/${i}/from`);
      look(ends?.['to'], `/${member}/edges/${i}/to`);
    });
    list(own(relationship, 'entity_refs')).forEach((one, i) => {
      look(one, `/${member}/entity_refs/${i}`);
    });
    look(own(relationship, 'parent_ref'), `/${member}/parent_ref`);
  }
  return found;
}
