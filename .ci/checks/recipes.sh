#!/usr/bin/env bash
# Recipes for CircleCI, Azure Pipelines, Buildkite, Tekton and pre-commit. Their files are checked against the published
# schemas (Tekton's by its own Go types), and their shell steps run for real: `docker` is podman with our image.
# Not tried: the services themselves, their agents and the steps that publish results.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git
. "$ROOT/.ci/lib/container.sh"
container_tools
pip_tool check-jsonschema check-jsonschema==0.39.0
pip_tool pre-commit pre-commit==4.7.0
cd "$ROOT" || exit
recipes=templates/recipes

schema() { "$TOOLS/py/bin/check-jsonschema" --builtin-schema "$@"; }
holds 'schema: CircleCI' schema vendor.circle-ci "$recipes/circleci.yml"
holds 'schema: Azure Pipelines' schema vendor.azure-pipelines --regex-variant python --data-transform azure-pipelines "$recipes/azure-pipelines.yml"
holds 'schema: Buildkite' schema vendor.buildkite "$recipes/buildkite.yml"
if [ ! -x "$TOOLS/bin/tekton-check" ]; then
  mkdir -p "$TOOLS/tekton"
  cp .ci/lib/tekton/main.go.txt "$TOOLS/tekton/main.go"
  (cd "$TOOLS/tekton" && { [ -f go.mod ] || go mod init check; } && go get github.com/tektoncd/pipeline@v1.6.0 && go mod tidy &&
    go build -p 2 -o "$TOOLS/bin/tekton-check" .) >"$TOOLS/tekton.log" 2>&1 || not_ok 'build the Tekton check' "$(tail -n 10 "$TOOLS/tekton.log")"
fi
holds "Tekton's own types and validation accept the task" "$TOOLS/bin/tekton-check" "$recipes/tekton.yml"
holds 'pre-commit accepts the hook manifest' "$TOOLS/py/bin/pre-commit" validate-manifest .pre-commit-hooks.yaml
holds 'pre-commit accepts the configuration' "$TOOLS/py/bin/pre-commit" validate-config "$recipes/pre-commit.yml"

