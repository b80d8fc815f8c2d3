import { type Context, prompt, tool } from "@plainmcp/core";

interface Where {
  /**
   * Where to look.
   * @alias town
   * @alias place
   */
  city: string;
  /** The day. @alias date */
  day?: Date;
}

/** In JavaScript, the tag has another meaning here. @alias module:rooms */
interface Price {
  most: number;
}

class Base {
  /**
   * Says who.
   * @param who A name @alias name
   */
  greet(who: string): string {
    return who;
  }
}

export class Aliases extends Base {
  /**
   * On parameters.
   * @param city Where to look
   * @alias town
   * @alias location
   * @minLength 2
   * @param beds How many {@alias count}
   */
  @tool
  find(city: string, beds = 1, /** @alias max-price */ price?: Price, ctx?: Context, ...tags: string[]): string {
    return `${city} ${beds} ${price?.most} ${ctx?.era} ${tags}`;
  }

  /** On the properties of a type. */
  @tool
  flat({ city, day }: Where): string {
    return `${city} ${day}`;
  }

  /**
   * On a path.
   * @param order Everything
   * @param order.item What to buy @alias product
   */
  @tool
  buy({ item, count = 1 }: { item: string; count?: number }): string {
    return `${count} ${item}`;
  }

  /** In the alternatives of a union. */
  @tool
  either({ ...args }: { /** @alias a */ one: string } | { /** @alias b */ two: string }): string {
    return JSON.stringify(args);
  }

  /** Inherited. */
  @tool
  override greet(who: string): string {
    return super.greet(who);
  }

  /**
   * With a schema written by hand.
   * @param text What it says @alias content
   */
  @tool({ inputSchema: { type: "object", properties: { text: { type: "string" } } } })
  given(text: string): string {
    return text;
  }

  /** A result has no aliases. */
  @tool
  where(): Where {
    return { city: "Oslo" };
  }

  /** No alias here. @param city Where it is */
  @prompt
  packing(city: string): string {
    return city;
  }
}
