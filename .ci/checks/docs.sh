#!/usr/bin/env bash
# The documents: included files, links, options, limits and findings against the code; the commands and programs that
# README and guides show, run as they stand.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git python3=python3
cd "$ROOT" || exit
node .ci/lib/docs.mjs check "$ROOT" >"$WORK/out" 2>"$WORK/err"
same 'the documents can be read' 0 $? "$WORK/err"
while IFS=$'\t' read -r state name detail; do
  if [ "$state" = ok ]; then ok "$name"; else not_ok "$name" "${detail//; /$'\n'}"; fi
done <"$WORK/out"

# The newcomer's first command, in a clean clone with nothing installed.
clean_clone "$WORK/clone"
cd "$WORK/clone" || exit
command=$(sed -n '/^## Try it/,/^## /p' README.md | sed -n 's/^node dist/node dist/p' | head -n 1)
same 'the first command is the promised one' 'node dist/cli/index.js gate -C examples' "$command"
holds 'the first command works in a fresh clone' sh -c "$command"

node "$ROOT/.ci/lib/docs.mjs" example "$WORK/clone" README.md library >"$WORK/clone/library.mjs"
holds 'the library example runs' node library.mjs
sed -i "s#'examples/[^']*'#'no-such-file.json'#" library.mjs
node library.mjs >"$WORK/log" 2>&1
same 'the library example fails on a bad artifact' 1 $? "$WORK/log"

mkdir "$WORK/bin" "$WORK/python"
for name in proof proof-verify; do
  printf '#!/bin/sh\nexec node "%s" "$@"\n' "$WORK/clone/dist/cli/index.js" >"$WORK/bin/$name"
  chmod +x "$WORK/bin/$name"
done
node "$ROOT/.ci/lib/docs.mjs" example "$WORK/clone" docs/usage/python.md python >"$WORK/python/service.py"
cd "$WORK/python" || exit
said=$(PATH="$WORK/bin:$PATH" python3 service.py 2>&1)
same 'the Python program runs' rec-0001 "$said"
sed -i 's/"passed"/"failed"/' record.json
PATH="$WORK/bin:$PATH" proof verify --json record.json >"$WORK/stdout" 2>"$WORK/log"
same 'a record that was tampered with is exit code 2, with nothing on standard output' '2 0' "$? $(stat -c %s "$WORK/stdout")" "$WORK/log"
finish
