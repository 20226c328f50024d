# Debian's Chromium: the one that is installed, else its packages unpacked into the tools folder, which needs no root.
# shellcheck shell=bash

# use_chromium: sets CHROMIUM, as tools/check-html.mjs reads it
use_chromium() {
  if [ -z "${CHROMIUM:-}" ]; then
    CHROMIUM=$(command -v chromium) || {
      CHROMIUM=$TOOLS/chromium/run
      [ -x "$CHROMIUM" ] || unpack_chromium >"$TOOLS/chromium.log" 2>&1 ||
        cannot 'fetch Chromium' "$(tail -n 20 "$TOOLS/chromium.log")"
    }
  fi
  export CHROMIUM
}

unpack_chromium() {
  local apt="$TOOLS/chromium/apt" root="$TOOLS/chromium/root" deb libraries
  rm -rf "$TOOLS/chromium"
  mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial" "$root"
  # An installed browser is preferred; otherwise it is downloaded here, and nothing is installed.
  local options=(-qq -o "Dir::State=$apt/state" -o "Dir::Cache=$apt/cache" -o Dir::State::status=/var/lib/dpkg/status
    -o Debug::NoLocking=1 -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update
  apt-get "${options[@]}" -y --download-only --no-install-recommends install chromium fonts-dejavu-core || return
  for deb in "$apt"/cache/archives/*.deb; do dpkg-deb -x "$deb" "$root" || return; done
  rm -rf "$apt"
  libraries=$(find "$root/usr/lib" "$root/lib" -maxdepth 3 -name '*.so*' -printf '%h\n' 2>/dev/null | sort -u | paste -sd:)
  cat >"$TOOLS/chromium/fonts.conf" <<XML
<?xml version="1.0"?>
<fontconfig><dir>$root/usr/share/fonts</dir><dir>/usr/share/fonts</dir><cachedir>$TOOLS/chromium/fonts</cachedir></fontconfig>
XML
  cat >"$TOOLS/chromium/run.new" <<SH
#!/bin/sh
export LD_LIBRARY_PATH='$libraries' FONTCONFIG_FILE='$TOOLS/chromium/fonts.conf'
exec '$root/usr/lib/chromium/chromium' "\$@"
SH
  chmod +x "$TOOLS/chromium/run.new"
  "$TOOLS/chromium/run.new" --headless --no-sandbox --disable-gpu "--user-data-dir=$WORK/chromium" --dump-dom \
    'data:text/html,<p>it starts' | grep -q 'it starts' || return
  mv "$TOOLS/chromium/run.new" "$TOOLS/chromium/run"
}
