export const id = 192;
export const ids = [192];
export const modules = {

/***/ 5542:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ verify)
});

// UNUSED EXPORTS: detect

// EXTERNAL MODULE: ./src/engine/canonical/read.ts
var read = __webpack_require__(9247);
// EXTERNAL MODULE: ./src/engine/canonical/strict.ts
var canonical_strict = __webpack_require__(5670);
// EXTERNAL MODULE: ./src/engine/collector.ts + 1 modules
var engine_collector = __webpack_require__(4775);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __webpack_require__(5206);
// EXTERNAL MODULE: ./src/engine/canonical/digest.ts
var canonical_digest = __webpack_require__(2327);
// EXTERNAL MODULE: ./src/engine/canonical/jcs.ts
var jcs = __webpack_require__(3475);
// EXTERNAL MODULE: ./src/engine/options.ts
var engine_options = __webpack_require__(9052);
// EXTERNAL MODULE: ./src/engine/schema/registry.ts + 1 modules
var registry = __webpack_require__(6985);
// EXTERNAL MODULE: ./src/engine/signature/jobs.ts
var jobs = __webpack_require__(5671);
// EXTERNAL MODULE: ./src/engine/signature/signature-object.ts
var signature_object = __webpack_require__(7465);
// EXTERNAL MODULE: ./src/engine/canonical/slices.ts
var slices = __webpack_require__(9076);
// EXTERNAL MODULE: ./src/engine/limits.ts
var engine_limits = __webpack_require__(7100);
// EXTERNAL MODULE: ./src/engine/schema/custom.ts
var custom = __webpack_require__(3225);
// EXTERNAL MODULE: ./src/engine/kinds/chain.ts
var chain = __webpack_require__(5511);
// EXTERNAL MODULE: ./src/engine/kinds/members.ts
var members = __webpack_require__(633);
;// CONCATENATED MODULE: ./src/engine/kinds/document.ts




/** A JSON document that is read whole: manifests, tokens, lists. */
class Document {
    value;
    bytes;
    source;
    entry;
    collector;
    options;
    constructor(value, bytes, source, entry, collector, options) {
        this.value = value;
        this.bytes = bytes;
        this.source = source;
        this.entry = entry;
        this.collector = collector;
        this.options = options;
    }
    /** Raises a problem at the place of its pointer. */
    raise = (problem) => {
        this.collector.add(problem.code, problem.message, {
            source: this.source,
            pointer: problem.pointer,
            severity: problem.severity,
            ...(this.entry === undefined ? {} : { entry: this.entry }),
            offset: this.collector.wantsPlaces
                ? (0,engine_collector/* offsetOfPointer */.m)(this.bytes, problem.pointer, this.options.limits.maxDepth)
                : 0,
        });
    };
    /** Raises a finding on another file of the same artifact. */
    raiseFor(entry, code, message) {
        this.collector.add(code, message, { entry });
    }
    /**
     * Refuses names that differ from a known one only by case (hardening 2). Alone, without its twin, such a name is left
     * to the schema in compat mode.
     */
    checkCase(object, known, pointer) {
        for (const variant of (0,members/* caseVariants */.r0)(object, known) ?? []) {
            if (!variant.twin && this.options.mode === 'compat')
                continue;
            this.raise({
                code: 'json.case_collision',
                message: `member ${(0,canonical_strict/* quote */.hD)(variant.name)} differs from ${(0,canonical_strict/* quote */.hD)(variant.known)} only by case: readers disagree about which one counts`,
                pointer: `${pointer}/${variant.name}`,
            });
        }
    }
}
/** Reads a whole JSON object; `undefined` after a finding was raised. */
async function readDocument(source, entry, collector, options) {
    let bytes;
    let value;
    const spot = { source, ...(entry === undefined ? {} : { entry }) };
    try {
        bytes = await source.bytes(options.limits.maxDocumentBytes);
        value = (0,read/* readJson */.Vh)(bytes, options.limits.maxDepth);
    }
    catch (error) {
        collector.fault(error, spot);
        return undefined;
    }
    if (!(0,members/* isObject */.Gv)(value)) {
        collector.add('kind.unsupported', 'a JSON object is expected', spot);
        return undefined;
    }
    return new Document(value, bytes, source, entry, collector, options);
}

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
        const document = source && (await readDocument(source, RECORD_TYPES, this.collector, this.options));
        if (document === undefined)
            return undefined;
        document.checkCase(document.value, TYPES_MEMBERS, '');
        const problems = (0,registry/* validateDocument */.mv)('record-types-v1', document.value);
        for (const problem of problems)
            document.raise(problem);
        if (problems.length > 0)
            return undefined;
        const sources = [];
        for (const [i, item] of ((0,members/* member */.Dc)(document.value, 'record_types') ?? []).entries()) {
            if (!(0,members/* isObject */.Gv)(item))
                continue;
            document.checkCase(item, TYPE_MEMBERS, `/record_types/${i}`);
            const schema = await this.schemaOf(item, `/record_types/${i}`, document);
            if (schema !== undefined)
                sources.push(schema);
        }
        const { types, problems: broken } = await (0,custom/* compileCustomTypes */.cI)(sources, (bytes) => (0,read/* readJson */.Vh)(bytes, this.options.limits.maxDepth));
        for (const problem of broken) {
            this.collector.add(problem.code, `custom schema ${(0,canonical_strict/* quote */.hD)(problem.name)}: ${problem.message}`, {
                entry: problem.name,
                pointer: problem.pointer,
            });
        }
        return types;
    }
    async schemaOf(item, pointer, document) {
        const read = new members/* MemberReader */.uG([], 'schema.record_types.invalid');
        if (!(0,members/* isObject */.Gv)(item))
            return undefined;
        const type = read.text(item, 'record_type', pointer) ?? '';
        const path = read.text(item, 'schema_path', pointer) ?? '';
        const raise = (code, message, name) => document.raise({ code, message, pointer: `${pointer}/${name}` });
        if ((0,registry/* isBuiltInType */.eU)(type)) {
            raise('schema.custom.conflicting_definition', `record type ${(0,canonical_strict/* quote */.hD)(type)} is built in`, 'record_type');
        }
        if (!this.files.some((file) => file.path === path)) {
            raise('schema.custom.unlisted', `schema ${(0,canonical_strict/* quote */.hD)(path)} is not listed in manifest.json`, 'schema_path');
            return undefined;
        }
        const source = this.open(path);
        if (source === undefined)
            return undefined;
        let bytes;
        try {
            bytes = await source.bytes(engine_limits/* MAX_SCHEMA_BYTES */.Z_ + 1);
        }
        catch (error) {
            this.collector.fault(error, { source, entry: path });
            return undefined;
        }
        const digest = (0,canonical_digest/* sha256Hex */.f)(bytes);
        if (digest !== normalDigest(read.text(item, 'sha256', pointer) ?? '')) {
            raise('schema.custom.digest_mismatch', `schema ${(0,canonical_strict/* quote */.hD)(path)} has SHA-256 ${digest}, not the declared one`, 'sha256');
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
        if (!(0,members/* isObject */.Gv)(schema) || !(0,members/* isObject */.Gv)(item))
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
                    const document = await readDocument(source, file.path, this.collector, this.options);
                    const records = document === undefined ? [] : ((0,members/* member */.Dc)(document.value, 'records') ?? []);
                    if (Array.isArray(records))
                        for (const record of records)
                            this.validateOne(record, source, file.path, custom, 0);
                }
                else {
                    const slicer = new slices/* LineSlicer */.X(this.options.limits);
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
                    this.collector.add('kind.unsupported', `${(0,canonical_strict/* quote */.hD)(file.path)} holds no list of records`, {
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
        await run.push([{ bytes, offset: 0, line: 1, members: -1, escapes: false }], source, entry);
    }
    catch (error) {
        collector.fault(error, { source, entry });
    }
}

;// CONCATENATED MODULE: ./src/engine/kinds/paths.ts

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
        message: `listed path ${(0,canonical_strict/* quote */.hD)(path)} ${why}`,
    });
    const ambiguous = (why) => ({
        code: 'structure.path_ambiguous',
        message: `listed path ${(0,canonical_strict/* quote */.hD)(path)} ${why}`,
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
        document = await readDocument(directory.open(MANIFEST), MANIFEST, collector, options);
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
        if (!(0,members/* isObject */.Gv)(item)) {
            read.wrong('/files', String(i), 'object', item);
            return { path: '', sha256: '', pointer };
        }
        document.checkCase(item, FILE_MEMBERS, pointer);
        return { path: read.text(item, 'path', pointer) ?? '', sha256: read.text(item, 'sha256', pointer) ?? '', pointer };
    });
    // A manifest whose members have the wrong type cannot be read at all; the schema would only say it again.
    if (problems.length > 0) {
        for (const problem of problems)
            document.raise(problem);
        return undefined;
    }
    const broken = (0,registry/* validateDocument */.mv)('bundle-manifest-v1', value);
    for (const problem of broken)
        document.raise(problem);
    const normal = options.mode === 'compat' ? algorithm.trim().toLowerCase() : algorithm;
    if (normal !== '' && normal !== 'sha256') {
        document.raise({
            code: 'bundle.algorithm_unsupported',
            message: `digest algorithm ${(0,canonical_strict/* quote */.hD)(algorithm)} is not known, only sha256 is`,
            pointer: '/algo_id',
        });
        return undefined;
    }
    return broken.length > 0 && list === undefined ? undefined : files;
}
/** Digests of the listed files; gives the paths that are what they should be. */
async function checkFiles(directory, files, document, options) {
    const intact = new Set();
    for (const file of files) {
        if (options.aborted?.() === true)
            break;
        // checkStructure tells of it: a path that may mean another file is not read at all.
        if (options.strict && checkPath(file.path, 'allow') !== undefined)
            continue;
        if (options.mode === 'gate' && escapes(file.path)) {
            document.raise({
                code: 'path.escape',
                message: `listed path ${(0,canonical_strict/* quote */.hD)(file.path)} leads out of the bundle`,
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
                message: `${(0,canonical_strict/* quote */.hD)(file.path)} has SHA-256 ${actual}, not the listed ${(0,canonical_strict/* quote */.hD)(file.sha256)}`,
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
        const hash = (0,canonical_digest/* sha256 */.s)();
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
            message: `${(0,canonical_strict/* quote */.hD)(file.path)}: ${error.message}`,
            pointer: `${file.pointer}/path`,
        });
        return undefined;
    }
}
/** Strict: canonical paths, no collisions, nothing beside the listed files, no links. */
async function checkStructure(directory, files, document) {
    for (const file of files) {
        const problem = checkPath(file.path, 'refuse');
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
    for (const { index, of } of duplicates(files.map((file) => file.path))) {
        document.raise({
            code: 'structure.path_duplicate',
            message: `listed path ${(0,canonical_strict/* quote */.hD)(files[index]?.path ?? '')} collides with ${(0,canonical_strict/* quote */.hD)(files[of]?.path ?? '')}`,
            pointer: `/files/${index}/path`,
        });
    }
    const listed = new Set(files.map((file) => file.path));
    for (const entry of await directory.list()) {
        if (entry.type === 'symlink') {
            document.raiseFor(entry.path, 'structure.symlink_ambiguous', `${(0,canonical_strict/* quote */.hD)(entry.path)} is a symbolic link`);
        }
        else if (entry.type === 'other') {
            document.raiseFor(entry.path, 'path.special_file', `${(0,canonical_strict/* quote */.hD)(entry.path)} is no regular file`);
        }
        else if (entry.type === 'file' && entry.path !== MANIFEST && !listed.has(entry.path)) {
            document.raiseFor(entry.path, 'structure.unlisted_file', `${(0,canonical_strict/* quote */.hD)(entry.path)} is not listed in the manifest`);
        }
    }
}
/** The digest that bundle signatures cover: the manifest with its defaults, all unknown members, without signatures. */
function bundleDigest(manifest) {
    const signed = {};
    for (const name of Object.keys(manifest)) {
        if (name === 'signatures' || MANIFEST_MEMBERS.has(name))
            continue;
        Object.defineProperty(signed, name, {
            value: manifest[name],
            enumerable: true,
            configurable: true,
            writable: true,
        });
    }
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

// EXTERNAL MODULE: ./src/engine/kinds/chain-directory.ts
var chain_directory = __webpack_require__(7077);
// EXTERNAL MODULE: ./src/engine/source/random-access.ts
var random_access = __webpack_require__(2154);
;// CONCATENATED MODULE: ./src/engine/source/zip-bytes.ts

/** Archives up to this many bytes are read at once: most packs are, and a read costs more than their bytes. */
const WHOLE_ARCHIVE_BYTES = 4 * 1024 * 1024;
/** Bytes read ahead in larger archives, so that a descriptor and the header after it need one read. */
const READ_AHEAD_BYTES = 16 * 1024;
/** The value of a 32-bit field whose real value stands in the zip64 extra field. */
const ZIP64_MARK = 0xffffffff;
/** Id of the zip64 extra field. */
const ZIP64_EXTRA = 0x0001;
/** Reads an archive through one window, which covers all of it when it is small. */
class ByteWindow {
    reader;
    start;
    bytes;
    size;
    constructor(reader, start, bytes) {
        this.reader = reader;
        this.start = start;
        this.bytes = bytes;
        this.size = reader.size;
    }
    static async over(reader) {
        const whole = reader.size <= WHOLE_ARCHIVE_BYTES;
        return new ByteWindow(reader, 0, whole ? view(await reader.read(0, reader.size)) : Buffer.alloc(0));
    }
    /** Bytes that are in the window, without reading; `undefined` when they are not. */
    peek(position, length) {
        const from = position - this.start;
        return from >= 0 && from + length <= this.bytes.length ? this.bytes.subarray(from, from + length) : undefined;
    }
    /** Bytes from the window, which moves when they are not in it. They stay valid. */
    async at(position, length) {
        const there = this.peek(position, length);
        if (there !== undefined)
            return there;
        this.bytes = view(await this.reader.read(position, Math.max(length, Math.min(READ_AHEAD_BYTES, this.size - position))));
        this.start = position;
        return this.bytes.subarray(0, length);
    }
    /** Bytes that the window need not keep: file data. */
    async data(position, length) {
        return this.peek(position, length) ?? view(await this.reader.read(position, length));
    }
    /** Lets go of the bytes that it holds. */
    release() {
        this.bytes = Buffer.alloc(0);
        this.start = 0;
    }
}
/** A 64-bit little-endian number; a `Fault` when it is larger than any file we could read. */
function u64(bytes, offset) {
    const value = bytes.readUInt32LE(offset + 4) * 0x1_0000_0000 + bytes.readUInt32LE(offset);
    if (!Number.isSafeInteger(value))
        throw new fault/* Fault */.v('zip.structure', 'A 64-bit size or offset is out of range.');
    return value;
}
/**
 * Splits the extra fields of a header. They must fill their space exactly, and zip64 may be there once only: readers
 * differ in which of two they take.
 */
function extraFields(raw, entry) {
    const fields = [];
    let zip64 = false;
    let at = 0;
    while (at < raw.length) {
        const end = at + 4 <= raw.length ? at + 4 + raw.readUInt16LE(at + 2) : Number.POSITIVE_INFINITY;
        if (end > raw.length)
            throw new fault/* Fault */.v('zip.structure', `Extra fields of ${entry} do not end where they should.`);
        const id = raw.readUInt16LE(at);
        if (id === ZIP64_EXTRA && zip64)
            throw new fault/* Fault */.v('zip.structure', `${entry} has two zip64 fields.`, { entry });
        zip64 ||= id === ZIP64_EXTRA;
        fields.push({ id, data: raw.subarray(at + 4, end) });
        at = end;
    }
    return fields;
}
/** The same bytes as a `Buffer`, without a copy. */
function view(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
var external_node_zlib_default = /*#__PURE__*/__webpack_require__.n(external_node_zlib_);
;// CONCATENATED MODULE: ./src/engine/source/zip-crc.ts

/** Reversed polynomial of CRC-32. */
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++)
        value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL;
    return value;
});
/** CRC-32 of `bytes`, going on from `seed`, in JavaScript. */
function crc32Portable(bytes, seed = 0) {
    let crc = ~seed;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
    return ~crc >>> 0;
}
/** CRC-32 of `bytes`, going on from `seed`. Node has its own from 20.15 on; the action may run on an older one. */
const crc32 = typeof (external_node_zlib_default()).crc32 === 'function' ? (external_node_zlib_default()).crc32 : crc32Portable;

// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./src/engine/source/zip-names.ts

/** Longest entry name in bytes, and most parts of one: bounds what checking 10,000 of them costs. */
const MAX_NAME_BYTES = 1024;
const MAX_NAME_PARTS = 64;
const FATAL_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Control characters, line and paragraph separators, and marks that turn the reading direction (Trojan Source). */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])[\p{White_Space}]*(?:[.:].*)?$/iu;
const TRAILING = /[.\p{White_Space}]$/u;
/** NTFS reads these as another stream of the file before the colon. */
const STREAM = /:(?::|\$|$)/u;
/** Characters that some file systems leave out when they compare names. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const ASCII = /^[\x20-\x7e]*$/;
/**
 * Decodes and checks one entry name. `utf8` is general purpose flag 11: without it a name beyond ASCII is cp437 to some
 * readers and UTF-8 to others. Throws a `Fault`: `zip.path_escape` for a name that leads out of the archive,
 * `zip.name_invalid` for any other that is not canonical (hardening 15).
 */
