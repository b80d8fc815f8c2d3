import { tool } from "@plainmcp/core";

declare const hidden: unique symbol;

interface Tagged {
  name: string;
  [hidden]: number;
  [Symbol.toStringTag]: string;
}

export class Tags {
  /** What stands under a symbol never crosses the wire. */
  @tool
  read(): Tagged {
    return null!;
  }
}
