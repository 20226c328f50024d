export const id = 29;
export const ids = [29];
export const modules = {

/***/ 8029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  baselineCommand: () => (/* binding */ baselineCommand),
  gateCommand: () => (/* binding */ gateCommand),
  mergeCommand: () => (/* binding */ mergeCommand),
  readOptions: () => (/* binding */ readOptions)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/engine/canonical/read.ts
var read = __webpack_require__(9247);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __webpack_require__(5206);
// EXTERNAL MODULE: ./src/engine/limits.ts
var engine_limits = __webpack_require__(7100);
// EXTERNAL MODULE: ./src/engine/canonical/time.ts
var time = __webpack_require__(8126);
// EXTERNAL MODULE: ./src/engine/findings.ts
var findings = __webpack_require__(8166);
;// CONCATENATED MODULE: ./src/gate/ci-environment.ts

const GITHUB_REVIEW_EVENTS = new Set([
    'pull_request',
    // Its default checkout is the base, but workflows that use it to read the change check that out instead.
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
]);
/** Variables of other CIs that are set (and not `false`) on the build of a change under review. */
const REVIEW_VARIABLES = [
    'CHANGE_ID',
    'CIRCLE_PULL_REQUEST',
    'BUILDKITE_PULL_REQUEST',
    'CI_MERGE_REQUEST_IID',
];
/** Tells from the environment of GitHub, GitLab, Jenkins, CircleCI, Buildkite or Azure what started the run. */
function readEvent(env) {
    const github = env['GITHUB_EVENT_NAME'] ?? '';
    if (github !== '')
        return { name: github, underReview: GITHUB_REVIEW_EVENTS.has(github) };
    const azure = env['BUILD_REASON'] ?? '';
    if (azure !== '')
        return { name: azure, underReview: azure === 'PullRequest' };
    const review = REVIEW_VARIABLES.some((name) => (env[name] ?? '') !== '' && env[name] !== 'false');
    const gitlab = env['CI_PIPELINE_SOURCE'] ?? '';
    if (gitlab !== '')
        return { name: gitlab, underReview: review || gitlab === 'merge_request_event' };
    return review ? { name: 'pull_request', underReview: true } : undefined;
}
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/**
 * Where the files of the workspace are on the web at the commit of the run, ending in `/`; `undefined` when the
 * environment does not tell or the workspace is not inside the checkout.
 */
function readSourceBase(env, workspace, commit) {
    const github = join(env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], 'blob', commit ?? env['GITHUB_SHA']);
    const gitlab = join(env['CI_PROJECT_URL'], undefined, '-/blob', commit ?? env['CI_COMMIT_SHA']);
    const base = github ?? gitlab;
    const root = github === undefined ? env['CI_PROJECT_DIR'] : env['GITHUB_WORKSPACE'];
    if (base === undefined)
        return undefined;
    const folder = folderWithin(root, workspace);
    return folder === undefined ? undefined : base + folder.split('/').map(encodeURIComponent).join('/');
}
/**
 * The workspace's folder inside the checkout: `''` for its root, else `/`-separated and ending in `/`; `undefined`
 * when it lies outside. Without a known checkout the workspace is taken for its root.
 */
function folderWithin(checkout, workspace) {
    if (checkout === undefined || checkout === '')
        return '';
    const relative = external_node_path_default().relative(external_node_path_default().resolve(checkout), workspace);
    if (relative === '')
        return '';
    if (external_node_path_default().isAbsolute(relative) || relative === '..' || relative.startsWith(`..${(external_node_path_default()).sep}`))
        return undefined;
    return `${relative.split((external_node_path_default()).sep).join('/')}/`;
}
function join(host, repository, middle, commit) {
    if (host === undefined || !/^https?:\/\/[^\s"'<>()]+$/.test(host))
        return undefined;
    if (commit === undefined || !COMMIT.test(commit))
        return undefined;
    if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return undefined;
    if (middle === 'blob' && repository === undefined)
        return undefined;
    return [host.replace(/\/+$/, ''), ...(repository === undefined ? [] : [repository]), middle, commit, ''].join('/');
}

// EXTERNAL MODULE: ./src/gate/option-values.ts
var option_values = __webpack_require__(7705);
;// CONCATENATED MODULE: ./src/gate/options.ts






/** Report formats, by the name users write. */
const REPORT_FORMATS = [
    'json',
    'sarif',
    'junit',
    'code-quality',
    'markdown',
    'html',
    'tap',
    'vsa',
    'proof-record',
];
const options_text = (name) => ({ name, kind: 'text' });
const toggle = (name) => ({ name, kind: 'switch' });
const list = (name, ...aliases) => ({ name, kind: 'list', aliases });
/** Every option of the gate, in the order of the documentation. */
const GATE_OPTIONS = [
    list('patterns'),
    options_text('policy'),
    options_text('policy-sha256'),
    list('public-key'),
    options_text('signatures'),
    toggle('strict'),
    options_text('revocation-list'),
    options_text('revocation-key'),
    options_text('cosign-key'),
    options_text('cosign-certificate'),
    options_text('cosign-certificate-identity'),
    options_text('cosign-certificate-oidc-issuer'),
    options_text('cosign-trusted-root'),
    list('custom-type-schema', 'custom-type-schemas'),
    options_text('baseline'),
    options_text('if-no-artifacts-found'),
    options_text('unrecognized'),
    toggle('warn-only'),
    list('report', 'reports'),
    options_text('shard'),
    options_text('now'),
    options_text('jobs'),
    options_text('progress'),
    toggle('quiet'),
    toggle('verbose'),
    toggle('color'),
    options_text('max-artifact-bytes'),
    options_text('max-entry-bytes'),
    options_text('max-total-bytes'),
    options_text('max-record-bytes'),
    options_text('max-document-bytes'),
    options_text('max-entries'),
    options_text('max-ratio'),
    options_text('max-depth'),
    options_text('timeout'),
    options_text('working-directory'),
];
const ENVIRONMENT_PREFIX = 'PROOF_VERIFY_';
const WEIGHTS = ['error', 'warn', 'ignore'];
/** Deeper JSON could exhaust a stack (hardening 5), whatever the user asks for. */
const MAX_DEPTH_LIMIT = 1000;
const MAX_COUNT_LIMIT = 1_000_000_000;
const MAX_JOBS = 256;
/** The environment variable of an option: `PROOF_VERIFY_PUBLIC_KEY` for `public-key`. */
function environmentName(option) {
    return ENVIRONMENT_PREFIX + option.toUpperCase().replaceAll('-', '_');
}
/**
 * Turns text into options: first what is in `raw` (command line or Action inputs), then `PROOF_VERIFY_*` of the
 * environment; an empty text counts as not given, as pipelines pass inputs that nobody set. All mistakes are reported
 * at once, each a `usage.invalid` (exit 6) that names the option and what was expected.
 */
function parseGateOptions(raw, env, cwd = process.cwd()) {
    const reader = new Reader(raw, env);
    const directory = reader.text('working-directory');
    const workspace = directory === undefined ? external_node_path_default().resolve(cwd) : external_node_path_default().resolve(cwd, directory);
    const limits = {
        maxArtifactBytes: reader.parsed('max-artifact-bytes', option_values/* parseSize */.DB) ?? engine_limits/* DEFAULT_LIMITS */.dR.maxArtifactBytes,
        maxEntryBytes: reader.parsed('max-entry-bytes', option_values/* parseSize */.DB) ?? engine_limits/* DEFAULT_LIMITS */.dR.maxEntryBytes,
        maxTotalBytes: reader.parsed('max-total-bytes', option_values/* parseSize */.DB) ?? engine_limits/* DEFAULT_LIMITS */.dR.maxTotalBytes,
        maxRecordBytes: reader.parsed('max-record-bytes', option_values/* parseSize */.DB) ?? engine_limits/* DEFAULT_LIMITS */.dR.maxRecordBytes,
        maxDocumentBytes: reader.parsed('max-document-bytes', option_values/* parseSize */.DB) ?? engine_limits/* DEFAULT_LIMITS */.dR.maxDocumentBytes,
        maxEntries: reader.integer('max-entries', 1, MAX_COUNT_LIMIT) ?? engine_limits/* DEFAULT_LIMITS */.dR.maxEntries,
        maxRatio: reader.integer('max-ratio', 1, MAX_COUNT_LIMIT) ?? engine_limits/* DEFAULT_LIMITS */.dR.maxRatio,
        maxDepth: reader.integer('max-depth', 1, MAX_DEPTH_LIMIT) ?? engine_limits/* DEFAULT_LIMITS */.dR.maxDepth,
    };
    const options = {
        patterns: reader.list('patterns'),
        publicKeys: reader.list('public-key'),
        strict: reader.flag('strict') ?? true,
        customTypeSchemas: customSchemas(reader),
        ifNoArtifactsFound: reader.choice('if-no-artifacts-found', WEIGHTS) ?? 'error',
        warnOnly: reader.flag('warn-only') ?? false,
        reports: reportTargets(reader, workspace),
        limits,
        workspace,
        progress: reader.choice('progress', ['auto', 'always', 'never']) ?? 'auto',
        quiet: reader.flag('quiet') ?? false,
        verbose: reader.flag('verbose') ?? false,
        color: reader.flag('color') ?? (env['NO_COLOR'] ?? '') === '',
        ...present('policyFile', reader.text('policy')),
        ...present('policySha256', reader.parsed('policy-sha256', parseSha256)),
        ...present('signatures', reader.choice('signatures', ['auto', 'required', 'off'])),
        ...present('revocationList', reader.text('revocation-list')),
        ...present('revocationKey', reader.text('revocation-key')),
        ...present('cosignKey', reader.text('cosign-key')),
        ...present('cosignCertificate', reader.text('cosign-certificate')),
        ...present('cosignCertificateIdentity', reader.text('cosign-certificate-identity')),
        ...present('cosignCertificateOidcIssuer', reader.text('cosign-certificate-oidc-issuer')),
        ...present('cosignTrustedRoot', reader.text('cosign-trusted-root')),
        ...present('baseline', reader.text('baseline')),
        ...present('unrecognized', reader.choice('unrecognized', WEIGHTS)),
        ...present('shard', reader.parsed('shard', option_values/* parseShard */.uK)),
        ...present('now', reader.parsed('now', parseNow)),
        ...present('jobs', reader.integer('jobs', 1, MAX_JOBS)),
        ...present('timeoutSeconds', reader.parsed('timeout', option_values/* parseDuration */.E9)),
        ...present('event', readEvent(env)),
        ...present('sourceBase', readSourceBase(env, workspace)),
    };
    if (options.quiet && options.verbose)
        reader.wrong('--quiet and --verbose exclude each other');
    return reader.findings.length === 0 ? { ok: true, options } : { ok: false, findings: reader.findings };
}
/** `{name: value}` when there is a value: exact optional members must not be `undefined`. */
function present(name, value) {
    return value === undefined ? {} : { [name]: value };
}
function parseSha256(text) {
    const match = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text.trim());
    if (match?.[1] === undefined)
        return { ok: false, expected: 'the SHA-256 of the policy file, 64 hex digits' };
    return { ok: true, value: match[1].toLowerCase() };
}
function parseNow(text) {
    const instant = (0,time/* parseInstant */.nV)(text.trim());
    if (instant === undefined)
        return { ok: false, expected: 'an RFC 3339 instant such as 2026-01-31T12:00:00Z' };
    return { ok: true, value: instant.epochMs };
}
/** `FORMAT=FILE`, each path once: two reports in one file would overwrite each other without a word. */
function reportTargets(reader, workspace) {
    const targets = [];
    const taken = new Map();
    for (const item of reader.list('report')) {
        const at = item.indexOf('=');
        if (at < 1 || at === item.length - 1) {
            reader.bad('report', item, `FORMAT=FILE with FORMAT one of ${REPORT_FORMATS.join(', ')}`);
            continue;
        }
        const format = (0,option_values/* parseChoice */.HU)(item.slice(0, at), REPORT_FORMATS);
        if (!format.ok) {
            reader.bad('report', item, `a format that is ${format.expected}`);
            continue;
        }
        const file = item.slice(at + 1).trim();
        const resolved = file === '-' ? '-' : external_node_path_default().resolve(workspace, file);
        const other = taken.get(resolved);
        if (other !== undefined) {
            reader.wrong(`reports '${other}' and '${item}' would be written to the same ${file === '-' ? 'output' : 'file'}`);
            continue;
        }
        taken.set(resolved, item);
        targets.push({ format: format.value, file });
    }
    return targets;
}
/** `TYPE=FILE`, each type once: of two schemas for one type nobody could tell which one holds. */
function customSchemas(reader) {
    const types = new Set();
    const items = reader.list('custom-type-schema');
    for (const item of items) {
        const at = item.indexOf('=');
        if (at < 1 || at === item.length - 1)
            reader.bad('custom-type-schema', item, 'TYPE=FILE');
        const type = item.slice(0, at);
        if (at > 0 && types.has(type))
            reader.wrong(`record type '${type}' has more than one --custom-type-schema`);
        types.add(type);
    }
    return items;
}
/** Looks options up in the command line and the environment and collects what is wrong with them. */
class Reader {
    findings = [];
    #given = new Map();
    constructor(raw, env) {
        const names = new Map();
        for (const spec of GATE_OPTIONS) {
            for (const name of [spec.name, ...(spec.aliases ?? [])])
                names.set(name, spec);
        }
        this.#readRaw(raw, names);
        this.#readEnvironment(env, names);
    }
    #readRaw(raw, names) {
        for (const [key, item] of Object.entries(raw)) {
            const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
            const spec = names.get(name);
            if (spec === undefined)
                this.wrong(`unknown option --${name}${(0,option_values/* didYouMean */.au)(name, names.keys())}`);
            else if (item !== undefined && !isBlank(item))
                this.#given.set(spec.name, item);
        }
    }
    #readEnvironment(env, names) {
        const variables = new Map([...names].map(([name, spec]) => [environmentName(name), spec]));
        for (const [variable, item] of Object.entries(env)) {
            if (!variable.startsWith(ENVIRONMENT_PREFIX) || item === undefined)
                continue;
            const spec = variables.get(variable);
            if (spec !== undefined) {
                if (!isBlank(item) && !this.#given.has(spec.name))
                    this.#given.set(spec.name, item);
                continue;
            }
            // A misspelt PROOF_VERIFY_PUBLIC_KEY would leave signatures unchecked; names of other things are left alone.
            const near = (0,option_values/* nearest */.pA)(variable.slice(ENVIRONMENT_PREFIX.length), [...variables.keys()].map(withoutPrefix));
            if (near !== undefined) {
                this.wrong(`unknown environment variable ${variable} (did you mean '${ENVIRONMENT_PREFIX}${near}'?)`);
            }
        }
    }
    wrong(message) {
        this.findings.push((0,findings/* finding */.gk)('usage.invalid', message, ''));
    }
    bad(name, given, expected) {
        this.wrong(`--${name} '${given}' is not ${expected}`);
    }
    text(name) {
        const given = this.#given.get(name);
        if (given === undefined)
            return undefined;
        if (typeof given === 'string')
            return given.trim();
        this.wrong(typeof given === 'boolean' ? `--${name} needs a value` : `--${name} can be given once only`);
        return undefined;
    }
    parsed(name, parse) {
        const given = this.text(name);
        if (given === undefined)
            return undefined;
        const result = parse(given);
        if (result.ok)
            return result.value;
        this.bad(name, given, result.expected);
        return undefined;
    }
    choice(name, choices) {
        return this.parsed(name, (given) => (0,option_values/* parseChoice */.HU)(given, choices));
    }
    integer(name, min, max) {
        return this.parsed(name, (given) => (0,option_values/* parseInteger */.cG)(given, min, max));
    }
    flag(name) {
        const given = this.#given.get(name);
        return typeof given === 'boolean' ? given : this.parsed(name, option_values/* parseBoolean */.yG);
    }
    list(name) {
        const given = this.#given.get(name);
        if (given === undefined)
            return [];
        if (Array.isArray(given))
            return given;
        if (typeof given !== 'string') {
            this.wrong(`--${name} needs a value`);
            return [];
        }
        const result = (0,option_values/* parseList */.E1)(given);
        if (result.ok)
            return result.value;
        // The value may be a private key that was pasted by mistake: it is not repeated.
        this.wrong(`--${name} is not ${result.expected}`);
        return [];
    }
}
const withoutPrefix = (variable) => variable.slice(ENVIRONMENT_PREFIX.length);
/** Inputs that nobody set arrive as empty text, repeatable options that nobody gave as an empty list. */
function isBlank(item) {
    return typeof item === 'string' ? item.trim() === '' : Array.isArray(item) && item.length === 0;
}

// EXTERNAL MODULE: ./src/gate/run.ts + 52 modules
var run = __webpack_require__(9218);
// EXTERNAL MODULE: ./src/report/sanitize.ts
var sanitize = __webpack_require__(1211);
// EXTERNAL MODULE: ./src/report/common.ts
var common = __webpack_require__(4069);
;// CONCATENATED MODULE: ./src/report/text.ts



/** A screen of more findings of one code is read by nobody; the reports hold them all. */
const MAX_SHOWN = 20;
const MAX_SHOWN_VERBOSE = 1000;
/** The result of a run for people at a terminal or in a job log; text of artifacts can do nothing to either. */
function terminalText(model, options) {
    const { report } = model;
    const paints = paintsFor(options.color);
    const mark = { passed: '✔', failed: '✘', warned: '!' }[report.outcome];
    const verdict = paints.outcome[report.outcome](paints.bold(`${mark} ${(0,common/* verdictSentence */.BT)(report)}`));
    const cut = report.incomplete === true ? '\nThe run ended early: not everything was verified.' : '';
    if (options.quiet)
        return `${verdict}${cut}\n`;
    const lines = [];
    if (options.verbose) {
        for (const one of report.artifacts) {
            const state = one.outcome === 'failed' ? 'error' : one.outcome === 'warned' ? 'warning' : undefined;
            const word = one.outcome.padEnd(8);
            const painted = state === undefined ? paints.outcome.passed(word) : paints.severity[state](word);
            lines.push(`${painted}  ${(0,sanitize/* plain */.pj)(one.path)}  ${paints.dim(`${common/* KIND_NAMES */.kd[one.kind]}: ${(0,sanitize/* plain */.pj)(one.why)}`)}`);
        }
        if (lines.length > 0)
            lines.push('');
    }
    const limit = options.verbose ? MAX_SHOWN_VERBOSE : MAX_SHOWN;
    for (const group of (0,common/* groupBy */.$z)((0,common/* worstFirst */.md)(report.findings), (one) => `${one.severity} ${one.code}`).values()) {
        lines.push(...findingGroup(group, limit, paints), '');
    }
    for (const one of report.requirements.filter(({ satisfied }) => !satisfied)) {
        const detail = one.detail === undefined ? '' : `: ${one.detail}`;
        lines.push(`${paints.severity.error('missing')}  ${(0,sanitize/* plain */.pj)(`${one.id} (${one.found} of ${one.required})${detail}`)}`);
    }
    const more = (0,common/* uncounted */.cP)(report);
    if (more > 0)
        lines.push(`${(0,common/* count */.U9)(more, 'more finding')} counted but not kept`);
    const { summary } = report;
    lines.push(`${verdict}${cut}`, paints.dim(`${(0,common/* count */.U9)(summary.artifacts, 'artifact')}, ${(0,common/* count */.U9)(summary.records, 'record')}, ` +
        `${(0,common/* count */.U9)(summary.signatures, 'verified signature')}; ${(0,common/* count */.U9)(summary.findings.errors, 'error')}, ` +
        `${(0,common/* count */.U9)(summary.findings.warnings, 'warning')}, ${(0,common/* count */.U9)(summary.findings.notices, 'notice')}`));
    return `${lines.join('\n')}\n`;
}
function findingGroup(group, limit, paints) {
    const [first] = group;
    if (first === undefined)
        return [];
    const head = `${paints.severity[first.severity](first.severity)}  ${paints.bold((0,sanitize/* plain */.pj)((0,common/* titleOf */.Gg)(first)))}  ${paints.dim((0,sanitize/* plain */.pj)(first.code))}`;
    const lines = group.slice(0, limit).map((one) => `  ${(0,sanitize/* plain */.pj)((0,common/* placeOf */.$t)(one))}  ${(0,sanitize/* plain */.pj)(one.message)}`);
    if (group.length > limit)
        lines.push(`  … and ${(0,common/* thousands */.oh)(group.length - limit)} more`);
    return [head, ...lines, `  ${paints.dim(`→ ${(0,findings/* ruleOf */.Y)(first.code).remedy}`)}`];
}
function paintsFor(color) {
    const paint = (open, close) => (text) => color ? `\u001b[${open}m${text}\u001b[${close}m` : text;
    const red = paint(31, 39);
    const yellow = paint(33, 39);
    return {
        bold: paint(1, 22),
        dim: paint(2, 22),
        severity: { error: red, warning: yellow, notice: paint(36, 39) },
        outcome: { passed: paint(32, 39), failed: red, warned: yellow },
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./src/worker-file.ts



/** The built code of worker threads, beside the bundle that this is part of; without it a run has one thread. */
function workerFile() {
    const file = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), '..', 'worker', 'index.js');
    return (0,external_node_fs_.existsSync)(file) ? { workerFile: file } : {};
}

// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
;// CONCATENATED MODULE: ./src/cli/progress.ts
const BAR_WIDTH = 24;
const BAR_MS = 100;
const LINE_MS = 10_000;
/** A bar on a terminal, a line every ten seconds in a log, nothing when quiet (interface.md, --progress). */
function progressReporter(options, stream) {
    const silent = { update: () => { }, end: () => { } };
    if (options.quiet || options.progress === 'never')
        return silent;
    const terminal = stream.isTTY === true;
    const start = Date.now();
    let last = terminal ? 0 : start;
    let shown = false;
    return {
        update({ done, total, records }) {
            const now = Date.now();
            const due = options.progress === 'always' && !terminal && done === total;
            if (now - last < (terminal ? BAR_MS : LINE_MS) && !due)
                return;
            last = now;
            const share = total === 0 ? 1 : done / total;
            const counts = `${done}/${total} artifacts, ${records} records`;
            if (terminal) {
                const filled = Math.round(share * BAR_WIDTH);
                stream.write(`\r\u001b[K[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${counts}`);
                shown = true;
            }
            else
                stream.write(`proof-verify: ${counts}, ${Math.round((now - start) / 1000)} s\n`);
        },
        end() {
            if (shown)
                stream.write('\r\u001b[K');
            shown = false;
        },
    };
}

// EXTERNAL MODULE: ./src/cli/commands/tools.ts
var tools = __webpack_require__(8258);
;// CONCATENATED MODULE: ./src/cli/commands/gate.ts













