import { tool } from "@plainmcp/core";

type Args = { kind: "id"; id: number } | { kind: "name"; name: string };

export class Find {
  /** Alternatives of arguments. */
  @tool
  find({ kind, ...rest }: Args): string {
    return kind;
  }
}
