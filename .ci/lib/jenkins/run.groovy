// Runs the Jenkins templates with jenkins-pipeline-unit. Steps of Jenkins are stand-ins that record their calls; `sh`
// really runs in the workspace. Prints `name<TAB>true|false<TAB>detail` for each assertion.
import static com.lesfurets.jenkins.unit.global.lib.LibraryConfiguration.library
import static com.lesfurets.jenkins.unit.global.lib.LocalSource.localSource

import com.lesfurets.jenkins.unit.BasePipelineTest
import org.apache.commons.io.FileUtils

class Agent extends BasePipelineTest {
  File workspace
  Map<String, String> variables = [:]
  List<Map> calls = []
  Set<String> missing = []
  Throwable failure

  Agent(File workspace) {
    this.workspace = workspace
    scriptRoots = ['/'] as String[]
    setUp()
    // Declarative sections: their bodies run in order, `post` runs whatever the stages did.
    ['agent', 'options', 'stages', 'steps', 'always', 'post'].each { name ->
      helper.registerAllowedMethod(name, [Closure], { body ->
        try { body() } catch (Throwable problem) {
          if (name != 'stages') throw problem
          failure = problem
        }
      })
    }
    helper.registerAllowedMethod('pipeline', [Closure], { body ->
      body()
      if (failure != null) throw failure
    })
    helper.registerAllowedMethod('stage', [String, Closure], { name, body -> body() })
    helper.registerAllowedMethod('timeout', [Map], { })
    helper.registerAllowedMethod('docker', [Closure], { body -> body() })
    ['image', 'args'].each { name -> helper.registerAllowedMethod(name, [String], { record(name, it) }) }
    helper.registerAllowedMethod('node', [Closure], { body -> body() })
    helper.registerAllowedMethod('isUnix', [], { true })
    helper.registerAllowedMethod('pwd', [], { workspace.path })
    helper.registerAllowedMethod('echo', [String], { record('echo', it) })
    helper.registerAllowedMethod('error', [String], { message -> throw new RuntimeException(message) })
    helper.registerAllowedMethod('withEnv', [List, Closure], { list, body ->
      Map before = new LinkedHashMap(variables)
      list.each { pair -> variables[pair.substring(0, pair.indexOf('='))] = pair.substring(pair.indexOf('=') + 1) }
      try { body() } finally { variables = before }
    })
    helper.registerAllowedMethod('sh', [String], { script ->
      int code = shell(script)
      if (code != 0) throw new RuntimeException("script returned exit code ${code}")
    })
    helper.registerAllowedMethod('sh', [Map], { options -> shell(options.script) })
    ['junit', 'recordIssues', 'publishHTML', 'archiveArtifacts'].each { name ->
      helper.registerAllowedMethod(name, [Map], { options ->
        if (missing.contains(name)) throw new NoSuchMethodError(name)
        record(name, options)
      })
    }
    helper.registerAllowedMethod('sarif', [Map], { it })
    binding.setVariable('docker', [image: { name ->
      record('docker.image', name)
      [inside: { arguments, body ->
        record('docker.inside', arguments)
        body()
      }]
    }])
    helper.registerSharedLibrary(library().name('proof-verify').defaultVersion('v1').allowOverride(true).implicit(true)
      .targetPath(System.getProperty('library')).retriever(localSource(System.getProperty('library'))).build())
  }

  void record(String step, Object value) { calls.add([step: step, value: value]) }

  Object first(String step) { calls.find { it.step == step }?.value }

  int shell(String script) {
    def builder = new ProcessBuilder('sh', '-xe', '-c', script).directory(workspace).redirectErrorStream(true)
    builder.environment().putAll(variables)
    def process = builder.start()
    String text = process.inputStream.text
    int code = process.waitFor()
    record('sh', [script: script, code: code, text: text])
    return code
  }

  File report(String name) { new File(workspace, 'proof-reports/' + name) }

  Throwable start(String path) {
    try { runScript(path); null } catch (Throwable problem) { problem }
  }
}

File root = new File(System.getProperty('workspaces'))
String key = new File(root, 'key.hex').text.trim()
int number = 0
Closure agent = { String kind ->
  File copy = new File(root, "jenkins-${number++}")
  FileUtils.copyDirectory(new File(root, kind), copy)
  new Agent(copy)
}
Closure check = { String name, boolean holds, Object detail = '' ->
  println([name, holds, String.valueOf(detail).replaceAll(/\s+/, ' ')].join('\t'))
}
String jenkinsfile = System.getProperty('jenkinsfile')
Closure script = { String text ->
  File file = new File(root, "pipeline-${number}.groovy")
  file.text = text
  file.path
}

