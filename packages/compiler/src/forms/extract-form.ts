import type { FormManifest } from "@plainmcp/core/manifest";
import type { Project } from "../project/project.js";
import { evaluateProperty, propertyName } from "../typescript/evaluate.js";
import { objectLiteral } from "../typescript/object-literal.js";
import { ts } from "../typescript/typescript.js";
import { formSchema } from "./form-schema.js";
import { mayChange } from "./may-change.js";
import { messageParts } from "./message-parts.js";

/** The form of one call of `elicit`; undefined if the call passes its own, or if the type cannot be a form. */
export function extractForm(node: ts.CallExpression, project: Project): FormManifest | undefined {
  const [message, options] = node.arguments;
  // TypeScript has already reported a call without a message.
  if (!message || hasOption("schema", options, project)) return undefined;
  const schema = formSchema(node, project);
  const key = constantKey(options, project);
  return schema && { ...(key !== undefined && { key }), message: messageParts(message, project), schema };
}

/** Whether the options certainly have this property. */
function hasOption(name: string, options: ts.Expression | undefined, { checker }: Project): boolean {
  const property = options && checker.getPropertyOfType(checker.getTypeAtLocation(options), name);
  if (!property) return false;
  const type = checker.getTypeOfSymbol(property);
  return checker.getNonNullableType(type) === type;
}

function constantKey(options: ts.Expression | undefined, project: Project): string | undefined {
  const literal = options && objectLiteral(options, project.checker);
  // A later spread may override it.
  const property = literal?.properties.findLast((one) => mayBeKey(one, project));
  if (!property || mayChange(property, project) || propertyName(property, project.checker) !== "key") return undefined;
  const result = evaluateProperty(property, project.checker);
  return "value" in result && typeof result.value === "string" ? result.value : undefined;
}

function mayBeKey(property: ts.ObjectLiteralElementLike, project: Project): boolean {
  if (!ts.isSpreadAssignment(property)) return propertyName(property, project.checker) === "key";
  const type = project.checker.getTypeAtLocation(property.expression);
  return project.checker.getPropertyOfType(type, "key") !== undefined;
}