/** `gate [PATTERN…]`: verify, decide, report. */
async function gateCommand(patterns, raw, io) {
    const options = readOptions(patterns, raw);
    return told(options, io, (hooks) => (0,run/* runGate */.Rg)(options, hooks));
}
/** `merge REPORT.json…`: the one verdict of all shards. */
async function mergeCommand(files, raw, io) {
    const options = readOptions([], raw);
    const reports = files.map((name) => {
        try {
            return { name, value: (0,read/* readJson */.Vh)((0,tools.readInput)(name, MAX_REPORT_BYTES), engine_limits/* DEFAULT_LIMITS */.dR.maxDepth) };
        }
        catch (error) {
            if (error instanceof fault/* Fault */.v)
                throw new output/* CommandError */.Qd(6, `${name}: ${error.message} [merge.invalid]`);
            throw error;
        }
    });
    return told(options, io, () => (0,run/* runMerge */.C$)(options, reports));
}
/** `baseline FILE [PATTERN…]`: writes it when everything verified; a baseline of failing evidence would hide its defects. */
async function baselineCommand(file, patterns, raw, io) {
    const options = readOptions(patterns, raw);
    let text = '';
    const exit = await told(options, io, async (hooks) => {
        const made = await (0,run/* baselineOfRun */.Yp)(options, hooks);
        text = made.text;
        return made.run;
    });
    if (exit !== 0)
        return exit;
    if (file === '-')
        io.out(text);
    else {
        try {
            const path = (0,external_node_path_.resolve)(options.workspace, file);
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
            (0,external_node_fs_.writeFileSync)(path, text);
        }
        catch (error) {
            throw new output/* CommandError */.Qd(6, `${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
        }
        if (!options.quiet)
            io.out(`Baseline written to ${(0,sanitize/* plain */.pj)(file)}\n`);
    }
    return 0;
}
/** JSON reports of shards carry evidence of every record. */
const MAX_REPORT_BYTES = 512 * 1024 * 1024;
/** Runs the gate with signals, progress and the text for people around it. */
async function told(options, io, work) {
    const stop = new AbortController();
    const signals = ['SIGINT', 'SIGTERM'];
    const onSignal = () => stop.abort();
    for (const signal of signals)
        process.on(signal, onSignal);
    const progress = progressReporter(options, process.stderr);
    try {
        const run = await work({ signal: stop.signal, onProgress: progress.update, ...workerFile() });
        progress.end();
        const colored = options.color && process.stdout.isTTY === true;
        const text = terminalText(run.model, { color: colored, verbose: options.verbose, quiet: options.quiet });
        // A report on standard output is read by a program: the text for people goes beside it.
        if (run.standardOutput === undefined)
            io.out(text);
        else {
            io.out(run.standardOutput);
            io.err(text);
        }
        for (const one of run.reportErrors)
            io.err(`error: ${one.message}\n`);
        return run.exitCode;
    }
    finally {
        progress.end();
        for (const signal of signals)
            process.off(signal, onSignal);
    }
}
/** Options of a gate command from its flags and the environment; all mistakes in one message, exit 6. */
function readOptions(patterns, raw) {
    const flags = { ...raw };
    // commander gives --no-color and --no-strict defaults of true; only what was really said may beat the environment.
    if (flags['color'] === true)
        delete flags['color'];
    if (flags['strict'] === true)
        delete flags['strict'];
    if (patterns.length > 0)
        flags['patterns'] = [...patterns];
    const parsed = parseGateOptions(flags, process.env);
    if (parsed.ok)
        return parsed.options;
    throw new output/* CommandError */.Qd(6, parsed.findings.map((one) => one.message).join('; '));
}


/***/ }),

/***/ 9218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yp: () => (/* binding */ baselineOfRun),
  jY: () => (/* binding */ coverageOfRun),
  Rg: () => (/* binding */ runGate),
  C$: () => (/* binding */ runMerge)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/engine/canonical/strict.ts
var strict = __webpack_require__(5670);
// EXTERNAL MODULE: ./src/engine/findings.ts
var engine_findings = __webpack_require__(8166);
// EXTERNAL MODULE: ./src/engine/limits.ts
var limits = __webpack_require__(7100);
// EXTERNAL MODULE: ./src/engine/source/file.ts
var source_file = __webpack_require__(7594);
;// CONCATENATED MODULE: ./src/discovery/candidates.ts
/** Endings of files that can be artifacts, in any case. */
const ARTIFACT_ENDING = /\.(?:json|jsonl|ndjson|zip)$/i;
/** Files that go with artifacts and never are any: why, by the look of the name. */
const COMPANIONS = [
    [/\.sigstore\.json$/i, 'a Sigstore bundle'],
    [/\.schema\.json$/i, 'a JSON Schema'],
    [/^\.proof-(?:policy\.(?:ya?ml|json)|baseline\.json)$/i, 'a file of the gate itself'],
    [/\.(?:pem|pub|key|crt|cer|jwk|jwks)(?:\.json)?$/i, 'a key or certificate'],
];
/**
 * Why a matched file is not an artifact, judged by its name; `undefined`: it may be one.
 *
 * A wildcard says which files it means (`evidence/**`, `*.txt`): all of them are artifacts to verify, and one that is
 * none is `discovery.unrecognized`. Somebody who names a folder means the evidence in it, and a folder of evidence holds
 * a README and pictures by rights: only the four endings count there. Signatures, schemas, keys and the gate's own files
 * are companions in both cases. A path that is named outright is taken at its word: the engine says what it is.
 * What is left out here is told as `ignored`, so that nothing disappears without a trace.
 */
function whyIgnored(fileName, throughNamedFolder) {
    for (const [pattern, what] of COMPANIONS)
        if (pattern.test(fileName))
            return what;
    if (throughNamedFolder && !ARTIFACT_ENDING.test(fileName))
        return 'no ending of an artifact (json, jsonl, ndjson, zip)';
    return undefined;
}

// EXTERNAL MODULE: ./src/engine/canonical/read.ts
var read = __webpack_require__(9247);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __webpack_require__(5206);
;// CONCATENATED MODULE: ./src/discovery/order.ts
/**
 * Compares two paths by their UTF-8 bytes, which is the order of code points. Plain string comparison goes by UTF-16 units and
 * puts an emoji before U+FF5E; reports must not depend on the language a verifier is written in.
 */
function compareBytes(a, b) {
    if (a === b)
        return 0;
    const end = Math.min(a.length, b.length);
    let i = 0;
    while (i < end && a.charCodeAt(i) === b.charCodeAt(i))
        i++;
    if (i === end)
        return a.length - b.length;
    return weight(a.charCodeAt(i)) - weight(b.charCodeAt(i));
}
/** Surrogates stand for code points above all others, though their own numbers are below U+E000. */
const weight = (unit) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

;// CONCATENATED MODULE: ./src/discovery/record-traits.ts


const NONE = { record: false, linked: false };
const UNKNOWN = { record: true, linked: true };
/**
 * Looks into a `.json` or `.jsonl` file of a folder for records and links between them, without parsing it: the
 * question is only whether the folder is one chain, and the engine reads everything properly afterwards.
 *
 * Every doubt is decided towards the chain, the stricter reading: the escapes in member names are decoded, a link of any type counts, one hit among doubled members counts, and so does a file that cannot be
 * read. Only a `.json` file larger than a record may be is never a record (it is a chain file, or is refused as one).
 *
 * @param lines the file is JSON lines.
 * @param records tell of records without links too; otherwise a file without links is not looked into any further.
 */
async function recordTraits(file, name, lines, records, limits) {
    try {
        const source = (0,source_file/* openFile */.Tq)(file, name, limits);
        if (!lines && source.size > limits.maxRecordBytes)
            return NONE;
        if (source.size > limits.maxArtifactBytes)
            return UNKNOWN;
        const hint = await hints(source);
        if (!hint.linked && !(records && hint.record))
            return NONE;
        const scanner = new TraitScanner(lines);
        for await (const chunk of source.chunks()) {
            scanner.push(chunk);
            // Without a hint of a link there is nothing more to learn than that there is a record.
            if (scanner.linked || (scanner.record && !hint.linked))
                break;
        }
        return { record: scanner.record, linked: scanner.linked };
    }
    catch (error) {
        if (error instanceof fault/* Fault */.v)
            return UNKNOWN;
        throw error;
    }
}
const LINK = 'previous_record_hash';
const RECORD = 'record_id';
/** `_` and `a`-`z` written as escapes begin like this; escapes of anything else cannot spell the names. */
const ESCAPED_LETTERS = ['\\u005', '\\u006', '\\u007'];
/**
 * Searches for the two names as bytes, at the speed of memory: of a gigabyte of independent records no byte is looked
 * at by the slower scanner. Says yes too often (escapes, names in texts), never too seldom.
 */
async function hints(source) {
    let record = false;
    let linked = false;
    let tail = '';
    for await (const chunk of source.chunks()) {
        const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
        // A name that lies across two pieces is in the end of one and the start of the other.
        const seam = tail + view.toString('latin1', 0, Math.min(view.length, LINK.length));
        const has = (text) => view.includes(text, 0, 'latin1') || seam.includes(text);
        if (ESCAPED_LETTERS.some(has))
            return { record: true, linked: true };
        linked ||= has(LINK);
        record ||= has(RECORD);
        if (linked)
            return { record: true, linked };
        tail = (tail + view.toString('latin1', Math.max(0, view.length - LINK.length))).slice(-LINK.length);
    }
    return { record, linked };
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const LF = 0x0a;
const LOWER_N = 0x6e;
/** Longer strings cannot be the names, even with every letter escaped. */
const MAX_NAME_BYTES = LINK.length * 6;
/** Walks over JSON bytes, piece by piece, and notes the two traits; wrong syntax never stops it. */
class TraitScanner {
    lines;
    record = false;
    linked = false;
    depth = 0;
    inString = false;
    escaped = false;
    /** Bytes of the string being read, as long as it may still be a name. */
    text = [];
    last = '';
    keys = ['', '', ''];
    /** The value of the link follows. */
    expecting = false;
    /** The link's value began with a quote: it is empty when the next byte ends it. */
    opened = false;
    constructor(lines) {
        this.lines = lines;
    }
    push(chunk) {
        for (let i = 0; i < chunk.length; i++) {
            const c = chunk[i];
            if (this.lines && c === LF)
                this.endLine();
            else if (this.inString)
                this.stringByte(c);
            else if (c > 0x20)
                this.byte(c);
        }
    }
    /** A line holds one value, whole: whatever is left open in a broken one must not hide the next. */
    endLine() {
        this.depth = 0;
        this.inString = false;
        this.escaped = false;
        this.expecting = false;
        this.opened = false;
        this.keys.fill('');
    }
    stringByte(c) {
        if (this.opened) {
            this.opened = false;
            if (c !== QUOTE)
                this.linked = true;
        }
        if (this.escaped)
            this.escaped = false;
        else if (c === BACKSLASH)
            this.escaped = true;
        else if (c === QUOTE) {
            this.inString = false;
            this.last = this.text.length > MAX_NAME_BYTES || this.depth > 2 ? '' : decode(this.text);
            return;
        }
        if (this.depth <= 2 && this.text.length <= MAX_NAME_BYTES)
            this.text.push(c);
    }
    byte(c) {
        if (this.expecting) {
            this.expecting = false;
            if (c === QUOTE)
                this.opened = true;
            else if (c !== LOWER_N)
                this.linked = true;
        }
        if (c === QUOTE) {
            this.inString = true;
            this.text = [];
        }
        else if (c === COLON)
            this.member();
        else if ((c | 0x20) === 0x7b) {
            this.depth++;
            if (this.depth <= 2)
                this.keys[this.depth] = '';
        }
        else if ((c | 0x20) === 0x7d)
            this.depth = Math.max(0, this.depth - 1);
        else if (c === COMMA && this.depth <= 2)
            this.keys[this.depth] = '';
    }
    member() {
        if (this.depth === 0 || this.depth > 2)
            return;
        this.keys[this.depth] = this.last;
        if (this.depth === 1 && this.last === RECORD)
            this.record = true;
        if (this.depth === 2 && this.last === LINK && this.keys[1] === 'integrity')
            this.expecting = true;
    }
}
/** A member name with its escapes decoded, `''` when it is no JSON string. */
function decode(bytes) {
    const text = String.fromCharCode(...bytes);
    if (!text.includes('\\'))
        return text;
    try {
        const value = JSON.parse(`"${text}"`);
        return typeof value === 'string' ? value : '';
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/minimatch/dist/esm/index.js + 8 modules
var esm = __webpack_require__(1138);
;// CONCATENATED MODULE: ./src/discovery/patterns.ts


/** What the gate looks at when nobody says what (interface.md). */
const DEFAULT_PATTERNS = [
    '.proof/**',
    'proof/**',
    'proof-artifacts/**',
    'gait-out/**',
    '**/*.proof.json',
    '**/*.proof.jsonl',
    '**/pack_*.zip',
    '**/runpack_*.zip',
    '!**/node_modules/**',
    '!**/.git/**',
];
const WINDOWS = process.platform === 'win32';
/**
 * Reads patterns as `@actions/glob` does: one a line, `#` starts a comment, `!` excludes, order decides, a folder stands
 * for everything below it; `*`, `?`, `[…]` and `**` are wildcards and match dot files, braces and extended globs are
 * plain text. On purpose different: `~` is a name like any other (a workspace has no home), and `.` and leading `..`
 * segments are resolved instead of refused.
 *
 * A text that is the exact path of something that exists, wildcards in its name or not, stands for that path *as well*
 * as for what it matches. Never instead: whoever can add a file named `**` to a folder could else hide all others.
 * @param workspace absolute path that relative patterns start from.
 * @param exists tells whether there is something at an absolute path.
 * @param rebase gives an absolute path the spelling that paths of the workspace have.
 */
function parsePatterns(texts, workspace, exists, rebase = (absolute) => absolute) {
    const patterns = [];
    const invalid = [];
    for (const text of texts) {
        // An exact name may begin with a blank or hold a line feed; it never is an exclusion or a comment (write ./!name).
        const whole = !/^\s*[!#]/.test(text) && (/[*?[\\\n]/.test(text) || text !== text.trim());
        const exact = whole && text !== '' && !text.includes('\0') ? rebase(external_node_path_default().resolve(workspace, text)) : undefined;
        const named = exact !== undefined && exists(exact);
        if (named)
            patterns.push(literalPattern(exact, text, false));
        if (named && text.includes('\n'))
            continue;
        for (const line of text.split(/\r?\n/)) {
            const trimmed = line.trim();
            if (trimmed === '' || trimmed.startsWith('#'))
                continue;
            const parsed = parseOne(trimmed, workspace, rebase);
            if (typeof parsed === 'string')
                invalid.push({ text: trimmed, why: parsed });
            // `r[1].json` spells r1.json too; whoever named the file with the brackets does not miss the other one.
            else if (!(named && parsed.literal && !exists(parsed.base)))
                patterns.push(parsed);
        }
    }
    return { patterns, invalid };
}
/** A pattern that matches one path and, when that is a folder, everything below it. */
function literalPattern(absolute, text, folderOnly) {
    return {
        text,
        negate: false,
        base: absolute,
        literal: true,
        folderOnly,
        segments: split(absolute).map((name) => ({ kind: 'name', text: fold(name) })),
    };
}
function parseOne(text, workspace, rebase) {
    let rest = text;
    let negate = false;
    while (rest.startsWith('!')) {
        negate = !negate;
        rest = rest.slice(1).trim();
    }
    if (rest === '')
        return 'it is empty';
    if (rest.includes('\0'))
        return 'it has a NUL';
    if (WINDOWS)
        rest = rest.replaceAll('\\', '/');
    const given = rest.split('/').filter((part, i) => part !== '.' && (part !== '' || i === 0));
    const names = [];
    while (given.length > 0) {
        const name = literalOf(given[0] ?? '');
        if (name === undefined)
            break;
        names.push(name);
        given.shift();
    }
    if (given.includes('..'))
        return "'..' may not follow a wildcard";
    const absolute = rest.startsWith('/') || (WINDOWS && /^[A-Za-z]:\//.test(rest));
    const prefix = names.join('/');
    const base = rebase(external_node_path_default().resolve(workspace, absolute && prefix === '' ? '/' : prefix === '' ? '.' : prefix));
    const segments = split(base).map((name) => ({ kind: 'name', text: fold(name) }));
    for (const part of given) {
        const segment = compile(part);
        // Two in a row mean the same as one and would only double the work.
        if (segment.kind !== 'any' || segments.at(-1)?.kind !== 'any')
            segments.push(segment);
    }
    return { text, negate, base, literal: given.length === 0, folderOnly: rest.endsWith('/'), segments };
}
function compile(part) {
    if (part === '**')
        return { kind: 'any' };
    const name = literalOf(part);
    if (name !== undefined)
        return { kind: 'name', text: fold(name) };
    const compiled = new esm/* Minimatch */.VR(part, {
        dot: true,
        nobrace: true,
        nocase: WINDOWS,
        nocomment: true,
        noext: true,
        nonegate: true,
    }).set[0]?.[0];
    if (typeof compiled === 'object' && 'test' in compiled)
        return { kind: 'test', test: (candidate) => compiled.test(candidate) };
    return { kind: 'name', text: fold(typeof compiled === 'string' ? compiled : part) };
}
/** The name that a segment without wildcards stands for: `\*` and `[*]` are a star. `undefined` when it has wildcards. */
function literalOf(segment) {
    let literal = '';
    for (let i = 0; i < segment.length; i++) {
        const c = segment[i];
        if (c === '\\' && !WINDOWS && i + 1 < segment.length)
            literal += segment[++i];
        else if (c === '*' || c === '?')
            return undefined;
        else if (c === '[' && segment.includes(']', i + 2)) {
            if (segment[i + 2] !== ']' || segment[i + 1] === '\\')
                return undefined;
            literal += segment[i + 1];
            i += 2;
        }
        else
            literal += c;
    }
    return literal;
}
/** Segments of an absolute path; the first is the empty one of `/`, or a drive. */
function split(absolute) {
    const parts = absolute.split((external_node_path_default()).sep);
    if (parts.length > 1 && parts.at(-1) === '')
        parts.pop();
    return parts;
}
const fold = (name) => (WINDOWS ? name.toLowerCase() : name);
/** The stand of patterns at an absolute path. */
function standAt(patterns, absolute) {
    const [first, ...names] = split(absolute);
    let stand = patterns.map((pattern, order) => ({ order, pattern, next: [0], below: false }));
    stand = advance(stand, first ?? '');
    for (const name of names)
        stand = advance(stand, name);
    return stand;
}
/** The stand one segment further down. */
function advance(stand, name) {
    const out = [];
    const folded = fold(name);
    for (const progress of stand) {
        if (progress.below) {
            out.push(progress);
            continue;
        }
        const { segments, folderOnly } = progress.pattern;
        // Everything below a match matches too; a pattern that ends in `**` says so itself.
        if (progress.next.includes(segments.length) && (folderOnly || segments.at(-1)?.kind !== 'any')) {
            out.push({ ...progress, below: true, next: [] });
            continue;
        }
        const next = [];
        for (const index of progress.next) {
            const segment = segments[index];
            if (segment === undefined)
                continue;
            if (segment.kind === 'any')
                reach(next, segments, index);
            else if (segment.kind === 'name' ? segment.text === folded : segment.test(name))
                reach(next, segments, index + 1);
        }
        if (next.length > 0)
            out.push({ order: progress.order, pattern: progress.pattern, next, below: false });
    }
    return out;
}
/** Adds an index and what lies behind the `**` at it, which may stand for nothing. */
function reach(next, segments, index) {
    for (let at = index;; at++) {
        if (!next.includes(at))
            next.push(at);
        if (segments[at]?.kind !== 'any')
            return;
    }
}
/**
 * What the patterns say of the path they stand at; the last one that matches decides. `undefined`: not wanted.
 * @param named count patterns that name this very path, without a wildcard; a walk leaves them to whoever began it.
 */
function matchOf(stand, folder, named, seen) {
    let match;
    let best = 0;
    for (const { pattern, next, below } of stand) {
        const self = !below && next.includes(pattern.segments.length) && (folder || !pattern.folderOnly);
        if (!self && !below)
            continue;
        if (pattern.negate) {
            match = undefined;
            best = 0;
            continue;
        }
        if (self && pattern.literal && !named)
            continue;
        seen?.(pattern);
        // The most exact pattern tells how the path was meant, in whatever order they stand.
        const rank = below ? 1 : pattern.literal ? 3 : 2;
        if (rank < best)
            continue;
        best = rank;
        match = { pattern, how: self ? 'self' : 'below' };
    }
    return match;
}
/** True when something below a folder may still be wanted: else it need not be opened. */
function mayMatchBelow(stand) {
    let excludedFrom = -1;
    for (const { order, pattern, next, below } of stand) {
        if (pattern.negate && (below || next.includes(pattern.segments.length)))
            excludedFrom = order;
    }
    return stand.some(({ order, pattern }) => !pattern.negate && order > excludedFrom);
}

;// CONCATENATED MODULE: ./src/discovery/walk.ts




/** Entries that are looked at below one place; a tree without end must not keep the gate busy for ever. */
const MAX_TREE_ENTRIES = 2_000_000;
/** Entries between two turns of the event loop, so that signals and the time limit get theirs. */
const ENTRIES_A_TURN = 20_000;
const readFolder = (absolute) => (0,external_node_fs_.readdirSync)(absolute, { withFileTypes: true });
/**
 * Walks down from a folder as far as patterns may match. Links are seen, never followed; the walk keeps its own stack,
 * so that a deep tree is no deeper for it than a flat one.
 * @param stand of the patterns at `root`.
 */
async function walk(root, stand, seen, list) {
    const folders = [];
    const unreadable = [];
    const open = [{ folder: newFolder(root.path, root.name, undefined), stand }];
    let entries = 0;
    let turn = ENTRIES_A_TURN;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
        const { folder } = at;
        let children;
        try {
            children = list(folder.path);
        }
        catch (error) {
            unreadable.push({ name: folder.name, error });
            continue;
        }
        folders.push(folder);
        entries += children.length;
        if (entries > MAX_TREE_ENTRIES)
            return { folders, unreadable, tooMany: true };
        if (entries > turn) {
            turn = entries + ENTRIES_A_TURN;
            await (0,promises_.setImmediate)();
        }
        const before = folder.path.endsWith((external_node_path_default()).sep) ? folder.path : folder.path + (external_node_path_default()).sep;
        const nameBefore = folder.name === '.' ? '' : `${folder.name}/`;
        for (const child of children) {
            const isFolder = child.isDirectory();
            if (!isFolder)
                note(folder, child);
            const below = advance(at.stand, child.name);
            if (below.length === 0)
                continue;
            if (isFolder) {
                if (mayMatchBelow(below)) {
                    const next = newFolder(before + child.name, nameBefore + child.name, folder);
                    open.push({ folder: next, stand: below });
                }
                continue;
            }
            const link = child.isSymbolicLink();
            const match = matchOf(below, link, false, seen);
            if (match === undefined)
                continue;
            const type = link ? 'symlink' : child.isFile() ? 'file' : 'other';
            folder.hits.push({ path: before + child.name, name: nameBefore + child.name, type, match });
        }
    }
    return { folders, unreadable, tooMany: false };
}
function newFolder(absolute, name, parent) {
    return { path: absolute, name, parent, manifest: false, chain: false, records: [], hits: [] };
}
function note(folder, child) {
    const { name } = child;
    if (!name.endsWith('.json') && !name.endsWith('.jsonl'))
        return;
    if (name === 'manifest.json')
        folder.manifest = true;
    else if (name === 'chain.json')
        folder.chain = true;
    else if (child.isFile())
        folder.records.push(name);
}
/** True for names of files that a chain directory takes for its own (contract section 3). */
function isChainMember(name) {
    return (name.endsWith('.json') && name !== 'manifest.json') || name.endsWith('.jsonl');
}

;// CONCATENATED MODULE: ./src/discovery/folders.ts








/**
 * Decides what folders are, from what is in them and never from what would pass (interface.md, Discovery). Only folders
 * that something was matched in are looked at: a bundle takes all that is below it, a chain directory the records
 * directly in it; the other hits are left to be artifacts of their own.
 * @param folders of one walk, each behind its parent.
 */
async function classify(folders, limits) {
    const wanted = withHits(folders);
    const bundleOf = new Map();
    const taken = new Map();
    const artifacts = [];
    const hits = [];
    for (const folder of folders) {
        if (!wanted.has(folder))
            continue;
        const above = folder.parent === undefined ? undefined : bundleOf.get(folder.parent);
        const bundle = above ?? (folder.manifest && isBundle(folder, limits) ? folder : undefined);
        if (bundle !== undefined) {
            bundleOf.set(folder, bundle);
            const list = taken.get(bundle) ?? [];
            for (const hit of folder.hits)
                list.push(hit);
            taken.set(bundle, list);
            continue;
        }
        const members = folder.hits.filter(({ path: hit }) => isChainMember(external_node_path_default().basename(hit)));
        const reason = members.length === 0 ? undefined : await chainReason(folder, limits);
        if (reason === undefined) {
            for (const hit of folder.hits)
                hits.push(hit);
            continue;
        }
        artifacts.push(made(folder, 'chain_directory', reason, members));
        for (const hit of folder.hits)
            if (!members.includes(hit))
                hits.push(hit);
    }
    for (const [folder, list] of taken) {
        artifacts.push(made(folder, 'bundle', 'a bundle: its manifest.json lists files', list));
    }
    return { artifacts, hits };
}
/** Folders with a hit in them or anywhere below. */
function withHits(folders) {
    const wanted = new Set();
    for (const folder of folders) {
        if (folder.hits.length === 0)
            continue;
        for (let at = folder; at !== undefined && !wanted.has(at); at = at.parent)
            wanted.add(at);
    }
    return wanted;
}
function made(folder, form, reason, hits) {
    let first = hits[0];
    for (const hit of hits)
        if (compareBytes(hit.name, first.name) < 0)
            first = hit;
    return { path: folder.path, name: folder.name, form, reason, match: first.match, hits };
}
/**
 * True when manifest.json is a JSON object with a member `files`, of whatever type: a list that was broken to make the
 * folder look harmless fails as a bundle. So does a manifest that cannot be read or parsed, or is a link.
 */
function isBundle(folder, limits) {
    try {
        const file = external_node_path_default().join(folder.path, 'manifest.json');
        const bytes = (0,source_file/* readSmallFile */.EW)(file, 'manifest.json', limits.maxDocumentBytes);
        const value = (0,read/* readJson */.Vh)(bytes, limits.maxDepth);
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return false;
        return Object.keys(value).some((key) => key.toLowerCase() === 'files');
    }
    catch (error) {
        if (error instanceof fault/* Fault */.v)
            return true;
        throw error;
    }
}
/** What makes a folder a chain directory; `undefined`: nothing does. */
async function chainReason(folder, limits) {
    let beside;
    for (const file of folder.records.sort(compareBytes)) {
        const lines = file.endsWith('.jsonl');
        const needRecord = folder.chain && beside === undefined;
        const traits = await recordTraits(external_node_path_default().join(folder.path, file), file, lines, needRecord, limits);
        if (traits.linked)
            return `a chain directory: ${(0,strict/* quote */.hD)(file)} has a previous_record_hash`;
        if (traits.record)
            beside ??= file;
        if (beside !== undefined && folder.chain)
            break;
    }
    return folder.chain && beside !== undefined
        ? `a chain directory: chain.json lies beside ${(0,strict/* quote */.hD)(beside)}`
        : undefined;
}

;// CONCATENATED MODULE: ./src/discovery/link-target.ts


/** Links in a row that are looked through before they count as a loop; systems stop at 40 too. */
const MAX_HOPS = 40;
/**
 * Finds where a link leads without reading anything there. A target that does not exist has a place too: a link that
 * dangles out of the workspace today leads somewhere as soon as anybody creates the file.
 */
function linkTarget(link) {
    return follow(link, { left: MAX_HOPS });
}
function follow(link, hops) {
    try {
        return { path: external_node_fs_.realpathSync.native(link), exists: true };
    }
    catch {
        // dangling, looping or out of reach: followed by hand
    }
    let at = link;
    while (hops.left-- > 0) {
        let next;
        try {
            next = settle(external_node_path_default().resolve(settle(external_node_path_default().dirname(at), hops), (0,external_node_fs_.readlinkSync)(at)), hops);
        }
        catch {
            return { path: at, exists: false };
        }
        if (!isLink(next))
            return { path: next, exists: false };
        at = next;
    }
    return { path: undefined, exists: false };
}
/** The path with all links in the part of it that exists resolved. */
function settle(absolute, hops) {
    const missing = [];
    for (let at = absolute;; at = external_node_path_default().dirname(at)) {
        if (!isLink(at)) {
            try {
                return external_node_path_default().join(external_node_fs_.realpathSync.native(at), ...missing);
            }
            catch {
                if (external_node_path_default().dirname(at) === at)
                    return absolute;
            }
        }
        else if (missing.length > 0) {
            // A dangling link in the middle: nothing below it exists, and where it leads is what counts.
            const target = follow(at, hops).path;
            return target === undefined ? absolute : external_node_path_default().join(target, ...missing);
        }
        else
            return external_node_path_default().join(settle(external_node_path_default().dirname(at), hops), external_node_path_default().basename(at));
        missing.unshift(external_node_path_default().basename(at));
    }
}
function isLink(absolute) {
    try {
        return (0,external_node_fs_.lstatSync)(absolute).isSymbolicLink();
    }
    catch {
        return false;
    }
}
/** True when a path is a folder or lies in it; both without links. */
function isWithin(folder, absolute) {
    return absolute === folder || absolute.startsWith(folder.endsWith((external_node_path_default()).sep) ? folder : folder + (external_node_path_default()).sep);
}

;// CONCATENATED MODULE: ./src/discovery/discover.ts












/**
 * Finds the artifacts that patterns stand for and decides what each folder is (interface.md, Discovery). What cannot be
 * read or must not be is a finding: `io.not_found` for a named path, `io.unreadable`, `io.directory_empty`,
 * `path.escape`, `path.special_file`, `usage.invalid`. Nothing found at all is left to the caller to judge.
 */
async function discover(options) {
    return new Search(options).run();
}
class Search {
    options;
    workspace;
    /** The workspace without links in its path: what "inside" is measured by. */
    realWorkspace = '';
    limits;
    list;
    findings = [];
    artifacts = new Map();
    folderArtifacts = new Map();
    told = new Set();
    ignored = new Map();
    links = [];
    matched = new Set();
    /** Real paths that patterns outside the workspace begin at: links may lead inside them. */
    outside = [];
    seen = (pattern) => {
        this.matched.add(pattern);
    };
    constructor(options) {
        this.options = options;
        this.workspace = external_node_path_default().resolve(options.workspace);
        this.limits = options.limits ?? limits/* DEFAULT_LIMITS */.dR;
        this.list = options.readFolder ?? readFolder;
    }
    async run() {
        try {
            this.realWorkspace = external_node_fs_.realpathSync.native(this.workspace);
        }
        catch (error) {
            this.fault(error, '.', 'the workspace');
            return this.result([]);
        }
        const texts = this.options.defaults ? DEFAULT_PATTERNS : this.options.patterns;
        const { patterns: parsed, invalid } = parsePatterns(texts, this.workspace, (at) => stat(at) !== undefined, (at) => this.spelled(at));
        for (const { text, why } of invalid) {
            this.findings.push((0,engine_findings/* finding */.gk)('usage.invalid', `pattern ${(0,strict/* quote */.hD)(text)} is not valid: ${why}`, ''));
        }
        const patterns = [];
        const starts = [];
        for (const pattern of parsed) {
            if (pattern.negate) {
                patterns.push(pattern);
                continue;
            }
            const start = this.start(pattern);
            if (start === undefined)
                continue;
            patterns.push(start.pattern);
            starts.push(start);
        }
        await this.visit(patterns, starts);
        this.judgeLinks();
        this.reportEmpty(starts);
        return this.result(parsed);
    }
    /** Where a pattern begins; `undefined` when there is nothing to look at, which is a finding where it has to be. */
    start(pattern) {
        const { base, text } = pattern;
        const name = this.nameOf(base);
        if (!isWithin(this.workspace, base)) {
            if (!this.options.namedOutsideAllowed) {
                this.add('path.escape', `pattern ${(0,strict/* quote */.hD)(text)} leads outside the workspace`, name);
                return undefined;
            }
            return this.startAt(pattern, base, true);
        }
        const link = this.firstLink(base);
        if (link === undefined)
            return this.startAt(pattern, base, false);
        // The checkout belongs to the author of the change: a name in it may have been turned into a link to anywhere.
        const target = linkTarget(link);
        const linkName = this.nameOf(link);
        this.seen(pattern);
        if (target.path !== undefined && !isWithin(this.realWorkspace, target.path)) {
            this.add('path.escape', `${(0,strict/* quote */.hD)(linkName)} is a symbolic link out of the workspace`, linkName);
            return undefined;
        }
        if (!pattern.literal) {
            this.add('path.symlink', `${(0,strict/* quote */.hD)(linkName)} is a symbolic link and is not followed`, linkName, 'warning');
            return undefined;
        }
        // A path that is named outright is wanted; it is verified under the name it really has.
        const real = linkTarget(base);
        if (real.path === undefined || !real.exists) {
            this.add('io.not_found', `${(0,strict/* quote */.hD)(name)} is a symbolic link to nothing`, name);
            return undefined;
        }
        if (!isWithin(this.realWorkspace, real.path)) {
            this.add('path.escape', `${(0,strict/* quote */.hD)(name)} leads out of the workspace through a symbolic link`, name);
            return undefined;
        }
        const absolute = this.spelled(real.path);
        return this.startAt(literalPattern(absolute, text, pattern.folderOnly), absolute, false);
    }
    startAt(pattern, base, outside) {
        const name = this.nameOf(base);
        let read = base;
        let stats;
        try {
            stats = (0,external_node_fs_.lstatSync)(base);
            if (outside) {
                // What a person names outside of the checkout is theirs, links included.
                read = external_node_fs_.realpathSync.native(base);
                stats = (0,external_node_fs_.lstatSync)(read);
                this.outside.push(read);
            }
        }
        catch (error) {
            const fault = (0,source_file/* fileFault */.bT)(error, (0,strict/* quote */.hD)(name));
            if (fault.code !== 'io.not_found')
                this.add(fault.code, fault.message, name);
            else if (pattern.literal && !this.options.defaults)
                this.add('io.not_found', `${(0,strict/* quote */.hD)(name)} does not exist`, name);
            return undefined;
        }
        if (pattern.folderOnly && pattern.literal && !stats.isDirectory()) {
            this.add('io.not_found', `${(0,strict/* quote */.hD)(`${name}/`)} is no folder`, name);
            return undefined;
        }
        return { pattern, stats, read };
    }
    /** The first symbolic link on the way from the workspace to a path in it. */
    firstLink(base) {
        let at = this.workspace;
        for (const part of external_node_path_default().relative(this.workspace, base).split((external_node_path_default()).sep)) {
            at = external_node_path_default().join(at, part);
            const stats = stat(at);
            if (stats === undefined)
                return undefined;
            if (stats.isSymbolicLink())
                return at;
        }
        return undefined;
    }
    async visit(patterns, starts) {
        const roots = [];
        const files = [];
        for (const { pattern, stats, read } of starts) {
            const base = pattern.base;
            if (stats.isDirectory())
                roots.push({ base, read });
            else {
                const match = matchOf(standAt(patterns, base), false, true, this.seen);
                const type = stats.isFile() ? 'file' : stats.isSymbolicLink() ? 'symlink' : 'other';
                if (match !== undefined)
                    files.push({ path: read, name: this.nameOf(base), type, match });
            }
        }
        // A folder below another start is reached from there already: patterns of all starts are walked together.
        const tops = roots.filter(({ base }, i) => !roots.some((other, j) => isWithin(other.base, base) && (other.base !== base || j < i)));
        for (const { base, read } of tops) {
            const found = await walk({ path: read, name: this.nameOf(base) }, standAt(patterns, base), this.seen, this.list);
            for (const { name, error } of found.unreadable)
                this.fault(error, name, `folder ${(0,strict/* quote */.hD)(name)}`);
            if (found.tooMany) {
                const where = this.nameOf(base);
                this.add('limit.entries', `${(0,strict/* quote */.hD)(where)} holds more than ${MAX_TREE_ENTRIES} files and folders`, where);
            }
            // Searching begins at the base of each pattern: what lies above a folder that somebody named says nothing of it.
            const { artifacts, hits } = await classify(found.folders, this.limits);
            const root = isWithin(this.workspace, base) ? this.realWorkspace : read;
            for (const one of artifacts)
                this.takeFolder(one, root);
            for (const hit of hits)
                this.take(hit, root);
        }
        for (const hit of files)
            this.take(hit, isWithin(this.workspace, hit.path) ? this.realWorkspace : hit.path);
    }
    takeFolder(one, root) {
        this.folderArtifacts.set(one.path, one.form);
        const { pattern, how } = one.match;
        this.artifacts.set(one.path, {
            path: one.path,
            name: one.name,
            form: one.form,
            why: `${one.reason}; ${this.because(pattern, how === 'below' || pattern.literal)}`,
            origin: pattern.literal && this.nameOf(pattern.base) === one.name ? 'named' : this.origin(),
            root,
        });
        for (const hit of one.hits)
            this.checkUnsafe(hit, true);
    }
    take(hit, root) {
        if (!this.checkUnsafe(hit, false))
            return;
        const { pattern, how } = hit.match;
        const named = pattern.literal && how === 'self';
        const why = named ? undefined : whyIgnored(external_node_path_default().basename(hit.path), how === 'below');
        if (why !== undefined) {
            if (!this.artifacts.has(hit.path))
                this.ignored.set(hit.name, why);
            return;
        }
        if (named && this.coveredByFolder(hit.path))
            return;
        if (this.artifacts.has(hit.path) && !named)
            return;
        this.ignored.delete(hit.name);
        this.artifacts.set(hit.path, {
            path: hit.path,
            name: hit.name,
            form: 'file',
            why: named ? `named as ${(0,strict/* quote */.hD)(pattern.text)}` : this.because(pattern, how === 'below'),
            origin: named ? 'named' : this.origin(),
            root,
        });
    }
    /** Raises what is unsafe about a matched path; true for a regular file. */
    checkUnsafe(hit, inArtifact) {
        if (hit.type === 'file')
            return true;
        if (hit.type === 'other') {
            this.add('path.special_file', `${(0,strict/* quote */.hD)(hit.name)} is a FIFO, socket or device`, hit.name);
            return false;
        }
        const target = linkTarget(hit.path);
        const inside = target.path === undefined ||
            [this.realWorkspace, ...this.outside].some((folder) => isWithin(folder, target.path ?? ''));
        if (!inside) {
            this.add('path.escape', `${(0,strict/* quote */.hD)(hit.name)} is a symbolic link out of the workspace`, hit.name);
        }
        else if (!inArtifact)
            this.links.push({ hit, target: target.path, exists: target.exists });
        return false;
    }
    /**
     * A matched link that stays inside is never followed: the file it leads to is verified under its own name when that
     * is matched too, and then the link is told of and no more. When it is not, whoever reads through the link reads what
     * nobody verified: a warning. Inside a bundle or chain the engine judges links itself.
     */
    judgeLinks() {
        if (this.links.length === 0)
            return;
        const holders = this.holders();
        for (const { hit, target, exists } of this.links) {
            const name = (0,strict/* quote */.hD)(hit.name);
            const why = hit.match.how === 'below' ? whyIgnored(external_node_path_default().basename(hit.path), true) : undefined;
            if (!exists || target === undefined) {
                this.add('path.symlink', `${name} is a symbolic link to nothing`, hit.name, 'warning');
            }
            else if (this.verified(target, holders)) {
                this.add('path.symlink', `${name} is a symbolic link: verified as what it leads to`, hit.name, 'notice');
            }
            else if (why !== undefined && stat(target)?.isDirectory() !== true)
                this.ignored.set(hit.name, why);
            else {
                const message = `${name} is a symbolic link to something that is not among the artifacts: it was not verified`;
                this.add('path.symlink', message, hit.name, 'warning');
            }
        }
    }
    /** True when a real path is an artifact, lies in one, or is a folder with artifacts in it. */
    verified(target, holders) {
        const real = this.spelled(target);
        return this.artifacts.has(real) || this.coveredByFolder(real) || holders.has(real);
    }
    coveredByFolder(file) {
        const folder = external_node_path_default().dirname(file);
        if (this.folderArtifacts.get(folder) === 'chain_directory' && isChainMember(external_node_path_default().basename(file)))
            return true;
        for (let at = folder;; at = external_node_path_default().dirname(at)) {
            if (this.folderArtifacts.get(at) === 'bundle')
                return true;
            if (external_node_path_default().dirname(at) === at)
                return false;
        }
    }
    /** All folders with an artifact somewhere in them. */
    holders() {
        const holders = new Set();
        for (const one of this.artifacts.keys()) {
            for (let at = external_node_path_default().dirname(one); !holders.has(at); at = external_node_path_default().dirname(at))
                holders.add(at);
        }
        return holders;
    }
    /** The workspace may be reached through a link: paths in it are spelled as it was given. */
    spelled(absolute) {
        if (isWithin(this.workspace, absolute) || !isWithin(this.realWorkspace, absolute))
            return absolute;
        return external_node_path_default().join(this.workspace, external_node_path_default().relative(this.realWorkspace, absolute));
    }
    /** A folder that was named has to hold something. */
    reportEmpty(starts) {
        if (this.options.defaults)
            return;
        const holders = this.holders();
        for (const { pattern, stats, read } of starts) {
            if (!pattern.literal || !stats.isDirectory())
                continue;
            const name = this.nameOf(pattern.base);
            const isBelow = (other) => other === name || other.startsWith(name === '.' ? '' : `${name}/`);
            const holds = this.artifacts.has(read) || holders.has(read) || this.coveredByFolder(read);
            if (holds || this.findings.some(({ artifact, severity }) => severity === 'error' && isBelow(artifact)))
                continue;
            const others = [...this.ignored.keys()].filter(isBelow).length;
            const hint = others === 0 ? '' : ` (${others} other files were ignored)`;
            this.add('io.directory_empty', `folder ${(0,strict/* quote */.hD)(name)} holds no artifacts${hint}`, name);
        }
    }
    because(pattern, folder) {
        if (this.options.defaults)
            return `matches ${pattern.text} of the default set`;
        return folder && pattern.literal ? `in the named folder ${(0,strict/* quote */.hD)(pattern.text)}` : `matches ${pattern.text}`;
    }
    origin() {
        return this.options.defaults ? 'default' : 'pattern';
    }
    nameOf(absolute) {
        const relative = external_node_path_default().relative(this.workspace, absolute);
        if (relative === '')
            return '.';
        return (external_node_path_default()).sep === '/' ? relative : relative.replaceAll((external_node_path_default()).sep, '/');
    }
    add(code, message, artifact, severity) {
        // Several patterns may come upon the same thing.
        const key = `${code}\0${artifact}`;
        if (this.told.has(key))
            return;
        this.told.add(key);
        this.findings.push((0,engine_findings/* finding */.gk)(code, message, artifact, {}, severity));
    }
    fault(error, name, what) {
        const { message } = (0,source_file/* fileFault */.bT)(error, what);
        // A folder that was there a moment ago and is not any more cannot be read either.
        this.add(name === '.' && what === 'the workspace' ? (0,source_file/* fileFault */.bT)(error, what).code : 'io.unreadable', message, name);
    }
    result(parsed) {
        const matchedTexts = new Set([...this.matched].map(({ text }) => text));
        const unmatched = parsed.filter(({ negate, text }) => !negate && !matchedTexts.has(text));
        return {
            artifacts: [...this.artifacts.values()].sort((a, b) => compareBytes(a.name, b.name)),
            findings: this.findings.sort((a, b) => compareBytes(a.artifact, b.artifact)),
            unmatchedPatterns: this.options.defaults ? [] : [...new Set(unmatched.map(({ text }) => text))],
            ignored: [...this.ignored]
                .map(([name, why]) => ({ path: name, why }))
                .sort((a, b) => compareBytes(a.path, b.path)),
        };
    }
}
function stat(absolute) {
    try {
        return (0,external_node_fs_.lstatSync)(absolute);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/discovery/shard.ts

/**
 * Tells whether an artifact belongs to a shard: the first 48 bits of the SHA-256 of its display path, modulo the number
 * of shards. It depends on nothing but the path, so that the jobs of a matrix agree without talking to each other and a
 * new artifact moves no other one.
 * @param name workspace-relative path as reports show it, `/`-separated.
 * @param index which shard, counted from 1, at most `count`.
 * @throws RangeError when `index` or `count` is no such number: an artifact must not fall between shards.
 */
function inShard(name, index, count) {
    if (!Number.isSafeInteger(count) || !Number.isSafeInteger(index) || index < 1 || index > count) {
        throw new RangeError(`there is no shard ${index} of ${count}`);
    }
    return shardOf(name, count) === index;
}
/** The number, counted from 1, of the shard that an artifact belongs to. */
function shardOf(name, count) {
    return ((0,external_node_crypto_.createHash)('sha256').update(name, 'utf8').digest().readUIntBE(0, 6) % count) + 1;
}

;// CONCATENATED MODULE: ./src/report/model.ts
/** Records kept for pages: more cannot be looked at. */
const MAX_REPORT_RECORDS = 5000;

// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/engine/canonical/jcs.ts
var jcs = __webpack_require__(3475);
// EXTERNAL MODULE: ./src/engine/schema/registry.ts + 1 modules
var registry = __webpack_require__(6985);
;// CONCATENATED MODULE: ./src/gate/chains.ts
/** Kinds that are a chain as a whole, whatever their records say. */
const CHAIN_KINDS = new Set(['chain', 'chain_directory']);
/** Kinds that are never a chain. */
const SINGLE_KINDS = new Set([
    'record',
    'gait_signed_json',
    'revocation_list',
    'record_types',
    'governance_event',
]);
/** All chains of a run, by path. A stream is one as soon as a record of it links to another (interface.md, Discovery). */
function findChains(facts, verdicts, counts) {
    const byPath = new Map(verdicts.map((verdict) => [verdict.path, verdict]));
    const groups = new Map();
    for (const verdict of verdicts) {
        if (CHAIN_KINDS.has(verdict.kind))
            groups.set(verdict.path, { artifact: verdict.path, hashes: [], linked: true });
    }
    for (const fact of facts) {
        const kind = byPath.get(fact.artifact)?.kind;
        if (kind === undefined || SINGLE_KINDS.has(kind))
            continue;
        // A chain directory is one chain over many files; a bundle or pack holds a chain in each of its files.
        const path = fact.entry === undefined || CHAIN_KINDS.has(kind) ? fact.artifact : `${fact.artifact}/${fact.entry}`;
        let group = groups.get(path);
        if (group === undefined) {
            group = { artifact: fact.artifact, hashes: [], linked: false };
            groups.set(path, group);
        }
        group.hashes.push(fact.recordHash);
        group.linked ||= fact.previousHash !== undefined;
    }
    const chains = new Map();
    for (const [path, { artifact, hashes, linked }] of groups) {
        if (!linked)
            continue;
        const chainId = path === artifact ? (byPath.get(artifact)?.facts.chainId ?? '') : '';
        chains.set(path, { path, artifact, chainId, hashes, verified: counts(artifact) });
    }
    return chains;
}

;// CONCATENATED MODULE: ./src/gate/decision.ts


/**
 * Gathers the findings of the decision: at most `MAX_FINDINGS` an artifact, the rest counted. An error with an exit code that
 * none of the kept ones has displaces one of them, so that the verdict never depends on the limit.
 */
class DecisionFindings {
    byArtifact = new Map();
    add(one) {
        let kept = this.byArtifact.get(one.artifact);
        if (kept === undefined) {
            kept = { findings: [], exits: new Set(), more: 0 };
            this.byArtifact.set(one.artifact, kept);
        }
        const news = one.severity === 'error' && !kept.exits.has(one.exit_code);
        if (news)
            kept.exits.add(one.exit_code);
        if (kept.findings.length < limits/* MAX_FINDINGS */.Mt)
            kept.findings.push(one);
        else {
            kept.more++;
            if (news)
                kept.findings[limits/* MAX_FINDINGS */.Mt - kept.exits.size] = one;
        }
    }
    /** A finding of the whole run. */
    run(code, message, severity) {
        this.add((0,engine_findings/* finding */.gk)(code, message, '', {}, severity));
    }
    /** A finding on an artifact as a whole. */
    artifact(code, message, artifact) {
        this.add((0,engine_findings/* finding */.gk)(code, message, artifact));
    }
    /** A finding at a record. */
    record(code, message, fact, pointer) {
        this.add((0,engine_findings/* finding */.gk)(code, message, fact.artifact, placeOf(fact, pointer)));
    }
    /** All findings, in the order of their artifacts. */
    get list() {
        return [...this.byArtifact.values()].flatMap(({ findings }) => findings);
    }
    /** Findings past the limit, by artifact. */
    get more() {
        return new Map([...this.byArtifact].filter(([, { more }]) => more > 0).map(([artifact, { more }]) => [artifact, more]));
    }
}
function placeOf(fact, pointer) {
    return {
        line: fact.line,
        ...(pointer === undefined ? {} : { pointer }),
        ...(fact.recordId === '' ? {} : { record_id: fact.recordId }),
        ...(fact.entry === undefined ? {} : { entry: fact.entry }),
    };
}
/** A record as a message names it. */
function nameRecord(fact) {
    const id = fact.recordId === '' ? `record ${fact.index}` : `record ${JSON.stringify(shorten(fact.recordId))}`;
    const place = fact.entry === undefined ? fact.artifact : `${fact.artifact}/${fact.entry}`;
    return `${id} (${place}:${fact.line})`;
}
/** A text from an artifact, short enough for a message. */
function shorten(text) {
    return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
/** How far a record came before it stopped to count; a higher number is nearer. */
var Stage;
(function (Stage) {
    Stage[Stage["Unverified"] = 1] = "Unverified";
    Stage[Stage["Untrusted"] = 2] = "Untrusted";
    Stage[Stage["Stale"] = 3] = "Stale";
    Stage[Stage["RuleBroken"] = 4] = "RuleBroken";
})(Stage || (Stage = {}));

// EXTERNAL MODULE: ./src/engine/canonical/time.ts
var time = __webpack_require__(8126);
;// CONCATENATED MODULE: ./src/gate/facts.ts
/** Records one approval may name. */
const MAX_APPROVED = 1024;

;// CONCATENATED MODULE: ./src/gate/approval-facts.ts


/** Verdicts that are none of approval; gate.md names deny, reject and block, the others say the same or nothing yet. */
const DENIALS = new Set([
    ...['deny', 'denied', 'denial', 'reject', 'rejected', 'rejection', 'block', 'blocked'],
    ...[
        'decline',
        'declined',
        'refuse',
        'refused',
        'veto',
        'vetoed',
        'disapprove',
        'disapproved',
        'disallow',
        'disallowed',
    ],
    ...['revoke', 'revoked', 'withdraw', 'withdrawn', 'cancel', 'cancelled', 'canceled', 'expired', 'fail', 'failed'],
    ...['pending', 'requested', 'request', 'require_approval', 'approval_required', 'escalate', 'escalated', 'none'],
    ...['no', 'false', 'not_approved', 'unapproved', 'dry_run'],
]);
/**
 * What an approval record approves (gate.md, Approvals): references of `relationship` (and its deprecated twin) with their
 * digests, `related_record_ids`, `parent_record_id`, and event members `record_id`, `record_hash`, `approves`.
 */
function approvalOf(value) {
    const names = [];
    const add = (name) => {
        if (names.length < MAX_APPROVED)
            names.push(name);
    };
    for (const member of ['relationship', 'relations']) {
        const relationship = object(value[member]);
        if (relationship !== undefined)
            fromRelationship(relationship, add);
    }
    const event = object(value['event']) ?? {};
    const id = approval_facts_text(own(event, 'record_id'));
    const digest = digestOf(own(event, 'record_hash'));
    if (id !== '' || digest !== undefined) {
        add({ ...(id === '' ? {} : { id }), ...(digest === undefined ? {} : { digest }) });
    }
    const approves = own(event, 'approves');
    for (const one of Array.isArray(approves) ? approves : [approves]) {
        const text = typeof one === 'string' ? one : '';
        if (text === '')
            continue;
        const hash = digestOf(text);
        add(hash !== undefined && isDigest(hash) ? { digest: hash } : { id: text });
    }
    const expires = own(event, 'expires_at');
    return {
        names,
        denies: denies(event),
        // An expiry that cannot be read must not make an approval last for ever.
        ...(expires === undefined || expires === null || expires === ''
            ? {}
            : {
                expiresAt: (typeof expires === 'string' ? (0,time/* parseInstant */.nV)(expires)?.epochMs : undefined) ?? Number.NEGATIVE_INFINITY,
            }),
    };
}
function fromRelationship(relationship, add) {
    const reference = (value) => {
        const one = object(value);
        if (one === undefined)
            return;
        const id = approval_facts_text(own(one, 'id'));
        const digest = digestOf(own(one, 'digest'));
        if (id === '' && digest === undefined)
            return;
        add({ ...(id === '' ? {} : { id }), ...(digest === undefined ? {} : { digest }), reference: true });
    };
    for (const edge of list(own(relationship, 'edges')))
        reference(object(edge)?.['to']);
    for (const one of list(own(relationship, 'entity_refs')))
        reference(one);
    reference(own(relationship, 'parent_ref'));
    for (const id of [own(relationship, 'parent_record_id'), ...list(own(relationship, 'related_record_ids'))]) {
        if (typeof id === 'string' && id !== '')
            add({ id });
    }
}
function denies(event) {
    for (const name of ['verdict', 'decision']) {
        const word = own(event, name);
        if (word === undefined || word === null)
            continue;
        if (word === false)
            return true;
        // A verdict of another shape than a word is not one of approval that anybody could read.
        if (typeof word !== 'string') {
            if (word !== true)
                return true;
            continue;
        }
        if (DENIALS.has(word
            .trim()
            .toLowerCase()
            .replaceAll(/[\s-]+/g, '_')))
            return true;
    }
    return own(event, 'approved') === false;
}
/** A record asks for approval itself: `controls.human_oversight.approval_required` or a verdict `require_approval`. */
function asksApproval(value) {
    const oversight = object(value['controls'])?.['human_oversight'];
    if (object(oversight)?.['approval_required'] === true)
        return true;
    const event = object(value['event']);
    if (event === undefined)
        return false;
    return isAsking(event['gate_verdict']) || isAsking(event['policy_verdict']) || isAsking(event['verdict']);
}
const isAsking = (word) => word === 'require_approval';
/**
 * Digests of the intent that a record acts on, for Gait approval tokens: `event.intent_digest`, and relationship references
 * of kind `intent` with their digest. Lower-case hex.
 */
function intentsOf(value) {
    const found = new Set();
    const add = (digest) => {
        const hash = digestOf(digest);
        if (hash !== undefined && isDigest(hash))
            found.add(hash.slice(7));
    };
    const event = object(value['event']);
    if (event !== undefined) {
        add(own(event, 'intent_digest'));
        add(object(own(event, 'intent'))?.['intent_digest']);
    }
    const metadata = object(value['metadata']);
    if (metadata !== undefined)
        add(own(metadata, 'intent_digest'));
    const relationship = object(value['relationship']) ?? object(value['relations']);
    if (relationship !== undefined) {
        const ends = list(relationship['edges']).flatMap((edge) => [object(edge)?.['from'], object(edge)?.['to']]);
        for (const one of [relationship['parent_ref'], ...list(relationship['entity_refs']), ...ends]) {
            const reference = object(one);
            if (reference !== undefined && reference['kind'] === 'intent')
                add(reference['digest']);
        }
    }
    return [...found].slice(0, MAX_INTENTS);
}
/** Intents one record may act on. */
const MAX_INTENTS = 16;
/** A digest as `sha256:` and lower-case hex; other text stays as it is, so that it agrees with nothing. */
function digestOf(value) {
    if (value === undefined || value === null || value === '')
        return undefined;
    if (typeof value !== 'string')
        return 'not a digest';
    const hex = /^(?:sha256:)?([0-9a-fA-F]{64})$/.exec(value)?.[1];
    return hex === undefined ? value : `sha256:${hex.toLowerCase()}`;
}
function isDigest(text) {
    return text.length === 71 && text.startsWith('sha256:');
}
function own(holder, name) {
    return Object.hasOwn(holder, name) ? holder[name] : undefined;
}
function object(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
}
function approval_facts_text(value) {
    return typeof value === 'string' ? value : '';
}
function list(value) {
    return Array.isArray(value) ? value : [];
}

// EXTERNAL MODULE: ./src/gate/frameworks/framework.ts
var frameworks_framework = __webpack_require__(2893);
// EXTERNAL MODULE: ./src/gate/rules.ts
var rules = __webpack_require__(7344);
;// CONCATENATED MODULE: ./src/gate/extract.ts




/**
 * Prepares extraction for a validated policy. `frameworks`: all whose coverage may be asked for beside the policy's own.
 * Throws when a schema of the policy cannot be compiled, which `loadPolicy` refuses beforehand.
 */
async function extract_makeNeeds(policy, frameworks, links) {
    const fields = new Set();
    for (const framework of [...frameworks, ...policy.frameworks]) {
        for (const control of (0,frameworks_framework/* allControls */.i)(framework.controls)) {
            for (const set of (0,frameworks_framework/* evidenceSets */.n)(control))
                for (const field of set.required_fields)
                    fields.add(field);
        }
    }
    return {
        rules: await (0,rules/* compileRules */.n)(policy),
        builtinApprovals: policy.approvals.builtin,
        fields: [...fields],
        fieldPaths: [...fields].map((field) => field.split('.')),
        links,
    };
}
/**
 * What the gate keeps of one record, taken while its value is at hand; a few microseconds. Nothing is judged of a record
 * that did not verify: it never counts, and its value is whatever an attacker likes.
 */
function extract_extractFact(record, needs) {
    const { value } = record;
    const integrity = extract_object(value['integrity']);
    const recordType = extract_text(value['record_type']);
    const fact = {
        artifact: record.artifact,
        index: record.index,
        line: record.line,
        recordId: record.recordId,
        recordType,
        sourceProduct: extract_text(value['source_product']),
        timestamp: extract_text(value['timestamp']),
        recordHash: record.recordHash,
        signature: record.signature,
        verified: record.ok,
    };
    if (record.entry !== undefined)
        fact.entry = record.entry;
    const agentId = extract_text(value['agent_id']);
    if (agentId !== '')
        fact.agentId = agentId;
    const previous = extract_text(integrity?.['previous_record_hash']);
    if (previous !== '')
        fact.previousHash = previous;
    if (record.keyId !== undefined)
        fact.keyId = record.keyId;
    else if (record.signature === 'failed') {
        const claimed = extract_text(integrity?.['signing_key_id']);
        if (claimed !== '')
            fact.claimedKeyId = claimed;
    }
    if (needs.links) {
        const links = linksOf(value);
        if (links.length > 0)
            fact.links = links;
    }
    if (record.ok)
        judge(fact, value, needs);
    // It never counts, but the failure of what it names is told as 'signed by somebody else'.
    else if (recordType === 'approval')
        fact.approval = approvalOf(value);
    return fact;
}
function judge(fact, value, needs) {
    const missing = missingFields(value, needs);
    if (missing !== undefined)
        fact.missing = missing;
    const { rules, approvals } = needs.rules;
    const sealed = rules.length > 0 || approvals.length > 0 ? covered(value) : value;
    if (rules.length > 0) {
        const results = [];
        for (let i = 0; i < rules.length; i++) {
            const rule = rules[i];
            if (rule === undefined || (rule.when !== undefined && !rule.when.holds(sealed)))
                continue;
            const failure = rule.must.failure(sealed);
            results.push(failure === undefined
                ? { rule: i }
                : { rule: i, failure: { message: failure.message, pointer: failure.pointer } });
        }
        if (results.length > 0)
            fact.rules = results;
    }
    if (approvals.length > 0) {
        const selected = [];
        for (let i = 0; i < approvals.length; i++) {
            const rule = approvals[i];
            if (rule === undefined)
                continue;
            if (rule.when === undefined ? fact.recordType !== 'approval' : rule.when.holds(sealed))
                selected.push(i);
        }
        if (selected.length > 0)
            fact.approvalRules = selected;
    }
    if (needs.builtinApprovals && asksApproval(value))
        fact.asksApproval = true;
    if (fact.asksApproval === true || fact.approvalRules !== undefined) {
        const intents = intentsOf(value);
        if (intents.length > 0)
            fact.intents = intents;
    }
    if (fact.recordType === 'approval')
        fact.approval = approvalOf(value);
    else if (fact.recordType === 'test_result') {
        const test = testOf(value);
        if (test !== undefined)
            fact.test = test;
    }
}
/** What the record hash covers (contract 2.1, 2.2), and the seal itself. */
const COVERED = new Set([
    ...['record_id', 'record_version', 'timestamp', 'source', 'source_product', 'agent_id', 'record_type', 'event'],
    ...['controls', 'metadata', 'relationship', 'relations', 'integrity'],
]);
const COVERED_CONTROLS = new Set([
    ...['permissions_enforced', 'approved_scope', 'within_scope', 'guardrails_active', 'human_oversight'],
]);
/**
 * The record without members that no hash covers: with --no-strict they are only a warning, and anybody could add one to
 * keep a rule.
 */
function covered(value) {
    const controls = extract_object(value['controls']);
    const loose = controls !== undefined && hasOther(controls, COVERED_CONTROLS);
    if (!loose && !hasOther(value, COVERED))
        return value;
    const kept = Object.entries(value).filter(([name]) => COVERED.has(name));
    if (!loose)
        return Object.fromEntries(kept);
    const known = Object.fromEntries(Object.entries(controls).filter(([name]) => COVERED_CONTROLS.has(name)));
    return Object.fromEntries(kept.map(([name, member]) => [name, name === 'controls' ? known : member]));
}
function hasOther(holder, known) {
    for (const name in holder)
        if (!known.has(name))
            return true;
    return false;
}
function missingFields(value, { fields, fieldPaths }) {
    let missing;
    for (let i = 0; i < fieldPaths.length; i++) {
        const path = fieldPaths[i];
        if (path === undefined || filled(value, path))
            continue;
        missing ??= [];
        missing.push(fields[i] ?? '');
    }
    return missing;
}
/** As `hasField` of coverage, with the path split once. */
function filled(value, path) {
    let at = value;
    for (const name of path) {
        if (at === null || typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, name))
            return false;
        at = at[name];
    }
    if (typeof at === 'string')
        return at.trim() !== '';
    if (at === undefined || at === null)
        return false;
    if (typeof at !== 'object')
        return true;
    if (Array.isArray(at))
        return at.length > 0;
    for (const _ in at)
        return true;
    return false;
}
const TEST_NAMES = ['test_name', 'name', 'test', 'test_id', 'test_case', 'suite'];
const TEST_OUTCOMES = ['outcome', 'result', 'status', 'verdict', 'conclusion'];
const PASSED = new Set(['pass', 'passed', 'ok', 'success', 'succeeded', 'successful', 'green', 'true']);
const FAILED = new Set([
    'fail',
    'failed',
    'failure',
    'error',
    'errored',
    'broken',
    'red',
    'timeout',
    'timed_out',
    'false',
]);
function testOf(value) {
    const event = extract_object(value['event']);
    if (event === undefined)
        return undefined;
    const name = firstText(event, TEST_NAMES);
    if (name === '')
        return undefined;
    const flag = ['passed', 'success', 'ok'].map((member) => extract_own(event, member)).find((one) => typeof one === 'boolean');
    const word = firstText(event, TEST_OUTCOMES).trim().toLowerCase();
    const told = word === '' && flag !== undefined ? String(flag) : word;
    if (told === '')
        return undefined;
    return { name, outcome: PASSED.has(told) ? 'passed' : FAILED.has(told) ? 'failed' : told };
}
function firstText(event, names) {
    for (const name of names) {
        const found = extract_text(extract_own(event, name));
        if (found.trim() !== '')
            return found;
    }
    return '';
}
/** Relations kept of one record: more cannot be drawn. */
const MAX_LINKS = 64;
function linksOf(value) {
    const relationship = extract_object(value['relationship']) ?? extract_object(value['relations']);
    if (relationship === undefined)
        return [];
    const links = [];
    const self = `record:${extract_text(value['record_id'])}`;
    const add = (kind, from, to) => {
        if (links.length < MAX_LINKS && from !== undefined && to !== undefined)
            links.push({ kind, from, to });
    };
    for (const edge of extract_list(relationship['edges'])) {
        const one = extract_object(edge);
        if (one !== undefined)
            add(extract_text(one['kind']), end(one['from']), end(one['to']));
    }
    add('parent', self, end(relationship['parent_ref']));
    for (const reference of extract_list(relationship['entity_refs']))
        add('refers_to', self, end(reference));
    const parent = extract_text(relationship['parent_record_id']);
    if (parent !== '')
        add('parent', self, `record:${parent}`);
    for (const id of extract_list(relationship['related_record_ids'])) {
        if (typeof id === 'string')
            add('related', self, `record:${id}`);
    }
    return links;
}
function end(reference) {
    const one = extract_object(reference);
    const id = extract_text(one?.['id']);
    return id === '' ? undefined : `${extract_text(one?.['kind'])}:${id}`;
}
/** Neighbours in a chain often carry the same second, and each record is asked for more than once. */
let lastTimestamp = '';
let lastInstant = Number.NaN;
/** Epoch milliseconds of a fact's timestamp; NaN when it is no instant. */
function instantOf(timestamp) {
    if (timestamp !== lastTimestamp) {
        lastInstant = (0,time/* parseInstant */.nV)(timestamp)?.epochMs ?? Number.NaN;
        lastTimestamp = timestamp;
    }
    return lastInstant;
}
function extract_own(holder, name) {
    return Object.hasOwn(holder, name) ? holder[name] : undefined;
}
function extract_object(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
}
function extract_text(value) {
    return typeof value === 'string' ? value : '';
}
function extract_list(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./src/gate/trust.ts




/**
 * Puts together whom a run trusts: the signers of the policy, and the keys that the user gave beside it (`extraKeyIds`), who
 * have neither name nor bounds. `cosignKeyIds`: key ids of cosign signers that have a key file, by their name in the policy
 * (those with a certificate are `cosign:<issuer>#<identity>`).
 */
function makeSigners(policy, extraKeyIds = [], cosignKeyIds = new Map()) {
    const byId = new Map();
    for (const keyId of extraKeyIds)
        byId.set(keyId, { keyId });
    // A key that the policy bounds stays bounded, also when it is given on the command line.
    for (const { key, name, file: _file, ...scope } of policy.trust.keys)
        byId.set(key.id, { keyId: key.id, name, ...scope });
    for (const { name, key, certificate: _certificate, identity, issuer, ...scope } of policy.trust.cosign) {
        const keyId = key === undefined ? `cosign:${issuer ?? ''}#${identity ?? ''}` : cosignKeyIds.get(name);
        if (keyId !== undefined)
            byId.set(keyId, { keyId, name, ...scope });
    }
    const names = new Map();
    for (const [keyId, { name }] of byId)
        if (name !== undefined)
            names.set(keyId, name);
    return { configured: policy.trust.configured, byId, names };
}
/** Judges the signer of one record (gate.md, first row of the table); `undefined` when nothing is wrong. */
function judgeRecordSigner(fact, signers) {
    if (!signers.configured)
        return undefined;
    if (fact.signature === 'failed') {
        const claimed = fact.claimedKeyId;
        if (claimed === undefined || !/^[0-9a-f]{64}$/.test(claimed) || signers.byId.has(claimed))
            return undefined;
        return { code: 'trust.untrusted_key', message: `signing key ${claimed} is not trusted by the policy` };
    }
    if (fact.signature !== 'verified')
        return undefined;
    const keyId = fact.keyId ?? '';
    const signer = signers.byId.get(keyId);
    if (signer === undefined)
        return untrusted(keyId);
    if (signer.notBefore !== undefined || signer.notAfter !== undefined) {
        const problem = outsideWindow(signer, instantOf(fact.timestamp), `the record of ${shorten(fact.timestamp)}`);
        if (problem !== undefined)
            return problem;
    }
    if (signer.recordTypes !== undefined && !signer.recordTypes.includes(fact.recordType)) {
        return scope(signer, `records of type ${JSON.stringify(shorten(fact.recordType))}`);
    }
    if (signer.sourceProducts !== undefined && !signer.sourceProducts.includes(fact.sourceProduct)) {
        return scope(signer, `records of product ${JSON.stringify(shorten(fact.sourceProduct))}`);
    }
    return undefined;
}
/** Judges who signed an artifact as a whole: signed JSON, packs, bundles, chains. */
function judgeArtifactSigners(verdict, signers) {
    if (!signers.configured || verdict.outcome !== 'verified')
        return [];
    const problems = [];
    const created = verdict.facts.document?.['created_at'];
    const at = typeof created === 'string' ? (0,time/* parseInstant */.nV)(created)?.epochMs : undefined;
    for (const keyId of wholeKeyIds(verdict)) {
        const signer = signers.byId.get(keyId);
        if (signer === undefined)
            problems.push(untrusted(keyId));
        else if (verdict.kind === 'gait_signed_json' && (signer.notBefore !== undefined || signer.notAfter !== undefined)) {
            const problem = outsideWindow(signer, at ?? Number.NaN, 'the document');
            if (problem !== undefined)
                problems.push(problem);
        }
    }
    return problems;
}
/** Kinds whose only signatures are those over the whole. */
const WHOLE_KINDS = new Set(['gait_signed_json', 'gait_guard_pack', 'gait_runpack']);
/** Keys that signed an artifact as a whole, as far as they can be told from those of its records. */
function wholeKeyIds(verdict) {
    return verdict.facts.wholeKeyIds ?? (WHOLE_KINDS.has(verdict.kind) ? verdict.signatures.keyIds : []);
}
/** Kinds that `min_signers` is about. */
const THRESHOLD_KINDS = new Set(['chain', 'chain_directory', 'bundle']);
/**
 * `trust.threshold`: a chain or bundle with fewer distinct trusted signers over the whole than `min_signers`. A signer counts
 * once whatever keys it has. `latest`: epoch milliseconds of the youngest record, which a signature cannot be older than.
 */
function judgeThreshold(verdict, minSigners, signers, latest) {
    if (!THRESHOLD_KINDS.has(verdict.kind))
        return undefined;
    const distinct = new Set();
    for (const keyId of wholeKeyIds(verdict)) {
        const signer = signers.byId.get(keyId);
        if (signer === undefined)
            continue;
        if (latest !== undefined && outsideWindow(signer, latest, '') !== undefined)
            continue;
        distinct.add(identityOf(keyId, signers));
    }
    if (distinct.size >= minSigners)
        return undefined;
    const who = distinct.size === 0 ? 'nobody trusted' : [...distinct].sort().map(shorten).join(', ');
    return { code: 'trust.threshold', message: `${minSigners} trusted signers are required, signed by ${who}` };
}
/** Who stands behind a key: its name, so that one person with two keys is one; the key itself without a name. */
function identityOf(keyId, signers) {
    return signers.names.get(keyId) ?? keyId;
}
function untrusted(keyId) {
    return { code: 'trust.untrusted_key', message: `signing key ${shorten(keyId)} is not trusted by the policy` };
}
function scope({ name, keyId }, what) {
    return { code: 'trust.key_scope', message: `${shorten(name ?? keyId)} may not sign ${what}` };
}
function outsideWindow(signer, at, what) {
    const { notBefore, notAfter } = signer;
    const who = shorten(signer.name ?? signer.keyId);
    // Written so that NaN, a time that cannot be read, lies outside.
    if (notBefore !== undefined && !(at >= notBefore)) {
        return {
            code: 'trust.key_expired',
            message: `${what} lies before the key of ${who} is valid (${new Date(notBefore).toISOString()})`,
        };
    }
    if (notAfter !== undefined && !(at <= notAfter)) {
        return {
            code: 'trust.key_expired',
            message: `${what} lies after the key of ${who} was valid (${new Date(notAfter).toISOString()})`,
        };
    }
    return undefined;
}
/** `trust.mutable_policy`: on the event of a change under review, each file of trust that the change itself can write. */
function mutableTrust(event, files) {
    if (event?.underReview !== true)
        return [];
    return files
        .filter(({ inWorkspace, pinned }) => inWorkspace && !pinned)
        .map(({ what, path }) => (0,engine_findings/* finding */.gk)('trust.mutable_policy', `the ${what} ${JSON.stringify(shorten(path))} lies in the checkout of a change under review (${shorten(event.name)}) and is not pinned`, path));
}
/** Tells the findings of trust on artifacts; answers those that do not count any more. */
function judgeArtifacts(verdicts, policy, signers, latest, findings) {
    const failed = new Set();
    for (const verdict of verdicts) {
        const problems = [...judgeArtifactSigners(verdict, signers)];
        if (policy.trust.minSigners !== undefined && verdict.outcome === 'verified') {
            const short = judgeThreshold(verdict, policy.trust.minSigners, signers, latest.get(verdict.path));
            if (short !== undefined)
                problems.push(short);
        }
        if (verdict.outcome !== 'verified' || problems.length > 0)
            failed.add(verdict.path);
        for (const { code, message } of problems)
            findings.artifact(code, message, verdict.path);
    }
    return failed;
}

;// CONCATENATED MODULE: ./src/gate/baseline.ts








const MAX_BASELINE_BYTES = 64 * 1024 * 1024;
const MAX_BASELINE_DEPTH = 16;
/** What a run looks like for a baseline: only what counts, sorted, so that equal runs give equal bytes. */
function makeBaseline(judged, verdicts, sums, frameworks, counts) {
    const chains = [];
    const facts = judged.map(({ fact }) => fact);
    for (const { path, chainId, hashes, verified } of findChains(facts, verdicts, counts).values()) {
        if (!verified)
            continue;
        chains.push({ path, chain_id: chainId, record_count: hashes.length, head_hash: hashes.at(-1) ?? '' });
    }
    const covered = new Map();
    for (const framework of frameworks) {
        const controls = sums.coverageOf(framework).controls.filter((control) => control.covered);
        // A framework of which nothing is covered has nothing to lose.
        if (controls.length > 0)
            covered.set(framework.framework.id, controls.map(({ id }) => id).sort(byCodeUnits));
    }
    return {
        version: 1,
        chains: chains.sort((a, b) => byCodeUnits(a.path, b.path)),
        record_types: sorted(sums.types),
        frameworks: sorted(covered),
        signers: [...signersOf(judged, verdicts, counts)].sort(byCodeUnits),
        tests: sorted(testsOf(judged)),
    };
}
/** Keys that signed something that counts. */
function signersOf(judged, verdicts, counts) {
    const found = new Set();
    for (const { fact, shortfall } of judged) {
        if (shortfall === undefined && fact.signature === 'verified' && fact.keyId !== undefined)
            found.add(fact.keyId);
    }
    for (const verdict of verdicts) {
        if (counts(verdict.path))
            for (const keyId of wholeKeyIds(verdict))
                found.add(keyId);
    }
    return found;
}
/** The outcome of each test by its youngest record that counts; of records of one instant, one that did not pass. */
function testsOf(judged) {
    const found = new Map();
    for (const { fact, shortfall } of judged) {
        if (shortfall !== undefined || fact.test === undefined)
            continue;
        const at = Date.parse(fact.timestamp);
        const before = found.get(fact.test.name);
        if (before !== undefined && (at < before.at || (at === before.at && before.outcome !== 'passed')))
            continue;
        found.set(fact.test.name, { at, outcome: fact.test.outcome });
    }
    return new Map([...found].map(([name, { outcome }]) => [name, outcome]));
}
/** The bytes of a baseline file: sorted, two-space indent, one line feed at the end, sealed with its own digest. */
function formatBaseline(baseline) {
    const digest = `sha256:${(0,jcs/* digestHex */.sU)(baseline)}`;
    return `${JSON.stringify({ ...baseline, digest }, null, 2)}\n`;
}
/** Reads and validates a baseline: strict JSON, `baseline-v1`, its digest when it has one. `name`: path to show. */
function readBaseline(bytes, name) {
    const refuse = (message, pointer = '') => ({
        ok: false,
        findings: [(0,engine_findings/* finding */.gk)('baseline.invalid', message, name, { pointer })],
    });
    if (bytes.length > MAX_BASELINE_BYTES)
        return refuse(`the baseline has ${bytes.length} bytes, more than ${MAX_BASELINE_BYTES}`);
    let value;
    try {
        value = (0,read/* readJson */.Vh)(bytes, MAX_BASELINE_DEPTH);
    }
    catch (error) {
        if (!(error instanceof fault/* Fault */.v))
            throw error;
        return refuse(`the baseline cannot be read: ${error.message}`);
    }
    const version = isObject(value) ? value['version'] : undefined;
    if (version !== undefined && version !== 1) {
        return refuse(`the baseline has version ${shorten(JSON.stringify(version))}, this gate reads version 1`, '/version');
    }
    const problems = (0,registry/* validateDocument */.mv)('baseline-v1', value);
    if (problems.length > 0) {
        return {
            ok: false,
            findings: problems.map(({ message, pointer }) => (0,engine_findings/* finding */.gk)('baseline.invalid', message, name, { pointer })),
        };
    }
    const { digest, ...baseline } = value;
    if (typeof digest === 'string' && digest.replace(/^sha256:/, '') !== (0,jcs/* digestHex */.sU)(baseline)) {
        return refuse('the baseline was changed after it was written: its digest is another', '/digest');
    }
    const paths = baseline['chains'].map(({ path }) => path);
    const seen = new Set();
    const again = paths.find((path) => seen.size === seen.add(path).size);
    if (again !== undefined)
        return refuse(`the chain ${JSON.stringify(shorten(again))} is listed twice`, '/chains');
    return { ok: true, baseline: baseline };
}
function sorted(map) {
    // fromEntries defines members, so that a test called __proto__ is one like any other.
    return Object.fromEntries([...map].sort(([a], [b]) => byCodeUnits(a, b)));
}
/** Order of names in stable output. */
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/gate/judge.ts



const FAILED_RECORD = { stage: Stage.Unverified, why: 'it did not verify' };
const FAILED_ARTIFACT = { stage: Stage.Unverified, why: 'its artifact did not verify' };
/**
 * Judges every record for itself: verified, trusted signer, fresh, rules of the policy. Tells the findings and answers which
 * records count, in the order of the facts. Order matters: a record that fails at one step is not looked at by the next,
 * so that an unverified record can neither satisfy nor break anything.
 */
function judgeRecords(facts, verdicts, policy, signers, now, findings) {
    const known = new Set(verdicts.map(({ path }) => path));
    const failed = judgeArtifacts(verdicts, policy, signers, latestOf(facts, policy), findings);
    let artifact;
    let artifactFails = false;
    return facts.map((fact) => {
        if (fact.artifact !== artifact) {
            artifact = fact.artifact;
            artifactFails = failed.has(artifact) || !known.has(artifact);
        }
        return { fact, shortfall: shortfallOf(fact, artifactFails, policy, signers, now, findings) };
    });
}
function shortfallOf(fact, artifactFails, policy, signers, now, findings) {
    const trust = judgeRecordSigner(fact, signers);
    if (trust !== undefined)
        findings.record(trust.code, trust.message, fact, '/integrity/signing_key_id');
    if (trust !== undefined)
        return { stage: Stage.Untrusted, why: trust.message };
    if (!fact.verified)
        return FAILED_RECORD;
    if (artifactFails)
        return FAILED_ARTIFACT;
    const age = policy.freshness === undefined ? undefined : judgeAge(fact, policy.freshness, now, findings);
    if (age !== undefined)
        return age;
    return judgeRules(fact, policy, findings);
}
function judgeAge(fact, { maxAgeMs, clockSkewMs }, now, findings) {
    const at = instantOf(fact.timestamp);
    if (maxAgeMs !== undefined && !(at >= now - maxAgeMs)) {
        const why = `it is ${words(now - at)} old, the policy allows ${words(maxAgeMs)}`;
        findings.record('freshness.stale', `the record of ${fact.timestamp} is too old: ${why}`, fact, '/timestamp');
        return { stage: Stage.Stale, why };
    }
    if (!(at <= now + clockSkewMs)) {
        const why = `it lies ${words(at - now)} in the future`;
        findings.record('freshness.future', `the record of ${fact.timestamp} is not yet due: ${why}`, fact, '/timestamp');
        return { stage: Stage.Stale, why };
    }
    return undefined;
}
function judgeRules(fact, policy, findings) {
    if (fact.rules === undefined)
        return undefined;
    let broken;
    for (const { rule: index, failure } of fact.rules) {
        const rule = policy.rules[index];
        if (failure === undefined || rule === undefined)
            continue;
        const message = rule.message === undefined ? failure.message : `${rule.message}: ${failure.message}`;
        findings.record(`rule.${rule.id}`, message, fact, failure.pointer);
        broken ??= { stage: Stage.RuleBroken, why: `it breaks the rule ${rule.id}` };
    }
    return broken;
}
/** Youngest record of each artifact, only when a threshold asks for it. */
function latestOf(facts, policy) {
    const latest = new Map();
    if (policy.trust.minSigners === undefined)
        return latest;
    for (const { artifact, timestamp } of facts) {
        const at = instantOf(timestamp);
        if (!(at <= (latest.get(artifact) ?? Number.NEGATIVE_INFINITY)))
            latest.set(artifact, at);
    }
    return latest;
}
const STEPS = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'm'],
    [1000, 's'],
];
/** A duration in words for people: its largest two units. */
function words(ms) {
    if (!Number.isFinite(ms))
        return 'an unknown time';
    let left = Math.abs(ms);
    const parts = [];
    for (const [unit, name] of STEPS) {
        const count = Math.floor(left / unit);
        left -= count * unit;
        if (count > 0)
            parts.push(`${count}${name}`);
        if (parts.length === 2)
            break;
    }
    return parts.length === 0 ? '0s' : parts.join(' ');
}

// EXTERNAL MODULE: ./src/gate/policy/model.ts
var model = __webpack_require__(1283);
;// CONCATENATED MODULE: ./src/gate/approvals.ts






/** What records ask for themselves (gate.md, Approvals): one valid approval of anybody trusted. */
const BUILTIN = { id: 'builtin', min: 1 };
const approvals_NONE = [];
const NO_NAMES = [];
const TOKEN_SCHEMA = 'gait.gate.approval_token';
/** Checks built-in approvals and those of the policy's rules: `approval.required`, `.expired`, `.untrusted` (exit 4). */
function checkApprovals(policy, judged, verdicts, signers, now, findings) {
    const { builtin, rules } = policy.approvals;
    if (!builtin && rules.length === 0)
        return [];
    const court = new Court(policy, judged, verdicts, signers, now);
    const sums = [...rules, BUILTIN].map(() => ({ required: 0, found: 0, detail: undefined }));
    for (let i = 0; i < judged.length; i++) {
        for (const rule of court.needsOf(i)) {
            const sum = sums[rule] ?? sums[rules.length];
            if (sum === undefined)
                continue;
            sum.required++;
            const verdict = court.judge(i, court.ruleAt(rule));
            if (verdict === undefined) {
                sum.found++;
                continue;
            }
            const fact = judged[i]?.fact;
            if (fact === undefined)
                continue;
            const which = rule === rules.length ? '' : ` (approval ${court.ruleAt(rule).id})`;
            sum.detail ??= `${nameRecord(fact)}: ${verdict.why}`;
            findings.record(verdict.code, `${nameRecord(fact)} needs approval${which}: ${verdict.why}`, fact);
        }
    }
    const requirements = [];
    sums.forEach(({ required, found, detail }, i) => {
        if (i === rules.length && required === 0)
            return;
        const id = `approval:${court.ruleAt(i).id}`;
        const satisfied = found === required;
        requirements.push(detail === undefined ? { id, satisfied, required, found } : { id, satisfied, required, found, detail });
    });
    return requirements;
}
class Court {
    policy;
    judged;
    signers;
    now;
    byId = new Map();
    byDigest = new Map();
    tokens = new Map();
    /** Hashes of the records that count, by id; an id of several records names none of them for sure. */
    hashesOfId = new Map();
    hashes = new Set();
    /** Approvals that need approval themselves and have it (least fixpoint: a circle never gets in). */
    approved = new Set();
    constructor(policy, judged, verdicts, signers, now) {
        this.policy = policy;
        this.judged = judged;
        this.signers = signers;
        this.now = now;
        if (!judged.some((_, i) => this.needsOf(i).length > 0))
            return;
        this.indexRecords();
        this.indexTokens(verdicts);
        this.settleApprovals();
    }
    ruleAt(index) {
        return this.policy.approvals.rules[index] ?? BUILTIN;
    }
    /** Indexes of the rules that a record is under, `rules.length` for the built-in one. */
    needsOf(index) {
        const one = this.judged[index];
        if (one === undefined || (one.shortfall !== undefined && one.shortfall.stage <= Stage.Untrusted))
            return approvals_NONE;
        const { fact } = one;
        if (fact.asksApproval !== true || !this.policy.approvals.builtin)
            return fact.approvalRules ?? approvals_NONE;
        return [...(fact.approvalRules ?? []), this.policy.approvals.rules.length];
    }
    /** `undefined` when the record is approved under the rule, else what is nearest. */
    judge(index, rule) {
        const target = this.judged[index]?.fact;
        if (target === undefined)
            return undefined;
        const valid = new Set();
        let nearest;
        const hear = (opinion) => {
            if ('signer' in opinion)
                valid.add(opinion.signer);
            else if (nearest === undefined || opinion.rank < nearest.rank)
                nearest = opinion;
        };
        for (const at of this.naming(target)) {
            const opinion = this.opinion(at, target, rule);
            if (opinion !== undefined)
                hear(opinion);
        }
        for (const intent of target.intents ?? []) {
            for (const token of this.tokens.get(intent) ?? [])
                hear(this.tokenOpinion(token, target, rule));
        }
        if (valid.size >= rule.min)
            return undefined;
        const have = rule.min === 1 ? 'no approval counts' : `${valid.size} of ${rule.min} signers approved`;
        if (nearest !== undefined)
            return { ...nearest, why: `${have}; ${nearest.why}` };
        const by = rule.by === undefined ? '' : ` by ${rule.by.map(shorten).join(', ')}`;
        return { code: 'approval.required', why: rule.min === 1 ? `no approval${by} names it` : `${have}${by}`, rank: 9 };
    }
    naming(target) {
        const found = new Set();
        if (target.recordId !== '')
            for (const at of this.byId.get(target.recordId) ?? [])
                found.add(at);
        if (target.recordHash !== '')
            for (const at of this.byDigest.get(target.recordHash) ?? [])
                found.add(at);
        return found;
    }
    /** What one approval record has to say of a record that it names; `undefined` when it means another one. */
    opinion(at, target, rule) {
        const one = this.judged[at];
        const approval = one?.fact.approval;
        if (one === undefined || approval === undefined)
            return undefined;
        const { fact, shortfall } = one;
        const who = nameRecord(fact);
        // A copy of the record itself is the record itself.
        if (fact.recordHash === target.recordHash || fact.recordId === target.recordId) {
            return refuse('approval.required', `${who} cannot approve itself`, 8);
        }
        const binding = this.binding(fact, target);
        if (binding === undefined)
            return undefined;
        if (binding !== 'bound')
            return refuse('approval.required', `${who} ${binding}`, 6);
        if (approval.denies)
            return refuse('approval.required', `${who} does not approve it`, 7);
        if (shortfall !== undefined) {
            const signedByOther = shortfall.stage === Stage.Untrusted || fact.signature === 'failed';
            const code = signedByOther
                ? 'approval.untrusted'
                : shortfall.stage === Stage.Stale
                    ? 'approval.expired'
                    : 'approval.required';
            return refuse(code, `${who} does not count: ${shortfall.why}`, 5);
        }
        if (this.needsOf(at).length > 0 && !this.approved.has(at)) {
            return refuse('approval.required', `${who} needs approval itself`, 4);
        }
        const keyId = fact.signature === 'verified' ? fact.keyId : undefined;
        const foreign = this.foreign(keyId === undefined ? [] : [keyId], target, rule);
        if (foreign !== undefined)
            return refuse('approval.untrusted', `${who} ${foreign}`, 3);
        if (approval.expiresAt !== undefined && !(this.now < approval.expiresAt)) {
            return refuse('approval.expired', `${who} has expired`, 2);
        }
        const old = this.tooOld(instantOf(fact.timestamp), rule);
        if (old !== undefined)
            return refuse('approval.expired', `${who} ${old}`, 1);
        return { signer: keyId === undefined ? '' : identityOf(keyId, this.signers) };
    }
    /**
     * Whether an approval is bound to the record: by its digest, or by its id where no digest says otherwise. A record can be
     * sealed again under an approved id, so a digest that belongs to no record at hand makes ids worthless.
     */
    binding(approval, target) {
        let byId = false;
        let byDigest = false;
        let stray = false;
        for (const { id, digest, reference } of approval.approval?.names ?? NO_NAMES) {
            const idAgrees = id !== undefined && id === target.recordId;
            if (digest === undefined) {
                byId ||= idAgrees;
                continue;
            }
            if (digest === target.recordHash) {
                if (id === undefined || idAgrees || (reference === true && !this.hashesOfId.has(id)))
                    byDigest = true;
                else if (reference !== true)
                    return 'names it by digest but another record by id';
            }
            else if (idAgrees)
                return 'names it by id but has the digest of another content';
            else if (reference !== true && !this.hashes.has(digest))
                stray = true;
        }
        if (byDigest)
            return 'bound';
        if (!byId)
            return undefined;
        if (stray)
            return 'has the digest of a content that is not here';
        if ((this.hashesOfId.get(target.recordId)?.size ?? 0) > 1)
            return 'names an id that several records have';
        return 'bound';
    }
    /** Why the signers of an approval are not those that the rule asks for. */
    foreign(keyIds, target, { by }) {
        if (by === undefined)
            return undefined;
        const names = keyIds.map((keyId) => this.signers.names.get(keyId)).filter((name) => name !== undefined);
        const named = names.filter((name) => by.includes(name));
        if (named.length === 0) {
            const signer = names[0] ?? keyIds[0];
            return `is ${signer === undefined ? 'not signed' : `signed by ${shorten(signer)}`}, not by ${by.map(shorten).join(', ')}`;
        }
        const own = target.signature === 'verified' && target.keyId !== undefined
            ? identityOf(target.keyId, this.signers)
            : undefined;
        // Four eyes: who signed the record is no approver where somebody else is asked for.
        if (named.every((name) => name === own) && by.some((name) => name !== own)) {
            return 'is signed by the signer of the record itself';
        }
        return undefined;
    }
    tooOld(at, { maxAgeMs }) {
        if (maxAgeMs === undefined)
            return undefined;
        if (!(at >= this.now - maxAgeMs))
            return `is ${words(this.now - at)} old, ${words(maxAgeMs)} is allowed`;
        // An approval from the future would never become too old.
        const skew = this.policy.freshness?.clockSkewMs ?? model/* DEFAULT_CLOCK_SKEW_MS */.h1;
        return at <= this.now + skew ? undefined : `lies ${words(at - this.now)} in the future`;
    }
    tokenOpinion(token, target, rule) {
        const who = `approval token ${shorten(token.verdict.path)}`;
        if (!(this.now < token.expiresAt))
            return refuse('approval.expired', `${who} has expired`, 2);
        if (!token.counts)
            return refuse('approval.required', `${who} does not count: it did not verify`, 5);
        const foreign = this.foreign(token.keyIds, target, rule);
        if (foreign !== undefined)
            return refuse('approval.untrusted', `${who} ${foreign}`, 3);
        const old = this.tooOld(token.createdAt, rule);
        if (old !== undefined)
            return refuse('approval.expired', `${who} ${old}`, 1);
        return { signer: token.signers[0] ?? '' };
    }
    indexRecords() {
        this.judged.forEach(({ fact }, i) => {
            for (const { id, digest } of fact.approval?.names ?? NO_NAMES) {
                if (id !== undefined)
                    push(this.byId, id, i);
                if (digest !== undefined)
                    push(this.byDigest, digest, i);
            }
        });
        if (this.byId.size === 0 && this.byDigest.size === 0)
            return;
        // Only what an approval names is ever looked up.
        for (const { fact, shortfall } of this.judged) {
            if (shortfall !== undefined && shortfall.stage <= Stage.Untrusted)
                continue;
            if (this.byDigest.has(fact.recordHash))
                this.hashes.add(fact.recordHash);
            if (!this.byId.has(fact.recordId))
                continue;
            const hashes = this.hashesOfId.get(fact.recordId);
            if (hashes === undefined)
                this.hashesOfId.set(fact.recordId, new Set([fact.recordHash]));
            else
                hashes.add(fact.recordHash);
        }
    }
    indexTokens(verdicts) {
        for (const verdict of verdicts) {
            const { document } = verdict.facts;
            if (verdict.kind !== 'gait_signed_json' || document?.['schema_id'] !== TOKEN_SCHEMA)
                continue;
            const intent = document['intent_digest'];
            if (typeof intent !== 'string' || !/^[0-9a-f]{64}$/.test(intent))
                continue;
            const { keyIds } = verdict.signatures;
            push(this.tokens, intent, {
                verdict,
                keyIds,
                signers: keyIds.map((keyId) => identityOf(keyId, this.signers)),
                expiresAt: instant(document['expires_at']),
                createdAt: instant(document['created_at']),
                counts: verdict.outcome === 'verified' && keyIds.every((keyId) => this.maySign(keyId)),
            });
        }
    }
    /** A key that the policy bounds to other record types or products may not stand for an approval of Gait. */
    maySign(keyId) {
        if (!this.signers.configured)
            return true;
        const signer = this.signers.byId.get(keyId);
        if (signer === undefined)
            return false;
        return (signer.recordTypes?.includes('approval') ?? true) && (signer.sourceProducts?.includes('gait') ?? true);
    }
    /** Which approvals that need approval have it: starts from none and only ever adds. */
    settleApprovals() {
        const waiting = [];
        this.judged.forEach(({ fact, shortfall }, i) => {
            if (fact.approval !== undefined && shortfall === undefined && this.needsOf(i).length > 0)
                waiting.push(i);
        });
        if (waiting.length === 0)
            return;
        const ofId = new Map();
        const ofHash = new Map();
        for (const at of waiting) {
            const fact = this.judged[at]?.fact;
            if (fact === undefined)
                continue;
            push(ofId, fact.recordId, at);
            push(ofHash, fact.recordHash, at);
        }
        const open = [...waiting];
        for (let at = open.pop(); at !== undefined; at = open.pop()) {
            const index = at;
            if (this.approved.has(index))
                continue;
            if (this.needsOf(index).some((rule) => this.judge(index, this.ruleAt(rule)) !== undefined))
                continue;
            this.approved.add(index);
            for (const { id, digest } of this.judged[index]?.fact.approval?.names ?? []) {
                if (id !== undefined)
                    open.push(...(ofId.get(id) ?? []));
                if (digest !== undefined)
                    open.push(...(ofHash.get(digest) ?? []));
            }
        }
    }
}
function refuse(code, why, rank) {
    return { code, why, rank };
}
function instant(value) {
    return (typeof value === 'string' ? (0,time/* parseInstant */.nV)(value)?.epochMs : undefined) ?? Number.NaN;
}
function push(map, key, value) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [value]);
    else
        list.push(value);
}

;// CONCATENATED MODULE: ./src/gate/drift.ts



/** Outcomes of tests that did not run: neither passed nor failed. */
const NOT_RUN = new Set([
    'skip',
    'skipped',
    'ignored',
    'disabled',
    'pending',
    'not_run',
    'neutral',
]);
/** Compares a run with a baseline: every `drift.*` of gate.md (5; a new signer is a warning). */
function checkDrift(baseline, run, findings) {
    const facts = run.judged.map(({ fact }) => fact);
    const chains = findChains(facts, run.verdicts, run.counts);
    for (const before of baseline.chains)
        checkChain(before, chains.get(before.path), findings);
    for (const [type, count] of Object.entries(baseline.record_types)) {
        const now = run.sums.types.get(type) ?? 0;
        if (now < count) {
            findings.run('drift.record_type_count', `${now} verified records of type ${shorten(type)}, ${count} in the baseline`);
        }
    }
    checkCoverage(baseline, run, findings);
    const tests = testsOf(run.judged);
    for (const [name, outcome] of Object.entries(baseline.tests)) {
        const now = tests.get(name);
        if (outcome !== 'passed' || now === undefined || now === 'passed' || NOT_RUN.has(now))
            continue;
        findings.run('drift.test_regressed', `test ${JSON.stringify(shorten(name))} passed in the baseline, now: ${shorten(now)}`);
    }
    const known = new Set(baseline.signers);
    for (const keyId of [...signersOf(run.judged, run.verdicts, run.counts)].sort()) {
        if (!known.has(keyId))
            findings.run('drift.new_signer', `signer ${shorten(keyId)} is not in the baseline`);
    }
}
/** A chain only ever grows: its first records still end in the same hash (gate.md, Baseline and drift). */
function checkChain(before, now, findings) {
    const path = shorten(before.path);
    if (now === undefined) {
        findings.artifact('drift.chain_missing', `the chain ${path} with ${before.record_count} records is gone`, before.path);
        return;
    }
    if (now.hashes.length < before.record_count) {
        const message = `the chain ${path} has ${now.hashes.length} records, ${before.record_count} in the baseline`;
        findings.artifact('drift.chain_truncated', message, now.artifact);
        return;
    }
    const head = before.record_count === 0 ? '' : now.hashes[before.record_count - 1];
    if (head !== before.head_hash) {
        const message = `the first ${before.record_count} records of the chain ${path} end in ${head}, in the baseline in ${before.head_hash}`;
        findings.artifact('drift.chain_rewritten', message, now.artifact);
    }
    else if (before.chain_id !== '' && now.chainId !== '' && now.chainId !== before.chain_id) {
        const message = `the chain ${path} is called ${shorten(now.chainId)}, in the baseline ${shorten(before.chain_id)}`;
        findings.artifact('drift.chain_rewritten', message, now.artifact);
    }
}
function checkCoverage(baseline, { sums, frameworks }, findings) {
    for (const [id, controls] of Object.entries(baseline.frameworks)) {
        const framework = frameworks.find((one) => one.framework.id === id);
        const covered = new Set(framework === undefined
            ? []
            : sums
                .coverageOf(framework)
                .controls.filter((control) => control.covered)
                .map((control) => control.id));
        for (const control of controls) {
            if (!covered.has(control)) {
                const why = framework === undefined ? ': the framework is not known' : '';
                findings.run('drift.coverage', `control ${shorten(control)} of ${shorten(id)} is no longer covered${why}`);
            }
        }
    }
}

// EXTERNAL MODULE: ./src/gate/frameworks/catalogues.ts + 1 modules
var catalogues = __webpack_require__(8);
;// CONCATENATED MODULE: ./src/gate/frameworks/coverage.ts

const coverage_fold = (product) => product.toLowerCase();
/**
 * Gathers evidence record by record, so that a run over a million records keeps none of them. Feed it verified records only:
 * a record with an error finding is evidence for nothing.
 */
class CoverageTally {
    slots = new Map();
    /** What is still looked for, by record type; empty lists cost nothing. */
    open = new Map();
    wanted = new Map();
    constructor(frameworks) {
        for (const framework of frameworks) {
            const controls = new Map();
            for (const control of (0,frameworks_framework/* allControls */.i)(framework.controls)) {
                controls.set(control, (0,frameworks_framework/* evidenceSets */.n)(control).map((set) => set.required_record_types.map((type) => this.slot(type, set.source_products ?? [], set.required_fields))));
            }
            this.wanted.set(framework, controls);
        }
    }
    add(record) {
        const open = this.open.get(record.recordType);
        if (open === undefined || open.length === 0)
            return;
        const product = coverage_fold(record.sourceProduct);
        let left = 0;
        for (const slot of open) {
            const counts = slot.products.size === 0 || slot.products.has(product);
            slot.found = counts && slot.fields.every((path) => record.hasField(path));
            if (!slot.found)
                open[left++] = slot;
        }
        open.length = left;
    }
    /** Coverage by what was added so far; of a framework that was not named at the start, nothing is covered. */
    result(framework) {
        const slots = this.wanted.get(framework);
        const controls = [...(0,frameworks_framework/* allControls */.i)(framework.controls)].map((control) => coverage_judge(control, slots?.get(control) ?? []));
        const { id, version, title } = framework.framework;
        const covered = controls.filter((control) => control.covered).length;
        return { id, version, title, covered, total: controls.length, controls };
    }
    slot(type, products, fields) {
        const folded = [...new Set(products.map(coverage_fold))].sort();
        const key = JSON.stringify([type, folded, fields]);
        let slot = this.slots.get(key);
        if (slot === undefined) {
            slot = { products: new Set(folded), fields, found: false };
            this.slots.set(key, slot);
            const open = this.open.get(type);
            if (open === undefined)
                this.open.set(type, [slot]);
            else
                open.push(slot);
        }
        return slot;
    }
}
/** Coverage of one framework by verified records. */
function coverage(framework, records) {
    const tally = new CoverageTally([framework]);
    for (const record of records)
        tally.add(record);
    return tally.result(framework);
}
function coverage_judge(control, slots) {
    const sets = (0,frameworks_framework/* evidenceSets */.n)(control).map((set, index) => {
        const missing = set.required_record_types.filter((_, at) => slots[index]?.[at]?.found !== true);
        // a set that asks for nothing proves nothing
        const covered = missing.length === 0 && set.required_record_types.length > 0;
        return {
            ...(set.id === undefined ? {} : { id: set.id }),
            ...(set.title === undefined ? {} : { title: set.title }),
            minimumFrequency: set.minimum_frequency,
            covered,
            missing,
        };
    });
    const first = sets.find((set) => set.covered);
    const { id, title } = control;
    const judged = { id, title, covered: first !== undefined, sets };
    return first?.id === undefined ? judged : { ...judged, coveredBy: first.id };
}
/**
 * Whether a record has a member at a dotted path with something in it: not null, not blank, no empty list or object.
 * `false` and 0 are something.
 */
function hasField(record, path) {
    let at = record;
    for (const name of path.split('.')) {
        if (at === null || typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, name))
            return false;
        at = at[name];
    }
    if (at === undefined || at === null)
        return false;
    if (typeof at === 'string')
        return at.trim() !== '';
    if (typeof at !== 'object')
        return true;
    return Array.isArray(at) ? at.length > 0 : Object.keys(at).length > 0;
}

// EXTERNAL MODULE: ./src/gate/option-values.ts
var option_values = __webpack_require__(7705);
;// CONCATENATED MODULE: ./src/gate/require.ts



/** Adds up the records that count. `frameworks`: those whose coverage will be asked for. */
function tally(judged, frameworks) {
    const types = new Map();
    const products = new Set();
    const seen = new Set();
    const evidence = frameworks.length === 0 ? undefined : new CoverageTally(frameworks);
    let product = '';
    for (const { fact, shortfall } of judged) {
        if (shortfall !== undefined || seen.has(fact.recordHash))
            continue;
        seen.add(fact.recordHash);
        types.set(fact.recordType, (types.get(fact.recordType) ?? 0) + 1);
        if (fact.sourceProduct !== product) {
            product = fact.sourceProduct;
            products.add(product.toLowerCase());
        }
        evidence?.add(new Evidence(fact));
    }
    return {
        types,
        products,
        coverageOf: (framework) => (evidence ?? new CoverageTally([])).result(framework),
    };
}
class Evidence {
    fact;
    constructor(fact) {
        this.fact = fact;
    }
    get recordType() {
        return this.fact.recordType;
    }
    get sourceProduct() {
        return this.fact.sourceProduct;
    }
    hasField(path) {
        return this.fact.missing === undefined || !this.fact.missing.includes(path);
    }
}
/** Checks `require` of the policy and its rules as requirements; tells what is not there and which record comes nearest. */
function checkRequirements(policy, judged, sums, findings) {
    const requirements = [];
    for (const [type, min] of policy.require.recordTypes) {
        const found = sums.types.get(type) ?? 0;
        const satisfied = found >= min;
        const detail = satisfied
            ? undefined
            : (nearestOf(judged, (fact) => fact.recordType === type) ?? otherType(type, judged));
        requirements.push(requirement(`record_type:${type}`, satisfied, min, found, detail));
        if (!satisfied) {
            findings.run('require.record_type', sentence(`${min} verified ${type} ${min === 1 ? 'record is' : 'records are'} required, ${found} found`, detail));
        }
    }
    for (const product of policy.require.sourceProducts) {
        const wanted = product.toLowerCase();
        const satisfied = sums.products.has(wanted);
        const detail = satisfied ? undefined : nearestOf(judged, (fact) => fact.sourceProduct.toLowerCase() === wanted);
        requirements.push(requirement(`source_product:${product}`, satisfied, 1, satisfied ? 1 : 0, detail));
        if (!satisfied)
            findings.run('require.source_product', sentence(`no verified record of product ${product}`, detail));
    }
    const coverage = [];
    for (const wanted of policy.require.frameworks) {
        const made = sums.coverageOf(wanted.framework);
        coverage.push(reportCoverage(made));
        requirements.push(...checkFramework(wanted, made, judged, findings));
    }
    requirements.push(...ruleRequirements(policy, judged));
    return { requirements, coverage };
}
function checkFramework({ framework, controls, minCoverage }, made, judged, findings) {
    const requirements = [];
    const { id } = framework.framework;
    const byId = new Map(made.controls.map((control) => [control.id, control]));
    for (const control of controls ?? []) {
        const one = byId.get(control);
        const satisfied = one?.covered === true;
        const detail = satisfied ? undefined : one === undefined ? 'the framework has no such control' : lack(one, judged);
        requirements.push(requirement(`framework:${id}/${control}`, satisfied, 1, satisfied ? 1 : 0, detail));
        if (!satisfied)
            findings.run('require.framework', sentence(`control ${control} of ${id} is not covered`, detail));
    }
    const share = minCoverage ?? (controls === undefined ? 1 : undefined);
    if (share === undefined)
        return requirements;
    const found = made.total === 0 ? 0 : made.covered / made.total;
    const satisfied = found >= share;
    const open = made.controls.filter(({ covered }) => !covered).map((control) => control.id);
    const detail = satisfied
        ? undefined
        : `${made.covered} of ${made.total} controls are covered; not: ${open.slice(0, 10).join(', ')}${open.length > 10 ? ' …' : ''}`;
    requirements.push(requirement(`framework:${id}`, satisfied, share, round(found), detail));
    if (!satisfied)
        findings.run('require.framework', sentence(`${percent(share)} of ${id} has to be covered, ${percent(found)} is`, detail));
    return requirements;
}
/** What a control lacks, by the set that comes nearest. */
function lack(control, judged) {
    const sets = [...control.sets].sort((a, b) => a.missing.length - b.missing.length);
    const best = sets[0];
    if (best === undefined || best.missing.length === 0)
        return 'it asks for no evidence';
    const which = best.id === undefined ? '' : ` for ${best.id}`;
    const near = nearestOf(judged, (fact) => best.missing.includes(fact.recordType));
    return `missing${which}: ${best.missing.join(', ')}${near === undefined ? '' : `; ${near}`}`;
}
function ruleRequirements(policy, judged) {
    if (policy.rules.length === 0)
        return [];
    const selected = policy.rules.map(() => 0);
    const holding = policy.rules.map(() => 0);
    const broken = policy.rules.map(() => undefined);
    for (const { fact, shortfall } of judged) {
        if (fact.rules === undefined)
            continue;
        // A record that fell short before its rules were looked at is told elsewhere.
        if (shortfall !== undefined && shortfall.stage !== Stage.RuleBroken)
            continue;
        for (const { rule, failure } of fact.rules) {
            selected[rule] = (selected[rule] ?? 0) + 1;
            if (failure === undefined)
                holding[rule] = (holding[rule] ?? 0) + 1;
            else
                broken[rule] ??= `${nameRecord(fact)}: ${failure.message}`;
        }
    }
    return policy.rules.map(({ id }, i) => requirement(`rule:${id}`, broken[i] === undefined, selected[i] ?? 0, holding[i] ?? 0, broken[i]));
}
/** The record that comes nearest to counting and why it does not; the first of those that came as far. */
function nearestOf(judged, suits) {
    let best;
    for (const one of judged) {
        if (one.shortfall === undefined || !suits(one.fact))
            continue;
        if (best === undefined || one.shortfall.stage > (best.shortfall?.stage ?? 0))
            best = one;
    }
    return best === undefined
        ? undefined
        : `nearest is ${nameRecord(best.fact)}, which does not count: ${best.shortfall?.why ?? ''}`;
}
function otherType(type, judged) {
    const near = (0,option_values/* nearest */.pA)(type, new Set(judged.map(({ fact }) => fact.recordType)));
    return near === undefined || near === type ? undefined : `there are records of type ${JSON.stringify(shorten(near))}`;
}
function reportCoverage({ id, version, title, covered, total, controls }) {
    return {
        framework: id,
        version,
        title,
        covered,
        total,
        controls: controls.map((control) => ({ id: control.id, title: control.title, covered: control.covered })),
    };
}
function requirement(id, satisfied, required, found, detail) {
    return detail === undefined || satisfied
        ? { id, satisfied, required, found }
        : { id, satisfied, required, found, detail };
}
const sentence = (what, detail) => detail === undefined ? what : `${what}; ${detail}`;
const percent = (share) => `${round(share * 100)} %`;
const round = (number) => Math.round(number * 10_000) / 10_000;

;// CONCATENATED MODULE: ./src/gate/decide.ts









/**
 * Turns verdicts and facts into a decision (gate.md): trust, freshness, rules, requirements, approvals, drift. Pure.
 * Only verified records count; a record that fails at one step satisfies nothing at a later one.
 */
function decide(input) {
    const { policy, facts, verdicts, now, baseline } = input;
    const signers = input.signers ?? makeSigners(policy);
    const findings = new DecisionFindings();
    const judged = judgeRecords(facts, verdicts, policy, signers, now, findings);
    const counts = countingArtifacts(verdicts, findings);
    const known = knownFrameworks(policy);
    const required = policy.require.frameworks.map(({ framework }) => framework);
    const compared = baseline === undefined ? [] : known.filter(({ framework }) => Object.hasOwn(baseline.frameworks, framework.id));
    const sums = tally(judged, [...new Set([...required, ...compared])]);
    const { requirements, coverage } = checkRequirements(policy, judged, sums, findings);
    const approvals = checkApprovals(policy, judged, verdicts, signers, now, findings);
    if (baseline !== undefined)
        checkDrift(baseline, { judged, verdicts, sums, frameworks: known, counts }, findings);
    return {
        findings: findings.list,
        moreFindings: findings.more,
        requirements: [...requirements, ...approvals],
        coverage,
        makeBaseline: () => baselineOf(judged, verdicts, known, counts),
    };
}
/**
 * Exit code of a run. With `--warn-only` only what kept the gate itself from running counts (interface.md): a crash (1), and
 * bad input or missing files (6, 7) of the run rather than of one of its artifacts.
 */
function exitCodeOf(findings, warnOnly, isArtifact) {
    if (!warnOnly)
        return (0,engine_findings/* worstExit */.gX)(findings);
    return (0,engine_findings/* worstExit */.gX)(findings.filter(({ exit_code: code, artifact }) => code === 1 || ((code === 6 || code === 7) && !isArtifact(artifact))));
}
/** The built-in frameworks and the policy's own. */
function knownFrameworks(policy) {
    return [...(0,catalogues/* loadCatalogues */.f)(), ...policy.frameworks];
}
function baselineOf(judged, verdicts, known, counts) {
    return makeBaseline(judged, verdicts, tally(judged, known), known, counts);
}
/** An artifact counts when it verified and nothing was found wrong with its signers. */
function countingArtifacts(verdicts, findings) {
    const counting = new Set(verdicts.filter(({ outcome }) => outcome === 'verified').map(({ path }) => path));
    for (const { artifact, severity, code } of findings.list) {
        if (severity === 'error' && code.startsWith('trust.'))
            counting.delete(artifact);
    }
    return (artifact) => counting.has(artifact);
}

;// CONCATENATED MODULE: ./src/gate/fact-store.ts

/**
 * Keeps the facts of a run. Without a policy, baseline or shard nothing asks for most of them again: beside those that
 * pages show, only what approvals are decided by is kept then, so that memory does not grow with the records.
 */
class FactStore {
    all;
    facts = [];
    /** Records seen, kept or not. */
    records = 0;
    texts = new Map();
    hashes = new HashPrefixes();
    /** @param all keep every fact */
    constructor(all) {
        this.all = all;
    }
    /** Takes what was made of a record, with what is known of it at the end. */
    accept(extract, index, ok) {
        const fact = extract;
        this.records++;
        if (!this.all && this.facts.length >= MAX_REPORT_RECORDS && !decides(fact)) {
            this.hashes.add(fact.recordHash);
            return;
        }
        fact.index = index;
        fact.verified = ok;
        // Every record brings its own copy of texts that are the same in all of them.
        fact.recordType = this.shared(fact.recordType);
        fact.sourceProduct = this.shared(fact.sourceProduct);
        if (fact.agentId !== undefined)
            fact.agentId = this.shared(fact.agentId);
        if (fact.keyId !== undefined)
            fact.keyId = this.shared(fact.keyId);
        const before = this.facts.at(-1)?.recordHash;
        if (fact.previousHash === before && before !== undefined)
            fact.previousHash = before;
        this.facts.push(fact);
    }
    /** Whether a record with this hash was seen; one that was not kept may be taken for another (one in 2^50). */
    saw(hash) {
        return this.hashes.has(hash);
    }
    shared(text) {
        const known = this.texts.get(text);
        if (known !== undefined)
            return known;
        if (this.texts.size < MAX_TEXTS)
            this.texts.set(text, text);
        return text;
    }
}
/** Distinct texts that are shared; hostile records have a new one each. */
const MAX_TEXTS = 10_000;
function decides({ asksApproval, approval, approvalRules, intents }) {
    return asksApproval === true || approval !== undefined || approvalRules !== undefined || intents !== undefined;
}
/** A set of hashes in eight bytes each. */
class HashPrefixes {
    values = new Float64Array(1024);
    count = 0;
    sorted = true;
    add(hash) {
        if (this.count === this.values.length) {
            const larger = new Float64Array(this.count * 2);
            larger.set(this.values);
            this.values = larger;
        }
        this.values[this.count++] = prefixOf(hash);
        this.sorted = false;
    }
    has(hash) {
        if (!this.sorted)
            this.values.subarray(0, this.count).sort();
        this.sorted = true;
        const wanted = prefixOf(hash);
        let low = 0;
        let high = this.count;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.values[middle] ?? 0) < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low < this.count && this.values[low] === wanted;
    }
}
function prefixOf(hash) {
    return Number.parseInt(hash.slice(7, 20), 16);
}

// EXTERNAL MODULE: ./src/engine/canonical/digest.ts
var digest = __webpack_require__(2327);
;// CONCATENATED MODULE: ./src/gate/shard.ts



const SIGNATURES = ['verified', 'failed', 'unchecked', 'none'];
/**
 * The plan of one shard. `paths`: all artifacts that discovery found, of every shard. `settings`: everything besides the policy
 * that verdicts depend on (signature mode, strictness, key ids, limits, patterns, `--now` when it was given …).
 */
function makePlan(shard, engine, policySha256, settings, paths) {
    return {
        index: shard.index,
        count: shard.count,
        engine,
        policy_sha256: policySha256,
        settings: (0,jcs/* digestHex */.sU)(settings),
        artifacts: digestOfPaths(paths),
    };
}
/** Digest of a set of paths, whatever their order. */
function digestOfPaths(paths) {
    const hash = (0,digest/* sha256 */.s)();
    for (const path of [...paths].sort(byBytes))
        hash.update(`${Buffer.byteLength(path)}:${path}\n`);
    return hash.digest('hex');
}
/** Whether a path belongs to the shard of a plan. */
function belongsTo(path, plan) {
    return shardOf(path, plan.count) === plan.index;
}
/** Packs what a shard knows for its JSON report. */
function encodeShard(plan, content) {
    const texts = new Texts();
    let before = '';
    const records = content.facts.map((fact) => {
        const previous = fact.previousHash === undefined ? 0 : fact.previousHash === before ? 1 : fact.previousHash;
        before = fact.recordHash;
        return [
            texts.index(fact.artifact),
            texts.index(fact.entry),
            fact.index,
            fact.line,
            fact.recordId,
            texts.index(fact.recordType),
            texts.index(fact.sourceProduct),
            texts.index(fact.agentId),
            fact.timestamp,
            fact.recordHash.replace(/^sha256:/, ''),
            previous,
            SIGNATURES.indexOf(fact.signature),
            texts.index(fact.keyId),
            fact.verified ? 1 : 0,
            encodeExtra(fact),
        ];
    });
    const evidence = {
        version: 1,
        plan,
        ...(content.incomplete ? { incomplete: true } : {}),
        ...(content.dropped === undefined || content.dropped.length === 0 ? {} : { dropped: content.dropped }),
        artifacts: content.artifacts.map(({ verdict, why }) => {
            const { headHash, moreFindings, ...rest } = verdict;
            return { ...rest, ...(headHash === undefined ? {} : { head_hash: headHash }), more_findings: moreFindings, why };
        }),
        texts: texts.all,
        records,
        findings: content.findings,
    };
    return { ...evidence, digest: digestOfEvidence(evidence) };
}
/** The digest that seals evidence: over policy, engine, plan and content alike. */
function digestOfEvidence(evidence) {
    // Through JSON text: what is sealed is exactly what a reader of the report gets.
    return (0,digest/* sha256Hex */.f)((0,jcs/* canonicalize */.dw)(JSON.parse(JSON.stringify(evidence))));
}
/** Unpacks evidence that has the shape of the published schema; `undefined` when an index leads nowhere. */
function decodeShard(evidence) {
    const { texts } = evidence;
    const facts = [];
    let before = '';
    for (const row of evidence.records) {
        const fact = decodeRecord(row, texts, before);
        if (fact === undefined)
            return undefined;
        before = fact.recordHash;
        facts.push(fact);
    }
    const artifacts = evidence.artifacts.map(({ head_hash, more_findings, why, ...rest }) => ({
        verdict: { ...rest, ...(head_hash === undefined ? {} : { headHash: head_hash }), moreFindings: more_findings },
        why,
    }));
    return {
        artifacts,
        facts,
        findings: evidence.findings,
        incomplete: evidence.incomplete === true,
        ...(evidence.dropped === undefined ? {} : { dropped: evidence.dropped }),
    };
}
function decodeRecord(row, texts, before) {
    const [artifact, entry, index, line, recordId, type, product, agent, timestamp, hash, previous, state, key, verified, extra,] = row;
    const [artifactText, typeText, productText] = [texts[artifact], texts[type], texts[product]];
    const signature = SIGNATURES[state];
    if (artifactText === undefined || typeText === undefined || productText === undefined || signature === undefined)
        return undefined;
    const optional = [entry, agent, key].map((at) => (at < 0 ? undefined : texts[at]));
    if ([entry, agent, key].some((at, i) => at >= 0 && optional[i] === undefined))
        return undefined;
    const [entryText, agentText, keyText] = optional;
    const previousHash = previous === 0 ? undefined : previous === 1 ? before : String(previous);
    return {
        artifact: artifactText,
        ...(entryText === undefined ? {} : { entry: entryText }),
        index,
        line,
        recordId,
        recordType: typeText,
        sourceProduct: productText,
        ...(agentText === undefined ? {} : { agentId: agentText }),
        timestamp,
        recordHash: hash === '' ? '' : `sha256:${hash}`,
        ...(previousHash === undefined ? {} : { previousHash }),
        signature,
        ...(keyText === undefined ? {} : { keyId: keyText }),
        verified: verified === 1,
        ...decodeExtra(extra),
    };
}
function encodeExtra(fact) {
    const { claimedKeyId, links, missing, rules, approvalRules, asksApproval, intents, approval, test } = fact;
    const extra = {
        ...(claimedKeyId === undefined ? {} : { claimed: claimedKeyId }),
        ...(links === undefined ? {} : { links: links.map(({ kind, from, to }) => [kind, from, to]) }),
        ...(missing === undefined ? {} : { missing }),
        ...(rules === undefined ? {} : { rules }),
        ...(approvalRules === undefined ? {} : { approval_rules: approvalRules }),
        ...(asksApproval === undefined ? {} : { asks: true }),
        ...(intents === undefined ? {} : { intents }),
        ...(approval === undefined ? {} : { approval: encodeApproval(approval) }),
        ...(test === undefined ? {} : { test }),
    };
    for (const _ in extra)
        return extra;
    return null;
}
/** JSON has no infinity: an expiry that could not be read is `null`. */
function encodeApproval({ expiresAt, ...rest }) {
    return expiresAt === undefined ? rest : { ...rest, expiresAt: Number.isFinite(expiresAt) ? expiresAt : null };
}
function decodeExtra(extra) {
    if (extra === null)
        return {};
    const { claimed, links, missing, rules, approval_rules, asks, intents, approval, test } = extra;
    return {
        ...(claimed === undefined ? {} : { claimedKeyId: claimed }),
        ...(links === undefined ? {} : { links: links.map(([kind = '', from = '', to = '']) => ({ kind, from, to })) }),
        ...(missing === undefined ? {} : { missing }),
        ...(rules === undefined ? {} : { rules }),
        ...(approval_rules === undefined ? {} : { approvalRules: approval_rules }),
        ...(asks === undefined ? {} : { asksApproval: asks }),
        ...(intents === undefined ? {} : { intents }),
        ...(approval === undefined ? {} : { approval: decodeApproval(approval) }),
        ...(test === undefined ? {} : { test }),
    };
}
function decodeApproval({ expiresAt, ...rest }) {
    return expiresAt === undefined ? rest : { ...rest, expiresAt: expiresAt ?? Number.NEGATIVE_INFINITY };
}
/** Texts that many records share, each once. */
class Texts {
    all = [];
    indexes = new Map();
    index(text) {
        if (text === undefined)
            return -1;
        let at = this.indexes.get(text);
        if (at === undefined) {
            at = this.all.length;
            this.all.push(text);
            this.indexes.set(text, at);
        }
        return at;
    }
}
/** Order of paths: by their bytes (interface.md, Discovery). */
function byBytes(a, b) {
    return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

;// CONCATENATED MODULE: ./src/gate/merge.ts




/**
 * Puts the evidence of all shards of one run together (interface.md, `--shard` and `merge`), so that deciding over it is
 * deciding as one run. `merge.invalid` (6) for a report that is none, without evidence, changed after it was written, of
 * another policy, engine version, settings or plan, for a shard that is missing or doubled, for an artifact in the wrong
 * shard or in none. Never throws.
 */
function mergeShards(reports, expected) {
    const findings = [];
    const refuse = (message, name) => void findings.push((0,engine_findings/* finding */.gk)('merge.invalid', message, name));
    if (reports.length === 0)
        refuse('no reports to merge', '');
    const parts = [];
    for (const report of reports) {
        const part = readPart(report, expected, refuse);
        if (part !== undefined)
            parts.push(part);
    }
    if (findings.length === 0)
        comparePlans(parts, refuse);
    if (findings.length > 0)
        return { ok: false, findings };
    const content = unite(parts);
    const [first] = parts;
    const paths = [...content.artifacts.map(({ verdict }) => verdict.path), ...(content.dropped ?? [])];
    if (!content.incomplete && first !== undefined && digestOfPaths(paths) !== first.evidence.plan.artifacts) {
        refuse('the shards do not hold all artifacts of the run', first.name);
        return { ok: false, findings };
    }
    return { ok: true, content };
}
function readPart({ name, value }, expected, refuse) {
    const problems = (0,registry/* validateDocument */.mv)('gate-report-v1', value);
    if (problems.length > 0) {
        refuse(`not a gate report: ${problems[0]?.message ?? ''}`, name);
        return undefined;
    }
    const evidence = value['shard'];
    if (evidence === undefined) {
        refuse('the report is of a whole run, not of one with --shard', name);
        return undefined;
    }
    const { digest, ...sealed } = evidence;
    if (digestOfEvidence(sealed) !== digest) {
        refuse('the evidence of the report was changed after it was written', name);
        return undefined;
    }
    const { plan } = evidence;
    if (plan.engine !== expected.engine)
        refuse(`the report is of version ${shorten(plan.engine)}, this is ${expected.engine}`, name);
    if (plan.policy_sha256 !== expected.policySha256) {
        refuse(`the report is of the policy ${plan.policy_sha256 ?? '(none)'}, this run has ${expected.policySha256 ?? '(none)'}`, name);
    }
    if (expected.settings !== undefined && plan.settings !== expected.settings) {
        refuse('the report is of a run with other settings (keys, patterns, limits …)', name);
    }
    if (plan.index > plan.count)
        refuse(`there is no shard ${plan.index} of ${plan.count}`, name);
    const looked = [...evidence.artifacts.map(({ path }) => path), ...(evidence.dropped ?? [])];
    const stray = looked.find((path) => !belongsTo(path, plan));
    if (stray !== undefined)
        refuse(`${shorten(stray)} does not belong to shard ${plan.index} of ${plan.count}`, name);
    const content = decodeShard(evidence);
    if (content === undefined) {
        refuse('the evidence of the report is damaged', name);
        return undefined;
    }
    return { name, evidence, content };
}
function comparePlans(parts, refuse) {
    const [first] = parts;
    if (first === undefined)
        return;
    const { count, settings, artifacts } = first.evidence.plan;
    const seen = new Map();
    for (const { name, evidence } of parts) {
        const { plan } = evidence;
        if (plan.count !== count)
            refuse(`the report is of ${plan.count} shards, ${first.name} is of ${count}`, name);
        if (plan.settings !== settings)
            refuse(`the report is of a run with other settings than ${first.name}`, name);
        if (plan.artifacts !== artifacts)
            refuse(`the report is of a run over other artifacts than ${first.name}`, name);
        const other = seen.get(plan.index);
        if (other !== undefined)
            refuse(`shard ${plan.index} is there twice, also in ${other}`, name);
        seen.set(plan.index, name);
    }
    const missing = [];
    for (let index = 1; index <= count && missing.length < 10; index++)
        if (!seen.has(index))
            missing.push(index);
    if (missing.length > 0)
        refuse(`of ${count} shards these are missing: ${missing.join(', ')}`, '');
}
/** The order of one run: artifacts by the bytes of their paths, records as they stand in each. */
function unite(parts) {
    const artifacts = parts
        .flatMap(({ content }) => content.artifacts)
        .sort((a, b) => byBytes(a.verdict.path, b.verdict.path));
    const dropped = parts.flatMap(({ content }) => content.dropped ?? []).sort(byBytes);
    const byArtifact = new Map();
    for (const { content } of parts) {
        for (const fact of content.facts) {
            const list = byArtifact.get(fact.artifact);
            if (list === undefined)
                byArtifact.set(fact.artifact, [fact]);
            else
                list.push(fact);
        }
    }
    return {
        artifacts,
        facts: artifacts.flatMap(({ verdict }) => byArtifact.get(verdict.path) ?? []),
        findings: uniteFindings(parts.map(({ content }) => content.findings)),
        incomplete: parts.some(({ content }) => content.incomplete),
        ...(dropped.length === 0 ? {} : { dropped }),
    };
}
/** Configuration and discovery are the same in every shard: each finding as often as one shard has it. */
function uniteFindings(lists) {
    const merged = [];
    const have = new Map();
    for (const list of lists) {
        const here = new Map();
        for (const one of list) {
            const key = JSON.stringify(one);
            const times = (here.get(key) ?? 0) + 1;
            here.set(key, times);
            if (times > (have.get(key) ?? 0)) {
                have.set(key, times);
                merged.push(one);
            }
        }
    }
    return merged;
}

// EXTERNAL MODULE: ./src/engine/signature/trust.ts
var trust = __webpack_require__(4373);
// EXTERNAL MODULE: ./src/gate/materials.ts
var gate_materials = __webpack_require__(105);
// EXTERNAL MODULE: ./src/gate/policy/load.ts + 4 modules
var load = __webpack_require__(5734);
// EXTERNAL MODULE: ./src/gate/workspace.ts
var workspace = __webpack_require__(2142);
;// CONCATENATED MODULE: ./src/gate/prepare.ts










const DEFAULT_POLICY = '.proof-policy.yml';
/** Loads policy, keys, lists and schemas of a run. */
async function prepare(options) {
    const materials = new gate_materials/* Materials */.t(options.workspace, 'gate');
    const files = [];
    const findings = [];
    const policy = await readPolicy(options, materials, findings, files);
    const keys = policy.trust.keys.map((one) => one.key);
    for (const text of options.publicKeys) {
        const key = materials.key(text, '--public-key');
        if (key !== undefined)
            keys.push(key);
        if (isFileOf(options, text))
            files.push(trustFile(options, text, 'key', false));
    }
    const given = new Set(keys.map((key) => key.id));
    // A pinned policy does not pin the bytes of the key files that it names.
    for (const { file } of policy.trust.keys) {
        if (file !== undefined)
            files.push(trustFile(options, file, 'key', false));
    }
    for (const one of policy.trust.keys)
        given.delete(one.key.id);
    const { trust, cosignKeyIds, givenIds } = await gateTrust(options, policy, keys, materials, files);
    const revocations = gateRevocations(options, policy, materials, files);
    const customTypes = await materials.customTypes(options.customTypeSchemas);
    const now = options.now ?? Date.now();
    const signatures = options.signatures ?? policy.trust.signatures ?? 'auto';
    if (signatures === 'required' && trust === undefined) {
        materials.add('key.missing', '--signatures required needs a key, a certificate or a policy with signers');
    }
    const baseline = gateBaseline(options, policy, materials, findings, files);
    const signers = makeSigners(policy, [...given, ...givenIds], cosignKeyIds);
    return {
        policy,
        verify: {
            mode: 'gate',
            strict: options.strict,
            signatures,
            trust: trust ?? noTrust(),
            revocations,
            customTypes,
            limits: options.limits,
            now,
        },
        findings: [...findings, ...materials.findings, ...mutableTrust(options.event, files)],
        signers,
        baseline,
        now,
    };
}
/**
 * The policy of the workspace; without one that of the only folder that is verified, so that evidence handed over as a
 * folder brings its own requirements along. Such a policy is never joined with trust from the command line: whoever made
 * the folder could add a key of their own to it.
 */
function defaultPolicy(options) {
    if (isFileOf(options, DEFAULT_POLICY))
        return DEFAULT_POLICY;
    const [folder, ...more] = options.patterns;
    if (folder === undefined || more.length > 0 || /[*?[{!]/.test(folder) || trustGiven(options))
        return undefined;
    const path = `${folder.replace(/\/+$/, '')}/${DEFAULT_POLICY}`;
    return isFileOf(options, path) ? path : undefined;
}
function trustGiven(options) {
    const { cosignKey, cosignCertificate, cosignTrustedRoot, revocationList, baseline, policySha256 } = options;
    const given = [cosignKey, cosignCertificate, cosignTrustedRoot, revocationList, baseline, policySha256];
    return options.publicKeys.length > 0 || given.some((one) => one !== undefined);
}
async function readPolicy(options, materials, findings, files) {
    const named = options.policyFile;
    const path = named ?? defaultPolicy(options);
    if (path === undefined) {
        if (options.policySha256 !== undefined) {
            materials.add('dependency.missing', `--policy-sha256 pins a policy but there is no ${DEFAULT_POLICY}`);
        }
        return model/* EMPTY_POLICY */.XD;
    }
    const escaped = (0,workspace/* escapeOf */.F)(options.workspace, path);
    if (escaped !== undefined) {
        findings.push((0,engine_findings/* finding */.gk)('path.escape', escaped, path));
        return model/* EMPTY_POLICY */.XD;
    }
    const bytes = materials.read(path, 'policy', 'policy.invalid');
    if (bytes === undefined)
        return model/* EMPTY_POLICY */.XD;
    files.push(trustFile(options, path, 'policy', options.policySha256 !== undefined));
    const loaded = await (0,load/* loadPolicy */.t)(bytes, path, (file) => policyFile(options, materials, file));
    const sha256 = loaded.ok ? (loaded.policy.sha256 ?? '') : loaded.sha256;
    if (options.policySha256 !== undefined) {
        const pin = (0,load/* checkPin */.w)(sha256, options.policySha256, path);
        if (pin !== undefined)
            findings.push(pin);
    }
    findings.push(...(loaded.ok ? loaded.warnings : loaded.findings));
    // A policy that cannot be read trusts nobody and asks for everything: the finding fails the run anyway.
    return loaded.ok ? loaded.policy : { ...model/* EMPTY_POLICY */.XD, name: path, sha256 };
}
function policyFile(options, materials, path) {
    const escaped = (0,workspace/* escapeOf */.F)(options.workspace, path);
    if (escaped !== undefined)
        return { ok: false, code: 'path.escape', message: escaped };
    const before = materials.findings.length;
    const bytes = materials.read(path, 'file of the policy', 'policy.invalid');
    if (bytes !== undefined)
        return { ok: true, bytes };
    const [told] = materials.findings.splice(before);
    return { ok: false, code: told?.code ?? 'dependency.missing', message: told?.message ?? `${path} cannot be read` };
}
async function gateTrust(options, policy, keys, materials, files) {
    const { cosignTrustedRoot: trustedRoot } = options;
    const cosignKeyIds = new Map();
    const cosign = [];
    const given = await materials.cosign({
        key: options.cosignKey,
        certificate: options.cosignCertificate,
        identity: options.cosignCertificateIdentity,
        issuer: options.cosignCertificateOidcIssuer,
        // A trusted root alone says who issues certificates; whose certificates are meant may stand in the policy.
        trustedRoot: policy.trust.cosign.length > 0 && !namesCosignSigner(options) ? undefined : trustedRoot,
    });
    if (given !== undefined)
        cosign.push(given);
    for (const { name, key, certificate, identity, issuer } of policy.trust.cosign) {
        const root = key === undefined ? trustedRoot : undefined;
        const made = await materials.cosign({ key, certificate, identity, issuer, trustedRoot: root });
        if (made === undefined)
            continue;
        if (made.key !== undefined)
            cosignKeyIds.set(name, made.key.id);
        cosign.push(made);
    }
    const paths = policy.trust.cosign.flatMap(({ key, certificate }) => [key, certificate]);
    for (const path of [...paths, options.cosignKey, options.cosignCertificate, trustedRoot]) {
        if (path !== undefined)
            files.push(trustFile(options, path, 'key', false));
    }
    const [first, ...others] = cosign;
    const made = (0,trust/* makeTrust */.L)({
        mode: 'gate',
        keys,
        cosign: first === undefined ? undefined : { ...first, ...(others.length === 0 ? {} : { others }) },
        policy: policy.trust.configured,
    });
    const ids = { cosignKeyIds, givenIds: given === undefined ? [] : cosignIds(given) };
    if (made.ok) {
        const configured = made.trust.configured || options.publicKeys.length > 0;
        return { ...ids, trust: configured ? configuredTrust(made.trust) : undefined };
    }
    materials.add(made.code, made.message);
    return { ...ids, trust: undefined };
}
function namesCosignSigner(options) {
    const { cosignKey, cosignCertificate, cosignCertificateIdentity, cosignCertificateOidcIssuer } = options;
    return [cosignKey, cosignCertificate, cosignCertificateIdentity, cosignCertificateOidcIssuer].some((one) => one !== undefined);
}
/** The key ids that signatures verified with this material have. */
function cosignIds({ key, identity, issuer }) {
    return [
        ...(key === undefined ? [] : [key.id]),
        ...(identity === undefined && issuer === undefined ? [] : [`cosign:${issuer ?? ''}#${identity ?? ''}`]),
    ];
}
/** A key that was given but cannot be used must not turn signature checks off. */
function configuredTrust(trust) {
    return trust.configured ? trust : { ...trust, configured: true };
}
function noTrust() {
    return { mode: 'gate', keys: [], cosign: undefined, configured: false, keyById: () => undefined };
}
function gateRevocations(options, policy, materials, files) {
    const path = options.revocationList ?? policy.trust.revocationList;
    if (path === undefined)
        return [];
    const escaped = (0,workspace/* escapeOf */.F)(options.workspace, path);
    if (escaped !== undefined) {
        materials.add('path.escape', escaped);
        return [];
    }
    const text = options.revocationKey ?? policy.trust.revocationKey;
    const key = text === undefined ? undefined : materials.key(text, '--revocation-key');
    files.push(trustFile(options, path, 'revocation list', key !== undefined));
    return materials.revocations(path, key);
}
function gateBaseline(options, policy, materials, findings, files) {
    const path = options.baseline ?? policy.baseline;
    if (path === undefined)
        return undefined;
    const escaped = (0,workspace/* escapeOf */.F)(options.workspace, path);
    if (escaped !== undefined) {
        findings.push((0,engine_findings/* finding */.gk)('path.escape', escaped, path));
        return undefined;
    }
    const bytes = materials.read(path, 'baseline', 'baseline.invalid');
    if (bytes === undefined)
        return undefined;
    files.push(trustFile(options, path, 'baseline', false));
    const read = readBaseline(bytes, path);
    if (read.ok)
        return read.baseline;
    findings.push(...read.findings);
    return undefined;
}
function trustFile(options, path, what, pinned) {
    return { path, what, inWorkspace: (0,workspace/* isWithin */.U)((0,external_node_path_.resolve)(options.workspace), (0,external_node_path_.resolve)(options.workspace, path)), pinned };
}
function isFileOf(options, path) {
    if (path.includes('\n') || path.length > 4096)
        return false;
    try {
        (0,external_node_fs_.realpathSync)((0,external_node_path_.resolve)(options.workspace, path));
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/gate/report.ts


/** The JSON report (schema `gate-report-v1`): no times, everything in a fixed order. */
function buildReport(parts) {
    const { findings, options } = parts;
    const paths = new Set(parts.artifacts.map((one) => one.verdict.path));
    const exit = exitCodeOf(findings, options.warnOnly, (path) => paths.has(path));
    const byArtifact = groupByArtifact(findings);
    const artifacts = parts.artifacts.map((one) => reportArtifact(one, byArtifact.get(one.verdict.path) ?? [], parts.moreFindings));
    const summary = summarize(parts.artifacts, artifacts, findings);
    return {
        schema: 'gate-report-v1',
        tool: { name: 'proof-verify', version: version/* VERSION */.x },
        outcome: outcomeOf(exit, summary),
        exit_code: exit,
        ...(parts.incomplete ? { incomplete: true } : {}),
        policy_sha256: parts.policySha256,
        summary,
        artifacts,
        requirements: parts.requirements,
        ...(parts.coverage === undefined || parts.coverage.length === 0 ? {} : { coverage: parts.coverage }),
        findings,
        ...(parts.shard === undefined ? {} : { shard: parts.shard }),
    };
}
function outcomeOf(exit, summary) {
    if (exit !== 0)
        return 'failed';
    return summary.findings.errors > 0 || summary.findings.warnings > 0 ? 'warned' : 'passed';
}
function reportArtifact({ why, verdict }, findings, moreFindings) {
    const more = verdict.moreFindings + (moreFindings.get(verdict.path) ?? 0);
    // Findings of the decision (trust, freshness) count as well: the artifact is not verified by bytes alone.
    let outcome = verdict.outcome;
    for (const one of findings) {
        if (one.severity === 'error')
            outcome = 'failed';
        else if (one.severity === 'warning' && outcome === 'verified')
            outcome = 'warned';
    }
    return {
        path: verdict.path,
        kind: verdict.kind,
        sha256: verdict.sha256,
        bytes: verdict.bytes,
        outcome,
        records: verdict.records,
        ...(verdict.headHash === undefined ? {} : { head_hash: verdict.headHash }),
        signatures: {
            required: verdict.signatures.required,
            verified: verdict.signatures.verified,
            key_ids: verdict.signatures.keyIds,
        },
        ...(more === 0 ? {} : { more_findings: more }),
        why,
    };
}
function groupByArtifact(findings) {
    const groups = new Map();
    for (const one of findings) {
        const group = groups.get(one.artifact);
        if (group === undefined)
            groups.set(one.artifact, [one]);
        else
            group.push(one);
    }
    return groups;
}
function summarize(judged, artifacts, findings) {
    const count = (outcome) => artifacts.filter((one) => one.outcome === outcome).length;
    const severity = (wanted) => findings.filter((one) => one.severity === wanted).length;
    return {
        artifacts: artifacts.length,
        verified: count('verified') + count('warned'),
        failed: count('failed'),
        warned: count('warned'),
        records: judged.reduce((sum, one) => sum + one.verdict.records, 0),
        signatures: judged.reduce((sum, one) => sum + one.verdict.signatures.verified, 0),
        findings: { errors: severity('error'), warnings: severity('warning'), notices: severity('notice') },
    };
}

// EXTERNAL MODULE: ./src/engine/artifact.ts + 17 modules
var engine_artifact = __webpack_require__(5542);
// EXTERNAL MODULE: ./src/engine/source/directory.ts
var directory = __webpack_require__(9929);
// EXTERNAL MODULE: ./src/engine/source/random-access.ts
var random_access = __webpack_require__(2154);
;// CONCATENATED MODULE: ./src/gate/verify-all.ts







/** Longest time without a turn of the event loop, so that signals, timers and progress get theirs. */
const TURN_MS = 50;
/** Verifies the artifacts in order; stops between two of them once `aborted` says so. */
async function verifyAll(artifacts, options, hooks) {
    const judged = [];
    const verifyOptions = { ...options, records: hooks.records, aborted: hooks.aborted };
    let turn = performance.now();
    for (const artifact of artifacts) {
        if (performance.now() - turn > TURN_MS) {
            await (0,promises_.setImmediate)();
            turn = performance.now();
        }
        if (hooks.aborted())
            break;
        const verdict = await verifyOne(artifact, verifyOptions);
        if (hooks.aborted())
            break;
        const one = { artifact, verdict };
        judged.push(one);
        hooks.onArtifact(one, judged.length);
    }
    return judged;
}
/** Opens and verifies one discovered artifact; an artifact that cannot be opened has a verdict too. */
async function verifyOne(artifact, options) {
    let input;
    try {
        input =
            artifact.form === 'file'
                ? {
                    form: 'file',
                    source: (0,source_file/* openFile */.Tq)(artifact.path, artifact.name, options.limits, { within: artifact.root }),
                    access: () => (0,random_access/* fileAccess */.p)(artifact.path, artifact.name),
                }
                : {
                    form: artifact.form,
                    directory: (0,directory/* directorySource */.X)(artifact.path, artifact.name, options.limits, 'refuse', artifact.root),
                };
    }
    catch (error) {
        return unreadable(artifact, error, options);
    }
    return (0,engine_artifact/* verify */.M)(input, options);
}
function unreadable(artifact, error, options) {
    const found = error instanceof fault/* Fault */.v
        ? (0,engine_findings/* finding */.gk)(error.code, error.message, artifact.name)
        : (0,engine_findings/* finding */.gk)('internal', `the verifier failed: ${error instanceof Error ? error.message : String(error)}`, artifact.name);
    return {
        path: artifact.name,
        kind: 'unknown',
        sha256: null,
        bytes: 0,
        outcome: 'failed',
        records: 0,
        signatures: { required: options.signatures === 'required', verified: 0, keyIds: [] },
        findings: [found],
        moreFindings: 0,
        facts: {},
    };
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./src/gate/workers/codec.ts
const ROW = 11;
const SLICE = 6;
const STATES = ['verified', 'failed', 'unchecked', 'none'];
/** Packs slices for a task; `undefined` when they do not lie in one buffer that can be handed over. */
function packSlices(slices) {
    const buffer = slices[0]?.bytes.buffer;
    if (!(buffer instanceof ArrayBuffer))
        return undefined;
    const packed = new Float64Array(slices.length * SLICE);
    for (const [i, { bytes, offset, line, members, escapes }] of slices.entries()) {
        if (bytes.buffer !== buffer)
            return undefined;
        packed.set([bytes.byteOffset, bytes.length, offset, line, members, escapes ? 1 : 0], i * SLICE);
    }
    return { buffer, slices: packed };
}
/** The slices of a task. */
function unpackSlices({ buffer, slices }) {
    const made = [];
    for (let at = 0; at < slices.length; at += SLICE) {
        const [start, length, offset = 0, line = 0, members = 0, escapes] = slices.subarray(at, at + SLICE);
        const bytes = new Uint8Array(buffer, start, length);
        made.push({ bytes, offset, line, members, escapes: escapes === 1 });
    }
    return made;
}
/** Packs what a worker found. */
function encodeAnswer(task, checked) {
    const texts = [];
    const known = new Map();
    const indexOf = (text) => {
        if (text === undefined)
            return -1;
        let index = known.get(text);
        if (index === undefined) {
            index = texts.push(text) - 1;
            known.set(text, index);
        }
        return index;
    };
    const rows = [];
    const extras = [];
    const odd = [];
    let before = '';
    for (const [i, one] of checked.entries()) {
        const fact = one?.fact;
        if (one === undefined || fact === undefined || !isPlain(one)) {
            odd.push([i, one ?? null]);
            continue;
        }
        const extra = extrasOf(fact);
        const previous = one.previousHash === '' ? 0 : one.previousHash === before ? 1 : one.previousHash;
        before = one.declaredHash;
        rows.push(one.recordId, one.declaredHash, previous, indexOf(one.signingKeyId), indexOf(one.keyId), STATES.indexOf(one.signature), indexOf(fact.recordType), indexOf(fact.sourceProduct), indexOf(fact.agentId), fact.timestamp, extra === undefined ? -1 : extras.push(extra) - 1);
    }
    return { id: task.id, buffer: task.buffer, texts, rows, extras, odd };
}
/** Unpacks an answer: the records in the order of the slices they were cut from. */
function decodeAnswer(answer, slices, { artifact, entry }) {
    const { texts, rows, extras } = answer;
    const odd = new Map(answer.odd);
    const textAt = (index) => typeof index === 'number' && index >= 0 ? texts[index] : undefined;
    let at = 0;
    let before = '';
    return slices.map((slice, i) => {
        const special = odd.get(i);
        if (special !== undefined)
            return special ?? undefined;
        const recordId = rows[at];
        const hash = rows[at + 1];
        const link = rows[at + 2];
        const previousHash = link === 0 ? '' : link === 1 ? before : link;
        const signature = STATES[rows[at + 5]];
        if (hash === undefined || signature === undefined)
            throw new Error('a worker answered with less than it was asked');
        const keyId = textAt(rows[at + 4]);
        const fact = {
            artifact,
            index: 0,
            line: slice.line,
            recordId,
            recordType: textAt(rows[at + 6]) ?? '',
            sourceProduct: textAt(rows[at + 7]) ?? '',
            timestamp: rows[at + 9],
            recordHash: hash,
            signature,
            verified: true,
        };
        if (entry !== undefined)
            fact.entry = entry;
        const agentId = textAt(rows[at + 8]);
        if (agentId !== undefined)
            fact.agentId = agentId;
        if (previousHash !== '')
            fact.previousHash = previousHash;
        if (keyId !== undefined)
            fact.keyId = keyId;
        const extra = extras[rows[at + 10]];
        if (extra !== undefined)
            Object.assign(fact, extra);
        before = hash;
        const one = {
            line: slice.line,
            offset: slice.offset,
            readable: true,
            recordId,
            declaredHash: hash,
            previousHash,
            signingKeyId: textAt(rows[at + 3]) ?? '',
            // Only counted ranges (compat) ask for it.
            epochMs: Number.NaN,
            hash,
            problems: [],
            signature,
            keyId,
            ok: true,
            value: undefined,
            job: undefined,
            fact,
        };
        at += ROW;
        return one;
    });
}
function isPlain(one) {
    return one.ok && one.readable && one.problems.length === 0 && one.hash === one.declaredHash && one.job === undefined;
}
function extrasOf(fact) {
    const { links, missing, rules, approvalRules, asksApproval, intents, approval, test } = fact;
    const extra = {};
    if (links !== undefined)
        extra.links = links;
    if (missing !== undefined)
        extra.missing = missing;
    if (rules !== undefined)
        extra.rules = rules;
    if (approvalRules !== undefined)
        extra.approvalRules = approvalRules;
    if (asksApproval !== undefined)
        extra.asksApproval = asksApproval;
    if (intents !== undefined)
        extra.intents = intents;
    if (approval !== undefined)
        extra.approval = approval;
    if (test !== undefined)
        extra.test = test;
    for (const _ in extra)
        return extra;
    return undefined;
}

;// CONCATENATED MODULE: ./src/gate/workers/pool.ts


/** A worker costs about as much to start as a megabyte of records to check: it has to be worth it. */
const START_BYTES = 4 * 1024 * 1024;
/** Fewer records are checked quicker than sent. */
const MIN_RECORDS = 8;
/** Batches a worker has at most: one in work and one waiting, so that it never runs dry while this thread is busy. */
const MAX_WAITING = 2;
/** Threads that check records beside this one (`--jobs`). They start when there is enough to do. */
class WorkerPool {
    entry;
    setup;
    count;
    threads = [];
    seen = 0;
    nextId = 0;
    /**
     * @param entry file of the worker's code.
     * @param count threads beside this one; 0: this thread does everything.
     */
    constructor(entry, setup, count) {
        this.entry = entry;
        this.setup = setup;
        this.count = count;
    }
    check(slices, context) {
        if (this.count === 0 || slices.length < MIN_RECORDS || context.rules.custom !== undefined)
            return undefined;
        const [first] = slices;
        const last = slices.at(-1);
        if (first === undefined || last === undefined)
            return undefined;
        this.seen += last.offset + last.bytes.length - first.offset;
        if (this.seen < START_BYTES)
            return undefined;
        const thread = this.idle();
        if (thread === undefined)
            return undefined;
        const packed = packSlices(slices);
        if (packed === undefined)
            return undefined;
        const { rules, artifact, entry } = context;
        const task = { id: this.nextId++, rules, artifact, entry, ...packed };
        return new Promise((resolve, reject) => {
            thread.waiting.set(task.id, { slices, task, resolve, reject });
            thread.worker.postMessage(task, [task.buffer]);
        });
    }
    /** Ends the threads; batches that nobody waits for any more are lost. */
    async close() {
        await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
        this.threads.length = 0;
    }
    idle() {
        let best;
        for (const thread of this.threads) {
            if (thread.waiting.size < (best?.waiting.size ?? MAX_WAITING))
                best = thread;
        }
        if ((best === undefined || best.waiting.size > 0) && this.threads.length < this.count)
            best = this.start();
        return best;
    }
    start() {
        const worker = new external_node_worker_threads_.Worker(this.entry, { workerData: this.setup, stdout: false, stderr: false });
        const thread = { worker, waiting: new Map() };
        const fail = (error) => {
            for (const { reject } of thread.waiting.values())
                reject(error);
            thread.waiting.clear();
        };
        worker.on('message', (answer) => {
            const waiting = thread.waiting.get(answer.id);
            if (waiting === undefined)
                return;
            thread.waiting.delete(answer.id);
            try {
                const { slices, task } = waiting;
                // The bytes are back: places of findings are looked up in them.
                unpackSlices({ buffer: answer.buffer, slices: task.slices }).forEach((slice, i) => {
                    Object.assign(slices[i] ?? {}, { bytes: slice.bytes });
                });
                waiting.resolve(decodeAnswer(answer, slices, task));
            }
            catch (error) {
                waiting.reject(error instanceof Error ? error : new Error(String(error)));
            }
        });
        worker.on('error', fail);
        worker.on('exit', (code) => fail(new Error(`a worker thread ended early (${code})`)));
        this.threads.push(thread);
        return thread;
    }
}

// EXTERNAL MODULE: ./src/engine/schema/custom.ts
var custom = __webpack_require__(3225);
;// CONCATENATED MODULE: ./src/gate/workers/setup.ts




/** The setup of a run's workers; `undefined` when its trust holds what cannot be handed to another thread (cosign). */
function workerSetup(verify, policy, frameworks, links) {
    const { strict, signatures, trust, revocations, customTypes, limits, now } = verify;
    if (trust.cosign !== undefined)
        return undefined;
    return {
        strict,
        signatures,
        keys: trust.keys,
        configured: trust.configured,
        revocations,
        schemas: customTypes?.sources ?? [],
        limits,
        now,
        policy,
        frameworks,
        links,
    };
}
/** What a worker checks records with, made from its setup as the main thread made its own. */
async function workerOptions(setup) {
    const { strict, signatures, keys, configured, revocations, schemas, limits, now, policy, frameworks, links } = setup;
    const made = makeTrust({ mode: 'gate', keys, policy: configured });
    if (!made.ok)
        throw new Error(made.message);
    const { types } = await compileCustomTypes(schemas, (bytes) => readJson(bytes, limits.maxDepth));
    const needs = await makeNeeds(policy, frameworks, links);
    return {
        mode: 'gate',
        strict,
        signatures,
        trust: made.trust,
        revocations,
        customTypes: schemas.length === 0 ? undefined : types,
        limits,
        now,
        records: { extract: (record) => extractFact(record, needs), accept: () => { } },
    };
}

// EXTERNAL MODULE: ./src/report/common.ts
var common = __webpack_require__(4069);
;// CONCATENATED MODULE: ./src/report/places.ts
/** Artifacts that are folders: what a finding calls an entry is a file of its own there. */
const FOLDER_KINDS = new Set(['bundle', 'chain_directory']);
/** Places findings of a report in files. A line inside an archive's entry is no line of the archive, so it is left out. */
function filePlaces(report) {
    const folders = new Set(report.artifacts.filter((one) => FOLDER_KINDS.has(one.kind)).map((one) => one.path));
    return (one) => {
        if (one.artifact === '')
            return {};
        const inFolder = folders.has(one.artifact);
        if (one.entry !== undefined && !inFolder)
            return { file: one.artifact };
        const file = one.entry === undefined ? one.artifact : `${one.artifact}/${one.entry}`;
        if (one.line === undefined)
            return { file };
        return {
            file,
            line: one.line,
            ...(one.end_line === undefined ? {} : { endLine: one.end_line }),
            ...(one.column === undefined ? {} : { column: one.column }),
        };
    };
}

// EXTERNAL MODULE: ./src/report/sanitize.ts
var sanitize = __webpack_require__(1211);
;// CONCATENATED MODULE: ./src/report/code-quality.ts



/** GitLab refuses an entry without a path; findings of the whole run stand at the policy. */
const RUN_PLACE = '.proof-policy.yml';
/**
 * GitLab Code Quality: the list of issues that its merge request widget reads. Two entries with one fingerprint would be
 * shown as one, so each has its own.
 */
function codeQuality({ report }) {
    const prints = (0,common/* fingerprints */.WS)(report.findings);
    const placeIn = filePlaces(report);
    return (0,sanitize/* jsonText */.s$)(report.findings.map((one, index) => {
        const place = placeIn(one);
        return {
            type: 'issue',
            description: (0,sanitize/* plain */.pj)(`${(0,common/* titleOf */.Gg)(one)}: ${one.message}${one.entry === undefined ? '' : ` (in ${one.entry})`}`),
            check_name: (0,sanitize/* plain */.pj)(one.code),
            fingerprint: prints[index],
            severity: severity(one),
            categories: ['Security'],
            location: { path: place.file ?? RUN_PLACE, lines: { begin: place.line ?? 1 } },
        };
    }));
}
function severity(one) {
    if (one.severity === 'notice')
        return 'info';
    if (one.severity === 'warning')
        return 'minor';
    return one.exit_code === 2 || one.exit_code === 8 ? 'blocker' : 'critical';
}

;// CONCATENATED MODULE: ./src/report/html-markup.ts

/** Text that is HTML already. Only `markup` makes it, so that nothing gets into the page without being escaped. */
class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** HTML from a template: what is put in is escaped, unless it is markup itself; `undefined` is nothing. */
function markup(strings, ...parts) {
    let text = strings[0] ?? '';
    for (const [index, part] of parts.entries())
        text += textOf(part) + (strings[index + 1] ?? '');
    return new Markup(text);
}
function textOf(part) {
    if (part === undefined)
        return '';
    if (typeof part === 'string')
        return (0,sanitize/* htmlText */.js)(part);
    if (typeof part === 'number')
        return String(part);
    return part instanceof Markup ? part.text : part.map((one) => one.text).join('');
}
/** A number for SVG: at most two decimals, so that pages are small and the same everywhere. */
function coordinate(value) {
    return String(Math.round(value * 100) / 100);
}
/** An icon of the sprite; for eyes only, words stand beside it. */
function icon(name) {
    return markup `<svg class="icon i-${name}" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}
/** Icons and marks that the page uses again and again. */
const SPRITE = markup `<svg class="sprite" width="0" height="0" aria-hidden="true"><defs>
<symbol id="i-ok" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M4.6 8.3l2.3 2.3 4.5-4.9" class="stroke"/></symbol>
<symbol id="i-bad" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" class="stroke"/></symbol>
<symbol id="i-warn" viewBox="0 0 16 16"><path d="M8 .9l7.4 13.4a.6.6 0 0 1-.5.9H1.1a.6.6 0 0 1-.5-.9z" class="disc"/><path d="M8 6v4M8 12.4v.1" class="stroke"/></symbol>
<symbol id="i-info" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M8 7.4v4M8 4.7v.1" class="stroke"/></symbol>
<g id="m-ok"><circle r="5"/></g>
<g id="m-signed"><circle r="5"/><circle r="8" class="ring"/></g>
<g id="m-bad"><path d="M0 -7.5L7.5 0 0 7.5 -7.5 0z"/></g>
<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 .8L7.5 4 0 7.2z"/></marker>
</defs></svg>`;

;// CONCATENATED MODULE: ./src/report/layout.ts
const SWEEPS = 6;
/**
 * Layers from left to right so that most edges point right: longest paths decide the layer (edges that close a cycle are
 * turned for that), long edges get a place in each layer they cross, the middle of neighbours decides the order.
 * Meant for at most some hundred nodes.
 */
function layered(lineage, sizes) {
    const vertices = new Map(lineage.nodes.map((node) => [node.key, { key: node.key, layer: 0, y: 0, before: [], after: [] }]));
    const forward = acyclic(lineage);
    assignLayers(vertices, forward);
    const chains = new Map();
    for (const [from, to] of forward)
        chains.set(pair(from, to), connect(vertices, from, to));
    const nodes = new Map();
    const places = new Map();
    let top = 0;
    let columns = 0;
    for (const part of parts(vertices)) {
        const layers = order(part);
        spread(layers);
        const all = layers.flat();
        const lowest = all.reduce((min, one) => Math.min(min, one.y), Number.POSITIVE_INFINITY);
        const highest = all.reduce((max, one) => Math.max(max, one.y), Number.NEGATIVE_INFINITY);
        for (const one of all) {
            const point = {
                x: (one.layer + 0.5) * sizes.columnPitch,
                y: (top + one.y - lowest + 0.5) * sizes.rowPitch,
            };
            places.set(one, point);
            if (vertices.has(one.key))
                nodes.set(one.key, point);
        }
        top += highest - lowest + 1 + sizes.partGap;
        columns = Math.max(columns, layers.length);
    }
    const edges = lineage.edges.map(({ from, to }) => {
        const chain = chains.get(pair(from, to)) ?? [...(chains.get(pair(to, from)) ?? [])].reverse();
        return chain.map((one) => places.get(one) ?? { x: 0, y: 0 });
    });
    return {
        width: columns * sizes.columnPitch,
        height: Math.max(0, top - sizes.partGap) * sizes.rowPitch,
        nodes,
        edges,
    };
}
function pair(from, to) {
    return JSON.stringify([from, to]);
}
/** Distinct pairs of the edges, those that close a cycle turned round. */
function acyclic(lineage) {
    const targets = new Map();
    for (const { from, to } of lineage.edges)
        targets.set(from, (targets.get(from) ?? new Set()).add(to));
    const state = new Map();
    const found = new Map();
    for (const { key: root } of lineage.nodes) {
        if (state.has(root))
            continue;
        const stack = [{ key: root, rest: [...(targets.get(root) ?? [])] }];
        state.set(root, 'open');
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const next = top.rest.shift();
            if (next === undefined) {
                state.set(top.key, 'done');
                stack.pop();
            }
            else if (state.get(next) === 'open') {
                found.set(pair(next, top.key), [next, top.key]);
            }
            else {
                found.set(pair(top.key, next), [top.key, next]);
                if (!state.has(next)) {
                    state.set(next, 'open');
                    stack.push({ key: next, rest: [...(targets.get(next) ?? [])] });
                }
            }
        }
    }
    return [...found.values()];
}
/** The layer of a node is the length of the longest path to it; a node that only points on moves next to its target. */
function assignLayers(vertices, edges) {
    const waiting = new Map([...vertices.keys()].map((key) => [key, 0]));
    const after = new Map();
    for (const [from, to] of edges) {
        waiting.set(to, (waiting.get(to) ?? 0) + 1);
        after.set(from, [...(after.get(from) ?? []), to]);
    }
    const hasBefore = new Set(edges.map(([, to]) => to));
    const ready = [...vertices.values()].filter((one) => waiting.get(one.key) === 0);
    for (let at = 0; at < ready.length; at++) {
        const one = ready[at];
        for (const key of one === undefined ? [] : (after.get(one.key) ?? [])) {
            const target = vertices.get(key);
            if (one === undefined || target === undefined)
                continue;
            target.layer = Math.max(target.layer, one.layer + 1);
            const left = (waiting.get(key) ?? 0) - 1;
            waiting.set(key, left);
            if (left === 0)
                ready.push(target);
        }
    }
    for (const one of vertices.values()) {
        const targets = (after.get(one.key) ?? []).map((key) => vertices.get(key)?.layer ?? 0);
        if (!hasBefore.has(one.key) && targets.length > 0)
            one.layer = Math.min(...targets) - 1;
    }
}
/** The vertices of an edge, with one between for each layer that it crosses. */
function connect(vertices, from, to) {
    const start = vertices.get(from);
    const end = vertices.get(to);
    if (start === undefined || end === undefined)
        return [];
    const chain = [start];
    for (let layer = start.layer + 1; layer < end.layer; layer++) {
        chain.push({ key: '', layer, y: 0, before: [], after: [] });
    }
    chain.push(end);
    for (const [at, one] of chain.entries()) {
        const next = chain[at + 1];
        if (next === undefined)
            continue;
        one.after.push(next);
        next.before.push(one);
    }
    return chain;
}
/** Connected parts, the largest first. */
function parts(vertices) {
    const seen = new Set();
    const out = [];
    for (const start of vertices.values()) {
        if (seen.has(start))
            continue;
        const part = [start];
        seen.add(start);
        for (let at = 0; at < part.length; at++) {
            const one = part[at];
            for (const next of one === undefined ? [] : [...one.before, ...one.after]) {
                if (seen.has(next))
                    continue;
                seen.add(next);
                part.push(next);
            }
        }
        out.push(part);
    }
    return out.sort((a, b) => b.length - a.length);
}
/** Layers with their vertices ordered so that few edges cross. */
function order(part) {
    const first = part.reduce((min, one) => Math.min(min, one.layer), Number.POSITIVE_INFINITY);
    const layers = [];
    for (const one of part) {
        one.layer -= first;
        const layer = layers[one.layer] ?? [];
        layers[one.layer] = layer;
        layer.push(one);
    }
    number(layers);
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
        const rightwards = sweep % 2 === 0;
        for (const layer of rightwards ? layers : [...layers].reverse()) {
            const middles = new Map(layer.map((one) => [one, middle(rightwards ? one.before : one.after) ?? one.y]));
            layer.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
            for (const [at, one] of layer.entries())
                one.y = at;
        }
    }
    return layers;
}
function number(layers) {
    for (const layer of layers)
        for (const [at, one] of layer.entries())
            one.y = at;
}
/** Moves each vertex towards the middle of its neighbours, at least one row apart and in order. */
function spread(layers) {
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
        const rightwards = sweep % 2 === 0;
        for (const layer of rightwards ? layers : [...layers].reverse()) {
            const wanted = layer.map((one) => middle(rightwards ? one.before : one.after) ?? one.y);
            let last = Number.NEGATIVE_INFINITY;
            const placed = wanted.map((y) => {
                last = Math.max(y, last + 1);
                return last;
            });
            // Pushing only down would let a layer sink: shift it back by the mean.
            const drift = placed.reduce((sum, y, at) => sum + y - (wanted[at] ?? y), 0) / Math.max(1, placed.length);
            for (const [at, one] of layer.entries())
                one.y = (placed[at] ?? 0) - drift;
        }
    }
}
function middle(neighbours) {
    if (neighbours.length === 0)
        return undefined;
    return neighbours.reduce((sum, one) => sum + one.y, 0) / neighbours.length;
}

;// CONCATENATED MODULE: ./src/report/lineage.ts
/** Kinds of relations in words; namespaced kinds of producers are shown as they are. */
const RELATION_WORDS = {
    delegates_to: 'delegates to',
    calls: 'calls',
    governed_by: 'governed by',
    targets: 'targets',
    derived_from: 'derived from',
    emits_evidence: 'emits evidence',
    parent: 'has parent',
    refers_to: 'refers to',
    related: 'related to',
    approves: 'approves',
    recorded: 'recorded',
};
/** A relation in words; a kind that is not ours is returned as it stands, to be escaped like any text. */
function relationWords(kind) {
    return Object.hasOwn(RELATION_WORDS, kind) ? (RELATION_WORDS[kind] ?? kind) : kind;
}
const SAME_AS_RECORD = /^(?:evidence|trace|delegation):/;
/** The lineage that the kept records tell of: their links, and what approvals approve. Each relation once. */
function lineageOf(records) {
    const byId = new Map();
    const byHash = new Map();
    for (const fact of records) {
        if (!byId.has(fact.recordId))
            byId.set(fact.recordId, fact);
        if (fact.recordHash !== '' && !byHash.has(fact.recordHash))
            byHash.set(fact.recordHash, fact.recordId);
    }
    const nodes = new Map();
    const edges = new Map();
    // A record is named by others as evidence, as a trace or as a record: in the picture it is one thing.
    const known = (end) => {
        const id = end.slice(end.indexOf(':') + 1);
        return SAME_AS_RECORD.test(end) && byId.has(id) ? `record:${id}` : end;
    };
    const add = (kind, origin, target) => {
        const from = known(origin);
        const to = known(target);
        if (from === to)
            return;
        for (const end of [from, to])
            if (!nodes.has(end))
                nodes.set(end, nodeOf(end, byId));
        edges.set(JSON.stringify([kind, from, to]), { kind, from, to });
    };
    for (const fact of records) {
        const self = `record:${fact.recordId}`;
        for (const link of fact.links ?? [])
            add(link.kind, link.from, link.to);
        for (const name of fact.approval?.denies === true ? [] : (fact.approval?.names ?? [])) {
            const id = name.id ?? (name.digest === undefined ? undefined : byHash.get(name.digest));
            if (id !== undefined)
                add('approves', self, `record:${id}`);
        }
    }
    // The agent of a record that takes part: who did it belongs to the picture.
    for (const node of [...nodes.values()]) {
        const agent = node.kind === 'record' ? byId.get(node.id)?.agentId : undefined;
        if (agent !== undefined && agent !== '')
            add('recorded', `agent:${agent}`, node.key);
    }
    return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
function nodeOf(key, byId) {
    const at = key.indexOf(':');
    const kind = at < 0 ? '' : key.slice(0, at);
    const id = key.slice(at + 1);
    const fact = kind === 'record' ? byId.get(id) : undefined;
    return { key, kind, id, ...(fact === undefined ? {} : { recordType: fact.recordType, verified: fact.verified }) };
}
/**
 * The part of a lineage that can be looked at: what lies around the nodes with most relations, at most `maxNodes` nodes,
 * with at most three relations for each.
 */
function readablePart(lineage, maxNodes) {
    if (lineage.nodes.length <= maxNodes && lineage.edges.length <= maxNodes * 3)
        return lineage;
    const neighbours = new Map(lineage.nodes.map((node) => [node.key, []]));
    for (const { from, to } of lineage.edges) {
        neighbours.get(from)?.push(to);
        neighbours.get(to)?.push(from);
    }
    const degree = (key) => neighbours.get(key)?.length ?? 0;
    const ranked = lineage.nodes.map((node) => node.key).sort((a, b) => degree(b) - degree(a));
    const kept = new Set();
    for (const start of ranked) {
        const waiting = [start];
        for (let at = 0; at < waiting.length && kept.size < maxNodes; at++) {
            const key = waiting[at] ?? start;
            if (kept.has(key))
                continue;
            kept.add(key);
            const fresh = (neighbours.get(key) ?? []).filter((one) => !kept.has(one));
            waiting.push(...fresh.sort((a, b) => degree(b) - degree(a)).slice(0, MAX_AROUND));
        }
        if (kept.size >= maxNodes)
            break;
    }
    const edges = lineage.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)).slice(0, maxNodes * 3);
    const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
    return { nodes: lineage.nodes.filter((node) => linked.has(node.key)), edges };
}
/** Neighbours followed from one node: one hub must not fill the picture. */
const MAX_AROUND = 6;

;// CONCATENATED MODULE: ./src/report/html-lineage.ts





/** Nodes in one drawing. */
const MAX_NODES = 60;
/** Relations in the list below it. */
const MAX_LISTED = 300;
const NODE_WIDTH = 164;
const NODE_HEIGHT = 46;
const SIZES = { columnPitch: NODE_WIDTH + 100, rowPitch: NODE_HEIGHT + 18, partGap: 0.4 };
const PADDING = 6;
/** A drawing a little wider than the page is shrunk to it; a wider one would not be legible, it scrolls. */
const MAX_FIT = 1330;
const LABEL_CHARS = 22;
/** Kinds with a colour of their own. */
const COLOURED = new Set(['record', 'agent', 'tool', 'policy', 'evidence', 'resource']);
/** Who delegated to, called, approved what: a drawing of at most `MAX_NODES` nodes, and the same as a list. */
function lineageSection(model) {
    const whole = lineageOf(model.records);
    if (whole.edges.length === 0)
        return markup ``;
    const shown = readablePart(whole, MAX_NODES);
    const isPart = shown.edges.length < whole.edges.length;
    const words = `${(0,common/* count */.U9)(whole.nodes.length, 'node')}, ${(0,common/* count */.U9)(whole.edges.length, 'relation')}`;
    return markup `<section id="lineage" aria-labelledby="h-lineage"><h2 id="h-lineage">Lineage</h2>
<p class="muted">${words}${isPart ? `; the ${shown.nodes.length} nodes with most relations are drawn` : ''}.</p>
<div class="card"><div class="scroll" role="region" aria-label="Lineage graph" tabindex="0">${drawing(shown, words)}</div>
${html_lineage_list(whole)}</div></section>`;
}
function drawing(lineage, words) {
    const layout = layered(lineage, SIZES);
    const width = Math.ceil(layout.width) + 2 * PADDING - (SIZES.columnPitch - NODE_WIDTH);
    const height = Math.ceil(layout.height) + 2 * PADDING;
    const shiftX = PADDING - (SIZES.columnPitch - NODE_WIDTH) / 2;
    const move = ({ x, y }) => ({ x: x + shiftX, y: y + PADDING });
    const edges = lineage.edges.map((edge, at) => {
        const path = edgePath((layout.edges[at] ?? []).map(move));
        return markup `<path class="edge" d="${path.d}" marker-end="url(#arrow)"><title>${(0,sanitize/* shortened */.vI)(`${edge.from} ${relationWords(edge.kind)} ${edge.to}`, 300)}</title></path><text class="edge-label" x="${coordinate(path.label.x)}" y="${coordinate(path.label.y - 5)}" text-anchor="middle">${(0,sanitize/* shortened */.vI)(relationWords(edge.kind), 16)}</text>`;
    });
    const nodes = lineage.nodes.map((one) => node(one, move(layout.nodes.get(one.key) ?? { x: 0, y: 0 })));
    return markup `<svg class="graph${width <= MAX_FIT ? ' fit' : ''}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Lineage: ${words}">${edges}${nodes}</svg>`;
}
function node(one, at) {
    const x = coordinate(at.x - NODE_WIDTH / 2);
    const y = coordinate(at.y - NODE_HEIGHT / 2);
    const kind = COLOURED.has(one.kind) ? one.kind : 'other';
    const isBad = one.verified === false;
    const above = isBad ? `${one.recordType ?? one.kind} · not verified` : (one.recordType ?? one.kind);
    return markup `<g class="node n-${kind}${isBad ? ' n-bad' : ''}"><title>${(0,sanitize/* shortened */.vI)(one.key, 300)}</title><rect class="box" x="${x}" y="${y}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="8"/><rect class="stripe" x="${x}" y="${y}" width="5" height="${NODE_HEIGHT}" rx="2.5"/><text class="kind" x="${coordinate(at.x - NODE_WIDTH / 2 + 15)}" y="${coordinate(at.y - 6)}">${(0,sanitize/* shortened */.vI)(above, 28)}</text><text class="name" x="${coordinate(at.x - NODE_WIDTH / 2 + 15)}" y="${coordinate(at.y + 12)}">${middleCut(one.id)}</text></g>`;
}
/** Ids differ at their ends as often as at their beginnings: the middle is what can go. */
function middleCut(id) {
    const text = (0,sanitize/* shortened */.vI)(id, 300);
    if (text.length <= LABEL_CHARS)
        return text;
    return `${text.slice(0, LABEL_CHARS - 9).replace(/[\ud800-\udbff]$/, '')}…${text.slice(-8).replace(/^[\udc00-\udfff]/, '')}`;
}
function edgePath(points) {
    const first = points[0] ?? { x: 0, y: 0 };
    const last = points.at(-1) ?? first;
    const forward = last.x >= first.x;
    const half = NODE_WIDTH / 2;
    const start = { x: first.x + (forward ? half : -half), y: first.y };
    const end = { x: last.x + (forward ? -half : half), y: last.y };
    const stops = [start, ...points.slice(1, -1), end];
    let d = `M${coordinate(start.x)} ${coordinate(start.y)}`;
    for (const [at, to] of stops.entries()) {
        const from = stops[at - 1];
        if (from === undefined)
            continue;
        const bend = (to.x - from.x) / 2;
        d += `C${coordinate(from.x + bend)} ${coordinate(from.y)} ${coordinate(to.x - bend)} ${coordinate(to.y)} ${coordinate(to.x)} ${coordinate(to.y)}`;
    }
    const next = stops[1] ?? end;
    // Beside the origin: there edges of one node have not come together yet.
    return { d, label: { x: start.x + (next.x - start.x) * 0.5, y: start.y + (next.y - start.y) * 0.5 } };
}
function html_lineage_list(lineage) {
    const items = lineage.edges
        .slice(0, MAX_LISTED)
        .map((edge) => markup `<li><span class="path">${(0,sanitize/* shortened */.vI)(edge.from, 200)}</span> <b>${(0,sanitize/* shortened */.vI)(relationWords(edge.kind), 60)}</b> <span class="path">${(0,sanitize/* shortened */.vI)(edge.to, 200)}</span></li>`);
    const left = lineage.edges.length - items.length;
    return markup `<details class="more"><summary>Relations as a list</summary><ul class="relations">${items}</ul>${left > 0 ? markup `<p class="muted">And ${(0,common/* count */.U9)(left, 'more relation')}.</p>` : undefined}</details>`;
}

;// CONCATENATED MODULE: ./src/report/html-script.ts
/**
 * The page's script: theme, search and filters. It only hides and shows what is there already; without it (Jenkins
 * serves reports without scripts) the page is whole. It makes no HTML from text and reaches no network.
 */
const SCRIPT = `(function () {
  'use strict';
  var root = document.documentElement;
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };

  var theme = document.getElementById('theme');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function isDark() { var set = root.getAttribute('data-theme'); return set ? set === 'dark' : dark.matches; }
  function showTheme() {
    theme.setAttribute('aria-pressed', String(isDark()));
    theme.title = isDark() ? 'Light page' : 'Dark page';
  }
  try { var kept = localStorage.getItem('proof-verify-theme'); if (kept === 'dark' || kept === 'light') root.setAttribute('data-theme', kept); } catch (error) { /* storage may be off */ }
  theme.hidden = false;
  showTheme();
  theme.addEventListener('click', function () {
    var next = isDark() ? 'light' : 'dark';
    root.setAttribute('data-theme', next);
    try { localStorage.setItem('proof-verify-theme', next); } catch (error) { /* storage may be off */ }
    showTheme();
  });
  dark.addEventListener('change', showTheme);

  var form = document.querySelector('.toolbar');
  var rows = all('[data-row]');
  if (!form || rows.length === 0) return;
  form.hidden = false;
  var query = document.getElementById('q');
  var kind = document.getElementById('kind');
  var clear = document.getElementById('clear');
  var result = document.getElementById('result');
  var boxes = all('input[data-filter]', form);
  var groups = all('[data-group]');
  var chunks = all('.chunk');
  var texts = null;
  var opened = null;

  // Read once, at the first search: the text of 10,000 rows takes a moment.
  function readTexts() {
    return rows.map(function (row) {
      var group = row.closest('[data-group]');
      return (row.textContent + ' ' + (group ? group.firstElementChild.textContent : '')).toLowerCase();
    });
  }
  function chosen(name) {
    return boxes.filter(function (box) { return box.checked && box.getAttribute('data-filter') === name; }).map(function (box) { return box.value; });
  }
  function grouped(number) { return String(number).replace(/\\B(?=(\\d{3})+(?!\\d))/g, ','); }

  function apply() {
    var words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var severities = chosen('s');
    var outcomes = chosen('o');
    var wanted = kind.value;
    var active = words.length > 0 || severities.length > 0 || outcomes.length > 0 || wanted !== '';
    if (words.length > 0 && !texts) texts = readTexts();
    var shown = { f: 0, a: 0 };
    var totals = { f: 0, a: 0 };
    rows.forEach(function (row, index) {
      var data = row.dataset;
      totals[data.row]++;
      var keep =
        (outcomes.length === 0 || outcomes.indexOf(data.o) !== -1) &&
        (wanted === '' || data.k === wanted) &&
        (data.row === 'a' || severities.length === 0 || severities.indexOf(data.s) !== -1) &&
        words.every(function (word) { return texts[index].indexOf(word) !== -1; });
      if (row.hidden === keep) row.hidden = !keep;
      if (keep) shown[data.row]++;
    });
    chunks.forEach(function (chunk) { chunk.hidden = active && !chunk.querySelector('[data-row]:not([hidden])'); });
    if (active && !opened) opened = groups.map(function (group) { return group.open; });
    groups.forEach(function (group, index) {
      var left = group.querySelectorAll('[data-row]:not([hidden])').length;
      var amount = group.querySelector('.amount');
      var total = Number(amount.getAttribute('data-total'));
      amount.textContent = left === total ? grouped(total) : grouped(left) + ' of ' + grouped(total);
      group.hidden = left === 0;
      if (words.length > 0) group.open = left > 0;
      else if (opened && !active) group.open = opened[index];
    });
    if (!active) opened = null;
    var none = { f: '#findings .none', a: '#artifacts .none' };
    Object.keys(none).forEach(function (name) {
      var line = document.querySelector(none[name]);
      if (line) line.hidden = !(totals[name] > 0 && shown[name] === 0);
    });
    clear.hidden = !active;
    result.textContent = active ? grouped(shown.f) + ' of ' + grouped(totals.f) + ' findings, ' + grouped(shown.a) + ' of ' + grouped(totals.a) + ' artifacts' : '';
    root.toggleAttribute('data-filtered', active);
  }

  var timer = 0;
  query.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(apply, 90); });
  boxes.forEach(function (box) { box.addEventListener('change', apply); });
  kind.addEventListener('change', apply);
  clear.addEventListener('click', function () {
    query.value = '';
    kind.value = '';
    boxes.forEach(function (box) { box.checked = false; });
    apply();
    query.focus();
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); clearTimeout(timer); apply(); });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement ? document.activeElement.tagName : '');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); query.focus(); }
    if (event.key === 'Escape' && document.activeElement === query) { query.value = ''; apply(); }
  });
  // Browsers keep what was typed over a reload.
  if (query.value !== '' || kind.value !== '' || boxes.some(function (box) { return box.checked; })) apply();
})();
`;

;// CONCATENATED MODULE: ./src/report/html-sections.ts






/** Rows that the browser lays out together, or not at all while they are out of sight. */
const CHUNK = 50;
/** A message of an artifact's making must not be a page of its own. */
const MAX_TEXT = 1000;
const SEVERITY_ICONS = { error: 'bad', warning: 'warn', notice: 'info' };
const OUTCOME_ICONS = { verified: 'ok', warned: 'warn', failed: 'bad' };
/** Findings by code, worst first: what it means and what to do stand once, then each place. */
function findingsSection(model) {
    const { report } = model;
    const artifacts = new Map(report.artifacts.map((one) => [one.path, one]));
    const groups = (0,common/* groupBy */.$z)((0,common/* worstFirst */.md)(report.findings), (one) => `${one.severity} ${one.code}`);
    const more = (0,common/* uncounted */.cP)(report);
    const placeIn = filePlaces(report);
    const empty = groups.size === 0
        ? markup `<p class="card empty">${icon('ok')} Nothing to report: everything that was verified is as its producer sealed it.</p>`
        : undefined;
    return markup `<section id="findings" aria-labelledby="h-findings"><h2 id="h-findings">Findings</h2>${empty}
${[...groups.values()].map((group) => findingGroup(model, group, artifacts, placeIn))}
<p class="none" hidden>No finding matches the filter.</p>
${more > 0 ? markup `<p class="muted">And ${(0,common/* count */.U9)(more, 'finding')} more, counted but not kept.</p>` : undefined}</section>`;
}
function findingGroup(model, group, artifacts, placeIn) {
    const [first] = group;
    if (first === undefined)
        return markup ``;
    const open = first.severity === 'error' ? new Markup(' open') : undefined;
    const rows = group.map((one) => {
        const artifact = artifacts.get(one.artifact);
        return markup `<li data-row="f" data-s="${one.severity}" data-o="${artifact?.outcome ?? ''}" data-k="${artifact?.kind ?? ''}"><div class="where">${place(model, one, placeIn(one))}</div><div class="what">${(0,sanitize/* shortened */.vI)(one.message, MAX_TEXT)}${hint('record', one.record_id)}${hint('at', one.pointer)}</div></li>`;
    });
    return markup `<details class="card group s-${first.severity}" data-group${open}><summary>${icon(SEVERITY_ICONS[first.severity])}<span class="head"><span class="title">${(0,sanitize/* shortened */.vI)((0,common/* titleOf */.Gg)(first), MAX_TEXT)}</span><code>${(0,sanitize/* shortened */.vI)(first.code, 200)}</code></span><span class="amount" data-total="${group.length}">${(0,common/* thousands */.oh)(group.length)}</span></summary>
<p class="remedy"><b>What to do</b> ${(0,engine_findings/* ruleOf */.Y)(first.code).remedy}</p>${chunks(rows, 'rows')}</details>`;
}
function chunks(rows, name) {
    const out = [];
    // A chunk out of sight is taken for as tall as a full one, so a short list must not be one.
    const many = rows.length > 2 * CHUNK ? 'many ' : '';
    for (let at = 0; at < rows.length; at += CHUNK) {
        out.push(markup `<ul class="chunk ${many}${name}">${rows.slice(at, at + CHUNK)}</ul>`);
    }
    return out;
}
function place(model, one, { file, line }) {
    if (file === undefined)
        return markup `<span class="muted">whole run</span>`;
    return linked(model, file, (0,common/* placeOf */.$t)(one), line);
}
function linked(model, path, shown, line) {
    const link = (0,sanitize/* sourceLink */._o)(model.sourceBase, path, line);
    const name = (0,sanitize/* shortened */.vI)(shown, MAX_TEXT);
    if (link === undefined)
        return markup `<span class="path">${name}</span>`;
    return markup `<a class="path" href="${link}" rel="noopener noreferrer">${name}</a>`;
}
function hint(label, value) {
    if (value === undefined || value === '')
        return undefined;
    return markup ` <span class="hint">${label} <code>${(0,sanitize/* shortened */.vI)(value, 300)}</code></span>`;
}
/** All artifacts, failed ones first. */
function artifactsSection(model) {
    const { report } = model;
    const rank = { failed: 0, warned: 1, verified: 2 };
    const sorted = [...report.artifacts].sort((a, b) => rank[a.outcome] - rank[b.outcome]);
    const found = (0,common/* byArtifact */.wo)(report.findings);
    const rows = sorted.map((one) => artifactRow(model, one, found.get(one.path)?.length ?? 0));
    const body = rows.length === 0
        ? markup `<p class="card empty">${icon('info')} No artifacts were found.</p>`
        : markup `<div class="card list">${chunks(rows, 'artifacts')}</div>`;
    return markup `<section id="artifacts" aria-labelledby="h-artifacts"><h2 id="h-artifacts">Artifacts</h2>${body}<p class="none" hidden>No artifact matches the filter.</p></section>`;
}
function artifactRow(model, one, found) {
    const names = one.signatures.key_ids.map((keyId) => model.signerNames.get(keyId) ?? `${keyId.slice(0, 12)}…`);
    const signed = one.signatures.verified > 0
        ? (0,common/* count */.U9)(one.signatures.verified, 'signature')
        : one.signatures.required
            ? 'signature missing'
            : 'not signed';
    const facts = [
        ['taken for', `${common/* KIND_NAMES */.kd[one.kind]}: ${one.why}`],
        ['SHA-256', one.sha256 ?? 'not read to the end'],
        ['head', one.head_hash === '' ? undefined : one.head_hash],
        ['signed by', names.length === 0 ? undefined : names.join(', ')],
        [
            'findings',
            found === 0
                ? undefined
                : `${(0,common/* thousands */.oh)(found)}${one.more_findings === undefined ? '' : ` and ${(0,common/* thousands */.oh)(one.more_findings)} more`}`,
        ],
    ];
    return markup `<li data-row="a" data-o="${one.outcome}" data-k="${one.kind}"><details><summary>${icon(OUTCOME_ICONS[one.outcome])}<span class="sr">${one.outcome} </span><span class="path">${(0,sanitize/* shortened */.vI)(one.path, MAX_TEXT)}</span><span class="facts"><span class="tag">${common/* KIND_NAMES */.kd[one.kind]}</span><span>${(0,common/* count */.U9)(one.records, 'record')}</span><span>${signed}</span><span>${(0,common/* byteSize */.mz)(one.bytes)}</span></span></summary><dl>${facts
        .filter((fact) => fact[1] !== undefined)
        .map(([name, value]) => markup `<dt>${name}</dt><dd>${(0,sanitize/* shortened */.vI)(value, MAX_TEXT)}</dd>`)}${sourceRow(model, one)}</dl></details></li>`;
}
function sourceRow(model, one) {
    if ((0,sanitize/* sourceLink */._o)(model.sourceBase, one.path) === undefined)
        return undefined;
    return markup `<dt>source</dt><dd>${linked(model, one.path, one.path)}</dd>`;
}
/** What the policy asks for and whether it is there, what is missing first. */
function requirementsSection({ report }) {
    if (report.requirements.length === 0)
        return markup ``;
    const rows = [...report.requirements]
        .sort((a, b) => Number(a.satisfied) - Number(b.satisfied))
        .map((one) => markup `<li>${icon(one.satisfied ? 'ok' : 'bad')}<span class="sr">${one.satisfied ? 'satisfied' : 'missing'} </span><div><span class="path">${(0,sanitize/* shortened */.vI)(one.id, MAX_TEXT)}</span>${one.detail === undefined ? undefined : markup `<p class="muted">${(0,sanitize/* shortened */.vI)(one.detail, MAX_TEXT)}</p>`}</div><span class="amount">${one.found} of ${one.required}</span></li>`);
    const met = report.requirements.filter((one) => one.satisfied).length;
    return markup `<section id="requirements" aria-labelledby="h-requirements"><h2 id="h-requirements">Requirements <small>${met} of ${report.requirements.length} met</small></h2><ul class="card checks">${rows}</ul></section>`;
}
/** How far the records cover each framework. */
function coverageSection({ report }) {
    if (report.coverage === undefined || report.coverage.length === 0)
        return markup ``;
    return markup `<section id="coverage" aria-labelledby="h-coverage"><h2 id="h-coverage">Framework coverage</h2><div class="grid">${report.coverage.map(framework)}</div></section>`;
}
function framework(one) {
    const share = one.total === 0 ? 0 : one.covered / one.total;
    const percent = Math.floor(share * 100);
    const controls = [...one.controls]
        .sort((a, b) => Number(a.covered) - Number(b.covered))
        .map((control) => markup `<li>${icon(control.covered ? 'ok' : 'bad')}<span class="sr">${control.covered ? 'covered' : 'not covered'} </span><div><code>${(0,sanitize/* shortened */.vI)(control.id, 120)}</code> ${(0,sanitize/* shortened */.vI)(control.title, 300)}</div></li>`);
    return markup `<article class="card framework"><h3>${(0,sanitize/* shortened */.vI)(one.title, 200)} <small>${(0,sanitize/* shortened */.vI)(one.version, 60)}</small></h3><p class="share"><b>${percent}%</b> ${one.covered} of ${one.total} controls covered</p><svg class="meter" width="100%" height="10" role="img" aria-label="${percent} percent covered"><rect class="meter-bed" width="100%" height="10" rx="5"/>${percent > 0 ? markup `<rect class="meter-fill ${percent === 100 ? 'full' : 'part'}" width="${percent}%" height="10" rx="5"/>` : undefined}</svg><details class="more"><summary>Controls</summary><ul class="checks">${controls}</ul></details></article>`;
}
/** Keys whose signatures verified, with the names that the policy gives them. */
function signersSection(model) {
    const signers = (0,common/* signersOf */.Re)(model);
    if (signers.length === 0)
        return markup ``;
    const cards = signers.map((one) => markup `<li class="card signer">${keyPicture(one.keyId)}<div><b>${one.name === undefined ? 'Key without a name in the policy' : (0,sanitize/* shortened */.vI)(one.name, 200)}</b><code>${(0,sanitize/* shortened */.vI)(one.keyId, 200)}</code><span class="muted">${(0,common/* count */.U9)(one.artifacts, 'artifact')}${one.records === 0 ? '' : `, ${(0,common/* count */.U9)(one.records, 'record')}`}</span></div></li>`);
    return markup `<section id="signers" aria-labelledby="h-signers"><h2 id="h-signers">Signers</h2><ul class="grid signers">${cards}</ul></section>`;
}
/** A picture of a key id: people see another key sooner than they read 64 digits. */
function keyPicture(keyId) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(keyId, 'utf8').digest();
    const cells = [];
    for (let y = 0; y < 5; y++) {
        for (let x = 0; x < 3; x++) {
            if (((digest[y * 3 + x] ?? 0) & 1) === 0)
                continue;
            for (const column of x === 2 ? [2] : [x, 4 - x]) {
                cells.push(markup `<rect x="${column * 8 + 4}" y="${y * 8 + 4}" width="8" height="8"/>`);
            }
        }
    }
    const hue = Math.round(((digest[20] ?? 0) / 255) * 359);
    return markup `<svg class="key-picture" width="48" height="48" viewBox="0 0 48 48" fill="hsl(${hue} 55% 50%)" aria-hidden="true">${cells}</svg>`;
}
/** Search, filters and how much of the report they leave; shown by the script, as without it they could do nothing. */
function toolbar({ report }) {
    const { summary } = report;
    const amounts = {
        error: summary.findings.errors,
        warning: summary.findings.warnings,
        notice: summary.findings.notices,
    };
    const chip = (group, value, label, amount, kind) => markup `<label class="chip c-${kind}"><input type="checkbox" data-filter="${group}" value="${value}"><span>${icon(kind)}${label} <b>${(0,common/* thousands */.oh)(amount)}</b></span></label>`;
    const kinds = (0,common/* groupBy */.$z)(report.artifacts, (one) => one.kind);
    const options = [...kinds].map(([kind, artifacts]) => markup `<option value="${kind}">${common/* KIND_NAMES */.kd[kind]} (${artifacts.length})</option>`);
    return markup `<form class="toolbar" role="search" aria-label="Findings and artifacts" hidden>
<div class="search"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5L14 14"/></svg><input type="search" id="q" placeholder="Search findings and artifacts" aria-label="Search findings and artifacts" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></div>
<div class="chips"><fieldset><legend class="sr">Severity of findings</legend>${common/* SEVERITIES */.oC.map((one) => chip('s', one, `${one}s`, amounts[one], SEVERITY_ICONS[one]))}</fieldset>
<fieldset><legend class="sr">Outcome of artifacts</legend>${chip('o', 'failed', 'failed', summary.failed, 'bad')}${chip('o', 'warned', 'warned', summary.warned, 'warn')}${chip('o', 'verified', 'verified', summary.verified - summary.warned, 'ok')}</fieldset>
<label class="kinds"><span class="sr">Kind of artifact</span><select id="kind"><option value="">all kinds</option>${options}</select></label><button type="button" id="clear" hidden>Clear</button></div>
<p class="result" role="status" id="result"></p></form>`;
}

;// CONCATENATED MODULE: ./src/report/html-style.ts
const LIGHT = `--bg:#f4f6f8;--surface:#fff;--sunken:#f0f3f6;--ink:#15202b;--muted:#55626f;--line:#dde3e9;--accent:#1a5fb4;
--ok:#17724a;--ok-soft:#e3f4ea;--bad:#b3261e;--bad-soft:#fdeceb;--warn:#8a5a00;--warn-soft:#fdf3dc;--info:#2563a8;--info-soft:#e6f0fb;
--agent:#7048a8;--tool:#9a5b00;--policy:#0b7285;--shadow:0 1px 2px rgba(21,32,43,.06),0 4px 16px rgba(21,32,43,.05);color-scheme:light;`;
const DARK = `--bg:#0e1318;--surface:#161d24;--sunken:#111820;--ink:#e5eaf0;--muted:#9aa7b5;--line:#28323d;--accent:#7db3f5;
--ok:#4fc78c;--ok-soft:#12291f;--bad:#ff8079;--bad-soft:#331a1b;--warn:#e6b450;--warn-soft:#2d2413;--info:#7db3f5;--info-soft:#152536;
--agent:#c0a3f0;--tool:#e0a458;--policy:#5cc4d6;--shadow:0 1px 2px rgba(0,0,0,.4);color-scheme:dark;`;
/** The page's style sheet; colours pass WCAG AA on their backgrounds in both themes. */
const STYLE = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
:root[data-theme=dark]{${DARK}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:4.5rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
code,.path,kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.87em}
h1,h2,h3,p,ul,dl{margin:0}
ul{padding:0;list-style:none}
a{color:var(--accent);text-underline-offset:.15em}
small,.muted{color:var(--muted);font-weight:400}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:6px}
.sr,.sprite{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:8px;background:var(--surface);padding:.5rem 1rem;z-index:9;border-radius:8px}
.skip:focus{left:8px}
.wrap{max-width:1120px;margin:0 auto;padding:0 20px}
.bar-top{background:var(--surface);border-bottom:1px solid var(--line)}
.bar-top .wrap{display:flex;align-items:center;gap:18px;min-height:52px}
.brand{display:flex;align-items:center;gap:9px;font-weight:650;letter-spacing:-.01em;white-space:nowrap}
.brand svg{width:22px;height:22px;color:var(--accent)}
.bar-top nav{display:flex;gap:4px;overflow-x:auto;flex:1;scrollbar-width:none}
.bar-top nav a{padding:5px 10px;border-radius:999px;text-decoration:none;color:var(--muted);font-size:14px;white-space:nowrap}
.bar-top nav a:hover{background:var(--sunken);color:var(--ink)}
#theme{flex:none;width:36px;height:36px;border:1px solid var(--line);border-radius:9px;background:var(--surface);color:var(--ink);cursor:pointer;display:grid;place-items:center}
#theme svg{width:17px;height:17px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.hero{border-bottom:1px solid var(--line)}
.hero.passed{background:linear-gradient(180deg,var(--ok-soft),var(--bg));--tone:var(--ok)}
.hero.failed{background:linear-gradient(180deg,var(--bad-soft),var(--bg));--tone:var(--bad)}
.hero.warned{background:linear-gradient(180deg,var(--warn-soft),var(--bg));--tone:var(--warn)}
.verdict{display:flex;align-items:center;gap:22px;padding:34px 0 24px}
.verdict>svg{flex:none;width:68px;height:68px;color:var(--tone)}
h1{font-size:34px;line-height:1.15;letter-spacing:-.025em;font-weight:720}
.verdict p{font-size:17px;margin-top:4px;max-width:56ch}
.cut{background:var(--bad-soft);color:var(--bad);border-radius:10px;padding:10px 14px;font-weight:600;margin-bottom:16px}
.split{margin-bottom:14px;border-radius:6px;display:block}
.split .ok{fill:var(--ok)}.split .warn{fill:var(--warn)}.split .bad{fill:var(--bad)}
.tiles{display:grid;grid-template-columns:repeat(8,1fr);gap:10px;padding-bottom:26px}
.tile{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:11px 13px;box-shadow:var(--shadow)}
.tile dt{color:var(--muted);font-size:12.5px}
.tile dd{margin:1px 0 0;font-size:23px;font-weight:680;letter-spacing:-.02em;font-variant-numeric:tabular-nums;line-height:1.2;overflow-wrap:normal}
.tile.ok dd{color:var(--ok)}.tile.bad dd{color:var(--bad)}.tile.warn dd{color:var(--warn)}
.tile dd.long{font-size:19px;line-height:1.45}
.toolbar{position:sticky;top:0;z-index:3;background:color-mix(in srgb,var(--bg) 94%,transparent);backdrop-filter:blur(8px);padding:12px 0 8px;border-bottom:1px solid var(--line)}
.search{position:relative}
.search svg{position:absolute;left:13px;top:13px;fill:none;stroke:var(--muted);stroke-width:1.7;stroke-linecap:round;pointer-events:none}
.search input{width:100%;height:42px;font:inherit;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:11px;padding:0 44px 0 38px;box-shadow:var(--shadow)}
.search input::placeholder{color:var(--muted);opacity:1}
.search kbd{position:absolute;right:12px;top:10px;border:1px solid var(--line);border-radius:5px;padding:1px 7px;color:var(--muted)}
.search input:focus+kbd{display:none}
.chips{display:flex;flex-wrap:wrap;gap:8px 14px;margin-top:9px;align-items:center}
fieldset,.chip,.kinds,.checks li,.artifacts li{position:relative}
fieldset{border:0;padding:0;margin:0;display:flex;gap:6px}
.chip input{position:absolute;opacity:0;width:1px;height:1px}
.chip span{display:inline-flex;align-items:center;gap:6px;border:1px solid var(--line);background:var(--surface);border-radius:999px;padding:4px 11px 4px 8px;font-size:13.5px;cursor:pointer;white-space:nowrap;color:var(--muted)}
.chip b{color:var(--ink);font-variant-numeric:tabular-nums}
.chip input:checked+span{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);color:var(--ink);background:var(--info-soft)}
.chip input:focus-visible+span{outline:2px solid var(--accent);outline-offset:2px}
select,#clear{font:inherit;font-size:13.5px;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:999px;padding:4px 12px;height:31px;cursor:pointer}
#clear{color:var(--accent);font-weight:600}
.result{font-size:13.5px;color:var(--muted);min-height:0;margin-top:6px}
.result:empty{display:none}
.icon{width:16px;height:16px;flex:none}
.icon .disc,.disc{fill:currentColor}
.stroke{fill:none;stroke:var(--surface);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.i-ok{color:var(--ok)}.i-bad{color:var(--bad)}.i-warn{color:var(--warn)}.i-info{color:var(--info)}
section{padding-top:30px;scroll-margin-top:40px}
h2{font-size:21px;letter-spacing:-.015em;margin-bottom:12px}
h2 small{font-size:15px;margin-left:6px}
h3{font-size:15.5px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:13px;box-shadow:var(--shadow)}
.empty{display:flex;align-items:center;gap:10px;padding:16px 18px}
.none{color:var(--muted);padding:8px 2px}
.group{margin-bottom:12px;overflow:clip}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
.group>summary{display:grid;grid-template-columns:16px minmax(0,1fr) auto 12px;gap:0 10px;align-items:center;padding:12px 16px}
.group>summary .head{display:flex;flex-wrap:wrap;gap:0 10px;align-items:baseline}
.group>summary::after,.artifacts summary::after{content:"";width:7px;height:7px;border:solid var(--muted);border-width:0 1.6px 1.6px 0;transform:rotate(-45deg);justify-self:center}
.group[open]>summary::after,.artifacts [open]>summary::after{transform:rotate(45deg)}
.group>summary .title{font-weight:620}
.group>summary code{color:var(--muted)}
.amount{background:var(--sunken);border:1px solid var(--line);border-radius:999px;padding:0 10px;font-size:13px;font-variant-numeric:tabular-nums;white-space:nowrap}
.s-error{border-left:4px solid var(--bad)}.s-warning{border-left:4px solid var(--warn)}.s-notice{border-left:4px solid var(--info)}
.remedy{margin:0 16px 10px;padding:8px 12px;background:var(--sunken);border-radius:9px;font-size:14px}
.remedy b{color:var(--muted);font-weight:600;margin-right:4px}
.chunk.many{content-visibility:auto;contain-intrinsic-size:auto 2400px}
.rows li{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:4px 20px;padding:8px 16px;border-top:1px solid var(--line);font-size:14px}
.hint{display:inline-block;color:var(--muted);font-size:13px;margin-left:4px}
.hint code{color:var(--ink)}
.list{overflow:clip}
.artifacts li+li,.artifacts+.artifacts li:first-child{border-top:1px solid var(--line)}
.artifacts summary{display:grid;grid-template-columns:16px minmax(0,1fr) auto 12px;gap:4px 12px;align-items:center;padding:9px 16px}
.artifacts summary:hover,.group>summary:hover{background:var(--sunken)}
.facts{display:grid;grid-template-columns:118px 96px 118px 76px;gap:14px;color:var(--muted);font-size:13px;white-space:nowrap;font-variant-numeric:tabular-nums}
.facts span{text-align:right}
.facts .tag{text-align:left}
.artifacts dl{display:grid;grid-template-columns:92px minmax(0,1fr);gap:3px 14px;padding:4px 16px 14px 44px;font-size:13.5px}
dt{color:var(--muted)}dd{margin:0}
.artifacts dd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
.checks{padding:4px 16px}
.checks li{display:grid;grid-template-columns:16px minmax(0,1fr) auto;gap:12px;padding:9px 0;align-items:start}
.checks li+li{border-top:1px solid var(--line)}
.checks .icon{margin-top:3px}
.checks p{font-size:14px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:14px}
.framework{padding:16px 18px}
.share{margin:6px 0 8px;color:var(--muted)}.share b{font-size:24px;color:var(--ink);letter-spacing:-.02em;margin-right:4px}
.meter{display:block}.meter-bed{fill:var(--line)}.meter-fill.full{fill:var(--ok)}.meter-fill.part{fill:var(--accent)}
.more{margin-top:12px}
.more summary{color:var(--accent);font-size:14px;font-weight:550}
.more summary::before{content:"▸ "}.more[open] summary::before{content:"▾ "}
.framework .checks{padding:6px 0 0;font-size:14px}.framework .checks li{grid-template-columns:16px minmax(0,1fr);padding:6px 0}
.signer{display:flex;gap:14px;padding:14px 16px;align-items:center}
.signer>div{min-width:0;display:grid;gap:1px}
.signer code{color:var(--muted);font-size:11.5px;word-break:break-all}
.key-picture{flex:none;border-radius:9px;background:var(--sunken);border:1px solid var(--line)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;color:var(--muted);font-size:13.5px;margin-bottom:10px}
.key{display:inline-flex;align-items:center;gap:6px}
.timeline{padding:16px 18px;margin-bottom:12px}
.timeline>p{font-size:14px}
.track{display:block;margin-top:8px;overflow:visible}
.lane{paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round;fill:var(--muted);font-size:11.5px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.rail{stroke:var(--line);stroke-width:1}
.link{stroke:var(--muted);stroke-width:1.4;opacity:.65}
.tick{fill:var(--muted);font-size:11.5px;font-variant-numeric:tabular-nums}
.m.ok{fill:var(--ok);stroke:none}.m.bad{fill:var(--bad)}
.ring{fill:none;stroke:var(--ok);stroke-width:1.5}
.bar.ok{fill:var(--ok)}.bar.bad{fill:var(--bad)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:13.5px;width:100%;margin-top:8px}
th,td{text-align:left;padding:4px 12px 4px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:normal}
th{color:var(--muted);font-weight:550;border-top:0}
td:first-child{font-variant-numeric:tabular-nums}
#lineage .card{padding:16px 18px}
#lineage h2+p{margin:-8px 0 10px}
.graph{display:block}
@media (min-width:1000px){.graph.fit{max-width:100%;height:auto}}
.edge{fill:none;stroke:var(--muted);stroke-width:1.3;opacity:.75}
#arrow path{fill:var(--muted)}
.edge-label{fill:var(--muted);font-size:10.5px;paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round}
.box{fill:var(--surface);stroke:var(--line);stroke-width:1.2}
.kind{fill:var(--muted);font-size:10.5px}
.name{fill:var(--ink);font-size:11.5px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.stripe{fill:var(--muted)}.n-record .stripe{fill:var(--accent)}.n-agent .stripe{fill:var(--agent)}.n-tool .stripe,.n-resource .stripe{fill:var(--tool)}.n-policy .stripe{fill:var(--policy)}.n-evidence .stripe{fill:var(--ok)}
.n-bad .box{stroke:var(--bad);stroke-dasharray:4 3}.n-bad .stripe,.n-bad .kind{fill:var(--bad)}
.relations{font-size:13.5px;margin-top:8px}.relations li{padding:3px 0}
footer.wrap{color:var(--muted);font-size:13px;padding-top:22px;padding-bottom:44px;margin-top:44px;border-top:1px solid var(--line)}
footer p+p{margin-top:3px}
@media (max-width:980px){.tiles{grid-template-columns:repeat(4,1fr)}}
@media (max-width:700px){
.wrap{padding:0 14px}
.bar-top nav{order:3;flex-basis:100%;margin:0 -14px;padding:0 10px 8px}
.bar-top .wrap{flex-wrap:wrap;gap:0 12px;padding-top:8px}.brand{flex:1}
.verdict{gap:14px;padding:20px 0 16px;align-items:flex-start}.verdict>svg{width:46px;height:46px}
h1{font-size:26px}.verdict p{font-size:15.5px}
.tiles{gap:8px}.tile{padding:8px 10px}.tile dt{font-size:11.5px}.tile dd{font-size:19px}.tile dd.long{font-size:15px;line-height:1.5}
.chips{flex-wrap:nowrap;overflow-x:auto;margin:9px -14px 0;padding:2px 14px;scrollbar-width:none}
.search kbd{display:none}
.rows li{grid-template-columns:minmax(0,1fr)}
.artifacts summary{grid-template-columns:16px minmax(0,1fr) 12px}.artifacts summary::after{grid-column:3;grid-row:1}
.facts{grid-column:2;display:flex;flex-wrap:wrap;gap:2px 12px}
.artifacts dl{grid-template-columns:minmax(0,1fr);padding-left:44px;gap:0}.artifacts dt{margin-top:5px}
.mid{display:none}
}
@media print{
:root,:root[data-theme=dark]{${LIGHT}}
body{background:#fff;font-size:11pt}
.toolbar,.bar-top nav,#theme,.skip,.more summary{display:none!important}
.card,.tile{box-shadow:none;break-inside:avoid}.group,.list{break-inside:auto}.rows li,.artifacts li{break-inside:avoid}
.chunk.many{content-visibility:visible}
a{color:inherit;text-decoration:none}
.hero{background:none!important}
details::details-content{content-visibility:visible;block-size:auto}
}
`;

;// CONCATENATED MODULE: ./src/report/html-timeline.ts




/** Timelines drawn; the rest is counted. */
const MAX_TIMELINES = 40;
/** More records than these are drawn as bars: single marks would lie on each other. */
const MAX_MARKS = 80;
const BINS = 72;
const MAX_LANES = 10;
const MAX_LABEL = 60;
const LANE_HEIGHT = 42;
const TOP = 8;
const AXIS_HEIGHT = 30;
/** Percent left free at both ends, so that marks at the ends are whole on a phone. */
const MARGIN = 3;
const REST = 'other types';
/** A timeline of each chain, stream and archive, and one of all single records. */
function timelines(model) {
    const tracks = tracksOf(model);
    if (tracks.length === 0)
        return markup ``;
    const left = tracks.length - MAX_TIMELINES;
    return markup `<section id="timelines" aria-labelledby="h-timelines"><h2 id="h-timelines">Timelines</h2>
<p class="legend"><span class="key"><svg width="18" height="18"><use href="#m-signed" x="9" y="9" class="m ok"/></svg>verified signature</span><span class="key"><svg width="18" height="18"><use href="#m-ok" x="9" y="9" class="m ok"/></svg>intact</span><span class="key"><svg width="18" height="18"><use href="#m-bad" x="9" y="9" class="m bad"/></svg>not verified</span></p>
${tracks.slice(0, MAX_TIMELINES).map((track, index) => timeline(track, index))}
${left > 0 ? markup `<p class="muted">And ${(0,common/* count */.U9)(left, 'more timeline')}.</p>` : undefined}
${model.moreRecords > 0 ? markup `<p class="muted">${(0,common/* count */.U9)(model.moreRecords, 'more record')} not drawn here.</p>` : undefined}
</section>`;
}
function tracksOf(model) {
    const kinds = new Map(model.report.artifacts.map((one) => [one.path, one.kind]));
    const isSingle = (one) => kinds.get(one.artifact) === 'record';
    const groups = (0,common/* groupBy */.$z)(model.records.filter((one) => !isSingle(one)), (one) => one.entry === undefined || kinds.get(one.artifact) === 'chain_directory'
        ? one.artifact
        : `${one.artifact} › ${one.entry}`);
    const tracks = [...groups].map(([title, records]) => ({ title, records, isChain: true }));
    const singles = model.records.filter(isSingle);
    if (singles.length > 0)
        tracks.push({ title: 'Single records', records: singles, isChain: false });
    return tracks;
}
function timeline(track, index) {
    const { records } = track;
    const times = records.map((one) => (0,time/* parseInstant */.nV)(one.timestamp)?.epochMs ?? Number.NaN);
    const valid = times.filter((at) => !Number.isNaN(at));
    const start = valid.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const end = valid.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const span = valid.length === 0 ? 0 : end - start;
    // Records of one instant, or of none, stand in their order.
    const shares = times.map((at, position) => span > 0 && !Number.isNaN(at) ? (at - start) / span : records.length < 2 ? 0.5 : position / (records.length - 1));
    const lanes = lanesOf(records);
    const height = TOP + lanes.length * LANE_HEIGHT + AXIS_HEIGHT;
    const bad = records.filter((one) => !one.verified).length;
    const signed = records.filter((one) => one.signature === 'verified').length;
    const summary = `${(0,common/* count */.U9)(records.length, 'record')}, ${(0,common/* thousands */.oh)(signed)} with a verified signature${bad === 0 ? '' : `, ${(0,common/* thousands */.oh)(bad)} not verified`}`;
    const laneAt = new Map(lanes.map((name, at) => [name, at]));
    const laneOf = (one) => laneAt.get(one.recordType) ?? lanes.length - 1;
    const drawn = records.length > MAX_MARKS ? bars(records, shares, laneOf, lanes.length) : marks(track, shares, laneOf);
    return markup `<article class="card timeline" aria-labelledby="t-${index}"><h3 id="t-${index}" class="path">${(0,sanitize/* shortened */.vI)(track.title, 300)}</h3><p class="muted">${summary}</p>
<svg class="track" width="100%" height="${height}" role="img" aria-label="${summary}">
${lanes.map((_, at) => markup `<line class="rail" x1="0" x2="100%" y1="${laneY(at)}" y2="${laneY(at)}"/>`)}
${drawn}
${lanes.map((name, at) => markup `<text class="lane" x="0" y="${laneY(at) - 18}">${(0,sanitize/* shortened */.vI)(name, MAX_LABEL)}</text>`)}
${axis(start, end, span, height, valid.length > 0)}
</svg>${table(records)}</article>`;
}
/** Record types by first occurrence; past the limit they share the last lane. */
function lanesOf(records) {
    const types = [...new Set(records.map((one) => one.recordType))];
    return types.length <= MAX_LANES ? types : [...types.slice(0, MAX_LANES - 1), REST];
}
function laneY(at) {
    return TOP + at * LANE_HEIGHT + 30;
}
function html_timeline_percent(share) {
    return `${coordinate(MARGIN + share * (100 - 2 * MARGIN))}%`;
}
function marks(track, shares, laneOf) {
    const links = [];
    const out = [];
    for (const [at, one] of track.records.entries()) {
        const x = html_timeline_percent(shares[at] ?? 0);
        const y = laneY(laneOf(one));
        const before = track.records[at - 1];
        if (track.isChain &&
            before !== undefined &&
            one.previousHash === before.recordHash &&
            one.previousHash !== undefined) {
            links.push(markup `<line class="link" x1="${html_timeline_percent(shares[at - 1] ?? 0)}" y1="${laneY(laneOf(before))}" x2="${x}" y2="${y}"/>`);
        }
        const shape = !one.verified ? 'bad' : one.signature === 'verified' ? 'signed' : 'ok';
        out.push(markup `<use href="#m-${shape}" x="${x}" y="${y}" class="m ${one.verified ? 'ok' : 'bad'}"><title>${tooltip(one)}</title></use>`);
    }
    return [...links, ...out];
}
function tooltip(one) {
    const state = one.verified ? (one.signature === 'verified' ? 'verified, signed' : 'intact') : 'not verified';
    return (0,sanitize/* shortened */.vI)(`#${one.index} ${one.recordType} · ${one.timestamp} · ${one.recordId} · ${state}`, 300);
}
function bars(records, shares, laneOf, lanes) {
    const bins = Array.from({ length: lanes * BINS }, () => ({ all: 0, bad: 0 }));
    for (const [at, one] of records.entries()) {
        const bin = bins[laneOf(one) * BINS + Math.min(BINS - 1, Math.floor((shares[at] ?? 0) * BINS))];
        if (bin === undefined)
            continue;
        bin.all++;
        if (!one.verified)
            bin.bad++;
    }
    const most = bins.reduce((max, bin) => Math.max(max, bin.all), 1);
    const width = (100 - 2 * MARGIN) / BINS;
    return bins.flatMap((bin, at) => {
        if (bin.all === 0)
            return [];
        const base = laneY(Math.floor(at / BINS));
        const tall = 3 + (11 * Math.log1p(bin.all)) / Math.log1p(most);
        const x = coordinate(MARGIN + (at % BINS) * width);
        const words = `${(0,common/* count */.U9)(bin.all, 'record')}${bin.bad === 0 ? '' : `, ${(0,common/* thousands */.oh)(bin.bad)} not verified`}`;
        return [
            markup `<rect class="bar ${bin.bad > 0 ? 'bad' : 'ok'}" x="${x}%" width="${coordinate(width * 0.82)}%" y="${coordinate(base - tall)}" height="${coordinate(tall)}" rx="1"><title>${words}</title></rect>`,
        ];
    });
}
function axis(start, end, span, height, hasTime) {
    const y = height - 6;
    if (!hasTime)
        return markup `<text class="tick" x="0" y="${y}">in order, no valid time</text>`;
    if (span === 0)
        return markup `<text class="tick" x="0" y="${y}">${html_timeline_instant(start)}, in order</text>`;
    const middle = start + span / 2;
    return markup `<text class="tick" x="0" y="${y}">${html_timeline_instant(start)}</text><text class="tick mid" x="50%" y="${y}" text-anchor="middle">${html_timeline_instant(middle)}</text><text class="tick" x="100%" y="${y}" text-anchor="end">${html_timeline_instant(end)}</text>`;
}
function html_timeline_instant(at) {
    const text = new Date(at).toISOString();
    return `${text.slice(0, 10)} ${text.slice(11, 16)}Z`;
}
/** The same for who cannot see the picture; of a long chain its first records. */
function table(records) {
    const most = 50;
    const rows = records
        .slice(0, most)
        .map((one) => markup `<tr><td>${one.index}</td><td>${(0,sanitize/* shortened */.vI)(one.timestamp, 40)}</td><td>${(0,sanitize/* shortened */.vI)(one.recordType, MAX_LABEL)}</td><td class="path">${(0,sanitize/* shortened */.vI)(one.recordId, 120)}</td><td>${one.verified ? (one.signature === 'verified' ? 'verified, signed' : 'intact') : 'not verified'}</td></tr>`);
    const rest = records.length > most ? markup `<p class="muted">The first ${most} of ${(0,common/* thousands */.oh)(records.length)}.</p>` : undefined;
    return markup `<details class="more"><summary>Records</summary><div class="scroll" role="region" aria-label="Records" tabindex="0"><table><thead><tr><th>#</th><th>time</th><th>type</th><th>id</th><th>state</th></tr></thead><tbody>${rows}</tbody></table></div>${rest}</details>`;
}

;// CONCATENATED MODULE: ./src/report/html.ts









/**
 * One page for people, in one file: nothing is loaded, and its content security policy allows nothing but its own style
 * sheet and its own script, by their hashes. So even a text that got past the escaping could not run, load or send
 * anything. Works from `file://`, without script, on a phone and on paper.
 */
function html(model) {
    const { report } = model;
    const policy = [
        "default-src 'none'",
        `style-src '${hash(STYLE)}'`,
        `script-src '${hash(SCRIPT)}'`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
    const sections = [
        ['findings', 'Findings', findingsSection(model)],
        ['artifacts', 'Artifacts', artifactsSection(model)],
        ['requirements', 'Requirements', requirementsSection(model)],
        ['coverage', 'Coverage', coverageSection(model)],
        ['timelines', 'Timelines', timelines(model)],
        ['lineage', 'Lineage', lineageSection(model)],
        ['signers', 'Signers', signersSection(model)],
    ];
    const present = sections.filter(([, , section]) => section.text !== '');
    const title = `${common/* OUTCOME_WORDS */.nx[report.outcome]} · Proof gate report`;
    // The raw parts are constants of ours; `</` occurs in neither of them.
    const page = markup `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
`;
    const body = markup `${SPRITE}<a class="skip" href="#main">Skip to the report</a>
<header><div class="bar-top"><div class="wrap"><div class="brand"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 2.5l7.5 3v6c0 4.6-3.1 8.3-7.5 10-4.4-1.7-7.5-5.4-7.5-10v-6z"/><path d="M8.6 12.2l2.4 2.4 4.6-5"/></svg>Proof gate</div>
<nav aria-label="Sections">${present.map(([id, name]) => markup `<a href="#${id}">${name}</a>`)}</nav>
<button id="theme" type="button" aria-label="Dark page" aria-pressed="false" hidden><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M16.5 12.4A7 7 0 0 1 7.6 3.5a7 7 0 1 0 8.9 8.9z"/></svg></button></div></div>
${hero(model)}</header>
<main id="main" class="wrap">${toolbar(model)}
${present.map(([, , section]) => section)}</main>
<footer class="wrap">${footer(model)}</footer>
`;
    return `<!doctype html>\n<html lang="en">\n<head>\n${page.text}<style>${STYLE}</style>\n</head>\n<body>\n${body.text}<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}
function hash(content) {
    return `sha256-${(0,external_node_crypto_.createHash)('sha256').update(content, 'utf8').digest('base64')}`;
}
function hero(model) {
    const { report } = model;
    const symbol = { passed: 'ok', failed: 'bad', warned: 'warn' }[report.outcome];
    const { summary } = report;
    const tiles = [
        ['Artifacts', summary.artifacts, ''],
        ['Verified', summary.verified, summary.verified > 0 ? 'ok' : ''],
        ['Failed', summary.failed, summary.failed > 0 ? 'bad' : ''],
        ['Records', summary.records, ''],
        ['Signatures', summary.signatures, ''],
        ['Errors', summary.findings.errors, summary.findings.errors > 0 ? 'bad' : ''],
        ['Warnings', summary.findings.warnings, summary.findings.warnings > 0 ? 'warn' : ''],
        ['Notices', summary.findings.notices, ''],
    ];
    return markup `<div class="hero ${report.outcome}"><div class="wrap"><div class="verdict"><svg viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${symbol}"/></svg><div><h1>${common/* OUTCOME_WORDS */.nx[report.outcome]}</h1><p>${(0,common/* verdictSentence */.BT)(report)}</p></div></div>
${report.incomplete === true ? markup `<p class="cut" role="alert">Incomplete: the run ended early, not everything was verified.</p>` : undefined}${html_split(model)}
<dl class="tiles">${tiles.map(([name, value, tone]) => tile(name, (0,common/* thousands */.oh)(value), tone))}</dl></div></div>`;
}
function tile(name, value, tone) {
    return markup `<div class="tile ${tone}"><dt>${name}</dt><dd class="${value.length > 6 ? 'long' : ''}">${value}</dd></div>`;
}
/** One bar of all artifacts by outcome. */
function html_split({ report: { summary } }) {
    if (summary.artifacts === 0)
        return undefined;
    const parts = [
        ['ok', summary.verified - summary.warned],
        ['warn', summary.warned],
        ['bad', summary.failed],
    ];
    let x = 0;
    const bars = parts.map(([tone, amount]) => {
        const width = (amount / summary.artifacts) * 100;
        const bar = markup `<rect class="${tone}" x="${coordinate(x)}%" width="${coordinate(width)}%" height="8"/>`;
        x += width;
        return bar;
    });
    const words = `${summary.verified - summary.warned} verified, ${summary.warned} verified with warnings, ${summary.failed} failed`;
    return markup `<svg class="split" width="100%" height="8" role="img" aria-label="${words}">${bars}</svg>`;
}
function footer({ report, now }) {
    const policy = report.policy_sha256 === null ? 'No policy file' : `Policy sha256:${report.policy_sha256}`;
    return markup `<p>${report.tool.name} ${(0,sanitize/* shortened */.vI)(report.tool.version, 60)} · exit code ${report.exit_code}${now === undefined ? '' : ` · ${(0,sanitize/* shortened */.vI)(now, 40)}`}</p><p>${policy}. This page holds everything it shows: it loads nothing and sends nothing.</p>`;
}

;// CONCATENATED MODULE: ./src/report/json.ts

/**
 * The JSON report, schema `gate-report-v1`: members in the order of the schema whatever order they were made in, so that
 * equal inputs give equal bytes.
 */
function json(model) {
    return (0,sanitize/* jsonText */.s$)(ordered(model.report));
}
function ordered(report) {
    const { summary } = report;
    return {
        schema: report.schema,
        tool: { name: report.tool.name, version: report.tool.version },
        outcome: report.outcome,
        exit_code: report.exit_code,
        incomplete: report.incomplete,
        policy_sha256: report.policy_sha256,
        summary: {
            artifacts: summary.artifacts,
            verified: summary.verified,
            failed: summary.failed,
            warned: summary.warned,
            records: summary.records,
            signatures: summary.signatures,
            findings: {
                errors: summary.findings.errors,
                warnings: summary.findings.warnings,
                notices: summary.findings.notices,
            },
        },
        artifacts: report.artifacts.map(artifact),
        requirements: report.requirements.map(({ id, satisfied, required, found, detail }) => ({
            id,
            satisfied,
            required,
            found,
            detail,
        })),
        coverage: report.coverage?.map(({ framework, version, title, covered, total, controls }) => ({
            framework,
            version,
            title,
            covered,
            total,
            controls: controls.map((control) => ({ id: control.id, title: control.title, covered: control.covered })),
        })),
        findings: report.findings.map(finding),
        shard: report.shard,
    };
}
function artifact(one) {
    return {
        path: one.path,
        kind: one.kind,
        sha256: one.sha256,
        bytes: one.bytes,
        outcome: one.outcome,
        records: one.records,
        head_hash: one.head_hash,
        signatures: {
            required: one.signatures.required,
            verified: one.signatures.verified,
            key_ids: one.signatures.key_ids,
        },
        more_findings: one.more_findings,
        why: one.why,
    };
}
function finding(one) {
    return {
        code: one.code,
        severity: one.severity,
        exit_code: one.exit_code,
        message: one.message,
        artifact: one.artifact,
        line: one.line,
        column: one.column,
        end_line: one.end_line,
        pointer: one.pointer,
        record_id: one.record_id,
        entry: one.entry,
    };
}

;// CONCATENATED MODULE: ./src/report/junit.ts



/**
 * JUnit XML as Jenkins' xunit plugin (its schema junit-10), Jenkins' own publisher and GitLab read it: a suite for each
 * artifact kind with a case for each artifact, a suite of the policy's requirements, a suite of the run itself.
 */
function junit(model) {
    const { report } = model;
    const findings = (0,common/* byArtifact */.wo)(report.findings);
    const kinds = (0,common/* groupBy */.$z)(report.artifacts, (one) => one.kind);
    const known = new Set(report.artifacts.map((one) => one.path));
    const elsewhere = report.findings.filter((one) => !known.has(one.artifact));
    const suites = [];
    for (const [kind, artifacts] of kinds) {
        const cases = artifacts.map((one) => artifactCase(one, findings.get(one.path) ?? []));
        suites.push({ name: `artifacts.${kind}`, cases });
    }
    if (report.requirements.length > 0)
        suites.push({ name: 'requirements', cases: report.requirements.map(requirementCase) });
    suites.push({ name: 'run', cases: [runCase(model, elsewhere)] });
    const properties = [
        ['tool', `${report.tool.name} ${report.tool.version}`],
        ['outcome', report.outcome],
        ['exit_code', String(report.exit_code)],
        ['policy_sha256', report.policy_sha256 ?? ''],
    ];
    const all = suites.flatMap(({ cases }) => cases);
    const out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="proof-verify" tests="${all.length}" failures="${failed(all)}" errors="0" time="0">`,
    ];
    for (const { name, cases } of suites) {
        out.push(`  <testsuite name="${(0,sanitize/* xmlText */.xK)(name)}" tests="${cases.length}" failures="${failed(cases)}" errors="0" skipped="0" time="0">`, '    <properties>', ...properties.map(([key, value]) => `      <property name="${key}" value="${(0,sanitize/* xmlText */.xK)(value)}"/>`), '    </properties>', ...cases.flatMap((one) => testcase(one, name)), '  </testsuite>');
    }
    out.push('</testsuites>');
    return `${out.join('\n')}\n`;
}
function failed(cases) {
    return cases.filter((one) => one.failures.length > 0).length;
}
function testcase(one, suite) {
    const open = `    <testcase classname="proof.${(0,sanitize/* xmlText */.xK)(suite)}" name="${(0,sanitize/* xmlText */.xK)(one.name)}" time="0"`;
    if (one.failures.length === 0 && one.output.length === 0)
        return [`${open}/>`];
    return [
        `${open}>`,
        ...one.failures.map((failure) => `      <failure type="${(0,sanitize/* xmlText */.xK)(failure.type)}" message="${(0,sanitize/* xmlText */.xK)(failure.message)}">${failure.lines.map(sanitize/* xmlText */.xK).join('\n')}</failure>`),
        ...(one.output.length === 0 ? [] : [`      <system-out>${one.output.map(sanitize/* xmlText */.xK).join('\n')}</system-out>`]),
        '    </testcase>',
    ];
}
function artifactCase(one, findings) {
    const errors = findings.filter((found) => found.severity === 'error');
    const failures = errors.map(failure);
    // Fail closed: an artifact that failed never shows as a passed test, even when its findings were not kept.
    if (one.outcome === 'failed' && failures.length === 0) {
        failures.push({ type: 'failed', message: 'The artifact failed verification', lines: [one.path] });
    }
    return {
        name: one.path,
        failures,
        output: [
            `kind: ${common/* KIND_NAMES */.kd[one.kind]} (${one.why})`,
            `sha256: ${one.sha256 ?? 'not read to the end'}`,
            `records: ${one.records}, verified signatures: ${one.signatures.verified}`,
            ...one.signatures.key_ids.map((keyId) => `signed by: ${keyId}`),
            ...findings.filter((found) => found.severity !== 'error').map(line),
            ...(one.more_findings === undefined ? [] : [`${one.more_findings} more findings were counted but not kept`]),
        ],
    };
}
function requirementCase(one) {
    const message = `found ${one.found} of ${one.required}${one.detail === undefined ? '' : `: ${one.detail}`}`;
    return one.satisfied
        ? { name: one.id, failures: [], output: [message] }
        : { name: one.id, failures: [{ type: 'requirement', message, lines: [message] }], output: [] };
}
function runCase({ report }, findings) {
    const failures = findings.filter((one) => one.severity === 'error').map(failure);
    if (report.incomplete === true) {
        const message = 'The run ended early: not everything was verified';
        failures.push({ type: 'incomplete', message, lines: [message] });
    }
    return { name: 'gate', failures, output: findings.filter((one) => one.severity !== 'error').map(line) };
}
function failure(one) {
    return {
        type: one.code,
        message: one.message,
        lines: [
            `${(0,common/* titleOf */.Gg)(one)}: ${one.message}`,
            `at ${(0,common/* placeOf */.$t)(one)}${one.pointer === undefined || one.pointer === '' ? '' : ` ${one.pointer}`}`,
            ...(one.record_id === undefined ? [] : [`record ${one.record_id}`]),
            `What to do: ${(0,engine_findings/* ruleOf */.Y)(one.code).remedy}`,
        ],
    };
}
function line(one) {
    return `${one.severity} ${one.code}: ${one.message} (${(0,common/* placeOf */.$t)(one)})`;
}

;// CONCATENATED MODULE: ./src/report/markdown.ts





/** Larger graphs are no pictures any more. */
const MAX_GRAPH_NODES = 30;
const MAX_GRAPH_EDGES = 60;
/** One artifact must not push everything else out of the page. */
const markdown_MAX_TEXT = 1000;
const NOTICE = '> **Cut here:** the page is larger than its place allows. Everything is in the JSON and HTML reports of this run (`--report json=FILE`, `--report html=FILE`).\n';
const ICONS = { passed: '✅', failed: '❌', warned: '⚠️' };
const markdown_SEVERITY_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
/**
 * The page for pull requests, job summaries and people: verdict, counts, failed artifacts, findings with what to do,
 * requirements, coverage, signers and a small lineage graph. Never longer than `maxBytes`.
 */
function markdown(model, options = {}) {
    return assemble(blocks(model), options.maxBytes ?? Number.POSITIVE_INFINITY);
}
/** The most important first: what is cut is what matters least. */
function blocks(model) {
    const { report } = model;
    return [
        block(`## ${ICONS[report.outcome]} Proof gate: ${common/* OUTCOME_WORDS */.nx[report.outcome].toLowerCase()}\n\n${(0,common/* verdictSentence */.BT)(report)}\n`),
        ...(report.incomplete === true
            ? [block('\n> **Incomplete:** the run ended early, not everything was verified.\n')]
            : []),
        counts(model),
        failedArtifacts(model),
        ...findings(model),
        requirements(model),
        markdown_coverage(model),
        signers(model),
        graph(model),
        block(`\n<sub>${report.tool.name} ${(0,sanitize/* markdownText */.p7)(report.tool.version)} · ${report.policy_sha256 === null ? 'no policy file' : `policy <code>sha256:${report.policy_sha256}</code>`}</sub>\n`),
    ].filter((one) => one !== undefined);
}
function block(head, rows = [], tail = '') {
    return { head, rows, tail };
}
function counts({ report }) {
    const { summary } = report;
    const cells = [
        summary.artifacts,
        summary.verified,
        summary.failed,
        summary.records,
        summary.signatures,
        summary.findings.errors,
        summary.findings.warnings,
        summary.findings.notices,
    ];
    return block('\n| artifacts | verified | failed | records | signatures | errors | warnings | notices |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n' +
        `| ${cells.map(common/* thousands */.oh).join(' | ')} |\n`);
}
function failedArtifacts(model) {
    const failed = model.report.artifacts.filter((one) => one.outcome === 'failed');
    if (failed.length === 0)
        return undefined;
    const errors = (0,common/* groupBy */.$z)(model.report.findings.filter((one) => one.severity === 'error'), (one) => one.artifact);
    const rows = failed.map((one) => {
        const worst = (0,common/* worstFirst */.md)(errors.get(one.path) ?? [])[0];
        const found = (errors.get(one.path)?.length ?? 0) + (one.more_findings ?? 0);
        const why = worst === undefined ? 'failed' : (0,sanitize/* markdownText */.p7)((0,common/* titleOf */.Gg)(worst));
        return `| ${markdown_linked(model, one.path)} | ${common/* KIND_NAMES */.kd[one.kind]} | ${(0,common/* thousands */.oh)(found)} | ${why} |\n`;
    });
    return block('\n### Failed artifacts\n\n| artifact | kind | findings | worst |\n|---|---|--:|---|\n', rows);
}
/** One table a code, so that title and remedy stand once however often the code occurs. */
function findings(model) {
    const { report } = model;
    const sorted = (0,common/* worstFirst */.md)(report.findings);
    if (sorted.length === 0)
        return [];
    const out = [block('\n### Findings\n')];
    const placeIn = filePlaces(report);
    for (const severity of common/* SEVERITIES */.oC) {
        const groups = (0,common/* groupBy */.$z)(sorted.filter((one) => one.severity === severity), (one) => one.code);
        for (const [code, group] of groups) {
            const rows = group.map((one) => `| ${findingPlace(model, one, placeIn(one))} | ${detail(one)} |\n`);
            const title = `${markdown_SEVERITY_ICONS[severity]} ${(0,sanitize/* markdownText */.p7)((0,sanitize/* shortened */.vI)((0,common/* titleOf */.Gg)({ code }), markdown_MAX_TEXT))}`;
            const open = severity === 'error' ? ' open' : '';
            out.push(block(`\n<details${open}><summary><b>${title}</b> · ${(0,sanitize/* markdownCode */.D9)(code)} · ${(0,common/* count */.U9)(group.length, severity)}</summary>\n\n` +
                `**What to do:** ${(0,sanitize/* markdownText */.p7)((0,engine_findings/* ruleOf */.Y)(code).remedy)}\n\n| where | what |\n|---|---|\n`, rows, '\n</details>\n'));
        }
    }
    const more = (0,common/* uncounted */.cP)(report);
    if (more > 0)
        out.push(block(`\nAnd ${(0,common/* count */.U9)(more, 'finding')} more, counted but not kept.\n`));
    return out;
}
function findingPlace(model, one, { file, line }) {
    if (file === undefined)
        return 'whole run';
    const name = (0,sanitize/* markdownCode */.D9)((0,sanitize/* shortened */.vI)((0,common/* placeOf */.$t)(one), markdown_MAX_TEXT));
    const link = (0,sanitize/* sourceLink */._o)(model.sourceBase, file, line);
    return link === undefined ? name : `<a href="${link}">${name}</a>`;
}
function detail(one) {
    const parts = [(0,sanitize/* markdownText */.p7)((0,sanitize/* shortened */.vI)(one.message, markdown_MAX_TEXT))];
    if (one.record_id !== undefined)
        parts.push(`record ${(0,sanitize/* markdownCode */.D9)((0,sanitize/* shortened */.vI)(one.record_id, markdown_MAX_TEXT))}`);
    if (one.pointer !== undefined && one.pointer !== '')
        parts.push(`at ${(0,sanitize/* markdownCode */.D9)((0,sanitize/* shortened */.vI)(one.pointer, markdown_MAX_TEXT))}`);
    return parts.join(' · ');
}
function markdown_linked(model, path) {
    const name = (0,sanitize/* markdownCode */.D9)((0,sanitize/* shortened */.vI)(path, markdown_MAX_TEXT));
    const link = (0,sanitize/* sourceLink */._o)(model.sourceBase, path);
    return link === undefined ? name : `<a href="${link}">${name}</a>`;
}
function requirements({ report }) {
    if (report.requirements.length === 0)
        return undefined;
    const rows = [...report.requirements]
        .sort((a, b) => Number(a.satisfied) - Number(b.satisfied))
        .map((one) => `| ${one.satisfied ? '✅' : '❌'} | ${(0,sanitize/* markdownCode */.D9)((0,sanitize/* shortened */.vI)(one.id, markdown_MAX_TEXT))} | ${one.found} of ${one.required} | ${(0,sanitize/* markdownText */.p7)((0,sanitize/* shortened */.vI)(one.detail ?? '', markdown_MAX_TEXT))} |\n`);
    return block('\n### Requirements\n\n| | requirement | found | |\n|---|---|---|---|\n', rows);
}
function markdown_coverage({ report }) {
    if (report.coverage === undefined || report.coverage.length === 0)
        return undefined;
    const rows = report.coverage.map((one) => {
        const share = one.total === 0 ? 0 : one.covered / one.total;
        const bar = `${'▰'.repeat(Math.floor(share * 10))}${'▱'.repeat(10 - Math.floor(share * 10))}`;
        const missing = one.controls.filter((control) => !control.covered).map((control) => (0,sanitize/* markdownCode */.D9)(control.id));
        const list = missing.slice(0, 10).join(' ') + (missing.length > 10 ? ` and ${missing.length - 10} more` : '');
        return `| ${(0,sanitize/* markdownText */.p7)((0,sanitize/* shortened */.vI)(one.title, markdown_MAX_TEXT))} | ${bar} ${one.covered} of ${one.total} | ${list} |\n`;
    });
    return block('\n### Framework coverage\n\n| framework | covered | not covered |\n|---|---|---|\n', rows);
}
function signers(model) {
    const rows = (0,common/* signersOf */.Re)(model).map((one) => `| ${one.name === undefined ? '(not named)' : (0,sanitize/* markdownText */.p7)((0,sanitize/* shortened */.vI)(one.name, markdown_MAX_TEXT))} | ${(0,sanitize/* markdownCode */.D9)((0,sanitize/* shortened */.vI)(one.keyId, markdown_MAX_TEXT))} | ${(0,common/* thousands */.oh)(one.artifacts)} |\n`);
    return rows.length === 0 ? undefined : block('\n### Signers\n\n| signer | key | artifacts |\n|---|---|--:|\n', rows);
}
function graph(model) {
    const { nodes, edges } = lineageOf(model.records);
    if (edges.length === 0 || nodes.length > MAX_GRAPH_NODES || edges.length > MAX_GRAPH_EDGES)
        return undefined;
    const names = new Map(nodes.map((node, index) => [node.key, `n${index}`]));
    const lines = nodes.map((node) => {
        const label = `${(0,sanitize/* mermaidText */.Hg)((0,sanitize/* shortened */.vI)(node.recordType ?? node.kind, 40))}<br/>${(0,sanitize/* mermaidText */.Hg)((0,sanitize/* shortened */.vI)(node.id, 40))}`;
        return `  ${names.get(node.key)}["${label}"]${node.verified === false ? ':::bad' : ''}`;
    });
    const arrows = edges.map(({ kind, from, to }) => `  ${names.get(from)} -->|"${(0,sanitize/* mermaidText */.Hg)((0,sanitize/* shortened */.vI)(relationWords(kind), 40))}"| ${names.get(to)}`);
    const text = ['flowchart LR', ...lines, ...arrows, '  classDef bad stroke:#c0392b,stroke-width:2px'].join('\n');
    return block(`\n### Lineage\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`);
}
/** Puts blocks together while they fit; cuts only between rows, so that no table, fence or element stays open. */
function assemble(all, maxBytes) {
    const size = (text) => Buffer.byteLength(text, 'utf8');
    const whole = all.map(({ head, rows, tail }) => head + rows.join('') + tail).join('');
    if (size(whole) <= maxBytes)
        return whole;
    const out = [];
    let room = maxBytes - size(`\n${NOTICE}`);
    for (const { head, rows, tail } of all) {
        const frame = size(head) + size(tail);
        if (frame > room)
            break;
        room -= frame;
        let kept = 0;
        for (const row of rows) {
            const bytes = size(row);
            if (bytes > room)
                break;
            room -= bytes;
            kept++;
        }
        // A table without a row says nothing.
        if (rows.length > 0 && kept === 0)
            break;
        out.push(head, ...rows.slice(0, kept), tail);
        if (kept < rows.length)
            break;
    }
    const cut = `${out.join('')}\n${NOTICE}`;
    return size(cut) <= maxBytes ? cut : '';
}

// EXTERNAL MODULE: ./src/engine/kinds/seal.ts
var seal = __webpack_require__(1817);
;// CONCATENATED MODULE: ./src/report/proof-record.ts




/** A model without a clock (a run that never began) gets an instant that no freshness rule accepts. */
const NO_TIME = '1970-01-01T00:00:00Z';
/** Failed artifacts named in the event; the rest is counted. */
const MAX_NAMED = 100;
/** Bytes of all edges as written: with more the record would pass the limit of a record (10 MiB) and never verify. */
const MAX_EDGE_BYTES = 8 * 1024 * 1024;
/** An edge without its ids, as written. */
const EDGE_FRAME_BYTES = 400;
/**
 * The gate's verdict as a sealed `policy_enforcement` record (contract section 2): evidence that a later gate verifies.
 * `derived_from` edges name each artifact that verified, by digest, as far as they fit into one record; the report as a
 * whole is bound by its own digest.
 * Unsigned: the key belongs to whoever runs the gate. The same model gives the same bytes.
 */
function proofRecord(model) {
    return (0,sanitize/* jsonText */.s$)((0,seal/* sealRecord */.xe)(record(model)));
}
function record(model) {
    const { report } = model;
    const reportDigest = (0,common/* sha256Hex */.fg)(json(model));
    const timestamp = wholeSeconds(model.now);
    const id = `prf-${timestamp}-${reportDigest.slice(0, 8)}`;
    const verified = report.artifacts.filter((one) => one.outcome !== 'failed' && one.sha256 !== null);
    const failed = report.artifacts.filter((one) => one.outcome === 'failed');
    const digest = report.policy_sha256 === null ? undefined : `sha256:${report.policy_sha256}`;
    const { summary } = report;
    return {
        record_id: id,
        record_version: '1.0',
        timestamp,
        source: 'proof-verify',
        source_product: 'proof-verify',
        record_type: 'policy_enforcement',
        event: {
            policy_id: 'proof-verify-gate',
            policy_version: report.tool.version,
            policy_digest: digest ?? '',
            verdict: (0,common/* trulyPassed */.Zo)(report) ? 'allow' : 'block',
            outcome: report.outcome,
            exit_code: report.exit_code,
            incomplete: report.incomplete === true,
            report_digest: `sha256:${reportDigest}`,
            summary: {
                artifacts: summary.artifacts,
                verified: summary.verified,
                failed: summary.failed,
                records: summary.records,
                signatures: summary.signatures,
                errors: summary.findings.errors,
                warnings: summary.findings.warnings,
                notices: summary.findings.notices,
            },
            requirements: report.requirements.map((one) => ({ id: (0,sanitize/* plain */.pj)(one.id), satisfied: one.satisfied })),
            failed_artifacts: failed.slice(0, MAX_NAMED).map((one) => ({ path: (0,sanitize/* plain */.pj)(one.path), sha256: one.sha256 ?? '' })),
        },
        controls: { permissions_enforced: true },
        ...relationship(id, verified, digest),
        integrity: {},
    };
}
function relationship(id, verified, digest) {
    if (verified.length === 0 && digest === undefined)
        return {};
    const edges = [];
    const seen = new Set();
    let room = MAX_EDGE_BYTES;
    for (const one of verified) {
        const to = { kind: 'evidence', id: (0,sanitize/* plain */.pj)(one.path), digest: `sha256:${one.sha256 ?? ''}` };
        // A character takes at most six bytes, as an escape.
        room -= EDGE_FRAME_BYTES + 6 * to.id.length;
        if (room < 0)
            break;
        const key = `${to.digest} ${to.id}`;
        // Edges are unique by schema; two paths can be the same once escaped.
        if (!seen.has(key))
            edges.push({ kind: 'derived_from', from: { kind: 'evidence', id }, to });
        seen.add(key);
    }
    return {
        relationship: {
            ...(digest === undefined ? {} : { policy_ref: { policy_id: 'proof-verify-gate', policy_digest: digest } }),
            ...(edges.length === 0 ? {} : { edges }),
        },
    };
}
/** The instant with whole seconds: a fraction would not be covered by the hash. */
function wholeSeconds(now) {
    const at = now === undefined ? Number.NaN : Date.parse(now);
    return Number.isNaN(at) ? NO_TIME : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

;// CONCATENATED MODULE: ./src/report/sarif.ts




const LEVELS = {
    error: 'error',
    warning: 'warning',
    notice: 'note',
};
/** Code scanning refuses a result without a place; findings of the whole run stand where the gate is told what to do. */
const sarif_RUN_PLACE = '.proof-policy.yml';
/** SARIF 2.1.0, one run, one result a finding; rules are those that the results name. */
function sarif(model) {
    const { report } = model;
    const codes = [...new Set(report.findings.map((one) => one.code))].sort();
    const indexes = new Map(codes.map((code, index) => [code, index]));
    const prints = (0,common/* fingerprints */.WS)(report.findings);
    const placeIn = filePlaces(report);
    const more = (0,common/* uncounted */.cP)(report);
    const notifications = [
        ...(report.incomplete === true ? [notification('error', 'The run ended early: not everything was verified.')] : []),
        ...(more > 0 ? [notification('note', `${more} more findings were counted but not kept.`)] : []),
    ];
    return (0,sanitize/* jsonText */.s$)({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: report.tool.name,
                        version: report.tool.version,
                        semanticVersion: report.tool.version,
                        shortDescription: { text: 'Verifies Proof artifacts at the gate.' },
                        rules: codes.map(ruleDescriptor),
                    },
                },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The workspace that was verified.' } } },
                invocations: [
                    {
                        // Whether the verifier could do its work, not whether the artifacts are good.
                        executionSuccessful: report.incomplete !== true && report.exit_code !== 1 && report.exit_code !== 7,
                        exitCode: report.exit_code,
                        exitCodeDescription: common/* EXIT_MEANINGS */.S$[report.exit_code],
                        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
                    },
                ],
                results: report.findings.map((one, index) => result(one, placeIn(one), indexes.get(one.code) ?? 0, prints[index] ?? '')),
                properties: { outcome: report.outcome, policySha256: report.policy_sha256, summary: report.summary },
            },
        ],
    });
}
function notification(level, text) {
    return { level, message: { text } };
}
function ruleDescriptor(code) {
    const rule = (0,engine_findings/* ruleOf */.Y)(code);
    const title = (0,sanitize/* plain */.pj)((0,common/* titleOf */.Gg)({ code }));
    const exit = `Exit code ${rule.exit} (${common/* EXIT_MEANINGS */.S$[rule.exit]}) when it is an error.`;
    return {
        id: (0,sanitize/* plain */.pj)(code),
        name: pascal(code),
        shortDescription: { text: sarif_sentence(title) },
        fullDescription: { text: `${sarif_sentence(title)} ${exit}` },
        help: {
            text: `${sarif_sentence(title)} What to do: ${rule.remedy}`,
            markdown: `**${(0,sanitize/* markdownText */.p7)(sarif_sentence(title))}**\n\n${(0,sanitize/* markdownText */.p7)(rule.remedy)}\n\n${exit} All findings: \`docs/findings.md\`; \`proof-verify explain CODE\` prints one.`,
        },
        defaultConfiguration: { level: LEVELS[rule.severity] },
        properties: {
            tags: ['security', 'supply-chain', 'proof'],
            precision: 'very-high',
            'problem.severity': rule.severity === 'notice' ? 'recommendation' : rule.severity,
            // What code scanning sorts by: tampering and unsafe input above what a policy asks for.
            ...(rule.severity === 'error' ? { 'security-severity': rule.exit === 2 || rule.exit === 8 ? '8.5' : '6.0' } : {}),
        },
    };
}
function result(one, place, ruleIndex, fingerprint) {
    const logical = logicalName(one);
    return {
        ruleId: (0,sanitize/* plain */.pj)(one.code),
        ruleIndex,
        level: LEVELS[one.severity],
        message: { text: sarif_sentence((0,sanitize/* plain */.pj)(one.message)) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: (0,sanitize/* pathUri */.Gm)(place.file ?? sarif_RUN_PLACE), uriBaseId: '%SRCROOT%' },
                    region: region(place),
                },
                ...(logical === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: logical, kind: 'member' }] }),
            },
        ],
        partialFingerprints: { 'proofVerify/v1': fingerprint },
        properties: {
            exitCode: one.exit_code,
            ...(one.pointer === undefined ? {} : { pointer: one.pointer }),
            ...(one.record_id === undefined ? {} : { recordId: one.record_id }),
            ...(one.entry === undefined ? {} : { entry: one.entry, line: one.line, column: one.column }),
        },
    };
}
function region({ line, column, endLine }) {
    if (line === undefined)
        return { startLine: 1 };
    return {
        startLine: line,
        ...(column === undefined ? {} : { startColumn: column }),
        ...(endLine === undefined ? {} : { endLine: Math.max(line, endLine) }),
    };
}
function logicalName(one) {
    const parts = [one.entry, one.record_id, one.pointer].filter((part) => part !== undefined && part !== '');
    return parts.length === 0 ? undefined : (0,sanitize/* plain */.pj)(parts.join(' '));
}
/** `record.hash_mismatch` as `RecordHashMismatch`: the form in which viewers show a rule's name. */
function pascal(code) {
    return code
        .split(/[^A-Za-z0-9]+/)
        .filter((word) => word !== '')
        .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
        .join('');
}
function sarif_sentence(text) {
    return /[.!?…]$/.test(text) ? text : `${text}.`;
}

;// CONCATENATED MODULE: ./src/report/tap.ts



/** TAP version 14: a test point for each artifact, each requirement and the run itself, findings as YAML diagnostics. */
function tap({ report }) {
    const findings = (0,common/* byArtifact */.wo)(report.findings);
    const known = new Set(report.artifacts.map((one) => one.path));
    const points = report.artifacts.map((one) => ({
        ok: one.outcome !== 'failed',
        description: `${common/* KIND_NAMES */.kd[one.kind]} ${one.path}`,
        diagnostics: one.more_findings === undefined ? {} : { more_findings: one.more_findings },
        findings: findings.get(one.path) ?? [],
    }));
    for (const one of report.requirements) {
        const { satisfied, required, found, detail } = one;
        points.push({
            ok: satisfied,
            description: `requirement ${one.id}`,
            diagnostics: satisfied ? {} : { required, found, ...(detail === undefined ? {} : { detail }) },
            findings: [],
        });
    }
    const elsewhere = report.findings.filter((one) => !known.has(one.artifact));
    points.push({
        ok: report.incomplete !== true && elsewhere.every((one) => one.severity !== 'error'),
        description: 'run',
        diagnostics: {
            outcome: report.outcome,
            exit_code: report.exit_code,
            ...(report.incomplete === true ? { incomplete: true } : {}),
        },
        findings: elsewhere,
    });
    const lines = ['TAP version 14', `1..${points.length}`];
    for (const [index, point] of points.entries()) {
        lines.push(`${point.ok ? 'ok' : 'not ok'} ${index + 1} - ${description(point.description)}`, ...yaml(point));
    }
    return `${lines.join('\n')}\n`;
}
/** A `#` would begin a directive, and `# SKIP` would turn a failure into a pass. */
function description(text) {
    return (0,sanitize/* plain */.pj)(text).replace(/[\\#]/g, '\\$&');
}
/** Values are JSON, which YAML 1.2 reads as it is: no text of an artifact can leave its quotes. */
function yaml(point) {
    const lines = Object.entries(point.diagnostics).map(([name, value]) => `  ${name}: ${(0,sanitize/* jsonLine */.rF)(value)}`);
    if (point.findings.length > 0) {
        lines.push('  findings:');
        for (const one of point.findings) {
            const fields = { ...one, remedy: (0,engine_findings/* ruleOf */.Y)(one.code).remedy };
            const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
            for (const [at, [name, value]] of entries.entries()) {
                lines.push(`    ${at === 0 ? '- ' : '  '}${name}: ${(0,sanitize/* jsonLine */.rF)(value)}`);
            }
        }
    }
    return lines.length === 0 ? [] : ['  ---', ...lines, '  ...'];
}

;// CONCATENATED MODULE: ./src/report/vsa.ts



/** What the verifier says it is; consumers compare it with the one they trust, together with who signed. */
const VERIFIER_ID = 'urn:proof-verify:gate';
/** SLSA allows levels of one's own that do not begin with `SLSA_`; the gate says nothing about SLSA tracks. */
const VERIFIED_LEVEL = 'PROOF_ARTIFACTS_VERIFIED';
const SIGNED_LEVEL = 'PROOF_SIGNATURES_VERIFIED';
/**
 * An unsigned in-toto v1 statement with the SLSA verification summary predicate (v1) over the artifacts' digests, ready
 * to be signed. It says PASSED only when nothing speaks against the run: errors that `--warn-only` let through do not
 * count as passed here.
 */
function vsa(model) {
    const { report } = model;
    const passed = (0,common/* trulyPassed */.Zo)(report) && report.artifacts.length > 0;
    const read = report.artifacts.filter((one) => one.sha256 !== null);
    const reportDigest = (0,common/* sha256Hex */.fg)(json(model));
    const signed = read.filter((one) => one.signatures.verified > 0);
    const isAllSigned = signed.length > 0 && report.artifacts.every((one) => one.signatures.verified > 0);
    return (0,sanitize/* jsonText */.s$)({
        _type: 'https://in-toto.io/Statement/v1',
        // A statement about nothing is not valid: without artifacts it is about the report.
        subject: read.length > 0 ? read.map(descriptor) : [{ name: 'gate-report.json', digest: { sha256: reportDigest } }],
        predicateType: 'https://slsa.dev/verification_summary/v1',
        predicate: {
            verifier: { id: VERIFIER_ID, version: { [report.tool.name]: report.tool.version } },
            timeVerified: model.now,
            resourceUri: `urn:proof-verify:report:sha256:${reportDigest}`,
            policy: report.policy_sha256 === null
                ? { uri: 'urn:proof-verify:policy:built-in' }
                : { uri: 'urn:proof-verify:policy:gate-policy-v1', digest: { sha256: report.policy_sha256 } },
            inputAttestations: signed.map((one) => ({ uri: (0,sanitize/* pathUri */.Gm)(one.path), digest: { sha256: one.sha256 } })),
            verificationResult: passed ? 'PASSED' : 'FAILED',
            verifiedLevels: passed ? [VERIFIED_LEVEL, ...(isAllSigned ? [SIGNED_LEVEL] : [])] : ['FAILED'],
        },
    });
}
function descriptor(one) {
    const isDirectory = one.kind === 'bundle' || one.kind === 'chain_directory';
    return {
        name: (0,sanitize/* plain */.pj)(one.path),
        digest: { sha256: one.sha256 },
        // Nobody can recompute a directory's digest without knowing of what it is.
        ...(isDirectory ? { annotations: { digest_of: 'lines of path NUL sha256 LF, sorted' } } : {}),
    };
}

;// CONCATENATED MODULE: ./src/report/index.ts









/** Every output format by the name that `--report NAME=FILE` gives it. */
const FORMATS = {
    json: json,
    markdown: (model) => markdown(model),
    sarif: sarif,
    junit: junit,
    'code-quality': codeQuality,
    html: html,
    tap: tap,
    vsa: vsa,
    'proof-record': proofRecord,
};
/** The text of one report. */
function formatReport(name, model) {
    return FORMATS[name](model);
}

;// CONCATENATED MODULE: ./src/gate/write-reports.ts




/**
 * Writes all reports of a run from one model. Missing folders are made; a path that cannot be written is an error
 * (`report.unwritable`, 6) that leaves the verdict and the other reports alone.
 */
async function writeReports(model, options) {
    const written = [];
    const errors = [];
    let standardOutput;
    for (const target of options.reports) {
        const text = await formatReport(target.format, model);
        if (target.file === '-') {
            standardOutput = text;
            written.push(target);
            continue;
        }
        const path = (0,external_node_path_.resolve)(options.workspace, target.file);
        try {
            if (isFolder(path))
                throw new Error('it is a folder');
            makeFolder((0,external_node_path_.dirname)(path));
            (0,external_node_fs_.writeFileSync)(path, text);
            written.push(target);
        }
        catch (error) {
            const why = error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
            errors.push((0,engine_findings/* finding */.gk)('report.unwritable', `the ${target.format} report cannot be written to ${JSON.stringify(target.file)}: ${why}`, ''));
        }
    }
    return { written, errors, standardOutput };
}
/**
 * Makes a folder and those above it. Step by step, because `recursive` of Node 20 never comes back where a folder cannot
 * be made below one that is there (`/proc`).
 */
function makeFolder(path) {
    if (isFolder(path))
        return;
    const parent = (0,external_node_path_.dirname)(path);
    if (parent !== path)
        makeFolder(parent);
    try {
        (0,external_node_fs_.mkdirSync)(path);
    }
    catch (error) {
        // Somebody else may have made it meanwhile.
        if (!isFolder(path))
            throw error;
    }
}
function isFolder(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/gate/run.ts



















/**
 * One run of the gate (interface.md): finds the artifacts, verifies each, decides, writes the reports.
 * Never rejects for what artifacts or configuration do wrong; what cannot be read is in the findings.
 */
async function runGate(options, hooks = {}) {
    const prepared = await prepare(options);
    return conclude(options, prepared, await collect(options, prepared, hooks));
}
/** `merge`: decides over the evidence of all shards as one run would, and writes the same reports. */
async function runMerge(options, reports) {
    const prepared = await prepare(options);
    const merged = mergeShards(reports, { engine: version/* VERSION */.x, policySha256: prepared.policy.sha256 });
    const content = merged.ok
        ? merged.content
        : { artifacts: [], facts: [], findings: merged.findings, incomplete: true };
    const whole = { ...prepared, findings: merged.ok ? [] : prepared.findings };
    return conclude(options, whole, { content, records: content.facts.length, saw: () => false });
}
/** The baseline of the artifacts as they are now, and the run that verified them (`baseline FILE`). */
async function baselineOfRun(options, hooks = {}) {
    const prepared = await prepare({ ...options, reports: [] });
    const found = await collect(options, prepared, hooks, { all: true });
    const decision = decideOver({ ...prepared, baseline: undefined }, found.content);
    return {
        run: await conclude(options, { ...prepared, baseline: undefined }, found),
        text: formatBaseline(decision.makeBaseline()),
    };
}
/** Coverage of one framework by the verified records of a run (`frameworks coverage`). */
async function coverageOfRun(options, framework, hooks = {}) {
    const prepared = await prepare(options);
    const policy = {
        ...prepared.policy,
        require: { ...prepared.policy.require, frameworks: [{ framework, minCoverage: 0 }] },
    };
    const found = await collect(options, { ...prepared, policy }, hooks, { all: true, framework });
    const run = await conclude(options, { ...prepared, policy }, found);
    const [coverage] = run.model.report.coverage ?? [];
    const { id, version, title } = framework.framework;
    return { run, coverage: coverage ?? { framework: id, version, title, covered: 0, total: 0, controls: [] } };
}
/** Records between two signs of progress inside one artifact. */
const PROGRESS_RECORDS = 5000;
/** Finds and verifies. */
async function collect(options, prepared, hooks, wanted = {}) {
    const watch = new Watch(options, hooks);
    const { shard } = options;
    const { policy, baseline } = prepared;
    const keepAll = wanted.all === true || shard !== undefined || policy.sha256 !== null || baseline !== undefined;
    const frameworks = keepAll ? [...knownFrameworks(policy), ...(wanted.framework ? [wanted.framework] : [])] : [];
    const links = wantsRecords(options, hooks);
    const workers = workerPool(options, prepared, frameworks, hooks);
    try {
        const discovery = await find(options, prepared);
        const mine = shard === undefined
            ? discovery.artifacts
            : discovery.artifacts.filter((one) => inShard(one.name, shard.index, shard.count));
        const needs = await extract_makeNeeds(policy, frameworks, links);
        const store = new FactStore(keepAll);
        const progress = (done) => hooks.onProgress?.({ done, total: mine.length, records: store.records });
        let done = 0;
        const judged = await verifyAll(mine, { ...prepared.verify, workers }, {
            aborted: () => watch.stopped !== undefined,
            records: {
                extract: (record) => extract_extractFact(record, needs),
                accept: (extract, index, ok) => {
                    store.accept(extract, index, ok);
                    if (store.records % PROGRESS_RECORDS === 0)
                        progress(done);
                },
            },
            onArtifact: (_, count) => {
                done = count;
                progress(count);
            },
        });
        const kept = judged.flatMap((one) => weigh(one, options));
        const left = new Set(kept.map(({ artifact }) => artifact.name));
        const dropped = judged.map(({ artifact }) => artifact.name).filter((name) => !left.has(name));
        const findings = [...prepared.findings, ...discovery.findings, ...noArtifacts(options, discovery)];
        if (watch.stopped !== undefined) {
            const code = watch.stopped === 'timeout' ? 'run.timeout' : 'run.interrupted';
            findings.push((0,engine_findings/* finding */.gk)(code, `the run ended early: ${judged.length} of ${mine.length} artifacts were verified`, ''));
        }
        const artifacts = kept.map(({ artifact, verdict }) => ({ verdict, why: artifact.why }));
        return {
            content: {
                artifacts,
                facts: store.facts,
                findings,
                incomplete: watch.stopped !== undefined,
                ...(dropped.length === 0 ? {} : { dropped }),
            },
            all: discovery.artifacts.map((one) => one.name),
            records: store.records,
            saw: (hash) => store.saw(hash),
        };
    }
    finally {
        watch.close();
        await workers.close();
    }
}
/** Threads beside this one, as many as `--jobs` leaves. */
function workerPool(options, prepared, frameworks, hooks) {
    const setup = workerSetup(prepared.verify, prepared.policy, frameworks, wantsRecords(options, hooks));
    const jobs = options.jobs ?? (0,external_node_os_.availableParallelism)();
    const threads = hooks.workerFile === undefined || setup === undefined ? 0 : jobs - 1;
    return new WorkerPool(hooks.workerFile ?? '', setup, threads);
}
function decideOver(prepared, content) {
    return decide({
        policy: prepared.policy,
        facts: content.facts,
        verdicts: content.artifacts.map((one) => one.verdict),
        now: prepared.now,
        signers: prepared.signers,
        baseline: prepared.baseline,
    });
}
/** Decides and reports. A shard does not decide across artifacts: it hands its evidence to `merge`. */
async function conclude(options, prepared, found) {
    const { shard } = options;
    const { content, all } = found;
    const decision = decideOver(shard === undefined ? prepared : alone(prepared), content);
    const findings = [
        ...content.findings,
        ...content.artifacts.flatMap((one) => one.verdict.findings),
        ...decision.findings,
        ...(shard === undefined ? unresolvedLinks(found) : []),
    ];
    const report = buildReport({
        options,
        policySha256: prepared.policy.sha256,
        artifacts: content.artifacts,
        findings,
        moreFindings: decision.moreFindings,
        requirements: decision.requirements,
        coverage: decision.coverage,
        incomplete: content.incomplete,
        shard: shard === undefined || all === undefined ? undefined : encodeShard(planOf(options, prepared, all), content),
    });
    const model = {
        report,
        signerNames: prepared.signers.names,
        records: content.facts.slice(0, MAX_REPORT_RECORDS),
        moreRecords: Math.max(0, found.records - MAX_REPORT_RECORDS),
        now: new Date(prepared.now).toISOString().replace(/\.\d+Z$/, 'Z'),
        ...(options.sourceBase === undefined ? {} : { sourceBase: options.sourceBase }),
    };
    const reports = await writeReports(model, options);
    return {
        model,
        exitCode: (0,engine_findings/* worstCode */.D5)([report.exit_code, ...reports.errors.map((one) => one.exit_code)]),
        written: reports.written,
        reportErrors: reports.errors,
        ...(reports.standardOutput === undefined ? {} : { standardOutput: reports.standardOutput }),
    };
}
/** Single records that link to a record which is not there (interface.md, Discovery): a notice, nothing is wrong with them. */
function unresolvedLinks({ content, saw }) {
    const single = new Set(content.artifacts.filter(({ verdict }) => verdict.kind === 'record').map(({ verdict }) => verdict.path));
    const open = content.facts.filter((one) => one.previousHash !== undefined && single.has(one.artifact));
    if (open.length === 0)
        return [];
    const known = new Set(content.facts.map((one) => one.recordHash));
    return open
        .filter(({ previousHash = '' }) => !known.has(previousHash) && !saw(previousHash))
        .map(({ artifact, line, recordId }) => (0,engine_findings/* finding */.gk)('record.link_unresolved', 'the record links to a predecessor that is not among the artifacts', artifact, {
        line,
        pointer: '/integrity/previous_record_hash',
        ...(recordId === '' ? {} : { record_id: recordId }),
    }));
}
/** What one shard can decide by itself: whom it trusts and the records' own rules, not what other shards may hold. */
function alone(prepared) {
    const { policy } = prepared;
    return {
        ...prepared,
        baseline: undefined,
        policy: {
            ...policy,
            require: model/* EMPTY_POLICY */.XD.require,
            approvals: { builtin: false, rules: [] },
        },
    };
}
function planOf(options, prepared, all) {
    const { verify, signers } = prepared;
    // Everything besides the policy that verdicts depend on: shards merge only when they agree about it.
    const settings = {
        patterns: [...options.patterns],
        strict: options.strict,
        signatures: verify.signatures,
        keys: verify.trust.keys.map((key) => key.id).sort(),
        signers: [...signers.byId.keys()].sort(),
        revocations: verify.revocations.map((one) => [one.keyId, one.revokedAt ?? null]),
        custom_types: verify.customTypes?.digest ?? null,
        unrecognized: options.unrecognized ?? null,
        if_no_artifacts_found: options.ifNoArtifactsFound,
        limits: { ...verify.limits },
        now: options.now ?? null,
    };
    return makePlan(options.shard ?? { index: 1, count: 1 }, version/* VERSION */.x, prepared.policy.sha256, settings, all);
}
/** Ends a run at its time limit or when the caller says so (hardening 24). */
class Watch {
    hooks;
    stopped;
    timer;
    listener = () => {
        this.stopped ??= 'interrupted';
    };
    constructor(options, hooks) {
        this.hooks = hooks;
        if (options.timeoutSeconds !== undefined) {
            this.timer = setTimeout(() => {
                this.stopped ??= 'timeout';
            }, options.timeoutSeconds * 1000);
        }
        if (hooks.signal?.aborted === true)
            this.listener();
        hooks.signal?.addEventListener('abort', this.listener);
    }
    close() {
        clearTimeout(this.timer);
        this.hooks.signal?.removeEventListener('abort', this.listener);
    }
}
function wantsRecords(options, hooks) {
    return hooks.pages === true || options.reports.some(({ format }) => format === 'html' || format === 'markdown');
}
function find(options, prepared) {
    const fromPolicy = prepared.policy.artifacts ?? [];
    const patterns = options.patterns.length > 0 ? options.patterns : fromPolicy;
    return discover({
        workspace: options.workspace,
        patterns,
        defaults: patterns.length === 0,
        namedOutsideAllowed: options.patterns.length > 0,
    });
}
function noArtifacts(options, discovery) {
    if (discovery.artifacts.length > 0 || options.ifNoArtifactsFound === 'ignore')
        return [];
    const severity = options.ifNoArtifactsFound === 'warn' ? 'warning' : 'error';
    const where = options.patterns.length > 0 ? `for ${options.patterns.join(' ')}` : 'in the usual places';
    return [(0,engine_findings/* finding */.gk)('discovery.no_artifacts', `no Proof artifacts were found ${where}`, '', {}, severity)];
}
/** Files that the patterns matched but that are no Proof artifacts weigh what `--unrecognized` says. */
function weigh(judged, options) {
    const { artifact, verdict } = judged;
    if (verdict.kind !== 'unknown' || !verdict.findings.some((one) => UNRECOGNIZED.has(one.code)))
        return [judged];
    const candidate = /\.(json|jsonl|ndjson|zip)$/i.test(artifact.name);
    const errors = verdict.findings.filter((one) => one.severity === 'error');
    // A damaged .json is a damaged artifact; any other text that is no JSON never was one.
    if (candidate && errors.some((one) => one.code !== 'kind.unsupported'))
        return [judged];
    const weight = options.unrecognized ?? (artifact.origin === 'default' ? 'warn' : 'error');
    if (weight === 'ignore')
        return [];
    const message = `matched but is no Proof artifact: ${errors[0]?.message ?? ''}`;
    const found = (0,engine_findings/* finding */.gk)('discovery.unrecognized', message, artifact.name, {}, weight === 'warn' ? 'warning' : 'error');
    return [{ artifact, verdict: { ...verdict, findings: [found], outcome: weight === 'warn' ? 'verified' : 'failed' } }];
}
const UNRECOGNIZED = new Set(['kind.unsupported', 'json.syntax', 'json.encoding', 'io.empty']);


/***/ }),

/***/ 4069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   $z: () => (/* binding */ groupBy),
/* harmony export */   BT: () => (/* binding */ verdictSentence),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Re: () => (/* binding */ signersOf),
/* harmony export */   S$: () => (/* binding */ EXIT_MEANINGS),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   WS: () => (/* binding */ fingerprints),
/* harmony export */   Zo: () => (/* binding */ trulyPassed),
/* harmony export */   cP: () => (/* binding */ uncounted),
/* harmony export */   fg: () => (/* binding */ sha256Hex),
/* harmony export */   kd: () => (/* binding */ KIND_NAMES),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   mz: () => (/* binding */ byteSize),
/* harmony export */   nx: () => (/* binding */ OUTCOME_WORDS),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   oh: () => (/* binding */ thousands),
/* harmony export */   wo: () => (/* binding */ byArtifact)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _engine_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8166);


/** Severities from the worst to the mildest. */
const SEVERITIES = ['error', 'warning', 'notice'];
/** What each exit code means, in words (contract section 8). */
const EXIT_MEANINGS = {
    0: 'success',
    1: 'internal error',
    2: 'verification failed',
    3: 'policy or schema violation',
    4: 'approval required',
    5: 'drift from the baseline',
    6: 'invalid input',
    7: 'dependency missing',
    8: 'unsafe operation blocked',
};
/** Kinds of artifacts as people call them. */
const KIND_NAMES = {
    record: 'record',
    chain: 'chain',
    chain_directory: 'chain directory',
    stream: 'stream',
    bundle: 'bundle',
    gait_pack: 'Gait pack',
    gait_guard_pack: 'Gait guard pack',
    gait_runpack: 'Gait runpack',
    gait_signed_json: 'signed JSON',
    revocation_list: 'revocation list',
    record_types: 'record types',
    governance_event: 'governance event',
    unknown: 'unrecognised',
};
/** Words for the outcome of a run. */
const OUTCOME_WORDS = {
    passed: 'Passed',
    failed: 'Failed',
    warned: 'Passed with warnings',
};
/** Findings by severity, then by how bad their exit code is, else in report order. */
function worstFirst(findings) {
    const rank = (one) => SEVERITIES.indexOf(one.severity) * _engine_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT_ORDER */ .WR.length + Math.max(0, _engine_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT_ORDER */ .WR.indexOf(one.exit_code));
    return [...findings].sort((a, b) => rank(a) - rank(b));
}
/** Findings by artifact path; those of the whole run under `''`. */
function byArtifact(findings) {
    return groupBy(findings, (one) => one.artifact);
}
/** Groups in the order in which their keys first occur. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}
/** `1 record`, `2 records`; thousands are parted by commas. */
function count(amount, noun) {
    return `${thousands(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
/** A whole number with commas; not by locale, so that a report is the same everywhere. */
function thousands(amount) {
    return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
/** Bytes in the largest binary unit, one decimal. */
function byteSize(bytes) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
    let size = bytes;
    let unit = 0;
    while (size >= 1024 && unit < units.length - 1) {
        size /= 1024;
        unit++;
    }
    return unit === 0 ? `${bytes} B` : `${size.toFixed(1)} ${units[unit]}`;
}
/** Lower-case hex SHA-256 of text as UTF-8. */
function sha256Hex(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex');
}
/** One sentence on the whole run; holds nothing from artifacts. */
function verdictSentence(report) {
    const { artifacts, failed, verified, findings } = report.summary;
    const unverified = artifacts - verified;
    if (artifacts === 0) {
        return report.exit_code === 0
            ? 'No artifacts were found.'
            : `No artifacts were found: ${EXIT_MEANINGS[report.exit_code]} (exit code ${report.exit_code}).`;
    }
    const all = artifacts === 1 ? 'The artifact' : `All ${thousands(artifacts)} artifacts`;
    const good = unverified === 0 ? `${all} verified` : `${thousands(failed)} of ${count(artifacts, 'artifact')} failed`;
    if (report.exit_code !== 0) {
        return `${good}${unverified === 0 ? ', but the gate did not pass' : ''}: ${EXIT_MEANINGS[report.exit_code]} (exit code ${report.exit_code}).`;
    }
    if (findings.errors > 0)
        return `${good}; errors only warn in this run.`;
    return findings.warnings > 0 ? `${good}, with ${count(findings.warnings, 'warning')}.` : `${good}.`;
}
/** `path:line:column`, and the entry inside an archive. */
function placeOf(one) {
    if (one.artifact === '')
        return 'whole run';
    const line = one.line === undefined ? '' : `:${one.line}${one.column === undefined ? '' : `:${one.column}`}`;
    return one.entry === undefined ? `${one.artifact}${line}` : `${one.artifact} › ${one.entry}${line}`;
}
/** Title of a finding's code: a rule of the policy has its own name, as all of them share one rule. */
function titleOf(one) {
    return one.code.startsWith('rule.') && one.code !== 'rule.failed'
        ? `Policy rule “${one.code.slice('rule.'.length)}” does not hold`
        : (0,_engine_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleOf */ .Y)(one.code).title;
}
/** Findings past the limit of an artifact, which the report only counts. */
function uncounted(report) {
    return report.artifacts.reduce((sum, artifact) => sum + (artifact.more_findings ?? 0), 0);
}
/**
 * A fingerprint for each finding, unique in the run: of its code, path and subject, and of the how-manieth of these it
 * is. No line or column goes in, so that it survives when lines move.
 */
function fingerprints(findings) {
    const seen = new Map();
    return findings.map((one) => {
        // JSON keeps the parts apart: no path can be written so that it is taken for another path and subject.
        const key = JSON.stringify([one.code, one.artifact, one.entry ?? '', one.record_id ?? '', one.pointer ?? '']);
        const ordinal = seen.get(key) ?? 0;
        seen.set(key, ordinal + 1);
        return sha256Hex(`${key}#${ordinal}`);
    });
}
/** Keys whose signatures verified, most used first. */
function signersOf(model) {
    const counts = new Map();
    const of = (keyId) => {
        const known = counts.get(keyId) ?? { artifacts: 0, records: 0 };
        counts.set(keyId, known);
        return known;
    };
    for (const artifact of model.report.artifacts)
        for (const keyId of artifact.signatures.key_ids)
            of(keyId).artifacts++;
    for (const record of model.records) {
        if (record.signature === 'verified' && record.keyId !== undefined)
            of(record.keyId).records++;
    }
    return [...counts]
        .map(([keyId, counted]) => {
        const name = model.signerNames.get(keyId);
        return { keyId, ...counted, ...(name === undefined ? {} : { name }) };
    })
        .sort((a, b) => b.artifacts - a.artifacts || b.records - a.records || (a.keyId < b.keyId ? -1 : 1));
}
/** True when nothing at all speaks against the run: `--warn-only` does not make an attestation of it. */
function trulyPassed(report) {
    return (report.exit_code === 0 &&
        report.outcome !== 'failed' &&
        report.incomplete !== true &&
        report.summary.findings.errors === 0 &&
        report.summary.failed === 0);
}


/***/ })

};
