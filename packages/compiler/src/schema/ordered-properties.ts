import { ts } from "../typescript/typescript.js";
import { writtenArgument } from "../typescript/written-type.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";
import { orderedMembers } from "./written-members.js";

/**
 * The properties of a type in source order. For a type mapped over keys other than `keyof T`, TypeScript lists them in
 * the order in which it first met the keys.
 */
export function orderedProperties(site: Site, builder: SchemaBuilder): readonly ts.Symbol[] {
  const { type } = site;
  const { checker } = builder.project;
  const properties = checker.getPropertiesOfType(type);
  if (type.isIntersection()) {
    const names = type.types.flatMap((part) => orderedProperties({ ...site, type: part }, builder).map(nameOf));
    return [...new Set(names)].flatMap((name) => properties.find((property) => property.name === name) ?? []);
  }
  const mapping = mappingOf(type);
  // Renamed keys have the order of the original ones.
  if (!mapping || mapping.nameType) return properties;
  const declared = properties.filter(({ declarations }) => declarations?.length);
  const others = properties.filter(({ declarations }) => !declarations?.length);
  const isOverKeys = !mapping.typeParameter.constraint || !ts.isTypeOperatorNode(mapping.typeParameter.constraint);
  if (isOverKeys) declared.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  return [...declared, ...byKeys(others, site, builder)];
}

function nameOf({ name }: ts.Symbol): string {
  return name;
}

/** The `{ [K in Keys]: T }` of a mapped type, also inside the library's `Record`, `Pick` and `Partial`. */
function mappingOf(type: ts.Type): ts.MappedTypeNode | undefined {
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped)) return undefined;
  return type.symbol?.declarations?.find(ts.isMappedTypeNode);
}

/** Sorts properties by the order of `"a" | "b"` in `Record<"a" | "b", T>` and `{ [K in "a" | "b"]: T }`. */
function byKeys(properties: readonly ts.Symbol[], site: Site, { project }: SchemaBuilder): readonly ts.Symbol[] {
  const keys: readonly ts.Type[] = properties.map(({ name }) => project.checker.getStringLiteralType(name));
  const ordered = orderedMembers(keys, { ...site, written: writtenKeys(site.written), sources: [] }, project);
  return ordered.flatMap(({ type }) => properties[keys.indexOf(type)] ?? []);
}

function writtenKeys(written: ts.TypeNode | undefined): ts.TypeNode | undefined {
  if (written && ts.isMappedTypeNode(written)) return written.typeParameter.constraint;
  return writtenArgument(written, 0);
}

type Place = readonly [file: string, position: number];

function placeOf({ declarations }: ts.Symbol): Place {
  const [first] = declarations ?? [];
  return first ? [first.getSourceFile().fileName, first.pos] : ["", 0];
}

function comparePlaces([file, position]: Place, [otherFile, otherPosition]: Place): number {
  if (file !== otherFile) return file < otherFile ? -1 : 1;
  return position - otherPosition;
}
