import { tool } from "@plainmcp/core";
import type { Program } from "estree";

export default class EstreeProgram {
  /** Prints a program. */
  @tool
  take(value: Program): void {
    console.error(value);
  }
}
