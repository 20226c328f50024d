export const id = 659;
export const ids = [659,515];
export const modules = {

/***/ 3659:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyArchive: () => (/* binding */ verifyArchive)
});

// EXTERNAL MODULE: ./src/engine/canonical/jcs.ts
var jcs = __webpack_require__(3475);
// EXTERNAL MODULE: ./src/engine/canonical/read.ts
var read = __webpack_require__(9247);
// EXTERNAL MODULE: ./src/engine/canonical/strict.ts
var canonical_strict = __webpack_require__(5670);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __webpack_require__(5206);
// EXTERNAL MODULE: ./src/engine/options.ts
var engine_options = __webpack_require__(9052);
// EXTERNAL MODULE: ./src/engine/source/digesting.ts
var digesting = __webpack_require__(2010);
// EXTERNAL MODULE: ./src/engine/source/random-access.ts
var random_access = __webpack_require__(2154);
// EXTERNAL MODULE: ./src/engine/limits.ts
var engine_limits = __webpack_require__(7100);
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
            throw new fault/* Fault */.v('zip.structure', `Extra fields of ${entry} do not end where they should.`, { entry });
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
// EXTERNAL MODULE: ./src/engine/source/system-error.ts
var system_error = __webpack_require__(2066);
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
            callback(null, bytes.subarray(position - start).copy(target, offset, 0, length));
            return;
        }
        callback(new Error('read outside the central directory'));
    }
}
/**
 * Reads the central directory and checks each entry on its own and against the others: names, modes, flags, methods,
 * declared sizes. Reads no file data. Throws a `Fault` (hardening 15, 16).
 */
