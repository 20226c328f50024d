# Upstream's own command, built from its module. shellcheck shell=bash
UPSTREAM_VERSION=v0.4.6

# upstream_proof → $UPSTREAM_PROOF
upstream_proof() {
  UPSTREAM_PROOF="$TOOLS/proof-$UPSTREAM_VERSION/proof"
  [ -x "$UPSTREAM_PROOF" ] && return
  command -v go >/dev/null || cannot 'build upstream' 'Go is not installed (1.25 or newer is needed)'
  mkdir -p "${UPSTREAM_PROOF%/*}"
  # The module has no tagged main package of its own, so an empty module that requires it builds its command.
  (
    cd "${UPSTREAM_PROOF%/*}" || exit
    rm -f go.mod go.sum
    go mod init upstream
    go mod edit "-require=github.com/Clyra-AI/proof@$UPSTREAM_VERSION"
    GOFLAGS=-mod=mod go build -p 2 -o proof github.com/Clyra-AI/proof/cmd/proof
  ) >"$TOOLS/upstream.log" 2>&1 || cannot 'build upstream' "$(tail -n 10 "$TOOLS/upstream.log")"
}
