import { readFileSync } from "node:fs";

/** Name and version of this compiler, as manifests carry it. */
export const GENERATOR: string = `@plainmcp/compiler@${ownVersion()}`;

/** `package.json` is one level up both from the source and from the bundle. */
function ownVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
