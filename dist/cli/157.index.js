export const id = 157;
export const ids = [157,258];
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


/***/ }),

/***/ 8:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ loadCatalogues)
});

// UNUSED EXPORTS: catalogue

;// CONCATENATED MODULE: ./src/gate/frameworks/catalogues.generated.ts
// Generated by scripts/generate.mjs from frameworks/*.yaml; do not edit.
/** JSON text of the built-in framework definitions, sorted by id; parsed only when one is asked for. */
const CATALOGUES = [
    "{\"framework\":{\"id\":\"aiuc-1\",\"version\":\"2026\",\"title\":\"AIUC-1 Standard\"},\"controls\":[{\"id\":\"A001\",\"title\":\"Establish input data policy\",\"required_record_types\":[\"permission_check\",\"policy_enforcement\",\"tool_invocation\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"A002\",\"title\":\"Establish output data policy\",\"required_record_types\":[\"permission_check\",\"policy_enforcement\",\"tool_invocation\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"A003\",\"title\":\"Limit AI agent data collection\",\"required_record_types\":[\"permission_check\",\"policy_enforcement\",\"tool_invocation\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"A004\",\"title\":\"Protect IP & trade secrets\",\"required_record_types\":[\"permission_check\",\"policy_enforcement\",\"tool_invocation\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"A005\",\"title\":\"Prevent cross-customer data exposure\",\"required_record_types\":[\"permission_check\",\"policy_enforcement\",\"tool_invocation\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"A006\",\"title\":\"Prevent PII leakage\",\"required_record_types\":[\"permission_check\",\"policy_enforcement\",\"tool_invocation\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"A007\",\"title\":\"Prevent IP violations\",\"required_record_types\":[\"permission_check\",\"policy_enforcement\",\"tool_invocation\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B001\",\"title\":\"Third-party testing of adversarial robustness\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B002\",\"title\":\"Detect adversarial input\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B003\",\"title\":\"Manage public release of technical details\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B004\",\"title\":\"Prevent AI endpoint scraping\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B005\",\"title\":\"Implement real-time input filtering\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B006\",\"title\":\"Prevent unauthorized AI agent actions\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B007\",\"title\":\"Enforce user access privileges to AI systems\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B008\",\"title\":\"Protect model deployment environment\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"B009\",\"title\":\"Limit output over-exposure\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"test_result\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C001\",\"title\":\"Define AI risk taxonomy\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C002\",\"title\":\"Conduct pre-deployment testing\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C003\",\"title\":\"Prevent harmful outputs\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C004\",\"title\":\"Prevent out-of-scope outputs\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C005\",\"title\":\"Prevent customer-defined high risk outputs\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C006\",\"title\":\"Prevent output vulnerabilities\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C007\",\"title\":\"Flag high risk outputs\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C008\",\"title\":\"Monitor AI risk categories\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C009\",\"title\":\"Enable real-time feedback and intervention\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C010\",\"title\":\"Third-party testing for harmful outputs\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C011\",\"title\":\"Third-party testing for out-of-scope outputs\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"C012\",\"title\":\"Third-party testing for customer-defined risk\",\"required_record_types\":[\"risk_assessment\",\"guardrail_activation\",\"test_result\",\"human_oversight\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"D001\",\"title\":\"Prevent hallucinated outputs\",\"required_record_types\":[\"test_result\",\"guardrail_activation\",\"tool_invocation\",\"compiled_action\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"D002\",\"title\":\"Third-party testing for hallucinations\",\"required_record_types\":[\"test_result\",\"guardrail_activation\",\"tool_invocation\",\"compiled_action\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"D003\",\"title\":\"Restrict unsafe tool calls\",\"required_record_types\":[\"test_result\",\"guardrail_activation\",\"tool_invocation\",\"compiled_action\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"D004\",\"title\":\"Third-party testing of tool calls\",\"required_record_types\":[\"test_result\",\"guardrail_activation\",\"tool_invocation\",\"compiled_action\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E001\",\"title\":\"AI failure plan for security breaches\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E002\",\"title\":\"AI failure plan for harmful outputs\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E003\",\"title\":\"AI failure plan for hallucinations\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E004\",\"title\":\"Assign accountability\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E005\",\"title\":\"Assess cloud vs on-prem processing\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E006\",\"title\":\"Conduct vendor due diligence\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E007\",\"title\":\"Document system change approvals\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E008\",\"title\":\"Review internal processes\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E009\",\"title\":\"Monitor third-party access\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E010\",\"title\":\"Establish AI acceptable use policy\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E011\",\"title\":\"Record processing locations\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E012\",\"title\":\"Document regulatory compliance\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E013\",\"title\":\"Implement quality management system\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E014\",\"title\":\"Share transparency reports\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E015\",\"title\":\"Log model activity\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E016\",\"title\":\"Implement AI disclosure mechanisms\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"E017\",\"title\":\"Document system transparency policy\",\"required_record_types\":[\"approval\",\"human_oversight\",\"policy_enforcement\",\"incident\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"F001\",\"title\":\"Prevent AI cyber misuse\",\"required_record_types\":[\"guardrail_activation\",\"policy_enforcement\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"F002\",\"title\":\"Prevent catastrophic misuse\",\"required_record_types\":[\"guardrail_activation\",\"policy_enforcement\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]}",
    "{\"framework\":{\"id\":\"colorado-ai-act\",\"version\":\"2026\",\"title\":\"Colorado AI Act\"},\"controls\":[{\"id\":\"co-risk\",\"title\":\"Risk Management\",\"required_record_types\":[\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"}]}",
    "{\"framework\":{\"id\":\"eu-ai-act\",\"version\":\"2024-final\",\"title\":\"EU Artificial Intelligence Act\"},\"controls\":[{\"id\":\"article-9\",\"title\":\"Risk Management\",\"evidence_sets\":[{\"id\":\"wrkr_discovery\",\"title\":\"Wrkr discovery risk evidence\",\"source_products\":[\"wrkr\"],\"required_record_types\":[\"scan_finding\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"axym_compliance\",\"title\":\"Axym risk assessment evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and assessment evidence\",\"source_products\":[\"wrkr\",\"axym\"],\"required_record_types\":[\"scan_finding\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"}]},{\"id\":\"article-12\",\"title\":\"Record-Keeping\",\"evidence_sets\":[{\"id\":\"wrkr_discovery\",\"title\":\"Wrkr discovery record evidence\",\"source_products\":[\"wrkr\"],\"required_record_types\":[\"scan_finding\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"runtime_control\",\"title\":\"Gait runtime record evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"tool_invocation\",\"permission_check\",\"compiled_action\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"axym_compliance\",\"title\":\"Axym governance record evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"decision\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and runtime record evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"tool_invocation\",\"compiled_action\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]},{\"id\":\"article-13\",\"title\":\"Transparency and Information to Deployers\",\"evidence_sets\":[{\"id\":\"runtime_control\",\"title\":\"Gait runtime decision evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"decision\",\"compiled_action\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"},{\"id\":\"axym_compliance\",\"title\":\"Axym transparency evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"decision\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"},{\"id\":\"combined\",\"title\":\"Discovery and decision evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"decision\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"}]},{\"id\":\"article-14\",\"title\":\"Human Oversight\",\"evidence_sets\":[{\"id\":\"runtime_control\",\"title\":\"Gait human oversight evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"human_oversight\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"},{\"id\":\"axym_compliance\",\"title\":\"Axym oversight evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"approval\",\"decision\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"},{\"id\":\"combined\",\"title\":\"Discovery and oversight evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"human_oversight\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"}]},{\"id\":\"article-15\",\"title\":\"Accuracy, Robustness, and Cybersecurity\",\"evidence_sets\":[{\"id\":\"wrkr_discovery\",\"title\":\"Wrkr discovery security evidence\",\"source_products\":[\"wrkr\"],\"required_record_types\":[\"scan_finding\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"runtime_control\",\"title\":\"Gait runtime safety evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"guardrail_activation\",\"incident\",\"test_result\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"axym_compliance\",\"title\":\"Axym resilience evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"risk_assessment\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and runtime safety evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"guardrail_activation\",\"test_result\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]},{\"id\":\"article-26\",\"title\":\"Deployer Obligations\",\"evidence_sets\":[{\"id\":\"runtime_control\",\"title\":\"Gait deployer control evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"compiled_action\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"},{\"id\":\"axym_compliance\",\"title\":\"Axym deployer governance evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"deployment\",\"risk_assessment\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and deployer evidence\",\"source_products\":[\"wrkr\",\"axym\"],\"required_record_types\":[\"scan_finding\",\"deployment\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"}]}]}",
    "{\"framework\":{\"id\":\"iso-42001\",\"version\":\"2023\",\"title\":\"ISO 42001\"},\"controls\":[{\"id\":\"aisms-risk\",\"title\":\"AI Risk Assessment\",\"required_record_types\":[\"risk_assessment\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"}]}",
    "{\"framework\":{\"id\":\"nist-ai-600-1\",\"version\":\"2026\",\"title\":\"NIST AI 600-1\"},\"controls\":[{\"id\":\"nist-boundary\",\"title\":\"Boundary Enforcement\",\"required_record_types\":[\"policy_enforcement\",\"permission_check\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]}",
    "{\"framework\":{\"id\":\"owasp-agentic-top-10\",\"version\":\"2025\",\"title\":\"OWASP Agentic Top 10\"},\"controls\":[{\"id\":\"ASI01\",\"title\":\"Agent Goal Hijack\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI02\",\"title\":\"Tool Misuse & Exploitation\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI03\",\"title\":\"Identity & Privilege Abuse\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI04\",\"title\":\"Agentic Supply Chain Vulnerabilities\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI05\",\"title\":\"Unexpected Code Execution (RCE)\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI06\",\"title\":\"Memory & Context Poisoning\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI07\",\"title\":\"Insecure Inter-Agent Communication\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI08\",\"title\":\"Cascading Failures\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI09\",\"title\":\"Human-Agent Trust Exploitation\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"ASI10\",\"title\":\"Rogue Agents\",\"required_record_types\":[\"tool_invocation\",\"policy_enforcement\",\"permission_check\",\"guardrail_activation\",\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]}",
    "{\"framework\":{\"id\":\"pci-dss\",\"version\":\"4.0\",\"title\":\"PCI-DSS\"},\"controls\":[{\"id\":\"req-6.5\",\"title\":\"Secure Systems and Software\",\"evidence_sets\":[{\"id\":\"wrkr_discovery\",\"title\":\"Wrkr discovery evidence\",\"source_products\":[\"wrkr\"],\"required_record_types\":[\"scan_finding\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"runtime_control\",\"title\":\"Gait runtime hardening evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"guardrail_activation\",\"test_result\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"axym_compliance\",\"title\":\"Axym governance evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"risk_assessment\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and validation evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"test_result\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]},{\"id\":\"req-7.2\",\"title\":\"Access Control by Need to Know\",\"evidence_sets\":[{\"id\":\"runtime_control\",\"title\":\"Gait access control evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"permission_check\",\"policy_enforcement\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"axym_compliance\",\"title\":\"Axym approval evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"approval\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and runtime access evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"permission_check\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]},{\"id\":\"req-12.8\",\"title\":\"Service Provider Governance\",\"evidence_sets\":[{\"id\":\"axym_compliance\",\"title\":\"Axym provider governance evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"risk_assessment\",\"approval\",\"deployment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and governance evidence\",\"source_products\":[\"wrkr\",\"axym\"],\"required_record_types\":[\"scan_finding\",\"risk_assessment\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"}]}]}",
    "{\"framework\":{\"id\":\"soc2\",\"version\":\"2026\",\"title\":\"SOC 2 AI Controls\"},\"controls\":[{\"id\":\"cc6.1\",\"title\":\"Logical Access Controls\",\"evidence_sets\":[{\"id\":\"runtime_control\",\"title\":\"Gait runtime access enforcement\",\"source_products\":[\"gait\"],\"required_record_types\":[\"permission_check\",\"policy_enforcement\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"axym_compliance\",\"title\":\"Axym governance evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"risk_assessment\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and runtime evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"permission_check\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]},{\"id\":\"cc6.3\",\"title\":\"Authorization and Approval\",\"evidence_sets\":[{\"id\":\"runtime_control\",\"title\":\"Gait runtime approval gates\",\"source_products\":[\"gait\"],\"required_record_types\":[\"permission_check\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"},{\"id\":\"axym_compliance\",\"title\":\"Axym governance approvals\",\"source_products\":[\"axym\"],\"required_record_types\":[\"approval\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and approval evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"permission_check\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"}]},{\"id\":\"cc7.1\",\"title\":\"System Monitoring\",\"evidence_sets\":[{\"id\":\"wrkr_discovery\",\"title\":\"Wrkr discovery monitoring evidence\",\"source_products\":[\"wrkr\"],\"required_record_types\":[\"scan_finding\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"runtime_control\",\"title\":\"Gait runtime monitoring evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"guardrail_activation\",\"incident\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"},{\"id\":\"axym_compliance\",\"title\":\"Axym operations evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"incident\",\"risk_assessment\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"quarterly\"},{\"id\":\"combined\",\"title\":\"Discovery and runtime monitoring evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"guardrail_activation\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"continuous\"}]},{\"id\":\"cc8.1\",\"title\":\"Change Management\",\"evidence_sets\":[{\"id\":\"runtime_control\",\"title\":\"Gait change gating evidence\",\"source_products\":[\"gait\"],\"required_record_types\":[\"compiled_action\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"},{\"id\":\"axym_compliance\",\"title\":\"Axym deployment governance evidence\",\"source_products\":[\"axym\"],\"required_record_types\":[\"deployment\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"},{\"id\":\"combined\",\"title\":\"Discovery and change control evidence\",\"source_products\":[\"wrkr\",\"gait\"],\"required_record_types\":[\"scan_finding\",\"compiled_action\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"}]}]}",
    "{\"framework\":{\"id\":\"sox\",\"version\":\"2026\",\"title\":\"Sarbanes-Oxley\"},\"controls\":[{\"id\":\"sox-cm\",\"title\":\"Change Management\",\"required_record_types\":[\"deployment\",\"approval\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-change\"}]}",
    "{\"framework\":{\"id\":\"texas-traiga\",\"version\":\"2026\",\"title\":\"Texas TRAIGA\"},\"controls\":[{\"id\":\"traiga-disclosure\",\"title\":\"AI Decision Disclosure\",\"required_record_types\":[\"decision\",\"human_oversight\"],\"required_fields\":[\"record_id\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"integrity.record_hash\"],\"minimum_frequency\":\"per-event\"}]}",
];

