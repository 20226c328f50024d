export const id = 107;
export const ids = [107,492];
export const modules = {

/***/ 2107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyBundle: () => (/* binding */ verifyBundle)
/* harmony export */ });
/* unused harmony export readTrustedRoot */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1040);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9654);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(_sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4187);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1655);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8492);
/* harmony import */ var _primitives_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6509);







/** Maximum number of certificates read from a bundle: the signing one and its intermediates. */
const MAX_CHAIN = 8;
/** Reads a Sigstore trusted root (JSON, as written by `cosign trusted-root create`). A string says why it cannot be used. */
function readTrustedRoot(text) {
    let material;
    try {
        const root = TrustedRoot.fromJSON(JSON.parse(text));
        if (!/^application\/vnd\.dev\.sigstore\.trustedroot(\+json;version=0\.1|\.v0\.[12]\+json)$/.test(root.mediaType)) {
            return 'the cosign trusted root has another media type than a Sigstore trusted root';
        }
        // The library would treat a log key without a start as valid at all times (hardening 36).
        if ([...root.tlogs, ...root.ctlogs].some(({ publicKey }) => publicKey?.validFor?.start === undefined)) {
            return 'the cosign trusted root has a log key without a start of its validity';
        }
        material = toTrustMaterial(root);
        const anchors = material.certificateAuthorities.flatMap((authority) => authority.certChain.map((certificate) => ({
            certificate: new X509Certificate(certificate.root.toDER()),
            from: authority.validFor.start.getTime(),
            to: authority.validFor.end.getTime(),
        })));
        return { anchors, material };
    }
    catch {
        return 'the cosign trusted root is not a readable Sigstore trusted root';
    }
}
/**
 * Verifies a bundle over `message`; see `verifySigstoreBundle`. DSSE envelopes are refused: they sign a statement about a
 * subject, and the library does not compare the subject.
 */
