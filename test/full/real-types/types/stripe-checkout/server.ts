import { tool } from "@plainmcp/core";
import type Stripe from "stripe";

export default class StripeCheckout {
  /** Begins a checkout. */
  @tool
  take(value: Stripe.Checkout.SessionCreateParams): void {
    console.error(value);
  }
}
