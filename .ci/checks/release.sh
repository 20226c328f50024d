#!/usr/bin/env bash
# What a release publishes besides image and tag: its files are reproducible, the wheel works in a fresh Python, and the
# project can be moved to a different owner.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git python3=python3-venv
cd "$ROOT" || exit
for time in first second; do
  holds "the files of a release can be made ($time)" tools/release/assets.sh "$WORK/$time"
done
same 'the files of a release have the same bytes each time' "$(cat "$WORK/first/SHA256SUMS")" "$(cat "$WORK/second/SHA256SUMS")"
holds 'the checksums hold' sh -c 'cd "$1" && sha256sum --check --quiet SHA256SUMS' _ "$WORK/first"
holds 'the wheel contains the licences' sh -c 'python3 -m zipfile -l "$1"/*.whl | grep -q "cli/licenses.txt"' _ "$WORK/first"

python3 -m venv "$WORK/venv"
holds 'the wheel can be installed' "$WORK/venv/bin/pip" install --quiet --disable-pip-version-check "$WORK"/first/*.whl
said=$("$WORK/venv/bin/proof" verify --json examples/records/test-result.json 2>"$WORK/log")
same 'proof from the wheel verifies' '0 true' "$? $(node -p 'JSON.parse(process.argv[1]).ok' "$said")" "$WORK/log"
node .ci/lib/workspace.mjs "$WORK/ws"
"$WORK/venv/bin/proof-verify" gate --public-key "$(cat "$WORK/ws/key.hex")" -C "$WORK/ws/forged" >"$WORK/log" 2>&1
same 'a forged record is exit code 2 for Python too' 2 $? "$WORK/log"

clean_clone "$WORK/clone"
git -C "$WORK/clone" add -A
git -C "$WORK/clone" commit -q -m 'what is checked' >/dev/null || true
cd "$WORK/clone" || exit
GITHUB_REPOSITORY=Acme/gate node tools/identity.mjs --release >"$WORK/log" 2>&1
same 'a release under another name is refused' 1 $? "$WORK/log"
holds 'and says what to do' grep -q 'run node tools/identity.mjs Acme/gate' "$WORK/log"
holds 'the project can be given to another owner' node tools/identity.mjs Acme/gate acme-gate
holds 'and is released there' env GITHUB_REPOSITORY=Acme/gate node tools/identity.mjs --release
same 'no address of the placeholder is left' '' "$(git grep -l 'org/proof-verify' -- . ':(exclude)dist' ':(exclude)__tests__/vectors' ':(exclude)docs/spec' ':(exclude)*.generated.*')"
holds 'nothing of the archive that a runner downloads is missing' sh -c 'git archive HEAD | tar -t | grep -q "^dist/action/index.js$"'
finish