function decodeName(raw, utf8) {
    if (raw.length === 0)
        throw new fault/* Fault */.v('zip.name_invalid', 'An entry has no name.');
    if (raw.length > MAX_NAME_BYTES)
        throw new fault/* Fault */.v('zip.name_invalid', `An entry name has ${raw.length} bytes.`);
    let name;
    try {
        name = FATAL_UTF8.decode(raw);
    }
    catch {
        throw new fault/* Fault */.v('zip.name_invalid', 'An entry name is not valid UTF-8.');
    }
    checkName(name, name);
    if (!ASCII.test(name)) {
        if (!utf8)
            throw refuse('zip.name_invalid', name, 'is beyond ASCII without the UTF-8 flag');
        // U+FF0F is a slash and U+2025 two dots to a reader that normalises names.
        checkName(name.normalize('NFKC'), name);
    }
    return name;
}
function checkName(form, name) {
    if (FORBIDDEN.test(form))
        throw refuse('zip.name_invalid', name, 'holds a control or direction character');
    const slashed = form.replaceAll('\\', '/');
    const parts = slashed.split('/');
    if (slashed.startsWith('/'))
        throw refuse('zip.path_escape', name, 'is absolute');
    if (/^[a-z]:/i.test(form))
        throw refuse('zip.path_escape', name, 'begins with a drive letter');
    if (parts.includes('..'))
        throw refuse('zip.path_escape', name, 'holds a .. part');
    if (slashed !== form)
        throw refuse('zip.name_invalid', name, 'holds a backslash');
    if (parts.length > MAX_NAME_PARTS)
        throw refuse('zip.name_invalid', name, 'has too many parts');
    if (parts.at(-1) === '')
        parts.pop();
    for (const part of parts) {
        if (part === '' || part === '.')
            throw refuse('zip.name_invalid', name, 'holds an empty or . part');
        if (TRAILING.test(part))
            throw refuse('zip.name_invalid', name, 'has a part that ends in a dot or blank');
        if (RESERVED.test(part))
            throw refuse('zip.name_invalid', name, 'is a reserved name on Windows');
        if (STREAM.test(part))
            throw refuse('zip.name_invalid', name, 'names a stream of a file');
    }
}
function refuse(code, name, why) {
    return new fault/* Fault */.v(code, `Entry name ${JSON.stringify(name)} ${why}.`, { entry: name });
}
/** What a name is to the most careless of file systems: two names with one key are one file there. */
function aliasKey(name) {
    if (ASCII.test(name))
        return name.toUpperCase();
    const plain = name.normalize('NFKC').replace(IGNORABLE, '');
    return plain.toLowerCase().toUpperCase().normalize('NFKC');
}
/** The names of one archive; refuses those that are one to some file system (hardening 15). */
class NameIndex {
    /** Key of each entry → its name. */
    entries = new Map();
    /** Key of each folder that is named or lies above an entry → its spelling. */
    folders = new Map();
    /** Adds a decoded name; a `Fault` `zip.duplicate_entry` when it collides with one that is there. */
    add(name) {
        const directory = name.endsWith('/');
        const path = directory ? name.slice(0, -1) : name;
        const key = aliasKey(path);
        const twin = this.entries.get(key) ?? (directory ? undefined : this.folders.get(key));
        if (twin !== undefined)
            throw collision(name, twin);
        this.entries.set(key, name);
        if (directory)
            this.addFolder(path, key, name);
        for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
            const folder = path.slice(0, slash);
            this.addFolder(folder, aliasKey(folder), name);
        }
    }
    addFolder(folder, key, name) {
        const spelling = this.folders.get(key);
        if (spelling !== undefined && spelling !== folder)
            throw collision(name, spelling);
        const entry = this.entries.get(key);
        if (entry !== undefined && entry !== `${folder}/`)
            throw collision(name, entry);
        this.folders.set(key, folder);
    }
}
function collision(name, twin) {
    return new fault/* Fault */.v('zip.duplicate_entry', `Entry ${JSON.stringify(name)} is the same file or folder as ${JSON.stringify(twin)} to some reader.`, { entry: name });
}

;// CONCATENATED MODULE: ./src/engine/source/zip-directory.ts





const FLAG_DESCRIPTOR = 1 << 3;
const FLAG_UTF8 = 1 << 11;
/** Traditional, strong and masked-header encryption. */
const FLAGS_ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
/** Enhanced deflate and patch data. */
const FLAGS_METHOD = (1 << 4) | (1 << 5);
/** How hard the compressor tried: says nothing about the data. */
const FLAGS_LEVEL = (1 << 1) | (1 << 2);
const FLAGS_KNOWN = FLAG_DESCRIPTOR | FLAG_UTF8 | FLAGS_LEVEL;
const STORED = 0;
const DEFLATED = 8;
/** The method that AES-encrypted entries claim. */
const METHOD_AES = 99;
const EXTRA_UNICODE_PATH = 0x7075;
const EXTRA_AES = 0x9901;
const EXTRA_STRONG_ENCRYPTION = 0x0017;
/** Unix modes and link targets outside the attributes; the second is a link only when longer than its fixed part. */
const EXTRA_ASI_UNIX = 0x756e;
const EXTRA_PKWARE_UNIX = 0x000d;
const PKWARE_UNIX_FIXED_BYTES = 12;
const MODE_TYPE = 0o170000;
const MODE_DIRECTORY = 0o040000;
const MODE_REGULAR = 0o100000;
/** setuid, setgid and sticky. */
const MODE_SPECIAL = 0o7000;
const DOS_DIRECTORY = 0x10;
/** Volume label, device and NTFS reparse point (a link). */
const DOS_SPECIAL = 0x08 | 0x40 | 0x400;
const HEADER_BYTES = 46;
/** Room of the directory: what is above it is there to fill memory, as names, extras and comments are 64 kB each. */
const DIRECTORY_FLOOR_BYTES = 256 * 1024;
const DIRECTORY_BYTES_PER_ENTRY = 4096;
/** Serves yauzl from the directory and the tail, which are in memory: each of its reads returns at once. */
class DirectoryReader extends yauzl/* RandomAccessReader */.lJ {
    parts;
    constructor(parts) {
        super();
        this.parts = parts;
    }
    read(target, offset, length, position, callback) {
        for (const { start, bytes } of this.parts) {
            if (position < start || position + length > start + bytes.length)
                continue;
            callback(null, bytes.copy(target, offset, position - start, position - start + length));
            return;
        }
        callback(new Error('read outside the central directory'));
    }
    close(callback) {
        callback(null);
    }
}
/**
 * Reads the central directory and checks each entry on its own and against the others: names, modes, flags, methods,
 * declared sizes. Reads no file data. Throws a `Fault` (hardening 15, 16).
 */
