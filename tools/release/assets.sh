#!/usr/bin/env bash
# Makes the files of a release from what is committed: the npm package, the wheel, the bill of materials, checksums.
#   tools/release/assets.sh FOLDER
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$root"
npm pack --ignore-scripts --pack-destination "$out" >/dev/null
# The same bytes each time: hatchling writes no time of its own.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" wheel --quiet --disable-pip-version-check --no-deps -w "$out" tools/python
cp dist/sbom.spdx.json "$out/"
cd "$out"
sha256sum -- *.tgz *.whl sbom.spdx.json >SHA256SUMS
