import { join } from "node:path";
import { compile } from "@plainmcp/compiler";
import type { DefineServerOptions, Manifest, ServerDefinition } from "@plainmcp/core";
import { createHttpHandler } from "@plainmcp/transport-http";
import { serveHttp } from "@plainmcp/transport-http/node";
import { serveStdio } from "@plainmcp/transport-stdio";
import { defineLaneServer } from "../../fixtures/lane.js";
import { POST_HEADERS } from "../post.js";
import { ROOT } from "../serve.js";
import type { OpenAnswer, SendHttp } from "./open-answer.js";
import { sendByFetch } from "./send-by-fetch.js";
import { LineClient } from "./send-by-line.js";
import { sendByNode } from "./send-by-node.js";
import type { Headers, Sent } from "./sent.js";

/** A server and its only client. */
export interface Served {
  say(sent: Sent): OpenAnswer;
  close(): Promise<void>;
}

/** Opens a server, with the lane or without. */
export type Serve = (lane: boolean) => Promise<Served>;

/** The headers that a client sends with a text, before what is special about it. */
export type HeadersOf = (text: string, session: string | undefined) => Headers;

export type LegacyMode = "sessions" | "stateless" | "reject";

/** Over `fetch`. @param define Makes the server. @default the one in test/fixtures/lane.ts */
export function byFetch(
  headersOf: HeadersOf,
  legacy: LegacyMode = "sessions",
  define: Define = () => defineOwn(),
): Serve {
  return async (lane) => {
    const handler = createHttpHandler(await define(), { lane, legacy, onError: ignore, shutdownGraceMs: 0 });
    return http(
      sendByFetch((request) => handler.fetch(request)),
      headersOf,
      () => handler.close(),
    );
  };
}

/** Over sockets. */
export function byNode(
  headersOf: HeadersOf,
  legacy: LegacyMode = "sessions",
  define: Define = () => defineOwn(),
): Serve {
  return async (lane) => {
    const server = await serveHttp(await define(), { port: 0, lane, legacy, onError: ignore, shutdownGraceMs: 0 });
    const send = sendByNode(server.url);
    return http(send, headersOf, async () => {
      send.close();
      await server.close();
    });
  };
}

/** Over lines. */
export function byLines(define: Define = () => defineOwn()): Serve {
  return async (lane) => {
    const client = new LineClient();
    const { stdin, stdout } = client;
    const server = await serveStdio(await define(), { stdin, stdout, lane, onError: ignore, shutdownGraceMs: 0 });
    return {
      say: ({ text }) => client.send(text),
      close: () => server.close(),
    };
  };
}

/** Makes a server anew. */
export type Define = () => Promise<ServerDefinition> | ServerDefinition;

let manifest: Manifest | undefined;

/** Makes the server of `test/fixtures/lane.ts`. @param more Further options */
export function defineOwn(more?: DefineServerOptions): ServerDefinition {
  manifest ??= compile({ files: [join(ROOT, "test/fixtures/lane.ts")] }).manifest;
  return defineLaneServer(manifest, more);
}

function http(send: SendHttp, headersOf: HeadersOf, close: () => Promise<void>): Served {
  let opened: OpenAnswer | undefined;
  return {
    say(sent) {
      const { text, headers = {}, method = "POST" } = sent;
      const all: Headers = { ...POST_HEADERS, ...headersOf(text, opened?.headers["mcp-session-id"]), ...headers };
      const list = Object.entries(all).flatMap(([name, value]) =>
        value === null ? [] : [value].flat().map((one) => [name, one as string] as const),
      );
      const answer = send({ method, headers: list, ...(method === "POST" && { body: text }) });
      // The first session is that of the client, and others are not continued.
      if (opened?.headers["mcp-session-id"] === undefined) opened = answer;
      return answer;
    },
    close,
  };
}

function ignore(): void {
  // What a server reports is not for clients, and may be told in other words.
}
