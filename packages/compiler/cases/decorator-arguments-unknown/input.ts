import { resource, tool } from "@plainmcp/core";

const title = ["a", "b"].join(" ");
let changing = "x";
function options() {
  return { title: "x" };
}

export class Unknown {
  /** Computed. */
  @tool({ title, description: changing })
  computed(): void {}

  /** Called. */
  @tool(options())
  called(): void {}

  /** From the environment. */
  @resource(`files://${process.env.ROOT}`)
  environment(): string {
    return "";
  }

  /** Deep inside. */
  @tool({ _meta: { at: new Date() } })
  deep(): void {}
}
