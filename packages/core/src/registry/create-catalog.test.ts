import { describe, expect, it } from "vitest";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { defineServer, registryOf } from "./define-server.js";

function serve() {
  const server = defineServer(Weather, { manifest: weatherManifest() });
  const { catalog } = registryOf(server);
  const heard: unknown[] = [];
  catalog.changes.subscribe((change) => void heard.push(change));
  return { server, catalog, told: () => new Promise((resolve) => setImmediate(resolve)).then(() => heard.splice(0)) };
}

describe("enabling and disabling", () => {
  it("removes primitives, and puts them back in their old place", async () => {
    const { server, catalog, told } = serve();
    const names = [...catalog.enabled().tools.keys()];
    server.disable("add", "when", "packing", "weather://all", "weather://{city}/day/{day}");
    const { tools, prompts, resources, templates } = catalog.enabled();
    expect([tools.size, prompts.size, resources.size, templates.length]).toEqual([3, 0, 0, 0]);
    expect(await told()).toEqual(["tools", "prompts", "resources"].map((list) => ({ kind: `${list}_list_changed` })));
    server.enable("when", "add");
    expect([...catalog.enabled().tools.keys()]).toEqual(names);
    expect(await told()).toEqual([{ kind: "tools_list_changed" }]);
  });

  it("publishes nothing if nothing changes, and one change for many", async () => {
    const { server, told } = serve();
    server.enable("add");
    expect(await told()).toEqual([]);
    server.disable("add");
    server.disable("add", "flat");
    server.enable("add");
    server.resourceUpdated("weather://all");
    server.resourceUpdated("weather://all");
    expect(await told()).toEqual([{ kind: "tools_list_changed" }, { kind: "resource_updated", uri: "weather://all" }]);
  });

  it("changes nothing if a name is unknown", async () => {
    const { server, catalog, told } = serve();
    expect(() => server.disable("add", "constructor")).toThrow(TypeError);
    expect(catalog.enabled().tools.has("add")).toBe(true);
    expect(await told()).toEqual([]);
  });
});
