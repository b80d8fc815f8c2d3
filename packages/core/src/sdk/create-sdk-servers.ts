import type { McpRequestContext } from "@modelcontextprotocol/server";
import type { Engine } from "../engine/create-engine.js";
import { subscriptionMethods } from "../methods/subscribe.js";
import type { ClientIds } from "../wire/request-ledger.js";
import { EngineServer } from "./engine-server.js";
import { serverOptions } from "./server-options.js";
import { tellOfChanges } from "./tell-of-changes.js";

/** Makes the SDK's servers of one engine. */
export interface SdkServers {
  /**
   * Makes the server of a connection that lasts (stdio, legacy sessions). It tells a legacy client of changes itself.
   *
   * @param ids What the client calls its requests
   */
  forConnection(context: McpRequestContext, ids?: ClientIds): EngineServer;
  /** Makes the server of a single request. */
  forRequest(context: McpRequestContext, ids?: ClientIds): EngineServer;
}

/** Binds the methods of an engine to the SDK. */
export function createSdkServers(engine: Engine): SdkServers {
  // Once, because over HTTP each request has a server of its own.
  const modern = serverOptions(engine, { era: "modern", hearChanges: true });
  const connected = serverOptions(engine, { era: "legacy", hearChanges: true });
  // A legacy client that has no session has no stream to hear of changes on.
  const unconnected = serverOptions(engine, { era: "legacy", hearChanges: false });
  const { info, report } = engine;

  return {
    forConnection: (context, ids) => {
      const isModern = context.era === "modern";
      const methods = engine.methods[context.era];
      const sdk = isModern ? modern : connected;
      const server = new EngineServer({ info, report, context, ids, methods, sdk });
      if (isModern) return server;
      const subscriptions = engine.createSubscriptions();
      tellOfChanges(server, engine.changes, subscriptions);
      if (connected.capabilities?.resources !== undefined) {
        for (const [name, method] of Object.entries(subscriptionMethods(subscriptions))) server.bind(name, method);
      }
      return server;
    },
    forRequest: (context, ids) => {
      const sdk = context.era === "modern" ? modern : unconnected;
      return new EngineServer({ info, report, context, ids, methods: engine.methods[context.era], sdk });
    },
  };
}
