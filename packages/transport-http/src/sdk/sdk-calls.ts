import { createMcpHandler, type McpServerFactory, type Server } from "@modelcontextprotocol/server";
import type { Reporter } from "@plainmcp/core/internal/engine";
import { type SdkServers, toAuthInfo } from "@plainmcp/core/internal/sdk";
import type { Exchange } from "../exchange.js";
import { withRequestId } from "./with-request-id.js";

/** The SDK's status for a call whose server was closed before it had an answer. */
const CLIENT_CLOSED_REQUEST = 499;

/** Has the SDK answer the requests of modern clients, each with its own server. */
export class SdkCalls {
  readonly #servers = new WeakMap<Request, Server>();
  readonly #handler: ReturnType<typeof createMcpHandler>;

  constructor(servers: SdkServers, { report, violation }: Pick<Reporter, "report" | "violation">) {
    const failures = new WeakSet<Error>();
    const factory: McpServerFactory = (context) => {
      try {
        const server = servers.forRequest(context);
        if (context.requestInfo) this.#servers.set(context.requestInfo, server);
        return server;
      } catch (error) {
        if (error instanceof Error) failures.add(error);
        throw error;
      }
    };
    this.#handler = createMcpHandler(factory, {
      legacy: "reject",
      // `KeepAlive` does this, with one timer for all streams.
      keepAliveMs: 0,
      // The SDK reports our failures and the mistakes of clients in the same way.
      onerror: (error) => (failures.has(error) ? report(error) : violation(error.message)),
    });
  }

  /** Answers a request. Returns `undefined` if its call was ended before it had an answer. */
  async answer(exchange: Exchange): Promise<Response | undefined> {
    const { body, caller } = exchange;
    const request = exchange.toRequest();
    const authInfo = caller && toAuthInfo(caller);
    const response = await this.#handler.fetch(request, { parsedBody: body, ...(authInfo && { authInfo }) });
    return response.status === CLIENT_CLOSED_REQUEST ? undefined : withRequestId(response, body);
  }

  /** Ends the call of a request, whose client has disconnected. */
  abandon(exchange: Exchange): void {
    void this.#servers.get(exchange.toRequest())?.close();
  }

  /** Ends every unanswered call. */
  close(): Promise<void> {
    return this.#handler.close();
  }
}
