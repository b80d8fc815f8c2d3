import type { JsonSchema } from "@plainmcp/core";
import { orderKeywords } from "../json-schema/keyword-order.js";
import type { Schema } from "../json-schema/schema.js";
import type { Project } from "../project/project.js";
import { isUnresolved } from "../schema/convert-unknown.js";
import { isUserSource } from "../schema/property-schema.js";
import { SchemaBuilder } from "../schema/schema-builder.js";
import type { Site } from "../schema/site.js";
import { ts } from "../typescript/typescript.js";
import { type FormField, formField } from "./form-field.js";

/**
 * The schema of the form that a call of `elicit` shows: the type argument as the flat object that the protocol allows.
 */
export function formSchema(call: ts.CallExpression, project: Project): JsonSchema | undefined {
  const site = askedType(call, project);
  if (isUnknown(site.type)) {
    const help = "Write the type in the call, ctx.elicit<{ name: string }>(…), or pass the form as the option schema.";
    project.diagnostics.report("not-a-form", site.node, "The type of the answer is not known at build time.", help);
    return undefined;
  }
  const builder = new SchemaBuilder(project, "input", { closed: false });
  const root = isEmpty(site.type, project) ? { type: "object" } : builder.rootOf(site);
  if (isUnresolved(site.type)) return undefined;
  if (!isFlatObject(root)) {
    const name = project.checker.typeToString(site.type);
    const message = `A form is an object of named fields, not ${name}.`;
    project.diagnostics.report(
      "not-a-form",
      site.node,
      message,
      "Write one object type: { name: string; age?: number }.",
    );
    return undefined;
  }
  const demand = Object.keys(root).find((keyword) => !ROOT_KEYWORDS.has(keyword));
  if (demand !== undefined) {
    const help = "Remove it, and check the answer in the method.";
    project.diagnostics.report("not-a-form", site.node, `A form as a whole cannot have ${demand}.`, help);
  }
  const properties = Object.entries((root.properties ?? {}) as { readonly [name: string]: Schema });
  const fields = properties.flatMap(([name, schema]) => fieldEntry(name, schema, site, project));
  const required = ((root.required ?? []) as readonly string[]).filter((name) => fields.some(([one]) => one === name));
  return orderKeywords({
    type: "object",
    properties: Object.fromEntries(fields),
    ...(required.length > 0 && { required }),
  });
}

/** If no type is written, TypeScript infers it from how the answer is used. */
function askedType(call: ts.CallExpression, { checker }: Project): Site {
  const [written] = call.typeArguments ?? [];
  if (written) return { type: checker.getTypeFromTypeNode(written), written, node: written, path: PATH };
  const returned = checker.getTypeAtLocation(call);
  const [type = checker.getUnknownType()] = (checker.getAwaitedType(returned) ?? returned).aliasTypeArguments ?? [];
  return { type, node: call.expression, path: PATH };
}

const PATH = "form";

function isUnknown(type: ts.Type): boolean {
  const { Any, Unknown, NonPrimitive, Instantiable } = ts.TypeFlags;
  return (type.flags & (Any | Unknown | NonPrimitive | Instantiable)) !== 0 && !isUnresolved(type);
}

/** A question without fields, to be answered with yes or no. */
function isEmpty(type: ts.Type, { checker }: Project): boolean {
  const { length } = [...checker.getPropertiesOfType(type), ...checker.getIndexInfosOfType(type)];
  return length === 0 && (type.flags & ts.TypeFlags.Object) !== 0 && checker.getSignaturesOfType(type, 0).length === 0;
}

function isFlatObject({ type, additionalProperties = false, patternProperties, "x-ts": made }: Schema): boolean {
  return type === "object" && additionalProperties === false && patternProperties === undefined && made === undefined;
}

/** Keywords that make up the form, or that do not constrain the answer. */
const ROOT_KEYWORDS: ReadonlySet<string> = new Set([
  ...["type", "properties", "required", "additionalProperties", "$defs"],
  ...["title", "description", "default", "examples", "deprecated", "x-notes", "x-mcp-header"],
]);

function fieldEntry(name: string, schema: Schema, site: Site, project: Project): [name: string, field: Schema][] {
  // `b?: never` means that there is no such field.
  if (schema.not !== undefined) return [];
  const result = name === "__proto__" ? UNANSWERABLE : formField(schema);
  if ("field" in result) return [[name, result.field]];
  const symbol = project.checker.getPropertyOfType(site.type, name);
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  const node = declaration && isUserSource(declaration) ? declaration : site.node;
  project.diagnostics.report("not-a-form", node, `No form can ask for ${name}: ${result.problem}.`, result.help);
  return [];
}

/** Clients read an answer into plain objects, where this is not a property. */
const UNANSWERABLE: FormField = {
  problem: "clients cannot send an answer with this name",
  help: "Give it another name.",
};
