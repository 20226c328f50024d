// Points of the Ed25519 curve by tables, for one key that verifies many signatures. AssemblyScript, a TypeScript without
// objects: memory is addressed by numbers. scripts/generate/curve.mjs compiles it to WebAssembly, and
// src/engine/signature/curve.ts calls it.
//
// A field element modulo 2^255 - 19 is ten signed limbs of 26 and 25 bits in turn, 40 bytes. A product has limbs of at most
// 1.01 * 2^25 and 1.01 * 2^24; its factors may have up to 1.65 * 2^26 and 1.65 * 2^25 each, which is what the sums and
// differences below come to. Nothing here is secret, so time may depend on values.
//
// A point is (X : Y : Z : T), x = X/Z, y = Y/Z, xy = T/Z, 160 bytes. A table holds n * 256^place * P for n of 1 to 128 and places
// of 0 to 31, each as y + x, y - x, 2dxy (120 bytes): a scalar in 32 signed digits then takes 32 additions and no doubling.

const ELEMENT = 40;
const POINT = 4 * ELEMENT;
const ENTRY = 3 * ELEMENT;
const DIGITS = 32;
const EACH = 128;

/** Signatures at a time. */
const GROUP = 64;
/** Bytes of a table. */
const TABLE = DIGITS * EACH * ENTRY;

// Memory: elements to work with, points, products of their Z, what goes in and out; then tables, one after the other.
const A = 1024;
const B = A + ELEMENT;
const C = B + ELEMENT;
const D = C + ELEMENT;
const E = D + ELEMENT;
const F = E + ELEMENT;
const ONE = F + ELEMENT;
/** Twice the curve's d. */
const D2 = ONE + ELEMENT;
const STEP = D2 + ELEMENT;
const POINTS = 2048;
const PRODUCTS = POINTS + (EACH + 1) * POINT;
/** What a call is given: for `verify` S, h and R of each signature, 32 bytes each, and the number of the key's table, 4. */
export const INPUT = 32 * 1024;
const INPUT_EACH = 100;
/** What `verify` answers: a byte for each signature. */
export const RESULTS = INPUT + GROUP * INPUT_EACH;
const TABLES = 64 * 1024;

function table(number: i32): i32 {
  return TABLES + number * TABLE;
}

