import { basename, extname } from "node:path";
import type { FoundClass } from "./find-classes.js";

/** What a server of one class is called: like the class, and a class without a name like its file. */
export function serverName({ node, name }: FoundClass): string {
  const { fileName } = node.getSourceFile();
  return toKebabCase(name === "default" ? basename(fileName, extname(fileName)) : name);
}

function toKebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
}
