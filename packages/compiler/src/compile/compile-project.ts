import { type ClassManifest, MANIFEST_VERSION, type Manifest } from "@plainmcp/core/manifest";
import { hash } from "../cache/disk-answers.js";
import { checkBases } from "../classes/check-bases.js";
import { checkPlacement } from "../classes/check-placement.js";
import { type ExportedClass, exportedClasses, exportsOf } from "../classes/class-exports.js";
import { type FoundClass, findClasses } from "../classes/find-classes.js";
import { findUnserved } from "../classes/find-unserved.js";
import { registrationSite } from "../classes/registration-site.js";
import { checkEnvCalls } from "../contract/check-env-calls.js";
import { type ContractSources, contractSources } from "../contract/contract-sources.js";
import { extractClass } from "../contract/extract-class.js";
import { pageFiles } from "../contract/options/extract-ui.js";
import { serverInfo } from "../contract/server-info.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { explainGuesses } from "../explain/explain-guesses.js";
import { explainNodeTypes } from "../explain/explain-node-types.js";
import { explainOwnPackages } from "../explain/explain-own-packages.js";
import { reportMissingPackages } from "../explain/report-missing-packages.js";
import { type ElicitCall, findElicitCalls } from "../forms/find-elicit-calls.js";
import { bundlerOptions } from "../project/bundler-options.js";
import type { Project } from "../project/project.js";
import { hasDecorators } from "../typescript/class-nodes.js";
import { isPackaged } from "../typescript/is-packaged.js";
import type { ts } from "../typescript/typescript.js";
import type { Compilation, CompiledClass } from "./compilation.js";
import { GENERATOR } from "./compiler-fingerprint.js";

/** Compiles the classes of a loaded project. */
export function compileProject(project: Project): Compilation {
  checkPlacement(project);
  checkBases(project);
  reportMissingPackages(project);
  const found = findClasses(project);
  checkEnvCalls(found, project);
  const elicitCalls = findElicitCalls(project);
  const exported = exportedClasses(project);
  const classes = found.map((one) => compileClass(one, exported, elicitCalls, project));
  const all = classes.flatMap(({ manifest }) => manifest.classes);
  if (project.checked === "all") project.checkTypes(project.sources);
  else checkContract(contractSources(found, elicitCalls, project), project);
  return {
    manifest: toManifest(found, all, project),
    classes,
    unserved: findUnserved(exported, found, project),
    diagnostics: explained(judged(found, elicitCalls, project), project),
    decorated: project.sources.filter(hasDecorators).map((file) => ({
      file: file.fileName,
      emitOptions: project.emitOptionsOf(file),
    })),
    bundlerOptions: bundlerOptions(project),
    sources: project.sources.map(({ fileName }) => fileName),
  };
}

/**
 * Checks the files of the contract, and elsewhere only the imports that lead to them: if those are broken, no class may
 * be found. Anything else that is missing is reported by whatever runs the program.
 */
function checkContract({ files, imports }: ContractSources, project: Project): void {
  const isContract = ({ fileName }: ts.SourceFile) => files.has(fileName);
  project.checkTypes(project.sources.filter(isContract), imports);
  project.checkImports(
    project.sources.filter((file) => {
      return !isContract(file) && (project.entries.includes(file) || file.text.includes("@plainmcp/core"));
    }),
  );
}

/** The diagnostics, with type errors outside of the contract marked. */
function judged(
  found: readonly FoundClass[],
  elicitCalls: readonly ElicitCall[],
  project: Project,
): readonly Diagnostic[] {
  const diagnostics = project.diagnostics.sorted();
  // Without a class, a broken import may be what kept the compiler from finding one.
  if (project.checked === "contract" || found.length === 0 || !diagnostics.some(isTypeError)) return diagnostics;
  const { files } = contractSources(found, elicitCalls, project);
  return diagnostics.map((one) => {
    const isOutside = isTypeError(one) && one.file !== undefined && !files.has(one.file);
    return isOutside ? { ...one, outsideContract: true } : one;
  });
}

/** TypeScript's codes below 2000 are syntax errors, and a file with one cannot run. */
function isTypeError({ code, severity, file }: Diagnostic): boolean {
  return file !== undefined && severity === "error" && /^TS(?!1?\d{1,3}$)/.test(code);
}

function explained(found: readonly Diagnostic[], project: Project): readonly Diagnostic[] {
  const { nodeTypesHelp, guessed } = project;
  const diagnostics = explainOwnPackages(found, project);
  const judged = nodeTypesHelp === undefined ? diagnostics : explainNodeTypes(diagnostics, nodeTypesHelp);
  return explainGuesses(judged, guessed);
}

function compileClass(
  found: FoundClass,
  exported: readonly ExportedClass[],
  elicitCalls: readonly ElicitCall[],
  project: Project,
): CompiledClass {
  const source = found.node.getSourceFile();
  return {
    name: found.name,
    file: source.fileName,
    exports: exportsOf(found.symbol, exported),
    manifest: toManifest([found], [extractClass(found, elicitCalls, project)], project),
    dependencies: [...project.dependenciesOf(source), ...pageFiles(found, project)].filter((file) => !isPackaged(file)),
    site: registrationSite(found.node),
    sourceHash: hash(source.text),
  };
}

function toManifest(found: readonly FoundClass[], classes: readonly ClassManifest[], project: Project): Manifest {
  return { manifestVersion: MANIFEST_VERSION, generator: GENERATOR, server: serverInfo(found, project), classes };
}