;// CONCATENATED MODULE: ./src/gate/frameworks/catalogues.ts

let loaded;
/** The built-in frameworks, sorted by id. They are validated when they are generated. */
function loadCatalogues() {
    loaded ??= CATALOGUES.map((text) => JSON.parse(text));
    return loaded;
}
/** A built-in framework by its id. */
function catalogue(id) {
    return loadCatalogues().find(({ framework }) => framework.id === id);
}


/***/ }),

/***/ 2893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ allControls),
/* harmony export */   n: () => (/* binding */ evidenceSets)
/* harmony export */ });
/** All controls of a framework, each before its children. */
function* allControls(controls) {
    for (const control of controls) {
        yield control;
        if (control.children !== undefined)
            yield* allControls(control.children);
    }
}
/** The ways to cover a control; a rule of its own is a set without an id. */
function evidenceSets(control) {
    if (control.evidence_sets !== undefined)
        return control.evidence_sets;
    const { required_record_types, required_fields, minimum_frequency } = control;
    if (required_record_types === undefined || required_fields === undefined || minimum_frequency === undefined)
        return [];
    return [{ required_record_types, required_fields, minimum_frequency }];
}


/***/ }),

/***/ 442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ parseFramework)
/* harmony export */ });
/* unused harmony export MAX_FRAMEWORK_LENGTH */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6985);
/* harmony import */ var _framework_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2893);



