export const id = 512;
export const ids = [512];
export const modules = {

/***/ 1512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openArchive: () => (/* binding */ openArchive)
});

// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __webpack_require__(5206);
// EXTERNAL MODULE: ./src/engine/limits.ts
var engine_limits = __webpack_require__(7100);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
var external_node_zlib_default = /*#__PURE__*/__webpack_require__.n(external_node_zlib_);
// EXTERNAL MODULE: ./src/engine/source/system-error.ts
var system_error = __webpack_require__(2066);
;// CONCATENATED MODULE: ./src/engine/source/zip/crc.ts

/** Reversed polynomial of CRC-32. */
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++)
        value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL;
    return value;
});
/** CRC-32 of `bytes`, continuing from `seed`, in JavaScript. */
function crc32Portable(bytes, seed = 0) {
    let crc = ~seed;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
    return ~crc >>> 0;
}
/** CRC-32 of `bytes`, continuing from `seed`. Node provides it since 20.15; the action may run on an older version. */
const crc32 = typeof (external_node_zlib_default()).crc32 === 'function' ? (external_node_zlib_default()).crc32 : crc32Portable;

// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./src/engine/source/zip/names.ts

/** Maximum bytes and parts of an entry name; limits the cost of checking 10,000 names. */
const MAX_NAME_BYTES = 1024;
const MAX_NAME_PARTS = 64;
const FATAL_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Control characters, line and paragraph separators, and marks that change the reading direction (Trojan Source). */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])[\p{White_Space}]*(?:[.:].*)?$/iu;
const TRAILING = /[.\p{White_Space}]$/u;
/** NTFS treats these as an alternate data stream of the file before the colon. */
const STREAM = /:(?::|\$|$)/u;
/** Characters that some file systems ignore when they compare names. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const ASCII = /^[\x20-\x7e]*$/;
/**
 * Decodes and checks one entry name.
 * @param utf8 general purpose flag 11: without it, some readers decode a non-ASCII name as cp437 and others as UTF-8.
 * @throws Fault `zip.path_escape` for a name that leads out of the archive, `zip.name_invalid` for any other name that is not
 * canonical (hardening 15).
 */
function decodeName(raw, utf8) {
    if (raw.length === 0)
        throw new fault/* Fault */.v('zip.name_invalid', 'an entry has no name');
    if (raw.length > MAX_NAME_BYTES)
        throw new fault/* Fault */.v('zip.name_invalid', `an entry name has ${raw.length} bytes`);
    let name;
    try {
        name = FATAL_UTF8.decode(raw);
    }
    catch {
        throw new fault/* Fault */.v('zip.name_invalid', 'an entry name is not valid UTF-8');
    }
    checkName(name, name);
    if (!ASCII.test(name)) {
        if (!utf8)
            throw refuse('zip.name_invalid', name, 'is not ASCII and lacks the UTF-8 flag');
        // To a reader that normalizes names, U+FF0F is a slash and U+2025 is two dots.
        checkName(name.normalize('NFKC'), name);
    }
    return name;
}
function checkName(form, name) {
    if (FORBIDDEN.test(form))
        throw refuse('zip.name_invalid', name, 'contains a control or direction character');
    const slashed = form.replaceAll('\\', '/');
    const parts = slashed.split('/');
    if (slashed.startsWith('/'))
        throw refuse('zip.path_escape', name, 'is absolute');
    if (/^[a-z]:/i.test(form))
        throw refuse('zip.path_escape', name, 'begins with a drive letter');
    if (parts.includes('..'))
        throw refuse('zip.path_escape', name, 'contains ".."');
    if (slashed !== form)
        throw refuse('zip.name_invalid', name, 'contains a backslash');
    if (parts.length > MAX_NAME_PARTS)
        throw refuse('zip.name_invalid', name, 'has too many parts');
    if (parts.at(-1) === '')
        parts.pop();
    for (const part of parts) {
        if (part === '' || part === '.')
            throw refuse('zip.name_invalid', name, 'contains an empty part or "."');
        if (TRAILING.test(part))
            throw refuse('zip.name_invalid', name, 'has a part that ends with a dot or space');
        if (RESERVED.test(part))
            throw refuse('zip.name_invalid', name, 'is a reserved name on Windows');
        if (STREAM.test(part))
            throw refuse('zip.name_invalid', name, 'names a stream of a file');
    }
}
function refuse(code, name, why) {
    return new fault/* Fault */.v(code, `entry name ${JSON.stringify(name)} ${why}`, { entry: name });
}
/** A key for a name: names with the same key are one file on some file system. */
function aliasKey(name) {
    if (ASCII.test(name))
        return name.toUpperCase();
    const plain = name.normalize('NFKC').replace(IGNORABLE, '');
    return plain.toLowerCase().toUpperCase().normalize('NFKC');
}
/** The names of one archive; refuses names that are the same on some file system (hardening 15). */
class NameIndex {
    /** Key of each entry → its name. */
    entries = new Map();
    /** Key of each folder that is an entry or contains one → its spelling. */
    folders = new Map();
    /**
     * Adds a decoded name.
     * @throws Fault `zip.duplicate_entry` when it collides with an earlier one.
     */
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
    return new fault/* Fault */.v('zip.duplicate_entry', `entry ${JSON.stringify(name)} is the same file or folder as ${JSON.stringify(twin)} to some reader`, { entry: name });
}

