import { type ClassManifest, MANIFEST_VERSION, type Manifest } from "@plainmcp/core/manifest";
import { hash } from "./cache/disk-answers.js";
import type { Compilation, CompiledClass } from "./compile.js";
import { emitOptions } from "./emit-options.js";
import { checkPlacement } from "./extractor/check-placement.js";
import { classExports } from "./extractor/class-exports.js";
import { extractClass } from "./extractor/extract-class.js";
import { type FoundClass, findClasses } from "./extractor/find-classes.js";
import { serverInfo } from "./extractor/server-info.js";
import { GENERATOR } from "./generator.js";
import type { Project } from "./project/project.js";
import { registrationSite } from "./registration-site.js";

/** Whose type errors matter: those of every source, or those that a manifest depends on. */
export type CheckedSources = "all" | "contract";

/** Compiles the classes of a loaded project. */
export function compileProject(project: Project, checked: CheckedSources): Compilation {
  checkPlacement(project);
  const found = findClasses(project);
  const classes = found.map((one) => compileClass(one, project));
  const all = classes.flatMap(({ manifest }) => manifest.classes);
  const isChecked = (file: string) =>
    checked === "all" || classes.some(({ dependencies }) => dependencies.includes(file));
  project.checkTypes(project.sources.filter(({ fileName }) => isChecked(fileName)));
  return {
    manifest: toManifest(found, all, project),
    classes,
    diagnostics: project.diagnostics.sorted(),
    emitOptions: emitOptions(project.options),
    sources: project.sources.map(({ fileName }) => fileName),
  };
}

function compileClass(found: FoundClass, project: Project): CompiledClass {
  const source = found.node.getSourceFile();
  return {
    name: found.name,
    file: source.fileName,
    exports: classExports(found.symbol, project),
    manifest: toManifest([found], [extractClass(found, project)], project),
    dependencies: project.dependenciesOf(source).filter((file) => !file.includes("/node_modules/")),
    site: registrationSite(found.node),
    sourceHash: hash(source.text),
  };
}

function toManifest(found: readonly FoundClass[], classes: readonly ClassManifest[], project: Project): Manifest {
  return { manifestVersion: MANIFEST_VERSION, generator: GENERATOR, server: serverInfo(found, project), classes };
}
