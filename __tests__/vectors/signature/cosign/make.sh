#!/bin/sh
# Makes the cosign vectors anew: cosign 2.6 on PATH, openssl 3, node. Private keys live in a temporary folder only.
# Usage: sh make.sh   (writes beside itself)
set -eu
out=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$tmp"' EXIT
cd "$tmp"
export COSIGN_PASSWORD=
quiet() { "$@" >log 2>&1 || { cat log; exit 1; }; }

printf 'sha256:%s' "$(printf 'a sealed record' | sha256sum | cut -d' ' -f1)" >blob
cp blob "$out/blob"

# 1. key pairs
quiet cosign generate-key-pair
mv cosign.key p256.key && cp cosign.pub "$out/p256.pub"
openssl ecparam -name secp384r1 -genkey -noout -out p384.pem
openssl ecparam -name secp521r1 -genkey -noout -out p521.pem
openssl genrsa -traditional -out rsa.pem 2048 2>/dev/null
for kind in p384 p521 rsa; do
  quiet cosign import-key-pair --key $kind.pem --output-key-prefix $kind --yes
  cp $kind.pub "$out/$kind.pub"
done
for kind in p256 p384 p521 rsa; do
  quiet cosign sign-blob --key $kind.key --tlog-upload=false --yes --output-signature "$out/$kind.sig" blob
done
# cosign 2.6 verifies with Ed25519 keys but cannot sign blobs with them.
openssl genpkey -algorithm ed25519 -out ed25519.pem
openssl pkey -in ed25519.pem -pubout -out "$out/ed25519.pub"
openssl pkeyutl -sign -rawin -inkey ed25519.pem -in blob | base64 -w0 >"$out/ed25519.sig"
openssl genrsa -traditional -out small.pem 1024 2>/dev/null
openssl rsa -in small.pem -pubout -out "$out/rsa1024.pub" 2>/dev/null
openssl ecparam -name secp256k1 -genkey -noout | openssl ec -pubout -out "$out/k256.pub" 2>/dev/null

# 2. an authority like Fulcio: root, intermediate, signers that live ten minutes
ISSUER=https://login.example
SAN=URI:https://ci.example/acme/build@refs/heads/main
conf() { # extensions
  mkdir -p ca && : >ca/index.txt && openssl rand -hex 16 >ca/serial
  printf '[ca]\ndefault_ca=d\n[d]\ndatabase=ca/index.txt\nserial=ca/serial\nnew_certs_dir=ca\npolicy=p\nunique_subject=no\n[p]\norganizationName=optional\ncommonName=optional\n[e]\n' >ca/conf
  printf '%b' "$1" >>ca/conf
}
authority() { # name issuer extensions
  openssl ecparam -name prime256v1 -genkey -noout -out "$1.pem"
  openssl req -new -key "$1.pem" -subj "/O=proof-verify test/CN=$1" -out "$1.csr"
  conf "$3"
  by="-selfsign -keyfile $1.pem"
  [ "$2" = self ] || by="-cert $2.crt -keyfile $2.pem"
  # Authorities are older than their signers.
  openssl ca -batch -config ca/conf -extensions e -in "$1.csr" $by -md sha256 -startdate 20260101000000Z -enddate 21260101000000Z \
    -notext -out "$1.crt" 2>log || { cat log; exit 1; }
}
CA='subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\nkeyUsage=critical,keyCertSign,cRLSign\n'
authority root self "basicConstraints=critical,CA:TRUE,pathlen:1\n$CA"
authority intermediate root "basicConstraints=critical,CA:TRUE,pathlen:0\nextendedKeyUsage=codeSigning\n$CA"
authority toodeep intermediate "basicConstraints=critical,CA:TRUE\n$CA"
authority noauthority root "basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\nkeyUsage=critical,digitalSignature\n"
authority stranger self "basicConstraints=critical,CA:TRUE\n$CA"
authority tlsonly root "basicConstraints=critical,CA:TRUE\nextendedKeyUsage=serverAuth\n$CA"
authority constrained root "basicConstraints=critical,CA:TRUE\nnameConstraints=critical,permitted;DNS:example.org\n$CA"

