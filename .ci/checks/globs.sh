#!/usr/bin/env bash
# Our patterns and walk against @actions/glob, over 2,000 random pairs of patterns and trees: every difference has a name.
# shellcheck source=../lib/check.sh
source "$(dirname "$0")/../lib/check.sh"
cd "$ROOT" || exit 1

# The home folder is empty: `~` means it to the reference.
mkdir "$WORK/home" "$WORK/trees"
holds 'patterns mean the same to @actions/glob, or the difference has a name' \
  env HOME="$WORK/home" TMPDIR="$WORK/trees" node .ci/lib/globs.mjs 2000 1
finish
