import type { Server } from "@modelcontextprotocol/server";
import type { Registry } from "../registry/registry.js";
import type { Subscriptions } from "../subscriptions/subscriptions.js";
import { paramsSchema } from "./params-schema.js";
import { withProtocolErrors } from "./with-protocol-errors.js";

const PARAMS = paramsSchema<{ readonly uri: string }>({ uri: { type: "string" } }, ["uri"]);

/** Has the server of a legacy connection answer `resources/subscribe` and `resources/unsubscribe`. */
export function serveSubscriptions(server: Server, registry: Registry, subscriptions: Subscriptions): void {
  const serve = (method: string, change: (uri: string) => Promise<void> | void): void => {
    server.setRequestHandler(method, { params: PARAMS }, ({ uri }) =>
      withProtocolErrors(registry, async () => {
        await change(uri);
        return {};
      }),
    );
  };
  serve("resources/subscribe", (uri) => subscriptions.subscribe(uri));
  serve("resources/unsubscribe", (uri) => subscriptions.unsubscribe(uri));
}
