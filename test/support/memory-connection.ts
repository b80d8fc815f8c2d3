import { InMemoryTransport, type JSONRPCMessage, type Transport } from "@modelcontextprotocol/server";
import { toText, WireClient } from "./wire-client.js";

/** A server in this process, and a client that passes it messages as objects. */
export class MemoryConnection extends WireClient {
  readonly #ours: Transport;
  readonly #server: { close(): Promise<void> };
  readonly #logs: () => string;

  /** @param serve Serves the client at the other end of the transport */
  constructor(
    serve: (transport: Transport) => { close(): Promise<void> },
    logs: () => string,
    revision?: string,
    capabilities?: object,
  ) {
    super(revision, capabilities);
    this.#logs = logs;
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    ours.onmessage = (message) => this.log.received(JSON.stringify(message));
    this.#ours = ours;
    this.#server = serve(theirs);
  }

  async send(message: object): Promise<void> {
    const text = toText(message);
    this.log.sent(text);
    await this.#ours.send(JSON.parse(text) as JSONRPCMessage);
  }

  cancel(requestId: string | number): Promise<void> {
    return this.send({ method: "notifications/cancelled", params: { requestId } });
  }

  logs(): string {
    return this.#logs();
  }

  endServer(): Promise<void> {
    return this.#server.close();
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}
