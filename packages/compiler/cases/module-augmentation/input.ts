import { tool } from "@plainmcp/core";
import type { Settings } from "./settings.js";

declare module "./settings.js" {
  interface Settings {
    /** Added from outside. */
    colour: "red" | "blue";
  }
}

interface Merged {
  a: string;
}

interface Merged {
  b?: number;
}

export class Themes {
  /** Properties of every declaration of an interface. */
  @tool
  apply(settings: Settings, merged: Merged): Settings {
    return settings;
  }
}
