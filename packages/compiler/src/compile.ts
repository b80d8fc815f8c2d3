import { type ClassManifest, MANIFEST_VERSION, type Manifest } from "@plainmcp/core/manifest";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { checkPlacement } from "./extractor/check-placement.js";
import { type ClassExport, classExports } from "./extractor/class-exports.js";
import { extractClass } from "./extractor/extract-class.js";
import { type FoundClass, findClasses } from "./extractor/find-classes.js";
import { serverInfo } from "./extractor/server-info.js";
import { GENERATOR } from "./generator.js";
import { loadProject, type Project } from "./project/project.js";

/** Options of {@link compile}. */
export interface CompileOptions {
  /** Entry source files. */
  readonly files: readonly string[];
  /** The tsconfig file. @default the nearest one above the first file, else strict defaults */
  readonly tsconfig?: string;
  /** Directory that relative paths start from. @default process.cwd() */
  readonly cwd?: string;
}

/** What a run found out. */
export interface Compilation {
  /** All classes with decorated methods that the entry files reach: entry files first, then source order. */
  readonly manifest: Manifest;
  readonly classes: readonly CompiledClass[];
  /** All type errors and contract errors of the run, by file and position. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One class that can be served. */
export interface CompiledClass {
  /** Its name in the source, `"default"` if it has none. */
  readonly name: string;
  /** Absolute path of its source file. */
  readonly file: string;
  /** The exports of the entry files that are this class, an instance of it, or a server defined with it. */
  readonly exports: readonly ClassExport[];
  /** A complete manifest that holds only this class. */
  readonly manifest: Manifest;
}

/**
 * Compiles classes to their manifest. Problems of the sources are returned as diagnostics, all of them; the manifest is
 * complete only where no diagnostic is an error.
 *
 * @example
 * ```ts
 * const { manifest, diagnostics } = compile({ files: ["weather.ts"] });
 * ```
 */
export function compile(options: CompileOptions): Compilation {
  const project = loadProject(options);
  checkPlacement(project);
  const found = findClasses(project);
  const classes = found.map((one) => compileClass(one, project));
  return {
    manifest: toManifest(
      found,
      classes.flatMap(({ manifest }) => manifest.classes),
      project,
    ),
    classes,
    diagnostics: project.diagnostics.sorted(),
  };
}

function compileClass(found: FoundClass, project: Project): CompiledClass {
  return {
    name: found.name,
    file: found.node.getSourceFile().fileName,
    exports: classExports(found.symbol, project),
    manifest: toManifest([found], [extractClass(found, project)], project),
  };
}

function toManifest(found: readonly FoundClass[], classes: readonly ClassManifest[], project: Project): Manifest {
  return { manifestVersion: MANIFEST_VERSION, generator: GENERATOR, server: serverInfo(found, project), classes };
}
