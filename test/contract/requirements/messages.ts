import { expect } from "vitest";
import type { Group } from "../contract.js";
import { EVERY, textOf } from "./words.js";

export const messages: Group = {
  title: "Messages",
  revisions: EVERY,
  requirements: {
    "id-echoed": {
      says: "answers with the id of the request, in its original type: a string or a number",
      async run({ client }) {
        for (const id of ["a", "", "1", -7, Number.MAX_SAFE_INTEGER - client.newId()]) {
          const params = client.params({ name: "echo", arguments: { text: String(id) } });
          await client.send({ id, method: "tools/call", params });
          expect(textOf(await client.answer(id))).toBe(String(id));
        }
      },
    },

    interleaving: {
      says: "runs 100 calls concurrently, and answers each when it is done",
      async run({ client }) {
        const delays = Array.from({ length: 100 }, (_, index) => (index * 37) % 100);
        const ids = delays.map((ms) => client.begin("tools/call", { name: "slow", arguments: { ms } }));
        const answers = await Promise.all(ids.map((id) => client.answer(id)));
        expect(answers.map(textOf)).toEqual(delays.map(String));
        const order = client.messages().flatMap(({ id }) => (ids.includes(id as number) ? [id] : []));
        expect(order).toHaveLength(100);
        expect(order).not.toEqual(ids);
      },
    },

    "ten-megabytes": {
      says: "reads and writes a message of 10 MB",
      async run({ client }) {
        const text = "x".repeat(10_000_000);
        expect(textOf(await client.call("echo", { text }))).toHaveLength(text.length);
      },
    },

    "unknown-method": {
      says: "answers an unknown method with -32601",
      async run({ client }) {
        expect(await client.request("no/such/method", {})).toMatchObject({ error: { code: -32601 } });
      },
    },

    "unknown-notification": {
      says: "does not answer an unknown notification",
      async run({ client }) {
        const before = client.messages().length;
        await client.notify("notifications/none");
        await client.call("echo", { text: "a" });
        expect(client.messages()).toHaveLength(before + 1);
      },
    },

    "cancel-in-flight": {
      says: "aborts a cancelled request, and sends nothing more for it",
      async run({ client }) {
        const id = client.begin("tools/call", { name: "hang", arguments: {} });
        await client.logged(`hanging ${id}\n`);
        await client.cancel(id);
        await client.logged(`aborted ${id}\n`);
        await client.call("echo", { text: "a" });
        expect(client.messages().filter((message) => message.id === id)).toEqual([]);
      },
    },

    "cancel-too-late": {
      says: "ignores a cancellation whose request is answered, unknown or missing",
      async run({ client }) {
        const { id } = await client.call("echo", { text: "a" });
        const before = client.messages().length;
        for (const requestId of [id, 987_654_321, "no such id"]) {
          await client.notify("notifications/cancelled", { requestId });
        }
        await client.notify("notifications/cancelled");
        await client.call("echo", { text: "b" });
        expect(client.messages()).toHaveLength(before + 1);
      },
    },
  },
};
