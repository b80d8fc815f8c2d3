/**
 * The number that a decimal text stands for. `undefined` if JavaScript cannot hold it: if it is too large, or a whole number
 * that would silently become another one, as ids of 20 digits would.
 */
export function exactNumber(text: string): number | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  const written = partsOf(text);
  const held = partsOf(String(number));
  const isSame = written.digits === held.digits && written.exponent === held.exponent;
  return isSame || written.exponent < 0 ? number : undefined;
}

/** Longer than any number that stays exact, and short enough to convert at once. */
const MAX_LENGTH = 400;

/** Its digits without zeros at the ends, and the power of ten that they are multiplied by: below zero, it is no whole number. */
function partsOf(text: string): { readonly digits: string; readonly exponent: number } {
  const [mantissa = "", power = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  return { digits: significant, exponent: Number(power) - fraction.length + digits.length - significant.length };
}
