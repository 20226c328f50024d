export const id = 263;
export const ids = [263];
export const modules = {

/***/ 1263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* harmony import */ var _engine_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3475);
/* harmony import */ var _engine_canonical_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9247);
/* harmony import */ var _engine_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5206);
/* harmony import */ var _engine_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8166);
/* harmony import */ var _engine_schema_values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8824);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7565);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8463);







const MAX_BASELINE_BYTES = 64 * 1024 * 1024;
const MAX_BASELINE_DEPTH = 16;
/** Reads and validates a baseline: strict JSON, `baseline-v1`, its digest when it has one. `name`: path to show. */
function readBaseline(bytes, name) {
    const refuse = (message, pointer = '') => ({
        ok: false,
        findings: [(0,_engine_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .finding */ .gk)('baseline.invalid', message, name, { pointer })],
    });
    if (bytes.length > MAX_BASELINE_BYTES)
        return refuse(`the baseline has ${bytes.length} bytes, more than ${MAX_BASELINE_BYTES}`);
    let value;
    try {
        value = (0,_engine_canonical_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(bytes, MAX_BASELINE_DEPTH);
    }
    catch (error) {
        if (!(error instanceof _engine_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .Fault */ .v))
            throw error;
        return refuse(`the baseline cannot be read: ${error.message}`);
    }
    const version = (0,_engine_schema_values_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(value) ? value['version'] : undefined;
    if (version !== undefined && version !== 1) {
        return refuse(`the baseline has version ${(0,_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .shorten */ .ml)(JSON.stringify(version))}, this gate reads version 1`, '/version');
    }
    const problems = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_5__/* .validateDocument */ .m)('baseline-v1', value);
    if (problems.length > 0) {
        return {
            ok: false,
            findings: problems.map(({ message, pointer }) => (0,_engine_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .finding */ .gk)('baseline.invalid', message, name, { pointer })),
        };
    }
    const { digest, ...baseline } = value;
    if (typeof digest === 'string' && digest.replace(/^sha256:/, '') !== (0,_engine_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_0__/* .digestHex */ .sU)(baseline)) {
        return refuse('the baseline was changed after it was written: its digest is another', '/digest');
    }
    const paths = baseline['chains'].map(({ path }) => path);
    const seen = new Set();
    const again = paths.find((path) => seen.size === seen.add(path).size);
    if (again !== undefined)
        return refuse(`the chain ${JSON.stringify((0,_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .shorten */ .ml)(again))} is listed twice`, '/chains');
    return { ok: true, baseline: baseline };
}


/***/ })

};
