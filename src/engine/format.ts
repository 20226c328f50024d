/** A format other than the one that the name or location of a file implies. */
export interface ForeignFormat {
  /** Continues a sentence: "it is …". */
  readonly is: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}

const UTF8 = 'Write the file as UTF-8 without a byte order mark (PowerShell: Set-Content -Encoding utf8NoBOM).';

/**
 * Recognizes a foreign format by the first bytes of a file (people.md section 2.3); `undefined` when they may begin an
 * artifact.
 */
export function foreignFormat(head: Uint8Array): ForeignFormat | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const text = bytes.toString('latin1', 0, 512);
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    return {
      is: 'it is a Git LFS pointer, not the file itself',
      remedy: 'Check out with `lfs: true`, or run `git lfs pull`.',
    };
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { is: 'it starts with a byte order mark', remedy: UTF8 };
  }
  if (isUtf16(bytes)) return { is: 'it is UTF-16 text', remedy: UTF8 };
  if (text.startsWith('PK\x03\x04')) {
    return { is: 'it is a zip archive, but its name does not end in .zip', remedy: 'Rename it.' };
  }
  const known = TEXTS.find(([start]) => start.test(text));
  if (known !== undefined) return { is: known[1], remedy: known[2] };
  const compressed = COMPRESSED.find(([magic, at]) => text.startsWith(magic, at));
  return compressed && { is: `it is ${compressed[2]}`, remedy: 'Unpack it before the gate.' };
}

/** Texts that arrive in place of JSON, by how they begin. */
const TEXTS: readonly (readonly [start: RegExp, is: string, remedy: string])[] = [
  [
    /^\s*<(?:!doctype|html|\?xml)\b/i,
    'it is an HTML or XML page, as servers send instead of a file that cannot be downloaded',
    'Download the file again: check its address and the access rights.',
  ],
  [/^\s*-----BEGIN /, 'it is a PEM file (a key or certificate), not evidence', 'Give it as a key, not as an artifact.'],
  [
    /^\s*```/,
    'it is Markdown with the JSON in a code block',
    'Write the JSON alone, without the lines that begin with ```.',
  ],
];

const ONE_A_LINE = 'Write each record on a line of its own (`jq -c .`), or name the file .json.';

/** Recognizes a `.jsonl` file that is one JSON value instead of one value per line. */
export function foreignLines(bytes: Uint8Array): ForeignFormat | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').trim();
  const [first = ''] = text.split('\n', 1);
  if (/^(?:\{|\[|\[\s*\{)\s*$/.test(first)) {
    return { is: 'it is indented JSON: a .jsonl file has one record per line', remedy: ONE_A_LINE };
  }
  if (/^\{.*\}\s*,\s*$/.test(first)) {
    return {
      is: 'its lines end with a comma: a .jsonl file has one record per line and nothing between them',
      remedy: 'Remove the commas at the ends of the lines.',
    };
  }
  if (!text.startsWith('[') || first.length < text.length || !isJson(text)) return undefined;
  return { is: 'it is a JSON list: a .jsonl file has one record per line', remedy: ONE_A_LINE };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a file is an AppleDouble companion, which macOS writes next to the real file when it packs a folder. Both the name
 * `._x` and the magic number are required, so that a file cannot be hidden by its name alone.
 */
export function isAppleDouble(name: string, head: Uint8Array): boolean {
  return /(?:^|[/\\])\._[^/\\]*$/.test(name) && APPLE_DOUBLE.every((byte, i) => head[i] === byte);
}

const APPLE_DOUBLE = [0x00, 0x05, 0x16, 0x07];

const COMPRESSED: readonly (readonly [magic: string, at: number, name: string])[] = [
  ['\x1f\x8b', 0, 'compressed with gzip'],
  ['\x28\xb5\x2f\xfd', 0, 'compressed with zstd'],
  ['BZh', 0, 'compressed with bzip2'],
  ['\xfd7zXZ\0', 0, 'compressed with xz'],
  ['ustar', 257, 'a tar archive'],
];

function isUtf16(bytes: Buffer): boolean {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  // Without a byte order mark: JSON begins with ASCII, so every second byte is zero.
  return bytes.length >= 4 && ((a === 0 && b !== 0 && bytes[2] === 0) || (a !== 0 && b === 0 && bytes[3] === 0));
}
