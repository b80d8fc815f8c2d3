import { tool } from "@plainmcp/core";

interface Report {
  title: string | undefined;
  parts: (string | undefined)[];
  note?: string;
}

export class Reports {
  /** What is undefined is absent; in a list it is null. */
  @tool
  make(): Report {
    return { title: undefined, parts: [undefined] };
  }
}
