import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { manifestOf, methodOf } from "../../../../test/support/manifest-by-hand.js";
import { tool } from "../decorators/tool.js";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { hostKeys, hostOfKey } from "../manifest/host-keys.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import type { ToolManifest } from "../manifest/manifest.js";
import { defineServer } from "../registry/define-server.js";
import type { DefineServerOptions } from "../registry/define-server-options.js";

class Rooms {
  @tool
  find(args: object): string {
    return JSON.stringify(args);
  }
}

const CLOSED = {
  type: "object",
  properties: { city: { type: "string" }, beds: { type: "number" } },
  required: ["city"],
  additionalProperties: false,
};

function manifest(more: Partial<ToolManifest>) {
  const find = { ...methodOf("find"), parameters: [{ flat: true } as const], inputSchema: CLOSED };
  return manifestOf({ class: "Rooms", tools: [{ ...find, ...more }] });
}

/** The arguments that the method got, or the error. */
async function find(args: object, more: Partial<ToolManifest> = {}, options: DefineServerOptions = {}) {
  const { send } = serveDirectly(Rooms, { manifest: manifest(more), ...options });
  const { content, isError } = await send("tools/call", { name: "find", arguments: args });
  return isError ? content[0].text : JSON.parse(content[0].text);
}

const ALIASES = { argumentAliases: { town: "city", place: "city", "max beds": "beds" } };

describe("aliases", () => {
  it("stand for the argument, in both modes", async () => {
    for (const mode of ["strict", "lenient"] as const) {
      const more = { ...ALIASES, arguments: mode };
      expect(await find({ place: "Oslo", "max beds": 2 }, more)).toEqual({ city: "Oslo", beds: 2 });
    }
  });

  it("are taken from types that allow any property, too", async () => {
    const inputSchema = { type: "object", properties: { city: { type: "string" } } };
    expect(await find({ town: "Oslo", other: 1 }, { ...ALIASES, inputSchema })).toEqual({ city: "Oslo", other: 1 });
  });

  it("are read like the argument, and checked like it", async () => {
    expect(await find({ town: "Oslo", "max beds": "2" }, { ...ALIASES, arguments: "lenient" })).toEqual({
      city: "Oslo",
      beds: 2,
    });
    expect(await find({ town: 5 }, ALIASES)).toContain("arguments.city: expected string, got number 5");
  });

  it.each([
    [{ city: "Oslo", town: "Oslo" }, 'arguments.town: expected one of "city" and "town", got both'],
    [{ town: "Oslo", place: "Oslo" }, 'arguments.place: expected one of "town" and "place", got both'],
    [{ city: null, town: "Oslo" }, 'expected one of "city" and "town", got both'],
  ])("are refused beside the name and beside each other: %j", async (args, message) => {
    expect(await find(args, { ...ALIASES, arguments: "lenient" })).toContain(message);
  });

  it("do nothing for a tool without them", async () => {
    expect(await find({ town: "Oslo" })).toContain('arguments.town: expected only the properties "city", "beds"');
  });
});

