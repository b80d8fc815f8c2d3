import { expect } from "vitest";
import type { Group } from "../contract.js";
import { EVERY, textOf } from "./words.js";

export const ends: Group = {
  title: "Shutdown",
  revisions: EVERY,
  requirements: {
    "end-in-flight": {
      says: "answers requests in flight when it is told to end, and then ends",
      async run({ open }) {
        const client = await open();
        const id = client.begin("tools/call", { name: "slow", arguments: { ms: 100 } });
        await client.logged(`slowly ${id}\n`);
        await client.endServer();
        expect(textOf(await client.answer(id))).toBe("100");
      },
    },
  },
};
