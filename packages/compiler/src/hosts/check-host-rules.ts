import type { ToolManifest } from "@plainmcp/core/manifest";
import type { Project } from "../project/project.js";
import type { ts } from "../typescript/typescript.js";
import { HOST_RULES } from "./host-rules.js";

/** Warns of what hosts would refuse in a tool, which often costs all tools of the session. */
export function checkHostRules(tool: ToolManifest, node: ts.Node, { diagnostics }: Project): void {
  for (const { find, hosts, rule, help } of HOST_RULES) {
    for (const found of find(tool)) {
      diagnostics.report("host-refuses", node, `${hosts} will refuse ${found} of ${tool.name}. ${rule}`, help);
    }
  }
}
