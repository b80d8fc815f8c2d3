import { defineServer, tool } from "@plainmcp/core";
import { Imported } from "./imported.js";
export { Imported as Renamed } from "./imported.js";

/** The first. */
class First {
  /** One. */
  @tool
  one(): void {}
}

/** The second. */
export class Second {
  /** Two. */
  @tool
  two(): void {}
}

class Hidden {
  /** Three. */
  @tool
  three(): void {}
}

const server = defineServer([new First(), Second, Imported]);
export default server;
