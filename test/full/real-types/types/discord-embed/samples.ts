import type DiscordEmbed from "./server.js";

type Value = Parameters<DiscordEmbed["take"]>[0];

export const accepts: readonly Value[] = [
  { title: "t", color: 255, fields: [{ name: "n", value: "v", inline: true }] },
  {},
];

export const rejects: readonly unknown[] = [{ title: 1 }, { fields: [{ name: "n" }] }];
