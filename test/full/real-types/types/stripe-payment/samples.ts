import type StripePayment from "./server.js";

type Value = Parameters<StripePayment["take"]>[0];

export const accepts: readonly Value[] = [
  { amount: 100, currency: "eur" },
  { amount: 100, currency: "eur", metadata: { order: 6 }, automatic_payment_methods: { enabled: true } },
];

export const rejects: readonly unknown[] = [{ amount: 100 }, { amount: "100", currency: "eur" }];
