export const id = 992;
export const ids = [992];
export const modules = {

/***/ 8992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   artifactsOnlyHere: () => (/* binding */ artifactsOnlyHere),
/* harmony export */   differenceHere: () => (/* binding */ differenceHere)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _discovery_discover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(821);
/* harmony import */ var _discovery_walk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4765);
/* harmony import */ var _engine_fault_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5206);
/* harmony import */ var _engine_source_digesting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2010);
/* harmony import */ var _engine_source_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9929);
/* harmony import */ var _engine_source_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7594);
/* harmony import */ var _evidence_named_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4710);
/* harmony import */ var _evidence_recognize_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5481);
/* harmony import */ var _evidence_verify_all_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1940);











/**
 * Compares what a shard read with the file or folder of the same path in this workspace. A file that is not here (the
 * merging job may have nothing but the reports) is not compared, nor is one that the shard could not read.
 * @returns why it is different, `undefined` when it is not.
 */
async function differenceHere(workspace, limits, path, sha256) {
    if (sha256 === null)
        return undefined;
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(here, { throwIfNoEntry: false });
    if (stats === undefined)
        return undefined;
    try {
        const digest = stats.isDirectory() ? await folderDigest(here, path, limits) : await fileDigest(here, path, limits);
        if (digest === undefined || digest === sha256)
            return undefined;
        if (digest === null)
            return 'it was read by a shard and cannot be read here';
        return `its SHA-256 is ${digest.slice(0, 12)}… here, the shard read ${sha256.slice(0, 12)}…`;
    }
    catch (error) {
        if (error instanceof _engine_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .Fault */ .v)
            return `it was read by a shard and cannot be read here: ${error.message}`;
        throw error;
    }
}
/**
 * Artifacts of this workspace that no shard read: evidence that came after the shards, or that they were kept from. Other files
 * may lie here, reports of the shards among them.
 * @param patterns those of the shards; empty: the default set.
 */
async function artifactsOnlyHere(options, { verify }, patterns, known) {
    const { workspace, limits } = options;
    const search = { workspace, patterns, defaults: patterns.length === 0, namedOutsideAllowed: true };
    const { artifacts, findings } = await (0,_discovery_discover_js__WEBPACK_IMPORTED_MODULE_2__/* .discover */ .k)(search);
    // What cannot be read or must not be followed, such as a link to what nobody verified.
    const found = findings.flatMap(({ severity, code, artifact }) => severity === 'error' && artifact !== '' && !known.findings.has(`${code} ${artifact}`) ? [artifact] : []);
    for (const artifact of artifacts) {
        if (known.files.has(artifact.name))
            continue;
        const verdict = await (0,_evidence_verify_all_js__WEBPACK_IMPORTED_MODULE_10__/* .verifyOne */ .A)(artifact, { ...verify, files: (0,_evidence_named_files_js__WEBPACK_IMPORTED_MODULE_8__/* .namedFiles */ .V)(artifact, workspace, limits) });
        if ((0,_evidence_recognize_js__WEBPACK_IMPORTED_MODULE_9__/* .recognize */ .v)([{ artifact, verdict }], options).artifacts.length > 0)
            found.push(artifact.name);
    }
    return found;
}
async function fileDigest(file, name, limits) {
    return (0,_engine_source_digesting_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .o)((0,_engine_source_file_js__WEBPACK_IMPORTED_MODULE_7__/* .openFile */ .Tq)(file, name, limits));
}
/** `undefined` for a folder without what makes it an artifact: it may be there for other files. */
async function folderDigest(folder, name, limits) {
    const source = (0,_engine_source_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .directorySource */ .X)(folder, name, limits, 'refuse');
    const entries = await source.list();
    if (!entries.some(({ path }) => path === 'manifest.json' || (!path.includes('/') && (0,_discovery_walk_js__WEBPACK_IMPORTED_MODULE_3__/* .isChainMember */ .OK)(path))))
        return undefined;
    return (await (0,_engine_source_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .directoryDigest */ .C)(source)).sha256;
}


/***/ })

};
