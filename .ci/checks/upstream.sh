#!/usr/bin/env bash
# Our compatible commands compared with the upstream program, built from its module: exit codes and JSON.
. "$(dirname "$0")/../lib/check.sh"
. "$(dirname "$0")/../lib/upstream.sh"

need_dist
upstream_proof
vectors=$ROOT/__tests__/vectors/conformance
[ -d "$vectors" ] || vectors=$ROOT/../shared/conformance
[ -f "$vectors/compat/cases.json" ] || cannot 'the conformance vectors are there' "looked in $vectors"
node "$ROOT/.ci/lib/upstream.mjs" "$UPSTREAM_PROOF" "$ROOT/dist/cli/index.js" "$vectors" >"$WORK/out" 2>"$WORK/err"
same 'the comparison runs to its end' 0 $? "$WORK/err"
while IFS=$'\t' read -r state name detail; do
  if [ "$state" = ok ]; then ok "$name"; else not_ok "$name" "${detail//; /$'\n'}"; fi
done <"$WORK/out"
finish
