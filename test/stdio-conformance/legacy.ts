import { expect } from "vitest";
import type { Message } from "../support/wire-schemas.js";
import { LEGACY_REVISIONS, MODERN } from "../support/wire-schemas.js";
import { expectIncreasing } from "./modern.js";
import type { Requirements } from "./requirements.js";

const LATEST = "2025-11-25";
const call = (id: number, name: string, args: object = {}) => ({
  ...{ jsonrpc: "2.0", id, method: "tools/call" },
  params: { name, arguments: args },
});

export const legacy: Requirements = {
  "initialize-echoes": async ({ legacyOf }) => {
    for (const revision of LEGACY_REVISIONS) {
      const { result } = (await legacyOf(revision)).messages()[0] as Message;
      expect(result).toMatchObject({ protocolVersion: revision, serverInfo: { name: expect.any(String) } });
    }
  },

  "initialize-falls-back": async ({ start }) => {
    for (const revision of ["1999-01-01", MODERN]) {
      expect((await start().initialize(revision)).result?.protocolVersion).toBe(LATEST);
    }
  },

  "initialize-invalid": async ({ start }) => {
    const connection = start();
    expect(await connection.request("initialize", {})).toMatchObject({ error: { code: -32602 } });
    expect((await connection.initialize(LATEST)).result?.protocolVersion).toBe(LATEST);
  },

  "ping-before-initialized": async ({ start }) => {
    const connection = start();
    const params = { protocolVersion: LATEST, capabilities: {}, clientInfo: { name: "c", version: "1" } };
    await connection.request("initialize", params);
    expect((await connection.request("ping")).result).toEqual({});
    expect(connection.lines).toHaveLength(2);
  },

  "ping-exactly-empty": async ({ legacy: connection }) => {
    expect((await connection.request("ping")).result).toEqual({});
  },

  "discover-then-initialize": async ({ start }) => {
    const connection = start();
    expect((await connection.modern("server/discover")).result).toHaveProperty("supportedVersions");
    expect((await connection.initialize(LATEST)).result?.protocolVersion).toBe(LATEST);
    expect((await connection.request("ping")).result).toEqual({});
  },

  "legacy-capabilities": async ({ startWithoutPrompts }) => {
    const connection = startWithoutPrompts();
    const { result } = await connection.initialize(LATEST);
    expect(result?.capabilities).not.toHaveProperty("prompts");
    for (const method of ["prompts/list", "prompts/get", "completion/complete"]) {
      expect((await connection.request(method, { name: "a" })).error?.code).toBe(-32601);
    }
  },

  "modern-methods-unknown": async ({ legacy: connection }) => {
    for (const method of ["server/discover", "subscriptions/listen"]) {
      expect((await connection.request(method, {})).error?.code).toBe(-32601);
    }
  },

  "no-modern-fields": async ({ legacy: connection }) => {
    const reads = [
      connection.request("tools/list"),
      connection.request("prompts/list"),
      connection.request("resources/list"),
      connection.request("resources/read", { uri: "protocol://text" }),
      connection.request("tools/call", { name: "point", arguments: {} }),
    ];
    for (const { result } of await Promise.all(reads)) {
      for (const field of ["resultType", "ttlMs", "cacheScope", "_meta"]) expect(result).not.toHaveProperty(field);
    }
  },

  "set-level": async ({ legacy: connection }) => {
    expect((await connection.request("logging/setLevel", { level: "error" })).result).toEqual({});
    const before = connection.told("notifications/message").length;
    await connection.request("tools/call", { name: "say", arguments: {} });
    const told = connection.told("notifications/message").slice(before);
    expect(told.map(({ params }) => params?.level)).toEqual(["error"]);
  },

  "legacy-params": async ({ legacy: connection }) => {
    for (const method of [
      "tools/call",
      "prompts/get",
      "resources/read",
      "resources/subscribe",
      "completion/complete",
    ]) {
      expect((await connection.request(method, { name: 1, uri: 2, ref: 3 })).error?.code).toBe(-32602);
    }
  },

  "set-level-invalid": async ({ legacy: connection }) => {
    expect((await connection.request("logging/setLevel", { level: "loud" })).error?.code).toBe(-32602);
  },

  "subscribe-updated": async ({ legacy: connection }) => {
    const uri = "protocol://text";
    const touch = (touched: string) => connection.request("tools/call", { name: "touch", arguments: { uri: touched } });
    const told = () => connection.told("notifications/resources/updated").map(({ params }) => params);
    await touch(uri);
    expect((await connection.request("resources/subscribe", { uri })).result).toEqual({});
    await touch("protocol://items/1");
    await touch(uri);
    await connection.message(({ method }) => method === "notifications/resources/updated");
    expect((await connection.request("resources/unsubscribe", { uri })).result).toEqual({});
    await touch(uri);
    expect(told()).toEqual([{ uri }]);
  },

  "list-changed": async ({ legacy: connection }) => {
    await connection.request("tools/call", { name: "offer", arguments: { point: false } });
    await connection.message(({ method }) => method === "notifications/tools/list_changed");
    expect((await connection.request("tools/call", { name: "point", arguments: {} })).error?.code).toBe(-32602);
    await connection.request("tools/call", { name: "offer", arguments: { point: true } });
    expect(await connection.request("tools/call", { name: "point", arguments: {} })).toHaveProperty("result");
  },

  "legacy-not-found": async ({ legacyOf }) => {
    for (const revision of LEGACY_REVISIONS) {
      const connection = await legacyOf(revision);
      const { error } = await connection.request("resources/read", { uri: "protocol://none" });
      expect(error).toMatchObject({ code: -32002, data: { uri: "protocol://none" } });
    }
  },

  "legacy-argument-failure": async ({ legacyOf }) => {
    for (const revision of LEGACY_REVISIONS) {
      const connection = await legacyOf(revision);
      const { error } = await connection.request("tools/call", { name: "add", arguments: { a: "1" } });
      expect(error?.code).toBe(revision === LATEST ? undefined : -32602);
    }
  },

  "older-revisions": async ({ legacyOf }) => {
    const said: Record<string, unknown> = {};
    for (const revision of LEGACY_REVISIONS) {
      const connection = await legacyOf(revision);
      const { result } = await connection.request("tools/call", { name: "content", arguments: {} });
      const content = result?.content as { type: string }[];
      said[revision] = content.map(({ type }) => type).join(" ");
      await connection.request("tools/list");
      await connection.request("prompts/get", { name: "attached" });
      expect(connection.log.problems()).toEqual([]);
    }
    expect(said).toEqual({
      "2025-11-25": "text image audio resource_link resource",
      "2025-06-18": "text image audio resource_link resource",
      "2025-03-26": "text image audio text resource",
      "2024-11-05": "text image resource text resource",
    });
  },

  "legacy-progress": async ({ legacy: connection }) => {
    const params = { name: "steps", arguments: {} };
    const before = connection.told("notifications/progress").length;
    await connection.request("tools/call", params);
    expect(connection.told("notifications/progress")).toHaveLength(before);
    await connection.request("tools/call", { ...params, _meta: { progressToken: 7 } });
    const told = connection.told("notifications/progress").slice(before);
    expect(new Set(told.map((message) => message.params?.progressToken))).toEqual(new Set([7]));
    expectIncreasing(told.map((message) => message.params?.progress as number));
  },

  "server-requests": async ({ start }) => {
    const connection = start();
    await connection.initialize(LATEST, { elicitation: {} });
    const asked = connection.request("tools/call", { name: "ask", arguments: {} });
    const question = await connection.message(({ method }) => method === "elicitation/create");
    connection.send({ id: 987_654, result: {} });
    connection.send({ id: question.id, result: { action: "accept", content: { name: "Ada" } } });
    expect((await asked).result).toMatchObject({ content: [{ text: "Hello Ada" }] });
  },

  "no-question-without-capability": async ({ legacy: connection }) => {
    expect((await connection.request("tools/call", { name: "ask", arguments: {} })).result).toMatchObject({
      isError: true,
    });
    expect(connection.told("elicitation/create")).toEqual([]);
  },

  "wrapped-output": async ({ legacy: connection }) => {
    const { result } = await connection.request("tools/call", { name: "add", arguments: { a: 1, b: 2 } });
    expect(result).toMatchObject({ structuredContent: { result: 3 }, content: [{ text: "3" }] });
  },

  batches: async ({ start }) => {
    const connection = start();
    await connection.initialize("2025-03-26");
    connection.send([call(11, "slow", { ms: 30 }), call(12, "echo", { text: "a" })]);
    await Promise.all([connection.answer(11), connection.answer(12)]);
    const last = JSON.parse(connection.lines.at(-1) as string) as Message[];
    expect(last.map(({ id }) => id).sort()).toEqual([11, 12]);
    connection.send([{ jsonrpc: "2.0", method: "notifications/initialized" }]);
    expect((await connection.request("ping")).result).toEqual({});
    expect(connection.lines).toHaveLength(3);
  },

  // In the schemas before 2025-11-25 there is no error without an id.
  "batches-refused": async ({ startUnheld, legacy: latest }) => {
    const refused = ({ id, error }: Message) => id === undefined && error?.code === -32600;
    const connection = startUnheld();
    await connection.initialize("2025-03-26");
    connection.write("[]\n");
    await connection.message(refused);
    connection.write(`${JSON.stringify([{ jsonrpc: "2.0", id: 1, method: "initialize", params: {} }])}\n`);
    await connection.message(() => connection.messages().filter(refused).length === 2);
    latest.write(`${JSON.stringify([call(1, "echo", { text: "a" })])}\n`);
    await latest.message(({ error }) => error?.message.includes("2025-03-26") === true);
  },
};
