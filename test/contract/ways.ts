import { join } from "node:path";
import { format } from "node:util";
import { compile } from "@plainmcp/compiler";
import { defineServer, type Manifest, type ServerDefinition } from "@plainmcp/core";
import { serveConnection } from "@plainmcp/core/internal/connection";
import { createEngine } from "@plainmcp/core/internal/engine";
import { createHttpHandler } from "@plainmcp/transport-http";
import { serveHttp } from "@plainmcp/transport-http/node";
import { vi } from "vitest";
import { HttpConnection, type HttpTarget } from "../support/http-connection.js";
import { LineConnection } from "../support/line-connection.js";
import { MemoryConnection } from "../support/memory-connection.js";
import { LEGACY_REVISIONS, MODERN } from "../support/revisions.js";
import { LANE, ROOT } from "../support/serve.js";
import { runWarm } from "../support/warm-command.js";
import type { Cell, Fixture, Way } from "./contract.js";

export type WayName = "memory" | "stdio" | "fetch" | "stateless fetch" | "node";

const EVERY: readonly Cell[] = [MODERN, ...LEGACY_REVISIONS].map((revision) => ({ revision }));

/** Messages are passed as objects, within one process. */
export const memory: Way<MemoryConnection> = {
  name: "memory",
  cells: EVERY,
  async connect({ revision }, fixture, capabilities) {
    const engine = createEngine(await load(fixture));
    return new MemoryConnection(
      (transport) => serveConnection(engine, transport),
      captureLogs(),
      revision,
      capabilities,
    );
  },
};

/** Lines, to a program that `plainmcp build` has built. */
export const stdio: Way<LineConnection> = {
  name: "stdio",
  cells: EVERY,
  connect: async ({ revision }, fixture, capabilities) =>
    new LineConnection([await build(fixture)], revision, capabilities),
};

/** Web-standard requests, passed within one process. */
export const webFetch: Way<HttpConnection> = {
  name: "fetch",
  cells: EVERY,
  connect: ({ revision }, fixture, capabilities) => connectByFetch("sessions", fixture, revision, capabilities),
};

/** The same without sessions. Clients of 2024-11-05 cannot send their revision with each request. */
export const statelessFetch: Way<HttpConnection> = {
  name: "stateless fetch",
  cells: EVERY.filter(({ revision }) => revision !== MODERN && revision !== "2024-11-05"),
  connect: ({ revision }, fixture, capabilities) => connectByFetch("stateless", fixture, revision, capabilities),
};

/** Requests over a socket. */
export const node: Way<HttpConnection> = {
  name: "node",
  cells: EVERY,
  async connect({ revision }, fixture, capabilities) {
    const logs = captureLogs();
    const server = await serveHttp(await load(fixture), { port: 0, lane: LANE });
    const target: HttpTarget = { url: server.url, fetch, isStateless: false, logs, close: () => server.close() };
    return new HttpConnection(target, revision, capabilities);
  },
};

export const WAYS: readonly Pick<Way, "name" | "cells">[] = [memory, stdio, webFetch, statelessFetch, node];

async function connectByFetch(
  legacy: "sessions" | "stateless",
  fixture: Fixture,
  revision: string,
  capabilities?: object,
): Promise<HttpConnection> {
  const logs = captureLogs();
  const handler = createHttpHandler(await load(fixture), { legacy, lane: LANE });
  const target: HttpTarget = {
    url: "http://localhost/mcp",
    async fetch(input, init = {}) {
      const response = await handler.fetch(new Request(input, init));
      // Runtimes cancel the body when the client disconnects.
      const signal = init.signal ?? undefined;
      return new Response(
        response.body?.pipeThrough(new TransformStream(), { ...(signal && { signal }) }) ?? null,
        response,
      );
    },
    isStateless: legacy === "stateless",
    logs,
    close: () => handler.close(),
  };
  return new HttpConnection(target, revision, capabilities);
}

/** The class of a fixture, with its compiled manifest. */
async function load(fixture: Fixture): Promise<ServerDefinition> {
  const file = sourceOf(fixture);
  const manifest = compiled.get(fixture) ?? compile({ files: [file] }).manifest;
  compiled.set(fixture, manifest);
  const { default: served } = await import(file);
  return defineServer(served, { manifest });
}

const compiled = new Map<Fixture, Manifest>();

const built = new Map<Fixture, Promise<string>>();

/** The program of a fixture, built at its first use. */
function build(fixture: Fixture): Promise<string> {
  const program = built.get(fixture) ?? buildNow(fixture);
  built.set(fixture, program);
  return program;
}

async function buildNow(fixture: Fixture): Promise<string> {
  const folder = join(ROOT, "test/node_modules/.cache/contract");
  const args = ["build", sourceOf(fixture), "--transport", "stdio", "--out-dir", folder];
  const { exitCode, stderr } = await runWarm(ROOT, args);
  if (exitCode !== 0) throw new Error(stderr);
  return join(folder, `${fixture}.mjs`);
}

function sourceOf(fixture: Fixture): string {
  return join(ROOT, "test/fixtures", `${fixture}.ts`);
}

let logged: string[] | undefined;

/** Records what servers in this process log from now on. Returns a function that returns the log. */
function captureLogs(): () => string {
  if (logged === undefined) {
    const texts: string[] = [];
    vi.spyOn(console, "error").mockImplementation((...values) => void texts.push(`${format(...values)}\n`));
    logged = texts;
  }
  return () => (logged ?? []).join("");
}