async function readDirectory(window, end, limits) {
    if (end.entries > limits.maxEntries) {
        throw new fault/* Fault */.v('limit.entries', `The archive has ${end.entries} entries, the limit is ${limits.maxEntries}.`);
    }
    if (end.directorySize < end.entries * HEADER_BYTES)
        throw miscounted();
    if (end.directorySize > DIRECTORY_FLOOR_BYTES + end.entries * DIRECTORY_BYTES_PER_ENTRY) {
        throw new fault/* Fault */.v('zip.structure', `The central directory takes ${end.directorySize} bytes for its entries.`);
    }
    const bytes = await window.data(end.directoryOffset, end.directorySize);
    const names = new NameIndex();
    const entries = [];
    let cursor = 0;
    let total = 0;
    for (const entry of parse(window.size, end, bytes)) {
        const checked = checkEntry(entry, bytes.subarray(cursor), limits);
        names.add(checked.name);
        total += checked.size;
        if (total > limits.maxTotalBytes) {
            throw new fault/* Fault */.v('limit.total_bytes', `The archive unpacks to more than ${limits.maxTotalBytes} bytes.`);
        }
        entries.push(checked);
        cursor += HEADER_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
    if (cursor !== end.directorySize)
        throw miscounted();
    return entries;
}
function miscounted() {
    return new fault/* Fault */.v('zip.structure', 'The number of entries is not the one that the archive declares.');
}
/**
 * Runs yauzl over the directory. Strings are left undecoded: its decoder takes cp437, Unicode-path extras and broken
 * UTF-8, where we refuse.
 */
function* parse(size, end, directory) {
    const reader = new DirectoryReader([
        { start: end.directoryOffset, bytes: directory },
        { start: end.tailOffset, bytes: end.tail },
    ]);
    const seen = {};
    const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
    (0,yauzl/* fromRandomAccessReader */.hH)(reader, size, options, (error, zip) => {
        if (error)
            seen.error = error;
        else
            seen.zip = zip;
    });
    const { zip } = seen;
    if (zip === undefined)
        throw unparsable(seen.error);
    if (zip.entryCount !== end.entries)
        throw miscounted();
    zip.on('entry', (entry) => {
        seen.entry = entry;
    });
    zip.on('error', (error) => {
        seen.error = error;
    });
    for (let index = 0; index < end.entries; index++) {
        delete seen.entry;
        zip.readEntry();
        if (seen.error !== undefined)
            throw unparsable(seen.error);
        // yauzl puts an entry off only when name, extra fields and comment are all empty.
        if (seen.entry === undefined)
            throw new fault/* Fault */.v('zip.name_invalid', 'An entry has no name.');
        yield seen.entry;
    }
}
function unparsable(error) {
    const text = error?.message ?? 'no answer';
    if (text.includes('encryption'))
        return new fault/* Fault */.v('zip.encrypted', `An entry is encrypted: ${text}.`);
    return new fault/* Fault */.v('zip.structure', `The central directory cannot be read: ${text}.`);
}
/** `header` are the directory's bytes from this entry's header on. */
function checkEntry(entry, header, limits) {
    const flags = entry.generalPurposeBitFlag;
    const name = decodeName(entry.fileNameRaw, (flags & FLAG_UTF8) !== 0);
    const directory = name.endsWith('/');
    checkCoding(name, flags, entry.compressionMethod);
    const extras = extraFields(entry.extraFieldRaw, name);
    checkExtras(name, extras);
    checkMode(name, directory, entry.externalFileAttributes);
    const checked = {
        name,
        rawName: entry.fileNameRaw,
        directory,
        flags,
        method: entry.compressionMethod,
        crc: entry.crc32,
        packed: entry.compressedSize,
        size: entry.uncompressedSize,
        offset: entry.relativeOffsetOfLocalHeader,
        wide: header.readUInt32LE(20) === ZIP64_MARK || header.readUInt32LE(24) === ZIP64_MARK,
    };
    if (header.readUInt16LE(34) !== 0)
        throw new fault/* Fault */.v('zip.structure', `${name} lies in another file.`, { entry: name });
    checkZip64(checked, header, extras);
    checkSizes(checked, limits);
    return checked;
}
function checkCoding(name, flags, method) {
    const place = { entry: name };
    if ((flags & FLAGS_ENCRYPTED) !== 0 || method === METHOD_AES) {
        throw new fault/* Fault */.v('zip.encrypted', `${name} is encrypted.`, place);
    }
    if ((flags & FLAGS_METHOD) !== 0 || (method !== STORED && method !== DEFLATED)) {
        throw new fault/* Fault */.v('zip.method_unsupported', `${name} uses compression method ${method}, flags ${flags}.`, place);
    }
    if ((flags & ~FLAGS_KNOWN) !== 0)
        throw new fault/* Fault */.v('zip.structure', `${name} has unknown flags ${flags}.`, place);
}
/** Refuses extra fields that give an entry a second name, a link target or a second way to read it. */
function checkExtras(name, extras) {
    const place = { entry: name };
    for (const { id, data } of extras) {
        if (id === EXTRA_UNICODE_PATH)
            throw new fault/* Fault */.v('zip.name_invalid', `${name} has a second name.`, place);
        if (id === EXTRA_AES || id === EXTRA_STRONG_ENCRYPTION) {
            throw new fault/* Fault */.v('zip.encrypted', `${name} is encrypted.`, place);
        }
        if (id === EXTRA_ASI_UNIX || (id === EXTRA_PKWARE_UNIX && data.length > PKWARE_UNIX_FIXED_BYTES)) {
            throw new fault/* Fault */.v('zip.symlink', `${name} carries Unix link data.`, place);
        }
    }
}
/** Looks at the Unix mode whatever system the header names: extractors do too. */
function checkMode(name, directory, attributes) {
    const place = { entry: name };
    const mode = attributes >>> 16;
    const type = mode & MODE_TYPE;
    if (type !== 0 && type !== MODE_REGULAR && type !== MODE_DIRECTORY) {
        throw new fault/* Fault */.v('zip.symlink', `${name} is a link or special file (mode ${mode.toString(8)}).`, place);
    }
    if ((mode & MODE_SPECIAL) !== 0) {
        throw new fault/* Fault */.v('zip.symlink', `${name} has special mode bits (mode ${mode.toString(8)}).`, place);
    }
    if ((attributes & DOS_SPECIAL) !== 0)
        throw new fault/* Fault */.v('zip.symlink', `${name} is a special file.`, place);
    const claimsFolder = type === MODE_DIRECTORY || (attributes & DOS_DIRECTORY) !== 0;
    if (directory ? type === MODE_REGULAR : claimsFolder) {
        throw new fault/* Fault */.v('zip.structure', `${name} is a file by its name or mode and a folder by the other.`, place);
    }
}
/**
 * The zip64 field must hold exactly what the header marks as missing, or repeat all of it (as Go writes it): otherwise
 * readers take different sizes and offsets from it.
 */
function checkZip64(entry, header, extras) {
    const pairs = [
        [header.readUInt32LE(24), entry.size],
        [header.readUInt32LE(20), entry.packed],
        [header.readUInt32LE(42), entry.offset],
    ];
    const marked = pairs.flatMap(([short, long]) => (short === ZIP64_MARK ? [long] : []));
    const data = extras.find((field) => field.id === ZIP64_EXTRA)?.data;
    const fits = data === undefined
        ? marked.length === 0
        : holds(data, marked) ||
            holds(data, pairs.map(([, v]) => v));
    if (!fits || pairs.some(([, value]) => !Number.isSafeInteger(value))) {
        throw new fault/* Fault */.v('zip.structure', `${entry.name} has a zip64 field that does not fit its header.`, {
            entry: entry.name,
        });
    }
}
function holds(data, values) {
    return (data.length === values.length * 8 &&
        values.every((value, index) => data.readBigUInt64LE(index * 8) === BigInt(value)));
}
/** Bounds of hardening 16, before anything is unpacked: what inflates to more than it declares is cut off there. */
function checkSizes(entry, limits) {
    const { name, size, packed } = entry;
    const place = { entry: name };
    if (size > limits.maxEntryBytes) {
        throw new fault/* Fault */.v('limit.entry_bytes', `${name} has ${size} bytes, the limit is ${limits.maxEntryBytes}.`, place);
    }
    if (size > engine_limits/* RATIO_FLOOR_BYTES */.$5 && size > packed * limits.maxRatio) {
        throw new fault/* Fault */.v('limit.ratio', `${name} is compressed more than ${limits.maxRatio} to 1.`, place);
    }
    if (entry.method === STORED && size !== packed) {
        throw new fault/* Fault */.v('zip.size_mismatch', `${name} is stored, but its two sizes differ.`, place);
    }
    if (entry.directory && size !== 0)
        throw new fault/* Fault */.v('zip.structure', `Folder ${name} has content.`, place);
}

;// CONCATENATED MODULE: ./src/engine/source/zip-entry.ts





/** Entries below this size, packed and unpacked, are read and inflated at once: streams cost more than their data. */
const SYNC_BYTES = 1024 * 1024;
/** Bytes in flight while a larger entry streams. */
const CHUNK_BYTES = 64 * 1024;
/** One file of an archive. Its size and CRC are checked whenever it is read to its end (hardening 15). */
class ZipEntry {
    window;
    entry;
    name;
    size;
    directory;
    constructor(window, entry) {
        this.window = window;
        this.entry = entry;
        this.name = entry.name;
        this.size = entry.size;
        this.directory = entry.directory;
    }
    /**
     * All bytes of the entry. Throws a `Fault`: `limit.entry_bytes` when there are more than `limit`,
     * `zip.size_mismatch` and `zip.crc_mismatch` when the data are not what the headers declare.
     */
    async bytes(limit) {
        if (this.size > limit) {
            throw this.fault('limit.entry_bytes', `has ${this.size} bytes, the limit is ${limit}`);
        }
        if (this.isSmall())
            return this.readSmall();
        // The ratio of the declared sizes was checked: this is at most `maxRatio` times what the file really holds.
        const all = Buffer.allocUnsafeSlow(this.size);
        let done = 0;
        for await (const chunk of this.chunks()) {
            all.set(chunk, done);
            done += chunk.length;
        }
        return all;
    }
    /** The bytes in pieces; the faults of `bytes` come after the last piece, so judge nothing before the end. */
    async *chunks() {
        if (this.isSmall()) {
            const bytes = await this.readSmall();
            if (bytes.length > 0)
                yield bytes;
            return;
        }
        let crc = 0;
        let done = 0;
        for await (const chunk of this.entry.method === STORED ? this.packedChunks() : this.inflated()) {
            done += chunk.length;
            if (done > this.size)
                throw this.tooLong();
            crc = crc32(chunk, crc);
            yield chunk;
        }
        this.check(done, crc);
    }
    isSmall() {
        return this.size < SYNC_BYTES && this.entry.packed < SYNC_BYTES;
    }
    async readSmall() {
        const packed = await this.window.data(this.entry.dataOffset, this.entry.packed);
        const bytes = this.entry.method === STORED ? packed : this.inflateSmall(packed);
        this.check(bytes.length, crc32(bytes));
        return bytes;
    }
    inflateSmall(packed) {
        // One byte more than declared is enough to see that there is more; zlib takes no bound below 1.
        const options = { maxOutputLength: this.size + 1, chunkSize: Math.max(64, this.size + 1), info: true };
        let result;
        try {
            result = (0,external_node_zlib_.inflateRawSync)(packed, options);
        }
        catch (error) {
            throw this.unpackable(error);
        }
        const { buffer, engine } = result;
        if (engine.bytesWritten !== packed.length)
            throw this.trailing();
        return buffer;
    }
    async *packedChunks() {
        const { dataOffset, packed } = this.entry;
        for (let at = 0; at < packed; at += CHUNK_BYTES) {
            yield await this.window.data(dataOffset + at, Math.min(CHUNK_BYTES, packed - at));
        }
    }
    /** Streams through zlib: it takes the next packed piece only when what it made of the last one was fetched. */
    async *inflated() {
        const engine = (0,external_node_zlib_.createInflateRaw)({ chunkSize: CHUNK_BYTES });
        const feed = external_node_stream_.Readable.from(this.packedChunks(), { objectMode: false, highWaterMark: CHUNK_BYTES });
        feed.on('error', (error) => engine.destroy(error));
        feed.pipe(engine);
        try {
            for await (const chunk of engine)
                yield chunk;
        }
        catch (error) {
            throw this.unpackable(error);
        }
        finally {
            feed.destroy();
            engine.destroy();
        }
        if (engine.bytesWritten !== this.entry.packed)
            throw this.trailing();
    }
    check(size, crc) {
        if (size > this.size)
            throw this.tooLong();
        if (size < this.size)
            throw this.fault('zip.size_mismatch', `has ${size} bytes, not the declared ${this.size}`);
        if (crc !== this.entry.crc)
            throw this.fault('zip.crc_mismatch', 'does not have its CRC');
    }
    /** What zlib says of broken data, as a finding; anything else (a fault of the file, our bug) stays what it is. */
    unpackable(error) {
        if (typeof error !== 'object' || error === null || !('code' in error))
            return error;
        if (error.code === 'ERR_BUFFER_TOO_LARGE')
            return this.tooLong();
        if (error.code === 'Z_BUF_ERROR')
            return this.fault('zip.size_mismatch', 'ends within its compressed data');
        if (error.code === 'Z_DATA_ERROR' || error.code === 'Z_NEED_DICT') {
            return this.fault('zip.crc_mismatch', 'holds data that cannot be inflated');
        }
        return error;
    }
    tooLong() {
        return this.fault('zip.size_mismatch', `unpacks to more than the declared ${this.size} bytes`);
    }
    trailing() {
        return this.fault('zip.structure', 'holds bytes after the end of its compressed data');
    }
    fault(code, what) {
        return new fault/* Fault */.v(code, `${this.name} ${what}.`, { entry: this.name });
    }
}

;// CONCATENATED MODULE: ./src/engine/source/zip-end.ts


const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;
const TAIL_BYTES = ZIP64_END_BYTES + LOCATOR_BYTES + END_BYTES + 0xffff;
const END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP64_END = Buffer.from('PK\x06\x06', 'latin1');
const LOCATOR = Buffer.from('PK\x06\x07', 'latin1');
/**
 * Finds the end records of an archive and requires that there is one way only to read them: the directory ends where
 * they begin, they end where the file ends, and what two of them say is the same. Throws a `Fault`: `zip.unreadable`
 * when it is no zip or a truncated one, `zip.structure` otherwise (hardening 15).
 */
async function readEnd(window) {
    if (window.size === 0)
        throw new fault/* Fault */.v('zip.unreadable', 'The archive is empty (0 bytes).');
    const tailOffset = Math.max(0, window.size - TAIL_BYTES);
    const tail = await window.data(tailOffset, window.size - tailOffset);
    const at = tail.length < END_BYTES ? -1 : tail.lastIndexOf(END, tail.length - END_BYTES);
    if (at === -1)
        throw new fault/* Fault */.v('zip.unreadable', 'No end of a zip archive found: no zip, or a truncated one.');
    const end = tail.subarray(at);
    requireCleanEnd(end);
    const records = { tail, tailOffset, ...(readZip64(tail, tailOffset, at) ?? readPlain(end)) };
    const endOfDirectory = tailOffset + (hasLocator(tail, at) ? at - LOCATOR_BYTES - ZIP64_END_BYTES : at);
    if (records.directoryOffset + records.directorySize !== endOfDirectory) {
        throw new fault/* Fault */.v('zip.structure', 'The central directory does not end where the end record begins: bytes before, between or after the archive.');
    }
    return records;
}
/** The comment must fill the rest of the file, and hold nothing that another reader would take for an end record. */
function requireCleanEnd(end) {
    const declared = end.readUInt16LE(20);
    const found = end.length - END_BYTES;
    if (declared > found)
        throw new fault/* Fault */.v('zip.unreadable', 'The archive is truncated within its comment.');
    if (declared < found)
        throw new fault/* Fault */.v('zip.structure', `${found - declared} bytes follow the archive.`);
    const rest = end.subarray(1);
    if (rest.includes(END) || rest.includes(ZIP64_END) || rest.includes(LOCATOR)) {
        throw new fault/* Fault */.v('zip.structure', 'The archive comment holds a second end record.');
    }
}
function readPlain(end) {
    if (end.readUInt16LE(4) !== 0 || end.readUInt16LE(6) !== 0)
        throw spanned();
    const entries = end.readUInt16LE(10);
    if (end.readUInt16LE(8) !== entries)
        throw spanned();
    return { entries, directorySize: end.readUInt32LE(12), directoryOffset: end.readUInt32LE(16) };
}
function hasLocator(tail, at) {
    return at >= LOCATOR_BYTES && tail.subarray(at - LOCATOR_BYTES, at - LOCATOR_BYTES + 4).equals(LOCATOR);
}
/** Reads the zip64 records, `undefined` when there are none. Some readers use them, others do not: both must agree. */
function readZip64(tail, tailOffset, at) {
    if (!hasLocator(tail, at))
        return undefined;
    const end = tail.subarray(at);
    const locator = tail.subarray(at - LOCATOR_BYTES, at);
    const recordAt = at - LOCATOR_BYTES - ZIP64_END_BYTES;
    if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1)
        throw spanned();
    if (recordAt < 0 || u64(locator, 8) !== tailOffset + recordAt) {
        throw new fault/* Fault */.v('zip.structure', 'The zip64 end record is not where its locator says.');
    }
    const record = tail.subarray(recordAt, recordAt + ZIP64_END_BYTES);
    if (!record.subarray(0, 4).equals(ZIP64_END) || u64(record, 4) !== ZIP64_END_BYTES - 12) {
        throw new fault/* Fault */.v('zip.structure', 'The zip64 end record is malformed.');
    }
    const entries = u64(record, 32);
    const directorySize = u64(record, 40);
    const directoryOffset = u64(record, 48);
    if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0 || u64(record, 24) !== entries)
        throw spanned();
    const agrees = same(end.readUInt16LE(4), 0, 0xffff) &&
        same(end.readUInt16LE(6), 0, 0xffff) &&
        same(end.readUInt16LE(8), entries, 0xffff) &&
        same(end.readUInt16LE(10), entries, 0xffff) &&
        same(end.readUInt32LE(12), directorySize, ZIP64_MARK) &&
        same(end.readUInt32LE(16), directoryOffset, ZIP64_MARK);
    if (!agrees)
        throw new fault/* Fault */.v('zip.structure', 'The two end records of the archive differ.');
    return { entries, directorySize, directoryOffset };
}
function same(short, long, mark) {
    return short === long || short === mark;
}
function spanned() {
    return new fault/* Fault */.v('zip.structure', 'The archive claims to be spread over several files, or counts its entries twice.');
}

