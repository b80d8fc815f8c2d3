import type StripeCustomer from "./server.js";

type Value = ReturnType<StripeCustomer["give"]>;

export const accepts: readonly Value[] = [
  {
    id: "cus_1",
    object: "customer",
    balance: 0,
    created: 1,
    default_source: null,
    description: null,
    email: "a@b.c",
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: { plan: "gold" },
    shipping: null,
  },
];

export const rejects: readonly unknown[] = [{ id: "cus_1" }];
