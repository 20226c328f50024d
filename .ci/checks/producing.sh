#!/usr/bin/env bash
# docs/usage/producing.md: the worked example, byte by byte, and each recipe run as it stands; what they write is verified
# here and by upstream's proof.
. "$(dirname "$0")/../lib/check.sh"
. "$(dirname "$0")/../lib/upstream.sh"

need_dist
need git=git python3=python3 go=golang openssl=openssl jq=jq
upstream_proof
clean_clone "$WORK/clone"
page=docs/usage/producing.md
example() { node "$ROOT/.ci/lib/docs.mjs" example "$WORK/clone" "$page" "$1"; }
mkdir "$WORK/bin" "$WORK/keys"
for name in proof proof-verify; do
  printf '#!/bin/sh\nexec node "%s" "$@"\n' "$WORK/clone/dist/cli/index.js" >"$WORK/bin/$name"
  chmod +x "$WORK/bin/$name"
done
PATH="$WORK/bin:$PATH"
cd "$WORK/keys" || exit
proof-verify keygen --out ci >id 2>/dev/null || cannot 'keygen'
public=$(openssl pkey -pubin -in ci.pub -outform DER | tail -c 32 | od -An -v -tx1 | tr -d ' \n')

example guide-bytes | tr -d '\n' >bytes
same 'the worked example has 330 bytes' 330 "$(stat -c %s bytes)"
same 'they hash to the digest that is shown' "$(example guide-hash)" "sha256:$(sha256sum bytes | cut -d ' ' -f 1)"
example guide-record >record.json
holds 'hash --canonical prints those bytes' sh -c 'proof-verify hash --canonical record.json | cmp - bytes'

python3 -m venv "$WORK/py" >/dev/null 2>&1 || { need no-python-venv=python3-venv; python3 -m venv "$WORK/py"; }
"$WORK/py/bin/pip" --disable-pip-version-check -q install cryptography pynacl >"$WORK/pip.log" 2>&1 ||
  cannot 'install cryptography and PyNaCl' "$(tail -n 10 "$WORK/pip.log")"

# A record with common pitfalls: non-ASCII letters, characters that Go escapes, an offset, a link.
cat >"$WORK/plain.json" <<'JSON'
{
  "record_id": "rec-0002", "record_version": "1.0", "timestamp": "2026-03-03T13:00:00+01:00",
  "source": "billing", "source_product": "billing-service", "record_type": "test_result", "agent_id": "agent-7",
  "event": {"suite": "Verträge <a & b>", "count": 12, "outcome": "passed", "z": [1, null, true, {"b": "", "a": 0}]},
  "controls": {"permissions_enforced": true}, "metadata": {},
  "integrity": {"previous_record_hash": "sha256:4719a3d3f75aa029e430f321dc6432fbfaf23f7685391215185f8a59b936217e"}
}
JSON
cp "$WORK/plain.json" record.json
proof-verify sign record.json --key ci.pem --write 2>/dev/null
wanted=$(jq -S .integrity record.json)

# recipe NAME COMMAND… : runs in a folder with record.json and ci.pem
recipe() {
  local name=$1 dir="$WORK/recipe-$1"
  mkdir -p "$dir"
  cp ci.pem "$dir/"
  cp "$WORK/plain.json" "$dir/record.json"
  (cd "$dir" && "${@:2}") >"$WORK/log" 2>&1 || { not_ok "$name runs" "$(tail -n 20 "$WORK/log")"; return; }
  same "$name writes what sign writes" "$wanted" "$(jq -S .integrity "$dir/record.json")"
  holds "$name: the gate verifies it" proof-verify gate -C "$dir" record.json --public-key "$public"
  holds "$name: upstream verifies it" "$UPSTREAM_PROOF" verify --signatures --public-key "$public" "$dir/record.json"
}

mkdir "$WORK/recipe-python-pynacl" "$WORK/recipe-node-library" "$WORK/recipe-go"
example python-cryptography >"$WORK/seal.py"
example python-pynacl >"$WORK/pynacl.py"
example node-crypto >"$WORK/crypto.mjs"
example node-library >"$WORK/recipe-node-library/library.mjs"
example go >"$WORK/recipe-go/main.go"
example shell >"$WORK/shell.sh"
mkdir -p "$WORK/recipe-node-library/node_modules"
ln -s "$WORK/clone" "$WORK/recipe-node-library/node_modules/proof-verify"
# The second recipe imports the functions of the first, without the part that the first one runs.
sed '/^with open/,$d' "$WORK/seal.py" >"$WORK/recipe-python-pynacl/seal.py"
recipe python-cryptography "$WORK/py/bin/python" "$WORK/seal.py"
recipe python-pynacl sh -c 'PYTHONPATH=. "$1" "$2"' _ "$WORK/py/bin/python" "$WORK/pynacl.py"
recipe node-library node library.mjs
recipe node-crypto node "$WORK/crypto.mjs"
recipe go go run main.go
recipe shell sh "$WORK/shell.sh"

# Whatever sign writes, upstream reads: a stream, a chain document, a bundle.
mkdir "$WORK/signed" && cd "$WORK/signed" || exit
for i in 1 2 3; do jq -c --arg id "rec-$i" '.record_id = $id | del(.integrity)' "$WORK/plain.json"; done >log.jsonl
jq -s '{chain_id: "c", created_at: "2026-03-03T12:00:00Z", record_count: 0, records: .}' log.jsonl >chain.json
mkdir bundle folder
cp log.jsonl bundle/
echo '{"files": [{"path": "log.jsonl"}]}' >bundle/manifest.json
proof-verify sign bundle/log.jsonl log.jsonl chain.json --key "$WORK/keys/ci.pem" --write >/dev/null 2>"$WORK/log"
same 'sign takes a stream and a chain' 0 $? "$WORK/log"
holds 'sign takes a bundle' proof-verify sign bundle --key "$WORK/keys/ci.pem" --write
cp log.jsonl folder/
for what in chain.json folder bundle; do
  holds "the gate verifies the signed $what" proof-verify gate "$what" --public-key "$public"
  holds "upstream verifies the signed $what" "$UPSTREAM_PROOF" verify --signatures --public-key "$public" "$what"
done
finish
