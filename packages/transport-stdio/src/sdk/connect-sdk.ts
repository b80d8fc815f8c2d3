import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Engine } from "@plainmcp/core/internal/engine";
import { createSdkServers } from "@plainmcp/core/internal/sdk";
import type { LineTransport } from "../lines/line-transport.js";
import { SubscriptionTransport } from "./subscription-transport.js";

/** A connection to the SDK. */
export interface SdkConnection {
  /** Ends it, and tells the client of the end of its subscriptions. */
  close(): Promise<void>;
}

/**
 * Connects a client to the SDK, which finds out by its first message in which era it speaks.
 *
 * @param onError Is told what goes wrong
 */
export function connectSdk(engine: Engine, lines: LineTransport, onError: (error: Error) => void): SdkConnection {
  const servers = createSdkServers(engine);
  const transport = new SubscriptionTransport(lines, engine);
  const connection = serveStdio(
    (context) => {
      transport.era = context.era;
      return servers.forConnection(context, lines.ids);
    },
    { transport, onerror: onError },
  );
  return {
    close: async () => {
      await transport.endSubscriptions();
      await connection.close();
    },
  };
}
