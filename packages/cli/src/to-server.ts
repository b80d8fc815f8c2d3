import { defineServer, RegistrationError, type ServerDefinition, type ServerTarget } from "@plainmcp/core";
import { EXIT_FAILURE, ExitError } from "./exit.js";

/**
 * The server that an export stands for, checked against its manifest.
 * Throws an {@link ExitError} when the export is none or does not agree with its manifest.
 *
 * @param value What was exported
 * @param origin How to name the export in errors, such as `the default export of weather.ts`
 */
export function toServer(value: unknown, origin: string): ServerDefinition {
  if (!isTarget(value)) {
    const found = value === null ? "null" : typeof value;
    throw new ExitError(
      EXIT_FAILURE,
      `${origin} is ${found}. It must be a decorated class, an instance of one, or an array of them.`,
    );
  }
  const server = defineServer(value);
  try {
    server.registry();
  } catch (error) {
    if (error instanceof RegistrationError) throw new ExitError(EXIT_FAILURE, error.message);
    throw error;
  }
  return server;
}

function isTarget(value: unknown): value is ServerTarget {
  return typeof value === "function" || (typeof value === "object" && value !== null);
}
