import type { Subscriptions } from "../subscriptions/subscriptions.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Methods } from "./method.js";

const checkSubscribe = checkParams("resources/subscribe", { uri: TEXT }, ["uri"]);
const checkUnsubscribe = checkParams("resources/unsubscribe", { uri: TEXT }, ["uri"]);

/** `resources/subscribe` and `resources/unsubscribe` for one legacy connection. */
export function subscriptionMethods(subscriptions: Subscriptions): Methods {
  return {
    "resources/subscribe": {
      check: checkSubscribe,
      answer: async ({ uri }: { readonly uri: string }) => {
        await subscriptions.subscribe(uri);
        return {};
      },
    },
    "resources/unsubscribe": {
      check: checkUnsubscribe,
      answer: async ({ uri }: { readonly uri: string }) => {
        subscriptions.unsubscribe(uri);
        return {};
      },
    },
  };
}
