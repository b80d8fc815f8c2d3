import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { ProtocolError } from "../protocol-error.js";
import { projectMessage } from "./project-message.js";
import { toProtocolError } from "./to-protocol-error.js";

const REVISIONS = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"] as const;
const annotations = { priority: 1, lastModified: "2026-01-01T00:00:00Z" };
const common = { title: "T", icons: [{ src: "https://example.com/i.png" }], _meta: { a: 1 } };

/** The fields that each revision has, oldest first. */
const LISTS: readonly [method: string, list: string, member: object, kept: readonly string[]][] = [
  [
    "tools/list",
    "tools",
    { name: "t", inputSchema: {}, annotations: {}, outputSchema: {}, ...common },
    [
      "inputSchema name",
      "annotations inputSchema name",
      "_meta annotations inputSchema name outputSchema title",
      "_meta annotations icons inputSchema name outputSchema title",
    ],
  ],
  ["prompts/list", "prompts", { name: "p", ...common }, ["name", "name", "_meta name title", "_meta icons name title"]],
  [
    "resources/list",
    "resources",
    { uri: "a:b", ...common },
    ["uri", "uri", "_meta title uri", "_meta icons title uri"],
  ],
  [
    "resources/templates/list",
    "resourceTemplates",
    { uriTemplate: "a:{b}", ...common },
    ["uriTemplate", "uriTemplate", "_meta title uriTemplate", "_meta icons title uriTemplate"],
  ],
  ["resources/read", "contents", { uri: "a:b", _meta: {} }, ["uri", "uri", "_meta uri", "_meta uri"]],
];

describe("projectMessage", () => {
  it.each(LISTS)("keeps of %s what each revision has", (method, list, member, kept) => {
    const fields = REVISIONS.map((revision) => {
      const result = resultOf({ [list]: [member], ttlMs: 1, cacheScope: "public" }, method, revision);
      expect(Object.keys(result)).toEqual([list]);
      return keys((result[list] as object[])[0] as object);
    });
    expect(fields).toEqual(kept);
  });

  it("keeps of the server info what each revision has", () => {
    const result = {
      protocolVersion: "x",
      serverInfo: { name: "n", version: "1", title: "T", description: "D", websiteUrl: "W", icons: [] },
      capabilities: { tools: {}, completions: {}, extensions: {} },
    };
    const said = REVISIONS.map((revision) => {
      const { serverInfo, capabilities } = resultOf(result, "initialize", revision);
      return `${keys(serverInfo as object)} | ${keys(capabilities as object)}`;
    });
    expect(said).toEqual([
      "name version | tools",
      "name version | completions tools",
      "name title version | completions tools",
      "description icons name title version websiteUrl | completions extensions tools",
    ]);
  });

  it("converts each type of content to the revision", () => {
    const content = [
      { type: "text", text: "t", annotations, _meta: {} },
      { type: "audio", data: "AAAA", mimeType: "audio/wav", annotations },
      { type: "resource_link", uri: "a:b", name: "n", title: "N", description: "D", icons: [] },
      { type: "resource", resource: { uri: "a:b", text: "t", _meta: {} } },
    ];
    const [first, second, third, fourth] = REVISIONS.map(
      (revision) => resultOf({ content, structuredContent: { a: 1 } }, "tools/call", revision) as never,
    ) as { content: object[]; structuredContent?: object }[];
    const plain = { priority: 1 };
    const audio = { uri: "result://audio", mimeType: "audio/wav", blob: "AAAA" };
    expect(first).toEqual({
      content: [
        { type: "text", text: "t", annotations: plain },
        { type: "resource", resource: audio, annotations: plain },
        { type: "text", text: "N: a:b\nD" },
        { type: "resource", resource: { uri: "a:b", text: "t" } },
      ],
    });
    expect(second?.content[1]).toEqual({ ...content[1], annotations: plain });
    expect(second?.structuredContent).toBeUndefined();
    expect(third?.content.map(keys)).toEqual([
      "_meta annotations text type",
      "annotations data mimeType type",
      "description name title type uri",
      "resource type",
    ]);
    expect(fourth).toEqual({ content, structuredContent: { a: 1 } });
  });

  it("projects the content of prompts", () => {
    const message = { role: "user", content: { type: "resource_link", uri: "a:b", name: "n" } };
    const { messages } = resultOf({ messages: [message] }, "prompts/get", "2025-03-26");
    expect(messages).toEqual([{ role: "user", content: { type: "text", text: "n: a:b" } }]);
  });

  it("gives a missing resource the code of its era, and no other error", () => {
    const codeOf = (method: string, data?: unknown) => {
      const error = { code: -32602, message: "m", data };
      return projectMessage({ jsonrpc: "2.0", id: 1, error }, method, "2025-11-25");
    };
    const notFound = { error: { code: -32002, data: { uri: "a:b" } } };
    expect(codeOf("resources/read", { uri: "a:b" })).toMatchObject(notFound);
    expect(codeOf("resources/subscribe", { uri: "a:b" })).toMatchObject(notFound);
    expect(codeOf("resources/read")).toMatchObject({ error: { code: -32602 } });
    expect(codeOf("prompts/get", { uri: "a:b" })).toMatchObject({ error: { code: -32602 } });
    const own = toProtocolError(new ProtocolError(-32602, "m", { uri: "a:b" }), () => "reference");
    expect(codeOf("resources/read", own.data)).toMatchObject({ error: { code: -32602 } });
  });

  it("sends progress without a message before 2025-03-26", () => {
    const params = { progressToken: 1, progress: 2, message: "m" };
    const send = (revision: string) => paramsOf("notifications/progress", params, revision);
    expect(send("2024-11-05")).toEqual({ progressToken: 1, progress: 2 });
    expect(send("2025-03-26")).toEqual(params);
  });

  it("converts forms to 2025-06-18", () => {
    const requestedSchema = {
      type: "object",
      properties: {
        name: { type: "string", default: "Ada" },
        sure: { type: "boolean", default: true },
        unit: {
          type: "string",
          oneOf: [
            { const: "c", title: "Celsius" },
            { const: "f", title: "Fahrenheit" },
          ],
          default: "c",
        },
      },
    };
    const params = { mode: "form", message: "m", requestedSchema };
    expect(paramsOf("elicitation/create", params, "2025-11-25")).toEqual(params);
    expect(paramsOf("elicitation/create", params, "2025-06-18")).toEqual({
      message: "m",
      requestedSchema: {
        type: "object",
        properties: {
          name: { type: "string" },
          sure: { type: "boolean", default: true },
          unit: { type: "string", enum: ["c", "f"], enumNames: ["Celsius", "Fahrenheit"] },
        },
      },
    });
    const several = { ...params, requestedSchema: { type: "object", properties: { days: { type: "array" } } } };
    expect(() => paramsOf("elicitation/create", several, "2025-06-18")).toThrow(/several choices/);
  });
});

function resultOf(result: object, method: string, revision: string): Record<string, unknown> {
  const message = projectMessage({ jsonrpc: "2.0", id: 1, result } as JSONRPCMessage, method, revision);
  return (message as unknown as { result: Record<string, unknown> }).result;
}

function paramsOf(method: string, params: object, revision: string): unknown {
  const message = { jsonrpc: "2.0", method, params } as JSONRPCMessage;
  return (projectMessage(message, undefined, revision) as { params?: unknown }).params;
}

function keys(value: object): string {
  return Object.keys(value).sort().join(" ");
}
