import { type Engine, LEGACY_REVISIONS } from "@plainmcp/core/internal/engine";
import { LegacyLane } from "@plainmcp/core/internal/lane";
import type { ConnectLegacy, LegacyConnector, LegacyOrigin } from "./legacy-connector.js";

/**
 * Has lanes serve legacy clients.
 *
 * @param connect Makes the SDK's side of a client, for messages that the lane does not know
 */
export function createLaneConnector(engine: Engine, connect: ConnectLegacy): LegacyConnector {
  return (exchange, transport, lasts) => {
    const lane = new LegacyLane<LegacyOrigin>(engine, {
      ...{ lasts, isConnected: false, ids: transport.ledger, connect: connect(exchange, transport, lasts) },
      ...(transport.subscriber && { subscriber: transport.subscriber }),
      session: () => transport.session,
      revision: transport.revision ?? LEGACY_REVISIONS[0],
      send: transport.send.bind(transport),
      onRevision: (revision) => transport.setProtocolVersion(revision),
    });
    transport.serve(lane);
  };
}
