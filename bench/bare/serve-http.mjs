// Serves what a bare server answers over HTTP, without any library.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { error } from "./answer.mjs";

const MODERN = "2026-07-28";
const MAX_BODY = 4 * 1024 * 1024;
const sessions = new Set();

/** Listens at PORT. @param answer Makes the answer of a message, or a promise of it */
export function serveHttp(answer) {
  createServer((req, res) => {
    if (req.url !== "/mcp") return send(res, 404, error(null, -32600, "Not found"));
    if (req.method === "DELETE") return endSession(req, res);
    if (req.method !== "POST") return send(res, 405, error(null, -32600, "Method not allowed"));
    const chunks = [];
    let size = 0;
    req.on("data", (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_BODY) req.destroy();
    });
    req.on("end", () => {
      let message;
      try {
        message = JSON.parse(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
      } catch {
        return send(res, 400, error(null, -32700, "This is no JSON"));
      }
      receive(req, res, message, answer);
    });
  }).listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
}

function receive({ headers }, res, message, answer) {
  if (headers["mcp-protocol-version"] === MODERN) {
    const isSame = headers["mcp-method"] === message.method && headers["mcp-name"] === message.params?.name;
    if (!isSame) return send(res, 400, error(message.id, -32020, "The headers do not match the message"));
    return reply(res, answer(message));
  }
  if (message.method === "initialize") {
    const id = randomUUID();
    sessions.add(id);
    res.setHeader("mcp-session-id", id);
    return reply(res, answer(message));
  }
  if (!sessions.has(headers["mcp-session-id"])) return send(res, 404, error(message.id, -32001, "Session not found"));
  if (message.id === undefined) return res.writeHead(202).end();
  reply(res, answer(message));
}

function endSession({ headers }, res) {
  if (!sessions.delete(headers["mcp-session-id"])) return send(res, 404, error(null, -32001, "Session not found"));
  res.writeHead(204).end();
}

function reply(res, answered) {
  if (answered instanceof Promise) answered.then((body) => send(res, 200, body));
  else send(res, 200, answered);
}

function send(res, status, body) {
  const text = JSON.stringify(body);
  res.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  res.end(text);
}
