import type { Transport } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Engine } from "../engine/create-engine.js";
import type { ClientIds } from "../wire/request-ledger.js";
import { createSdkServers } from "./create-sdk-servers.js";
import { SubscriptionTransport } from "./subscription-transport.js";

/** A served connection. */
export interface ServedConnection {
  /** Closes the connection, after telling the client that its subscriptions have ended. */
  close(): Promise<void>;
}

/** Options of {@link serveConnection}. */
export interface ServeConnectionOptions {
  /** The client's own ids of its requests, if the transport replaced them. */
  readonly ids?: ClientIds;
  /** Receives errors of the connection. */
  readonly onError?: (error: Error) => void;
}

/** Serves one client over a lasting transport. The SDK detects the era from the first message. */
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