/** r = f * g */
function mul(r: i32, f: i32, g: i32): void {
  const f0 = <i64>load<i32>(f, 0);
  const f1 = <i64>load<i32>(f, 4);
  const f2 = <i64>load<i32>(f, 8);
  const f3 = <i64>load<i32>(f, 12);
  const f4 = <i64>load<i32>(f, 16);
  const f5 = <i64>load<i32>(f, 20);
  const f6 = <i64>load<i32>(f, 24);
  const f7 = <i64>load<i32>(f, 28);
  const f8 = <i64>load<i32>(f, 32);
  const f9 = <i64>load<i32>(f, 36);
  const g0 = <i64>load<i32>(g, 0);
  const g1 = <i64>load<i32>(g, 4);
  const g2 = <i64>load<i32>(g, 8);
  const g3 = <i64>load<i32>(g, 12);
  const g4 = <i64>load<i32>(g, 16);
  const g5 = <i64>load<i32>(g, 20);
  const g6 = <i64>load<i32>(g, 24);
  const g7 = <i64>load<i32>(g, 28);
  const g8 = <i64>load<i32>(g, 32);
  const g9 = <i64>load<i32>(g, 36);
  // two limbs of 25 bits meet one bit too low; what passes 2^255 comes back 19 times
  const d1 = 2 * f1;
  const d3 = 2 * f3;
  const d5 = 2 * f5;
  const d7 = 2 * f7;
  const d9 = 2 * f9;
  const w1 = 19 * g1;
  const w2 = 19 * g2;
  const w3 = 19 * g3;
  const w4 = 19 * g4;
  const w5 = 19 * g5;
  const w6 = 19 * g6;
  const w7 = 19 * g7;
  const w8 = 19 * g8;
  const w9 = 19 * g9;
  let h0 = f0 * g0 + d1 * w9 + f2 * w8 + d3 * w7 + f4 * w6 + d5 * w5 + f6 * w4 + d7 * w3 + f8 * w2 + d9 * w1;
  let h1 = f0 * g1 + f1 * g0 + f2 * w9 + f3 * w8 + f4 * w7 + f5 * w6 + f6 * w5 + f7 * w4 + f8 * w3 + f9 * w2;
  let h2 = f0 * g2 + d1 * g1 + f2 * g0 + d3 * w9 + f4 * w8 + d5 * w7 + f6 * w6 + d7 * w5 + f8 * w4 + d9 * w3;
  let h3 = f0 * g3 + f1 * g2 + f2 * g1 + f3 * g0 + f4 * w9 + f5 * w8 + f6 * w7 + f7 * w6 + f8 * w5 + f9 * w4;
  let h4 = f0 * g4 + d1 * g3 + f2 * g2 + d3 * g1 + f4 * g0 + d5 * w9 + f6 * w8 + d7 * w7 + f8 * w6 + d9 * w5;
  let h5 = f0 * g5 + f1 * g4 + f2 * g3 + f3 * g2 + f4 * g1 + f5 * g0 + f6 * w9 + f7 * w8 + f8 * w7 + f9 * w6;
  let h6 = f0 * g6 + d1 * g5 + f2 * g4 + d3 * g3 + f4 * g2 + d5 * g1 + f6 * g0 + d7 * w9 + f8 * w8 + d9 * w7;
  let h7 = f0 * g7 + f1 * g6 + f2 * g5 + f3 * g4 + f4 * g3 + f5 * g2 + f6 * g1 + f7 * g0 + f8 * w9 + f9 * w8;
  let h8 = f0 * g8 + d1 * g7 + f2 * g6 + d3 * g5 + f4 * g4 + d5 * g3 + f6 * g2 + d7 * g1 + f8 * g0 + d9 * w9;
  let h9 = f0 * g9 + f1 * g8 + f2 * g7 + f3 * g6 + f4 * g5 + f5 * g4 + f6 * g3 + f7 * g2 + f8 * g1 + f9 * g0;
  let carry: i64;
  carry = (h0 + (1 << 25)) >> 26;
  h1 += carry;
  h0 -= carry << 26;
  carry = (h4 + (1 << 25)) >> 26;
  h5 += carry;
  h4 -= carry << 26;
  carry = (h1 + (1 << 24)) >> 25;
  h2 += carry;
  h1 -= carry << 25;
  carry = (h5 + (1 << 24)) >> 25;
  h6 += carry;
  h5 -= carry << 25;
  carry = (h2 + (1 << 25)) >> 26;
  h3 += carry;
  h2 -= carry << 26;
  carry = (h6 + (1 << 25)) >> 26;
  h7 += carry;
  h6 -= carry << 26;
  carry = (h3 + (1 << 24)) >> 25;
  h4 += carry;
  h3 -= carry << 25;
  carry = (h7 + (1 << 24)) >> 25;
  h8 += carry;
  h7 -= carry << 25;
  carry = (h4 + (1 << 25)) >> 26;
  h5 += carry;
  h4 -= carry << 26;
  carry = (h8 + (1 << 25)) >> 26;
  h9 += carry;
  h8 -= carry << 26;
  carry = (h9 + (1 << 24)) >> 25;
  h0 += 19 * carry;
  h9 -= carry << 25;
  carry = (h0 + (1 << 25)) >> 26;
  h1 += carry;
  h0 -= carry << 26;
  store<i32>(r, <i32>h0, 0);
  store<i32>(r, <i32>h1, 4);
  store<i32>(r, <i32>h2, 8);
  store<i32>(r, <i32>h3, 12);
  store<i32>(r, <i32>h4, 16);
  store<i32>(r, <i32>h5, 20);
  store<i32>(r, <i32>h6, 24);
  store<i32>(r, <i32>h7, 28);
  store<i32>(r, <i32>h8, 32);
  store<i32>(r, <i32>h9, 36);
}

function add(r: i32, f: i32, g: i32): void {
  for (let i = 0; i < ELEMENT; i += 4) store<i32>(r + i, load<i32>(f + i) + load<i32>(g + i));
}

