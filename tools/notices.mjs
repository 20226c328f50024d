// Third-party code in the bundles: its licences for licenses.txt, and the bill of materials. Both are generated from the
// bundler's own list of modules, so that nothing in a bundle can be missing.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LICENSE_FILE = /^(licen[cs]e|copying)([-.].*)?$/i;
/** The crates that are linked into the module of wasm/ (`cargo tree -e normal --target wasm32-unknown-unknown`). */
const CRATES = { 'curve25519-dalek': 'BSD-3-Clause', subtle: 'BSD-3-Clause', 'cfg-if': 'MIT' };

/**
 * The packages whose modules are in a bundle, by folder relative to the root, sorted.
 * @param stats statistics of webpack, as ncc writes them with --stats-out.
 */
export function bundledPackages(stats) {
  const folders = new Set();
  const visit = (modules) => {
    for (const { name = '', nameForCondition, modules: inner = [] } of modules) {
      const path = (nameForCondition ?? name).replaceAll('\\', '/');
      const [folder] = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [];
      if (folder !== undefined) folders.add(folder);
      visit(inner);
    }
  };
  visit(stats.modules);
  if (folders.size === 0) throw new Error('the bundler lists no module of a package');
  return [...folders].sort().map(npmPackage);
}

function npmPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const locked = lock().packages[folder];
  if (locked?.version !== version) throw new Error(`${folder} is not what package-lock.json says: run npm ci`);
  const files = readdirSync(join(root, folder)).filter((file) => LICENSE_FILE.test(file));
  if (typeof license !== 'string') throw new Error(`${name} does not name its licence`);
  return {
    name,
    version,
    license,
    text: files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim()).join('\n\n'),
    url: locked.resolved,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    checksum: {
      algorithm: 'SHA512',
      value: Buffer.from(locked.integrity.replace('sha512-', ''), 'base64').toString('hex'),
    },
  };
}

/** The crates of the WebAssembly module, which every bundle contains. */
export function linkedCrates() {
  const text = readFileSync(join(root, 'wasm/Cargo.lock'), 'utf8');
  return Object.entries(CRATES).map(([name, license]) => {
    const entry = text.split('[[package]]').find((block) => block.includes(`\nname = "${name}"\n`)) ?? '';
    const [, version] = /^version = "(.+)"$/m.exec(entry) ?? [];
    const [, checksum] = /^checksum = "(.+)"$/m.exec(entry) ?? [];
    if (version === undefined || checksum === undefined) throw new Error(`wasm/Cargo.lock does not lock ${name}`);
    return {
      name,
      version,
      license,
      text: readFileSync(join(root, 'wasm/licenses', `${name}.txt`), 'utf8').trim(),
      url: `https://crates.io/crates/${name}/${version}`,
      purl: `pkg:cargo/${name}@${version}`,
      checksum: { algorithm: 'SHA256', value: checksum },
    };
  });
}

/** The text of a licenses.txt. */
export function licensesText(packages) {
  const rule = '-'.repeat(80);
  const parts = packages.map(({ name, version, license, text }) => {
    if (text === '' && !/^(MIT|Apache-2\.0|ISC)$/.test(license)) throw new Error(`${name} has no licence text`);
    return `${rule}\n${name} ${version} (${license})\n\n${text === '' ? `${license}; the package contains no text of it.` : text}\n`;
  });
  return parts.join('\n');
}

/** The bill of materials of all bundles together, SPDX 2.3. It has no timestamp, so that every build gives the same bytes. */
export function spdx(packages, { name, version, license, repository }) {
  const unique = [...new Map(packages.map((found) => [found.purl, found])).values()].sort((a, b) =>
    a.purl < b.purl ? -1 : 1,
  );
  const digest = createHash('sha256')
    .update(JSON.stringify(unique.map(({ purl, checksum }) => [purl, checksum])))
    .digest('hex');
  const id = (purl) => `SPDXRef-${purl.replace(/[^A-Za-z0-9.]+/g, '-')}`;
  const own = `pkg:npm/${name}@${version}`;
  const entry = (purl, fields) => ({
    SPDXID: id(purl),
    filesAnalyzed: false,
    copyrightText: 'NOASSERTION',
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
    ...fields,
  });
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `${name}-${version}`,
    documentNamespace: `${repository}/sbom/${version}/${digest}`,
    creationInfo: { created: '1970-01-01T00:00:00Z', creators: [`Tool: ${name}-build`] },
    packages: [
      entry(own, {
        name,
        versionInfo: version,
        licenseConcluded: license,
        licenseDeclared: license,
        downloadLocation: `git+${repository}.git@v${version}`,
        primaryPackagePurpose: 'APPLICATION',
      }),
      ...unique.map((found) =>
        entry(found.purl, {
          name: found.name,
          versionInfo: found.version,
          licenseConcluded: found.license,
          licenseDeclared: found.license,
          downloadLocation: found.url,
          checksums: [{ algorithm: found.checksum.algorithm, checksumValue: found.checksum.value }],
          primaryPackagePurpose: 'LIBRARY',
        }),
      ),
    ],
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: id(own) },
      ...unique.map(({ purl }) => ({
        spdxElementId: id(own),
        relationshipType: 'CONTAINS',
        relatedSpdxElement: id(purl),
      })),
    ],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

let locked;
function lock() {
  locked ??= JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return locked;
}
