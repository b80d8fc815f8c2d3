import { tool } from "@plainmcp/core";

interface Options {
  retries: number;
  extra: any;
}

export class Loose {
  /** Nothing is known of what comes. */
  @tool
  run(input: any, options: Options, list: any[]): any {
    return input;
  }

  /** Said on purpose. */
  @tool
  keep(input: unknown): unknown {
    return input;
  }
}
