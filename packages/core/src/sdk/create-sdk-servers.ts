import type { McpRequestContext } from "@modelcontextprotocol/server";
import type { Session } from "../context.js";
import type { Engine } from "../engine/create-engine.js";
import { subscriptionMethods } from "../methods/subscribe.js";
import type { Subscriber } from "../subscriptions/subscriptions.js";
import { tellOfChanges } from "../subscriptions/tell-of-changes.js";
import type { ClientIds } from "../wire/request-ledger.js";
import { EngineServer } from "./engine-server.js";
import { serverOptions } from "./server-options.js";

/** Makes SDK servers for one engine. */
export interface SdkServers {
  /**
   * Makes the server for a lasting connection (stdio, legacy sessions). It notifies a legacy client of changes itself.
   *
   * @param ids The client's own ids of its requests
   * @param session The session of a legacy client
   * @param subscriber Who subscribes to resources, if several clients share the server
   */
  forConnection(
    context: McpRequestContext,
    ids?: ClientIds,
    session?: () => Session | undefined,
    subscriber?: Subscriber,
  ): EngineServer;
  /** Makes the server for a single request. */
  forRequest(context: McpRequestContext, ids?: ClientIds): EngineServer;
}

/** Binds the methods of an engine to the SDK. */
export function createSdkServers(engine: Engine): SdkServers {
  // Made once, because over HTTP each request has its own server.
  const modern = serverOptions(engine, { era: "modern", hearChanges: true });
  const connected = serverOptions(engine, { era: "legacy", hearChanges: true });
  // A legacy client without a session has no stream for notifications of changes.
  const unconnected = serverOptions(engine, { era: "legacy", hearChanges: false });
  const { info, report } = engine;

  return {
    forConnection: (context, ids, session, subscriber) => {
      const isModern = context.era === "modern";
      const methods = engine.methods[context.era];
      const sdk = isModern ? modern : connected;
      const server = new EngineServer({ info, report, context, ids, methods, sdk, session });
      if (isModern) return server;
      const subscriptions = engine.createSubscriptions(subscriber);
      let stopTelling: (() => void) | undefined;
      // A legacy client expects no notifications before it has sent `notifications/initialized`.
      server.oninitialized = () => {
        stopTelling ??= tellOfChanges((told) => server.notification(told), engine.changes, subscriptions);
      };
      server.onclose = () => {
        stopTelling?.();
        subscriptions.close();
      };
      const { lives } = engine;
      if (lives?.hearRoots) {
        server.setNotificationHandler("notifications/roots/list_changed", () => {
          const told = server.session;
          if (told === undefined || server.getClientCapabilities()?.roots === undefined) return;
          lives.tellOfRoots((question) => server.ask(question, new AbortController().signal), told);
        });
      }
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
