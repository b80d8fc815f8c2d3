import { type DecoratedMember, decoratedMembers } from "../decorators/decorated-members.js";
import type { Constructor } from "../manifest/constructor.js";
import type { ClassManifest, PrimitiveManifest } from "../manifest/manifest.js";

/** Lists every way in which a class differs from its manifest, one line each. */
export function findMismatches(target: Constructor, manifest: ClassManifest): string[] {
  const decorated = decoratedMembers(target);
  const described = describedMembers(manifest);
  const problems: string[] = [];
  for (const [method, member] of decorated) {
    const entry = described.get(method);
    if (!entry) problems.push(`${target.name}.${method} is decorated with @${member.kind} but is not in the manifest`);
    else problems.push(...compare(target, member, entry));
  }
  for (const [method, { kind }] of described) {
    if (!decorated.has(method)) {
      problems.push(`${target.name}.${method} is a ${kind} in the manifest but is not decorated with @${kind}`);
    }
  }
  return problems;
}

interface Described {
  readonly kind: DecoratedMember["kind"];
  readonly uri?: string | undefined;
  readonly entry: PrimitiveManifest;
}

function describedMembers(manifest: ClassManifest): Map<string, Described> {
  const members = new Map<string, Described>();
  for (const entry of manifest.tools) members.set(entry.method, { kind: "tool", entry });
  for (const entry of manifest.prompts) members.set(entry.method, { kind: "prompt", entry });
  for (const entry of manifest.resources) {
    members.set(entry.method, { kind: "resource", uri: entry.uri ?? entry.uriTemplate, entry });
  }
  return members;
}

function compare(target: Constructor, member: DecoratedMember, described: Described): string[] {
  const at = `${target.name}.${member.method}`;
  if (member.kind !== described.kind) {
    return [`${at} is decorated with @${member.kind} but is a ${described.kind} in the manifest`];
  }
  const problems: string[] = [];
  if (member.uri !== described.uri) {
    problems.push(`${at} has the URI "${member.uri}" but "${described.uri}" in the manifest`);
  }
  const name = member.options.name ?? member.method;
  if (name !== described.entry.name) {
    problems.push(`${at} has the name "${name}" but "${described.entry.name}" in the manifest`);
  }
  const mismatch = compareParameterTypes(target, described.entry) ?? compareParameterCounts(target, described.entry);
  if (mismatch) problems.push(`${at} ${mismatch}`);
  return problems;
}

/**
 * Compares the parameter types that legacy compilers record. They are too coarse to build a schema, but reveal a stale
 * one.
 */
function compareParameterTypes(target: Constructor, entry: PrimitiveManifest): string | undefined {
  const types: unknown[] | undefined = Reflect.getMetadata?.("design:paramtypes", target.prototype, entry.method);
  if (!types) return undefined;
  if (types.length !== entry.parameters.length) {
    return `takes ${types.length} parameters but ${entry.parameters.length} in the manifest`;
  }
  for (const [index, parameter] of entry.parameters.entries()) {
    if (!("name" in parameter) || "rest" in parameter) continue;
    const expected = PRIMITIVES.get(types[index]);
    const schema = (entry.inputSchema.properties as Record<string, { type?: unknown }>)?.[parameter.name];
    if (expected && typeof schema?.type === "string" && !expected.includes(schema.type)) {
      return `takes a ${expected[0]} as ${parameter.name} but a ${schema.type} in the manifest`;
    }
  }
  return undefined;
}

/** A function's `length` ends before the first default value, so only a larger one is a mismatch. */
function compareParameterCounts(target: Constructor, { method, parameters }: PrimitiveManifest): string | undefined {
  const { length } = target.prototype[method] as (...args: never) => unknown;
  return length > parameters.length ? `takes ${length} parameters but ${parameters.length} in the manifest` : undefined;
}

/** The classes whose design type is unambiguous, and the JSON types that a manifest may have for them. */
const PRIMITIVES: ReadonlyMap<unknown, readonly string[]> = new Map<unknown, readonly string[]>([
  [String, ["string"]],
  [Number, ["number", "integer"]],
  [Boolean, ["boolean"]],
]);
