import { tool } from "@plainmcp/core";
import { forecast } from "./forecast";
import { Measured } from "./measured";
import { Plants } from "./plants";

/** A greenhouse. */
export class Greenhouse extends Measured(Plants) {
  /** Opens the windows. @param count How many */
  @tool
  open(count: number): string {
    const unused = "while somebody is still writing this";
    return `${count} open, ${forecast()}`;
  }
}
