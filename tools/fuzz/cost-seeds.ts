// The most expensive hostile shapes, as recipes: seeds of the fuzzer's cost target, and rows of its test.
import type { Door, Recipe } from './cost.js';

const RECORD =
  '{"record_id":"prf-1","record_version":"1.0","timestamp":"2026-11-01T12:00:00Z","source":"ci","source_product":"ci","record_type":"decision","event":{"action":"allow"},"controls":{"permissions_enforced":true},"integrity":{"record_hash":"sha256:' +
  `${'0'.repeat(64)}"}}`;
const inRecord = (unit: string, before: string, after: string, name = 'event', door: Door = 'json'): Recipe => {
  const [prefix = '', suffix = ''] = RECORD.replace(/"event":\{[^}]*\}/, `"${name}":${before}\0${after}`).split('\0');
  return { door, prefix, unit, suffix: name === 'event' ? suffix : suffix.replace('{', '{"event":{},') };
};
const inEvent = (unit: string, open = '[', close = ']'): Recipe => inRecord(unit, `{"x":${open}`, `${close}}`);
const atTop = (unit: string, rest = RECORD): Recipe => ({
  door: 'json',
  prefix: '{',
  unit,
  suffix: `,${rest.slice(1)}`,
});
const CHAIN = `{"chain_id":"c","created_at":"2026-11-01T12:00:00Z","record_count":1,"head_hash":"","records":[${RECORD}]}`;
const SCHEMA = '{"$id":"urn:acme:x","x-proof-schema-version":"1","properties":{"event":';

/** By their names in messages. */
export const COST_SEEDS: Readonly<Record<string, Recipe>> = {
  'unknown members of a record': atTop('"m#":0'),
  'unknown members of a chain': atTop('"m#":0', CHAIN),
  'unknown members in another case': atTop('"M#":0'),
  'lists in a record': inEvent('[]'),
  'objects in a record': inEvent('{}'),
  'objects of a member in a record': inEvent('{"k#":1}'),
  'numbers in a record': inEvent('1'),
  'fractions in a record': inEvent('0.1'),
  'texts in a record': inEvent('"x#"'),
  'members in a record': inEvent('"m#":0', '{', '}'),
  'numbered members in a record': inEvent('"#":0', '{', '}'),
  'escaped names in a record': inEvent('"\\u0061#":0', '{', '}'),
  'escaped names and texts in a record': inEvent('"a\\n#":"\\ud83d\\ude00"', '{', '}'),
  'names that end in a backslash': inEvent('"a#\\\\":0', '{', '}'),
  'deep lists in a record': inEvent(`${'['.repeat(150)}${']'.repeat(150)}`),
  'a member that occurs twice': inEvent('"m":0', '{', '}'),
  'references of a record': inRecord('{"kind":"run","id":"r#","digest":"x"}', '{"entity_refs":[', ']}', 'relationship'),
  'related records': inRecord('"r#"', '{"related_record_ids":[', ']}', 'relationship'),
  'edges of a record': inRecord('{}', '{"edges":[', ']}', 'relationship'),
  'guardrails of a record': inRecord('{"name":"#"}', '{"guardrails_active":[', ']}', 'controls'),
  'elements of a chain that are numbers': { door: 'json', prefix: '{"records":[', unit: '1', suffix: ']}' },
  'elements of a chain that are objects': { door: 'json', prefix: '{"records":[', unit: '{}', suffix: ']}' },
  'elements of a chain that are broken': { door: 'json', prefix: '{"records":[', unit: '{"a"}', suffix: ']}' },
  'signatures of a chain': {
    door: 'json',
    prefix: `${CHAIN.slice(0, -1)},"signatures":[`,
    unit: `{"alg":"ed25519","key_id":"${'a'.repeat(64)}","sig":"${'A'.repeat(86)}==","signed_digest":"${'0'.repeat(64)}"}`,
    suffix: ']}',
  },
  'keys of a revocation list': {
    door: 'json',
    prefix: '{"version":"1","created_at":"2026-11-01T12:00:00Z","revoked":[',
    unit: '{"key_id":"#","revoked_at":"x"}',
    suffix: ']}',
  },
  'record types': {
    door: 'json',
    prefix: '{"version":"1","record_types":[',
    unit: '{"record_type":"a.b#"}',
    suffix: ']}',
  },
  'open brackets': { door: 'json', prefix: '', unit: '[[[[[[[[\n', suffix: '' },
  backslashes: { door: 'json', prefix: '"', unit: '\\\\\n', suffix: '"' },
  'lines of empty objects': { door: 'lines', prefix: '', unit: '{}\n', suffix: '' },
  'lines that are no JSON': { door: 'lines', prefix: '', unit: '{\n', suffix: '' },
  'lines of records that do not fit': { door: 'lines', prefix: '', unit: `${RECORD}\n`, suffix: '' },
  'blank lines': { door: 'lines', prefix: '', unit: ' \n', suffix: RECORD },
  'a line of members': { door: 'lines', prefix: '{', unit: '"m#":0', suffix: '}\n' },
  'records of a bundle that do not fit': { door: 'records of a bundle', prefix: '', unit: `${RECORD}\n`, suffix: '' },
  'a bundle that lists one file': {
    door: 'manifest',
    prefix: '{"files":[',
    unit: `{"path":"a.json","sha256":"${'0'.repeat(64)}"}`,
    suffix: '],"algo_id":"sha256"}',
  },
  'a bundle that lists missing files': {
    door: 'manifest',
    prefix: '{"files":[',
    unit: `{"path":"f#.json","sha256":"${'0'.repeat(64)}"}`,
    suffix: '],"algo_id":"sha256"}',
  },
  'alternatives of a schema': {
    door: 'schema',
    prefix: `${SCHEMA}{"properties":{"l":{"items":{"anyOf":[`,
    unit: '{"type":"string","enum":["a#"]}',
    suffix: ']}}}}}}',
  },
  'patterns of a schema': {
    door: 'schema',
    prefix: `${SCHEMA}{"properties":{"l":{"items":{"additionalProperties":false,"patternProperties":{`,
    unit: '"a#":true',
    suffix: '}}}}}}}',
  },
  'long patterns of a schema': {
    door: 'schema',
    prefix: `${SCHEMA}{"properties":{"l":{"items":{"propertyNames":{"anyOf":[`,
    unit: '{"pattern":"(a|b|ab)*#(x+x+)+y"}',
    suffix: ']}}}}}}}',
  },
  'a schema that unfolds': {
    door: 'schema',
    prefix: `${SCHEMA}{"$ref":"#/definitions/d"}},"definitions":{"d":{"allOf":[`,
    unit: '{"allOf":[{"contains":true},{"uniqueItems":true}]}',
    suffix: ']}}}',
  },
  'a content of a pack': { door: 'pack', prefix: '[', unit: '[0]', suffix: ']' },
  'keys of a policy': { door: 'policy', prefix: '', unit: 'k#: 0\n', suffix: '' },
  'aliases of a policy': { door: 'policy', prefix: 'a: &a 0\n', unit: 'k#: *a\n', suffix: '' },
  'brackets of a policy': { door: 'policy', prefix: '', unit: '- [}\n', suffix: '' },
};
