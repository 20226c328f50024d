export const id = 978;
export const ids = [978];
export const modules = {

/***/ 6509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   Zu: () => (/* binding */ digestsFor),
/* harmony export */   iQ: () => (/* binding */ verifyWith)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _ed25519_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5343);


const MIN_RSA_BITS = 2048;
/** cosign signs with the digest that fits the curve, and also accepts SHA-256. */
const CURVE_DIGESTS = {
    prime256v1: ['sha256'],
    secp384r1: ['sha384', 'sha256'],
    secp521r1: ['sha512', 'sha256'],
};
/**
 * The digests that cosign uses with this key (`null`: none, for Ed25519); `undefined` for a kind, curve or size that is not
 * accepted.
 */
function digestsFor(key) {
    const details = key.asymmetricKeyDetails;
    if (key.asymmetricKeyType === 'ec')
        return CURVE_DIGESTS[details?.namedCurve ?? ''];
    if (key.asymmetricKeyType === 'rsa')
        return (details?.modulusLength ?? 0) >= MIN_RSA_BITS ? ['sha256'] : undefined;
    return key.asymmetricKeyType === 'ed25519' ? [null] : undefined;
}
/** Whether the signature verifies with the key and a digest that cosign uses for it. */
function verifyWith(key, message, signature) {
    // Versions of Node disagree on some encodings (hardening 35).
    if (key.asymmetricKeyType === 'ed25519' && !(0,_ed25519_js__WEBPACK_IMPORTED_MODULE_1__/* .isCanonicalSignature */ .FK)(signature))
        return false;
    // node:crypto itself rejects EC signatures that are not strict DER: trailing bytes, non-minimal lengths.
    return (digestsFor(key) ?? []).some((digest) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(digest, message, key, signature));
}
/** Builds a failed verdict. */
function refuse(code, message) {
    return { ok: false, code, message };
}


/***/ }),

/***/ 7978:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyCosign: () => (/* binding */ verifyCosign)
/* harmony export */ });
/* unused harmony export verifySigstoreBundle */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1655);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7584);
/* harmony import */ var _primitives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6509);



/** Maximum characters of a signature text; a bundle with log entries and timestamps is much shorter. */
const MAX_SIGNATURE_TEXT = 1024 * 1024;
/**
 * Verifies a signature of `cosign sign-blob` over `message` in process (contract 2.5).
 *
 * A given key is tried first, then the certificate with identity, issuer and roots. Codes: `signature.invalid`,
 * `signature.identity_mismatch`, `signature.certificate_untrusted`, `signature.key_mismatch` (2), `cosign.identity_required`,
 * `key.missing` (6). Never accepts what it cannot check (hardening 22).
 * @param text base64 of the signature, or of a Sigstore bundle (JSON), which also contains the certificate and its verified
 * time.
 */
async function verifyCosign(trust, message, text, options) {
    if (text.length > MAX_SIGNATURE_TEXT)
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('signature.invalid', 'the cosign signature is too long');
    const bytes = (0,_base64_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBase64 */ .y)(text, options.mode);
    if (bytes === undefined || bytes.length === 0) {
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('signature.invalid', 'the cosign signature is not standard base64');
    }
    // A raw signature may begin with any byte, also that of a brace (hardening 34), but is not valid JSON.
    const raw = trust.key !== undefined || trust.certificates.length > 0;
    if (bytes[0] === BRACE && !(raw && !isJson(bytes)))
        return verifySigstoreBundle(trust, message, bytes.toString('utf8'), options);
    if (trust.key !== undefined) {
        if ((0,_primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyWith */ .iQ)(trust.key.verifier, message, bytes))
            return { ok: true, keyId: trust.key.id };
        if (trust.certificates.length === 0) {
            return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('signature.invalid', `cosign signature by key ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortHash */ .BC)(trust.key.id)} does not match the content`);
        }
    }
    const [leaf, ...intermediates] = trust.certificates;
    if (leaf === undefined) {
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('key.missing', 'the cosign signature names no certificate: give a cosign key or certificate');
    }
    const { checkCertificate } = await Promise.all(/* import() */[__webpack_require__.e(917), __webpack_require__.e(492)]).then(__webpack_require__.bind(__webpack_require__, 8492));
    const checked = checkCertificate(leaf, intermediates, trust, options.now);
    if (!checked.ok)
        return checked;
    if ((0,_primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyWith */ .iQ)(leaf.publicKey, message, bytes))
        return checked;
    return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('signature.invalid', 'the cosign signature does not verify under the certificate');
}
/**
 * Verifies a `*.sigstore.json` bundle over `message` offline. A bundle signed with a key is verified with the given cosign
 * key; one with a certificate needs identity, issuer and roots. If the given Sigstore trusted root contains transparency
 * logs, timestamp authorities or certificate logs, the bundle must contain evidence of each of these kinds, and the
 * certificate is checked at the verified times; otherwise it is checked at `options.now`.
 */
async function verifySigstoreBundle(trust, message, bundle, options) {
    if (bundle.length > MAX_SIGNATURE_TEXT)
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('signature.invalid', 'the Sigstore bundle is too long');
    const { verifyBundle } = await Promise.all(/* import() */[__webpack_require__.e(917), __webpack_require__.e(168), __webpack_require__.e(107)]).then(__webpack_require__.bind(__webpack_require__, 2107));
    return verifyBundle(trust, message, bundle, options.now);
}
const BRACE = 0x7b;
function isJson(bytes) {
    try {
        JSON.parse(bytes.toString('utf8'));
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
