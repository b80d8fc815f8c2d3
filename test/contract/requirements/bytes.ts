import { expect } from "vitest";
import type { HttpConnection } from "../../support/http-connection.js";
import type { LineConnection } from "../../support/line-connection.js";
import type { Group } from "../contract.js";
import { EVERY, textOf } from "./words.js";

export const bytes: Group<LineConnection | HttpConnection> = {
  title: "Bytes",
  revisions: EVERY,
  only: {
    ways: ["stdio", "fetch", "stateless fetch", "node"],
    because: "In memory, messages are passed as objects, so there are no bytes that could be invalid.",
  },
  requirements: {
    "parse-error": {
      says: "answers text that is not JSON, or not UTF-8, with -32700 and no id, and continues",
      async run({ client }) {
        const errors = () => client.messages().filter(({ error }) => error?.code === -32700);
        const before = errors().length;
        await client.sendBytes("{ not json");
        await client.sendBytes(Uint8Array.of(0x22, 0xff, 0x22));
        expect(textOf(await client.call("echo", { text: "goes on" }))).toBe("goes on");
        expect(errors()).toHaveLength(before + 2);
        for (const error of errors()) expect(error).not.toHaveProperty("id");
      },
    },

    "invalid-request": {
      says: "answers JSON that is not a message with -32600, under its id if it has one; `null` is not an id",
      async run({ client }) {
        const errors = () => client.messages().filter(({ error }) => error?.code === -32600);
        const before = errors().length;
        const id = client.newId();
        await client.sendBytes(JSON.stringify({ jsonrpc: "2.0", id, method: "ping", params: [] }));
        await client.sendBytes('{"jsonrpc":"2.0","id":null,"method":"ping"}');
        await client.sendBytes("3");
        const all = await client.until(() => (errors().length >= before + 3 ? errors().slice(before) : undefined));
        expect(all.filter((error) => "id" in error)).toMatchObject([{ id }]);
      },
    },
  },
};
