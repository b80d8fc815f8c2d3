import { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import type { Schema } from "./schema.js";
import type { SchemaBuilder } from "./schema-builder.js";
import { type Site, siteInside } from "./site.js";

/**
 * Tuples. Clients of SDK v1 ignore `prefixItems` and read `items` as the schema of every element, so a closed tuple has
 * no `items: false`, and in a result `items` admits every element.
 */
export const convertTuple: Converter = (site, builder) => {
  if (!builder.project.checker.isTupleType(site.type)) return undefined;
  const elements = tupleElements(site, builder);
  const restIndex = elements.findIndex(({ flags }) => flags & ts.ElementFlags.Variable);
  const minItems = elements.filter(({ flags }) => flags & ts.ElementFlags.Required).length;
  if (restIndex === -1) {
    const prefixItems = elements.map(({ schema }) => schema);
    return { type: "array", ...(prefixItems.length > 0 && { prefixItems }), minItems, maxItems: elements.length };
  }
  const prefix = elements.slice(0, restIndex);
  const varying = builder.direction === "output" ? elements : elements.slice(restIndex);
  const items = anyOf(builder.distinct(varying.map(({ schema }) => schema)));
  return {
    type: "array",
    ...(prefix.length > 0 && { prefixItems: prefix.map(({ schema }) => schema) }),
    items,
    ...(minItems > 0 && { minItems }),
  };
};

interface TupleElement {
  readonly schema: Schema;
  readonly flags: ts.ElementFlags;
}

function tupleElements(site: Site, builder: SchemaBuilder): TupleElement[] {
  const reference = site.type as ts.TupleTypeReference;
  const { elementFlags, labeledElementDeclarations } = reference.target;
  return builder.project.checker.getTypeArguments(reference).map((type, index) => {
    const flags = elementFlags[index] ?? ts.ElementFlags.Required;
    const label = labeledElementDeclarations?.[index]?.name;
    const optional = (flags & ts.ElementFlags.Optional) !== 0;
    const element = builder.schemaOf({
      ...siteInside(site, `[${index}]`, type, writtenElement(site.written, index)),
      optional,
    });
    // An element that is `undefined` cannot be left out of an array like a property of an object: it becomes null.
    const schema = optional && builder.direction === "output" ? { anyOf: [element, { type: "null" }] } : element;
    return { schema: label ? { title: label.getText(), ...schema } : schema, flags };
  });
}

function writtenElement(written: ts.TypeNode | undefined, index: number): ts.TypeNode | undefined {
  const element = written && ts.isTupleTypeNode(written) ? written.elements[index] : undefined;
  if (!element) return undefined;
  if (ts.isNamedTupleMember(element) || ts.isOptionalTypeNode(element)) return element.type;
  return element;
}

function anyOf(schemas: readonly Schema[]): Schema {
  return schemas.length === 1 ? (schemas[0] as Schema) : { anyOf: schemas };
}
