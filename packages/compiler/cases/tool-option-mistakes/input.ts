import { tool, type ToolOptions } from "@plainmcp/core";

const shared: ToolOptions = { timeout: 1.5 };

declare const later: number;

export class Mistakes {
  /** No time at all. */
  @tool({ timeout: 0 })
  none(): void {}

  /** A constant. */
  @tool(shared)
  constant(): void {}

  /** Only known when it runs. */
  @tool({ timeout: later })
  later(): void {}

  /** What no client can. */
  @tool({ requires: ["telepathy" as "roots"] })
  requires(): void {}

  /** Neither. */
  @tool({ task: "sometimes" as "optional" })
  task(): void {}

  /** Nearly. */
  @tool({ arguments: "loose" as "strict" })
  arguments(): void {}

  /** What TypeScript sees, too. */
  @tool({ task: "never", requires: ["flight"], timeout: "1s" })
  typed(): void {}

  /** Not there. */
  @tool({ ui: { file: "missing.html" } })
  missing(): void {}

  /** Not a page's URI. */
  @tool({ ui: { file: "page.html", uri: "https://example.com" } })
  uri(): void {}

  /** No file. */
  @tool({ ui: { uri: "ui://a/b" } as { file: string } })
  file(): void {}

  /** Nobody. */
  @tool({ ui: { file: "page.html", visibility: ["nobody" as "app"] } })
  visibility(): void {}

  /** One page. */
  @tool({ ui: { file: "page.html", uri: "ui://shared/page" } })
  one(): void {}

  /** Another at its URI. */
  @tool({ ui: { file: "other.html", uri: "ui://shared/page" } })
  other(): void {}
}
