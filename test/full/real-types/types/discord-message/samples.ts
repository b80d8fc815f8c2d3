import type DiscordMessage from "./server.js";

type Value = ReturnType<DiscordMessage["give"]>;

export const accepts: readonly Value[] = [
  {
    id: "1",
    channel_id: "2",
    author: { id: "3", username: "a", discriminator: "0", global_name: null, avatar: null, public_flags: 64 + 128 },
    content: "hi",
    timestamp: "2026-01-02T03:04:05Z",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
  },
];

export const rejects: readonly unknown[] = [{ id: "1" }];
