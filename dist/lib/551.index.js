export const id = 551;
export const ids = [551];
export const modules = {

/***/ 6551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRevocationList: () => (/* binding */ readRevocationList),
/* harmony export */   revocationSignatureProblem: () => (/* binding */ revocationSignatureProblem),
/* harmony export */   verifyGovernanceEvent: () => (/* binding */ verifyGovernanceEvent),
/* harmony export */   verifyRecordTypes: () => (/* binding */ verifyRecordTypes),
/* harmony export */   verifyRevocationList: () => (/* binding */ verifyRevocationList)
/* harmony export */ });
/* harmony import */ var _canonical_jcs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3475);
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5670);
/* harmony import */ var _canonical_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8126);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9052);
/* harmony import */ var _schema_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(839);
/* harmony import */ var _signature_signature_object_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7465);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(633);







const LIST_MEMBERS = new Set(['version', 'created_at', 'revoked', 'signature']);
const REVOKED_MEMBERS = new Set(['key_id', 'revoked_at', 'reason']);
/** Reads a revocation list from a parsed document; problems are of a type that leave it unreadable. */
function readRevocationList(value) {
    const problems = [];
    const read = new _members_js__WEBPACK_IMPORTED_MODULE_5__/* .MemberReader */ .uG(problems, 'revocation.list_invalid');
    const version = read.text(value, 'version', '') ?? '';
    const created = read.text(value, 'created_at', '');
    const instant = created === undefined ? undefined : (0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInstant */ .nV)(created);
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
        if (!(0,_members_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(item)) {
            read.wrong('/revoked', String(i), 'object', item);
            return;
        }
        const keyId = read.text(item, 'key_id', pointer) ?? '';
        const revokedAt = read.text(item, 'revoked_at', pointer) ?? '';
        const reason = read.text(item, 'reason', pointer) ?? '';
        revocations.push({ keyId, revokedAt: (0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInstant */ .nV)(revokedAt)?.epochMs, reason });
        signed.push({ key_id: keyId, revoked_at: revokedAt, ...(reason === '' ? {} : { reason }) });
    });
    const digest = (0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_0__/* .digestHex */ .sU)({ version, created_at: created ?? '', revoked: list === undefined ? null : signed });
    return { revocations, problems, digest };
}
/** Why a revocation list's signature does not hold under a key, or `undefined` when it does. */
function revocationSignatureProblem(value, digest, keys, mode) {
    const result = (0,_signature_signature_object_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSignatureObject */ .cD)((0,_members_js__WEBPACK_IMPORTED_MODULE_5__/* .member */ .Dc)(value, 'signature'), digest, 'ascii-hex', keys, mode);
    return result.ok ? undefined : result;
}
/** A revocation list as an artifact of its own: schema, readability, signature. */
function verifyRevocationList(document, options) {
    const keyIds = new Set();
    document.checkCase(document.value, LIST_MEMBERS, '');
    const revoked = (0,_members_js__WEBPACK_IMPORTED_MODULE_5__/* .member */ .Dc)(document.value, 'revoked');
    if (Array.isArray(revoked)) {
        revoked.forEach((item, i) => {
            if ((0,_members_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(item))
                document.checkCase(item, REVOKED_MEMBERS, `/revoked/${i}`);
        });
    }
    const list = readRevocationList(document.value);
    for (const problem of list.problems)
        document.raise(problem);
    if (list.problems.length > 0)
        return { signatures: 0, keyIds };
    for (const problem of (0,_schema_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .validateDocument */ .mv)('revocation-list-v1', document.value))
        document.raise(problem);
    const signature = (0,_members_js__WEBPACK_IMPORTED_MODULE_5__/* .member */ .Dc)(document.value, 'signature');
    const required = (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .signaturesRequired */ .P)(options);
    if (options.signatures === 'off' || (!required && (signature === undefined || signature === null))) {
        return { signatures: 0, keyIds };
    }
    if (!options.trust.configured) {
        const code = required ? 'key.missing' : 'signature.not_checked';
        document.raise({ code, message: 'the signature was not checked: no key was given', pointer: '/signature' });
        return { signatures: 0, keyIds };
    }
    const result = (0,_signature_signature_object_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSignatureObject */ .cD)(signature, list.digest, 'ascii-hex', options.trust.keys, options.mode);
    if (result.ok) {
        keyIds.add(result.keyId);
        return { signatures: 1, keyIds };
    }
    document.raise({ code: result.code, message: result.message, pointer: `/signature${result.pointer ?? ''}` });
    return { signatures: 0, keyIds };
}
/** A record-type manifest on its own: its schema; the types themselves count only inside their bundle. */
function verifyRecordTypes(document) {
    for (const problem of (0,_schema_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .validateDocument */ .mv)('record-types-v1', document.value))
        document.raise(problem);
}
/** A governance event: validated, never counted as evidence (schemas.md). */
function verifyGovernanceEvent(document) {
    for (const problem of (0,_schema_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .validateDocument */ .mv)('governance-event-v1', document.value))
        document.raise(problem);
    document.raise({
        code: 'governance.unsigned_signal',
        message: 'a governance event is an unsigned signal, not evidence',
        pointer: '',
    });
}


/***/ })

};
