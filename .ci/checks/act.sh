#!/usr/bin/env bash
# The Action, run by a runner: nektos/act in self-hosted mode on Node 24, from a clean clone, on good and forged records.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git
go_tool act github.com/nektos/act@v0.2.89
use_node24

clean_clone "$WORK/clone"
cd "$WORK/clone" || exit
git remote set-url origin https://github.com/org/proof-verify.git
git add -A
git commit -q -m 'what is checked' >/dev/null || true
# Nothing from this machine reaches the run: neither a token, nor the user's act configuration.
mkdir "$WORK/home"
env -i PATH="$PATH" HOME="$WORK/home" TMPDIR="$WORK" "$TOOLS/bin/act" push -W __tests__/e2e/workflows/act.yml \
  -P ubuntu-latest=-self-hosted --no-cache-server --json >"$WORK/act.jsonl" 2>"$WORK/act.err"
same 'the job fails on forged records' 1 $? "$WORK/act.jsonl"

LOG="$WORK/act.jsonl"
assert() { # assert NAME SCRIPT, about $LOG, with `lines` (parsed), `annotations(step)`, `outputs(step)`, `said`
  holds "$1" node -e '
    const lines = require("fs").readFileSync(process.argv[1], "utf8").split("\n").filter((l) => l.startsWith("{")).map((l) => JSON.parse(l));
    const said = lines.map((l) => (l.msg ?? "").replace(/\n$/, "")).join("\n");
    const commands = lines.filter((l) => l.command !== undefined);
    const annotations = (step) => commands.filter((l) => (l.stepID ?? []).includes(step) && ["error", "warning", "notice"].includes(l.command));
    const outputs = (step) => JSON.parse(new RegExp(`^${step}=(\\{.*\\})`, "m").exec(said)?.[1] ?? "{}");
    const steps = JSON.parse(/^steps=(\{.*\})/m.exec(said)?.[1] ?? "{}");
    const holds = eval(process.argv[2]);
    if (!holds) {
      console.error(JSON.stringify({ good: outputs("good"), forged: outputs("forged"), commands: commands.map((l) => [l.stepID, l.command, l.kvPairs, l.arg]) }, null, 1));
      console.error(said.slice(-3000));
      process.exit(1);
    }' "$LOG" "$2"
}

assert 'the steps run on Node 24' '/^node=v24\./m.test(said)'
assert 'good: passed, exit code 0, nothing to annotate' 'outputs("good").outcome === "passed" && outputs("good")["exit-code"] === "0" && annotations("good").every((l) => l.command !== "error")'
assert 'good: counts are outputs' 'outputs("good")["artifacts-found"] === "2" && outputs("good")["artifacts-verified"] === "2" && outputs("good")["records-verified"] === "4" && outputs("good")["signatures-verified"] === "4"'
assert 'forged: failed, exit code 2' 'outputs("forged").outcome === "failed" && outputs("forged")["exit-code"] === "2" && outputs("forged")["artifacts-failed"] === "1"'
assert 'forged: the step fails' '/^forged-step=failure/m.test(said)'
assert 'forged: an error stands at the forged line' 'annotations("forged").some((l) => l.command === "error" && /work\/forged\/\.proof\/chain\/pipeline\.jsonl$/.test(l.kvPairs.file) && l.kvPairs.line === "2" && /hash/i.test(l.arg + l.kvPairs.title))'
assert 'forged: no annotation is past the cap' 'annotations("forged").filter((l) => l.command === "error").length <= 10'
assert 'the JSON report is written' 'typeof outputs("forged").report === "string" && outputs("forged").report !== ""'
assert 'a summary is written' 'lines.some((l) => l.command === "summary" || /hash/i.test(l.content ?? ""))'
assert 'a comment outside a pull request is no error' 'annotations("forged").every((l) => l.command !== "error" || !/comment|token/i.test(l.arg))'

# A pull request that keeps, deletes, replaces or adds the policy of a folder.
node .ci/lib/workspace.mjs "$WORK/ours"
node .ci/lib/workspace.mjs "$WORK/theirs"
trusting() { printf "version: 1\ntrust: {signatures: required, keys: [{name: %s, public_key: '%s'}]}\n" "$1" "$(cat "$WORK/$1/key.hex")"; }
folder() { # folder NAME WORKSPACE : evidence that WORKSPACE signed
  rm -rf "review/$1/.proof"
  mkdir -p "review/$1"
  cp -R "$WORK/$2/good/.proof" "review/$1/"
}
for name in kept deleted replaced added; do folder "$name" ours; done
trusting ours | tee review/kept/.proof-policy.yml >review/replaced/.proof-policy.yml
{ trusting ours && echo 'require: {record_types: {approval: 1}}'; } >review/deleted/.proof-policy.yml
cp "$WORK/ours/key.hex" review/ours.hex
git add -A -f review
git commit -q -m base
git update-ref refs/remotes/origin/main HEAD
base=$(git rev-parse HEAD)
git checkout -q -b change
rm review/deleted/.proof-policy.yml
folder replaced theirs
trusting theirs | tee review/replaced/.proof-policy.yml >review/added/.proof-policy.yml
git add -A -f review
git commit -q -m change
printf '{"pull_request":{"number":7,"head":{"sha":"%s","ref":"change"},"base":{"ref":"main","sha":"%s"}},"repository":{"default_branch":"main","full_name":"org/proof-verify"}}' \
  "$(git rev-parse HEAD)" "$base" >"$WORK/event.json"
env -i PATH="$PATH" HOME="$WORK/home" TMPDIR="$WORK" "$TOOLS/bin/act" pull_request -W __tests__/e2e/workflows/act-review.yml \
  -e "$WORK/event.json" -P ubuntu-latest=-self-hosted --no-cache-server --json >"$WORK/review.jsonl" 2>"$WORK/act.err"
same 'pull request: the job runs to its end' 0 $? "$WORK/review.jsonl"
LOG="$WORK/review.jsonl"
assert 'pull request: honest evidence passes by the policy of the base' 'steps.kept.outputs["exit-code"] === "0" && /under review: yes \(pull_request\)/.test(said)'
assert 'pull request: a policy that the change deletes holds all the same' 'steps.deleted.outputs["exit-code"] === "3" && annotations("deleted").some((l) => /require\.record_type/.test(l.kvPairs.title))'
assert 'pull request: a policy that the change replaces is not read' 'steps.replaced.outputs["exit-code"] === "2" && steps.replaced.outcome === "failure"'
assert 'pull request: a policy that the change adds counts once it is merged, and the key is that of the base' 'steps.added.outputs["exit-code"] === "0" && annotations("added").some((l) => l.command === "notice" && /policy\.not_merged/.test(l.kvPairs.title))'
finish
