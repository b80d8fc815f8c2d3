import type { FoundDecorator } from "../../classes/find-decorators.js";
import type { Project } from "../../project/project.js";
import { propertyName } from "../../typescript/evaluate.js";
import { objectLiteral } from "../../typescript/object-literal.js";
import type { ts } from "../../typescript/typescript.js";
import type { LocateOption } from "./check-option-values.js";

/** Finds where the options of a decorator are written, or the nearest enclosing node for options written elsewhere. */
export function optionLocator({ args, node }: FoundDecorator, index: number, project: Project): LocateOption {
  return (...path) => {
    let found: ts.Node = node;
    let value = args[index];
    for (const name of path) {
      const literal = value && objectLiteral(value, project.checker);
      const property = literal?.properties.findLast((one) => propertyName(one, project.checker) === name);
      if (!property) break;
      found = property;
      value = "initializer" in property ? property.initializer : undefined;
    }
    return found;
  };
}
