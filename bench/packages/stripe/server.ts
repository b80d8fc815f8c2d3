import { tool } from "@plainmcp/core";
import Stripe from "stripe";

/** Who pays. */
export default class Customers {
  readonly #stripe = new Stripe("key");

  /**
   * Finds a customer.
   * @param email Where they get mail
   */
  @tool
  async find(email: string): Promise<Pick<Stripe.Customer, "id" | "email" | "created">[]> {
    const { data } = await this.#stripe.customers.list({ email });
    return data;
  }
}
