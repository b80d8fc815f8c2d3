import type { Constructor } from "../decorated-members.js";

/** A class and the one instance of it that is served. */
export interface Instantiated {
  readonly target: Constructor;
  /** Absent when the class could not be constructed; `problems` says why. */
  readonly instance: object | undefined;
}

/** Takes an instance as it is, and constructs a class without arguments. */
export function instantiate(member: Constructor | object, problems: string[]): Instantiated {
  if (typeof member !== "function") return { target: member.constructor as Constructor, instance: member };
  const target = member as Constructor;
  try {
    return { target, instance: Reflect.construct(target, []) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`new ${target.name}() failed (${reason}): pass an instance, defineServer(new ${target.name}(…))`);
    return { target, instance: undefined };
  }
}
