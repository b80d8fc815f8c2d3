import { tool } from "@plainmcp/core";
import type Stripe from "stripe";

export default class StripePayment {
  /** Takes a payment. */
  @tool
  take(value: Stripe.PaymentIntentCreateParams): void {
    console.error(value);
  }
}
