#!/usr/bin/env bash
# Reports of real runs: every format over 10,000 findings, in time; the pages as people see them, in Debian's Chromium.
. "$(dirname "$0")/../lib/check.sh"

need_dist
[ -d "$ROOT/node_modules/playwright-core" ] || cannot 'the packages are installed' 'run: npm ci'
. "$ROOT/.ci/lib/chromium.sh"
use_chromium
cd "$ROOT" || exit

# 100 findings are kept per artifact, so: 100 streams of 100 records, each changed after it was sealed.
node -e '
  const fs = require("fs");
  const record = JSON.parse(fs.readFileSync("examples/stream/billing.jsonl", "utf8").split("\n")[0]);
  fs.mkdirSync(process.argv[1], { recursive: true });
  for (let file = 0; file < 100; file++) {
    const lines = Array.from({ length: 100 }, (_, i) => JSON.stringify({ ...record, record_id: `r-${file}-${i}`, integrity: { record_hash: record.integrity.record_hash } }));
    fs.writeFileSync(`${process.argv[1]}/stream-${file}.jsonl`, `${lines.join("\n")}\n`);
  }' "$WORK/many/.proof"

gate() { # gate NAME EXPECTED REPORTS… : NAME.html, and what else is asked for; its processor time in milliseconds is $took
  local name=$1 expected=$2 options=() status TIMEFORMAT='%U'
  shift 2
  for format in "$@"; do options+=(--report "$format=$WORK/$name.$format"); done
  { time env -C "$WORK/in/$name" node "$ROOT/dist/cli/index.js" gate . --quiet "${options[@]}" >"$WORK/log" 2>&1; } 2>"$WORK/time"
  status=$?
  took=$((10#$(tr -dc 0-9 <"$WORK/time")))
  same "$name: the gate runs" "$expected" "$status" "$WORK/log"
}

mkdir "$WORK/in"
ln -s "$ROOT/examples" "$WORK/in/examples"
ln -s "$ROOT/broken-examples" "$WORK/in/broken-examples"
ln -s "$WORK/many" "$WORK/in/many-findings"
gate examples 0 html
gate broken-examples 6 html
formats=(json sarif junit code-quality markdown html tap vsa proof-record)
gate many-findings 2
bare=$took
gate many-findings 2 "${formats[@]}"
for format in "${formats[@]}"; do holds "many-findings: $format is written" test -s "$WORK/many-findings.$format"; done
count=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1])).findings.length' "$WORK/many-findings.json")
if [ "${count:-0}" -ge 10000 ]; then ok "many-findings: $count of them"; else not_ok 'many-findings: 10,000 of them' "$count"; fi
# Compared with the same run without a report, so that the limit is valid on machines of any speed.
most=$((4 * bare))
if [ "$took" -le "$most" ]; then
  ok "many-findings: ${#formats[@]} formats within 4 times a run without ($took ms, $bare ms)"
else
  not_ok "many-findings: ${#formats[@]} formats within 4 times a run without" "$took ms, $bare ms"
fi

shots="$TOOLS/screenshots"
rm -rf "$shots"
for name in examples broken-examples many-findings; do
  mv "$WORK/$name.html" "$WORK/page-$name.html" 2>/dev/null
  if node tools/check-html.mjs --screenshots "$shots" "$WORK/page-$name.html" >"$WORK/log" 2>&1; then
    ok "in Chromium: $(sed -n 's/^ok page-//p' "$WORK/log")"
  else
    not_ok "in Chromium: $name" "$(cat "$WORK/log")"
  fi
  pictures=$(find "$shots" -name "page-$name-*.png" -size +5k | wc -l)
  if [ "$pictures" -ge 5 ]; then ok "pictures of $name: $pictures"; else not_ok "pictures of $name" "$pictures in $shots"; fi
done
finish
