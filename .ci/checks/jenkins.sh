#!/usr/bin/env bash
# The Jenkinsfile and the shared-library step, run by jenkins-pipeline-unit: every `sh` really runs. Jenkins' own steps
# (docker, junit, recordIssues, publishHTML) are stand-ins; no check of declarative grammar exists without a Jenkins.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need mvn=maven java=openjdk-17-jre-headless
use_node24

jars="$TOOLS/jenkins"
if [ ! -e "$jars/.done" ]; then
  mkdir -p "$jars"
  mvn -q -B -f "$ROOT/.ci/lib/jenkins/pom.xml" dependency:copy-dependencies \
    "-Dmaven.repo.local=$TOOLS/m2" "-DoutputDirectory=$jars" >"$TOOLS/mvn.log" 2>&1 ||
    cannot 'fetch jenkins-pipeline-unit' "$(tail -n 10 "$TOOLS/mvn.log")"
  touch "$jars/.done"
fi

mkdir "$WORK/bin"
printf '#!/bin/sh\nexec node "%s" "$@"\n' "$ROOT/dist/cli/index.js" >"$WORK/bin/proof-verify"
chmod +x "$WORK/bin/proof-verify"
export PATH="$WORK/bin:$PATH"
node "$ROOT/.ci/lib/workspace.mjs" "$WORK/ws"
# The library as Jenkins checks it out: NAME@VERSION with vars/ in it.
mkdir "$WORK/library"
cp -R "$ROOT/templates/jenkins" "$WORK/library/proof-verify@v1"
cp "$ROOT/templates/jenkins/Jenkinsfile" "$WORK/Jenkinsfile.groovy"

cd "$WORK" || exit
# Groovy 2.4 is older than Java's modules.
opens=()
for package in lang lang.reflect util util.stream util.function io net; do opens+=(--add-opens "java.base/java.$package=ALL-UNNAMED"); done
java "${opens[@]}" -cp "$jars/*" \
  "-Dlibrary=$WORK/library" "-Dworkspaces=$WORK/ws" "-Djenkinsfile=$WORK/Jenkinsfile.groovy" \
  groovy.ui.GroovyMain "$ROOT/.ci/lib/jenkins/run.groovy" >"$WORK/out" 2>"$WORK/err"
status=$?
count=0
while IFS=$'\t' read -r name holds detail; do
  case $holds in
    true) count=$((count + 1)) && ok "$name" ;;
    false) count=$((count + 1)) && not_ok "$name" "$detail" ;;
  esac
done <"$WORK/out"
same 'the pipelines ran to their end' '0 23' "$status $count" "$WORK/err"
finish
