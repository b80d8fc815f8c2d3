import { tool } from "@plainmcp/core";
import os from "os";
import "./generated";
import { format } from "./format";

/** What this machine says of itself. */
export default class Machine {
  private readonly seen = new Map<string, number>();

  /** Describes the machine. @param word What to say first */
  @tool
  describe(word: string): string {
    this.seen.set(word, (this.seen.get(word) ?? 0) + 1);
    return format(word, os.EOL.length, process.argv.length > 0);
  }
}
