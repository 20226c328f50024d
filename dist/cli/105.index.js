export const id = 105;
export const ids = [105];
export const modules = {

/***/ 6551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ revocationSignatureProblem),
/* harmony export */   Fi: () => (/* binding */ readRevocationList),
/* harmony export */   G4: () => (/* binding */ verifyRevocationList),
/* harmony export */   Wx: () => (/* binding */ verifyRecordTypes),
/* harmony export */   kz: () => (/* binding */ verifyGovernanceEvent)
/* harmony export */ });
/* harmony import */ var _canonical_jcs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3475);
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5670);
/* harmony import */ var _canonical_time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8126);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9052);
/* harmony import */ var _schema_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6985);
/* harmony import */ var _signature_signature_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7465);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(633);







const LIST_MEMBERS = new Set(['version', 'created_at', 'revoked', 'signature']);
const REVOKED_MEMBERS = new Set(['key_id', 'revoked_at', 'reason']);
/** Reads a revocation list from a parsed document; problems are of a type that leave it unreadable. */
function readRevocationList(value) {
    const problems = [];
    const read = new _members_js__WEBPACK_IMPORTED_MODULE_4__/* .MemberReader */ .uG(problems, 'revocation.list_invalid');
    const version = read.text(value, 'version', '') ?? '';
    const created = read.text(value, 'created_at', '');
    const instant = created === undefined ? undefined : (0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_5__/* .parseInstant */ .nV)(created);
    if (created !== undefined && instant === undefined) {
        problems.push({
            code: 'revocation.list_invalid',
            message: `created_at ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(created)} is not an RFC 3339 instant`,
            pointer: '/created_at',
        });
    }
    const revocations = [];
    const signed = [];
    const list = read.list(value, 'revoked', '');
    list?.forEach((item, i) => {
        const pointer = `/revoked/${i}`;
        if (!(0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(item)) {
            read.wrong('/revoked', String(i), 'object', item);
            return;
        }
        const keyId = read.text(item, 'key_id', pointer) ?? '';
        const revokedAt = read.text(item, 'revoked_at', pointer) ?? '';
        const reason = read.text(item, 'reason', pointer) ?? '';
        revocations.push({ keyId, revokedAt: (0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_5__/* .parseInstant */ .nV)(revokedAt)?.epochMs, reason });
        signed.push({ key_id: keyId, revoked_at: revokedAt, ...(reason === '' ? {} : { reason }) });
    });
    const digest = (0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_0__/* .digestHex */ .sU)({ version, created_at: created ?? '', revoked: list === undefined ? null : signed });
    return { revocations, problems, digest };
}
/** Why a revocation list's signature does not hold under a key, or `undefined` when it does. */
function revocationSignatureProblem(value, digest, keys, mode) {
    const signature = (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(value, 'signature');
    const result = (0,_signature_signature_object_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSignatureObject */ .cD)(signature, digest, 'ascii-hex', keys, mode);
    if (result.ok)
        return undefined;
    return { message: result.message, pointer: result.member === '' ? '/signature' : `/signature/${result.member}` };
}
/** A revocation list as an artifact of its own: schema, readability, signature. */
function verifyRevocationList(document, options) {
    const keyIds = new Set();
    document.checkCase(document.value, LIST_MEMBERS, '');
    const revoked = (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(document.value, 'revoked');
    if (Array.isArray(revoked)) {
        revoked.forEach((item, i) => {
            if ((0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(item))
                document.checkCase(item, REVOKED_MEMBERS, `/revoked/${i}`);
        });
    }
    const list = readRevocationList(document.value);
    for (const problem of list.problems)
        document.raise(problem);
    if (list.problems.length > 0)
        return { signatures: 0, keyIds };
    for (const problem of (0,_schema_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .validateDocument */ .mv)('revocation-list-v1', document.value))
        document.raise(problem);
    const signature = (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(document.value, 'signature');
    const required = (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .signaturesRequired */ .P)(options);
    if (options.signatures === 'off' || (!required && (signature === undefined || signature === null))) {
        return { signatures: 0, keyIds };
    }
    if (!options.trust.configured) {
        const code = required ? 'key.missing' : 'signature.not_checked';
        document.raise({ code, message: 'the signature was not checked: no key was given', pointer: '/signature' });
        return { signatures: 0, keyIds };
    }
    const result = (0,_signature_signature_object_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSignatureObject */ .cD)(signature, list.digest, 'ascii-hex', options.trust.keys, options.mode);
    if (result.ok) {
        keyIds.add(result.keyId);
        return { signatures: 1, keyIds };
    }
    document.raise({
        code: result.code,
        message: result.message,
        pointer: result.member === '' ? '/signature' : `/signature/${result.member}`,
    });
    return { signatures: 0, keyIds };
}
/** A record-type manifest on its own: its schema; the types themselves count only inside their bundle. */
function verifyRecordTypes(document) {
    for (const problem of (0,_schema_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .validateDocument */ .mv)('record-types-v1', document.value))
        document.raise(problem);
}
/** A governance event: validated, never counted as evidence (schemas.md). */
function verifyGovernanceEvent(document) {
    for (const problem of (0,_schema_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .validateDocument */ .mv)('governance-event-v1', document.value))
        document.raise(problem);
    document.raise({
        code: 'governance.unsigned_signal',
        message: 'a governance event is an unsigned signal, not evidence',
        pointer: '',
    });
}


/***/ }),

/***/ 9891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parsePublicKey)
/* harmony export */ });
/* unused harmony export withKeyId */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _noble_ed25519__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9605);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7584);



