import type { Caller } from "@plainmcp/core";
import type { Awaitable } from "@plainmcp/core/internal/engine";
import type { ConnectSdk } from "@plainmcp/core/internal/lane";
import type { Exchange } from "../exchange.js";
import type { LegacyTransport } from "./legacy-transport.js";

/** Where a message of a legacy client comes from. */
export interface LegacyOrigin {
  readonly exchange: Exchange;
  readonly caller: Caller | undefined;
  /** Ends the client's event stream early; only for clients that reconnect. */
  readonly release: ((retryMs?: number) => void) | undefined;
}

/** A legacy client that is served. */
export interface LegacyConnection {
  /** The negotiated revision. */
  readonly revision: string | undefined;
  close(): Promise<void>;
}

/** Serves the clients of transports. */
export interface LegacyConnector {
  /** Serves a client for a session, in which it is notified of changes. */
  forSession(exchange: Exchange, transport: LegacyTransport): Awaitable<LegacyConnection>;
  /** Serves a client for one request. */
  forRequest(exchange: Exchange, transport: LegacyTransport): Awaitable<LegacyConnection>;
}

/** Makes the SDK's side of a legacy client. */
export type ConnectLegacy = (
  exchange: Exchange,
  transport: LegacyTransport,
  lasts: boolean,
) => ConnectSdk<LegacyOrigin>;

/** Serves legacy clients by the SDK alone. */
export function createSdkConnector(connect: ConnectLegacy): LegacyConnector {
  const serve = async (exchange: Exchange, transport: LegacyTransport, lasts: boolean): Promise<LegacyConnection> => {
    const side = await connect(exchange, transport, lasts)((message, options) => transport.send(message, options));
    transport.onmessage = (message, origin) => side.deliver(message, origin);
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      void side.close();
    };
    return transport;
  };
  return {
    forSession: (exchange, transport) => serve(exchange, transport, true),
    forRequest: (exchange, transport) => serve(exchange, transport, false),
  };
}