function verifyBundle(trust, message, text, now) {
    let bundle;
    try {
        bundle = (0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_1__/* .bundleFromJSON */ .vw)(JSON.parse(text));
    }
    catch {
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)('signature.invalid', 'the Sigstore bundle cannot be read');
    }
    if (bundle.content.$case !== 'messageSignature') {
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)('signature.invalid', 'the Sigstore bundle contains no signature over a blob');
    }
    const signature = bundle.content.messageSignature.signature;
    const material = bundle.verificationMaterial.content;
    return material.$case === 'publicKey'
        ? withKey(trust, message, bundle, signature)
        : withCertificate(trust, message, bundle, signature, certificatesOf(material), now);
}
function withKey(trust, message, bundle, signature) {
    const { key } = trust;
    if (key === undefined)
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)('key.missing', 'the Sigstore bundle was signed with a key, but no cosign key is given');
    if (!(0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .verifyWith */ .iQ)(key.verifier, message, signature)) {
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)('signature.invalid', `cosign signature by key ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shortHash */ .BC)(key.id)} does not match the content`);
    }
    const known = trust.roots?.material;
    if (known !== undefined && hasEvidence(bundle)) {
        // The key alone is enough, but evidence that contradicts it must not be ignored.
        const problem = runLibrary({ ...known, publicKey: () => ({ publicKey: key.verifier, validFor: () => true }) }, bundle, message, {
            tlogThreshold: 0,
            ctlogThreshold: 0,
            timestampThreshold: 0,
        });
        if (problem !== undefined)
            return problem;
    }
    return { ok: true, keyId: key.id };
}
function withCertificate(trust, message, bundle, signature, [leaf, ...intermediates], now) {
    if (leaf === undefined)
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)('signature.invalid', 'the certificate of the Sigstore bundle cannot be read');
    const known = trust.roots?.material;
    const timed = known !== undefined && known.tlogs.length + known.timestampAuthorities.length > 0;
    if (!timed) {
        const verdict = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_4__.checkCertificate)(leaf, intermediates, trust, now);
        if (!verdict.ok)
            return verdict;
        if ((0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .verifyWith */ .iQ)(leaf.publicKey, message, signature))
            return verdict;
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)('signature.invalid', 'the signature of the Sigstore bundle does not verify under its certificate');
    }
    const identity = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .checkIdentity */ .Z)(leaf, trust);
    if (!identity.ok)
        return identity;
    const unfit = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .checkLeafUse */ .k)(leaf);
    if (unfit !== undefined)
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)('signature.certificate_untrusted', unfit);
    const problem = runLibrary(known, bundle, message, {
        tlogThreshold: known.tlogs.length > 0 ? 1 : 0,
        ctlogThreshold: known.ctlogs.length > 0 ? 1 : 0,
        timestampThreshold: 1,
    });
    return problem ?? identity;
}
function hasEvidence(bundle) {
    const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
    return tlogEntries.length > 0 || (timestampVerificationData?.rfc3161Timestamps.length ?? 0) > 0;
}
/** The certificates, the signing one first; empty when one of them cannot be read. */
function certificatesOf(material) {
    const certificates = material.$case === 'certificate'
        ? [material.certificate]
        : material.x509CertificateChain.certificates.slice(0, MAX_CHAIN);
    try {
        return certificates.map((one) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(one.rawBytes));
    }
    catch {
        return [];
    }
}
/** Any error that the library throws on a bundle is a defect of the bundle: it parses input of an attacker. */
function runLibrary(material, bundle, message, thresholds) {
    try {
        // Identity and issuer were compared exactly before; the library would use an identity as an unanchored pattern.
        new _sigstore_verify__WEBPACK_IMPORTED_MODULE_3__/* .Verifier */ .BL(material, thresholds).verify((0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_3__/* .toSignedEntity */ .DC)(bundle, Buffer.from(message)));
        return undefined;
    }
    catch (error) {
        if (!(error instanceof _sigstore_verify__WEBPACK_IMPORTED_MODULE_3__/* .VerificationError */ .mk))
            return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)('signature.invalid', 'the Sigstore bundle cannot be verified');
        const trusted = error.code === 'CERTIFICATE_ERROR' || error.code === 'TIMESTAMP_ERROR';
        return (0,_primitives_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(trusted ? 'signature.certificate_untrusted' : 'signature.invalid', `the Sigstore bundle: ${error.message}`);
    }
}


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ checkIdentity),
/* harmony export */   checkCertificate: () => (/* binding */ checkCertificate),
/* harmony export */   k: () => (/* binding */ checkLeafUse)
/* harmony export */ });
/* harmony import */ var _sigstore_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3917);
/* harmony import */ var _sigstore_core__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(_sigstore_core__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1655);
/* harmony import */ var _primitives_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6509);



const OID = {
    subjectAltName: '2.5.29.17',
    nameConstraints: '2.5.29.30',
    basicConstraints: '2.5.29.19',
    /** Fulcio's issuer as plain text (deprecated by Fulcio, but still written) and as a DER UTF8String. */
    issuerV1: '1.3.6.1.4.1.57264.1.1',
    issuerV2: '1.3.6.1.4.1.57264.1.8',
    /** Fulcio's user name, as an otherName of the subject. */
    otherName: '1.3.6.1.4.1.57264.1.7',
    codeSigning: '1.3.6.1.5.5.7.3.3',
    anyUsage: '2.5.29.37.0',
};
/** Critical extensions that are handled: constraints, key usage, names, policies, extended key usage. */
const KNOWN_CRITICAL = new Set([OID.basicConstraints, '2.5.29.15', OID.subjectAltName, '2.5.29.32', '2.5.29.37']);
/** SHA-2 with RSA or ECDSA, and Ed25519: a chain must not rely on SHA-1 or MD5. */
const SIGNATURE_OIDS = new Set([
    '1.2.840.113549.1.1.11',
    '1.2.840.113549.1.1.12',
    '1.2.840.113549.1.1.13',
    '1.2.840.10045.4.3.2',
    '1.2.840.10045.4.3.3',
    '1.2.840.10045.4.3.4',
    '1.3.101.112',
]);
/** Maximum number of certificates between the signing one and its anchor. */
const MAX_PATH = 6;
/**
 * Checks a signing certificate at one instant: identity and issuer exactly as expected (`signature.identity_mismatch`),
 * usable for code signing, and a path to a trusted anchor on which every certificate is valid at that instant
 * (`signature.certificate_untrusted`). Signed certificate timestamps are checked for bundles only.
 * @param at epoch milliseconds.
 */
