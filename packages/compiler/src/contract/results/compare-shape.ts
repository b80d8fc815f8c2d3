import type { Project } from "../../project/project.js";
import { isNeverSent } from "../../schema/json-properties.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";

/**
 * How well a type matches one of the protocol's: `"is"` for all its values, `"maybe"` for some, `"no"` for none.
 * docs/reference/results.md has the rule.
 */
export type Likeness = "is" | "maybe" | "no";

/** Judges the type of one property. */
export type Test = (type: ts.Type, project: Project) => Likeness;

/** Tests by the names of the properties. */
export type Tests = Readonly<Record<string, Test>>;

/** The properties that an object of the protocol has to have, and may have. */
export interface Shape {
  readonly required: Tests;
  readonly optional: Tests;
  /** Whether methods and private members do not count as other properties. @default false */
  readonly allowsMethods?: boolean;
}

/** How an object compares with a shape. */
export interface Comparison {
  readonly likeness: Likeness;
  /** Whether it has other properties than the shape, and whether one of them is required. */
  readonly extra: "required" | "optional" | undefined;
}

/** Compares the properties of an object with those of a shape. */
export function compareShape(type: ts.Type, shape: Shape, project: Project): Comparison {
  const { checker } = project;
  const { required, optional, allowsMethods = false } = shape;
  const found: Likeness[] = [];
  let extra: Comparison["extra"];
  for (const [name, test] of Object.entries(required)) {
    const property = checker.getPropertyOfType(type, name);
    if (!property) return { likeness: "no", extra };
    const likeness = test(checker.getNonNullableType(checker.getTypeOfSymbol(property)), project);
    found.push(mayBeAbsent(property, checker) ? atMost("maybe", likeness) : likeness);
  }
  for (const property of checker.getPropertiesOfType(type)) {
    const value = checker.getTypeOfSymbol(property);
    if (Object.hasOwn(required, property.name) || membersOf(value).every(({ flags }) => flags & ts.TypeFlags.Undefined))
      continue;
    const test = Object.hasOwn(optional, property.name) ? optional[property.name] : undefined;
    if (test && test(value, project) !== "no") continue;
    if (allowsMethods && isNeverSent(property, checker)) continue;
    // The SDK's result types allow more properties, so a type that extends one still matches.
    if (type.getStringIndexType()) continue;
    if (extra !== "required") extra = mayBeAbsent(property, checker) ? "optional" : "required";
  }
  return { likeness: leastOf(found), extra };
}

/** The least sure of several; `"is"` for an empty list, such as the elements of an empty tuple. */
export function leastOf(found: readonly Likeness[]): Likeness {
  return found.reduce(atMost, "is");
}

const ORDER: readonly Likeness[] = ["no", "maybe", "is"];

/** The less sure of two. */
export function atMost(a: Likeness, b: Likeness): Likeness {
  return ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b;
}

/** The surest of several. */
export function bestOf(found: readonly Likeness[]): Likeness {
  return found.reduce((best, one) => (ORDER.indexOf(one) > ORDER.indexOf(best) ? one : best), "no");
}

function mayBeAbsent(property: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (property.flags & ts.SymbolFlags.Optional) return true;
  const { Undefined, Null } = ts.TypeFlags;
  return membersOf(checker.getTypeOfSymbol(property)).some(({ flags }) => flags & (Undefined | Null));
}
