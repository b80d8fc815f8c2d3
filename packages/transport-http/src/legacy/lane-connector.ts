import { type Engine, LEGACY_REVISIONS } from "@plainmcp/core/internal/engine";
import { LegacyLanes } from "@plainmcp/core/internal/lane";
import type { Exchange } from "../exchange.js";
import type { ConnectLegacy, LegacyConnection, LegacyConnector } from "./legacy-connector.js";
import type { LegacyTransport } from "./legacy-transport.js";

/**
 * Serves legacy clients without the SDK.
 *
 * @param connect Makes the SDK's side of a client, for messages that the lane does not know
 */
export function createLaneConnector(engine: Engine, connect: ConnectLegacy): LegacyConnector {
  const lanes = new LegacyLanes(engine);
  const serve = (exchange: Exchange, transport: LegacyTransport, lasts: boolean): LegacyConnection => {
    const lane = lanes.open({
      ...{ lasts, isConnected: false, ids: transport.ledger, connect: connect(exchange, transport, lasts) },
      revision: transport.revision ?? LEGACY_REVISIONS[0],
      send: (message, options) => transport.send(message, options),
      onRevision: (revision) => transport.setProtocolVersion(revision),
    });
    transport.setSupportedProtocolVersions([...LEGACY_REVISIONS]);
    transport.onmessage = (message, origin) => lane.receive(message, origin);
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      void lane.close();
    };
    return lane;
  };
  return {
    forSession: (exchange, transport) => serve(exchange, transport, true),
    forRequest: (exchange, transport) => serve(exchange, transport, false),
  };
}
