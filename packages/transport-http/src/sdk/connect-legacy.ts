import type { MessageExtraInfo } from "@modelcontextprotocol/server";
import type { Send } from "@plainmcp/core/internal/lane";
import { Channel, type SdkServers, toAuthInfo } from "@plainmcp/core/internal/sdk";
import type { ConnectLegacy, LegacyOrigin } from "../legacy/legacy-connector.js";
import type { LegacyTransport } from "../legacy/legacy-transport.js";

/** Connects legacy clients to servers of the SDK. */
export function connectLegacy(servers: SdkServers): ConnectLegacy {
  return (exchange, transport, lasts) => async (send, session) => {
    const channel = new LegacyChannel(transport, send);
    const context = { era: "legacy", requestInfo: exchange.toRequest() } as const;
    const server = lasts
      ? servers.forConnection(context, transport.ledger, session, transport.subscriber)
      : servers.forRequest(context, transport.ledger);
    channel.onerror = (error) => transport.onerror?.(error);
    await server.connect(channel);
    return {
      deliver: (message, origin) => channel.deliver(message, origin && toExtra(origin)),
      ask: (...asked) => server.ask(...asked),
      close: () => server.close(),
    };
  };
}

/** Connects the SDK to a legacy client. */
class LegacyChannel extends Channel {
  readonly sessionId?: string;
  readonly #transport: LegacyTransport;

  constructor(transport: LegacyTransport, send: Send) {
    super(send);
    this.#transport = transport;
    if (transport.session !== undefined) this.sessionId = transport.session.id;
  }

  setProtocolVersion(version: string): void {
    this.#transport.setProtocolVersion(version);
  }
}

function toExtra({ exchange, caller, release }: LegacyOrigin): MessageExtraInfo {
  return {
    request: exchange.toRequest(),
    ...(caller && { authInfo: toAuthInfo(caller) }),
    ...(release && { closeSSEStream: release }),
  };
}