;// CONCATENATED MODULE: ./src/engine/source/zip-layout.ts




const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const DESCRIPTOR_BYTES = 16;
const WIDE_DESCRIPTOR_BYTES = 24;
/**
 * Checks the whole structure of an archive and returns its entries in the order of the directory. Each byte belongs to
 * exactly one listed entry, the directory or the end records, and the two headers of each entry say the same. Throws a
 * `Fault` at the first defect; reads no file data (hardening 15, 16).
 */
async function readLayout(window, limits) {
    const end = await readEnd(window);
    const entries = await readDirectory(window, end, limits);
    const placed = new Map();
    let cursor = 0;
    for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
        if (entry.offset !== cursor) {
            const what = entry.offset > cursor ? 'follows bytes that belong to no entry' : 'overlaps another entry';
            throw new fault/* Fault */.v('zip.structure', `${entry.name} ${what}.`, { entry: entry.name });
        }
        const local = await readLocal(window, entry, end.directoryOffset);
        placed.set(entry, { ...entry, dataOffset: local.dataOffset });
        cursor = local.end;
    }
    if (cursor !== end.directoryOffset) {
        throw new fault/* Fault */.v('zip.structure', 'Bytes before the central directory belong to no entry.');
    }
    return entries.flatMap((entry) => placed.get(entry) ?? []);
}
async function readLocal(window, entry, limit) {
    const { name, offset, flags } = entry;
    const place = { entry: name };
    const overrun = () => new fault/* Fault */.v('zip.structure', `${name} reaches into the central directory.`, place);
    const namesAt = offset + LOCAL_BYTES;
    if (namesAt > limit)
        throw overrun();
    const header = await window.at(offset, LOCAL_BYTES);
    if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
        throw new fault/* Fault */.v('zip.structure', `${name} has no local header where the directory says.`, place);
    }
    const nameBytes = header.readUInt16LE(26);
    const extraBytes = header.readUInt16LE(28);
    const dataOffset = namesAt + nameBytes + extraBytes;
    if (dataOffset + entry.packed > limit)
        throw overrun();
    const names = await window.at(namesAt, nameBytes + extraBytes);
    const extras = extraFields(names.subarray(nameBytes), name);
    checkExtras(name, extras);
    const zip64 = extras.find((field) => field.id === ZIP64_EXTRA)?.data;
    const sizes = localSizes(entry, header, zip64);
    const wrong = (what) => new fault/* Fault */.v('zip.header_mismatch', `The local header of ${name} has another ${what}.`, place);
    if (!names.subarray(0, nameBytes).equals(entry.rawName))
        throw wrong('name');
    if (header.readUInt16LE(6) !== flags)
        throw wrong('set of flags');
    if (header.readUInt16LE(8) !== entry.method)
        throw wrong('method');
    const streamed = (flags & FLAG_DESCRIPTOR) !== 0;
    // A producer that streams does not know these when it writes the header: 0 then, the descriptor has them.
    const agrees = (local, central) => local === central || (streamed && local === 0);
    if (!agrees(header.readUInt32LE(14), entry.crc))
        throw wrong('CRC');
    if (!agrees(sizes.packed, entry.packed) || !agrees(sizes.size, entry.size))
        throw wrong('size');
    const dataEnd = dataOffset + entry.packed;
    if (!streamed)
        return { dataOffset, end: dataEnd };
    const wide = zip64 !== undefined || entry.wide;
    const end = dataEnd + (wide ? WIDE_DESCRIPTOR_BYTES : DESCRIPTOR_BYTES);
    if (end > limit)
        throw overrun();
    checkDescriptor(entry, await window.at(dataEnd, end - dataEnd), wide);
    return { dataOffset, end };
}
function localSizes(entry, header, zip64) {
    const packed = header.readUInt32LE(18);
    const size = header.readUInt32LE(22);
    if (zip64 === undefined)
        return { packed, size };
    // Here the field always holds both sizes, and both are marked; anything else is read in two ways.
    if (zip64.length !== 16 || packed !== ZIP64_MARK || size !== ZIP64_MARK) {
        throw new fault/* Fault */.v('zip.structure', `${entry.name} has a zip64 field that does not fit its local header.`, {
            entry: entry.name,
        });
    }
    return { size: u64(zip64, 0), packed: u64(zip64, 8) };
}
/** The descriptor must be there with its signature: without one, a reader from the front cannot tell it from data. */
function checkDescriptor(entry, bytes, wide) {
    const packed = wide ? u64(bytes, 8) : bytes.readUInt32LE(8);
    const size = wide ? u64(bytes, 16) : bytes.readUInt32LE(12);
    const same = bytes.readUInt32LE(0) === DESCRIPTOR_SIGNATURE &&
        bytes.readUInt32LE(4) === entry.crc &&
        packed === entry.packed &&
        size === entry.size;
    if (!same) {
        throw new fault/* Fault */.v('zip.header_mismatch', `The data descriptor of ${entry.name} differs from the directory.`, {
            entry: entry.name,
        });
    }
}

