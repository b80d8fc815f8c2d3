import type { Constructor } from "../manifest/constructor.js";
import type { ClassManifest } from "../manifest/manifest.js";

/** The class of a member, be it the class itself or an instance. Where it has none, `problems` says why. */
export function classOf(member: unknown, problems: string[]): Constructor | undefined {
  if (typeof member === "function") {
    if (member.prototype) return member as Constructor;
    problems.push(`the function ${member.name || "()"} is not a server: pass a class or an instance of one`);
    return undefined;
  }
  const target = typeof member === "object" && member !== null ? member.constructor : undefined;
  if (typeof target === "function" && target !== Object && target !== Promise) return target as Constructor;
  const hint = target === Promise ? "await it first" : "pass a class or an instance of one";
  problems.push(`${target === Promise ? "a promise" : describe(member)} is not a server: ${hint}`);
  return undefined;
}

/** Takes an instance as it is, and constructs a class without arguments. Where it cannot be, `problems` says why. */
export function instantiate(member: object, entry: ClassManifest, problems: string[]): object | undefined {
  if (typeof member !== "function") return member;
  const { name } = member;
  const needed = entry.constructorParameters ?? [];
  if (needed.length > 0) {
    const values = `a default value${needed.length > 1 ? " each" : ""}`;
    problems.push(
      `new ${name}() lacks ${needed.join(", ")}: pass an instance, defineServer(new ${name}(…)), or give ${needed.join(", ")} ${values}`,
    );
    return undefined;
  }
  try {
    return Reflect.construct(member, []);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`new ${name}() failed (${reason}): pass an instance, defineServer(new ${name}(…))`);
    return undefined;
  }
}

function describe(member: unknown): string {
  return typeof member === "object" && member !== null ? "a plain object" : String(member);
}
