import { tool } from "@plainmcp/core";

class Money {
  #currency = "EUR";
  constructor(public amount: number) {}
  get text(): string {
    return `${this.amount} ${this.#currency}`;
  }
}

class Point {
  x = 0;
  y = 0;
}

export class Bank {
  /** The method gets no Money. */
  @tool
  pay(money: Money, parts: Money[], at: Point): void {}
}