;// CONCATENATED MODULE: ./src/engine/source/zip/window.ts

/** Archives up to this size in bytes are read completely: most packs are small, and each read has a fixed cost. */
const WHOLE_ARCHIVE_BYTES = 4 * 1024 * 1024;
/** Bytes read ahead in larger archives, so that a descriptor and the next header need only one read. */
const READ_AHEAD_BYTES = 16 * 1024;
/** Value of a 32-bit field whose real value is in the zip64 extra field. */
const ZIP64_MARK = 0xffffffff;
/** Id of the zip64 extra field. */
const ZIP64_EXTRA = 0x0001;
/** Reads an archive through a window of bytes, which is the whole archive when it is small. */
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
    /** Bytes inside the window, without reading; `undefined` when they are not inside. */
    peek(position, length) {
        const from = position - this.start;
        return from >= 0 && from + length <= this.bytes.length ? this.bytes.subarray(from, from + length) : undefined;
    }
    /** Bytes from the window, which moves when they are not inside. The result remains valid. */
    async at(position, length) {
        const there = this.peek(position, length);
        if (there !== undefined)
            return there;
        this.bytes = view(await this.reader.read(position, Math.max(length, Math.min(READ_AHEAD_BYTES, this.size - position))));
        this.start = position;
        return this.bytes.subarray(0, length);
    }
    /** Bytes that the window does not keep: file data. */
    async data(position, length) {
        return this.peek(position, length) ?? view(await this.reader.read(position, length));
    }
    /** Releases the bytes of the window. */
    release() {
        this.bytes = Buffer.alloc(0);
        this.start = 0;
    }
}
/** A 64-bit little-endian number; throws a `Fault` when it is larger than any file that can be read. */
function u64(bytes, offset) {
    const value = bytes.readUInt32LE(offset + 4) * 0x1_0000_0000 + bytes.readUInt32LE(offset);
    if (!Number.isSafeInteger(value))
        throw new fault/* Fault */.v('zip.structure', 'a 64-bit size or offset is out of range');
    return value;
}
/**
 * Splits the extra fields of a header. They must fill their space exactly, and zip64 must occur only once, because readers
 * differ in which of two they use.
 */
