import { CATALOGUES } from './catalogues.generated.js';
import type { FrameworkDefinition } from './framework.js';

let loaded: readonly FrameworkDefinition[] | undefined;

/** The built-in frameworks, sorted by id. They are validated when they are generated. */
export function loadCatalogues(): readonly FrameworkDefinition[] {
  loaded ??= CATALOGUES.map((text) => JSON.parse(text) as FrameworkDefinition);
  return loaded;
}

/** A built-in framework by its id. */
export function catalogue(id: string): FrameworkDefinition | undefined {
  return loadCatalogues().find(({ framework }) => framework.id === id);
}
