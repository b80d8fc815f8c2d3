import { tool } from "@plainmcp/core";

const Color = {
  Red: "#f00",
  Green: "#0f0",
} as const;
type Color = (typeof Color)[keyof typeof Color];

export class Paint {
  /** An object instead of an enum. */
  @tool
  fill(color: Color, name: keyof typeof Color = "Green"): Color {
    return color;
  }
}
