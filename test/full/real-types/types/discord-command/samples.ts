import type DiscordCommand from "./server.js";

type Value = Parameters<DiscordCommand["take"]>[0];

export const accepts: readonly Value[] = [
  { name: "ping", description: "Pings." },
  {
    name: "add",
    description: "Adds.",
    options: [{ type: 4, name: "a", description: "A", required: true, min_value: 0 }],
  },
];

export const rejects: readonly unknown[] = [{ description: "no name" }, { name: "x", description: 1 }];
