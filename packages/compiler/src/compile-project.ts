import { type ClassManifest, MANIFEST_VERSION, type Manifest } from "@plainmcp/core/manifest";
import { bundlerOptions } from "./bundler-options.js";
import { hash } from "./cache/disk-answers.js";
import type { Compilation, CompiledClass } from "./compile.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { explainNodeTypes } from "./diagnostics/explain-node-types.js";
import { explainOwnPackages } from "./diagnostics/explain-own-packages.js";
import { reportMissingPackages } from "./diagnostics/report-missing-packages.js";
import { emitOptions } from "./emit-options.js";
import { checkPlacement } from "./extractor/check-placement.js";
import { classExports } from "./extractor/class-exports.js";
import { contractFiles } from "./extractor/contract-files.js";
import { extractClass } from "./extractor/extract-class.js";
import { type FoundClass, findClasses } from "./extractor/find-classes.js";
import { type ElicitCall, findElicitCalls } from "./extractor/forms/find-elicit-calls.js";
import { pageFiles } from "./extractor/options/extract-ui.js";
import { serverInfo } from "./extractor/server-info.js";
import { GENERATOR } from "./generator.js";
import type { Project } from "./project/project.js";
import { registrationSite } from "./registration-site.js";

/** Whose type errors matter: those of every source, or of the ones that a contract comes from. */
export type CheckedSources = "all" | "contract";

/** Compiles the classes of a loaded project. */
export function compileProject(project: Project, checked: CheckedSources): Compilation {
  checkPlacement(project);
  reportMissingPackages(project);
  const found = findClasses(project);
  const elicitCalls = findElicitCalls(project);
  const classes = found.map((one) => compileClass(one, elicitCalls, project));
  const all = classes.flatMap(({ manifest }) => manifest.classes);
  project.checkTypes(checked === "all" ? project.sources : contractSources(project, classes));
  return {
    manifest: toManifest(found, all, project),
    classes,
    diagnostics: explained(
      checked === "all" ? judged(found, elicitCalls, project) : project.diagnostics.sorted(),
      project,
    ),
    emitOptions: emitOptions(project.options),
    bundlerOptions: bundlerOptions(project),
    sources: project.sources.map(({ fileName }) => fileName),
  };
}

/** The diagnostics, type errors outside of the contract marked. */
function judged(
  found: readonly FoundClass[],
  elicitCalls: readonly ElicitCall[],
  project: Project,
): readonly Diagnostic[] {
  const diagnostics = project.diagnostics.sorted();
  // Without a class it is not known what a broken import would have led to.
  if (found.length === 0 || !diagnostics.some(isTypeError)) return diagnostics;
  const files = contractFiles(found, elicitCalls, project);
  return diagnostics.map((one) => {
    const isOutside = isTypeError(one) && one.file !== undefined && !files.has(one.file);
    return isOutside ? { ...one, outsideContract: true } : one;
  });
}

/** TypeScript's codes below 2000 are of syntax: such a file cannot run. */
function isTypeError({ code, severity, file }: Diagnostic): boolean {
  return file !== undefined && severity === "error" && /^TS(?!1?\d{1,3}$)/.test(code);
}

function explained(found: readonly Diagnostic[], project: Project): readonly Diagnostic[] {
  const { nodeTypesHelp } = project;
  const diagnostics = explainOwnPackages(found, project);
  return nodeTypesHelp === undefined ? diagnostics : explainNodeTypes(diagnostics, nodeTypesHelp);
}

/** What imports the decorators belongs to them: if the import leads nowhere, no class is found at all. */
function contractSources({ sources }: Project, classes: readonly CompiledClass[]): Project["sources"] {
  const dependencies = new Set(classes.flatMap((compiled) => compiled.dependencies));
  return sources.filter(({ fileName, text }) => dependencies.has(fileName) || text.includes("@plainmcp/core"));
}

function compileClass(found: FoundClass, elicitCalls: readonly ElicitCall[], project: Project): CompiledClass {
  const source = found.node.getSourceFile();
  return {
    name: found.name,
    file: source.fileName,
    exports: classExports(found.symbol, project),
    manifest: toManifest([found], [extractClass(found, elicitCalls, project)], project),
    dependencies: [...project.dependenciesOf(source), ...pageFiles(found, project)].filter(isOwn),
    site: registrationSite(found.node),
    sourceHash: hash(source.text),
  };
}

/** Whether people edit a file, and not a package manager. */
function isOwn(file: string): boolean {
  return !file.includes("/node_modules/");
}

function toManifest(found: readonly FoundClass[], classes: readonly ClassManifest[], project: Project): Manifest {
  return { manifestVersion: MANIFEST_VERSION, generator: GENERATOR, server: serverInfo(found, project), classes };
}
