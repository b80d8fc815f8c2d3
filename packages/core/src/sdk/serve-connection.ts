import type { Transport } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Engine } from "../engine/create-engine.js";
import type { ClientIds } from "../wire/request-ledger.js";
import { createSdkServers } from "./create-sdk-servers.js";
import { SubscriptionTransport } from "./subscription-transport.js";

/** A connection that is served. */
export interface ServedConnection {
  /** Ends it, and tells the client of the end of its subscriptions. */
  close(): Promise<void>;
}

/** How a connection is served. */
export interface ServeConnectionOptions {
  /** What the client calls its requests, where they have ids of ours. */
  readonly ids?: ClientIds;
  /** Is told what goes wrong. */
  readonly onError?: (error: Error) => void;
}

/** Serves one client over a transport that lasts. The SDK finds out by its first message in which era it speaks. */
export function serveConnection(
  engine: Engine,
  inner: Transport,
  { ids, onError = () => undefined }: ServeConnectionOptions = {},
): ServedConnection {
  const servers = createSdkServers(engine);
  const transport = new SubscriptionTransport(inner, engine);
  const connection = serveStdio(
    (context) => {
      transport.era = context.era;
      return servers.forConnection(context, ids);
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
