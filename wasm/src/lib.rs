//! Verifies many Ed25519 signatures of one key (RFC 8032 5.1.7, without the cofactor): S·B - h·A, encoded, has to be R.
//! All arithmetic on the curve, in its fields, and every encoding is curve25519-dalek's. This file only chooses which multiples
//! are added: a scalar is 32 signed digits of 8 bits, and the table of a point has each digit's multiples.
//!
//! The caller writes to the memory at `input()`, calls, and reads at `results()`. Keys have to be strong, and S below the group
//! order (hardening 18): both are checked before.
#![deny(unsafe_code)]

use curve25519_dalek::constants::ED25519_BASEPOINT_POINT;
use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Signatures a call: they share one inversion.
const GROUP: usize = 64;
/// Bytes a signature: S (32), SHA-512 of R, A and the message (64), R (32), the number of the key's table (4, little-endian).
const JOB: usize = 132;
const DIGITS: usize = 32;
const MULTIPLES: usize = 128;

type Table = Vec<EdwardsPoint>;

struct State {
    input: [u8; GROUP * JOB],
    results: [u8; GROUP],
    tables: Vec<Table>,
}

static STATE: Mutex<State> =
    Mutex::new(State { input: [0; GROUP * JOB], results: [0; GROUP], tables: Vec::new() });

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[allow(unsafe_code)] // of the attribute: the names are exported as they are
#[no_mangle]
pub extern "C" fn input() -> *mut u8 {
    state().input.as_mut_ptr()
}

#[allow(unsafe_code)] // of the attribute: the names are exported as they are
#[no_mangle]
pub extern "C" fn results() -> *const u8 {
    state().results.as_ptr()
}

/// Makes the table of the negative of the key at the input; its number, or -1 when the 32 bytes are not a point.
#[allow(unsafe_code)] // of the attribute: the names are exported as they are
#[no_mangle]
pub extern "C" fn add_key() -> i32 {
    let mut state = state();
    let Some(key) = CompressedEdwardsY(bytes(&state.input)).decompress() else {
        return -1;
    };
    if state.tables.is_empty() {
        state.tables.push(table_of(ED25519_BASEPOINT_POINT));
    }
    state.tables.push(table_of(-key));
    state.tables.len() as i32 - 1
}

/// Verifies the first `count` signatures at the input; a result is 1 for one that verifies, else 0.
#[allow(unsafe_code)] // of the attribute: the names are exported as they are
#[no_mangle]
pub extern "C" fn verify(count: usize) {
    let mut state = state();
    let State { input, results, tables } = &mut *state;
    let jobs = || input.chunks_exact(JOB).take(count);
    let sums: Vec<EdwardsPoint> = jobs().map(|job| sum_of(job, tables)).collect();
    let encoded = EdwardsPoint::compress_batch_alloc(&sums);
    for ((result, job), sum) in results.iter_mut().zip(jobs()).zip(encoded) {
        *result = u8::from(sum.as_bytes() == &job[96..128]);
    }
}

/// S·B - h·A of one signature.
fn sum_of(job: &[u8], tables: &[Table]) -> EdwardsPoint {
    let h = Scalar::from_bytes_mod_order_wide(&bytes(&job[32..]));
    let table = u32::from_le_bytes(bytes(&job[128..])) as usize;
    let mut sum = EdwardsPoint::default();
    add_multiple(&mut sum, &tables[0], bytes(job));
    add_multiple(&mut sum, &tables[table], h.to_bytes());
    sum
}

/// The first N bytes of what is at least as long.
fn bytes<const N: usize>(from: &[u8]) -> [u8; N] {
    let mut to = [0; N];
    to.copy_from_slice(&from[..N]);
    to
}

/// For each of 32 places: 1 to 128 times the point times 256 to the power of the place.
fn table_of(point: EdwardsPoint) -> Table {
    let mut table = Vec::with_capacity(DIGITS * MULTIPLES);
    let mut unit = point;
    for _ in 0..DIGITS {
        let mut multiple = unit;
        table.push(multiple);
        for _ in 1..MULTIPLES {
            multiple += unit;
            table.push(multiple);
        }
        unit = multiple + multiple;
    }
    table
}

/// Adds scalar times point. Verification has no secrets, so the time may depend on the scalar. Scalars are below 2^253: no
/// carry is left.
fn add_multiple(sum: &mut EdwardsPoint, table: &[EdwardsPoint], scalar: [u8; 32]) {
    let mut carry = 0;
    for (place, byte) in scalar.into_iter().enumerate() {
        let digit = i32::from(byte) + carry;
        carry = (digit + 128) >> 8;
        let digit = digit - (carry << 8);
        let at = place * MULTIPLES + digit.unsigned_abs() as usize;
        if digit > 0 {
            *sum += table[at - 1];
        } else if digit < 0 {
            *sum -= table[at - 1];
        }
    }
}
