import { type JSONRPCNotification, SUBSCRIPTION_ID_META_KEY } from "@modelcontextprotocol/server";

/** Id of the request that a notification of the modern era belongs to. */
export function subscriptionOf({ params }: JSONRPCNotification): unknown {
  return params?._meta?.[SUBSCRIPTION_ID_META_KEY];
}
