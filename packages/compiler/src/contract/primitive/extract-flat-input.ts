import { applyAt, pathSteps } from "../../docs/apply-param-docs.js";
import type { MethodDoc } from "../../docs/doc.js";
import { isObjectSchema } from "../../json-schema/is-object-schema.js";
import type { Schema } from "../../json-schema/schema.js";
import type { SchemaBuilder } from "../../schema/schema-builder.js";
import { ARGUMENTS } from "../../schema/site.js";
import type { ts } from "../../typescript/typescript.js";
import { defaultValue } from "./default-value.js";
import type { Parameter } from "./parameters.js";

/** The arguments object of a method with one destructured parameter: the parameter's own type. */
export function extractFlatInput({ type, declaration }: Parameter, doc: MethodDoc, builder: SchemaBuilder): Schema {
  const site = { type, written: declaration.type, optional: true, node: declaration, path: ARGUMENTS };
  const schema = builder.rootOf(site);
  if (!isObjectSchema(schema)) {
    const name = builder.project.checker.typeToString(type);
    return builder.fail(
      "unnamed-parameter",
      site,
      `The arguments of a call are an object, not ${name}`,
      "Write an object type.",
    );
  }
  // No client shows a description of the arguments as a whole.
  const { description: _, ...root } = schema;
  return { ...refine(root, declaration.name as ts.ObjectBindingPattern, doc, builder), type: "object" };
}

/** Adds the pattern's defaults and the texts of `@param args.city` or `@param city`. */
function refine(root: Schema, pattern: ts.ObjectBindingPattern, doc: MethodDoc, builder: SchemaBuilder): Schema {
  let documented = root;
  for (const [path, part] of doc.params) {
    const steps = pathSteps(path);
    // Without a dot, it is the name of a property, or any name for the parameter itself.
    const inside = steps.length > 1 ? steps.slice(1) : steps;
    documented = applyAt(documented, inside, part, builder.project.diagnostics);
  }
  return withDefaults(documented, pattern, builder);
}

/** An argument with a default in the pattern is optional in every alternative. */
function withDefaults(schema: Schema, pattern: ts.ObjectBindingPattern, builder: SchemaBuilder): Schema {
  if (Array.isArray(schema.anyOf)) {
    return { ...schema, anyOf: (schema.anyOf as Schema[]).map((branch) => withDefaults(branch, pattern, builder)) };
  }
  const properties = { ...(schema.properties as { [name: string]: Schema } | undefined) };
  let { required } = schema as { readonly required?: readonly string[] };
  for (const { name, propertyName, initializer } of pattern.elements) {
    const key = (propertyName ?? name).getText();
    if (!initializer || !properties[key]) continue;
    properties[key] = { ...properties[key], ...defaultValue(initializer, builder.project) };
    required = required?.filter((other) => other !== key);
  }
  const { required: _, ...rest } = schema;
  return { ...rest, ...(schema.properties !== undefined && { properties }), ...(required?.length && { required }) };
}
