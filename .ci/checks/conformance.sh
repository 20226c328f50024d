#!/usr/bin/env bash
# Recorded verdicts of other programs and the situations of the specification, compared with the built commands.
. "$(dirname "$0")/../lib/check.sh"

need_dist
cd "$ROOT" || exit
node tools/conformance.mjs --show 100
