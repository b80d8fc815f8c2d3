import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Connection } from "./connection.js";
import { type HttpResponse, HttpResponseReader, headerOf } from "./http-response.js";
import { type Era, INITIALIZE, INITIALIZED, type Message, REVISIONS, toText } from "./messages.js";

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
  readonly #socket: Socket;
  readonly #address: HttpAddress;
  readonly #era: Era;
  #session = "";
  #waiting: Waiting | undefined;

  /** Connects, and begins a session in the legacy era. @throws Error when nobody listens there */
  static async open(address: HttpAddress, era: Era): Promise<HttpConnection> {
    const connection = new HttpConnection(address, era);
    await once(connection.#socket, "connect");
    if (era === "legacy") await connection.beginSession();
    return connection;
  }

  private constructor(address: HttpAddress, era: Era) {
    this.#address = address;
    this.#era = era;
    this.#socket = connect({ port: address.port, host: "127.0.0.1", noDelay: true });
    const reader = new HttpResponseReader((response) => this.#take()?.resolve(response));
    this.#socket.on("data", (chunk) => reader.push(chunk));
    this.#socket.on("error", (error) => this.#take()?.reject(error));
    this.#socket.on("close", () => this.#take()?.reject(new Error("The server closed the connection.")));
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
    this.#session = `MCP-Protocol-Version: ${version}\r\n${id === undefined ? "" : `Mcp-Session-Id: ${id}\r\n`}`;
    const { status, body } = await this.#post(INITIALIZED);
    if (status >= 300) throw new Error(`notifications/initialized was answered ${status}: ${body}`);
  }

  close(): void {
    this.#socket.destroy();
  }

  #post(message: Message): Promise<HttpResponse> {
    const body = toText(message, this.#era);
    const { path, port } = this.#address;
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: bench\r\nContent-Type: application/json\r\n` +
        "Accept: application/json, text/event-stream\r\n" +
        `${this.#era === "modern" ? modernHeaders(message) : this.#session}` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
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

interface Waiting {
  readonly resolve: (response: HttpResponse) => void;
  readonly reject: (error: Error) => void;
}

function modernHeaders({ method, params }: Message): string {
  const name = params?.name;
  return `MCP-Protocol-Version: ${REVISIONS.modern}\r\nMcp-Method: ${method}\r\n${name === undefined ? "" : `Mcp-Name: ${name}\r\n`}`;
}

/** The message in a response, which may be the last event of a stream. */
function messageOf(response: HttpResponse): string {
  if (!headerOf(response, "content-type")?.startsWith("text/event-stream")) return response.body;
  const data = response.body.split(/\r?\n/).filter((line) => line.startsWith("data:") && line.length > "data: ".length);
  const last = data.at(-1);
  if (last === undefined) throw new Error(`The stream ended without an answer: ${response.body}`);
  return last.slice("data:".length).trim();
}
