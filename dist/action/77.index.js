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
    const links = new Set(options.mode === 'gate' ? files.links : []);
    for (const link of links) {
        collector.add('path.symlink', `${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(link)} is a symbolic link`, { entry: link });
    }
    const open = (path) => {
        // That it is a link was told, so it is not asked for again.
        if (links.has(path))
            return undefined;
        try {
            return directory.open(path);
        }
        catch (error) {
            collector.fault(error, { entry: path });
            return undefined;
        }
    };
    const run = new _records_js__WEBPACK_IMPORTED_MODULE_5__/* .RecordRun */ .f(collector, options, (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .chainRules */ .pQ)(options));
    if (files.records.length === 0 && files.lines.length === 0 && files.declared) {
        const result = await verifyDeclaredChain(open, collector, options);
        if (result !== undefined)
            return result;
        return unsigned(await run.finish());
    }
    for (const path of files.records) {
        await pushFile(run, open, path, collector, options);
        if (options.aborted?.() === true)
            break;
    }
    for (const path of files.lines) {
        const source = open(path);
        if (source !== undefined)
            await (0,_stream_js__WEBPACK_IMPORTED_MODULE_6__/* .runLines */ .r)(run, source, collector, options, path);
    }
    const summary = await run.finish();
    if (options.mode === 'gate' && summary.records === 0) {
        collector.add('chain.empty', 'the chain directory has no records');
    }
    const work = { files, open, collector, options };
    return options.strict && files.declared ? checkDeclared(work, summary) : unsigned(summary);
}
const unsigned = (summary) => ({
    summary,
    chainId: undefined,
    signatures: 0,
    keyIds: new Set(),
});
async function verifyDeclaredChain(open, collector, options) {
    const entry = 'chain.json';
    const source = open(entry);
    if (source === undefined)
        return undefined;
    const none = async () => {
        collector.add('kind.unsupported', 'chain.json holds no list of records', { source, entry });
    };
    return (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyChain */ .H5)(source, collector, options, none, { entry, rules: (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .chainRules */ .pQ)(options) });
}
async function pushFile(run, open, path, collector, options) {
    const source = open(path);
    if (source === undefined)
        return;
    try {
        if (source.size > options.limits.maxRecordBytes)
            throw (0,_canonical_slices_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTooLarge */ .D1)(options.limits, 0);
        const bytes = await source.bytes(options.limits.maxRecordBytes);
        await run.push([whole(bytes)], source, path);
    }
    catch (error) {
        collector.fault(error, { source, entry: path });
    }
}
/**
 * Strict: a chain.json beside the records must agree with them in count and head. The gate verifies what it holds as well, as a
 * reader may take it for the chain: records of its own are a chain, and the same one when the head is the same; its
 * signatures are over them, or over the records beside it where it has none (hardening 10).
 */
async function checkDeclared(work, summary) {
    const { open, collector, options } = work;
    const entry = 'chain.json';
    const source = open(entry);
    if (source === undefined)
        return unsigned(summary);
    const slicer = new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_1__/* .ChainSlicer */ .U0(options.limits);
    let skeleton;
    let own = 0;
    try {
        for await (const chunk of source.chunks())
            own += slicer.push(chunk).length;
        skeleton = slicer.finish();
        const document = (0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(skeleton.bytes, options.limits.maxDepth);
        if (!(0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(document)) {
            collector.add('chain.member_type', 'chain.json is no JSON object', { source, entry });
            return unsigned(summary);
        }
        const raise = (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .raiser */ .PW)({ skeleton, source, entry, collector, options });
        if (own > 0 && options.mode === 'gate') {
            const inside = { entry, rules: (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .chainRules */ .pQ)(options) };
            const result = await (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyChain */ .H5)(source, collector, withoutReaders(options), async () => { }, inside);
            if (result === undefined)
                return unsigned(summary);
            compare('holds', result.summary.records, result.summary.headHash, summary, raise);
            return { ...result, summary, chainId: undefined };
        }
        const head = (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .readHead */ .zy)(document, options, raise);
        compare('declares', head.recordCount ?? 0, head.headHash ?? '', summary, raise);
        return { ...unsigned(summary), ...(await (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSignatures */ .ae)(head, () => recordsOf(work), options, raise)) };
    }
    catch (error) {
        collector.fault(skeleton === undefined ? error : (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .placed */ .GS)(error, skeleton), { source, entry });
        return unsigned(summary);
    }
}
function compare(does, records, headHash, summary, raise) {
    if (records !== summary.records) {
        raise({
            code: 'chain.record_count_mismatch',
            message: `chain.json ${does} ${records} records but there are ${summary.records}`,
            pointer: '/record_count',
        });
    }
    if (headHash !== summary.headHash) {
        raise({
            code: 'chain.head_hash_mismatch',
            message: `chain.json ${does} head ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(headHash)} but the last record has hash ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(summary.headHash)}`,
            pointer: '/head_hash',
        });
    }
}
/** The records were shown to whoever asked to see them already. */
function withoutReaders({ records: _, onRecord: __, ...options }) {
    return options;
}
/** The records of the directory in their order. What is wrong with one was told when it was verified. */
async function* recordsOf({ files, open, options }) {
    for (const path of files.records) {
        const bytes = await open(path)?.bytes(options.limits.maxRecordBytes);
        if (bytes !== undefined)
            yield whole(bytes);
    }
    for (const path of files.lines) {
        const slicer = new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_1__/* .LineSlicer */ .XY(options.limits);
        for await (const chunk of open(path)?.chunks() ?? [])
            yield* slicer.push(chunk);
        yield* slicer.finish();
    }
}
/** A file that is one record. */
function whole(bytes) {
    return { bytes, offset: 0, line: 1, members: -1, escapes: false, escapedNames: false };
}


/***/ })

};
