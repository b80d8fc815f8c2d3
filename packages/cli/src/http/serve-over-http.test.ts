import { request } from "node:http";
import { defineServer } from "@plainmcp/core";
import type { HttpServer } from "@plainmcp/transport-http/node";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CLOCK_MANIFEST, Clock } from "../exports/clock.fixture.js";
import { httpFlags } from "../flags/http-flags.js";
import { type GivenFlags, readSettings } from "../flags/read-settings.js";
import { serveOverHttp } from "./serve-over-http.js";

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

async function start(given: GivenFlags, env?: NodeJS.ProcessEnv): Promise<HttpServer> {
  const settings = readSettings(httpFlags, { "--port": ["0"], ...given }, env);
  const server = await serveOverHttp(defineServer(Clock, { manifest: CLOCK_MANIFEST }), settings);
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
    expect.stringMatching(/"mcp.example.com".*add it to --allowed-host\.$/),
    expect.stringMatching(/"https:\/\/app.example.com".*add it to --allowed-origin\.$/),
  ]);
});

test("what is allowed is allowed besides this machine", async () => {
  const server = await start({
    "--allowed-host": ["mcp.example.com"],
    "--allowed-origin": ["https://app.example.com"],
  });
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
  await start({ "--host": ["0.0.0.0"] });
  await start({}, { HOST: "0.0.0.0" });
  expect(printed).toEqual([
    expect.stringMatching(/Set --allowed-host to the names clients use\.$/),
    expect.stringMatching(/Set --allowed-host or ALLOWED_HOSTS to the names clients use\.$/),
  ]);
});

test.each<[GivenFlags, NodeJS.ProcessEnv, string]>([
  [{ "--allowed-host": ["https://example.com"] }, {}, "--allowed-host takes names"],
  [{}, { ALLOWED_HOSTS: "https://example.com" }, "ALLOWED_HOSTS takes names"],
  [{ "--allowed-origin": ["example.com"] }, {}, "--allowed-origin takes origins"],
  [{ "--path": ["mcp"] }, {}, '--path must begin with a slash, but is "mcp".'],
  [{ "--path": ["/x/../healthz"] }, {}, "--path must not be /healthz"],
  [{}, { MCP_PATH: "/mcp?x=1" }, 'MCP_PATH must not contain "?" or "#", but is "/mcp?x=1".'],
  [{ "--max-sessions": ["0"] }, {}, '--max-sessions must be at least 1, not "0".'],
  [
    { "--headers-timeout": ["1s"] },
    { MCP_KEEP_ALIVE_TIMEOUT: "2s" },
    "--headers-timeout must be more than MCP_KEEP_ALIVE_TIMEOUT (2000 ms), but is 1000 ms.",
  ],
])("takes %j and %j for a wrong command line", async (given, env, message) => {
  await expect(start(given, env)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
});

test("says by which flag to take another port, and that the command failed", async () => {
  const { port } = await start({});
  await expect(start({ "--port": [String(port)] })).rejects.toMatchObject({
    exitCode: 1,
    message: `Cannot listen on 127.0.0.1 port ${port}. Another program is using this port. Stop it, or set --port to another port; 0 picks a free one.`,
  });
});
