export const id = 553;
export const ids = [553];
export const modules = {

/***/ 5553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ normalDigest),
  verifyBundle: () => (/* binding */ verifyBundle)
});

// UNUSED EXPORTS: bundleDigest

// EXTERNAL MODULE: ./src/engine/canonical/digest.ts
var canonical_digest = __webpack_require__(2327);
// EXTERNAL MODULE: ./src/engine/canonical/jcs.ts
var jcs = __webpack_require__(3475);
// EXTERNAL MODULE: ./src/engine/canonical/strict.ts
var strict = __webpack_require__(5670);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __webpack_require__(5206);
// EXTERNAL MODULE: ./src/engine/options.ts
var engine_options = __webpack_require__(9052);
// EXTERNAL MODULE: ./src/engine/schema/registry.ts + 1 modules
var registry = __webpack_require__(839);
// EXTERNAL MODULE: ./src/engine/signature/jobs.ts
var jobs = __webpack_require__(5671);
// EXTERNAL MODULE: ./src/engine/signature/signature-object.ts
var signature_object = __webpack_require__(7465);
// EXTERNAL MODULE: ./src/engine/canonical/read.ts
var read = __webpack_require__(9247);
// EXTERNAL MODULE: ./src/engine/canonical/slices.ts
var slices = __webpack_require__(9076);
// EXTERNAL MODULE: ./src/engine/limits.ts
var limits = __webpack_require__(7100);
// EXTERNAL MODULE: ./src/engine/schema/custom.ts
var custom = __webpack_require__(3225);
// EXTERNAL MODULE: ./src/engine/kinds/chain.ts
var chain = __webpack_require__(5511);
// EXTERNAL MODULE: ./src/engine/kinds/document.ts
var kinds_document = __webpack_require__(2973);
// EXTERNAL MODULE: ./src/engine/kinds/members.ts
var members = __webpack_require__(633);
// EXTERNAL MODULE: ./src/engine/kinds/record-view.ts + 1 modules
var record_view = __webpack_require__(9632);
// EXTERNAL MODULE: ./src/engine/kinds/records.ts + 1 modules
var kinds_records = __webpack_require__(9911);
// EXTERNAL MODULE: ./src/engine/kinds/schema-view.ts
var schema_view = __webpack_require__(3381);
// EXTERNAL MODULE: ./src/engine/kinds/stream.ts
var stream = __webpack_require__(9060);
;// CONCATENATED MODULE: ./src/engine/kinds/bundle-records.ts















const RECORD_TYPES = 'record-types.json';
const CHAIN = 'chain.json';
const TYPES_MEMBERS = new Set(['version', 'record_types']);
const TYPE_MEMBERS = new Set([
    'record_type',
    'schema_id',
    'schema_version',
    'schema_path',
    'sha256',
]);
/**
 * The records inside a bundle and the record types that it brings along (contract section 5). The types are known in
 * this bundle alone. Gate mode also verifies the records themselves; a signed manifest stands for unsigned records.
 */
