import type { Subscriptions } from "../subscriptions/subscriptions.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Methods } from "./method.js";

/** `resources/subscribe` and `resources/unsubscribe` for one legacy connection. */
export function subscriptionMethods(subscriptions: Subscriptions): Methods {
  return {
    "resources/subscribe": {
      check: checkParams("resources/subscribe", { uri: TEXT }, ["uri"]),
      answer: async ({ uri }: { readonly uri: string }) => {
        await subscriptions.subscribe(uri);
        return {};
      },
    },
    "resources/unsubscribe": {
      check: checkParams("resources/unsubscribe", { uri: TEXT }, ["uri"]),
      answer: async ({ uri }: { readonly uri: string }) => {
        subscriptions.unsubscribe(uri);
        return {};
      },
    },
  };
}
