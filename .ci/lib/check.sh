# Shared by the scripts in .ci/checks: counting, and tools that are fetched once and kept outside the tree.
# shellcheck shell=bash

set -uo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# Not under PROOF_VERIFY_*: the gate reads that prefix as its own options.
TOOLS=${PROOF_CI_TOOLS:-${TMPDIR:-/tmp}/proof-verify-ci}
mkdir -p "$TOOLS"
TOOLS=$(cd "$TOOLS" && pwd)
# Some tools have their own certificates; those that this machine trusts (of a proxy, for example) are in Debian's.
ROOTS=/etc/ssl/certs/ca-certificates.crt
if [ -f "$ROOTS" ]; then export PIP_CERT=${PIP_CERT:-$ROOTS} NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-$ROOTS}; fi
# The CI variables of the change that runs these checks must not affect them: each check sets the variables it needs.
unset CI TF_BUILD TRAVIS "${!CI_@}" "${!GITHUB_@}" "${!GITLAB_@}" "${!BITBUCKET_@}" "${!BUILD_@}" "${!SYSTEM_@}" "${!CIRCLE@}" \
  "${!BUILDKITE@}" "${!JENKINS_@}" "${!CHANGE_@}" "${!TRAVIS_@}" "${!DRONE@}" "${!PROOF_VERIFY_@}"
WORK=$(mktemp -d "${TMPDIR:-/tmp}/proof-verify-check.XXXXXX")
trap 'rm -rf "$WORK"' EXIT

PASSED=0
FAILED=0

ok() {
  PASSED=$((PASSED + 1))
  printf 'ok %s\n' "$1"
}

not_ok() {
  FAILED=$((FAILED + 1))
  printf 'not ok %s\n' "$1"
  if [ "$#" -gt 1 ]; then printf '%s\n' "${@:2}" | tail -n 30 | sed 's/^/  # /'; fi
}

# same NAME EXPECTED ACTUAL [LOG-FILE]
same() {
  if [ "$2" = "$3" ]; then
    ok "$1"
  else
    not_ok "$1" "expected: $2" "actual:   $3" "$([ -n "${4:-}" ] && tail -n 25 "$4")"
  fi
}

# holds NAME COMMAND…
holds() {
  local name=$1 log="$WORK/holds.log"
  shift
  if "$@" >"$log" 2>&1; then ok "$name"; else not_ok "$name" "$(tail -n 25 "$log")"; fi
}

finish() {
  printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
  [ "$FAILED" -eq 0 ]
  exit
}

# A tool that cannot be obtained fails the check: a check that did not run has proved nothing.
cannot() {
  not_ok "$1" "${@:2}"
  finish
}

# need COMMAND=PACKAGE… : installs Debian packages for missing commands
need() {
  local pair missing=() as_root=()
  for pair in "$@"; do command -v "${pair%%=*}" >/dev/null 2>&1 || missing+=("${pair#*=}"); done
  [ "${#missing[@]}" -eq 0 ] && return
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  {
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  } >"$TOOLS/apt.log" 2>&1 || cannot "install ${missing[*]}" "$(tail -n 10 "$TOOLS/apt.log")"
}

# go_tool NAME MODULE@VERSION → $TOOLS/bin/NAME
go_tool() {
  [ -x "$TOOLS/bin/$1" ] && return
  command -v go >/dev/null || cannot "install $1" "Go is not installed (1.24 or newer is needed)"
  GOBIN="$TOOLS/bin" go install -p 2 "$2" >"$TOOLS/$1.log" 2>&1 || cannot "install $1" "$(tail -n 10 "$TOOLS/$1.log")"
}

# pip_tool COMMAND REQUIREMENT → $TOOLS/py/bin/COMMAND
pip_tool() {
  [ -x "$TOOLS/py/bin/$1" ] && return
  if [ ! -x "$TOOLS/py/bin/pip" ]; then
    python3 -m venv "$TOOLS/py" >/dev/null 2>&1 || { need "no-python-venv=python3-venv"; python3 -m venv "$TOOLS/py"; }
  fi
  "$TOOLS/py/bin/pip" install -q --disable-pip-version-check "$2" >"$TOOLS/pip.log" 2>&1 ||
    cannot "install $1" "$(tail -n 10 "$TOOLS/pip.log")"
}

# npm_tool FOLDER PACKAGE@VERSION OPTIONS… → $TOOLS/npm/FOLDER/node_modules; a folder each, so that none sees another's packages
npm_tool() {
  local dir="$TOOLS/npm/$1"
  [ -e "$dir/.done" ] && return
  mkdir -p "$dir"
  (cd "$dir" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock --prefix . "${@:2}") >"$TOOLS/npm.log" 2>&1 ||
    cannot "install $2" "$(tail -n 10 "$TOOLS/npm.log")"
  touch "$dir/.done"
}

# use_node MAJOR: puts that Node first on PATH: the installed one if it has this version, else the binary from npm
use_node() {
  [ "$(node -p 'process.versions.node.split(".")[0]')" = "$1" ] && return
  local package
  package=node-linux-$(node -p process.arch)
  npm_tool "node$1" "$package@$1"
  PATH="$TOOLS/npm/node$1/node_modules/$package/bin:$PATH"
  export PATH
}

# The runtime of the Action and of the container.
use_node24() { use_node 24; }

need_dist() {
  [ -f "$ROOT/dist/cli/index.js" ] || cannot "dist/cli/index.js is there" "run: npm ci && npm run build"
}

# A clone of the commit plus changes in tracked files: checks see the current change, never build leftovers.
clean_clone() {
  git clone -q --no-hardlinks "$ROOT" "$1" || cannot "clone the repository"
  (cd "$ROOT" && git ls-files -z --cached --others --exclude-standard | xargs -0 -I{} sh -c '[ -f "$1" ] && printf "%s\0" "$1"' _ {} | tar --null -T - -cf -) | tar -xf - -C "$1"
  git -C "$1" config user.name check
  git -C "$1" config user.email check@example.invalid
}
