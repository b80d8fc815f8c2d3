import type { ServerInfo } from "@plainmcp/core/manifest";
import type { Project } from "../project/project.js";
import type { FoundClass } from "./find-classes.js";
import { serverName } from "./server-name.js";

/** How a server of these classes presents itself. */
export function serverInfo(classes: readonly FoundClass[], project: Project): ServerInfo {
  const file = classes[0]?.node.getSourceFile() ?? project.entries[0];
  const info = file && project.packages.packageOf(file.fileName);
  const packageName = info?.name?.replace(/^@[^/]*\//, "");
  return {
    name: (classes.length === 1 ? serverName(classes[0] as FoundClass) : packageName) ?? "server",
    version: info?.version ?? "0.0.0",
  };
}