class BundleContents {
    directory;
    collector;
    options;
    files;
    intact;
    constructor(directory, collector, options, files, intact) {
        this.directory = directory;
        this.collector = collector;
        this.options = options;
        this.files = files;
        this.intact = intact;
    }
    async verify() {
        const hasTypes = this.files.some((file) => file.path === RECORD_TYPES);
        const custom = hasTypes ? await this.customTypes() : this.options.customTypes;
        if (this.options.mode === 'compat') {
            if (hasTypes && custom !== undefined)
                await this.validateAll(custom);
            return { records: 0, signatures: 0, keyIds: new Set() };
        }
        return this.verifyRecords(custom);
    }
    open(path) {
        try {
            return this.directory.open(path);
        }
        catch (error) {
            this.collector.fault(error, { entry: path });
            return undefined;
        }
    }
    async customTypes() {
        const source = this.open(RECORD_TYPES);
        const document = source && (await (0,kinds_document/* readDocument */.u)(source, RECORD_TYPES, this.collector, this.options));
        if (document === undefined)
            return undefined;
        document.checkCase(document.value, TYPES_MEMBERS, '');
        const listed = (0,members/* member */.Dc)(document.value, 'record_types');
        const items = (Array.isArray(listed) ? listed : []).map((item) => (0,members/* isObject */.Gv)(item) ? item : {});
        for (const [i, item] of items.entries())
            document.checkCase(item, TYPE_MEMBERS, `/record_types/${i}`);
        const problems = (0,registry/* validateDocument */.mv)('record-types-v1', document.value);
        for (const problem of problems)
            document.raise(problem);
        if (problems.length > 0)
            return undefined;
        const sources = [];
        for (const [i, item] of items.entries()) {
            const schema = await this.schemaOf(item, `/record_types/${i}`, document);
            if (schema !== undefined)
                sources.push(schema);
        }
        const { types, problems: broken } = await (0,custom/* compileCustomTypes */.cI)(sources, (bytes) => (0,read/* readJson */.Vh)(bytes, this.options.limits.maxDepth));
        for (const problem of broken) {
            this.collector.add(problem.code, `custom schema ${(0,strict/* quote */.hD)(problem.name)}: ${problem.message}`, {
                entry: problem.name,
                pointer: problem.pointer,
            });
        }
        return types;
    }
    async schemaOf(item, pointer, document) {
        // The schema of record-types.json sees to it that these are texts.
        const text = (name) => String((0,members/* member */.Dc)(item, name));
        const type = text('record_type');
        const path = text('schema_path');
        const raise = (code, message, name) => document.raise({ code, message, pointer: `${pointer}/${name}` });
        if ((0,registry/* isBuiltInType */.eU)(type)) {
            raise('schema.custom.conflicting_definition', `record type ${(0,strict/* quote */.hD)(type)} is built in`, 'record_type');
        }
        if (!this.files.some((file) => file.path === path)) {
            raise('schema.custom.unlisted', `schema ${(0,strict/* quote */.hD)(path)} is not listed in manifest.json`, 'schema_path');
            return undefined;
        }
        const source = this.open(path);
        if (source === undefined)
            return undefined;
        let bytes;
        try {
            bytes = await source.bytes(limits/* MAX_SCHEMA_BYTES */.Z_ + 1);
        }
        catch (error) {
            this.collector.fault(error, { source, entry: path });
            return undefined;
        }
        const digest = (0,canonical_digest/* sha256Hex */.fg)(bytes);
        if (digest !== normalDigest(text('sha256'))) {
            raise('schema.custom.digest_mismatch', `schema ${(0,strict/* quote */.hD)(path)} has SHA-256 ${digest}, not the declared one`, 'sha256');
            return undefined;
        }
        this.checkIdentity(bytes, item, raise);
        return { type, bytes, name: path };
    }
    checkIdentity(bytes, item, raise) {
        let schema;
        try {
            schema = (0,read/* readJson */.Vh)(bytes, this.options.limits.maxDepth);
        }
        catch {
            return; // compileCustomTypes says what is wrong with it
        }
        if (!(0,members/* isObject */.Gv)(schema))
            return;
        if ((0,members/* member */.Dc)(schema, '$id') !== (0,members/* member */.Dc)(item, 'schema_id')) {
            raise('schema.custom.identity_mismatch', '$id of the schema is not the declared schema_id', 'schema_id');
        }
        if ((0,members/* member */.Dc)(schema, 'x-proof-schema-version') !== (0,members/* member */.Dc)(item, 'schema_version')) {
            raise('schema.custom.identity_mismatch', 'x-proof-schema-version of the schema is not the declared schema_version', 'schema_version');
        }
    }
    /** Compat: schemas only, of `chain.json` and of each JSONL line that has a record_type. */
    async validateAll(custom) {
        for (const file of this.files) {
            const isChain = file.path === CHAIN;
            if (!isChain && !file.path.endsWith('.jsonl'))
                continue;
            const source = this.open(file.path);
            if (source === undefined)
                continue;
            try {
                if (isChain) {
                    const document = await (0,kinds_document/* readDocument */.u)(source, file.path, this.collector, this.options);
                    const records = document && (0,members/* member */.Dc)(document.value, 'records');
                    if (Array.isArray(records))
                        for (const record of records)
                            this.validateOne(record, source, file.path, custom, 0);
                }
                else {
                    const slicer = new slices/* LineSlicer */.XY(this.options.limits);
                    const each = (slice) => this.validateOne((0,read/* readJson */.Vh)(slice.bytes, this.options.limits.maxDepth), source, file.path, custom, slice.offset);
                    for await (const chunk of source.chunks())
                        slicer.push(chunk).forEach(each);
                    slicer.finish().forEach(each);
                }
            }
            catch (error) {
                this.collector.fault(error, { source, entry: file.path });
            }
        }
    }
    validateOne(value, source, entry, custom, offset) {
        if (!(0,members/* isObject */.Gv)(value) || (0,members/* member */.Dc)(value, 'record_type') === undefined)
            return;
        const { view, problems } = (0,record_view/* viewRecord */.ZU)(value, { loneCaseVariants: 'read' });
        const found = view === undefined ? problems : (0,registry/* validateRecord */.eV)((0,schema_view/* typedRecord */.y)(view), view.recordType, custom);
        for (const problem of found) {
            this.collector.add('schema.record.bundle_validation_failed', problem.message, {
                source,
                entry,
                offset,
                pointer: problem.pointer,
            });
        }
    }
    /** Gate: records are verified like any others, except that the manifest's signature may stand for theirs. */
    async verifyRecords(custom) {
        let records = 0;
        let signatures = 0;
        const keyIds = new Set();
        const add = (summary) => {
            records += summary.records;
            signatures += summary.signaturesVerified;
            for (const id of summary.keyIds)
                keyIds.add(id);
        };
        const common = {
            schema: 'typed',
            custom,
            signatures: 'known',
            schemaCode: 'schema.record.bundle_validation_failed',
        };
        for (const file of this.files) {
            if (this.options.aborted?.() === true)
                break;
            if (!this.intact.has(file.path))
                continue;
            const source = this.recordSource(file.path);
            if (source === undefined)
                continue;
            if (file.path === CHAIN || file.path.endsWith(`/${CHAIN}`)) {
                const rules = { ...common, link: 'chain', nullRecord: 'empty' };
                // What claims to be the bundle's chain and is none cannot be checked, so it does not pass.
                const none = async () => {
                    this.collector.add('kind.unsupported', `${(0,strict/* quote */.hD)(file.path)} holds no list of records`, {
                        source,
                        entry: file.path,
                    });
                };
                const result = await (0,chain/* verifyChain */.H5)(source, this.collector, this.options, none, {
                    entry: file.path,
                    rules,
                });
                if (result !== undefined)
                    add(result.summary);
            }
            else {
                const rules = { ...common, link: 'auto', nullRecord: 'refuse', onlyRecords: true };
                const run = new kinds_records/* RecordRun */.f(this.collector, this.options, rules);
                if (file.path.endsWith('.jsonl'))
                    await (0,stream/* runLines */.r)(run, source, this.collector, this.options, file.path);
                else
                    await pushWhole(run, source, this.collector, this.options, file.path);
                add(await run.finish());
            }
        }
        return { records, signatures, keyIds };
    }
    recordSource(path) {
        if (path === RECORD_TYPES || !(path.endsWith('.jsonl') || path.endsWith('.json')))
            return undefined;
        return this.open(path);
    }
}
/** A JSON file that may be one record; larger than a record can be, it is none. */
async function pushWhole(run, source, collector, options, entry) {
    if (source.size > options.limits.maxRecordBytes)
        return;
    try {
        const bytes = await source.bytes(options.limits.maxRecordBytes);
        await run.push([{ bytes, offset: 0, line: 1, members: -1, escapes: false, escapedNames: false }], source, entry);
    }
    catch (error) {
        collector.fault(error, { source, entry });
    }
}

