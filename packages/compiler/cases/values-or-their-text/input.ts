import { tool } from "@plainmcp/core";

export class Mixed {
  /** Values beside the strings they are sent as. */
  @tool
  at(when: Date | "now", where: URL | number, bytes: Uint8Array | null, list: (Date | boolean)[]): Date | false {
    return false;
  }
}
