import type { Manifest } from "./manifest.js";

/** Whether a value has the shape of a manifest, as far as reading it requires. */
export function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || !isObject(value.server) || !Array.isArray(value.classes)) return false;
  return (
    typeof value.server.name === "string" && typeof value.server.version === "string" && value.classes.every(isClass)
  );
}

function isClass(value: unknown): boolean {
  if (!isObject(value) || typeof value.class !== "string" || typeof value.file !== "string") return false;
  if (value.forms !== undefined && !(Array.isArray(value.forms) && value.forms.every(isForm))) return false;
  if ([value.constructorParameters, value.hooks].some((list) => list !== undefined && !isTexts(list))) return false;
  if (value.env !== undefined && !(Array.isArray(value.env) && value.env.every(isVariable))) return false;
  return [value.tools, value.resources, value.prompts].every((list) => Array.isArray(list) && list.every(isPrimitive));
}

function isPrimitive(value: unknown): boolean {
  if (!isObject(value) || typeof value.method !== "string" || typeof value.name !== "string") return false;
  return isObject(value.inputSchema) && Array.isArray(value.parameters) && value.parameters.every(isObject);
}

function isForm(value: unknown): boolean {
  return isObject(value) && isObject(value.schema) && Array.isArray(value.message);
}

function isVariable(value: unknown): boolean {
  return isObject(value) && typeof value.name === "string" && typeof value.description === "string";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
