import type { Server } from "@modelcontextprotocol/server";
import type { Change, ChangeBus } from "../stores/change-bus.js";
import type { Subscriptions } from "../subscriptions/subscriptions.js";

/**
 * Notifies the client of a legacy connection of each change, for as long as the connection lasts. Updates of a resource
 * are sent only if the client has subscribed to it.
 */
export function tellOfChanges(server: Server, changes: ChangeBus, subscriptions: Subscriptions): void {
  const tell = (change: Change): void => {
    if (change.kind === "resource_updated" && !subscriptions.has(change.uri)) return;
    // A disconnected client needs no notification, and the transport reports any other failure.
    void notify(server, change).catch(() => undefined);
  };
  let unsubscribe: (() => void) | undefined;
  // A legacy client expects no notifications before it has sent `notifications/initialized`.
  server.oninitialized = () => {
    unsubscribe ??= changes.subscribe(tell);
  };
  server.onclose = () => {
    unsubscribe?.();
    subscriptions.close();
  };
}

async function notify(server: Server, change: Change): Promise<void> {
  switch (change.kind) {
    case "tools_list_changed":
      return server.sendToolListChanged();
    case "prompts_list_changed":
      return server.sendPromptListChanged();
    case "resources_list_changed":
      return server.sendResourceListChanged();
    case "resource_updated":
      return server.sendResourceUpdated({ uri: change.uri });
  }
}
