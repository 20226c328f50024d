#!/usr/bin/env bash
# The first release of an owner, from CONTRIBUTING to what users install: the release workflow, run by nektos/act. Its own steps
# are real, and so are npm, twine, buildah, podman and the three registries (on the loopback of this machine). What stands in for
# GitHub's own actions and services is in .ci/lib/publishing; keyless signatures and arm64 need the real ones.
. "$(dirname "$0")/../lib/check.sh"

need_dist
need git=git curl=curl skopeo=skopeo docker-registry=docker-registry python3=python3-venv
. "$ROOT/.ci/lib/container.sh"
container_tools
go_tool act github.com/nektos/act@v0.2.89
pip_tool pypi-server pypiserver==2.4.2
pip_tool twine twine==7.0.0
mkdir -p "$TOOLS/npm/verdaccio"
# Its newest version needs Node 22; node-fetch 3 has no CommonJS.
echo '{"overrides": {"node-fetch": "2.7.0"}}' >"$TOOLS/npm/verdaccio/package.json"
npm_tool verdaccio verdaccio@6.8.0

RUNNING=()
trap 'kill "${RUNNING[@]}" 2>/dev/null; rm -rf "$WORK"' EXIT
free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }
serve() { # serve NAME URL COMMAND… : in the background, until this script ends
  local name=$1 url=$2
  shift 2
  "$@" >"$WORK/$name.log" 2>&1 &
  RUNNING+=("$!")
  for _ in $(seq 100); do curl -fs -o /dev/null "$url" && return || sleep 0.3; done
  cannot "$name is up" "$(tail -n 10 "$WORK/$name.log")"
}

# --- the registries ------------------------------------------------------------------------------------------------------
npm_port=$(free_port) pypi_port=$(free_port) image_port=$(free_port)
npm_registry=http://127.0.0.1:$npm_port/
mkdir -p "$WORK/npm" "$WORK/pypi" "$WORK/images"
cat >"$WORK/npm/config.yaml" <<YAML
storage: ./storage
auth: {htpasswd: {file: ./htpasswd}}
packages: {'**': {access: \$all, publish: \$authenticated}}
log: {type: stdout, format: json, level: warn}
YAML
serve verdaccio "${npm_registry}-/ping" node "$TOOLS/npm/verdaccio/node_modules/verdaccio/bin/verdaccio" --config "$WORK/npm/config.yaml" --listen "127.0.0.1:$npm_port"
serve pypiserver "http://127.0.0.1:$pypi_port/simple/" "$TOOLS/py/bin/pypi-server" run -i 127.0.0.1 -p "$pypi_port" -P . -a . "$WORK/pypi"
cat >"$WORK/images/config.yml" <<YAML
version: 0.1
storage: {filesystem: {rootdirectory: $WORK/images}}
http: {addr: '127.0.0.1:$image_port'}
YAML
serve registry "http://127.0.0.1:$image_port/v2/" docker-registry serve "$WORK/images/config.yml"

# --- what stands in ------------------------------------------------------------------------------------------------------
export STANDIN=$WORK/standin STANDIN_TOKEN=not-a-secret STANDIN_PYPI=http://127.0.0.1:$pypi_port/
cp -R "$ROOT/.ci/lib/publishing" "$STANDIN"
mkdir "$STANDIN/artifacts" "$STANDIN/releases"
token=$(curl -fs -X PUT -H 'content-type: application/json' -d '{"name": "ci", "password": "not-a-secret"}' "${npm_registry}-/user/org.couchdb.user:ci" |
  node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).token')
printf 'registry=%s\n//127.0.0.1:%s/:_authToken=%s\n' "$npm_registry" "$npm_port" "$token" >"$STANDIN/npmrc"
# Pushes go to the registry by its own name, pulls from those that it stands for.
export STANDIN_IMAGES=127.0.0.1:$image_port
cat >"$WORK/registries.conf" <<TOML
unqualified-search-registries = ["docker.io"]
$(printf '[[registry]]\nprefix = "%s"\nlocation = "%s"\ninsecure = true\n' docker.io "$STANDIN_IMAGES/docker.io" ghcr.io "$STANDIN_IMAGES/ghcr.io")
TOML
base_image
command_of() { printf '#!/bin/sh\nexec %s "$@"\n' "${*@Q}"; }
command_of buildah --registries-conf "$WORK/registries.conf" "${STORE[@]}" --storage-driver "$DRIVER" >"$STANDIN/bin/stand-in-buildah"
command_of env "CONTAINERS_REGISTRIES_CONF=$WORK/registries.conf" podman "${STORE[@]}" --storage-driver "$DRIVER" --runtime runc >"$STANDIN/bin/stand-in-podman"
chmod +x "$STANDIN"/bin/stand-in-*
ln -s "$TOOLS/py/bin/twine" "$STANDIN/bin/twine"
"$STANDIN/bin/stand-in-buildah" push --tls-verify=false "$BASE" "docker://$STANDIN_IMAGES/$BASE" >"$WORK/push.log" 2>&1 || cannot 'the base is in the registry' "$(tail -n 10 "$WORK/push.log")"

