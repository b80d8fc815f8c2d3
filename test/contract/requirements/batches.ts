import { expect } from "vitest";
import type { HttpConnection } from "../../support/http-connection.js";
import type { LineConnection } from "../../support/line-connection.js";
import { modernParams } from "../../support/modern-message.js";
import { LEGACY_REVISIONS } from "../../support/revisions.js";
import type { Group } from "../contract.js";
import { textOf } from "./words.js";

const BATCHING = ["2025-03-26"];

export const batches: Group<LineConnection | HttpConnection> = {
  title: "Batches of 2025-03-26",
  revisions: BATCHING,
  only: {
    ways: ["stdio", "fetch", "stateless fetch", "node"],
    because: "In memory, messages are passed one by one.",
  },
  requirements: {
    batches: {
      says: "answers each request of a batch, and each element that is not a message with -32600",
      async run({ open }) {
        const client = await open();
        const [slow, quick, invalid] = [client.newId(), client.newId(), client.newId()];
        const elements = [call(slow, "slow", { ms: 30 }), 3, { id: invalid, method: "ping" }];
        await client.send([...elements, call(quick, "echo", { text: "a" })]);
        expect(textOf(await client.answer(slow))).toBe("30");
        expect(textOf(await client.answer(quick))).toBe("a");
        expect(await client.answer(invalid)).toMatchObject({ error: { code: -32600 } });
        expect(await client.message(isRefusal)).not.toHaveProperty("id");
        expect(client.messages()).toHaveLength(5);
      },
    },

    "batch-of-notifications": {
      says: "does not answer a batch of notifications",
      async run({ client }) {
        const before = client.messages().length;
        await client.send([{ jsonrpc: "2.0", method: "notifications/initialized" }]);
        expect((await client.request("ping")).result).toEqual({});
        expect(client.messages()).toHaveLength(before + 1);
      },
    },

    "batch-progress": {
      says: "sends progress immediately, before the answers",
      async run({ client }) {
        const [id, progressToken] = [client.newId(), client.newId()];
        const steps = call(id, "steps", {});
        await client.send([{ ...steps, params: { ...steps.params, _meta: { progressToken } } }]);
        await client.answer(id);
        const told = client
          .told("notifications/progress")
          .filter(({ params }) => params?.progressToken === progressToken);
        expect(told.length).toBeGreaterThan(0);
      },
    },

    "batch-cancelled": {
      says: "leaves out the answer to a cancelled request",
      async run({ open }) {
        const client = await open();
        const [hanging, quick] = [client.newId(), client.newId()];
        await client.send([call(hanging, "hang", {}), call(quick, "echo", { text: "a" })]);
        await client.logged(`hanging ${hanging}\n`);
        await client.send({ method: "notifications/cancelled", params: { requestId: hanging } });
        await client.logged(`aborted ${hanging}\n`);
        expect(textOf(await client.answer(quick))).toBe("a");
        expect((await client.request("ping")).result).toEqual({});
        expect(client.messages().filter(({ id }) => id === hanging)).toEqual([]);
      },
    },

    "batches-refused": {
      says: "answers an empty batch, and one with `initialize` or with a message of 2026-07-28, with -32600",
      async run({ client }) {
        const initialize = { jsonrpc: "2.0", id: client.newId(), method: "initialize", params: {} };
        const modern = { ...call(client.newId(), "echo", {}), params: modernParams({}) };
        for (const batch of [[], [initialize], [modern]]) {
          const before = client.messages().length;
          await client.send(batch);
          const answer = await client.until(() => client.messages()[before]);
          expect(isRefusal(answer)).toBe(true);
        }
      },
    },

    "no-batches": {
      says: "answers a batch of another revision with -32600, and says which revision has batches",
      revisions: LEGACY_REVISIONS.filter((revision) => !BATCHING.includes(revision)),
      async run({ client }) {
        const before = client.messages().length;
        await client.send([call(client.newId(), "echo", { text: "a" })]);
        const answer = await client.until(() => client.messages()[before]);
        expect(isRefusal(answer)).toBe(true);
        expect(answer.error?.message).toContain("2025-03-26");
      },
    },
  },
};

function call(id: number, name: string, args: object) {
  return { jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: args } };
}

function isRefusal({ id, error }: { readonly id?: unknown; readonly error?: { readonly code: number } }): boolean {
  return id === undefined && error?.code === -32600;
}
