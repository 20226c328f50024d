#!/usr/bin/env bash
# Workflows of the project and those that users copy: actionlint, the published schemas, and our own rules
# (every action pinned by commit with its tag beside it, least privilege, no credentials left in the checkout).
. "$(dirname "$0")/../lib/check.sh"

need git=git
go_tool actionlint github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
pip_tool check-jsonschema check-jsonschema==0.39.0
cd "$ROOT" || exit

pip_tool zizmor zizmor==1.32.0
schema() { "$TOOLS/py/bin/check-jsonschema" --builtin-schema "$@"; }
shopt -s nullglob
own=(.github/workflows/*.yml)
users=(templates/github/*.yml)
tests=(__tests__/e2e/workflows/*.yml)

holds "actionlint: ${#own[@]} workflows of the project" "$TOOLS/bin/actionlint" "${own[@]}"
holds "actionlint: ${#users[@]} workflows for users" "$TOOLS/bin/actionlint" "${users[@]}"
for file in "${tests[@]}"; do holds "actionlint: $file" "$TOOLS/bin/actionlint" "$file"; done
for file in "${own[@]}" "${users[@]}" "${tests[@]}"; do holds "schema: $file" schema vendor.github-workflows "$file"; done
holds 'schema: action.yml' schema vendor.github-actions action.yml
holds 'schema: .github/dependabot.yml' schema vendor.dependabot .github/dependabot.yml

# Files that users copy are checked against action.yml itself: their `uses: org/proof-verify@v1` becomes `uses: ./` in a copy.
mkdir -p "$WORK/repo/.github/workflows" "$WORK/repo/dist/action"
cp action.yml "$WORK/repo/" 2>/dev/null
touch "$WORK/repo/dist/action/index.js"
for file in "${users[@]}" .github/workflows/verify.yml; do
 sed -E 's#org/proof-verify@v1(\.[0-9.]+)?#./#' "$file" >"$WORK/repo/.github/workflows/$(basename "$file")"
done
git -C "$WORK/repo" init -q
holds 'the inputs and outputs that they use are those of action.yml' sh -c 'cd "$1" && test -f action.yml && "$2"' _ "$WORK/repo" "$TOOLS/bin/actionlint"

# Offline: the pins below replace what it would look up at GitHub. Which published tag a user's workflow has is the user's
# choice.
holds 'zizmor finds nothing' "$TOOLS/py/bin/zizmor" --offline --no-progress --config .github/zizmor.yml .github action.yml templates/github

unpinned=$(grep -nE '^\s*(- )?uses:' "${own[@]}" "${users[@]}" |
  grep -vE 'uses: (\./|org/proof-verify@v1(\.[0-9]+\.[0-9]+)?$|[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$)')
same 'every action is pinned by its commit, with the tag beside it' '' "$unpinned"
pins=$(grep -hoE 'uses: [^ ]+@[0-9a-f]{40} # v[0-9.]+' "${own[@]}" "${users[@]}" | sort -u)
same 'one version of each action' "$(sed -E 's/@.*//' <<<"$pins" | sort -u)" "$(sed -E 's/@.*//' <<<"$pins")"
for file in "${own[@]}" "${users[@]}"; do
  if awk '/^permissions:/ {found = 1} /^jobs:/ {exit} END {exit !found}' "$file" && ! grep -qE 'write-all|read-all|pull_request_target' "$file"; then
    ok "least privilege: $file"
  else
    not_ok "least privilege: $file" 'permissions must be set before jobs, without write-all, read-all or pull_request_target'
  fi
  checkouts=$(grep -c 'actions/checkout@' "$file")
  same "no token stays in the checkout: $file" "$checkouts" "$(grep -c 'persist-credentials: false' "$file")"
done
events=$(grep -lE '^  merge_group:' "${own[@]}" "${users[@]}" | tr '\n' ' ')
same 'what pull requests need runs in merge queues too' '.github/workflows/check-dist.yml .github/workflows/ci.yml templates/github/code-scanning.yml templates/github/evidence.yml templates/github/proof-verify.yml ' "$events"
# ${{ }} in a shell script is code injection as soon as someone else controls the value.
holds 'no expression inside a run script' node -e '
  const fs = require("fs");
  let bad = 0;
  for (const file of process.argv.slice(1)) {
    let run = -1;
    fs.readFileSync(file, "utf8").split("\n").forEach((line, at) => {
      const indent = line.search(/\S/);
      const start = /^(\s*)(- )?run:/.exec(line);
      if (start) run = indent + (start[2] ? 2 : 0);
      else if (run >= 0 && indent >= 0 && indent <= run) run = -1;
      if (run >= 0 && line.includes("${{")) { console.log(`${file}:${at + 1}: ${line.trim()}`); bad++; }
    });
  }
  process.exit(bad ? 1 : 0);' "${own[@]}" "${users[@]}"
description=$(node -p 'require("fs").readFileSync("action.yml", "utf8").match(/^description: >-\n((?:  .*\n)+)/m)[1].replace(/\s+/g, " ").trim()')
holds "the description fits the Marketplace: ${#description} of 125 characters" test "${#description}" -le 125
finish
