import { isObject } from '../json/members.js';
import type { Json } from '../json/value.js';

/** Whether a value has a draft-07 type; 1.0 is an integer. */
export function hasType(type: Json, value: Json): boolean {
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
function decimal(value: number): readonly [bigint, number] {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

/** Whether a number is a multiple of another, in decimal arithmetic: in binary, 0.3 is not a multiple of 0.1. */
export function isMultiple(value: number, of: number): boolean {
  const [a, ea] = decimal(value);
  const [b, eb] = decimal(of);
  const low = Math.min(ea, eb);
  return b !== 0n && (a * 10n ** BigInt(ea - low)) % (b * 10n ** BigInt(eb - low)) === 0n;
}