function checkCertificate(leaf, intermediates, trust, at) {
    const identity = checkIdentity(leaf, trust);
    if (!identity.ok)
        return identity;
    const unfit = checkLeafUse(leaf);
    if (unfit !== undefined)
        return untrusted(unfit);
    if (trust.roots === undefined) {
        return untrusted('no trusted roots were given, so the identity in the certificate is only a claim');
    }
    if (!validAt(leaf, at)) {
        return untrusted(`the certificate is valid from ${leaf.validFrom} to ${leaf.validTo}, not at ${new Date(at).toISOString()}; ` +
            'a short-lived one needs a Sigstore bundle that proves when it signed');
    }
    if (!hasPath(leaf, intermediates, trust.roots.anchors, at)) {
        return untrusted('the certificate does not chain to a trusted root that is valid at that time');
    }
    return identity;
}
/** Compares identity and issuer exactly, as bytes: no patterns, no case folding (interface.md). */
function checkIdentity(leaf, trust) {
    const { identity, issuer } = trust;
    if (identity === undefined || issuer === undefined) {
        return {
            ok: false,
            code: 'cosign.identity_required',
            message: 'a cosign certificate proves nothing without the expected identity and issuer',
        };
    }
    const claims = readClaims(leaf);
    if (claims === undefined)
        return mismatch('the names in the certificate cannot be read');
    const wanted = Buffer.from(identity);
    if (!claims.names.some((name) => name.equals(wanted))) {
        return mismatch(`certificate identity is ${said(claims.names)}, expected ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(identity)}`);
    }
    const issued = Buffer.from(issuer);
    // The issuer is in two extensions, and readers differ in which one they use, so both must agree.
    if (claims.issuers.length === 0 || !claims.issuers.every((told) => told.equals(issued))) {
        return mismatch(`certificate issuer is ${said(claims.issuers)}, expected ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(issuer)}`);
    }
    return { ok: true, keyId: `cosign:${issuer}#${identity}` };
}
/** Why a certificate must not sign artifacts; `undefined` when it may. */
function checkLeafUse(leaf) {
    // Like cosign: a certificate without an extended key usage is unrestricted (RFC 5280, 4.2.1.12).
    if (!mayCodeSign(leaf))
        return 'the certificate is not meant for code signing';
    if ((0,_primitives_js__WEBPACK_IMPORTED_MODULE_1__/* .digestsFor */ .Zu)(leaf.publicKey) === undefined)
        return 'certificate key type is not supported';
    return undefined;
}
/** Names in a certificate, for a message. */
function said(values) {
    const shown = values.slice(0, 3).map((value) => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(value.toString('utf8')));
    return shown.length === 0 ? 'missing' : [...new Set(shown)].join(', ');
}
/** Names and issuers in the certificate; `undefined` when its DER is invalid. */
function readClaims(leaf) {
    try {
        const names = [];
        const issuers = [];
        for (const { oid, value } of extensionsOf(leaf)) {
            if (oid === OID.subjectAltName)
                names.push(...alternativeNames(value));
            else if (oid === OID.issuerV1)
                issuers.push(value);
            else if (oid === OID.issuerV2)
                issuers.push(parseDer(value).value);
        }
        return { names, issuers };
    }
    catch {
        return undefined;
    }
}
function alternativeNames(value) {
    const names = [];
    for (const name of parseDer(value).subs) {
        // rfc822Name, dNSName, uniformResourceIdentifier of RFC 5280.
        if ([1, 2, 6].some((tag) => name.tag.isContextSpecific(tag)))
            names.push(name.value);
        if (name.tag.isContextSpecific(0) && name.subs[0]?.toOID() === OID.otherName) {
            const text = name.subs[1]?.subs[0]?.value;
            if (text !== undefined)
                names.push(text);
        }
    }
    return names;
}
function extensionsOf(certificate) {
    const list = partOf(parseDer(certificate.raw), 0).subs.find((part) => part.tag.isContextSpecific(3));
    if (list === undefined)
        return [];
    return partOf(list, 0).subs.map((extension) => ({
        oid: partOf(extension, 0).toOID(),
        critical: extension.subs.length === 3 && partOf(extension, 1).toBoolean(),
        value: partOf(extension, -1).value,
    }));
}
/**
 * Searches for a path to an anchor level by level: the issuers of the certificate, then the issuers of these, and so on.
 * Following each path separately would take seconds per signature for eight certificates that all issued each other, and
 * hours for twenty.
 */
