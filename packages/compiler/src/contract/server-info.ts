import type { ServerInfo } from "@plainmcp/core/manifest";
import type { FoundClass } from "../classes/find-classes.js";
import { serverName } from "../classes/server-name.js";
import { cleanText } from "../docs/clean-text.js";
import { readDoc } from "../docs/read-doc.js";
import type { Project } from "../project/project.js";

/** How a server of these classes presents itself. Of several classes the first that has a `@title` gives it. */
export function serverInfo(classes: readonly FoundClass[], project: Project): ServerInfo {
  const file = classes[0]?.node.getSourceFile() ?? project.entries[0];
  const info = file && project.packages.packageOf(file.fileName);
  const packageName = info?.name?.replace(/^@[^/]*\//, "");
  const [title] = classes.flatMap((found) => titleOf(found, project));
  return {
    name: (classes.length === 1 ? serverName(classes[0] as FoundClass) : packageName) ?? "server",
    version: info?.version ?? "0.0.0",
    ...(title !== undefined && { title }),
    ...(info?.homepage !== undefined && { websiteUrl: info.homepage }),
  };
}

function titleOf({ node }: FoundClass, { diagnostics }: Project): string[] {
  const tag = readDoc(node).tags.find(({ name }) => name === "title");
  if (!tag) return [];
  if (tag.text !== "") return [cleanText(tag.text)];
  diagnostics.report("invalid-doc-tag", tag.node, "@title needs a value.", "Write @title text.");
  return [];
}