/** UTF-16 code units of a framework file; the largest built-in one has 15,000. */
const MAX_FRAMEWORK_LENGTH = 1024 * 1024;
/** Uses of YAML anchors: a few lines of nested ones stand for gigabytes. */
const MAX_ALIASES = 100;
/**
 * Reads a framework from YAML 1.2 or JSON text and validates it against `framework-definition` (schemas.md). Problems come with
 * the line they are at. Never throws, whatever the text holds.
 */
function parseFramework(text, name) {
    const refuse = (message) => ({
        ok: false,
        problems: [{ code: 'framework.invalid', message, name, pointer: '' }],
    });
    if (text.length > MAX_FRAMEWORK_LENGTH)
        return refuse(`the framework is longer than ${MAX_FRAMEWORK_LENGTH} characters`);
    try {
        return read(text, name);
    }
    catch (error) {
        // nested past the stack, or more aliases than allowed
        if (error instanceof RangeError || error instanceof ReferenceError) {
            return refuse('the framework is nested too deeply or repeats too much');
        }
        throw error;
    }
}
function read(text, name) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: true });
    // an unknown tag is only a warning to the parser, but the value behind it is not what its author meant
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
        const problems = faults.slice(0, 100).map(({ message, pos }) => {
            const { line, col: column } = lines.linePos(pos[0]);
            return { code: 'framework.invalid', message: firstLine(message), name, pointer: '', line, column };
        });
        return { ok: false, problems };
    }
    const value = document.toJS({ maxAliasCount: MAX_ALIASES });
    const found = (0,_engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .validateDocument */ .mv)('framework-definition', value).map(({ pointer, message }) => ({ pointer, message }));
    if (found.length === 0)
        found.push(...repeatedIds(value));
    if (found.length === 0)
        return { ok: true, framework: value };
    const problems = found.map(({ pointer, message }) => {
        const problem = { code: 'framework.invalid', message, name, pointer };
        const offset = offsetOf(document, pointer);
        if (offset === undefined)
            return problem;
        const { line, col: column } = lines.linePos(offset);
        return { ...problem, line, column };
    });
    return { ok: false, problems };
}
/** A requirement names a control by its id, so an id must mean one control. */
function repeatedIds({ controls }) {
    const seen = new Set();
    const repeated = new Set();
    for (const { id } of (0,_framework_js__WEBPACK_IMPORTED_MODULE_2__/* .allControls */ .i)(controls)) {
        if (seen.has(id))
            repeated.add(id);
        seen.add(id);
    }
    return [...repeated].map((id) => ({
        pointer: '/controls',
        message: `two controls have the id ${JSON.stringify(id)}`,
    }));
}
/** Where a member starts; where the nearest thing around it does when it is not in the text. */
function offsetOf(document, pointer) {
    const path = pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    for (let length = path.length; length >= 0; length -= 1) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range)
            return node.range[0];
    }
    return undefined;
}
function firstLine(text) {
    return text.split('\n', 1)[0]?.replace(/:$/, '') ?? '';
}


/***/ }),

/***/ 7705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   cG: () => (/* binding */ parseInteger),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   uK: () => (/* binding */ parseShard),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* unused harmony exports MAX_DURATION_SECONDS, MAX_SHARDS */
/**
 * How the text of one option becomes a value: numbers, sizes, durations, choices, lists. Each reader gives the value or
 * one sentence that says what was expected; nothing is guessed, because a misread limit or choice weakens the gate.
 */
const value = (parsed) => ({ ok: true, value: parsed });
const expected = (what) => ({ ok: false, expected: what });
/** Words that switch an option, in any case: pipelines write all of them. */
const BOOLEANS = new Map([
    ['true', true],
    ['yes', true],
    ['on', true],
    ['1', true],
    ['false', false],
    ['no', false],
    ['off', false],
    ['0', false],
]);
/** Reads a switch: true/false, yes/no, on/off, 1/0. */
function parseBoolean(text) {
    const known = BOOLEANS.get(text.trim().toLowerCase());
    return known === undefined ? expected('true or false') : value(known);
}
/** Reads a whole number from `min` to `max`, decimal digits only. */
function parseInteger(text, min, max) {
    const trimmed = text.trim();
    const number = Number(trimmed);
    if (!/^\d{1,15}$/.test(trimmed) || number < min || number > max) {
        return expected(`a whole number from ${min} to ${max}`);
    }
    return value(number);
}
const KILO = 1000;
const KIBI = 1024;
const SIZE_UNITS = new Map([
    ['', 1],
    ['b', 1],
    ['kb', KILO],
    ['mb', KILO ** 2],
    ['gb', KILO ** 3],
    ['tb', KILO ** 4],
    ['kib', KIBI],
    ['mib', KIBI ** 2],
    ['gib', KIBI ** 3],
    ['tib', KIBI ** 4],
]);
const SIZE_EXPECTED = 'a size such as 256MiB, 1.5GB or 1048576 (bytes)';
/** Reads a size in bytes: a number of bytes, or one with kB/MB/GB/TB (powers of 1000) or KiB/MiB/GiB/TiB (of 1024). */
function parseSize(text) {
    const match = /^(\d{1,15}(?:\.\d{1,6})?)\s*([a-z]*)$/i.exec(text.trim());
    const unit = SIZE_UNITS.get((match?.[2] ?? '?').toLowerCase());
    if (match === null || unit === undefined)
        return expected(SIZE_EXPECTED);
    const bytes = Math.floor(Number(match[1]) * unit);
    if (bytes < 1 || bytes > Number.MAX_SAFE_INTEGER)
        return expected(SIZE_EXPECTED);
    return value(bytes);
}
const SECONDS = new Map([
    ['ms', 0.001],
    ['s', 1],
    ['m', 60],
    ['h', 3600],
    ['d', 86_400],
]);
/** Longest duration in seconds: timers of Node end at 2^31-1 milliseconds. */
const MAX_DURATION_SECONDS = 24 * 86_400;
const DURATION_EXPECTED = 'a duration such as 90s, 10m, 1h30m or 300 (seconds), at most 24d';
/** Reads a duration into seconds: a bare number is seconds; units ms, s, m, h, d may be joined (`1h30m`). */
function parseDuration(text) {
    const trimmed = text.trim().toLowerCase();
    let seconds = 0;
    if (/^\d{1,9}(?:\.\d{1,3})?$/.test(trimmed)) {
        seconds = Number(trimmed);
    }
    else {
        if (!/^(?:\d{1,9}(?:\.\d{1,3})?(?:ms|[smhd]))+$/.test(trimmed))
            return expected(DURATION_EXPECTED);
        for (const [, digits, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)) {
            seconds += Number(digits) * (SECONDS.get(unit ?? '') ?? Number.NaN);
        }
    }
    if (!(seconds > 0 && seconds <= MAX_DURATION_SECONDS))
        return expected(DURATION_EXPECTED);
    return value(seconds);
}
/** Reads one of the words given; a near miss gets a 'did you mean'. */
function parseChoice(text, choices) {
    const trimmed = text.trim();
    const found = choices.find((choice) => choice === trimmed);
    if (found !== undefined)
        return value(found);
    return expected(`one of ${choices.join(', ')}${didYouMean(trimmed, choices)}`);
}
/** Most parts a run can be split into. */
const MAX_SHARDS = 10_000;
/** Reads `I/N`. */
function parseShard(text) {
    const match = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim());
    const index = Number(match?.[1]);
    const count = Number(match?.[2]);
    if (match === null || index < 1 || index > count || count > MAX_SHARDS) {
        return expected(`I/N with 1 <= I <= N <= ${MAX_SHARDS}, such as 2/4`);
    }
    return value({ index, count });
}
/**
 * Splits text with one value a line, as inputs and environment variables carry lists. Blank lines and lines that start
 * with `#` are dropped. A PEM block and a JSON object (a JWK) are one value however many lines they have.
 */
