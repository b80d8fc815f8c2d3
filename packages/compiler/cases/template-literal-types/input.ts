import { tool } from "@plainmcp/core";

type Version = `v${number}`;
type Colour = `#${string}`;
type Side = "left" | "right";

export class Styles {
  /** Strings of a form. */
  @tool
  set(version: Version, colour: Colour, margin: `margin-${Side}`, size: `${number}${"px" | "em"}`, flag: `${boolean}`): Uppercase<Side> {
    return "LEFT";
  }
}
