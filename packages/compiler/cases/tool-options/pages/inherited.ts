import { tool } from "@plainmcp/core";

export abstract class Inherited {
  /** The file is beside the base. */
  @tool({ ui: { file: "chart.html" } })
  inherited(): string {
    return "";
  }
}
