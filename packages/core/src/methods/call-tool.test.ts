import { describe, expect, it } from "vitest";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { Weather, weatherManifest } from "../weather.fixture.js";

function setUp() {
  const { send, reports } = serveDirectly(Weather, { manifest: weatherManifest() });
  return { call: (name: string, args: unknown) => send("tools/call", { name, arguments: args }), reports };
}

describe("tools/call", () => {
  it("passes arguments by name, whatever their order", async () => {
    const { call } = setUp();
    expect(await call("add", { b: 3, a: 2 })).toEqual({
      content: [{ type: "text", text: "-1" }],
      structuredContent: -1,
    });
    expect((await call("add", { a: 2 })).structuredContent).toBe(-8);
  });

  it("spreads rest parameters, which may be missing", async () => {
    const { call } = setUp();
    expect((await call("sum-all", { others: [2, 3], first: 1 })).structuredContent).toBe(6);
    expect((await call("sum-all", { first: 1 })).structuredContent).toBe(1);
  });

  it("passes the whole object to a destructured parameter, and injects context and signal", async () => {
    expect(await setUp().call("flat", { city: "Paris" })).toEqual({
      content: [{ type: "text", text: "Paris modern false" }],
    });
  });

  it("gives a Date to a method that asks for one, and sends one as text", async () => {
    const result = await setUp().call("when", { day: "2026-01-31T00:00:00.000Z" });
    expect(result.structuredContent).toEqual({ next: "2026-02-01T00:00:00.000Z" });
  });

  it("answers wrong arguments with an error result that names each", async () => {
    const result = await setUp().call("add", { a: "2", c: 1 });
    expect(result.isError).toBe(true);
    const message = JSON.stringify(result.content);
    expect(message).toContain("Invalid arguments for tool add");
    expect(message).toMatch(/a.*number/);
    expect(message).toContain("c");
  });

  it("answers wrong arguments with an error if the revision demands one", async () => {
    const { send } = serveDirectly(Weather, { manifest: weatherManifest() });
    const params = { name: "add", arguments: { a: "2" } };
    await expect(send("tools/call", params, { revision: "2025-06-18" })).rejects.toMatchObject({
      fault: { kind: "invalid-arguments", message: expect.stringContaining("Invalid arguments for tool add") },
    });
    expect(await send("tools/call", params, { revision: "2025-11-25" })).toMatchObject({ isError: true });
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", ""])("knows no tool %j", async (name) => {
    await expect(setUp().call(name, {})).rejects.toMatchObject({ fault: { kind: "invalid-params" } });
  });

  it.each<[string, object]>([
    ["no name", { arguments: {} }],
    ["a name that is not a string", { name: 1 }],
    ["arguments that are not an object", { name: "add", arguments: [1] }],
  ])("refuses params with %s", async (_, params) => {
    const { send } = serveDirectly(Weather, { manifest: weatherManifest() });
    await expect(send("tools/call", params)).rejects.toMatchObject({
      fault: { kind: "invalid-params", message: expect.stringContaining("Invalid params for tools/call") },
    });
  });

  it.each(["__proto__", "constructor", "toString"])("refuses the argument %j", async (name) => {
    const result = await setUp().call("add", JSON.parse(`{"a": 1, "${name}": {"b": 5}}`));
    expect(result.isError).toBe(true);
    expect(({} as Record<string, unknown>).b).toBeUndefined();
  });

  it("does not take a required argument from the prototype", async () => {
    const result = await setUp().call("add", Object.create({ a: 1 }));
    expect(result.isError).toBe(true);
  });

  it("shows the message of a ToolError", async () => {
    const { call, reports } = setUp();
    expect(await call("explode", { kind: "tool" })).toEqual({
      isError: true,
      content: [{ type: "text", text: "Ask for another city." }],
    });
    expect(reports).toEqual([]);
  });

  it("shows only a reference for any other error, and reports the full error", async () => {
    const { call, reports } = setUp();
    const result = await call("explode", { kind: "secret" });
    expect(JSON.stringify(result)).not.toContain("secret db host");
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ error: new Error("secret db host"), source: 'tool "explode"' });
    expect(JSON.stringify(result)).toContain(reports[0]?.reference);
  });

  it("does not send a value that the return type does not allow", async () => {
    const { call, reports } = setUp();
    const result = await call("explode", { kind: "wrong" });
    expect(result).toMatchObject({ isError: true });
    expect(result.structuredContent).toBeUndefined();
    expect(String(reports[0]?.error)).toContain("does not match the return type");
  });
});
