/** Describes a value in a few words, for example `number 5`, `string "abc"`, `array of 3 items`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return `string ${quote(value)}`;
  if (typeof value === "number" || typeof value === "boolean") return `${typeof value} ${value}`;
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : `array of ${count(value.length, "item")}`;
  if (typeof value === "object") return describeObject(value);
  return typeof value;
}

/** Quotes text as JSON, truncated to about a line. */
export function quote(text: string): string {
  return text.length > MAX_TEXT
    ? `${JSON.stringify(text.slice(0, MAX_TEXT))}… (${text.length} characters)`
    : JSON.stringify(text);
}

/** Lists values as JSON, truncated after a few. */
export function listValues(values: readonly unknown[], conjunction = ", "): string {
  const shown = values
    .slice(0, MAX_LISTED)
    .map((value) => (typeof value === "string" ? quote(value) : cut(JSON.stringify(value))));
  const rest = values.length - shown.length;
  return shown.join(conjunction) + (rest > 0 ? `, … (${rest} more)` : "");
}

/** A number with its noun, for example `1 item`, `2 items`. */
export function count(amount: number, noun: string): string {
  if (amount === 1) return `1 ${noun}`;
  return `${amount} ${noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

const MAX_TEXT = 60;
const MAX_LISTED = 20;

function describeObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return "object";
  const { constructor } = value;
  return typeof constructor === "function" && constructor.name !== "" ? constructor.name : "object";
}

function cut(json: string): string {
  return json.length > MAX_TEXT ? `${json.slice(0, MAX_TEXT)}…` : json;
}