// EXTERNAL MODULE: ./src/engine/kinds/paths.ts
var paths = __webpack_require__(5070);
;// CONCATENATED MODULE: ./src/engine/kinds/bundle.ts












const MANIFEST = 'manifest.json';
const MANIFEST_MEMBERS = new Set(['files', 'algo_id', 'salt_id', 'signatures']);
const FILE_MEMBERS = new Set(['path', 'sha256']);
const SHA256 = /^(?:sha256:)?[0-9a-f]{64}$/;
/** Verifies a bundle directory (contract section 5). */
async function verifyBundle(directory, collector, options) {
    const nothing = { filesVerified: 0, signatures: 0, keyIds: new Set(), contents: undefined };
    let document;
    try {
        document = await (0,kinds_document/* readDocument */.u)(directory.open(MANIFEST), MANIFEST, collector, options);
    }
    catch (error) {
        collector.fault(error, { entry: MANIFEST });
    }
    if (document === undefined)
        return nothing;
    const files = readManifest(document, options);
    if (files === undefined)
        return nothing;
    if (options.mode === 'gate' && files.length === 0) {
        document.raise({ code: 'bundle.empty', message: 'the bundle lists no files', pointer: '/files' });
    }
    const intact = await checkFiles(directory, files, document, options);
    if (options.strict)
        await checkStructure(directory, files, document);
    const signed = await checkSignatures(document, options);
    const contents = options.strict || options.mode === 'gate'
        ? await new BundleContents(directory, collector, options, files, intact).verify()
        : undefined;
    return { filesVerified: intact.size, contents, ...signed };
}
function readManifest(document, options) {
    const { value } = document;
    const problems = [];
    const read = new members/* MemberReader */.uG(problems, 'record.member_type');
    document.checkCase(value, MANIFEST_MEMBERS, '');
    const list = read.list(value, 'files', '');
    const algorithm = read.text(value, 'algo_id', '') ?? '';
    read.text(value, 'salt_id', '');
    read.list(value, 'signatures', '');
    const files = (list ?? []).map((item, i) => {
        const pointer = `/files/${i}`;
        if (!(0,members/* isObject */.Gv)(item))
            read.wrong('/files', String(i), 'object', item);
        const file = (0,members/* isObject */.Gv)(item) ? item : {};
        document.checkCase(file, FILE_MEMBERS, pointer);
        return { path: read.text(file, 'path', pointer) ?? '', sha256: read.text(file, 'sha256', pointer) ?? '', pointer };
    });
    // A manifest whose members have the wrong type cannot be read at all; the schema would only say it again.
    if (problems.length > 0) {
        for (const problem of problems)
            document.raise(problem);
        return undefined;
    }
    for (const problem of (0,registry/* validateDocument */.mv)('bundle-manifest-v1', value))
        document.raise(problem);
    const normal = options.mode === 'compat' ? algorithm.trim().toLowerCase() : algorithm;
    if (normal !== '' && normal !== 'sha256') {
        document.raise({
            code: 'bundle.algorithm_unsupported',
            message: `digest algorithm ${(0,strict/* quote */.hD)(algorithm)} is not known, only sha256 is`,
            pointer: '/algo_id',
        });
        return undefined;
    }
    // Without a list there is nothing to check; the schema said so.
    return list === undefined ? undefined : files;
}
/** Digests of the listed files; gives the paths that are what they should be. */
async function checkFiles(directory, files, document, options) {
    const intact = new Set();
    for (const file of files) {
        if (options.aborted?.() === true)
            break;
        // checkStructure tells of it: a path that may mean another file is not read at all.
        if (options.strict && (0,paths/* checkPath */.Cg)(file.path, 'allow') !== undefined)
            continue;
        if (options.mode === 'gate' && (0,paths/* escapes */.r6)(file.path)) {
            document.raise({
                code: 'path.escape',
                message: `listed path ${(0,strict/* quote */.hD)(file.path)} leads out of the bundle`,
                pointer: `${file.pointer}/path`,
            });
            continue;
        }
        const expected = normalDigest(file.sha256);
        const actual = await digestOf(directory, file, document);
        if (actual === undefined)
            continue;
        if (actual === expected)
            intact.add(file.path);
        else {
            document.raise({
                code: 'bundle.hash_mismatch',
                message: `${(0,strict/* quote */.hD)(file.path)} has SHA-256 ${actual}, not the listed ${(0,strict/* quote */.hD)(file.sha256)}`,
                pointer: `${file.pointer}/sha256`,
            });
        }
    }
    return intact;
}
/** A listed digest: optional `sha256:` prefix, any case (contract section 5). */
function normalDigest(listed) {
    const lower = listed.trim().toLowerCase();
    if (!SHA256.test(lower))
        return undefined;
    return lower.startsWith('sha256:') ? lower.slice(7) : lower;
}
async function digestOf(directory, file, document) {
    try {
        const hash = (0,canonical_digest/* sha256 */.sc)();
        for await (const chunk of directory.open(file.path).chunks())
            hash.update(chunk);
        return hash.digest('hex');
    }
    catch (error) {
        if (!(error instanceof fault/* Fault */.v))
            throw error;
        const missing = error.code === 'io.not_found' || error.code === 'io.unreadable';
        document.raise({
            code: missing ? 'bundle.file_missing' : error.code,
            message: `${(0,strict/* quote */.hD)(file.path)}: ${error.message}`,
            pointer: `${file.pointer}/path`,
        });
        return undefined;
    }
}
/** Strict: canonical paths, no collisions, nothing beside the listed files, no links. */
async function checkStructure(directory, files, document) {
    for (const file of files) {
        const problem = (0,paths/* checkPath */.Cg)(file.path, 'refuse');
        if (problem !== undefined)
            document.raise({ ...problem, pointer: `${file.pointer}/path` });
        if (file.path === MANIFEST) {
            document.raise({
                code: 'structure.path_invalid',
                message: 'the manifest cannot list itself',
                pointer: `${file.pointer}/path`,
            });
        }
    }
    for (const { index, of } of (0,paths/* duplicates */.XI)(files.map((file) => file.path))) {
        document.raise({
            code: 'structure.path_duplicate',
            message: `listed path ${(0,strict/* quote */.hD)(files[index]?.path ?? '')} collides with ${(0,strict/* quote */.hD)(files[of]?.path ?? '')}`,
            pointer: `/files/${index}/path`,
        });
    }
    const listed = new Set(files.map((file) => file.path));
    for (const entry of await directory.list()) {
        if (entry.type === 'symlink') {
            document.raiseFor(entry.path, 'structure.symlink_ambiguous', `${(0,strict/* quote */.hD)(entry.path)} is a symbolic link`);
        }
        else if (entry.type === 'other') {
            document.raiseFor(entry.path, 'path.special_file', `${(0,strict/* quote */.hD)(entry.path)} is no regular file`);
        }
        else if (entry.type === 'file' && entry.path !== MANIFEST && !listed.has(entry.path)) {
            document.raiseFor(entry.path, 'structure.unlisted_file', `${(0,strict/* quote */.hD)(entry.path)} is not listed in the manifest`);
        }
    }
}
/** The digest that bundle signatures cover: the manifest with its defaults, all unknown members, without signatures. */
function bundleDigest(manifest) {
    const unknown = Object.entries(manifest).filter(([name]) => !MANIFEST_MEMBERS.has(name));
    const signed = Object.fromEntries(unknown);
    signed['files'] = ((0,members/* member */.Dc)(manifest, 'files') ?? null);
    const algorithm = (0,members/* member */.Dc)(manifest, 'algo_id');
    signed['algo_id'] = typeof algorithm === 'string' && algorithm !== '' ? algorithm : 'sha256';
    const salt = (0,members/* member */.Dc)(manifest, 'salt_id');
    if (typeof salt === 'string' && salt !== '')
        signed['salt_id'] = salt;
    return (0,jcs/* digestHex */.sU)(signed);
}
async function checkSignatures(document, options) {
    const keyIds = new Set();
    const required = (0,engine_options/* signaturesRequired */.P)(options);
    const listed = ((0,members/* member */.Dc)(document.value, 'signatures') ?? []);
    if (options.signatures === 'off' || (!required && listed.length === 0))
        return { signatures: 0, keyIds };
    if (!required && !options.trust.configured) {
        document.raise({
            code: 'signature.not_checked',
            message: `${listed.length} signature(s) were not checked: no key was given`,
            pointer: '/signatures',
        });
        return { signatures: 0, keyIds };
    }
    if (!options.trust.configured) {
        document.raise({
            code: 'key.missing',
            message: 'signatures must be checked but no key is given',
            pointer: '/signatures',
        });
        return { signatures: 0, keyIds };
    }
    if (listed.length === 0) {
        document.raise({ code: 'bundle.signature_missing', message: 'the bundle is not signed', pointer: '' });
        return { signatures: 0, keyIds };
    }
    const digest = bundleDigest(document.value);
    let count = 0;
    for (const [i, signature] of listed.entries()) {
        const step = (0,signature_object/* prepareManifestSignature */.X7)(signature, digest, options.trust, options.now);
        const [verdict] = 'job' in step ? await (0,jobs/* runSignatureJobs */.y)([step.job]) : [step];
        if (verdict?.ok === true) {
            keyIds.add(verdict.keyId);
            count++;
            continue;
        }
        document.raise({
            code: verdict?.code ?? 'signature.invalid',
            message: verdict?.message ?? 'the signature was not checked',
            pointer: `/signatures/${i}${verdict?.pointer ?? ''}`,
        });
    }
    return { signatures: count, keyIds };
}


