import { tool } from "@plainmcp/core";

interface Named {
  name: string;
}

type Dated = { at: Date } & { until?: Date };

export class Meetings {
  /** All of several types. */
  @tool
  plan(meeting: Named & Dated, either: Named & ({ a: number } | { b: string }), loose: Named & Record<string, string>, both?: Named & object): Named & { id: number } {
    return { name: "", id: 1 };
  }
}
