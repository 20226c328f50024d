"use strict";exports.id=554,exports.ids=[554],exports.modules={1554:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{initCommand:()=>initCommand});var output=__webpack_require__(6497);const TEMPLATES={github:`name: proof-verify

on:
  pull_request:
  merge_group:
  push:
    branches: [main]

# The verdict needs to read the checkout and nothing else.
permissions:
  contents: read

concurrency:
  group: proof-verify-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

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
          # Trusted keys come from a variable of the repository: a pull request cannot change it.
          public-key: \${{ vars.PROOF_PUBLIC_KEY }}
`,gitlab:`# Proof artifacts are verified on every merge request, branch and tag.
# Use it as .gitlab-ci.yml, or include it:  include: {local: /ci/proof-verify.gitlab-ci.yml}
#
# Keys: Settings > CI/CD > Variables, PROOF_VERIFY_PUBLIC_KEY (hex, base64, PEM or JWK; one a line). A key that comes from
# there cannot be changed by a merge request. Every other option of \`proof-verify gate\` is a variable in the same way.

variables:
  PROOF_IMAGE: ghcr.io/org/proof-verify:1

proof-verify:
  stage: test
  image:
    name: $PROOF_IMAGE
    entrypoint: ['']
  needs: []
  script:
    - >-
      proof-verify gate
      --report json=proof-reports/gate.json
      --report sarif=proof-reports/gate.sarif
      --report junit=proof-reports/junit.xml
      --report code-quality=proof-reports/gl-code-quality-report.json
      --report html=proof-reports/index.html
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
`,jenkins:`// Proof artifacts are verified on every build, with the results on the build's pages.
// Plugins: Pipeline, Docker Pipeline, JUnit, Warnings Next Generation (SARIF), HTML Publisher.
//
// Keys: Manage Jenkins > System > Global properties, PROOF_VERIFY_PUBLIC_KEY (hex, base64, PEM or JWK). A key that
// comes from there cannot be changed by a pull request. Every option of \`proof-verify gate\` is a variable in this way.
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
        sh '''proof-verify gate \\\\
          --report json=proof-reports/gate.json \\\\
          --report sarif=proof-reports/gate.sarif \\\\
          --report junit=proof-reports/junit.xml \\\\
          --report html=proof-reports/index.html'''
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
`};async function initCommand(what,io){if(what==="policy"){const{INITIAL_POLICY}=await __webpack_require__.e(110).then(__webpack_require__.bind(__webpack_require__,2110));return io.out(INITIAL_POLICY),0}if(!Object.hasOwn(TEMPLATES,what))throw new output.Qd(6,`unknown template ${JSON.stringify(what)}; known: ${Object.keys(TEMPLATES).join(", ")}, policy`);return io.out(TEMPLATES[what]),0}})};
