import { describe, expect, it } from "vitest";
import type { Tool } from "../primitives/primitive.js";
import { createValidator } from "../validation/create-validator.js";
import { toContent } from "./to-content.js";
import { toPromptMessages, toPromptResult } from "./to-prompt-messages.js";
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
    ["URL", new URL("https://example.org/a"), [text("https://example.org/a")]],
    ["RegExp", /a+/g, [text("a+")]],
    ["bytes and data", [PNG, { a: 1 }], [expect.objectContaining({ type: "image" }), text('{"a":1}')]],
    ["bytes and strings", [PNG, "x"], [expect.objectContaining({ type: "image" }), text("x")]],
    ["content block", text("x"), [text("x")]],
    ["row of a chat", { ...text("x"), id: 1 }, [text('{"type":"text","text":"x","id":1}')]],
    ["list of nodes", [text("x"), { type: "break" }], [text('[{"type":"text","text":"x"},{"type":"break"}]')]],
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

describe("content by its type", () => {
  const tool = (rest: Partial<Tool>) => ({ definition: { name: "x", inputSchema: {} }, ...rest }) as Tool;
  const number = { encode: (value: unknown) => value, validate: createValidator({ type: "number" }) };
  const content = { output: undefined, isContent: true };

  it.each<[string, Partial<Tool>, unknown, unknown]>([
    ["a list of text", content, ["a", "b"], { content: [text("a"), text("b")] }],
    ["an empty list", content, [], { content: [] }],
    ["a block, without what the protocol does not know", content, { ...text("a"), id: 1 }, { content: [text("a")] }],
    ["a result, likewise", content, { content: [{ ...text("a"), id: 1 }], id: 1 }, { content: [text("a")] }],
    ["nothing where the type is void", { output: undefined, isNothing: true }, { id: 1 }, { content: [] }],
    ["data beside content", { ...content, result: number }, [1, text("a")], { content: [text("1"), text("a")] }],
  ])("shows %s", async (_, rules, value, result) => {
    expect(await toToolResult(value, tool(rules))).toEqual(result);
  });

  it("treats a result with other properties as data, unless the type declares a result", async () => {
    const value = { content: [text("a")], total: 1 };
    expect(await toToolResult(value, tool({ output: undefined }))).toEqual({ content: [text(JSON.stringify(value))] });
  });

  it("checks data next to content", async () => {
    const rules = { ...content, result: number };
    await expect(toToolResult([PNG, "a", { b: 1 }], tool(rules))).rejects.toThrow("does not match the return type");
  });

  it("checks the structured content of a result by the tool's own schema", async () => {
    const rules = { ...content, output: number };
    const value = { content: [text("one")], structuredContent: 1, _meta: { a: 1 } };
    expect(await toToolResult(value, tool(rules))).toEqual(value);
    expect(await toToolResult(2, tool(rules))).toEqual({ content: [text("2")], structuredContent: 2 });
    const failed = { content: [text("no")], isError: true };
    expect(await toToolResult(failed, tool(rules))).toEqual(failed);
    expect(await toToolResult({ ...failed, structuredContent: 2 }, tool(rules))).toMatchObject({
      structuredContent: 2,
    });
    expect(() => toToolResult({ ...failed, structuredContent: "2" }, tool(rules))).toThrow("result: expected");
  });

  it("says what a result without structured content lacks", () => {
    const rules = { ...content, output: number };
    const message =
      "The method returned a result without structuredContent, but the tool x has an output schema. Set structuredContent, or isError: true";
    for (const value of [{ content: [] }, { content: [text("a")], isError: false }]) {
      expect(() => toToolResult(value, tool(rules))).toThrow(message);
    }
  });

  it.each<[unknown, string]>([
    [undefined, "content must be an array of content blocks, not nothing"],
    ["hi", 'content must be an array of content blocks, not string "hi"'],
    [[text("a"), { type: "video" }], "content[1] must be a content block, not object"],
  ])("says what is wrong with the content %j of a result", (blocks, problem) => {
    const broken = { content: blocks, structuredContent: 1 };
    expect(() => toToolResult(broken, tool({ ...content, output: number }))).toThrow(
      `The method returned a result with structuredContent, but ${problem}.`,
    );
  });

  it.each<[object, string]>([
    [{ isError: null }, "isError must be true or false, not null"],
    [{ isError: "yes" }, 'isError must be true or false, not string "yes"'],
    [{ _meta: [1] }, "_meta must be an object, not array of 1 item"],
    [{ content: [{ ...text("a"), _meta: null }] }, "_meta must be an object, not null"],
    [{ content: [{ ...text("a"), annotations: { priority: 2 } }] }, "annotations must be an object with audience"],
    [
      { content: [{ ...text("a"), annotations: { audience: ["all"] } }] },
      "annotations must be an object with audience",
    ],
    [{ content: [{ ...text("a"), annotations: { lastModified: "now" } }] }, "annotations must be an object"],
    [
      { content: [{ type: "image", data: "data:image/png;base64,AAA=", mimeType: "image/png" }] },
      "data must be base64",
    ],
    [{ content: [{ type: "resource_link", uri: "a:b", name: "a", title: null }] }, "title must be a string, not null"],
    [
      { content: [{ type: "resource", resource: { uri: "a:b", blob: "-_-_" } }] },
      "blob must be base64, without a prefix",
    ],
  ])("does not send %j, which clients refuse", (part, problem) => {
    for (const rules of [content, { ...content, output: number }, {}]) {
      const convert = () => toToolResult({ content: [], structuredContent: 1, ...part }, tool(rules));
      expect(convert).toThrow(`Clients refuse what the method returned: ${problem}`);
    }
  });

  it("sends what clients take", async () => {
    const annotations = { audience: ["user"], priority: 1, lastModified: new Date(0) };
    const blob = { type: "resource", resource: { uri: "a:b", blob: "AA\n", mimeType: undefined } };
    const value = {
      content: [{ ...text("a"), annotations, _meta: new Map([["a", 1]]) }, blob],
      isError: false,
      _meta: {},
    };
    expect(await toToolResult(value, tool(content))).toEqual({
      ...{ isError: false, _meta: {} },
      content: [
        { ...text("a"), annotations: { ...annotations, lastModified: "1970-01-01T00:00:00.000Z" }, _meta: { a: 1 } },
        { type: "resource", resource: { uri: "a:b", blob: "AA\n" } },
      ],
    });
  });

  it("tells data with a list called content from a whole result", async () => {
    const article = { encode: (value: unknown) => value, validate: createValidator({ required: ["title"] }) };
    const rules = { ...content, output: article };
    const data = { title: "a", content: [text("a")] };
    expect(await toToolResult(data, tool(rules))).toMatchObject({ structuredContent: data });
    class Built {
      readonly lines = 1;
      readonly content = [text("a")];
      readonly structuredContent = { title: "b" };
    }
    expect(await toToolResult(new Built(), tool(rules))).toEqual({
      content: [text("a")],
      structuredContent: { title: "b" },
    });
  });
});

