import { afterAll, describe, expect, test } from '@jest/globals';
import { loadCatalogues } from '../../src/gate/config/frameworks/catalogues.js';
import { coverageOfRun } from '../../src/gate/run.js';
import { ALICE, folder, pretty, record, removeFolders } from '../support/build.js';
import { gate, options } from './support/run.js';

afterAll(removeFolders);

describe('coverage of a framework', () => {
  const soc2 = loadCatalogues().find(({ framework }) => framework.id === 'soc2');
  if (soc2 === undefined) throw new Error('soc2 is a framework');
  const files = {
    'proof/r.json': pretty(
      record({ record_type: 'approval', event: { verdict: 'approve', approver: 'ana', scope: 'x' } }, { by: ALICE }),
    ),
  };

  test('is reported for the records of a run, whatever the policy requires', async () => {
    const policy = { '.proof-policy.yml': pretty({ version: 1, require: { record_types: { approval: 1 } } }) };
    const { run, coverage } = await coverageOfRun(
      options(folder({ ...files, ...policy }), { 'public-key': [ALICE.publicKey] }),
      soc2,
    );
    expect(run.exitCode).toBe(0);
    expect(coverage).toMatchObject({ framework: 'soc2', version: soc2.framework.version, title: soc2.framework.title });
    expect(coverage.total).toBeGreaterThan(0);
    expect(coverage.controls.length).toBe(coverage.total);
    expect(run.model.report.coverage).toEqual([coverage]);
  });

  test('is empty without evidence', async () => {
    const { run, coverage } = await coverageOfRun(options(folder(), { 'if-no-artifacts-found': 'ignore' }), soc2);
    expect(run.exitCode).toBe(0);
    expect([coverage.framework, coverage.covered]).toEqual(['soc2', 0]);
  });

  test('is in a report only when it is asked for', async () => {
    const plain = await gate(files);
    expect(Object.keys(plain.model.report)).not.toContain('coverage');
    const policy = {
      '.proof-policy.yml': pretty({ version: 1, require: { frameworks: [{ id: 'soc2', min_coverage: 0 }] } }),
    };
    const asked = await gate({ ...files, ...policy });
    expect(asked.model.report.coverage).toMatchObject([{ framework: 'soc2' }]);
  });
});
