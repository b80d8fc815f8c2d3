import { tool } from "@plainmcp/core";
import type { Manifest } from "@plainmcp/core/manifest";

/** A class with one tool. */
export class Clock {
  @tool
  now(): string {
    return "noon";
  }
}

/** Its manifest, which no build has registered. */
export const CLOCK_MANIFEST: Manifest = {
  manifestVersion: 1,
  generator: "test",
  server: { name: "clock", version: "1.0.0" },
  classes: [
    {
      class: "Clock",
      file: "clock.ts",
      tools: [{ method: "now", name: "now", parameters: [], inputSchema: { type: "object" } }],
      resources: [],
      prompts: [],
    },
  ],
};
