import { expect, test } from '@jest/globals';
import { type Control, evidenceSets } from '../../../../src/gate/config/frameworks/framework.js';

const rule = { required_record_types: ['decision'], required_fields: ['event'], minimum_frequency: 'daily' };
const set = { id: 's', ...rule };

// A schema asks for a whole rule or for sets; whatever gets past it must not be covered by half of a rule.
test.each<[string, Partial<Control>, ReturnType<typeof evidenceSets>]>([
  ['a rule of its own', rule, [rule]],
  ['sets', { evidence_sets: [set] }, [set]],
  ['both: the sets', { ...rule, evidence_sets: [set] }, [set]],
  ['no sets', { evidence_sets: [] }, []],
  ['nothing', {}, []],
  ['no types', { required_fields: ['event'], minimum_frequency: 'daily' }, []],
  ['no fields', { required_record_types: ['decision'], minimum_frequency: 'daily' }, []],
  ['no frequency', { required_record_types: ['decision'], required_fields: ['event'] }, []],
])('ways to cover a control with %s', (_, more, expected) => {
  expect(evidenceSets({ id: 'c', title: 'C', ...more })).toStrictEqual(expected);
});
