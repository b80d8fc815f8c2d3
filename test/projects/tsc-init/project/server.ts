import { tool } from "@plainmcp/core";
import { greeting } from "./greeting.js";

/** Greets people. */
export default class Greeter {
  /** Greets somebody. @param name Who it is */
  @tool
  greet(name: string): string {
    return greeting(name);
  }
}
