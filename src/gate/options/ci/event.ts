import { readFileSync, statSync } from 'node:fs';
import { isObject } from '../../../engine/json/members.js';
import type { Json, JsonObject } from '../../../engine/types.js';
import type { Environment } from '../options.js';

/** Payloads have at most a few megabytes; a larger file is not one. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

/**
 * The payload of a GitHub event. Empty when it cannot be read: whoever asks must not take a missing member for a harmless event.
 */
export function readEvent(env: Environment): JsonObject {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  if (path === '') return {};
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > MAX_PAYLOAD_BYTES) return {};
    const payload = JSON.parse(readFileSync(path, 'utf8')) as Json;
    return isObject(payload) ? payload : {};
  } catch {
    return {};
  }
}
