import type { FoundClass } from "../../classes/find-classes.js";
import type { Project } from "../../project/project.js";
import { checkHelper } from "./check-helper.js";
import type { LocateOption } from "./check-option-values.js";
import type { DecoratorOptions } from "./decorator-options.js";
import { COMPLETE, listKind, WATCH } from "./helper-kinds.js";

/**
 * Reports the methods that options name and that do not fit the option.
 *
 * @param names The arguments of the prompt, or the variables of the template
 */
export function checkHelpers(
  { list, watch, complete }: DecoratorOptions,
  names: readonly string[],
  found: FoundClass,
  locate: LocateOption,
  project: Project,
): void {
  if (typeof list === "string") checkHelper(list, listKind(names), found, locate("list"), project);
  if (typeof watch === "string") checkHelper(watch, WATCH, found, locate("watch"), project);
  for (const [name, method] of Object.entries((complete ?? {}) as { readonly [name: string]: string })) {
    const node = locate("complete", name);
    if (names.includes(name)) checkHelper(method, COMPLETE, found, node, project);
    else {
      const help =
        names.length > 0 ? `Write one of ${names.join(", ")}.` : "Remove it: there are no arguments to complete.";
      project.diagnostics.report("invalid-option", node, `There is no argument ${name} to complete.`, help);
    }
  }
}
