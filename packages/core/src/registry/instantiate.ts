import type { Constructor } from "../decorated-members.js";

/** A class and the one instance of it that is served. Where one is missing, `problems` says why. */
export interface Instantiated {
  readonly target: Constructor | undefined;
  readonly instance: object | undefined;
}

/** Takes an instance as it is, and constructs a class without arguments. */
export function instantiate(member: unknown, problems: string[]): Instantiated {
  if (typeof member === "function") return construct(member, problems);
  const target = typeof member === "object" && member !== null ? member.constructor : undefined;
  if (typeof target === "function" && target !== Object && target !== Promise) {
    return { target: target as Constructor, instance: member as object };
  }
  const hint = target === Promise ? "await it first" : "pass a class or an instance of one";
  problems.push(`${target === Promise ? "a promise" : describe(member)} is no server: ${hint}`);
  return { target: undefined, instance: undefined };
}

function construct(member: object, problems: string[]): Instantiated {
  const { name, prototype } = member as Constructor;
  if (!prototype) {
    problems.push(`the function ${name || "()"} is no server: pass a class or an instance of one`);
    return { target: undefined, instance: undefined };
  }
  const target = member as Constructor;
  try {
    return { target, instance: Reflect.construct(target, []) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`new ${name}() failed (${reason}): pass an instance, defineServer(new ${name}(…))`);
    return { target, instance: undefined };
  }
}

function describe(member: unknown): string {
  return typeof member === "object" && member !== null ? "a plain object" : String(member);
}
