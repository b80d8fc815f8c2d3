import type { Server, Transport } from "@modelcontextprotocol/server";
import type { ClientIds } from "@plainmcp/core/internal/engine";
import type { SdkServers } from "@plainmcp/core/internal/sdk";

/** A legacy client's connection to the SDK. */
export interface LegacyConnection {
  /** The negotiated revision. */
  readonly revision: string | undefined;
  close(): Promise<void>;
}

/** Connects the transports of legacy clients to servers of the SDK. */
export interface LegacyConnector {
  /** Connects a client for a session, in which it is notified of changes. */
  forSession(request: Request, transport: LegacyClient): Promise<LegacyConnection>;
  /** Connects a client for one request. */
  forRequest(request: Request, transport: LegacyClient): Promise<LegacyConnection>;
}

/** A transport that knows the client's own ids of its requests. */
type LegacyClient = Transport & { readonly ledger: ClientIds };

/** Creates the connector to an engine's SDK servers. */
export function createLegacyConnector(servers: SdkServers): LegacyConnector {
  const connect = async (server: Server, transport: Transport): Promise<LegacyConnection> => {
    await server.connect(transport);
    return {
      get revision() {
        return server.getNegotiatedProtocolVersion();
      },
      close: () => server.close(),
    };
  };
  return {
    forSession: (request, transport) =>
      connect(servers.forConnection({ era: "legacy", requestInfo: request }, transport.ledger), transport),
    forRequest: (request, transport) =>
      connect(servers.forRequest({ era: "legacy", requestInfo: request }, transport.ledger), transport),
  };
}
