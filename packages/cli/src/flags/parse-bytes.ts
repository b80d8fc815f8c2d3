/** What {@link parseBytes} accepts, for messages. */
export const BYTES_RULE = "A size is a number of bytes, or has a unit: 30kB, 0.5MB.";

/** The bytes of a size such as `20000`, `30kB` or `0.5MB`; nothing for any other text. */
export function parseBytes(text: string): number | undefined {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?) ?([kM]?B)?$/i.exec(text.trim()) ?? [];
  const factor = UNITS.get(unit.toLowerCase());
  return number === undefined || factor === undefined ? undefined : Math.round(Number(number) * factor);
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["b", 1],
  ["kb", 1000],
  ["mb", 1_000_000],
]);
