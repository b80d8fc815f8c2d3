import { defineValueType, isString, type ValueType } from "./value-type.js";

/** `Date` as a date-time. */
export const dateType: ValueType = defineValueType({
  is: (value) => value instanceof Date,
  isJson: isString,
  decode: toDate,
  encode: (date) => date.toISOString(),
  format: "date-time",
});

/** `Date` knows no leap seconds, and no lower case in every engine. */
function toDate(text: string): Date {
  const upper = text.toUpperCase();
  const isLeapSecond = upper.slice(16, 19) === ":60";
  return isLeapSecond ? new Date(Date.parse(`${upper.slice(0, 16)}:59${upper.slice(19)}`) + 1000) : new Date(upper);
}
