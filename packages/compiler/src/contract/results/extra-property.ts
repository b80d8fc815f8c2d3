import type { Project } from "../../project/project.js";
import { isNeverSent } from "../../schema/json-properties.js";
import type { ts } from "../../typescript/typescript.js";
import { extendsCoreType } from "./extends-core-type.js";

/** A property that a type declares beside those of our `ToolResult`, if it extends or implements that. */
export function extraProperty(type: ts.Type, project: Project): string | undefined {
  if (!extendsCoreType(type, "ToolResult", project)) return undefined;
  const { checker } = project;
  return checker.getPropertiesOfType(type).find((one) => !PROPERTIES.has(one.name) && !isNeverSent(one, checker))?.name;
}

const PROPERTIES: ReadonlySet<string> = new Set(["content", "structuredContent", "isError", "_meta"]);
