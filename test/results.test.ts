import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, type Connection, connect, TRANSPORTS } from "./support/connect.js";
import { PLAINMCP } from "./support/serve.js";

const CELLS = CLIENTS.flatMap((client) => TRANSPORTS.map((transport) => ({ client, transport })));

const EPOCH = "1970-01-01T00:00:00.000Z";
const PNG = { type: "image", mimeType: "image/png", data: "iVBORw0KGgo=" };
const text = (value: string) => ({ type: "text", text: value });

/** Each result as both eras get it. A value that is no object is wrapped for older clients. */
const RESULTS: readonly [name: string, args: object, result: object, structured?: unknown][] = [
  ["text", {}, { content: [text('two\n"lines"')] }],
  ["brand", {}, { content: [text("id")] }],
  ["date", {}, { content: [text(EPOCH)] }],
  ["nullable", {}, { content: [text("null")] }, null],
  ["asked", {}, { content: [text("data")] }, "data"],
  ["v1", {}, { content: [text("v1")], structuredContent: { n: 1 }, isError: false }],
  ["v2", {}, { content: [text("v2")], isError: true }],
  ["ported", { city: "Bern" }, { content: [text("Bern")] }],
  ["ported", { city: "" }, { content: [text("No city")], isError: true }],
  ["given", { n: 1 }, { content: [text("n is 1")], structuredContent: { n: 1 } }],
  ["reading", { as: "data" }, { content: [text(`{"at":"${EPOCH}"}`)], structuredContent: { at: EPOCH } }],
  ["reading", { as: "text" }, { content: [text("text")], structuredContent: { at: EPOCH } }],
  ["reading", { as: "image" }, { content: [PNG, text(`{"at":"${EPOCH}"}`)], structuredContent: { at: EPOCH } }],
  ["reading", { as: "error" }, { content: [text("error")], isError: true }],
  ["count", {}, { content: [text("three")] }, 3],
  ["rows", {}, { content: [text('[{"type":"text","text":"a","id":1}]')] }, [{ type: "text", text: "a", id: 1 }]],
  ["pages", {}, { content: [text("one"), PNG, text("two"), { type: "image", data: "AA==", mimeType: "image/gif" }] }],
  ["captions", {}, { content: [text("one"), text("two")] }],
  ["either", {}, { content: [text(`{"at":"${EPOCH}"}`)] }],
  ["download", {}, { content: [PNG] }],
  ["log", {}, { content: [text("one\ntwo")] }],
  ["quiet", {}, { content: [text("")] }],
  ["list", {}, { content: [text(`[{"at":"${EPOCH}"}]`)] }, [{ at: EPOCH }]],
  ["fetched", {}, { content: [PNG] }],
  ["work", {}, { content: [text('{"rows":3}')], structuredContent: { rows: 3 } }],
  ["early", { stop: false }, { content: [text("late")] }, "late"],
  ["early", { stop: true }, { content: [text("null")] }, null],
  ["steps", {}, { content: [text("[1,2]")] }, [1, 2]],
  [
    "outcome",
    {},
    { content: [text('{"ok":false,"list":[1,null]}')], structuredContent: { ok: false, list: [1, null] } },
  ],
];

describe.each(CELLS)("results, $client over $transport", ({ client: name, transport }) => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await connect(name, transport, { args: [PLAINMCP, "serve", "test/fixtures/results.ts"] });
    // Clients check results by the schemas that they have listed.
    await connection.client.listTools();
  });
  afterAll(async () => {
    expect(await connection.close()).toEqual([]);
  });

  it.each(RESULTS)("%s %j", async (tool, args, result, structured) => {
    const value = connection.era === "modern" ? structured : { result: structured };
    const { _meta, resultType, ...found } = await connection.callTool(tool, args as Record<string, unknown>);
    expect(found).toEqual({ ...result, ...(structured !== undefined && { structuredContent: value }) });
  });

  it("have a schema where they are data, and none where they are text or content", async () => {
    const { tools } = await connection.client.listTools();
    const described = tools.filter(({ outputSchema }) => outputSchema).map((tool) => tool.name);
    const data = [
      "nullable",
      "asked",
      "given",
      "reading",
      "count",
      "part",
      "rows",
      "list",
      "work",
      "early",
      "steps",
      "outcome",
    ];
    expect(described.sort()).toEqual(data.sort());
    expect(JSON.stringify(tools)).not.toMatch(/"(?:resultSchema|x-ts|yields|returns)"/);
  });

  it("are errors where a text, or the structured half of a result, is not what its type says", async () => {
    for (const [tool, args] of [
      ["wrong", {}],
      ["given", { n: "many" }],
      ["reading", { as: "nothing" }],
    ] as const) {
      const result = await connection.callTool(tool, args);
      expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("reference") }] });
    }
  });

  it("come in parts, if they are large", async () => {
    const items: unknown[] = [];
    let page: { items?: unknown; nextCursor?: string } = {};
    do {
      const cursor = page.nextCursor;
      const result = await connection.callTool("part", cursor === undefined ? {} : { cursor });
      page = result.structuredContent as typeof page;
      items.push(page.items);
    } while (page.nextCursor !== undefined);
    expect(items).toEqual([[1], [2], [3]]);
  });

  it("say how far they are, and never less than before", async () => {
    const heard: unknown[] = [];
    await connection.callTool("work", {}, { onprogress: (progress) => void heard.push(progress) });
    const values = heard.map((one) => (one as { progress: number }).progress);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(heard[0]).toEqual({ progress: 10 });
    expect(heard.at(-1)).toEqual({ progress: 20, total: 20, message: "all" });
  });

  it("of resources: whole, data and streams", async () => {
    const read = async (uri: string) => (await connection.client.readResource({ uri })).contents;
    expect(await read("results://whole")).toEqual([
      { uri: "results://whole/1", text: "one" },
      { uri: "results://whole/2", blob: "AA==" },
    ]);
    const json = { mimeType: "application/json", text: `{"at":"${EPOCH}"}` };
    expect(await read("results://rows")).toEqual([{ ...json, uri: "results://rows", text: `[${json.text}]` }]);
    expect(await read("results://rows/1")).toEqual([{ ...json, uri: "results://rows/1" }]);
    expect(await read("results://stream")).toEqual([
      { uri: "results://stream", mimeType: "image/png", blob: PNG.data },
    ]);
    await expect(read("results://rows/2")).rejects.toThrow(/not found/);
  });

  it("of prompts: whole ones, written as a type or inferred", async () => {
    expect(await connection.client.getPrompt({ name: "letter" })).toMatchObject({
      description: "A letter",
      messages: [{ role: "assistant", content: text("Dear") }],
    });
    expect(await connection.client.getPrompt({ name: "question", arguments: { city: "Bern" } })).toMatchObject({
      description: "Inferred.",
      messages: [{ role: "user", content: text("Rain in Bern?") }],
    });
  });
});