;// CONCATENATED MODULE: ./src/engine/source/zip.ts





/**
 * Opens a zip archive after checking its whole structure, so that every reader sees the same entries in it
 * (hardening 15, 16). `depth` is 1 for an archive in a file, 2 for one inside that; `name` is shown in messages.
 * The archive does not own `reader`: whoever made it closes it, after the archive.
 * Throws a `Fault` of `zip.*` or `limit.*` at the first defect. An archive without entries opens: what must be in it is
 * for its kind to say.
 */
async function openArchive(reader, limits, depth, name = 'The archive') {
    if (depth > engine_limits/* MAX_ARCHIVE_DEPTH */.ib) {
        throw new fault/* Fault */.v('limit.nesting', `${name} lies ${depth} archives deep, the limit is ${engine_limits/* MAX_ARCHIVE_DEPTH */.ib}.`);
    }
    if (reader.size > limits.maxArtifactBytes) {
        throw new fault/* Fault */.v('limit.artifact_bytes', `${name} has ${reader.size} bytes, the limit is ${limits.maxArtifactBytes}.`);
    }
    const window = await ByteWindow.over(reader);
    const entries = (await readLayout(window, limits)).map((entry) => new ZipEntry(window, entry));
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    return {
        entries,
        entry: (wanted) => byName.get(wanted),
        close: async () => window.release(),
    };
}

;// CONCATENATED MODULE: ./src/engine/kinds/authorization.ts






const BUNDLE = 'authorization_bundle.json';
const EVIDENCE = ['trace', 'approval_audit', 'credential_evidence', 'delegation_audit', 'context_evidence', 'outcome'];
/** The authorization bundle of a pack links its evidence by digest (contract section 6); the trace is required. */
async function checkAuthorization(intact, collector, options, nameOf) {
    const entry = intact.get(BUNDLE);
    if (entry === undefined) {
        collector.add('pack.authorization_invalid', `${BUNDLE} is not in the pack`, { entry: nameOf(BUNDLE) });
        return;
    }
    const document = await readDocument(entry, nameOf(BUNDLE), collector, options);
    if (document === undefined)
        return;
    const { value } = document;
    if ((0,members/* member */.Dc)(value, 'schema_id') !== 'gait.gate.authorization_bundle' || (0,members/* member */.Dc)(value, 'schema_version') !== '1.0.0') {
        document.raise({
            code: 'pack.schema_unsupported',
            message: 'schema_id must be "gait.gate.authorization_bundle" and schema_version "1.0.0"',
            pointer: '/schema_id',
        });
    }
    document.checkCase(value, new Set(EVIDENCE.flatMap((name) => [`${name}_path`, `${name}_digest`])), '');
    for (const name of EVIDENCE)
        await checkEvidence(name, document, intact, options);
}
async function checkEvidence(name, document, intact, options) {
    const path = (0,members/* member */.Dc)(document.value, `${name}_path`) ?? '';
    const digest = (0,members/* member */.Dc)(document.value, `${name}_digest`) ?? '';
    if (path === '' && digest === '') {
        if (name === 'trace') {
            document.raise({ code: 'pack.authorization_invalid', message: 'the trace is required', pointer: '' });
        }
        return;
    }
    if (typeof path !== 'string' || typeof digest !== 'string' || path === '' || digest === '') {
        document.raise({
            code: 'pack.authorization_invalid',
            message: `${name}_path and ${name}_digest belong together and must be strings`,
            pointer: '',
        });
        return;
    }
    const entry = intact.get(`evidence/${path}`);
    if (entry === undefined) {
        document.raise({
            code: 'pack.evidence_missing',
            message: `evidence ${(0,canonical_strict/* quote */.hD)(path)} is not in the pack`,
            pointer: `/${name}_path`,
        });
        return;
    }
    let actual;
    try {
        const bytes = await entry.bytes(options.limits.maxDocumentBytes);
        actual = path.toLowerCase().endsWith('.json')
            ? (0,jcs/* digestHex */.sU)((0,read/* readJson */.Vh)(bytes, options.limits.maxDepth))
            : (0,canonical_digest/* sha256Hex */.f)(bytes);
    }
    catch {
        return; // the content itself has its finding already
    }
    if (actual === digest)
        return;
    document.raise({
        code: 'pack.evidence_mismatch',
        message: `evidence ${(0,canonical_strict/* quote */.hD)(path)} has digest ${actual}, not the one it was authorized with`,
        pointer: `/${name}_digest`,
    });
}

// EXTERNAL MODULE: ./src/engine/canonical/time.ts
var time = __webpack_require__(8126);
;// CONCATENATED MODULE: ./src/engine/kinds/gait-manifest.ts




const HEX64 = /^[0-9a-f]{64}$/;
const gait_manifest_text = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a non-empty string');
const exactly = (wanted) => (value) => value === wanted ? undefined : `must be ${(0,canonical_strict/* quote */.hD)(wanted)}`;
const oneOf = (...words) => (value) => typeof value === 'string' && words.includes(value) ? undefined : `must be one of ${words.join(', ')}`;
const hex64 = (value) => typeof value === 'string' && HEX64.test(value) ? undefined : 'must be 64 lower-case hex digits';
const instant = (value) => typeof value === 'string' && (0,time/* isInstant */.uZ)(value) ? undefined : 'must be an RFC 3339 instant';
const list = (value) => (Array.isArray(value) ? undefined : 'must be a list');
const prefixed = (prefix) => (value) => typeof value === 'string' && value.startsWith(prefix) && value.length > prefix.length
    ? undefined
    : `must start with ${prefix}`;
const anything = () => undefined;
const CONTENT = { path: gait_manifest_text, sha256: hex64, type: gait_manifest_text };
/** Contract section 6, one shape a manifest. */
const PACK = {
    required: {
        schema_id: exactly('gait.pack.manifest'),
        schema_version: exactly('1.0.0'),
        created_at: instant,
        producer_version: gait_manifest_text,
        pack_id: hex64,
        pack_type: oneOf('run', 'job', 'call', 'authorization'),
        source_ref: gait_manifest_text,
        contents: list,
    },
    optional: { signatures: list },
    files: 'contents',
    file: CONTENT,
    closed: true,
};
const GUARD_PACK = {
    required: {
        schema_id: exactly('gait.guard.pack_manifest'),
        schema_version: exactly('1.0.0'),
        created_at: instant,
        producer_version: gait_manifest_text,
        pack_id: gait_manifest_text,
        run_id: gait_manifest_text,
        generated_at: instant,
        contents: list,
    },
    optional: {
        case_id: anything,
        template_id: anything,
        control_index: anything,
        evidence_pointers: anything,
        incident_window: anything,
        rendered_artifacts: anything,
        signatures: list,
    },
    files: 'contents',
    file: CONTENT,
    closed: true,
};
const RUNPACK = {
    required: {
        schema_id: exactly('gait.runpack.manifest'),
        schema_version: exactly('1.0.0'),
        created_at: instant,
        producer_version: gait_manifest_text,
        run_id: prefixed('run_'),
        capture_mode: oneOf('reference', 'raw'),
        files: list,
        manifest_digest: hex64,
    },
    optional: { signatures: list },
    files: 'files',
    file: { path: gait_manifest_text, sha256: hex64 },
    closed: false,
};
/** Checks a manifest's members; `undefined` when it is not readable enough to go on. */
function readGaitManifest(document, shape, strict) {
    const { value } = document;
    const known = new Set([...Object.keys(shape.required), ...Object.keys(shape.optional)]);
    document.checkCase(value, known, '');
    checkMembers(value, shape.required, shape.optional, '', document);
    if (shape.closed) {
        for (const name of Object.keys(value)) {
            if (!known.has(name))
                invalid(document, `${(0,canonical_strict/* quote */.hD)(name)} is not known in this manifest`, `/${name}`);
        }
    }
    const listed = (0,members/* member */.Dc)(value, shape.files);
    if (!Array.isArray(listed))
        return undefined;
    const contents = [];
    for (const [i, item] of listed.entries()) {
        const pointer = `/${shape.files}/${i}`;
        if (!(0,members/* isObject */.Gv)(item)) {
            invalid(document, 'a listed file must be an object', pointer);
            continue;
        }
        document.checkCase(item, new Set(Object.keys(shape.file)), pointer);
        checkMembers(item, shape.file, {}, pointer, document);
        const path = (0,members/* member */.Dc)(item, 'path');
        if (typeof path !== 'string')
            continue;
        const sha = (0,members/* member */.Dc)(item, 'sha256');
        const type = (0,members/* member */.Dc)(item, 'type');
        contents.push({
            path,
            sha256: typeof sha === 'string' ? sha : '',
            type: typeof type === 'string' ? type : '',
            pointer,
        });
    }
    if (contents.length === 0) {
        document.raise({ code: 'pack.empty', message: 'the manifest lists no files', pointer: `/${shape.files}` });
    }
    if (strict)
        checkPaths(contents, document);
    return contents;
}
function checkMembers(object, required, optional, pointer, document) {
    for (const [name, check] of Object.entries(required)) {
        const value = (0,members/* member */.Dc)(object, name);
        const why = value === undefined ? 'is missing' : check(value);
        if (why === undefined)
            continue;
        const code = name === 'schema_id' || name === 'schema_version' ? 'pack.schema_unsupported' : 'pack.manifest_invalid';
        document.raise({ code, message: `${name} ${why}`, pointer: value === undefined ? pointer : `${pointer}/${name}` });
    }
    for (const [name, check] of Object.entries(optional)) {
        const value = (0,members/* member */.Dc)(object, name);
        const why = value === undefined ? undefined : check(value);
        if (why !== undefined)
            invalid(document, `${name} ${why}`, `${pointer}/${name}`);
    }
}
function checkPaths(contents, document) {
    for (const content of contents) {
        const problem = checkPath(content.path, 'allow');
        if (problem !== undefined)
            document.raise({ ...problem, pointer: `${content.pointer}/path` });
    }
    for (const { index, of } of duplicates(contents.map((content) => content.path))) {
        document.raise({
            code: 'structure.path_duplicate',
            message: `listed path ${(0,canonical_strict/* quote */.hD)(contents[index]?.path ?? '')} collides with ${(0,canonical_strict/* quote */.hD)(contents[of]?.path ?? '')}`,
            pointer: `${contents[index]?.pointer ?? ''}/path`,
        });
    }
}
function invalid(document, message, pointer) {
    document.raise({ code: 'pack.manifest_invalid', message, pointer });
}

;// CONCATENATED MODULE: ./src/engine/kinds/signed-json.ts






const SIGNATURE_MEMBERS = new Set(['alg', 'key_id', 'sig', 'signed_digest']);
/** `object` without some of its own members. */
function without(object, ...names) {
    const rest = {};
    for (const name of Object.keys(object)) {
        if (names.includes(name))
            continue;
        Object.defineProperty(rest, name, { value: object[name], enumerable: true, configurable: true, writable: true });
    }
    return rest;
}
/**
 * Checks one Gait signature object over `digest` (contract section 6): the digest it names always, the signature itself
 * when a key is there.
 */
