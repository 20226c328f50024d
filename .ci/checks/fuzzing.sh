#!/usr/bin/env bash
# A minute of coverage-guided fuzzing over the committed corpus (docs/fuzzing.md).
. "$(dirname "$0")/../lib/check.sh"
. "$(dirname "$0")/../lib/newer-libc.sh"

[ -d "$ROOT/node_modules" ] || cannot 'the packages are installed' 'run: npm ci'
use_newer_libc 2.38
FUZZ_NODE=$NODE_COMMAND node "$ROOT/tools/fuzz/run.mjs" --seconds 60 >"$WORK/out" 2>&1
sed '$d' "$WORK/out"
last=$(tail -n 1 "$WORK/out")
if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
  PASSED=${BASH_REMATCH[1]}
  FAILED=${BASH_REMATCH[2]}
else
  not_ok 'the fuzzer ran' "$last"
fi
finish
