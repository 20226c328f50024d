export const id = 266;
export const ids = [266];
export const modules = {

/***/ 8266:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* harmony import */ var _engine_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5206);
/* harmony import */ var _engine_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8166);
/* harmony import */ var _engine_json_jcs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(473);
/* harmony import */ var _engine_json_members_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9606);
/* harmony import */ var _engine_json_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2372);
/* harmony import */ var _engine_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1655);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3806);







const MAX_BASELINE_DEPTH = 16;
/** Reads and validates a baseline: strict JSON, `baseline-v1`, its digest when it has one. `name`: path to show. */
function readBaseline(bytes, name) {
    const refuse = (message, pointer = '') => ({
        ok: false,
        findings: [(0,_engine_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)('baseline.invalid', message, name, { pointer })],
    });
    let value;
    try {
        value = (0,_engine_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .Vh)(bytes, MAX_BASELINE_DEPTH);
    }
    catch (error) {
        if (!(error instanceof _engine_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .v))
            throw error;
        return refuse(`the baseline cannot be read: ${error.message}`);
    }
    const version = (0,_engine_json_members_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) ? value['version'] : undefined;
    if (version !== undefined && version !== 1) {
        return refuse(`the baseline has version ${(0,_engine_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(JSON.stringify(version))}, this gate reads version 1`, '/version');
    }
    const problems = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_5__/* .validateDocument */ .m)('baseline-v1', value);
    if (problems.length > 0) {
        return {
            ok: false,
            findings: problems.map(({ message, pointer }) => (0,_engine_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)('baseline.invalid', message, name, { pointer })),
        };
    }
    const { digest, ...baseline } = value;
    if (typeof digest === 'string' && digest.replace(/^sha256:/, '') !== (0,_engine_json_jcs_js__WEBPACK_IMPORTED_MODULE_2__/* .digestHex */ .sU)(baseline)) {
        return refuse('baseline was edited: its digest does not match', '/digest');
    }
    const paths = baseline['chains'].map(({ path }) => path);
    const seen = new Set();
    const again = paths.find((path) => seen.size === seen.add(path).size);
    if (again !== undefined)
        return refuse(`the chain ${(0,_engine_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(again)} is listed twice`, '/chains');
    return { ok: true, baseline: baseline };
}


/***/ })

};
