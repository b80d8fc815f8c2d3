import type GoogleEvent from "./server.js";

type Value = Parameters<GoogleEvent["take"]>[0];

export const accepts: readonly Value[] = [
  { summary: "s", start: { dateTime: "2026-01-02T03:04:05Z" }, attendees: [{ email: "a@b.c" }] },
  { summary: null },
];

export const rejects: readonly unknown[] = [{ summary: 1 }, { attendees: [{ email: 1 }] }];
