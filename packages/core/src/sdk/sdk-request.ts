import type { ServerContext } from "@modelcontextprotocol/server";
import type { QuestionRequest } from "../ask/question.js";
import type { ClientRequest } from "../call/client-request.js";
import type { Caller, ClientInfo, LogLevel, Session } from "../context.js";
import { type Load, loadOf } from "../limits/load.js";
import { CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY } from "../wire/meta-keys.js";
import { callerOf } from "./auth-info.js";
import type { EngineServer } from "./engine-server.js";
import { sendQuestion } from "./send-question.js";

type Notification = Parameters<ClientRequest["notify"]>[0];

/** A request that came in through the SDK. */
export class SdkRequest implements ClientRequest {
  readonly #server: EngineServer;
  readonly #context: ServerContext;
  #client: ClientInfo | undefined;

  constructor(server: EngineServer, context: ServerContext) {
    this.#server = server;
    this.#context = context;
  }

  get id(): string | number {
    return this.#server.clientIdOf(this.#context.mcpReq.id);
  }

  get revision(): string {
    return this.#server.revision;
  }

  get meta(): ClientRequest["meta"] {
    return this.#context.mcpReq._meta ?? {};
  }

  get client(): ClientInfo {
    this.#client ??= this.#readClient();
    return this.#client;
  }

  get caller(): Caller | undefined {
    return callerOf(this.#context.http?.authInfo);
  }

  get load(): Load | undefined {
    return loadOf(this.#context.http?.req);
  }

  get session(): Session | undefined {
    return this.#server.session;
  }

  get isConnected(): boolean {
    return this.#context.http?.req === undefined;
  }

  get signal(): AbortSignal {
    return this.#context.mcpReq.signal;
  }

  get isAborted(): boolean {
    return this.signal.aborted;
  }

  notify(notification: Notification): Promise<void> {
    return this.#context.mcpReq.notify(notification as Parameters<ServerContext["mcpReq"]["notify"]>[0]);
  }

  ask(question: QuestionRequest, signal: AbortSignal): Promise<unknown> {
    return sendQuestion((request, options) => this.#context.mcpReq.send(request, options), question, signal);
  }

  log(level: LogLevel, data: unknown, logger?: string): Promise<void> {
    return this.#context.mcpReq.log(level, data, logger);
  }

  release(retryMs?: number): void {
    // Our HTTP transport takes the time, but the SDK's type has no argument for it.
    (this.#context.http?.closeSSE as ((retryMs?: number) => void) | undefined)?.(retryMs);
  }

  /** What the client declared about itself: in this request (modern era), or when it connected (legacy era). */
  #readClient(): ClientInfo {
    const { isModern } = this.#server;
    const envelope: Readonly<Record<string, unknown>> = { ...this.#context.mcpReq.envelope };
    const info = isModern ? envelope[CLIENT_INFO_META_KEY] : this.#server.getClientVersion();
    const capabilities = isModern ? envelope[CLIENT_CAPABILITIES_META_KEY] : this.#server.getClientCapabilities();
    const { name, version } = (info ?? {}) as { name?: string; version?: string };
    return {
      ...(name !== undefined && { name }),
      ...(version !== undefined && { version }),
      capabilities: (capabilities ?? {}) as ClientInfo["capabilities"],
    };
  }
}
