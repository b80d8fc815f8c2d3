import { tool } from "@plainmcp/core";
import type Stripe from "stripe";

export default class StripeCustomer {
  /** A customer. */
  @tool
  give(): Stripe.Customer {
    throw new Error("Only compiled.");
  }
}
