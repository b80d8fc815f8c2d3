import { defineValueType, isString, type ValueType } from "./value-type.js";

/** `Date` as a date-time. */
export const dateType: ValueType = defineValueType({
  is: (value) => value instanceof Date,
  isJson: isString,
  decode: toDate,
  encode: (date) => date.toISOString(),
  format: "date-time",
});

/** Replaces leap seconds, which `Date` does not support, and lower case, which not every engine supports. */
function toDate(text: string): Date {
  const upper = text.toUpperCase();
  const isLeapSecond = upper.slice(16, 19) === ":60";
  return isLeapSecond ? new Date(Date.parse(`${upper.slice(0, 16)}:59${upper.slice(19)}`) + 1000) : new Date(upper);
}
