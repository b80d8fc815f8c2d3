import { tool } from "@plainmcp/core";


/** Nobody named it. */
export default class {
  /** One. */
  @tool
  one(): void {}
}
