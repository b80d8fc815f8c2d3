import { createMcpHandler } from "@modelcontextprotocol/server";
import { MODERN_REVISION, optionError, type Reporter } from "@plainmcp/core/internal/engine";
import type { SdkServers } from "@plainmcp/core/internal/sdk";
import type { Endpoint } from "../endpoint.js";
import type { Exchange } from "../exchange.js";
import { withRequestId } from "./with-request-id.js";

/** Refuses legacy clients with the SDK's own error, which lists the revisions that the server supports. */
export class LegacyRefusals implements Endpoint {
  readonly #handler: ReturnType<typeof createMcpHandler>;

  constructor(servers: SdkServers, refusal: Reporter["refusal"]) {
    const reason = (name: string): string =>
      `Refused a client older than ${MODERN_REVISION}, because the option ${name} is "reject".`;
    this.#handler = createMcpHandler((context) => servers.forRequest(context), {
      legacy: "reject",
      keepAliveMs: 0,
      // This handler gets no other requests, so that every error is such a refusal.
      onerror: () => refusal(optionError("legacy", reason, Error)),
    });
  }

  async answer(exchange: Exchange): Promise<Response> {
    const { body } = exchange;
    return withRequestId(await this.#handler.fetch(exchange.toRequest(), { parsedBody: body }), body);
  }
}
