import { tool } from "@plainmcp/core";

interface Order {
  count: number;
  lines: { price: number }[];
}

enum Unit {
  Metre = "m",
  Foot = "ft",
}

type Shape = { radius: number } | { width: number };

interface Page<T> {
  items: T[];
}

type Id = string & { readonly __id: true };

export class Mistakes {
  /**
   * Types in comments that are not those of the code.
   * @param {number} before Before the name
   * @param behind {number} Behind the name
   * @param {string|number} more One alternative too many
   * @param {Number[]} list Elements
   * @param {Array<string>} table Elements of elements
   * @param {Date} when A name
   * @param {Unit} unit A name of the user's
   * @param {string} order.count A property
   * @param {number} inferred From a default
   * @returns {number} What comes back
   */
  @tool
  contradicted(
    before: string,
    behind: string,
    more: string,
    list: string[],
    table: string[][],
    when: string,
    unit: number,
    order: Order,
    inferred = "a",
  ): string {
    return "";
  }

  /**
   * Of a destructured parameter.
   * @param {object} args The arguments
   * @param city {number} Where
   * @returns {Promise<string[]>} What comes back
   */
  @tool
  async flat({ city }: { city: string }): Promise<number[]> {
    return [];
  }

  /**
   * Types in comments that say the same, or less, or what is unclear.
   * @param {String} text In capitals
   * @param {?string} maybe Or null
   * @param {string=} [optional] Or nothing
   * @param {int} whole A number
   * @param {Object} order Some object
   * @param {...string} rest Several
   * @param {*} any Anything
   * @param {Unknown} name A name that is not declared
   * @param {string} unit The values of an enum
   * @param {string} id A brand
   * @param {Order[]} orders A list
   * @param {"a"} one One of several
   * @param {Unit} feet An enum
   * @param {Shape} shape A union
   * @param {Page<string>} page A generic type
   * @returns {Order} What comes back
   */
  @tool
  async fine(
    text: string,
    maybe: string | null,
    optional: string | undefined,
    whole: number,
    order: Order,
    any: number,
    name: string,
    unit: Unit,
    id: Id,
    orders: readonly Order[],
    one: "a" | "b",
    feet: Unit,
    shape: Shape,
    page: Page<number>,
    ...rest: string[]
  ): Promise<Order> {
    return order;
  }

  /** Elements. @param {string} rest Each of them */
  @tool
  rest(...rest: string[]): void {}

  /** Of the signature that is offered. @param {number} a It */
  overloaded(a: number): void;
  /** Of another. @param {string} a It */
  overloaded(a: string): void;
  @tool
  overloaded(a: unknown): void {}

  /** Some. @returns {number} Each */
  @tool
  *each(): Generator<number> {}

  /** With a type parameter. @param {T} value It @returns {T} It */
  @tool
  generic<T extends string>(value: T): T {
    return value;
  }
}
