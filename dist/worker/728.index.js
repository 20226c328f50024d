export const id = 728;
export const ids = [728];
export const modules = {

/***/ 143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zu: () => (/* binding */ digestsFor)
});

// UNUSED EXPORTS: cosignKeyId, readCosignMaterial

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/engine/signature/keys.ts



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
function keys_parsePublicKey(text, mode) {
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
            id: createHash('sha256').update(bytes).digest('hex'),
            bytes,
            weak: weakness !== undefined,
            verifier: createPublicKey({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: 'der', type: 'spki' }),
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
    const bytes = decodeBase64(padded, mode);
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
    const der = decodeBase64((block[2] ?? '').replace(/[\r\n]/g, ''));
    if (der === undefined)
        return 'the PEM block is not valid base64';
    if (der.length === SPKI_PREFIX.length + 32 && der.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX)) {
        return der.subarray(SPKI_PREFIX.length);
    }
    return `the PEM key must be Ed25519${otherKind(der)}`;
}
function otherKind(der) {
    try {
        const kind = createPublicKey({ key: der, format: 'der', type: 'spki' }).asymmetricKeyType ?? 'unknown';
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
const FIELD_PRIME = (/* unused pure expression or super */ null && (2n ** 255n - 19n));
/**
 * Why nothing may verify under these 32 bytes. node:crypto takes small-order and non-canonical keys, and a
 * constant signature verifies every message under them (hardening.md, last paragraph).
 */
function weaknessOf(bytes) {
    let point;
    try {
        point = Point.fromBytes(bytes, false);
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

;// CONCATENATED MODULE: ./src/engine/signature/cosign-material.ts



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
    const label = /^-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1] ?? '';
    if (label.endsWith('PRIVATE KEY'))
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
/* harmony import */ var _cosign_material_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(143);



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
