import { addSchemas, validateDocument } from '../../engine/schema/registry.js';
import set from './schemas.generated.cjs';

addSchemas(set);

/** As the engine's, with the schemas of what only the gate reads: policies, baselines, frameworks, reports. */
export { validateDocument };
