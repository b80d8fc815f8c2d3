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

/** Different types, or places where a type is written, in one method's arguments or result. */
const MAX_CONVERSIONS = 30_000;

/**
 * Turns types into schemas: the first converter that knows the type makes its schema. Types are inlined, except those
 * that contain themselves; they become definitions, which belong to the root of the schema that uses them.
 */
export class SchemaBuilder {
  readonly project: Project;
  /** Who sends the value: the client (`"input"`) or the method (`"output"`). */
  readonly direction: "input" | "output";
  /**
   * Whether it is the arguments of a call: objects have the declared properties and no others, and what packages say in
   * their comments constrains the value. A result it could only turn into an error, and a form cannot have it.
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

  /** The schema of one type. The same object may stand in many places, so nobody may change it. */
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

  /** The schema of one type, not as a bare reference, and with the definitions it needs. */
  rootOf(site: Site): Schema {
    const schema = this.schemaOf(site);
    const root = [...this.#definitions.values()].find(({ name }) => schema.$ref === `#/$defs/${name}`);
    return { ...(root?.schema ?? schema), ...this.definitions() };
  }

  /** `$defs` with all definitions made so far, or nothing. */
  definitions(): Schema {
    if (this.#definitions.size === 0) return {};
    const entries = [...this.#definitions.values()].map(({ name, schema }) => [name, schema] as const);
    return { $defs: Object.fromEntries(entries) };
  }

  /** Notes a union that clients send values of, to be checked when everything it refers to is known. */
  noteUnion(site: Site, branches: FoundUnion["branches"]): void {
    if (this.direction === "input") this.#unions.push({ site, branches });
  }

  /** The schema when all of it is converted: its unions are checked, and admit what TypeScript admits. */
  finish(root: Schema): Schema {
    checkUnions(this.#unions, (root.$defs ?? {}) as Definitions, this);
    return this.closed ? admitForeignProperties(root) : root;
  }

  /**
   * The members of a union, or the type itself; without `undefined` where no value is `undefined`, and without functions
   * among what a client may send.
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
   * Reports a problem of a type, but no warning about a type of a package. The schema it returns stands in, so that the rest
   * is checked too.
   */
  fail(name: DiagnosticName, { node, path, foreign }: Site, message: string, help?: string): Schema {
    if (foreign && codeOf(name).severity === "warning") return {};
    this.project.diagnostics.report(name, node, `${message} (at \`${path}\`).`, help);
    return {};
  }

  /** The schema with what a comment says of its value. */
  document(schema: Schema, { description, tags }: Doc): Schema {
    const heeded = tags.filter(({ name, foreign }) => this.closed || !foreign || name === "deprecated");
    return applyDoc(schema, { description, tags: heeded }, this.project.diagnostics);
  }

  /** The schemas, each once that say the same. */
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
    return this.fail("not-json", site, `A value of type ${name} has no form in JSON`);
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

  /** By its members, since a union with `undefined` and the same without it are two objects. */
  #key(site: Site): string {
    const members = this.possibleTypes(site).map((member) => this.#id(member));
    return `${site.open ? "open " : ""}${site.serialized ? "serialized " : ""}${members.sort((a, b) => a - b).join("|")}`;
  }

  #id(type: ts.Type): number {
    const id = this.#ids.get(type) ?? this.#ids.size;
    this.#ids.set(type, id);
    return id;
  }

  /** Reports once that there is no end in sight; from then on nothing more is converted. */
  #isTooLarge(site: Site): boolean {
    this.#conversions += 1;
    if (this.#conversions === MAX_CONVERSIONS) {
      const [path = site.path] = site.path.split(/[.[]/, 1);
      const message = `This type leads to more than ${MAX_CONVERSIONS} others: no client reads a schema of that size`;
      const whole = { ...site, node: site.whole ?? site.node, path };
      this.fail("too-large", whole, message, "Write a type with just the properties that matter.");
    }
    return this.#conversions >= MAX_CONVERSIONS;
  }

  /** Reports an endless type once, where it began: below, each level has more of it than the one before. */
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

/** A type whose conversion has begun. It has a name as soon as it was met again inside. */
interface OpenType {
  readonly key: string;
  readonly site: Site;
  name?: string;
}

function mayContainItself(type: ts.Type): boolean {
  if (type.flags & ts.TypeFlags.EnumLike || type.flags & ts.TypeFlags.Boolean) return false;
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.UnionOrIntersection)) !== 0;
}
