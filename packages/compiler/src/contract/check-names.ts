import type { PromptManifest, ResourceManifest, ToolManifest, ToolUi } from "@plainmcp/core/manifest";
import type { DecoratedMethod } from "../classes/find-methods.js";
import type { Project } from "../project/project.js";

/** A manifest entry and the method it was made from. */
interface Extracted<T> {
  readonly method: DecoratedMethod;
  readonly primitive: T;
}

/** The primitives of one class, by kind. */
interface ExtractedPrimitives {
  readonly tools: readonly Extracted<ToolManifest>[];
  readonly resources: readonly Extracted<ResourceManifest>[];
  readonly prompts: readonly Extracted<PromptManifest>[];
}

/** Reports names and URIs that two primitives of one class share. */
export function checkNames({ tools, resources, prompts }: ExtractedPrimitives, project: Project): void {
  checkUnique("tools", "name", tools, ({ name }) => name, project);
  checkUnique("prompts", "name", prompts, ({ name }) => name, project);
  checkPages(tools, project);
  checkUnique("resources", "URI", resources, ({ uri, uriTemplate }) => uri ?? uriTemplate ?? "", project);
}

/** Several tools may show the same page, but one URI cannot have two pages. */
function checkPages(tools: readonly Extracted<ToolManifest>[], { diagnostics }: Project): void {
  const first = new Map<string, Extracted<ToolManifest>>();
  for (const tool of tools) {
    const { ui } = tool.primitive;
    const other = ui && first.get(ui.uri);
    if (ui && !other) first.set(ui.uri, tool);
    if (!ui || !other?.primitive.ui || isSamePage(ui, other.primitive.ui)) continue;
    const message = `The tools ${other.method.name} and ${tool.method.name} have different pages at "${ui.uri}".`;
    diagnostics.report("duplicate-name", tool.method.decorator.node, message, "Give one of them another uri.");
  }
}

function isSamePage(one: ToolUi, other: ToolUi): boolean {
  return one.html === other.html && JSON.stringify(one.page) === JSON.stringify(other.page);
}

function checkUnique<T>(
  kinds: string,
  what: string,
  entries: readonly Extracted<T>[],
  keyOf: (primitive: T) => string,
  { diagnostics }: Project,
): void {
  const first = new Map<string, DecoratedMethod>();
  for (const { method, primitive } of entries) {
    const key = keyOf(primitive);
    const other = first.get(key);
    if (!other) first.set(key, method);
    else {
      const message = `The ${kinds} ${other.name} and ${method.name} have the same ${what}, "${key}".`;
      diagnostics.report("duplicate-name", method.decorator.node, message, `Give one of them another ${what}.`);
    }
  }
}
