import type { ToolManifest } from "@plainmcp/core/manifest";
import type { Project } from "../project/project.js";
import { extractOutput } from "./extract-output.js";
import { extractPrimitive } from "./extract-primitive.js";
import type { DecoratedMethod } from "./find-methods.js";

const NAME = /^[A-Za-z0-9_.-]{1,128}$/;

/** The manifest entry of a method under `@tool`. */
export function extractTool(method: DecoratedMethod, project: Project): ToolManifest | undefined {
  const primitive = extractPrimitive(method, 0, ["annotations", "icons", "_meta"], project);
  if (!primitive) return undefined;
  const { head, input, options, doc, signature, node } = primitive;
  if (!NAME.test(head.name)) {
    const help = 'Use 1 to 128 of A-Z a-z 0-9 _ . -, for example @tool({ name: "get-weather" }).';
    project.diagnostics.report("invalid-name", node, `A tool cannot be named "${head.name}".`, help);
  }
  return { ...head, ...input, ...extractOutput(signature, doc.returns, project), ...options };
}
