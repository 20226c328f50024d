import { expect, test } from '@jest/globals';
import { typedRecord } from '../../../src/engine/record/typed.js';
import { viewRecord } from '../../../src/engine/record/view.js';
import type { JsonObject } from '../../../src/engine/types.js';

/* The typed view of a record, as schemas and the signature of a chain see it (contract 2.2 and 3). */

const typed = (value: unknown, timestamp?: string): JsonObject => {
  const { view } = viewRecord(value as JsonObject, { loneCaseVariants: 'refuse' });
  if (view === undefined) throw new Error('the record can be read');
  return timestamp === undefined ? typedRecord(view) : typedRecord(view, timestamp);
};

const BARE = {
  record_id: '',
  record_version: '',
  source: '',
  source_product: '',
  record_type: '',
  controls: { permissions_enforced: false },
  integrity: { record_hash: '' },
};

test('omits absent and empty members', () => {
  expect(typed({})).toEqual(BARE);
  const empty = {
    agent_id: '',
    integrity: { record_hash: '', previous_record_hash: '', signing_key_id: '', signature: '' },
  };
  expect(typed(empty)).toEqual(BARE);
  expect(Object.keys(typed(empty)).sort()).toEqual(Object.keys(BARE).sort());
  expect(Object.keys(typed(empty)['integrity'] as JsonObject)).toEqual(['record_hash']);
});

test('includes present members', () => {
  const integrity = { record_hash: 'h', previous_record_hash: 'p', signing_key_id: 'k', signature: 's' };
  const value = {
    record_id: 'r',
    record_version: '1.0',
    timestamp: '2026-01-01T00:00:00Z',
    source: 's',
    source_product: 'p',
    agent_id: 'a',
    record_type: 't',
    event: { e: 1 },
    controls: { permissions_enforced: true },
    metadata: { m: 1 },
    relationship: { parent_record_id: 'x' },
    relations: { parent_record_id: 'y' },
    integrity,
  };
  expect(typed(value)).toMatchObject({ ...value, relationship: expect.anything(), relations: expect.anything() });
  expect(typed(value)['relationship']).not.toEqual(typed(value)['relations']);
  expect(typed(value, '2026-01-01T00:00:01Z')['timestamp']).toBe('2026-01-01T00:00:01Z');
  for (const name of ['previous_record_hash', 'signing_key_id', 'signature']) {
    const less = { ...value, integrity: { ...integrity, [name]: '' } };
    expect(typed(less)['integrity']).toEqual(
      Object.fromEntries(Object.entries(integrity).filter(([one]) => one !== name)),
    );
  }
});