function extraFields(raw, entry) {
    const fields = [];
    let zip64 = false;
    let at = 0;
    while (at < raw.length) {
        const end = at + 4 <= raw.length ? at + 4 + raw.readUInt16LE(at + 2) : Number.POSITIVE_INFINITY;
        if (end > raw.length)
            throw new fault/* Fault */.v('zip.structure', `extra fields of ${entry} do not end where they should`, { entry });
        const id = raw.readUInt16LE(at);
        if (id === ZIP64_EXTRA && zip64)
            throw new fault/* Fault */.v('zip.structure', `${entry} has two zip64 fields`, { entry });
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

;// CONCATENATED MODULE: ./src/engine/source/zip/directory.ts





const FLAG_DESCRIPTOR = 1 << 3;
const FLAG_UTF8 = 1 << 11;
/** Traditional, strong and masked-header encryption. */
const FLAGS_ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
/** Enhanced deflate and patch data. */
const FLAGS_METHOD = (1 << 4) | (1 << 5);
/** Compression level; does not affect how the data are read. */
const FLAGS_LEVEL = (1 << 1) | (1 << 2);
const FLAGS_KNOWN = FLAG_DESCRIPTOR | FLAG_UTF8 | FLAGS_LEVEL;
const STORED = 0;
const DEFLATED = 8;
/** The method that AES-encrypted entries claim. */
const METHOD_AES = 99;
const EXTRA_UNICODE_PATH = 0x7075;
const EXTRA_AES = 0x9901;
const EXTRA_STRONG_ENCRYPTION = 0x0017;
/** Extra fields with Unix modes and link targets; the second is a link only when longer than its fixed part. */
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
/**
 * Limit for the size of the directory. A larger one only serves to fill memory: names, extra fields and comments may have 64
 * kB each.
 */
const DIRECTORY_FLOOR_BYTES = 256 * 1024;
const DIRECTORY_BYTES_PER_ENTRY = 4096;
/** Provides yauzl with the directory and the tail from memory, so each of its reads returns synchronously. */
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
 * Reads the central directory and checks each entry on its own and against the others: names, modes, flags, methods, declared
 * sizes. Reads no file data.
 * @throws Fault for the first defect (hardening 15, 16).
 */
async function readDirectory(window, end, limits) {
    if (end.entries > limits.maxEntries) {
        throw new fault/* Fault */.v('limit.entries', `the archive has ${end.entries} entries, limit ${limits.maxEntries} (--max-entries)`);
    }
    if (end.directorySize < end.entries * HEADER_BYTES)
        throw miscounted();
    if (end.directorySize > DIRECTORY_FLOOR_BYTES + end.entries * DIRECTORY_BYTES_PER_ENTRY) {
        throw new fault/* Fault */.v('zip.structure', `the central directory takes ${end.directorySize} bytes for its entries`);
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
            throw new fault/* Fault */.v('limit.total_bytes', `the archive unpacks to ${total} bytes or more, limit ${limits.maxTotalBytes} (--max-total-bytes)`);
        }
        entries.push(checked);
        cursor += HEADER_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
    if (cursor !== end.directorySize)
        throw miscounted();
    return entries;
}
function miscounted() {
    return new fault/* Fault */.v('zip.structure', 'the number of entries is not the one that the archive declares');
}
/**
 * Runs yauzl over the directory. Strings are not decoded by it: its decoder accepts cp437, Unicode path extras and invalid
 * UTF-8, which are refused here.
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
        // yauzl defers an entry only when name, extra fields and comment are all empty.
        if (seen.entry === undefined)
            throw new fault/* Fault */.v('zip.name_invalid', 'an entry has no name');
        yield seen.entry;
    }
}
function unparsable(error) {
    const text = error?.message ?? 'no answer';
    if (text.includes('encryption'))
        return new fault/* Fault */.v('zip.encrypted', `an entry is encrypted: ${text}`);
    return new fault/* Fault */.v('zip.structure', `the central directory cannot be read: ${text}`);
}
/** Checks one entry. `header`: the directory's bytes from the header of this entry on. */
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
        throw new fault/* Fault */.v('zip.structure', `${name} is on another volume`, { entry: name });
    checkZip64(checked, header, extras);
    checkSizes(checked, limits);
    return checked;
}
function checkCoding(name, flags, method) {
    const place = { entry: name };
    if ((flags & FLAGS_ENCRYPTED) !== 0 || method === METHOD_AES) {
        throw new fault/* Fault */.v('zip.encrypted', `${name} is encrypted`, place);
    }
    if ((flags & FLAGS_METHOD) !== 0 || (method !== STORED && method !== DEFLATED)) {
        throw new fault/* Fault */.v('zip.method_unsupported', `${name} uses compression method ${method}, flags ${flags}`, place);
    }
    if ((flags & ~FLAGS_KNOWN) !== 0)
        throw new fault/* Fault */.v('zip.structure', `${name} has unknown flags ${flags}`, place);
}
/** Refuses extra fields that give an entry a second name, a link target or a second interpretation. */
function checkExtras(name, extras) {
    const place = { entry: name };
    for (const { id, data } of extras) {
        if (id === EXTRA_UNICODE_PATH)
            throw new fault/* Fault */.v('zip.name_invalid', `${name} has a second name`, place);
        if (id === EXTRA_AES || id === EXTRA_STRONG_ENCRYPTION) {
            throw new fault/* Fault */.v('zip.encrypted', `${name} is encrypted`, place);
        }
        if (id === EXTRA_ASI_UNIX || (id === EXTRA_PKWARE_UNIX && data.length > PKWARE_UNIX_FIXED_BYTES)) {
            throw new fault/* Fault */.v('zip.symlink', `${name} carries Unix link data`, place);
        }
    }
}
/** Checks the Unix mode whatever system the header claims, as extractors do. */
function checkMode(name, directory, attributes) {
    const place = { entry: name };
    const mode = attributes >>> 16;
    const type = mode & MODE_TYPE;
    if (type !== 0 && type !== MODE_REGULAR && type !== MODE_DIRECTORY) {
        throw new fault/* Fault */.v('zip.symlink', `${name} is a link or special file (mode ${mode.toString(8)})`, place);
    }
    if ((mode & MODE_SPECIAL) !== 0) {
        throw new fault/* Fault */.v('zip.symlink', `${name} has special mode bits (mode ${mode.toString(8)})`, place);
    }
    if ((attributes & DOS_SPECIAL) !== 0)
        throw new fault/* Fault */.v('zip.symlink', `${name} is a special file`, place);
    const claimsFolder = type === MODE_DIRECTORY || (attributes & DOS_DIRECTORY) !== 0;
    if (directory ? type === MODE_REGULAR : claimsFolder) {
        throw new fault/* Fault */.v('zip.structure', `${name} is a file by its name or mode and a folder by the other`, place);
    }
}
/**
 * The zip64 field must contain exactly the values that the header marks as missing, or all of them (as Go writes it);
 * otherwise readers disagree about sizes and offsets.
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
        throw new fault/* Fault */.v('zip.structure', `${entry.name} has a zip64 field that does not fit its header`, {
            entry: entry.name,
        });
    }
}
function holds(data, values) {
    return (data.length === values.length * 8 &&
        values.every((value, index) => data.readBigUInt64LE(index * 8) === BigInt(value)));
}
/** Limits of hardening 16, before anything is unpacked; unpacking stops where an entry exceeds its declared size. */
function checkSizes(entry, limits) {
    const { name, size, packed } = entry;
    const place = { entry: name };
    if (size > limits.maxEntryBytes) {
        throw new fault/* Fault */.v('limit.entry_bytes', `${name} has ${size} bytes, limit ${limits.maxEntryBytes} (--max-entry-bytes)`, place);
    }
    if (size > engine_limits/* RATIO_FLOOR_BYTES */.$5 && size > packed * limits.maxRatio) {
        throw new fault/* Fault */.v('limit.ratio', `${name} unpacks from ${packed} to ${size} bytes, limit ${limits.maxRatio} to 1 (--max-ratio)`, place);
    }
    if (entry.method === STORED && size !== packed) {
        throw new fault/* Fault */.v('zip.size_mismatch', `${name} is stored, but its two sizes differ`, place);
    }
    if (entry.directory && size !== 0)
        throw new fault/* Fault */.v('zip.structure', `folder ${name} has content`, place);
}

