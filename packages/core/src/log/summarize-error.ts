import { headOf, readError } from "./read-error.js";
import { shorten } from "./shorten.js";
import { showValue } from "./show-value.js";

const MAX_CHARACTERS = 1_000;

/** Describes an error briefly, with the place in the user's code that threw it. It never throws. */
export function summarizeError(thrown: unknown): string {
  const parts = readError(thrown);
  if (parts === undefined) return `Thrown: ${showValue(thrown)}`;
  const place = parts.frames.find((frame) => frame.startsWith("at ") && !/[( ]node:/.test(frame));
  return `${shorten(headOf(parts), MAX_CHARACTERS)}${place === undefined ? "" : `, ${place}`}`;
}
