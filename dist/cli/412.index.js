export const id = 412;
export const ids = [412];
export const modules = {

/***/ 3412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   chainVerifyCommand: () => (/* binding */ chainVerifyCommand),
/* harmony export */   verifyCommand: () => (/* binding */ verifyCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _engine_artifact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5542);
/* harmony import */ var _engine_canonical_strict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5670);
/* harmony import */ var _engine_canonical_time_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8126);
/* harmony import */ var _engine_findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8166);
/* harmony import */ var _engine_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7100);
/* harmony import */ var _engine_signature_trust_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4373);
/* harmony import */ var _engine_source_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9929);
/* harmony import */ var _engine_source_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7594);
/* harmony import */ var _engine_source_random_access_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2154);
/* harmony import */ var _gate_materials_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(105);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6657);













/** `verify PATH`: the verdict, upstream's JSON or line on success, one line on standard error on failure. */
async function verifyCommand(path, flags, io) {
    const verdict = await verdictOf(path, flags, io);
    const failed = compatFailure(verdict);
    if (failed !== undefined)
        throw new _output_js__WEBPACK_IMPORTED_MODULE_10__/* .CommandError */ .Qd(failed.exit, reason(failed.finding, path));
    if (flags.quiet === true)
        return 0;
    io.out(flags.json === true ? (0,_output_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonText */ .s$)(successJson(verdict)) : `${successText(verdict)}\n`);
    return 0;
}
/** `chain verify PATH [--from --to]`. */
async function chainVerifyCommand(path, flags, io) {
    const verdict = await verdictOf(path, { ...flags, chain: true }, io);
    const failed = compatFailure(verdict);
    if (failed !== undefined)
        throw new _output_js__WEBPACK_IMPORTED_MODULE_10__/* .CommandError */ .Qd(failed.exit, reason(failed.finding, path));
    if (flags.quiet === true)
        return 0;
    const count = verdict.facts.recordsInRange ?? verdict.records;
    io.out(flags.json === true
        ? (0,_output_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonText */ .s$)({ intact: true, count, head_hash: verdict.headHash ?? '' })
        : `Chain intact. ${count} records. No gaps.\n`);
    return 0;
}
async function verdictOf(path, flags, io) {
    const explain = (text) => {
        if (flags.explain === true)
            io.err(`explain: ${(0,_output_js__WEBPACK_IMPORTED_MODULE_10__/* .line */ .n8)(text)}`);
    };
    const options = await compatOptions(flags);
    const input = compatInput(path, flags, options);
    explain(`verifying ${path} as a ${input.form.replace('_', ' ')}`);
    explain(options.signatures === 'required'
        ? `signatures are checked with ${options.trust.keys.length} key(s)`
        : 'signatures are not checked');
    explain(options.strict ? 'strict structure' : 'structure is not checked strictly');
    const verdict = await (0,_engine_artifact_js__WEBPACK_IMPORTED_MODULE_2__/* .verify */ .M)(input, options);
    explain(`found a ${verdict.kind.replaceAll('_', ' ')} with ${verdict.records} record(s)`);
    for (const one of verdict.findings)
        explain(`${one.severity} ${one.code}: ${one.message}`);
    if (flags.chain === true &&
        verdict.outcome === 'verified' &&
        !['chain', 'chain_directory', 'stream'].includes(verdict.kind)) {
        throw new _output_js__WEBPACK_IMPORTED_MODULE_10__/* .CommandError */ .Qd(6, `${path} is no chain but a ${verdict.kind.replaceAll('_', ' ')}`);
    }
    return verdict;
}
async function compatOptions(flags) {
    const materials = new _gate_materials_js__WEBPACK_IMPORTED_MODULE_9__/* .Materials */ .t(process.cwd(), 'compat');
    const trust = await compatTrust(flags, materials);
    const customTypes = await materials.customTypes(flags.customTypeSchema ?? []);
    const revocationKey = flags.revocationKey === undefined ? undefined : materials.key(flags.revocationKey, '--revocation-key');
    const revocations = flags.revocationList === undefined ? [] : materials.revocations(flags.revocationList, revocationKey);
    const from = instantFlag(flags.from, '--from');
    const to = instantFlag(flags.to, '--to');
    const broken = worst(materials.findings);
    if (broken !== undefined)
        throw new _output_js__WEBPACK_IMPORTED_MODULE_10__/* .CommandError */ .Qd(broken.exit, broken.finding.message);
    return {
        mode: 'compat',
        strict: flags.strict === true,
        signatures: flags.signatures === true ? 'required' : 'off',
        trust,
        revocations,
        customTypes,
        limits: _engine_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_LIMITS */ .dR,
        now: Date.now(),
        ...(from === undefined && to === undefined ? {} : { range: { from, to } }),
    };
}
async function compatTrust(flags, materials) {
    const wanted = flags.signatures === true;
    const key = wanted && flags.publicKey !== undefined ? materials.key(flags.publicKey, '--public-key') : undefined;
    const cosign = wanted
        ? await materials.cosign({
            key: flags.cosignKey,
            certificate: flags.cosignCert,
            identity: flags.cosignCertIdentity,
            issuer: flags.cosignCertIssuer,
            trustedRoot: flags.cosignTrustedRoot,
        })
        : undefined;
    if (wanted && key === undefined && cosign === undefined && materials.findings.length === 0) {
        materials.add('key.missing', '--signatures needs --public-key (or --cosign-key, --cosign-cert)');
    }
    const made = (0,_engine_signature_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .makeTrust */ .L)({ mode: 'compat', keys: key === undefined ? [] : [key], cosign });
    if (made.ok)
        return made.trust;
    throw new _output_js__WEBPACK_IMPORTED_MODULE_10__/* .CommandError */ .Qd(6, made.message);
}
function instantFlag(text, flag) {
    if (text === undefined || text === '')
        return undefined;
    const instant = (0,_engine_canonical_time_js__WEBPACK_IMPORTED_MODULE_12__/* .parseInstant */ .nV)(text);
    if (instant === undefined)
        throw new _output_js__WEBPACK_IMPORTED_MODULE_10__/* .CommandError */ .Qd(6, `${flag} ${JSON.stringify(text)} is not an RFC 3339 instant`);
    return instant.epochMs;
}
function compatInput(path, flags, options) {
    let directory = false;
    try {
        directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory();
    }
    catch {
        // openFile says what is wrong with it
    }
    if (directory) {
        const source = (0,_engine_source_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .directorySource */ .X)(path, path, options.limits, 'follow');
        const bundle = flags.bundle === true || (flags.chain !== true && isFile(`${path}/manifest.json`));
        return { form: bundle ? 'bundle' : 'chain_directory', directory: source };
    }
    try {
        const target = resolved(path);
        return { form: 'file', source: (0,_engine_source_file_js__WEBPACK_IMPORTED_MODULE_7__/* .openFile */ .Tq)(target, path, options.limits), access: () => (0,_engine_source_random_access_js__WEBPACK_IMPORTED_MODULE_8__/* .fileAccess */ .p)(target, path) };
    }
    catch (error) {
        throw new _output_js__WEBPACK_IMPORTED_MODULE_10__/* .CommandError */ .Qd(6, error instanceof Error ? error.message : String(error));
    }
}
/** Upstream follows a link that is named on the command line. */
function resolved(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}
function isFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
/**
 * Upstream's exit code: what cannot be read is 6; a record or chain that reads but is wrong in any way is 2; bundles and
 * packs use the kinds of section 8.
 */
