import { tool } from "@plainmcp/core";
import type { ReadonlyDeep } from "type-fest";

interface Settings {
  theme: { colours: { primary: string; list: string[] }; sizes: Map<string, number> };
  since: Date;
}

export default class TypeFestReadonlyDeep {
  /** Keeps settings. */
  @tool
  take(value: ReadonlyDeep<Settings>): void {
    console.error(value);
  }
}
