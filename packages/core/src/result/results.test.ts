import { describe, expect, it } from "vitest";
import type { RegisteredTool } from "../registry/registry.js";
import { recordingContext } from "../weather.fixture.js";
import { collectYields } from "./collect-yields.js";
import { toContent } from "./to-content.js";
import { toPromptMessages } from "./to-prompt-messages.js";
import { toResourceContents } from "./to-resource-contents.js";
import { toToolResult } from "./to-tool-result.js";

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const WAV = new TextEncoder().encode("RIFF....WAVEfmt ");
const text = (value: string) => ({ type: "text", text: value });

describe("toContent", () => {
  it.each<[string, unknown, unknown[]]>([
    ["string", "hi", [text("hi")]],
    ["number", 1.5, [text("1.5")]],
    ["boolean", false, [text("false")]],
    ["undefined", undefined, []],
    ["null", null, [text("null")]],
    ["bigint", 12n, [text("12")]],
    ["Date", new Date(0), [text("1970-01-01T00:00:00.000Z")]],
    ["plain object", { a: 1, b: undefined, c: 2n }, [text('{"a":1,"c":"2"}')]],
    ["array", [1, "a"], [text('[1,"a"]')]],
    ["empty array", [], [text("[]")]],
    ["Map", new Map([["a", new Set([1])]]), [text('{"a":[1]}')]],
    ["Map of other keys", new Map([[1, "a"]]), [text('[[1,"a"]]')]],
    ["image bytes", PNG, [{ type: "image", mimeType: "image/png", data: "iVBORw0KGgoB" }]],
    ["image Buffer", Buffer.from(PNG), [{ type: "image", mimeType: "image/png", data: "iVBORw0KGgoB" }]],
    ["audio bytes", WAV, [{ type: "audio", mimeType: "audio/wav", data: btoa("RIFF....WAVEfmt ") }]],
    ["text Blob", new Blob(["grüß"], { type: "text/csv" }), [text("grüß")]],
    ["JSON Response", Response.json({ a: 1 }), [text('{"a":1}')]],
    [
      "other bytes",
      new Uint8Array([1, 2]),
      [{ type: "resource", resource: { uri: "result://x", mimeType: "application/octet-stream", blob: "AQI=" } }],
    ],
    ["content block", text("x"), [text("x")]],
    ["content blocks and bytes", [text("x"), PNG], [text("x"), expect.objectContaining({ type: "image" })]],
  ])("shows a %s", async (_, value, content) => {
    expect(await toContent(value, "result://x")).toEqual(content);
  });

  it("fails for a value that contains itself, and for an HTTP error", async () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    await expect(toContent(loop, "result://x")).rejects.toThrow("result.self contains itself");
    await expect(toContent(new Response("no", { status: 500 }), "result://x")).rejects.toThrow("status 500");
  });
});

describe("what cannot be serialised", () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  const block = { type: "text", text: "a", _meta: loop } as const;

  it("fails before it leaves, and names the place", async () => {
    const tool = { definition: { name: "x", inputSchema: {} }, output: undefined } as unknown as RegisteredTool;
    await expect(toToolResult({ content: [block] }, tool)).rejects.toThrow("result.content[0]._meta.self");
    await expect(toToolResult(block, tool)).rejects.toThrow("contains itself");
    await expect(
      toResourceContents({ contents: [{ uri: "a:b", text: "", _meta: loop }] }, "a:b", ""),
    ).rejects.toThrow();
    expect(() => toPromptMessages(block)).toThrow("contains itself");
  });

  it("does not include bigints, which are digits", async () => {
    const tool = { definition: { name: "x", inputSchema: {} }, output: undefined } as unknown as RegisteredTool;
    const result = await toToolResult({ content: [{ ...block, _meta: { n: 1n } }] }, tool);
    expect(result.content).toEqual([{ ...block, _meta: { n: "1" } }]);
  });
});

describe("toResourceContents", () => {
  const uri = "a://b";
  it.each<[string, unknown, string | undefined, unknown]>([
    ["string", "hi", undefined, { uri, mimeType: "text/plain", text: "hi" }],
    ["string with a type", "# hi", "text/markdown", { uri, mimeType: "text/markdown", text: "# hi" }],
    [
      "object",
      { a: new Date(0) },
      undefined,
      { uri, mimeType: "application/json", text: `{"a":"${new Date(0).toJSON()}"}` },
    ],
    ["bytes", PNG, undefined, { uri, mimeType: "image/png", blob: "iVBORw0KGgoB" }],
    ["bytes of a text type", new TextEncoder().encode("a,b"), "text/csv", { uri, mimeType: "text/csv", text: "a,b" }],
  ])("shows a %s", async (_, value, mimeType, contents) => {
    expect(await toResourceContents(value, uri, mimeType)).toEqual([contents]);
  });

  it("passes a full result of several contents", async () => {
    const contents = [
      { uri: "a://1", text: "1" },
      { uri: "a://2", blob: "AQ==" },
    ];
    expect(await toResourceContents({ contents }, uri, undefined)).toEqual(contents);
  });
});

describe("toPromptMessages", () => {
  it("takes strings, blocks, messages and arrays of them", () => {
    const image = { type: "image", data: "AQ==", mimeType: "image/png" };
    expect(toPromptMessages(["hi", { role: "assistant", content: "yes" }, image])).toEqual([
      { role: "user", content: text("hi") },
      { role: "assistant", content: text("yes") },
      { role: "user", content: image },
    ]);
  });

  it("takes the bytes of images and sounds", () => {
    const gif = new TextEncoder().encode("GIF89a");
    const content = { type: "image", data: btoa("GIF89a"), mimeType: "image/gif" };
    expect(toPromptMessages([gif, { role: "assistant", content: gif }])).toEqual([
      { role: "user", content },
      { role: "assistant", content },
    ]);
  });

  const other = new Uint8Array(3);
  it.each([
    1,
    undefined,
    { role: "system", content: "x" },
    { role: "user", content: 1 },
    { a: 1 },
    other,
    { role: "user", content: other },
  ])("refuses %j", (value) => {
    expect(() => toPromptMessages(value)).toThrow(TypeError);
  });
});

describe("collectYields", () => {
  it("collects what a generator yields and reports each value", async () => {
    const { context, progress } = recordingContext();
    async function* count() {
      yield "one";
      yield 2;
    }
    expect(await collectYields(count(), context)).toEqual(["one", 2]);
    expect(progress).toEqual([
      [1, undefined, "one"],
      [2, undefined, undefined],
    ]);
  });

  it.each([[[1, 2]], [new Map()], ["text"], [new Uint8Array(2)]])("leaves the value %j alone", async (value) => {
    expect(await collectYields(value, recordingContext().context)).toBe(value);
  });
});