function compatFailure(verdict) {
    const flat = ['record', 'chain', 'chain_directory', 'stream'].includes(verdict.kind);
    return worst(verdict.findings, (exit, finding) => {
        if (flat && exit === 3)
            return 2;
        // Upstream reads such text with replacement characters, whose hash then differs.
        if (finding.code === 'json.encoding' && finding.message === _engine_canonical_strict_js__WEBPACK_IMPORTED_MODULE_3__/* .INVALID_UTF8 */ .y5)
            return 2;
        // Section 9 gives packs the kinds of section 8: a path that leaves its archive breaks a path rule.
        if (exit === 8 && (finding.code.startsWith('zip.') || finding.code.startsWith('path.')))
            return 3;
        return exit;
    });
}
function worst(findings, map = (exit) => exit) {
    let best;
    for (const finding of findings) {
        if (finding.severity !== 'error')
            continue;
        const exit = map(finding.exit_code, finding);
        if (best === undefined || _engine_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT_ORDER */ .WR.indexOf(exit) < _engine_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT_ORDER */ .WR.indexOf(best.exit))
            best = { exit, finding };
    }
    return best;
}
function reason(finding, path) {
    const place = finding.line === undefined ? '' : `:${finding.line}:${finding.column ?? 1}`;
    const entry = finding.entry === undefined ? '' : ` (${finding.entry})`;
    return `${path}${place}${entry}: ${finding.message} [${finding.code}]`;
}
/** Success JSON of contract section 9, members in its order. */
function successJson(verdict) {
    const { facts } = verdict;
    switch (verdict.kind) {
        case 'record':
            return { kind: 'record', ok: true, record_id: facts.recordId ?? '' };
        case 'chain':
        case 'chain_directory':
            return { head_hash: verdict.headHash ?? '', kind: 'chain', ok: true, records: verdict.records };
        case 'bundle':
            return { kind: 'bundle', ok: true };
        case 'gait_pack':
        case 'gait_guard_pack':
            return {
                files_verified: facts.filesVerified ?? 0,
                kind: 'gait_pack',
                ok: true,
                pack_id: facts.packId ?? '',
                pack_type: facts.packType ?? '',
                proof_records_verified: facts.proofRecordsVerified ?? 0,
                signatures_verified: verdict.signatures.verified,
            };
        case 'gait_runpack':
            return {
                files_verified: facts.filesVerified ?? 0,
                kind: 'gait_runpack',
                manifest_digest: facts.manifestDigest ?? '',
                ok: true,
                run_id: facts.runId ?? '',
                signatures_verified: verdict.signatures.verified,
            };
        case 'stream':
            return { head_hash: verdict.headHash ?? '', kind: 'stream', ok: true, records: verdict.records };
        default:
            return { kind: verdict.kind, ok: true };
    }
}
function successText(verdict) {
    const files = verdict.facts.filesVerified ?? 0;
    switch (verdict.kind) {
        case 'record':
            return 'Record verified.';
        case 'chain':
        case 'chain_directory':
        case 'stream':
            return `Chain intact. ${verdict.records} records. No gaps.`;
        case 'bundle':
            return 'Bundle verified.';
        case 'gait_pack':
        case 'gait_guard_pack':
            return `Gait pack verified. Files: ${files}.`;
        case 'gait_runpack':
            return `Gait runpack verified. Files: ${files}.`;
        case 'gait_signed_json':
            return 'Gait signed artifact verified.';
        default:
            return `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(verdict.path)} verified.`;
    }
}


/***/ })

};