function checkGaitSignature(signature, pointer, digests, document, options) {
    if ((0,members/* isObject */.Gv)(signature))
        document.checkCase(signature, SIGNATURE_MEMBERS, pointer);
    const [first = ''] = digests;
    const digest = digests.find((one) => (0,members/* isObject */.Gv)(signature) && (0,members/* member */.Dc)(signature, 'signed_digest') === one) ?? first;
    if (!options.trust.configured) {
        const named = (0,members/* isObject */.Gv)(signature) ? (0,members/* member */.Dc)(signature, 'signed_digest') : undefined;
        if (typeof named === 'string' && named !== digest) {
            document.raise({
                code: 'signature.digest_mismatch',
                message: `signed_digest is not the digest of the content, which is ${digest}`,
                pointer: `${pointer}/signed_digest`,
            });
        }
        return undefined;
    }
    const result = (0,signature_object/* checkSignatureObject */.cD)(signature, digest, 'raw-digest', options.trust.keys, options.mode);
    if (result.ok)
        return result.keyId;
    document.raise({
        code: result.code,
        message: result.message,
        pointer: result.member === '' ? pointer : `${pointer}/${result.member}`,
    });
    return undefined;
}
/** Verifies a JSON object with a top-level `signature` (contract section 6): traces, tokens. */
function verifySignedJson(document, options) {
    const keyIds = new Set();
    const signature = (0,members/* member */.Dc)(document.value, 'signature');
    const required = (0,engine_options/* signaturesRequired */.P)(options);
    let signatures = 0;
    if ((0,members/* isObject */.Gv)(signature)) {
        const digest = (0,jcs/* digestHex */.sU)(without(document.value, 'signature'));
        if (options.signatures !== 'off' && (options.mode === 'gate' || required)) {
            const keyId = requireKey(document, options, required)
                ? checkGaitSignature(signature, '/signature', [digest], document, options)
                : undefined;
            if (keyId !== undefined) {
                keyIds.add(keyId);
                signatures = 1;
            }
            else if (!options.trust.configured && !required) {
                document.raise({
                    code: 'signature.not_checked',
                    message: 'the signature was not checked: no key was given',
                    pointer: '/signature',
                });
            }
        }
    }
    else if (options.mode === 'gate' || required) {
        document.raise({
            code: 'signature.missing',
            message: signature === undefined || signature === null
                ? 'the document has lost its signature'
                : 'signature must be an object',
            pointer: signature === undefined ? '' : '/signature',
        });
    }
    if (options.mode === 'gate')
        checkExpiry(document, options);
    return { signatures, keyIds };
}
/** False, with a finding, when signatures have to be checked and nothing can check them (hardening 22). */
function requireKey(document, options, required) {
    if (options.trust.configured || !required)
        return true;
    document.raise({
        code: 'key.missing',
        message: 'signatures must be checked but no key is given',
        pointer: '/signature',
    });
    return false;
}
/** A token whose `expires_at` is past proves nothing any more. */
function checkExpiry(document, options) {
    const expires = (0,members/* member */.Dc)(document.value, 'expires_at');
    if (expires === undefined || expires === null)
        return;
    const instant = typeof expires === 'string' ? (0,time/* parseInstant */.nV)(expires) : undefined;
    if (instant !== undefined && instant.epochMs > options.now)
        return;
    document.raise({
        code: 'freshness.stale',
        message: instant === undefined
            ? 'expires_at is not an RFC 3339 instant'
            : `the document expired at ${(0,canonical_strict/* quote */.hD)(String(expires))}`,
        pointer: '/expires_at',
    });
}

;// CONCATENATED MODULE: ./src/engine/kinds/gait.ts















const PACK_MANIFEST = 'pack_manifest.json';
const RUNPACK_MANIFEST = 'manifest.json';
const PROOF_RECORDS = 'proof_records.jsonl';
const NESTED_RUNPACK = 'source/runpack.zip';
const RUNPACK_FILES = ['run.json', 'intents.jsonl', 'results.jsonl', 'refs.json'];
/** Verifies a zip: a pack, a guard pack or a runpack (contract sections 6 and 7). `depth` 1 is the artifact itself. */
async function verifyArchive(access, name, collector, options, depth = 1) {
    const result = new ArchiveVerifier(name, collector, options, depth);
    let archive;
    try {
        archive = await openArchive(access, options.limits, depth, name);
    }
    catch (error) {
        collector.fault(error, depth === 1 ? {} : { entry: name });
        return result.result('unknown');
    }
    try {
        return await result.verify(archive);
    }
    finally {
        await archive.close();
    }
}
class ArchiveVerifier {
    name;
    collector;
    options;
    depth;
    records = 0;
    proofRecords = 0;
    signatures = 0;
    filesVerified = 0;
    keyIds = new Set();
    /** Keys that signed the manifest itself. */
    wholeKeyIds = new Set();
    facts = {};
    constructor(name, collector, options, depth) {
        this.name = name;
        this.collector = collector;
        this.options = options;
        this.depth = depth;
    }
    result(kind) {
        return {
            kind,
            records: this.records,
            signatures: this.signatures,
            keyIds: this.keyIds,
            facts: {
                ...this.facts,
                ...(this.wholeKeyIds.size === 0 ? {} : { wholeKeyIds: [...this.wholeKeyIds].sort() }),
                filesVerified: this.filesVerified,
                proofRecordsVerified: this.proofRecords,
            },
        };
    }
    async verify(archive) {
        const pack = archive.entry(PACK_MANIFEST);
        const manifest = pack ?? archive.entry(RUNPACK_MANIFEST);
        if (manifest === undefined) {
            this.collector.add('kind.unsupported', 'the archive has neither pack_manifest.json nor manifest.json', this.spot());
            return this.result('unknown');
        }
        const fallback = pack === undefined ? 'gait_runpack' : 'gait_pack';
        const document = await readDocument(manifest, this.entryName(manifest.name), this.collector, this.options);
        if (document === undefined)
            return this.result(fallback);
        const guard = pack !== undefined && (0,members/* member */.Dc)(document.value, 'schema_id') === 'gait.guard.pack_manifest';
        const kind = guard ? 'gait_guard_pack' : fallback;
        const shape = kind === 'gait_runpack' ? RUNPACK : guard ? GUARD_PACK : PACK;
        this.readFacts(document.value);
        const contents = readGaitManifest(document, shape, this.options.strict);
        if (contents === undefined)
            return this.result(kind);
        this.checkIdentity(document, kind, contents);
        this.checkSignatures(document, kind);
        const intact = await this.checkContents(archive, manifest.name, contents, document);
        if (kind === 'gait_pack')
            await this.checkProofRecords(contents, intact, document);
        if (kind === 'gait_pack' && (0,members/* member */.Dc)(document.value, 'pack_type') === 'authorization') {
            await checkAuthorization(intact, this.collector, this.options, (entry) => this.entryName(entry));
        }
        return this.result(kind);
    }
    readFacts(manifest) {
        const text = (name) => {
            const value = (0,members/* member */.Dc)(manifest, name);
            return typeof value === 'string' ? value : undefined;
        };
        const packId = text('pack_id');
        const packType = text('pack_type');
        const runId = text('run_id');
        const manifestDigest = text('manifest_digest');
        if (packId !== undefined)
            this.facts.packId = packId;
        if (packType !== undefined)
            this.facts.packType = packType;
        if (runId !== undefined)
            this.facts.runId = runId;
        if (manifestDigest !== undefined)
            this.facts.manifestDigest = manifestDigest;
    }
    /** pack_id and manifest_digest are digests of the manifest itself, with that member emptied. */
    checkIdentity(document, kind, contents) {
        const { value } = document;
        const bare = without(value, 'signatures');
        if (kind === 'gait_pack') {
            const id = (0,jcs/* digestHex */.sU)({ ...bare, pack_id: '' });
            if (!this.accepts((0,members/* member */.Dc)(value, 'pack_id'), id, () => (0,jcs/* digestHex */.sU)({ ...upstreamPack(value), pack_id: '' }))) {
                document.raise({
                    code: 'pack.id_mismatch',
                    message: `pack_id is not the digest of the manifest, which is ${id}`,
                    pointer: '/pack_id',
                });
            }
        }
        if (kind !== 'gait_runpack')
            return;
        const digest = (0,jcs/* digestHex */.sU)({ ...bare, manifest_digest: '' });
        if (!this.accepts((0,members/* member */.Dc)(value, 'manifest_digest'), digest, () => (0,jcs/* digestHex */.sU)({ ...upstreamRunpack(value), manifest_digest: '' }))) {
            document.raise({
                code: 'runpack.digest_mismatch',
                message: `manifest_digest is not the digest of the manifest, which is ${digest}`,
                pointer: '/manifest_digest',
            });
        }
        for (const name of RUNPACK_FILES) {
            if (contents.some((content) => content.path === name))
                continue;
            document.raise({ code: 'runpack.file_required', message: `${name} is not listed`, pointer: '/files' });
        }
    }
    /** Upstream digests fewer members; compat mode takes either digest (contract section 6). */
    accepts(declared, ours, upstream) {
        return declared === ours || (this.options.mode === 'compat' && declared === upstream());
    }
    checkSignatures(document, kind) {
        const { options } = this;
        const listed = (0,members/* member */.Dc)(document.value, 'signatures');
        const signatures = Array.isArray(listed) ? listed : [];
        const required = (0,engine_options/* signaturesRequired */.P)(options) && this.depth === 1;
        if (options.signatures === 'off')
            return;
        if (required && !options.trust.configured) {
            document.raise({ code: 'key.missing', message: 'signatures must be checked but no key is given', pointer: '' });
            return;
        }
        if (signatures.length === 0) {
            if (required)
                document.raise({ code: 'signature.missing', message: 'the manifest is not signed', pointer: '' });
            return;
        }
        if (options.mode === 'compat' && !required)
            return;
        const digests = [(0,jcs/* digestHex */.sU)(without(document.value, 'signatures'))];
        if (options.mode === 'compat') {
            digests.push((0,jcs/* digestHex */.sU)(kind === 'gait_runpack' ? upstreamRunpack(document.value) : upstreamPack(document.value)));
        }
        for (const [i, signature] of signatures.entries()) {
            const keyId = checkGaitSignature(signature, `/signatures/${i}`, digests, document, options);
            if (keyId === undefined)
                continue;
            this.signatures++;
            this.keyIds.add(keyId);
            this.wholeKeyIds.add(keyId);
        }
        if (!options.trust.configured) {
            document.raise({
                code: 'signature.not_checked',
                message: `${signatures.length} signature(s) were not checked: no key was given`,
                pointer: '/signatures',
            });
        }
    }
    /** Digests of the listed entries, undeclared entries, JSON contents. Gives the entries that are intact, by path. */
    async checkContents(archive, manifestName, contents, document) {
        const intact = new Map();
        const listed = new Set(contents.map((content) => content.path));
        for (const entry of archive.entries) {
            if (entry.name === manifestName || listed.has(entry.name))
                continue;
            if (this.options.mode === 'compat' && !this.options.strict)
                continue;
            this.collector.add('pack.entry_undeclared', `${(0,canonical_strict/* quote */.hD)(entry.name)} is not listed in the manifest`, {
                entry: this.entryName(entry.name),
            });
        }
        for (const content of contents) {
            if (this.options.aborted?.() === true)
                break;
            const entry = archive.entry(content.path);
            if (entry === undefined || entry.directory) {
                document.raise({
                    code: 'pack.entry_missing',
                    message: `${(0,canonical_strict/* quote */.hD)(content.path)} is not in the archive`,
                    pointer: `${content.pointer}/path`,
                });
                continue;
            }
            if (await this.checkDigest(entry, content, document))
                intact.set(content.path, entry);
        }
        for (const content of contents) {
            const entry = intact.get(content.path);
            if (entry !== undefined)
                await this.checkContent(entry, content);
        }
        return intact;
    }
    async checkDigest(entry, content, document) {
        let actual;
        try {
            const hash = (0,canonical_digest/* sha256 */.s)();
            for await (const chunk of entry.chunks())
                hash.update(chunk);
            actual = hash.digest('hex');
        }
        catch (error) {
            this.collector.fault(error, { entry: this.entryName(entry.name) });
            return false;
        }
        if (actual === content.sha256) {
            this.filesVerified++;
            return true;
        }
        document.raise({
            code: 'pack.hash_mismatch',
            message: `${(0,canonical_strict/* quote */.hD)(content.path)} has SHA-256 ${actual}, not the listed ${(0,canonical_strict/* quote */.hD)(content.sha256)}`,
            pointer: `${content.pointer}/sha256`,
        });
        return false;
    }
    async checkContent(entry, content) {
        if (this.options.mode === 'compat' && !this.options.strict && content.path !== NESTED_RUNPACK)
            return;
        if (content.path === NESTED_RUNPACK) {
            const bytes = await this.bytesOf(entry);
            if (bytes === undefined)
                return;
            const nested = await verifyArchive((0,random_access/* bufferAccess */.b)(bytes), this.entryName(entry.name), this.collector, this.options, this.depth + 1);
            if (nested.kind !== 'gait_runpack' && nested.kind !== 'unknown') {
                this.collector.add('kind.ambiguous', `${(0,canonical_strict/* quote */.hD)(entry.name)} is a ${nested.kind}, not a runpack`, {
                    entry: this.entryName(entry.name),
                });
            }
            return;
        }
        if (content.type === 'json' || content.path.toLowerCase().endsWith('.json'))
            await this.checkJson(entry);
        const base = content.path.split('/').at(-1)?.toLowerCase();
        if (base === PROOF_RECORDS && content.path !== PROOF_RECORDS) {
            this.collector.add('pack.misplaced_records', `${(0,canonical_strict/* quote */.hD)(content.path)} lies outside the top of the pack`, {
                entry: this.entryName(entry.name),
            });
        }
    }
    async bytesOf(entry) {
        try {
            return await entry.bytes(this.options.limits.maxDocumentBytes);
        }
        catch (error) {
            this.collector.fault(error, { source: entry, entry: this.entryName(entry.name) });
            return undefined;
        }
    }
    /** A JSON content must be JSON, and a signature it carries must verify when signatures are checked. */
    async checkJson(entry) {
        const bytes = await this.bytesOf(entry);
        if (bytes === undefined)
            return;
        let value;
        try {
            value = (0,read/* readJson */.Vh)(bytes, this.options.limits.maxDepth);
        }
        catch (error) {
            if (error instanceof fault/* Fault */.v && error.code === 'json.syntax') {
                this.collector.add('pack.content_invalid', error.message, {
                    source: entry,
                    entry: this.entryName(entry.name),
                    offset: error.place.offset ?? 0,
                });
            }
            else
                this.collector.fault(error, { source: entry, entry: this.entryName(entry.name) });
            return;
        }
        if (!(0,members/* isObject */.Gv)(value) || !Object.hasOwn(value, 'signature') || this.options.signatures === 'off')
            return;
        const document = this.document(value, bytes, entry);
        const signature = (0,members/* member */.Dc)(value, 'signature') ?? null;
        if (!(0,members/* isObject */.Gv)(signature)) {
            const code = signature === null ? 'signature.missing' : 'signature.invalid';
            document.raise({ code, message: 'signature is not a signature object', pointer: '/signature' });
            return;
        }
        const keyId = checkGaitSignature(signature, '/signature', [(0,jcs/* digestHex */.sU)(without(value, 'signature'))], document, this.options);
        if (keyId === undefined)
            return;
        this.keyIds.add(keyId);
        this.signatures++;
    }
    document(value, bytes, source) {
        return new Document(value, bytes, source, this.entryName(source.name), this.collector, this.options);
    }
    /** `proof_records.jsonl` is a linked chain of valid records that tell of the other contents. */
    async checkProofRecords(contents, intact, document) {
        const entry = intact.get(PROOF_RECORDS);
        if (entry === undefined)
            return;
        const told = new Set();
        const name = this.entryName(PROOF_RECORDS);
        const options = {
            ...this.options,
            onRecord: (record) => {
                this.compare(record, contents, told);
                this.options.onRecord?.(record);
            },
        };
        const run = new kinds_records/* RecordRun */.f(this.collector, options, {
            link: 'chain',
            schema: this.options.mode === 'compat' ? 'raw' : 'typed',
            nullRecord: 'refuse',
        });
        await (0,stream/* runLines */.r)(run, entry, this.collector, options, name);
        const summary = await run.finish();
        this.records += summary.records;
        this.proofRecords = summary.records;
        this.signatures += summary.signaturesVerified;
        for (const id of summary.keyIds)
            this.keyIds.add(id);
        if (this.options.mode === 'compat')
            return;
        if (summary.records === 0)
            this.collector.add('chain.empty', 'proof_records.jsonl has no records', { entry: name });
        if (told.size === 0)
            return;
        // Each content has its record: one that has none was cut off the end, where no link shows it.
        for (const content of contents) {
            if (content.path === PROOF_RECORDS || told.has(content.path))
                continue;
            document.raise({
                code: 'chain.record_count_mismatch',
                message: `no proof record tells of ${(0,canonical_strict/* quote */.hD)(content.path)}`,
                pointer: content.pointer,
            });
        }
    }
    compare(record, contents, told) {
        const event = (0,members/* member */.Dc)(record.value, 'event');
        if (!(0,members/* isObject */.Gv)(event))
            return;
        const path = (0,members/* member */.Dc)(event, 'entry_path');
        if (typeof path !== 'string')
            return;
        told.add(path);
        const content = contents.find((one) => one.path === path);
        const digest = (0,members/* member */.Dc)(event, 'entry_sha256');
        if (content !== undefined && (digest === undefined || digest === content.sha256))
            return;
        const message = content === undefined
            ? `a proof record tells of ${(0,canonical_strict/* quote */.hD)(path)}, which the manifest does not list`
            : `a proof record tells another SHA-256 of ${(0,canonical_strict/* quote */.hD)(path)} than the manifest`;
        this.collector.add('pack.record_disagrees', message, {
            entry: this.entryName(PROOF_RECORDS),
            recordId: record.recordId,
        });
    }
    entryName(entry) {
        return this.depth === 1 ? entry : `${this.name}/${entry}`;
    }
    spot() {
        return this.depth === 1 ? {} : { entry: this.name };
    }
}
const UPSTREAM_PACK = ['schema_id', 'schema_version', 'pack_id', 'pack_type', 'contents'];
const UPSTREAM_RUNPACK = ['schema_id', 'schema_version', 'run_id', 'files', 'manifest_digest'];
/** The members that upstream's own manifest type knows: it drops the rest before it digests. */
function upstreamPack(manifest) {
    return only(manifest, UPSTREAM_PACK);
}
function upstreamRunpack(manifest) {
    return only(manifest, UPSTREAM_RUNPACK);
}
function only(object, names) {
    return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(object, name) ? [[name, object[name]]] : [])));
}

