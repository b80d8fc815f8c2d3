import { tool } from "@plainmcp/core";

declare const tag: unique symbol;
type Brand<T, Name> = T & { readonly [tag]: Name };
type UserId = Brand<string, "UserId">;
type Cents = number & { __brand: "Cents" };
/** A mail address. @format email */
type Mail = Brand<string, "Mail">;

export class Accounts {
  /** A brand is no part of the value. */
  @tool
  pay(from: UserId, amount: Cents, receipt?: Mail | null, codes: Brand<string[], "Codes"> | [] = []): Record<UserId, Cents> {
    return {};
  }
}
