import type { Compilation } from "@plainmcp/compiler/internal";
import { defineServer, RegistrationError, type ServerDefinition, type ServerTarget } from "@plainmcp/core";
import { isDynamic, registryOf } from "@plainmcp/core/internal/engine";
import { registeredManifest } from "@plainmcp/core/internal/register";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { explainUnserved } from "./check-unserved.js";

/**
 * The server that an export stands for, checked against its manifest.
 * Throws an {@link ExitError} if the export cannot be served or does not agree with its manifest.
 *
 * @param value What was exported
 * @param origin What errors call the export, such as `the default export of weather.ts`
 * @param compilation Says why classes have no manifest
 */
export function toServer(
  value: unknown,
  origin: string,
  { unserved }: Pick<Compilation, "unserved"> = { unserved: [] },
): ServerDefinition {
  if (!isTarget(value)) {
    const found = value === null ? "null" : typeof value;
    throw new ExitError(EXIT_FAILURE, `${origin} is ${found}. ${EXPECTED}`);
  }
  const server = defineServer(value);
  // A definition may have brought a manifest along.
  if (server !== value) checkMembers(value, origin, unserved);
  try {
    registryOf(server);
  } catch (error) {
    if (error instanceof RegistrationError) throw new ExitError(EXIT_FAILURE, error.message);
    throw error;
  }
  return server;
}

const EXPECTED =
  "It must be a decorated class, an instance of one, an array of them, or an object of them by their prefixes.";

/** The registry would advise to compile a class without a manifest, but that has just been done. */
function checkMembers(value: object, origin: string, unserved: Compilation["unserved"]): void {
  const members: readonly (readonly [unknown, string])[] = Array.isArray(value)
    ? value.map((member: unknown, index) => [member, `element ${index} of ${origin}`])
    : Object.getPrototypeOf(value) === Object.prototype && !isDynamic(value)
      ? Object.entries(value).map(([prefix, member]) => [member, `"${prefix}" of ${origin}`])
      : [[value, origin]];
  for (const [member, name] of members) {
    const problem = problemOf(member, unserved);
    if (problem !== undefined) throw new ExitError(EXIT_FAILURE, `${name} is ${problem}`);
  }
}

function problemOf(member: unknown, unserved: Compilation["unserved"]): string | undefined {
  const target = typeof member === "object" ? member?.constructor : member;
  if (typeof target !== "function" || registeredManifest(target as Class) !== undefined) return undefined;
  if (/^class\b/.test(Function.prototype.toString.call(target))) {
    const known = unserved.find(({ name }) => name === target.name) ?? { name: target.name, reason: "plain" };
    return `${member === target ? "" : "an instance of "}${explainUnserved(known)}`;
  }
  return member === target ? `a function. ${EXPECTED} If it makes one of these, export what it returns.` : undefined;
}

type Class = Parameters<typeof registeredManifest>[0];

function isTarget(value: unknown): value is ServerTarget {
  return typeof value === "function" || (typeof value === "object" && value !== null);
}