;// CONCATENATED MODULE: ./src/engine/source/zip/entry.ts






/** Entries below this size, packed and unpacked, are read and inflated synchronously: a stream costs more than its data. */
const SYNC_BYTES = 1024 * 1024;
/** Chunk size in bytes when a larger entry is streamed. */
const CHUNK_BYTES = 64 * 1024;
/** One file of an archive. Its size and CRC are checked whenever it is read to the end (hardening 15). */
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
     * All bytes of the entry.
     * @throws Fault `limit.entry_bytes` when there are more than `limit`, `zip.size_mismatch` or `zip.crc_mismatch` when the
     * data do not match the headers.
     */
    async bytes(limit) {
        if (this.size > limit) {
            throw this.fault('limit.entry_bytes', `has ${this.size} bytes, limit ${limit} (--max-document-bytes)`);
        }
        if (this.isSmall())
            return this.readSmall();
        // The ratio of the declared sizes was checked, so this is at most `maxRatio` times the data in the file.
        const all = Buffer.allocUnsafeSlow(this.size);
        let done = 0;
        for await (const chunk of this.chunks()) {
            all.set(chunk, done);
            done += chunk.length;
        }
        return all;
    }
    /**
     * The bytes in chunks. The faults of `bytes` are thrown after the last chunk, so the data must not be trusted before the
     * end.
     */
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
        // One byte more than declared shows that there is more; zlib requires a limit of at least 1.
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
    /** Streams through zlib with back-pressure: packed data are read only as fast as the output is consumed. */
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
    /** Turns zlib's errors for invalid data into faults; any other error (a fault of the file, a bug) is returned unchanged. */
    unpackable(error) {
        switch ((0,system_error/* systemCode */.x)(error)) {
            case 'ERR_BUFFER_TOO_LARGE':
                return this.tooLong();
            case 'Z_BUF_ERROR':
                return this.fault('zip.size_mismatch', 'ends within its compressed data');
            case 'Z_DATA_ERROR':
                return this.fault('zip.crc_mismatch', 'contains data that cannot be inflated');
            default:
                return error;
        }
    }
    tooLong() {
        return this.fault('zip.size_mismatch', `unpacks to more than the declared ${this.size} bytes`);
    }
    trailing() {
        return this.fault('zip.structure', 'contains bytes after the end of its compressed data');
    }
    fault(code, what) {
        return new fault/* Fault */.v(code, `${this.name} ${what}`, { entry: this.name });
    }
}

