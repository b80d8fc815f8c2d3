import type SlackHistory from "./server.js";

type Value = ReturnType<SlackHistory["give"]>;

export const accepts: readonly Value[] = [{ ok: true, messages: [{ text: "Hi", ts: "1.2" }] }];

export const rejects: readonly unknown[] = [{ messages: [] }];