// EXTERNAL MODULE: ./src/engine/kinds/lists.ts
var lists = __webpack_require__(6551);
;// CONCATENATED MODULE: ./src/engine/source/digesting.ts

/** A source that takes the SHA-256 of its bytes on the first complete pass over them. */
class DigestingSource {
    inner;
    name;
    size;
    known;
    constructor(inner) {
        this.inner = inner;
        this.name = inner.name;
        this.size = inner.size;
    }
    /** Lower-case hex once a pass reached the end. */
    get digestHex() {
        return this.known;
    }
    async bytes(limit) {
        const bytes = await this.inner.bytes(limit);
        this.known ??= (0,canonical_digest/* sha256Hex */.f)(bytes);
        return bytes;
    }
    async *chunks() {
        const hash = this.known === undefined ? (0,canonical_digest/* sha256 */.s)() : undefined;
        for await (const chunk of this.inner.chunks()) {
            hash?.update(chunk);
            yield chunk;
        }
        if (hash !== undefined)
            this.known = hash.digest('hex');
    }
    /** The digest, by a pass of its own when there was none yet. */
    async digest() {
        if (this.known === undefined)
            for await (const _ of this.chunks())
                void _;
        return this.known ?? '';
    }
}

// EXTERNAL MODULE: ./src/engine/source/directory.ts
var source_directory = __webpack_require__(9929);
;// CONCATENATED MODULE: ./src/engine/artifact.ts

















/** Up to this size a JSON file is read at once; larger ones are sliced. */
const WHOLE_FILE_BYTES = 1024 * 1024;
/**
 * Verifies one artifact of any kind (contract sections 2-7). Never rejects: a defect of the artifact is a finding, and
 * so is a failure of our own (`internal`, exit 1), which leaves the other artifacts of a run alone (hardening 23).
 */
