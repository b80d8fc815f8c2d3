import type { Caller } from "@plainmcp/core";
import type { Awaitable } from "@plainmcp/core/internal/engine";
import type { ConnectSdk } from "@plainmcp/core/internal/lane";
import type { Exchange } from "../exchange.js";
import type { RequestLoad } from "../limits/request-load.js";
import type { LegacyServer, LegacyTransport } from "./legacy-transport.js";

/** Where a message of a legacy client comes from. */
export class LegacyOrigin {
  readonly exchange: Exchange;
  /** Ends the client's event stream early; only for clients that reconnect. */
  readonly release: ((retryMs?: number) => void) | undefined;

  constructor(exchange: Exchange, release?: LegacyOrigin["release"]) {
    this.exchange = exchange;
    this.release = release;
  }

  get caller(): Caller | undefined {
    return this.exchange.caller;
  }

  get load(): RequestLoad | undefined {
    return this.exchange.load;
  }
}

/**
 * Connects the client of a transport to a server.
 *
 * @param lasts Whether for a session, in which the client is notified of changes, or for one request
 */
export type LegacyConnector = (exchange: Exchange, transport: LegacyTransport, lasts: boolean) => Awaitable<void>;

/** Makes the SDK's side of a legacy client. */
export type ConnectLegacy = (...connected: Parameters<LegacyConnector>) => ConnectSdk<LegacyOrigin>;

/** Has the SDK alone serve legacy clients. */
export function createSdkConnector(connect: ConnectLegacy): LegacyConnector {
  return async (exchange, transport, lasts) => {
    const side = await connect(exchange, transport, lasts)(transport.send.bind(transport), () => transport.session);
    const receive: LegacyServer["receive"] = (message, origin) => {
      side.deliver(message, origin);
      return undefined;
    };
    transport.serve({ receive, close: () => side.close() });
  };
}
