import { resolve } from "node:path";
import type { Compilation, UnservedClass } from "@plainmcp/compiler/internal";
import { displayPath } from "../files/display-path.js";
import { EXIT_FAILURE, EXIT_USAGE, ExitError } from "../terminal/exit.js";

/** The exports of a file, and which of them could be served. */
export interface ExportChoice {
  /** Absolute path of the file. */
  readonly file: string;
  /** Everything the file exports. */
  readonly exportNames: readonly string[];
  /** The decorated classes of the program, and how the entry files export them. */
  readonly classes: readonly Pick<Compilation["classes"][number], "name" | "file" | "exports">[];
  /** Classes of compiled packages, which may bring a manifest. @default none */
  readonly compiled?: readonly Pick<UnservedClass, "exports">[];
  /** The export the user asked for. @default the default export, or else the only decorated class */
  readonly requested?: string | undefined;
}

/** The classes of a compilation that could be served. */
export function choiceOf({ classes, unserved }: Compilation): Pick<ExportChoice, "classes" | "compiled"> {
  return { classes, compiled: unserved.filter(({ reason }) => reason === "compiled") };
}

/** The name of the export to serve. Throws an {@link ExitError} with the candidates if the choice is not clear. */
export function chooseExport({ file, exportNames, classes, compiled = [], requested }: ExportChoice): string {
  if (requested !== undefined) {
    if (exportNames.includes(requested)) return requested;
    throw new ExitError(EXIT_USAGE, noSuchExport(file, exportNames, requested));
  }
  if (exportNames.includes("default")) return "default";
  const own = namesOf(classes, file);
  const candidates = own.length > 0 ? own : namesOf(compiled, file);
  const [only, ...others] = candidates;
  if (only === undefined) throw new ExitError(EXIT_FAILURE, nothingToServe(file, classes));
  if (others.length > 0) throw new ExitError(EXIT_USAGE, severalToServe(file, candidates));
  return only;
}

function namesOf(classes: NonNullable<ExportChoice["compiled"]>, file: string): string[] {
  const exported = classes.flatMap(({ exports }) => exports).filter((entry) => resolve(entry.file) === file);
  return [...new Set(exported.map(({ name }) => name))];
}

function noSuchExport(file: string, exportNames: readonly string[], requested: string): string {
  const found = exportNames.length === 0 ? "nothing" : exportNames.join(", ");
  return `${displayPath(file)} has no export named "${requested}". It exports ${found}.`;
}

function severalToServe(file: string, candidates: readonly string[]): string {
  return [
    `${displayPath(file)} exports ${candidates.length} things to serve but no default. Choose one:`,
    ...candidates.map((name) => `  --export ${name}`),
    "To serve them together, export an array of them as the default.",
  ].join("\n");
}

function nothingToServe(file: string, classes: ExportChoice["classes"]): string {
  const own = classes.find((entry) => resolve(entry.file) === file);
  if (own) return `${displayPath(file)} does not export its class ${own.name}. Write: export default class ${own.name}`;
  if (classes.length === 0) {
    return `${displayPath(file)} has no default export and no class to serve. Export the server as the default, or name its export: --export NAME`;
  }
  const names = classes.map(({ name, file: origin }) => `${name} (${displayPath(resolve(origin))})`);
  return `${displayPath(file)} exports nothing to serve. Export what it imports: ${names.join(", ")}.`;
}
