#!/usr/bin/env bash
# The committed bundles and the npm package, with nothing installed, on every supported Node: the command line, the library,
# and the Action driven as a runner drives it.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git
clean_clone "$WORK/clone"
mkdir -p "$WORK/bin" "$WORK/project/node_modules"
ln -s "$WORK/clone/dist/cli/index.js" "$WORK/bin/proof"
node "$ROOT/.ci/lib/workspace.mjs" "$WORK/ws"

# What npm would publish, unpacked where an installation puts it, without dependencies.
holds 'the package can be packed' sh -c 'cd "$1" && npm pack --ignore-scripts --pack-destination "$2"' _ "$WORK/clone" "$WORK"
tar -xzf "$WORK"/proof-verify-*.tgz -C "$WORK/project/node_modules" --transform 's/^package/proof-verify/'
mkdir "$WORK/fresh"
npm install --prefix "$WORK/fresh" --offline --ignore-scripts --no-audit --no-fund "$WORK"/proof-verify-*.tgz >"$WORK/log" 2>&1
same 'npm install adds one package' proof-verify "$(ls "$WORK/fresh/node_modules")" "$WORK/log"
cd "$ROOT" || exit
holds 'publint finds nothing' node_modules/.bin/publint --strict --pack false
holds 'the types are right for every resolution (attw)' node_modules/.bin/attw --profile esm-only --no-emoji "$WORK"/proof-verify-*.tgz
# A user without @types/node, who has library declarations checked.
cat >"$WORK/project/user.mts" <<'TS'
import { type ArtifactVerdict, generateKeyPair, verifyArtifact } from 'proof-verify';

export const verdict: Promise<ArtifactVerdict> = verifyArtifact('a.json', { publicKeys: [generateKeyPair().publicKey] });
TS
echo '{"compilerOptions": {"noEmit": true, "strict": true, "module": "nodenext", "target": "es2022", "types": []}}' \
  >"$WORK/project/tsconfig.json"
holds 'the types need no other types' node_modules/.bin/tsc -p "$WORK/project"
cat >"$WORK/project/library.mjs" <<'JS'
import { verifyArtifact } from 'proof-verify';

const outcomes = [];
for (const path of process.argv.slice(2)) outcomes.push((await verifyArtifact(path)).outcome);
console.log(outcomes.join(' '));
JS

# action WORKSPACE → "exit-code outcome exit-code" as the step and its outputs have them
action() {
  local dir="$WORK/runner-$major-$1"
  mkdir -p "$dir/temp"
  : >"$dir/output"
  : >"$dir/summary"
  env -i PATH="$PATH" HOME="$dir" GITHUB_ACTIONS=true GITHUB_WORKSPACE="$WORK/ws/$1" GITHUB_OUTPUT="$dir/output" \
    GITHUB_STEP_SUMMARY="$dir/summary" RUNNER_TEMP="$dir/temp" GITHUB_REPOSITORY=org/project GITHUB_EVENT_NAME=push GITHUB_REF=refs/heads/main GITHUB_REF_NAME=main GITHUB_REF_PROTECTED=true \
    GITHUB_SHA=eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee INPUT_ANNOTATIONS=true INPUT_SUMMARY=true INPUT_COMMENT=never \
    INPUT_CHECK-RUN=false "INPUT_PUBLIC-KEY=$(cat "$WORK/ws/key.hex")" \
    node "$WORK/clone/dist/action/index.js" >"$dir/log" 2>&1
  local code=$?
  # name<<DELIMITER, value, DELIMITER
  output() { awk -v name="$1" 'index($0, name "<<") == 1 {getline; print; exit}' "$dir/output"; }
  echo "$code $(output outcome) $(output exit-code)"
}

path=$PATH
for major in 20 22 24 26; do
  PATH=$path
  use_node "$major"
  version=$(node --version)
  same "Node $major is there ($version)" "v$major" "${version%%.*}"
  cd "$WORK/clone" || exit
  holds "$version: gate -C examples" node dist/cli/index.js gate -C examples
  node dist/cli/index.js gate --public-key "$(cat "$WORK/ws/key.hex")" -C "$WORK/ws/forged" >"$WORK/log" 2>&1
  same "$version: a forged record is exit code 2" 2 $? "$WORK/log"
  "$WORK/bin/proof" verify --json examples/records/test-result.json >"$WORK/out" 2>"$WORK/log"
  same "$version: proof verify --json" '0 record true' "$? $(node -p 'const {kind, ok} = JSON.parse(require("fs").readFileSync(process.argv[1])); kind + " " + ok' "$WORK/out")" "$WORK/log"
  holds "$version: the published package is a command" node "$WORK/project/node_modules/proof-verify/dist/cli/index.js" gate -C examples
  cd "$WORK/project" || exit
  said=$(node library.mjs "$WORK/clone/examples/records/test-result.json" "$WORK/ws/forged/.proof/chain/pipeline.jsonl" 2>&1)
  same "$version: the library can be imported" 'verified failed' "$said"
  same "$version: the Action passes good records" '0 passed 0' "$(action good)" "$WORK/runner-$major-good/log"
  same "$version: the Action fails on a forged one" '2 failed 2' "$(action forged)" "$WORK/runner-$major-forged/log"
  holds "$version: the Action names the forged line" grep -q '^::error .*pipeline\.jsonl,line=2' "$WORK/runner-$major-forged/log"
  holds "$version: the Action writes a summary" test -s "$WORK/runner-$major-forged/summary"
done
finish
