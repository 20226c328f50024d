#!/usr/bin/env bash
# The first hour of a new user: a fresh clone and an empty home; from keys to a signed, approved and verified deployment, with
# the commands from the documents.
. "$(dirname "$0")/../lib/check.sh"
. "$(dirname "$0")/../lib/upstream.sh"

need_dist
need git=git python3=python3
go_tool act github.com/nektos/act@v0.2.89
use_node24
upstream_proof
clean_clone "$WORK/clone"
mkdir "$WORK/home" "$WORK/runner" "$WORK/bin" "$WORK/project"
for name in proof proof-verify; do
  printf '#!/bin/sh\nexec node "%s" "$@"\n' "$WORK/clone/dist/cli/index.js" >"$WORK/bin/$name"
  chmod +x "$WORK/bin/$name"
done
cd "$WORK/project" || exit
user() { env -i PATH="$WORK/bin:$PATH" HOME="$WORK/home" LC_ALL=C.UTF-8 NO_COLOR=1 "$@"; }
# said CODE COMMAND… : runs it, keeps its output in $WORK/said
said() {
  local expected=$1 code
  shift
  user "$@" >"$WORK/said" 2>&1
  code=$?
  same "$* is exit code $expected" "$expected" "$code" "$WORK/said"
}
says() { holds "it says: $1" grep -qE "$1" "$WORK/said"; }

said 0 proof-verify keygen --out ci
ci=$(grep -oE '^[0-9a-f]{64}$' "$WORK/said")
said 0 proof-verify keygen --out release
same 'only the owner reads the private keys' '600 600' "$(stat -c %a ci.pem release.pem | tr '\n' ' ' | sed 's/ $//')"
said 6 proof-verify keygen --out ci
says 'ci\.pem: error: file exists'

mkdir .proof
cat >produce.py <<'PY'
import json

record = {
    "record_id": "deploy-0001", "record_version": "1.0", "timestamp": "2026-03-03T12:00:00Z",
    "source": "pipeline", "source_product": "shop", "record_type": "deployment",
    "event": {"service": "shop", "environment": "production"},
}
with open(".proof/deployment.json", "w", encoding="utf-8") as file:
    json.dump(record, file, indent=2)
PY
said 0 python3 produce.py
said 3 proof-verify gate
says 'not sealed yet'
says 'hash --write FILE'
said 0 proof-verify sign .proof/deployment.json --key ci.pem --write
says "record signed by key $ci"
public=$(user proof-verify key id --json ci.pub | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["public_key"])')
said 0 "$UPSTREAM_PROOF" verify --json --signatures --public-key "$public" .proof/deployment.json
said 0 proof verify --json --signatures --public-key ci.pub .proof/deployment.json
said 0 proof-verify gate --public-key ci.pub

cat >.proof-policy.yml <<'YAML'
version: 1
trust:
  signatures: required
  keys:
    - name: ci
      public_key: ci.pub
    - name: release-manager
      public_key: release.pub
      record_types: [approval]
approvals:
  - id: production
    when: { properties: { record_type: { const: deployment } } }
    by: [release-manager]
YAML
said 0 proof-verify policy check
said 4 proof-verify gate
says 'approval'

# In the user's workflow, run by a runner: the template as printed, with the Action of the clone.
mkdir -p .github/workflows .github/proof-keys
cp ci.pub .github/proof-keys/
user proof-verify init github >.github/workflows/proof-verify.yml
git init -q -b main .
git remote add origin https://github.com/shop/shop.git
printf '%s\n' '*.pem' >.gitignore
printf '{"ref":"refs/heads/main","repository":{"default_branch":"main","full_name":"shop/shop"}}' >"$WORK/event.json"
commit() {
  git add -A
  git -c user.name=check -c user.email=check@example.invalid commit -q -m "$1"
}
# runner NAME EXPECTED
runner() {
  env -i PATH="$PATH" HOME="$WORK/runner" TMPDIR="$WORK" "$TOOLS/bin/act" push -W .github/workflows/proof-verify.yml -e "$WORK/event.json" \
    -P ubuntu-latest=-self-hosted --no-cache-server --local-repository "org/proof-verify@v1=$WORK/clone" --json \
    >"$WORK/act.jsonl" 2>"$WORK/act.err"
  same "$1" "$2" $? "$WORK/act.jsonl"
}
annotation() { # annotation NAME SCRIPT, about `errors`
  holds "$1" node -e '
    const lines = require("fs").readFileSync(process.argv[1], "utf8").split("\n").filter((l) => l.startsWith("{")).map((l) => JSON.parse(l));
    const errors = lines.filter((l) => l.command === "error");
    if (!eval(process.argv[2])) throw new Error(lines.map((l) => l.msg).join(""));
  ' "$WORK/act.jsonl" "$2"
}
commit 'a deployment'
runner 'in a workflow: nobody approved the deployment yet' 1
annotation 'in a workflow: the error stands at the record' \
  'errors.some((l) => l.kvPairs.file.endsWith(".proof/deployment.json") && Number(l.kvPairs.line) > 0 && /approval/i.test(l.arg + l.kvPairs.title))'
said 0 proof-verify approve .proof/deployment.json --key ci.pem --out "$WORK/own.json"
says 'a gate does not count its approval'
said 0 proof-verify approve .proof/deployment.json --key release.pem --by 'Release' --reason 'change 4711' --out .proof/approval.json
said 0 proof-verify gate
commit 'approved'
runner 'in a workflow: the approved deployment passes' 0
annotation 'in a workflow: nothing is annotated as an error' 'errors.length === 0'
said 6 proof-verify approve .proof/deployment.json --key release.pem --out .proof/approval.json

sed -i 's/"shop"/"shop2"/' .proof/deployment.json
said 2 proof-verify gate
says '\.proof/deployment\.json:'
said 2 proof-verify sign .proof/deployment.json --key ci.pem --write
same 'nothing was left in the home of the user' '' "$(ls -A "$WORK/home")"
finish
