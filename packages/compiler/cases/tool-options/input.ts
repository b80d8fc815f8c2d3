import { tool } from "@plainmcp/core";
import { Inherited } from "./pages/inherited.js";

const MINUTE = 60_000;

export class ToolOptions extends Inherited {
  /** Everything. */
  @tool({
    timeout: 5 * MINUTE,
    requires: ["elicitation.url", "sampling"],
    task: "optional",
    arguments: "lenient",
    _meta: { team: "a" },
    title: "All options",
  })
  all(): void {}

  /** A page with its usual URI. */
  @tool({ name: "show.it", ui: { file: "./page.html" } })
  show(): string {
    return "";
  }

  /** A page with all options. */
  @tool({
    ui: {
      file: "pages/chart.html",
      uri: "ui://charts/main",
      visibility: ["app"],
      prefersBorder: false,
      domain: "charts.example",
      permissions: { camera: {} },
      csp: { connectDomains: ["https://api.example"], resourceDomains: [] },
    },
  })
  chart(): string {
    return "";
  }
}
