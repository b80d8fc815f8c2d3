import type DiscordUser from "./server.js";

type Value = ReturnType<DiscordUser["give"]>;

export const accepts: readonly Value[] = [
  { id: "1", username: "a", discriminator: "0", global_name: null, avatar: null, public_flags: 64 },
];

export const rejects: readonly unknown[] = [{ id: "1" }];
