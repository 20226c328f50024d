import { isObject, member } from '../json/members.js';
import type { Json } from '../json/value.js';

/** schema_id of a lifecycle record. */
export const LIFECYCLE_RECORD = 'https://gait.dev/schemas/v1/runtime-lifecycle-record.schema.json';

/** Whether an element of `records` is a lifecycle record, which makes the document a list of these. */
export function isLifecycleElement(element: Json): boolean {
  return isObject(element) && member(element, 'schema_id') === LIFECYCLE_RECORD;
}
