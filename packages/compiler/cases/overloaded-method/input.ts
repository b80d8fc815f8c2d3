import { tool } from "@plainmcp/core";

export class Parser {
  parse(text: string): number;
  parse(text: string, radix: number): number;
  /** Reads a number. */
  @tool
  parse(text: string, radix = 10): number {
    return Number.parseInt(text, radix);
  }
}
