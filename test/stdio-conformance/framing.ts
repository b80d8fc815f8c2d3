import { expect } from "vitest";
import { type LineConnection, modernParams } from "../support/line-connection.js";
import type { Message } from "../support/wire-schemas.js";
import type { Requirements, Servers } from "./requirements.js";

/** A call in either era. */
const inBothEras = async (
  { modern, legacy }: Servers,
  run: (connection: LineConnection, params: (params: object) => object) => Promise<void>,
): Promise<void> => {
  await run(legacy, (params) => params);
  await run(modern, (params) => modernParams(params));
};

const textOf = ({ result }: Message) => (result as { content: { text: string }[] } | undefined)?.content[0]?.text;
const echo = (text: string) => ({ name: "echo", arguments: { text } });
const line = (id: number, params: object) => JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params });

export const framing: Requirements = {
  "one-line": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const text = "a\nb\r\nc\u2028d";
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params(echo(text)) });
      expect((await connection.answer(id)).result).toMatchObject({ content: [{ text }] });
      for (const each of connection.lines) expect(() => JSON.parse(each)).not.toThrow();
    }),

  "only-messages": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params({ name: "print", arguments: {} }) });
      await connection.answer(id);
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
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params(echo("goes on")) });
      await connection.answer(id);
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

  "unknown-method": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "no/such/method", params: params({}) });
      expect(await connection.answer(id)).toMatchObject({ error: { code: -32601 } });
    }),

  "unknown-notification": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const before = connection.lines.length;
      connection.send({ method: "notifications/none", params: params({}) });
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params(echo("a")) });
      await connection.answer(id);
      expect(connection.lines).toHaveLength(before + 1);
    }),

  "cancel-in-flight": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params({ name: "hang", arguments: {} }) });
      await connection.logged(`hanging ${id}`);
      connection.send({ method: "notifications/cancelled", params: { requestId: id, reason: "enough" } });
      await connection.logged(`aborted ${id}`);
      const after = connection.newId();
      connection.send({ id: after, method: "tools/call", params: params(echo("a")) });
      await connection.answer(after);
      expect(connection.messages().filter((message) => message.id === id)).toEqual([]);
    }),

  "cancel-too-late": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params(echo("a")) });
      await connection.answer(id);
      const before = connection.lines.length;
      for (const requestId of [id, 987_654, "no such id"]) {
        connection.send({ method: "notifications/cancelled", params: { requestId } });
      }
      connection.send({ method: "notifications/cancelled", params: {} });
      const after = connection.newId();
      connection.send({ id: after, method: "tools/call", params: params(echo("b")) });
      await connection.answer(after);
      expect(connection.lines).toHaveLength(before + 1);
    }),

  "unknown-tool": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params({ name: "none", arguments: {} }) });
      expect(await connection.answer(id)).toMatchObject({ error: { code: -32602 } });
    }),

  "tool-failure": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params({ name: "fail", arguments: {} }) });
      const { result } = await connection.answer(id);
      expect(result).toMatchObject({ isError: true });
      expect(JSON.stringify(result)).not.toContain("db host");
    }),

  "argument-failure": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params({ name: "add", arguments: { a: "1" } }) });
      expect((await connection.answer(id)).result).toMatchObject({ isError: true });
    }),

  "bad-cursor": (servers) =>
    inBothEras(servers, async (connection, params) => {
      for (const method of ["tools/list", "prompts/list", "resources/list", "resources/templates/list"]) {
        const id = connection.newId();
        connection.send({ id, method, params: params({ cursor: "none of yours" }) });
        expect(await connection.answer(id)).toMatchObject({ error: { code: -32602 } });
      }
    }),

  "unknown-prompt": (servers) =>
    inBothEras(servers, async (connection, params) => {
      for (const prompt of [
        { name: "none" },
        { name: "letter", arguments: {} },
        { name: "letter", arguments: { topic: 3 } },
      ]) {
        const id = connection.newId();
        connection.send({ id, method: "prompts/get", params: params(prompt) });
        expect(await connection.answer(id)).toMatchObject({ error: { code: -32602 } });
      }
    }),

  completion: (servers) =>
    inBothEras(servers, async (connection, params) => {
      const complete = async (name: string, argument: string) => {
        const id = connection.newId();
        const ref = { type: "ref/prompt", name };
        connection.send({
          ...{ id, method: "completion/complete" },
          params: params({ ref, argument: { name: argument, value: "k" } }),
        });
        return connection.answer(id);
      };
      expect((await complete("letter", "tone")).result).toMatchObject({ completion: { values: ["kind"] } });
      for (const [name, argument] of [
        ["none", "tone"],
        ["letter", "none"],
      ] as const) {
        expect(await complete(name, argument)).toMatchObject({ error: { code: -32602 } });
      }
    }),

  "tool-definitions": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "tools/list", params: params({}) });
      const { tools } = (await connection.answer(id)).result as { tools: Record<string, unknown>[] };
      for (const { name, description, inputSchema } of tools) {
        expect(name).toMatch(/^[\w.-]{1,128}$/);
        expect(description).toMatch(/./);
        expect(inputSchema).toMatchObject({ type: "object" });
        expect(JSON.stringify(inputSchema)).not.toContain("x-ts");
      }
    }),

  "stable-lists": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const list = async () => {
        const id = connection.newId();
        connection.send({ id, method: "tools/list", params: params({}) });
        return (await connection.answer(id)).result;
      };
      expect(await list()).toEqual(await list());
    }),
};
