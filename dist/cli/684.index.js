export const id = 684;
export const ids = [684];
export const modules = {

/***/ 9684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCheckCommand: () => (/* binding */ policyCheckCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/engine/findings.ts
var engine_findings = __webpack_require__(8166);
// EXTERNAL MODULE: ./src/gate/materials.ts
var gate_materials = __webpack_require__(105);
// EXTERNAL MODULE: ./src/gate/policy/load.ts + 4 modules
var load = __webpack_require__(5734);
;// CONCATENATED MODULE: ./src/gate/policy/check.ts

/** Checks a policy file (`proof-verify policy check`). Exit code: `worstExit` of the findings; warnings leave it 0. */
async function checkPolicy(bytes, name, read) {
    const loaded = await (0,load/* loadPolicy */.t)(bytes, name, read);
    if (!loaded.ok)
        return { ok: false, sha256: loaded.sha256, findings: loaded.findings, summary: [] };
    return {
        ok: true,
        sha256: loaded.policy.sha256 ?? '',
        findings: loaded.warnings,
        summary: summarizePolicy(loaded.policy),
    };
}
/** What a policy asks for, a line each. Repeats names from the policy: escape it for each output. */
function summarizePolicy(policy) {
    const { trust, freshness, require, rules, approvals, baseline } = policy;
    const lines = [];
    const signers = [...trust.keys, ...trust.cosign].map(({ name }) => name);
    if (trust.configured)
        lines.push(`trusts ${signers.length === 0 ? 'nobody' : [...new Set(signers)].join(', ')}`);
    if (trust.minSigners !== undefined)
        lines.push(`chains and bundles need ${plural(trust.minSigners, 'signer')}`);
    if (freshness?.maxAgeMs !== undefined)
        lines.push(`records are at most ${freshness.maxAgeMs / 86_400_000} days old`);
    for (const [type, min] of require.recordTypes)
        lines.push(`needs ${plural(min, `${type} record`)}`);
    for (const product of require.sourceProducts)
        lines.push(`needs a record of product ${product}`);
    for (const { framework, controls, minCoverage } of require.frameworks) {
        const share = minCoverage ?? (controls === undefined ? 1 : undefined);
        if (controls !== undefined)
            lines.push(`needs ${framework.framework.id} controls ${controls.join(', ')}`);
        if (share !== undefined)
            lines.push(`needs ${share * 100} % of ${framework.framework.id}`);
    }
    if (rules.length > 0)
        lines.push(`${plural(rules.length, 'rule')}: ${rules.map(({ id }) => id).join(', ')}`);
    for (const { id, min, by } of approvals.rules) {
        lines.push(`approval ${id}: ${plural(min, 'signer')}${by === undefined ? '' : ` of ${by.join(', ')}`}`);
    }
    if (!approvals.builtin)
        lines.push('approvals that records ask for themselves are off');
    if (baseline !== undefined)
        lines.push(`compares with ${baseline}`);
    return lines;
}
const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

// EXTERNAL MODULE: ./src/gate/workspace.ts
var gate_workspace = __webpack_require__(2142);
// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
// EXTERNAL MODULE: ./src/cli/commands/tools.ts
var tools = __webpack_require__(8258);
;// CONCATENATED MODULE: ./src/cli/commands/policy.ts








/** `policy check [FILE]`: every mistake with its line, or what the policy asks for. */
async function policyCheckCommand(file, io) {
    const workspace = process.cwd();
    if ((0,external_node_fs_.statSync)((0,external_node_path_.resolve)(workspace, file), { throwIfNoEntry: false }) === undefined) {
        throw new output/* CommandError */.Qd(7, `policy ${JSON.stringify(file)} is not there [dependency.missing]`);
    }
    const escaped = (0,gate_workspace/* escapeOf */.F)(workspace, file);
    if (escaped !== undefined)
        throw new output/* CommandError */.Qd(8, `${escaped} [path.escape]`);
    const materials = new gate_materials/* Materials */.t(workspace, 'gate');
    const read = (path) => {
        const leaves = (0,gate_workspace/* escapeOf */.F)(workspace, path);
        if (leaves !== undefined)
            return { ok: false, code: 'path.escape', message: leaves };
        const bytes = materials.read(path, 'file of the policy', 'policy.invalid');
        if (bytes !== undefined)
            return { ok: true, bytes };
        const told = materials.findings.at(-1);
        return { ok: false, code: told?.code ?? 'dependency.missing', message: told?.message ?? `${path} cannot be read` };
    };
    const { findings, summary } = await checkPolicy((0,tools.readInput)(file), file, read);
    for (const one of findings) {
        const place = one.line === undefined ? file : `${file}:${one.line}:${one.column ?? 1}`;
        (one.severity === 'error' ? io.err : io.out)((0,output/* line */.n8)(`${place}: ${one.severity}: ${one.message} [${one.code}]`));
    }
    const exit = (0,engine_findings/* worstExit */.gX)(findings);
    if (exit === 0)
        for (const text of summary)
            io.out((0,output/* line */.n8)(text));
    return exit;
}


/***/ })

};