function subtract(r: i32, f: i32, g: i32): void {
  for (let i = 0; i < ELEMENT; i += 4) store<i32>(r + i, load<i32>(f + i) - load<i32>(g + i));
}

function setSmall(r: i32, value: i32): void {
  memory.fill(r, 0, ELEMENT);
  store<i32>(r, value);
}

/** r = f^(p - 2), which is 1/f; all bits of p - 2 but the second and the fourth are set. r is not f. */
function invert(r: i32, f: i32): void {
  setSmall(r, 1);
  for (let bit = 254; bit >= 0; bit--) {
    mul(r, r, r);
    if (bit !== 2 && bit !== 4) mul(r, r, f);
  }
}

/** Reads 32 bytes, little-endian, below 2^255. */
function readElement(r: i32, from: i32): void {
  let bits: i64 = 0;
  let count = 0;
  for (let i = 0; i < 10; i++) {
    const width = 26 - (i & 1);
    for (; count < width; count += 8) bits |= (<i64>load<u8>(from++)) << count;
    store<i32>(r + 4 * i, <i32>(bits & ((1 << width) - 1)));
    bits >>= width;
    count -= width;
  }
}

/** Writes 32 bytes, little-endian, of the one spelling below 2^255 - 19. f is a product. */
function writeElement(to: i32, f: i32): void {
  // what has to be taken away as a multiple of p: the carry out of the last limb
  let carry = (19 * load<i32>(f, 36) + (1 << 24)) >> 25;
  for (let i = 0; i < 10; i++) carry = (load<i32>(f + 4 * i) + carry) >> (26 - (i & 1));
  carry *= 19;
  let bits: i64 = 0;
  let count = 0;
  for (let i = 0; i < 10; i++) {
    const width = 26 - (i & 1);
    const limb = load<i32>(f + 4 * i) + carry;
    carry = limb >> width;
    bits |= (<i64>(limb & ((1 << width) - 1))) << count;
    count += width;
    for (; count >= 8; count -= 8) {
      store<u8>(to++, <u8>bits);
      bits >>= 8;
    }
  }
  store<u8>(to, <u8>bits);
}

/** The identity. */
function setNeutral(point: i32): void {
  memory.fill(point, 0, POINT);
  store<i32>(point, 1, ELEMENT);
  store<i32>(point, 1, 2 * ELEMENT);
}

/** Adds an entry of a table to a point, or takes it away: the complete formulas for a = -1, so no case is apart. */
function addEntry(point: i32, entry: i32, minus: bool): void {
  const y = point + ELEMENT;
  const z = y + ELEMENT;
  const t = z + ELEMENT;
  subtract(A, y, point);
  add(B, y, point);
  // the negative of an entry has y + x and y - x exchanged and the sign of 2dxy turned
  mul(A, A, minus ? entry : entry + ELEMENT);
  mul(B, B, minus ? entry + ELEMENT : entry);
  mul(C, t, entry + 2 * ELEMENT);
  add(D, z, z);
  subtract(E, B, A);
  add(F, B, A);
  if (minus) {
    add(A, D, C);
    subtract(B, D, C);
  } else {
    subtract(A, D, C);
    add(B, D, C);
  }
  mul(point, E, A);
  mul(y, B, F);
  mul(z, A, B);
  mul(t, E, F);
}

/** Adds a digit's multiple of the point of a table. */
function addDigit(point: i32, start: i32, place: i32, digit: i32): void {
  if (digit > 0) addEntry(point, start + (place * EACH + digit - 1) * ENTRY, false);
  if (digit < 0) addEntry(point, start + (place * EACH - digit - 1) * ENTRY, true);
}

/** Puts 1/Z in the place of Z for `count` points at POINTS, with one inversion for all. */
function invertZ(count: i32): void {
  setSmall(PRODUCTS, 1);
  for (let i = 0; i < count; i++) {
    mul(PRODUCTS + (i + 1) * ELEMENT, PRODUCTS + i * ELEMENT, POINTS + i * POINT + 2 * ELEMENT);
  }
  invert(D, PRODUCTS + count * ELEMENT);
  for (let i = count - 1; i >= 0; i--) {
    const z = POINTS + i * POINT + 2 * ELEMENT;
    mul(C, D, PRODUCTS + i * ELEMENT);
    mul(D, D, z);
    memory.copy(z, C, ELEMENT);
  }
}