/** Characters of a key text; the longest real one, PEM with a wide RSA key, stays far below. */
const MAX_KEY_TEXT = 16_384;
/** DER of an Ed25519 SubjectPublicKeyInfo up to the key bytes (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const invalid = (message) => ({ ok: false, code: 'key.invalid', message });
/**
 * Reads a public key of contract 2.5: 64 hex digits or base64 (padded or raw) of 32 bytes; PEM/SPKI or JWK (ours to add).
 * Blanks around it are ignored. A key under which a constant signature verifies anything (small order, not canonical) is
 * refused in gate mode; in compat mode it comes back flagged `weak`, because there the wrong key of a run
 * is told by its id (2), not as an unusable option (6), and it never verifies anything. So does, in both modes, a text of
 * the right form whose bytes are no point of the curve or one of mixed order: no honest signer has it, so it is just another
 * key (the recorded case g-0501 wants 2 for such a key).
 */
function parsePublicKey(text, mode) {
    const trimmed = text.trim();
    if (trimmed === '')
        return invalid('the public key is empty');
    if (trimmed.length > MAX_KEY_TEXT)
        return invalid(`the public key is longer than ${MAX_KEY_TEXT} characters`);
    const bytes = keyBytes(trimmed, mode);
    if (typeof bytes === 'string')
        return invalid(bytes);
    const weakness = weaknessOf(bytes);
    if (mode === 'gate' && weakness?.code === 'key.weak') {
        return { ok: false, code: weakness.code, message: `the public key ${weakness.message}` };
    }
    return {
        ok: true,
        key: {
            kind: 'ed25519',
            id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'),
            bytes,
            weak: weakness !== undefined,
            verifier: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: 'der', type: 'spki' }),
        },
    };
}
/**
 * The same key under an id of the caller's choice (contract 2.5): 64 hex digits, or at least three non-empty parts
 * separated by `:`. The id is compared exactly, also in its case.
 */
