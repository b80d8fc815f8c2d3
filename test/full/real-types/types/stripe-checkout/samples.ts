import type StripeCheckout from "./server.js";

type Value = Parameters<StripeCheckout["take"]>[0];

export const accepts: readonly Value[] = [
  { mode: "payment", line_items: [{ price: "p", quantity: 1 }], success_url: "https://a.b" },
];

export const rejects: readonly unknown[] = [{ mode: "gift" }, { line_items: [{ quantity: "1" }] }];
