export const id = 231;
export const ids = [231];
export const modules = {

/***/ 7231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeShards: () => (/* binding */ mergeShards)
/* harmony export */ });
/* harmony import */ var _engine_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8166);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7565);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8463);
/* harmony import */ var _shard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9299);




/**
 * Puts the evidence of all shards of one run together (interface.md, `--shard` and `merge`), so that deciding over it is
 * deciding as one run. `merge.invalid` (6) for a report that is none, without evidence, changed after it was written, of
 * another policy, engine version, settings or plan, for a shard that is missing or doubled, for an artifact in the wrong
 * shard or in none. Never throws.
 */
function mergeShards(reports, expected) {
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
    const paths = [...content.artifacts.map(({ verdict }) => verdict.path), ...(content.dropped ?? [])];
    if (!content.incomplete && (0,_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOfPaths */ .GU)(paths) !== first.evidence.plan.artifacts) {
        refuse('the shards do not hold all artifacts of the run', first.name);
        return { ok: false, findings };
    }
    return { ok: true, content };
}
function readPart({ name, value }, expected, refuse) {
    const [problem] = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .validateDocument */ .m)('gate-report-v1', value);
    if (problem !== undefined) {
        refuse(`not a gate report: ${problem.message}`, name);
        return undefined;
    }
    const evidence = value['shard'];
    if (evidence === undefined) {
        refuse('the report is of a whole run, not of one with --shard', name);
        return undefined;
    }
    const { digest, ...sealed } = evidence;
    if ((0,_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOfEvidence */ .DJ)(sealed) !== digest) {
        refuse('the evidence of the report was changed after it was written', name);
        return undefined;
    }
    const { plan } = evidence;
    if (plan.engine !== expected.engine)
        refuse(`the report is of version ${(0,_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(plan.engine)}, this is ${expected.engine}`, name);
    if (plan.policy_sha256 !== expected.policySha256) {
        refuse(`the report is of the policy ${plan.policy_sha256 ?? '(none)'}, this run has ${expected.policySha256 ?? '(none)'}`, name);
    }
    if (expected.settings !== undefined && plan.settings !== expected.settings) {
        refuse('the report is of a run with other settings (keys, patterns, limits …)', name);
    }
    if (plan.index > plan.count)
        refuse(`there is no shard ${plan.index} of ${plan.count}`, name);
    const looked = [...evidence.artifacts.map(({ path }) => path), ...(evidence.dropped ?? [])];
    const stray = looked.find((path) => !(0,_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .belongsTo */ .g4)(path, plan));
    if (stray !== undefined)
        refuse(`${(0,_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(stray)} does not belong to shard ${plan.index} of ${plan.count}`, name);
    const content = (0,_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeShard */ .p6)(evidence);
    if (content === undefined) {
        refuse('the evidence of the report is damaged', name);
        return undefined;
    }
    return { name, evidence, content };
}
function comparePlans(first, parts, refuse) {
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
        .sort((a, b) => (0,_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .byBytes */ .bg)(a.verdict.path, b.verdict.path));
    const dropped = parts.flatMap(({ content }) => content.dropped ?? []).sort(_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .byBytes */ .bg);
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


/***/ })

};