# --- what the owner does once --------------------------------------------------------------------------------------------
clean_clone "$WORK/clone"
cd "$WORK/clone" || exit
export npm_config_cache="${npm_config_cache:-$(npm config get cache)}"
holds 'the packages of the project can be installed' npm ci --ignore-scripts --no-audit --no-fund
holds 'the project is given to its owner' node tools/identity.mjs Acme/gate acme-gate
holds 'the lock file follows' npm install --package-lock-only --ignore-scripts --no-audit --no-fund
holds 'what is generated follows' npm run generate
holds 'the bundles follow' npm run build
git add -A
git commit -q -m 'The project is that of Acme'
rm -rf node_modules
version=$(node -p 'require("./package.json").version')
git tag "v$version"
git clone -q --bare . "$STANDIN/origin.git"
git -C "$STANDIN/origin.git" branch -f main "$(git rev-parse HEAD)"
git -C "$STANDIN/origin.git" config uploadpack.allowAnySHA1InWant true
git remote set-url origin https://github.com/Acme/gate.git

# --- the workflow --------------------------------------------------------------------------------------------------------
repositories=()
for pin in $(sed -nE 's/^.*uses: ([^. ][^ ]*@[0-9a-f]{40}) .*/\1/p' .github/workflows/{release,image,rebuild}.yml | sort -u); do
  action=${pin%@*}
  file=$STANDIN/actions/${action//\//_}.yml
  [ -f "$file" ] || cannot "something stands in for $action" 'add it to .ci/lib/publishing/actions'
  mkdir -p "$STANDIN/actions/$action" && cp "$file" "$STANDIN/actions/$action/action.yml"
  repositories+=(--local-repository "$pin=$STANDIN/actions/$action")
done
workflow() { # workflow FILE EVENT TAG OPTIONS… → $code, $WORK/act.log
  local file=$1 event=$2 tag=$3 sha
  shift 3
  sha=$(git -C "$STANDIN/origin.git" rev-parse "$tag^{commit}")
  printf '{"ref": "refs/tags/%s", "after": "%s", "repository": {"full_name": "Acme/gate"}}' "$tag" "$sha" >"$WORK/event.json"
  mkdir -p "$WORK/home"
  # Nothing from this machine's own accounts reaches the run.
  env -u GITHUB_TOKEN -u GH_TOKEN -u GITHUB_ACTIONS HOME="$WORK/home" PATH="$STANDIN/bin:$PATH" "$TOOLS/bin/act" "$event" \
    -W ".github/workflows/$file" -e "$WORK/event.json" -s "GITHUB_TOKEN=$STANDIN_TOKEN" --actor acme \
    -P ubuntu-latest=-self-hosted -P ubuntu-24.04-arm=-self-hosted --no-cache-server --no-skip-checkout \
    "${repositories[@]}" "$@" >"$WORK/act.log" 2>&1
  code=$?
}

refused() { # refused NAME TAG SENTENCE : the workflow stops before anything is installed
  workflow release.yml push "$2" -j test
  if [ "$code" -ne 0 ] && grep -qF "$3" "$WORK/act.log" && ! grep -q 'npm ci' "$WORK/act.log"; then ok "$1"; else not_ok "$1" "exit code $code" "$(tail -n 20 "$WORK/act.log")"; fi
}
git -C "$STANDIN/origin.git" tag v9.9.9 main
refused 'a tag of another version is refused' v9.9.9 "the tag is v9.9.9, but package.json has version $version"
git -C "$STANDIN/origin.git" tag -d v9.9.9 >/dev/null

refused 'a package that npm does not know is refused' "v$version" 'npm has no package acme-gate'
# By hand, as CONTRIBUTING says.
mkdir "$WORK/first" && cp package.json "$WORK/first/"
(cd "$WORK/first" && npm version 0.0.0 --no-git-tag-version && npm publish --userconfig "$STANDIN/npmrc" --ignore-scripts) >"$WORK/first.log" 2>&1 || cannot 'a first version is published by hand' "$(tail "$WORK/first.log")"

workflow release.yml push "v$version"
cp "$WORK/act.log" "$TOOLS/publishing.log"
[ "$code" -eq 0 ] || cannot 'the release workflow succeeds' "$(grep -vE '^\S+ +[⚙💬]' "$WORK/act.log" | tail -n 40)"
ok 'the release workflow succeeds'

# --- what users get ------------------------------------------------------------------------------------------------------
mkdir "$WORK/user" && cd "$WORK/user" || exit
npm_config_userconfig=$STANDIN/npmrc npm install --silent --no-audit --no-fund "acme-gate@$version" >npm.log 2>&1
same 'npm adds one package' acme-gate "$(ls node_modules)" npm.log
same 'it runs' "$version" "$(node_modules/.bin/proof-verify --version)"
python3 -m venv venv
holds 'pip installs the wheel' venv/bin/pip install -q --disable-pip-version-check --extra-index-url "http://127.0.0.1:$pypi_port/simple/" "acme-gate==$version"
same 'it runs, too' "$version" "$(venv/bin/proof-verify --version 2>&1)"
image=ghcr.io/acme/gate
look() { skopeo inspect --tls-verify=false --format "$1" "docker://$STANDIN_IMAGES/$2"; }
same 'the image has its three tags' "${version%%.*} ${version%.*} $version" "$(skopeo list-tags --tls-verify=false "docker://$STANDIN_IMAGES/$image" | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).Tags.sort().join(" ")')"
digest=$(look '{{.Digest}}' "$image:$version")
labels=$(look '{{index .Labels "org.opencontainers.image.version"}} {{index .Labels "org.opencontainers.image.source"}} {{index .Labels "org.opencontainers.image.revision"}} {{index .Labels "org.opencontainers.image.base.digest"}}' "$image:$version")
base=$(look '{{.Digest}}' "$BASE")
same 'its labels say what it was made of' "$version https://github.com/Acme/gate $(git -C "$WORK/clone" rev-parse HEAD) $base" "$labels"
same 'the image is signed by its digest' "$image@$digest" "$(cat "$STANDIN/signed")"
assets=$STANDIN/releases/v$version
same 'the release has its files' "SHA256SUMS SHA256SUMS.sigstore.json acme-gate-$version.tgz acme_gate-$version-py3-none-any.whl sbom.spdx.json " "$(ls "$assets" | tr '\n' ' ')"
holds 'their checksums hold' sh -c 'cd "$1" && sha256sum --check --quiet --strict SHA256SUMS' _ "$assets"
same 'the checksums are what is signed' "$(sha256sum <"$assets/SHA256SUMS" | cut -c-64)" "$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).messageSignature.messageDigest.digest' "$assets/SHA256SUMS.sigstore.json")"
same 'the files and the image are attested' "$(cut -c67- "$assets/SHA256SUMS" | cat - "$STANDIN/signed" | sort)" "$(sort "$STANDIN/attested")"
same 'the package of the release is that of npm' "$(openssl dgst -sha512 -binary "$assets/acme-gate-$version.tgz" | base64 -w0)" "$(npm_config_userconfig=$STANDIN/npmrc npm view "acme-gate@$version" dist.integrity | sed 's/^sha512-//')"
holds 'the notes are those of the changelog' grep -q . "$STANDIN/notes.md"
same 'the major tag is at the release' "$(git -C "$STANDIN/origin.git" rev-parse "v$version")" "$(git -C "$STANDIN/origin.git" rev-parse "v${version%%.*}")"

# --- a newer base --------------------------------------------------------------------------------------------------------
cd "$WORK/clone" || exit
workflow rebuild.yml workflow_dispatch "v$version"
same 'with the same base nothing is built again' "0 $digest" "$code $(look '{{.Digest}}' "$image:$version")" "$WORK/act.log"
printf 'FROM %s\nLABEL newer=yes\n' "$BASE" >"$WORK/first/Dockerfile"
"$STANDIN/bin/stand-in-buildah" bud --format docker --isolation chroot --pull-never -t localhost/newer "$WORK/first" >"$WORK/push.log" 2>&1 &&
  "$STANDIN/bin/stand-in-buildah" push --tls-verify=false localhost/newer "docker://$STANDIN_IMAGES/$BASE" >>"$WORK/push.log" 2>&1 || cannot 'a newer base is there' "$(tail -n 10 "$WORK/push.log")"
workflow rebuild.yml workflow_dispatch "v$version"
same 'with a newer base the image is built on it' "0 $(look '{{.Digest}}' "$BASE")" "$code $(look '{{index .Labels "org.opencontainers.image.base.digest"}}' "$image:$version")" "$WORK/act.log"
"$STANDIN/bin/stand-in-buildah" rmi localhost/newer localhost/release >/dev/null 2>&1
finish
