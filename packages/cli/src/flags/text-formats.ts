import { EXIT_USAGE, ExitError } from "../terminal/exit.js";

/** How people write a value as text. */
export interface TextFormat<Value> {
  /** The value that a text stands for, or `undefined` if it stands for none. */
  readonly parse: (text: string) => Value | undefined;
  /** What a text that stands for none would have to be, for messages such as "--port must be …". */
  readonly rule: (text: string) => string;
  /** A sentence that follows such a message. */
  readonly note?: string;
  /** Whether a flag that is given again adds to its value instead of replacing it. @default false */
  readonly adds?: true;
}

/** Reads the text that a flag or a variable of this name has. Throws an {@link ExitError} if it is not a value. */
export function readText<Value>(name: string, text: string, { parse, rule, note }: TextFormat<Value>): Value {
  if (text.startsWith("--")) throw new ExitError(EXIT_USAGE, looksLikeFlag(name, text));
  const value = parse(text);
  if (value !== undefined) return value;
  const message = `${name} must be ${rule(text)}, not ${JSON.stringify(text)}.`;
  throw new ExitError(EXIT_USAGE, note === undefined ? message : `${message} ${note}`);
}

/** What to say of a flag that is followed by another instead of a value. */
export function looksLikeFlag(name: string, next: string): string {
  return `${name} needs a value, but ${JSON.stringify(next)} looks like a flag.`;
}

/** Any text that is not empty. */
export const text: TextFormat<string> = {
  parse: (text) => text || undefined,
  rule: () => "a text with at least one character",
};

/** At least one text, separated by commas. */
export const list: TextFormat<readonly string[]> = {
  parse: (text) => {
    const entries = text
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "");
    return entries.length > 0 ? entries : undefined;
  },
  rule: () => "a list with at least one entry",
  adds: true,
};

/** A number of proxies, or their addresses, separated by commas. */
export const proxies: TextFormat<number | readonly string[]> = {
  parse: (text) => (/^\d+$/.test(text) ? Number(text) : list.parse(text)),
  rule: () => "a number of proxies, or their addresses",
  adds: true,
};

/** A whole number, from 1 up. */
export const count: TextFormat<number> = {
  parse: (text) => (/^\d+$/.test(text) && Number(text) > 0 ? Number(text) : undefined),
  rule: (text) => (/^-?\d+$/.test(text) ? "at least 1" : "a whole number"),
};

/** A TCP port; 0 stands for any that is free. */
export const port: TextFormat<number> = {
  parse: (text) => (/^\d+$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  rule: () => "a whole number from 0 to 65535",
};

interface Quantity {
  /** By their names in lower case. */
  readonly units: Readonly<Record<string, number>>;
  readonly defaultUnit: string;
  readonly smallest: string;
  readonly rule: string;
  readonly note: string;
}

const TIME: Quantity = {
  units: { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 },
  defaultUnit: "s",
  smallest: "1ms",
  rule: "a time such as 30s, 2m or 500ms",
  note: "The units are ms, s, m and h.",
};

const SIZE: Quantity = {
  units: { b: 1, kb: 1_000, kib: 1_024, mb: 1_000_000, mib: 1_048_576 },
  defaultUnit: "b",
  smallest: "1B",
  rule: "a size such as 30kB, 4MB or 4MiB",
  note: "The units are B, kB, KiB, MB and MiB.",
};

/** A time in milliseconds, written in seconds or with a unit. */
export const time: TextFormat<number> = quantity(TIME, { least: 1 });

/** The same, or 0, which means something else than a very short time. */
export const timeOrZero: TextFormat<number> = quantity(TIME, { least: 0 });

/** A size in bytes, written in bytes or with a unit. */
export const size: TextFormat<number> = quantity(SIZE, { least: 1 });

/** The same, or 0. */
export const sizeOrZero: TextFormat<number> = quantity(SIZE, { least: 0 });

/** What {@link time} and {@link size} take, for help. */
export const UNITS =
  "Times are in seconds, or have a unit: 500ms, 30s, 2m, 1h. Sizes are in bytes, or have a unit: 512kB and 4MB count in thousands, 16KiB and 4MiB in steps of 1024.";

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): TextFormat<Word> {
  return { parse: (text) => words.find((word) => word === text), rule: () => `one of ${words.join(", ")}` };
}

/** A switch. */
export const onOff: TextFormat<boolean> = {
  parse: (text) =>
    new Map([
      ["on", true],
      ["off", false],
    ]).get(text),
  rule: () => "on or off",
};

function quantity(kind: Quantity, { least }: { readonly least: 0 | 1 }): TextFormat<number> {
  const { smallest, rule, note } = kind;
  return {
    parse: (text) => {
      const exact = parseQuantity(text, kind);
      if (exact === undefined) return undefined;
      const value = Math.round(exact);
      // What is rounded to 0 would often mean "never".
      return value > 0 || (exact === 0 && least === 0) ? value : undefined;
    },
    rule: (text) => {
      if (parseQuantity(text, kind) === undefined) return rule;
      return least === 0 ? `0 or at least ${smallest}` : `at least ${smallest}`;
    },
    note,
  };
}

function parseQuantity(text: string, { units, defaultUnit }: Quantity): number | undefined {
  const [, number, unit = defaultUnit] = /^(\d+(?:\.\d+)?) ?([a-z]+)?$/i.exec(text.trim()) ?? [];
  const factor = new Map(Object.entries(units)).get(unit.toLowerCase());
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
