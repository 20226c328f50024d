export const id = 258;
export const ids = [258];
export const modules = {

/***/ 8258:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainCommand: () => (/* binding */ explainCommand),
/* harmony export */   hashCommand: () => (/* binding */ hashCommand),
/* harmony export */   inspectCommand: () => (/* binding */ inspectCommand),
/* harmony export */   readInput: () => (/* binding */ readInput),
/* harmony export */   schemaCommand: () => (/* binding */ schemaCommand),
/* harmony export */   typesListCommand: () => (/* binding */ typesListCommand),
/* harmony export */   typesValidateCommand: () => (/* binding */ typesValidateCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _engine_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9247);
/* harmony import */ var _engine_canonical_slices_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9076);
/* harmony import */ var _engine_fault_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5206);
/* harmony import */ var _engine_findings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8166);
/* harmony import */ var _engine_kinds_chain_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7077);
/* harmony import */ var _engine_kinds_members_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(633);
/* harmony import */ var _engine_kinds_seal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1817);
/* harmony import */ var _engine_limits_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7100);
/* harmony import */ var _engine_schema_custom_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3225);
/* harmony import */ var _engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6985);
/* harmony import */ var _engine_source_directory_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9929);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6657);














/** Reads a small file of a command; a one-line error with exit 6 when that fails. */
function readInput(path, limit = _engine_limits_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_LIMITS */ .dR.maxDocumentBytes) {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).size > limit)
            throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `${path}: larger than ${limit} bytes`);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
    }
    catch (error) {
        if (error instanceof _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd)
            throw error;
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        const why = code === 'ENOENT' ? 'file not found' : code === 'EISDIR' ? 'is a directory' : `cannot be read (${code})`;
        throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `${path}: ${why} [io.${code === 'ENOENT' ? 'not_found' : 'unreadable'}]`);
    }
}
function parseInput(bytes, path) {
    try {
        return (0,_engine_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(bytes, _engine_limits_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_LIMITS */ .dR.maxDepth);
    }
    catch (error) {
        if (error instanceof _engine_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .Fault */ .v)
            throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `${path}: ${error.message} [${error.code}]`);
        throw error;
    }
}
/** `hash FILE [--write]`: prints a record's hash, or fills it in without touching anything else of the file. */
function hashCommand(path, flags, io) {
    const bytes = readInput(path, _engine_limits_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_LIMITS */ .dR.maxRecordBytes);
    let sealed;
    try {
        sealed = (0,_engine_kinds_seal_js__WEBPACK_IMPORTED_MODULE_8__/* .sealText */ .N9)(bytes, _engine_limits_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_LIMITS */ .dR.maxDepth);
    }
    catch (error) {
        if (error instanceof _engine_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .Fault */ .v)
            throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `${path}: ${error.message} [${error.code}]`);
        throw error;
    }
    if (flags.write === true) {
        // A rename is atomic: whoever reads the record meanwhile sees the old or the new one, never half of it.
        const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), `.proof-verify-${process.pid}.tmp`);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(temporary, sealed.text, { flag: 'wx' });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, path);
        }
        catch (error) {
            throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `${path}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    io.out(flags.json === true ? (0,_output_js__WEBPACK_IMPORTED_MODULE_13__/* .jsonText */ .s$)({ record_hash: sealed.hash }) : `${sealed.hash}\n`);
    return 0;
}
/** `explain CODE`: what a finding means and what to do about it. */
function explainCommand(code, flags, io) {
    const known = Object.keys(_engine_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .FINDINGS */ .TG);
    const key = code.startsWith('rule.') && code !== 'rule.failed' ? 'rule.failed' : code;
    if (!known.includes(key)) {
        const near = known.filter((one) => one.includes(code) || code.includes(one.split('.')[1] ?? one)).slice(0, 5);
        throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `unknown finding code ${JSON.stringify(code)}${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`);
    }
    const rule = _engine_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .FINDINGS */ .TG[key];
    if (flags.json === true)
        io.out((0,_output_js__WEBPACK_IMPORTED_MODULE_13__/* .jsonText */ .s$)({ code, severity: rule.severity, exit_code: rule.exit, title: rule.title, remedy: rule.remedy }));
    else
        io.out(`${code}\n  ${rule.title}\n  ${rule.severity}, exit code ${rule.exit}\n  What to do: ${rule.remedy}\n`);
    return 0;
}
/** `schema NAME`: prints a published schema. */
function schemaCommand(name, io) {
    if (name === undefined) {
        io.out(`${(0,_engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_11__/* .publishedSchemaNames */ .ku)().join('\n')}\n`);
        return 0;
    }
    const text = (0,_engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_11__/* .publishedSchema */ .sk)(name);
    if (text === undefined) {
        throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `unknown schema ${JSON.stringify(name)}; known: ${(0,_engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_11__/* .publishedSchemaNames */ .ku)().join(', ')}`);
    }
    io.out(text.endsWith('\n') ? text : `${text}\n`);
    return 0;
}
/** `types list`. */
function typesListCommand(flags, io) {
    if (flags.quiet === true)
        return 0;
    const types = (0,_engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_11__/* .recordTypes */ .tY)();
    io.out(flags.json === true ? (0,_output_js__WEBPACK_IMPORTED_MODULE_13__/* .jsonText */ .s$)(types) : types.map((type) => `${type.name}\t${type.description}\n`).join(''));
    return 0;
}
/** `types validate PATH`: whether a file can serve as the schema of a custom record type. */
async function typesValidateCommand(path, flags, io) {
    const bytes = readInput(path, _engine_limits_js__WEBPACK_IMPORTED_MODULE_9__/* .MAX_SCHEMA_BYTES */ .Z_);
    parseInput(bytes, path);
    const { problems } = await (0,_engine_schema_custom_js__WEBPACK_IMPORTED_MODULE_10__/* .compileCustomTypes */ .cI)([{ type: 'x_validated_type', bytes, name: path }], (text) => (0,_engine_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(text, _engine_limits_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_LIMITS */ .dR.maxDepth));
    const [first] = problems;
    if (first !== undefined)
        throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(3, `${path}: ${first.message} [${first.code}]`);
    if (flags.quiet !== true)
        io.out(flags.json === true ? (0,_output_js__WEBPACK_IMPORTED_MODULE_13__/* .jsonText */ .s$)({ bytes: bytes.length, ok: true, schema: path }) : 'Schema is valid.\n');
    return 0;
}
/** `inspect PATH [--record ID]`: the artifact as it reads, or one record of it. Verifies nothing. */
async function inspectCommand(path, flags, io) {
    let directory = false;
    try {
        directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory();
    }
    catch {
        // readInput says what is wrong with it
    }
    const artifact = directory ? await inspectDirectory(path) : inspectFile(path);
    const shown = flags.record === undefined ? artifact : findRecord(artifact, flags.record);
    if (shown === undefined)
        throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `${path}: no record ${JSON.stringify(flags.record)}`);
    if (flags.quiet !== true)
        io.out((0,_output_js__WEBPACK_IMPORTED_MODULE_13__/* .jsonText */ .s$)(shown));
    return 0;
}
function inspectFile(path) {
    if (/\.zip$/i.test(path))
        throw new _output_js__WEBPACK_IMPORTED_MODULE_13__/* .CommandError */ .Qd(6, `${path}: archives cannot be inspected, only verified`);
    const bytes = readInput(path);
    return /\.(jsonl|ndjson)$/i.test(path) ? readLines(bytes, path) : parseInput(bytes, path);
}
function readLines(bytes, path) {
    const slicer = new _engine_canonical_slices_js__WEBPACK_IMPORTED_MODULE_3__/* .LineSlicer */ .X(_engine_limits_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_LIMITS */ .dR);
    return [...slicer.push(bytes), ...slicer.finish()].map((slice) => parseInput(slice.bytes, `${path}:${slice.line}`));
}
async function inspectDirectory(path) {
    const source = (0,_engine_source_directory_js__WEBPACK_IMPORTED_MODULE_12__/* .directorySource */ .X)(path, path, _engine_limits_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_LIMITS */ .dR, 'follow');
    const entries = await source.list();
    if (entries.some((entry) => entry.path === 'manifest.json'))
        return inspectFile(`${path}/manifest.json`);
    const files = await (0,_engine_kinds_chain_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .chainFiles */ .B)(source);
    if (files.records.length === 0 && files.lines.length === 0 && files.declared)
        return inspectFile(`${path}/chain.json`);
    const records = [
        ...files.records.map((name) => inspectFile(`${path}/${name}`)),
        ...files.lines.flatMap((name) => inspectFile(`${path}/${name}`)),
    ];
    return { records };
}
function findRecord(artifact, id) {
    const list = Array.isArray(artifact)
        ? artifact
        : (0,_engine_kinds_members_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(artifact)
            ? (0,_engine_kinds_members_js__WEBPACK_IMPORTED_MODULE_7__/* .member */ .Dc)(artifact, 'records')
            : undefined;
    const all = Array.isArray(list) ? list : [artifact];
    return all.find((one) => (0,_engine_kinds_members_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(one) && (0,_engine_kinds_members_js__WEBPACK_IMPORTED_MODULE_7__/* .member */ .Dc)(one, 'record_id') === id);
}


/***/ }),

/***/ 1817:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ sealText),
/* harmony export */   xe: () => (/* binding */ sealRecord)
/* harmony export */ });
/* unused harmony export hashOfRecord */
/* harmony import */ var _canonical_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5670);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5206);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(633);
/* harmony import */ var _record_hash_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1954);
/* harmony import */ var _record_view_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9632);






/**
 * The hash that a record must carry (contract section 2.1), from its parsed value.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
function hashOfRecord(record) {
    const { view, problems } = (0,_record_view_js__WEBPACK_IMPORTED_MODULE_5__/* .viewRecord */ .ZU)(record, { loneCaseVariants: 'refuse' });
    if (view !== undefined)
        return (0,_record_hash_js__WEBPACK_IMPORTED_MODULE_4__/* .recordHash */ .oj)(view);
    const [first] = problems;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .Fault */ .v(first?.code ?? 'record.member_type', first?.message ?? 'not a record', {
        pointer: first?.pointer ?? '',
    });
}
/** The record with `integrity.record_hash` filled in; other members of integrity stay. */
function sealRecord(record) {
    const integrity = (0,_members_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(record, 'integrity');
    const kept = (0,_members_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(integrity) ? integrity : {};
    return { ...record, integrity: { ...kept, record_hash: hashOfRecord(record) } };
}
/**
 * The text of a record with its hash filled in and nothing else changed: formatting, member order and escapes stay as
 * the producer wrote them.
 * @throws Fault when the text is no JSON record.
 */
function sealText(bytes, maxDepth) {
    const value = (0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(bytes, maxDepth);
    if (!(0,_members_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .Fault */ .v('kind.unsupported', 'a record is a JSON object');
    const hash = hashOfRecord(value);
    const root = (0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStrict */ .z3)(bytes, maxDepth);
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const splice = (from, to, text) => view.subarray(0, from).toString('utf8') + text + view.subarray(to).toString('utf8');
    const integrity = memberOf(root, 'integrity');
    const sealed = integrity && memberOf(integrity, 'record_hash');
    if (sealed !== undefined)
        return { text: splice(sealed.start, sealed.end, `"${hash}"`), hash };
    if (integrity?.type === 'object')
        return { text: insertMember(integrity, `"record_hash": "${hash}"`, splice), hash };
    const seal = `{"record_hash": "${hash}"}`;
    if (integrity !== undefined)
        return { text: splice(integrity.start, integrity.end, seal), hash };
    return { text: insertMember(root, `"integrity": ${seal}`, splice), hash };
}
function memberOf(node, name) {
    return node.members?.find((one) => one.name === name)?.value;
}
/** Adds a member at the end of an object, after its last value so that the closing line keeps its indentation. */
function insertMember(object, text, splice) {
    const last = object.members?.at(-1);
    if (last === undefined)
        return splice(object.start + 1, object.start + 1, text);
    return splice(last.value.end, last.value.end, `, ${text}`);
}


/***/ })

};
