import { EnvironmentError } from "../env/environment-error.js";
import type { Constructor } from "../manifest/constructor.js";
import type { ClassManifest } from "../manifest/manifest.js";

/** The class of a member, which is the class itself or an instance. If it has none, adds the reason to `problems`. */
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

/** Why an instance could not be made. */
export interface InstanceProblems {
  readonly problems: string[];
  /** What the environment lacks. */
  readonly unset: string[];
}

/**
 * Returns an instance unchanged, and constructs a class without arguments. If that fails, adds the reason to the
 * problems.
 */
export function instantiate(
  member: object,
  entry: ClassManifest,
  { problems, unset }: InstanceProblems,
): object | undefined {
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
    if (error instanceof EnvironmentError) {
      unset.push(...error.problems);
      return undefined;
    }
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`new ${name}() failed (${reason}): pass an instance, defineServer(new ${name}(…))`);
    return undefined;
  }
}

function describe(member: unknown): string {
  return typeof member === "object" && member !== null ? "a plain object" : String(member);
}
