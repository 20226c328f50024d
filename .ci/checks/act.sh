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
# Nothing of this machine reaches the run: neither a token, nor the user's act configuration.
mkdir "$WORK/home"
env -i PATH="$PATH" HOME="$WORK/home" TMPDIR="$WORK" "$TOOLS/bin/act" push -W __tests__/e2e/workflows/act.yml \
  -P ubuntu-latest=-self-hosted --no-cache-server --json >"$WORK/act.jsonl" 2>"$WORK/act.err"
same 'the job fails on forged records' 1 $? "$WORK/act.jsonl"

assert() { # assert NAME SCRIPT, with `lines` (parsed), `annotations(step)`, `outputs(step)`, `said`
  holds "$1" node -e '
    const lines = require("fs").readFileSync(process.argv[1], "utf8").split("\n").filter((l) => l.startsWith("{")).map((l) => JSON.parse(l));
    const said = lines.map((l) => (l.msg ?? "").replace(/\n$/, "")).join("\n");
    const commands = lines.filter((l) => l.command !== undefined);
    const annotations = (step) => commands.filter((l) => (l.stepID ?? []).includes(step) && ["error", "warning", "notice"].includes(l.command));
    const outputs = (step) => JSON.parse(new RegExp(`^${step}=(\\{.*\\})`, "m").exec(said)?.[1] ?? "{}");
    const holds = eval(process.argv[2]);
    if (!holds) {
      console.error(JSON.stringify({ good: outputs("good"), forged: outputs("forged"), commands: commands.map((l) => [l.stepID, l.command, l.kvPairs, l.arg]) }, null, 1));
      console.error(said.slice(-3000));
      process.exit(1);
    }' "$WORK/act.jsonl" "$2"
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
finish
