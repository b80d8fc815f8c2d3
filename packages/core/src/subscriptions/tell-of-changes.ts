import type { Change, ChangeBus } from "../stores/change-bus.js";
import type { NotificationMessage } from "../wire/message.js";
import type { Subscriptions } from "./subscriptions.js";

/**
 * Notifies the client of a legacy connection of each change. Updates of a resource are sent only if the client has
 * subscribed to it.
 *
 * @returns the function that stops it
 */
export function tellOfChanges(
  send: (notification: Pick<NotificationMessage, "method" | "params">) => Promise<void>,
  changes: ChangeBus,
  subscriptions: Subscriptions,
): () => void {
  return changes.subscribe((change) => {
    if (change.kind === "resource_updated" && !subscriptions.has(change.uri)) return;
    // A disconnected client needs no notification, and the transport reports any other failure.
    void send(toNotification(change)).catch(() => undefined);
  });
}

/** The notification of a change. */
export function toNotification(change: Change): Pick<NotificationMessage, "method" | "params"> {
  const method = METHODS[change.kind];
  return "uri" in change ? { method, params: { uri: change.uri } } : { method };
}

const METHODS: Readonly<Record<Change["kind"], string>> = {
  tools_list_changed: "notifications/tools/list_changed",
  prompts_list_changed: "notifications/prompts/list_changed",
  resources_list_changed: "notifications/resources/list_changed",
  resource_updated: "notifications/resources/updated",
};
