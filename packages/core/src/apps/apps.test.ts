import { describe, expect, it } from "vitest";
import { createEngine } from "../engine/create-engine.js";
import { send } from "../engine/serve-directly.fixture.js";
import type { ToolManifest, ToolUi } from "../manifest/manifest.js";
import { defineServer, registryOf } from "../registry/define-server.js";
import { tools, Weather, weatherManifest } from "../weather.fixture.js";

const PAGE: ToolUi = {
  uri: "ui://weather/add",
  html: "<!doctype html><title>Sum</title>",
  page: { prefersBorder: true, csp: { connectDomains: ["https://api.example.com"] } },
  visibility: ["model", "app"],
};

function serve(uis: Readonly<Record<string, ToolUi>>, more: Partial<ToolManifest> = {}) {
  const paged = tools.map((tool) => ({ ...tool, ...more, ...(uis[tool.name] && { ui: uis[tool.name] as ToolUi }) }));
  const server = defineServer(Weather, { manifest: weatherManifest({ tools: paged }) });
  return { server, ...registryOf(server).catalog.declared };
}

describe("a tool's page", () => {
  it("is named in the tool's _meta, next to the author's own entries", () => {
    const { tools } = serve({ add: PAGE }, { _meta: { "example.com/team": "sums", ui: { extra: 1 } } });
    expect(tools.get("add")?.definition._meta).toEqual({
      "example.com/team": "sums",
      ui: { extra: 1, resourceUri: "ui://weather/add", visibility: ["model", "app"] },
    });
    expect(tools.get("flat")?.definition._meta).toEqual({ "example.com/team": "sums", ui: { extra: 1 } });
  });

  it("is a resource that can be listed and read", async () => {
    const { server, resources } = serve({ add: PAGE }, { title: "Adds" });
    const common = { uri: PAGE.uri, mimeType: "text/html;profile=mcp-app", _meta: { ui: PAGE.page } };
    expect(resources.get(PAGE.uri)?.definition).toEqual({ name: "add", title: "Adds", ...common });
    const { contents } = await send(createEngine(server), "resources/read", { uri: PAGE.uri });
    expect(contents).toMatchObject([{ ...common, text: PAGE.html }]);
  });

  it("may be shared by several tools", () => {
    expect([...serve({ add: PAGE, flat: { ...PAGE, visibility: ["app"] } }).resources.keys()]).toEqual([
      "weather://all",
      PAGE.uri,
    ]);
  });

  it("is refused if it cannot be served, with all others", () => {
    const uis = { add: PAGE, flat: { ...PAGE, html: "<p>Other" }, when: { ...PAGE, uri: "weather://all" } };
    expect(() => serve(uis)).toThrow(
      /two tools have different pages at "ui:\/\/weather\/add".*\n.*page of tool "when" has the URI "weather:\/\/all"/,
    );
  });
});
