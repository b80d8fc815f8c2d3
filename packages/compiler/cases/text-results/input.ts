import { tool } from "@plainmcp/core";

type Id = string & { readonly __brand: "Id" };
enum Colour {
  Red = "red",
  Blue = "blue",
}

/** Crosses the wire as its digits. */
class Money {
  readonly #amount = "1.10";
  toJSON(): string {
    return this.#amount;
  }
}

export class Texts {
  /** A text. @returns What the model reads */
  @tool
  async plain(): Promise<string> {
    return "";
  }

  /** Inferred: one of two. */
  @tool
  inferred(on: boolean) {
    return on ? "on" : "off";
  }

  /** A pattern. */
  @tool
  template(): `item-${number}` {
    return "item-1";
  }

  /** A brand. */
  @tool
  brand(): Id {
    return "" as Id;
  }

  /** An enum. */
  @tool
  colour(): Colour {
    return Colour.Red;
  }

  /** Travels as text. */
  @tool
  date(): Date {
    return new Date(0);
  }

  /** Any of several that do. */
  @tool
  several(): URL | bigint | RegExp | "none" {
    return "none";
  }

  /** Says itself what text it is. */
  @tool
  money(): Money {
    return new Money();
  }

  /** A type parameter that is text. */
  @tool
  generic<T extends string>(text: T): T {
    return text;
  }

  /** Null is no text. */
  @tool
  orNull(): string | null {
    return null;
  }

  /** Nothing is sent as null. */
  @tool
  orUndefined(): string | undefined {
    return undefined;
  }

  /** A number is none either. */
  @tool
  orNumber(): string | number {
    return 1;
  }

  /** A list is data. */
  @tool
  list(): string[] {
    return [];
  }

  /** Data by choice. */
  @tool({ output: "structured" })
  asked(): string {
    return "";
  }

  /** Bytes as data, by choice. */
  @tool({ output: "structured" })
  bytes(): Uint8Array {
    return new Uint8Array();
  }

  /** A schema by hand is one to be seen. */
  @tool({ outputSchema: { type: "string", maxLength: 3 } })
  given(): string {
    return "";
  }
}
