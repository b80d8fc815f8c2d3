import { codeOf, type DiagnosticName } from "../diagnostics/diagnostic-codes.js";
import { applyDoc } from "../docs/apply-doc.js";
import type { Doc } from "../docs/doc.js";
import { admitForeignProperties } from "../json-schema/admit-foreign-properties.js";
import type { Definitions } from "../json-schema/resolve.js";
import type { Schema } from "../json-schema/schema.js";
import { SchemaIds } from "../json-schema/schema-ids.js";
import { withTypeName } from "../json-schema/type-names.js";
import type { Project } from "../project/project.js";
import { isFunction } from "../typescript/is-function.js";
import { ts } from "../typescript/typescript.js";
import { writtenFor } from "../typescript/written-type.js";
import { checkUnions, type FoundUnion } from "./check-unions.js";
import { CONVERTERS } from "./converters.js";
import { definitionName } from "./definition-name.js";
import { isEverGrowing } from "./is-ever-growing.js";
import { isForeignInside } from "./is-foreign.js";
import { SchemaMemo } from "./schema-memo.js";
import type { Site } from "./site.js";
import { typeDoc } from "./type-doc.js";
import { typeName } from "./type-name.js";

/** The largest number of conversions for one method's arguments or result. */
const MAX_CONVERSIONS = 30_000;

/**
 * Converts types to schemas, each with the first converter that knows it. Types are inlined, except recursive ones:
 * they become definitions at the root of the schema.
 */
export class SchemaBuilder {
  readonly project: Project;
  /** Whether the client (`"input"`) or the method (`"output"`) sends the value. */
  readonly direction: "input" | "output";
  /**
   * Whether the value is the arguments of a call: objects have only the declared properties, and constraints in
   * packages' comments apply. In a result, such constraints could only cause errors, and a form cannot have them.
   */
  readonly closed: boolean;
  readonly #unions: FoundUnion[] = [];
  readonly #open: OpenType[] = [];
  readonly #definitions = new Map<string, { name: string; readonly schema: Schema }>();
  readonly #endless = new Set<ts.Symbol>();
  readonly #ids = new Map<ts.Type, number>();
  readonly #memo: SchemaMemo;
  readonly #schemaIds = new SchemaIds();
  #conversions = 0;

  constructor(
    project: Project,
    direction: "input" | "output",
    { closed = direction === "input" }: { readonly closed?: boolean } = {},
  ) {
    this.project = project;
    this.direction = direction;
    this.closed = closed;
    this.#memo = new SchemaMemo(project.diagnostics);
  }

  /** The schema of one type. The same object may be used in many places, so do not modify it. */
  schemaOf(found: Site): Schema {
    const foreignInside = isForeignInside(found, this.project);
    const site = { ...found, foreignInside, written: writtenFor(found, this.project.checker) };
    const [only, ...others] = this.possibleTypes(site);
    if (only && only !== site.type && others.length === 0) return this.schemaOf({ ...site, type: only });
    if (!mayContainItself(site.type)) return this.#memo.recall(site, () => this.#convert(site));
    const key = this.#key(site);
    const known = this.#definitions.get(key) ?? this.#open.find((open) => open.key === key);
    if (known) return this.#refer(known, site);
    return this.#memo.recall(site, () => this.#convertOpen(key, site));
  }

