import type { Schema } from "../json-schema/schema.js";
import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";
import type { SchemaBuilder } from "./schema-builder.js";
import { type Site, siteInside } from "./site.js";

/**
 * Tuples. Hosts refuse an array without `items`, and clients with SDK v1 read `items` as the schema of every element.
 * So `items` allows any element, except if an argument has a rest element of another type: then it describes the rest.
 */
export const convertTuple: Converter = (site, builder) => {
  if (!builder.project.checker.isTupleType(site.type)) return undefined;
  const elements = tupleElements(site, builder);
  const restIndex = elements.findIndex(({ flags }) => flags & ts.ElementFlags.Variable);
  const minItems = elements.filter(({ flags }) => flags & ts.ElementFlags.Required).length;
  const isClosed = restIndex === -1;
  const prefix = isClosed ? elements : elements.slice(0, restIndex);
  const varying = isClosed || builder.direction === "output" ? elements : elements.slice(restIndex);
  const items = anyOf(varying, builder);
  const rest = isClosed ? items : anyOf(elements.slice(restIndex), builder);
  return {
    type: "array",
    ...(prefix.length > 0 && { prefixItems: prefix.map(({ schema }) => schema) }),
    items,
    ...(builder.distinct([items, rest]).length > 1 && { "x-rest": rest }),
    ...((isClosed || minItems > 0) && { minItems }),
    ...(isClosed && { maxItems: elements.length }),
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
    // Unlike a property, an `undefined` element cannot be left out: it becomes null.
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

/** The schema of any of the elements, without their titles, which name single elements. */
function anyOf(elements: readonly TupleElement[], builder: SchemaBuilder): Schema {
  const schemas = builder.distinct(elements.map(({ schema: { title: _, ...schema } }) => schema));
  if (schemas.length === 0) return {};
  return schemas.length === 1 ? (schemas[0] as Schema) : { anyOf: schemas };
}
