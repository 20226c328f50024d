import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2327:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Zf: () => (/* binding */ sha512),
/* harmony export */   fg: () => (/* binding */ sha256Hex),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

// `crypto.hash` (Node 20.12, 21.7) is about twice as fast as a Hash object for short inputs.
const oneShot = node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash;
/** Lower-case hex SHA-256 of bytes, or of the UTF-8 bytes of a string. */
const sha256Hex = oneShot === undefined
    ? (data) => node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash('sha256').update(data).digest('hex')
    : (data) => oneShot('sha256', data, 'hex');
/** SHA-512 of bytes. */
const sha512 = oneShot === undefined
    ? (data) => node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash('sha512').update(data).digest()
    : (data) => oneShot('sha512', data, 'buffer');
/** A running SHA-256 over pieces. */
function sha256() {
    return node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash('sha256');
}


/***/ }),

/***/ 3475:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ arrange),
/* harmony export */   Yz: () => (/* binding */ canonicalSlow),
/* harmony export */   bI: () => (/* binding */ countMembers),
/* harmony export */   dw: () => (/* binding */ canonicalize),
/* harmony export */   f6: () => (/* binding */ needsSlow),
/* harmony export */   sU: () => (/* binding */ digestHex)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2327);

/*
 * RFC 8785 by way of JSON.stringify, which already writes numbers and strings as JCS asks. What is left is the order of
 * members: an object whose members stand in order is used as it is, another is copied in order. Objects that V8 would
 * reorder (integer-like names) or that a copy would spoil (`__proto__`) make the whole value go the slow way, member by
 * member.
 */
let members = 0;
let finite = true;
let slow = false;
/** Orders all members and counts them in the same walk, so that duplicates show against the bytes' own count. */
function arrange(value) {
    members = 0;
    finite = true;
    slow = false;
    const arranged = order(value);
    return { value: arranged, members, finite };
}
function order(value) {
    if (typeof value !== 'object') {
        if (typeof value === 'number' && (value === Infinity || value === -Infinity))
            finite = false;
        return value;
    }
    if (value === null)
        return null;
    if (Array.isArray(value))
        return orderList(value);
    return orderObject(value);
}
function orderList(list) {
    let copy;
    for (let i = 0; i < list.length; i++) {
        const item = list[i];
        const ordered = order(item);
        if (ordered === item)
            continue;
        if (copy === undefined)
            copy = list.slice();
        copy[i] = ordered;
    }
    return copy ?? list;
}
function orderObject(object) {
    const names = Object.keys(object);
    const count = names.length;
    members += count;
    let sorted = true;
    let changed;
    let before = '';
    for (let i = 0; i < count; i++) {
        const name = names[i];
        if (name < before)
            sorted = false;
        before = name;
        const item = object[name];
        if (typeof item === 'string')
            continue;
        const ordered = order(item);
        if (ordered === item)
            continue;
        if (changed === undefined)
            changed = new Array(count);
        changed[i] = ordered;
    }
    if (sorted && changed === undefined)
        return object;
    return copyInOrder(object, names, changed, sorted);
}
function copyInOrder(object, names, changed, sorted) {
    const places = names.map((_, place) => place);
    if (!sorted)
        places.sort((a, b) => byCodeUnits(names[a], names[b]));
    const copy = {};
    for (const place of places) {
        const name = names[place];
        if (name === '__proto__' || startsWithDigit(name)) {
            // A copy cannot hold these in order: remember it, and let `canonicalSlow` go member by member.
            slow = true;
            return object;
        }
        copy[name] = changed?.[place] ?? object[name];
    }
    return copy;
}
/** Counts members and checks numbers without ordering anything: for values that are not canonicalised as a whole. */
function countMembers(value) {
    members = 0;
    finite = true;
    count(value);
    return { members, finite };
}
function count(value) {
    if (typeof value !== 'object') {
        if (typeof value === 'number' && (value === Infinity || value === -Infinity))
            finite = false;
        return;
    }
    if (value === null)
        return;
    if (Array.isArray(value)) {
        for (const item of value)
            count(item);
        return;
    }
    // JSON.parse makes plain objects without inherited enumerable members, so this sees own members only.
    for (const name in value) {
        members++;
        const item = value[name];
        if (typeof item !== 'string')
            count(item);
    }
}
/** JCS order: by UTF-16 code units, which is what `<` on strings does. */
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function startsWithDigit(name) {
    const c = name.charCodeAt(0);
    return c >= 0x30 && c <= 0x39;
}
/** True when the last `arrange` met an object that only `canonicalSlow` writes in order. */
function needsSlow() {
    return slow;
}
/**
 * The canonical form (RFC 8785) of a parsed JSON value, as text.
 * The value must hold no lone surrogates and no infinite numbers: the strict reader refuses both.
 */
function canonicalize(value) {
    const arranged = arrange(value);
    return slow ? canonicalSlow(value) : JSON.stringify(arranged.value);
}
/** As `canonicalize`, for any member names. */
function canonicalSlow(value) {
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value);
    if (Array.isArray(value)) {
        return `[${value.map((item) => canonicalSlow(item)).join(',')}]`;
    }
    const object = value;
    const names = Object.keys(object).sort(byCodeUnits);
    let text = '{';
    for (let i = 0; i < names.length; i++) {
        const name = names[i];
        text += `${i === 0 ? '' : ','}${JSON.stringify(name)}:${canonicalSlow(object[name])}`;
    }
    return `${text}}`;
}
/** `digestHex` of contract section 1: lower-case hex SHA-256 over the canonical bytes. */
function digestHex(value) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Hex */ .fg)(canonicalize(value));
}


/***/ }),

/***/ 9247:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   au: () => (/* binding */ parseUnchecked),
/* harmony export */   cv: () => (/* binding */ exactFault)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5206);
/* harmony import */ var _jcs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3475);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5298);
/* harmony import */ var _strict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5670);





/** A `\u` escape in the surrogate range: only then can a string hold a lone surrogate. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;
/**
 * Parses at full speed: UTF-8, depth and surrogates are checked here, duplicates and number range are left to the caller,
 * who walks the tree anyway and compares `members` (hardening 1, 4). `scanned` spares the scan where it was made already.
 * @throws Fault with the exact place and defect.
 */
function parseUnchecked(bytes, maxDepth, scanned) {
    const ascii = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes);
    if (!ascii && !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        throw exactFault(bytes, maxDepth);
    const { members, escapes, escapedNames } = scanned ?? (0,_scan_js__WEBPACK_IMPORTED_MODULE_3__/* .scan */ .S)(bytes, maxDepth);
    // V8 of Node 24 and 26 may take a name with an escape for one that it met before and whose characters are the ones that are
    // written: after `{"x\\":1}` it reads `{"x\n":1}` as the same (nodejs/node#63785). Another name than the one that was signed
    // must not verify.
    if (escapedNames)
        return { value: (0,_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .treeOf */ .g7)((0,_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .parseStrict */ .z3)(bytes, maxDepth), bytes), members };
    const view = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const text = view.toString(ascii ? 'latin1' : 'utf8');
    let value;
    try {
        // V8 skips no byte order mark here: U+FEFF is a syntax error.
        value = JSON.parse(text);
    }
    catch {
        throw exactFault(bytes, maxDepth);
    }
    if (escapes && SURROGATE_ESCAPE.test(text))
        (0,_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .parseStrict */ .z3)(bytes, maxDepth);
    return { value, members };
}
/**
 * Reads one JSON document strictly (hardening 1, 3-5).
 * @throws Fault `json.*` with the byte offset of the defect; `io.empty` for no bytes at all.
 */
function readJson(bytes, maxDepth) {
    if (bytes.length === 0)
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.empty', 'the file is empty', { offset: 0 });
    const { value, members } = parseUnchecked(bytes, maxDepth);
    const walked = (0,_jcs_js__WEBPACK_IMPORTED_MODULE_2__/* .arrange */ .NL)(value);
    if (walked.members !== members || !walked.finite)
        throw exactFault(bytes, maxDepth);
    return value;
}
/** The defect that made the fast path give up, found by the exact reader. */
function exactFault(bytes, maxDepth) {
    try {
        (0,_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .parseStrict */ .z3)(bytes, maxDepth);
    }
    catch (error) {
        if (error instanceof Error)
            return error;
    }
    // Both readers implement RFC 8259; if they ever disagree the text must not pass.
    return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('json.syntax', 'not valid JSON: two readers disagree about it', { offset: 0 });
}


/***/ }),

/***/ 5298:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ tooDeep),
/* harmony export */   S: () => (/* binding */ scan)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5206);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const LOWER_U = 0x75;
let escapes = false;
/** The last string had an escape. */
let escaped = false;
/**
 * Counts the members of a JSON text and bounds its depth before any recursive parser sees it (hardening 1 and 5).
 * Says nothing of the syntax: `JSON.parse` does.
 * @throws Fault `json.depth` when nesting exceeds `maxDepth`.
 */
function scan(bytes, maxDepth) {
    escapes = false;
    escaped = false;
    let escapedNames = false;
    let members = 0;
    let depth = 0;
    const end = bytes.length;
    for (let i = 0; i < end; i++) {
        const c = bytes[i];
        if (c === QUOTE)
            i = skipString(bytes, i + 1, end);
        else if (c === COLON) {
            members++;
            if (escaped)
                escapedNames = true;
        }
        else if ((c | 0x20) === 0x7b) {
            if (++depth > maxDepth)
                throw tooDeep(i, maxDepth);
        }
        else if ((c | 0x20) === 0x7d)
            depth--;
    }
    return { members, escapes, escapedNames };
}
/** The fault for nesting past the limit; shared with the slicer, which bounds depth while it slices. */
function tooDeep(offset, maxDepth) {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .v('json.depth', `nested deeper than ${maxDepth} levels (limit --max-depth)`, { offset });
}
/** Index of the closing quote of the string whose content starts at `i`, or `end` when it is not closed. */
function skipString(bytes, i, end) {
    escaped = false;
    for (; i < end; i++) {
        const c = bytes[i];
        if (c === QUOTE)
            return i;
        if (c === BACKSLASH) {
            escaped = true;
            i++;
            if (bytes[i] === LOWER_U)
                escapes = true;
        }
    }
    return end;
}


/***/ }),

/***/ 9076:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ recordTooLarge),
/* harmony export */   U0: () => (/* binding */ ChainSlicer),
/* harmony export */   XY: () => (/* binding */ LineSlicer)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5206);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5298);


const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const LF = 0x0a;
const CR = 0x0d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LOWER_U = 0x75;
const isBlank = (c) => c === 0x20 || c === LF || c === 0x0d || c === 0x09;
var Where;
(function (Where) {
    Where[Where["Outside"] = 0] = "Outside";
    Where[Where["BeforeElement"] = 1] = "BeforeElement";
    Where[Where["InElement"] = 2] = "InElement";
    Where[Where["AfterElement"] = 3] = "AfterElement";
})(Where || (Where = {}));
/**
 * Cuts a chain document into the slices of its `records`, chunk by chunk, so that a chain is a sequence of records and
 * never one string: memory does not grow with the artifact, and a list may be longer than a JavaScript string can be.
 * Only the first `records` member of the outermost object is cut; a second one is a duplicate and refused.
 */
class ChainSlicer {
    limits;
    where = Where.Outside;
    carry = new Uint8Array(0);
    /** Absolute offset of `carry[0]`, or of the next chunk when nothing is carried. */
    base = 0;
    line = 1;
    depth = 0;
    inString = false;
    escaped = false;
    // Outside of the list.
    outside = [];
    outsideBytes = 0;
    afterColon = false;
    rootIsObject = false;
    keyParts = [];
    inKey = false;
    listNext = false;
    sliced = false;
    cutAt = 0;
    cutBytes = 0;
    // The element that is being read.
    start = 0;
    startLine = 1;
    elementDepth = 0;
    scalar = false;
    members = 0;
    escapes = false;
    escapedNames = false;
    /** The last string of the element had an escape. */
    stringEscaped = false;
    needComma = false;
    /** What `scanElement` looks at, of what `push` took last; its first character is byte `shift`. */
    text = '';
    shift = 0;
    /** The next backslash in `text`, once it was looked for. */
    backslash = -1;
    constructor(limits) {
        this.limits = limits;
    }
    /**
     * Takes the next bytes and gives the records that end in them.
     * @throws Fault `json.*` or `limit.*` where the document cannot be cut further.
     */
    push(chunk) {
        const carried = this.carry.length;
        const bytes = concat(this.carry, chunk);
        const slices = [];
        let i = carried;
        while (i < bytes.length) {
            if (this.where === Where.Outside)
                i = this.scanOutside(bytes, i);
            else if (this.where === Where.InElement) {
                if (i >= this.shift + this.text.length)
                    this.look(bytes, i);
                i = this.scanElement(bytes, i, slices);
            }
            else
                i = this.scanBetween(bytes, i);
        }
        this.shift = 0;
        this.text = '';
        if (this.where === Where.InElement) {
            this.checkRecordSize(bytes.length - this.start);
            this.carry = copy(bytes, this.start);
            this.base += this.start;
            this.start = 0;
        }
        else {
            this.carry = EMPTY;
            this.base += bytes.length;
        }
        return slices;
    }
    /** Takes bytes as a string of as many characters: it can be searched and is read as fast. */
    look(bytes, from) {
        this.text = bytes.toString('latin1', from, from + LOOK_BYTES);
        this.shift = from;
        this.backslash = -1;
    }
    /** The rest of the document, once all bytes were pushed. */
    finish() {
        if (this.where !== Where.Outside) {
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .v('json.syntax', 'not valid JSON: the text ends inside of records', {
                offset: this.base + this.carry.length,
            });
        }
        const cutAt = this.cutAt;
        const cutBytes = this.cutBytes;
        return {
            bytes: Buffer.concat(this.outside, this.outsideBytes),
            sliced: this.sliced,
            offsetOf: (at) => (at < cutAt ? at : at + cutBytes),
        };
    }
    keep(bytes, from, to) {
        if (to <= from)
            return;
        this.outsideBytes += to - from;
        if (this.outsideBytes > this.limits.maxDocumentBytes) {
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .v('limit.manifest_bytes', `more than ${this.limits.maxDocumentBytes} bytes outside of records (limit --max-document-bytes)`, { offset: this.base + from });
        }
        this.outside.push(copy(bytes, from, to));
    }
    /** Bytes that are not part of the list: kept for the skeleton, watched for the start of `records`. */
    scanOutside(bytes, from) {
        let i = from;
        let keyFrom = from;
        for (; i < bytes.length; i++) {
            const c = bytes[i];
            if (c === LF)
                this.line++;
            if (this.inString) {
                if (this.escaped)
                    this.escaped = false;
                else if (c === BACKSLASH)
                    this.escaped = true;
                else if (c === QUOTE) {
                    this.inString = false;
                    if (this.inKey) {
                        this.keyParts.push(copy(bytes, keyFrom, i + 1));
                        this.inKey = false;
                    }
                }
                continue;
            }
            if (isBlank(c))
                continue;
            if (c === QUOTE) {
                this.inString = true;
                if (this.depth === 1 && this.rootIsObject && !this.afterColon) {
                    this.inKey = true;
                    this.keyParts = [];
                    keyFrom = i;
                }
            }
            else if (c === COLON) {
                if (this.depth === 1) {
                    this.afterColon = true;
                    this.listNext = this.rootIsObject && this.isRecordsKey();
                    continue;
                }
            }
            else if (c === COMMA) {
                if (this.depth === 1)
                    this.afterColon = false;
            }
            else if (c === OPEN_LIST && this.listNext) {
                if (this.sliced) {
                    throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .v('json.duplicate_member', 'member "records" occurs twice in one object', {
                        offset: this.base + i,
                    });
                }
                if (++this.depth > this.limits.maxDepth)
                    throw (0,_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .D)(this.base + i, this.limits.maxDepth);
                this.keep(bytes, from, i + 1);
                this.listNext = false;
                this.sliced = true;
                this.cutAt = this.outsideBytes;
                this.cutBytes = -(this.base + i + 1);
                this.where = Where.BeforeElement;
                this.needComma = false;
                return i + 1;
            }
            else if (c === OPEN_OBJECT || c === OPEN_LIST) {
                if (this.depth === 0)
                    this.rootIsObject = c === OPEN_OBJECT;
                if (++this.depth > this.limits.maxDepth)
                    throw (0,_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .D)(this.base + i, this.limits.maxDepth);
            }
            else if (c === CLOSE_OBJECT || c === CLOSE_LIST)
                this.depth--;
            this.listNext = false;
        }
        if (this.inKey)
            this.keyParts.push(copy(bytes, keyFrom));
        this.keep(bytes, from, i);
        return i;
    }
    isRecordsKey() {
        const raw = Buffer.concat(this.keyParts).toString('utf8');
        if (raw === '"records"')
            return true;
        if (!raw.includes('\\'))
            return false;
        try {
            return JSON.parse(raw) === 'records';
        }
        catch {
            return false;
        }
    }
    scanBetween(bytes, from) {
        for (let i = from; i < bytes.length; i++) {
            const c = bytes[i];
            if (c === LF)
                this.line++;
            if (isBlank(c))
                continue;
            if (c === CLOSE_LIST && !(this.where === Where.BeforeElement && this.needComma)) {
                // A comma before ] leaves BeforeElement with needComma set: `[1,]` is refused by falling through.
                this.cutBytes += this.base + i;
                this.where = Where.Outside;
                return i;
            }
            if (this.where === Where.AfterElement) {
                if (c !== COMMA)
                    throw this.syntax('a comma or ] is expected between records', this.base + i);
                this.where = Where.BeforeElement;
                this.needComma = true;
                continue;
            }
            if (c === COMMA || c === COLON || c === CLOSE_LIST || c === CLOSE_OBJECT) {
                throw this.syntax('a record is expected', this.base + i);
            }
            this.beginElement(i, c);
            return i;
        }
        return bytes.length;
    }
    beginElement(at, c) {
        this.where = Where.InElement;
        this.start = at;
        this.startLine = this.line;
        this.elementDepth = 0;
        this.members = 0;
        this.escapes = false;
        this.escapedNames = false;
        this.stringEscaped = false;
        this.inString = false;
        this.escaped = false;
        this.scalar = c !== OPEN_OBJECT && c !== OPEN_LIST && c !== QUOTE;
    }
    /**
     * The inner loop: everything about it is for speed, it sees each byte of a chain once. Strings are skipped by searches
     * that look for the next quote and the next backslash once each, so that no text makes it look at a byte twice.
     */
    scanElement(bytes, from, slices) {
        const { text, shift } = this;
        const end = text.length;
        const deepest = this.limits.maxDepth - 2;
        let i = from - shift;
        let quote = -1;
        let depth = this.elementDepth;
        let members = this.members;
        let inString = this.inString;
        while (i < end) {
            if (inString) {
                if (this.escaped) {
                    this.escaped = false;
                    if (text.charCodeAt(i++) === LOWER_U)
                        this.escapes = true;
                    continue;
                }
                if (quote < i)
                    quote = indexOr(text, '"', i, end);
                if (this.backslash < i)
                    this.backslash = indexOr(text, '\\', i, end);
                if (this.backslash < quote) {
                    i = this.backslash + 1;
                    this.escaped = true;
                    this.stringEscaped = true;
                    continue;
                }
                i = quote + 1;
                if (quote === end)
                    break;
                inString = false;
                if (depth === 0)
                    return this.endElement(bytes, i + shift, members, slices);
                continue;
            }
            const c = text.charCodeAt(i);
            if (c === QUOTE) {
                inString = true;
                this.stringEscaped = false;
            }
            else if (c === COLON) {
                members++;
                if (this.stringEscaped)
                    this.escapedNames = true;
            }
            else if (c === LF)
                this.line++;
            else if ((c | 0x20) === OPEN_OBJECT) {
                if (++depth > deepest)
                    throw (0,_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .D)(this.base + i + shift, this.limits.maxDepth);
            }
            else if ((c | 0x20) === CLOSE_OBJECT) {
                if (depth === 0)
                    return this.endElement(bytes, i + shift, members, slices);
                if (--depth === 0)
                    return this.endElement(bytes, i + shift + 1, members, slices);
            }
            else if (this.scalar && (c === COMMA || isBlank(c))) {
                return this.endElement(bytes, i + shift, members, slices);
            }
            i++;
        }
        this.elementDepth = depth;
        this.members = members;
        this.inString = inString;
        return end + shift;
    }
    endElement(bytes, end, members, slices) {
        this.checkRecordSize(end - this.start);
        slices.push({
            bytes: bytes.subarray(this.start, end),
            offset: this.base + this.start,
            line: this.startLine,
            members,
            escapes: this.escapes,
            escapedNames: this.escapedNames,
        });
        this.where = Where.AfterElement;
        this.inString = false;
        return end;
    }
    checkRecordSize(bytes) {
        if (bytes <= this.limits.maxRecordBytes)
            return;
        throw recordTooLarge(this.limits, this.base + this.start);
    }
    syntax(message, offset) {
        return new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .v('json.syntax', `not valid JSON: ${message}`, { offset });
    }
}
const EMPTY = new Uint8Array(0);
/**
 * A longer string is no young object but gets memory of its own from the system, page by page: strings of half a MiB took a
 * tenth of the time of a chain.
 */
const LOOK_BYTES = 64 * 1024;
function indexOr(text, character, from, otherwise) {
    const at = text.indexOf(character, from);
    return at === -1 ? otherwise : at;
}
/** Bytes that outlive their chunk, which may be handed to another thread. (A `Buffer`'s own `slice` shares memory.) */
function copy(bytes, from, to) {
    return Uint8Array.prototype.slice.call(bytes, from, to);
}
function concat(a, b) {
    // Memory of its own, as slices stay; not zeroed, as every byte is written.
    const both = Buffer.allocUnsafeSlow(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return both;
}
/** The fault for a record past its limit. */
function recordTooLarge(limits, offset) {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .v('limit.record_bytes', `a record is larger than ${limits.maxRecordBytes} bytes (limit --max-record-bytes)`, {
        offset,
    });
}
/** Cuts a JSONL stream into its lines; blank lines are skipped, a line may end in CR LF (contract section 7). */
class LineSlicer {
    limits;
    carry = EMPTY;
    base = 0;
    line = 1;
    constructor(limits) {
        this.limits = limits;
    }
    /** @throws Fault `limit.record_bytes` when a line is too long. */
    push(chunk) {
        const searchFrom = this.carry.length;
        const bytes = concat(this.carry, chunk);
        const slices = [];
        let start = 0;
        for (let from = searchFrom;;) {
            const at = bytes.indexOf(LF, from);
            if (at === -1)
                break;
            this.emit(bytes, start, at, slices);
            this.line++;
            start = at + 1;
            from = start;
        }
        // One more may be the CR of a line ending; `emit` looks again. What was cut from where must not change the verdict.
        if (bytes.length - start > this.limits.maxRecordBytes + 1)
            throw recordTooLarge(this.limits, this.base + start);
        this.carry = copy(bytes, start);
        this.base += start;
        return slices;
    }
    /** The last line, when it does not end in a line feed. */
    finish() {
        const slices = [];
        this.emit(this.carry, 0, this.carry.length, slices);
        return slices;
    }
    emit(bytes, from, to, slices) {
        let start = from;
        let end = to;
        if (bytes[end - 1] === CR && end > start)
            end--;
        if (end - start > this.limits.maxRecordBytes)
            throw recordTooLarge(this.limits, this.base + start);
        while (start < end && isBlank(bytes[start]))
            start++;
        while (end > start && isBlank(bytes[end - 1]))
            end--;
        if (start === end)
            return;
        slices.push({
            bytes: bytes.subarray(start, end),
            offset: this.base + start,
            line: this.line,
            members: -1,
            escapes: false,
            escapedNames: false,
        });
    }
}


/***/ }),

/***/ 5670:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g7: () => (/* binding */ treeOf),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   x$: () => (/* binding */ pointerPart),
/* harmony export */   x5: () => (/* binding */ locate),
/* harmony export */   z3: () => (/* binding */ parseStrict)
/* harmony export */ });
/* unused harmony exports INVALID_UTF8, checkEncoding */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5206);


/**
 * Parses JSON by RFC 8259 with the refusals of hardening 1 and 3-5, throwing the first defect as a `Fault` with its
 * offset: invalid UTF-8 or a byte order mark, lone surrogates, duplicate names (compared after unescaping), numbers
 * past the double range, anything after the value.
 */
function parseStrict(bytes, maxDepth) {
    const reader = new StrictReader(bytes, maxDepth);
    return reader.document();
}
const ESCAPES = {
    '"': true,
    '\\': true,
    '/': true,
    b: true,
    f: true,
    n: true,
    r: true,
    t: true,
};
class StrictReader {
    bytes;
    maxDepth;
    at = 0;
    constructor(bytes, maxDepth) {
        this.bytes = bytes;
        this.maxDepth = maxDepth;
    }
    document() {
        checkEncoding(this.bytes);
        this.blanks();
        if (this.at >= this.bytes.length)
            throw this.syntax('the text is empty');
        const node = this.value(0);
        this.blanks();
        if (this.at < this.bytes.length)
            throw this.syntax('there is something after the end of the JSON value');
        return node;
    }
    syntax(message, offset = this.at) {
        const where = offset >= this.bytes.length ? ' (the text ends too early)' : '';
        return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('json.syntax', `not valid JSON: ${message}${where}`, { offset });
    }
    blanks() {
        for (;;) {
            const c = this.bytes[this.at];
            if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09)
                return;
            this.at++;
        }
    }
    value(depth) {
        const c = this.bytes[this.at];
        if (c === 0x7b || c === 0x5b) {
            if (depth >= this.maxDepth) {
                throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('json.depth', `nested deeper than ${this.maxDepth} levels (limit --max-depth)`, {
                    offset: this.at,
                });
            }
            return c === 0x7b ? this.object(depth + 1) : this.array(depth + 1);
        }
        if (c === 0x22) {
            const start = this.at;
            this.string();
            return { type: 'string', start, end: this.at };
        }
        if (c === 0x2d || (c !== undefined && c >= 0x30 && c <= 0x39))
            return this.number();
        return this.literal();
    }
    object(depth) {
        const start = this.at++;
        const members = [];
        const seen = new Set();
        this.blanks();
        if (this.bytes[this.at] === 0x7d) {
            this.at++;
            return { type: 'object', start, end: this.at, members };
        }
        for (;;) {
            const nameStart = this.at;
            if (this.bytes[this.at] !== 0x22)
                throw this.syntax('a member name in double quotes is expected');
            const name = this.string();
            if (seen.has(name)) {
                throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('json.duplicate_member', `member ${quote(name)} occurs twice in one object`, {
                    offset: nameStart,
                });
            }
            seen.add(name);
            this.blanks();
            if (this.bytes[this.at] !== 0x3a)
                throw this.syntax(`a colon is expected after ${quote(name)}`);
            this.at++;
            this.blanks();
            members.push({ name, nameStart, value: this.value(depth) });
            this.blanks();
            const c = this.bytes[this.at];
            if (c === 0x7d)
                break;
            if (c !== 0x2c)
                throw this.syntax('a comma or } is expected');
            this.at++;
            this.blanks();
        }
        this.at++;
        return { type: 'object', start, end: this.at, members };
    }
    array(depth) {
        const start = this.at++;
        const items = [];
        this.blanks();
        if (this.bytes[this.at] === 0x5d) {
            this.at++;
            return { type: 'array', start, end: this.at, items };
        }
        for (;;) {
            items.push(this.value(depth));
            this.blanks();
            const c = this.bytes[this.at];
            if (c === 0x5d)
                break;
            if (c !== 0x2c)
                throw this.syntax('a comma or ] is expected');
            this.at++;
            this.blanks();
        }
        this.at++;
        return { type: 'array', start, end: this.at, items };
    }
    string() {
        const start = this.at++;
        let escaped = false;
        for (;;) {
            const c = this.bytes[this.at];
            if (c === undefined)
                throw this.syntax('a string is not closed');
            if (c === 0x22)
                break;
            if (c < 0x20)
                throw this.syntax('a control character in a string must be escaped');
            if (c === 0x5c) {
                escaped = true;
                this.escape();
            }
            else
                this.at++;
        }
        this.at++;
        const raw = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, this.at - start).toString('utf8');
        if (!escaped)
            return raw.slice(1, -1);
        const text = JSON.parse(raw);
        if (!text.isWellFormed()) {
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('json.encoding', 'a string holds a lone surrogate escape, which is no character', {
                offset: start,
            });
        }
        return text;
    }
    escape() {
        const next = this.bytes[this.at + 1];
        if (next === 0x75) {
            for (let i = 2; i < 6; i++) {
                const c = this.bytes[this.at + i];
                if (c === undefined || !/[0-9a-fA-F]/.test(String.fromCharCode(c)))
                    throw this.syntax('\\u needs four hex digits');
            }
            this.at += 6;
            return;
        }
        if (next === undefined || ESCAPES[String.fromCharCode(next)] !== true)
            throw this.syntax('an unknown escape in a string');
        this.at += 2;
    }
    number() {
        const start = this.at;
        let end = start;
        while (end < this.bytes.length && /[-+.0-9eE]/.test(String.fromCharCode(this.bytes[end])))
            end++;
        const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start).toString('latin1');
        if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text))
            throw this.syntax(`${quote(text)} is no JSON number`, start);
        if (!Number.isFinite(Number(text)))
            throw this.syntax(`the number ${quote(text)} is outside the range of a double`, start);
        this.at = end;
        return { type: 'number', start, end };
    }
    literal() {
        const start = this.at;
        for (const word of ['true', 'false', 'null']) {
            if (Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, Math.min(word.length, this.bytes.length - start)).toString('latin1') === word) {
                this.at += word.length;
                return { type: 'literal', start, end: this.at };
            }
        }
        throw this.syntax('a JSON value is expected');
    }
}
/** The value of a parsed document, as `JSON.parse` should give it; `bytes` are those that were parsed. */
function treeOf(node, bytes) {
    if (node.items !== undefined)
        return node.items.map((item) => treeOf(item, bytes));
    if (node.members === undefined) {
        // Strings, numbers and literals by themselves: the platform's parser is sound where there are no names.
        return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + node.start, node.end - node.start).toString());
    }
    const object = {};
    for (const { name, value } of node.members) {
        if (name === '__proto__') {
            const own = { value: treeOf(value, bytes), enumerable: true, configurable: true, writable: true };
            Object.defineProperty(object, name, own);
        }
        else
            object[name] = treeOf(value, bytes);
    }
    return object;
}
/** Message for bytes that are no UTF-8, where upstream puts a replacement character instead. */
const INVALID_UTF8 = 'the text is not valid UTF-8';
/** Refuses what is not UTF-8, and a byte order mark (hardening 3). */
function checkEncoding(bytes) {
    const [a, b, c] = bytes;
    if (a === 0xef && b === 0xbb && c === 0xbf) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('json.encoding', 'the text starts with a byte order mark', { offset: 0 });
    }
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (bytes.length > 3 && (a === 0) !== (b === 0))) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('json.encoding', 'the text is not UTF-8 (it looks like UTF-16 or UTF-32)', { offset: 0 });
    }
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('json.encoding', INVALID_UTF8, { offset: firstInvalid(bytes) });
    }
}
/** Offset of the first byte that is not UTF-8: halving, cut at characters, then the last few one by one. */
function firstInvalid(bytes) {
    let low = 0;
    let high = bytes.length;
    while (high - low > 1) {
        let middle = (low + high) >> 1;
        while (middle > low && (bytes[middle] & 0xc0) === 0x80)
            middle--;
        if (middle === low)
            break;
        if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(low, middle)))
            low = middle;
        else
            high = middle;
    }
    for (;;) {
        const at = low;
        const length = [1, 2, 3, 4].find((one) => at + one <= bytes.length && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(at, at + one)));
        if (length === undefined)
            return low;
        low += length;
    }
}
/** Text from an artifact, short enough to stand in a message. */
function quote(text) {
    return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
/** The node a JSON pointer (RFC 6901) leads to, or the deepest one on the way. Names come before values. */
function locate(root, pointer) {
    let node = root;
    let offset = root.start;
    for (const part of pointer === '' ? [] : pointer.slice(1).split('/')) {
        const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
        const member = node.members?.find((one) => one.name === name);
        const item = node.items?.[Number(name)];
        if (member !== undefined) {
            node = member.value;
            offset = member.nameStart;
        }
        else if (item !== undefined) {
            node = item;
            offset = item.start;
        }
        else
            break;
    }
    return { offset, end: node.end };
}
/** One reference token of a JSON pointer. */
function pointerPart(name) {
    return `/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}


/***/ }),

/***/ 8126:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   nV: () => (/* binding */ parseInstant),
/* harmony export */   tt: () => (/* binding */ trimFraction),
/* harmony export */   uZ: () => (/* binding */ isInstant)
/* harmony export */ });
/* unused harmony export formatUtc */
const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;
const PLAIN_UTC_LENGTH = 20;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Days of a month in the proleptic Gregorian calendar. */
function daysIn(year, month) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}
/** Days from 1970-01-01 to a date. Years are counted from March, so that a leap day is the last of its year. */
function daysSince1970(year, month, day) {
    const y = month > 2 ? year : year - 1;
    const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
    return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}
let lastText = '';
let lastInstant;
/**
 * Reads an RFC 3339 instant: upper-case T and Z, a real calendar date, hours to 23, seconds to 59 (no leap second),
 * offsets to ±23:59. `undefined` for anything else.
 */
function parseInstant(text) {
    // The schema of a record asks again for the instant that its view was made with.
    if (text !== lastText) {
        lastInstant = read(text);
        lastText = text;
    }
    return lastInstant;
}
function read(text) {
    const match = RFC3339.exec(text);
    if (match === null)
        return undefined;
    const year = Number(match[1]);
    const month = Number(match[2]);
    const day = Number(match[3]);
    const hour = Number(match[4]);
    const minute = Number(match[5]);
    const second = Number(match[6]);
    if (month < 1 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59)
        return undefined;
    let epochMs = daysSince1970(year, month, day) * DAY_MS + (hour * 60 + minute) * MINUTE_MS + second * 1000;
    const fraction = match[7] !== undefined;
    if (match[8] !== undefined) {
        const hours = Number(match[9]);
        const minutes = Number(match[10]);
        if (hours > 23 || minutes > 59)
            return undefined;
        epochMs -= (match[8] === '-' ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
    }
    const utc = text.length === PLAIN_UTC_LENGTH ? text : formatUtc(epochMs);
    // Digits, not arithmetic: many nines would round up into the next second.
    if (fraction)
        epochMs += Number((match[7] ?? '').slice(1, 4).padEnd(3, '0'));
    return { epochMs, utc, fraction };
}
/** True for an RFC 3339 instant; the `date-time` format of all our schemas. */
function isInstant(text) {
    return parseInstant(text) !== undefined;
}
/** An epoch (whole seconds, in milliseconds) as `YYYY-MM-DDTHH:MM:SSZ`; years past four digits as Go prints them. */
function formatUtc(epochMs) {
    const date = new Date(epochMs);
    const pad = (n, width = 2) => String(Math.abs(n)).padStart(width, '0');
    const year = date.getUTCFullYear();
    return `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}Z`;
}
/** The instant as written, its fraction without trailing zeros: how a chain signature sees it (contract section 3). */
function trimFraction(text) {
    return text.replace(/\.(\d*?)0*(?=Z|[+-])/, (_, digits) => (digits === '' ? '' : `.${digits}`));
}


/***/ }),

/***/ 4775:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ Collector),
  m: () => (/* binding */ offsetOfPointer)
});

;// CONCATENATED MODULE: ./src/engine/canonical/position.ts
/**
 * Lines and columns of byte offsets, by one more pass over the source: good artifacts never pay for them.
 * Offsets past the end get the position of the end.
 */
async function positionsOf(source, offsets) {
    const wanted = [...new Set(offsets)].sort((a, b) => a - b);
    const found = new Map();
    let next = 0;
    let at = 0;
    let line = 1;
    let column = 1;
    for await (const chunk of source.chunks()) {
        for (let i = 0; i < chunk.length && next < wanted.length; i++, at++) {
            while (next < wanted.length && at === wanted[next])
                found.set(wanted[next++], { line, column });
            const c = chunk[i];
            if (c === 0x0a) {
                line++;
                column = 1;
            }
            else if ((c & 0xc0) !== 0x80)
                column += c >= 0xf0 ? 2 : 1;
        }
        if (next >= wanted.length)
            break;
    }
    while (next < wanted.length)
        found.set(wanted[next++], { line, column });
    return found;
}

// EXTERNAL MODULE: ./src/engine/canonical/strict.ts
var strict = __nccwpck_require__(5670);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __nccwpck_require__(5206);
// EXTERNAL MODULE: ./src/engine/findings.ts
var findings = __nccwpck_require__(8166);
// EXTERNAL MODULE: ./src/engine/limits.ts
var limits = __nccwpck_require__(7100);
;// CONCATENATED MODULE: ./src/engine/collector.ts





/**
 * Gathers what is wrong with one artifact: at most `MAX_FINDINGS`, the rest counted. A later finding that changes the
 * exit code always displaces a kept one that does not, so that the verdict never depends on the limit.
 */
class Collector {
    artifact;
    kept = [];
    more = 0;
    exits = new Set();
    constructor(artifact) {
        this.artifact = artifact;
    }
    /** True when an error was raised. */
    get failed() {
        return this.exits.size > 0;
    }
    /** True while findings are still kept: placing one costs a parse, which a counted one is spared. */
    get wantsPlaces() {
        return this.kept.length < limits/* MAX_FINDINGS */.Mt;
    }
    add(code, message, spot = {}) {
        const place = {};
        if (spot.pointer !== undefined)
            place.pointer = spot.pointer;
        if (spot.recordId !== undefined && spot.recordId !== '')
            place.record_id = spot.recordId;
        if (spot.entry !== undefined)
            place.entry = spot.entry;
        const made = (0,findings/* finding */.gk)(code, message, this.artifact, place, spot.severity);
        const pending = { finding: made, source: spot.source, offset: spot.offset };
        const news = made.severity === 'error' && !this.exits.has(made.exit_code);
        if (made.severity === 'error')
            this.exits.add(made.exit_code);
        if (this.kept.length < limits/* MAX_FINDINGS */.Mt)
            this.kept.push(pending);
        else {
            this.more++;
            if (news)
                this.kept[this.expendable()] = pending;
        }
    }
    /** The last kept finding that is not the only error of its exit code; there are fewer codes than places. */
    expendable() {
        const exitOf = ({ finding }) => (finding.severity === 'error' ? finding.exit_code : 0);
        return this.kept.findLastIndex((one) => {
            const exit = exitOf(one);
            return exit === 0 || this.kept.some((other) => other !== one && exitOf(other) === exit);
        });
    }
    /**
     * A reader's fault as a finding; anything else is our own bug and goes on. Whoever names an entry knows the whole way
     * to it, a reader only the last step: inside an archive inside an archive these differ.
     */
    fault(error, spot = {}) {
        if (!(error instanceof fault/* Fault */.v))
            throw error;
        const { offset, pointer, entry } = error.place;
        this.add(error.code, error.message, {
            ...(entry === undefined ? {} : { entry }),
            ...spot,
            ...(offset === undefined ? {} : { offset: (spot.offset ?? 0) + offset }),
            ...(pointer === undefined ? {} : { pointer }),
        });
    }
    /** All findings with their lines and columns, in the order they were raised. */
    async settle(main) {
        const bySource = new Map();
        for (const pending of this.kept) {
            const source = pending.source ?? main;
            if (source === undefined || pending.offset === undefined)
                continue;
            const list = bySource.get(source);
            if (list === undefined)
                bySource.set(source, [pending]);
            else
                list.push(pending);
        }
        for (const [source, list] of bySource) {
            let positions;
            try {
                positions = await positionsOf(source, list.map((pending) => pending.offset ?? 0));
            }
            catch {
                // The source cannot be read again (that is a finding already): the findings stay without a line.
                continue;
            }
            for (const pending of list) {
                const position = positions.get(pending.offset ?? 0);
                if (position !== undefined)
                    pending.finding = { ...pending.finding, ...position };
            }
        }
        return { findings: this.kept.map((pending) => pending.finding), more: this.more };
    }
}
/** Byte offset of a pointer inside a document, 0 when the document cannot be walked. */
function offsetOfPointer(bytes, pointer, maxDepth) {
    try {
        return (0,strict/* locate */.x5)((0,strict/* parseStrict */.z3)(bytes, maxDepth), pointer).offset;
    }
    catch {
        return 0;
    }
}


/***/ }),

/***/ 5206:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ Fault)
/* harmony export */ });
/**
 * What stops the reading of one artifact: a defect of the artifact that leaves nothing more to check in it (not JSON, a
 * zip bomb, a file that changed). It is thrown deep inside a reader and becomes a finding at the one place that
 * called that reader; it never leaves the engine. Our own bugs are other errors and become `internal`.
 */
class Fault extends Error {
    code;
    place;
    name = 'Fault';
    constructor(code, message, place = {}) {
        super(message);
        this.code = code;
        this.place = place;
    }
}


/***/ }),

/***/ 8166:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TG: () => (/* binding */ FINDINGS),
/* harmony export */   gX: () => (/* binding */ worstExit),
/* harmony export */   gk: () => (/* binding */ finding)
/* harmony export */ });
/* unused harmony exports ruleOf, EXIT_ORDER, worstCode */
/**
 * Every finding the project can raise, once: its title, the exit code it maps to and what to do about it.
 * `docs/findings.md`, the SARIF rules and `proof-verify explain` are made from this table.
 */
const rule = (severity, exit, title, remedy) => ({
    severity,
    exit,
    title,
    remedy,
});
const error = (exit, title, remedy) => rule('error', exit, title, remedy);
const warning = (exit, title, remedy) => rule('warning', exit, title, remedy);
const notice = (exit, title, remedy) => rule('notice', exit, title, remedy);
const RESTORE = 'Restore the artifact as its producer wrote it, or have the producer write it again.';
const REPRODUCE = 'Have the producer write the artifact again; do not edit it by hand.';
const REPACK = 'Build the archive again with its producer; do not repack it with other tools.';
const RELIMIT = 'If the artifact is legitimate, raise the limit with the option named in the message.';
const FINDINGS = {
    internal: error(1, 'The verifier itself failed on this artifact', 'This is our bug: report it with the artifact. Until then the artifact counts as not verified.'),
    // Reading (hardening 1-6)
    'json.syntax': error(6, 'Not valid JSON', REPRODUCE),
    'json.encoding': error(6, 'Not valid UTF-8 JSON text', 'Write the file as UTF-8 without a byte order mark and without lone surrogates.'),
    'json.duplicate_member': error(6, 'A member name occurs twice in one object', 'Two readers may see different values: have the producer write each member once.'),
    'json.case_collision': error(6, 'A member name differs from a known one only by case', 'Remove the twin: some readers take it for the real member.'),
    'json.depth': error(6, 'JSON is nested too deeply', 'Flatten the document, or raise --max-depth (200 by default).'),
    'kind.unsupported': error(6, 'Not a Proof artifact', 'Point the gate at records, chains, streams, bundles, packs or signed JSON only.'),
    'kind.ambiguous': error(2, 'The file claims to be two kinds of artifact at once', RESTORE),
    // Files (hardening 16-17)
    'io.not_found': error(6, 'File not found', 'Check the path; the producer may not have run.'),
    'io.unreadable': error(6, 'File cannot be read', 'Check permissions of the file and of the user that runs the gate.'),
    'io.empty': error(6, 'File is empty', 'The producer was interrupted, or the file was truncated: write it again.'),
    'io.changed': error(6, 'File changed while it was read', 'Finish writing before the gate runs; do not verify files that are still being written.'),
    'io.directory_empty': error(6, 'Directory holds no artifacts', 'Check the path; the producer may have written elsewhere.'),
    'path.escape': error(8, 'Path leads outside the workspace', 'Replace the link by the file itself, or name the file on the command line.'),
    'path.special_file': error(8, 'Not a regular file', 'FIFOs, sockets and devices are never read: replace it by a regular file.'),
    'path.symlink': error(8, 'Symbolic link where none may be', 'Replace the link by the file itself.'),
    'limit.artifact_bytes': error(8, 'Artifact is larger than the limit', RELIMIT),
    'limit.entry_bytes': error(8, 'Archive entry is larger than the limit', RELIMIT),
    'limit.total_bytes': error(8, 'Archive unpacks to more than the limit', RELIMIT),
    'limit.entries': error(8, 'Archive has more entries than the limit', RELIMIT),
    'limit.ratio': error(8, 'Archive entry is compressed beyond the limit', RELIMIT),
    'limit.nesting': error(8, 'Archives are nested too deeply', 'An archive inside an archive inside an archive is never opened.'),
    'limit.record_bytes': error(8, 'Record is larger than the limit', RELIMIT),
    'limit.manifest_bytes': error(8, 'Manifest or document is larger than the limit', RELIMIT),
    // Record (contract 2)
    'record.member_type': error(6, 'A known member has the wrong JSON type', REPRODUCE),
    'record.timestamp_invalid': error(6, 'Timestamp is not an RFC 3339 instant', 'Write it as YYYY-MM-DDTHH:MM:SSZ.'),
    'record.record_id_required': error(3, 'record_id is missing or empty', REPRODUCE),
    'record.record_version_required': error(3, 'record_version is missing or blank', REPRODUCE),
    'record.timestamp_required': error(3, 'timestamp is missing', REPRODUCE),
    'record.source_required': error(3, 'source is missing or blank', REPRODUCE),
    'record.source_product_required': error(3, 'source_product is missing or blank', REPRODUCE),
    'record.record_type_required': error(3, 'record_type is missing or blank', REPRODUCE),
    'record.event_required': error(3, 'event is missing', REPRODUCE),
    'record.integrity_required': error(3, 'integrity is missing', 'Seal the record: `proof-verify hash --write FILE` fills in integrity.record_hash.'),
    'record.hash_required': error(3, 'integrity.record_hash is missing', 'Seal the record: `proof-verify hash --write FILE` fills it in.'),
    'record.hash_mismatch': error(2, 'Record hash does not match its content', `The record was changed after it was sealed. ${RESTORE}`),
    'record.unhashed_member': error(2, 'A member is not covered by the record hash', 'Anyone could have added it: move it into event or metadata and seal the record again, or remove it.'),
    'record.timestamp_fraction': notice(2, 'The fraction of a second is not covered by the hash', 'Nothing to do; do not rely on the fraction.'),
    'record.link_unresolved': notice(2, 'The record links to one that is not among the artifacts', 'Give the gate the whole chain if its order and completeness matter.'),
    'record.relationship_ref.id_required': error(3, 'A reference has no id', REPRODUCE),
    'record.relationship_ref.kind_invalid': error(3, 'A reference has an unknown kind', 'Use a built-in kind or a namespaced one such as acme.build.'),
    'record.relationship_ref.digest_invalid': warning(3, 'A reference digest is no SHA-256', 'Write 64 hex digits, optionally after sha256:.'),
    'record.relationship_edge.kind_invalid': error(3, 'An edge has an unknown kind', 'Use a built-in kind or a namespaced one such as acme.approves.'),
    // Chains, streams (contract 3)
    'chain.empty': error(2, 'The chain has no records', 'A chain of nothing proves nothing: check that the producer ran.'),
    'chain.link_broken': error(2, 'A record does not link to the one before it', `A record was dropped, inserted, repeated or moved. ${RESTORE}`),
    'chain.head_hash_mismatch': error(2, 'head_hash is not the hash of the last record', `Records were cut off or added at the end. ${RESTORE}`),
    'chain.record_count_mismatch': error(2, 'record_count is not the number of records', `Records were dropped or added. ${RESTORE}`),
    'chain.member_type': error(6, 'A known member of the chain has the wrong JSON type', REPRODUCE),
    'chain.range_invalid': error(6, '--from or --to is not an RFC 3339 instant', 'Write it as YYYY-MM-DDTHH:MM:SSZ.'),
    'chain.unhashed_member': warning(2, 'A member of the chain is covered by no hash or signature', 'Do not rely on it; put it into a record.'),
    'stream.empty': error(2, 'The stream has no records', 'Check that the producer ran.'),
    // Signatures and keys (contract 2.5, 4; hardening 10-11, 18-19, 22)
    'signature.missing': error(2, 'A required signature is missing', 'Sign the artifact with a trusted key.'),
    'signature.invalid': error(2, 'A signature does not verify', `The content or the signature was changed, or another key made it. ${RESTORE}`),
    'signature.key_mismatch': error(2, 'The signing key id is not that of a given key', 'Check which key signed it; give the gate the right public key if you trust that signer.'),
    'signature.digest_mismatch': error(2, 'signed_digest is not the digest of the content', `The content was changed after it was signed. ${RESTORE}`),
    'signature.algorithm_unsupported': error(2, 'Signature algorithm is not supported', 'Sign with ed25519 or cosign.'),
    'signature.not_checked': notice(2, 'Signatures are there but no key was given', 'Give --public-key to have them checked.'),
    'signature.key_revoked': error(2, 'The signing key was revoked', 'Sign again with a key that is not revoked.'),
    'signature.identity_mismatch': error(2, 'The certificate belongs to another identity or issuer', 'Check --cosign-certificate-identity and --cosign-certificate-oidc-issuer.'),
    'signature.certificate_untrusted': error(2, 'The signing certificate is not trusted', 'Give the trusted roots that issued it.'),
    'key.missing': error(6, 'Signatures must be checked but there is no key', 'Give --public-key (or a cosign key or certificate).'),
    'key.invalid': error(6, 'Not a usable public key', 'Give 64 hex digits, base64 of 32 bytes, PEM, JWK, or a file with one of them.'),
    'key.weak': error(6, 'Public key is weak', 'Anything verifies under such a key: generate a new one.'),
    'cosign.identity_required': error(6, 'A certificate needs an expected identity and issuer', 'Give --cosign-certificate-identity and --cosign-certificate-oidc-issuer.'),
    'cosign.material_invalid': error(6, 'A cosign key, certificate, bundle or trusted root cannot be read', 'Give PEM files or Sigstore JSON as cosign writes them.'),
    'revocation.list_invalid': error(6, 'The revocation list cannot be read', 'Give the signed list as its issuer published it.'),
    'revocation.signature_invalid': error(2, 'The revocation list is not signed by its key', 'Get the list from its issuer again; a forged list could hide a revocation.'),
    'revocation.not_checked': warning(6, 'The signature of the revocation list was not checked', 'Give --revocation-key: a forged list could hide a revocation.'),
    // Schemas (schemas.md; hardening 9, 20)
    'schema.record.invalid': error(3, 'The record breaks its schema', 'Correct the producer; `proof-verify schema proof-record-v1` prints the schema.'),
    'schema.record.unknown_record_type': error(3, 'No schema is known for this record type', 'Give its schema with --custom-type-schema TYPE=FILE.'),
    'schema.record.bundle_validation_failed': error(3, 'A record of the bundle breaks the bundle’s own schema', 'Correct the producer, or the schema in the bundle.'),
    'schema.chain.invalid': error(3, 'The chain breaks its schema', 'Correct the producer; `proof-verify schema chain-v1` prints the schema.'),
    'schema.bundle_manifest.invalid': error(3, 'The bundle manifest breaks its schema', 'Correct the producer; `proof-verify schema bundle-manifest-v1` prints the schema.'),
    'schema.record_types.invalid': error(3, 'The record-type manifest breaks its schema', 'Correct the producer; `proof-verify schema record-types-v1` prints the schema.'),
    'schema.governance_event.invalid': error(3, 'The governance event breaks its schema', 'Correct the producer; `proof-verify schema governance-event-v1` prints the schema.'),
    'schema.revocation_list.invalid': error(3, 'The revocation list breaks its schema', 'Get the list from its issuer again.'),
    'schema.custom.invalid': error(3, 'A custom schema cannot be used', 'Correct the schema: draft-07, patterns in RE2 syntax.'),
    'schema.custom.unreadable': error(6, 'A custom schema cannot be read', 'Check TYPE=FILE: the file must be there and be a JSON Schema.'),
    'schema.custom.too_large': error(3, 'A custom schema is larger than 1 MiB', 'Split the schema.'),
    'schema.custom.pattern_unsupported': error(3, 'A custom schema has a pattern that cannot run in linear time', 'Rewrite it without look-around and back-references (RE2 syntax).'),
    'schema.custom.digest_mismatch': error(2, 'A custom schema is not the one that record-types.json names', RESTORE),
    'schema.custom.unlisted': error(3, 'A custom schema is not listed in the bundle manifest', 'List it in manifest.json.'),
    'schema.custom.identity_mismatch': error(3, 'A custom schema has another $id or version than record-types.json says', 'Make them equal.'),
    'schema.custom.ref_unlisted': error(3, 'A custom schema refers outside its set', 'Refer to local fragments or to schemas of the same bundle only.'),
    'schema.custom.conflicting_definition': error(3, 'A custom schema redefines a record type', 'Choose another record type name.'),
    'governance.unsigned_signal': notice(3, 'Governance events are signals, not evidence', 'Nothing to do; they never satisfy a requirement.'),
    // Structure and bundles (contract 5)
    'structure.path_invalid': error(3, 'A listed path is not allowed', 'List relative, /-separated, lower-case paths inside the bundle.'),
    'structure.path_ambiguous': error(3, 'A listed path can be read in two ways', 'List canonical paths without ., .., empty parts, trailing dots or blanks.'),
    'structure.path_duplicate': error(3, 'Two listed paths are the same or collide', 'List each file once.'),
    'structure.unlisted_file': error(2, 'A file is not listed in the manifest', 'Remove it, or have the producer list it.'),
    'structure.symlink_ambiguous': error(3, 'A symbolic link inside the artifact', 'Replace the link by the file itself.'),
    'bundle.empty': error(2, 'The bundle lists no files', 'A bundle of nothing proves nothing: check that the producer ran.'),
    'bundle.hash_mismatch': error(2, 'A file of the bundle is not the listed one', `The file was changed after the bundle was sealed. ${RESTORE}`),
    'bundle.file_missing': error(2, 'A listed file is not there', RESTORE),
    'bundle.signature_missing': error(2, 'The bundle is not signed', 'Sign the bundle with a trusted key.'),
    'bundle.algorithm_unsupported': error(3, 'The bundle names an unknown digest algorithm', 'Only sha256 is known.'),
    // Gait (contract 6)
    'pack.manifest_invalid': error(3, 'The pack manifest is not valid', REPACK),
    'pack.schema_unsupported': error(3, 'The manifest has an unknown schema id or version', 'Update the verifier, or have a supported producer write the pack.'),
    'pack.id_mismatch': error(2, 'pack_id is not the digest of the manifest', `The manifest was changed. ${RESTORE}`),
    'pack.empty': error(2, 'The archive lists no files', 'A pack of nothing proves nothing: check that the producer ran.'),
    'pack.hash_mismatch': error(2, 'An entry is not the listed one', `The entry was changed after the archive was sealed. ${RESTORE}`),
    'pack.entry_missing': error(2, 'A listed entry is not there', RESTORE),
    'pack.entry_undeclared': error(2, 'An entry is not listed in the manifest', 'Remove it, or have the producer list it.'),
    'pack.content_invalid': error(3, 'A content that says it is JSON is not', REPACK),
    'pack.authorization_invalid': error(3, 'The authorization bundle is not valid', REPACK),
    'pack.evidence_missing': error(2, 'Evidence that the authorization names is not there', RESTORE),
    'pack.evidence_mismatch': error(2, 'Evidence does not have the digest that the authorization names', RESTORE),
    'pack.record_disagrees': warning(2, 'A proof record tells otherwise of an entry than the manifest', 'Check the producer; the manifest was used.'),
    'pack.misplaced_records': error(2, 'Proof records lie where they are not looked for', 'proof_records.jsonl belongs at the top of the pack.'),
    'runpack.digest_mismatch': error(2, 'manifest_digest is not the digest of the manifest', `The manifest was changed. ${RESTORE}`),
    'runpack.file_required': error(3, 'A runpack lacks one of its required files', REPACK),
    // Archives (hardening 15)
    'zip.unreadable': error(6, 'Not a readable zip archive', 'The file is truncated or no zip: have the producer write it again.'),
    'zip.structure': error(2, 'The zip archive hides or doubles bytes', REPACK),
    'zip.header_mismatch': error(2, 'Local and central headers of an entry differ', REPACK),
    'zip.duplicate_entry': error(2, 'Two entries have the same or an aliasing name', REPACK),
    'zip.name_invalid': error(3, 'An entry name is not allowed', REPACK),
    'zip.encrypted': error(3, 'An entry is encrypted', REPACK),
    'zip.method_unsupported': error(3, 'An entry is compressed with an unknown method', REPACK),
    'zip.crc_mismatch': error(2, 'An entry does not have its CRC', RESTORE),
    'zip.size_mismatch': error(2, 'An entry does not have its size', RESTORE),
    'zip.path_escape': error(8, 'An entry name leads out of the archive', REPACK),
    'zip.symlink': error(8, 'An entry is a link or special file', REPACK),
    // Discovery and usage
    'discovery.no_artifacts': error(6, 'No artifacts found', 'Check the patterns and that the producer ran; --if-no-artifacts-found ignore accepts none.'),
    'discovery.unrecognized': error(6, 'A matched file is no Proof artifact', 'Narrow the patterns, or set --unrecognized warn.'),
    'usage.invalid': error(6, 'Wrong use of the command', 'See --help.'),
    'dependency.missing': error(7, 'A file that the run needs is not there', 'Check the path of the policy, key, list or schema named in the message.'),
    'run.timeout': error(1, 'The time limit was reached', 'Raise --timeout, or split the artifacts over several jobs with --shard.'),
    'run.interrupted': error(1, 'The run was interrupted', 'Run it again; an incomplete run never passes.'),
    'report.unwritable': error(6, 'A report cannot be written', 'Check the path and permissions; the verdict above is still right.'),
    // Decision (gate.md)
    'policy.invalid': error(6, 'The policy is not valid', 'Correct the named line; `proof-verify policy check` tells all.'),
    'policy.unsatisfiable': warning(3, 'The policy can never pass', 'Correct the requirement named in the message.'),
    'policy.pin_mismatch': error(8, 'The policy is not the pinned one', 'Review the change of the policy, then update the pin.'),
    'trust.untrusted_key': error(2, 'The signer is not trusted', 'Add the key to the policy if you trust it, else reject the artifact.'),
    'trust.key_expired': error(2, 'The signer was not valid at that time', 'Sign with a key inside its window.'),
    'trust.key_scope': error(2, 'The signer may not sign this', 'Sign with a key that is trusted for this record type and product.'),
    'trust.threshold': error(2, 'Too few trusted signers', 'Have more signers sign, or correct min_signers.'),
    'trust.mutable_policy': warning(8, 'Trust comes from the change under review', 'Pin the policy with --policy-sha256, or read keys and policy from the base branch or a secret.'),
    'freshness.stale': error(3, 'The evidence is too old or expired', 'Produce it again.'),
    'freshness.future': error(3, 'The evidence lies in the future', 'Check the clock of the producer, or clock_skew.'),
    'require.record_type': error(3, 'Too few verified records of a required type', 'Run the step that produces them.'),
    'require.source_product': error(3, 'No verified record of a required product', 'Run the product that produces them.'),
    'require.framework': error(3, 'A framework control is not covered', 'See `proof-verify frameworks coverage` for what is missing.'),
    'rule.failed': error(3, 'A rule of the policy does not hold', 'See the message of the rule.'),
    'approval.required': error(4, 'An approval is missing', 'Have somebody with a trusted key approve the record.'),
    'approval.expired': error(4, 'The approval is too old', 'Have it approved again.'),
    'approval.untrusted': error(4, 'The approval is signed by somebody else', 'Have a named approver approve the record.'),
    'baseline.invalid': error(6, 'The baseline cannot be used', 'Write it again with `proof-verify baseline FILE`.'),
    'framework.invalid': error(6, 'The framework is unknown or not valid', '`proof-verify frameworks list` names those that are known.'),
    'drift.chain_missing': error(5, 'A chain of the baseline is gone', 'Bring the chain back, or write a new baseline if that is meant.'),
    'drift.chain_rewritten': error(5, 'The past of a chain was rewritten', 'Find out who rewrote it; a chain only ever grows.'),
    'drift.chain_truncated': error(5, 'A chain is shorter than in the baseline', 'Find out what was cut off.'),
    'drift.record_type_count': error(5, 'Fewer records of a type than in the baseline', 'Find out what was dropped.'),
    'drift.coverage': error(5, 'A covered control is no longer covered', 'Produce the evidence again.'),
    'drift.test_regressed': error(5, 'A test that passed now fails', 'Mend the test or the code.'),
    'drift.new_signer': warning(5, 'A signer that was not seen before', 'Write a new baseline if the signer is expected.'),
    'merge.invalid': error(6, 'Reports of shards do not belong together', 'Merge all reports of one run, each once.'),
};
/** The declared rule of a code; `rule.<id>` codes share the one of `rule.failed`. */
function ruleOf(code) {
    return code in FINDINGS ? FINDINGS[code] : FINDINGS['rule.failed'];
}
/** Makes a finding with the severity and exit code its rule declares, or a milder severity when given. */
function finding(code, message, artifact, place = {}, severity) {
    const declared = ruleOf(code);
    return { code, severity: severity ?? declared.severity, exit_code: declared.exit, message, artifact, ...place };
}
/** Exit codes from the worst to the mildest (interface.md). */
const EXIT_ORDER = [8, 1, 7, 6, 2, 3, 4, 5];
/** The worst of some exit codes, in the order of interface.md; 0 without any. */
function worstCode(codes) {
    let best = EXIT_ORDER.length;
    for (const code of codes) {
        const rank = EXIT_ORDER.indexOf(code);
        if (rank !== -1 && rank < best)
            best = rank;
    }
    return EXIT_ORDER[best] ?? 0;
}
/** The exit code of a run: that of its worst error finding, 0 without any. */
function worstExit(findings) {
    return worstCode(findings.filter((one) => one.severity === 'error').map((one) => one.exit_code));
}


/***/ }),

/***/ 5511:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   H5: () => (/* binding */ verifyChain),
/* harmony export */   PW: () => (/* binding */ raiser),
/* harmony export */   ae: () => (/* binding */ checkSignatures),
/* harmony export */   pQ: () => (/* binding */ chainRules),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2327);
/* harmony import */ var _canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3475);
/* harmony import */ var _canonical_read_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9247);
/* harmony import */ var _canonical_slices_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9076);
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5670);
/* harmony import */ var _canonical_time_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8126);
/* harmony import */ var _collector_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4775);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5206);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(9052);
/* harmony import */ var _schema_registry_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(839);
/* harmony import */ var _signature_signature_object_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(7465);
/* harmony import */ var _source_coalesce_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(2547);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(633);
/* harmony import */ var _record_view_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(9632);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(9911);
/* harmony import */ var _schema_view_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(3381);
















const CHAIN_MEMBERS = new Set([
    'chain_id',
    'created_at',
    'record_count',
    'head_hash',
    'records',
    'signatures',
]);
/**
 * Verifies a chain document (contract section 3) as a sequence of slices.
 * `others` gets the document when it turns out to hold no `records` list.
 */
async function verifyChain(source, collector, options, others, inside) {
    const run = new _records_js__WEBPACK_IMPORTED_MODULE_12__/* .RecordRun */ .f(collector, options, inside?.rules ?? chainRules(options));
    const entry = inside?.entry;
    const slicer = new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_3__/* .ChainSlicer */ .U0(options.limits);
    let skeleton;
    try {
        for await (const chunk of (0,_source_coalesce_js__WEBPACK_IMPORTED_MODULE_13__/* .coalesce */ .Y)(source.chunks())) {
            await run.push(slicer.push(chunk), source, entry);
            if (options.aborted?.() === true)
                return undefined;
        }
        skeleton = slicer.finish();
    }
    catch (error) {
        collector.fault(error, { source, ...(entry === undefined ? {} : { entry }) });
    }
    const summary = await run.finish();
    if (skeleton === undefined)
        return { summary, chainId: undefined, signatures: 0, keyIds: new Set() };
    if (!skeleton.sliced) {
        await others(skeleton);
        return undefined;
    }
    return checkDocument({ skeleton, source, entry, collector, options }, summary, inside?.rules.signatures);
}
/** A chain's records: schemas are ours to add (hardening 9); upstream checks none. */
function chainRules(options) {
    return { link: 'chain', schema: options.mode === 'gate' ? 'typed' : 'none', nullRecord: 'empty' };
}
async function checkDocument(at, summary, known) {
    const { skeleton, source, entry, collector, options } = at;
    const none = { summary, chainId: undefined, signatures: 0, keyIds: new Set() };
    let document;
    try {
        document = (0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(skeleton.bytes, options.limits.maxDepth);
    }
    catch (error) {
        collector.fault(placed(error, skeleton), { source, ...(entry === undefined ? {} : { entry }) });
        return none;
    }
    if (!(0,_members_js__WEBPACK_IMPORTED_MODULE_10__/* .isObject */ .Gv)(document))
        return none;
    const raise = raiser(at);
    const head = readHead(document, options, raise);
    if (options.mode === 'gate') {
        if (summary.records === 0)
            raise({ code: 'chain.empty', message: 'the chain has no records', pointer: '/records' });
        for (const problem of (0,_schema_registry_js__WEBPACK_IMPORTED_MODULE_8__/* .validateDocument */ .mv)('chain-v1', document))
            raise(problem);
        for (const name of Object.keys(document)) {
            if (CHAIN_MEMBERS.has(name))
                continue;
            const pointer = (0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .pointerPart */ .x$)(name);
            if (claimsOtherKind(document, name)) {
                const message = `members "records" and ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(name)} belong to different kinds of artifact`;
                raise({ code: 'kind.ambiguous', message, pointer });
            }
            else
                raise({ code: 'chain.unhashed_member', message: `member ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(name)} is covered by no hash`, pointer });
        }
    }
    checkDeclared(head, summary, options, raise);
    const signed = known === 'known'
        ? { signatures: 0, keyIds: new Set() }
        : await checkSignatures(head, () => elements(source, options), options, raise);
    return { summary, chainId: head.chainId, ...signed };
}
/** A signed document that gained `records` would otherwise pass as a chain, its signature unseen (hardening 11). */
function claimsOtherKind(document, name) {
    if (name !== 'schema_id')
        return name === 'record_id' || name === 'pack_id' || name === 'signature';
    const schema = (0,_members_js__WEBPACK_IMPORTED_MODULE_10__/* .member */ .Dc)(document, name);
    return typeof schema === 'string' && schema.startsWith('gait.');
}
/** Reads it; what cannot be read is raised (`json.case_collision`, `chain.member_type`). */
function readHead(document, options, raise) {
    const problems = [];
    const read = new _members_js__WEBPACK_IMPORTED_MODULE_10__/* .MemberReader */ .uG(problems, 'chain.member_type');
    const members = { ...document };
    for (const variant of (0,_members_js__WEBPACK_IMPORTED_MODULE_10__/* .caseVariants */ .r0)(document, CHAIN_MEMBERS) ?? []) {
        if (!variant.twin && options.mode === 'compat') {
            // Upstream reads a lone variant as the member itself.
            members[variant.known] = (0,_members_js__WEBPACK_IMPORTED_MODULE_10__/* .member */ .Dc)(document, variant.name) ?? null;
            continue;
        }
        problems.push({
            code: 'json.case_collision',
            message: `member ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(variant.name)} differs from ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(variant.known)} only by case`,
            pointer: `/${variant.name}`,
        });
    }
    const head = {
        chainId: read.text(members, 'chain_id', ''),
        createdAt: read.text(members, 'created_at', ''),
        recordCount: read.integer(members, 'record_count', ''),
        headHash: read.text(members, 'head_hash', ''),
        signatures: read.list(members, 'signatures', '') ?? [],
    };
    if (head.createdAt !== undefined && (0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_5__/* .parseInstant */ .nV)(head.createdAt) === undefined) {
        problems.push({
            code: 'chain.member_type',
            message: `created_at ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(head.createdAt)} is not an RFC 3339 instant`,
            pointer: '/created_at',
        });
    }
    for (const problem of problems)
        raise(problem);
    return head;
}
function checkDeclared(head, summary, options, raise) {
    const declared = head.headHash ?? '';
    if (declared !== summary.headHash) {
        const last = summary.records === 0 ? 'there are no records' : `the last record has hash ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(summary.headHash)}`;
        raise({
            code: 'chain.head_hash_mismatch',
            message: declared === '' ? `head_hash is missing; ${last}` : `head_hash is ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(declared)} but ${last}`,
            pointer: '/head_hash',
        });
    }
    if (options.strict && (head.recordCount ?? 0) !== summary.records) {
        raise({
            code: 'chain.record_count_mismatch',
            message: `record_count is ${head.recordCount ?? 'missing'} but there are ${summary.records} records`,
            pointer: '/record_count',
        });
    }
}
/** Signatures over the chain as a whole (hardening 10): upstream never looks at them. `records` are those they are over. */
async function checkSignatures(head, records, options, raise) {
    const keyIds = new Set();
    if (options.mode === 'compat' || options.signatures === 'off' || head.signatures.length === 0) {
        return { signatures: 0, keyIds };
    }
    if (!options.trust.configured && !(0,_options_js__WEBPACK_IMPORTED_MODULE_14__/* .signaturesRequired */ .P)(options)) {
        raise({
            code: 'signature.not_checked',
            message: `${head.signatures.length} chain signature(s) were not checked: no key was given`,
            pointer: '/signatures',
        });
        return { signatures: 0, keyIds };
    }
    const digest = await chainDigest(head, records(), options);
    if (digest === undefined)
        return { signatures: 0, keyIds };
    head.signatures.forEach((signature, i) => {
        const result = (0,_signature_signature_object_js__WEBPACK_IMPORTED_MODULE_9__/* .checkSignatureObject */ .cD)(signature, digest, 'ascii-hex', options.trust.keys, options.mode);
        if (result.ok)
            keyIds.add(result.keyId);
        else {
            const pointer = `/signatures/${i}${result.pointer ?? ''}`;
            raise({ code: result.code, message: `chain signature: ${result.message}`, pointer });
        }
    });
    return { signatures: keyIds.size, keyIds };
}
/**
 * Signed digest of a chain (contract section 3). `records` comes last in canonical order, so a second pass over the
 * source can feed each record's typed view to the hash without holding more than one.
 */
async function chainDigest(head, records, options) {
    const created = head.createdAt === undefined ? undefined : (0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_5__/* .parseInstant */ .nV)(head.createdAt);
    const hash = (0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)();
    const front = (0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalize */ .dw)({
        chain_id: head.chainId ?? '',
        created_at: created?.utc ?? '0001-01-01T00:00:00Z',
        head_hash: head.headHash ?? '',
        record_count: head.recordCount ?? 0,
    });
    hash.update(`${front.slice(0, -1)},"records":[`);
    let first = true;
    for await (const slice of records) {
        const text = typedText(slice, options);
        if (text === undefined)
            return undefined;
        hash.update(first ? text : `,${text}`);
        first = false;
    }
    hash.update(']}');
    return hash.digest('hex');
}
/** The elements of `records`. */
async function* elements(source, options) {
    const slicer = new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_3__/* .ChainSlicer */ .U0(options.limits);
    for await (const chunk of (0,_source_coalesce_js__WEBPACK_IMPORTED_MODULE_13__/* .coalesce */ .Y)(source.chunks()))
        yield* slicer.push(chunk);
}
function typedText(slice, options) {
    let value;
    try {
        value = (0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .Vh)(slice.bytes, options.limits.maxDepth);
    }
    catch {
        return undefined;
    }
    if (!(0,_members_js__WEBPACK_IMPORTED_MODULE_10__/* .isObject */ .Gv)(value))
        return undefined;
    const { view } = (0,_record_view_js__WEBPACK_IMPORTED_MODULE_11__/* .viewRecord */ .ZU)(value, { loneCaseVariants: 'refuse' });
    if (view === undefined)
        return undefined;
    const timestamp = view.timestamp === undefined ? undefined : (0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_5__/* .trimFraction */ .tt)(view.timestamp);
    const typed = { ...(0,_schema_view_js__WEBPACK_IMPORTED_MODULE_15__/* .typedRecord */ .y)(view, timestamp) };
    if (view.metadata !== undefined && Object.keys(view.metadata).length === 0)
        delete typed['metadata'];
    return (0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalize */ .dw)(typed);
}
/** Raises problems of a chain document at their places in the file. */
function raiser({ skeleton, source, entry, collector, options }) {
    return (problem) => collector.add(problem.code, problem.message, {
        source,
        ...(entry === undefined ? {} : { entry }),
        pointer: problem.pointer,
        severity: problem.severity,
        offset: skeleton.offsetOf((0,_collector_js__WEBPACK_IMPORTED_MODULE_6__/* .offsetOfPointer */ .m)(skeleton.bytes, problem.pointer, options.limits.maxDepth)),
    });
}
/** A fault inside the skeleton, moved to its place in the file. */
function placed(error, skeleton) {
    if (!(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_7__/* .Fault */ .v))
        return error;
    const { offset = 0 } = error.place;
    return new _fault_js__WEBPACK_IMPORTED_MODULE_7__/* .Fault */ .v(error.code, error.message, { ...error.place, offset: skeleton.offsetOf(offset) });
}


/***/ }),

/***/ 2973:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDocument),
/* harmony export */   y: () => (/* binding */ Document)
/* harmony export */ });
/* harmony import */ var _canonical_read_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9247);
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5670);
/* harmony import */ var _collector_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4775);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(633);




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
                ? (0,_collector_js__WEBPACK_IMPORTED_MODULE_2__/* .offsetOfPointer */ .m)(this.bytes, problem.pointer, this.options.limits.maxDepth)
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
        for (const variant of (0,_members_js__WEBPACK_IMPORTED_MODULE_3__/* .caseVariants */ .r0)(object, known) ?? []) {
            if (!variant.twin && this.options.mode === 'compat')
                continue;
            this.raise({
                code: 'json.case_collision',
                message: `member ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(variant.name)} differs from ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(variant.known)} only by case: readers disagree about which one counts`,
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
        value = (0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(bytes, options.limits.maxDepth);
    }
    catch (error) {
        collector.fault(error, spot);
        return undefined;
    }
    if (!(0,_members_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value)) {
        collector.add('kind.unsupported', 'a JSON object is expected', spot);
        return undefined;
    }
    return new Document(value, bytes, source, entry, collector, options);
}


/***/ }),

/***/ 633:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   r0: () => (/* binding */ caseVariants),
/* harmony export */   uG: () => (/* binding */ MemberReader)
/* harmony export */ });
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5670);

/** True for a JSON object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An own member, never one of `Object.prototype`; `undefined` when absent. */
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
const TYPE_NAMES = {
    string: 'a string',
    number: 'a number',
    boolean: 'true or false',
    object: 'an object',
    list: 'a list',
    integer: 'a whole number',
};
/** What a JSON value is, in words. */
function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'list';
    return typeof value;
}
/**
 * Reads the known members of one object and notes those of a wrong type: such a document cannot be read at all
 * (contract section 9, 'reading comes before checking'). `null` reads as absent.
 */
class MemberReader {
    problems;
    code;
    constructor(problems, code) {
        this.problems = problems;
        this.code = code;
    }
    wrong(pointer, name, wanted, got) {
        this.problems.push({
            code: this.code,
            message: `${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)} must be ${TYPE_NAMES[wanted] ?? wanted}, not ${TYPE_NAMES[typeOf(got)] ?? typeOf(got)}`,
            pointer: pointer + (0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .pointerPart */ .x$)(name),
        });
    }
    text(object, name, pointer) {
        const value = member(object, name);
        if (typeof value === 'string')
            return value;
        if (value !== undefined && value !== null)
            this.wrong(pointer, name, 'string', value);
        return undefined;
    }
    flag(object, name, pointer) {
        const value = member(object, name);
        if (typeof value === 'boolean')
            return value;
        if (value !== undefined && value !== null)
            this.wrong(pointer, name, 'boolean', value);
        return undefined;
    }
    object(object, name, pointer) {
        const value = member(object, name);
        if (value === undefined || value === null)
            return undefined;
        if (isObject(value))
            return value;
        this.wrong(pointer, name, 'object', value);
        return undefined;
    }
    list(object, name, pointer) {
        const value = member(object, name);
        if (value === undefined || value === null)
            return undefined;
        if (Array.isArray(value))
            return value;
        this.wrong(pointer, name, 'list', value);
        return undefined;
    }
    integer(object, name, pointer) {
        const value = member(object, name);
        if (typeof value === 'number' && Number.isSafeInteger(value))
            return value;
        if (value !== undefined && value !== null)
            this.wrong(pointer, name, 'integer', value);
        return undefined;
    }
}
/** Go compares member names without case, with these two letters outside ASCII folding into it. */
function fold(name) {
    return name
        .replace(/\u017f/g, 's')
        .replace(/\u212a/g, 'k')
        .toLowerCase();
}
/** Members whose name is a known one in another case. Cheap when all names are known or clearly others. */
function caseVariants(object, known) {
    let found;
    let seen;
    for (const name of Object.keys(object)) {
        if (known.has(name))
            continue;
        const folded = fold(name);
        if (!known.has(folded))
            continue;
        found ??= [];
        seen ??= new Map();
        found.push({ name, known: folded, twin: Object.hasOwn(object, folded) || seen.has(folded) });
        seen.set(folded, name);
    }
    return found;
}


/***/ }),

/***/ 1954:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   oj: () => (/* binding */ recordHash)
/* harmony export */ });
/* unused harmony export canonicalPayload */
/* harmony import */ var _canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2327);
/* harmony import */ var _canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3475);


const NOTHING = { previous_record_hash: '' };
/** `record_hash` of a record: `sha256:` and 64 hex over the canonical form of what section 2.1 covers. */
function recordHash(view) {
    return `sha256:${(0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Hex */ .fg)(canonicalPayload(view))}`;
}
/** The hashed payload in canonical form. Its own members are written in order here; the rest is arranged. */
function canonicalPayload(view) {
    const previous = view.integrity.previousRecordHash;
    const payload = {
        agent_id: view.agentId,
        controls: view.controls,
        event: view.event ?? null,
        integrity: previous === '' ? NOTHING : { previous_record_hash: previous },
        metadata: view.metadata ?? null,
        record_id: view.recordId,
        record_type: view.recordType,
        record_version: view.recordVersion,
    };
    if (view.relations !== undefined)
        payload['relations'] = view.relations.value;
    if (view.relationship !== undefined)
        payload['relationship'] = view.relationship.value;
    payload['source'] = view.source;
    payload['source_product'] = view.sourceProduct;
    payload['timestamp'] = view.utc;
    const arranged = (0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__/* .arrange */ .NL)(payload);
    return (0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__/* .needsSlow */ .f6)() ? (0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalSlow */ .Yz)(payload) : JSON.stringify(arranged.value);
}



/***/ }),

/***/ 9632:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  mp: () => (/* binding */ checkRequired),
  ZU: () => (/* binding */ viewRecord)
});

// UNUSED EXPORTS: ViewContext, member

// EXTERNAL MODULE: ./src/engine/canonical/strict.ts
var strict = __nccwpck_require__(5670);
// EXTERNAL MODULE: ./src/engine/canonical/time.ts
var time = __nccwpck_require__(8126);
// EXTERNAL MODULE: ./src/engine/kinds/members.ts
var members = __nccwpck_require__(633);
;// CONCATENATED MODULE: ./src/engine/kinds/relationship.ts


const RELATIONSHIP = new Set([
    'parent_ref',
    'entity_refs',
    'policy_ref',
    'agent_chain',
    'edges',
    'parent_record_id',
    'related_record_ids',
    'related_entity_ids',
    'agent_lineage',
]);
const REFERENCE = new Set([
    'kind',
    'id',
    'digest',
    'schema_id',
    'schema_version',
    'source_product',
]);
const OPTIONAL_REFERENCE = ['digest', 'schema_id', 'schema_version', 'source_product'];
const EDGE = new Set(['kind', 'from', 'to']);
const HOP = new Set(['identity', 'role']);
const POLICY_REF = new Set(['policy_id', 'policy_version', 'policy_digest', 'matched_rule_ids']);
const LINEAGE_HOP = new Set(['agent_id', 'delegated_by', 'delegation_record_id']);
const PARENT_KINDS = new Set(['trace', 'run', 'session', 'intent', 'policy', 'agent', 'evidence']);
const ENTITY_KINDS = new Set([
    'agent',
    'tool',
    'resource',
    'policy',
    'run',
    'trace',
    'delegation',
    'evidence',
]);
const EDGE_KINDS = new Set([
    'delegates_to',
    'calls',
    'governed_by',
    'targets',
    'derived_from',
    'emits_evidence',
]);
/** At least two dot-separated labels, each lower-case alphanumeric from a letter on, with single `_` or `-` inside. */
const NAMESPACED = /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)+$/;
const DIGEST = /^(?:sha256:)?[0-9a-fA-F]{64}$/;
/** Views a relationship or its deprecated twin `relations` at `pointer`. */
function viewRelationship(raw, pointer, context) {
    const viewer = new RelationshipViewer(context);
    return { value: viewer.relationship(raw, pointer), problems: viewer.problems };
}
class RelationshipViewer {
    context;
    problems = [];
    constructor(context) {
        this.context = context;
    }
    relationship(raw, pointer) {
        const read = this.context.reader;
        const value = this.context.known(raw, RELATIONSHIP, pointer, true);
        const view = unknownMembers(value, RELATIONSHIP);
        const parent = read.object(value, 'parent_ref', pointer);
        if (parent !== undefined)
            view['parent_ref'] = this.reference(parent, `${pointer}/parent_ref`, PARENT_KINDS);
        this.listOf(view, value, 'entity_refs', pointer, (item, at) => this.reference(item, at, ENTITY_KINDS));
        const policy = read.object(value, 'policy_ref', pointer);
        if (policy !== undefined)
            view['policy_ref'] = this.policy(policy, `${pointer}/policy_ref`);
        this.listOf(view, value, 'agent_chain', pointer, (item, at) => this.hop(item, at));
        this.listOf(view, value, 'edges', pointer, (item, at) => this.edge(item, at));
        this.textUnlessEmpty(view, value, 'parent_record_id', pointer);
        this.texts(view, value, 'related_record_ids', pointer);
        this.texts(view, value, 'related_entity_ids', pointer);
        this.listOf(view, value, 'agent_lineage', pointer, (item, at) => this.lineage(item, at));
        return view;
    }
    listOf(view, value, name, pointer, each) {
        const list = this.context.reader.list(value, name, pointer);
        if (list === undefined || list.length === 0)
            return;
        view[name] = list.map((item, i) => {
            if (item !== null && !(0,members/* isObject */.Gv)(item)) {
                this.context.reader.wrong(`${pointer}/${name}`, String(i), 'object', item);
                return {};
            }
            return each(item ?? {}, `${pointer}/${name}/${i}`);
        });
    }
    texts(view, value, name, pointer) {
        const list = this.context.reader.list(value, name, pointer);
        if (list === undefined || list.length === 0)
            return;
        view[name] = list.map((item, i) => {
            if (item === null)
                return '';
            if (typeof item !== 'string')
                this.context.reader.wrong(`${pointer}/${name}`, String(i), 'string', item);
            return item;
        });
    }
    textUnlessEmpty(view, value, name, pointer) {
        const text = this.context.reader.text(value, name, pointer);
        if (text !== undefined && text !== '')
            view[name] = text;
    }
    /** A reference; `kinds` is `undefined` for the ends of an edge, whose kind is any non-empty one. */
    reference(raw, pointer, kinds) {
        const read = this.context.reader;
        const value = this.context.known(raw, REFERENCE, pointer, true);
        const view = unknownMembers(value, REFERENCE);
        const kind = read.text(value, 'kind', pointer) ?? '';
        const id = read.text(value, 'id', pointer) ?? '';
        view['kind'] = kind;
        view['id'] = id;
        for (const name of OPTIONAL_REFERENCE) {
            const given = (0,members/* member */.Dc)(value, name);
            if (given === undefined)
                continue;
            view[name] = given;
        }
        if (id === '') {
            this.problem('record.relationship_ref.id_required', 'a reference has no id', `${pointer}/id`);
        }
        if (kinds === undefined ? kind === '' : !kinds.has(kind) && !NAMESPACED.test(kind)) {
            this.problem('record.relationship_ref.kind_invalid', `reference kind ${(0,strict/* quote */.hD)(kind)} is not known`, `${pointer}/kind`);
        }
        const digest = view['digest'];
        if (typeof digest === 'string' && digest !== '' && !DIGEST.test(digest)) {
            this.problem('record.relationship_ref.digest_invalid', `reference digest ${(0,strict/* quote */.hD)(digest)} is no SHA-256`, `${pointer}/digest`);
        }
        return view;
    }
    edge(raw, pointer) {
        const read = this.context.reader;
        const value = this.context.known(raw, EDGE, pointer, true);
        const view = unknownMembers(value, EDGE);
        const kind = read.text(value, 'kind', pointer) ?? '';
        view['kind'] = kind;
        if (!EDGE_KINDS.has(kind) && !NAMESPACED.test(kind)) {
            this.problem('record.relationship_edge.kind_invalid', `edge kind ${(0,strict/* quote */.hD)(kind)} is not known`, `${pointer}/kind`);
        }
        view['from'] = this.reference(read.object(value, 'from', pointer) ?? {}, `${pointer}/from`, undefined);
        view['to'] = this.reference(read.object(value, 'to', pointer) ?? {}, `${pointer}/to`, undefined);
        return view;
    }
    hop(raw, pointer) {
        const value = this.context.known(raw, HOP, pointer, true);
        const view = unknownMembers(value, HOP);
        view['identity'] = this.context.reader.text(value, 'identity', pointer) ?? '';
        view['role'] = this.context.reader.text(value, 'role', pointer) ?? '';
        return view;
    }
    policy(raw, pointer) {
        const value = this.context.known(raw, POLICY_REF, pointer, true);
        const view = unknownMembers(value, POLICY_REF);
        this.textUnlessEmpty(view, value, 'policy_id', pointer);
        this.textUnlessEmpty(view, value, 'policy_version', pointer);
        this.textUnlessEmpty(view, value, 'policy_digest', pointer);
        this.texts(view, value, 'matched_rule_ids', pointer);
        return view;
    }
    lineage(raw, pointer) {
        const value = this.context.known(raw, LINEAGE_HOP, pointer, true);
        const view = unknownMembers(value, LINEAGE_HOP);
        view['agent_id'] = this.context.reader.text(value, 'agent_id', pointer) ?? '';
        this.textUnlessEmpty(view, value, 'delegated_by', pointer);
        this.textUnlessEmpty(view, value, 'delegation_record_id', pointer);
        return view;
    }
    problem(code, message, pointer) {
        this.problems.push({ code, message, pointer });
    }
}
/** Unknown members, kept as they are; `__proto__` stays an ordinary member. */
function unknownMembers(value, known) {
    const view = {};
    for (const name of Object.keys(value)) {
        if (known.has(name))
            continue;
        if (name === '__proto__') {
            Object.defineProperty(view, name, { value: value[name], enumerable: true, configurable: true, writable: true });
        }
        else
            view[name] = value[name];
    }
    return view;
}

;// CONCATENATED MODULE: ./src/engine/kinds/record-view.ts




const RECORD_MEMBERS = new Set([
    'record_id',
    'record_version',
    'timestamp',
    'source',
    'source_product',
    'agent_id',
    'record_type',
    'event',
    'controls',
    'metadata',
    'relationship',
    'relations',
    'integrity',
]);
const INTEGRITY_MEMBERS = new Set([
    'record_hash',
    'previous_record_hash',
    'signing_key_id',
    'signature',
]);
const CONTROLS_MEMBERS = new Set([
    'permissions_enforced',
    'approved_scope',
    'within_scope',
    'guardrails_active',
    'human_oversight',
]);
const GUARDRAIL_MEMBERS = new Set(['name', 'status', 'triggered']);
const OVERSIGHT_MEMBERS = new Set(['approval_required', 'last_review', 'reviewer']);
/** Reads a parsed record into its typed view; nothing is normalised. */
function viewRecord(value, options) {
    const problems = [];
    const context = new ViewContext(problems, options);
    const record = context.known(value, RECORD_MEMBERS, '');
    const read = context.reader;
    const timestamp = read.text(record, 'timestamp', '');
    const instant = timestamp === undefined ? undefined : (0,time/* parseInstant */.nV)(timestamp);
    if (timestamp !== undefined && instant === undefined) {
        problems.push({
            code: 'record.timestamp_invalid',
            message: `timestamp ${(0,strict/* quote */.hD)(timestamp)} is not an RFC 3339 instant`,
            pointer: '/timestamp',
        });
    }
    const controls = read.object(record, 'controls', '');
    const integrity = read.object(record, 'integrity', '');
    const sealed = integrity === undefined ? {} : context.known(integrity, INTEGRITY_MEMBERS, '/integrity');
    const relationship = read.object(record, 'relationship', '');
    const relations = read.object(record, 'relations', '');
    const view = {
        recordId: read.text(record, 'record_id', '') ?? '',
        recordVersion: read.text(record, 'record_version', '') ?? '',
        source: read.text(record, 'source', '') ?? '',
        sourceProduct: read.text(record, 'source_product', '') ?? '',
        recordType: read.text(record, 'record_type', '') ?? '',
        agentId: read.text(record, 'agent_id', '') ?? '',
        timestamp,
        utc: instant?.utc ?? '',
        epochMs: instant?.epochMs ?? Number.NaN,
        fraction: instant?.fraction ?? false,
        event: read.object(record, 'event', ''),
        controls: viewControls(controls, context),
        metadata: read.object(record, 'metadata', ''),
        relationship: relationship === undefined ? undefined : viewRelationship(relationship, '/relationship', context),
        relations: relations === undefined ? undefined : viewRelationship(relations, '/relations', context),
        integrity: {
            recordHash: read.text(sealed, 'record_hash', '/integrity') ?? '',
            previousRecordHash: read.text(sealed, 'previous_record_hash', '/integrity') ?? '',
            signingKeyId: read.text(sealed, 'signing_key_id', '/integrity') ?? '',
            signature: read.text(sealed, 'signature', '/integrity') ?? '',
            present: integrity !== undefined,
        },
        unhashed: context.unhashed,
    };
    return problems.length === 0 ? { view } : { problems };
}
/** What the viewing of one record shares. */
class ViewContext {
    problems;
    options;
    unhashed;
    reader;
    constructor(problems, options) {
        this.problems = problems;
        this.options = options;
        this.reader = new members/* MemberReader */.uG(problems, 'record.member_type');
    }
    /** The object with its known members under their own names; others are noted as not covered by the hash. */
    known(object, known, pointer, hashed = false) {
        let others = false;
        for (const name in object) {
            if (known.has(name))
                continue;
            others = true;
            if (!hashed) {
                this.unhashed ??= [];
                this.unhashed.push(pointer + (0,strict/* pointerPart */.x$)(name));
            }
        }
        if (!others)
            return object;
        const variants = (0,members/* caseVariants */.r0)(object, known);
        if (variants === undefined)
            return object;
        const renamed = { ...object };
        for (const variant of variants) {
            if (variant.twin || this.options.loneCaseVariants === 'refuse') {
                this.problems.push({
                    code: 'json.case_collision',
                    message: `member ${(0,strict/* quote */.hD)(variant.name)} differs from ${(0,strict/* quote */.hD)(variant.known)} only by case: readers disagree about which one counts`,
                    pointer: pointer + (0,strict/* pointerPart */.x$)(variant.name),
                });
                continue;
            }
            renamed[variant.known] = object[variant.name];
            delete renamed[variant.name];
        }
        return renamed;
    }
}
/** Typed view of controls (contract section 2.2), members in canonical order. */
function viewControls(raw, context) {
    if (raw === undefined)
        return { permissions_enforced: false };
    const read = context.reader;
    const controls = context.known(raw, CONTROLS_MEMBERS, '/controls');
    const view = {};
    const scope = read.text(controls, 'approved_scope', '/controls');
    if (scope !== undefined && scope !== '')
        view['approved_scope'] = scope;
    const guardrails = read.list(controls, 'guardrails_active', '/controls');
    if (guardrails !== undefined && guardrails.length > 0) {
        view['guardrails_active'] = guardrails.map((item, i) => viewGuardrail(item, `/controls/guardrails_active/${i}`, context));
    }
    const oversight = read.object(controls, 'human_oversight', '/controls');
    if (oversight !== undefined)
        view['human_oversight'] = viewOversight(oversight, context);
    view['permissions_enforced'] = read.flag(controls, 'permissions_enforced', '/controls') ?? false;
    const within = read.flag(controls, 'within_scope', '/controls');
    if (within !== undefined)
        view['within_scope'] = within;
    return view;
}
function viewGuardrail(item, pointer, context) {
    if (item !== null && !(0,members/* isObject */.Gv)(item)) {
        const at = pointer.lastIndexOf('/');
        context.reader.wrong(pointer.slice(0, at), pointer.slice(at + 1), 'object', item);
        return {};
    }
    const guardrail = item === null ? {} : context.known(item, GUARDRAIL_MEMBERS, pointer);
    return {
        name: context.reader.text(guardrail, 'name', pointer) ?? '',
        status: context.reader.text(guardrail, 'status', pointer) ?? '',
        triggered: context.reader.flag(guardrail, 'triggered', pointer) ?? false,
    };
}
function viewOversight(raw, context) {
    const pointer = '/controls/human_oversight';
    const oversight = context.known(raw, OVERSIGHT_MEMBERS, pointer);
    const view = {
        approval_required: context.reader.flag(oversight, 'approval_required', pointer) ?? false,
    };
    const review = context.reader.text(oversight, 'last_review', pointer);
    if (review !== undefined && review !== '')
        view['last_review'] = review;
    const reviewer = context.reader.text(oversight, 'reviewer', pointer);
    if (reviewer !== undefined && reviewer !== '')
        view['reviewer'] = reviewer;
    return view;
}
/** Rules of contract section 2.4 beyond types: what must be there and not blank. */
function checkRequired(view) {
    const problems = [];
    const blank = (text) => text.trim() === '';
    const need = (bad, name, code, word = 'missing or blank') => {
        if (bad)
            problems.push({ code, message: `${name} is ${word}`, pointer: (0,strict/* pointerPart */.x$)(name) });
    };
    need(view.recordId === '', 'record_id', 'record.record_id_required', 'missing or empty');
    need(blank(view.recordVersion), 'record_version', 'record.record_version_required');
    need(view.timestamp === undefined, 'timestamp', 'record.timestamp_required', 'missing');
    need(blank(view.source), 'source', 'record.source_required');
    need(blank(view.sourceProduct), 'source_product', 'record.source_product_required');
    need(blank(view.recordType), 'record_type', 'record.record_type_required');
    need(view.event === undefined, 'event', 'record.event_required', 'missing');
    return problems;
}



/***/ }),

/***/ 9911:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ RecordRun)
});

// EXTERNAL MODULE: ./src/engine/canonical/strict.ts
var strict = __nccwpck_require__(5670);
// EXTERNAL MODULE: ./src/engine/collector.ts + 1 modules
var collector = __nccwpck_require__(4775);
// EXTERNAL MODULE: ./src/engine/signature/record-signature.ts
var record_signature = __nccwpck_require__(6881);
// EXTERNAL MODULE: ./src/engine/canonical/jcs.ts
var jcs = __nccwpck_require__(3475);
// EXTERNAL MODULE: ./src/engine/canonical/read.ts
var read = __nccwpck_require__(9247);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __nccwpck_require__(5206);
// EXTERNAL MODULE: ./src/engine/limits.ts
var limits = __nccwpck_require__(7100);
// EXTERNAL MODULE: ./src/engine/options.ts
var engine_options = __nccwpck_require__(9052);
// EXTERNAL MODULE: ./src/engine/schema/registry.ts + 1 modules
var registry = __nccwpck_require__(839);
// EXTERNAL MODULE: ./src/engine/signature/ed25519.ts + 3 modules
var ed25519 = __nccwpck_require__(7704);
// EXTERNAL MODULE: ./src/engine/signature/jobs.ts
var jobs = __nccwpck_require__(5671);
// EXTERNAL MODULE: ./src/engine/kinds/members.ts
var members = __nccwpck_require__(633);
// EXTERNAL MODULE: ./src/engine/kinds/record-hash.ts
var record_hash = __nccwpck_require__(1954);
// EXTERNAL MODULE: ./src/engine/kinds/record-view.ts + 1 modules
var record_view = __nccwpck_require__(9632);
// EXTERNAL MODULE: ./src/engine/kinds/schema-view.ts
var schema_view = __nccwpck_require__(3381);
;// CONCATENATED MODULE: ./src/engine/kinds/record-check.ts















/**
 * Records that are read before their signatures are verified: reading and curve arithmetic turn each other's data out of the
 * processor's caches, so they take turns by the group and not by the record. So many values are alive at a time.
 */
const GROUP = 64;
/** Checks records one by one: reading, required members, schema, hash, key; everything but links and cryptography. */
class RecordChecker {
    options;
    rules;
    required;
    located = 0;
    constructor(options, rules) {
        this.options = options;
        this.rules = rules;
        this.required = rules.signatures === undefined && (0,engine_options/* signaturesRequired */.P)(options);
    }
    /** The record in a slice; `undefined` when the rules pass over it because it is no record. */
    check(slice) {
        let value;
        try {
            value = this.parse(slice);
        }
        catch (error) {
            if (!(error instanceof fault/* Fault */.v))
                throw error;
            if (this.rules.onlyRecords === true && !mentionsRecord(slice.bytes))
                return undefined;
            const offset = slice.offset + (error.place.offset ?? 0);
            return unreadable(slice, [{ code: error.code, message: error.message, pointer: '', offset }], undefined);
        }
        if (this.rules.onlyRecords === true && !looksLikeRecord(value))
            return undefined;
        if (value === null && this.rules.nullRecord === 'empty')
            value = {};
        if (!(0,members/* isObject */.Gv)(value)) {
            const message = `a record must be an object, not ${(0,members/* typeOf */.QP)(value)}`;
            return unreadable(slice, [{ code: 'record.member_type', message, pointer: '', offset: slice.offset }], undefined);
        }
        return this.checkValue(value, slice);
    }
    parse(slice) {
        const { maxDepth } = this.options.limits;
        const scanned = slice.members < 0 ? undefined : slice;
        const { value, members } = (0,read/* parseUnchecked */.au)(slice.bytes, maxDepth, scanned);
        const counted = (0,jcs/* countMembers */.bI)(value);
        if (counted.members !== members || !counted.finite)
            throw (0,read/* exactFault */.cv)(slice.bytes, maxDepth);
        return value;
    }
    checkValue(value, slice) {
        const result = (0,record_view/* viewRecord */.ZU)(value, { loneCaseVariants: this.options.mode === 'compat' ? 'read' : 'refuse' });
        const { view } = result;
        if (view === undefined)
            return unreadable(slice, this.place(result.problems, slice), value);
        const hash = (0,record_hash/* recordHash */.oj)(view);
        const problems = this.problemsOf(view, value, hash);
        const sealed = view.integrity;
        const checked = {
            line: slice.line,
            offset: slice.offset,
            readable: true,
            recordId: view.recordId,
            declaredHash: sealed.recordHash,
            previousHash: sealed.previousRecordHash,
            signingKeyId: sealed.signingKeyId,
            epochMs: view.epochMs,
            hash,
            problems: [],
            signature: 'none',
            keyId: undefined,
            ok: true,
            value,
            job: undefined,
        };
        this.prepareSignature(view, checked, problems);
        if (problems.length > 0) {
            checked.problems.push(...this.place(problems, slice));
            if (problems.some((problem) => problem.severity === undefined))
                checked.ok = false;
        }
        return checked;
    }
    /** Absolute places; past what is kept of an artifact anyway, the start of the record has to do. */
    place(problems, slice) {
        return problems.map((problem) => ({
            ...problem,
            offset: this.located++ < limits/* MAX_FINDINGS */.Mt
                ? slice.offset + (0,collector/* offsetOfPointer */.m)(slice.bytes, problem.pointer, this.options.limits.maxDepth)
                : slice.offset,
        }));
    }
    problemsOf(view, value, hash) {
        const problems = (0,record_view/* checkRequired */.mp)(view);
        for (const relation of [view.relationship, view.relations]) {
            if (relation === undefined)
                continue;
            for (const problem of relation.problems) {
                const mild = problem.code === 'record.relationship_ref.digest_invalid';
                if (!mild)
                    problems.push(problem);
                else if (this.options.mode === 'gate')
                    problems.push({ ...problem, severity: 'warning' });
            }
        }
        this.checkSchema(view, value, problems);
        const sealed = view.integrity;
        if (!sealed.present) {
            problems.push({ code: 'record.integrity_required', message: 'integrity is missing', pointer: '/integrity' });
        }
        else if (sealed.recordHash === '') {
            problems.push({
                code: 'record.hash_required',
                message: 'integrity.record_hash is missing',
                pointer: '/integrity/record_hash',
            });
        }
        else if (sealed.recordHash !== hash) {
            problems.push({
                code: 'record.hash_mismatch',
                message: `record_hash is ${(0,strict/* quote */.hD)(sealed.recordHash)} but the content hashes to ${hash}`,
                pointer: '/integrity/record_hash',
            });
        }
        if (this.options.mode === 'gate')
            this.checkUncovered(view, problems);
        return problems;
    }
    checkSchema(view, value, problems) {
        if (this.rules.schema === 'none')
            return;
        const subject = this.rules.schema === 'raw' ? value : (0,schema_view/* typedRecord */.y)(view);
        const custom = this.rules.custom ?? this.options.customTypes;
        const found = (0,registry/* validateRecord */.eV)(subject, view.recordType, custom);
        if (found.length === 0)
            return;
        const known = new Set(problems.map((problem) => problem.pointer));
        const code = this.rules.schemaCode;
        for (const problem of found) {
            if (!known.has(problem.pointer))
                problems.push(code === undefined ? problem : { ...problem, code });
        }
    }
    /** Hardening 7: what a reader would trust and no hash covers. */
    checkUncovered(view, problems) {
        if (view.unhashed !== undefined) {
            for (const pointer of view.unhashed) {
                const problem = {
                    code: 'record.unhashed_member',
                    message: `member ${(0,strict/* quote */.hD)(pointer)} is not covered by the record hash`,
                    pointer,
                };
                problems.push(this.options.strict ? problem : { ...problem, severity: 'warning' });
            }
        }
        if (view.fraction) {
            problems.push({
                code: 'record.timestamp_fraction',
                message: 'the fraction of a second in timestamp is not covered by the hash',
                pointer: '/timestamp',
                severity: 'notice',
            });
        }
    }
    prepareSignature(view, checked, problems) {
        const { options } = this;
        const sealed = view.integrity;
        const has = sealed.signature !== '';
        const revoked = revocationProblem(this.options, sealed.signingKeyId, view.epochMs);
        if (revoked !== undefined)
            problems.push(revoked);
        if (!has && sealed.signingKeyId === '' && !this.required)
            return;
        const unknown = this.rules.signatures === 'known' && options.trust.keyById(sealed.signingKeyId) === undefined;
        if (options.signatures === 'off' || unknown || (!this.required && !options.trust.configured)) {
            if (has) {
                checked.signature = 'unchecked';
            }
            return;
        }
        const step = (0,record_signature/* prepareRecordSignature */.rd)(sealed, options.trust, options.now);
        if ('job' in step) {
            checked.job = step.job;
            return;
        }
        checked.signature = has ? 'failed' : 'none';
        problems.push({ code: step.code, message: step.message, pointer: step.pointer ?? '/integrity/signature' });
    }
}
/** A record as it is shown outside of the engine. */
function checkedRecord(one, index, artifact, entry, value) {
    return {
        artifact,
        ...(entry === undefined ? {} : { entry }),
        index,
        line: one.line,
        value,
        recordId: one.recordId,
        recordHash: one.hash,
        signature: one.signature,
        ...(one.keyId === undefined ? {} : { keyId: one.keyId }),
        ok: one.ok,
    };
}
/**
 * Finishes the records of slices in this thread: checks them, verifies their Ed25519 signatures, makes the caller's
 * extracts and lets go of their values. Those with a cosign signature are left as they are, for who can wait for it.
 */
function finishedRecords(slices, checker, artifact, entry, options) {
    const finished = [];
    for (let start = 0; start < slices.length; start += GROUP) {
        const group = slices.slice(start, start + GROUP).map((slice) => checker.check(slice));
        const signed = [];
        for (const one of group)
            if (one?.job?.kind === 'ed25519')
                signed.push([one, one.job]);
        const verified = (0,ed25519/* verifyEd25519Many */.W7)(signed.map(([, job]) => job));
        signed.forEach(([one, job], i) => {
            settleSignature(one, (0,jobs/* ed25519Verdict */.v)(job, verified[i] === true), options);
        });
        for (const one of group) {
            if (one !== undefined && one.job === undefined && one.value !== undefined) {
                one.fact = options.records?.extract(checkedRecord(one, 0, artifact, entry, one.value));
                one.value = undefined;
            }
            finished.push(one);
        }
    }
    return finished;
}
/** Notes the verdict on a record's signature. */
function settleSignature(one, verdict, options) {
    one.job = undefined;
    if (verdict?.ok === true) {
        one.signature = 'verified';
        one.keyId = verdict.keyId;
        // A cosign record names its key in free text that no hash covers: what really verified it may be revoked as well.
        const revoked = verdict.keyId === one.signingKeyId ? undefined : revocationProblem(options, verdict.keyId, one.epochMs);
        if (revoked === undefined)
            return;
        one.ok = false;
        one.problems.push({ ...revoked, offset: one.offset });
        return;
    }
    one.signature = 'failed';
    one.ok = false;
    one.problems.push({
        code: verdict?.code ?? 'signature.invalid',
        message: verdict?.message ?? 'the signature does not verify',
        pointer: '/integrity/signature',
        offset: one.offset,
    });
}
/** Why the signer of a record is revoked (contract section 4), or `undefined`. */
function revocationProblem(options, keyId, epochMs) {
    if (keyId === '' || options.revocations.length === 0)
        return undefined;
    for (const revoked of options.revocations) {
        if (revoked.keyId !== keyId)
            continue;
        if (revoked.revokedAt !== undefined && epochMs < revoked.revokedAt)
            continue;
        return {
            code: 'signature.key_revoked',
            message: `signing key ${(0,strict/* quote */.hD)(keyId)} is revoked${revoked.reason === '' ? '' : `: ${(0,strict/* quote */.hD)(revoked.reason)}`}`,
            pointer: '/integrity/signing_key_id',
        };
    }
    return undefined;
}
function unreadable(slice, problems, value) {
    const id = value === undefined ? undefined : value['record_id'];
    return {
        line: slice.line,
        offset: slice.offset,
        readable: false,
        recordId: typeof id === 'string' ? id : '',
        declaredHash: '',
        previousHash: '',
        signingKeyId: '',
        epochMs: Number.NaN,
        hash: '',
        problems,
        signature: 'none',
        keyId: undefined,
        ok: false,
        value,
        job: undefined,
    };
}
/** A JSON value that somebody would read as a Proof record. */
function looksLikeRecord(value) {
    return (0,members/* isObject */.Gv)(value) && (Object.hasOwn(value, 'record_id') || Object.hasOwn(value, 'record_type'));
}
/** Text that is no JSON but may have been meant, or be taken by a laxer reader, as a record. */
function mentionsRecord(bytes) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return text.includes('"record_id"') || text.includes('"record_hash"');
}

;// CONCATENATED MODULE: ./src/engine/kinds/records.ts




const PENDING_LINKS = 100;
/** Stands for the hash of a record that could not be read: nothing can link to it. */
const UNREADABLE = '(a record that could not be read)';
/** Batches under way at once; each holds its slices in memory. */
const BATCHES_AHEAD = 4;
/**
 * Verifies records in the order they come: each by itself (RecordChecker), then its signature, then its link.
 * While one batch has its signatures checked or is with a worker, the next is parsed; results are told in order.
 */
class RecordRun {
    collector;
    options;
    rules;
    count = 0;
    inRange = 0;
    previous = '';
    head = '';
    linked = false;
    unlinked = [];
    unlinkedMore = 0;
    verified = 0;
    unchecked = 0;
    keyIds = new Set();
    batches = [];
    missingKeyTold = false;
    checker;
    constructor(collector, options, rules) {
        this.collector = collector;
        this.options = options;
        this.rules = rules;
        this.checker = new RecordChecker(options, rules);
        this.linked = rules.link === 'chain';
    }
    /** Verifies the records of these slices; results are told in order by a later call or by `finish`. */
    async push(slices, source, entry) {
        const context = { rules: this.rules, artifact: this.collector.artifact, entry, size: source.size };
        const far = this.options.onRecord === undefined ? this.options.workers?.check(slices, context) : undefined;
        const checked = far ?? this.here(slices, entry);
        // A worker that dies makes this reject when its turn comes, not before anybody listens.
        if (checked instanceof Promise)
            checked.catch(() => { });
        this.batches.push({ slices, source, entry, checked });
        while (this.batches.length > 0) {
            const [first] = this.batches;
            if (first === undefined)
                return;
            if (first.checked instanceof Promise && this.batches.length <= BATCHES_AHEAD)
                return;
            await this.tellFirst();
        }
    }
    /** Waits for what is still under way. */
    async finish() {
        while (this.batches.length > 0)
            await this.tellFirst();
        return {
            records: this.count,
            inRange: this.inRange,
            headHash: this.head,
            signaturesVerified: this.verified,
            keyIds: this.keyIds,
            unchecked: this.unchecked,
            linked: this.linked,
        };
    }
    here(slices, entry) {
        const { options } = this;
        if (options.workers !== undefined && options.onRecord === undefined) {
            // Every thread is busy with records of its own: the pool could only take one away from another.
            const { artifact } = this.collector;
            const checked = finishedRecords(slices, this.checker, artifact, entry, options);
            return checked.some((one) => one?.job !== undefined) ? verifySignatures(checked, options) : checked;
        }
        const checked = slices.map((slice) => this.checker.check(slice));
        return checked.some((one) => one?.job !== undefined) ? verifySignatures(checked, options) : checked;
    }
    async tellFirst() {
        const batch = this.batches[0];
        if (batch === undefined)
            return;
        const checked = await batch.checked;
        this.batches.shift();
        checked.forEach((one, i) => {
            const slice = batch.slices[i];
            if (one !== undefined && slice !== undefined)
                this.tell(one, slice, batch);
        });
    }
    tell(one, slice, batch) {
        const index = this.count++;
        const spot = {
            source: batch.source,
            offset: one.offset,
            recordId: one.recordId,
            ...(batch.entry === undefined ? {} : { entry: batch.entry }),
        };
        for (const problem of one.problems) {
            const known = problem.offset !== one.offset || problem.pointer === '';
            // Past what is kept of an artifact the start of the record has to do, whoever looked at it.
            const offset = !this.collector.wantsPlaces
                ? one.offset
                : known
                    ? problem.offset
                    : one.offset + (0,collector/* offsetOfPointer */.m)(slice.bytes, problem.pointer, this.options.limits.maxDepth);
            this.raise(problem, { ...spot, offset });
        }
        if (one.readable) {
            this.link(one, index, slice, spot);
            this.countRange(one);
        }
        else
            this.previous = UNREADABLE;
        if (one.signature === 'unchecked')
            this.unchecked++;
        if (one.signature === 'verified' && one.keyId !== undefined) {
            this.verified++;
            this.keyIds.add(one.keyId);
        }
        this.hand(one, index, batch);
    }
    raise(problem, spot) {
        if (problem.code === 'key.missing' || problem.code === 'cosign.identity_required') {
            // Once an artifact: it is the configuration that lacks something, not each record.
            if (this.missingKeyTold)
                return;
            this.missingKeyTold = true;
        }
        this.collector.add(problem.code, problem.message, {
            ...spot,
            pointer: problem.pointer,
            severity: problem.severity,
        });
    }
    link(one, index, slice, spot) {
        if (this.rules.link !== 'none') {
            const declared = one.previousHash;
            if (!this.linked && declared !== '') {
                this.linked = true;
                this.flushUnlinked();
            }
            if (declared !== this.previous) {
                if (this.linked) {
                    one.ok = false;
                    const pointer = '/integrity/previous_record_hash';
                    const offset = this.collector.wantsPlaces
                        ? one.offset + (0,collector/* offsetOfPointer */.m)(slice.bytes, pointer, this.options.limits.maxDepth)
                        : one.offset;
                    const message = brokenLink(index, one.recordId, declared, this.previous);
                    this.raise({ code: 'chain.link_broken', message, pointer }, { ...spot, offset });
                }
                else if (this.unlinked.length < PENDING_LINKS)
                    this.unlinked.push({ index, spot });
                else
                    this.unlinkedMore++;
            }
        }
        this.previous = one.declaredHash;
        this.head = this.previous;
    }
    flushUnlinked() {
        for (const { index, spot } of this.unlinked) {
            this.collector.add('chain.link_broken', `record ${index} has no previous_record_hash but other records of the stream link`, spot);
        }
        if (this.unlinkedMore > 0) {
            this.collector.add('chain.link_broken', `${this.unlinkedMore} more records have no previous_record_hash but other records of the stream link`);
        }
        this.unlinked.length = 0;
        this.unlinkedMore = 0;
    }
    countRange({ epochMs }) {
        const range = this.options.range;
        if (range?.from !== undefined && !(epochMs >= range.from))
            return;
        if (range?.to !== undefined && !(epochMs <= range.to))
            return;
        this.inRange++;
    }
    /** Hands the record to whoever asked to see it. */
    hand(one, index, batch) {
        const { onRecord, records } = this.options;
        if (records !== undefined && one.fact !== undefined) {
            records.accept(one.fact, index, one.ok);
            return;
        }
        if ((onRecord === undefined && records === undefined) || one.value === undefined)
            return;
        const record = checkedRecord(one, index, this.collector.artifact, batch.entry, one.value);
        onRecord?.(record);
        if (records !== undefined)
            records.accept(records.extract(record), index, one.ok);
    }
}
/** The cryptography of a batch, in the thread pool. */
async function verifySignatures(checked, options) {
    const waiting = checked.filter((one) => one?.job !== undefined);
    const verdicts = await (0,record_signature/* runRecordJobs */.bI)(waiting.map((one) => one.job));
    waiting.forEach((one, i) => {
        const verdict = verdicts[i];
        settleSignature(one, verdict, options);
    });
    return checked;
}
function brokenLink(index, recordId, declared, expected) {
    const who = `record ${index} (${(0,strict/* quote */.hD)(recordId)})`;
    if (expected === '')
        return `${who} is the first but has previous_record_hash ${(0,strict/* quote */.hD)(declared)}`;
    if (declared === '')
        return `${who} has no previous_record_hash; the record before it has hash ${(0,strict/* quote */.hD)(expected)}`;
    return `${who} links to ${(0,strict/* quote */.hD)(declared)} but the record before it has hash ${(0,strict/* quote */.hD)(expected)}`;
}


/***/ }),

/***/ 3381:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ typedRecord)
/* harmony export */ });
/** The typed view as a JSON object: what schemas are checked against and what a chain signature covers. */
function typedRecord(view, timestamp = view.timestamp) {
    const sealed = view.integrity;
    const integrity = { record_hash: sealed.recordHash };
    if (sealed.previousRecordHash !== '')
        integrity['previous_record_hash'] = sealed.previousRecordHash;
    if (sealed.signingKeyId !== '')
        integrity['signing_key_id'] = sealed.signingKeyId;
    if (sealed.signature !== '')
        integrity['signature'] = sealed.signature;
    const record = {
        record_id: view.recordId,
        record_version: view.recordVersion,
        source: view.source,
        source_product: view.sourceProduct,
        record_type: view.recordType,
        controls: view.controls,
        integrity,
    };
    if (timestamp !== undefined)
        record['timestamp'] = timestamp;
    if (view.event !== undefined)
        record['event'] = view.event;
    if (view.agentId !== '')
        record['agent_id'] = view.agentId;
    if (view.metadata !== undefined)
        record['metadata'] = view.metadata;
    if (view.relationship !== undefined)
        record['relationship'] = view.relationship.value;
    if (view.relations !== undefined)
        record['relations'] = view.relations.value;
    return record;
}


/***/ }),

/***/ 9060:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ runLines),
/* harmony export */   u: () => (/* binding */ verifyStream)
/* harmony export */ });
/* harmony import */ var _canonical_slices_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9076);
/* harmony import */ var _source_coalesce_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2547);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9911);



/**
 * Verifies a JSONL stream, one record a line (contract section 7): as a chain as soon as one record links.
 * Lines may be as long as the record limit allows (hardening 14).
 */
async function verifyStream(source, collector, options) {
    const run = new _records_js__WEBPACK_IMPORTED_MODULE_1__/* .RecordRun */ .f(collector, options, { link: 'auto', schema: 'typed', nullRecord: 'refuse' });
    await runLines(run, source, collector, options);
    const summary = await run.finish();
    if (summary.records === 0 && !collector.failed)
        collector.add('stream.empty', 'the stream has no records');
    return summary;
}
/** Feeds the lines of a source to a run; a fault of the source is a finding, at its entry when it has one. */
async function runLines(run, source, collector, options, entry) {
    const slicer = new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_0__/* .LineSlicer */ .XY(options.limits);
    try {
        for await (const chunk of (0,_source_coalesce_js__WEBPACK_IMPORTED_MODULE_2__/* .coalesce */ .Y)(source.chunks())) {
            await run.push(slicer.push(chunk), source, entry);
            if (options.aborted?.() === true)
                return;
        }
        await run.push(slicer.finish(), source, entry);
    }
    catch (error) {
        collector.fault(error, { source, ...(entry === undefined ? {} : { entry }) });
    }
}


/***/ }),

/***/ 7100:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ RATIO_FLOOR_BYTES),
/* harmony export */   Mt: () => (/* binding */ MAX_FINDINGS),
/* harmony export */   Z_: () => (/* binding */ MAX_SCHEMA_BYTES),
/* harmony export */   dR: () => (/* binding */ DEFAULT_LIMITS),
/* harmony export */   ib: () => (/* binding */ MAX_ARCHIVE_DEPTH)
/* harmony export */ });
const MiB = 1024 * 1024;
/** Defaults; each has a command line option of the same meaning. */
const DEFAULT_LIMITS = {
    maxArtifactBytes: 2048 * MiB,
    maxEntryBytes: 256 * MiB,
    maxTotalBytes: 1024 * MiB,
    maxEntries: 10_000,
    maxRatio: 200,
    maxDepth: 200,
    maxRecordBytes: 10 * MiB,
    maxDocumentBytes: 64 * MiB,
};
/** Unpacked size below which the ratio of an archive entry is not looked at. */
const RATIO_FLOOR_BYTES = MiB;
/** Archives inside archives: a runpack inside a pack is 2, deeper is refused. */
const MAX_ARCHIVE_DEPTH = 2;
/** Bytes of one custom schema (hardening 20). */
const MAX_SCHEMA_BYTES = MiB;
/** Findings kept of one artifact; the rest is counted. */
const MAX_FINDINGS = 100;


/***/ }),

/***/ 9052:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ signaturesRequired)
/* harmony export */ });
/** True when signatures have to be there and verify. */
function signaturesRequired(options) {
    return options.signatures === 'required' || (options.signatures === 'auto' && options.trust.configured);
}


/***/ }),

/***/ 3225:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cI: () => (/* binding */ compileCustomTypes)
/* harmony export */ });
/* unused harmony exports NO_CUSTOM_TYPES, patternCompiler */
/* harmony import */ var _canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2327);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5206);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7100);
/* harmony import */ var _evaluate_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6888);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3462);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(839);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8824);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7293);








const DRAFT_07 = /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/;
class Registry {
    schemas;
    sources;
    names;
    digest;
    constructor(schemas, sources) {
        this.schemas = schemas;
        this.sources = sources;
        this.digest = digestOf(sources);
        this.names = [...schemas.keys()].sort();
    }
    has(type) {
        return this.schemas.has(type);
    }
    validate(type, view) {
        const schema = this.schemas.get(type);
        if (schema === undefined)
            return [];
        try {
            return (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .toProblems */ .ek)((0,_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluate */ ._3)(schema, view, 'the record', _registry_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_PROBLEMS */ .aZ), 'schema.record.invalid');
        }
        catch (error) {
            if (!(error instanceof _evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .Exhausted */ .mS || error instanceof RangeError))
                throw error;
            const message = `the schema of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(type)} asks for too much work on this record`;
            return [{ code: 'schema.custom.invalid', pointer: '', message }];
        }
    }
}
/** No custom types. */
const NO_CUSTOM_TYPES = new Registry(new Map(), []);
/**
 * Makes a registry of the custom types of one run or bundle from their schemas (draft-07, patterns in RE2 syntax). All
 * sources together are the set that references may stay in. The registry holds the types whose schemas have no
 * problem; a type with one is unknown, so that its records fail as well (fail closed).
 *
 * Codes: `schema.custom.too_large`, `.invalid`, `.ref_unlisted`, `.pattern_unsupported`, `.conflicting_definition`.
 */
async function compileCustomTypes(sources, parse) {
    if (sources.length === 0)
        return { types: NO_CUSTOM_TYPES, problems: [] };
    const problems = [];
    const documents = new Map();
    const failed = new Set();
    const report = (source, code, message, pointer = '') => {
        failed.add(source.name);
        const problem = { code, pointer, message, name: source.name };
        problems.push(source.type === undefined ? problem : { ...problem, type: source.type });
    };
    const types = new Map();
    for (const source of sources) {
        if (source.type !== undefined) {
            const known = (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .isBuiltInType */ .eU)(source.type)
                ? 'is built in'
                : types.has(source.type)
                    ? 'is defined twice'
                    : undefined;
            if (known !== undefined) {
                report(source, 'schema.custom.conflicting_definition', `the record type ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(source.type)} ${known}`);
                continue;
            }
            types.set(source.type, source);
        }
        if (documents.has(source.name) || failed.has(source.name))
            continue;
        const root = read(source, parse, (code, message, pointer) => report(source, code, message, pointer));
        if (root !== undefined)
            documents.set(source.name, { root, name: source.name });
    }
    const ids = new Map();
    for (const source of sources) {
        const id = idOf(documents.get(source.name)?.root);
        if (id === undefined)
            continue;
        const first = ids.get(id) ?? source;
        ids.set(id, first);
        if (Buffer.compare(first.bytes, source.bytes) !== 0) {
            report(source, 'schema.custom.conflicting_definition', `another schema has the same $id ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(id)}`);
        }
    }
    const linker = new _link_js__WEBPACK_IMPORTED_MODULE_6__/* .Linker */ .o([...documents.values()], await patternCompiler());
    const schemas = new Map();
    const examined = new Set();
    for (const source of sources) {
        const document = documents.get(source.name);
        if (document === undefined || examined.has(source.name))
            continue;
        examined.add(source.name);
        const outside = new Set([...references(document.root)].filter((one) => !linker.inside(one, document)));
        for (const one of outside)
            report(source, 'schema.custom.ref_unlisted', `it refers to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(one)}, outside its set`);
        if (outside.size > 0)
            continue;
        const { problems: found } = linker.link(document.root);
        for (const { kind, text } of found) {
            if (kind === 'ref_outside') {
                report(source, 'schema.custom.ref_unlisted', `it leads to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(text)}, outside its set`);
            }
            else if (kind === 'ref_dangling') {
                report(source, 'schema.custom.invalid', `it refers to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(text)}, which is not there`);
            }
            else {
                report(source, 'schema.custom.pattern_unsupported', `its pattern ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(text)} cannot run in linear time`);
            }
        }
    }
    for (const [type, source] of types) {
        const document = documents.get(source.name);
        if (document !== undefined && !failed.has(source.name))
            schemas.set(type, linker.link(document.root).schema);
    }
    return { types: new Registry(schemas, sources), problems };
}
/** The schema in a file, or undefined after a problem was reported. */
function read(source, parse, report) {
    if (source.bytes.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SCHEMA_BYTES */ .Z_) {
        report('schema.custom.too_large', `the schema has ${source.bytes.length} bytes, more than ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SCHEMA_BYTES */ .Z_}`);
        return undefined;
    }
    let root;
    try {
        root = parse(source.bytes, source.name);
    }
    catch (error) {
        const reason = error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v || error instanceof SyntaxError ? `: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(error.message)}` : '';
        report('schema.custom.invalid', `the schema is not valid JSON${reason}`);
        return undefined;
    }
    if (typeof root === 'boolean')
        return root;
    if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(root)) {
        report('schema.custom.invalid', 'a schema must be an object, true or false');
        return undefined;
    }
    const draft = Object.hasOwn(root, '$schema') ? root['$schema'] : undefined;
    if (draft !== undefined && !(typeof draft === 'string' && DRAFT_07.test(draft))) {
        report('schema.custom.invalid', 'the schema is not for draft-07', '/$schema');
        return undefined;
    }
    const found = metaProblems(root);
    for (const { message, pointer } of found)
        report('schema.custom.invalid', message, pointer);
    return found.length === 0 ? root : undefined;
}
function metaProblems(root) {
    try {
        return (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .validateSchema */ .i6)(root);
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        return [{ pointer: '', keyword: '', message: 'the schema is nested too deeply' }];
    }
}
function idOf(root) {
    const id = (0,_values_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(root) && Object.hasOwn(root, '$id') ? root['$id'] : undefined;
    return typeof id === 'string' && id !== '' ? id.replace(/#$/, '') : undefined;
}
function digestOf(sources) {
    const lines = sources.map(({ type = '', name, bytes }) => JSON.stringify([type, name, (0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Hex */ .fg)(bytes)]));
    return (0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Hex */ .fg)(lines.sort().join('\n'));
}
/**
 * Every string member named `$ref`, at any depth, also where it is no keyword: what looks like a reference to another
 * place is refused rather than understood (contract 5).
 */
function* references(root) {
    const open = [root];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
        if (value === null || typeof value !== 'object')
            continue;
        for (const [name, member] of Object.entries(value)) {
            if (name === '$ref' && typeof member === 'string')
                yield member;
            open.push(member);
        }
    }
}
/** Instructions of all compiled patterns of a set: a schema of 1 MiB could ask for minutes of compiling. */
const MAX_PATTERN_PROGRAM = 200_000;
/**
 * Compiles patterns in RE2 syntax; undefined for one that is none, or once all of them together are too large. RE2 in
 * JavaScript is only loaded when there is a custom schema: it costs 14-25 ms.
 */
async function patternCompiler() {
    const { RE2JS } = await __nccwpck_require__.e(/* import() */ 856).then(__nccwpck_require__.bind(__nccwpck_require__, 2856));
    let program = 0;
    return (source) => {
        if (program > MAX_PATTERN_PROGRAM)
            return undefined;
        try {
            const compiled = RE2JS.compile(source);
            const size = compiled.programSize();
            program += size;
            // searching takes time in proportion to text and program
            return { test: (text) => compiled.test(text), weight: 0.1 + size / 50 };
        }
        catch {
            return undefined;
        }
    };
}


/***/ }),

/***/ 6888:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  mS: () => (/* binding */ Exhausted),
  _3: () => (/* binding */ evaluate)
});

// UNUSED EXPORTS: MAX_STEPS

// EXTERNAL MODULE: ./src/engine/schema/runtime.cjs
var runtime = __nccwpck_require__(8529);
var runtime_default = /*#__PURE__*/__nccwpck_require__.n(runtime);
;// CONCATENATED MODULE: ./src/engine/schema/formats.ts

const HOST_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const URI_CHARACTERS = /^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/;
const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;
const ADDRESS_CHARACTERS = /^[0-9A-Fa-f:.]{2,45}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;
const RELATIVE_POINTER = /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/;
function isHostname(text) {
    return text.length <= 253 && text.split('.').every((label) => HOST_LABEL.test(label));
}
function isEmail(text) {
    const at = text.lastIndexOf('@');
    if (at < 1 || at > 64)
        return false;
    const local = text.slice(0, at);
    return local.split('.').every((atom) => LOCAL_PART.test(atom)) && isHostname(text.slice(at + 1));
}
function isUriReference(text) {
    return URI_CHARACTERS.test(text) && text.indexOf('#') === text.lastIndexOf('#');
}
// node:net knows both as well, but every run would load it, which costs a start a millisecond or two.
function isIPv4(text) {
    const parts = text.split('.');
    return parts.length === 4 && parts.every((part) => OCTET.test(part) && Number(part) <= 255);
}
function isIPv6(text) {
    return ADDRESS_CHARACTERS.test(text) && URL.canParse(`http://[${text}]/`);
}
/**
 * Formats that custom schemas are held to; others are annotations, as draft-07 allows. Each test looks at every character a fixed
 * number of times at most: the usual native patterns for e-mail addresses and URLs can take exponential time
 * (hardening 20).
 */
const FORMATS = new Map([
    ['date-time', (runtime_default()).isInstant],
    ['date', (text) => text.length === 10 && runtime_default().isInstant(`${text}T00:00:00Z`)],
    ['time', (text) => runtime_default().isInstant(`2000-01-01T${text}`)],
    ['email', isEmail],
    ['hostname', isHostname],
    ['ipv4', isIPv4],
    ['ipv6', isIPv6],
    ['uri', (text) => SCHEME.test(text) && isUriReference(text)],
    ['uri-reference', isUriReference],
    ['uuid', (text) => UUID.test(text)],
    ['json-pointer', (text) => POINTER.test(text)],
    ['relative-json-pointer', (text) => RELATIVE_POINTER.test(text)],
]);

// EXTERNAL MODULE: ./src/engine/schema/values.ts
var values = __nccwpck_require__(8824);
// EXTERNAL MODULE: ./src/engine/schema/words.ts
var schema_words = __nccwpck_require__(7293);
;// CONCATENATED MODULE: ./src/engine/schema/evaluate.ts




/** Work that one evaluation may do. About a second: a schema from a bundle can ask for more than a lifetime. */
const MAX_STEPS = 5_000_000;
/** Nesting of schemas; a reference that leads to itself ends here, before the stack does. */
const MAX_SCHEMA_DEPTH = 800;
/** The evaluation was given up: the schema asks for too much work on this value. */
class Exhausted extends Error {
    name = 'Exhausted';
}
/**
 * Evaluates a draft-07 schema and tells every violation, at most `limit`, in the order of the schema.
 * Time is bounded by `MAX_STEPS`: past it, `Exhausted` is thrown. Values have to be JSON no deeper than the depth limit.
 * `subject` names the root in messages: `the record`.
 */
function evaluate(schema, value, subject, limit) {
    const run = new Evaluation(schema, subject, limit);
    run.check(schema.root, value, undefined, true);
    return run.found;
}
class Evaluation {
    schema;
    subject;
    limit;
    found = [];
    steps = 0;
    depth = 0;
    constructor(schema, subject, limit) {
        this.schema = schema;
        this.subject = subject;
        this.limit = limit;
    }
    /** Whether the value keeps the schema. With `tell` all violations are collected, without the first one decides. */
    check(schema, value, at, tell) {
        this.spend(1);
        if (schema === true)
            return true;
        if (!(0,values/* isObject */.Gv)(schema)) {
            return this.fail(tell, at, 'false schema', `${(0,schema_words/* nameOf */.Vb)(at, this.subject)} may not be there`);
        }
        this.depth += 1;
        if (this.depth > MAX_SCHEMA_DEPTH)
            throw new Exhausted('schemas are nested too deeply');
        const ok = this.keywords(schema, value, at, tell);
        this.depth -= 1;
        return ok;
    }
    spend(steps) {
        this.steps += steps;
        if (this.steps > MAX_STEPS)
            throw new Exhausted('too many steps');
    }
    fail(tell, at, keyword, message, member) {
        if (tell && this.found.length < this.limit) {
            // an unknown member is pointed at itself, a missing one at the object that lacks it
            const place = member !== undefined && keyword !== 'required' ? { up: at, key: member } : at;
            const violation = { pointer: (0,schema_words/* pointerOf */.rq)(place), message, keyword };
            this.found.push(member === undefined ? violation : { ...violation, member });
        }
        return false;
    }
    keywords(schema, value, at, tell) {
        // draft-07 8.3: members beside $ref are ignored
        const target = this.schema.targets.get(schema);
        if (target !== undefined)
            return this.check(target, value, at, tell);
        let ok = true;
        for (const [keyword, rule] of Object.entries(schema)) {
            this.spend(1);
            if (this.keyword(keyword, rule, schema, value, at, tell))
                continue;
            ok = false;
            if (!tell || this.found.length >= this.limit)
                return false;
        }
        return ok;
    }
    keyword(keyword, rule, schema, value, at, tell) {
        const must = (words) => this.fail(tell, at, keyword, tell ? `${(0,schema_words/* nameOf */.Vb)(at, this.subject)} must ${words}` : '');
        switch (keyword) {
            case 'type': {
                const types = Array.isArray(rule) ? rule : [rule];
                if (types.some((type) => (0,values/* hasType */.df)(type, value)))
                    return true;
                return must(`be ${(0,schema_words/* expectedType */.nz)(rule)}, not ${(0,schema_words/* typeName */.go)(value)}`);
            }
            case 'const':
                this.spend(this.sizeOf(rule));
                return runtime_default().equal(rule, value) || must(`be ${(0,schema_words/* shown */.SP)(rule)}`);
            case 'enum': {
                if (!Array.isArray(rule))
                    return true;
                this.spend(this.sizeOf(rule));
                if (rule.some((one) => runtime_default().equal(one, value)))
                    return true;
                return must(`be one of ${(0,schema_words/* cut */.Jj)(rule.map((one) => (typeof one === 'string' ? one : (0,schema_words/* shown */.SP)(one))).join(', '))}`);
            }
            case 'allOf': {
                let ok = true;
                for (const one of rule) {
                    ok = this.check(one, value, at, tell) && ok;
                    if (!ok && !tell)
                        return false;
                }
                return ok;
            }
            case 'anyOf': {
                if (rule.some((one) => this.check(one, value, at, false)))
                    return true;
                return must(this.alternatives(rule, value));
            }
            case 'oneOf': {
                let matches = 0;
                for (const one of rule)
                    if (this.check(one, value, at, false))
                        matches += 1;
                if (matches === 1)
                    return true;
                return must(`${this.alternatives(rule, value)}${matches > 1 ? ', not several' : ''}`);
            }
            case 'not':
                return !this.check(rule, value, at, false) || must('not be what the schema rules out');
            case 'if': {
                const branch = this.check(rule, value, at, false) ? schema['then'] : schema['else'];
                return branch === undefined || this.check(branch, value, at, tell);
            }
            default:
                break;
        }
        if (typeof value === 'string')
            return this.stringKeyword(keyword, rule, value, must);
        if (typeof value === 'number')
            return this.numberKeyword(keyword, rule, value, must);
        if (Array.isArray(value))
            return this.arrayKeyword(keyword, rule, schema, value, at, tell, must);
        if ((0,values/* isObject */.Gv)(value))
            return this.objectKeyword(keyword, rule, schema, value, at, tell, must);
        return true;
    }
    stringKeyword(keyword, rule, value, must) {
        switch (keyword) {
            case 'minLength':
                this.spend(value.length >> 4);
                if (runtime_default().codePoints(value) >= Number(rule))
                    return true;
                return must(rule === 1 ? 'not be empty' : `have at least ${rule} characters`);
            case 'maxLength':
                this.spend(value.length >> 4);
                return runtime_default().codePoints(value) <= Number(rule) || must(`have at most ${rule} characters`);
            case 'pattern':
                return this.matches(String(rule), value) || must((0,schema_words/* patternWords */.GV)(String(rule)));
            case 'format': {
                this.spend(value.length >> 2);
                const test = FORMATS.get(String(rule));
                return test === undefined || test(value) || must(`be ${(0,schema_words/* formatWords */.Z3)(String(rule))}`);
            }
            default:
                return true;
        }
    }
    numberKeyword(keyword, rule, value, must) {
        const bound = Number(rule);
        switch (keyword) {
            case 'minimum':
                return value >= bound || must(`be at least ${bound}`);
            case 'maximum':
                return value <= bound || must(`be at most ${bound}`);
            case 'exclusiveMinimum':
                return value > bound || must(`be more than ${bound}`);
            case 'exclusiveMaximum':
                return value < bound || must(`be less than ${bound}`);
            case 'multipleOf':
                this.spend(50);
                return (0,values/* isMultiple */.FE)(value, bound) || must(`be a multiple of ${bound}`);
            default:
                return true;
        }
    }
    arrayKeyword(keyword, rule, schema, value, at, tell, must) {
        switch (keyword) {
            case 'minItems':
                if (value.length >= Number(rule))
                    return true;
                return must(rule === 1 ? 'not be empty' : `have at least ${rule} items`);
            case 'maxItems':
                return value.length <= Number(rule) || must(`have at most ${rule} items`);
            case 'uniqueItems': {
                if (rule !== true)
                    return true;
                this.spend(this.sizeOf(value));
                const again = runtime_default().firstRepeated(value);
                return again === -1 || must(`not hold an item twice; item ${again} repeats an earlier one`);
            }
            case 'contains':
                if (value.some((item) => this.check(rule, item, at, false)))
                    return true;
                return must('hold an item that the schema asks for');
            case 'items':
                if (!Array.isArray(rule))
                    return this.eachItem(value, 0, () => rule, at, tell);
                return this.eachItem(value.slice(0, rule.length), 0, (i) => rule[i] ?? true, at, tell);
            case 'additionalItems': {
                const tuple = schema['items'];
                return !Array.isArray(tuple) || this.eachItem(value.slice(tuple.length), tuple.length, () => rule, at, tell);
            }
            default:
                return true;
        }
    }
    eachItem(items, first, ruleOf, at, tell) {
        let ok = true;
        for (const [i, item] of items.entries()) {
            ok = this.check(ruleOf(i), item, { up: at, key: first + i }, tell) && ok;
            if (!ok && (!tell || this.found.length >= this.limit))
                return false;
        }
        return ok;
    }
    objectKeyword(keyword, rule, schema, value, at, tell, must) {
        switch (keyword) {
            case 'required': {
                let ok = true;
                this.spend(rule.length);
                for (const name of rule) {
                    if (!Object.hasOwn(value, name))
                        ok = this.missing(name, at, tell);
                }
                return ok;
            }
            case 'properties': {
                let ok = true;
                for (const [name, one] of Object.entries(rule)) {
                    this.spend(1);
                    const member = Object.hasOwn(value, name) ? value[name] : undefined;
                    if (member === undefined)
                        continue;
                    ok = this.check(one, member, { up: at, key: name }, tell) && ok;
                    if (!ok && (!tell || this.found.length >= this.limit))
                        return false;
                }
                return ok;
            }
            case 'patternProperties':
            case 'additionalProperties':
            case 'propertyNames':
                return this.eachMember(keyword, rule, schema, value, at, tell);
            case 'minProperties':
            case 'maxProperties': {
                const count = Object.keys(value).length;
                this.spend(count);
                if (keyword === 'minProperties')
                    return count >= Number(rule) || must(`have at least ${rule} members`);
                return count <= Number(rule) || must(`have at most ${rule} members`);
            }
            case 'dependencies': {
                let ok = true;
                for (const [name, needed] of Object.entries(rule)) {
                    this.spend(1);
                    if (!Object.hasOwn(value, name))
                        continue;
                    if (!Array.isArray(needed))
                        ok = this.check(needed, value, at, tell) && ok;
                    else {
                        this.spend(needed.length);
                        for (const other of needed)
                            if (!Object.hasOwn(value, other))
                                ok = this.missing(other, at, tell);
                    }
                }
                return ok;
            }
            default:
                return true;
        }
    }
    eachMember(keyword, rule, schema, value, at, tell) {
        const known = schema['properties'];
        const patterned = schema['patternProperties'];
        const patterns = (0,values/* isObject */.Gv)(patterned) ? Object.entries(patterned) : [];
        let ok = true;
        for (const [name, member] of Object.entries(value)) {
            this.spend(1);
            const here = { up: at, key: name };
            if (keyword === 'propertyNames') {
                if (this.check(rule, name, here, false))
                    continue;
                ok = this.fail(tell, at, keyword, `${(0,schema_words/* nameOf */.Vb)(here, this.subject)} has a name that is not allowed`, name);
            }
            else if (keyword === 'patternProperties') {
                for (const [pattern, one] of patterns) {
                    if (this.matches(pattern, name))
                        ok = this.check(one, member, here, tell) && ok;
                }
            }
            else {
                if ((0,values/* isObject */.Gv)(known) && Object.hasOwn(known, name))
                    continue;
                if (patterns.some(([pattern]) => this.matches(pattern, name)))
                    continue;
                if (rule === false) {
                    const owner = (0,schema_words/* nameOf */.Vb)(at, this.subject);
                    ok = this.fail(tell, at, keyword, `${owner} has the unknown member ${JSON.stringify((0,schema_words/* cut */.Jj)(name))}`, name);
                }
                else
                    ok = this.check(rule, member, here, tell) && ok;
            }
            if (!ok && (!tell || this.found.length >= this.limit))
                return false;
        }
        return ok;
    }
    missing(name, at, tell) {
        return this.fail(tell, at, 'required', `${(0,schema_words/* nameOf */.Vb)({ up: at, key: name }, this.subject)} is missing`, name);
    }
    matches(source, text) {
        const pattern = this.schema.patterns.get(source);
        // linking compiles every pattern; one that is not there must not pass as matched
        if (pattern === undefined)
            return false;
        this.spend(1 + Math.ceil(text.length * pattern.weight));
        return pattern.test(text);
    }
    /** What a choice between schemas comes down to, as far as it can be said in a sentence. */
    alternatives(schemas, value) {
        const parts = schemas.map((one) => {
            const schema = (0,values/* isObject */.Gv)(one) ? (this.schema.targets.get(one) ?? one) : one;
            if (!(0,values/* isObject */.Gv)(schema))
                return undefined;
            if (Array.isArray(schema['enum']))
                return `be one of ${schema['enum'].map((item) => (0,schema_words/* shown */.SP)(item)).join(', ')}`;
            if (schema['const'] !== undefined)
                return `be ${(0,schema_words/* shown */.SP)(schema['const'])}`;
            if (typeof schema['pattern'] === 'string')
                return (0,schema_words/* patternWords */.GV)(schema['pattern']);
            if (Array.isArray(schema['required']) && (0,values/* isObject */.Gv)(value))
                return `have ${schema['required'].join(', ')}`;
            if (schema['type'] !== undefined)
                return `be ${(0,schema_words/* expectedType */.nz)(schema['type'])}`;
            return undefined;
        });
        if (parts.some((part) => part === undefined))
            return 'be one of the forms that the schema allows';
        return parts.join(', or ').slice(0, 400);
    }
    /** Values in it, counted only as far as it matters. */
    sizeOf(value) {
        if (typeof value === 'string')
            return 1 + (value.length >> 4);
        if (value === null || typeof value !== 'object')
            return 1;
        let size = 1;
        for (const one of Object.values(value)) {
            size += this.sizeOf(one);
            if (size > MAX_STEPS)
                break;
        }
        return size;
    }
}


/***/ }),

/***/ 3462:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Linker)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8824);

const ONE = ['additionalItems', 'additionalProperties', 'contains', 'else', 'if', 'not', 'propertyNames', 'then'];
const MANY = ['allOf', 'anyOf', 'oneOf'];
const NAMED = ['definitions', 'properties', 'patternProperties', 'dependencies'];
function own(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
/** The schemas directly inside a schema, at the places where draft-07 has schemas. */
function* children(schema) {
    for (const name of ONE) {
        const child = own(schema, name);
        if (child !== undefined)
            yield child;
    }
    const items = own(schema, 'items');
    if (Array.isArray(items))
        yield* items;
    else if (items !== undefined)
        yield items;
    for (const name of MANY) {
        const list = own(schema, name);
        if (Array.isArray(list))
            yield* list;
    }
    for (const name of NAMED) {
        const map = own(schema, name);
        if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(map))
            yield* Object.values(map);
    }
}
/** An address against a base, as a URL where both are; an address of another kind stands for itself. */
function resolve(address, base) {
    try {
        return new URL(address, base === '' ? undefined : base).href;
    }
    catch {
        return address;
    }
}
function split(reference) {
    const hash = reference.indexOf('#');
    return hash === -1 ? [reference, ''] : [reference.slice(0, hash), reference.slice(hash + 1)];
}
/** `schemas/a/../b.json` for a reference `../b.json` from `schemas/a/c.json`; undefined when it leaves the top. */
function siblingPath(from, reference) {
    const parts = from.split('/').slice(0, -1);
    for (const part of reference.split('/')) {
        if (part === '.' || part === '')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}
/**
 * Resolves the references and patterns of a set of draft-07 schemas, without ever fetching anything: a reference leads
 * to a fragment of its own document, or to another document of the set by its `$id` or by its path from where the
 * referring document is (contract 5, hardening 20).
 */
class Linker {
    compile;
    resources = new Map();
    paths = new Map();
    /** The resource that each schema object seen so far belongs to. */
    home = new Map();
    targets = new Map();
    patterns = new Map();
    problems = [];
    /** `compile` makes a pattern or answers undefined for one that cannot be had. */
    constructor(documents, compile) {
        this.compile = compile;
        const roots = documents.map((document) => {
            const id = (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(document.root) ? own(document.root, '$id') : undefined;
            const base = typeof id === 'string' ? split(resolve(id, ''))[0] : '';
            const resource = { root: document.root, base, document, anchors: new Map() };
            if (typeof id === 'string' && id !== '') {
                this.resources.set(base, resource);
                this.resources.set(split(id)[0], resource);
            }
            this.paths.set(document.name, resource);
            return resource;
        });
        // every $id of the set has to be known before the first reference is followed
        for (const resource of roots)
            this.survey(resource.root, resource);
    }
    /** A schema of the set, ready to be evaluated when there are no problems with it or with what it refers to. */
    link(root) {
        this.problems = [];
        this.reach(root);
        return { schema: { root, targets: this.targets, patterns: this.patterns }, problems: this.problems };
    }
    /** Whether a reference stays inside the set; says nothing about what its fragment names. */
    inside(reference, document) {
        const resource = this.paths.get(document.name);
        return resource !== undefined && this.resourceOf(split(reference)[0], resource) !== undefined;
    }
    survey(root, home) {
        const open = [[root, home]];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const [schema, outer] = next;
            if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) || this.home.has(schema))
                continue;
            let resource = outer;
            const id = own(schema, '$id');
            // draft-07 8.3: an $id beside a $ref is ignored
            if (typeof id === 'string' && schema !== outer.root && typeof own(schema, '$ref') !== 'string') {
                const [address, fragment] = split(id);
                if (address !== '') {
                    const base = split(resolve(address, outer.base))[0];
                    resource = { root: schema, base, document: outer.document, anchors: new Map() };
                    if (!this.resources.has(base))
                        this.resources.set(base, resource);
                }
                if (fragment !== '')
                    resource.anchors.set(fragment, schema);
            }
            this.home.set(schema, resource);
            for (const child of children(schema))
                open.push([child, resource]);
        }
    }
    reach(root) {
        const open = [root];
        const seen = new Set();
        for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
            if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) || seen.has(schema))
                continue;
            seen.add(schema);
            const reference = own(schema, '$ref');
            if (typeof reference === 'string') {
                const target = this.follow(reference, schema);
                if (target !== undefined)
                    open.push(target);
            }
            else {
                const pattern = own(schema, 'pattern');
                if (typeof pattern === 'string')
                    this.pattern(pattern);
                const patterned = own(schema, 'patternProperties');
                if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(patterned))
                    for (const source of Object.keys(patterned))
                        this.pattern(source);
            }
            for (const child of children(schema))
                open.push(child);
        }
    }
    pattern(source) {
        if (!this.patterns.has(source))
            this.patterns.set(source, this.compile(source));
        if (this.patterns.get(source) === undefined)
            this.problems.push({ kind: 'pattern', text: source });
    }
    follow(reference, schema) {
        const known = this.targets.get(schema);
        if (known !== undefined)
            return known;
        const home = this.home.get(schema);
        const [address, fragment] = split(reference);
        const resource = home === undefined ? undefined : this.resourceOf(address, home);
        if (resource === undefined) {
            this.problems.push({ kind: 'ref_outside', text: reference });
            return undefined;
        }
        const target = this.fragment(resource, fragment);
        if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(target) && typeof target !== 'boolean') {
            this.problems.push({ kind: 'ref_dangling', text: reference });
            return undefined;
        }
        this.targets.set(schema, target);
        // a pointer may lead where no schema was looked for, such as into $defs
        this.survey(target, resource);
        return target;
    }
    resourceOf(address, from) {
        if (address === '')
            return from;
        const byId = this.resources.get(address) ?? this.resources.get(split(resolve(address, from.base))[0]);
        if (byId !== undefined)
            return byId;
        const path = siblingPath(from.document.name, address);
        return this.paths.get(address) ?? (path === undefined ? undefined : this.paths.get(path));
    }
    fragment(resource, fragment) {
        if (fragment === '')
            return resource.root;
        let text;
        try {
            text = decodeURIComponent(fragment);
        }
        catch {
            return undefined;
        }
        if (!text.startsWith('/'))
            return resource.anchors.get(text);
        let at = resource.root;
        for (const part of text.slice(1).split('/')) {
            const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
            if (Array.isArray(at))
                at = /^(?:0|[1-9][0-9]{0,6})$/.test(name) ? at[Number(name)] : undefined;
            else if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(at))
                at = own(at, name);
            else
                return undefined;
        }
        return at;
    }
}


/***/ }),

/***/ 839:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  aZ: () => (/* binding */ MAX_PROBLEMS),
  eU: () => (/* binding */ isBuiltInType),
  ek: () => (/* binding */ toProblems),
  mv: () => (/* binding */ validateDocument),
  eV: () => (/* binding */ validateRecord),
  i6: () => (/* binding */ validateSchema)
});

// UNUSED EXPORTS: addSchemas, publishedSchemaNames, recordTypes, schemaText

// EXTERNAL MODULE: ./src/engine/schema/evaluate.ts + 1 modules
var evaluate = __nccwpck_require__(6888);
// EXTERNAL MODULE: ./src/engine/schema/link.ts
var schema_link = __nccwpck_require__(3462);
;// CONCATENATED MODULE: ./src/engine/schema/names.generated.ts
// Generated by scripts/generate.mjs; do not edit.
/** Names of the published schemas, sorted. */
const names_generated_SCHEMA_NAMES = (/* unused pure expression or super */ null && ([
    "baseline-v1",
    "bundle-manifest-v1",
    "chain-v1",
    "framework-definition",
    "gate-policy-v1",
    "gate-report-v1",
    "governance-event-v1",
    "proof-record-v1",
    "record-types-v1",
    "relationship_envelope",
    "revocation-list-v1",
    "types/approval",
    "types/compiled-action",
    "types/data-pipeline-run",
    "types/decision",
    "types/delegation",
    "types/deployment",
    "types/dynamic-tool-discovery",
    "types/guardrail-activation",
    "types/human-oversight",
    "types/incident",
    "types/model-change",
    "types/permission-check",
    "types/policy-enforcement",
    "types/replay-certification",
    "types/risk-assessment",
    "types/scan-finding",
    "types/test-result",
    "types/tool-invocation",
]));
/** Built-in record types and their schemas. */
const BUILTIN_TYPES = [
    { "name": "approval", "schema": "types/approval", "description": "Somebody approved, or declined to approve, an action." },
    { "name": "compiled_action", "schema": "types/compiled-action", "description": "Several tool calls were compiled into one script before they ran." },
    { "name": "data_pipeline_run", "schema": "types/data-pipeline-run", "description": "A data pipeline ran over its inputs." },
    { "name": "decision", "schema": "types/decision", "description": "An agent or a person chose one course of action." },
    { "name": "delegation", "schema": "types/delegation", "description": "An agent handed part of its authority to another agent." },
    { "name": "deployment", "schema": "types/deployment", "description": "A version of a system went into an environment." },
    { "name": "dynamic_tool_discovery", "schema": "types/dynamic-tool-discovery", "description": "An agent found a tool at run time and a policy judged it." },
    { "name": "guardrail_activation", "schema": "types/guardrail-activation", "description": "A guardrail fired and stopped, changed or flagged something." },
    { "name": "human_oversight", "schema": "types/human-oversight", "description": "A person reviewed, corrected or took over." },
    { "name": "incident", "schema": "types/incident", "description": "Something went wrong and was dealt with." },
    { "name": "model_change", "schema": "types/model-change", "description": "A model or its configuration was exchanged or tuned." },
    { "name": "permission_check", "schema": "types/permission-check", "description": "A permission was asked for and granted or refused." },
    { "name": "policy_enforcement", "schema": "types/policy-enforcement", "description": "A policy was evaluated and its verdict enforced." },
    { "name": "replay_certification", "schema": "types/replay-certification", "description": "A recorded run was replayed and gave the same result." },
    { "name": "risk_assessment", "schema": "types/risk-assessment", "description": "Risks of a system or change were looked at and rated." },
    { "name": "scan_finding", "schema": "types/scan-finding", "description": "A scan found an entity or a relation worth recording." },
    { "name": "test_result", "schema": "types/test-result", "description": "A test or evaluation ran and had an outcome." },
    { "name": "tool_invocation", "schema": "types/tool-invocation", "description": "A tool was called, with what arguments and to what effect." },
];

// EXTERNAL MODULE: ./src/engine/schema/set.generated.cjs
var set_generated = __nccwpck_require__(3372);
var set_generated_default = /*#__PURE__*/__nccwpck_require__.n(set_generated);
// EXTERNAL MODULE: ./src/engine/schema/words.ts
var words = __nccwpck_require__(7293);
;// CONCATENATED MODULE: ./src/engine/schema/registry.ts





/** Problems told of one document; a hostile one has millions. */
const MAX_PROBLEMS = 100;
const NONE = [];
/** The finding that a broken schema of each kind of document is, and what its root is called. */
const DOCUMENTS = {
    'chain-v1': ['schema.chain.invalid', 'the chain'],
    'bundle-manifest-v1': ['schema.bundle_manifest.invalid', 'the manifest'],
    'record-types-v1': ['schema.record_types.invalid', 'the record-type manifest'],
    'governance-event-v1': ['schema.governance_event.invalid', 'the governance event'],
    'revocation-list-v1': ['schema.revocation_list.invalid', 'the revocation list'],
    'framework-definition': ['framework.invalid', 'the framework'],
    'baseline-v1': ['baseline.invalid', 'the baseline'],
    'gate-policy-v1': ['policy.invalid', 'the policy'],
    'gate-report-v1': ['merge.invalid', 'the report'],
};
const RECORD = ['schema.record.invalid', 'the record'];
const typeSchemas = new Map(BUILTIN_TYPES.map(({ name, schema }) => [name, schema]));
const typeList = BUILTIN_TYPES.map(({ name, description }) => ({ name, description }));
const linked = new Map();
/** The built-in record types, sorted by the name of their schema. */
function recordTypes() {
    return typeList;
}
/** Whether a record type is built in, and so not to be redefined. */
function isBuiltInType(type) {
    return typeSchemas.has(type);
}
/** Names of all published schemas, sorted. */
function publishedSchemaNames() {
    return SCHEMA_NAMES;
}
/**
 * Validates a record in its typed view (contract 2.2-2.3) against `proof-record-v1` and the schema of its type
 * (schemas.md). At most `MAX_PROBLEMS` problems; none for a valid record. Never throws, whatever the record holds.
 */
function validateRecord(view, type, custom) {
    const base = check('proof-record-v1', view, RECORD);
    const builtIn = typeSchemas.get(type);
    const special = builtIn === undefined ? ofCustomType(view, type, custom) : check(builtIn, view, RECORD);
    if (special.length === 0)
        return base;
    // both schemas ask for some of the same members: each problem is told once
    const told = new Set(base.map(key));
    return [...base, ...special.filter((problem) => !told.has(key(problem)))].slice(0, MAX_PROBLEMS);
}
/** Validates a document against the published schema of that name, at most `MAX_PROBLEMS` problems. Never throws. */
function validateDocument(name, value) {
    return check(name, value, DOCUMENTS[name] ?? RECORD);
}
/** Problems of a schema itself, by the draft-07 meta-schema. */
function validateSchema(schema) {
    return keeps('draft-07', schema) ? [] : explain('draft-07', schema, 'the schema');
}
function ofCustomType(view, type, custom) {
    if (custom?.has(type))
        return custom.validate(type, view);
    // proof-record-v1 says already that it must not be empty
    if (type === '')
        return NONE;
    const message = `no schema is known for the record type ${JSON.stringify((0,words/* cut */.Jj)(type))}`;
    return [{ code: 'schema.record.unknown_record_type', pointer: '/record_type', message }];
}
function key(problem) {
    return `${problem.pointer} ${problem.message}`;
}
function check(name, value, [code, subject]) {
    return keeps(name, value) ? NONE : toProblems(explain(name, value, subject), code);
}
const schemas = new Map(Object.entries((set_generated_default())));
const validators = new Map();
/** Makes further schemas known to `validateDocument`. */
function addSchemas(set) {
    for (const [name, schema] of Object.entries(set))
        schemas.set(name, schema);
}
/** Text of a schema, without annotations; `undefined` for one that nobody made known. */
function schemaText(name) {
    return schemas.get(name)?.text();
}
/** Whether a value keeps a schema; `true` of its validator and nothing else passes, so that a missing one fails closed. */
function keeps(name, value) {
    let validator = validators.get(name);
    if (validator === undefined) {
        validator = schemas.get(name)?.load();
        validators.set(name, validator);
    }
    return validator?.(value) === true;
}
/** A schema as JSON; one that nobody made known allows nothing. */
function rootOf(name) {
    return JSON.parse(schemaText(name) ?? 'false');
}
/** What is wrong with a value that the compiled validator refused. */
function explain(name, value, subject) {
    let schema = linked.get(name);
    if (schema === undefined) {
        // references to the meta-schema are the only ones that leave a published schema
        const meta = { name: 'draft-07', root: rootOf('draft-07') };
        const document = { name, root: rootOf(name) };
        const compile = (source) => {
            const pattern = new RegExp(source, 'u');
            return { test: (one) => pattern.test(one), weight: 0.1 };
        };
        schema = new schema_link/* Linker */.o([meta, document], compile).link(document.root).schema;
        linked.set(name, schema);
    }
    let violations = [];
    try {
        violations = (0,evaluate/* evaluate */._3)(schema, value, subject, MAX_PROBLEMS);
    }
    catch (error) {
        if (!(error instanceof evaluate/* Exhausted */.mS))
            throw error;
    }
    // the compiled validator has the verdict: a refused value never goes without a problem
    return violations.length > 0 ? violations : [{ pointer: '', keyword: '', message: `${subject} breaks its schema` }];
}
/** Makes problems of violations. */
function toProblems(found, code) {
    return found.map(({ pointer, message, keyword, member }) => {
        const problem = { code, pointer, message, keyword };
        return member === undefined ? problem : { ...problem, member };
    });
}


/***/ }),

/***/ 8824:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ isMultiple),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   df: () => (/* binding */ hasType)
/* harmony export */ });
/** Whether a value is a JSON object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether a value has a type of draft-07; 1.0 is an integer. */
function hasType(type, value) {
    switch (type) {
        case 'null':
            return value === null;
        case 'array':
            return Array.isArray(value);
        case 'object':
            return isObject(value);
        case 'integer':
            return Number.isInteger(value);
        default:
            return typeof value === type;
    }
}
/** A finite number as digits and a power of ten. */
function decimal(value) {
    const [mantissa = '0', exponent = '0'] = String(value).split('e');
    const [whole = '0', fraction = ''] = mantissa.split('.');
    return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
/** Whether a number is a multiple of another, by decimal arithmetic: in binary 0.3 is no multiple of 0.1. */
function isMultiple(value, of) {
    const [a, ea] = decimal(value);
    const [b, eb] = decimal(of);
    const low = Math.min(ea, eb);
    return b !== 0n && (a * 10n ** BigInt(ea - low)) % (b * 10n ** BigInt(eb - low)) === 0n;
}


/***/ }),

/***/ 7293:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ patternWords),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   Z3: () => (/* binding */ formatWords),
/* harmony export */   go: () => (/* binding */ typeName),
/* harmony export */   nz: () => (/* binding */ expectedType),
/* harmony export */   rq: () => (/* binding */ pointerOf)
/* harmony export */ });
const PLAIN = /^[A-Za-z_$][A-Za-z0-9_$-]*$/;
/** Characters of one name or value that a message repeats: enough to find it, too few to flood a log. */
const SHOWN = 80;
const SHOWN_STEPS = 12;
/** Text from an artifact, cut to what a message bears. */
function cut(text) {
    if (text.length <= SHOWN)
        return text;
    // a surrogate pair is never cut in two: half of one is no text
    const end = /[\ud800-\udbff]$/.test(text.slice(0, SHOWN)) ? SHOWN - 1 : SHOWN;
    return `${text.slice(0, end)}…`;
}
/** A value as a message shows it. */
function shown(value) {
    if (typeof value === 'string')
        return JSON.stringify(cut(value));
    if (value === null || typeof value !== 'object')
        return String(value);
    return Array.isArray(value) ? 'a list' : 'an object';
}
/** JSON pointer (RFC 6901) of a place. */
function pointerOf(step) {
    let pointer = '';
    for (let at = step; at !== undefined; at = at.up) {
        pointer = `/${String(at.key).replaceAll('~', '~0').replaceAll('/', '~1')}${pointer}`;
    }
    return pointer;
}
/** A place as people write it: `event.steps[2].name`; `subject` for the root. */
function nameOf(step, subject) {
    const keys = [];
    for (let at = step; at !== undefined; at = at.up)
        keys.unshift(at.key);
    if (keys.length === 0)
        return subject;
    let name = keys.length > SHOWN_STEPS ? '…' : '';
    for (const key of keys.slice(-SHOWN_STEPS)) {
        if (typeof key === 'number')
            name += `[${key}]`;
        else if (PLAIN.test(key) && key.length <= SHOWN)
            name += name === '' ? key : `.${key}`;
        else
            name += `[${JSON.stringify(cut(key))}]`;
    }
    return name;
}
const TYPES = {
    string: 'a string',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    object: 'an object',
    array: 'a list',
    null: 'null',
};
/** What a value is, for `must be …, not …`. */
function typeName(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number')
        return Number.isInteger(value) ? 'a number' : 'a fraction';
    return typeof value === 'string' ? 'a string' : 'an object';
}
/** `a string`, `a list or null` … for the value of a `type` keyword. */
function expectedType(type) {
    const types = Array.isArray(type) ? type : [type];
    return types.map((one) => TYPES[String(one)] ?? String(one)).join(' or ');
}
const NAMESPACED = '^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$';
/** The patterns of the published schemas in words. */
const PATTERNS = {
    '^sha256:[a-f0-9]{64}$': 'sha256: and 64 lower-case hex digits',
    '^(sha256:)?[a-f0-9]{64}$': '64 lower-case hex digits, optionally after sha256:',
    '^(sha256:[a-f0-9]{64})?$': 'empty, or sha256: and 64 lower-case hex digits',
    '^[a-f0-9]{64}$': '64 lower-case hex digits',
    '^(base64|cosign):.+': 'base64: or cosign: and the signature',
    '^prf-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z-[a-f0-9]{8}$': 'a record id such as prf-2026-01-31T12:00:00Z-0123abcd',
    '^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$': 'a record type name in lower case, such as acme.build_scan',
    '^[A-Za-z0-9._/-]+$': 'a path of letters, digits and . _ / -',
    [NAMESPACED]: 'a namespaced kind such as acme.build',
};
/** What a string has to look like. */
function patternWords(pattern) {
    return Object.hasOwn(PATTERNS, pattern) ? `be ${PATTERNS[pattern]}` : `match the pattern ${cut(pattern)}`;
}
const FORMATS = {
    'date-time': 'an RFC 3339 instant such as 2026-01-31T12:00:00Z',
    date: 'a date such as 2026-01-31',
    time: 'a time such as 12:00:00Z',
    uri: 'a URI',
    'uri-reference': 'a URI or a relative reference',
    email: 'an e-mail address',
    hostname: 'a host name',
    ipv4: 'an IPv4 address',
    ipv6: 'an IPv6 address',
    uuid: 'a UUID',
    regex: 'a regular expression in RE2 syntax',
    'json-pointer': 'a JSON pointer',
};
/** What a format asks for. */
function formatWords(format) {
    return FORMATS[format] ?? `a valid ${format}`;
}


/***/ }),

/***/ 7584:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ decodeBase64)
/* harmony export */ });
/**
 * Bytes of standard base64 with padding, or `undefined`. Gate mode takes the one canonical spelling only (hardening 18):
 * a second spelling of the same bytes would let anyone change a signed file unnoticed. Compat mode also takes line breaks
 * and unused trailing bits, which upstream's decoder ignores.
 */
function decodeBase64(text, mode = 'gate') {
    const spelled = mode === 'compat' ? text.replace(/[\r\n]/g, '') : text;
    if (spelled.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(spelled))
        return undefined;
    const bytes = Buffer.from(spelled, 'base64');
    return mode === 'compat' || bytes.toString('base64') === spelled ? bytes : undefined;
}


/***/ }),

/***/ 7704:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  xd: () => (/* binding */ decodeSignature),
  pI: () => (/* binding */ verifyEd25519),
  JV: () => (/* binding */ verifyEd25519Batch),
  W7: () => (/* binding */ verifyEd25519Many)
});

// UNUSED EXPORTS: isCanonicalSignature

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./src/engine/signature/base64.ts
var base64 = __nccwpck_require__(7584);
// EXTERNAL MODULE: ./node_modules/@noble/ed25519/index.js
var ed25519 = __nccwpck_require__(9605);
// EXTERNAL MODULE: ./src/engine/canonical/digest.ts
var canonical_digest = __nccwpck_require__(2327);
;// CONCATENATED MODULE: ./src/engine/signature/curve.generated.ts
// Generated by scripts/generate.mjs from assembly/edwards25519.ts; do not edit.
/** The WebAssembly module, base64. */
const CURVE = 'AGFzbQEAAAABGgVgAX8AYAN/f38AYAJ/fwBgBH9/f38AYAAAAwsKAQECAAIAAwAEAAUDAQABBg8CfwBBgIACC38AQYCyAgsHPAYFSU5QVVQDAAdSRVNVTFRTAwEJbWFrZVRhYmxlAAkGdmVyaWZ5AAcIbXVsdGlwbHkACAZtZW1vcnkCAArzGgq/CAEsfiABNAIAIhcgAjQCACIYfiACNAIkIhFCE34iGSABNAIEIgVCAYYiGn58IAE0AggiGyACNAIgIg9CE34iIn58IAI0AhwiDkITfiIjIAE0AgwiBkIBhiIkfnwgATQCECIcIAI0AhgiC0ITfiIdfnwgATQCFCIHQgGGIiUgAjQCFCIIQhN+Ih5+fCABNAIYIiYgAjQCECIEQhN+Ih9+fCABNAIcIglCAYYiDCACNAIMIgNCE34iIX58IAE0AiAiJyACNAIIIihCE34iIH58IAE0AiQiCkIBhiINIAI0AgQiKUITfn58ISogBCAXfiADIBp+fCAbICh+fCAkICl+fCAYIBx+fCAZICV+fCAiICZ+fCAMICN+fCAdICd+fCANIB5+fCIrQoCAgBB8QhqHIiwgCCAXfiAEIAV+fCADIBt+fCAGICh+fCAcICl+fCAHIBh+fCAZICZ+fCAJICJ+fCAjICd+fCAKIB1+fHwiEkKAgIAIfEIZhyITIAsgF34gCCAafnwgBCAbfnwgAyAkfnwgHCAofnwgJSApfnwgGCAmfnwgDCAZfnwgIiAnfnwgDSAjfnx8IhRCgICAEHxCGociFSAOIBd+IAUgC358IAggG358IAQgBn58IAMgHH58IAcgKH58ICYgKX58IAkgGH58IBkgJ358IAogIn58fCEQICpCgICAEHxCGociFiAXICl+IAUgGH58IBkgG358IAYgIn58IBwgI358IAcgHX58IB4gJn58IAkgH358ICEgJ358IAogIH58fCIgQoCAgAh8QhmHIi0gFyAofiAaICl+fCAYIBt+fCAZICR+fCAcICJ+fCAjICV+fCAdICZ+fCAMIB5+fCAfICd+fCANICF+fHwiIUKAgIAQfEIahyIuIAMgF34gBSAofnwgGyApfnwgBiAYfnwgGSAcfnwgByAifnwgIyAmfnwgCSAdfnwgHiAnfnwgCiAffnx8Ih1CgICACHxCGYciHiArICxCGoZ9fCIfQoCAgBB8QhqHISIgKiAWQhqGfSAQQoCAgAh8QhmHIhYgDyAXfiAOIBp+fCALIBt+fCAIICR+fCAEIBx+fCADICV+fCAmICh+fCAMICl+fCAYICd+fCANIBl+fHwiDEKAgIAQfEIahyINIBEgF34gBSAPfnwgDiAbfnwgBiALfnwgCCAcfnwgBCAHfnwgAyAmfnwgCSAofnwgJyApfnwgCiAYfnx8IgNCgICACHxCGYciBEITfnwiBUKAgIAQfEIahyEGIAAgBSAGQhqGfT4CACAAICAgLUIZhn0gBnw+AgQgACAhIC5CGoZ9PgIIIAAgHSAeQhmGfT4CDCAAIB8gIkIahn0+AhAgACASIBNCGYZ9ICJ8PgIUIAAgFCAVQhqGfT4CGCAAIBAgFkIZhn0+AhwgACAMIA1CGoZ9PgIgIAAgAyAEQhmGfT4CJAu5BAEEfyAAQShqIgRBKGoiBUEoaiEGA0AgA0EoSARAIANBgAhqIAMgBGooAgAgACADaigCAGs2AgAgA0EEaiEDDAELC0EAIQMDQCADQShIBEAgA0GoCGogAyAEaigCACAAIANqKAIAajYCACADQQRqIQMMAQsLQYAIQYAIIAEgAUEoaiIDIAIbEABBqAhBqAggAyABIAIbEABB0AggBiABQdAAahAAQQAhAQNAIAFBKEgEQCABQfgIaiABIAVqKAIAIgMgA2o2AgAgAUEEaiEBDAELC0EAIQEDQCABQShIBEAgAUGgCWogAUGoCGooAgAgAUGACGooAgBrNgIAIAFBBGohAQwBCwtBACEBA0AgAUEoSARAIAFByAlqIAFBqAhqKAIAIAFBgAhqKAIAajYCACABQQRqIQEMAQsLIAIEQEEAIQEDQCABQShIBEAgAUGACGogAUH4CGooAgAgAUHQCGooAgBqNgIAIAFBBGohAQwBCwtBACEBA0AgAUEoSARAIAFBqAhqIAFB+AhqKAIAIAFB0AhqKAIAazYCACABQQRqIQEMAQsLBUEAIQEDQCABQShIBEAgAUGACGogAUH4CGooAgAgAUHQCGooAgBrNgIAIAFBBGohAQwBCwtBACEBA0AgAUEoSARAIAFBqAhqIAFB+AhqKAIAIAFB0AhqKAIAajYCACABQQRqIQEMAQsLCyAAQaAJQYAIEAAgBEGoCEHICRAAIAVBgAhBqAgQACAGQaAJQcgJEAALzAECBX8BfiABKAIkQRNsQYCAgAhqQRl1IQMDQCACQQpIBEAgASACQQJ0aigCACADakEaIAJBAXFrdSEDIAJBAWohAgwBCwsgA0ETbCEDA0AgBUEKSARAIAEgBUECdGooAgAgA2oiBkEaIAVBAXFrIgJ1IQMgByAGQQEgAnRBAWtxrCAErIaEIQcgAiAEaiEEA0AgBEEITgRAIAAiAkEBaiEAIAIgBzwAACAHQgiHIQcgBEEIayEEDAELCyAFQQFqIQUMAQsLIAAgBzwAAAvxAQECf0GgsQFBAEEo/AsAQaCxAUEBNgIAA0AgACABSgRAIAFBKGwiAkHIsQFqIAJBoLEBaiABQaABbEHQEGoQACABQQFqIQEMAQsLIABBKGxBoLEBaiECQfgIQQBBKPwLAEH4CEEBNgIAQf4BIQEDQCABQQBOBEBB+AhB+AhB+AgQACABQQRHIAFBAkdxBEBB+AhB+AggAhAACyABQQFrIQEMAQsLIABBAWshAANAIABBAE4EQEHQCEH4CCAAQShsQaCxAWoQAEH4CEH4CCAAQaABbEHQEGoiARAAIAFB0AhBKPwKAAAgAEEBayEADAELCwuOAQEBfyABEAVBACEBA0AgAUEoSARAIAAgAWogAUGoCGooAgAgAUGACGooAgBqNgIAIAFBBGohAQwBCwsgAEEoaiECQQAhAQNAIAFBKEgEQCABIAJqIAFBqAhqKAIAIAFBgAhqKAIAazYCACABQQRqIQEMAQsLIABB0ABqIgBBgAhBqAgQACAAIABBmAoQAAsfAQF/QYAIIAAgAEHQAGoiARAAQagIIABBKGogARAAC0IAIANBAEoEQCAAIAEgAkEHdCADakEBa0H4AGxqQQAQAQsgA0EASARAIAAgASACQQd0IANrQQFrQfgAbGpBARABCwvvAgIJfwF+A0AgACACSgRAIAJB5ABsQYCAAmoiBUEgaiEGIAUoAmBBgIAebEGAgARqIQcgAkGgAWxBgBBqIghBAEGgAfwLACAIQQE2AiggCEEBNgJQQQAhA0EAIQRBACEBA0AgAUEgSARAIAEgBWotAAAgA2oiCUGAAWpBCHUhAyAIQYCABCABIAkgA0EIdGsQBiABIAZqLQAAIARqIglBgAFqQQh1IQQgCCAHIAEgCSAEQQh0axAGIAFBAWohAQwBCwsgAkEBaiECDAELCyAAEANBACEBA0AgACABSgRAIAFBoAFsQYAQahAFQdAIQYAIEAJB0AgtAABBAXEhAkHQCEGoCBACQe8IQe8ILQAAIAJBB3RyOgAAIAFB5ABsQcCAAmohA0IAIQpBACECA0AgAkEgSARAIAogAkHQCGopAwAgAiADaikDAIWEIQogAkEIaiECDAELCyABQYCyAmogClA6AAAgAUEBaiEBDAELCwsaAEGAsgJBgIACQaiAAhAAQaiyAkGAsgIQAgu0BQIGfwJ+QYCAAiEBA0AgBEEKSARAQRogBEEBcWshBgNAIAMgBkgEQCABIgJBAWohASAHIAIxAAAgA6yGhCEHIANBCGohAwwBCwsgBEECdEGACGogB0IBIAasIgiGQgF9gz4CACAHIAiHIQcgAyAGayEDIARBAWohBAwBCwtBoIACIQFBACEDQQAhBEIAIQcDQCAEQQpIBEBBGiAEQQFxayEGA0AgAyAGSARAIAEiAkEBaiEBIAcgAjEAACADrIaEIQcgA0EIaiEDDAELCyAEQQJ0QagIaiAHQgEgBqwiCIZCAX2DPgIAIAcgCIchByADIAZrIQMgBEEBaiEEDAELC0HAgAIhAUEAIQNBACEEQgAhBwNAIARBCkgEQEEaIARBAXFrIQYDQCADIAZIBEAgASICQQFqIQEgByACMQAAIAOshoQhByADQQhqIQMMAQsLIARBAnRBmApqIAdCASAGrCIIhkIBfYM+AgAgByAIhyEHIAMgBmshAyAEQQFqIQQMAQsLQfAJQQBBKPwLAEHwCUEBNgIAQYAQQYAIQfAJEABBqBBBqAhB8AkQAEHQEEEAQSj8CwBB0BBBATYCAEH4EEGACEGoCBAAA0AgBUEgSARAQYCwAUGAEEGgAfwKAABBARADQcAKQYAQEARBgBBBgLABQaAB/AoAAEEBIQEDQCABQYABSARAIAFBoAFsQYAQaiICIAJBoAFrQaAB/AoAACACQcAKQQAQASABQQFqIQEMAQsLQYCwAUHgrgFBoAH8CgAAQYABEAMgAEGAgB5sQYCABGogBUGA+ABsaiECQQAhAQNAIAFBgAFIBEAgAiABQfgAbGogAUGgAWxBgBBqEAQgAUEBaiEBDAELC0GAsAEgAkGI9wBqQQAQAUGAEEGAsAFBoAH8CgAAIAVBAWohBQwBCwsL';

;// CONCATENATED MODULE: ./src/engine/signature/curve.ts


/** Equations at a time, which share one inversion: as many as the module has room for. */
const GROUP = 64;
/** Bytes that the module is given of an equation: s, h, r and the number of the table. */
const EACH = 100;
const TABLE_BYTES = 32 * 128 * 120;
const PAGE_BYTES = 65_536;
const { p: PRIME, d } = ed25519/* Point */.bR.CURVE();
/** Arithmetic on the curve of Ed25519 by tables, in WebAssembly. */
class Curve {
    wasm;
    tables = 0;
    constructor(wasm) {
        this.wasm = wasm;
        this.addTable(ed25519/* Point */.bR.BASE);
    }
    /** The module with the table of the base point; `undefined` where the runtime has no WebAssembly. */
    static load() {
        if (typeof WebAssembly === 'undefined')
            return undefined;
        const module = new WebAssembly.Module(Buffer.from(CURVE, 'base64'));
        return new Curve(new WebAssembly.Instance(module).exports);
    }
    /** Makes the table of a point, 480 kB, and gives its number. */
    addTable(point) {
        const { memory, INPUT, makeTable } = this.wasm;
        const number = this.tables++;
        const missing = PAGE_BYTES + this.tables * TABLE_BYTES - memory.buffer.byteLength;
        memory.grow(Math.ceil(missing / PAGE_BYTES));
        const { x, y } = point.toAffine();
        const bytes = Buffer.from(memory.buffer);
        for (const [i, value] of [x, y, (2n * d) % PRIME].entries())
            bytes.set(littleEndian(value), INPUT.value + i * 32);
        makeTable(number);
        return number;
    }
    /** Which of the equations hold, in their order. */
    solve(equations) {
        const solved = [];
        for (let start = 0; start < equations.length; start += GROUP) {
            solved.push(...this.solveGroup(equations.slice(start, start + GROUP)));
        }
        return solved;
    }
    solveGroup(equations) {
        const { memory, INPUT, RESULTS, verify } = this.wasm;
        const bytes = Buffer.from(memory.buffer);
        for (const [i, { s, h, r, table }] of equations.entries()) {
            const at = INPUT.value + i * EACH;
            bytes.set(s, at);
            bytes.set(littleEndian(h), at + 32);
            bytes.set(r, at + 64);
            bytes.writeInt32LE(table, at + 96);
        }
        verify(equations.length);
        return equations.map((_, i) => bytes[RESULTS.value + i] === 1);
    }
}
function littleEndian(value) {
    return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
}

;// CONCATENATED MODULE: ./src/engine/signature/tables.ts




/** Making the first tables takes as long as verifying so many signatures without. */
const WORTHWHILE = 256;
/** Half a MB each. */
const MAX_TABLES = 16;
/** One of so many signatures that were found good is put before node:crypto. */
const WITNESS_EACH = 64;
const ORDER = ed25519/* Point */.bR.CURVE().n;
/** Verification by tables of the keys that sign most. Not for weak keys: what is computed is no proof there. */
class KeyTables {
    worthwhile;
    curve;
    full = false;
    seen = new WeakMap();
    tables = new Map();
    /** @param worthwhile signatures of a key that come before it gets a table. */
    constructor(worthwhile = WORTHWHILE) {
        this.worthwhile = worthwhile;
    }
    /** Counts a signature of this key. True when it is to be verified here; the table is made when it is time. */
    take(key) {
        if (this.tables.has(key))
            return true;
        const seen = this.seen.get(key) ?? 0;
        this.seen.set(key, seen + 1);
        if (seen < this.worthwhile || this.full)
            return false;
        try {
            this.curve ??= Curve.load();
            const table = this.curve?.addTable(ed25519/* Point */.bR.fromBytes(key.bytes).negate());
            if (table !== undefined)
                this.tables.set(key, table);
        }
        catch {
            // No memory for it, where a process may not have much: the platform verifies as well, only slower.
            this.full = true;
        }
        this.full ||= this.tables.size === MAX_TABLES || this.curve === undefined;
        return this.tables.has(key);
    }
    /**
     * Verdicts in the order of the jobs: signatures of 64 bytes with S below the group order, of keys that `take` said true of.
     * @throws Error when node:crypto contradicts.
     */
    verify(jobs) {
        const equations = jobs.map(({ key, message, signature }) => {
            const table = this.tables.get(key);
            if (table === undefined)
                throw new Error('the key has no table');
            const r = signature.subarray(0, 32);
            return { s: signature.subarray(32, 64), h: challenge(r, key.bytes, message), r, table };
        });
        const verdicts = this.curve?.solve(equations) ?? [];
        let witness = 0;
        jobs.forEach((job, i) => {
            if (i % WITNESS_EACH === 0)
                witness = i + (0,external_node_crypto_.randomInt)(Math.min(WITNESS_EACH, jobs.length - i));
            const good = verdicts[i] === true;
            if (good && i !== witness)
                return;
            if (good !== verifyByPlatform(job))
                throw new Error('node:crypto contradicts the verdict on a signature');
        });
        return verdicts;
    }
}
/** The platform's verdict: RFC 8032, cofactorless. */
function verifyByPlatform({ key, message, signature }) {
    return (0,external_node_crypto_.verify)(null, bytesOf(message), key.verifier, signature);
}
/** The bytes of a message. */
function bytesOf(message) {
    return typeof message === 'string' ? Buffer.from(message, 'utf8') : message;
}
/** h of RFC 8032 5.1.7 step 2, modulo the group order. */
function challenge(r, key, message) {
    const digest = (0,canonical_digest/* sha512 */.Zf)(Buffer.concat([r, key, bytesOf(message)])).reverse();
    return BigInt(`0x${digest.toString('hex')}`) % ORDER;
}

;// CONCATENATED MODULE: ./src/engine/signature/ed25519.ts



/** Verifications handed to the thread pool at a time: enough to keep every thread busy, few enough to stay small. */
const IN_FLIGHT = 64;
/** Group order L, big-endian. */
const ed25519_ORDER = Buffer.from('1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed', 'hex');
/**
 * The 64 bytes of a signature in standard base64, `undefined` when it is anything else: 88 characters, padding, no line
 * breaks, no url alphabet, unused bits zero (hardening 18). Compat mode is as lax as `decodeBase64`.
 */
function decodeSignature(text, mode = 'gate') {
    // The bound keeps a megabyte of base64 from being decoded for nothing; line breaks may double a lax one.
    if (mode === 'gate' ? text.length !== 88 : text.length > 4096)
        return undefined;
    const bytes = (0,base64/* decodeBase64 */.y)(text, mode);
    return bytes?.length === 64 ? bytes : undefined;
}
/**
 * True when the encoding of a signature is the one that RFC 8032 allows: 64 bytes, S below the group order, R
 * a canonical point encoding (hardening 18). Anything else is a second signature made from a first one.
 */
function isCanonicalSignature(signature) {
    return signature.length === 64 && scalarBelowOrder(signature) && canonicalR(signature);
}
/** Fewer at a time gain nothing from a table: the inversion and the witness are shared by too few. */
const FEWEST = 4;
/** Of this thread. They only save time: which signatures came before has no part in a verdict. */
const tables = new KeyTables();
/**
 * Verifies one Ed25519 signature (RFC 8032, cofactorless, as Go does): node:crypto decides, after the encoding was checked
 * and the key was found strong when it was read. Throws only when the crypto library itself breaks.
 */
function verifyEd25519(key, message, signature) {
    const job = { key, message, signature };
    return canVerify(job) && verifyByPlatform(job);
}
/**
 * Verifies many signatures, with tables for the keys that sign most of them (tables.ts); verdicts in the order of the jobs,
 * each what `verifyEd25519` says of it. Throws only when the crypto library breaks or contradicts the tables.
 */
function verifyEd25519Many(jobs) {
    const { verdicts, left } = verifyByTables(jobs);
    for (const [i, job] of left)
        verdicts[i] = verifyByPlatform(job);
    return verdicts;
}
/**
 * As `verifyEd25519Many`, but what no table is there for goes to the libuv thread pool, 64 in flight: about twice as fast
 * as one after the other on two cores.
 */
async function verifyEd25519Batch(jobs) {
    const { verdicts, left } = verifyByTables(jobs);
    let next = 0;
    const worker = async () => {
        for (let one = left[next++]; one !== undefined; one = left[next++]) {
            const [i, job] = one;
            verdicts[i] = await verifyInPool(job);
        }
    };
    await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, left.length) }, worker));
    return verdicts;
}
/** Settles signatures that cannot be good and those of keys that have a table; what is left has `false` until somebody verifies it. */
function verifyByTables(jobs) {
    const left = [];
    const tabled = [];
    const many = jobs.length >= FEWEST;
    jobs.forEach((job, i) => {
        if (canVerify(job))
            (many && tables.take(job.key) ? tabled : left).push([i, job]);
    });
    const found = tables.verify(tabled.map(([, job]) => job));
    const verdicts = jobs.map(() => false);
    tabled.forEach(([i], at) => {
        verdicts[i] = found[at] === true;
    });
    return { verdicts, left };
}
function verifyInPool({ key, message, signature }) {
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.verify)(null, bytesOf(message), key.verifier, signature, (error, result) => {
            if (error === null)
                resolve(result);
            else
                reject(error);
        });
    });
}
/** A strong key and the one encoding: nothing else is worth the cryptography. */
function canVerify({ key, signature }) {
    return !key.weak && isCanonicalSignature(signature);
}
function scalarBelowOrder(signature) {
    for (let i = 0; i < 32; i++) {
        const order = ed25519_ORDER[i] ?? 0;
        const scalar = signature[63 - i] ?? 0;
        if (scalar !== order)
            return scalar < order;
    }
    return false;
}
function canonicalR(signature) {
    const low = signature[0] ?? 0;
    const high = (signature[31] ?? 0) & 0x7f;
    const middle = (value) => {
        for (let i = 1; i < 31; i++)
            if (signature[i] !== value)
                return false;
        return true;
    };
    // y at or above the prime 2^255 - 19, whose lowest byte is 0xed.
    if (high === 0x7f && low >= 0xed && middle(0xff))
        return false;
    // x is 0 only for y = 1 and y = -1, and 0 has no sign.
    if ((signature[31] ?? 0) >> 7 === 0)
        return true;
    return !(high === 0 && low === 1 && middle(0)) && !(high === 0x7f && low === 0xec && middle(0xff));
}


/***/ }),

/***/ 5671:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ed25519Verdict),
/* harmony export */   y: () => (/* binding */ runSignatureJobs)
/* harmony export */ });
/* harmony import */ var _ed25519_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7704);

/** Runs signatures in the thread pool; verdicts in the order of the jobs. Rejects only when our own code breaks. */
async function runSignatureJobs(jobs) {
    const plain = jobs.filter((job) => job.kind === 'ed25519');
    const [single, second] = plain;
    // One alone is quicker without waking the pool.
    const verified = single !== undefined && second === undefined
        ? [(0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyEd25519 */ .pI)(single.key, single.message, single.signature)]
        : await (0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyEd25519Batch */ .JV)(plain);
    const verdicts = [];
    let at = 0;
    for (const job of jobs) {
        if (job.kind === 'ed25519')
            verdicts.push(ed25519Verdict(job, verified[at++] === true));
        else
            verdicts.push(await runCosign(job));
    }
    return verdicts;
}
/** The verdict once the cryptography has spoken. */
function ed25519Verdict(job, verified) {
    if (verified)
        return { ok: true, keyId: job.key.id };
    return { ok: false, code: 'signature.invalid', message: `the signature does not verify under key ${job.key.id}` };
}
/** Each signer of the trust is enough by itself; when none is, the refusal of the first is told. */
async function runCosign(job) {
    const { verifyCosign } = await __nccwpck_require__.e(/* import() */ 728).then(__nccwpck_require__.bind(__nccwpck_require__, 6728));
    const message = Buffer.from(job.message);
    const verify = (trust) => verifyCosign(trust, message, job.signature, { mode: job.mode, now: job.now });
    const first = await verify(job.trust);
    if (first.ok)
        return first;
    for (const other of job.trust.others ?? []) {
        const verdict = await verify(other);
        if (verdict.ok)
            return verdict;
    }
    return first;
}


/***/ }),

/***/ 9891:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parsePublicKey)
/* harmony export */ });
/* unused harmony export withKeyId */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _noble_ed25519__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9605);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7584);



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
    if (mode === 'gate' && weakness?.refusal !== undefined) {
        return { ok: false, code: 'key.weak', message: `the public key ${weakness.refusal}` };
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
    const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1];
    if (label?.endsWith('PRIVATE KEY'))
        return 'this is a private key: give the public key, and treat the private one as leaked';
    if (label === 'CERTIFICATE')
        return 'this is a certificate: give it as the cosign certificate';
    if (!/^-----BEGIN ([A-Z0-9 ]+)-----\r?\n[A-Za-z0-9+/=\r\n]+-----END \1-----$/.test(text)) {
        return 'the PEM text must be exactly one block';
    }
    if (label !== 'PUBLIC KEY')
        return `the PEM block must be a PUBLIC KEY, not ${label}`;
    const der = (0,_base64_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBase64 */ .y)(text.replace(/-----[A-Z0-9 ]+-----|[\r\n]/g, ''));
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
        if (kind === 'ed25519')
            return ' in exactly 44 bytes of DER (RFC 8410)';
        return kind === 'ec' || kind === 'rsa' ? `, not ${kind}: give a cosign key as the cosign key` : `, not ${kind}`;
    }
    catch {
        return '';
    }
}
function jwkBytes(text) {
    // an object, because the text begins with a brace
    let jwk;
    try {
        jwk = JSON.parse(text);
    }
    catch {
        return 'the JWK is not valid JSON';
    }
    const member = (name) => (Object.hasOwn(jwk, name) ? jwk[name] : undefined);
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
 * Whether nothing may verify under these 32 bytes. node:crypto takes small-order and non-canonical keys, and a
 * constant signature verifies every message under them (hardening.md, last paragraph).
 */
function weaknessOf(bytes) {
    let point;
    try {
        point = _noble_ed25519__WEBPACK_IMPORTED_MODULE_2__/* .Point */ .bR.fromBytes(bytes, false);
    }
    catch {
        return isSecondSpelling(bytes) ? { refusal: 'is not in canonical form' } : {};
    }
    if (point.isSmallOrder())
        return { refusal: 'has small order: anything verifies under it' };
    return point.isTorsionFree() ? undefined : {};
}
/** Whether bytes that cannot be decoded would be a point if spelled otherwise: y below the prime, x = 0 without a sign. */
function isSecondSpelling(bytes) {
    const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & (2n ** 255n - 1n);
    return y >= FIELD_PRIME || y === 1n || y === FIELD_PRIME - 1n;
}


/***/ }),

/***/ 6881:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ prepareCosign),
/* harmony export */   bI: () => (/* binding */ runRecordJobs),
/* harmony export */   rd: () => (/* binding */ prepareRecordSignature)
/* harmony export */ });
/* harmony import */ var _ed25519_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7704);
/* harmony import */ var _jobs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5671);


/**
 * First step of a record's signature check (contract 2.5): form, key, nothing costly. The second is `runRecordJobs`.
 * Problems: `key.missing` (6) when nothing of the signature's kind is configured (hardening 22), `signature.missing`,
 * `signature.key_mismatch`, `signature.invalid`, `signature.algorithm_unsupported` (2), `cosign.identity_required` (6).
 * The caller has to compare `recordHash` with the recomputed hash itself.
 * @param now the clock, epoch milliseconds; judges cosign certificates that carry no verified time.
 */
function prepareRecordSignature(sealed, trust, now) {
    const { recordHash, signature, signingKeyId } = sealed;
    if (trust.keys.length === 0 && trust.cosign === undefined) {
        return problem('key.missing', 'signatures must be checked but no key is given', '/integrity/signature');
    }
    if (signature === '')
        return problem('signature.missing', 'the record is not signed', '/integrity/signature');
    if (signingKeyId === '') {
        return problem('signature.missing', 'the record has a signature but no signing_key_id', '/integrity/signing_key_id');
    }
    if (recordHash === '') {
        return problem('signature.missing', 'the record has a signature but no record_hash', '/integrity/record_hash');
    }
    if (signature.startsWith('base64:'))
        return prepareEd25519(sealed, signature.slice(7), trust);
    if (signature.startsWith('cosign:'))
        return prepareCosign(recordHash, signature.slice(7), trust, now);
    return problem('signature.algorithm_unsupported', 'the signature must start with "base64:" (Ed25519) or "cosign:"', '/integrity/signature');
}
/** Second step: verdicts in the order of the jobs, Ed25519 in the thread pool. */
const runRecordJobs = (jobs) => (0,_jobs_js__WEBPACK_IMPORTED_MODULE_1__/* .runSignatureJobs */ .y)(jobs);
function prepareEd25519(sealed, text, trust) {
    if (trust.keys.length === 0) {
        return problem('key.missing', 'the record has an Ed25519 signature but no public key is given', '/integrity/signature');
    }
    const key = trust.keyById(sealed.signingKeyId);
    if (key === undefined) {
        return problem('signature.key_mismatch', 'signing_key_id is not the id of a given public key', '/integrity/signing_key_id');
    }
    const signature = (0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeSignature */ .xd)(text, trust.mode);
    if (signature === undefined) {
        return problem('signature.invalid', 'the signature is not standard base64 of 64 bytes', '/integrity/signature');
    }
    return { job: { kind: 'ed25519', key, message: sealed.recordHash, signature } };
}
/** Picks the cosign material for a signature over `message`, or tells what is missing (hardening 22). */
function prepareCosign(message, signature, trust, now) {
    const { cosign, mode } = trust;
    if (cosign === undefined) {
        return problem('key.missing', 'a cosign signature is there but no cosign key or certificate is given');
    }
    if (cosign.key === undefined && (cosign.identity === undefined || cosign.issuer === undefined)) {
        return problem('cosign.identity_required', 'a cosign certificate proves nothing without the expected identity and issuer');
    }
    return { job: { kind: 'cosign', trust: cosign, message, signature, mode, now } };
}
function problem(code, message, pointer) {
    return pointer === undefined ? { ok: false, code, message } : { ok: false, code, message, pointer };
}


/***/ }),

/***/ 7465:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X7: () => (/* binding */ prepareManifestSignature),
/* harmony export */   cD: () => (/* binding */ checkSignatureObject)
/* harmony export */ });
/* unused harmony export prepareSignatureObject */
/* harmony import */ var _ed25519_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7704);
/* harmony import */ var _jobs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5671);
/* harmony import */ var _record_signature_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6881);



/**
 * First step of the check of `{alg, key_id, sig, signed_digest}` (contract 4 and 6): form, digest, key.
 * @param digestHex lower-case hex of the digest of what is signed, recomputed.
 *
 * Gate mode wants all four members, `alg` exactly `ed25519`, exact lower-case hex and the id of a given key (hardening 18,
 * 19). Compat mode takes what upstream takes: hex in any case, and any `key_id` as long as a given key verifies.
 * Problems: `signature.missing` (absent or null), `signature.invalid`, `signature.algorithm_unsupported`,
 * `signature.digest_mismatch`, `signature.key_mismatch` (2), `key.missing` (6).
 */
function prepareSignatureObject(value, digestHex, over, keys, mode) {
    const read = readMembers(value);
    return 'code' in read ? read : prepareMembers(read, digestHex, over, keys, mode);
}
function prepareMembers(read, digestHex, over, keys, mode) {
    if (keys.length === 0)
        return problem('key.missing', '', 'a signature must be checked but no public key is given');
    const { alg, sig } = read;
    if (alg !== 'ed25519')
        return problem('signature.algorithm_unsupported', 'alg', 'alg of the signature must be "ed25519"');
    const mismatch = compareDigest(read, digestHex, mode);
    if (mismatch !== undefined)
        return mismatch;
    const signature = (0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeSignature */ .xd)(sig, mode);
    if (signature === undefined)
        return problem('signature.invalid', 'sig', 'sig is not standard base64 of 64 bytes');
    const message = over === 'ascii-hex' ? digestHex : Buffer.from(digestHex, 'hex');
    const key = keys.find((one) => one.id === read.key_id) ??
        // Upstream ignores the id here; the signature itself still has to verify under a key the caller gave.
        (mode === 'compat' ? keys.find((one) => (0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyEd25519 */ .pI)(one, message, signature)) : undefined);
    if (key === undefined)
        return problem('signature.key_mismatch', 'key_id', 'key_id is not the id of a given public key');
    return { job: { kind: 'ed25519', key, message, signature } };
}
/** Both steps of an Ed25519 signature object at once. */
function checkSignatureObject(value, digestHex, over, keys, mode) {
    const step = prepareSignatureObject(value, digestHex, over, keys, mode);
    if (!('job' in step))
        return step;
    const { key, message, signature } = step.job;
    const verdict = (0,_jobs_js__WEBPACK_IMPORTED_MODULE_1__/* .ed25519Verdict */ .v)(step.job, (0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyEd25519 */ .pI)(key, message, signature));
    return verdict.ok ? verdict : { ...verdict, member: 'sig', pointer: '/sig' };
}
/**
 * First step for a bundle manifest's signature (contract 4 and 5), where `alg` may also be `cosign`: a cosign blob
 * signature over the ASCII hex digest. The second step is `runSignatureJobs`.
 */
function prepareManifestSignature(value, digestHex, trust, now) {
    const read = readMembers(value);
    if ('code' in read)
        return read;
    if (read.alg !== 'cosign') {
        if (read.alg === 'ed25519' || trust.keys.length > 0) {
            return prepareMembers(read, digestHex, 'ascii-hex', trust.keys, trust.mode);
        }
        return problem('signature.algorithm_unsupported', 'alg', 'alg of the signature must be "ed25519" or "cosign"');
    }
    const mismatch = compareDigest(read, digestHex, trust.mode);
    if (mismatch !== undefined)
        return mismatch;
    const text = read.sig.startsWith('cosign:') ? read.sig.slice(7) : read.sig;
    const step = (0,_record_signature_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareCosign */ .V$)(digestHex, text, trust, now);
    return 'job' in step ? step : { ...step, member: 'sig', pointer: '/sig' };
}
function readMembers(value) {
    // Stripping a signature down to null must tell the same as removing it (hardening 11).
    if (value === undefined || value === null)
        return problem('signature.missing', '', 'the signature is missing');
    if (typeof value !== 'object' || Array.isArray(value)) {
        return problem('signature.invalid', '', 'the signature must be an object');
    }
    const found = { alg: '', key_id: '', sig: '', signed_digest: '' };
    for (const name of ['alg', 'key_id', 'sig', 'signed_digest']) {
        const member = Object.hasOwn(value, name) ? value[name] : undefined;
        if (typeof member !== 'string') {
            return problem('signature.invalid', name, `${name} of the signature ${member === undefined ? 'is missing' : 'must be a string'}`);
        }
        found[name] = member;
    }
    return found;
}
function compareDigest(read, digestHex, mode) {
    const told = mode === 'compat' ? read.signed_digest.toLowerCase() : read.signed_digest;
    if (told === digestHex)
        return undefined;
    return problem('signature.digest_mismatch', 'signed_digest', `signed_digest is not the digest of the content, which is ${digestHex}`);
}
function problem(code, member, message) {
    return { ok: false, code, member, message, ...(member === '' ? {} : { pointer: `/${member}` }) };
}


/***/ }),

/***/ 2547:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ coalesce)
/* harmony export */ });
/** Smaller pieces are put together: a record that spans very many of them would be copied once for each. */
const MIN_BYTES = 256 * 1024;
/** The same bytes in pieces of at least `MIN_BYTES`, except the last; each valid only until the next one is asked for. */
async function* coalesce(chunks) {
    // Made when it is needed: the chunks of a file are large enough.
    let buffer = new Uint8Array(0);
    let filled = 0;
    for await (const chunk of chunks) {
        const alone = filled === 0 && chunk.length >= MIN_BYTES;
        // Less than a piece waits, so what has no room beside it is a piece by itself.
        if (alone || filled + chunk.length > 2 * MIN_BYTES) {
            if (filled > 0)
                yield buffer.subarray(0, filled);
            filled = 0;
            yield chunk;
            continue;
        }
        if (buffer.length === 0)
            buffer = new Uint8Array(2 * MIN_BYTES);
        buffer.set(chunk, filled);
        filled += chunk.length;
        if (filled < MIN_BYTES)
            continue;
        yield buffer.subarray(0, filled);
        filled = 0;
    }
    if (filled > 0)
        yield buffer.subarray(0, filled);
}


/***/ }),

/***/ 9889:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vi: () => (/* binding */ sameFile),
/* harmony export */   _K: () => (/* binding */ openDescriptor),
/* harmony export */   bT: () => (/* binding */ fileFault),
/* harmony export */   tD: () => (/* binding */ changed)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5206);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2066);



/**
 * Never follows a link in the last part, never waits for the other end of a FIFO, never makes a terminal ours
 * (hardening 17). Windows knows none of these flags, nor FIFOs in its folders.
 */
const FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY ?? 0);
/** Opens a file for reading, whatever it is: what came of it has to be looked at. `name` is what to call it in messages. */
function openDescriptor(path, name) {
    // The system would cut the path there and open another file.
    if (path.includes('\0'))
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.not_found', `${name} is not there: its path has a NUL`);
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, FLAGS);
    }
    catch (error) {
        throw fileFault(error, name);
    }
}
/** False when one is another file, or the same file after it was written to. */
function sameFile(one, other) {
    return (one.size === other.size &&
        one.mtimeNs === other.mtimeNs &&
        one.ctimeNs === other.ctimeNs &&
        one.ino === other.ino &&
        one.dev === other.dev);
}
/** The fault that an error of the file system stands for, by its code. */
function fileFault(error, name) {
    const code = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error);
    switch (code) {
        case 'ENOENT':
        case 'ENOTDIR':
            return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.not_found', `${name} is not there`);
        case 'ELOOP':
        case 'EMLINK': // what FreeBSD says of a link under O_NOFOLLOW
            return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('path.symlink', `${name} is a symbolic link`);
        case 'ENXIO':
        case 'ENODEV':
            return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('path.special_file', `${name} is not a regular file`);
        case 'EISDIR':
            return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.unreadable', `${name} is a directory`);
        case 'EACCES':
        case 'EPERM':
            return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.unreadable', `${name} cannot be read: permission denied`);
        default:
            return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.unreadable', `${name} cannot be read (${code})`);
    }
}
/** A file that is not the one that was met first. */
function changed(name) {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.changed', `${name} changed while it was read`);
}


/***/ }),

/***/ 2010:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ DigestingSource),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2327);

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
        this.known ??= (0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Hex */ .fg)(bytes);
        return bytes;
    }
    async *chunks() {
        const hash = this.known === undefined ? (0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)() : undefined;
        for await (const chunk of this.inner.chunks()) {
            hash?.update(chunk);
            yield chunk;
        }
        if (hash !== undefined)
            this.known = hash.digest('hex');
    }
    /** The digest, by a pass of its own when there was none yet. */
    async digest() {
        this.known ??= await digestOf(this.inner);
        return this.known;
    }
}
/** SHA-256 of all bytes of a source, lower-case hex. */
async function digestOf(source) {
    const hash = (0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)();
    for await (const chunk of source.chunks())
        hash.update(chunk);
    return hash.digest('hex');
}


/***/ }),

/***/ 2154:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ bufferAccess),
/* harmony export */   p: () => (/* binding */ fileAccess)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5206);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9889);



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
    const fd = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .openDescriptor */ ._K)(path, name);
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd, { bigint: true });
        if (!stat.isFile())
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('path.special_file', `${name} is not a regular file`);
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
                throw (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .changed */ .tD)(this.name);
            done += count;
        }
        return bytes;
    }
    async close() {
        if (!this.open)
            return;
        this.open = false;
        try {
            if (!(0,_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .sameFile */ .Vi)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(this.fd, { bigint: true }), this.opened))
                throw (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .changed */ .tD)(this.name);
            // Another file may have taken its name meanwhile; the next step of the pipeline would then read that one.
            const named = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(this.path, { bigint: true, throwIfNoEntry: false });
            if (named === undefined || !(0,_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .sameFile */ .Vi)(named, this.opened))
                throw (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .changed */ .tD)(this.name);
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
                throw (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .fileFault */ .bT)(error, this.name);
            }
        }
        return new Promise((resolve, reject) => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.read)(this.fd, bytes, offset, length, position, (error, count) => {
                if (error)
                    reject((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_2__/* .fileFault */ .bT)(error, this.name));
                else
                    resolve(count);
            });
        });
    }
}
function inRange(position, length, size) {
    return Number.isSafeInteger(position) && position >= 0 && length >= 0 && position + length <= size;
}
function outside(position, length, size) {
    return new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .v('io.unreadable', `Bytes ${position} to ${position + length} do not exist; there are ${size}.`);
}


/***/ }),

/***/ 2066:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ systemCode)
/* harmony export */ });
/**
 * The code of an error of the system (`ENOENT`, `EACCES`, …), else what the error says. Asks for no `Error`: in a test,
 * errors of Node's own modules are those of another realm.
 */
function systemCode(error) {
    if (typeof error !== 'object' || error === null)
        return String(error);
    if ('code' in error)
        return String(error.code);
    return 'message' in error ? String(error.message) : String(error);
}


/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 8529:
/***/ ((module) => {


// What compiled validators need at run time. CommonJS, because ajv's standalone code is.

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that `count` digits of `text` from `at` on write, -1 when one is no ASCII digit. */
function digits(text, at, count) {
  let value = 0;
  for (let i = at; i < at + count; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    // NaN past the end fails the comparison, too
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * RFC 3339 as contract 2.4 reads it: upper-case T and Z, a real calendar date, seconds 00-59 (no leap second), a
 * fraction of any length, an offset of at most 23:59. `Date.parse` and common patterns take more than that.
 */
function isInstant(text) {
  const length = text.length;
  if (length < 20) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 0 || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') {
    return false;
  }
  if (month < 1 || month > 12) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day < 1 || day > DAYS[month - 1] + (leap ? 1 : 0)) return false;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  let at = 19;
  if (text[at] === '.') {
    at += 1;
    const start = at;
    while (digits(text, at, 1) >= 0) at += 1;
    if (at === start) return false;
  }
  if (text[at] === 'Z') return at + 1 === length;
  if ((text[at] !== '+' && text[at] !== '-') || at + 6 !== length || text[at + 3] !== ':') return false;
  const offsetHour = digits(text, at + 1, 2);
  const offsetMinute = digits(text, at + 4, 2);
  return offsetHour >= 0 && offsetHour <= 23 && offsetMinute >= 0 && offsetMinute <= 59;
}

/** A text that two JSON values share exactly when JSON Schema calls them equal: member order does not matter. */
function identity(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const parts = [];
  if (Array.isArray(value)) {
    for (const item of value) parts.push(identity(item));
    return `[${parts.join(',')}]`;
  }
  for (const name of Object.keys(value).sort()) parts.push(`${JSON.stringify(name)}:${identity(value[name])}`);
  return `{${parts.join(',')}}`;
}

/** JSON Schema equality of two values: by content, whatever the order of members. */
function equal(one, other) {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(other, name) || !equal(one[name], other[name])) return false;
  }
  return true;
}

const FEW = 16;

/**
 * Position of the first item that equals an earlier one, -1 when there is none. A long list is hashed: comparing each
 * pair, as ajv does, takes hours for a list that fits into one record.
 */
function firstRepeated(items) {
  const length = items.length;
  if (length <= FEW) {
    for (let i = 1; i < length; i += 1) {
      for (let j = 0; j < i; j += 1) if (equal(items[i], items[j])) return i;
    }
    return -1;
  }
  const scalars = new Set();
  const texts = new Set();
  for (let i = 0; i < length; i += 1) {
    const item = items[i];
    const compound = typeof item === 'object' && item !== null;
    const seen = compound ? texts : scalars;
    const before = seen.size;
    if (seen.add(compound ? identity(item) : item).size === before) return i;
  }
  return -1;
}

/** Length of a text in code points, as JSON Schema counts. */
function codePoints(text) {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < text.length && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i += 1;
    count += 1;
  }
  return count;
}

module.exports = { isInstant, firstRepeated, codePoints, equal };


/***/ }),

/***/ 3372:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.
// Each is loaded when it is asked for: a start must not pay for schemas that it does not need.
module.exports = {
  "bundle-manifest-v1": { load: () => (__nccwpck_require__(4136)/* .validate */ .t), text: () => (__nccwpck_require__(4136)/* .text */ .Q) },
  "chain-v1": { load: () => (__nccwpck_require__(755)/* .validate */ .t), text: () => (__nccwpck_require__(755)/* .text */ .Q) },
  "governance-event-v1": { load: () => (__nccwpck_require__(6861)/* .validate */ .t), text: () => (__nccwpck_require__(6861)/* .text */ .Q) },
  "proof-record-v1": { load: () => (__nccwpck_require__(1436)/* .validate */ .t), text: () => (__nccwpck_require__(1436)/* .text */ .Q) },
  "record-types-v1": { load: () => (__nccwpck_require__(8937)/* .validate */ .t), text: () => (__nccwpck_require__(8937)/* .text */ .Q) },
  "relationship_envelope": { load: () => (__nccwpck_require__(9135)/* .validate */ .t), text: () => (__nccwpck_require__(9135)/* .text */ .Q) },
  "revocation-list-v1": { load: () => (__nccwpck_require__(6457)/* .validate */ .t), text: () => (__nccwpck_require__(6457)/* .text */ .Q) },
  "types/approval": { load: () => (__nccwpck_require__(37)/* .validate */ .t), text: () => (__nccwpck_require__(37)/* .text */ .Q) },
  "types/compiled-action": { load: () => (__nccwpck_require__(8954)/* .validate */ .t), text: () => (__nccwpck_require__(8954)/* .text */ .Q) },
  "types/data-pipeline-run": { load: () => (__nccwpck_require__(8097)/* .validate */ .t), text: () => (__nccwpck_require__(8097)/* .text */ .Q) },
  "types/decision": { load: () => (__nccwpck_require__(9826)/* .validate */ .t), text: () => (__nccwpck_require__(9826)/* .text */ .Q) },
  "types/delegation": { load: () => (__nccwpck_require__(7170)/* .validate */ .t), text: () => (__nccwpck_require__(7170)/* .text */ .Q) },
  "types/deployment": { load: () => (__nccwpck_require__(2417)/* .validate */ .t), text: () => (__nccwpck_require__(2417)/* .text */ .Q) },
  "types/dynamic-tool-discovery": { load: () => (__nccwpck_require__(6223)/* .validate */ .t), text: () => (__nccwpck_require__(6223)/* .text */ .Q) },
  "types/guardrail-activation": { load: () => (__nccwpck_require__(9948)/* .validate */ .t), text: () => (__nccwpck_require__(9948)/* .text */ .Q) },
  "types/human-oversight": { load: () => (__nccwpck_require__(9759)/* .validate */ .t), text: () => (__nccwpck_require__(9759)/* .text */ .Q) },
  "types/incident": { load: () => (__nccwpck_require__(9906)/* .validate */ .t), text: () => (__nccwpck_require__(9906)/* .text */ .Q) },
  "types/model-change": { load: () => (__nccwpck_require__(5400)/* .validate */ .t), text: () => (__nccwpck_require__(5400)/* .text */ .Q) },
  "types/permission-check": { load: () => (__nccwpck_require__(6758)/* .validate */ .t), text: () => (__nccwpck_require__(6758)/* .text */ .Q) },
  "types/policy-enforcement": { load: () => (__nccwpck_require__(5367)/* .validate */ .t), text: () => (__nccwpck_require__(5367)/* .text */ .Q) },
  "types/replay-certification": { load: () => (__nccwpck_require__(5788)/* .validate */ .t), text: () => (__nccwpck_require__(5788)/* .text */ .Q) },
  "types/risk-assessment": { load: () => (__nccwpck_require__(458)/* .validate */ .t), text: () => (__nccwpck_require__(458)/* .text */ .Q) },
  "types/scan-finding": { load: () => (__nccwpck_require__(3143)/* .validate */ .t), text: () => (__nccwpck_require__(3143)/* .text */ .Q) },
  "types/test-result": { load: () => (__nccwpck_require__(1660)/* .validate */ .t), text: () => (__nccwpck_require__(1660)/* .text */ .Q) },
  "types/tool-invocation": { load: () => (__nccwpck_require__(6471)/* .validate */ .t), text: () => (__nccwpck_require__(6471)/* .text */ .Q) },
  "draft-07": { load: () => (__nccwpck_require__(525)/* .validate */ .t), text: () => (__nccwpck_require__(525)/* .text */ .Q) },
};


/***/ }),

/***/ 4136:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate11;
const func4 = (__nccwpck_require__(8529).codePoints);

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.files === undefined) && (missing0 = "files")){
return false;
}
else {
if(data.files !== undefined){
let data0 = data.files;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((data1.path === undefined) && (missing1 = "path")) || ((data1.sha256 === undefined) && (missing1 = "sha256"))){
return false;
}
else {
if(data1.path !== undefined){
const _errs5 = errors;
if(typeof data1.path !== "string"){
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.sha256 !== undefined){
const _errs7 = errors;
if(typeof data1.sha256 !== "string"){
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
}
}
}
else {
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.algo_id !== undefined){
const _errs9 = errors;
if(typeof data.algo_id !== "string"){
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.salt_id !== undefined){
const _errs11 = errors;
if(typeof data.salt_id !== "string"){
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signatures !== undefined){
let data6 = data.signatures;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data6)){
var valid3 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs15 = errors;
if(errors === _errs15){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if(((((data7.alg === undefined) && (missing2 = "alg")) || ((data7.key_id === undefined) && (missing2 = "key_id"))) || ((data7.sig === undefined) && (missing2 = "sig"))) || ((data7.signed_digest === undefined) && (missing2 = "signed_digest"))){
return false;
}
else {
if(data7.alg !== undefined){
let data8 = data7.alg;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data8 === "string"){
if(data8.length < 1){
return false;
}
}
else {
return false;
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.key_id !== undefined){
let data9 = data7.key_id;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data9 === "string"){
if(data9.length < 1){
return false;
}
}
else {
return false;
}
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.sig !== undefined){
let data10 = data7.sig;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data10 === "string"){
if(data10.length < 1){
return false;
}
}
else {
return false;
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.signed_digest !== undefined){
let data11 = data7.signed_digest;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data11 === "string"){
if(data11.length < 1){
return false;
}
}
else {
return false;
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid3 = _errs15 === errors;
if(!valid3){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/bundle-manifest-v1.schema.json\",\"type\":\"object\",\"required\":[\"files\"],\"properties\":{\"files\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"path\",\"sha256\"],\"properties\":{\"path\":{\"type\":\"string\"},\"sha256\":{\"type\":\"string\"}}}},\"algo_id\":{\"type\":\"string\"},\"salt_id\":{\"type\":\"string\"},\"signatures\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"alg\",\"key_id\",\"sig\",\"signed_digest\"],\"properties\":{\"alg\":{\"type\":\"string\",\"minLength\":1},\"key_id\":{\"type\":\"string\",\"minLength\":1},\"sig\":{\"type\":\"string\",\"minLength\":1},\"signed_digest\":{\"type\":\"string\",\"minLength\":1}}}}}}";


/***/ }),

/***/ 755:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate12;
const formats0 = {"date-time":(__nccwpck_require__(8529).isInstant)}["date-time"];
const pattern2 = new RegExp("^sha256:[a-f0-9]{64}$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.chain_id === undefined) && (missing0 = "chain_id")) || ((data.created_at === undefined) && (missing0 = "created_at"))) || ((data.record_count === undefined) && (missing0 = "record_count"))) || ((data.records === undefined) && (missing0 = "records"))){
return false;
}
else {
if(data.chain_id !== undefined){
const _errs1 = errors;
if(typeof data.chain_id !== "string"){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.created_at !== undefined){
let data1 = data.created_at;
const _errs3 = errors;
if(errors === _errs3){
if(errors === _errs3){
if(typeof data1 === "string"){
if(!(formats0(data1))){
return false;
}
}
else {
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.record_count !== undefined){
let data2 = data.record_count;
const _errs5 = errors;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
return false;
}
if(errors === _errs5){
if(typeof data2 == "number"){
if(data2 < 0 || isNaN(data2)){
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.records !== undefined){
const _errs7 = errors;
if(!(Array.isArray(data.records))){
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.head_hash !== undefined){
let data4 = data.head_hash;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(!pattern2.test(data4)){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signatures !== undefined){
let data5 = data.signatures;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data5)){
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if(((((data6.alg === undefined) && (missing1 = "alg")) || ((data6.key_id === undefined) && (missing1 = "key_id"))) || ((data6.sig === undefined) && (missing1 = "sig"))) || ((data6.signed_digest === undefined) && (missing1 = "signed_digest"))){
return false;
}
else {
if(data6.alg !== undefined){
const _errs15 = errors;
if(typeof data6.alg !== "string"){
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.key_id !== undefined){
const _errs17 = errors;
if(typeof data6.key_id !== "string"){
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.sig !== undefined){
const _errs19 = errors;
if(typeof data6.sig !== "string"){
return false;
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.signed_digest !== undefined){
const _errs21 = errors;
if(typeof data6.signed_digest !== "string"){
return false;
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid1 = _errs13 === errors;
if(!valid1){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate12.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/chain-v1.schema.json\",\"type\":\"object\",\"required\":[\"chain_id\",\"created_at\",\"record_count\",\"records\"],\"properties\":{\"chain_id\":{\"type\":\"string\"},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\"},\"record_count\":{\"type\":\"integer\",\"minimum\":0},\"records\":{\"type\":\"array\"},\"head_hash\":{\"type\":\"string\",\"pattern\":\"^sha256:[a-f0-9]{64}$\"},\"signatures\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"alg\",\"key_id\",\"sig\",\"signed_digest\"],\"properties\":{\"alg\":{\"type\":\"string\"},\"key_id\":{\"type\":\"string\"},\"sig\":{\"type\":\"string\"},\"signed_digest\":{\"type\":\"string\"}}}}}}";


/***/ }),

/***/ 525:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate0;

function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
if(!((typeof data == "number") && (!(data % 1) && !isNaN(data)))){
return false;
}
if(errors === _errs1){
if(typeof data == "number"){
if(data < 0 || isNaN(data)){
return false;
}
}
}
validate1.errors = vErrors;
return errors === 0;
}

const root0 = {validate: validate0};

function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(root0.validate(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
validate3.errors = vErrors;
return errors === 0;
}

const func0 = (__nccwpck_require__(8529).firstRepeated);

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (typeof data !== "boolean")){
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.$id !== undefined){
const _errs1 = errors;
if(errors === _errs1){
if(errors === _errs1){
if(!(typeof data.$id === "string")){
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.$schema !== undefined){
const _errs3 = errors;
if(errors === _errs3){
if(errors === _errs3){
if(!(typeof data.$schema === "string")){
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.$ref !== undefined){
const _errs5 = errors;
if(errors === _errs5){
if(errors === _errs5){
if(!(typeof data.$ref === "string")){
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.$comment !== undefined){
const _errs7 = errors;
if(typeof data.$comment !== "string"){
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs9 = errors;
if(typeof data.title !== "string"){
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined){
const _errs11 = errors;
if(typeof data.description !== "string"){
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.readOnly !== undefined){
const _errs13 = errors;
if(typeof data.readOnly !== "boolean"){
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.examples !== undefined){
const _errs15 = errors;
if(errors === _errs15){
if(!(Array.isArray(data.examples))){
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.multipleOf !== undefined){
let data8 = data.multipleOf;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data8 == "number"){
if(data8 <= 0 || isNaN(data8)){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maximum !== undefined){
const _errs19 = errors;
if(!(typeof data.maximum == "number")){
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exclusiveMaximum !== undefined){
const _errs21 = errors;
if(!(typeof data.exclusiveMaximum == "number")){
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.minimum !== undefined){
const _errs23 = errors;
if(!(typeof data.minimum == "number")){
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exclusiveMinimum !== undefined){
const _errs25 = errors;
if(!(typeof data.exclusiveMinimum == "number")){
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxLength !== undefined){
let data13 = data.maxLength;
const _errs27 = errors;
const _errs28 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
return false;
}
if(errors === _errs28){
if(typeof data13 == "number"){
if(data13 < 0 || isNaN(data13)){
return false;
}
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.minLength !== undefined){
const _errs30 = errors;
if(!(validate1(data.minLength, {instancePath:instancePath+"/minLength",parentData:data,parentDataProperty:"minLength",rootData}))){
errors++;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pattern !== undefined){
const _errs31 = errors;
if(errors === _errs31){
if(errors === _errs31){
if(!(typeof data.pattern === "string")){
return false;
}
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.additionalItems !== undefined){
const _errs33 = errors;
if(!(validate0(data.additionalItems, {instancePath:instancePath+"/additionalItems",parentData:data,parentDataProperty:"additionalItems",rootData}))){
errors++;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
let data17 = data.items;
const _errs34 = errors;
const _errs35 = errors;
let valid2 = false;
const _errs36 = errors;
if(!(validate0(data17, {instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData}))){
errors++;
}
var _valid0 = _errs36 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs37 = errors;
if(!(validate3(data17, {instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData}))){
errors++;
}
var _valid0 = _errs37 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err0 = 0;
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
validate0.errors = vErrors;
return false;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxItems !== undefined){
let data18 = data.maxItems;
const _errs38 = errors;
const _errs39 = errors;
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
return false;
}
if(errors === _errs39){
if(typeof data18 == "number"){
if(data18 < 0 || isNaN(data18)){
return false;
}
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.minItems !== undefined){
const _errs41 = errors;
if(!(validate1(data.minItems, {instancePath:instancePath+"/minItems",parentData:data,parentDataProperty:"minItems",rootData}))){
errors++;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uniqueItems !== undefined){
const _errs42 = errors;
if(typeof data.uniqueItems !== "boolean"){
return false;
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contains !== undefined){
const _errs44 = errors;
if(!(validate0(data.contains, {instancePath:instancePath+"/contains",parentData:data,parentDataProperty:"contains",rootData}))){
errors++;
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxProperties !== undefined){
let data22 = data.maxProperties;
const _errs45 = errors;
const _errs46 = errors;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
return false;
}
if(errors === _errs46){
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
return false;
}
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.minProperties !== undefined){
const _errs48 = errors;
if(!(validate1(data.minProperties, {instancePath:instancePath+"/minProperties",parentData:data,parentDataProperty:"minProperties",rootData}))){
errors++;
}
var valid0 = _errs48 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.required !== undefined){
let data24 = data.required;
const _errs49 = errors;
const _errs50 = errors;
if(errors === _errs50){
if(Array.isArray(data24)){
var valid6 = true;
const len0 = data24.length;
for(let i0=0; i0<len0; i0++){
const _errs52 = errors;
if(typeof data24[i0] !== "string"){
return false;
}
var valid6 = _errs52 === errors;
if(!valid6){
break;
}
}
if(valid6){
if(func0(data24) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.additionalProperties !== undefined){
const _errs54 = errors;
if(!(validate0(data.additionalProperties, {instancePath:instancePath+"/additionalProperties",parentData:data,parentDataProperty:"additionalProperties",rootData}))){
errors++;
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.definitions !== undefined){
let data27 = data.definitions;
const _errs55 = errors;
if(errors === _errs55){
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key0 in data27){
const _errs58 = errors;
if(!(validate0(data27[key0], {instancePath:instancePath+"/definitions/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data27,parentDataProperty:key0,rootData}))){
errors++;
}
var valid7 = _errs58 === errors;
if(!valid7){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.properties !== undefined){
let data29 = data.properties;
const _errs59 = errors;
if(errors === _errs59){
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key1 in data29){
const _errs62 = errors;
if(!(validate0(data29[key1], {instancePath:instancePath+"/properties/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data29,parentDataProperty:key1,rootData}))){
errors++;
}
var valid8 = _errs62 === errors;
if(!valid8){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs59 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.patternProperties !== undefined){
let data31 = data.patternProperties;
const _errs63 = errors;
if(errors === _errs63){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key2 in data31){
const _errs65 = errors;
var valid9 = _errs65 === errors;
if(!valid9){
const err1 = 0;
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate0.errors = vErrors;
return false;
break;
}
}
if(valid9){
for(const key3 in data31){
const _errs67 = errors;
if(!(validate0(data31[key3], {instancePath:instancePath+"/patternProperties/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data31,parentDataProperty:key3,rootData}))){
errors++;
}
var valid10 = _errs67 === errors;
if(!valid10){
break;
}
}
}
}
else {
return false;
}
}
var valid0 = _errs63 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dependencies !== undefined){
let data33 = data.dependencies;
const _errs68 = errors;
if(errors === _errs68){
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key4 in data33){
let data34 = data33[key4];
const _errs71 = errors;
const _errs72 = errors;
let valid12 = false;
const _errs73 = errors;
if(!(validate0(data34, {instancePath:instancePath+"/dependencies/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data33,parentDataProperty:key4,rootData}))){
errors++;
}
var _valid1 = _errs73 === errors;
valid12 = valid12 || _valid1;
if(!valid12){
const _errs74 = errors;
const _errs75 = errors;
if(errors === _errs75){
if(Array.isArray(data34)){
var valid14 = true;
const len1 = data34.length;
for(let i1=0; i1<len1; i1++){
const _errs77 = errors;
if(typeof data34[i1] !== "string"){
const err2 = 0;
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid14 = _errs77 === errors;
if(!valid14){
break;
}
}
if(valid14){
if(func0(data34) >= 0){
const err3 = 0;
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = 0;
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid1 = _errs74 === errors;
valid12 = valid12 || _valid1;
}
if(!valid12){
const err5 = 0;
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate0.errors = vErrors;
return false;
}
else {
errors = _errs72;
if(vErrors !== null){
if(_errs72){
vErrors.length = _errs72;
}
else {
vErrors = null;
}
}
}
var valid11 = _errs71 === errors;
if(!valid11){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs68 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.propertyNames !== undefined){
const _errs79 = errors;
if(!(validate0(data.propertyNames, {instancePath:instancePath+"/propertyNames",parentData:data,parentDataProperty:"propertyNames",rootData}))){
errors++;
}
var valid0 = _errs79 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enum !== undefined){
let data37 = data.enum;
const _errs80 = errors;
if(errors === _errs80){
if(Array.isArray(data37)){
if(data37.length < 1){
return false;
}
else {
if(func0(data37) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs80 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
let data38 = data.type;
const _errs82 = errors;
const _errs83 = errors;
let valid15 = false;
const _errs84 = errors;
if(!(((((((data38 === "array") || (data38 === "boolean")) || (data38 === "integer")) || (data38 === "null")) || (data38 === "number")) || (data38 === "object")) || (data38 === "string"))){
const err6 = 0;
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid2 = _errs84 === errors;
valid15 = valid15 || _valid2;
if(!valid15){
const _errs86 = errors;
if(errors === _errs86){
if(Array.isArray(data38)){
if(data38.length < 1){
const err7 = 0;
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
var valid17 = true;
const len2 = data38.length;
for(let i2=0; i2<len2; i2++){
let data39 = data38[i2];
const _errs88 = errors;
if(!(((((((data39 === "array") || (data39 === "boolean")) || (data39 === "integer")) || (data39 === "null")) || (data39 === "number")) || (data39 === "object")) || (data39 === "string"))){
const err8 = 0;
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid17 = _errs88 === errors;
if(!valid17){
break;
}
}
if(valid17){
if(func0(data38) >= 0){
const err9 = 0;
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
else {
const err10 = 0;
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid2 = _errs86 === errors;
valid15 = valid15 || _valid2;
}
if(!valid15){
const err11 = 0;
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate0.errors = vErrors;
return false;
}
else {
errors = _errs83;
if(vErrors !== null){
if(_errs83){
vErrors.length = _errs83;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs82 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.format !== undefined){
const _errs90 = errors;
if(typeof data.format !== "string"){
return false;
}
var valid0 = _errs90 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contentMediaType !== undefined){
const _errs92 = errors;
if(typeof data.contentMediaType !== "string"){
return false;
}
var valid0 = _errs92 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contentEncoding !== undefined){
const _errs94 = errors;
if(typeof data.contentEncoding !== "string"){
return false;
}
var valid0 = _errs94 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.if !== undefined){
const _errs96 = errors;
if(!(validate0(data.if, {instancePath:instancePath+"/if",parentData:data,parentDataProperty:"if",rootData}))){
errors++;
}
var valid0 = _errs96 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.then !== undefined){
const _errs97 = errors;
if(!(validate0(data.then, {instancePath:instancePath+"/then",parentData:data,parentDataProperty:"then",rootData}))){
errors++;
}
var valid0 = _errs97 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.else !== undefined){
const _errs98 = errors;
if(!(validate0(data.else, {instancePath:instancePath+"/else",parentData:data,parentDataProperty:"else",rootData}))){
errors++;
}
var valid0 = _errs98 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allOf !== undefined){
const _errs99 = errors;
if(!(validate3(data.allOf, {instancePath:instancePath+"/allOf",parentData:data,parentDataProperty:"allOf",rootData}))){
errors++;
}
var valid0 = _errs99 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anyOf !== undefined){
const _errs100 = errors;
if(!(validate3(data.anyOf, {instancePath:instancePath+"/anyOf",parentData:data,parentDataProperty:"anyOf",rootData}))){
errors++;
}
var valid0 = _errs100 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.oneOf !== undefined){
const _errs101 = errors;
if(!(validate3(data.oneOf, {instancePath:instancePath+"/oneOf",parentData:data,parentDataProperty:"oneOf",rootData}))){
errors++;
}
var valid0 = _errs101 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.not !== undefined){
const _errs102 = errors;
if(!(validate0(data.not, {instancePath:instancePath+"/not",parentData:data,parentDataProperty:"not",rootData}))){
errors++;
}
var valid0 = _errs102 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
validate0.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"http://json-schema.org/draft-07/schema#\",\"definitions\":{\"schemaArray\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"$ref\":\"#\"}},\"nonNegativeInteger\":{\"type\":\"integer\",\"minimum\":0},\"nonNegativeIntegerDefault0\":{\"allOf\":[{\"$ref\":\"#/definitions/nonNegativeInteger\"},{\"default\":0}]},\"simpleTypes\":{\"enum\":[\"array\",\"boolean\",\"integer\",\"null\",\"number\",\"object\",\"string\"]},\"stringArray\":{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"uniqueItems\":true,\"default\":[]}},\"type\":[\"object\",\"boolean\"],\"properties\":{\"$id\":{\"type\":\"string\",\"format\":\"uri-reference\"},\"$schema\":{\"type\":\"string\",\"format\":\"uri\"},\"$ref\":{\"type\":\"string\",\"format\":\"uri-reference\"},\"$comment\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},\"description\":{\"type\":\"string\"},\"default\":true,\"readOnly\":{\"type\":\"boolean\",\"default\":false},\"examples\":{\"type\":\"array\",\"items\":true},\"multipleOf\":{\"type\":\"number\",\"exclusiveMinimum\":0},\"maximum\":{\"type\":\"number\"},\"exclusiveMaximum\":{\"type\":\"number\"},\"minimum\":{\"type\":\"number\"},\"exclusiveMinimum\":{\"type\":\"number\"},\"maxLength\":{\"$ref\":\"#/definitions/nonNegativeInteger\"},\"minLength\":{\"$ref\":\"#/definitions/nonNegativeIntegerDefault0\"},\"pattern\":{\"type\":\"string\",\"format\":\"regex\"},\"additionalItems\":{\"$ref\":\"#\"},\"items\":{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#/definitions/schemaArray\"}],\"default\":true},\"maxItems\":{\"$ref\":\"#/definitions/nonNegativeInteger\"},\"minItems\":{\"$ref\":\"#/definitions/nonNegativeIntegerDefault0\"},\"uniqueItems\":{\"type\":\"boolean\",\"default\":false},\"contains\":{\"$ref\":\"#\"},\"maxProperties\":{\"$ref\":\"#/definitions/nonNegativeInteger\"},\"minProperties\":{\"$ref\":\"#/definitions/nonNegativeIntegerDefault0\"},\"required\":{\"$ref\":\"#/definitions/stringArray\"},\"additionalProperties\":{\"$ref\":\"#\"},\"definitions\":{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#\"},\"default\":{}},\"properties\":{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#\"},\"default\":{}},\"patternProperties\":{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#\"},\"propertyNames\":{\"format\":\"regex\"},\"default\":{}},\"dependencies\":{\"type\":\"object\",\"additionalProperties\":{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#/definitions/stringArray\"}]}},\"propertyNames\":{\"$ref\":\"#\"},\"const\":true,\"enum\":{\"type\":\"array\",\"items\":true,\"minItems\":1,\"uniqueItems\":true},\"type\":{\"anyOf\":[{\"$ref\":\"#/definitions/simpleTypes\"},{\"type\":\"array\",\"items\":{\"$ref\":\"#/definitions/simpleTypes\"},\"minItems\":1,\"uniqueItems\":true}]},\"format\":{\"type\":\"string\"},\"contentMediaType\":{\"type\":\"string\"},\"contentEncoding\":{\"type\":\"string\"},\"if\":{\"$ref\":\"#\"},\"then\":{\"$ref\":\"#\"},\"else\":{\"$ref\":\"#\"},\"allOf\":{\"$ref\":\"#/definitions/schemaArray\"},\"anyOf\":{\"$ref\":\"#/definitions/schemaArray\"},\"oneOf\":{\"$ref\":\"#/definitions/schemaArray\"},\"not\":{\"$ref\":\"#\"}},\"default\":true}";


/***/ }),

/***/ 6861:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate39;
const func4 = (__nccwpck_require__(8529).codePoints);
const formats0 = {"date-time":(__nccwpck_require__(8529).isInstant)}["date-time"];

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.event_id === undefined) && (missing0 = "event_id")) || ((data.timestamp === undefined) && (missing0 = "timestamp"))) || ((data.event_type === undefined) && (missing0 = "event_type"))){
return false;
}
else {
if(data.event_id !== undefined){
let data0 = data.event_id;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timestamp !== undefined){
let data1 = data.timestamp;
const _errs3 = errors;
if(errors === _errs3){
if(errors === _errs3){
if(typeof data1 === "string"){
if(!(formats0(data1))){
return false;
}
}
else {
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event_type !== undefined){
let data2 = data.event_type;
const _errs5 = errors;
if(typeof data2 !== "string"){
return false;
}
if(!((((((data2 === "tool_gate") || (data2 === "permission_check")) || (data2 === "approval_request")) || (data2 === "policy_evaluation")) || (data2 === "guardrail_activation")) || (data2 === "script_evaluation"))){
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_id !== undefined){
let data3 = data.agent_id;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tool_name !== undefined){
let data4 = data.tool_name;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdict !== undefined){
let data5 = data.verdict;
const _errs11 = errors;
if(typeof data5 !== "string"){
return false;
}
if(!(((((data5 === "allow") || (data5 === "block")) || (data5 === "dry_run")) || (data5 === "require_approval")) || (data5 === "pending"))){
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.context !== undefined){
let data6 = data.context;
const _errs13 = errors;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined){
let data7 = data.detail;
const _errs15 = errors;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate39.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/governance-event-v1.schema.json\",\"type\":\"object\",\"required\":[\"event_id\",\"timestamp\",\"event_type\"],\"properties\":{\"event_id\":{\"type\":\"string\",\"minLength\":1},\"timestamp\":{\"type\":\"string\",\"format\":\"date-time\"},\"event_type\":{\"type\":\"string\",\"enum\":[\"tool_gate\",\"permission_check\",\"approval_request\",\"policy_evaluation\",\"guardrail_activation\",\"script_evaluation\"]},\"agent_id\":{\"type\":\"string\",\"minLength\":1},\"tool_name\":{\"type\":\"string\",\"minLength\":1},\"verdict\":{\"type\":\"string\",\"enum\":[\"allow\",\"block\",\"dry_run\",\"require_approval\",\"pending\"]},\"context\":{\"type\":\"object\"},\"detail\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 1436:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate40;
const func4 = (__nccwpck_require__(8529).codePoints);
const formats0 = {"date-time":(__nccwpck_require__(8529).isInstant)}["date-time"];
const pattern2 = new RegExp("^sha256:[a-f0-9]{64}$", "u");
const pattern23 = new RegExp("^(base64|cosign):.+", "u");
const pattern24 = new RegExp("^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$", "u");
const pattern1 = new RegExp("^(sha256:)?[a-f0-9]{64}$", "u");
const func0 = (__nccwpck_require__(8529).firstRepeated);

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.parent_ref !== undefined){
let data0 = data.parent_ref;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.kind === undefined) && (missing0 = "kind")) || ((data0.id === undefined) && (missing0 = "id"))){
return false;
}
else {
if(data0.kind !== undefined){
let data1 = data0.kind;
const _errs3 = errors;
if(typeof data1 !== "string"){
return false;
}
const _errs5 = errors;
let valid2 = false;
const _errs6 = errors;
if(!(((((((data1 === "trace") || (data1 === "run")) || (data1 === "session")) || (data1 === "intent")) || (data1 === "policy")) || (data1 === "agent")) || (data1 === "evidence"))){
const err0 = 0;
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs7 = errors;
if(typeof data1 === "string"){
if(!pattern24.test(data1)){
const err1 = 0;
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err2 = 0;
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate41.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.id !== undefined){
let data2 = data0.id;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(data2.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entity_refs !== undefined){
let data3 = data.entity_refs;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data3)){
var valid4 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if(((data4.kind === undefined) && (missing1 = "kind")) || ((data4.id === undefined) && (missing1 = "id"))){
return false;
}
else {
if(data4.kind !== undefined){
let data5 = data4.kind;
const _errs15 = errors;
if(typeof data5 !== "string"){
return false;
}
const _errs17 = errors;
let valid6 = false;
const _errs18 = errors;
if(!((((((((data5 === "agent") || (data5 === "tool")) || (data5 === "resource")) || (data5 === "policy")) || (data5 === "run")) || (data5 === "trace")) || (data5 === "delegation")) || (data5 === "evidence"))){
const err3 = 0;
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid1 = _errs18 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const _errs19 = errors;
if(typeof data5 === "string"){
if(!pattern24.test(data5)){
const err4 = 0;
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid1 = _errs19 === errors;
valid6 = valid6 || _valid1;
}
if(!valid6){
const err5 = 0;
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate41.errors = vErrors;
return false;
}
else {
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.id !== undefined){
let data6 = data4.id;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(data6.length < 1){
return false;
}
}
else {
return false;
}
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
if(valid4){
if(func0(data3) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy_ref !== undefined){
let data7 = data.policy_ref;
const _errs23 = errors;
if(errors === _errs23){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.policy_id !== undefined){
let data8 = data7.policy_id;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data8 === "string"){
if(data8.length < 1){
return false;
}
}
else {
return false;
}
}
var valid8 = _errs25 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data7.policy_version !== undefined){
let data9 = data7.policy_version;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data9 === "string"){
if(data9.length < 1){
return false;
}
}
else {
return false;
}
}
var valid8 = _errs27 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data7.policy_digest !== undefined){
let data10 = data7.policy_digest;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data10 === "string"){
if(!pattern1.test(data10)){
return false;
}
}
else {
return false;
}
}
var valid8 = _errs29 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data7.matched_rule_ids !== undefined){
let data11 = data7.matched_rule_ids;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data11)){
var valid9 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs33 = errors;
if(errors === _errs33){
if(typeof data12 === "string"){
if(data12.length < 1){
return false;
}
}
else {
return false;
}
}
var valid9 = _errs33 === errors;
if(!valid9){
break;
}
}
if(valid9){
if(func0(data11) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid8 = _errs31 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_chain !== undefined){
let data13 = data.agent_chain;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data13)){
var valid10 = true;
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
const _errs37 = errors;
if(errors === _errs37){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing2;
if(((data14.identity === undefined) && (missing2 = "identity")) || ((data14.role === undefined) && (missing2 = "role"))){
return false;
}
else {
if(data14.identity !== undefined){
let data15 = data14.identity;
const _errs39 = errors;
if(errors === _errs39){
if(typeof data15 === "string"){
if(data15.length < 1){
return false;
}
}
else {
return false;
}
}
var valid11 = _errs39 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data14.role !== undefined){
let data16 = data14.role;
const _errs41 = errors;
if(typeof data16 !== "string"){
return false;
}
if(!(((data16 === "requester") || (data16 === "delegator")) || (data16 === "delegate"))){
return false;
}
var valid11 = _errs41 === errors;
}
else {
var valid11 = true;
}
}
}
}
else {
return false;
}
}
var valid10 = _errs37 === errors;
if(!valid10){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.edges !== undefined){
let data17 = data.edges;
const _errs43 = errors;
if(errors === _errs43){
if(Array.isArray(data17)){
var valid12 = true;
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
const _errs45 = errors;
if(errors === _errs45){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing3;
if((((data18.kind === undefined) && (missing3 = "kind")) || ((data18.from === undefined) && (missing3 = "from"))) || ((data18.to === undefined) && (missing3 = "to"))){
return false;
}
else {
if(data18.kind !== undefined){
let data19 = data18.kind;
const _errs47 = errors;
if(typeof data19 !== "string"){
return false;
}
const _errs49 = errors;
let valid14 = false;
const _errs50 = errors;
if(!((((((data19 === "delegates_to") || (data19 === "calls")) || (data19 === "governed_by")) || (data19 === "targets")) || (data19 === "derived_from")) || (data19 === "emits_evidence"))){
const err6 = 0;
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid2 = _errs50 === errors;
valid14 = valid14 || _valid2;
if(!valid14){
const _errs51 = errors;
if(typeof data19 === "string"){
if(!pattern24.test(data19)){
const err7 = 0;
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid2 = _errs51 === errors;
valid14 = valid14 || _valid2;
}
if(!valid14){
const err8 = 0;
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate41.errors = vErrors;
return false;
}
else {
errors = _errs49;
if(vErrors !== null){
if(_errs49){
vErrors.length = _errs49;
}
else {
vErrors = null;
}
}
}
var valid13 = _errs47 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data18.from !== undefined){
let data20 = data18.from;
const _errs53 = errors;
const _errs54 = errors;
if(errors === _errs54){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing4;
if(((data20.kind === undefined) && (missing4 = "kind")) || ((data20.id === undefined) && (missing4 = "id"))){
return false;
}
else {
if(data20.kind !== undefined){
let data21 = data20.kind;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data21 === "string"){
if(data21.length < 1){
return false;
}
}
else {
return false;
}
}
var valid17 = _errs56 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data20.id !== undefined){
let data22 = data20.id;
const _errs58 = errors;
if(errors === _errs58){
if(typeof data22 === "string"){
if(data22.length < 1){
return false;
}
}
else {
return false;
}
}
var valid17 = _errs58 === errors;
}
else {
var valid17 = true;
}
}
}
}
else {
return false;
}
}
var valid13 = _errs53 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data18.to !== undefined){
let data23 = data18.to;
const _errs60 = errors;
const _errs61 = errors;
if(errors === _errs61){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing5;
if(((data23.kind === undefined) && (missing5 = "kind")) || ((data23.id === undefined) && (missing5 = "id"))){
return false;
}
else {
if(data23.kind !== undefined){
let data24 = data23.kind;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data24 === "string"){
if(data24.length < 1){
return false;
}
}
else {
return false;
}
}
var valid19 = _errs63 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data23.id !== undefined){
let data25 = data23.id;
const _errs65 = errors;
if(errors === _errs65){
if(typeof data25 === "string"){
if(data25.length < 1){
return false;
}
}
else {
return false;
}
}
var valid19 = _errs65 === errors;
}
else {
var valid19 = true;
}
}
}
}
else {
return false;
}
}
var valid13 = _errs60 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
return false;
}
}
var valid12 = _errs45 === errors;
if(!valid12){
break;
}
}
if(valid12){
if(func0(data17) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parent_record_id !== undefined){
let data26 = data.parent_record_id;
const _errs67 = errors;
if(errors === _errs67){
if(typeof data26 === "string"){
if(data26.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.related_record_ids !== undefined){
let data27 = data.related_record_ids;
const _errs69 = errors;
if(errors === _errs69){
if(Array.isArray(data27)){
var valid20 = true;
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
let data28 = data27[i4];
const _errs71 = errors;
if(errors === _errs71){
if(typeof data28 === "string"){
if(data28.length < 1){
return false;
}
}
else {
return false;
}
}
var valid20 = _errs71 === errors;
if(!valid20){
break;
}
}
if(valid20){
if(func0(data27) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.related_entity_ids !== undefined){
let data29 = data.related_entity_ids;
const _errs73 = errors;
if(errors === _errs73){
if(Array.isArray(data29)){
var valid21 = true;
const len5 = data29.length;
for(let i5=0; i5<len5; i5++){
let data30 = data29[i5];
const _errs75 = errors;
if(errors === _errs75){
if(typeof data30 === "string"){
if(data30.length < 1){
return false;
}
}
else {
return false;
}
}
var valid21 = _errs75 === errors;
if(!valid21){
break;
}
}
if(valid21){
if(func0(data29) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs73 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_lineage !== undefined){
let data31 = data.agent_lineage;
const _errs77 = errors;
if(errors === _errs77){
if(Array.isArray(data31)){
var valid22 = true;
const len6 = data31.length;
for(let i6=0; i6<len6; i6++){
let data32 = data31[i6];
const _errs79 = errors;
if(errors === _errs79){
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
let missing6;
if((data32.agent_id === undefined) && (missing6 = "agent_id")){
return false;
}
else {
if(data32.agent_id !== undefined){
let data33 = data32.agent_id;
const _errs81 = errors;
if(errors === _errs81){
if(typeof data33 === "string"){
if(data33.length < 1){
return false;
}
}
else {
return false;
}
}
var valid23 = _errs81 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data32.delegated_by !== undefined){
let data34 = data32.delegated_by;
const _errs83 = errors;
if(errors === _errs83){
if(typeof data34 === "string"){
if(data34.length < 1){
return false;
}
}
else {
return false;
}
}
var valid23 = _errs83 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data32.delegation_record_id !== undefined){
let data35 = data32.delegation_record_id;
const _errs85 = errors;
if(errors === _errs85){
if(typeof data35 === "string"){
if(data35.length < 1){
return false;
}
}
else {
return false;
}
}
var valid23 = _errs85 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
else {
return false;
}
}
var valid22 = _errs79 === errors;
if(!valid22){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs77 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate41.errors = vErrors;
return errors === 0;
}


function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.record_id === undefined) && (missing0 = "record_id")) || ((data.record_version === undefined) && (missing0 = "record_version"))) || ((data.timestamp === undefined) && (missing0 = "timestamp"))) || ((data.source === undefined) && (missing0 = "source"))) || ((data.source_product === undefined) && (missing0 = "source_product"))) || ((data.record_type === undefined) && (missing0 = "record_type"))) || ((data.event === undefined) && (missing0 = "event"))) || ((data.controls === undefined) && (missing0 = "controls"))) || ((data.integrity === undefined) && (missing0 = "integrity"))){
return false;
}
else {
if(data.record_id !== undefined){
let data0 = data.record_id;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.record_version !== undefined){
let data1 = data.record_version;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timestamp !== undefined){
let data2 = data.timestamp;
const _errs5 = errors;
if(errors === _errs5){
if(errors === _errs5){
if(typeof data2 === "string"){
if(!(formats0(data2))){
return false;
}
}
else {
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
let data3 = data.source;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source_product !== undefined){
let data4 = data.source_product;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_id !== undefined){
const _errs11 = errors;
if(typeof data.agent_id !== "string"){
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.record_type !== undefined){
let data6 = data.record_type;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data6 === "string"){
if(data6.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data7 = data.event;
const _errs15 = errors;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.controls !== undefined){
let data8 = data.controls;
const _errs17 = errors;
if(!(data8 && typeof data8 == "object" && !Array.isArray(data8))){
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined){
let data9 = data.metadata;
const _errs19 = errors;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.integrity !== undefined){
let data10 = data.integrity;
const _errs21 = errors;
if(errors === _errs21){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing1;
if((data10.record_hash === undefined) && (missing1 = "record_hash")){
return false;
}
else {
if(data10.record_hash !== undefined){
let data11 = data10.record_hash;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data11 === "string"){
if(!pattern2.test(data11)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs23 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data10.previous_record_hash !== undefined){
let data12 = data10.previous_record_hash;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data12 === "string"){
if(!pattern2.test(data12)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs25 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data10.signing_key_id !== undefined){
const _errs27 = errors;
if(typeof data10.signing_key_id !== "string"){
return false;
}
var valid1 = _errs27 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data10.signature !== undefined){
let data14 = data10.signature;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data14 === "string"){
if(!pattern23.test(data14)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs29 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.relationship !== undefined){
const _errs31 = errors;
if(!(validate41(data.relationship, {instancePath:instancePath+"/relationship",parentData:data,parentDataProperty:"relationship",rootData}))){
errors++;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.relations !== undefined){
const _errs32 = errors;
if(!(validate41(data.relations, {instancePath:instancePath+"/relations",parentData:data,parentDataProperty:"relations",rootData}))){
errors++;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate40.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/proof-record-v1.schema.json\",\"type\":\"object\",\"required\":[\"record_id\",\"record_version\",\"timestamp\",\"source\",\"source_product\",\"record_type\",\"event\",\"controls\",\"integrity\"],\"properties\":{\"record_id\":{\"type\":\"string\",\"minLength\":1},\"record_version\":{\"type\":\"string\",\"minLength\":1},\"timestamp\":{\"type\":\"string\",\"format\":\"date-time\"},\"source\":{\"type\":\"string\",\"minLength\":1},\"source_product\":{\"type\":\"string\",\"minLength\":1},\"agent_id\":{\"type\":\"string\"},\"record_type\":{\"type\":\"string\",\"minLength\":1},\"event\":{\"type\":\"object\"},\"controls\":{\"type\":\"object\"},\"metadata\":{\"type\":\"object\"},\"integrity\":{\"type\":\"object\",\"required\":[\"record_hash\"],\"properties\":{\"record_hash\":{\"type\":\"string\",\"pattern\":\"^sha256:[a-f0-9]{64}$\"},\"previous_record_hash\":{\"type\":\"string\",\"pattern\":\"^sha256:[a-f0-9]{64}$\"},\"signing_key_id\":{\"type\":\"string\"},\"signature\":{\"type\":\"string\",\"pattern\":\"^(base64|cosign):.+\"}}},\"relationship\":{\"$ref\":\"#/definitions/relationship_envelope\"},\"relations\":{\"$ref\":\"#/definitions/relationship_envelope\"}},\"definitions\":{\"relationship_envelope\":{\"type\":\"object\",\"properties\":{\"parent_ref\":{\"type\":\"object\",\"required\":[\"kind\",\"id\"],\"properties\":{\"kind\":{\"type\":\"string\",\"anyOf\":[{\"enum\":[\"trace\",\"run\",\"session\",\"intent\",\"policy\",\"agent\",\"evidence\"]},{\"$ref\":\"#/definitions/namespaced_kind\"}]},\"id\":{\"type\":\"string\",\"minLength\":1}}},\"entity_refs\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"kind\",\"id\"],\"properties\":{\"kind\":{\"type\":\"string\",\"anyOf\":[{\"enum\":[\"agent\",\"tool\",\"resource\",\"policy\",\"run\",\"trace\",\"delegation\",\"evidence\"]},{\"$ref\":\"#/definitions/namespaced_kind\"}]},\"id\":{\"type\":\"string\",\"minLength\":1}}},\"uniqueItems\":true},\"policy_ref\":{\"type\":\"object\",\"properties\":{\"policy_id\":{\"type\":\"string\",\"minLength\":1},\"policy_version\":{\"type\":\"string\",\"minLength\":1},\"policy_digest\":{\"type\":\"string\",\"pattern\":\"^(sha256:)?[a-f0-9]{64}$\"},\"matched_rule_ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"uniqueItems\":true}}},\"agent_chain\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"identity\",\"role\"],\"properties\":{\"identity\":{\"type\":\"string\",\"minLength\":1},\"role\":{\"type\":\"string\",\"enum\":[\"requester\",\"delegator\",\"delegate\"]}}}},\"edges\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"kind\",\"from\",\"to\"],\"properties\":{\"kind\":{\"type\":\"string\",\"anyOf\":[{\"enum\":[\"delegates_to\",\"calls\",\"governed_by\",\"targets\",\"derived_from\",\"emits_evidence\"]},{\"$ref\":\"#/definitions/namespaced_kind\"}]},\"from\":{\"$ref\":\"#/definitions/endpoint\"},\"to\":{\"$ref\":\"#/definitions/endpoint\"}}},\"uniqueItems\":true},\"parent_record_id\":{\"type\":\"string\",\"minLength\":1},\"related_record_ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"uniqueItems\":true},\"related_entity_ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"uniqueItems\":true},\"agent_lineage\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"agent_id\"],\"properties\":{\"agent_id\":{\"type\":\"string\",\"minLength\":1},\"delegated_by\":{\"type\":\"string\",\"minLength\":1},\"delegation_record_id\":{\"type\":\"string\",\"minLength\":1}}}}}},\"namespaced_kind\":{\"pattern\":\"^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$\"},\"endpoint\":{\"type\":\"object\",\"required\":[\"kind\",\"id\"],\"properties\":{\"kind\":{\"type\":\"string\",\"minLength\":1},\"id\":{\"type\":\"string\",\"minLength\":1}}}}}";


/***/ }),

/***/ 8937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate44;
const pattern28 = new RegExp("^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$", "u");
const pattern29 = new RegExp("^[A-Za-z0-9._/-]+$", "u");
const pattern1 = new RegExp("^(sha256:)?[a-f0-9]{64}$", "u");
const func4 = (__nccwpck_require__(8529).codePoints);

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.version === undefined) && (missing0 = "version")) || ((data.record_types === undefined) && (missing0 = "record_types"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "version") || (key0 === "record_types"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
let data0 = data.version;
const _errs2 = errors;
if(typeof data0 !== "string"){
return false;
}
if(!((data0 === "1") || (data0 === "1.0"))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.record_types !== undefined){
let data1 = data.record_types;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((((data2.record_type === undefined) && (missing1 = "record_type")) || ((data2.schema_id === undefined) && (missing1 = "schema_id"))) || ((data2.schema_version === undefined) && (missing1 = "schema_version"))) || ((data2.schema_path === undefined) && (missing1 = "schema_path"))) || ((data2.sha256 === undefined) && (missing1 = "sha256"))){
return false;
}
else {
const _errs8 = errors;
for(const key1 in data2){
if(!(((((key1 === "record_type") || (key1 === "schema_id")) || (key1 === "schema_version")) || (key1 === "schema_path")) || (key1 === "sha256"))){
return false;
break;
}
}
if(_errs8 === errors){
if(data2.record_type !== undefined){
let data3 = data2.record_type;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(!pattern28.test(data3)){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.schema_id !== undefined){
let data4 = data2.schema_id;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(data4.length < 1){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.schema_version !== undefined){
let data5 = data2.schema_version;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(data5.length < 1){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.schema_path !== undefined){
let data6 = data2.schema_path;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(!pattern29.test(data6)){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.sha256 !== undefined){
let data7 = data2.sha256;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern1.test(data7)){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
validate44.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/record-types-v1.schema.json\",\"type\":\"object\",\"required\":[\"version\",\"record_types\"],\"properties\":{\"version\":{\"type\":\"string\",\"enum\":[\"1\",\"1.0\"]},\"record_types\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"record_type\",\"schema_id\",\"schema_version\",\"schema_path\",\"sha256\"],\"properties\":{\"record_type\":{\"type\":\"string\",\"pattern\":\"^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$\"},\"schema_id\":{\"type\":\"string\",\"minLength\":1},\"schema_version\":{\"type\":\"string\",\"minLength\":1},\"schema_path\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9._/-]+$\"},\"sha256\":{\"type\":\"string\",\"pattern\":\"^(sha256:)?[a-f0-9]{64}$\"}},\"additionalProperties\":false}}},\"additionalProperties\":false}";


/***/ }),

/***/ 9135:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate45;
const pattern24 = new RegExp("^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$", "u");
const pattern1 = new RegExp("^(sha256:)?[a-f0-9]{64}$", "u");
const func4 = (__nccwpck_require__(8529).codePoints);
const func0 = (__nccwpck_require__(8529).firstRepeated);

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.parent_ref !== undefined){
let data0 = data.parent_ref;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.kind === undefined) && (missing0 = "kind")) || ((data0.id === undefined) && (missing0 = "id"))){
return false;
}
else {
if(data0.kind !== undefined){
let data1 = data0.kind;
const _errs3 = errors;
if(typeof data1 !== "string"){
return false;
}
const _errs5 = errors;
let valid2 = false;
const _errs6 = errors;
if(!(((((((data1 === "trace") || (data1 === "run")) || (data1 === "session")) || (data1 === "intent")) || (data1 === "policy")) || (data1 === "agent")) || (data1 === "evidence"))){
const err0 = 0;
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs7 = errors;
if(typeof data1 === "string"){
if(!pattern24.test(data1)){
const err1 = 0;
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err2 = 0;
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate45.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.id !== undefined){
let data2 = data0.id;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(data2.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.entity_refs !== undefined){
let data3 = data.entity_refs;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data3)){
var valid4 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if(((data4.kind === undefined) && (missing1 = "kind")) || ((data4.id === undefined) && (missing1 = "id"))){
return false;
}
else {
if(data4.kind !== undefined){
let data5 = data4.kind;
const _errs15 = errors;
if(typeof data5 !== "string"){
return false;
}
const _errs17 = errors;
let valid6 = false;
const _errs18 = errors;
if(!((((((((data5 === "agent") || (data5 === "tool")) || (data5 === "resource")) || (data5 === "policy")) || (data5 === "run")) || (data5 === "trace")) || (data5 === "delegation")) || (data5 === "evidence"))){
const err3 = 0;
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid1 = _errs18 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const _errs19 = errors;
if(typeof data5 === "string"){
if(!pattern24.test(data5)){
const err4 = 0;
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid1 = _errs19 === errors;
valid6 = valid6 || _valid1;
}
if(!valid6){
const err5 = 0;
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate45.errors = vErrors;
return false;
}
else {
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.id !== undefined){
let data6 = data4.id;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data6 === "string"){
if(data6.length < 1){
return false;
}
}
else {
return false;
}
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
if(valid4){
if(func0(data3) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy_ref !== undefined){
let data7 = data.policy_ref;
const _errs23 = errors;
if(errors === _errs23){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.policy_id !== undefined){
let data8 = data7.policy_id;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data8 === "string"){
if(data8.length < 1){
return false;
}
}
else {
return false;
}
}
var valid8 = _errs25 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data7.policy_version !== undefined){
let data9 = data7.policy_version;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data9 === "string"){
if(data9.length < 1){
return false;
}
}
else {
return false;
}
}
var valid8 = _errs27 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data7.policy_digest !== undefined){
let data10 = data7.policy_digest;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data10 === "string"){
if(!pattern1.test(data10)){
return false;
}
}
else {
return false;
}
}
var valid8 = _errs29 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data7.matched_rule_ids !== undefined){
let data11 = data7.matched_rule_ids;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data11)){
var valid9 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs33 = errors;
if(errors === _errs33){
if(typeof data12 === "string"){
if(data12.length < 1){
return false;
}
}
else {
return false;
}
}
var valid9 = _errs33 === errors;
if(!valid9){
break;
}
}
if(valid9){
if(func0(data11) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid8 = _errs31 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_chain !== undefined){
let data13 = data.agent_chain;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data13)){
var valid10 = true;
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
const _errs37 = errors;
if(errors === _errs37){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing2;
if(((data14.identity === undefined) && (missing2 = "identity")) || ((data14.role === undefined) && (missing2 = "role"))){
return false;
}
else {
if(data14.identity !== undefined){
let data15 = data14.identity;
const _errs39 = errors;
if(errors === _errs39){
if(typeof data15 === "string"){
if(data15.length < 1){
return false;
}
}
else {
return false;
}
}
var valid11 = _errs39 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data14.role !== undefined){
let data16 = data14.role;
const _errs41 = errors;
if(typeof data16 !== "string"){
return false;
}
if(!(((data16 === "requester") || (data16 === "delegator")) || (data16 === "delegate"))){
return false;
}
var valid11 = _errs41 === errors;
}
else {
var valid11 = true;
}
}
}
}
else {
return false;
}
}
var valid10 = _errs37 === errors;
if(!valid10){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.edges !== undefined){
let data17 = data.edges;
const _errs43 = errors;
if(errors === _errs43){
if(Array.isArray(data17)){
var valid12 = true;
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
const _errs45 = errors;
if(errors === _errs45){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing3;
if((((data18.kind === undefined) && (missing3 = "kind")) || ((data18.from === undefined) && (missing3 = "from"))) || ((data18.to === undefined) && (missing3 = "to"))){
return false;
}
else {
if(data18.kind !== undefined){
let data19 = data18.kind;
const _errs47 = errors;
if(typeof data19 !== "string"){
return false;
}
const _errs49 = errors;
let valid14 = false;
const _errs50 = errors;
if(!((((((data19 === "delegates_to") || (data19 === "calls")) || (data19 === "governed_by")) || (data19 === "targets")) || (data19 === "derived_from")) || (data19 === "emits_evidence"))){
const err6 = 0;
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid2 = _errs50 === errors;
valid14 = valid14 || _valid2;
if(!valid14){
const _errs51 = errors;
if(typeof data19 === "string"){
if(!pattern24.test(data19)){
const err7 = 0;
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid2 = _errs51 === errors;
valid14 = valid14 || _valid2;
}
if(!valid14){
const err8 = 0;
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate45.errors = vErrors;
return false;
}
else {
errors = _errs49;
if(vErrors !== null){
if(_errs49){
vErrors.length = _errs49;
}
else {
vErrors = null;
}
}
}
var valid13 = _errs47 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data18.from !== undefined){
let data20 = data18.from;
const _errs53 = errors;
const _errs54 = errors;
if(errors === _errs54){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing4;
if(((data20.kind === undefined) && (missing4 = "kind")) || ((data20.id === undefined) && (missing4 = "id"))){
return false;
}
else {
if(data20.kind !== undefined){
let data21 = data20.kind;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data21 === "string"){
if(data21.length < 1){
return false;
}
}
else {
return false;
}
}
var valid17 = _errs56 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data20.id !== undefined){
let data22 = data20.id;
const _errs58 = errors;
if(errors === _errs58){
if(typeof data22 === "string"){
if(data22.length < 1){
return false;
}
}
else {
return false;
}
}
var valid17 = _errs58 === errors;
}
else {
var valid17 = true;
}
}
}
}
else {
return false;
}
}
var valid13 = _errs53 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data18.to !== undefined){
let data23 = data18.to;
const _errs60 = errors;
const _errs61 = errors;
if(errors === _errs61){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing5;
if(((data23.kind === undefined) && (missing5 = "kind")) || ((data23.id === undefined) && (missing5 = "id"))){
return false;
}
else {
if(data23.kind !== undefined){
let data24 = data23.kind;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data24 === "string"){
if(data24.length < 1){
return false;
}
}
else {
return false;
}
}
var valid19 = _errs63 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data23.id !== undefined){
let data25 = data23.id;
const _errs65 = errors;
if(errors === _errs65){
if(typeof data25 === "string"){
if(data25.length < 1){
return false;
}
}
else {
return false;
}
}
var valid19 = _errs65 === errors;
}
else {
var valid19 = true;
}
}
}
}
else {
return false;
}
}
var valid13 = _errs60 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
return false;
}
}
var valid12 = _errs45 === errors;
if(!valid12){
break;
}
}
if(valid12){
if(func0(data17) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parent_record_id !== undefined){
let data26 = data.parent_record_id;
const _errs67 = errors;
if(errors === _errs67){
if(typeof data26 === "string"){
if(data26.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.related_record_ids !== undefined){
let data27 = data.related_record_ids;
const _errs69 = errors;
if(errors === _errs69){
if(Array.isArray(data27)){
var valid20 = true;
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
let data28 = data27[i4];
const _errs71 = errors;
if(errors === _errs71){
if(typeof data28 === "string"){
if(data28.length < 1){
return false;
}
}
else {
return false;
}
}
var valid20 = _errs71 === errors;
if(!valid20){
break;
}
}
if(valid20){
if(func0(data27) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.related_entity_ids !== undefined){
let data29 = data.related_entity_ids;
const _errs73 = errors;
if(errors === _errs73){
if(Array.isArray(data29)){
var valid21 = true;
const len5 = data29.length;
for(let i5=0; i5<len5; i5++){
let data30 = data29[i5];
const _errs75 = errors;
if(errors === _errs75){
if(typeof data30 === "string"){
if(data30.length < 1){
return false;
}
}
else {
return false;
}
}
var valid21 = _errs75 === errors;
if(!valid21){
break;
}
}
if(valid21){
if(func0(data29) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid0 = _errs73 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent_lineage !== undefined){
let data31 = data.agent_lineage;
const _errs77 = errors;
if(errors === _errs77){
if(Array.isArray(data31)){
var valid22 = true;
const len6 = data31.length;
for(let i6=0; i6<len6; i6++){
let data32 = data31[i6];
const _errs79 = errors;
if(errors === _errs79){
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
let missing6;
if((data32.agent_id === undefined) && (missing6 = "agent_id")){
return false;
}
else {
if(data32.agent_id !== undefined){
let data33 = data32.agent_id;
const _errs81 = errors;
if(errors === _errs81){
if(typeof data33 === "string"){
if(data33.length < 1){
return false;
}
}
else {
return false;
}
}
var valid23 = _errs81 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data32.delegated_by !== undefined){
let data34 = data32.delegated_by;
const _errs83 = errors;
if(errors === _errs83){
if(typeof data34 === "string"){
if(data34.length < 1){
return false;
}
}
else {
return false;
}
}
var valid23 = _errs83 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data32.delegation_record_id !== undefined){
let data35 = data32.delegation_record_id;
const _errs85 = errors;
if(errors === _errs85){
if(typeof data35 === "string"){
if(data35.length < 1){
return false;
}
}
else {
return false;
}
}
var valid23 = _errs85 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
else {
return false;
}
}
var valid22 = _errs79 === errors;
if(!valid22){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs77 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
validate45.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/relationship_envelope.schema.json\",\"type\":\"object\",\"properties\":{\"parent_ref\":{\"type\":\"object\",\"required\":[\"kind\",\"id\"],\"properties\":{\"kind\":{\"type\":\"string\",\"anyOf\":[{\"enum\":[\"trace\",\"run\",\"session\",\"intent\",\"policy\",\"agent\",\"evidence\"]},{\"$ref\":\"#/definitions/namespaced_kind\"}]},\"id\":{\"type\":\"string\",\"minLength\":1}}},\"entity_refs\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"kind\",\"id\"],\"properties\":{\"kind\":{\"type\":\"string\",\"anyOf\":[{\"enum\":[\"agent\",\"tool\",\"resource\",\"policy\",\"run\",\"trace\",\"delegation\",\"evidence\"]},{\"$ref\":\"#/definitions/namespaced_kind\"}]},\"id\":{\"type\":\"string\",\"minLength\":1}}},\"uniqueItems\":true},\"policy_ref\":{\"type\":\"object\",\"properties\":{\"policy_id\":{\"type\":\"string\",\"minLength\":1},\"policy_version\":{\"type\":\"string\",\"minLength\":1},\"policy_digest\":{\"type\":\"string\",\"pattern\":\"^(sha256:)?[a-f0-9]{64}$\"},\"matched_rule_ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"uniqueItems\":true}}},\"agent_chain\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"identity\",\"role\"],\"properties\":{\"identity\":{\"type\":\"string\",\"minLength\":1},\"role\":{\"type\":\"string\",\"enum\":[\"requester\",\"delegator\",\"delegate\"]}}}},\"edges\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"kind\",\"from\",\"to\"],\"properties\":{\"kind\":{\"type\":\"string\",\"anyOf\":[{\"enum\":[\"delegates_to\",\"calls\",\"governed_by\",\"targets\",\"derived_from\",\"emits_evidence\"]},{\"$ref\":\"#/definitions/namespaced_kind\"}]},\"from\":{\"$ref\":\"#/definitions/endpoint\"},\"to\":{\"$ref\":\"#/definitions/endpoint\"}}},\"uniqueItems\":true},\"parent_record_id\":{\"type\":\"string\",\"minLength\":1},\"related_record_ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"uniqueItems\":true},\"related_entity_ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"uniqueItems\":true},\"agent_lineage\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"agent_id\"],\"properties\":{\"agent_id\":{\"type\":\"string\",\"minLength\":1},\"delegated_by\":{\"type\":\"string\",\"minLength\":1},\"delegation_record_id\":{\"type\":\"string\",\"minLength\":1}}}}},\"definitions\":{\"namespaced_kind\":{\"pattern\":\"^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$\"},\"endpoint\":{\"type\":\"object\",\"required\":[\"kind\",\"id\"],\"properties\":{\"kind\":{\"type\":\"string\",\"minLength\":1},\"id\":{\"type\":\"string\",\"minLength\":1}}}}}";


/***/ }),

/***/ 6457:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate46;
const func4 = (__nccwpck_require__(8529).codePoints);
const formats0 = {"date-time":(__nccwpck_require__(8529).isInstant)}["date-time"];

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.version === undefined) && (missing0 = "version")) || ((data.created_at === undefined) && (missing0 = "created_at"))){
return false;
}
else {
if(data.version !== undefined){
let data0 = data.version;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
return false;
}
}
else {
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.created_at !== undefined){
let data1 = data.created_at;
const _errs3 = errors;
if(errors === _errs3){
if(errors === _errs3){
if(typeof data1 === "string"){
if(!(formats0(data1))){
return false;
}
}
else {
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.revoked !== undefined){
let data2 = data.revoked;
const _errs5 = errors;
if((!(Array.isArray(data2))) && (data2 !== null)){
return false;
}
if(errors === _errs5){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.key_id === undefined) && (missing1 = "key_id")) || ((data3.revoked_at === undefined) && (missing1 = "revoked_at"))){
return false;
}
else {
if(data3.key_id !== undefined){
let data4 = data3.key_id;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length < 1){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.revoked_at !== undefined){
const _errs11 = errors;
if(typeof data3.revoked_at !== "string"){
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.reason !== undefined){
const _errs13 = errors;
if(typeof data3.reason !== "string"){
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
return false;
}
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signature !== undefined){
let data7 = data.signature;
const _errs15 = errors;
if(errors === _errs15){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if(((((data7.alg === undefined) && (missing2 = "alg")) || ((data7.key_id === undefined) && (missing2 = "key_id"))) || ((data7.sig === undefined) && (missing2 = "sig"))) || ((data7.signed_digest === undefined) && (missing2 = "signed_digest"))){
return false;
}
else {
if(data7.alg !== undefined){
let data8 = data7.alg;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data8 === "string"){
if(data8.length < 1){
return false;
}
}
else {
return false;
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.key_id !== undefined){
let data9 = data7.key_id;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data9 === "string"){
if(data9.length < 1){
return false;
}
}
else {
return false;
}
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.sig !== undefined){
let data10 = data7.sig;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data10 === "string"){
if(data10.length < 1){
return false;
}
}
else {
return false;
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.signed_digest !== undefined){
let data11 = data7.signed_digest;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data11 === "string"){
if(data11.length < 1){
return false;
}
}
else {
return false;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
validate46.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/revocation-list-v1.schema.json\",\"type\":\"object\",\"required\":[\"version\",\"created_at\"],\"properties\":{\"version\":{\"type\":\"string\",\"minLength\":1},\"created_at\":{\"type\":\"string\",\"format\":\"date-time\"},\"revoked\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"object\",\"required\":[\"key_id\",\"revoked_at\"],\"properties\":{\"key_id\":{\"type\":\"string\",\"minLength\":1},\"revoked_at\":{\"type\":\"string\"},\"reason\":{\"type\":\"string\"}}}},\"signature\":{\"type\":\"object\",\"required\":[\"alg\",\"key_id\",\"sig\",\"signed_digest\"],\"properties\":{\"alg\":{\"type\":\"string\",\"minLength\":1},\"key_id\":{\"type\":\"string\",\"minLength\":1},\"sig\":{\"type\":\"string\",\"minLength\":1},\"signed_digest\":{\"type\":\"string\",\"minLength\":1}}}}}";


/***/ }),

/***/ 37:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate47;

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("approval" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate47.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/approval.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"approval\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 8954:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate48;
const pattern2 = new RegExp("^sha256:[a-f0-9]{64}$", "u");
const pattern36 = new RegExp("^prf-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z-[a-f0-9]{8}$", "u");
const func4 = (__nccwpck_require__(8529).codePoints);

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("compiled_action" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(errors === _errs2){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((((data1.script_hash === undefined) && (missing1 = "script_hash")) || ((data1.tool_sequence === undefined) && (missing1 = "tool_sequence"))) || ((data1.step_count === undefined) && (missing1 = "step_count"))) || ((data1.has_conditionals === undefined) && (missing1 = "has_conditionals"))) || ((data1.has_loops === undefined) && (missing1 = "has_loops"))) || ((data1.composite_risk_class === undefined) && (missing1 = "composite_risk_class"))){
return false;
}
else {
if(data1.script_hash !== undefined){
let data2 = data1.script_hash;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(!pattern2.test(data2)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.tool_sequence !== undefined){
let data3 = data1.tool_sequence;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
if(data3.length < 1){
return false;
}
else {
var valid2 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs8 = errors;
if(errors === _errs8){
if(typeof data4 === "string"){
if(data4.length < 1){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs8 === errors;
if(!valid2){
break;
}
}
}
}
else {
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.step_count !== undefined){
let data5 = data1.step_count;
const _errs10 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
return false;
}
if(errors === _errs10){
if(typeof data5 == "number"){
if(data5 < 1 || isNaN(data5)){
return false;
}
}
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.has_conditionals !== undefined){
const _errs12 = errors;
if(typeof data1.has_conditionals !== "boolean"){
return false;
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.has_loops !== undefined){
const _errs14 = errors;
if(typeof data1.has_loops !== "boolean"){
return false;
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.composite_risk_class !== undefined){
let data8 = data1.composite_risk_class;
const _errs16 = errors;
if(typeof data8 !== "string"){
return false;
}
if(!((((data8 === "minimal") || (data8 === "limited")) || (data8 === "high")) || (data8 === "unacceptable"))){
return false;
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.execution_trace_refs !== undefined){
let data9 = data1.execution_trace_refs;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data9)){
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs20 = errors;
if(errors === _errs20){
if(typeof data10 === "string"){
if(!pattern36.test(data10)){
return false;
}
}
else {
return false;
}
}
var valid3 = _errs20 === errors;
if(!valid3){
break;
}
}
}
else {
return false;
}
}
var valid1 = _errs18 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.gate_verdict !== undefined){
let data11 = data1.gate_verdict;
const _errs22 = errors;
if(typeof data11 !== "string"){
return false;
}
if(!((((data11 === "allow") || (data11 === "block")) || (data11 === "dry_run")) || (data11 === "require_approval"))){
return false;
}
var valid1 = _errs22 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.script_source !== undefined){
let data12 = data1.script_source;
const _errs24 = errors;
if(typeof data12 !== "string"){
return false;
}
if(!((((data12 === "ptc") || (data12 === "agent_planner")) || (data12 === "workflow_engine")) || (data12 === "unknown"))){
return false;
}
var valid1 = _errs24 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate48.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/compiled-action.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"compiled_action\"},\"event\":{\"type\":\"object\",\"required\":[\"script_hash\",\"tool_sequence\",\"step_count\",\"has_conditionals\",\"has_loops\",\"composite_risk_class\"],\"properties\":{\"script_hash\":{\"type\":\"string\",\"pattern\":\"^sha256:[a-f0-9]{64}$\"},\"tool_sequence\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"minItems\":1},\"step_count\":{\"type\":\"integer\",\"minimum\":1},\"has_conditionals\":{\"type\":\"boolean\"},\"has_loops\":{\"type\":\"boolean\"},\"composite_risk_class\":{\"type\":\"string\",\"enum\":[\"minimal\",\"limited\",\"high\",\"unacceptable\"]},\"execution_trace_refs\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"pattern\":\"^prf-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z-[a-f0-9]{8}$\"}},\"gate_verdict\":{\"type\":\"string\",\"enum\":[\"allow\",\"block\",\"dry_run\",\"require_approval\"]},\"script_source\":{\"type\":\"string\",\"enum\":[\"ptc\",\"agent_planner\",\"workflow_engine\",\"unknown\"]}}}}}";


/***/ }),

/***/ 8097:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate49;

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("data_pipeline_run" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate49.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/data-pipeline-run.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"data_pipeline_run\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 9826:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate50;

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("decision" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate50.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/decision.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"decision\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 7170:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate51;
const func4 = (__nccwpck_require__(8529).codePoints);
const pattern2 = new RegExp("^sha256:[a-f0-9]{64}$", "u");

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("delegation" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(errors === _errs2){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((((((data1.delegator_id === undefined) && (missing1 = "delegator_id")) || ((data1.delegatee_id === undefined) && (missing1 = "delegatee_id"))) || ((data1.delegation_scope === undefined) && (missing1 = "delegation_scope"))) || ((data1.chain_depth === undefined) && (missing1 = "chain_depth"))) || ((data1.delegator_policy_digest === undefined) && (missing1 = "delegator_policy_digest"))) || ((data1.delegatee_policy_digest === undefined) && (missing1 = "delegatee_policy_digest"))) || ((data1.verdict === undefined) && (missing1 = "verdict"))){
return false;
}
else {
if(data1.delegator_id !== undefined){
let data2 = data1.delegator_id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(data2.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.delegatee_id !== undefined){
let data3 = data1.delegatee_id;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data3 === "string"){
if(data3.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.delegation_scope !== undefined){
let data4 = data1.delegation_scope;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data4)){
if(data4.length < 1){
return false;
}
else {
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs10 === errors;
if(!valid2){
break;
}
}
}
}
else {
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.chain_depth !== undefined){
let data6 = data1.chain_depth;
const _errs12 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
return false;
}
if(errors === _errs12){
if(typeof data6 == "number"){
if(data6 < 0 || isNaN(data6)){
return false;
}
}
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.delegator_policy_digest !== undefined){
let data7 = data1.delegator_policy_digest;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(!pattern2.test(data7)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.delegatee_policy_digest !== undefined){
let data8 = data1.delegatee_policy_digest;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(!pattern2.test(data8)){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.verdict !== undefined){
let data9 = data1.verdict;
const _errs18 = errors;
if(typeof data9 !== "string"){
return false;
}
if(!((((data9 === "allow") || (data9 === "block")) || (data9 === "dry_run")) || (data9 === "require_approval"))){
return false;
}
var valid1 = _errs18 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate51.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/delegation.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"delegation\"},\"event\":{\"type\":\"object\",\"required\":[\"delegator_id\",\"delegatee_id\",\"delegation_scope\",\"chain_depth\",\"delegator_policy_digest\",\"delegatee_policy_digest\",\"verdict\"],\"properties\":{\"delegator_id\":{\"type\":\"string\",\"minLength\":1},\"delegatee_id\":{\"type\":\"string\",\"minLength\":1},\"delegation_scope\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"minItems\":1},\"chain_depth\":{\"type\":\"integer\",\"minimum\":0},\"delegator_policy_digest\":{\"type\":\"string\",\"pattern\":\"^sha256:[a-f0-9]{64}$\"},\"delegatee_policy_digest\":{\"type\":\"string\",\"pattern\":\"^sha256:[a-f0-9]{64}$\"},\"verdict\":{\"type\":\"string\",\"enum\":[\"allow\",\"block\",\"dry_run\",\"require_approval\"]}}}}}";


/***/ }),

/***/ 2417:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate52;

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("deployment" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/deployment.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"deployment\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 6223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate53;
const func4 = (__nccwpck_require__(8529).codePoints);

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("dynamic_tool_discovery" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(errors === _errs2){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((data1.tool_name === undefined) && (missing1 = "tool_name")) || ((data1.discovery_method === undefined) && (missing1 = "discovery_method"))) || ((data1.declared_annotations === undefined) && (missing1 = "declared_annotations"))) || ((data1.policy_verdict === undefined) && (missing1 = "policy_verdict"))){
return false;
}
else {
if(data1.tool_name !== undefined){
let data2 = data1.tool_name;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(data2.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.discovery_method !== undefined){
let data3 = data1.discovery_method;
const _errs6 = errors;
if(typeof data3 !== "string"){
return false;
}
if(!(((data3 === "webmcp") || (data3 === "a2a")) || (data3 === "dynamic_mcp"))){
return false;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.declared_annotations !== undefined){
let data4 = data1.declared_annotations;
const _errs8 = errors;
if(errors === _errs8){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if(((data4.readOnlyHint === undefined) && (missing2 = "readOnlyHint")) || ((data4.destructiveHint === undefined) && (missing2 = "destructiveHint"))){
return false;
}
else {
if(data4.readOnlyHint !== undefined){
const _errs10 = errors;
if(typeof data4.readOnlyHint !== "boolean"){
return false;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.destructiveHint !== undefined){
const _errs12 = errors;
if(typeof data4.destructiveHint !== "boolean"){
return false;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
}
}
}
else {
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.policy_verdict !== undefined){
let data7 = data1.policy_verdict;
const _errs14 = errors;
if(typeof data7 !== "string"){
return false;
}
if(!((((data7 === "allow") || (data7 === "block")) || (data7 === "dry_run")) || (data7 === "require_approval"))){
return false;
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.tool_version !== undefined){
let data8 = data1.tool_version;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/dynamic-tool-discovery.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"dynamic_tool_discovery\"},\"event\":{\"type\":\"object\",\"required\":[\"tool_name\",\"discovery_method\",\"declared_annotations\",\"policy_verdict\"],\"properties\":{\"tool_name\":{\"type\":\"string\",\"minLength\":1},\"discovery_method\":{\"type\":\"string\",\"enum\":[\"webmcp\",\"a2a\",\"dynamic_mcp\"]},\"declared_annotations\":{\"type\":\"object\",\"required\":[\"readOnlyHint\",\"destructiveHint\"],\"properties\":{\"readOnlyHint\":{\"type\":\"boolean\"},\"destructiveHint\":{\"type\":\"boolean\"}}},\"policy_verdict\":{\"type\":\"string\",\"enum\":[\"allow\",\"block\",\"dry_run\",\"require_approval\"]},\"tool_version\":{\"type\":\"string\",\"minLength\":1}}}}}";


/***/ }),

/***/ 9948:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate54;

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("guardrail_activation" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/guardrail-activation.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"guardrail_activation\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 9759:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate55;

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("human_oversight" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/human-oversight.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"human_oversight\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 9906:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate56;

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("incident" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/incident.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"incident\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 5400:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate57;

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("model_change" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate57.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/model-change.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"model_change\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 6758:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate58;

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("permission_check" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/permission-check.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"permission_check\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 5367:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate59;
const func4 = (__nccwpck_require__(8529).codePoints);
const func0 = (__nccwpck_require__(8529).firstRepeated);

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("policy_enforcement" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(errors === _errs2){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.policy_id !== undefined){
let data2 = data1.policy_id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(data2.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.policy_version !== undefined){
let data3 = data1.policy_version;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data3 === "string"){
if(data3.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.policy_digest !== undefined){
const _errs8 = errors;
if(typeof data1.policy_digest !== "string"){
return false;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.applied_to_entity_id !== undefined){
let data5 = data1.applied_to_entity_id;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.evaluation_context_id !== undefined){
let data6 = data1.evaluation_context_id;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.trigger_record_ids !== undefined){
let data7 = data1.trigger_record_ids;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid2 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
return false;
}
}
else {
return false;
}
}
var valid2 = _errs16 === errors;
if(!valid2){
break;
}
}
if(valid2){
if(func0(data7) >= 0){
return false;
}
}
}
else {
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate59.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/policy-enforcement.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"policy_enforcement\"},\"event\":{\"type\":\"object\",\"properties\":{\"policy_id\":{\"type\":\"string\",\"minLength\":1},\"policy_version\":{\"type\":\"string\",\"minLength\":1},\"policy_digest\":{\"type\":\"string\"},\"applied_to_entity_id\":{\"type\":\"string\",\"minLength\":1},\"evaluation_context_id\":{\"type\":\"string\",\"minLength\":1},\"trigger_record_ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},\"uniqueItems\":true}}}}}";


/***/ }),

/***/ 5788:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate60;

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("replay_certification" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/replay-certification.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"replay_certification\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 458:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate61;

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("risk_assessment" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/risk-assessment.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"risk_assessment\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 3143:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate62;
const func4 = (__nccwpck_require__(8529).codePoints);

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("scan_finding" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(errors === _errs2){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.entity_id !== undefined){
let data2 = data1.entity_id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(data2.length < 1){
return false;
}
}
else {
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.relationships !== undefined){
let data3 = data1.relationships;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
var valid2 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs8 = errors;
if(errors === _errs8){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if(((data4.relation === undefined) && (missing1 = "relation")) || ((data4.target_id === undefined) && (missing1 = "target_id"))){
return false;
}
else {
if(data4.relation !== undefined){
let data5 = data4.relation;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
return false;
}
}
else {
return false;
}
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.target_id !== undefined){
let data6 = data4.target_id;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length < 1){
return false;
}
}
else {
return false;
}
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.target_kind !== undefined){
let data7 = data4.target_kind;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(data7.length < 1){
return false;
}
}
else {
return false;
}
}
var valid3 = _errs14 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
return false;
}
}
var valid2 = _errs8 === errors;
if(!valid2){
break;
}
}
}
else {
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
}
}
else {
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate62.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/scan-finding.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"scan_finding\"},\"event\":{\"type\":\"object\",\"properties\":{\"entity_id\":{\"type\":\"string\",\"minLength\":1},\"relationships\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"relation\",\"target_id\"],\"properties\":{\"relation\":{\"type\":\"string\",\"minLength\":1},\"target_id\":{\"type\":\"string\",\"minLength\":1},\"target_kind\":{\"type\":\"string\",\"minLength\":1}}}}}}}}";


/***/ }),

/***/ 1660:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate63;

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("test_result" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate63.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/test-result.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"test_result\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 6471:
/***/ ((__unused_webpack_module, exports) => {


// Generated by scripts/generate.mjs; do not edit.

exports.t = validate64;

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record_type === undefined) && (missing0 = "record_type")) || ((data.event === undefined) && (missing0 = "event"))){
return false;
}
else {
if(data.record_type !== undefined){
const _errs1 = errors;
if("tool_invocation" !== data.record_type){
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
let data1 = data.event;
const _errs2 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}

exports.Q =
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$id\":\"https://github.com/Clyra-AI/proof/schemas/v1/types/tool-invocation.schema.json\",\"type\":\"object\",\"required\":[\"record_type\",\"event\"],\"properties\":{\"record_type\":{\"const\":\"tool_invocation\"},\"event\":{\"type\":\"object\"}}}";


/***/ }),

/***/ 9605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bR: () => (/* binding */ Point)
/* harmony export */ });
/* unused harmony exports etc, getPublicKey, getPublicKeyAsync, hash, hashes, keygen, keygenAsync, sign, signAsync, utils, verify, verifyAsync */
/*! noble-ed25519 - MIT License (c) 2019 Paul Miller (paulmillr.com) */
/**
 * 5KB JS implementation of ed25519 EdDSA signatures.
 * Targets RFC8032, FIPS 186-5, and ZIP215 behavior.
 * @module
 * @example
 * ```js
import * as ed from '@noble/ed25519';
(async () => {
  const secretKey = ed.utils.randomSecretKey();
  const message = Uint8Array.from([0xab, 0xbc, 0xcd, 0xde]);
  const pubKey = await ed.getPublicKeyAsync(secretKey); // Sync methods are also present
  const signature = await ed.signAsync(message, secretKey);
  const isValid = await ed.verifyAsync(signature, message, pubKey);
})();
```
 */
/**
 * Curve params. edwards25519 uses the RFC equation `-x² + y² = 1 + dx²y²`.
 * The stored `a` literal below is `p - 1`, i.e. the field-element encoding of RFC `a = -1`.
 * * P = `2n**255n - 19n` // field over which calculations are done
 * * N = `2n**252n + 27742317777372353535851937790883648493n` // prime-order subgroup order
 * * h = 8 // cofactor
 * * a = `Fp.create(BigInt(-1))` // equation param, stored here as `p - 1`
 * * d = -121665/121666 a.k.a. `Fp.neg(121665 * Fp.inv(121666))` // equation param
 * * Gx, Gy are coordinates of Generator / base point
 *
 * Mirror noble-curves: Point.CURVE() exposes shared params, but callers must not be able to mutate
 * that shared view and desynchronize it from the arithmetic constants captured below.
 */
const freeze = Object.freeze;
const P = 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn;
const N = 0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn;
const _d = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;
const Gx = 0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an;
const Gy = 0x6666666666666666666666666666666666666666666666666666666666666658n;
const _a = P - 1n; // field-element encoding of RFC `a = -1`
const ed25519_CURVE = freeze({
    p: P,
    n: N,
    h: 8n,
    a: _a,
    d: _d,
    Gx,
    Gy,
});
// Shared 32-byte encoded width for Ed25519 points, scalars, signatures/2, and keys. Named LEN
// rather than RFC 8032's `L`, which names the group order (stored here as `N`).
const LEN = 32;
// Helpers and Precomputes sections are reused between libraries
// ## Helpers
// ----------
/** Checks if something is Uint8Array. Be careful: nodejs Buffer will return true. */
const isBytes = (a) => {
    // Plain `instanceof Uint8Array` is too strict for some Buffer / proxy / cross-realm cases.
    // The fallback still requires a real ArrayBuffer view, so plain
    // JSON-deserialized `{ constructor: ... }` spoofing is rejected, and
    // `BYTES_PER_ELEMENT === 1` keeps the fallback on byte-oriented views.
    return (a instanceof Uint8Array ||
        (ArrayBuffer.isView(a) &&
            a.constructor.name === 'Uint8Array' &&
            a.BYTES_PER_ELEMENT === 1));
};
/** Asserts something is Bytes. */
const abytes = (value, length, title = '') => {
    // Success path first: this runs at the start of every update() / digestInto(), and the
    // common `abytes(data)` form must not pay for length handling it does not use.
    if (isBytes(value) && (length === undefined || value.length === length))
        return value;
    // Error path: recompute freely to build the exact message.
    const bytes = isBytes(value);
    const ofLen = length !== undefined ? ` of length ${length}` : '';
    const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
    const message = (title ? `"${title}" ` : '') + 'expected Uint8Array' + ofLen + ', got ' + got;
    if (!bytes)
        throw new TypeError(message);
    throw new RangeError(message);
};
// Validate, then take one owned copy, so later caller mutation cannot be observed — e.g. cannot
// make sign()'s nonce derivation and challenge derivation see different messages.
const snapshotBytes = (value, title = '', length) => Uint8Array.from(abytes(value, length, title));
// Callers keep values non-negative and within the requested width; padStart() won't truncate over-wide inputs.
const padh = (n, pad) => n.toString(16).padStart(pad, '0');
/** Convert byte array to hex string. */
const bytesToHex = (bytes) => {
    let hex = '';
    for (const byte of abytes(bytes))
        hex += padh(byte, 2);
    return hex;
};
/** Convert hex string to byte array. */
const hexToBytes = (hex) => {
    const e = 'hex invalid'; // Strict ASCII hex only, with one generic error for parse failures.
    if (typeof hex !== 'string')
        throw new TypeError(e);
    if (hex.length % 2 || !/^[\da-f]*$/i.test(hex))
        throw new RangeError(e);
    const array = new Uint8Array(hex.length / 2);
    for (let ai = 0, hi = 0; ai < array.length; ai++, hi += 2) {
        const n1 = hex.charCodeAt(hi);
        const n2 = hex.charCodeAt(hi + 1);
        // Regex guarantees ASCII. For 0..9/A..F/a..f, this maps char codes to 0..15.
        array[ai] = ((n1 & 15) + (n1 >> 6) * 9) * 16 + (n2 & 15) + (n2 >> 6) * 9;
    }
    return array;
};
// WebCrypto is available in all modern environments
/** Copies several Uint8Arrays into one. */
const concatBytes = (...arrays) => {
    let sum = 0;
    for (const a of arrays)
        sum += abytes(a).length;
    const res = new Uint8Array(sum);
    let pad = 0;
    for (const a of arrays) {
        res.set(a, pad);
        pad += a.length;
    }
    return res;
};
/**
 * WebCrypto OS-level CSPRNG (random number generator).
 * Will throw when not available; large-request ceilings are delegated to getRandomValues().
 */
const randomBytes = (len = LEN) => {
    const c = globalThis?.crypto;
    if (typeof c?.getRandomValues !== 'function')
        throw new Error('crypto.getRandomValues must be defined, consider polyfill');
    return c.getRandomValues(new Uint8Array(len));
};
/** Inclusive-lower, exclusive-upper bigint range assertion. */
const arange = (n, min, max, msg = 'bad number: out of range') => {
    if (typeof n !== 'bigint')
        throw new TypeError(msg);
    if (min <= n && n < max)
        return n;
    throw new RangeError(msg);
};
/** Canonical modular reduction. Callers must provide a positive modulus. */
const mod = (a, b = P) => ((a %= b) >= 0n ? a : b + a);
// Low-255-bit mask used by the `2^255 - 19` fast reduction in `modP(...)`.
const P_MASK = (1n << 255n) - 1n;
// Fast reduction for the special prime `2^255 - 19`. This path assumes nonnegative inputs; the
// generic fallback would simply be `mod(num, P)`.
const modP = (num) => {
    if (num < 0n)
        throw new RangeError('negative coordinate');
    let r = (num >> 255n) * 19n + (num & P_MASK);
    r = (r >> 255n) * 19n + (r & P_MASK);
    return r % P;
};
// Reduce modulo the subgroup order stored in implementation constant `N` (RFC 8032's `L`).
const modN = (a) => mod(a, N);
/** Modular inversion using extended euclidean GCD. Variable-time (non-CT). */
const invert = (number, modulo) => {
    if (number === 0n)
        throw new Error('invert: expected non-zero number');
    // modulo = 1 is the zero ring: gcd(x, 1) = 1 makes the loop below "succeed" and return the
    // useless inverse 0. Reject it like pow() and invertCt() do.
    if (modulo <= 1n)
        throw new Error('invert: expected modulus > 1, got ' + modulo);
    // This is variable-time: the loop count depends on `number`.
    let a = mod(number, modulo);
    let b = modulo;
    // Only the Bézout coefficient of `number` (x/u chain) is tracked; the coefficient of `modulo`
    // never affects the output, so it is not computed.
    // prettier-ignore
    let x = 0n, u = 1n;
    while (a !== 0n) {
        const q = b / a;
        const r = b - a * q;
        const m = x - u * q;
        // prettier-ignore
        b = a, a = r, x = u, u = m;
    }
    const gcd = b;
    if (gcd !== 1n)
        throw new Error('invert: does not exist');
    return mod(x, modulo);
};
// Dynamic lookup keeps sync/async hash providers configurable at runtime. Both exported slots are
// caller-owned and may be unset; wrapper helpers use this lookup first and then enforce the digest
// contract instead of trusting provider output.
const _hash = (name) => {
    // @ts-ignore
    const fn = hashes[name];
    if (typeof fn !== 'function')
        throw new Error('hashes.' + name + ' not set');
    return fn;
};
// All exported provider slots are caller-configurable and may be unset or return arbitrary values,
// so wrapper helpers must enforce the exact 64-byte SHA-512 digest contract instead of trusting providers.
const callHash = (name, ...m) => abytes(_hash(name)(concatBytes(...m)), 64, 'digest');
const callHashAsync = async (name, ...m) => abytes(await _hash(name)(concatBytes(...m)), 64, 'digest');
/**
 * SHA-512 helper used by the synchronous API.
 * @param msg - Message bytes to hash.
 * @returns 64-byte SHA-512 digest.
 * @example
 * Hash message bytes after wiring the synchronous SHA-512 implementation.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 * import { sha512 } from '@noble/hashes/sha2.js';
 *
 * ed.hashes.sha512 = sha512;
 * const digest = ed.hash(new Uint8Array([1, 2, 3]));
 * ```
 */
// Public helper validates the message boundary explicitly; the configured provider is still looked
// up dynamically and its output is checked with `callHash(...)`.
const hash = (msg) => callHash('sha512', abytes(msg, undefined, 'message'));
// Runtime class guard: this is `instanceof Point`, so cross-realm / duplicate-bundle Point objects
// are rejected even if they are structurally identical.
const apoint = (p) => {
    if (p instanceof Point)
        return p;
    throw new TypeError('Point expected');
};
// ## End of Helpers
// -----------------
// Exclusive upper bound `2^256` used by 32-byte decode/serialization range checks.
const B256 = 2n ** 256n;
/**
 * Point in XYZT extended coordinates.
 * @param X - X coordinate.
 * @param Y - Y coordinate.
 * @param Z - Projective Z coordinate.
 * @param T - Cached cross-product term.
 * @example
 * Do point arithmetic with the built-in base point and encode the result as hex.
 *
 * ```ts
 * const hex = Point.BASE.double().toHex();
 * ```
 */
class Point {
    static BASE;
    static ZERO;
    X;
    Y;
    Z;
    T;
    // Constructor only bounds-checks and freezes XYZT coordinates; it does not prove the point is
    // on-curve or that T matches X*Y/Z.
    constructor(X, Y, Z, T) {
        const max = B256;
        this.X = arange(X, 0n, max);
        this.Y = arange(Y, 0n, max);
        this.Z = arange(Z, 1n, max);
        this.T = arange(T, 0n, max);
        freeze(this);
    }
    static CURVE() {
        return ed25519_CURVE;
    }
    static fromAffine(p) {
        return new Point(p.x, p.y, 1n, modP(p.x * p.y));
    }
    /** RFC8032 5.1.3: Uint8Array to Point. */
    static fromBytes(bytes, zip215 = false) {
        const normed = snapshotBytes(bytes, 'point', LEN); // owned copy: sign-bit mask below mutates it
        // adjust first LE byte = last BE byte
        const lastByte = normed[31];
        normed[31] = lastByte & ~0x80;
        const y = bytesToNumberLE(normed);
        // After clearing the sign bit, parsed `y` is always < 2^255. ZIP-215 still accepts the full
        // post-mask range here, while strict RFC8032 decoding further requires `y < p`.
        if (!zip215)
            arange(y, 0n, P);
        const y2 = modP(y * y); // y²
        const u = mod(y2 - 1n); // u=y²-1
        const v = modP(_d * y2 + 1n); // v=dy²+1
        let { isValid, value: x } = uvRatio(u, v); // (uv³)(uv⁷)^(p-5)/8; square root
        if (!isValid)
            throw new Error('bad point: y not sqrt'); // not square root: bad point
        const isLastByteOdd = !!(lastByte & 0x80); // x_0, last bit
        // ZIP-215-compatible decoding keeps the x=0 / sign-bit=1 encoding accepted; strict RFC 8032
        // rejects it, but the vendored ZIP-215 compliance vectors include this form in A/R bytes.
        if (!zip215 && x === 0n && isLastByteOdd)
            throw new Error('bad point: x==0, isLastByteOdd'); // x=0, x_0=1
        if (isLastByteOdd !== !!(x & 1n))
            x = mod(-x); // adjust sign of x coordinate
        return new Point(x, y, 1n, modP(x * y)); // Z=1, T=xy
    }
    static fromHex(hex, zip215) {
        return Point.fromBytes(hexToBytes(hex), zip215);
    }
    get x() {
        return this.toAffine().x;
    }
    get y() {
        return this.toAffine().y;
    }
    /** Checks if the point is valid and on-curve. */
    assertValidity() {
        const a = _a;
        const d = _d;
        const p = this;
        // Intentional stricter-than-on-curve policy: reject ZERO by default because many protocols
        // require a non-zero point, and silently accepting identity points is a common caller mistake.
        if (p.is0())
            throw new Error('bad point: ZERO');
        // Equation in affine coordinates: ax² + y² = 1 + dx²y²
        // Equation in projective coordinates (X/Z, Y/Z, Z):  (aX² + Y²)Z² = Z⁴ + dX²Y²
        const { X, Y, Z, T } = p;
        const X2 = modP(X * X); // X²
        const Y2 = modP(Y * Y); // Y²
        const Z2 = modP(Z * Z); // Z²
        const Z4 = modP(Z2 * Z2); // Z⁴
        const aX2 = modP(X2 * a); // aX²
        const left = modP(Z2 * (aX2 + Y2)); // (aX² + Y²)Z²
        const right = mod(Z4 + modP(d * modP(X2 * Y2))); // Z⁴ + dX²Y²
        if (left !== right)
            throw new Error('bad point: equation left != right (1)');
        // In Extended coordinates we also have T, which is x*y=T/Z: check X*Y == Z*T
        const XY = modP(X * Y);
        const ZT = modP(Z * T);
        if (XY !== ZT)
            throw new Error('bad point: equation left != right (2)');
        return this;
    }
    /** Equality check: compare points P&Q. */
    equals(other) {
        const { X: X1, Y: Y1, Z: Z1 } = this;
        const { X: X2, Y: Y2, Z: Z2 } = apoint(other); // checks class equality
        return modP(X1 * Z2) === modP(X2 * Z1) && modP(Y1 * Z2) === modP(Y2 * Z1);
    }
    is0() {
        return this.equals(I);
    }
    /** Flip point over y coordinate. */
    negate() {
        return new Point(mod(-this.X), this.Y, this.Z, mod(-this.T));
    }
    /** Point doubling. Complete formula. Cost: `4M + 4S + 1*a + 6add + 1*2`. */
    double() {
        const { X: X1, Y: Y1, Z: Z1 } = this;
        const a = _a;
        // https://hyperelliptic.org/EFD/g1p/auto-twisted-extended.html#doubling-dbl-2008-hwcd
        const A = modP(X1 * X1);
        const B = modP(Y1 * Y1);
        const C = modP(2n * Z1 * Z1);
        const D = modP(a * A);
        const x1y1 = mod(X1 + Y1);
        const E = mod(modP(x1y1 * x1y1) - A - B);
        const G = mod(D + B);
        const F = mod(G - C);
        const H = mod(D - B);
        const X3 = modP(E * F);
        const Y3 = modP(G * H);
        const T3 = modP(E * H);
        const Z3 = modP(F * G);
        return new Point(X3, Y3, Z3, T3);
    }
    /** Point addition. Complete formula. Cost: `9M + 1*a + 1*d + 7add`. */
    add(other) {
        const { X: X1, Y: Y1, Z: Z1, T: T1 } = this;
        const { X: X2, Y: Y2, Z: Z2, T: T2 } = apoint(other); // doesn't check if other on-curve
        const a = _a;
        const d = _d;
        // https://hyperelliptic.org/EFD/g1p/auto-twisted-extended.html#addition-add-2008-hwcd
        const A = modP(X1 * X2);
        const B = modP(Y1 * Y2);
        const C = modP(modP(T1 * d) * T2);
        const D = modP(Z1 * Z2);
        const E = mod(modP(mod(X1 + Y1) * mod(X2 + Y2)) - A - B);
        const F = mod(D - C);
        const G = mod(D + C);
        const H = mod(B - modP(a * A));
        const X3 = modP(E * F);
        const Y3 = modP(G * H);
        const T3 = modP(E * H);
        const Z3 = modP(F * G);
        return new Point(X3, Y3, Z3, T3);
    }
    subtract(other) {
        return this.add(apoint(other).negate());
    }
    /**
     * Point-by-scalar multiplication. Safe mode requires `1 <= n < CURVE.n`.
     * Unsafe mode additionally permits `n = 0` and returns the identity point for that case.
     * Uses {@link wNAF} for base point.
     * Uses fake point to mitigate side-channel leakage.
     * @param n - scalar by which point is multiplied
     * @param safe - safe mode guards against timing attacks; unsafe mode is faster
     */
    multiply(n, safe = true) {
        // Mirror noble-curves: unsafe mode still validates scalar range first, but intentionally keeps
        // `n = 0` as the one extra accepted case used by verification-style callers.
        if (!safe && n === 0n)
            return I;
        arange(n, 1n, N);
        if (!safe && this.is0())
            return I;
        if (n === 1n)
            return this;
        if (this.equals(G))
            return wNAF(n).p;
        // init result point & fake point
        let p = I;
        let f = G;
        let d = this;
        // Safe mode always runs 256 iterations so ladder length can't leak the scalar's
        // leading zero bits; unsafe mode stops at the top set bit for speed.
        for (let i = 0; safe ? i < 256 : n > 0n; i++) {
            // if bit is present, add to point
            // if not present, add to fake, for timing safety
            if (n & 1n)
                p = p.add(d);
            else if (safe)
                f = f.add(d);
            d = d.double();
            n >>= 1n;
        }
        return p;
    }
    multiplyUnsafe(scalar) {
        return this.multiply(scalar, false);
    }
    /** Convert point to 2d xy affine point. (X, Y, Z) ∋ (x=X/Z, y=Y/Z) */
    toAffine() {
        const { X, Y, Z } = this;
        // Fast-path only for the identity point; all other inputs still go through inversion.
        if (this.equals(I))
            return { x: 0n, y: 1n };
        const iz = invert(Z, P);
        // (Z * Z^-1) must be 1, otherwise bad math
        if (modP(Z * iz) !== 1n)
            throw new Error('invalid inverse');
        // x = X*Z^-1; y = Y*Z^-1
        return { x: modP(X * iz), y: modP(Y * iz) };
    }
    toBytes() {
        const { x, y } = this.toAffine();
        const b = numTo32bLE(y);
        // store sign in first LE byte
        b[31] |= x & 1n ? 0x80 : 0;
        return b;
    }
    toHex() {
        return bytesToHex(this.toBytes());
    }
    clearCofactor() {
        return this.multiply(8n, false); // h = 8
    }
    isSmallOrder() {
        return this.clearCofactor().is0();
    }
    isTorsionFree() {
        // Multiply by big number N. We can't `mul(N)` because of checks. Instead, we `mul(N/2)*2+1`;
        // N is odd, so N/2 truncates and the final `add(this)` is always needed.
        return this.multiply(N / 2n, false)
            .double()
            .add(this)
            .is0();
    }
}
/** Generator / base point */
const G = new Point(Gx, Gy, 1n, mod(Gx * Gy));
/** Identity / zero point */
const I = new Point(0n, 1n, 1n, 0n);
// Static aliases
Point.BASE = G;
Point.ZERO = I;
const numTo32bLE = (num) => hexToBytes(padh(arange(num, 0n, B256), 64)).reverse();
// Caller-enforced width: some sites require 32-byte RFC encodings, while others intentionally feed
// wider SHA-512 output chunks through the same little-endian parser.
const bytesToNumberLE = (b) => BigInt('0x' + bytesToHex(Uint8Array.from(abytes(b)).reverse()));
const pow2 = (x, power) => {
    // pow2(x, 4) == x^(2^4)
    // Negative `power` values are not rejected here and currently leave `x` unchanged.
    let r = x;
    while (power-- > 0) {
        r = modP(r * r);
    }
    return r;
};
// prettier-ignore
const pow_2_252_3 = (x) => {
    const x2 = modP(x * x); // x^2,       bits 1
    const b2 = modP(x2 * x); // x^3,       bits 11
    const b4 = modP(pow2(b2, 2) * b2); // x^(2^4-1), bits 1111
    const b5 = modP(pow2(b4, 1) * x); // x^(2^5-1), bits 11111
    const b10 = modP(pow2(b5, 5) * b5); // x^(2^10-1)
    const b20 = modP(pow2(b10, 10) * b10); // x^(2^20-1)
    const b40 = modP(pow2(b20, 20) * b20); // x^(2^40-1)
    const b80 = modP(pow2(b40, 40) * b40); // x^(2^80-1)
    const b160 = modP(pow2(b80, 80) * b80); // x^(2^160-1)
    const b240 = modP(pow2(b160, 80) * b80); // x^(2^240-1)
    const b250 = modP(pow2(b240, 10) * b10); // x^(2^250-1)
    return modP(pow2(b250, 2) * x); // x^((p-5)/8), used by RFC8032 point decode
};
const RM1 = 0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n; // 2^((p-1)/4) = sqrt(-1)
// RFC8032 §5.1.3 square-root helper for point decompression. `value` is only meaningful when
// `isValid` is true; callers are also expected to pass canonical field elements with non-zero `v`.
// prettier-ignore
const uvRatio = (u, v) => {
    const v3 = modP(v * modP(v * v)); // v³
    const v7 = modP(modP(v3 * v3) * v); // v⁷
    const pow = pow_2_252_3(modP(u * v7)); // (uv⁷)^(p-5)/8
    let x = modP(u * modP(v3 * pow)); // (uv³)(uv⁷)^(p-5)/8
    const vx2 = modP(v * modP(x * x)); // vx²
    const root1 = x; // First root candidate
    const root2 = modP(x * RM1); // Second root candidate; RM1 is √-1
    const useRoot1 = vx2 === u; // If vx² = u (mod p), x is a square root
    const useRoot2 = vx2 === mod(-u); // If vx² = -u, set x <-- x * 2^((p-1)/4)
    const noRoot = vx2 === mod(-u * RM1); // There is no valid root, vx² = -u√-1
    if (useRoot1)
        x = root1;
    if (useRoot2 || noRoot)
        x = root2; // We return root2 anyway, for const-time
    if ((mod(x) & 1n) === 1n)
        x = mod(-x); // edIsNegative
    return { isValid: useRoot1 || useRoot2, value: x };
};
// Reduce a little-endian byte string modulo the subgroup order `N` (RFC 8032's `L`); the `hash`
// param name reflects the common caller shape, not an input restriction.
const modL_LE = (hash) => modN(bytesToNumberLE(hash));
// RFC8032 5.1.5. Split the 64-byte hashed seed into the clamped scalar half and nonce prefix.
const hashedToExtK = (hashed) => {
    // slice creates a copy, unlike subarray
    const copy = snapshotBytes(hashed);
    const head = copy.slice(0, 32);
    head[0] &= 248; // Clamp bits: 0b1111_1000
    head[31] &= 127; // 0b0111_1111
    head[31] |= 64; // 0b0100_0000
    const prefix = copy.slice(32); // secret key "prefix"
    // RFC words this as `[s]B`; reducing the clamped little-endian scalar modulo `N` is equivalent
    // for base-point multiplication because `G` already has subgroup order `N`.
    const scalar = modL_LE(head);
    const point = G.multiply(scalar); // public key point
    const pointBytes = point.toBytes(); // point serialized to Uint8Array
    return { head, prefix, scalar, point, pointBytes };
};
// RFC8032 5.1.5; getPublicKey async, sync. Hash secret key and extract point.
const getExtendedPublicKeyAsync = (secretKey) => callHashAsync('sha512Async', abytes(secretKey, LEN, 'secretKey')).then(hashedToExtK);
const getExtendedPublicKey = (secretKey) => hashedToExtK(callHash('sha512', abytes(secretKey, LEN, 'secretKey')));
/**
 * Creates a 32-byte Ed25519 public key from the RFC 8032 32-byte secret-key seed. Async.
 * @param secretKey - 32-byte RFC 8032 secret-key seed, not a 64-byte expanded secret key.
 * @returns 32-byte public key.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Derive the public key bytes for a newly generated signer secret.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 *
 * const secretKey = ed.utils.randomSecretKey();
 * const publicKey = await ed.getPublicKeyAsync(secretKey);
 * ```
 */
const getPublicKeyAsync = (secretKey) => getExtendedPublicKeyAsync(secretKey).then((p) => p.pointBytes);
/**
 * Creates a 32-byte Ed25519 public key from the RFC 8032 32-byte secret-key seed.
 * To use, set `hashes.sha512` first.
 * @param secretKey - 32-byte RFC 8032 secret-key seed, not a 64-byte expanded secret key.
 * @returns 32-byte public key.
 * @throws If synchronous SHA-512 has not been configured in `hashes`. {@link Error}
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Derive the public key entirely through the synchronous API.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 * import { sha512 } from '@noble/hashes/sha2.js';
 *
 * ed.hashes.sha512 = sha512;
 * const secretKey = ed.utils.randomSecretKey();
 * const publicKey = ed.getPublicKey(secretKey);
 * ```
 */
const getPublicKey = (secretKey) => getExtendedPublicKey(secretKey).pointBytes;
const hashFinishAsync = async (res) => res[1](await callHashAsync('sha512Async', res[0]));
const hashFinishSync = (res) => res[1](callHash('sha512', res[0]));
// Code, shared between sync & async sign
const _sign = (e, rBytes, msg) => {
    const { pointBytes: A, scalar: s } = e;
    const r = modL_LE(rBytes); // r was created outside, reduce it modulo L
    // RFC 8032 5.1.6 allows r mod L = 0, and SUPERCOP ref10 accepts the resulting identity-point
    // signature.
    // We intentionally keep the safe multiply() rejection here so a miswired all-zero SHA-512 provider
    // fails loudly instead of silently producing a degenerate signature.
    const R = G.multiply(r).toBytes(); // R = [r]B
    const hashable = concatBytes(R, A, msg); // dom2(F, C) || R || A || PH(M)
    const finish = (hashed) => {
        // k = SHA512(dom2(F, C) || R || A || PH(M))
        const S = modN(r + modL_LE(hashed) * s); // S = (r + k * s) mod L; 0 <= s < l
        return abytes(concatBytes(R, numTo32bLE(S)), 64); // 64-byte sig: 32-byte encoded R point || 32-byte LE(S)
    };
    return [hashable, finish];
};
/**
 * Signs message using secret key. Async.
 * Follows RFC8032 5.1.6.
 * @param message - Message bytes to sign.
 * @param secretKey - 32-byte RFC 8032 secret-key seed, not a 64-byte expanded secret key.
 * @returns 64-byte Ed25519 signature.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Sign an arbitrary message with a fresh Ed25519 secret key.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 *
 * const secretKey = ed.utils.randomSecretKey();
 * const message = new Uint8Array([1, 2, 3]);
 * const signature = await ed.signAsync(message, secretKey);
 * ```
 */
const signAsync = async (message, secretKey) => {
    const m = snapshotBytes(message, 'message');
    const e = await getExtendedPublicKeyAsync(secretKey);
    // r = SHA512(dom2(F, C) || prefix || PH(M)); then generate R, k, S and the signature.
    return hashFinishAsync(_sign(e, await callHashAsync('sha512Async', e.prefix, m), m));
};
/**
 * Signs message using secret key. To use, set `hashes.sha512` first.
 * Follows RFC8032 5.1.6.
 * @param message - Message bytes to sign.
 * @param secretKey - 32-byte RFC 8032 secret-key seed, not a 64-byte expanded secret key.
 * @returns 64-byte Ed25519 signature.
 * @throws If synchronous SHA-512 has not been configured in `hashes`. {@link Error}
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Use the sync API when you've wired a SHA-512 implementation yourself.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 * import { sha512 } from '@noble/hashes/sha2.js';
 *
 * ed.hashes.sha512 = sha512;
 * const secretKey = ed.utils.randomSecretKey();
 * const signature = ed.sign(new Uint8Array([1, 2, 3]), secretKey);
 * ```
 */
const sign = (message, secretKey) => {
    const m = snapshotBytes(message, 'message');
    const e = getExtendedPublicKey(secretKey);
    // r = SHA512(dom2(F, C) || prefix || PH(M)); then generate R, k, S and the signature.
    return hashFinishSync(_sign(e, callHash('sha512', e.prefix, m), m));
};
// Exported defaults favor ZIP-215 interoperability semantics; callers must opt into the stricter
// branch with `{ zip215: false }`.
// Preserves the exported ZIP-215 default for `{}` / `{ zip215: undefined }`, not just omitted opts.
const getZip215 = (options) => {
    if (options === null || typeof options !== 'object')
        throw new TypeError('expected valid options object');
    return options.zip215 ?? true;
};
const _verify = (sig, msg, publicKey, options) => {
    sig = abytes(sig, 64, 'signature'); // Signature hex str/Bytes, must be 64 bytes
    msg = abytes(msg, undefined, 'message'); // Message hex str/Bytes
    publicKey = abytes(publicKey, LEN, 'publicKey');
    const zip215 = getZip215(options);
    // zip215=false keeps the library's stricter branch, which still canonicalizes `R` / `A` before
    // hashing and rejects small-order public keys earlier than pure RFC8032 text would require.
    const r = sig.subarray(0, LEN);
    const s = bytesToNumberLE(sig.subarray(LEN, 64)); // Decode second half as an integer S;
    let A, R, SB;
    let hashable = Uint8Array.of();
    let finished = false;
    try {
        // zip215=true is good for consensus-critical apps. =false follows RFC8032 / NIST186-5.
        // zip215=true:  0 <= y < MASK (2^256 for ed25519)
        // zip215=false: 0 <= y < P (2^255-19 for ed25519)
        A = Point.fromBytes(publicKey, zip215);
        R = Point.fromBytes(r, zip215);
        SB = G.multiply(s, false); // 0 <= s < l is done inside
        // ZIP-215 accepts noncanonical / unreduced point encodings, so the challenge hash must use the
        // exact signature/public-key bytes rather than canonicalized re-encodings of the decoded points.
        hashable = concatBytes(r, publicKey, msg); // dom2(F, C) || R || A || PH(M)
        finished = true;
    }
    catch (error) { }
    const finish = (hashed) => {
        if (!finished)
            return false;
        // Policy: strict mode intentionally rejects all small-order public keys, even though the raw RFC
        // equation text is looser here. This matches libsodium and avoids weak / ambiguous verification
        // outcomes where unusual low-order public keys can make distinct key/signature combinations verify.
        if (!zip215 && A.isSmallOrder())
            return false;
        // k = SHA512(dom2(F, C) || R || A || PH(M))
        const k = modL_LE(hashed);
        const RkA = R.add(A.multiply(k, false));
        // Extended group equation
        // [8][S]B = [8]R + [8][k]A'
        return RkA.subtract(SB).clearCofactor().is0();
    };
    return [hashable, finish];
};
/**
 * Verifies a signature on message and public key. Async.
 * The implementation is based on RFC8032 5.1.7, but default opts use ZIP-215 semantics; pass
 * `{ zip215: false }` for the library's stricter branch.
 * @param signature - 64-byte signature.
 * @param message - Signed message bytes.
 * @param publicKey - 32-byte public key.
 * @param opts - Verification options. Defaults to ZIP-215 semantics. See {@link EdDSAVerifyOpts}.
 * @returns `true` when the signature is valid.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Verify the signature against the same message and derived public key.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 *
 * const secretKey = ed.utils.randomSecretKey();
 * const message = new Uint8Array([1, 2, 3]);
 * const publicKey = await ed.getPublicKeyAsync(secretKey);
 * const signature = await ed.signAsync(message, secretKey);
 * const isValid = await ed.verifyAsync(signature, message, publicKey);
 * ```
 */
const verifyAsync = async (signature, message, publicKey, opts = {}) => hashFinishAsync(_verify(signature, message, publicKey, opts));
/**
 * Verifies a signature on message and public key using the synchronous hash path.
 * The implementation is based on RFC8032 5.1.7, but default opts use ZIP-215 semantics; pass
 * `{ zip215: false }` for the library's stricter branch.
 * @param signature - 64-byte signature.
 * @param message - Signed message bytes.
 * @param publicKey - 32-byte public key.
 * @param opts - Verification options. Defaults to ZIP-215 semantics. See {@link EdDSAVerifyOpts}.
 * @returns `true` when the signature is valid.
 * @throws If synchronous SHA-512 has not been configured in `hashes`. {@link Error}
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Verify a signature entirely through the synchronous API.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 * import { sha512 } from '@noble/hashes/sha2.js';
 *
 * ed.hashes.sha512 = sha512;
 * const secretKey = ed.utils.randomSecretKey();
 * const message = new Uint8Array([1, 2, 3]);
 * const publicKey = ed.getPublicKey(secretKey);
 * const signature = ed.sign(message, secretKey);
 * const isValid = ed.verify(signature, message, publicKey);
 * ```
 */
const verify = (signature, message, publicKey, opts = {}) => hashFinishSync(_verify(signature, message, publicKey, opts));
/**
 * Math, hex, byte helpers. Not in `utils` because utils share API with noble-curves.
 * Exposes the same low-level field-default `mod` reducer and non-CT `invert` helper used
 * internally.
 * @example
 * Convert bytes to a hex string with the low-level helper namespace.
 *
 * ```ts
 * const hex = etc.bytesToHex(new Uint8Array([1, 2, 3]));
 * ```
 */
const etc = /* @__PURE__ */ freeze({
    bytesToHex,
    hexToBytes,
    concatBytes,
    mod,
    invert,
    randomBytes,
});
/**
 * Hash implementations used by the synchronous API plus the default async WebCrypto provider.
 * Both slots are configurable API surface; wrapper helpers revalidate that providers still return
 * 64-byte SHA-512 digests.
 * @example
 * Provide a SHA-512 implementation before calling synchronous helpers.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 * import { sha512 } from '@noble/hashes/sha2.js';
 *
 * ed.hashes.sha512 = sha512;
 * const { publicKey } = ed.keygen();
 * ```
 */
const hashes = {
    sha512Async: async (message) => {
        const s = globalThis?.crypto?.subtle;
        if (!s)
            throw new Error('crypto.subtle must be defined, consider polyfill');
        return new Uint8Array(await s.digest('SHA-512', concatBytes(message)));
    },
    sha512: undefined,
};
// Returns the final 32-byte Ed25519 secret-key seed verbatim, generating fresh random bytes only
// when omitted.
const randomSecretKey = (seed) => {
    return abytes(seed === undefined ? randomBytes() : seed, LEN, 'seed');
};
/**
 * Generates a secret/public keypair.
 * @param seed - Optional 32-byte Ed25519 secret-key seed, returned verbatim as `secretKey`.
 * @returns Keypair with `secretKey` and `publicKey`.
 * @throws If synchronous SHA-512 has not been configured in `hashes`. {@link Error}
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Generate a new keypair through the synchronous API after wiring SHA-512.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 * import { sha512 } from '@noble/hashes/sha2.js';
 *
 * ed.hashes.sha512 = sha512;
 * const { secretKey, publicKey } = ed.keygen();
 * ```
 */
const keygen = (seed) => {
    const secretKey = randomSecretKey(seed);
    const publicKey = getPublicKey(secretKey);
    return { secretKey, publicKey };
};
/**
 * Generates a secret/public keypair asynchronously.
 * @param seed - Optional 32-byte Ed25519 secret-key seed, returned verbatim as `secretKey`.
 * @returns Keypair with `secretKey` and `publicKey`.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Generate a new keypair through the asynchronous WebCrypto-backed path.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 *
 * const { secretKey, publicKey } = await ed.keygenAsync();
 * ```
 */
const keygenAsync = async (seed) => {
    const secretKey = randomSecretKey(seed);
    const publicKey = await getPublicKeyAsync(secretKey);
    return { secretKey, publicKey };
};
/**
 * Ed25519-specific key utilities.
 * `utils.getExtendedPublicKey*` expose secret-derived internals (`head`, `prefix`, `scalar`, and
 * point objects), not just public-key bytes.
 * @example
 * Generate a new Ed25519 secret key and derive the matching public key.
 *
 * ```ts
 * import * as ed from '@noble/ed25519';
 *
 * const secretKey = ed.utils.randomSecretKey();
 * const publicKey = await ed.getPublicKeyAsync(secretKey);
 * ```
 */
const utils = /* @__PURE__ */ freeze({
    getExtendedPublicKeyAsync,
    getExtendedPublicKey,
    randomSecretKey,
});
// ## Precomputes
// --------------
// Fixed W=8 window: 33 windows (ceil(256/8) + 1, NOT 32 - see wNAF loop), 128 points per window.
// Layout is grouped by window: each block stores the positive multiples `1*base .. 128*base` for
// that window, and the extra `+1` window absorbs carries from signed-digit recoding.
const precompute = () => {
    const points = [];
    let p = G;
    let b;
    for (let w = 0; w < 33; w++) {
        b = p;
        points.push(b);
        for (let i = 1; i < 128; i++) {
            b = b.add(p);
            points.push(b);
        } // i=1, bc we skip 0
        p = b.double();
    }
    return points;
};
let Gpows = undefined; // shared process-wide cache of base-point precomputes
// Branch-based negate helper used for JS/JIT mitigation symmetry, not a strict constant-time claim.
const ctneg = (cnd, p) => {
    const n = p.negate();
    return cnd ? n : p;
};
/**
 * Precomputes give 12x faster getPublicKey(), 10x sign(), 2x verify() by
 * caching multiples of G (base point). Cache is stored in 32MB of RAM.
 * Any time `G.multiply` is done, precomputes are used.
 * Not used for getSharedSecret, which instead multiplies random pubkey `P.multiply`.
 *
 * w-ary non-adjacent form (wNAF) precomputation method is 10% slower than windowed method,
 * but takes 2x less RAM. RAM reduction is possible by utilizing `.subtract`.
 * Returns the real accumulator `p` plus a fake accumulator `f`; callers only care about `p`, while
 * `f` exists to keep similar work in zero-digit branches as a JS/JIT side-channel mitigation.
 *
 * !! Precomputes can be disabled by commenting-out call of the wNAF() inside Point#multiply().
 */
const wNAF = (n) => {
    const comp = Gpows || (Gpows = precompute());
    let p = I;
    let f = G; // f must be G, or could become I in the end
    for (let w = 0; w < 33; w++) {
        let wbits = Number(n & 255n); // extract W=8 bits.
        n >>= 8n; // shift number by W=8 bits.
        // We use negative indexes to reduce size of precomputed table by 2x.
        // Instead of needing precomputes 0..256, we only calculate them for 0..128.
        // If an index > 128 is found, we do (256-index) - where 256 is next window.
        // Naive: index +127 => 127, +224 => 224
        // Optimized: index +127 => 127, +224 => 256-32
        if (wbits > 128) {
            wbits -= 256;
            n += 1n;
        }
        const off = w * 128; // offset of this window's block; also the fake-add index
        const offP = off + Math.abs(wbits) - 1; // real-add index; both offsets always evaluated
        const isOddW = w % 2 !== 0; // conditions, evaluate both; alternates fake-add sign per window
        const isNeg = wbits < 0;
        if (wbits === 0) {
            // wbits == 0 means the real index would be I: can't add it. Add window offset `off` instead.
            f = f.add(ctneg(isOddW, comp[off])); // bits are 0: add garbage to fake point
        }
        else {
            p = p.add(ctneg(isNeg, comp[offP])); // bits are 1: add to result point
        }
    }
    if (n !== 0n)
        throw new Error('invalid wnaf');
    return { p, f }; // return both real and fake points for JIT/leakage-shape symmetry
};
// !! Remove the export to easily use in REPL / browser console



/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  dR: () => (/* reexport */ engine_limits/* DEFAULT_LIMITS */.dR),
  TG: () => (/* reexport */ findings/* FINDINGS */.TG),
  dw: () => (/* reexport */ jcs/* canonicalize */.dw),
  cI: () => (/* reexport */ custom/* compileCustomTypes */.cI),
  sU: () => (/* reexport */ jcs/* digestHex */.sU),
  po: () => (/* reexport */ hashOfRecord),
  xe: () => (/* reexport */ sealRecord),
  oc: () => (/* binding */ verifyArtifact),
  gX: () => (/* reexport */ findings/* worstExit */.gX)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/engine/canonical/read.ts
var read = __nccwpck_require__(9247);
// EXTERNAL MODULE: ./src/engine/canonical/strict.ts
var strict = __nccwpck_require__(5670);
// EXTERNAL MODULE: ./src/engine/collector.ts + 1 modules
var engine_collector = __nccwpck_require__(4775);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __nccwpck_require__(5206);
// EXTERNAL MODULE: ./src/engine/kinds/chain.ts
var chain = __nccwpck_require__(5511);
// EXTERNAL MODULE: ./src/engine/kinds/document.ts
var kinds_document = __nccwpck_require__(2973);
// EXTERNAL MODULE: ./src/engine/kinds/members.ts
var members = __nccwpck_require__(633);
// EXTERNAL MODULE: ./src/engine/kinds/records.ts + 1 modules
var records = __nccwpck_require__(9911);
// EXTERNAL MODULE: ./src/engine/kinds/stream.ts
var stream = __nccwpck_require__(9060);
// EXTERNAL MODULE: ./src/engine/options.ts
var options = __nccwpck_require__(9052);
// EXTERNAL MODULE: ./src/engine/source/digesting.ts
var digesting = __nccwpck_require__(2010);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
// EXTERNAL MODULE: ./src/engine/canonical/digest.ts
var digest = __nccwpck_require__(2327);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./src/engine/source/descriptor.ts
var descriptor = __nccwpck_require__(9889);
;// CONCATENATED MODULE: ./src/engine/source/file.ts






const readAsync = (0,external_node_util_namespaceObject.promisify)(external_node_fs_.read);
/** Records of so many bytes are done with before they outlive two collections of young objects, which twice as many do not. */
const CHUNK_BYTES = 512 * 1024;
/** Files up to this size are read at once, when they are opened: a trip through the thread pool costs more. */
const WHOLE_BYTES = 1024 * 1024;
const NOTHING = Promise.resolve(new Uint8Array(0));
/**
 * A regular file as a source. Up to 1 MiB it is opened once and read whole, here; a larger one is opened again for each
 * pass, and every pass has to meet the very file that was met first, or it is `io.changed` (hardening 17). Nothing has
 * to be closed. A file past `maxArtifactBytes` opens, so that its size can be told, but is not read.
 * @param name what to call it in messages.
 * @throws Fault `io.not_found`, `io.unreadable`, `io.changed`, `path.symlink`, `path.special_file`, `path.escape`.
 */
function openFile(path, name, limits, options = {}) {
    const fd = (0,descriptor/* openDescriptor */._K)(path, name);
    try {
        const identity = identify(fd, name);
        if (options.within !== undefined)
            checkWithin(fd, path, name, options.within, identity);
        const whole = identity.size <= Math.min(WHOLE_BYTES, limits.maxArtifactBytes) ? readWhole(fd, name, identity) : undefined;
        return new FileSource(path, name, identity, whole, limits, options);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/**
 * All bytes of a regular file that is read outside of any artifact: a key, a schema, a policy, a file to classify.
 * @throws Fault as `openFile`, and `limit.manifest_bytes` when it has more than `maxBytes`.
 */
function readSmallFile(path, name, maxBytes, options = {}) {
    const fd = openDescriptor(path, name);
    try {
        const identity = identify(fd, name);
        if (options.within !== undefined)
            checkWithin(fd, path, name, options.within, identity);
        if (identity.size > maxBytes)
            throw tooLarge(name, Number(identity.size), maxBytes);
        return readWhole(fd, name, identity);
    }
    finally {
        closeSync(fd);
    }
}
class FileSource {
    path;
    name;
    identity;
    whole;
    limits;
    options;
    size;
    constructor(path, name, identity, whole, limits, options) {
        this.path = path;
        this.name = name;
        this.identity = identity;
        this.whole = whole;
        this.limits = limits;
        this.options = options;
        this.size = Number(identity.size);
    }
    async bytes(limit) {
        if (this.size > limit)
            throw tooLarge(this.name, this.size, limit);
        if (this.whole !== undefined)
            return this.whole;
        this.checkSize();
        const fd = this.reopen();
        try {
            return readWhole(fd, this.name, this.identity);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    async *chunks() {
        this.checkSize();
        if (this.whole !== undefined) {
            if (this.whole.length > 0)
                yield this.whole;
            return;
        }
        const fd = this.reopen();
        let ahead = NOTHING;
        try {
            // The next read runs in the thread pool while the last chunk is used: two buffers, taken in turn.
            let free = Buffer.allocUnsafeSlow(CHUNK_BYTES);
            let busy = Buffer.allocUnsafeSlow(CHUNK_BYTES);
            let at = 0;
            ahead = this.readAt(fd, free, 0);
            while (at < this.size) {
                const chunk = await ahead;
                if (chunk.length === 0)
                    throw (0,descriptor/* changed */.tD)(this.name);
                at += chunk.length;
                [free, busy] = [busy, free];
                ahead = at < this.size ? this.readAt(fd, free, at) : NOTHING;
                yield chunk;
            }
            compare(fd, this.name, this.identity);
        }
        finally {
            // A consumer may stop early: the number must not be closed, and given to another file, under a pending read.
            await ahead.catch(() => { });
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    checkSize() {
        if (this.size <= this.limits.maxArtifactBytes)
            return;
        throw new fault/* Fault */.v('limit.artifact_bytes', `${this.size} bytes are more than the limit of ${this.limits.maxArtifactBytes} (--max-artifact-bytes)`);
    }
    reopen() {
        const fd = (0,descriptor/* openDescriptor */._K)(this.path, this.name);
        try {
            compare(fd, this.name, this.identity);
            if (this.options.within !== undefined) {
                checkWithin(fd, this.path, this.name, this.options.within, this.identity);
            }
            return fd;
        }
        catch (error) {
            (0,external_node_fs_.closeSync)(fd);
            throw error;
        }
    }
    async readAt(fd, buffer, position) {
        try {
            const { bytesRead } = await readAsync(fd, buffer, 0, Math.min(CHUNK_BYTES, this.size - position), position);
            return buffer.subarray(0, bytesRead);
        }
        catch (error) {
            throw (0,descriptor/* fileFault */.bT)(error, this.name);
        }
    }
}
/** Reads as many bytes as the file had when it was opened, and has to find it unchanged afterwards. */
function readWhole(fd, name, identity) {
    const bytes = Buffer.allocUnsafeSlow(Number(identity.size));
    let at = 0;
    while (at < bytes.length) {
        let count;
        try {
            count = (0,external_node_fs_.readSync)(fd, bytes, at, bytes.length - at, at);
        }
        catch (error) {
            throw (0,descriptor/* fileFault */.bT)(error, name);
        }
        if (count === 0)
            throw (0,descriptor/* changed */.tD)(name);
        at += count;
    }
    compare(fd, name, identity);
    return bytes;
}
function identify(fd, name) {
    const stat = (0,external_node_fs_.fstatSync)(fd, { bigint: true });
    if (stat.isDirectory())
        throw new fault/* Fault */.v('io.unreadable', `${name} is a directory`);
    if (!stat.isFile())
        throw new fault/* Fault */.v('path.special_file', `${name} is not a regular file`);
    const { size, mtimeNs, ctimeNs, ino, dev } = stat;
    return { size, mtimeNs, ctimeNs, ino, dev };
}
function compare(fd, name, met) {
    if (!(0,descriptor/* sameFile */.Vi)((0,external_node_fs_.fstatSync)(fd, { bigint: true }), met))
        throw (0,descriptor/* changed */.tD)(name);
}
function checkWithin(fd, path, name, root, identity) {
    const real = realPathOf(fd, path, name, identity);
    if (real === root || real.startsWith(root.endsWith(external_node_path_namespaceObject.sep) ? root : root + external_node_path_namespaceObject.sep))
        return;
    throw new fault/* Fault */.v('path.escape', `${name} leads outside the workspace`);
}
/** Where an open file really lies: Linux tells it of the descriptor, elsewhere the path is resolved and compared. */
function realPathOf(fd, path, name, identity) {
    if (process.platform === 'linux') {
        try {
            return (0,external_node_fs_.readlinkSync)(`/proc/self/fd/${fd}`);
        }
        catch {
            // no /proc in this container: resolved below
        }
    }
    try {
        const real = external_node_fs_.realpathSync.native(path);
        if (!(0,descriptor/* sameFile */.Vi)((0,external_node_fs_.statSync)(real, { bigint: true }), identity))
            throw (0,descriptor/* changed */.tD)(name);
        return real;
    }
    catch (error) {
        throw error instanceof fault/* Fault */.v ? error : (0,descriptor/* fileFault */.bT)(error, name);
    }
}
function tooLarge(name, size, limit) {
    return new fault/* Fault */.v('limit.manifest_bytes', `${name} has ${size} bytes, more than the limit of ${limit} (--max-document-bytes)`);
}

// EXTERNAL MODULE: ./src/engine/source/system-error.ts
var system_error = __nccwpck_require__(2066);
;// CONCATENATED MODULE: ./src/engine/source/directory.ts







/** Entries below one directory artifact; more is refused rather than listed for ever. */
const MAX_ENTRIES = 1_000_000;
/**
 * A directory on disk as one artifact.
 * @param links `refuse` (gate): nothing is read through a link. `follow` (compat): as upstream reads it.
 * @param within with `refuse`: real path of the folder that every opened file has to lie in.
 */
function directorySource(path, name, limits, links, within) {
    const root = (0,external_node_path_namespaceObject.join)(path, '.');
    return {
        name,
        list: async () => listBelow(root),
        open: (relative) => openBelow(root, name, relative, limits, links, within),
    };
}
function listBelow(root) {
    const found = [];
    const open = [''];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
        for (const entry of readDirectory(root, at)) {
            const path = at === '' ? entry.name : `${at}/${entry.name}`;
            const type = entry.isSymbolicLink()
                ? 'symlink'
                : entry.isDirectory()
                    ? 'directory'
                    : entry.isFile()
                        ? 'file'
                        : 'other';
            found.push({ path, type });
            if (type === 'directory')
                open.push(path);
            if (found.length > MAX_ENTRIES) {
                throw new fault/* Fault */.v('limit.entries', `the directory has more than ${MAX_ENTRIES} entries`);
            }
        }
    }
    return found.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}
function readDirectory(root, at) {
    try {
        return readEntries((0,external_node_path_namespaceObject.join)(root, at));
    }
    catch (error) {
        throw new fault/* Fault */.v('io.unreadable', `directory ${JSON.stringify(at)} cannot be read: ${(0,system_error/* systemCode */.x)(error)}`, {
            entry: at,
        });
    }
}
const readEntries = (path) => (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
function openBelow(root, name, relative, limits, links, within) {
    const path = (0,external_node_path_namespaceObject.join)(root, relative);
    if (links === 'follow') {
        let target = path;
        try {
            target = (0,external_node_fs_.realpathSync)(path);
        }
        catch {
            // openFile says what is wrong with it
        }
        return openFile(target, `${name}/${relative}`, limits);
    }
    checkNoLink(root, relative);
    return openFile(path, `${name}/${relative}`, limits, within === undefined ? {} : { within });
}
/** A link anywhere on the way could lead out of the artifact, and be turned elsewhere while we read. */
function checkNoLink(root, relative) {
    let at = root;
    const parts = relative.split(/[/\\]/);
    for (const [i, part] of parts.entries()) {
        if (part === '..')
            throw new fault/* Fault */.v('path.escape', `${JSON.stringify(relative)} leads out of the artifact`, { entry: relative });
        at = `${at}${external_node_path_namespaceObject.sep}${part}`;
        let link;
        try {
            link = (0,external_node_fs_.lstatSync)(at).isSymbolicLink();
        }
        catch {
            return;
        }
        if (link) {
            const what = i === parts.length - 1 ? 'is' : 'lies behind';
            throw new fault/* Fault */.v('path.symlink', `${JSON.stringify(relative)} ${what} a symbolic link`, { entry: relative });
        }
    }
}
/** Digest and size of a directory artifact: SHA-256 over its files' `path NUL sha256 LF` lines, sorted by path bytes. */
async function directoryDigest(directory) {
    const lines = [];
    let bytes = 0;
    try {
        for (const entry of await directory.list()) {
            if (entry.type !== 'file')
                continue;
            const source = directory.open(entry.path);
            lines.push(`${entry.path}\0${await (0,digesting/* digestOf */.o)(source)}\n`);
            bytes += source.size;
        }
    }
    catch (error) {
        if (!(error instanceof fault/* Fault */.v))
            throw error;
        return { sha256: null, bytes };
    }
    return { sha256: (0,digest/* sha256Hex */.fg)(lines.join('')), bytes };
}

// EXTERNAL MODULE: ./src/engine/source/random-access.ts
var random_access = __nccwpck_require__(2154);
;// CONCATENATED MODULE: ./src/engine/artifact.ts













// Kinds other than records, chains and streams are loaded when one is met: most runs start without.
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
                required: (0,options/* signaturesRequired */.P)(this.options),
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
        const { verifyBundle } = await __nccwpck_require__.e(/* import() */ 553).then(__nccwpck_require__.bind(__nccwpck_require__, 5553));
        const result = await verifyBundle(directory, collector, options);
        builder.signed(result.signatures, result.keyIds);
        if (result.contents !== undefined) {
            builder.records = result.contents.records;
            builder.signed(result.contents.signatures, result.contents.keyIds);
        }
        builder.facts = { filesVerified: result.filesVerified, ...wholeKeys(result.keyIds) };
    }
    else {
        const { verifyChainDirectory } = await __nccwpck_require__.e(/* import() */ 77).then(__nccwpck_require__.bind(__nccwpck_require__, 7077));
        const result = await verifyChainDirectory(directory, collector, options);
        builder.run(result.summary);
        builder.headHash = result.summary.headHash;
        if (result.chainId !== undefined)
            builder.facts = { ...builder.facts, chainId: result.chainId };
        builder.signed(result.keyIds.size, result.keyIds);
        builder.facts = { ...builder.facts, ...wholeKeys(result.keyIds) };
    }
    if (options.mode === 'gate') {
        const { sha256, bytes } = await directoryDigest(directory);
        builder.sha256 = sha256;
        builder.bytes = bytes;
    }
}
async function verifyFile(input, builder, collector, options) {
    // The digest is told in the gate's report only; compat scripts need not pay for it.
    const source = options.mode === 'gate' ? new digesting/* DigestingSource */.I(input.source) : input.source;
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
        if (source instanceof digesting/* DigestingSource */.I && !(source.size > options.limits.maxArtifactBytes)) {
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
        const { verifyArchive } = await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(659)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3659));
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
    const document = new kinds_document/* Document */.y(value, bytes, source, undefined, collector, options);
    if (claims.length > 1 && options.mode === 'gate') {
        document.raise({
            code: 'kind.ambiguous',
            message: `members ${claims.map(strict/* quote */.hD).join(' and ')} belong to different kinds of artifact`,
            pointer: `/${claims[0] ?? ''}`,
        });
    }
    switch (kind) {
        case 'record': {
            const run = new records/* RecordRun */.f(collector, options, { link: 'none', schema: 'typed', nullRecord: 'refuse' });
            await run.push([{ bytes, offset: 0, line: 1, members: -1, escapes: false, escapedNames: false }], source);
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
            const { verifySignedJson } = await __nccwpck_require__.e(/* import() */ 515).then(__nccwpck_require__.bind(__nccwpck_require__, 1515));
            const signed = verifySignedJson(document, options);
            builder.signed(signed.signatures, signed.keyIds);
            builder.facts = { document: value };
            return;
        }
        case 'revocation_list': {
            const { verifyRevocationList } = await __nccwpck_require__.e(/* import() */ 551).then(__nccwpck_require__.bind(__nccwpck_require__, 6551));
            const signed = verifyRevocationList(document, options);
            builder.signed(signed.signatures, signed.keyIds);
            return;
        }
        case 'record_types':
            (await __nccwpck_require__.e(/* import() */ 551).then(__nccwpck_require__.bind(__nccwpck_require__, 6551))).verifyRecordTypes(document);
            return;
        case 'governance_event':
            (await __nccwpck_require__.e(/* import() */ 551).then(__nccwpck_require__.bind(__nccwpck_require__, 6551))).verifyGovernanceEvent(document);
            return;
        default:
            document.raise({
                code: 'kind.unsupported',
                message: 'no Proof artifact: it has none of records, record_id, pack_id or signature',
                pointer: '',
            });
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

// EXTERNAL MODULE: ./src/engine/findings.ts
var findings = __nccwpck_require__(8166);
// EXTERNAL MODULE: ./src/engine/limits.ts
var engine_limits = __nccwpck_require__(7100);
// EXTERNAL MODULE: ./src/engine/signature/keys.ts
var signature_keys = __nccwpck_require__(9891);
;// CONCATENATED MODULE: ./src/engine/signature/trust.ts
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

;// CONCATENATED MODULE: ./src/engine/source/memory.ts

/** Bytes that are in memory already. */
function memorySource(name, bytes) {
    return {
        name,
        size: bytes.length,
        bytes: async (limit) => {
            if (bytes.length > limit) {
                throw new fault/* Fault */.v('limit.manifest_bytes', `${bytes.length} bytes are more than the limit of ${limit} (--max-document-bytes)`);
            }
            return bytes;
        },
        async *chunks() {
            if (bytes.length > 0)
                yield bytes;
        },
    };
}

// EXTERNAL MODULE: ./src/engine/canonical/jcs.ts
var jcs = __nccwpck_require__(3475);
// EXTERNAL MODULE: ./src/engine/kinds/record-hash.ts
var record_hash = __nccwpck_require__(1954);
// EXTERNAL MODULE: ./src/engine/kinds/record-view.ts + 1 modules
var record_view = __nccwpck_require__(9632);
;// CONCATENATED MODULE: ./src/engine/kinds/seal.ts






const NO_RECORD = { code: 'record.member_type', message: 'not a record', pointer: '' };
/**
 * The hash that a record must carry (contract section 2.1), from its parsed value.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
function hashOfRecord(record) {
    const { view, problems } = (0,record_view/* viewRecord */.ZU)(record, { loneCaseVariants: 'refuse' });
    if (view !== undefined)
        return (0,record_hash/* recordHash */.oj)(view);
    const [{ code, message, pointer } = NO_RECORD] = problems;
    throw new fault/* Fault */.v(code, message, { pointer });
}
/** The record with `integrity.record_hash` filled in; other members of integrity stay. */
function sealRecord(record) {
    const integrity = (0,members/* member */.Dc)(record, 'integrity');
    const kept = (0,members/* isObject */.Gv)(integrity) ? integrity : {};
    return { ...record, integrity: { ...kept, record_hash: hashOfRecord(record) } };
}
/**
 * The text of a record with its hash filled in and nothing else changed: formatting, member order and escapes stay as
 * the producer wrote them.
 * @throws Fault when the text is no JSON record.
 */
function sealText(bytes, maxDepth) {
    const value = readJson(bytes, maxDepth);
    if (!isObject(value))
        throw new Fault('kind.unsupported', 'a record is a JSON object');
    const hash = hashOfRecord(value);
    const root = parseStrict(bytes, maxDepth);
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const splice = (from, to, text) => view.subarray(0, from).toString('utf8') + text + view.subarray(to).toString('utf8');
    const integrity = memberOf(root, 'integrity');
    const sealed = integrity && memberOf(integrity, 'record_hash');
    if (sealed !== undefined)
        return { text: splice(sealed.start, sealed.end, `"${hash}"`), hash };
    if (integrity?.type === 'object')
        return { text: insertMember(integrity, `"record_hash": "${hash}"`, splice), hash };
    const seal = `{"record_hash": "${hash}"}`;
    if (integrity !== undefined)
        return { text: splice(integrity.start, integrity.end, seal), hash };
    return { text: insertMember(root, `"integrity": ${seal}`, splice), hash };
}
function memberOf(node, name) {
    return node.members?.find((one) => one.name === name)?.value;
}
/** Adds a member at the end of an object, after its last value so that the closing line keeps its indentation. */
function insertMember(object, text, splice) {
    const last = object.members?.at(-1);
    if (last === undefined)
        return splice(object.start + 1, object.start + 1, text);
    return splice(last.value.end, last.value.end, `, ${text}`);
}

// EXTERNAL MODULE: ./src/engine/schema/custom.ts
var custom = __nccwpck_require__(3225);
;// CONCATENATED MODULE: ./src/engine/index.ts
/**
 * The library door: `import { verifyArtifact } from 'proof-verify'`.
 * @packageDocumentation
 */
















/**
 * Verifies one artifact: the path of a file or directory, or bytes in memory (contract sections 2-7).
 * Resolves with a verdict whatever the artifact does wrong: `outcome` is `verified` or `failed`, `findings` say why.
 * @throws TypeError when a public key cannot be used: that is the caller's mistake, not the artifact's.
 */
async function verifyArtifact(artifact, options = {}) {
    const mode = options.mode ?? 'gate';
    const limits = { ...engine_limits/* DEFAULT_LIMITS */.dR, ...options.limits };
    const verifyOptions = {
        mode,
        strict: options.strict ?? true,
        signatures: options.signatures ?? 'auto',
        trust: trustOf(options.publicKeys ?? [], mode),
        revocations: options.revocations ?? [],
        customTypes: options.customTypes,
        limits,
        now: (options.now ?? new Date()).getTime(),
        onRecord: options.onRecord,
    };
    if (typeof artifact !== 'string')
        return verify(inputOfBytes(artifact), verifyOptions);
    let input;
    try {
        input = inputOfPath(artifact, limits);
    }
    catch (error) {
        if (!(error instanceof fault/* Fault */.v))
            throw error;
        return failedVerdict(artifact, error);
    }
    return verify(input, verifyOptions);
}
function trustOf(texts, mode) {
    const keys = texts.map((text) => {
        const parsed = (0,signature_keys/* parsePublicKey */.e)(text, mode);
        if (!parsed.ok)
            throw new TypeError(parsed.message);
        return parsed.key;
    });
    const made = makeTrust({ mode, keys });
    if (!made.ok)
        throw new TypeError(made.message);
    return made.trust;
}
function inputOfBytes({ name, bytes }) {
    const access = (0,random_access/* bufferAccess */.b)(bytes);
    return {
        form: 'file',
        source: memorySource(name, bytes),
        access: async () => ({ size: access.size, read: access.read, close: () => { } }),
    };
}
function inputOfPath(path, limits) {
    let target = path;
    try {
        // A link that the caller names is the caller's choice; inside an artifact none is followed.
        target = (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        // openFile says what is wrong with it
    }
    if (isDirectory(target)) {
        const bundle = isFile(`${target}/manifest.json`);
        return {
            form: bundle ? 'bundle' : 'chain_directory',
            directory: directorySource(target, path, limits, 'refuse'),
        };
    }
    return { form: 'file', source: openFile(target, path, limits), access: () => (0,random_access/* fileAccess */.p)(target, path) };
}
function isDirectory(path) {
    return statOf(path)?.isDirectory() === true;
}
function isFile(path) {
    return statOf(path)?.isFile() === true;
}
function statOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch {
        // openFile says what is wrong with it
        return undefined;
    }
}
function failedVerdict(path, fault) {
    return {
        path,
        kind: 'unknown',
        sha256: null,
        bytes: 0,
        outcome: 'failed',
        records: 0,
        signatures: { required: false, verified: 0, keyIds: [] },
        findings: [(0,findings/* finding */.gk)(fault.code, fault.message, path)],
        moreFindings: 0,
        facts: {},
    };
}

var __webpack_exports__DEFAULT_LIMITS = __webpack_exports__.dR;
var __webpack_exports__FINDINGS = __webpack_exports__.TG;
var __webpack_exports__canonicalize = __webpack_exports__.dw;
var __webpack_exports__compileCustomTypes = __webpack_exports__.cI;
var __webpack_exports__digestHex = __webpack_exports__.sU;
var __webpack_exports__hashOfRecord = __webpack_exports__.po;
var __webpack_exports__sealRecord = __webpack_exports__.xe;
var __webpack_exports__verifyArtifact = __webpack_exports__.oc;
var __webpack_exports__worstExit = __webpack_exports__.gX;
export { __webpack_exports__DEFAULT_LIMITS as DEFAULT_LIMITS, __webpack_exports__FINDINGS as FINDINGS, __webpack_exports__canonicalize as canonicalize, __webpack_exports__compileCustomTypes as compileCustomTypes, __webpack_exports__digestHex as digestHex, __webpack_exports__hashOfRecord as hashOfRecord, __webpack_exports__sealRecord as sealRecord, __webpack_exports__verifyArtifact as verifyArtifact, __webpack_exports__worstExit as worstExit };
