export const id = 728;
export const ids = [728];
export const modules = {

/***/ 6804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zu: () => (/* binding */ digestsFor)
/* harmony export */ });
/* unused harmony exports readCosignMaterial, cosignKeyId */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9891);



const MAX_MATERIAL = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
const MAX_CERTIFICATES = 256;
const MIN_RSA_BITS = 2048;
/** cosign signs with the digest that fits the curve, and takes SHA-256 beside it. */
const CURVE_DIGESTS = {
    prime256v1: ['sha256'],
    secp384r1: ['sha384', 'sha256'],
    secp521r1: ['sha512', 'sha256'],
};
/** Raised and caught in this file only: the material cannot be used. */
class MaterialError extends Error {
    code;
    constructor(message, code = 'cosign.material_invalid') {
        super(message);
        this.code = code;
    }
}
/**
 * Reads cosign keys, certificates and roots (contract 2.5). A certificate or roots without identity and issuer are
 * `cosign.identity_required` in gate mode (hardening 22); compat mode tells it once a cosign signature is met.
 *
 * Roots have to be given for certificates: the certificate travels with the signature, so identity and issuer in it are
 * only claims until an authority that the caller trusts has signed them. `cosign verify-blob` fetches the public
 * Fulcio roots over the network for that; a gate must not, so without roots a certificate is never accepted.
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
/** How cosign verifies under this key, or `undefined` for a kind, curve or size that is not accepted. */
function digestsFor(key) {
    const details = key.asymmetricKeyDetails;
    if (key.asymmetricKeyType === 'ec')
        return CURVE_DIGESTS[details?.namedCurve ?? ''];
    if (key.asymmetricKeyType === 'rsa')
        return (details?.modulusLength ?? 0) >= MIN_RSA_BITS ? ['sha256'] : undefined;
    return key.asymmetricKeyType === 'ed25519' ? [null] : undefined;
}
/** Id of a key by what it is: `cosign:sha256:` and the hex SHA-256 of its SubjectPublicKeyInfo. */
function cosignKeyId(key) {
    const spki = key.export({ format: 'der', type: 'spki' });
    return `cosign:sha256:${createHash('sha256').update(spki).digest('hex')}`;
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
        verifier = createPublicKey({ key: pem, format: 'pem', type: 'spki' });
    }
    catch {
        throw new MaterialError('the cosign key cannot be read');
    }
    const digests = digestsFor(verifier);
    if (digests === undefined) {
        throw new MaterialError('the cosign key must be ECDSA P-256, P-384 or P-521, RSA of 2048 bits or more, or Ed25519');
    }
    if (verifier.asymmetricKeyType === 'ed25519') {
        const strong = parsePublicKey(pem, 'gate');
        if (!strong.ok)
            throw new MaterialError(strong.message, strong.code === 'key.weak' ? 'key.weak' : undefined);
    }
    return { verifier, digests, id: cosignKeyId(verifier) };
}
function readCertificates(text, what) {
    if (text.length > MAX_MATERIAL)
        throw new MaterialError(`the ${what} is too long`);
    // cosign writes a certificate as base64 of its PEM text.
    const wrapped = text.includes('-----') ? undefined : decodeBase64(text.trim());
    const pem = wrapped?.toString('latin1') ?? text;
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0)
        throw new MaterialError(`the ${what} holds no PEM certificate`);
    if (blocks.length > MAX_CERTIFICATES)
        throw new MaterialError(`the ${what} holds over ${MAX_CERTIFICATES} certificates`);
    return blocks.map((block) => {
        try {
            return new X509Certificate(block);
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
    const { readTrustedRoot } = await Promise.all(/* import() */[__webpack_require__.e(917), __webpack_require__.e(168), __webpack_require__.e(998)]).then(__webpack_require__.bind(__webpack_require__, 9998));
    const roots = readTrustedRoot(text);
    if (typeof roots === 'string')
        throw new MaterialError(roots);
    return roots;
}
/** An empty value comes from an unset variable in a pipeline and must not match an empty name. */
function given(value) {
    return value === undefined || value.trim() === '' ? undefined : value;
}


/***/ }),

