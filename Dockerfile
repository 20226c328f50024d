# The gate as a container: proof-verify on a trimmed node:24-slim, for amd64 and arm64.
#
#   docker build -t proof-verify .
#   docker run --rm --network none --read-only --cap-drop ALL -v "$PWD:/workspace:ro" proof-verify

# Releases name the base by its digest.
ARG BASE=node:24-slim
FROM ${BASE} AS build
ARG TARGETARCH
WORKDIR /build
COPY dist/cli ./opt/proof-verify/cli
COPY dist/worker ./opt/proof-verify/worker
COPY dist/sbom.spdx.json ./opt/proof-verify/sbom.spdx.json
COPY LICENSE ./opt/proof-verify/LICENSE
COPY .ci/lib/ca-roots.mjs examples/records/deployment.json examples/keys/example-signer.pub ./
# The bundle is the one that was reviewed and committed: nothing is compiled or fetched here. The CA roots are those that
# this Node carries (Mozilla's), so they need no network.
RUN case "${TARGETARCH:-amd64}" in amd64 | arm64) ;; *) echo "unsupported architecture: ${TARGETARCH}" >&2 && exit 1 ;; esac \
  && chmod -R a+rX,go-w opt \
  && chmod 755 opt/proof-verify/cli/index.js \
  && mkdir -p usr/local/bin etc/ssl/certs workspace \
  && ln -s /opt/proof-verify/cli/index.js usr/local/bin/proof-verify \
  && ln -s /opt/proof-verify/cli/index.js usr/local/bin/proof \
  && node ca-roots.mjs > etc/ssl/certs/ca-certificates.crt
# Node's compiled code of the commands, for a start that is a sixth shorter. It belongs to root and lies beside the code,
# which is all that may be trusted to make it. Node looks for it by path, version and user. A broken bundle fails here.
RUN cp -r opt/proof-verify /opt/proof-verify \
  && export NODE_COMPILE_CACHE=/opt/proof-verify/compiled \
  && node /opt/proof-verify/cli/index.js gate deployment.json --public-key example-signer.pub \
  && node /opt/proof-verify/cli/index.js verify deployment.json \
  && cp -r /opt/proof-verify/compiled opt/proof-verify/compiled \
  && for made in opt/proof-verify/compiled/*-0; do mv "$made" "${made%-0}-1000" && ln -s "$(basename "${made%-0}")-1000" "$made"; done \
  && chmod -R a+rX,go-w opt \
  && rm ca-roots.mjs deployment.json example-signer.pub

FROM ${BASE}
ARG VERSION=1.0.0
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
ARG BASE_DIGEST=unknown
LABEL org.opencontainers.image.title="proof-verify" \
  org.opencontainers.image.description="Verifies Proof artifacts at the gate: records, chains, bundles and Gait packs" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.source="https://github.com/org/proof-verify" \
  org.opencontainers.image.documentation="https://github.com/org/proof-verify/tree/main/docs/usage/container.md" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.created="${CREATED}" \
  org.opencontainers.image.base.name="docker.io/library/node:24-slim" \
  org.opencontainers.image.base.digest="${BASE_DIGEST}"
# Package managers have no business in a gate: what is not there cannot be made to install anything.
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /usr/local/share/doc /usr/local/share/man /opt/yarn-* \
  /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
  /usr/local/bin/docker-entrypoint.sh
COPY --from=build /build/ /
ENV NODE_COMPILE_CACHE=/opt/proof-verify/compiled
# The variables of a CI rarely reach a `docker run`: without them a change counts as under review (docs/trust.md).
ENV PROOF_VERIFY_CONTAINER=true
# Numeric, so that Kubernetes can see that it is not root; any other user works as well.
USER 1000:1000
WORKDIR /workspace
ENTRYPOINT ["proof-verify"]
CMD ["gate"]
