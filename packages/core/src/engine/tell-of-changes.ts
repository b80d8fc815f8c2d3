import type { Server } from "@modelcontextprotocol/server";
import type { Change } from "../changes/changes.js";
import type { Era } from "../context.js";
import type { Registry } from "../registry/registry.js";
import { Subscriptions } from "../subscriptions/subscriptions.js";
import { offersResources } from "./offers-resources.js";
import { serveSubscriptions } from "./serve-subscriptions.js";

/**
 * Has the server of a connection send its client a notification of each change, for as long as the connection lasts. On
 * modern ones the SDK passes on what the client listens to; legacy ones subscribe to single resources.
 */
export function tellOfChanges(server: Server, registry: Registry, era: Era): void {
  const subscriptions = era === "legacy" ? new Subscriptions(registry) : undefined;
  if (subscriptions && offersResources(registry)) serveSubscriptions(server, registry, subscriptions);
  const tell = (change: Change): void => {
    if (change.kind === "resource_updated" && subscriptions?.has(change.uri) === false) return;
    // The client that has gone misses nothing, and the transport reports what else keeps it from being reached.
    void notify(server, change).catch(() => undefined);
  };
  let unsubscribe: (() => void) | undefined;
  const begin = (): void => {
    unsubscribe ??= registry.changes.subscribe(tell);
  };
  // A legacy client wants to hear nothing before it has said that it is initialized.
  if (era === "legacy") server.oninitialized = begin;
  else begin();
  server.onclose = () => {
    unsubscribe?.();
    subscriptions?.close();
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
