import { hostOfKey } from "@plainmcp/core/manifest";
import { pathSteps } from "../../docs/apply-param-docs.js";
import type { DocTag } from "../../docs/doc.js";
import { readDoc } from "../../docs/read-doc.js";
import { propertiesOf } from "../../json-schema/resolve.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import { propertyDoc } from "../../schema/property-doc.js";
import { membersOf } from "../../typescript/members-of.js";
import type { ExtractedPrimitive } from "./extract-primitive.js";
import { readParameters } from "./parameters.js";

/**
 * The other names of a tool's arguments, from comments such as `@param city Where it is @alias town`: the name of the
 * argument by each alias. Reports aliases that could be mistaken for something else.
 */
export function readAliases(
  primitive: ExtractedPrimitive,
  project: Project,
): { readonly [alias: string]: string } | undefined {
  const { inputSchema } = primitive.input;
  const aliases = new Map<string, string>();
  for (const { name, tag } of findAliases(primitive, project)) {
    const problem = problemOf(tag.text, name, inputSchema, aliases);
    if (problem) project.diagnostics.report("invalid-alias", tag.node, problem.message, problem.help);
    else aliases.set(tag.text, name);
  }
  return aliases.size > 0 ? Object.fromEntries(aliases) : undefined;
}

/** Reports the aliases in the comment of a prompt or a resource. */
export function refuseAliases({ doc, signature }: ExtractedPrimitive, project: Project): void {
  const own = readParameters(signature, project).named.map(({ declaration }) => readDoc(declaration));
  const tags = [doc, ...doc.params.values(), ...own].flatMap(aliasTags);
  for (const { node } of new Map(tags.map((tag) => [tag.node, tag])).values()) {
    project.diagnostics.report("invalid-doc-tag", node, "Only arguments of tools can have aliases.", "Remove it.");
  }
}

/** The aliases in a comment. In the comment of a package, the tag means something else. */
function aliasTags({ tags }: { readonly tags: readonly DocTag[] }): readonly DocTag[] {
  return tags.filter(({ name, foreign }) => name === "alias" && !foreign);
}

interface FoundAlias {
  /** The name of the argument. */
  readonly name: string;
  readonly tag: DocTag;
}

function findAliases({ doc, signature }: ExtractedPrimitive, project: Project): readonly FoundAlias[] {
  const { named, flat } = readParameters(signature, project);
  const found: FoundAlias[] = [];
  const add = (name: string, tags: readonly DocTag[]): void => {
    for (const tag of tags) {
      if (!found.some((other) => other.name === name && other.tag.text === tag.text)) found.push({ name, tag });
    }
  };
  const properties = flat ? membersOf(flat.type).flatMap((member) => project.checker.getPropertiesOfType(member)) : [];
  const names = new Set([...(flat ? properties : named)].map(({ name }) => name));
  for (const [path, part] of doc.params) {
    const steps = pathSteps(path);
    const [name = "", ...rest] = flat && steps.length > 1 ? steps.slice(1) : steps;
    if (rest.length === 0 && names.has(name)) add(name, aliasTags(part));
    else warnOfStrays(aliasTags(part), project);
  }
  if (!flat) for (const { name, declaration } of named) add(name, aliasTags(readDoc(declaration)));
  for (const property of properties) add(property.name, aliasTags(propertyDoc(property, project)));
  warnOfStrays([doc, doc.returns].flatMap(aliasTags), project);
  return found;
}

function warnOfStrays(tags: readonly DocTag[], { diagnostics }: Project): void {
  const help = "Write it after the @param of an argument, or in the comment of a property of the arguments object.";
  for (const { node } of tags) {
    diagnostics.report("invalid-doc-tag", node, "This @alias belongs to no argument.", help);
  }
}

function problemOf(
  alias: string,
  name: string,
  inputSchema: Schema,
  aliases: ReadonlyMap<string, string>,
): { readonly message: string; readonly help: string } | undefined {
  const properties = propertiesOf(inputSchema);
  if (!NAME.test(alias) || alias === "__proto__") {
    return { message: `"${alias}" cannot be the alias of ${name}.`, help: "Write one name: @alias town." };
  }
  if (Object.hasOwn(properties, alias)) {
    return { message: `The alias ${alias} of ${name} is also the name of an argument.`, help: OTHER };
  }
  const taken = aliases.get(alias);
  if (taken !== undefined && taken !== name) {
    return { message: `The alias ${alias} of ${name} is also an alias of ${taken}.`, help: OTHER };
  }
  const host = hostOfKey(alias);
  if (host !== undefined) {
    return { message: `${host} adds "${alias}" to the calls of all tools, so it cannot mean ${name}.`, help: OTHER };
  }
  if (JSON.stringify(properties[name] ?? {}).includes('"x-mcp-header"')) {
    return {
      message: `${name} has a header, which clients send only with its own name.`,
      help: "Remove @alias or @header.",
    };
  }
  return undefined;
}

const NAME = /^[\p{L}\p{N}_$.-]+$/u;
const OTHER = "Choose another name.";