start=$(date -u -d '5 minutes ago' +%Y%m%d%H%M%SZ)
end=$(date -u -d '5 minutes' +%Y%m%d%H%M%SZ)
openssl ecparam -name prime256v1 -genkey -noout -out leaf.pem
quiet cosign import-key-pair --key leaf.pem --output-key-prefix leaf --yes
signer() { # name authority san extensions [digest]
  name=
  [ -z "$3" ] || name="subjectAltName=critical,$3\n"
  conf "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\nkeyUsage=critical,digitalSignature\n$name$4"
  openssl req -new -key leaf.pem -subj / -out leaf.csr
  openssl ca -batch -config ca/conf -extensions e -in leaf.csr -cert "$2.crt" -keyfile "$2.pem" -md "${5:-sha256}" \
    -startdate "$start" -enddate "$end" -notext -out "$1.crt" 2>log || { cat log; exit 1; }
  cp "$1.crt" "$out/$1.crt"
}
v1() { printf '1.3.6.1.4.1.57264.1.1=DER:%s\\n' "$(printf '%s' "$1" | od -An -tx1 | tr -d ' \n')"; }
v2() { printf '1.3.6.1.4.1.57264.1.8=ASN1:UTF8String:%s\\n' "$1"; }
SIGN='extendedKeyUsage=codeSigning\n'
BOTH="$(v1 $ISSUER)$(v2 $ISSUER)"
signer leaf intermediate "$SAN" "$SIGN$BOTH"
signer leaf-email intermediate email:dev@acme.example "$SIGN$(v2 $ISSUER)"
signer leaf-v1 intermediate "$SAN" "$SIGN$(v1 $ISSUER)"
signer leaf-othername intermediate 'otherName:1.3.6.1.4.1.57264.1.7;UTF8:robot!acme' "$SIGN$BOTH"
signer leaf-two-issuers intermediate "$SAN" "$SIGN$(v1 https://evil.example)$(v2 $ISSUER)"
signer leaf-no-issuer intermediate "$SAN" "$SIGN"
signer leaf-no-san intermediate '' "$SIGN$BOTH"
signer leaf-tls intermediate "$SAN" "extendedKeyUsage=serverAuth\n$BOTH"
signer leaf-no-usage intermediate "$SAN" "$BOTH"
signer leaf-critical intermediate "$SAN" "${SIGN}1.2.3.4=critical,ASN1:NULL\n$BOTH"
signer leaf-authority intermediate "$SAN" "${SIGN}basicConstraints=critical,CA:TRUE\n$BOTH"
signer leaf-sha1 intermediate "$SAN" "$SIGN$BOTH" sha1
signer leaf-stranger stranger "$SAN" "$SIGN$BOTH"
signer leaf-toodeep toodeep "$SAN" "$SIGN$BOTH"
signer leaf-noauthority noauthority "$SAN" "$SIGN$BOTH"
signer leaf-tlsonly tlsonly "$SAN" "$SIGN$BOTH"
signer leaf-constrained constrained "$SAN" "$SIGN$BOTH"
signer leaf-root root "$SAN" "$SIGN$BOTH"
for name in root intermediate toodeep noauthority stranger tlsonly constrained; do cp $name.crt "$out/$name.crt"; done
quiet cosign sign-blob --key leaf.key --tlog-upload=false --yes --output-signature "$out/leaf.sig" blob
# what cosign itself says of them
ours() {
  cosign verify-blob --certificate "$1.crt" --ca-roots root.crt --ca-intermediates intermediate.crt --certificate-identity "$2" \
    --certificate-oidc-issuer $ISSUER --insecure-ignore-sct --insecure-ignore-tlog=true --signature "$out/leaf.sig" blob >log 2>&1 && echo "$1 ok" || echo "$1 refused: $(tail -1 log)"
}
: >"$out/cosign-says.txt"
for name in leaf leaf-v1 leaf-two-issuers leaf-no-issuer leaf-no-san leaf-tls leaf-no-usage leaf-critical leaf-authority leaf-sha1 leaf-stranger leaf-noauthority leaf-root; do
  ours $name https://ci.example/acme/build@refs/heads/main >>"$out/cosign-says.txt"