base_image
build --build-arg TARGETARCH=amd64 -t ghcr.io/org/proof-verify:1 "$ROOT" >"$WORK/build.log" 2>&1 || cannot 'the image builds' "$(tail -n 20 "$WORK/build.log")"
mkdir "$WORK/bin"
cat >"$WORK/bin/docker" <<SH
#!/bin/sh
[ "\$1" = run ] && shift
exec podman ${STORE[*]} --storage-driver $DRIVER --runtime runc run --pull=never ${ULIMITS[*]} "\$@"
SH
printf '#!/bin/sh\nexec node "%s" "$@"\n' "$ROOT/dist/cli/index.js" >"$WORK/bin/proof-verify"
printf '#!/bin/sh\n{ echo "$@"; cat; } >"%s"\n' "$WORK/annotation" >"$WORK/bin/buildkite-agent"
chmod +x "$WORK/bin"/*
node "$ROOT/.ci/lib/workspace.mjs" "$WORK/ws"
chmod -R a+rX "$WORK"
key=$(cat "$WORK/ws/key.hex")

step() { # step CI WORKSPACE NUMBER → $code; the shell and the options are those of the CI
  local dir="$WORK/$1-$2"
  [ -d "$dir" ] || cp -R "$WORK/ws/$2" "$dir"
  "$TOOLS/py/bin/python" .ci/lib/recipe-steps.py "$1" "$ROOT/$recipes/$3" >"$WORK/$1.sh"
  (
    cd "$dir" || exit
    export PATH="$WORK/bin:$PATH" PROOF_VERIFY_PUBLIC_KEY="$key"
    # A push to the default branch, as each CI says it: in the image a run that says nothing is one of a change.
    export TF_BUILD=True BUILD_SOURCEBRANCH=refs/heads/main
    [ "$1" = buildkite ] && export BUILDKITE=true BUILDKITE_BRANCH=main BUILDKITE_PIPELINE_DEFAULT_BRANCH=main
    [ "$1" = azure ] || unset TF_BUILD BUILD_SOURCEBRANCH
    case $1 in
      circleci) bash -eo pipefail "$WORK/$1.sh" ;;
      tekton)
        sed -i "s#/scratch/#$dir/../scratch-#g" "$WORK/$1.sh"
        OUTCOME_RESULT="$WORK/outcome" EXIT_CODE_RESULT="$WORK/exit-code" sh "$WORK/$1.sh"
        ;;
      *) bash -e "$WORK/$1.sh" ;;
    esac
  ) >"$WORK/step.log" 2>&1
  code=$?
}

exists() { if [ -s "$2" ]; then ok "$1"; else not_ok "$1" "$(tail -n 10 "$WORK/step.log")"; fi; }
for ci in circleci:circleci.yml azure:azure-pipelines.yml buildkite:buildkite.yml tekton:tekton.yml; do
  name=${ci%%:*}
  step "$name" good "${ci#*:}"
  same "$name: good records pass" 0 "$code" "$WORK/step.log"
  [ "$name" = tekton ] && same 'tekton: the results say so' 'passed 0' "$(cat "$WORK/outcome") $(cat "$WORK/exit-code")"
  step "$name" forged "${ci#*:}"
  same "$name: a forged record is exit code 2" 2 "$code" "$WORK/step.log"
  [ "$name" = tekton ] && same 'tekton: the results say that it failed' 'failed 2' "$(cat "$WORK/outcome") $(cat "$WORK/exit-code")"
done
exists 'circleci: JUnit is where store_test_results looks' "$WORK/circleci-forged/proof-reports/junit/gate.xml"
exists 'azure: JUnit is where PublishTestResults looks' "$WORK/azure-forged/proof-reports/junit.xml"
exists 'buildkite: reports are where artifact_paths looks' "$WORK/buildkite-forged/proof-reports/index.html"
holds 'buildkite: the annotation is an error and names the forged file' sh -c 'head -1 "$1" | grep -q "style error" && grep -q pipeline "$1"' _ "$WORK/annotation"

# pre-commit runs the hook from a clone of this repository.
clean_clone "$WORK/hook"
git -C "$WORK/hook" add -A
git -C "$WORK/hook" commit -q -m 'what is checked' >/dev/null || true
export HOME="$WORK/home" PRE_COMMIT_HOME="$WORK/pre-commit" GIT_CONFIG_NOSYSTEM=1
mkdir "$HOME"
# commit NAME WORKSPACE KEY: the template as printed, with the clone in the place of the published repository
commit() {
  local dir="$WORK/commit-$1"
  cp -R "$WORK/ws/$2" "$dir"
  sed -e "s#https://github.com/org/proof-verify#$WORK/hook#" -e "s/rev: .*/rev: $(git -C "$WORK/hook" rev-parse HEAD)/" \
    "$recipes/pre-commit.yml" >"$dir/.pre-commit-config.yaml"
  if [ -n "$3" ]; then mkdir "$dir/proof-keys" && printf '%s\n' "$3" >"$dir/proof-keys/ci.pub"; fi
  git -C "$dir" init -q
  git -C "$dir" add -A
  (cd "$dir" && "$TOOLS/py/bin/pre-commit" run --all-files --verbose) >"$WORK/step.log" 2>&1
  code=$?
}
commit good good "$key"
same 'pre-commit: good records may be committed' 0 "$code" "$WORK/step.log"
commit forged forged "$key"
same 'pre-commit: a forged record may not' '1 exit code: 2' "$code $(grep -oE 'exit code: [0-9]+' "$WORK/step.log")" "$WORK/step.log"
commit keyless good ''
same 'pre-commit: without the key nothing may' '1 exit code: 7' "$code $(grep -oE 'exit code: [0-9]+' "$WORK/step.log")" "$WORK/step.log"
finish
