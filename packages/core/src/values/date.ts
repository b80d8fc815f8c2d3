import { isDateTime } from "../formats/date-time.js";
import { defineValueType, isString, type ValueType } from "./value-type.js";

/** `Date` as a date-time. */
export const dateType: ValueType = defineValueType({
  is: (value) => value instanceof Date,
  isJson: isString,
  decode: toDate,
  encode: (date) => date.toISOString(),
  input: {
    keyword: "format",
    // Another keyword checks whether it is a date-time at all.
    test: (text) => !isDateTime(text) || isWritable(toDate(text)),
    expected: "a date from the year 0 to the year 9999 in UTC",
  },
  format: "date-time",
});

/** Whether a date has a year of four digits, as a date-time requires. */
export function isWritable(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999;
}

/** Replaces leap seconds, which `Date` does not support, and lower case, which not every engine supports. */
function toDate(text: string): Date {
  const upper = text.toUpperCase();
  const isLeapSecond = upper.slice(16, 19) === ":60";
  return isLeapSecond ? new Date(Date.parse(`${upper.slice(0, 16)}:59${upper.slice(19)}`) + 1000) : new Date(upper);
}
