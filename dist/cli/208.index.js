export const id = 208;
export const ids = [208];
export const modules = {

/***/ 1208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   frameworksCoverageCommand: () => (/* binding */ frameworksCoverageCommand),
/* harmony export */   frameworksListCommand: () => (/* binding */ frameworksListCommand),
/* harmony export */   frameworksShowCommand: () => (/* binding */ frameworksShowCommand)
/* harmony export */ });
/* harmony import */ var _gate_frameworks_catalogues_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8);
/* harmony import */ var _gate_frameworks_framework_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2893);
/* harmony import */ var _gate_frameworks_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(442);
/* harmony import */ var _gate_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9218);
/* harmony import */ var _report_sanitize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1211);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6657);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8029);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8258);








/** `frameworks list`: the built-in catalogues. */
function frameworksListCommand(flags, io) {
    const list = (0,_gate_frameworks_catalogues_js__WEBPACK_IMPORTED_MODULE_6__/* .loadCatalogues */ .f)().map(({ framework, controls }) => ({
        id: framework.id,
        version: framework.version,
        title: framework.title,
        controls: [...(0,_gate_frameworks_framework_js__WEBPACK_IMPORTED_MODULE_7__/* .allControls */ .i)(controls)].length,
    }));
    if (flags.quiet === true)
        return 0;
    io.out(flags.json === true
        ? (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(list)
        : list.map((one) => `${one.id}\t${one.title} (${one.version}), ${one.controls} controls\n`).join(''));
    return 0;
}
/** `frameworks show ID|FILE`. */
function frameworksShowCommand(id, flags, io) {
    const framework = frameworkOf(id);
    if (flags.quiet === true)
        return 0;
    if (flags.json === true) {
        io.out((0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(framework));
        return 0;
    }
    const lines = [`${framework.framework.id} ${framework.framework.version}: ${framework.framework.title}`];
    for (const control of (0,_gate_frameworks_framework_js__WEBPACK_IMPORTED_MODULE_7__/* .allControls */ .i)(framework.controls)) {
        lines.push(`${control.id}  ${control.title}`);
        for (const set of (0,_gate_frameworks_framework_js__WEBPACK_IMPORTED_MODULE_7__/* .evidenceSets */ .n)(control)) {
            const who = set.source_products === undefined || set.source_products.length === 0
                ? ''
                : ` from ${set.source_products.join(', ')}`;
            lines.push(`  ${set.id === undefined ? '' : `${set.id}: `}${set.required_record_types.join(' + ')}${who} (${set.minimum_frequency})`);
        }
    }
    io.out(lines.map((text) => `${(0,_report_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(text)}\n`).join(''));
    return 0;
}
/** `frameworks coverage ID [PATTERN…]`: which controls the verified records of a workspace cover. */
async function frameworksCoverageCommand(id, patterns, raw, io) {
    const framework = frameworkOf(id);
    const { json, quiet, explain, ...gate } = raw;
    void explain;
    const options = (0,_gate_js__WEBPACK_IMPORTED_MODULE_4__.readOptions)(patterns, gate);
    const { run, coverage } = await (0,_gate_run_js__WEBPACK_IMPORTED_MODULE_1__/* .coverageOfRun */ .jY)(options, framework);
    if (quiet === true)
        return run.exitCode;
    if (json === true)
        io.out((0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(coverage));
    else {
        const lines = coverage.controls.map((one) => `${one.covered ? '✓' : '✗'} ${one.id}  ${one.title}`);
        io.out(`${[...lines, `${coverage.covered} of ${coverage.total} controls of ${coverage.framework} ${coverage.version} covered`].map(_report_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj).join('\n')}\n`);
    }
    return run.exitCode;
}
function frameworkOf(id) {
    const known = (0,_gate_frameworks_catalogues_js__WEBPACK_IMPORTED_MODULE_6__/* .loadCatalogues */ .f)().find(({ framework }) => framework.id === id);
    if (known !== undefined)
        return known;
    if (!/[./\\]/.test(id)) {
        throw new _output_js__WEBPACK_IMPORTED_MODULE_3__/* .CommandError */ .Qd(6, `unknown framework ${JSON.stringify(id)}; known: ${(0,_gate_frameworks_catalogues_js__WEBPACK_IMPORTED_MODULE_6__/* .loadCatalogues */ .f)()
            .map(({ framework }) => framework.id)
            .join(', ')} [framework.invalid]`);
    }
    const parsed = (0,_gate_frameworks_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFramework */ .k)(Buffer.from((0,_tools_js__WEBPACK_IMPORTED_MODULE_5__.readInput)(id)).toString('utf8'), id);
    if (parsed.ok)
        return parsed.framework;
    const [first] = parsed.problems;
    throw new _output_js__WEBPACK_IMPORTED_MODULE_3__/* .CommandError */ .Qd(6, `${id}${first?.line === undefined ? '' : `:${first.line}`}: ${first?.message ?? 'not a framework'} [framework.invalid]`);
}


/***/ })

};
