import { Refused } from './refused.js';
import type { Decimal } from './values.js';

/** Both ends included, in hundredths. */
export interface Range {
  readonly min: bigint;
  readonly max: bigint;
}

const SHAPE = /^-?(0|[1-9]\d*)(?:\.(\d{1,2}))?$/;
/** Beyond any budget, and short enough that no text can keep the arithmetic busy. */
const LARGEST = 10n ** 17n - 1n;

export const NOT_NEGATIVE: Range = { min: 0n, max: LARGEST };
export const POSITIVE: Range = { min: 1n, max: LARGEST };
/** A degree of achievement, 0 to 100. */
export const DEGREE: Range = { min: 0n, max: 10_000n };

/**
 * Reads a decimal of at most two places: `"2.5"` is 250n.
 *
 * @param field  what the number is, for the refusal
 * @throws Refused `value/not-a-decimal` for any other shape (comma, exponent, sign +, leading zeros, three places)
 * @throws Refused `value/out-of-range`
 */
export function parseHundredths(text: Decimal, field: string, range: Range = NOT_NEGATIVE): bigint {
  const match = SHAPE.exec(text);
  if (match === null) throw new Refused('value/not-a-decimal', { field, value: text.slice(0, 40) });
  const [, whole = '', fraction = ''] = match;
  // 15 digits are what LARGEST allows; a longer text is never turned into a number.
  const size = whole.length > 15 ? LARGEST + 1n : BigInt(whole + fraction.padEnd(2, '0'));
  const hundredths = text.startsWith('-') ? -size : size;
  if (hundredths < range.min || hundredths > range.max) {
    throw new Refused('value/out-of-range', {
      field,
      value: text.slice(0, 40),
      min: formatHundredths(range.min),
      max: formatHundredths(range.max),
    });
  }
  return hundredths;
}

/** The shortest form: `"60"`, `"2.5"`, `"97.25"`. */
export function formatHundredths(hundredths: bigint): Decimal {
  return formatMoney(hundredths).replace(/\.?0{1,2}$/, '');
}

/** Always two decimals: `"1234.50"`, `"0.00"`. Takes cents. */
export function formatMoney(cents: bigint): Decimal {
  const sign = cents < 0n ? '-' : '';
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** @returns the sum in hundredths */
export function sumHundredths(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}
