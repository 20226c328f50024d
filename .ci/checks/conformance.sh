#!/usr/bin/env bash
# The conformance vectors, which lie beside the clone: recorded verdicts of other programs, held against ours.
. "$(dirname "$0")/../lib/check.sh"

need_dist
cd "$ROOT" || exit
runner=../shared/conformance/run.mjs
for suite in compat:957 gate:526; do
  name=${suite%%:*}
  if [ ! -f "$runner" ]; then
    not_ok "conformance, $name" "$runner is missing: the vectors must lie beside the clone"
    continue
  fi
  node "$runner" "$name" >"$WORK/out" 2>&1
  last=$(tail -n 1 "$WORK/out")
  if [[ $last =~ ([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    PASSED=$((PASSED + BASH_REMATCH[1]))
    FAILED=$((FAILED + BASH_REMATCH[2]))
    echo "# $last"
    [ "${BASH_REMATCH[2]}" -eq 0 ] || head -n -1 "$WORK/out" | sed 's/^/not ok /'
    [ $((BASH_REMATCH[1] + BASH_REMATCH[2])) -ge "${suite#*:}" ] || not_ok "conformance, $name: all ${suite#*:} cases ran" "$last"
  else
    not_ok "conformance, $name" "$(tail -n 20 "$WORK/out")"
  fi
done
finish
