import { tool } from "@plainmcp/core";

interface Filter {
  from: number | undefined;
  to?: number | undefined;
}

export class Filters {
  /** What may be undefined may be absent. */
  @tool
  find(text: string | undefined, filter: Filter): { hit: string | undefined } {
    return { hit: text };
  }
}
