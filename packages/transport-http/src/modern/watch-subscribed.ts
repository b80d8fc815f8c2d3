import type { Engine } from "@plainmcp/core/engine";
import { isEventStream } from "../stream/is-stream.js";
import { onBodyEnd } from "../stream/on-body-end.js";

/**
 * Has the resources that a `subscriptions/listen` names watched until its stream is over.
 *
 * @param body The request's
 * @returns the response to send
 */
export function watchSubscribed(response: Response, body: unknown, watch: Engine["watch"]): Response {
  if (!isEventStream(response)) return response;
  const { notifications } = (body as { readonly params: { readonly notifications: SubscriptionFilter } }).params;
  return onBodyEnd(response, watch(notifications.resourceSubscriptions ?? []));
}

interface SubscriptionFilter {
  readonly resourceSubscriptions?: readonly string[];
}
