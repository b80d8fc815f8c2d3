import "reflect-metadata/lite";
import type { Constructor } from "./constructor.js";
import type { Manifest } from "./manifest.js";

const MANIFEST = "plainmcp:manifest";

/** Registers the manifest of a class, or the JSON of one. The compiler writes this call. */
export function registerManifest(target: Constructor, manifest: Manifest | string): void {
  Reflect.defineMetadata(MANIFEST, typeof manifest === "string" ? JSON.parse(manifest) : manifest, target);
}

/** The manifest that was registered for exactly this class, if any. */
export function registeredManifest(target: Constructor): Manifest | undefined {
  return Reflect.getOwnMetadata(MANIFEST, target);
}