function withKeyId(key, id) {
    const parts = id.split(':');
    if (!/^[0-9a-fA-F]{64}$/.test(id) &&
        (parts.length < 3 || parts.some((part) => part.trim() !== part || part === ''))) {
        return invalid('a key id must be 64 hex digits or have at least three parts separated by ":"');
    }
    return { ok: true, key: { ...key, id } };
}
function keyBytes(text, mode) {
    if (/^[0-9a-fA-F]{64}$/.test(text))
        return Buffer.from(text, 'hex');
    if (text.includes('-----BEGIN'))
        return pemBytes(text);
    if (text.startsWith('{'))
        return jwkBytes(text);
    if (/^ssh-\S+ /.test(text))
        return 'the public key is in OpenSSH format: give 64 hex digits, base64 of 32 bytes, PEM or JWK';
    const padded = text.length === 43 ? `${text}=` : text;
    const bytes = (0,_base64_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBase64 */ .y)(padded, mode);
    if (bytes?.length === 32)
        return bytes;
    return 'not a public key: give 64 hex digits, base64 of 32 bytes (standard alphabet), PEM or JWK';
}
function pemBytes(text) {
    const block = /^-----BEGIN ([A-Z0-9 ]+)-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END ([A-Z0-9 ]+)-----$/.exec(text);
    const label = block?.[1] ?? /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1] ?? '';
    if (label.endsWith('PRIVATE KEY'))
        return 'this is a private key: give the public key, and treat the private one as leaked';
    if (label === 'CERTIFICATE')
        return 'this is a certificate: give it as the cosign certificate';
    if (block === null || block[3] !== label)
        return 'the PEM text must be exactly one block';
    if (label !== 'PUBLIC KEY')
        return `the PEM block must be a PUBLIC KEY, not ${label}`;
    const der = (0,_base64_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBase64 */ .y)((block[2] ?? '').replace(/[\r\n]/g, ''));
    if (der === undefined)
        return 'the PEM block is not valid base64';
    if (der.length === SPKI_PREFIX.length + 32 && der.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX)) {
        return der.subarray(SPKI_PREFIX.length);
    }
    return `the PEM key must be Ed25519${otherKind(der)}`;
}
function otherKind(der) {
    try {
        const kind = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: der, format: 'der', type: 'spki' }).asymmetricKeyType ?? 'unknown';
        return kind === 'ec' || kind === 'rsa' ? `, not ${kind}: give a cosign key as the cosign key` : `, not ${kind}`;
    }
    catch {
        return '';
    }
}
function jwkBytes(text) {
    let jwk;
    try {
        jwk = JSON.parse(text);
    }
    catch {
        return 'the JWK is not valid JSON';
    }
    if (typeof jwk !== 'object' || jwk === null)
        return 'the JWK must be an object';
    const member = (name) => Object.hasOwn(jwk, name) ? jwk[name] : undefined;
    if (member('d') !== undefined)
        return 'this is a private JWK: give the public one, and treat the private one as leaked';
    if (member('kty') !== 'OKP' || member('crv') !== 'Ed25519')
        return 'the JWK must have kty "OKP" and crv "Ed25519"';
    const use = member('use');
    if (use !== undefined && use !== 'sig')
        return 'the JWK is not meant for signatures (use)';
    const operations = member('key_ops');
    if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) {
        return 'the JWK is not meant for verification (key_ops)';
    }
    const x = member('x');
    if (typeof x !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(x))
        return 'x of the JWK must be base64url of 32 bytes';
    const bytes = Buffer.from(x, 'base64url');
    return bytes.toString('base64url') === x ? bytes : 'x of the JWK must be canonical base64url';
}
const FIELD_PRIME = 2n ** 255n - 19n;
/**
 * Why nothing may verify under these 32 bytes. node:crypto takes small-order and non-canonical keys, and a
 * constant signature verifies every message under them (hardening.md, last paragraph).
 */
function weaknessOf(bytes) {
    let point;
    try {
        point = _noble_ed25519__WEBPACK_IMPORTED_MODULE_2__/* .Point */ .bR.fromBytes(bytes, false);
    }
    catch {
        return isCanonical(bytes)
            ? { code: 'key.invalid', message: 'is not a point of the curve' }
            : { code: 'key.weak', message: 'is not in canonical form' };
    }
    if (point.isSmallOrder())
        return { code: 'key.weak', message: 'has small order: anything verifies under it' };
    if (!point.isTorsionFree())
        return { code: 'key.invalid', message: 'has mixed order' };
    return undefined;
}
function isCanonical(bytes) {
    const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & (2n ** 255n - 1n);
    const sign = (bytes[31] ?? 0) >> 7;
    return y < FIELD_PRIME && !(sign === 1 && (y === 1n || y === FIELD_PRIME - 1n));
}


/***/ }),

