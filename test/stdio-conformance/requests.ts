import { expect } from "vitest";
import { echo, inBothEras } from "./both-eras.js";
import type { Requirements } from "./requirements.js";

export const requests: Requirements = {
  "unknown-method": (servers) =>
    inBothEras(servers, async (connection, params) => {
      expect(await connection.request("no/such/method", params({}))).toMatchObject({ error: { code: -32601 } });
    }),

  "unknown-notification": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const before = connection.lines.length;
      connection.send({ method: "notifications/none", params: params({}) });
      await connection.request("tools/call", params(echo("a")));
      expect(connection.lines).toHaveLength(before + 1);
    }),

  "cancel-in-flight": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const id = connection.newId();
      connection.send({ id, method: "tools/call", params: params({ name: "hang", arguments: {} }) });
      await connection.logged(`hanging ${id}`);
      connection.send({ method: "notifications/cancelled", params: { requestId: id, reason: "enough" } });
      await connection.logged(`aborted ${id}`);
      await connection.request("tools/call", params(echo("a")));
      expect(connection.messages().filter((message) => message.id === id)).toEqual([]);
    }),

  "cancel-too-late": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const { id } = await connection.request("tools/call", params(echo("a")));
      const before = connection.lines.length;
      for (const requestId of [id, 987_654, "no such id"]) {
        connection.send({ method: "notifications/cancelled", params: { requestId } });
      }
      connection.send({ method: "notifications/cancelled", params: {} });
      await connection.request("tools/call", params(echo("b")));
      expect(connection.lines).toHaveLength(before + 1);
    }),

  "unknown-tool": (servers) =>
    inBothEras(servers, async (connection, params) => {
      expect(await connection.request("tools/call", params({ name: "none", arguments: {} }))).toMatchObject({
        error: { code: -32602 },
      });
    }),

  "tool-failure": (servers) =>
    inBothEras(servers, async (connection, params) => {
      const { result } = await connection.request("tools/call", params({ name: "fail", arguments: {} }));
      expect(result).toMatchObject({ isError: true });
      expect(JSON.stringify(result)).not.toContain("db host");
    }),

  "argument-failure": (servers) =>
    inBothEras(servers, async (connection, params) => {
      expect(
        (await connection.request("tools/call", params({ name: "add", arguments: { a: "1" } }))).result,
      ).toMatchObject({ isError: true });
    }),

  "bad-cursor": (servers) =>
    inBothEras(servers, async (connection, params) => {
      for (const method of ["tools/list", "prompts/list", "resources/list", "resources/templates/list"]) {
        expect(await connection.request(method, params({ cursor: "none of yours" }))).toMatchObject({
          error: { code: -32602 },
        });
      }
    }),

  "unknown-prompt": (servers) =>
    inBothEras(servers, async (connection, params) => {
      for (const prompt of [
        { name: "none" },
        { name: "letter", arguments: {} },
        { name: "letter", arguments: { topic: 3 } },
      ]) {
        expect(await connection.request("prompts/get", params(prompt))).toMatchObject({ error: { code: -32602 } });
      }
    }),

  completion: (servers) =>
    inBothEras(servers, async (connection, params) => {
      const complete = (name: string, argument: string) => {
        const ref = { type: "ref/prompt", name };
        return connection.request("completion/complete", params({ ref, argument: { name: argument, value: "k" } }));
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
      const { tools } = (await connection.request("tools/list", params({}))).result as {
        tools: Record<string, unknown>[];
      };
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
        return (await connection.request("tools/list", params({}))).result;
      };
      expect(await list()).toEqual(await list());
    }),
};
