// A client that asks for too much in every way that a server must withstand. It can run in a process of its own, too: with the
// arguments `URL ADDRESS [NAME...]` it makes the named attacks, or all, until it is ended.
import { type IncomingHttpHeaders, request } from "node:http";
import { connect, type Socket } from "node:net";
import { argv } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const MODERN = "2026-07-28";
const JSON_HEADERS = { "content-type": "application/json", accept: "application/json, text/event-stream" };
const TASKS = { extensions: { "io.modelcontextprotocol/tasks": {} } };
/** Characters of what is large: a little less than the default limit of a body, and of what waits for a reader. */
const LARGE = 3_900_000;

type Headers = Readonly<Record<string, string | number>>;

/** An answer of HTTP. Without one, the status is 0. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** An opened session, or the refusal. */
export interface Opened extends Answered {
  /** The headers of later requests. */
  readonly own: Headers | undefined;
}

/** A client at an address of this machine. */
export class GreedyClient {
  readonly #port: number;
  readonly #address: string;
  readonly #sockets = new Set<Socket>();
  #id = 0;
  isEnded = false;

  constructor(url: string, address = "127.0.0.1") {
    this.#port = Number(new URL(url).port);
    this.#address = address;
  }

  /** Sends a request of HTTP. */
  send(body?: unknown, headers: Headers = {}, method = "POST"): Promise<Answered> {
    return new Promise((resolve) => {
      const nothing: Answered = { status: 0, headers: {}, text: "" };
      const sent = request(
        {
          ...{ host: "127.0.0.1", port: this.#port, localAddress: this.#address, method, path: "/mcp", agent: false },
          headers: { ...JSON_HEADERS, ...headers, host: `127.0.0.1:${this.#port}` },
        },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          answer.on("data", (chunk: string) => {
            text += chunk;
          });
          answer.on("close", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        },
      );
      sent.on("error", () => resolve(nothing));
      sent.setTimeout(60_000, () => sent.destroy());
      sent.end(body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
    });
  }

  /** Sends a request of the modern era. */
  modern(
    method: string,
    params: Params = {},
    capabilities: object = {},
    id: RequestId = ++this.#id,
  ): Promise<Answered> {
    const { body, headers } = modernRequest(id, method, params, capabilities);
    return this.send(body, headers);
  }

  call(name: string, args: object = {}, capabilities: object = {}): Promise<Answered> {
    return this.modern("tools/call", { name, arguments: args }, capabilities);
  }

  /** Subscribes to a resource. Returns the messages up to its first change, or the refusal. */
  hear(uri: string): Promise<string> {
    const filter = { notifications: { resourceSubscriptions: [uri] } };
    const { body, headers } = modernRequest(++this.#id, "subscriptions/listen", filter);
    const socket = this.ask(body, headers);
    return new Promise((resolve) => {
      let text = "";
      socket.setEncoding("utf8");
      socket.on("data", (chunk: string) => {
        text += chunk;
        if (text.includes("notifications/resources/updated") || text.includes('"error"')) socket.destroy();
      });
      socket.on("close", () => resolve(text));
      socket.setTimeout(20_000, () => socket.destroy());
      socket.resume();
    });
  }

  /** Opens a session of the legacy era. */
  async open(name = "greedy", revision = "2025-11-25"): Promise<Opened> {
    const params = { protocolVersion: revision, capabilities: {}, clientInfo: { name, version: "1" } };
    const opened = await this.send({ jsonrpc: "2.0", id: ++this.#id, method: "initialize", params });
    const session = opened.headers["mcp-session-id"];
    if (typeof session !== "string") return { ...opened, own: undefined };
    return { ...opened, own: { "mcp-session-id": session, "mcp-protocol-version": revision } };
  }

  /** Opens a connection, sends bytes and reads nothing. */
  sendOnly(bytes: string): Socket {
    const socket = connect({ host: "127.0.0.1", port: this.#port, localAddress: this.#address });
    this.#sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => this.#sockets.delete(socket));
    socket.pause();
    socket.write(bytes);
    return socket;
  }

  /** Sends a request and reads nothing of the answer. */
  ask(body: object, headers: Headers = {}): Socket {
    const text = JSON.stringify(body);
    return this.sendOnly(`${this.head({ ...headers, "content-length": Buffer.byteLength(text) })}${text}`);
  }

  /** The head of a POST. */
  head(headers: Headers): string {
    const lines = Object.entries({ host: `127.0.0.1:${this.#port}`, ...JSON_HEADERS, ...headers });
    return `POST /mcp HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  }

  /** How many connections are open that read nothing. */
  get unread(): number {
    return this.#sockets.size;
  }

  end(): void {
    this.isEnded = true;
    for (const socket of this.#sockets) socket.destroy();
  }
}

type RequestId = string | number;

interface Params {
  readonly name?: string;
  readonly uri?: string;
  readonly [name: string]: unknown;
}

/** A request of the modern era, and its headers. */
function modernRequest(id: RequestId, method: string, params: Params, capabilities: object = {}, logLevel?: string) {
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": MODERN,
    "io.modelcontextprotocol/clientCapabilities": capabilities,
    "io.modelcontextprotocol/clientInfo": { name: "greedy", version: "1" },
    ...(logLevel !== undefined && { "io.modelcontextprotocol/logLevel": logLevel }),
  };
  const name = params.name ?? params.uri;
  const headers: Headers = { "mcp-protocol-version": MODERN, "mcp-method": method, ...(name && { "mcp-name": name }) };
  return { body: { jsonrpc: "2.0", id, method, params: { ...params, _meta } }, headers };
}

/** Each takes all it can get in one way, and returns when it has asked for `rounds` of it. */
export const ATTACKS: Readonly<Record<string, (client: GreedyClient, rounds: number) => Promise<void>>> = {
  /** Sessions that say much about their client. */
  async largeSessions(client, rounds) {
    for (let i = 0; i < rounds && !client.isEnded; i++) await client.open("x".repeat(LARGE));
  },
  /** Very many sessions. */
  async manySessions(client, rounds) {
    for (let i = 0; i < rounds * 24 && !client.isEnded; i += 10) {
      await Promise.all(Array.from({ length: 10 }, () => client.open()));
    }
  },
  /** Bodies that never end. */
  async unfinishedBodies(client, rounds) {
    const part = Buffer.alloc(LARGE, 0x20);
    for (let i = 0; i < rounds * 4 && !client.isEnded; i++) {
      client.sendOnly(client.head({ "content-length": LARGE + 100 })).write(part);
      await sleep(10);
    }
  },
  /** Calls that wait, each with a large argument. */
  async waitingCalls(client, rounds) {
    for (let i = 0; i < rounds && !client.isEnded; i++) {
      const params = { name: "wait", arguments: { ms: 1e8, text: "x".repeat(LARGE) } };
      const { body, headers } = modernRequest(`w${i}`, "tools/call", params);
      client.ask(body, headers);
      await sleep(20);
    }
  },
  /** Very many calls on one connection. */
  async pipelinedCalls(client, rounds) {
    const params = { name: "wait", arguments: { ms: 1e8 } };
    const { body, headers } = modernRequest("p", "tools/call", params);
    const text = JSON.stringify(body);
    const one = `${client.head({ ...headers, "content-length": text.length })}${text}`;
    const socket = client.sendOnly(one);
    for (let i = 0; i < rounds * 2 && !client.isEnded && !socket.destroyed; i++) {
      socket.write(one.repeat(100));
      await sleep(20);
    }
  },
  /** Tasks with large results. */
  async largeTasks(client, rounds) {
    for (let i = 0; i < rounds && !client.isEnded; i++) await client.call("work", { size: LARGE }, TASKS);
  },
  /** Very many tasks. */
  async manyTasks(client, rounds) {
    for (let i = 0; i < rounds * 24 && !client.isEnded; i += 10) {
      await Promise.all(Array.from({ length: 10 }, () => client.call("work", { size: 1 }, TASKS)));
    }
  },
  /** Log messages that nobody reads. */
  async unreadLogs(client, rounds) {
    for (let i = 0; i < rounds && !client.isEnded; i++) {
      const params = { name: "tell", arguments: { count: 20_000, size: 5_000 } };
      const { body, headers } = modernRequest(`l${i}`, "tools/call", params, {}, "debug");
      client.ask(body, headers);
      await sleep(50);
    }
  },
  /** Long answers that nobody reads: longer than what the system's own buffers take. */
  async unreadAnswers(client, rounds) {
    for (let i = 0; i < rounds && !client.isEnded; i++) {
      const { body, headers } = modernRequest(`a${i}`, "tools/call", { name: "long", arguments: { size: 4 * LARGE } });
      client.ask(body, headers);
      await sleep(10);
    }
  },
  /** Subscriptions with long ids, which come back in each notification. */
  async longIds(client, rounds) {
    for (let i = 0; i < rounds && !client.isEnded; i++) {
      const filter = { notifications: { resourceSubscriptions: ["shared://item/1"] } };
      const { body, headers } = modernRequest(`${i}${"i".repeat(2_000_000)}`, "subscriptions/listen", filter);
      client.ask(body, headers);
      await client.call("touch", { id: "1" });
    }
  },
  /** Subscriptions to very many resources. */
  async manyWatches(client, rounds) {
    for (let i = 0; i < rounds && !client.isEnded; i++) {
      const uris = Array.from({ length: 1_000 }, (_, id) => `shared://item/${i}-${id}`);
      const filter = { notifications: { resourceSubscriptions: uris } };
      const { body, headers } = modernRequest(`s${i}`, "subscriptions/listen", filter);
      client.ask(body, headers);
      await sleep(50);
    }
  },
  /** Batches with large answers. */
  async largeBatches(client, rounds) {
    for (let i = 0; i < rounds / 10 && !client.isEnded; i++) {
      const { own } = await client.open("batches", "2025-03-26");
      if (own === undefined) continue;
      const params = { name: "long", arguments: { size: LARGE } };
      const batch = Array.from({ length: 100 }, (_, id) => ({ jsonrpc: "2.0", id, method: "tools/call", params }));
      await client.send(batch, { ...own, accept: "application/json" });
    }
  },
};

/** Runs attacks again and again until the client is ended. */
async function attack(client: GreedyClient, names: readonly string[]): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      while (!client.isEnded) {
        await ATTACKS[name]?.(client, 50);
        await sleep(20);
      }
    }),
  );
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  const [url = "", address, ...names] = argv.slice(2);
  process.on("SIGTERM", () => process.exit());
  await attack(new GreedyClient(url, address), names.length > 0 ? names : Object.keys(ATTACKS));
}