/***/ 105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Materials)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _engine_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9247);
/* harmony import */ var _engine_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5206);
/* harmony import */ var _engine_findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8166);
/* harmony import */ var _engine_kinds_lists_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6551);
/* harmony import */ var _engine_kinds_members_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(633);
/* harmony import */ var _engine_limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7100);
/* harmony import */ var _engine_schema_custom_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3225);
/* harmony import */ var _engine_signature_keys_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9891);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2142);











/** Files of the configuration are small: a larger one is a mistake or an attack. */
const MAX_CONFIG_BYTES = 16 * 1024 * 1024;
/** Loads what a run is configured with; every problem is a finding without an artifact. */
class Materials {
    base;
    mode;
    findings = [];
    /** @param base folder that relative paths start from */
    constructor(base, mode) {
        this.base = base;
        this.mode = mode;
    }
    add(code, message, severity) {
        this.findings.push((0,_engine_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .finding */ .gk)(code, message, '', {}, severity));
    }
    /** Bytes of a configuration file; `undefined` after a finding. */
    read(path, what, unreadable) {
        const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(this.base, path);
        const escaped = this.mode === 'gate' ? (0,_workspace_js__WEBPACK_IMPORTED_MODULE_10__/* .escapeOf */ .F)(this.base, path) : undefined;
        if (escaped !== undefined) {
            this.add('path.escape', `${what}: ${escaped}`);
            return undefined;
        }
        try {
            const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(full).size;
            if (size > MAX_CONFIG_BYTES) {
                this.add(unreadable, `${what} ${JSON.stringify(path)} has ${size} bytes, more than ${MAX_CONFIG_BYTES}`);
                return undefined;
            }
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(full);
        }
        catch (error) {
            const code = error instanceof Error && 'code' in error ? String(error.code) : '';
            // Upstream tells a missing file as bad input; the contract has a code of its own for it (section 8).
            const missing = code === 'ENOENT' && this.mode === 'gate';
            const why = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
            this.add(missing ? 'dependency.missing' : unreadable, `${what} ${JSON.stringify(path)} ${why}`);
            return undefined;
        }
    }
    /** A public key given as text or, in gate mode, as the path of a file with one. */
    key(text, what) {
        const given = (0,_engine_signature_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .parsePublicKey */ .e)(text, this.mode);
        if (given.ok)
            return given.key;
        const fromFile = this.mode === 'gate' && given.code === 'key.invalid' ? this.keyFile(text, what) : undefined;
        if (fromFile !== undefined)
            return fromFile === 'told' ? undefined : fromFile;
        this.add(given.code, `${what}: ${given.message}`);
        return undefined;
    }
    keyFile(path, what) {
        if (path.includes('\n') || path.trim() === '' || path.length > 4096)
            return undefined;
        const looksLikePath = /[./\\]/.test(path) && !/^[A-Za-z0-9+/]+={0,2}$/.test(path);
        let there = looksLikePath;
        try {
            there = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(this.base, path)).isFile() || looksLikePath;
        }
        catch {
            // not a file: a key text with a mistake, unless it can only be meant as a path
        }
        if (!there)
            return undefined;
        const bytes = this.read(path, what, 'key.invalid');
        if (bytes === undefined)
            return 'told';
        const parsed = (0,_engine_signature_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .parsePublicKey */ .e)(Buffer.from(bytes).toString('utf8'), this.mode);
        if (parsed.ok)
            return parsed.key;
        this.add(parsed.code, `${what} ${JSON.stringify(path)}: ${parsed.message}`);
        return 'told';
    }
    /** The entries of a revocation list, once its signature held under `key`. */
    revocations(path, key) {
        const bytes = this.read(path, 'revocation list', 'revocation.list_invalid');
        if (bytes === undefined)
            return [];
        let value;
        try {
            value = (0,_engine_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(bytes, _engine_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .DEFAULT_LIMITS */ .dR.maxDepth);
        }
        catch (error) {
            if (!(error instanceof _engine_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .Fault */ .v))
                throw error;
            this.add('revocation.list_invalid', `revocation list ${JSON.stringify(path)}: ${error.message}`);
            return [];
        }
        if (!(0,_engine_kinds_members_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(value)) {
            this.add('revocation.list_invalid', `revocation list ${JSON.stringify(path)} is no JSON object`);
            return [];
        }
        const list = (0,_engine_kinds_lists_js__WEBPACK_IMPORTED_MODULE_5__/* .readRevocationList */ .Fi)(value);
        for (const problem of list.problems) {
            this.add(problem.code, `revocation list ${JSON.stringify(path)}: ${problem.message}`);
        }
        if (key !== undefined) {
            const problem = (0,_engine_kinds_lists_js__WEBPACK_IMPORTED_MODULE_5__/* .revocationSignatureProblem */ .Cg)(value, list.digest, [key], this.mode);
            if (problem !== undefined) {
                this.add('revocation.signature_invalid', `revocation list ${JSON.stringify(path)}: ${problem.message}`);
            }
        }
        else if (this.mode === 'gate') {
            this.add('revocation.not_checked', `the signature of revocation list ${JSON.stringify(path)} was not checked: give --revocation-key`);
        }
        return list.revocations;
    }
    /** What cosign signatures are checked with; `undefined` when no cosign option was given, or after a finding. */
    async cosign(options) {
        if (Object.values(options).every((value) => value === undefined))
            return undefined;
        const before = this.findings.length;
        const text = (path, what) => {
            if (path === undefined)
                return undefined;
            const bytes = this.read(path, what, 'cosign.material_invalid');
            return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
        };
        const input = {
            key: text(options.key, 'cosign key'),
            certificate: text(options.certificate, 'cosign certificate'),
            roots: text(options.trustedRoot, 'cosign trusted root'),
            identity: options.identity,
            issuer: options.issuer,
        };
        if (this.findings.length > before)
            return undefined;
        const { readCosignMaterial } = await __webpack_require__.e(/* import() */ 804).then(__webpack_require__.bind(__webpack_require__, 6804));
        const made = await readCosignMaterial(input, this.mode);
        if (made.ok)
            return made.trust;
        this.add(made.code, made.message);
        return undefined;
    }
    /** Custom record types from `TYPE=FILE` texts. */
    async customTypes(pairs) {
        const sources = [];
        for (const pair of pairs) {
            const at = pair.indexOf('=');
            const type = at < 0 ? '' : pair.slice(0, at).trim();
            const path = at < 0 ? '' : pair.slice(at + 1).trim();
            if (type === '' || path === '') {
                this.add('schema.custom.unreadable', `--custom-type-schema ${JSON.stringify(pair)} is not TYPE=FILE`);
                continue;
            }
            const bytes = this.read(path, 'schema', 'schema.custom.unreadable');
            if (bytes !== undefined)
                sources.push({ type, bytes, name: path });
        }
        if (sources.length === 0)
            return undefined;
        const { types, problems } = await (0,_engine_schema_custom_js__WEBPACK_IMPORTED_MODULE_8__/* .compileCustomTypes */ .cI)(sources, (bytes) => {
            if (bytes.length > _engine_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_SCHEMA_BYTES */ .Z_)
                throw new _engine_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .Fault */ .v('schema.custom.too_large', 'larger than 1 MiB');
            return (0,_engine_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(bytes, _engine_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .DEFAULT_LIMITS */ .dR.maxDepth);
        });
        for (const problem of problems)
            this.add(problem.code, `schema ${JSON.stringify(problem.name)}: ${problem.message}`);
        return types;
    }
}


/***/ }),

/***/ 2142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ escapeOf),
/* harmony export */   U: () => (/* binding */ isWithin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Why a configuration file must not be read: it lies in the workspace by name but a link leads it outside (gate.md,
 * `path.escape`). A path that names a place outside openly is the user's own choice.
 */
function escapeOf(workspace, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    if (!isWithin((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace), full))
        return undefined;
    try {
        if (isWithin((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(full)))
            return undefined;
    }
    catch {
        return undefined; // reading it says what is wrong
    }
    return `${JSON.stringify(path)} leads outside the workspace through a link`;
}
/** Whether `path` is `folder` or lies in it; both absolute. */
function isWithin(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || (way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}


/***/ })

};
