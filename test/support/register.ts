import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** Arguments that make `node` compile the modules that it loads, with their manifests. */
export const REGISTER: readonly string[] = [
  "--import",
  pathToFileURL(createRequire(import.meta.url).resolve("@plainmcp/compiler/register")).href,
];
