#!/usr/bin/env bash
# The GitLab templates, run by gitlab-ci-local with its shell executor: the jobs' scripts, inputs, rules and artifacts
# are real, GitLab's own runner and widgets are not. Reports are asserted file by file, as a missing one still passes there.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need rsync=rsync git=git
use_node24
npm_tool gitlab-ci-local gitlab-ci-local@4.75.0
pip_tool check-jsonschema check-jsonschema==0.39.0

gcl() { node "$TOOLS/npm/gitlab-ci-local/node_modules/gitlab-ci-local/$GCL" --force-shell-executor --shell-isolation --no-color "$@"; }
GCL=$(node -p 'const b=require(process.argv[1]).bin;typeof b==="string"?b:Object.values(b)[0]' "$TOOLS/npm/gitlab-ci-local/node_modules/gitlab-ci-local/package.json")

# The published schema knows one document a file: the component is checked as header and body.
for file in "$ROOT"/templates/gitlab/*.yml; do
  holds "schema: ${file#"$ROOT/"}" "$TOOLS/py/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci "$file"
done
awk '/^---$/ {body = 1; next} body' "$ROOT/templates/proof-verify/template.yml" |
  sed 's/\$\[\[ inputs\.job-name \]\]/proof-verify/; s/\$\[\[ inputs\.[a-z0-9-]* \]\]/value/g' >"$WORK/body.yml"
holds 'schema: templates/proof-verify/template.yml (body)' "$TOOLS/py/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci "$WORK/body.yml"
awk '/^---$/ {exit} {print}' "$ROOT/templates/proof-verify/template.yml" >"$WORK/header.yml"
holds 'schema: templates/proof-verify/template.yml (spec)' "$TOOLS/py/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci "$WORK/header.yml"

mkdir "$WORK/bin"
printf '#!/bin/sh\nexec node "%s" "$@"\n' "$ROOT/dist/cli/index.js" >"$WORK/bin/proof-verify"
chmod +x "$WORK/bin/proof-verify"
export PATH="$WORK/bin:$PATH"
node "$ROOT/.ci/lib/workspace.mjs" "$WORK/ws"
key=$(cat "$WORK/ws/key.hex")
export HOME="$WORK/home" GIT_CONFIG_NOSYSTEM=1
mkdir "$HOME"

project() { # project NAME WORKSPACE : a repository with the templates and its pipeline from standard input
  local dir="$WORK/$1"
  cp -R "$WORK/ws/$2" "$dir"
  cp -R "$ROOT/templates" "$dir/templates"
  cat >"$dir/.gitlab-ci.yml"
  git -C "$dir" init -q -b main
  git -C "$dir" add -A
  git -C "$dir" -c user.name=check -c user.email=check@example.invalid commit -q -m start
  git -C "$dir" remote add origin git@gitlab.example.invalid:group/project.git
  git -C "$dir" update-ref refs/remotes/origin/main HEAD
}

pipeline() { # pipeline NAME OPTIONS… → $code, $WORK/run.log
  local dir="$WORK/$1"
  shift
  (cd "$dir" && gcl "$@") >"$WORK/run.log" 2>&1
  code=$?
}

report() { # report NAME FILE SCRIPT : SCRIPT gets the text as `text`, the parsed JSON as `json`
  holds "$1" node -e 'const text=require("fs").readFileSync(process.argv[1],"utf8");let json;try{json=JSON.parse(text)}catch{}
    if(!eval(process.argv[2])){console.error(text.slice(0,2000));process.exit(1)}' "$2" "$3"
}

component() {
  cat <<YAML
include:
  - local: /templates/proof-verify/template.yml
    inputs:
      job-name: evidence
      public-key: $key
      patterns: .proof/**
      reports-directory: out
YAML
}

for ws in good forged; do
  component | project "component-$ws" "$ws"
  pipeline "component-$ws"
  if [ "$ws" = good ]; then
    same 'component: good records pass' 0 "$code" "$WORK/run.log"
  else
    if [ "$code" -ne 0 ] && grep -qE 'exit(ed with)?( code)? 2|FAIL.*2' "$WORK/run.log"; then ok 'component: a forged record fails the pipeline with 2'; else not_ok 'component: a forged record fails the pipeline with 2' "code $code" "$(cat "$WORK/run.log")"; fi
  fi
  out="$WORK/component-$ws/.gitlab-ci-local/artifacts/evidence/out"
  for file in gate.json gate.sarif junit.xml gl-code-quality-report.json index.html; do
    if [ -s "$out/$file" ]; then ok "component, $ws: $file is an artifact"; else not_ok "component, $ws: $file is an artifact" "$(tail -n 15 "$WORK/run.log")"; fi
  done
done
out="$WORK/component-good/.gitlab-ci-local/artifacts/evidence/out"
report 'component: inputs reach the gate (key, patterns)' "$out/gate.json" 'json.exit_code===0 && json.summary.signatures===4 && json.artifacts.length===2'
report 'component: no finding, no code-quality issue' "$out/gl-code-quality-report.json" 'Array.isArray(json) && json.length===0'
out="$WORK/component-forged/.gitlab-ci-local/artifacts/evidence/out"
report 'component: the issue is at its line' "$out/gl-code-quality-report.json" 'json.some(i=>i.check_name==="record.hash_mismatch" && i.location.path===".proof/chain/pipeline.jsonl" && i.location.lines.begin===2 && i.fingerprint && i.severity)'
report 'component: JUnit has the failure' "$out/junit.xml" '/<failure/.test(text) && /pipeline\.jsonl/.test(text)'
report 'component: the page is self-contained HTML' "$out/index.html" '/^<!doctype html>/i.test(text) && !/src="http/.test(text)'

# As remote projects include it; the server is a stand-in.
project catalog good <<'YAML'
include:
  - component: $CI_SERVER_FQDN/$CI_PROJECT_PATH/proof-verify@~latest
    inputs:
      job-name: catalog
      stage: test
YAML
git -C "$WORK/catalog" tag 1.0.0
# Git's own commands over an `ssh` that stays on this machine.
cat >"$WORK/bin/ssh" <<SH
#!/bin/sh
[ "\$1" = -G ] && exec printf 'hostname gitlab.example.invalid\nport 22\n'
for command; do :; done
exec \${command%% *} "$WORK/catalog"
SH
chmod +x "$WORK/bin/ssh"
GIT_SSH="$WORK/bin/ssh" GIT_SSH_VARIANT=ssh pipeline catalog --variable "PROOF_VERIFY_PUBLIC_KEY=$key"
same 'component: include:component finds it' 0 "$code" "$WORK/run.log"
if [ -s "$WORK/catalog/.gitlab-ci-local/artifacts/catalog/proof-reports/gate.json" ]; then ok 'component: defaults of inputs hold'; else not_ok 'component: defaults of inputs hold' "$(tail -n 15 "$WORK/run.log")"; fi

for ws in good forged; do
  printf 'include:\n  - local: /templates/gitlab/proof-verify.gitlab-ci.yml\n' | project "include-$ws" "$ws"
  pipeline "include-$ws" --variable "PROOF_VERIFY_PUBLIC_KEY=$key" --variable CI_PIPELINE_SOURCE=merge_request_event
  if [ "$ws" = good ]; then same 'include: good records pass' 0 "$code" "$WORK/run.log"; else same 'include: a forged record fails' 1 "$code" "$WORK/run.log"; fi
done
report 'include: a project variable is the key' "$WORK/include-good/.gitlab-ci-local/artifacts/proof-verify/proof-reports/gate.json" 'json.summary.signatures===4'

listed=$(cd "$WORK/include-good" && gcl --list-csv --variable CI_PIPELINE_SOURCE=merge_request_event 2>/dev/null)
if grep -q '^proof-verify;' <<<"$listed"; then ok 'rules: it runs in merge requests'; else not_ok 'rules: it runs in merge requests' "$listed"; fi
listed=$(cd "$WORK/include-good" && gcl --list-csv --variable CI_PIPELINE_SOURCE=push --variable CI_OPEN_MERGE_REQUESTS=group/project!1 2>/dev/null)
if grep -q '^proof-verify;' <<<"$listed"; then not_ok 'rules: a branch with an open merge request runs once' "$listed"; else ok 'rules: a branch with an open merge request runs once'; fi

# The key is a file of the repository: the version of the target branch is used, whatever the change does to it.
printf 'include:\n  - local: /templates/gitlab/proof-verify.gitlab-ci.yml\n' >"$WORK/include.yml"
keyed() { # keyed NAME : the project has the key on its target branch, and a change that is checked out
  project "$1" good <"$WORK/include.yml"
  local dir="$WORK/$1"
  mkdir "$dir/proof-keys"
  cp "$WORK/ws/key.hex" "$dir/proof-keys/ci.pub"
  committed "$1"
  git -C "$dir" update-ref refs/remotes/origin/main HEAD
  git -C "$dir" checkout -q -b change
}
committed() { git -C "$WORK/$1" add -A && git -C "$WORK/$1" -c user.name=check -c user.email=check@example.invalid commit -q -m change; }
merge_request=(--variable CI_PIPELINE_SOURCE=merge_request_event --variable CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main)
keyed key-file
pipeline key-file "${merge_request[@]}"
same 'include: the key file of the target branch is the key' 0 "$code" "$WORK/run.log"
keyed key-replaced
printf '%064d' 1 >"$WORK/key-replaced/proof-keys/ci.pub"
committed key-replaced
pipeline key-replaced "${merge_request[@]}"
same 'include: a change that replaces the key file is judged by that of the target branch' 0 "$code" "$WORK/run.log"
keyed key-none
git -C "$WORK/key-none" update-ref refs/remotes/origin/main HEAD~1
pipeline key-none "${merge_request[@]}"
same 'include: without a key on the target branch the job fails' 1 "$code" "$WORK/run.log"
holds 'include: … and says so' grep -q 'is not in the base' "$WORK/run.log"
keyed reports-link
ln -s /tmp "$WORK/reports-link/proof-reports"
committed reports-link
pipeline reports-link "${merge_request[@]}"
same 'include: a committed link in the place of the reports is replaced' 0 "$code" "$WORK/run.log"

sed '/public-key/d' <<<"$(component)" | project component-keyless good
pipeline component-keyless
same 'component: without a key the job fails' 1 "$code" "$WORK/run.log"

project air good <"$ROOT/templates/gitlab/air-gapped.gitlab-ci.yml"
pipeline air --variable "PROOF_VERIFY_PUBLIC_KEY=$key"
same 'air-gapped: it runs as it is printed' 0 "$code" "$WORK/run.log"
(cd "$WORK/air" && gcl --preview) >"$WORK/preview.yml" 2>/dev/null
holds 'air-gapped: the image is the internal one' grep -q 'registry.example.internal/proof-verify:1' "$WORK/preview.yml"

for ws in good forged; do
  printf 'include:\n  - local: /templates/gitlab/shards.gitlab-ci.yml\n' | project "shards-$ws" "$ws"
  pipeline "shards-$ws" --variable "PROOF_VERIFY_PUBLIC_KEY=$key"
  if [ "$ws" = good ]; then same 'shards: four jobs and their merge pass' 0 "$code" "$WORK/run.log"; else same 'shards: the merge fails on a forged record' 1 "$code" "$WORK/run.log"; fi
  if [ -s "$WORK/shards-$ws/.gitlab-ci-local/artifacts/proof-verify/proof-reports/junit.xml" ]; then ok "shards, $ws: the merged report is an artifact"; else not_ok "shards, $ws: the merged report is an artifact" "$(tail -n 15 "$WORK/run.log")"; fi
done
printf 'include:\n  - local: /templates/gitlab/shards.gitlab-ci.yml\n' | project shards-keyless good
pipeline shards-keyless
same 'shards: without a key the pipeline fails' 1 "$code" "$WORK/run.log"
printf 'include:\n  - local: /templates/gitlab/shards.gitlab-ci.yml\n' | project shards-auth good
pipeline shards-auth --variable "PROOF_VERIFY_PUBLIC_KEY=$key" --variable PROOF_VERIFY_SHARD_AUTH=required \
  --variable PROOF_VERIFY_SHARD_KEY=0123456789abcdef0123456789abcdef
same 'shards: with a shard key they merge' 0 "$code" "$WORK/run.log"
pipeline shards-auth --variable "PROOF_VERIFY_PUBLIC_KEY=$key" --variable PROOF_VERIFY_SHARD_AUTH=required
same 'shards: where one is required they do not run without' 1 "$code" "$WORK/run.log"
finish