/***/ 6728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   iQ: () => (/* binding */ verifyWith),
/* harmony export */   verifyCosign: () => (/* binding */ verifyCosign)
/* harmony export */ });
/* unused harmony export verifySigstoreBundle */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7584);
/* harmony import */ var _cosign_material_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6804);



/** Characters of a signature text: a bundle with log entries and timestamps stays far below. */
const MAX_SIGNATURE_TEXT = 1024 * 1024;
/**
 * Verifies a signature of `cosign sign-blob` over `message` in process (contract 2.5). `text` is base64 of the signature,
 * or base64 of a Sigstore bundle (JSON), which also carries the certificate and its verified time.
 *
 * A key that was given decides; else the certificate with identity, issuer and roots. Codes: `signature.invalid`,
 * `signature.identity_mismatch`, `signature.certificate_untrusted`, `signature.key_mismatch` (2),
 * `cosign.identity_required`, `key.missing` (6). Never accepts what it could not check (hardening 22).
 */
async function verifyCosign(trust, message, text, options) {
    if (text.length > MAX_SIGNATURE_TEXT)
        return refuse('signature.invalid', 'the cosign signature is too long');
    const bytes = (0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeBase64 */ .y)(text, options.mode);
    if (bytes === undefined || bytes.length === 0) {
        return refuse('signature.invalid', 'the cosign signature is not standard base64');
    }
    if (bytes[0] === 0x7b)
        return verifySigstoreBundle(trust, message, bytes.toString('utf8'), options);
    if (trust.key !== undefined) {
        if (verifyWith(trust.key.verifier, message, bytes))
            return { ok: true, keyId: trust.key.id };
        if (trust.certificates.length === 0) {
            return refuse('signature.invalid', `the cosign signature does not verify under key ${trust.key.id}`);
        }
    }
    const [leaf, ...intermediates] = trust.certificates;
    if (leaf === undefined) {
        return refuse('key.missing', 'the cosign signature names no certificate: give a cosign key or certificate');
    }
    const { checkCertificate } = await Promise.all(/* import() */[__webpack_require__.e(917), __webpack_require__.e(56)]).then(__webpack_require__.bind(__webpack_require__, 2056));
    const checked = checkCertificate(leaf, intermediates, trust, options.now);
    if (!checked.ok)
        return checked;
    if (verifyWith(leaf.publicKey, message, bytes))
        return checked;
    return refuse('signature.invalid', 'the cosign signature does not verify under the certificate');
}
/**
 * Verifies a `*.sigstore.json` bundle over `message` offline. One made with a key is verified with the given cosign key; one
 * with a certificate needs identity, issuer and roots. With a Sigstore trusted root that knows transparency logs, timestamp
 * authorities or certificate logs, the bundle must hold evidence of each kind that it knows, and the certificate is judged at
 * the verified times; otherwise it is judged at `options.now`.
 */
async function verifySigstoreBundle(trust, message, bundle, options) {
    if (bundle.length > MAX_SIGNATURE_TEXT)
        return refuse('signature.invalid', 'the Sigstore bundle is too long');
    const { verifyBundle } = await Promise.all(/* import() */[__webpack_require__.e(917), __webpack_require__.e(168), __webpack_require__.e(998)]).then(__webpack_require__.bind(__webpack_require__, 9998));
    return verifyBundle(trust, message, bundle, options.now);
}
/** True when the signature verifies under the key with a digest cosign uses for such a key. */
function verifyWith(key, message, signature) {
    // An EC signature must be DER throughout; node:crypto refuses trailing bytes and non-minimal lengths itself.
    return ((0,_cosign_material_js__WEBPACK_IMPORTED_MODULE_1__/* .digestsFor */ .Zu)(key) ?? []).some((digest) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(digest, message, key, signature));
}
/** Makes a refusal. */
function refuse(code, message) {
    return { ok: false, code, message };
}


/***/ })

};
