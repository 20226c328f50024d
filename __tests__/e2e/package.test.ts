import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../support/cli.js';

/* What others get: bundles with the licences of what is in them, one file of types, and a package that installs no other. */

const text = (...parts: string[]): string => readFileSync(path.join(ROOT, ...parts), 'utf8');
const manifest = JSON.parse(text('package.json')) as Record<string, object>;
/** `name version` of each package in a licenses.txt. */
const licensed = (bundle: string): readonly string[] =>
  [...text('dist', bundle, 'licenses.txt').matchAll(/^-{80}\n(\S+ \S+) \(.+\)\n\n(?=\S)/gm)].map(([, name]) =>
    String(name),
  );
const sbom = JSON.parse(text('dist/sbom.spdx.json')) as {
  readonly packages: readonly { readonly name: string; readonly versionInfo: string; readonly SPDXID: string }[];
  readonly relationships: readonly { readonly relatedSpdxElement: string }[];
};

describe.each(['action', 'cli', 'lib', 'worker'])('the licences of %s', (bundle) => {
  test('are in the bill of materials too', () => {
    const listed = sbom.packages.map(({ name, versionInfo }) => `${name} ${versionInfo}`);
    expect(listed).toEqual(expect.arrayContaining([...licensed(bundle)]));
    expect(licensed(bundle).length).toBeGreaterThan(5);
  });

  test('are those of the curve arithmetic too', () => {
    expect(licensed(bundle).filter((name) => /^(curve25519-dalek|subtle|cfg-if) /.test(name))).toHaveLength(3);
  });
});

// Bundles whose comments were not taken out name the modules that they are made of.
test.each(['action', 'lib'])('every package in the code of %s is licensed', (bundle) => {
  const code = readdirSync(path.join(ROOT, 'dist', bundle))
    .filter((file) => file.endsWith('.js'))
    .map((file) => text('dist', bundle, file))
    .join('');
  const names = [
    ...code.matchAll(/^;?\/\/ CONCATENATED MODULE: \.\/node_modules\/(?:.*\/node_modules\/)?((?:@[^/]+\/)?[^/]+)/gm),
  ];
  const licences = licensed(bundle).map((name) => name.split(' ')[0]);
  expect(names.length).toBeGreaterThan(0);
  expect(licences).toEqual(expect.arrayContaining([...new Set(names.map(([, name]) => name))]));
});

test('the bill of materials describes each package once and names none that it lacks', () => {
  const ids = sbom.packages.map(({ SPDXID }) => SPDXID);
  expect(new Set(ids).size).toBe(ids.length);
  expect(sbom.relationships.map(({ relatedSpdxElement }) => relatedSpdxElement).sort()).toEqual([...ids].sort());
});

test('the types of the library name no other package', () => {
  expect(text('dist/lib/index.d.ts')).not.toMatch(
    /^import\b|\bimport\(|\brequire\(|^\/\/\/ <reference|^export .*\bfrom ['"]/m,
  );
});

test('the package installs no other', () => {
  expect(manifest['dependencies']).toBeUndefined();
  expect(manifest['optionalDependencies'] ?? manifest['peerDependencies']).toBeUndefined();
});