function parseList(text) {
    const values = [];
    let block;
    for (const line of text.split(/\r\n|\r|\n/)) {
        const trimmed = line.trim();
        if (block !== undefined) {
            block.push(trimmed);
            if (isComplete(block)) {
                values.push(block.join('\n'));
                block = undefined;
            }
            continue;
        }
        if (trimmed === '' || trimmed.startsWith('#'))
            continue;
        if ((trimmed.startsWith('-----BEGIN ') || trimmed.startsWith('{')) && !isComplete([trimmed]))
            block = [trimmed];
        else
            values.push(trimmed);
    }
    if (block !== undefined) {
        return expected('one value a line, and each PEM block or JSON key to its end');
    }
    return value(values);
}
/** A block that began with `-----BEGIN` or `{` is whole. */
function isComplete(lines) {
    if (lines[0]?.startsWith('{') !== true)
        return /-----END [A-Z0-9 ]+-----$/.test(lines.at(-1) ?? '');
    // Patterns may use braces too: a first line that does not look like JSON is a value of its own.
    if (!/^\{\s*(?:"|$)/.test(lines[0]))
        return true;
    try {
        JSON.parse(lines.join('\n'));
        return true;
    }
    catch {
        return false;
    }
}
/** ` (did you mean 'x'?)` for the nearest of the names, `''` when none is near. */
function didYouMean(text, names) {
    const near = nearest(text, names);
    return near === undefined ? '' : ` (did you mean '${near}'?)`;
}
/** Texts longer than this are no slip of a name. */
const MAX_TYPO_LENGTH = 64;
/** The name within a third of its letters (at most 3) of the text, or `undefined`. */
function nearest(text, names) {
    if (text.length > MAX_TYPO_LENGTH)
        return undefined;
    let best;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const name of names) {
        const far = distance(text.toLowerCase(), name.toLowerCase());
        if (far <= Math.min(3, Math.max(1, Math.floor(name.length / 3))) && far < bestDistance) {
            best = name;
            bestDistance = far;
        }
    }
    return best;
}
/** Edits (insert, delete, replace, swap of neighbours) between two short texts. */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const now = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            let least = Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                least = Math.min(least, (before[column - 2] ?? 0) + 1);
            }
            now.push(least);
        }
        before = last;
        last = now;
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ 5734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ checkPin),
  t: () => (/* binding */ loadPolicy)
});

// EXTERNAL MODULE: ./src/engine/canonical/digest.ts
var digest = __webpack_require__(2327);
// EXTERNAL MODULE: ./src/engine/canonical/time.ts
var time = __webpack_require__(8126);
// EXTERNAL MODULE: ./src/engine/findings.ts
var engine_findings = __webpack_require__(8166);
// EXTERNAL MODULE: ./src/engine/schema/registry.ts + 1 modules
var registry = __webpack_require__(6985);
// EXTERNAL MODULE: ./src/engine/schema/words.ts
var words = __webpack_require__(7293);
// EXTERNAL MODULE: ./src/gate/frameworks/catalogues.ts + 1 modules
var catalogues = __webpack_require__(8);
// EXTERNAL MODULE: ./src/gate/frameworks/parse.ts
var parse = __webpack_require__(442);
// EXTERNAL MODULE: ./src/gate/option-values.ts
var option_values = __webpack_require__(7705);
// EXTERNAL MODULE: ./src/gate/rules.ts
var rules = __webpack_require__(7344);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/gate/policy/document.ts

/** Bytes of a policy file; real ones have a few thousand, and the parser takes 20 s for the worst megabyte. */
const MAX_POLICY_BYTES = 256 * 1024;
/** Nesting of a policy, deeper than any schema inside it needs. */
const MAX_POLICY_DEPTH = 100;
/** Mistakes told at once. */
const MAX_MISTAKES = 100;
const refuse = (message) => ({ ok: false, mistakes: [{ message }] });
/**
 * Reads YAML 1.2 or JSON bytes. Refused are: over `MAX_POLICY_BYTES`, text that is not UTF-8, several documents, anchors and
 * aliases (a few lines of them stand for gigabytes, and what a reviewer reads is not what is meant), tags, member names
 * that are doubled or no strings, nesting past 100. Never throws.
 */
function readPolicyDocument(bytes) {
    if (bytes.length > MAX_POLICY_BYTES) {
        return refuse(`the policy has ${bytes.length} bytes, more than ${MAX_POLICY_BYTES}`);
    }
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return refuse('the policy is not UTF-8 text');
    }
    const tooDeep = firstTooDeep(text);
    if (tooDeep !== undefined)
        return { ok: false, mistakes: [tooDeep] };
    try {
        return document_parse(text);
    }
    catch (error) {
        // The parser recurses where the text nests: indented blocks can still exhaust its stack.
        if (error instanceof RangeError)
            return refuse('the policy is nested too deeply');
        throw error;
    }
}
/**
 * Brackets open at once, counted without regard to quotes: only a cheap upper bound that keeps a megabyte of `[` from
 * the recursive parser, far above what any honest text reaches.
 */
