import { EXIT_USAGE, ExitError } from "../terminal/exit.js";

/** How people write a value as text. */
export interface TextFormat<Value> {
  /** The value that a text stands for, or `undefined` if it stands for none. */
  readonly parse: (text: string) => Value | undefined;
  /** What a text has to be, for messages such as "--port must be …". */
  readonly rule: string;
  /** Whether a flag that is given again adds to its value instead of replacing it. @default false */
  readonly adds?: true;
}

/** Reads the text that a flag or a variable of this name has. Throws an {@link ExitError} if it is not a value. */
export function readText<Value>(name: string, text: string, { parse, rule }: TextFormat<Value>): Value {
  const value = parse(text);
  if (value === undefined) throw new ExitError(EXIT_USAGE, `${name} must be ${rule}, not ${JSON.stringify(text)}.`);
  return value;
}

/** Any text that is not empty. */
export const text: TextFormat<string> = {
  parse: (text) => text || undefined,
  rule: "a text with at least one character",
};

/** Texts, separated by commas. */
export const list: TextFormat<readonly string[]> = {
  parse: (text) => {
    return text
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "");
  },
  rule: "a list",
  adds: true,
};

/** A whole number, from 0 up. */
export const count: TextFormat<number> = {
  parse: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
  rule: "a whole number",
};

/** A TCP port; 0 stands for any that is free. */
export const port: TextFormat<number> = {
  parse: (text) => (/^\d+$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  rule: "a whole number from 0 to 65535",
};

/** A time in milliseconds, written in seconds or with a unit. */
export const time: TextFormat<number> = {
  parse: (text) => parseQuantity(text, "s", { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }),
  rule: "a time such as 30s, 2m or 500ms",
};

/** A size in bytes, written in bytes or with a unit. */
export const size: TextFormat<number> = {
  parse: (text) => parseQuantity(text, "b", { b: 1, kb: 1_000, kib: 1_024, mb: 1_000_000, mib: 1_048_576 }),
  rule: "a size such as 30kB, 4MB or 4MiB",
};

/** What {@link time} and {@link size} take, for help. */
export const UNITS =
  "Times are in seconds, or have a unit: 500ms, 30s, 2m, 1h. Sizes are in bytes, or have a unit: 512kB, 4MB, 4MiB.";

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): TextFormat<Word> {
  return { parse: (text) => words.find((word) => word === text), rule: `one of ${words.join(", ")}` };
}

function parseQuantity(text: string, defaultUnit: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, number, unit = defaultUnit] = /^(\d+(?:\.\d+)?) ?([a-z]+)?$/i.exec(text.trim()) ?? [];
  const factor = new Map(Object.entries(units)).get(unit.toLowerCase());
  return number === undefined || factor === undefined ? undefined : Math.round(Number(number) * factor);
}
