import { expect } from "vitest";
import type { LineConnection } from "../../support/line-connection.js";
import type { Group } from "../contract.js";
import { ONE_OF_EACH_ERA, textOf } from "./words.js";

export const lines: Group<LineConnection> = {
  title: "Lines",
  revisions: ONE_OF_EACH_ERA,
  only: { ways: ["stdio"], because: "Only over stdio are messages lines, with nothing else printed between them." },
  requirements: {
    "one-line": {
      says: "writes each message on one line, even if its texts contain line breaks",
      async run({ client }) {
        const text = "a\nb\r\nc\u2028d";
        expect(textOf(await client.call("echo", { text }))).toBe(text);
        for (const line of client.lines) expect(() => JSON.parse(line)).not.toThrow();
      },
    },

    "only-messages": {
      says: "writes nothing to stdout but messages, whatever the class prints",
      async run({ client }) {
        await client.call("print");
        await client.logged("process.stdout.write");
        expect(client.lines.join("\n")).not.toContain("console.log");
      },
    },

    "any-chunks": {
      says: "reads lines and characters that arrive in pieces",
      async run({ client }) {
        const id = client.newId();
        for (const byte of Buffer.from(`${lineOf(client, id, "Zürich 🌦")}\n`)) {
          client.write(Buffer.of(byte));
          if (byte > 127) await new Promise((resolve) => setImmediate(resolve));
        }
        expect(textOf(await client.answer(id))).toBe("Zürich 🌦");
      },
    },

    "crlf-and-blank-lines": {
      says: "reads CRLF as the end of a line, and ignores blank lines",
      async run({ client }) {
        const [first, second] = [client.newId(), client.newId()];
        client.write(`\r\n\n${lineOf(client, first, "a")}\r\n  \n${lineOf(client, second, "b")}\r\n`);
        await Promise.all([client.answer(first), client.answer(second)]);
      },
    },

    "batch-on-one-line": {
      says: "answers a batch with one array",
      revisions: ["2025-03-26"],
      async run({ open }) {
        const connection = await open();
        const call = (id: number, ms: number) => ({
          ...{ jsonrpc: "2.0", id, method: "tools/call" },
          params: { name: "slow", arguments: { ms } },
        });
        const ids = [connection.newId(), connection.newId()] as const;
        await connection.send([call(ids[0], 30), call(ids[1], 0)]);
        await Promise.all(ids.map((id) => connection.answer(id)));
        const last = JSON.parse(connection.lines.at(-1) as string);
        expect(last.map(({ id }: { id: number }) => id).sort()).toEqual([...ids].sort());
        expect(connection.lines).toHaveLength(2);
      },
    },
  },
};

/** A call as a line, without its newline. */
function lineOf(client: LineConnection, id: number, text: string): string {
  const params = client.params({ name: "echo", arguments: { text } });
  return JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params });
}
