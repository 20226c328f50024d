# Node under Debian 13's C library, unpacked into the tools folder: for addons that need a newer one than the system has.
# shellcheck shell=bash

# use_newer_libc VERSION: sets NODE_COMMAND, the words that run Node
use_newer_libc() {
  local have machine libc
  have=$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)
  NODE_COMMAND=$(command -v node)
  [ "$(printf '%s\n' "$1" "$have" | sort -V | head -n 1)" = "$1" ] && return
  machine=$(uname -m)
  libc="$TOOLS/libc/usr/lib/$machine-linux-gnu"
  [ -e "$TOOLS/libc/.done" ] || unpack_libc >"$TOOLS/libc.log" 2>&1 || cannot 'fetch a newer libc' "$(tail -n 20 "$TOOLS/libc.log")"
  NODE_COMMAND="$libc/ld-linux-${machine//_/-}.so.2 --library-path $libc $NODE_COMMAND"
}

unpack_libc() {
  local apt="$WORK/libc" deb
  local key=/usr/share/keyrings/debian-archive-keyring.gpg
  mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial" "$TOOLS/libc"
  printf 'deb [signed-by=%s] http://deb.debian.org/debian trixie main\n' "$key" >"$apt/sources.list"
  local options=(-qq -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State=$apt/state"
    -o "Dir::Cache=$apt/cache" -o Dir::State::status=/dev/null -o Debug::NoLocking=1 -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update && (cd "$apt" && apt-get "${options[@]}" download libc6 libstdc++6 libgcc-s1) || return
  for deb in "$apt"/*.deb; do dpkg-deb -x "$deb" "$TOOLS/libc" || return; done
  touch "$TOOLS/libc/.done"
}