function firstTooDeep(text) {
    let depth = 0;
    let line = 1;
    for (let i = 0; i < text.length; i++) {
        const c = text.charCodeAt(i);
        if (c === 0x0a)
            line++;
        else if (c === 0x5b || c === 0x7b)
            depth++;
        else if ((c === 0x5d || c === 0x7d) && depth > 0)
            depth--;
        if (depth > 10 * MAX_POLICY_DEPTH) {
            return { message: 'the policy is nested too deeply', position: { line, column: 1 } };
        }
    }
    return undefined;
}
function document_parse(text) {
    const lines = new dist/* LineCounter */.HN();
    // The parser compares each member name with all before it; the walk below does it in linear time.
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: false });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const mistakes = [...document.errors, ...document.warnings]
        .slice(0, MAX_MISTAKES)
        .map(({ message, pos }) => ({ message: `not valid YAML: ${firstLine(message)}`, position: at(pos[0]) }));
    if (mistakes.length === 0 && document.contents !== null) {
        walk(document.contents, (message, offset) => {
            if (mistakes.length < MAX_MISTAKES)
                mistakes.push({ message, position: at(offset) });
        });
    }
    if (mistakes.length > 0)
        return { ok: false, mistakes };
    const value = (document.toJS() ?? null);
    const positionOf = (pointer) => {
        const offset = offsetOf(document.contents, pointer);
        return offset === undefined ? undefined : at(offset);
    };
    return { ok: true, document: { value, positionOf } };
}
/** Looks at every node for what JSON has not: anchors, aliases, names that are no strings or doubled. */
function walk(root, tell) {
    const open = [[root, 0]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [node, depth] = next;
        if (!(0,dist/* isNode */.Ll)(node))
            continue;
        const offset = node.range?.[0] ?? 0;
        if ((0,dist/* isAlias */.Vj)(node) || ('anchor' in node && node.anchor !== undefined)) {
            tell('anchors and aliases are not allowed in a policy: write the value out', offset);
            continue;
        }
        if (depth > MAX_POLICY_DEPTH) {
            tell(`the policy is nested deeper than ${MAX_POLICY_DEPTH}`, offset);
            continue;
        }
        if ((0,dist/* isScalar */.jn)(node)) {
            if (typeof node.value === 'number' && !Number.isFinite(node.value))
                tell('not a finite number', offset);
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            for (let i = node.items.length - 1; i >= 0; i--)
                open.push([node.items[i], depth + 1]);
        }
        else if ((0,dist/* isMap */.jh)(node)) {
            const seen = new Set();
            for (const { key } of node.items) {
                if (!(0,dist/* isScalar */.jn)(key) || typeof key.value !== 'string') {
                    tell('a member name must be a string', ((0,dist/* isNode */.Ll)(key) ? key.range?.[0] : undefined) ?? offset);
                    continue;
                }
                if (key.anchor !== undefined)
                    tell('anchors are not allowed in a policy', key.range?.[0] ?? offset);
                if (seen.has(key.value)) {
                    tell(`the member ${JSON.stringify(key.value.slice(0, 80))} occurs twice`, key.range?.[0] ?? offset);
                }
                seen.add(key.value);
            }
            for (let i = node.items.length - 1; i >= 0; i--)
                open.push([node.items[i]?.value, depth + 1]);
        }
    }
}
/** Offset of a member's name, of a list item, or of the nearest thing around it. */
function offsetOf(root, pointer) {
    let node = root;
    let offset = root?.range?.[0];
    const parts = pointer.split('/').slice(1);
    for (const part of parts) {
        const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === name);
            if (pair === undefined)
                return offset;
            if ((0,dist/* isNode */.Ll)(pair.key) && pair.key.range)
                offset = pair.key.range[0];
            node = pair.value;
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            node = node.items[Number(name)];
            if ((0,dist/* isNode */.Ll)(node) && node.range)
                offset = node.range[0];
        }
        else
            return offset;
    }
    return offset;
}
function firstLine(text) {
    return text.split('\n', 1)[0]?.replace(/:$/, '') ?? '';
}

// EXTERNAL MODULE: ./src/engine/signature/keys.ts
var keys = __webpack_require__(9891);
;// CONCATENATED MODULE: ./src/gate/policy/keys.ts

/** Longest path that is tried as a file. */
const MAX_PATH_LENGTH = 4096;
/**
 * Reads `trust.keys`: each key as text or from its file, checked once (hardening 18). A key under two names is refused,
 * because one signer would count as two approvers; several keys under one name are one signer that changes keys.
 */
async function readKeys(entries, scopeOf, raise, read) {
    const made = [];
    const names = new Map();
    for (const [i, entry] of entries.entries()) {
        const pointer = `/trust/keys/${i}`;
        const name = entry['name'];
        const text = entry['public_key'];
        const scope = scopeOf(entry, pointer);
        const given = await readKey(text, read);
        if (!given.ok) {
            const code = given.code === 'key.invalid' ? 'policy.invalid' : given.code;
            raise(code, `key ${JSON.stringify(name)}: ${given.message}`, `${pointer}/public_key`);
            continue;
        }
        if (given.key.weak) {
            // Harmless, since nothing verifies under it, but never what the author of a policy meant.
            raise('policy.invalid', `key ${JSON.stringify(name)}: the public key is no key that anybody could sign under`, `${pointer}/public_key`);
            continue;
        }
        const other = names.get(given.key.id);
        if (other !== undefined) {
            const what = other === name ? 'is there twice' : `has the same public key as ${JSON.stringify(other)}`;
            raise('policy.invalid', `key ${JSON.stringify(name)} ${what}`, `${pointer}/public_key`);
            continue;
        }
        names.set(given.key.id, name);
        made.push({
            name,
            key: { ...given.key, name },
            ...scope,
            ...(given.file === undefined ? {} : { file: given.file }),
        });
    }
    return made;
}
async function readKey(text, read) {
    const given = (0,keys/* parsePublicKey */.e)(text, 'gate');
    if (given.ok || given.code === 'key.weak' || !looksLikePath(text))
        return given;
    const file = await read(text.trim());
    if (!file.ok)
        return file;
    if (file.bytes.length > MAX_PATH_LENGTH * 4)
        return { ok: false, code: 'key.invalid', message: 'the key file is too large' };
    const parsed = (0,keys/* parsePublicKey */.e)(Buffer.from(file.bytes).toString('utf8'), 'gate');
    return parsed.ok ? { ...parsed, file: text.trim() } : parsed;
}
/** Text that can only be meant as a key is never looked up as a file. */
function looksLikePath(text) {
    const trimmed = text.trim();
    if (trimmed.length > MAX_PATH_LENGTH || /[\n\0]/.test(trimmed))
        return false;
    if (trimmed.startsWith('{') || trimmed.includes('-----BEGIN') || trimmed.startsWith('ssh-'))
        return false;
    return !/^[0-9a-fA-F]{40,}$/.test(trimmed) && !/^[A-Za-z0-9+/]{43}=?$/.test(trimmed);
}

;// CONCATENATED MODULE: ./src/gate/policy/known-members.ts

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
let root;
/** Names that the published policy schema knows in the object at a JSON pointer: what a misspelt member may have meant. */
function knownMembers(pointer) {
    root ??= JSON.parse((0,registry/* publishedSchema */.sk)('gate-policy-v1') ?? '{}');
    let level = expand(root);
    for (const part of pointer.split('/').slice(1)) {
        const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
        level = level.flatMap((schema) => childrenAt(schema, name)).flatMap(expand);
    }
    const names = new Set();
    for (const { properties } of level)
        if (isObject(properties))
            for (const name of Object.keys(properties))
                names.add(name);
    return [...names];
}
function childrenAt(schema, name) {
    const { properties, items } = schema;
    const named = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [named, /^\d+$/.test(name) ? items : undefined].filter(isObject);
}
/** A schema and those that stand beside it: its reference and its alternatives. */
function expand(schema) {
    const reference = schema['$ref'];
    const definitions = root?.['definitions'];
    if (typeof reference === 'string' && isObject(definitions)) {
        const target = definitions[reference.slice('#/definitions/'.length)];
        return isObject(target) ? expand(target) : [];
    }
    return [schema, ...[schema['then'], schema['else']].filter(isObject).flatMap(expand)];
}