;// CONCATENATED MODULE: ./src/engine/source/zip/end.ts


const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;
const TAIL_BYTES = ZIP64_END_BYTES + LOCATOR_BYTES + END_BYTES + 0xffff;
const END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP64_END = Buffer.from('PK\x06\x06', 'latin1');
const LOCATOR = Buffer.from('PK\x06\x07', 'latin1');
/**
 * Finds the end records of an archive and requires that they can be read in only one way: the directory ends where they
 * begin, they end where the file ends, and they agree with each other.
 * @throws Fault `zip.unreadable` when it is not a zip archive or truncated, `zip.structure` otherwise (hardening 15).
 */
async function readEnd(window) {
    if (window.size === 0)
        throw new fault/* Fault */.v('zip.unreadable', 'the archive is empty (0 bytes)');
    const tailOffset = Math.max(0, window.size - TAIL_BYTES);
    const tail = await window.data(tailOffset, window.size - tailOffset);
    const at = tail.length < END_BYTES ? -1 : tail.lastIndexOf(END, tail.length - END_BYTES);
    if (at === -1)
        throw new fault/* Fault */.v('zip.unreadable', 'no end record of a zip archive found: not a zip archive, or a truncated one');
    const end = tail.subarray(at);
    requireCleanEnd(end);
    const records = { tail, tailOffset, ...(readZip64(tail, tailOffset, at) ?? readPlain(end)) };
    const endOfDirectory = tailOffset + (hasLocator(tail, at) ? at - LOCATOR_BYTES - ZIP64_END_BYTES : at);
    if (records.directoryOffset + records.directorySize !== endOfDirectory) {
        throw new fault/* Fault */.v('zip.structure', 'the central directory does not end where the end record begins: bytes before, between or after the archive');
    }
    return records;
}
/**
 * The comment must fill the rest of the file, and must not contain anything that a different reader would treat as an end
 * record.
 */