Agent good = agent('good')
good.variables.PROOF_VERIFY_PUBLIC_KEY = key
Throwable problem = good.start(jenkinsfile)
check('Jenkinsfile: good records pass', problem == null && good.first('sh')?.code == 0, problem ?: good.calls)
check('Jenkinsfile: docker agent with the locked options', good.first('args')?.contains('--network none') && good.first('image')?.startsWith('ghcr.io/'), good.calls)
check('Jenkinsfile: junit, recordIssues, publishHTML, archiveArtifacts are called', ['junit', 'recordIssues', 'publishHTML', 'archiveArtifacts'].every { good.first(it) != null }, good.calls)
check('Jenkinsfile: the files that they read are there', good.report('junit.xml').isFile() && good.report('gate.sarif').isFile() && good.report('index.html').isFile())
check('Jenkinsfile: the patterns name those files', good.first('junit').testResults == 'proof-reports/junit.xml' && good.first('recordIssues').tool.pattern == 'proof-reports/gate.sarif' && good.first('publishHTML').target.reportFiles == 'index.html')
check('Jenkinsfile: the key of the environment is used', good.report('gate.json').text.replaceAll(/\s/, '').contains('"signatures":4'), good.report('gate.json').text)

Agent forged = agent('forged')
forged.variables.PROOF_VERIFY_PUBLIC_KEY = key
problem = forged.start(jenkinsfile)
check('Jenkinsfile: a forged record fails the build with 2', problem?.message?.contains('exit code 2'), problem)
check('Jenkinsfile: the forged line is in the log', forged.first('sh')?.text?.contains('pipeline.jsonl:2'), forged.first('sh')?.text)
check('Jenkinsfile: results are published although it failed', forged.first('junit') != null && forged.report('junit.xml').text.contains('<failure'))

good = agent('good')
problem = good.start(script("@Library('proof-verify@v1') _\nnode { def result = proofVerify(publicKey: ['${key}'], signatures: 'required')\n echo 'result ' + result.exitCode + ' ' + result.outcome }"))
check('proofVerify: the library step passes good records in docker', problem == null && good.calls.any { it.step == 'echo' && it.value == 'result 0 passed' }, problem ?: good.calls)
check('proofVerify: it runs inside the image, locked', good.first('docker.image') == 'ghcr.io/org/proof-verify:1' && good.first('docker.inside') == '--entrypoint= --network none --read-only --cap-drop ALL', good.calls)
check('proofVerify: options arrive', good.report('gate.json').text.replaceAll(/\s/, '').contains('"signatures":4'))

forged = agent('forged')
problem = forged.start(script("@Library('proof-verify@v1') _\nnode { proofVerify(docker: false, publicKey: '${key}') }"))
check('proofVerify: plain agent, a forged record fails the build', problem?.message?.contains('exit code 2 (not verified)') && forged.first('docker.image') == null, problem)
check('proofVerify: results are published although it failed', forged.first('publishHTML') != null && forged.first('recordIssues') != null)

forged = agent('forged')
problem = forged.start(script("@Library('proof-verify@v1') _\nnode { def result = proofVerify(docker: false, failBuild: false, publicKey: '${key}')\n echo 'result ' + result.exitCode }"))
check('proofVerify: failBuild false gives the exit code back', problem == null && forged.calls.any { it.step == 'echo' && it.value == 'result 2' }, problem)

Agent keyless = agent('good')
problem = keyless.start(jenkinsfile)
check('Jenkinsfile: without a key the build fails', problem?.message?.contains('exit code 6'), problem)
keyless = agent('good')
problem = keyless.start(script("@Library('proof-verify@v1') _\nnode { proofVerify(docker: false, publicKey: null) }"))
check('proofVerify: without a key the build fails', problem?.message?.contains('exit code 6'), problem)

Agent linked = agent('good')
File elsewhere = new File(root, 'elsewhere')
elsewhere.mkdir()
linked.shell("ln -s '${elsewhere.path}' proof-reports")
problem = linked.start(script("@Library('proof-verify@v1') _\nnode { proofVerify(docker: false, publicKey: '${key}', workingDirectory: '.proof', patterns: ['**']) }"))
check('proofVerify: a link in the place of the reports is replaced', problem == null && elsewhere.list().length == 0 && linked.report('junit.xml').isFile(), problem)

good = agent('good')
good.missing = ['recordIssues', 'publishHTML'] as Set
problem = good.start(script("@Library('proof-verify@v1') _\nnode { proofVerify(docker: false, publicKey: '${key}') }"))
check('proofVerify: a plugin that is not installed costs its page only', problem == null && good.calls.count { it.step == 'echo' } == 2, problem)

good = agent('good')
problem = good.start(script("@Library('proof-verify@v1') _\nnode { proofVerify(docker: false, patterns: ['\$(touch pwned)/**', '.proof/**']) }"))
check('proofVerify: no value becomes a command', !new File(good.workspace, 'pwned').exists(), problem)

good = agent('good')
good.start(script("@Library('proof-verify@v1') _\nnode { proofVerify(docker: false, failBuild: false, policySha256: 'abc', command: 'env >environment; true') }"))
check('proofVerify: camel case becomes the right variable', new File(good.workspace, 'environment').readLines().contains('PROOF_VERIFY_POLICY_SHA256=abc'))

good = agent('good')
problem = good.start(script("@Library('proof-verify@v1') _\nnode { proofVerify(docker: false, 'public-key': 'x') }"))
check('proofVerify: a misspelt option is an error', problem?.message?.contains('camel case'), problem)
check('proofVerify: a misspelt option runs nothing', good.first('sh') == null)
