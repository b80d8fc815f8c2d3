import { expect } from "vitest";
import type { LineConnection } from "../../support/line-connection.js";
import type { Group } from "../contract.js";
import { ONE_OF_EACH_ERA, textOf } from "./words.js";

export const processEnd: Group<LineConnection> = {
  title: "The process",
  revisions: ONE_OF_EACH_ERA,
  only: { ways: ["stdio"], because: "Only over stdio does the server's process end with its client." },
  requirements: {
    "eof-in-flight": {
      says: "answers requests in flight when stdin ends, then exits with 0",
      async run({ open }) {
        const client = await open();
        const answer = client.call("slow", { ms: 100 });
        client.end();
        expect(textOf(await answer)).toBe("100");
        expect(await client.exited).toBe(0);
      },
    },

    "eof-at-once": {
      says: "exits with 0 when stdin ends before any message",
      async run({ open }) {
        const client = await open({ isSilent: true });
        client.end();
        expect(await client.exited).toBe(0);
        expect(client.lines).toEqual([]);
      },
    },

    "eof-without-newline": {
      says: "answers a last line without a newline",
      async run({ open, isModern }) {
        const client = await open({ isSilent: true });
        const method = isModern ? "tools/list" : "ping";
        client.write(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: client.params({}) }));
        client.end();
        expect(await client.answer(1)).toHaveProperty("result");
        await client.exited;
      },
    },

    "eof-in-a-batch": {
      says: "answers a batch that is in flight when stdin ends",
      revisions: ["2025-03-26"],
      async run({ open }) {
        const client = await open();
        const [slow, quick] = [client.newId(), client.newId()];
        const call = { jsonrpc: "2.0", method: "tools/call" };
        await client.send([
          { ...call, id: slow, params: { name: "slow", arguments: { ms: 50 } } },
          { ...call, id: quick, params: { name: "echo", arguments: { text: "a" } } },
        ]);
        client.end();
        expect(await client.exited).toBe(0);
        expect(textOf(await client.answer(slow))).toBe("50");
        expect(textOf(await client.answer(quick))).toBe("a");
      },
    },

    sigterm: {
      says: "answers requests in flight at SIGTERM, then exits with 0",
      async run({ open }) {
        const client = await open();
        const id = client.begin("tools/call", { name: "slow", arguments: { ms: 100 } });
        await client.logged(`slowly ${id}\n`);
        client.kill("SIGTERM");
        expect(textOf(await client.answer(id))).toBe("100");
        expect(await client.exited).toBe(0);
      },
    },
  },
};
