import type { PromptManifest, ResourceManifest, ToolManifest } from "@plainmcp/core/manifest";
import type { Project } from "../project/project.js";
import type { DecoratedMethod } from "./find-methods.js";

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

/** Reports what two primitives of one class share though it should tell them apart. */
export function checkNames({ tools, resources, prompts }: ExtractedPrimitives, project: Project): void {
  checkUnique("tools", "name", tools, ({ name }) => name, project);
  checkUnique("prompts", "name", prompts, ({ name }) => name, project);
  checkUnique("resources", "URI", resources, ({ uri, uriTemplate }) => uri ?? uriTemplate ?? "", project);
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
