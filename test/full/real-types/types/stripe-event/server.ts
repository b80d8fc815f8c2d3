import { tool } from "@plainmcp/core";
import type Stripe from "stripe";

export default class StripeEvent {
  /** An event. */
  @tool
  give(): Stripe.Event {
    throw new Error("Only compiled.");
  }
}
