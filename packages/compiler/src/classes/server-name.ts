import { basename, extname } from "node:path";
import type { FoundClass } from "./find-classes.js";

/** The name of a server with one class: the class's name, or the file's name for an unnamed class. */
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
