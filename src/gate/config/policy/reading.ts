import type { FindingCode } from '../../../engine/findings.js';
import { isObject } from '../../../engine/json/members.js';
import type { Json } from '../../../engine/types.js';
import type { ConfigFile } from '../read-file.js';
import type { FileRequest, NamedFile } from '../sources.js';

/** What a policy names by path, or contains itself. */
export type PolicySource = NamedFile | { readonly inline: Uint8Array };

/** Reads a file that a policy names; key and framework files are read when the policy is loaded. */
export type ReadPolicyFile = (named: NamedFile, request: FileRequest) => Promise<ConfigFile>;

/** Reports a finding at the place of a JSON pointer. */
export type RaiseAt = (code: FindingCode, message: string, pointer: string) => void;

/**
 * A member that is a path, `{file, sha256}`, PEM text or a JSON value (trust.md section 3). The policy's schema has checked
 * its form; JSON text in a string is content as well.
 */
export function policySource(value: Json): PolicySource {
  if (typeof value === 'string') {
    const isContent = value.includes('-----BEGIN') || value.trimStart().startsWith('{');
    return isContent ? { inline: Buffer.from(value) } : { file: value.trim() };
  }
  if (!isObject(value) || typeof value['file'] !== 'string') return { inline: Buffer.from(JSON.stringify(value)) };
  const { file, sha256 } = value;
  return typeof sha256 === 'string' ? { file, sha256: sha256.replace(/^sha256:/i, '').toLowerCase() } : { file };
}

/** The content of a member, read from its file when it names one. */
export async function contentOf(source: PolicySource, read: ReadPolicyFile, request: FileRequest): Promise<ConfigFile> {
  return 'inline' in source ? { ok: true, bytes: source.inline } : read(source, request);
}

/** The name of a member in messages: its path, or that it is in the policy. */
export function sourceName(source: PolicySource): string {
  return 'inline' in source ? 'in the policy' : source.file;
}
