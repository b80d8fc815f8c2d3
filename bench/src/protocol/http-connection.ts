import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "./connection.js";
import { type HttpResponse, HttpResponseReader, headerOf } from "./http-response.js";
import { type Era, INITIALIZE, INITIALIZED, type Message, modernHeaders, toText } from "./messages.js";

/** Where a server listens. */
export interface HttpAddress {
  readonly port: number;
  /** @example "/mcp" */
  readonly path: string;
}

/**
 * One keep-alive connection over a plain socket, with one request at a time: a client library would take more time than the
 * servers that are measured.
 */
export class HttpConnection implements Connection {
  #socket: Socket | undefined;
  readonly #address: HttpAddress;
  readonly #era: Era;
  #session = "";
  #waiting: Waiting | undefined;
  #hasAnswered = false;

  /** Connects as soon as somebody listens, and begins a session in the legacy era. */
  static async open(address: HttpAddress, era: Era): Promise<HttpConnection> {
    const connection = new HttpConnection(address, era);
    await connection.#whenReached(() => connection.renew());
    if (era === "legacy") await connection.beginSession();
    return connection;
  }

  private constructor(address: HttpAddress, era: Era) {
    this.#address = address;
    this.#era = era;
  }

  async ask(request: Message): Promise<string> {
    const response = await this.#post(request);
    if (response.status !== 200) throw new Error(`${request.method} was answered ${response.status}: ${response.body}`);
    return messageOf(response);
  }

  /** Begins a further session; requests belong to the newest. */
  async beginSession(): Promise<void> {
    this.#session = "";
    const response = await this.#post(INITIALIZE);
    if (response.status !== 200) throw new Error(`initialize was answered ${response.status}: ${response.body}`);
    const version = JSON.parse(messageOf(response)).result.protocolVersion;
    const id = headerOf(response, "mcp-session-id");
    this.#session = headerLines({ "MCP-Protocol-Version": version, ...(id !== undefined && { [SESSION_HEADER]: id }) });
    const { status, body } = await this.#post(INITIALIZED);
    if (status >= 300) throw new Error(`notifications/initialized was answered ${status}: ${body}`);
  }

  /** Ends the newest session, if the server keeps any. */
  async endSession(): Promise<void> {
    if (!this.#session.includes(SESSION_HEADER)) return;
    const { status, body } = await this.#send("DELETE", this.#session, "");
    this.#session = "";
    if (status >= 300) throw new Error(`The end of a session was answered ${status}: ${body}`);
  }

  async renew(): Promise<void> {
    this.#socket?.destroy();
    const socket = this.#connect();
    this.#socket = socket;
    await once(socket, "connect");
  }

  close(): void {
    this.#socket?.destroy();
  }

  #connect(): Socket {
    const socket = connect({ port: this.#address.port, host: "127.0.0.1", noDelay: true });
    const reader = new HttpResponseReader((response) => this.#take()?.resolve(response));
    socket.on("data", (chunk) => reader.push(chunk));
    const fail = (error: Error): void => {
      if (socket === this.#socket) this.#take()?.reject(error);
    };
    socket.on("error", fail);
    socket.on("close", () => fail(closed()));
    return socket;
  }

  #post(message: Message): Promise<HttpResponse> {
    const lines = this.#era === "modern" ? headerLines(modernHeaders(message)) : this.#session;
    return this.#send("POST", `Content-Type: application/json\r\n${lines}`, toText(message, this.#era));
  }

  async #send(method: string, lines: string, body: string): Promise<HttpResponse> {
    if (this.#hasAnswered) return await this.#sendOnce(method, lines, body);
    const response = await this.#whenReached(async () => {
      if (this.#socket?.destroyed) await this.renew();
      return await this.#sendOnce(method, lines, body);
    });
    this.#hasAnswered = true;
    return response;
  }

  /**
   * Tries again while a server starts: until it listens, and until it answers, since some listen for a moment only to see
   * whether their port is free, and cut off who connects then.
   */
  async #whenReached<T>(reach: () => Promise<T>): Promise<T> {
    const started = performance.now();
    for (;;) {
      try {
        return await reach();
      } catch (error) {
        const isStarting = error instanceof Error && "code" in error && STARTING.has(error.code);
        if (!isStarting || performance.now() - started > START_LIMIT) throw error;
        await sleep(2);
      }
    }
  }

  #sendOnce(method: string, lines: string, body: string): Promise<HttpResponse> {
    if (this.#socket === undefined || this.#socket.destroyed) throw closed();
    const { path, port } = this.#address;
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: bench\r\n` +
        "Accept: application/json, text/event-stream\r\n" +
        `${lines}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #take(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }
}

/** What connecting and asking fail with while a server starts. */
const STARTING = new Set<unknown>(["ECONNREFUSED", "ECONNRESET", "EPIPE"]);

/** Milliseconds within which every server answers. */
export const START_LIMIT = 30_000;

function closed(): Error {
  return Object.assign(new Error("The server closed the connection."), { code: "ECONNRESET" });
}

const SESSION_HEADER = "Mcp-Session-Id";

interface Waiting {
  readonly resolve: (response: HttpResponse) => void;
  readonly reject: (error: Error) => void;
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  let lines = "";
  for (const name in headers) lines += `${name}: ${headers[name]}\r\n`;
  return lines;
}

/** The message in a response, which may be the last event of a stream. */
function messageOf(response: HttpResponse): string {
  if (!headerOf(response, "content-type")?.startsWith("text/event-stream")) return response.body;
  const data = response.body.split(/\r?\n/).filter((line) => line.startsWith("data:") && line.length > "data: ".length);
  const last = data.at(-1);
  if (last === undefined) throw new Error(`The stream ended without an answer: ${response.body}`);
  return last.slice("data:".length).trim();
}