/***/ }),

/***/ 5070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ checkPath),
/* harmony export */   XI: () => (/* binding */ duplicates),
/* harmony export */   r6: () => (/* binding */ escapes)
/* harmony export */ });
/* unused harmony export collisionKey */
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5670);

const CONTROL = /[\u0000-\u001f\u007f]/;
/** Directional marks and overrides make a name look like another one. */
const BIDI = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/**
 * Whether a path that a manifest lists is canonical (contract section 5): relative, `/`-separated, no empty, `.` or `..`
 * part, no part that ends in a blank or a dot, no drive letter, no NUL, no backslash. Capitals are ambiguous in bundles
 * and legal in Gait's archives (section 6).
 */
function checkPath(path, capitals) {
    const invalid = (why) => ({
        code: 'structure.path_invalid',
        message: `listed path ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)} ${why}`,
    });
    const ambiguous = (why) => ({
        code: 'structure.path_ambiguous',
        message: `listed path ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)} ${why}`,
    });
    if (path === '')
        return invalid('is empty');
    if (CONTROL.test(path))
        return invalid('holds a control character');
    if (BIDI.test(path))
        return invalid('holds an invisible or directional character');
    if (path.includes('\\'))
        return invalid('holds a backslash');
    if (path.startsWith('/'))
        return invalid('is absolute');
    if (/^[A-Za-z]:/.test(path))
        return invalid('has a drive letter');
    for (const part of path.split('/')) {
        if (part === '..')
            return invalid('leads out of the artifact');
        if (part === '' || part === '.')
            return ambiguous('has an empty or . part');
        if (part.endsWith('.') || part.endsWith(' '))
            return ambiguous('has a part that ends in a dot or a blank');
    }
    if (capitals === 'refuse' && path !== path.toLowerCase())
        return ambiguous('is not lower-case');
    return undefined;
}
/** True when reading the path could leave the directory it is relative to. */
function escapes(path) {
    return path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split(/[/\\]/).includes('..') || path.includes('\0');
}
/** One spelling for all names that some file system would take for the same. */
function collisionKey(path) {
    return path.normalize('NFKC').toLowerCase();
}
/** Paths that are the same or collide without regard to case or Unicode form, by index. */
function duplicates(paths) {
    const seen = new Map();
    const found = [];
    paths.forEach((path, index) => {
        const key = collisionKey(path);
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, index);
        else
            found.push({ index, of: first });
    });
    return found;
}


/***/ })

};
