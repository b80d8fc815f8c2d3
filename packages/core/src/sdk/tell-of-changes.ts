import type { Server } from "@modelcontextprotocol/server";
import type { Change, ChangeBus } from "../stores/change-bus.js";
import type { Subscriptions } from "../subscriptions/subscriptions.js";

/**
 * Has the server of a legacy connection send its client a notification of each change, for as long as the connection
 * lasts. Of resources, it tells of those that the client has subscribed to.
 */
export function tellOfChanges(server: Server, changes: ChangeBus, subscriptions: Subscriptions): void {
  const tell = (change: Change): void => {
    if (change.kind === "resource_updated" && !subscriptions.has(change.uri)) return;
    // The client that has gone misses nothing, and the transport reports what else keeps it from being reached.
    void notify(server, change).catch(() => undefined);
  };
  let unsubscribe: (() => void) | undefined;
  // A legacy client wants to hear nothing before it has said that it is initialized.
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
