import { expect } from "vitest";
import { echo, inBothEras, line, textOf } from "./both-eras.js";
import type { Requirements } from "./requirements.js";

export const framing: Requirements = {
  "one-line": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const text = "a\nb\r\nc\u2028d";
      expect((await connection.request("tools/call", params(echo(text)))).result).toMatchObject({
        content: [{ text }],
      });
      for (const each of connection.lines) expect(() => JSON.parse(each)).not.toThrow();
    }),

  "only-messages": (servers) =>
    inBothEras(servers, async (connection, params) => {
      await connection.request("tools/call", params({ name: "print", arguments: {} }));
      await connection.logged("process.stdout.write");
      expect(connection.lines.join("\n")).not.toContain("console.log");
    }),

  "any-chunks": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      for (const byte of Buffer.from(`${line(id, params(echo("Zürich 🌦")))}\n`)) {
        connection.write(Buffer.of(byte));
        if (byte > 127) await new Promise((resolve) => setImmediate(resolve));
      }
      expect((await connection.answer(id)).result).toMatchObject({ content: [{ text: "Zürich 🌦" }] });
    }),

  "crlf-and-blank-lines": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const [first, second] = [connection.newId(), connection.newId()];
      connection.write(`\r\n\n${line(first, params(echo("a")))}\r\n  \n${line(second, params(echo("b")))}\r\n`);
      await Promise.all([connection.answer(first), connection.answer(second)]);
    }),

  "ten-megabytes": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const text = "x".repeat(10_000_000);
      const id = connection.newId();
      connection.write(`${line(id, params(echo(text)))}\n`);
      expect(textOf(await connection.answer(id))).toHaveLength(text.length);
    }),

  "parse-error": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const isParseError = ({ error }: { error?: { code: number } }) => error?.code === -32700;
      const before = connection.messages().filter(isParseError).length;
      connection.write("{ not json\n");
      connection.write(Buffer.of(0x22, 0xff, 0x22, 0x0a));
      await connection.request("tools/call", params(echo("goes on")));
      const errors = connection.messages().filter(isParseError).slice(before);
      expect(errors).toHaveLength(2);
      for (const error of errors) expect(error).not.toHaveProperty("id");
    }),

  "invalid-request": (servers) =>
    inBothEras(servers, async (connection) => {
      const id = connection.newId();
      connection.write(`${JSON.stringify({ jsonrpc: "2.0", id, method: "ping", params: [] })}\n`);
      expect(await connection.answer(id)).toMatchObject({ error: { code: -32600 } });
      connection.write('{"jsonrpc":"2.0","id":null,"method":"ping"}\n3\n');
      const errors = () => connection.messages().filter(({ error }) => error?.code === -32600);
      await connection.message(() => errors().length >= 3);
      expect(errors().filter((error) => "id" in error)).toHaveLength(1);
    }),

  "id-echoed": (servers) =>
    inBothEras(servers, async (connection, params) => {
      for (const id of ["a", "", "1", -7, Number.MAX_SAFE_INTEGER - connection.newId()]) {
        connection.send({ id, method: "tools/call", params: params(echo(String(id))) });
        expect((await connection.answer(id)).result).toMatchObject({ content: [{ text: String(id) }] });
      }
    }),

  interleaving: (servers) =>
    inBothEras(servers, async (connection, params) => {
      const delays = Array.from({ length: 100 }, (_, index) => (index * 37) % 100);
      const ids = delays.map(() => connection.newId());
      for (const [index, ms] of delays.entries()) {
        connection.write(`${line(ids[index] as number, params({ name: "slow", arguments: { ms } }))}\n`);
      }
      const answers = await Promise.all(ids.map((id) => connection.answer(id)));
      expect(answers.map(textOf)).toEqual(delays.map(String));
      const order = connection.messages().flatMap(({ id }) => (ids.includes(id as number) ? [id] : []));
      expect(order).toHaveLength(100);
      expect(order).not.toEqual(ids);
    }),
};
