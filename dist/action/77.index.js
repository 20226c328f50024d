export const id = 77;
export const ids = [77];
export const modules = {

/***/ 7077:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyChainDirectory: () => (/* binding */ verifyChainDirectory)
/* harmony export */ });
/* unused harmony export chainFiles */
/* harmony import */ var _canonical_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
/* harmony import */ var _canonical_slices_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9076);
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5670);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5511);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(633);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9911);
/* harmony import */ var _stream_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9060);







/** Sorts out which files of a directory are the records of its chain. */
async function chainFiles(directory) {
    const records = [];
    const lines = [];
    const links = [];
    let declared = false;
    for (const entry of await directory.list()) {
        if (entry.path.includes('/') || entry.type === 'directory')
            continue;
        const isRecord = entry.path.endsWith('.json') && entry.path !== 'manifest.json' && entry.path !== 'chain.json';
        const isLines = entry.path.endsWith('.jsonl');
        if (entry.type === 'symlink' && (isRecord || isLines || entry.path === 'chain.json'))
            links.push(entry.path);
        if (isRecord)
            records.push(entry.path);
        else if (isLines)
            lines.push(entry.path);
        else if (entry.path === 'chain.json')
            declared = true;
    }
    return { records, lines, declared, links };
}
/** Verifies a directory whose files are one chain. */
async function verifyChainDirectory(directory, collector, options) {
    const files = await chainFiles(directory);
    for (const link of options.mode === 'gate' ? files.links : []) {
        collector.add('path.symlink', `${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(link)} is a symbolic link`, { entry: link });
    }
    const run = new _records_js__WEBPACK_IMPORTED_MODULE_5__/* .RecordRun */ .f(collector, options, (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .chainRules */ .pQ)(options));
    if (files.records.length === 0 && files.lines.length === 0 && files.declared) {
        const result = await verifyDeclaredChain(directory, collector, options);
        if (result !== undefined)
            return result;
        return { summary: await run.finish() };
    }
    for (const path of files.records) {
        await pushFile(run, directory, path, collector, options);
        if (options.aborted?.() === true)
            break;
    }
    for (const path of files.lines) {
        const source = open(directory, path, collector);
        if (source !== undefined)
            await (0,_stream_js__WEBPACK_IMPORTED_MODULE_6__/* .runLines */ .r)(run, source, collector, options, path);
    }
    const summary = await run.finish();
    if (options.mode === 'gate' && summary.records === 0) {
        collector.add('chain.empty', 'the chain directory has no records');
    }
    if (options.strict && files.declared)
        await checkDeclared(directory, summary, collector, options);
    return { summary };
}
async function verifyDeclaredChain(directory, collector, options) {
    const source = open(directory, 'chain.json', collector);
    if (source === undefined)
        return undefined;
    return (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyChain */ .H5)(source, collector, options, async () => {
        collector.add('kind.unsupported', 'chain.json holds no list of records', { source, entry: 'chain.json' });
    });
}
function open(directory, path, collector) {
    try {
        return directory.open(path);
    }
    catch (error) {
        collector.fault(error, { entry: path });
        return undefined;
    }
}
async function pushFile(run, directory, path, collector, options) {
    const source = open(directory, path, collector);
    if (source === undefined)
        return;
    try {
        if (source.size > options.limits.maxRecordBytes)
            throw (0,_canonical_slices_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTooLarge */ .D1)(options.limits, 0);
        const bytes = await source.bytes(options.limits.maxRecordBytes);
        await run.push([{ bytes, offset: 0, line: 1, members: -1, escapes: false, escapedNames: false }], source, path);
    }
    catch (error) {
        collector.fault(error, { source, entry: path });
    }
}
/** Strict: a chain.json beside the records must agree with them in count and head. */
async function checkDeclared(directory, summary, collector, options) {
    const entry = 'chain.json';
    const source = open(directory, entry, collector);
    if (source === undefined)
        return;
    const slicer = new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_1__/* .ChainSlicer */ .U0(options.limits);
    const problems = [];
    try {
        for await (const chunk of source.chunks())
            slicer.push(chunk);
        const declared = (0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(slicer.finish().bytes, options.limits.maxDepth);
        if (!(0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(declared)) {
            collector.add('chain.member_type', 'chain.json is no JSON object', { source, entry });
            return;
        }
        const read = new _members_js__WEBPACK_IMPORTED_MODULE_4__/* .MemberReader */ .uG(problems, 'chain.member_type');
        const count = read.integer(declared, 'record_count', '') ?? 0;
        const head = read.text(declared, 'head_hash', '') ?? '';
        if (count !== summary.records) {
            problems.push({
                code: 'chain.record_count_mismatch',
                message: `chain.json declares ${count} records but there are ${summary.records}`,
                pointer: '/record_count',
            });
        }
        if (head !== summary.headHash) {
            problems.push({
                code: 'chain.head_hash_mismatch',
                message: `chain.json declares head ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(head)} but the last record has hash ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(summary.headHash)}`,
                pointer: '/head_hash',
            });
        }
    }
    catch (error) {
        collector.fault(error, { source, entry });
    }
    for (const problem of problems) {
        collector.add(problem.code, problem.message, { source, entry, pointer: problem.pointer });
    }
}


/***/ })

};
