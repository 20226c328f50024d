"use strict";exports.id=110,exports.ids=[110],exports.modules={2110:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{INITIAL_POLICY:()=>INITIAL_POLICY});const INITIAL_POLICY=`# yaml-language-server: $schema=https://github.com/Clyra-AI/proof/schemas/v1/gate-policy-v1.schema.json
#
# Gate policy of proof-verify: what turns verified artifacts into a decision. Save it as .proof-policy.yml.
# Check it with \`proof-verify policy check\`; pin it in CI with --policy-sha256, because on a pull request this file
# belongs to the author of the change.
version: 1

# What to verify, in order; ! excludes. Without this: .proof/, proof/, proof-artifacts/, gait-out/ and the like.
# artifacts:
#   - 'evidence/**'
#   - '!evidence/tmp/**'

# Whom to trust. As soon as there is a key, every record has to be signed by one (exit 2).
# trust:
#   signatures: required            # auto (default), required, off
#   keys:
#     - name: ci-signer             # reports and approvals use the name
#       public_key: keys/ci.pem     # 64 hex digits, base64, PEM, JWK, or a file
#       not_before: 2026-01-01T00:00:00Z
#       not_after: 2027-01-01T00:00:00Z
#       record_types: [deployment, test_result]   # may sign only these
#       source_products: [ci]                     # and only for these
#     - name: release-manager
#       public_key: keys/release-manager.pem
#       record_types: [approval]
#   cosign:
#     - name: release-workflow
#       identity: https://github.com/OWNER/REPO/.github/workflows/release.yml@refs/heads/main
#       issuer: https://token.actions.githubusercontent.com
#   revocation_list: keys/revoked.json
#   revocation_key: keys/security-team.pem
#   min_signers: 2                  # of every chain and bundle as a whole

# How old records may be (exit 3). Units: s, m, h, d, w.
# freshness:
#   max_age: 90d
#   clock_skew: 5m

# What has to be there (exit 3). Only verified records count, copies once.
# require:
#   record_types:
#     test_result: 1
#   source_products: [ci]
#   frameworks:
#     - id: soc2                    # proof-verify frameworks list
#       controls: [cc6.1]
#     - id: eu-ai-act
#       min_coverage: 0.5           # share of all controls

# JSON Schema (draft-07) over each verified record: \`when\` selects, \`must\` has to hold (exit 3).
# rules:
#   - id: no-denied-decisions
#     when: {properties: {record_type: {const: decision}}}
#     must: {properties: {event: {properties: {action: {enum: [allow]}}}}}
#     message: a denied action reached the pipeline

# What needs approval (exit 4). Records that ask for it themselves always do.
# approvals:
#   - id: production
#     when: {properties: {record_type: {const: deployment}}}
#     by: [release-manager]         # distinct signers count
#     min: 1
#     max_age: 72h

# Compare with an earlier run (exit 5). Written by \`proof-verify baseline .proof-baseline.json\`.
# baseline: .proof-baseline.json

# Frameworks of your own (proof-verify schema framework-definition).
# frameworks: [compliance/our-framework.yaml]
`;function initialPolicyExamples(){return INITIAL_POLICY.split(`
`).map(line=>/^# (?:[a-z_]+:| {2})/.test(line)?line.slice(2):line).join(`
`)}})};