// EXTERNAL MODULE: ./src/gate/policy/model.ts
var model = __webpack_require__(1283);
// EXTERNAL MODULE: ./src/gate/frameworks/framework.ts
var frameworks_framework = __webpack_require__(2893);
;// CONCATENATED MODULE: ./src/gate/policy/unsatisfiable.ts


/** Demands of a policy that no evidence can ever meet: almost always a slip, so `policy check` tells them (gate.md). */
function unsatisfiable(policy) {
    const found = [];
    const add = (message, pointer) => void found.push({ message, pointer });
    const { keys, cosign, minSigners, signatures } = policy.trust;
    for (const [i, key] of keys.entries())
        emptyWindow(key, `/trust/keys/${i}`, add);
    for (const [i, key] of cosign.entries())
        emptyWindow(key, `/trust/cosign/${i}`, add);
    const signers = [...keys, ...cosign];
    const names = new Set(signers.map(({ name }) => name));
    if (minSigners !== undefined && minSigners > names.size && names.size > 0) {
        add(`min_signers is ${minSigners} but only ${names.size} signers are trusted`, '/trust/min_signers');
    }
    if (minSigners !== undefined && signatures === 'off') {
        add('min_signers asks for signatures that are not checked', '/trust/min_signers');
    }
    for (const type of policy.require.recordTypes.keys()) {
        if (signatures === 'off' || signers.length === 0)
            continue;
        if (signers.every(({ recordTypes }) => recordTypes !== undefined && !recordTypes.includes(type))) {
            add(`${type} records are required but no trusted signer may sign them`, `/require/record_types/${type}`);
        }
    }
    policy.require.frameworks.forEach(({ framework, controls }, i) => {
        const known = [...(0,frameworks_framework/* allControls */.i)(framework.controls)].map(({ id }) => id);
        controls?.forEach((control, j) => {
            if (known.includes(control))
                return;
            const hint = (0,option_values/* didYouMean */.au)(control, known);
            add(`${framework.framework.id} has no control ${JSON.stringify(control)}${hint}`, `/require/frameworks/${i}/controls/${j}`);
        });
    });
    policy.rules.forEach(({ id, when, must }, i) => {
        if (must === false && (when === undefined || when === true))
            add(`rule ${id} refuses every record`, `/rules/${i}/must`);
    });
    for (const [i, rule] of policy.approvals.rules.entries()) {
        approvals(rule, `/approvals/rules/${i}`, signers, names, signatures, add);
    }
    return found;
}
function emptyWindow({ name, notBefore, notAfter }, pointer, add) {
    if (notBefore !== undefined && notAfter !== undefined && notAfter < notBefore) {
        add(`the window of key ${JSON.stringify(name)} ends before it begins`, `${pointer}/not_after`);
    }
}
function approvals({ id, by, min }, pointer, signers, names, signatures, add) {
    if (by === undefined)
        return;
    if (signatures === 'off') {
        add(`approval ${id} names signers but signatures are not checked`, `${pointer}/by`);
        return;
    }
    by.forEach((name, i) => {
        if (names.has(name))
            return;
        add(`approval ${id} asks for ${JSON.stringify(name)}, who is not under trust${(0,option_values/* didYouMean */.au)(name, names)}`, `${pointer}/by/${i}`);
    });
    const able = new Set(signers
        .filter(({ name, recordTypes }) => by.includes(name) && (recordTypes?.includes('approval') ?? true))
        .map(({ name }) => name));
    if (able.size === 0 && by.every((name) => names.has(name))) {
        add(`nobody that approval ${id} names may sign approval records`, `${pointer}/by`);
    }
    else if (able.size < min && by.every((name) => names.has(name))) {
        add(`approval ${id} needs ${min} signers but names ${able.size} who may approve`, `${pointer}/by`);
    }
}

;// CONCATENATED MODULE: ./src/gate/policy/load.ts














/**
 * Reads and validates a gate policy (gate.md; `schemas/v1/gate-policy-v1.schema.json`) from its bytes.
 * Errors, each with its line: `policy.invalid`, `key.weak`, `key.invalid`, `framework.invalid` (6), what `read` answers for
 * files (`path.escape` 8, `dependency.missing` 7 …). Warnings: `policy.unsatisfiable`. Never throws for what a policy holds.
 * @param name path to show.
 */
