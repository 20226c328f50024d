// Prints the uncompressed bytes of the layers that the image in one OCI folder has over the base in another.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [image, base] = process.argv.slice(2);
const json = (folder, digest) => JSON.parse(readFileSync(join(folder, 'blobs', ...digest.split(':')), 'utf8'));

function layers(folder) {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const manifest = json(folder, index.manifests[0].digest);
  const { diff_ids: ids } = json(folder, manifest.config.digest).rootfs;
  return manifest.layers.map((layer, at) => ({ id: ids[at], digest: layer.digest, type: layer.mediaType }));
}

const known = new Set(layers(base).map((layer) => layer.id));
let bytes = 0;
for (const layer of layers(image)) {
  if (known.has(layer.id)) continue;
  const blob = readFileSync(join(image, 'blobs', ...layer.digest.split(':')));
  bytes += blob[0] === 0x1f && blob[1] === 0x8b ? gunzipSync(blob).length : blob.length;
}
if (known.size === 0) throw new Error('the base has no layers');
console.log(bytes);