async function verify(input, options) {
    const name = input.form === 'file' ? input.source.name : input.directory.name;
    const collector = new engine_collector/* Collector */.g(name);
    const builder = new VerdictBuilder(collector, options);
    try {
        if (input.form === 'file')
            await verifyFile(input, builder, collector, options);
        else
            await verifyDirectory(input, builder, collector, options);
    }
    catch (error) {
        if (error instanceof fault/* Fault */.v)
            collector.fault(error);
        else
            collector.add('internal', `the verifier failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    return builder.build(name, input.form === 'file' ? input.source : undefined);
}
/** Gathers what the kinds tell. */
class VerdictBuilder {
    collector;
    options;
    kind = 'unknown';
    sha256 = null;
    bytes = 0;
    records = 0;
    headHash;
    signatures = 0;
    keyIds = new Set();
    facts = {};
    constructor(collector, options) {
        this.collector = collector;
        this.options = options;
    }
    run(summary) {
        this.records += summary.records;
        this.signed(summary.signaturesVerified, summary.keyIds);
        this.facts = { ...this.facts, recordsInRange: summary.inRange };
        if (summary.unchecked > 0 && this.options.signatures === 'auto' && this.options.mode === 'gate') {
            this.collector.add('signature.not_checked', `${summary.unchecked} signature(s) were not checked: no key for them was given`);
        }
    }
    signed(count, keyIds) {
        this.signatures += count;
        for (const id of keyIds)
            this.keyIds.add(id);
    }
    async build(path, main) {
        const { findings, more } = await this.collector.settle(main);
        return {
            path,
            kind: this.kind,
            sha256: this.sha256,
            bytes: this.bytes,
            outcome: this.collector.failed ? 'failed' : 'verified',
            records: this.records,
            ...(this.headHash === undefined ? {} : { headHash: this.headHash }),
            signatures: {
                required: this.options.signatures === 'required' ||
                    (this.options.signatures === 'auto' && this.options.trust.configured),
                verified: this.signatures,
                keyIds: [...this.keyIds].sort(),
            },
            findings,
            moreFindings: more,
            facts: this.facts,
        };
    }
}
async function verifyDirectory(input, builder, collector, options) {
    const { directory } = input;
    builder.kind = input.form;
    if (input.form === 'bundle') {
        const result = await verifyBundle(directory, collector, options);
        builder.signed(result.signatures, result.keyIds);
        if (result.contents !== undefined) {
            builder.records = result.contents.records;
            builder.signed(result.contents.signatures, result.contents.keyIds);
        }
        builder.facts = { filesVerified: result.filesVerified, ...wholeKeys(result.keyIds) };
    }
    else {
        const result = await (0,chain_directory/* verifyChainDirectory */.c)(directory, collector, options);
        builder.run(result.summary);
        builder.headHash = result.summary.headHash;
        if (result.chainId !== undefined)
            builder.facts = { ...builder.facts, chainId: result.chainId };
        if (result.keyIds !== undefined) {
            builder.signed(result.keyIds.size, result.keyIds);
            builder.facts = { ...builder.facts, ...wholeKeys(result.keyIds) };
        }
    }
    if (options.mode === 'gate') {
        const { sha256, bytes } = await (0,source_directory/* directoryDigest */.C)(directory);
        builder.sha256 = sha256;
        builder.bytes = bytes;
    }
}
async function verifyFile(input, builder, collector, options) {
    // The digest is told in the gate's report only; compat scripts need not pay for it.
    const source = options.mode === 'gate' ? new DigestingSource(input.source) : input.source;
    builder.bytes = source.size;
    const extension = /\.[^./\\]*$/.exec(source.name)?.[0].toLowerCase();
    try {
        if (source.size === 0) {
            collector.add('io.empty', 'the file is empty', { offset: 0 });
            return;
        }
        if (source.size > options.limits.maxArtifactBytes) {
            collector.add('limit.artifact_bytes', `${source.size} bytes are more than the limit of ${options.limits.maxArtifactBytes} (--max-artifact-bytes)`);
            return;
        }
        if (extension === '.zip')
            await verifyZip(input, builder, collector, options);
        else if (extension === '.jsonl' || extension === '.ndjson') {
            builder.kind = 'stream';
            const summary = await (0,stream/* verifyStream */.u)(source, collector, options);
            builder.run(summary);
            if (summary.linked)
                builder.headHash = summary.headHash;
        }
        else if (source.size <= WHOLE_FILE_BYTES)
            await verifySmall(source, builder, collector, options);
        else
            await verifyChainFile(source, builder, collector, options);
    }
    finally {
        if (source instanceof DigestingSource && !(source.size > options.limits.maxArtifactBytes)) {
            try {
                builder.sha256 = await source.digest();
            }
            catch (error) {
                // The reader met the same fault and told it, unless the file changed after it was read.
                if (!collector.failed)
                    collector.fault(error);
            }
        }
    }
}
async function verifyZip(input, builder, collector, options) {
    // A small archive is in memory already: what is verified are the very bytes whose digest is told. Of a larger one the
    // digest is taken afterwards, from a file that has to be the one that was opened here.
    const whole = input.source.size <= WHOLE_FILE_BYTES ? await input.source.bytes(WHOLE_FILE_BYTES) : undefined;
    const access = whole === undefined ? await input.access() : { ...(0,random_access/* bufferAccess */.b)(whole), close: () => { } };
    try {
        const result = await verifyArchive(access, input.source.name, collector, options);
        builder.kind = result.kind;
        builder.records = result.records;
        builder.signed(result.signatures, result.keyIds);
        builder.facts = result.facts;
    }
    finally {
        await access.close();
    }
}
async function verifySmall(source, builder, collector, options) {
    const bytes = await source.bytes(WHOLE_FILE_BYTES);
    let value;
    try {
        value = (0,read/* readJson */.Vh)(bytes, options.limits.maxDepth);
    }
    catch (error) {
        collector.fault(error);
        return;
    }
    if ((0,members/* isObject */.Gv)(value) && detect(value, options).kind === 'chain' && Array.isArray((0,members/* member */.Dc)(value, 'records'))) {
        await verifyChainFile(source, builder, collector, options);
    }
    else
        await verifyDocument(value, bytes, source, builder, collector, options);
}
async function verifyChainFile(source, builder, collector, options) {
    builder.kind = 'chain';
    const result = await (0,chain/* verifyChain */.H5)(source, collector, options, async (skeleton) => {
        builder.kind = 'unknown';
        let value;
        try {
            value = (0,read/* readJson */.Vh)(skeleton.bytes, options.limits.maxDepth);
        }
        catch (error) {
            collector.fault((0,chain/* placed */.GS)(error, skeleton));
            return;
        }
        await verifyDocument(value, skeleton.bytes, source, builder, collector, options);
    });
    if (result === undefined)
        return;
    builder.run(result.summary);
    builder.headHash = result.summary.headHash;
    builder.signed(result.signatures, result.keyIds);
    builder.facts = {
        ...builder.facts,
        ...(result.chainId === undefined ? {} : { chainId: result.chainId }),
        ...wholeKeys(result.keyIds),
    };
}
async function verifyDocument(value, bytes, source, builder, collector, options) {
    if (!(0,members/* isObject */.Gv)(value)) {
        collector.add('kind.unsupported', 'the JSON value is no object, so it is no Proof artifact', { offset: 0 });
        return;
    }
    const { kind, claims } = detect(value, options);
    builder.kind = kind;
    const document = new Document(value, bytes, source, undefined, collector, options);
    if (claims.length > 1 && options.mode === 'gate') {
        document.raise({
            code: 'kind.ambiguous',
            message: `members ${claims.map(canonical_strict/* quote */.hD).join(' and ')} belong to different kinds of artifact`,
            pointer: `/${claims[0] ?? ''}`,
        });
    }
    switch (kind) {
        case 'record': {
            const run = new kinds_records/* RecordRun */.f(collector, options, { link: 'none', schema: 'typed', nullRecord: 'refuse' });
            await run.push([{ bytes, offset: 0, line: 1, members: -1, escapes: false }], source);
            builder.run(await run.finish());
            const id = (0,members/* member */.Dc)(value, 'record_id');
            if (typeof id === 'string')
                builder.facts = { ...builder.facts, recordId: id };
            return;
        }
        case 'chain':
            document.raise({ code: 'chain.member_type', message: '"records" must be a list', pointer: '/records' });
            return;
        case 'gait_signed_json': {
            const signed = verifySignedJson(document, options);
            builder.signed(signed.signatures, signed.keyIds);
            builder.facts = { document: value };
            return;
        }
        case 'revocation_list': {
            const signed = (0,lists/* verifyRevocationList */.G4)(document, options);
            builder.signed(signed.signatures, signed.keyIds);
            return;
        }
        case 'record_types':
            (0,lists/* verifyRecordTypes */.Wx)(document);
            return;
        case 'governance_event':
            (0,lists/* verifyGovernanceEvent */.kz)(document);
            return;
        default: {
            const code = 'kind.unsupported';
            document.raise({
                code,
                message: 'no Proof artifact: it has none of records, record_id, pack_id or signature',
                pointer: '',
            });
        }
    }
}
function wholeKeys(keyIds) {
    return keyIds.size === 0 ? {} : { wholeKeyIds: [...keyIds].sort() };
}
/** What a JSON object is (contract section 7), and which members claim it for a kind. */
function detect(value, options) {
    const has = (name) => Object.hasOwn(value, name);
    const signed = (0,members/* isObject */.Gv)((0,members/* member */.Dc)(value, 'signature'));
    if (options.mode === 'compat') {
        if (has('records'))
            return { kind: 'chain', claims: [] };
        if (has('record_id'))
            return { kind: 'record', claims: [] };
        return { kind: has('pack_id') || signed ? 'gait_signed_json' : 'unknown', claims: [] };
    }
    const schemaId = (0,members/* member */.Dc)(value, 'schema_id');
    const gait = typeof schemaId === 'string' && schemaId.startsWith('gait.');
    if (has('revoked') && has('version') && !has('record_id') && !has('records'))
        return { kind: 'revocation_list', claims: [] };
    if (has('record_types') && has('version') && !signed)
        return { kind: 'record_types', claims: [] };
    const claims = ['records', 'record_id', 'pack_id'].filter(has);
    if (has('signature') || (gait && claims.length > 0 && !claims.includes('pack_id')))
        claims.push(has('signature') ? 'signature' : 'schema_id');
    // pack_id beside a signature is one claim: both mean signed JSON.
    const distinct = claims.includes('pack_id') ? claims.filter((name) => name !== 'signature') : claims;
    if (has('records'))
        return { kind: 'chain', claims: distinct };
    if (has('record_id'))
        return { kind: 'record', claims: distinct };
    if (has('pack_id') || has('signature') || gait)
        return { kind: 'gait_signed_json', claims: distinct };
    if (has('event_id') && has('event_type'))
        return { kind: 'governance_event', claims: [] };
    return { kind: 'unknown', claims: [] };
}


/***/ }),

/***/ 4373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ makeTrust)
/* harmony export */ });
/* unused harmony export signaturePlan */
/**
 * Puts keys and cosign material together. The same key twice counts once; two different keys under one id are
 * `key.invalid` (6), because which of them signed could not be told.
 */
function makeTrust(input) {
    const byId = new Map();
    for (const key of input.keys ?? []) {
        const known = byId.get(key.id);
        if (known !== undefined && !Buffer.from(known.bytes).equals(key.bytes)) {
            return { ok: false, code: 'key.invalid', message: `two different public keys have the id ${key.id}` };
        }
        if (known === undefined)
            byId.set(key.id, key);
    }
    const keys = [...byId.values()];
    return {
        ok: true,
        trust: {
            mode: input.mode,
            keys,
            cosign: input.cosign,
            configured: keys.length > 0 || input.cosign !== undefined || input.policy === true,
            keyById: (id) => byId.get(id),
        },
    };
}
/** Decides what is done about signatures (interface.md): `auto` requires them as soon as anything is trusted. */
function signaturePlan(mode, trust) {
    if (mode === 'off')
        return 'skip';
    return mode === 'required' || trust.configured ? 'require' : 'report';
}


/***/ }),

/***/ 2154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ bufferAccess),
/* harmony export */   p: () => (/* binding */ fileAccess)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5206);


/** Up to here a read is done at once: a round through the thread pool costs more than the read itself. */
const SYNC_READ_BYTES = 256 * 1024;
/** Random access to bytes in memory. What it reads are views: `bytes` must not be written to as long as it is in use. */
function bufferAccess(bytes) {
    return {
        size: bytes.byteLength,
        async read(position, length) {
            if (!inRange(position, length, bytes.byteLength))
                throw outside(position, length, bytes.byteLength);
            return bytes.subarray(position, position + length);
        },
    };
}
/**
 * Opens a regular file for reading, without following a link in its last part and without waiting for the other end
 * of a FIFO. `name` is the path to show in messages.
 * Throws a `Fault`: `path.symlink`, `path.special_file`, `io.not_found`, `io.unreadable` (hardening 17).
 */
async function fileAccess(path, name = path) {
    const fd = open(path, name);
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd, { bigint: true });
        if (!stat.isFile())
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('path.special_file', `${name} is not a regular file.`);
        return new OpenFile(fd, path, name, stat);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        throw error;
    }
}
class OpenFile {
    fd;
    path;
    name;
    opened;
    size;
    open = true;
    constructor(fd, path, name, opened) {
        this.fd = fd;
        this.path = path;
        this.name = name;
        this.opened = opened;
        this.size = Number(opened.size);
    }
    async read(position, length) {
        if (!this.open)
            throw new Error(`${this.name} is closed`);
        if (!inRange(position, length, this.size))
            throw outside(position, length, this.size);
        const bytes = Buffer.allocUnsafeSlow(length);
        let done = 0;
        while (done < length) {
            const count = await this.readSome(bytes, done, length - done, position + done);
            // The size was known when the file was opened: an early end means that somebody truncates it right now.
            if (count === 0)
                throw this.changed();
            done += count;
        }
        return bytes;
    }
    async close() {
        if (!this.open)
            return;
        this.open = false;
        try {
            const now = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(this.fd, { bigint: true });
            if (now.size !== this.opened.size || now.mtimeNs !== this.opened.mtimeNs)
                throw this.changed();
            // Another file may have taken its name meanwhile; the next step of the pipeline would then read that one.
            const named = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(this.path, { bigint: true, throwIfNoEntry: false });
            if (named?.ino !== this.opened.ino || named.dev !== this.opened.dev)
                throw this.changed();
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.fd);
        }
    }
    readSome(bytes, offset, length, position) {
        if (length <= SYNC_READ_BYTES) {
            try {
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.fd, bytes, offset, length, position);
            }
            catch (error) {
                throw unreadable(this.name, error);
            }
        }
        return new Promise((resolve, reject) => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.read)(this.fd, bytes, offset, length, position, (error, count) => {
                if (error)
                    reject(unreadable(this.name, error));
                else
                    resolve(count);
            });
        });
    }
    changed() {
        return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.changed', `${this.name} changed while it was read.`);
    }
}
function open(path, name) {
    // O_NONBLOCK: opening a FIFO must not wait for a writer. O_NOCTTY: a terminal must not become ours.
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, flags);
    }
    catch (error) {
        const code = errorCode(error);
        if (code === 'ELOOP')
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('path.symlink', `${name} is a symbolic link.`);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.not_found', `${name} does not exist.`);
        if (code === 'ENXIO' || code === 'ENODEV')
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('path.special_file', `${name} is not a regular file.`);
        throw unreadable(name, error);
    }
}
function unreadable(name, error) {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.unreadable', `${name} cannot be read (${errorCode(error)}).`);
}
function errorCode(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}
function inRange(position, length, size) {
    return Number.isSafeInteger(position) && position >= 0 && length >= 0 && position + length <= size;
}
function outside(position, length, size) {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.unreadable', `Bytes ${position} to ${position + length} do not exist; there are ${size}.`);
}


/***/ })

};
