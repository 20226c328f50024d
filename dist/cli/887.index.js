"use strict";exports.id=887,exports.ids=[887],exports.modules={887:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{INITIAL_POLICY:function(){return INITIAL_POLICY}});const INITIAL_POLICY=`# yaml-language-server: $schema=https://github.com/org/proof-verify/schemas/v1/gate-policy-v1.schema.json
#
# Gate policy of proof-verify: what turns verified artifacts into a decision. Save it as .proof-policy.yml and merge it:
# while a change is under review the policy of the base branch counts, and the files it names are those of the base.
# Check it with \`proof-verify policy check\`; docs/usage/policy.md has every member.
version: 1

# What to verify, in order; ! excludes. Without this: .proof/, proof/, proof-artifacts/, gait-out/, .wrkr/proof-chain.json,
# .wrkr/evidence/, wrkr-evidence/, .axym/chain.json, axym-evidence/, *.proof.json, *.proof.jsonl, pack_*.zip, runpack_*.zip.
# artifacts:
#   - 'evidence/**'
#   - '!evidence/tmp/**'

# Whom to trust. As soon as there is a key, every record must be signed by one (exit 2).
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

# Evidence must be about the commit under test (exit 3): without this, honest evidence of an older commit passes.
# bind:
#   record_types: [deployment, test_result]
#   commit: [/event/commit]
#   repository: [/event/repository]

# Requirements (exit 3). Only verified records count, copies once.
# require:
#   record_types:
#     approval: 1                   # that approve
#     test_result:                  # that passed
#       min: 2
#       unique: /event/test
#   source_products: [ci]
#   frameworks:
#     - id: soc2                    # proof-verify frameworks list
#       controls: [cc6.1]
#     - id: eu-ai-act
#       min_coverage: 0.5           # share of all controls

# JSON Schema (draft-07) over each verified record: \`when\` selects records, which must match \`must\` (exit 3). {$run: commit} stands
# for the commit under test, as the whole value of const.
# rules:
#   - id: no-denied-decisions
#     when: {properties: {record_type: {const: decision}}}
#     must: {properties: {event: {properties: {action: {enum: [allow]}}}}}
#     message: a denied action reached the pipeline

# What needs approval (exit 4), from other signers than the record's. Records that require it themselves always do.
# approvals:
#   - id: production
#     when: {properties: {record_type: {const: deployment}}}
#     by: [release-manager]         # distinct signers count
#     min: 1
#     max_age: 72h

# Findings of this policy that are accepted for a while; reports show them.
# exceptions:
#   - code: rule.no-denied-decisions
#     until: 2026-12-31T00:00:00Z
#     reason: the producer is fixed in December

# Findings of this policy that only warn, and warnings that fail.
# severity:
#   freshness.stale: warning
#   discovery.pattern_unmatched: error

# Compare with an earlier run (exit 5). Written by \`proof-verify baseline .proof-baseline.json\`.
# baseline: .proof-baseline.json

# Frameworks of your own (proof-verify schema framework-definition).
# frameworks: [compliance/our-framework.yaml]
`;function initialPolicyExamples(){return INITIAL_POLICY.split(`
`).map(line=>/^# (?:[a-z_]+:| {2})/.test(line)?line.slice(2):line).join(`
`)}})};
