/**
 * Verifies Proof artifacts in the current workspace and publishes the reports. Call it inside `node { … }` or a stage
 * that has an agent, after the checkout.
 *
 *   proofVerify(defaultBranch: 'main')                   // in the image, on an agent with Docker
 *   proofVerify(docker: false, defaultBranch: 'main')    // `proof-verify` on the agent's PATH (Node 20 or newer)
 *   proofVerify(workingDirectory: 'services/billing')    // one folder of a monorepo
 *   proofVerify(publicKey: [key], policy: 'gate.yml', policySha256: '…')
 *   def result = proofVerify(failBuild: false)           // result.exitCode, result.outcome
 *
 * Signatures are required unless `signatures` says otherwise: without a key the build fails. A key is text, or a file of the
 * repository, which is read from the target branch for a change. Any option of `proof-verify gate` can be given, in camel case; a list gives a repeatable option several values. They
 * reach the gate as environment variables, never as shell text, so that no value can become a command.
 */
def call(Map config = [:]) {
  Map own = [docker: true, image: 'ghcr.io/org/proof-verify:1', dockerArgs: '', command: 'proof-verify',
    reportDir: 'proof-reports', failBuild: true, publish: true]
  String folder = config.reportDir ?: own.reportDir
  List environment = ['PROOF_REPORT_DIR=' + folder, 'PROOF_VERIFY_REPORT=' + reports(pwd() + '/' + folder)]
  if (!config.signatures) {
    environment.add('PROOF_VERIFY_SIGNATURES=required')
  }
  for (entry in config.entrySet()) {
    if (own.containsKey(entry.key)) {
      own[entry.key] = entry.value
    } else if (entry.key != 'signatures' || entry.value) {
      String value = entry.value instanceof List ? entry.value.join('\n') : String.valueOf(entry.value)
      environment.add('PROOF_VERIFY_' + variable(entry.key) + '=' + value)
    }
  }

  int code = -1
  try {
    withEnv(environment) {
      if (own.docker) {
        String locked = '--entrypoint= --network none --read-only --cap-drop ALL'
        docker.image(own.image).inside((locked + ' ' + own.dockerArgs).trim()) {
          code = runGate(own.command)
        }
      } else {
        code = runGate(own.command)
      }
    }
  } finally {
    if (own.publish) {
      publishReports(own.reportDir)
    }
  }

  String outcome = code == 0 ? 'passed' : 'failed'
  if (code != 0 && own.failBuild) {
    error("Proof artifacts did not verify: exit code ${code} (${meaning(code)})")
  }
  return [exitCode: code, outcome: outcome]
}

/** The folder of the reports is made anew: the change may have committed it as a link. */
private int runGate(String command) {
  if (isUnix()) {
    return sh(script: 'rm -rf "$PROOF_REPORT_DIR"; ' + command + ' gate', returnStatus: true)
  }
  return bat(script: '@if exist "%PROOF_REPORT_DIR%" rmdir /s /q "%PROOF_REPORT_DIR%"\n@' + command + ' gate', returnStatus: true)
}

private String reports(String folder) {
  return "json=${folder}/gate.json\nsarif=${folder}/gate.sarif\njunit=${folder}/junit.xml\nhtml=${folder}/index.html"
}

/** `policySha256` → `POLICY_SHA256`; anything but letters and digits would be another variable than the one meant. */
private String variable(String option) {
  if (!(option ==~ /[a-z][A-Za-z0-9]*/)) {
    error("proofVerify: unknown argument '${option}'; write it in camel case, such as publicKey")
  }
  return option.replaceAll(/([A-Z])/, '_$1').toUpperCase()
}

private String meaning(int code) {
  Map meanings = [1: 'internal error', 2: 'not verified', 3: 'policy or schema', 4: 'approval missing', 5: 'drift',
    6: 'invalid input', 7: 'file missing', 8: 'unsafe, blocked']
  return meanings.containsKey(code) ? meanings[code] : 'the gate did not run'
}

/** A plugin that is not installed costs its page, never the verdict. */
private void publishReports(String folder) {
  try {
    junit(testResults: folder + '/junit.xml', allowEmptyResults: true)
  } catch (NoSuchMethodError missing) {
    echo('proofVerify: the JUnit plugin is not installed')
  }
  try {
    recordIssues(enabledForFailure: true, tool: sarif(id: 'proof-verify', name: 'Proof', pattern: folder + '/gate.sarif'))
  } catch (NoSuchMethodError missing) {
    echo('proofVerify: the Warnings Next Generation plugin is not installed')
  }
  try {
    publishHTML(target: [reportDir: folder, reportFiles: 'index.html', reportName: 'Proof report', keepAll: true,
      alwaysLinkToLastBuild: true, allowMissing: true])
  } catch (NoSuchMethodError missing) {
    echo('proofVerify: the HTML Publisher plugin is not installed')
  }
  archiveArtifacts(artifacts: folder + '/**', allowEmptyArchive: true)
}
