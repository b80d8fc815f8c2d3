import type { ClientInfo } from "../context.js";
import type { ClientCapability } from "../manifest/manifest.js";
import { isObject } from "../values/is-object.js";
import { MissingCapabilityError } from "./missing-capability-error.js";

/** @throws MissingCapabilityError that names the capabilities that the client has not declared */
export function requireCapabilities(required: readonly ClientCapability[], declared: ClientInfo["capabilities"]): void {
  const missing = missingCapabilities(required, declared);
  if (missing.length > 0) throw new MissingCapabilityError(missing);
}

/** Those of the capabilities that the client has not declared. */
export function missingCapabilities(
  required: readonly ClientCapability[],
  declared: ClientInfo["capabilities"],
): readonly ClientCapability[] {
  return required.filter((capability) => !has(declared, capability));
}

function has(declared: ClientInfo["capabilities"], capability: ClientCapability): boolean {
  const [name, detail] = capability.split(".") as [string, string?];
  const value = declared[name];
  if (!isObject(value)) return false;
  if (detail === undefined) return true;
  // An empty object means forms: it did before modes existed, and it still does.
  const implied = capability === "elicitation.form" && value.url === undefined;
  return value[detail] !== undefined || implied;
}

/** Capabilities as the protocol writes them: `{ "elicitation": { "url": {} } }` for `elicitation.url`. */
export function toCapabilitiesObject(capabilities: readonly ClientCapability[]): Record<string, object> {
  const object: Record<string, Record<string, object>> = {};
  for (const capability of capabilities) {
    const [name, detail] = capability.split(".") as [string, string?];
    object[name] = { ...object[name], ...(detail !== undefined && { [detail]: {} }) };
  }
  return object;
}
