import type {
  JSONRPCMessage,
  MessageExtraInfo,
  RequestId,
  Transport,
  TransportSendOptions,
} from "@modelcontextprotocol/server";
import { projectMessage } from "./project-message.js";

/** A transport to a legacy client: converts outgoing messages to the client's revision. */
export class ProjectingTransport implements Transport {
  readonly #inner: Transport;
  readonly #revision: () => string;
  /** The method of each open request. */
  readonly #open = new Map<RequestId, string>();

  /** @param revision Returns the negotiated revision; called for each message */
  constructor(inner: Transport, revision: () => string) {
    this.#inner = inner;
    this.#revision = revision;
  }

  get sessionId(): string | undefined {
    return this.#inner.sessionId;
  }

  get onclose(): Transport["onclose"] {
    return this.#inner.onclose;
  }

  set onclose(listener: () => void) {
    this.#inner.onclose = listener;
  }

  get onerror(): Transport["onerror"] {
    return this.#inner.onerror;
  }

  set onerror(listener: (error: Error) => void) {
    this.#inner.onerror = listener;
  }

  get onmessage(): Transport["onmessage"] {
    return this.#inner.onmessage;
  }

  set onmessage(listener: (message: JSONRPCMessage, extra?: MessageExtraInfo) => void) {
    this.#inner.onmessage = (message: JSONRPCMessage, extra?: MessageExtraInfo) => {
      this.#received(message);
      listener(message, extra);
    };
  }

  start(): Promise<void> {
    return this.#inner.start();
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  setProtocolVersion(version: string): void {
    this.#inner.setProtocolVersion?.(version);
  }

  setSupportedProtocolVersions(versions: string[]): void {
    this.#inner.setSupportedProtocolVersions?.(versions);
  }

  async send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    await this.#inner.send(projectMessage(message, this.#answered(message), this.#revision()), options);
  }

  #received(message: JSONRPCMessage): void {
    if (!("method" in message)) return;
    if ("id" in message) this.#open.set(message.id, message.method);
    else if (message.method === "notifications/cancelled") this.#open.delete(message.params?.requestId as RequestId);
  }

  #answered(message: JSONRPCMessage): string | undefined {
    if ("method" in message || message.id === undefined) return undefined;
    const method = this.#open.get(message.id);
    this.#open.delete(message.id);
    return method;
  }
}
