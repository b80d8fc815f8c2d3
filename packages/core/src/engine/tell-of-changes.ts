import type { Server } from "@modelcontextprotocol/server";
import type { Change } from "../changes/changes.js";
import type { Registry } from "../registry/registry.js";

/** Has the server send its client a notification of each change, for as long as the connection lasts. */
export function tellOfChanges(server: Server, registry: Registry, era: "modern" | "legacy"): void {
  const send = (change: Change): void => {
    // The client that has gone misses nothing, and the transport reports what else keeps it from being reached.
    void notify(server, change).catch(() => undefined);
  };
  let unsubscribe: (() => void) | undefined;
  const begin = (): void => {
    unsubscribe ??= registry.changes.subscribe(send);
  };
  // A legacy client wants to hear nothing before it has said that it is initialized.
  if (era === "legacy") server.oninitialized = begin;
  else begin();
  server.onclose = () => unsubscribe?.();
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