async function loadPolicy(bytes, name, read) {
    const sha256 = (0,digest/* sha256Hex */.f)(bytes);
    const parsed = readPolicyDocument(bytes);
    if (!parsed.ok) {
        const findings = parsed.mistakes.map(({ message, position }) => (0,engine_findings/* finding */.gk)('policy.invalid', message, name, position));
        return { ok: false, sha256, findings };
    }
    const findings = [];
    const { document } = parsed;
    const raise = (code, message, pointer) => {
        findings.push((0,engine_findings/* finding */.gk)(code, message, name, { ...document.positionOf(pointer), pointer }));
    };
    checkStructure(document, raise);
    if (findings.length > 0)
        return { ok: false, sha256, findings };
    const value = document.value;
    await checkSchemas(value, raise);
    const trust = await readTrust(objectAt(value, 'trust'), raise, read);
    const freshness = readFreshness(objectAt(value, 'freshness'), raise);
    const frameworks = await readFrameworks(listAt(value, 'frameworks'), raise, read);
    const required = objectAt(value, 'require');
    const approvals = readApprovals(value['approvals'], raise);
    const rules = readRules(listAt(value, 'rules'));
    uniqueIds(rules, '/rules', raise);
    uniqueIds(approvals.rules, Array.isArray(value['approvals']) ? '/approvals' : '/approvals/rules', raise);
    const policy = {
        name,
        sha256,
        ...(value['artifacts'] === undefined ? {} : { artifacts: value['artifacts'] }),
        trust,
        ...(freshness === undefined ? {} : { freshness }),
        require: {
            recordTypes: new Map(Object.entries(objectAt(required, 'record_types'))),
            sourceProducts: listAt(required, 'source_products'),
            frameworks: readRequired(listAt(required, 'frameworks'), frameworks, raise),
        },
        rules,
        approvals,
        ...(value['baseline'] === undefined ? {} : { baseline: value['baseline'] }),
        frameworks,
    };
    if (findings.length > 0)
        return { ok: false, sha256, findings };
    const warnings = unsatisfiable(policy).map(({ message, pointer }) => (0,engine_findings/* finding */.gk)('policy.unsatisfiable', message, name, { ...document.positionOf(fitPointer(pointer, value)), pointer }));
    return { ok: true, policy, warnings };
}
/** The list form of `approvals` is short for `{rules}`: pointers of its rules lack a part. */
function fitPointer(pointer, value) {
    return Array.isArray(value['approvals']) ? pointer.replace(/^\/approvals\/rules\//, '/approvals/') : pointer;
}
/** Compares a policy's digest with its pin (`--policy-sha256`, lower-case hex): `policy.pin_mismatch` (8) when they differ. */
function checkPin(policySha256, pin, name) {
    const wanted = pin
        .trim()
        .toLowerCase()
        .replace(/^sha256:/, '');
    if (wanted === policySha256)
        return undefined;
    return (0,engine_findings/* finding */.gk)('policy.pin_mismatch', `the policy has SHA-256 ${policySha256}, the pin is ${(0,words/* cut */.Jj)(wanted)}`, name);
}
const DURATION = 'a duration such as 90d, 72h, 5m, 30s or 2w';
/** Members whose pattern says less than these words. */
const PATTERN_WORDS = {
    max_age: DURATION,
    clock_skew: DURATION,
    id: 'letters, digits and . _ -, at most 100 of them',
    name: 'text without blanks around it',
};
function checkStructure(document, raise) {
    for (const { message, pointer, keyword, member } of (0,registry/* validateDocument */.mv)('gate-policy-v1', document.value)) {
        if (keyword === 'additionalProperties' && member !== undefined) {
            const parent = pointer.slice(0, pointer.lastIndexOf('/'));
            raise('policy.invalid', `unknown member ${JSON.stringify((0,words/* cut */.Jj)(member))}${(0,option_values/* didYouMean */.au)(member, knownMembers(parent))}`, pointer);
        }
        else if (keyword === 'pattern' && PATTERN_WORDS[lastPart(pointer)] !== undefined) {
            raise('policy.invalid', `${dotted(pointer)} must be ${PATTERN_WORDS[lastPart(pointer)]}`, pointer);
        }
        else
            raise('policy.invalid', message, pointer);
    }
}
const lastPart = (pointer) => pointer.slice(pointer.lastIndexOf('/') + 1);
const dotted = (pointer) => pointer
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
async function checkSchemas(value, raise) {
    const found = [];
    const gather = (list, pointer) => {
        if (!Array.isArray(list))
            return;
        list.forEach((rule, i) => {
            for (const part of ['when', 'must']) {
                const schema = rule[part];
                if (schema !== undefined)
                    found.push([schema, `${pointer}/${i}/${part}`]);
            }
        });
    };
    gather(value['rules'], '/rules');
    gather(value['approvals'], '/approvals');
    gather(objectAt(value, 'approvals')['rules'], '/approvals/rules');
    if (found.length === 0)
        return;
    const problemsOf = await (0,rules/* schemaProblems */.I)(found.map(([schema]) => schema));
    for (const [schema, pointer] of found) {
        for (const problem of problemsOf(schema)) {
            raise('policy.invalid', `${dotted(pointer)} is no usable JSON Schema: ${problem.message}`, pointer + problem.pointer);
        }
    }
}
async function readTrust(trust, raise, read) {
    const entries = listAt(trust, 'keys');
    const keys = await readKeys(entries, (entry, pointer) => scopeOf(entry, pointer, raise), raise, read);
    const cosign = listAt(trust, 'cosign').map((entry, i) => {
        const { name, key, certificate, identity, issuer } = entry;
        return {
            name,
            ...(key === undefined ? {} : { key }),
            ...(certificate === undefined ? {} : { certificate }),
            ...(identity === undefined ? {} : { identity }),
            ...(issuer === undefined ? {} : { issuer }),
            ...scopeOf(entry, `/trust/cosign/${i}`, raise),
        };
    });
    const signatures = trust['signatures'];
    const minSigners = trust['min_signers'];
    return {
        // An empty list of keys is a statement too: nobody is trusted (fail closed).
        configured: trust['keys'] !== undefined || trust['cosign'] !== undefined || minSigners !== undefined,
        ...(signatures === undefined ? {} : { signatures }),
        keys,
        cosign,
        ...(trust['revocation_list'] === undefined ? {} : { revocationList: trust['revocation_list'] }),
        ...(trust['revocation_key'] === undefined ? {} : { revocationKey: trust['revocation_key'] }),
        ...(minSigners === undefined ? {} : { minSigners }),
    };
}
function scopeOf(entry, pointer, raise) {
    const instant = (name) => {
        const text = entry[name];
        if (typeof text !== 'string')
            return undefined;
        const at = (0,time/* parseInstant */.nV)(text)?.epochMs;
        if (at === undefined)
            raise('policy.invalid', `${name} must be an RFC 3339 instant`, `${pointer}/${name}`);
        return at;
    };
    const notBefore = instant('not_before');
    const notAfter = instant('not_after');
    return {
        ...(notBefore === undefined ? {} : { notBefore }),
        ...(notAfter === undefined ? {} : { notAfter }),
        ...(entry['record_types'] === undefined ? {} : { recordTypes: entry['record_types'] }),
        ...(entry['source_products'] === undefined
            ? {}
            : { sourceProducts: entry['source_products'] }),
    };
}
function duration(holder, name, pointer, raise) {
    const text = holder[name];
    if (typeof text !== 'string')
        return undefined;
    const ms = (0,model/* parsePolicyDuration */.Qg)(text);
    if (ms === undefined)
        raise('policy.invalid', `${dotted(pointer)}.${name} must be ${DURATION}, at most 100 years`, `${pointer}/${name}`);
    return ms;
}
function readFreshness(freshness, raise) {
    if (Object.keys(freshness).length === 0)
        return undefined;
    const maxAgeMs = duration(freshness, 'max_age', '/freshness', raise);
    const clockSkewMs = duration(freshness, 'clock_skew', '/freshness', raise) ?? model/* DEFAULT_CLOCK_SKEW_MS */.h1;
    return maxAgeMs === undefined ? { clockSkewMs } : { maxAgeMs, clockSkewMs };
}
async function readFrameworks(paths, raise, read) {
    const known = new Set((0,catalogues/* loadCatalogues */.f)().map(({ framework }) => framework.id));
    const made = [];
    for (const [i, path] of paths.entries()) {
        const pointer = `/frameworks/${i}`;
        const file = await read(path);
        if (!file.ok) {
            raise(file.code, file.message, pointer);
            continue;
        }
        const parsed = (0,parse/* parseFramework */.k)(Buffer.from(file.bytes).toString('utf8'), path);
        if (!parsed.ok) {
            for (const problem of parsed.problems.slice(0, 10)) {
                const line = problem.line === undefined ? '' : ` line ${problem.line}`;
                raise('framework.invalid', `framework ${JSON.stringify(path)}${line}: ${problem.message}`, pointer);
            }
            continue;
        }
        const { id } = parsed.framework.framework;
        // A file of the workspace that stands in for a built-in framework could empty its controls.
        if (known.has(id))
            raise('framework.invalid', `framework ${JSON.stringify((0,words/* cut */.Jj)(id))} is defined already`, pointer);
        known.add(id);
        made.push(parsed.framework);
    }
    return made;
}
function readRequired(entries, custom, raise) {
    const all = [...(0,catalogues/* loadCatalogues */.f)(), ...custom];
    const made = [];
    for (const [i, entry] of entries.entries()) {
        const pointer = `/require/frameworks/${i}`;
        const id = entry['id'];
        const framework = all.find((one) => one.framework.id === id);
        if (framework === undefined) {
            const hint = (0,option_values/* didYouMean */.au)(id, all.map((one) => one.framework.id));
            raise('framework.invalid', `unknown framework ${JSON.stringify((0,words/* cut */.Jj)(id))}${hint}`, `${pointer}/id`);
            continue;
        }
        if (entries.findIndex((one) => one['id'] === id) !== i) {
            raise('policy.invalid', `framework ${JSON.stringify(id)} is required twice`, `${pointer}/id`);
        }
        const minCoverage = entry['min_coverage'];
        made.push({
            framework,
            ...(entry['controls'] === undefined ? {} : { controls: entry['controls'] }),
            ...(minCoverage === undefined ? {} : { minCoverage }),
        });
    }
    return made;
}
function readRules(entries) {
    return entries.map((entry) => ({
        id: entry['id'],
        must: entry['must'] ?? true,
        ...(entry['when'] === undefined ? {} : { when: entry['when'] }),
        ...(entry['message'] === undefined ? {} : { message: entry['message'] }),
    }));
}
function readApprovals(value, raise) {
    const short = Array.isArray(value);
    const object = (short || value === undefined ? {} : value);
    const entries = (short ? value : listAt(object, 'rules'));
    const rules = entries.map((entry, i) => {
        const pointer = short ? `/approvals/${i}` : `/approvals/rules/${i}`;
        const maxAgeMs = duration(entry, 'max_age', pointer, raise);
        return {
            id: entry['id'],
            min: entry['min'] ?? 1,
            ...(entry['when'] === undefined ? {} : { when: entry['when'] }),
            ...(entry['by'] === undefined ? {} : { by: entry['by'] }),
            ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
        };
    });
    return { builtin: object['builtin'] !== false, rules };
}
function uniqueIds(entries, pointer, raise) {
    const seen = new Set();
    for (const [i, { id }] of entries.entries()) {
        if (seen.has(id))
            raise('policy.invalid', `the id ${JSON.stringify(id)} is used twice`, `${pointer}/${i}/id`);
        seen.add(id);
    }
}
function objectAt(holder, name) {
    const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
    return value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value)
        ? value
        : {};
}
function listAt(holder, name) {
    const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 1283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qg: () => (/* binding */ parsePolicyDuration),
/* harmony export */   XD: () => (/* binding */ EMPTY_POLICY),
/* harmony export */   h1: () => (/* binding */ DEFAULT_CLOCK_SKEW_MS)
/* harmony export */ });
/** What holds without a policy: only the approvals that records ask for themselves. */
const EMPTY_POLICY = {
    name: '',
    sha256: null,
    trust: { configured: false, keys: [], cosign: [] },
    require: { recordTypes: new Map(), sourceProducts: [], frameworks: [] },
    rules: [],
    approvals: { builtin: true, rules: [] },
    frameworks: [],
};
/** Clock skew when the policy has a freshness section without one. */
const DEFAULT_CLOCK_SKEW_MS = 5 * 60_000;
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
/** A century: a longer age is a slip of the pen that would switch the check off. */
const MAX_DURATION_MS = 36_525 * 86_400_000;
/** A duration such as `90d`, `72h`, `5m`, `30s`, `2w` in milliseconds; `undefined` for anything else or over 100 years. */
function parsePolicyDuration(text) {
    const match = /^([0-9]{1,6})([smhdw])$/.exec(text);
    const unit = UNITS[match?.[2] ?? ''];
    if (match === null || unit === undefined)
        return undefined;
    const ms = Number(match[1]) * unit;
    return ms <= MAX_DURATION_MS ? ms : undefined;
}


