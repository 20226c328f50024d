export const id = 670;
export const ids = [670];
export const modules = {

/***/ 5670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cosignKeyId: () => (/* binding */ cosignKeyId),
/* harmony export */   readCosignMaterial: () => (/* binding */ readCosignMaterial)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7584);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3113);
/* harmony import */ var _primitives_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6509);




const MAX_MATERIAL = 4 * 1024 * 1024;
const MAX_CERTIFICATES = 256;
/** Thrown and caught in this file only: the material cannot be used. */
class MaterialError extends Error {
    code;
    constructor(message, code = 'cosign.material_invalid') {
        super(message);
        this.code = code;
    }
}
/**
 * Reads cosign keys, certificates and roots (contract 2.5). A certificate or roots without identity and issuer are
 * `cosign.identity_required` in gate mode (hardening 22); compat mode reports it only when there is a cosign signature.
 *
 * Certificates require roots: the certificate comes with the signature, so its identity and issuer are only claims unless an
 * authority trusted by the caller signed them. `cosign verify-blob` downloads the public Fulcio roots for this; a gate must
 * not use the network, so without roots a certificate is never accepted.
 */
async function readCosignMaterial(input, mode) {
    const identity = given(input.identity);
    const issuer = given(input.issuer);
    const certified = input.certificate !== undefined || input.roots !== undefined;
    if (mode === 'gate' && certified && (identity === undefined || issuer === undefined)) {
        return {
            ok: false,
            code: 'cosign.identity_required',
            message: 'a cosign certificate or trusted root needs an expected identity and issuer',
        };
    }
    try {
        return {
            ok: true,
            trust: {
                key: input.key === undefined ? undefined : readCosignKey(input.key),
                certificates: input.certificate === undefined ? [] : readCertificates(input.certificate, 'cosign certificate'),
                identity,
                issuer,
                roots: input.roots === undefined ? undefined : await readRoots(input.roots),
            },
        };
    }
    catch (error) {
        if (error instanceof MaterialError)
            return { ok: false, code: error.code, message: error.message };
        throw error;
    }
}
/** Id of a cosign key: `cosign:sha256:` and the hex SHA-256 of its SubjectPublicKeyInfo. */
function cosignKeyId(key) {
    const spki = key.export({ format: 'der', type: 'spki' });
    return `cosign:sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(spki).digest('hex')}`;
}
function readCosignKey(text) {
    const pem = text.trim();
    const label = /^-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1];
    if (label?.endsWith('PRIVATE KEY'))
        throw new MaterialError('the cosign key is a private key: give the public one');
    if (label !== 'PUBLIC KEY' || pem.indexOf('-----BEGIN', 1) !== -1 || pem.length > 16_384) {
        throw new MaterialError('the cosign key must be exactly one PEM block PUBLIC KEY');
    }
    let verifier;
    try {
        verifier = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: pem, format: 'pem', type: 'spki' });
    }
    catch {
        throw new MaterialError('the cosign key cannot be read');
    }
    const digests = (0,_primitives_js__WEBPACK_IMPORTED_MODULE_2__/* .digestsFor */ .Zu)(verifier);
    if (digests === undefined) {
        throw new MaterialError('the cosign key must be ECDSA P-256, P-384 or P-521, RSA of 2048 bits or more, or Ed25519');
    }
    if (verifier.asymmetricKeyType === 'ed25519') {
        const strong = (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePublicKey */ .e)(pem, 'gate');
        if (!strong.ok)
            throw new MaterialError(strong.message, strong.code === 'key.weak' ? 'key.weak' : undefined);
        if (strong.key.weak)
            throw new MaterialError('the cosign key is not a key of an honest signer: it is of mixed order, or not a point of the curve', 'key.weak');
    }
    return { verifier, digests, id: cosignKeyId(verifier) };
}
function readCertificates(text, what) {
    if (text.length > MAX_MATERIAL)
        throw new MaterialError(`the ${what} is too long`);
    // cosign writes a certificate as base64 of its PEM text.
    const wrapped = text.includes('-----') ? undefined : (0,_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeBase64 */ .y)(text.trim());
    const pem = wrapped?.toString('latin1') ?? text;
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0)
        throw new MaterialError(`the ${what} contains no PEM certificate`);
    if (blocks.length > MAX_CERTIFICATES)
        throw new MaterialError(`the ${what} contains over ${MAX_CERTIFICATES} certificates`);
    return blocks.map((block) => {
        try {
            return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(block);
        }
        catch {
            throw new MaterialError(`a certificate of the ${what} cannot be read`);
        }
    });
}
async function readRoots(text) {
    if (!text.trimStart().startsWith('{')) {
        const anchors = readCertificates(text, 'cosign trusted root').map((certificate) => ({
            certificate,
            from: Number.NEGATIVE_INFINITY,
            to: Number.POSITIVE_INFINITY,
        }));
        return { anchors, material: undefined };
    }
    if (text.length > MAX_MATERIAL)
        throw new MaterialError('the cosign trusted root is too long');
    const { readTrustedRoot } = await Promise.all(/* import() */[__webpack_require__.e(917), __webpack_require__.e(168), __webpack_require__.e(107)]).then(__webpack_require__.bind(__webpack_require__, 2107));
    const roots = readTrustedRoot(text);
    if (typeof roots === 'string')
        throw new MaterialError(roots);
    return roots;
}
/** An empty value usually comes from an unset variable in a pipeline; it must not match an empty name. */
function given(value) {
    return value === undefined || value.trim() === '' ? undefined : value;
}


/***/ }),

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


/***/ })

};
