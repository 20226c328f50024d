import type { FindingCode } from '../findings.js';
import { caseVariants, isObject, member, type Problem } from '../json/members.js';
import { pointerPart } from '../json/pointer.js';
import type { Json, JsonObject } from '../json/value.js';
import { quote } from '../text.js';

/** References that a profile may have. */
const REFERENCES = [
  'event_ref',
  'action_ref',
  'contract_ref',
  'run_ref',
  'session_ref',
  'policy_ref',
  'decision_ref',
  'proof_ref',
  'causal_ref',
  'containment_ref',
  'boundary_ref',
  'revocation_ref',
  'acknowledgement_ref',
] as const;
const SPANS = [
  { name: 'trace_id', digits: 32, code: 'record.profile.trace_id_invalid' },
  { name: 'span_id', digits: 16, code: 'record.profile.span_id_invalid' },
  { name: 'parent_span_id', digits: 16, code: 'record.profile.parent_span_id_invalid' },
] as const;
const LABELS = [
  ['schema_id', 'record.profile.reference_schema_id_invalid'],
  ['schema_version', 'record.profile.reference_schema_version_invalid'],
  ['source_product', 'record.profile.reference_source_product_invalid'],
] as const;
const REDACTIONS = ['redaction', 'redaction_metadata'] as const;
const MEMBERS: ReadonlySet<string> = new Set([
  'profile_version',
  'binding_mode',
  'content_digest',
  ...REFERENCES,
  ...SPANS.map(({ name }) => name),
  ...REDACTIONS,
]);
const REDACTION_MEMBERS: ReadonlySet<string> = new Set(['applied', 'fields', 'reason', 'method']);
const DIGEST = /^(?:sha256:)?[0-9a-f]{64}$/;

/**
 * The problems of a profile of control, containment and telemetry (producers.md section 8). A profile states that identifiers
 * were recorded together; it does not state that anything was enforced.
 * @param pointer of the profile in its document.
 */
export function profileProblems(value: Json, pointer: string): readonly Problem[] {
  const check = new ProfileCheck(pointer);
  check.run(value);
  return check.problems;
}

class ProfileCheck {
  readonly problems: Problem[] = [];
  private digests = 0;
  private firstDigest = '';

  constructor(private readonly pointer: string) {}

  run(value: Json): void {
    if (!isObject(value)) {
      this.add('record.profile.version_required', '', 'the profile must be an object with a profile_version');
      return;
    }
    this.names(value, MEMBERS, '');
    const version = member(value, 'profile_version') ?? '';
    if (version === '') this.add('record.profile.version_required', '', 'profile_version is missing');
    else if (version !== '1' && version !== '1.0') {
      const message = `profile_version ${typeof version === 'string' ? quote(version) : JSON.stringify(version)} is not supported: "1" and "1.0" are`;
      this.add('record.profile.version_unsupported', '/profile_version', message);
    }
    for (const name of REFERENCES) this.reference(member(value, name), `/${name}`);
    for (const { name, digits, code } of SPANS) this.span(member(value, name), `/${name}`, digits, code);
    this.contentDigest(member(value, 'content_digest'));
    for (const name of REDACTIONS) this.redaction(member(value, name), `/${name}`);
    this.binding(member(value, 'binding_mode'));
  }

  private add(code: FindingCode, at: string, message: string): void {
    this.problems.push({ code, message, pointer: this.pointer + at });
  }

  private names(value: JsonObject, known: ReadonlySet<string>, at: string): void {
    for (const { name, known: meant } of caseVariants(value, known) ?? []) {
      const message = `member ${quote(name)} differs from ${quote(meant)} only by case`;
      this.add('json.case_collision', at + pointerPart(name), message);
    }
    for (const name of Object.keys(value)) {
      if (known.has(name)) continue;
      this.add('document.unknown_member', at + pointerPart(name), `member ${quote(name)} is not part of the profile`);
    }
  }

  private digest(at: string): void {
    if (this.digests++ === 0) this.firstDigest = at;
  }

  private reference(value: Json | undefined, at: string): void {
    if (value === undefined || value === null) return;
    if (!isObject(value) || isBlank(member(value, 'kind')) || isBlank(member(value, 'id'))) {
      this.add('record.profile.reference_invalid', at, 'a reference needs a kind and an id');
    }
    if (!isObject(value)) return;
    const digest = member(value, 'digest') ?? null;
    if (digest !== null) {
      this.digest(`${at}/digest`);
      if (typeof digest !== 'string' || !DIGEST.test(digest))
        this.add('record.profile.reference_digest_invalid', `${at}/digest`, 'the digest is not a lower-case SHA-256');
    }
    for (const [name, code] of LABELS) {
      const label = member(value, name) ?? null;
      if (label !== null && isBlank(label)) this.add(code, `${at}/${name}`, `${name} of a reference must not be empty`);
    }
  }

  private span(value: Json | undefined, at: string, digits: number, code: FindingCode): void {
    if (value === undefined || value === null) return;
    const valid =
      typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/.test(value) && /[1-9a-f]/.test(value);
    if (!valid) this.add(code, at, `${at.slice(1)} must be ${digits} lower-case hex digits, not all zero`);
  }

  private contentDigest(value: Json | undefined): void {
    if (value === undefined || value === null) return;
    this.digest('/content_digest');
    if (typeof value === 'string' && DIGEST.test(value)) return;
    this.add('record.profile.content_digest_invalid', '/content_digest', 'content_digest is not a lower-case SHA-256');
  }

  private redaction(value: Json | undefined, at: string): void {
    if (value === undefined || value === null) return;
    if (!isObject(value)) {
      this.add('record.profile.redaction_field_invalid', at, 'redaction must be an object');
      return;
    }
    this.names(value, REDACTION_MEMBERS, at);
    if (typeof member(value, 'applied') !== 'boolean')
      this.add('record.profile.redaction_field_invalid', at, 'applied of a redaction must be true or false');
    const fields = member(value, 'fields') ?? [];
    if (!Array.isArray(fields)) {
      this.add('record.profile.redaction_field_invalid', `${at}/fields`, 'fields of a redaction must be a list');
    } else this.fields(fields as readonly Json[], `${at}/fields`);
    for (const name of ['reason', 'method'] as const) {
      const given = member(value, name) ?? null;
      if (given !== null && isBlank(given))
        this.add(
          `record.profile.redaction_${name}_invalid`,
          `${at}/${name}`,
          `${name} of a redaction must not be empty`,
        );
    }
  }

  private fields(fields: readonly Json[], at: string): void {
    const seen = new Set<Json>();
    fields.forEach((field, i) => {
      if (isBlank(field))
        this.add('record.profile.redaction_field_invalid', `${at}/${i}`, 'a field of a redaction must not be empty');
      else if (seen.has(field))
        this.add('record.profile.redaction_field_duplicate', `${at}/${i}`, 'a field of a redaction is named twice');
      seen.add(field);
    });
  }

  private binding(mode: Json | undefined): void {
    if (mode === 'identifier_only') {
      if (this.digests > 0) {
        const message = 'a profile that binds identifiers only must not carry a digest';
        this.add('record.profile.identifier_only_digest', this.firstDigest, message);
      }
    } else if (mode === 'digest_bound') {
      if (this.digests === 0)
        this.add('record.profile.digest_required', '', 'a profile that binds by digest must carry one');
    } else {
      const message = 'binding_mode must be identifier_only or digest_bound';
      this.add('record.profile.binding_mode_invalid', mode === undefined ? '' : '/binding_mode', message);
    }
  }
}

function isBlank(value: Json | undefined): boolean {
  return typeof value !== 'string' || value.trim() === '';
}