/** x and y of a point with 1/Z in the place of Z: into A and B. */
function affine(point: i32): void {
  mul(A, point, point + 2 * ELEMENT);
  mul(B, point + ELEMENT, point + 2 * ELEMENT);
}

/** The entry of a table for a point with 1/Z in the place of Z. */
function writeEntry(entry: i32, point: i32): void {
  affine(point);
  add(entry, B, A);
  subtract(entry + ELEMENT, B, A);
  mul(entry + 2 * ELEMENT, A, B);
  mul(entry + 2 * ELEMENT, entry + 2 * ELEMENT, D2);
}

/** Makes a table of the point whose x and y are at INPUT, 32 bytes each, with 2d of the curve after them. */
export function makeTable(number: i32): void {
  readElement(A, INPUT);
  readElement(B, INPUT + 32);
  readElement(D2, INPUT + 64);
  setSmall(ONE, 1);
  mul(POINTS, A, ONE);
  mul(POINTS + ELEMENT, B, ONE);
  setSmall(POINTS + 2 * ELEMENT, 1);
  mul(POINTS + 3 * ELEMENT, A, B);
  const last = POINTS + EACH * POINT;
  for (let place = 0; place < DIGITS; place++) {
    memory.copy(last, POINTS, POINT);
    invertZ(1);
    writeEntry(STEP, POINTS);
    memory.copy(POINTS, last, POINT);
    for (let i = 1; i < EACH; i++) {
      const point = POINTS + i * POINT;
      memory.copy(point, point - POINT, POINT);
      addEntry(point, STEP, false);
    }
    memory.copy(last, last - POINT, POINT);
    invertZ(EACH);
    const row = table(number) + place * EACH * ENTRY;
    for (let i = 0; i < EACH; i++) writeEntry(row + i * ENTRY, POINTS + i * POINT);
    // twice 128 times the point is where the next digit counts from
    addEntry(last, row + (EACH - 1) * ENTRY, false);
    memory.copy(POINTS, last, POINT);
  }
}

/** For each of `count` signatures at INPUT: whether S * (point of table 0) + h * (point of the key's table) is written as R. */
export function verify(count: i32): void {
  const base = table(0);
  for (let i = 0; i < count; i++) {
    const point = POINTS + i * POINT;
    const s = INPUT + i * INPUT_EACH;
    const h = s + 32;
    const key = table(load<i32>(s, 96));
    setNeutral(point);
    let carryS = 0;
    let carryH = 0;
    for (let place = 0; place < DIGITS; place++) {
      // digits of -128 to 127; the scalars are below 2^253, so that nothing is carried out of the last one
      const s0 = <i32>load<u8>(s + place) + carryS;
      carryS = (s0 + 128) >> 8;
      addDigit(point, base, place, s0 - (carryS << 8));
      const h0 = <i32>load<u8>(h + place) + carryH;
      carryH = (h0 + 128) >> 8;
      addDigit(point, key, place, h0 - (carryH << 8));
    }
  }
  invertZ(count);
  for (let i = 0; i < count; i++) {
    affine(POINTS + i * POINT);
    writeElement(C, A);
    const sign = load<u8>(C) & 1;
    writeElement(C, B);
    store<u8>(C, load<u8>(C, 31) | (sign << 7), 31);
    const r = INPUT + i * INPUT_EACH + 64;
    let difference: u64 = 0;
    for (let at = 0; at < 32; at += 8) difference |= load<u64>(C + at) ^ load<u64>(r + at);
    store<u8>(RESULTS + i, difference === 0 ? 1 : 0);
  }
}

/** For tests: the product of two elements at INPUT, 40 bytes each, to RESULTS: as limbs, and after them as 32 bytes. */
export function multiply(): void {
  mul(RESULTS, INPUT, INPUT + ELEMENT);
  writeElement(RESULTS + ELEMENT, RESULTS);
}