function requireCleanEnd(end) {
    const declared = end.readUInt16LE(20);
    const found = end.length - END_BYTES;
    if (declared > found)
        throw new fault/* Fault */.v('zip.unreadable', 'the archive is truncated within its comment');
    if (declared < found)
        throw new fault/* Fault */.v('zip.structure', `${found - declared} ${found - declared === 1 ? 'byte follows' : 'bytes follow'} the archive`);
    const rest = end.subarray(1);
    if (rest.includes(END) || rest.includes(ZIP64_END) || rest.includes(LOCATOR)) {
        throw new fault/* Fault */.v('zip.structure', 'the archive comment contains a second end record');
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
/**
 * Reads the zip64 records; `undefined` when there are none. Some readers use them and others do not, so they must agree with
 * the plain record.
 */
function readZip64(tail, tailOffset, at) {
    if (!hasLocator(tail, at))
        return undefined;
    const end = tail.subarray(at);
    const locator = tail.subarray(at - LOCATOR_BYTES, at);
    const recordAt = at - LOCATOR_BYTES - ZIP64_END_BYTES;
    if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1)
        throw spanned();
    // If the locator is too close to the start, no record fits before it, and this comparison fails as well.
    if (u64(locator, 8) !== tailOffset + recordAt) {
        throw new fault/* Fault */.v('zip.structure', 'the zip64 end record is not where its locator says');
    }
    const record = tail.subarray(recordAt, recordAt + ZIP64_END_BYTES);
    if (!record.subarray(0, 4).equals(ZIP64_END) || u64(record, 4) !== ZIP64_END_BYTES - 12) {
        throw new fault/* Fault */.v('zip.structure', 'the zip64 end record is malformed');
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
        throw new fault/* Fault */.v('zip.structure', 'the two end records of the archive differ');
    return { entries, directorySize, directoryOffset };
}
function same(short, long, mark) {
    return short === long || short === mark;
}
function spanned() {
    return new fault/* Fault */.v('zip.structure', 'the archive claims to have several volumes, or counts its entries twice');
}

;// CONCATENATED MODULE: ./src/engine/source/zip/layout.ts




const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const DESCRIPTOR_BYTES = 16;
const WIDE_DESCRIPTOR_BYTES = 24;
/**
 * Checks the whole structure of an archive and returns its entries in the order of the directory. Each byte belongs to
 * exactly one listed entry, the directory or the end records, and the two headers of each entry agree. Reads no file data.
 * @throws Fault for the first defect (hardening 15, 16).
 */
async function readLayout(window, limits) {
    const end = await readEnd(window);
    const entries = await readDirectory(window, end, limits);
    const placed = [];
    let cursor = 0;
    for (const [index, entry] of [...entries.entries()].sort(([, a], [, b]) => a.offset - b.offset)) {
        if (entry.offset !== cursor) {
            const what = entry.offset > cursor ? 'follows data that belongs to no entry' : 'overlaps another entry';
            throw new fault/* Fault */.v('zip.structure', `${entry.name} ${what}`, { entry: entry.name });
        }
        const local = await readLocal(window, entry, end.directoryOffset);
        placed[index] = { ...entry, dataOffset: local.dataOffset };
        cursor = local.end;
    }
    if (cursor !== end.directoryOffset) {
        throw new fault/* Fault */.v('zip.structure', 'data before the central directory belongs to no entry');
    }
    return placed;
}
async function readLocal(window, entry, limit) {
    const { name, offset, flags } = entry;
    const place = { entry: name };
    const overrun = () => new fault/* Fault */.v('zip.structure', `${name} reaches into the central directory`, place);
    const namesAt = offset + LOCAL_BYTES;
    if (namesAt > limit)
        throw overrun();
    const header = await window.at(offset, LOCAL_BYTES);
    if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
        throw new fault/* Fault */.v('zip.structure', `${name} has no local header where the directory says`, place);
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
    const wrong = (what) => new fault/* Fault */.v('zip.header_mismatch', `the local header of ${name} has a different ${what}`, place);
    if (!names.subarray(0, nameBytes).equals(entry.rawName))
        throw wrong('name');
    if (header.readUInt16LE(6) !== flags)
        throw wrong('set of flags');
    if (header.readUInt16LE(8) !== entry.method)
        throw wrong('method');
    const streamed = (flags & FLAG_DESCRIPTOR) !== 0;
    // When streaming, a producer does not know these values yet: they are 0 here and follow in the descriptor.
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
    // In a local header the field must contain both sizes, and both must be marked; otherwise readers interpret it differently.
    if (zip64.length !== 16 || packed !== ZIP64_MARK || size !== ZIP64_MARK) {
        throw new fault/* Fault */.v('zip.structure', `${entry.name} has a zip64 field that does not fit its local header`, {
            entry: entry.name,
        });
    }
    return { size: u64(zip64, 0), packed: u64(zip64, 8) };
}
/** The descriptor must have its signature: without it, a reader that starts at the front cannot distinguish it from data. */
function checkDescriptor(entry, bytes, wide) {
    const packed = wide ? u64(bytes, 8) : bytes.readUInt32LE(8);
    const size = wide ? u64(bytes, 16) : bytes.readUInt32LE(12);
    const same = bytes.readUInt32LE(0) === DESCRIPTOR_SIGNATURE &&
        bytes.readUInt32LE(4) === entry.crc &&
        packed === entry.packed &&
        size === entry.size;
    if (!same) {
        throw new fault/* Fault */.v('zip.header_mismatch', `the data descriptor of ${entry.name} differs from the directory`, {
            entry: entry.name,
        });
    }
}

;// CONCATENATED MODULE: ./src/engine/source/zip/archive.ts





/**
 * Opens a zip archive after checking its whole structure, so that every reader sees the same entries in it (hardening 15,
 * 16). An archive without entries can be opened; its kind decides what it must contain.
 * @param reader stays open: the caller closes it, after the archive.
 * @param depth 1 for an archive in a file, 2 for one inside that.
 * @param name name in messages.
 * @throws Fault `zip.*` or `limit.*` for the first defect.
 */
async function openArchive(reader, limits, depth, name = 'the archive') {
    if (depth > engine_limits/* MAX_ARCHIVE_DEPTH */.ib) {
        throw new fault/* Fault */.v('limit.nesting', `${name} is nested ${depth} archives deep, limit ${engine_limits/* MAX_ARCHIVE_DEPTH */.ib}`);
    }
    if (reader.size > limits.maxArtifactBytes) {
        throw new fault/* Fault */.v('limit.artifact_bytes', `${name} has ${reader.size} bytes, limit ${limits.maxArtifactBytes} (--max-artifact-bytes)`);
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


/***/ })

};