  /** The schema of one type with the definitions it needs, and not just a reference to one. */
  rootOf(site: Site): Schema {
    const schema = this.schemaOf(site);
    const root = [...this.#definitions.values()].find(({ name }) => schema.$ref === `#/$defs/${name}`);
    return { ...(root?.schema ?? schema), ...this.definitions() };
  }

  /** `$defs` with all definitions so far; empty if there are none. */
  definitions(): Schema {
    if (this.#definitions.size === 0) return {};
    const entries = [...this.#definitions.values()].map(({ name, schema }) => [name, schema] as const);
    return { $defs: Object.fromEntries(entries) };
  }

  /** Notes a union in the arguments, to be checked when everything it refers to is known. */
  noteUnion(site: Site, branches: FoundUnion["branches"]): void {
    if (this.direction === "input") this.#unions.push({ site, branches });
  }

  /** Finishes a schema that is completely converted: checks its unions, and makes them allow what TypeScript allows. */
  finish(root: Schema): Schema {
    checkUnions(this.#unions, (root.$defs ?? {}) as Definitions, this);
    return this.closed ? admitForeignProperties(root) : root;
  }

  /**
   * The members of a union, or the type itself; without `undefined` if the value may be absent, and in arguments
   * without functions.
   */
  possibleTypes({ type, optional = false }: Site): readonly ts.Type[] {
    if (!type.isUnion()) return [type];
    const isInput = this.direction === "input";
    const possible = type.types.filter((member) => {
      if (member.flags & ts.TypeFlags.VoidLike) return !optional && !isInput;
      return !(isInput && isFunction(member, this.project.checker));
    });
    return possible.length > 0 ? possible : type.types;
  }

  /**
   * Reports a problem with a type, but no warning about a type of a package. Returns an empty schema as a placeholder,
   * so that the rest is checked too.
   */
  fail(name: DiagnosticName, { node, path, foreign }: Site, message: string, help?: string): Schema {
    if (foreign && codeOf(name).severity === "warning") return {};
    this.project.diagnostics.report(name, node, `${message} (at \`${path}\`).`, help);
    return {};
  }

  /** The schema with what a comment says about its value. */
  document(schema: Schema, { description, tags }: Doc): Schema {
    const heeded = tags.filter(({ name, foreign }) => this.closed || !foreign || name === "deprecated");
    return applyDoc(schema, { description, tags: heeded }, this.project.diagnostics);
  }

  /** The schemas without duplicates. */
  distinct(schemas: readonly Schema[]): Schema[] {
    return [...new Map(schemas.map((schema) => [this.#schemaIds.idOf(schema), schema])).values()];
  }

  #convertOpen(key: string, site: Site): Schema {
    if (this.#isEndless(site.type)) return {};
    const open: OpenType = { key, site };
    this.#open.push(open);
    const schema = this.#convert(site);
    this.#open.pop();
    if (open.name === undefined) return schema;
    this.#definitions.set(key, { name: open.name, schema });
    return { $ref: `#/$defs/${open.name}` };
  }

  #convert(site: Site): Schema {
    if (this.#isTooLarge(site)) return {};
    for (const convert of CONVERTERS) {
      const schema = convert(site, this);
      if (!schema) continue;
      return withTypeName(this.document(schema, typeDoc(site, this.project)), typeName(site, this.project));
    }
    const name = this.project.checker.typeToString(site.type);
    return this.fail("not-json", site, `A value of type ${name} cannot be sent as JSON`);
  }

  #refer(known: { name?: string }, { type }: Site): Schema {
    if (known.name === undefined) known.name = this.#freeName(definitionName(type, this.project.checker));
    return { $ref: `#/$defs/${known.name}` };
  }

  #freeName(wanted: string): string {
    const taken = new Set([...this.#open, ...this.#definitions.values()].map(({ name }) => name));
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}${n}`;
    return name;
  }

  /** A key by members, because a union with `undefined` and the same union without it are different type objects. */
  #key(site: Site): string {
    const members = this.possibleTypes(site).map((member) => this.#id(member));
    return `${site.open ? "open " : ""}${site.serialized ? "serialized " : ""}${members.sort((a, b) => a - b).join("|")}`;
  }

  #id(type: ts.Type): number {
    const id = this.#ids.get(type) ?? this.#ids.size;
    this.#ids.set(type, id);
    return id;
  }

  /** Reports once that the type is too large. After that, nothing more is converted. */
  #isTooLarge(site: Site): boolean {
    this.#conversions += 1;
    if (this.#conversions === MAX_CONVERSIONS) {
      const [path = site.path] = site.path.split(/[.[]/, 1);
      const message = `This type leads to more than ${MAX_CONVERSIONS} others, which is too much for any client`;
      const whole = { ...site, node: site.whole ?? site.node, path };
      this.fail("too-large", whole, message, "Write a type with only the properties that matter.");
    }
    return this.#conversions >= MAX_CONVERSIONS;
  }

  /** Reports an endless type once, at its outermost level. */
  #isEndless(type: ts.Type): boolean {
    const { symbol, flags } = type;
    if (!(flags & ts.TypeFlags.Object) || symbol === undefined) return false;
    if (this.#endless.has(symbol)) return true;
    const outer = this.#open.map(({ site }) => site).filter((site) => site.type.symbol === symbol);
    const [outermost] = outer;
    if (!outermost || !isEverGrowing([...outer.map((site) => site.type), type], this.project.checker)) return false;
    this.#endless.add(symbol);
    const message = "This generic type contains ever larger instances of itself";
    this.fail("endless-type", outermost, message, "Write a type that contains itself with the same parameters.");
    return true;
  }
}

/** A type that is being converted. It gets a name when it occurs again inside itself. */
interface OpenType {
  readonly key: string;
  readonly site: Site;
  name?: string;
}

function mayContainItself(type: ts.Type): boolean {
  if (type.flags & ts.TypeFlags.EnumLike || type.flags & ts.TypeFlags.Boolean) return false;
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.UnionOrIntersection)) !== 0;
}
