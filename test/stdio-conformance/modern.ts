import { expect } from "vitest";
import { type Message, MODERN } from "../support/wire-schemas.js";
import type { Requirements } from "./requirements.js";

const VERSION = "io.modelcontextprotocol/protocolVersion";
const CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
const SERVER_INFO = "io.modelcontextprotocol/serverInfo";
const LOG_LEVEL = "io.modelcontextprotocol/logLevel";

const CACHED = ["server/discover", "tools/list", "prompts/list", "resources/list", "resources/templates/list"];
const REMOVED = ["initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"];
const EMPTY = { arguments: {} };

export const modern: Requirements = {
  "discover-first": async ({ start }) => {
    const connection = start();
    const { result } = await connection.modern("server/discover");
    expect(result).toMatchObject({
      resultType: "complete",
      supportedVersions: [MODERN],
      capabilities: { tools: {}, prompts: {}, resources: {} },
      ttlMs: expect.any(Number),
      cacheScope: expect.stringMatching(/^(public|private)$/),
    });
  },

  "discover-again": async ({ modern: connection }) => {
    const { result } = await connection.modern("server/discover");
    expect(result).toEqual((await connection.modern("server/discover")).result);
  },

  "discover-unsupported": async ({ start }) => {
    const { error } = await start().modern("server/discover", {}, { [VERSION]: "v999" });
    expect(error).toMatchObject({ code: -32022, data: { supported: [MODERN], requested: "v999" } });
  },

  "meta-required": async ({ modern: connection }) => {
    for (const params of [undefined, {}, { _meta: {} }, { _meta: { [VERSION]: MODERN } }]) {
      expect((await connection.request("tools/list", params)).error?.code).toBe(-32602);
    }
  },

  "meta-opening": async ({ start }) => {
    const { error } = await start().request("tools/list", { _meta: { [VERSION]: MODERN, [CAPABILITIES]: 3 } });
    expect(error?.code).toBe(-32602);
  },

  "client-info-optional": async ({ modern: connection }) => {
    const _meta = { [VERSION]: MODERN, [CAPABILITIES]: {} };
    expect(await connection.request("tools/list", { _meta })).toHaveProperty("result");
  },

  "version-unsupported": async ({ start }) => {
    const { error } = await start().modern("tools/list", {}, { [VERSION]: "2099-01-01" });
    expect(error).toMatchObject({ code: -32022, data: { supported: [MODERN], requested: "2099-01-01" } });
  },

  "modern-capabilities": async ({ startWithoutPrompts }) => {
    const connection = startWithoutPrompts();
    const { result } = await connection.modern("server/discover");
    expect(result?.capabilities).not.toHaveProperty("prompts");
    for (const method of ["prompts/list", "prompts/get", "completion/complete"]) {
      expect((await connection.modern(method, { name: "a" })).error?.code).toBe(-32601);
    }
  },

  "removed-methods": async ({ modern: connection }) => {
    for (const method of REMOVED) expect((await connection.modern(method)).error?.code).toBe(-32601);
  },

  "late-initialize": async ({ modern: connection }) => {
    const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "c", version: "1" } };
    const { error } = await connection.request("initialize", params);
    expect(error).toMatchObject({ code: -32022, data: { supported: [MODERN] } });
  },

  "every-result": async ({ modern: connection }) => {
    for (const method of CACHED) {
      const { result } = await connection.modern(method);
      expect(result).toMatchObject({ resultType: "complete", _meta: { [SERVER_INFO]: { name: expect.any(String) } } });
    }
    const { result } = await connection.modern("tools/call", { name: "point", ...EMPTY });
    expect(result).toMatchObject({ resultType: "complete", _meta: { [SERVER_INFO]: {} } });
  },

  "cache-hints": async ({ modern: connection }) => {
    const read = await connection.modern("resources/read", { uri: "protocol://text" });
    const lists = await Promise.all(CACHED.map((method) => connection.modern(method)));
    for (const { result } of [read, ...lists]) {
      expect(result?.ttlMs).toBeGreaterThanOrEqual(0);
      expect(["public", "private"]).toContain(result?.cacheScope);
    }
  },

  "resource-not-found": async ({ modern: connection }) => {
    for (const uri of ["protocol://none", "protocol://items/none"]) {
      const { error } = await connection.modern("resources/read", { uri });
      expect(error).toMatchObject({ code: -32602, data: { uri } });
    }
  },

  "no-requests": async ({ modern: connection }) => {
    const elicitation = { [CAPABILITIES]: { elicitation: {} } };
    const { result } = await connection.modern("tools/call", { name: "ask", ...EMPTY }, elicitation);
    expect(result).toMatchObject({ resultType: "input_required" });
    const requests = result?.inputRequests as Record<string, object>;
    const [key] = Object.keys(requests);
    expect(requests[key as string]).toMatchObject({
      method: "elicitation/create",
      params: { mode: "form", requestedSchema: { properties: { name: { type: "string" } } } },
    });
    const inputResponses = { [key as string]: { action: "accept", content: { name: "Ada" } } };
    const retry = { name: "ask", ...EMPTY, inputResponses, requestState: result?.requestState };
    const answered = await connection.modern("tools/call", retry, elicitation);
    expect(answered.result).toMatchObject({ resultType: "complete", content: [{ text: "Hello Ada" }] });
    const elsewhere = { ...retry, inputResponses: { other: inputResponses[key as string] } };
    const again = await connection.modern("tools/call", elsewhere, elicitation);
    expect(again.result).toMatchObject({ resultType: "input_required" });
    expect(again.result).not.toHaveProperty("ttlMs");
    const tampered = { ...retry, requestState: `${result?.requestState}-TAMPERED` };
    expect(await connection.modern("tools/call", tampered, elicitation)).toHaveProperty("error");
    expect(connection.messages().filter(isRequest)).toEqual([]);
  },

  "missing-capability": async ({ modern: connection }) => {
    const asked = await connection.modern("tools/call", { name: "ask", ...EMPTY });
    expect(asked.error).toMatchObject({ code: -32021, data: { requiredCapabilities: { elicitation: {} } } });
    const called = await connection.modern("tools/call", { name: "needy", arguments: { region: "eu" } });
    expect(called.error).toMatchObject({ code: -32021, data: { requiredCapabilities: { sampling: {} } } });
  },

  "log-per-request": async ({ modern: connection }) => {
    const logsOf = async (meta: object) => {
      const before = connection.told("notifications/message").length;
      await connection.modern("tools/call", { name: "say", ...EMPTY }, meta);
      return connection.told("notifications/message").slice(before);
    };
    const levels = (logs: Message[]) => logs.map(({ params }) => params?.level);
    expect(await logsOf({})).toEqual([]);
    expect(levels(await logsOf({ [LOG_LEVEL]: "warning" }))).toEqual(["warning", "error"]);
    expect(await logsOf({})).toEqual([]);
  },

  "modern-params": async ({ modern: connection }) => {
    for (const method of ["tools/call", "prompts/get", "resources/read", "completion/complete"]) {
      expect((await connection.modern(method, { name: 1, uri: 2, ref: 3 })).error?.code).toBe(-32602);
    }
  },

  "log-level-invalid": async ({ modern: connection }) => {
    const { error } = await connection.modern("tools/call", { name: "say", ...EMPTY }, { [LOG_LEVEL]: "loud" });
    expect(error?.code).toBe(-32602);
  },

  "modern-progress": async ({ modern: connection }) => {
    const before = connection.told("notifications/progress").length;
    await connection.modern("tools/call", { name: "steps", ...EMPTY });
    expect(connection.told("notifications/progress")).toHaveLength(before);
    const { id } = await connection.modern("tools/call", { name: "steps", ...EMPTY }, { progressToken: "token" });
    const told = connection.told("notifications/progress").slice(before);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ params }) => params?.progressToken))).toEqual(new Set(["token"]));
    expectIncreasing(told.map(({ params }) => params?.progress as number));
    expect(connection.messages().indexOf(told.at(-1) as Message)).toBeLessThan(
      connection.messages().findIndex((message) => message.id === id),
    );
  },

  "no-headers": async ({ modern: connection }) => {
    const { result } = await connection.modern("tools/call", { name: "look", arguments: { region: "eu" } });
    expect(result).toMatchObject({ content: [{ text: "eu" }] });
  },

  "natural-output": async ({ modern: connection }) => {
    const { result } = await connection.modern("tools/call", { name: "add", arguments: { a: 1, b: 2 } });
    expect(result).toMatchObject({ structuredContent: 3, content: [{ text: "3" }] });
  },
};

export function expectIncreasing(values: readonly number[]): void {
  expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
}

function isRequest(message: Message): boolean {
  return message.method !== undefined && message.id !== undefined;
}
