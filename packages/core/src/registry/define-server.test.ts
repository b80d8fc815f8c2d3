import { expect, it } from "vitest";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { defineServer, registryOf } from "./define-server.js";

it("adds options to a definition that it does not set itself", () => {
  const server = defineServer(Weather, { info: { name: "own" } });
  const options = { manifest: weatherManifest(), info: { name: "other" } };
  expect(defineServer(server, options)).toBe(server);
  expect(registryOf(server).settings.server).toMatchObject({ name: "own", version: "1.2.3" });
});

it("refuses new options for a definition that is in use", () => {
  const server = defineServer(Weather, { manifest: weatherManifest() });
  registryOf(server);
  expect(defineServer(server, { manifest: weatherManifest() })).toBe(server);
  expect(() => defineServer(server, { pageSize: 3, cache: { ttlMs: 1 } })).toThrow(
    "This server is already in use: pass pageSize, cache where you define it.",
  );
});