describe("a value that cannot be serialised", () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  const block = { type: "text", text: "a", _meta: loop } as const;

  it("fails before it is sent, and names the path", async () => {
    const tool = { definition: { name: "x", inputSchema: {} }, output: undefined } as unknown as Tool;
    expect(() => toToolResult({ content: [block] }, tool)).toThrow("result.content[0]._meta.self");
    await expect(toToolResult(block, tool)).rejects.toThrow("contains itself");
    expect(() => toResourceContents({ contents: [{ uri: "a:b", text: "", _meta: loop }] }, "a:b", "")).toThrow();
    expect(() => toPromptMessages(block)).toThrow("contains itself");
  });

  it("does not include bigints, which are digits", async () => {
    const tool = { definition: { name: "x", inputSchema: {} }, output: undefined } as unknown as Tool;
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
    ["Date", new Date(0), undefined, { uri, mimeType: "text/plain", text: new Date(0).toJSON() }],
    [
      "Date as JSON",
      new Date(0),
      "application/json",
      { uri, mimeType: "application/json", text: `"${new Date(0).toJSON()}"` },
    ],
    ["bytes", PNG, undefined, { uri, mimeType: "image/png", blob: "iVBORw0KGgoB" }],
    ["bytes of a text type", new TextEncoder().encode("a,b"), "text/csv", { uri, mimeType: "text/csv", text: "a,b" }],
  ])("shows a %s", async (_, value, mimeType, contents) => {
    expect(await toResourceContents(value, uri, mimeType)).toEqual([contents]);
  });

  it("passes on a full result with several contents", async () => {
    const contents = [
      { uri: "a://1", text: "1" },
      { uri: "a://2", blob: "AQ==" },
    ];
    expect(await toResourceContents({ contents }, uri, undefined)).toEqual(contents);
  });

  it("treats contents with other properties as data, if the type declares data", async () => {
    const data = { encode: (value: unknown) => value, validate: createValidator({ type: "object" }) };
    const page = { contents: [{ uri: "a://1", text: "1", score: 2 }] };
    const [found] = await toResourceContents(page, uri, undefined, data);
    expect(found).toEqual({ uri, mimeType: "application/json", text: JSON.stringify(page) });
    await expect(toResourceContents([], uri, undefined, data)).rejects.toThrow("does not match the return type");
  });
});

describe("toPromptMessages", () => {
  it("accepts strings, blocks, messages and arrays of them", () => {
    const image = { type: "image", data: "AQ==", mimeType: "image/png" };
    expect(toPromptMessages(["hi", { role: "assistant", content: "yes" }, image])).toEqual([
      { role: "user", content: text("hi") },
      { role: "assistant", content: text("yes") },
      { role: "user", content: image },
    ]);
  });

  it("accepts bytes of images and audio", () => {
    const gif = new TextEncoder().encode("GIF89a");
    const content = { type: "image", data: btoa("GIF89a"), mimeType: "image/gif" };
    expect(toPromptMessages([gif, { role: "assistant", content: gif }])).toEqual([
      { role: "user", content },
      { role: "assistant", content },
    ]);
  });

  it("accepts the protocol's own result", () => {
    const messages = [{ role: "assistant", content: text("yes") }];
    expect(toPromptResult({ description: "Why", messages, other: 1 })).toEqual({ description: "Why", messages });
    expect(toPromptResult("hi")).toEqual({ messages: [{ role: "user", content: text("hi") }] });
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