done
ours leaf-email dev@acme.example >>"$out/cosign-says.txt"
ours leaf-othername 'robot!acme' >>"$out/cosign-says.txt"

# 3. Sigstore bundles: with a key; with a certificate, a timestamp and a transparency log entry
authority tsaroot self "basicConstraints=critical,CA:TRUE\n$CA"
authority tsa tsaroot "basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"
cat tsa.crt tsaroot.crt >tsachain.pem
cat intermediate.crt root.crt >fulcio.pem
openssl ecparam -name prime256v1 -genkey -noout -out rekor.pem && openssl ec -in rekor.pem -pubout -out rekor.pub 2>/dev/null
node "$out/make-services.mjs" "$tmp" >port &
server=$!
while [ ! -s port ]; do sleep 0.1; done
url=http://127.0.0.1:$(cat port)
quiet cosign sign-blob --key p256.key --tlog-upload=false --yes --new-bundle-format --bundle "$out/key.sigstore.json" blob
quiet cosign sign-blob --key p256.key --tlog-upload=false --yes --new-bundle-format --timestamp-server-url "$url/tsa" \
  --bundle "$out/key-timestamp.sigstore.json" blob
base64 -w0 leaf.crt >leaf.b64 # the form in which cosign writes certificates
quiet cosign sign-blob --key leaf.key --tlog-upload=false --yes --timestamp-server-url "$url/tsa" --rfc3161-timestamp ts.json \
  --bundle old.json --output-signature leaf2.sig blob
quiet cosign bundle create --artifact blob --signature leaf2.sig --certificate leaf.b64 --rfc3161-timestamp ts.json --ignore-tlog \
  --out "$out/certificate-timestamp.sigstore.json"
quiet cosign bundle create --artifact blob --signature leaf2.sig --certificate leaf.b64 --ignore-tlog --out "$out/certificate.sigstore.json"
node "$out/make-tlog.mjs" "$tmp" "$out"
day=2026-01-01T00:00:00Z
quiet cosign trusted-root create --fulcio url=https://fulcio.example,certificate-chain=fulcio.pem \
  --tsa url=https://tsa.example,certificate-chain=tsachain.pem --out "$out/root-tsa.json"
quiet cosign trusted-root create --fulcio url=https://fulcio.example,certificate-chain=fulcio.pem \
  --rekor url=https://rekor.example,public-key=rekor.pub,start-time=$day --out "$out/root-tlog.json"
quiet cosign trusted-root create --fulcio url=https://fulcio.example,certificate-chain=fulcio.pem --out "$out/root-plain.json"
quiet cosign trusted-root create --fulcio url=https://fulcio.example,certificate-chain=stranger.crt \
  --tsa url=https://tsa.example,certificate-chain=tsachain.pem --out "$out/root-stranger.json"
quiet cosign trusted-root create --fulcio url=https://fulcio.example,certificate-chain=fulcio.pem \
  --ctfe url=https://ctfe.example,public-key=rekor.pub,start-time=$day \
  --tsa url=https://tsa.example,certificate-chain=tsachain.pem --out "$out/root-ctfe.json"
date -u +%Y-%m-%dT%H:%M:%SZ >"$out/signed-at.txt"
for pair in certificate-timestamp:root-tsa certificate-timestamp:root-stranger certificate-tlog:root-tlog; do
  bundle=${pair%:*}; root=${pair#*:}
  flags='--insecure-ignore-tlog=true --use-signed-timestamps'
  [ $bundle != certificate-tlog ] || flags=
  cosign verify-blob --bundle "$out/$bundle.sigstore.json" --new-bundle-format --trusted-root "$out/$root.json" $flags --insecure-ignore-sct \
    --certificate-identity https://ci.example/acme/build@refs/heads/main --certificate-oidc-issuer $ISSUER blob >log 2>&1 &&
    echo "$bundle with $root ok" >>"$out/cosign-says.txt" || echo "$bundle with $root refused: $(tail -1 log)" >>"$out/cosign-says.txt"
done
cat "$out/cosign-says.txt"
