export const id = 515;
export const ids = [515];
export const modules = {

/***/ 1515:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   verifySignedJson: () => (/* binding */ verifySignedJson),
/* harmony export */   wP: () => (/* binding */ checkGaitSignature)
/* harmony export */ });
/* unused harmony export checkExpiry */
/* harmony import */ var _canonical_jcs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3475);
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5670);
/* harmony import */ var _canonical_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8126);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9052);
/* harmony import */ var _signature_signature_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7465);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(633);






const SIGNATURE_MEMBERS = new Set(['alg', 'key_id', 'sig', 'signed_digest']);
/** `object` without some of its own members. */
function without(object, ...names) {
    // `fromEntries` defines, it does not assign: a member `__proto__` stays one.
    return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
/**
 * Checks one Gait signature object (contract section 6): the digest it names always, the signature itself when a key is
 * there. It covers one of `digests`; when it names none of them, it should have been the first.
 */
function checkGaitSignature(signature, pointer, digests, document, options) {
    if ((0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(signature))
        document.checkCase(signature, SIGNATURE_MEMBERS, pointer);
    const named = (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(signature) ? (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(signature, 'signed_digest') : undefined;
    const digest = digests.find((one) => one === named) ?? digests[0];
    if (!options.trust.configured) {
        if (typeof named === 'string' && named !== digest) {
            document.raise({
                code: 'signature.digest_mismatch',
                message: `signed_digest is not the digest of the content, which is ${digest}`,
                pointer: `${pointer}/signed_digest`,
            });
        }
        return undefined;
    }
    const result = (0,_signature_signature_object_js__WEBPACK_IMPORTED_MODULE_3__/* .checkSignatureObject */ .cD)(signature, digest, 'raw-digest', options.trust.keys, options.mode);
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
    const signature = (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(document.value, 'signature');
    const required = (0,_options_js__WEBPACK_IMPORTED_MODULE_5__/* .signaturesRequired */ .P)(options);
    let signatures = 0;
    if ((0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(signature)) {
        const digest = (0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_0__/* .digestHex */ .sU)(without(document.value, 'signature'));
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
    const expires = (0,_members_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(document.value, 'expires_at');
    if (expires === undefined || expires === null)
        return;
    const instant = typeof expires === 'string' ? (0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInstant */ .nV)(expires) : undefined;
    if (instant !== undefined && instant.epochMs > options.now)
        return;
    document.raise({
        code: 'freshness.stale',
        message: instant === undefined
            ? 'expires_at is not an RFC 3339 instant'
            : `the document expired at ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(String(expires))}`,
        pointer: '/expires_at',
    });
}


/***/ })

};
