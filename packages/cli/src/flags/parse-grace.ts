/** A time to end in, in milliseconds; `undefined` when the text is not a time. */
export function parseGrace(text: string): number | undefined {
  const [, number, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text.trim()) ?? [];
  return number === undefined
    ? undefined
    : Math.round(Number(number) * MILLISECONDS[unit as keyof typeof MILLISECONDS]);
}

const MILLISECONDS = { ms: 1, s: 1_000, m: 60_000 } as const;

/** What {@link parseGrace} takes, for people who wrote something else. */
export const GRACE_RULE = "It takes seconds, such as 30, or a unit as well: 500ms, 30s or 2m.";
