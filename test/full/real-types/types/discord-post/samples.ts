import type DiscordPost from "./server.js";

type Value = Parameters<DiscordPost["take"]>[0];

export const accepts: readonly Value[] = [
  { content: "hi" },
  {
    content: "hi",
    flags: 4,
    embeds: [{ title: "t" }],
    components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: "b", label: "B" }] }],
  },
];

export const rejects: readonly unknown[] = [{ content: 1 }, { embeds: [{ title: 1 }] }];
