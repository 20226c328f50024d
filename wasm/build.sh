#!/usr/bin/env bash
# Builds wasm/ with Debian 13's compiler, in a root folder of its own, so that every machine gives the same bytes: the module
# goes to standard output. Needs root (for chroot), cargo (to fetch the locked crates) and mmdebstrap.
#   wasm/build.sh [FOLDER-THAT-KEEPS-THE-COMPILER] >module.wasm
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:-$(mktemp -d)}
root=$folder/debian13
if [ ! -e "$root/.complete" ]; then
  rm -rf "$root"
  mmdebstrap --quiet --variant=apt --include=cargo,rustc,libstd-rust-dev-wasm32,lld,gcc,libc6-dev trixie "$root" >&2
  touch "$root/.complete"
fi

# The same path for everybody: a compiler writes paths into what it builds.
work=$root/build
rm -rf "$work"
mkdir -p "$work/.cargo"
cp -r "$here/Cargo.toml" "$here/Cargo.lock" "$here/src" "$work"
cargo vendor --quiet --locked --manifest-path "$work/Cargo.toml" "$work/vendor" >"$work/vendor.log"
printf '[source.crates-io]\nreplace-with = "vendor"\n[source.vendor]\ndirectory = "vendor"\n[target.wasm32-unknown-unknown]\nlinker = "wasm-ld"\n' >"$work/.cargo/config.toml"
chroot "$root" /usr/bin/env -i PATH=/usr/bin HOME=/build sh -c \
  'cd /build && cargo build --quiet --release --locked --offline --target wasm32-unknown-unknown' >&2
cat "$work/target/wasm32-unknown-unknown/release/ed25519_tables.wasm"
rm -rf "$work"
[ $# -gt 0 ] || rm -rf "$folder"
