import { request } from "node:http";
import { defineServer } from "@plainmcp/core";
import type { HttpServer, ServeHttpOptions } from "@plainmcp/transport-http/node";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CLOCK_MANIFEST, Clock } from "../exports/clock.fixture.js";
import { listen } from "./listen.js";

let printed: unknown[];
const running: HttpServer[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "error").mockImplementation((value: unknown) => void printed.push(value));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: ServeHttpOptions): Promise<HttpServer> {
  const server = await listen(defineServer(Clock, { manifest: CLOCK_MANIFEST }), { port: 0, ...options });
  running.push(server);
  return server;
}

/** The status of a GET, which no session makes 400 when nothing is refused before. */
function get({ port }: HttpServer, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path: "/mcp", headers }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode));
    })
      .once("error", reject)
      .end();
  });
}

test("says by which flag a refused host or origin is allowed", async () => {
  const server = await start({});
  expect(await get(server, { host: "mcp.example.com" })).toBe(403);
  expect(await get(server, { origin: "https://app.example.com" })).toBe(403);
  expect(printed).toEqual([
    expect.stringMatching(/"mcp.example.com".*option --allowed-host\.$/),
    expect.stringMatching(/"https:\/\/app.example.com".*option --allowed-origin\.$/),
  ]);
});

test("what is allowed is allowed besides this machine", async () => {
  const server = await start({ allowedHosts: ["mcp.example.com"], allowedOrigins: ["https://app.example.com"] });
  const allowed: Record<string, string>[] = [
    { host: "mcp.example.com" },
    { host: "localhost" },
    { origin: "https://app.example.com" },
    { origin: "http://localhost:5173" },
  ];
  for (const headers of allowed) expect(await get(server, headers)).toBe(400);
  expect(printed).toEqual([]);
});

test("says by which flag other names are served", async () => {
  await start({ host: "0.0.0.0" });
  expect(printed).toEqual([expect.stringMatching(/Set --allowed-host to the names clients use\.$/)]);
});

test.each<[ServeHttpOptions, string]>([
  [{ allowedHosts: ["https://example.com"] }, "--allowed-host takes names"],
  [{ allowedOrigins: ["example.com"] }, "--allowed-origin takes origins"],
  [{ path: "/x/../healthz" }, "path must not be /healthz"],
])("takes %j for a wrong command line", async (options, message) => {
  await expect(start(options)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
});
