# Building and running the image without a daemon and without a registry: buildah, podman, runc.
# The base is a stand-in for node:24-slim: Debian bookworm and the official Node 24 binary.
# shellcheck shell=bash

STORE=(--root "$TOOLS/containers/root" --runroot "$TOOLS/containers/run")
DRIVER=overlay
BASE=docker.io/library/node:24-slim
IMAGE=localhost/proof-verify:ci

container_tools() {
  need buildah=buildah podman=podman runc=runc mmdebstrap=mmdebstrap
  [ -x /usr/lib/podman/netavark ] || need no-netavark=netavark
  use_node24
}

build() { buildah "${STORE[@]}" --storage-driver "$DRIVER" bud --format docker --isolation chroot --pull-never "$@"; }

stand_in() {
  buildah "${STORE[@]}" --storage-driver "$DRIVER" inspect --type image "$BASE" >/dev/null 2>&1 && return
  local dir="$TOOLS/base"
  mkdir -p "$dir"
  [ -f "$dir/rootfs.tar" ] || {
    mmdebstrap --variant=minbase --include=ca-certificates,libstdc++6 bookworm "$dir/rootfs.tmp.tar" &&
      mv "$dir/rootfs.tmp.tar" "$dir/rootfs.tar"
  } || return
  install -m 755 "$(command -v node)" "$dir/node"
  printf '%s\n' 'FROM scratch' 'ADD rootfs.tar /' 'COPY node /usr/local/bin/node' \
    'RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --create-home node' \
    'CMD ["node"]' >"$dir/Dockerfile"
  build -t "$BASE" "$dir"
}

base_image() {
  stand_in >"$WORK/base.log" 2>&1 && return
  DRIVER=vfs
  stand_in >"$WORK/base.log" 2>&1 || cannot 'the stand-in base is built' "$(tail -n 20 "$WORK/base.log")"
}

pod() { podman "${STORE[@]}" --storage-driver "$DRIVER" --runtime runc "$@"; }
ULIMITS=(--ulimit nofile=1024:1024 --ulimit nproc=1024:1024)
LOCKED=(--network none --read-only --cap-drop=all)
run() { pod run --rm --pull=never "${ULIMITS[@]}" "$@"; }
