#!/usr/bin/env bash
# The committed files are what the sources produce: dist/, byte for byte and without extra files; the examples.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git
cd "$ROOT" || exit
[ -d node_modules ] || cannot 'the packages are installed' 'run: npm ci'
before=$(git status --porcelain --untracked-files=all)
holds 'dist/ is what the sources build' node tools/build.mjs --check
same 'building leaves nothing in the tree' "$before" "$(git status --porcelain --untracked-files=all)"
# Ignored files would be missing in every clone.
same 'nothing in dist/ is ignored by git' '' "$(git ls-files --others --ignored --exclude-standard -- dist examples broken-examples)"
same 'the command line may be executed' 100755 "$(git ls-files --stage -- dist/cli/index.js | cut -d' ' -f1)"

clean_clone "$WORK/clone"
cd "$WORK/clone" || exit
git add -A
git commit -q -m 'what is checked' >/dev/null || true
holds 'the examples can be made' node tools/make-examples.mjs
same 'the examples are what their script makes' '' "$(git status --porcelain --untracked-files=all && git diff --stat)"
finish