describe("what hosts add", () => {
  const ADDED = {
    toolCallId: "call_1",
    sessionId: "s",
    action: "sendMessage",
    chatInput: "hi",
    wait_for_previous: true,
  };

  it("has a source for each host", () => {
    const page = readFileSync(new URL("../../../../docs/guide/arguments.md", import.meta.url), "utf8");
    for (const { host, keys, sources } of hostKeys()) {
      const row = page.split("\n").find((line) => line.startsWith(`| ${host} |`)) ?? "";
      expect(keys.filter((key) => !row.includes(`\`${key}\``))).toEqual([]);
      expect(sources.filter((source) => !row.includes(`(${source})`))).toEqual([]);
      expect([keys.length > 0, sources.length > 0]).toEqual([true, true]);
    }
    expect(hostKeys().filter(({ keys, mark }) => !keys.includes(mark))).toEqual([]);
    expect([hostOfKey("toolCallId"), hostOfKey("constructor")]).toEqual(["n8n", undefined]);
  });

  it("is dropped in both modes", async () => {
    for (const mode of ["strict", "lenient"] as const) {
      expect(await find({ city: "Oslo", ...ADDED }, { arguments: mode })).toEqual({ city: "Oslo" });
    }
  });

  it("is not in the error about the rest", async () => {
    const message = await find({ city: 1, colour: "red", ...ADDED });
    expect(message).toContain("arguments.colour");
    expect(message).not.toMatch(/toolCallId|chatInput/);
  });

  it("is kept if the tool has an argument or an alias of that name", async () => {
    const inputSchema = { ...CLOSED, properties: { ...CLOSED.properties, action: { type: "string" } } };
    const more = { inputSchema, argumentAliases: { sessionId: "city" } };
    expect(await find(ADDED, more)).toEqual({ city: "s", action: "sendMessage" });
  });

  const PLACE = { type: "object", properties: { place: { type: "string" } } };
  const SHOWS = { ...{ properties: { action: { const: "show" } } }, required: ["action"] };
  const HIDES = { ...{ properties: { action: { const: "hide" } } }, required: ["action"] };

  it.each<[string, JsonSchema]>([
    ["beside others", { ...PLACE, additionalProperties: {} }],
    ["in a pattern", { ...PLACE, patternProperties: { "^act": { type: "string" } } }],
    ["in the branches of a union", { ...PLACE, anyOf: [SHOWS, HIDES] }],
    ["in a definition", { ...PLACE, allOf: [{ $ref: "#/$defs/Shows" }], $defs: { Shows: SHOWS } }],
    ["in a condition", { ...PLACE, if: { properties: { action: {} } } }],
    ["in a part that only Ajv finds", { ...PLACE, $ref: "#shows", $defs: { Shows: { ...SHOWS, $anchor: "shows" } } }],
  ])("is kept if the schema has that name %s, also if another argument is mended", async (_, inputSchema) => {
    const more = { inputSchema, argumentAliases: { town: "place" } };
    expect(await find({ town: "Oslo", action: "show", chatInput: "hi" }, more)).toMatchObject({ action: "show" });
  });

  it.each<[string, JsonSchema]>([
    ["does not say whether there are others", PLACE],
    ["takes no others", { ...PLACE, unevaluatedProperties: false }],
  ])("is dropped, key by key, if the schema %s", async (_, inputSchema) => {
    expect(await find({ place: "Oslo", sessionId: "s" }, { inputSchema })).toEqual({ place: "Oslo" });
  });

  it.each<JsonSchema>([{ type: "object" }, { type: "object", additionalProperties: { type: "string" } }])(
    "is dropped from arguments of any name if the host has left its mark: %j",
    async (inputSchema) => {
      const { wait_for_previous, ...ofN8n } = ADDED;
      expect(await find({ a: "b", ...ofN8n }, { inputSchema })).toEqual({ a: "b" });
      const data = { a: "b", action: "approve", sessionId: "7" };
      expect(await find(data, { inputSchema })).toEqual(data);
    },
  );
});

describe("the option arguments", () => {
  const SENT = { city: "Oslo", beds: "2", colour: "red" };
  const READ = { city: "Oslo", beds: 2 };

  it("is strict by default", async () => {
    expect(await find(SENT)).toContain('arguments.beds: expected number, got string "2"');
  });

  it("applies to a tool, or to all tools of a server that do not have it", async () => {
    expect(await find(SENT, { arguments: "lenient" })).toEqual(READ);
    expect(await find(SENT, {}, { arguments: "lenient" })).toEqual(READ);
    expect(await find(SENT, { arguments: "strict" }, { arguments: "lenient" })).toContain("arguments.beds");
  });

  it("applies to all of several servers that do not have it", async () => {
    const inner = (options: DefineServerOptions) => defineServer(Rooms, { manifest: manifest({}), ...options });
    const servers = { a: inner({}), b: inner({ arguments: "strict" }), c: { d: inner({}) } };
    const { send } = serveDirectly(servers, { arguments: "lenient" });
    const call = async (name: string) => (await send("tools/call", { name, arguments: SENT })).isError === true;
    expect([await call("a_find"), await call("b_find"), await call("c_d_find")]).toEqual([false, true, false]);
    const { send: sendStrictly } = serveDirectly({ a: inner({ arguments: "lenient" }) });
    expect((await sendStrictly("tools/call", { name: "a_find", arguments: SENT })).isError).toBeUndefined();
  });

  it("is checked at start", () => {
    const options = { arguments: "loose", errors: "shown" } as unknown as DefineServerOptions;
    expect(() => serveDirectly(Rooms, { manifest: manifest({}), ...options })).toThrow(
      /the option errors must be "masked", "exposed" or a function, not "shown"\n.*the option arguments must be "strict" or "lenient", not "loose"/,
    );
  });

  it("leaves a root union to the branch that needs the fewest changes", async () => {
    const branch = (name: string) => ({
      ...{ type: "object", properties: { [name]: { type: "number" } } },
      ...{ required: [name], additionalProperties: false },
    });
    const inputSchema = {
      ...{ type: "object", properties: { a: { type: "number" }, b: { type: "number" } }, additionalProperties: false },
      "x-anyOf": [branch("a"), branch("b")],
    };
    expect(await find({ b: "2", toolCallId: "1" }, { inputSchema, arguments: "lenient" })).toEqual({ b: 2 });
  });

  it("decodes what it has read", async () => {
    const inputSchema = {
      ...CLOSED,
      properties: { days: { type: "array", items: { type: "string", format: "date-time", "x-ts": "Date" } } },
      required: [],
    };
    const days = '["2026-01-31T12:00:00Z"]';
    expect(await find({ days }, { inputSchema, arguments: "lenient" })).toEqual({ days: ["2026-01-31T12:00:00.000Z"] });
  });
});
