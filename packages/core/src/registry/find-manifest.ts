import type { Constructor } from "../manifest/constructor.js";
import {
  type ClassManifest,
  isManifest,
  MANIFEST_VERSION,
  type Manifest,
  type ManifestJson,
} from "../manifest/manifest.js";
import { registeredManifest } from "../manifest/register-manifest.js";

/**
 * Finds the manifest of a class: the given one, else the one that its build registered. Reports a missing one in
 * `problems`.
 */
export function findManifest(
  target: Constructor,
  given: Manifest | ManifestJson | undefined,
  members: number,
  problems: string[],
): { readonly manifest: Manifest; readonly entry: ClassManifest } | undefined {
  const manifest = given ?? registeredManifest(target);
  if (!manifest) {
    problems.push(`${target.name} has no manifest: its module was not compiled by plainmcp`);
    return undefined;
  }
  const { manifestVersion: version = "none" } = manifest;
  if (version !== MANIFEST_VERSION) {
    problems.push(
      `the manifest of ${target.name} has version ${version}, but this @plainmcp/core reads version ${MANIFEST_VERSION}`,
    );
    return undefined;
  }
  if (!isManifest(manifest)) {
    problems.push(`the manifest of ${target.name} is damaged: plainmcp did not write it like this`);
    return undefined;
  }
  const entry = findEntry(target, manifest, given === undefined || members === 1);
  if (!entry) {
    const names = manifest.classes.map((described) => described.class).join(", ") || "no class";
    problems.push(`the manifest describes ${names} but not ${target.name}`);
    return undefined;
  }
  return { manifest, entry };
}

function findEntry(target: Constructor, manifest: Manifest, isItsOwn: boolean): ClassManifest | undefined {
  // Minifiers rename classes, so the only entry of a class's own manifest belongs to it, whatever its name.
  if (isItsOwn && manifest.classes.length === 1) return manifest.classes[0];
  return manifest.classes.find((described) => described.class === target.name);
}
