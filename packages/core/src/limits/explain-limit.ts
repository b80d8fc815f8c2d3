import type { Refused } from "./limit-error.js";

/** Says which limit it was, and which option raises it. */
export function explainLimit({ limit, max, unit, held, asked }: Refused): string {
  const most = `This server has room for ${max} ${unit} (option limits.${limit})`;
  if (held === 0 && asked > max / 2) return `${most}, and this would take ${asked}. Ask for less.`;
  if (held === 0) return `${most}, and has none left. Try again later.`;
  return `${most}, and you have ${held} of them. Give up some, or try again later.`;
}
