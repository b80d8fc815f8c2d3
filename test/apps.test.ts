import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, type Connection, connect, TRANSPORTS } from "./support/connect.js";
import { PLAINMCP } from "./support/serve.js";

const CELLS = CLIENTS.flatMap((client) => TRANSPORTS.map((transport) => ({ client, transport })));
const HTML = readFileSync(new URL("fixtures/extensions/forecast.html", import.meta.url), "utf8");
const PAGE = { ui: { csp: { connectDomains: ["https://api.example.com"] } } };
const URI = "ui://extended/forecast";

/** What a host does that shows pages: `extensions` is the word of either era for it. */
describe.each(CELLS)("$client over $transport", ({ client, transport }) => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await connect(client, transport, { args: [PLAINMCP, "serve", "test/fixtures/extensions.ts"] });
  });
  afterAll(async () => expect(await connection.close()).toEqual([]));

  it("learns that there are pages", () => {
    const { extensions } = connection.client.getServerCapabilities() ?? {};
    expect(extensions?.["io.modelcontextprotocol/ui"]).toEqual({});
  });

  it("finds a tool's page, and gets the results as before", async () => {
    const { tools } = await connection.client.listTools();
    const [forecast, greet] = tools;
    expect(forecast?._meta).toEqual({ ui: { resourceUri: URI, visibility: ["model"] } });
    expect(greet?._meta).toBeUndefined();
    const result = await connection.callTool("forecast", { city: "Paris" });
    expect(result.structuredContent).toEqual({ city: "Paris", sunny: true });
    expect(result.content).toEqual([{ type: "text", text: '{"city":"Paris","sunny":true}' }]);
  });

  it("reads the page, with what it may do", async () => {
    const { resources } = await connection.client.listResources();
    const page = { uri: URI, mimeType: "text/html;profile=mcp-app", _meta: PAGE };
    expect(resources).toContainEqual({ ...page, name: "forecast" });
    const { contents } = await connection.client.readResource({ uri: URI });
    expect(contents).toEqual([{ ...page, text: HTML }]);
  });
});