function hasPath(leaf, intermediates, anchors, at) {
    if (!soundCertificate(leaf))
        return false;
    const valid = anchors.filter((one) => at >= one.from && at <= one.to && validAt(one.certificate, at));
    // A certificate that is itself one of the roots was pinned by the caller.
    if (valid.some(({ certificate }) => certificate.raw.equals(leaf.raw)))
        return true;
    const top = valid.map(({ certificate }) => certificate).filter(soundAuthority);
    const usable = intermediates.filter((one) => validAt(one, at) && soundAuthority(one));
    let level = [leaf];
    for (let below = 0; below <= MAX_PATH; below += 1) {
        const children = level;
        const issues = (issuer) => allowsBelow(issuer, below) &&
            children.some((child) => child.checkIssued(issuer) && signedBy(child, issuer.publicKey));
        if (top.some(issues))
            return true;
        level = usable.filter(issues);
    }
    return false;
}
function signedBy(child, key) {
    try {
        return child.verify(key);
    }
    catch {
        return false;
    }
}
/**
 * Whether a certificate has an accepted signature algorithm, no unknown critical extension, and no name constraints, which
 * are not checked here.
 */
function soundCertificate(certificate) {
    try {
        const algorithm = partOf(partOf(parseDer(certificate.raw), 1), 0).toOID();
        return (SIGNATURE_OIDS.has(algorithm) &&
            extensionsOf(certificate).every(({ oid, critical }) => oid !== OID.nameConstraints && (!critical || KNOWN_CRITICAL.has(oid))));
    }
    catch {
        return false;
    }
}
function soundAuthority(certificate) {
    return (certificate.ca &&
        soundCertificate(certificate) &&
        (0,_primitives_js__WEBPACK_IMPORTED_MODULE_1__/* .digestsFor */ .Zu)(certificate.publicKey) !== undefined &&
        mayCodeSign(certificate));
}
/** Whether the path length constraint of an authority allows this many authorities between it and the signing certificate. */
function allowsBelow(authority, below) {
    try {
        const constraints = extensionsOf(authority).filter(({ oid }) => oid === OID.basicConstraints);
        const limits = constraints.map(({ value }) => parseDer(value).subs[1]?.toInteger());
        return limits.every((limit) => limit === undefined || BigInt(below) <= limit);
    }
    catch {
        return false;
    }
}
function mayCodeSign(certificate) {
    // Node leaves `keyUsage` (the extended key usage, as OIDs) undefined when the extension is absent, despite its type.
    const uses = certificate.keyUsage;
    return uses === undefined || uses.includes(OID.codeSigning) || uses.includes(OID.anyUsage);
}
function validAt(certificate, at) {
    // An unreadable date is NaN, which makes both comparisons false.
    return at >= Date.parse(certificate.validFrom) && at <= Date.parse(certificate.validTo);
}
function mismatch(message) {
    return { ok: false, code: 'signature.identity_mismatch', message };
}
function untrusted(message) {
    return { ok: false, code: 'signature.certificate_untrusted', message };
}
/** The library needs a Buffer with memory of its own. */
function parseDer(bytes) {
    return _sigstore_core__WEBPACK_IMPORTED_MODULE_0__.ASN1Obj.parseBuffer(Buffer.from(bytes));
}
/** A part of a DER object, counted from the end when negative; throws when it does not exist. */
function partOf(object, at) {
    const part = object.subs.at(at);
    if (part === undefined)
        throw new RangeError('the DER lacks a part');
    return part;
}


/***/ })

};
