#!/usr/bin/env bash
# Python: the wheel, installed where there is no Node; the guide's own script with it; the published schemas in jsonschema.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git python3=python3
clean_clone "$WORK/clone"
python3 -m venv "$WORK/build" >/dev/null 2>&1 || { need no-python-venv=python3-venv; python3 -m venv "$WORK/build"; }
pip() { "$WORK/$1/bin/pip" --disable-pip-version-check -q "${@:2}" >"$WORK/pip.log" 2>&1 || cannot "pip ${*:2}" "$(tail -n 10 "$WORK/pip.log")"; }

pip build wheel --no-deps -w "$WORK/wheels" "$WORK/clone/tools/python"
wheel=$(find "$WORK/wheels" -name 'proof_verify-*.whl')
version=$(node -p 'require(process.argv[1]).version' "$ROOT/package.json")
same 'the wheel has the version of the package' "proof_verify-$version-py3-none-any.whl" "$(basename "$wheel")"
holds 'the same wheel comes from the same sources' sh -c '
  "$1/build/bin/pip" --disable-pip-version-check -q wheel --no-deps -w "$1/again" "$1/clone/tools/python" &&
  cmp "$2" "$1/again/$(basename "$2")"' _ "$WORK" "$wheel"

# A machine with Python but without Node: only the system's own tools from this machine's PATH.
mkdir "$WORK/bin" "$WORK/home" "$WORK/work"
for tool in sh env ls cat sed; do ln -s "$(command -v "$tool")" "$WORK/bin/$tool"; done
python3 -m venv "$WORK/user"
pip user install "$wheel"
alone() { env -i PATH="$WORK/user/bin:$WORK/bin" HOME="$WORK/home" LC_ALL=C.UTF-8 "$@"; }
same 'there is no node' 127 "$(alone sh -c 'node --version >/dev/null 2>&1; echo $?')"
for command in proof proof-verify 'python -m proof_verify'; do
  # shellcheck disable=SC2086
  same "$command --version" "$version" "$(alone $command --version 2>&1)"
done
cd "$WORK/work" || exit
node "$ROOT/.ci/lib/docs.mjs" example "$WORK/clone" docs/usage/python.md python >service.py
same "the guide's script runs" rec-0001 "$(alone python service.py 2>&1)"
sed -i 's/"passed"/"failed"/' record.json
alone proof verify --json record.json >stdout 2>stderr
same 'a changed record is exit code 2, with nothing on standard output' '2 0' "$? $(stat -c %s stdout)" stderr
alone proof keygen --out ci >id 2>/dev/null
same 'keys are made and named' "$(cat id)" "$(alone proof key id ci.pub)"

# The published base schema takes the guide's record as it is, before it is sealed as well as after (people.md section 1).
pip build install jsonschema rfc3339-validator
node "$ROOT/.ci/lib/docs.mjs" example "$WORK/clone" docs/usage/producing.md guide-record >guide.json
alone proof schema proof-record-v1 >schema.json
alone proof hash --write guide.json >hash.txt
node "$ROOT/.ci/lib/docs.mjs" example "$WORK/clone" docs/usage/producing.md guide-hash >expected.txt
holds 'the guide and the command agree about the hash' cmp expected.txt hash.txt
node "$ROOT/.ci/lib/docs.mjs" example "$WORK/clone" docs/usage/python.md jsonschema >validate.py
holds "jsonschema accepts the guide's record" "$WORK/build/bin/python" validate.py
sed -i 's/2026-03-03T12:00:00Z",/yesterday",/' guide.json
"$WORK/build/bin/python" validate.py >out 2>&1
same 'jsonschema refuses a timestamp that is none' 1 $? out
finish
