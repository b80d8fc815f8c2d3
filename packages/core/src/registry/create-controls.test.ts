import { describe, expect, it } from "vitest";
import { createEngine } from "../engine/create-engine.js";
import { Library, libraryManifest } from "../library.fixture.js";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { defineServer, registryOf } from "./define-server.js";

const soon = () => new Promise((resolve) => setImmediate(resolve));
const weather = () => defineServer(Weather, { manifest: weatherManifest() });
const library = () => defineServer(Library, { manifest: libraryManifest() });

describe("listChanged", () => {
  it("tells of one list, once", async () => {
    const server = weather();
    const told: string[] = [];
    registryOf(server).catalog.changes.subscribe(({ kind }) => void told.push(kind));
    server.listChanged("resources");
    server.listChanged("resources");
    server.listChanged("prompts");
    await soon();
    expect(told).toEqual(["resources_list_changed", "prompts_list_changed"]);
  });

  it("refuses lists that the server does not have", () => {
    expect(() => weather().listChanged("resource" as never)).toThrow(
      'listChanged takes "tools", "resources" or "prompts", not resource.',
    );
    expect(() => library().listChanged("tools")).toThrow("This server has no tools, so clients have no list of them.");
  });

  it("reaches the clients of a server that has this one as a part", async () => {
    const part = library();
    const told: string[] = [];
    registryOf(defineServer({ w: weather(), l: part })).catalog.changes.subscribe(({ kind }) => void told.push(kind));
    part.listChanged("prompts");
    await soon();
    expect(told).toEqual(["prompts_list_changed"]);
  });
});

describe("watched", () => {
  it("returns the URIs of this server's resources, as long as any client is subscribed", async () => {
    const [part, other] = [library(), weather()];
    const whole = defineServer({ l: part, w: other });
    // Two transports make two engines of one server.
    const clients = [createEngine(whole), createEngine(whole)].map((engine) => engine.createSubscriptions());
    for (const client of clients) await client.subscribe("library://book/1");
    await clients[0]?.subscribe("weather://all");
    expect(whole.watched()).toEqual(["library://book/1", "weather://all"]);
    expect([part.watched(), other.watched()]).toEqual([["library://book/1"], ["weather://all"]]);
    clients[0]?.close();
    expect(whole.watched()).toEqual(["library://book/1"]);
    clients[1]?.unsubscribe("library://book/1");
    expect([whole.watched(), part.watched(), other.watched()]).toEqual([[], [], []]);
  });

  it("leaves out what is disabled, and URIs that no resource has", async () => {
    const server = library();
    const engine = createEngine(server);
    const meta = { "io.modelcontextprotocol/clientCapabilities": {} };
    const uris = ["library://all", "other://x"];
    const params = { notifications: { resourceSubscriptions: uris }, _meta: meta };
    const { begin } = await engine.listen({ jsonrpc: "2.0", id: 1, method: "subscriptions/listen", params });
    const end = begin(
      () => undefined,
      () => undefined,
    );
    expect(server.watched()).toEqual(["library://all"]);
    server.disable("library://all");
    expect(server.watched()).toEqual([]);
    server.enable("library://all");
    end();
    expect(server.watched()).toEqual([]);
  });
});
