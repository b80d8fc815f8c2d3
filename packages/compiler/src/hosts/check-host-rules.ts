import { HOST_RULES } from "@plainmcp/core/internal/hosts";
import type { ToolManifest } from "@plainmcp/core/manifest";
import type { Project } from "../project/project.js";
import type { ts } from "../typescript/typescript.js";

/** Warns about what hosts would refuse in a tool. They often refuse all tools of the session with it. */
export function checkHostRules(tool: ToolManifest, node: ts.Node, { diagnostics }: Project): void {
  for (const { find, hosts, rule, help } of HOST_RULES) {
    for (const found of find(tool)) {
      diagnostics.report("host-refuses", node, `${hosts} will refuse ${found} of ${tool.name}. ${rule}`, help);
    }
  }
}
