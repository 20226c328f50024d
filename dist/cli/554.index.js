"use strict";exports.id=554,exports.ids=[554],exports.modules={1554:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{INIT_NAMES:function(){return INIT_NAMES},initCommand:function(){return initCommand}});var output=__webpack_require__(6497);const TEMPLATES={github:`name: proof-verify

on:
  # Not for every base branch: anyone who can push a branch controls the policy on it, and a check stays with the commit when
  # its pull request is retargeted.
  pull_request:
    branches: [main]
  merge_group:
  push:
    branches: [main]

# The verdict needs to read the checkout and nothing else.
permissions:
  contents: read

concurrency:
  group: proof-verify-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

# A job of its own: another step of it could change files and environment before the gate looks at them.
jobs:
  proof-verify:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - uses: org/proof-verify@v1
        with:
          # A file of this repository. On a pull request it is read from the base branch, so that the change cannot
          # replace it; it works for forks and needs no variable.
          public-key: .github/proof-keys/ci.pub
          # Without a key that can be read the check fails.
          signatures: required
          # One folder of a monorepo, which other paths are relative to:
          # working-directory: services/billing
          # public-key: ../../.github/proof-keys/ci.pub
`,gitlab:`# Proof artifacts are verified on every merge request, branch and tag.
# Use it as .gitlab-ci.yml, or include it:  include: {local: /ci/proof-verify.gitlab-ci.yml}
#
# The key is a file of the repository: in a merge request it is read from the target branch, so that the change cannot replace
# it. A project variable PROOF_VERIFY_PUBLIC_KEY (Settings > CI/CD > Variables; hex, base64, PEM or JWK, one a line) wins over
# the file. Every other option of \`proof-verify gate\` is a variable in the same way.

variables:
  PROOF_IMAGE: ghcr.io/org/proof-verify:1

# A job of its own: another script in it could change files and environment before the gate looks at them.
proof-verify:
  stage: test
  image:
    name: $PROOF_IMAGE
    entrypoint: ['']
  needs: []
  variables:
    # The policy of a merge request is that of the target branch, which has to be in the clone.
    GIT_DEPTH: 0
    PROOF_VERIFY_PUBLIC_KEY: proof-keys/ci.pub
    # Without a key that can be read the job fails.
    PROOF_VERIFY_SIGNATURES: required
    # One folder of a monorepo, which other paths are relative to; reports stay where they are:
    # PROOF_VERIFY_WORKING_DIRECTORY: services/billing
    # PROOF_VERIFY_PUBLIC_KEY: ../../proof-keys/ci.pub
  script:
    - rm -rf proof-reports
    - >-
      proof-verify gate
      --report "json=$PWD/proof-reports/gate.json"
      --report "sarif=$PWD/proof-reports/gate.sarif"
      --report "junit=$PWD/proof-reports/junit.xml"
      --report "code-quality=$PWD/proof-reports/gl-code-quality-report.json"
      --report "html=$PWD/proof-reports/index.html"
  artifacts:
    when: always
    expire_in: 30 days
    expose_as: Proof report
    paths:
      - proof-reports/
    reports:
      junit: proof-reports/junit.xml
      codequality: proof-reports/gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH
    - if: $CI_COMMIT_TAG
`,"gitlab-offline":`# Proof artifacts are verified on every merge request, branch and tag, with no network but your own registry. Copy the image there
# once, from a machine that sees both sides, and name it in PROOF_IMAGE:
#   skopeo copy --all docker://ghcr.io/org/proof-verify@sha256:<digest> docker://registry.example.internal/proof-verify:1
# The gate itself never opens a connection: schemas, frameworks and CA roots are in the image.
#
# Use it as .gitlab-ci.yml, or include it:  include: {local: /ci/proof-verify.gitlab-ci.yml}
#
# The key is a file of the repository: in a merge request it is read from the target branch, so that the change cannot replace
# it. A project variable PROOF_VERIFY_PUBLIC_KEY (Settings > CI/CD > Variables; hex, base64, PEM or JWK, one a line) wins over
# the file. Every other option of \`proof-verify gate\` is a variable in the same way.

variables:
  PROOF_IMAGE: registry.example.internal/proof-verify:1

# A job of its own: another script in it could change files and environment before the gate looks at them.
proof-verify:
  stage: test
  image:
    name: $PROOF_IMAGE
    entrypoint: ['']
  needs: []
  variables:
    # The policy of a merge request is that of the target branch, which has to be in the clone.
    GIT_DEPTH: 0
    PROOF_VERIFY_PUBLIC_KEY: proof-keys/ci.pub
    # Without a key that can be read the job fails.
    PROOF_VERIFY_SIGNATURES: required
    # One folder of a monorepo, which other paths are relative to; reports stay where they are:
    # PROOF_VERIFY_WORKING_DIRECTORY: services/billing
    # PROOF_VERIFY_PUBLIC_KEY: ../../proof-keys/ci.pub
  script:
    - rm -rf proof-reports
    - >-
      proof-verify gate
      --report "json=$PWD/proof-reports/gate.json"
      --report "sarif=$PWD/proof-reports/gate.sarif"
      --report "junit=$PWD/proof-reports/junit.xml"
      --report "code-quality=$PWD/proof-reports/gl-code-quality-report.json"
      --report "html=$PWD/proof-reports/index.html"
  artifacts:
    when: always
    expire_in: 30 days
    expose_as: Proof report
    paths:
      - proof-reports/
    reports:
      junit: proof-reports/junit.xml
      codequality: proof-reports/gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH
    - if: $CI_COMMIT_TAG
`,"gitlab-shards":`# Many artifacts: four jobs take a quarter each, one merges their reports, checks what spans them and decides.
# The key is a file of the repository, as in proof-verify.gitlab-ci.yml; all jobs have the same settings, or merge refuses.
#
# The reports travel as job artifacts. A masked variable PROOF_VERIFY_SHARD_KEY (32 bytes or more) authenticates them; with
# PROOF_VERIFY_SHARD_AUTH: required no job runs without it.

variables:
  PROOF_IMAGE: ghcr.io/org/proof-verify:1

stages: [verify, decide]

.proof:
  image:
    name: $PROOF_IMAGE
    entrypoint: ['']
  variables:
    # The policy of a merge request is that of the target branch, which has to be in the clone.
    GIT_DEPTH: 0
    PROOF_VERIFY_PUBLIC_KEY: proof-keys/ci.pub
    # Without a key that can be read the jobs fail.
    PROOF_VERIFY_SIGNATURES: required
    # One folder of a monorepo, which other paths are relative to; reports stay where they are:
    # PROOF_VERIFY_WORKING_DIRECTORY: services/billing
    # PROOF_VERIFY_PUBLIC_KEY: ../../proof-keys/ci.pub
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH
    - if: $CI_COMMIT_TAG

proof-shard:
  extends: .proof
  stage: verify
  parallel: 4
  script:
    - rm -rf proof-shards
    - >-
      proof-verify gate --shard "$CI_NODE_INDEX/$CI_NODE_TOTAL" --if-no-artifacts-found ignore
      --report "json=$PWD/proof-shards/$CI_NODE_INDEX.json"
  # Verdicts are for the merge to give; a gate that could not run (1, 6, 7) stops the pipeline here.
  allow_failure:
    exit_codes: [2, 3, 4, 5, 8]
  artifacts:
    when: always
    paths:
      - proof-shards/

proof-verify:
  extends: .proof
  stage: decide
  script:
    - rm -rf proof-reports
    - >-
      proof-verify merge
      --report "junit=$PWD/proof-reports/junit.xml"
      --report "code-quality=$PWD/proof-reports/gl-code-quality-report.json"
      --report "html=$PWD/proof-reports/index.html"
      "$PWD/proof-shards/1.json" "$PWD/proof-shards/2.json" "$PWD/proof-shards/3.json" "$PWD/proof-shards/4.json"
  artifacts:
    when: always
    paths:
      - proof-reports/
    reports:
      junit: proof-reports/junit.xml
      codequality: proof-reports/gl-code-quality-report.json
`,jenkins:`// Proof artifacts are verified on every build, with the results on the build's pages.
// Plugins: Pipeline, Docker Pipeline, JUnit, Warnings Next Generation (SARIF), HTML Publisher.
//
// Keys: Manage Jenkins > System > Global properties, PROOF_VERIFY_PUBLIC_KEY (hex, base64, PEM or JWK). A key that
// comes from there cannot be changed by a pull request. Every option of \`proof-verify gate\` is a variable in this way.
// A file of the repository does as well, --public-key proof-keys/ci.pub: for a change it is read from the target branch, which
// the clone has to have (Git plugin: fetch with the refspec of all branches). One folder of a monorepo: -C services/billing.
pipeline {
  agent {
    docker {
      image 'ghcr.io/org/proof-verify:1'
      args '--entrypoint= --network none --read-only --cap-drop ALL'
    }
  }
  options {
    timeout(time: 15, unit: 'MINUTES')
  }
  stages {
    stage('Proof') {
      steps {
        sh '''rm -rf proof-reports; proof-verify gate --signatures required --default-branch main \\\\
          --report "json=$PWD/proof-reports/gate.json" \\\\
          --report "sarif=$PWD/proof-reports/gate.sarif" \\\\
          --report "junit=$PWD/proof-reports/junit.xml" \\\\
          --report "html=$PWD/proof-reports/index.html"'''
      }
    }
  }
  post {
    always {
      junit testResults: 'proof-reports/junit.xml', allowEmptyResults: true
      recordIssues enabledForFailure: true, tool: sarif(id: 'proof-verify', name: 'Proof', pattern: 'proof-reports/gate.sarif')
      publishHTML target: [reportDir: 'proof-reports', reportFiles: 'index.html', reportName: 'Proof report',
        keepAll: true, alwaysLinkToLastBuild: true, allowMissing: true]
      archiveArtifacts artifacts: 'proof-reports/**', allowEmptyArchive: true
    }
  }
}
`,circleci:`# .circleci/config.yml. The key is an environment variable of a context, PROOF_VERIFY_PUBLIC_KEY, or a file of the repository
# (--public-key proof-keys/ci.pub), which for a change is read from the target branch. Without a key the job fails. One folder
# of a monorepo: gate -C services/billing, with the reports under "$PWD/proof-reports".
version: 2.1

jobs:
  proof-verify:
    docker:
      - image: ghcr.io/org/proof-verify:1
        entrypoint: ['']
    resource_class: small
    steps:
      - checkout
      - run:
          name: Verify Proof artifacts
          command: |
            rm -rf proof-reports
            proof-verify gate --signatures required --default-branch main \\
              --report json=proof-reports/gate.json \\
              --report junit=proof-reports/junit/gate.xml \\
              --report html=proof-reports/index.html
      - store_test_results:
          path: proof-reports/junit
      - store_artifacts:
          path: proof-reports

workflows:
  proof:
    jobs:
      - proof-verify
`,azure:`# azure-pipelines.yml. The key is a pipeline variable, PROOF_VERIFY_PUBLIC_KEY, which scripts see as environment, or a file of
# the repository (--public-key proof-keys/ci.pub), which for a change is read from the target branch. Without one it fails.
trigger:
  branches:
    include: [main]

pr:
  branches:
    include: ['*']

pool:
  vmImage: ubuntu-latest

steps:
  # The policy of a pull request is that of the target branch, which has to be in the clone.
  - checkout: self
    fetchDepth: "0"
    persistCredentials: "false"

  # One folder of a monorepo: gate -C services/billing.
  # No container job: those need tools inside the image. The gate's container needs nothing, not even a network.
  - script: |
      rm -rf proof-reports && mkdir proof-reports
      docker run --rm --network none --read-only --cap-drop ALL --user "$(id -u):$(id -g)" \\
        --env PROOF_VERIFY_PUBLIC_KEY --env TF_BUILD --env BUILD_REASON --env BUILD_SOURCEBRANCH \\
        --env SYSTEM_PULLREQUEST_PULLREQUESTID --env SYSTEM_PULLREQUEST_TARGETBRANCH \\
        --env SYSTEM_PULLREQUEST_SOURCECOMMITID --env BUILD_SOURCEVERSION --env BUILD_BUILDID \\
        --env BUILD_REPOSITORY_NAME --env BUILD_REPOSITORY_URI --env SYSTEM_COLLECTIONURI --env SYSTEM_TEAMPROJECT \\
        --volume "$PWD:/workspace:ro" --volume "$PWD/proof-reports:/reports" \\
        ghcr.io/org/proof-verify:1 gate --signatures required --default-branch main \\
        --report json=/reports/gate.json \\
        --report sarif=/reports/gate.sarif \\
        --report junit=/reports/junit.xml \\
        --report html=/reports/index.html
    displayName: Verify Proof artifacts

  - task: PublishTestResults@2
    condition: succeededOrFailed()
    inputs:
      testResultsFormat: JUnit
      testResultsFiles: proof-reports/junit.xml
      testRunTitle: Proof

  - task: PublishPipelineArtifact@1
    condition: succeededOrFailed()
    inputs:
      targetPath: proof-reports
      artifact: proof-reports
`,buildkite:`# .buildkite/pipeline.yml. The key is an environment variable of the agent, PROOF_VERIFY_PUBLIC_KEY: set on the agent,
# it cannot be changed by a pull request. A file of the repository does as well (--public-key proof-keys/ci.pub): for a change it
# is read from the target branch. Without a key the step fails. One folder of a monorepo: gate -C services/billing.
steps:
  - label: ':shield: Proof'
    key: proof-verify
    command: |
      rm -rf proof-reports && mkdir proof-reports
      code=0
      docker run --rm --network none --read-only --cap-drop ALL --user "$$(id -u):$$(id -g)" \\
        --env PROOF_VERIFY_PUBLIC_KEY --env BUILDKITE --env BUILDKITE_PULL_REQUEST --env BUILDKITE_BRANCH \\
        --env BUILDKITE_TAG --env BUILDKITE_PULL_REQUEST_BASE_BRANCH --env BUILDKITE_PIPELINE_DEFAULT_BRANCH \\
        --env BUILDKITE_COMMIT --env BUILDKITE_REPO --env BUILDKITE_BUILD_ID --env BUILDKITE_BUILD_URL \\
        --volume "$$PWD:/workspace:ro" --volume "$$PWD/proof-reports:/reports" \\
        ghcr.io/org/proof-verify:1 gate --signatures required \\
        --report json=/reports/gate.json \\
        --report junit=/reports/junit.xml \\
        --report html=/reports/index.html \\
        --report markdown=/reports/gate.md || code=$$?
      if command -v buildkite-agent >/dev/null && [ -s proof-reports/gate.md ]; then
        style=success
        [ "$$code" -eq 0 ] || style=error
        buildkite-agent annotate --context proof-verify --style "$$style" <proof-reports/gate.md
      fi
      exit "$$code"
    artifact_paths:
      - proof-reports/**/*
`,tekton:`# A Tekton task. Results carry the verdict to later tasks; the step fails with the gate's exit code.
apiVersion: tekton.dev/v1
kind: Task
metadata:
  name: proof-verify
  labels:
    app.kubernetes.io/version: '1.0.0'
  annotations:
    tekton.dev/pipelines.minVersion: '0.50.0'
    tekton.dev/categories: Security
    tekton.dev/tags: verification, supply-chain
    tekton.dev/displayName: Verify Proof artifacts
    tekton.dev/platforms: linux/amd64,linux/arm64
spec:
  description: Verifies the Proof artifacts of a workspace and fails when one does not pass.
  params:
    - name: image
      type: string
      default: ghcr.io/org/proof-verify:1
    - name: patterns
      description: Globs or paths of the artifacts, one a line; the default set when empty.
      type: string
      default: ''
    - name: public-key
      description: Trusted keys, one a line.
      type: string
      default: ''
    - name: under-review
      description: >-
        Whether the checkout is a change that has not been accepted yet; then the policy is that of the default branch, which
        the clone has to have. Set it to false for runs of that branch.
      type: string
      default: 'true'
    - name: default-branch
      description: The default branch, where the clone has no origin/HEAD.
      type: string
      default: ''
  workspaces:
    - name: source
      description: The checkout.
      readOnly: true
      mountPath: /workspace/source
  results:
    - name: outcome
      description: passed, failed or warned.
    - name: exit-code
      description: Exit code of the gate.
  steps:
    - name: gate
      image: $(params.image)
      workingDir: $(workspaces.source.path)
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        runAsNonRoot: true
        capabilities:
          drop: [ALL]
        seccompProfile:
          type: RuntimeDefault
      env:
        - name: PROOF_VERIFY_PATTERNS
          value: $(params.patterns)
        - name: PROOF_VERIFY_PUBLIC_KEY
          value: $(params.public-key)
        - name: PROOF_VERIFY_SIGNATURES
          value: required
        - name: PROOF_VERIFY_UNDER_REVIEW
          value: $(params.under-review)
        - name: PROOF_VERIFY_DEFAULT_BRANCH
          value: $(params.default-branch)
        - name: OUTCOME_RESULT
          value: $(results.outcome.path)
        - name: EXIT_CODE_RESULT
          value: $(results.exit-code.path)
      volumeMounts:
        - name: scratch
          mountPath: /scratch
      script: |
        #!/bin/sh
        code=0
        proof-verify gate --report json=/scratch/gate.json || code=$?
        printf '%s' "$code" >"$EXIT_CODE_RESULT"
        node -p 'JSON.parse(require("node:fs").readFileSync("/scratch/gate.json", "utf8")).outcome' >"$OUTCOME_RESULT" || printf failed >"$OUTCOME_RESULT"
        exit "$code"
  volumes:
    - name: scratch
      emptyDir: {}
`,"pre-commit":`# .pre-commit-config.yaml. The key is a file of the repository: \`proof-verify keygen --out ci\` makes a pair, and ci.pub goes here.
# Without a key that can be read the hook fails. As long as you have no keys, write --signatures=off and leave out the line of the
# key: then hashes, links and structure are checked, but not who made the records.
repos:
  - repo: https://github.com/org/proof-verify
    rev: v1.0.0
    hooks:
      - id: proof-verify
        args:
          - --signatures=required
          - --public-key=proof-keys/ci.pub
          - --if-no-artifacts-found=ignore
`};var usage=__webpack_require__(6885);const INIT_NAMES=[...Object.keys(TEMPLATES),"policy"];async function initCommand(what,io){if(what===void 0)return io.out(`${INIT_NAMES.join(`
`)}
`),0;if(what==="policy"){const{INITIAL_POLICY}=await __webpack_require__.e(887).then(__webpack_require__.bind(__webpack_require__,887));return io.out(INITIAL_POLICY),0}if(!Object.hasOwn(TEMPLATES,what))throw new output.Qd(6,`unknown template ${JSON.stringify(what)}${(0,usage.h)(what,INIT_NAMES,INIT_NAMES.join(", "))}`);return io.out(TEMPLATES[what]),0}})};