/***/ }),

/***/ 7344:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ schemaProblems),
/* harmony export */   n: () => (/* binding */ compileRules)
/* harmony export */ });
/* harmony import */ var _engine_schema_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6888);
/* harmony import */ var _engine_schema_link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3462);
/* harmony import */ var _engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6985);
/* harmony import */ var _engine_schema_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7293);




/** Instructions of all compiled patterns of a policy: compiling must stay short as well. */
const MAX_PATTERN_PROGRAM = 200_000;
/** Compiles all schemas of a validated policy. Throws when one has a problem: `schemaProblems` tells them beforehand. */
async function compileRules(policy) {
    const patterns = await patternCompiler(policy);
    const compile = (schema) => {
        const made = compileSchema(schema, patterns);
        if ('problems' in made)
            throw new Error(made.problems[0]?.message);
        return made.schema;
    };
    const optional = (schema) => schema === undefined ? undefined : compile(schema);
    return {
        rules: policy.rules.map(({ id, when, must }) => ({ id, when: optional(when), must: compile(must) })),
        approvals: policy.approvals.rules.map(({ id, when }) => ({ id, when: optional(when) })),
    };
}
/** A function that tells what is wrong with schemas: not draft-07, references that leave them, patterns RE2 cannot run. */
async function schemaProblems(schemas) {
    const patterns = await patternCompiler(schemas);
    return (schema) => {
        const made = compileSchema(schema, patterns);
        return 'problems' in made ? made.problems : [];
    };
}
function compileSchema(root, patterns) {
    const broken = (0,_engine_schema_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .validateSchema */ .i6)(root);
    if (broken.length > 0)
        return { problems: broken };
    const { schema, problems } = new _engine_schema_link_js__WEBPACK_IMPORTED_MODULE_3__/* .Linker */ .o([{ root, name: '' }], patterns).link(root);
    if (problems.length > 0) {
        return {
            problems: problems.map(({ kind, text }) => ({
                pointer: '',
                message: kind === 'pattern'
                    ? `the pattern ${JSON.stringify((0,_engine_schema_words_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(text))} cannot run in linear time (RE2 syntax)`
                    : `the schema refers to ${JSON.stringify((0,_engine_schema_words_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(text))}, which is not inside it`,
            })),
        };
    }
    return { schema: new Compiled(schema, quickTest(root)) };
}
class Compiled {
    schema;
    quick;
    constructor(schema, quick) {
        this.schema = schema;
        this.quick = quick;
    }
    holds(record) {
        if (this.quick !== undefined) {
            const type = record['record_type'];
            if (typeof type === 'string' && !this.quick.types.has(type))
                return false;
            if (typeof type === 'string' && this.quick.complete)
                return true;
        }
        // A selector that asks for too much work selects the record: what cannot be decided must not slip through.
        return this.run(record) !== 'broken';
    }
    failure(record) {
        if (this.schema.root === true)
            return undefined;
        try {
            return (0,_engine_schema_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._3)(this.schema, record, 'the record', 1)[0];
        }
        catch (error) {
            if (!isExhausted(error))
                throw error;
            return { message: 'the rule asks for too much work on this record', pointer: '' };
        }
    }
    run(record) {
        if (this.schema.root === true)
            return 'holds';
        try {
            return (0,_engine_schema_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._3)(this.schema, record, 'the record', 1).length === 0 ? 'holds' : 'broken';
        }
        catch (error) {
            if (!isExhausted(error))
                throw error;
            return 'unknown';
        }
    }
}
function isExhausted(error) {
    return error instanceof _engine_schema_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .Exhausted */ .mS || error instanceof RangeError;
}
function quickTest(root) {
    if (root === null || typeof root !== 'object' || Array.isArray(root))
        return undefined;
    const schema = root;
    const properties = schema['properties'];
    if (Object.hasOwn(schema, '$ref') || !plainObject(properties) || !Object.hasOwn(properties, 'record_type'))
        return undefined;
    const type = properties['record_type'];
    if (!plainObject(type) || Object.hasOwn(type, '$ref'))
        return undefined;
    const words = Object.hasOwn(type, 'const') ? [type['const']] : type['enum'];
    if (!Array.isArray(words) || !words.every((word) => typeof word === 'string'))
        return undefined;
    const complete = Object.keys(type).length === 1 && Object.keys(properties).length === 1 && Object.keys(schema).length === 1;
    return { types: new Set(words), complete };
}
function plainObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** RE2 is loaded only for a policy that holds a pattern: it costs 14-25 ms. */
async function patternCompiler(holder) {
    if (!/"pattern(?:Properties)?":/.test(JSON.stringify(holder) ?? ''))
        return () => undefined;
    const { RE2JS } = await __webpack_require__.e(/* import() */ 856).then(__webpack_require__.bind(__webpack_require__, 2856));
    let program = 0;
    return (source) => {
        if (program > MAX_PATTERN_PROGRAM)
            return undefined;
        try {
            const compiled = RE2JS.compile(source);
            const size = compiled.programSize();
            program += size;
            return { test: (text) => compiled.test(text), weight: 0.5 + size / 16 };
        }
        catch {
            return undefined;
        }
    };
}


/***/ })

};
