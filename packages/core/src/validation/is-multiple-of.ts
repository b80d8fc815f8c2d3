/**
 * Whether a number is a multiple of another, both read as decimals: 0.3 is a multiple of 0.1, although dividing the
 * floats leaves a remainder.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  if (!Number.isFinite(value)) return false;
  const dividend = toDecimal(value);
  const by = toDecimal(divisor);
  const exponent = Math.min(dividend.exponent, by.exponent);
  return scale(dividend, exponent) % scale(by, exponent) === 0n;
}

interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function toDecimal(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

function scale({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}