async function readDirectory(window, end, limits) {
    if (end.entries > limits.maxEntries) {
        throw new fault/* Fault */.v('limit.entries', `The archive has ${end.entries} entries, the limit is ${limits.maxEntries} (--max-entries).`);
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
            throw new fault/* Fault */.v('limit.total_bytes', `The archive unpacks to more than ${limits.maxTotalBytes} bytes (--max-total-bytes).`);
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
        throw new fault/* Fault */.v('limit.entry_bytes', `${name} has ${size} bytes, the limit is ${limits.maxEntryBytes} (--max-entry-bytes).`, place);
    }
    if (size > engine_limits/* RATIO_FLOOR_BYTES */.$5 && size > packed * limits.maxRatio) {
        throw new fault/* Fault */.v('limit.ratio', `${name} is compressed more than ${limits.maxRatio} to 1 (--max-ratio).`, place);
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
            throw this.fault('limit.entry_bytes', `has ${this.size} bytes, the limit is ${limit} (--max-document-bytes)`);
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
        switch ((0,system_error/* systemCode */.x)(error)) {
            case 'ERR_BUFFER_TOO_LARGE':
                return this.tooLong();
            case 'Z_BUF_ERROR':
                return this.fault('zip.size_mismatch', 'ends within its compressed data');
            case 'Z_DATA_ERROR':
                return this.fault('zip.crc_mismatch', 'holds data that cannot be inflated');
            default:
                return error;
        }
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
    // A locator too near to the front has no place for its record, and can name none.
    if (u64(locator, 8) !== tailOffset + recordAt) {
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
    const placed = [];
    let cursor = 0;
    for (const [index, entry] of [...entries.entries()].sort(([, a], [, b]) => a.offset - b.offset)) {
        if (entry.offset !== cursor) {
            const what = entry.offset > cursor ? 'follows bytes that belong to no entry' : 'overlaps another entry';
            throw new fault/* Fault */.v('zip.structure', `${entry.name} ${what}.`, { entry: entry.name });
        }
        const local = await readLocal(window, entry, end.directoryOffset);
        placed[index] = { ...entry, dataOffset: local.dataOffset };
        cursor = local.end;
    }
    if (cursor !== end.directoryOffset) {
        throw new fault/* Fault */.v('zip.structure', 'Bytes before the central directory belong to no entry.');
    }
    return placed;
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
        throw new fault/* Fault */.v('limit.artifact_bytes', `${name} has ${reader.size} bytes, the limit is ${limits.maxArtifactBytes} (--max-artifact-bytes).`);
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

// EXTERNAL MODULE: ./src/engine/canonical/digest.ts
var canonical_digest = __webpack_require__(2327);
// EXTERNAL MODULE: ./src/engine/kinds/document.ts
var kinds_document = __webpack_require__(2973);
// EXTERNAL MODULE: ./src/engine/kinds/members.ts
var members = __webpack_require__(633);
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
    const document = await (0,kinds_document/* readDocument */.u)(entry, nameOf(BUNDLE), collector, options);
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
            : (0,canonical_digest/* sha256Hex */.fg)(bytes);
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
// EXTERNAL MODULE: ./src/engine/kinds/paths.ts
var paths = __webpack_require__(5070);
;// CONCATENATED MODULE: ./src/engine/kinds/gait-manifest.ts




const HEX64 = /^[0-9a-f]{64}$/;
const gait_manifest_text = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a non-empty string');
const exactly = (wanted) => (value) => value === wanted ? undefined : `must be ${(0,canonical_strict/* quote */.hD)(wanted)}`;
const oneOf = (...words) => (value) => words.some((word) => word === value) ? undefined : `must be one of ${words.join(', ')}`;
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
        const problem = (0,paths/* checkPath */.Cg)(content.path, 'allow');
        if (problem !== undefined)
            document.raise({ ...problem, pointer: `${content.pointer}/path` });
    }
    for (const { index, of } of (0,paths/* duplicates */.XI)(contents.map((content) => content.path))) {
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

// EXTERNAL MODULE: ./src/engine/kinds/records.ts + 1 modules
var records = __webpack_require__(9911);
// EXTERNAL MODULE: ./src/engine/kinds/signed-json.ts
var signed_json = __webpack_require__(1515);
// EXTERNAL MODULE: ./src/engine/kinds/stream.ts
var stream = __webpack_require__(9060);
;// CONCATENATED MODULE: ./src/engine/kinds/gait.ts















const PACK_MANIFEST = 'pack_manifest.json';
const RUNPACK_MANIFEST = 'manifest.json';
const PROOF_RECORDS = 'proof_records.jsonl';
const NESTED_RUNPACK = 'source/runpack.zip';
/** Facts that are members of the manifest, with their names there. */
const FACTS = [
    ['packId', 'pack_id'],
    ['packType', 'pack_type'],
    ['runId', 'run_id'],
    ['manifestDigest', 'manifest_digest'],
];
const RUNPACK_FILES = ['run.json', 'intents.jsonl', 'results.jsonl', 'refs.json'];
/** Verifies a zip: a pack, a guard pack or a runpack (contract sections 6 and 7). `depth` 1 is the artifact itself. */
async function verifyArchive(access, name, collector, options, depth = 1) {
    const result = new ArchiveVerifier(name, collector, options, depth);
    let archive;
    try {
        archive = await openArchive(access, options.limits, depth, name);
    }
    catch (error) {
        collector.fault(error, result.spot(error instanceof fault/* Fault */.v ? error.place.entry : undefined));
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
        const document = await (0,kinds_document/* readDocument */.u)(manifest, this.entryName(manifest.name), this.collector, this.options);
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
        for (const [fact, name] of FACTS) {
            const value = (0,members/* member */.Dc)(manifest, name);
            if (typeof value === 'string')
                this.facts[fact] = value;
        }
    }
    /** pack_id and manifest_digest are digests of the manifest itself, with that member emptied. */
    checkIdentity(document, kind, contents) {
        const { value } = document;
        const bare = (0,signed_json/* without */.FF)(value, 'signatures');
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
        const digests = [(0,jcs/* digestHex */.sU)((0,signed_json/* without */.FF)(document.value, 'signatures'))];
        if (options.mode === 'compat') {
            digests.push((0,jcs/* digestHex */.sU)(kind === 'gait_runpack' ? upstreamRunpack(document.value) : upstreamPack(document.value)));
        }
        for (const [i, signature] of signatures.entries()) {
            const keyId = (0,signed_json/* checkGaitSignature */.wP)(signature, `/signatures/${i}`, digests, document, options);
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
            actual = await (0,digesting/* digestOf */.o)(entry);
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
        if (content.path === NESTED_RUNPACK) {
            await this.checkNested(entry);
            return;
        }
        if (this.options.mode === 'compat' && !this.options.strict)
            return;
        const path = content.path.toLowerCase();
        if (content.type === 'json' || path.endsWith('.json'))
            await this.checkJson(entry);
        if (path.split('/').at(-1) === PROOF_RECORDS && content.path !== PROOF_RECORDS) {
            this.collector.add('pack.misplaced_records', `${(0,canonical_strict/* quote */.hD)(content.path)} lies outside the top of the pack`, {
                entry: this.entryName(entry.name),
            });
        }
    }
    async checkNested(entry) {
        const bytes = await this.bytesOf(entry);
        if (bytes === undefined)
            return;
        const name = this.entryName(entry.name);
        const { kind } = await verifyArchive((0,random_access/* bufferAccess */.b)(bytes), name, this.collector, this.options, this.depth + 1);
        if (kind === 'gait_runpack' || kind === 'unknown')
            return;
        this.collector.add('kind.ambiguous', `${(0,canonical_strict/* quote */.hD)(entry.name)} is a ${kind}, not a runpack`, { entry: name });
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
        const keyId = (0,signed_json/* checkGaitSignature */.wP)(signature, '/signature', [(0,jcs/* digestHex */.sU)((0,signed_json/* without */.FF)(value, 'signature'))], document, this.options);
        if (keyId === undefined)
            return;
        this.keyIds.add(keyId);
        this.signatures++;
    }
    document(value, bytes, source) {
        return new kinds_document/* Document */.y(value, bytes, source, this.entryName(source.name), this.collector, this.options);
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
        const run = new records/* RecordRun */.f(this.collector, options, {
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
    /** Where something is: in an entry of the archive, or in the archive as a whole. */
    spot(entry) {
        if (entry !== undefined)
            return { entry: this.entryName(entry) };
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


/***/ }),

/***/ 5070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ checkPath),
/* harmony export */   XI: () => (/* binding */ duplicates),
/* harmony export */   r6: () => (/* binding */ escapes)
/* harmony export */ });
/* unused harmony export collisionKey */
/* harmony import */ var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5670);

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
        message: `listed path ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)} ${why}`,
    });
    const ambiguous = (why) => ({
        code: 'structure.path_ambiguous',
        message: `listed path ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)} ${why}`,
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


/***/ }),

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
