export const id = 689;
export const ids = [689];
export const modules = {

/***/ 689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeShards: () => (/* binding */ mergeShards),
/* harmony export */   uniteFindings: () => (/* binding */ uniteFindings)
/* harmony export */ });
/* harmony import */ var _engine_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8166);
/* harmony import */ var _engine_order_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4990);
/* harmony import */ var _engine_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1655);
/* harmony import */ var _report_common_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4069);
/* harmony import */ var _config_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(274);
/* harmony import */ var _config_schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3806);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5703);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(918);








/**
 * Puts the evidence of all shards of one run together (interface.md, `--shard` and `merge`), so that deciding over it is
 * deciding as one run. `merge.invalid` (6) for what is not a report with evidence, was changed after it was written, was
 * sealed with a different key, is of another commit, run, policy, base, version, plan or settings, for a shard that is
 * missing or given twice, for an artifact in the wrong shard or in none, and for one that is different here (trust.md
 * section 8).
 */
async function mergeShards(reports, expected) {
    const findings = [];
    const refuse = (message, name) => void findings.push((0,_engine_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('merge.invalid', message, name));
    if (reports.length === 0)
        refuse('no reports to merge', '');
    const parts = [];
    for (const report of reports) {
        const part = readPart(report, expected, refuse);
        if (part !== undefined)
            parts.push(part);
    }
    const [first] = parts;
    if (first === undefined || findings.length > 0)
        return { ok: false, findings };
    comparePlans(first, parts, refuse);
    if (findings.length > 0)
        return { ok: false, findings };
    const content = unite(parts);
    if (!content.incomplete && (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOfPaths */ .GU)(filesOf(content).map(({ path }) => path)) !== first.evidence.plan.artifacts)
        refuse('the shards do not contain all artifacts of the run', first.name);
    for (const { path, sha256 } of filesOf(content)) {
        const why = await expected.changed?.(path, sha256);
        if (why !== undefined)
            findings.push((0,_engine_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('merge.invalid', why, path));
    }
    const patterns = (0,_config_json_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(first.evidence.plan.settings.selection['patterns']).map(_config_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq);
    const known = {
        files: new Set(filesOf(content).map(({ path }) => path)),
        findings: new Set(content.findings.map(({ artifact, code }) => `${code} ${artifact}`)),
    };
    // What a run that was cut short did not reach is expected, as is what is around an artifact that is different here.
    const extra = content.incomplete || findings.length > 0 ? [] : await expected.onlyHere?.(patterns, known);
    for (const path of extra ?? [])
        refuse('it is among the artifacts here, and no shard read it', path);
    return findings.length > 0 ? { ok: false, findings } : { ok: true, content };
}
/** Everything that a shard read: artifacts, and files that are not. */
function filesOf({ artifacts, unrecognized }) {
    return [...artifacts.map(({ verdict }) => verdict), ...unrecognized];
}
function readPart({ name, value }, expected, refuse) {
    const [problem] = (0,_config_schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .validateDocument */ .m)('gate-report-v1', value);
    if (problem !== undefined) {
        refuse(`not a gate report: ${problem.message}`, name);
        return undefined;
    }
    const evidence = value['shard'];
    if (evidence === undefined) {
        refuse('not a shard report (no --shard)', name);
        return undefined;
    }
    const broken = (0,_encode_js__WEBPACK_IMPORTED_MODULE_4__/* .sealProblem */ .Z7)(evidence, expected.key);
    if (broken !== undefined) {
        refuse(broken, name);
        return undefined;
    }
    const content = (0,_encode_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeShard */ .p6)(evidence);
    if (content === undefined) {
        refuse('its evidence is damaged', name);
        return undefined;
    }
    const { plan } = evidence;
    for (const difference of differences(plan, expected.run))
        refuse(difference, name);
    if (plan.index > plan.count)
        refuse(`shard ${plan.index} of ${plan.count} does not exist`, name);
    const stray = filesOf(content).find(({ path }) => !(0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .belongsTo */ .g4)(path, plan));
    if (stray !== undefined)
        refuse(`${(0,_engine_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(stray.path)} does not belong to shard ${plan.index} of ${plan.count}`, name);
    return { name, evidence, content };
}
/** The differences between two plans of a run. */
function differences(plan, run) {
    const said = (value) => value ?? 'none';
    const differs = (what, there, here) => there === here ? [] : [`from a run with a different ${what}: ${(0,_engine_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(said(there))}, here ${said(here)}`];
    const { settings } = plan;
    const names = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .differingSettings */ .C1)(settings.verdict, run.settings.verdict);
    return [
        ...differs('version of proof-verify', plan.engine, run.engine),
        ...differs('commit', plan.commit, run.commit),
        ...differs('run id', plan.run_id, run.run_id),
        ...differs('policy', plan.policy_sha256, run.policy_sha256),
        ...differs('base commit', plan.base_commit, run.base_commit),
        ...names.map((name) => settingDifference(name, settings.verdict[name], run.settings.verdict[name])),
    ];
}
function settingDifference(name, there, here) {
    const said = (value) => (0,_engine_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(JSON.stringify(value ?? null));
    return `from a run with different settings: ${(0,_engine_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(name)} is ${said(there)}, here ${said(here)}`;
}
function comparePlans(first, parts, refuse) {
    const { count, settings, artifacts } = first.evidence.plan;
    const seen = new Map();
    for (const { name, evidence } of parts) {
        const { plan } = evidence;
        if (plan.count !== count)
            refuse(`it has ${plan.count} ${plan.count === 1 ? 'shard' : 'shards'}, ${first.name} has ${count}`, name);
        const [setting] = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .differingSettings */ .C1)(plan.settings.selection, settings.selection);
        if (setting !== undefined)
            refuse(`from a run with different settings than ${first.name}: ${setting}`, name);
        if (plan.artifacts !== artifacts)
            refuse(`from a run over different artifacts than ${first.name}`, name);
        const other = seen.get(plan.index);
        if (other !== undefined)
            refuse(`shard ${plan.index} is in ${other} and ${name}`, name);
        seen.set(plan.index, name);
    }
    const missing = [];
    for (let index = 1; index <= count && missing.length < 10; index++)
        if (!seen.has(index))
            missing.push(index);
    if (missing.length > 0) {
        const [what, verb] = missing.length === 1 ? ['shard', 'is'] : ['shards', 'are'];
        refuse(`${what} ${missing.join(', ')} of ${count} ${verb} missing`, '');
    }
}
/** The order of one run: artifacts by the bytes of their paths, records as they stand in each. */
function unite(parts) {
    const contents = parts.map(({ content }) => content);
    const artifacts = contents
        .flatMap((content) => content.artifacts)
        .sort((a, b) => (0,_engine_order_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .X)(a.verdict.path, b.verdict.path));
    const byArtifact = (0,_report_common_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$z)(contents.flatMap(({ facts }) => facts), ({ artifact }) => artifact);
    const [first] = contents;
    return {
        artifacts,
        facts: artifacts.flatMap(({ verdict }) => byArtifact.get(verdict.path) ?? []),
        findings: uniteFindings(contents.map(({ findings }) => findings)),
        incomplete: contents.some(({ incomplete }) => incomplete),
        unrecognized: contents.flatMap(({ unrecognized }) => unrecognized).sort((a, b) => (0,_engine_order_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBytes */ .X)(a.path, b.path)),
        // Discovery is the same in every shard.
        ignored: first?.ignored ?? [],
        unmatchedPatterns: first?.unmatchedPatterns ?? [],
    };
}
/** Configuration and discovery are the same in every shard: each finding as often as one shard has it. */
function uniteFindings(lists) {
    const merged = [];
    const have = new Map();
    for (const list of lists) {
        const here = new Map();
        for (const found of list) {
            const key = JSON.stringify(found);
            const times = (here.get(key) ?? 0) + 1;
            here.set(key, times);
            if (times > (have.get(key) ?? 0)) {
                have.set(key, times);
                merged.push(found);
            }
        }
    }
    return merged;
}


/***/ })

};
