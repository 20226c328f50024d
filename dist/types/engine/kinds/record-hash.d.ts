import { canonicalize } from '../canonical/jcs.js';
import type { RecordView } from './record-view.js';
/** `record_hash` of a record: `sha256:` and 64 hex over the canonical form of what section 2.1 covers. */
export declare function recordHash(view: RecordView): string;
/** The hashed payload in canonical form. Its own members are written in order here; the rest is arranged. */
export declare function canonicalPayload(view: RecordView): string;
export { canonicalize };
