import { dirname, join } from "node:path";
import { ts } from "../typescript/typescript.js";
import { findUp } from "./find-up.js";
import { installCommand, plugAndPlayHelp } from "./install-command.js";
import type { NotedDisk } from "./noted-disk.js";
import { NEW_ERRORS, olderDefaults } from "./older-defaults.js";
import type { ParsedTsconfig, Tsconfigs } from "./tsconfigs.js";
import { typescriptVersion } from "./typescript-version.js";

/** The compiler options of a run, and the errors in them. */
export interface ConfigResult {
  readonly options: ts.CompilerOptions;
  /** Declaration files the tsconfig includes: they may declare globals that the entry files use. */
  readonly ambientFiles: readonly string[];
  readonly errors: readonly ts.Diagnostic[];
  /** How to get the types of Node.js, if the options leave them out. */
  readonly nodeTypesHelp?: string;
  /** Codes of errors that the user's own TypeScript version does not report. */
  readonly unknownErrors?: ReadonlySet<number>;
  /** Unset options whose default depends on the TypeScript version, if the user's version is unknown. */
  readonly guessed: readonly GuessedOption[];
}

/** An option whose default depends on the version of TypeScript. */
export type GuessedOption = (typeof DEPENDENT_OPTIONS)[number];

const DEPENDENT_OPTIONS = ["strict", "types", "noUncheckedSideEffectImports"] as const;

/**
 * Reads the tsconfig of the entry files as the user's TypeScript does, or uses strict defaults if there is no tsconfig.
 *
 * @param entry Absolute path of the first entry file
 */
export function readCompilerOptions(tsconfigs: Tsconfigs, entry: string, disk: NotedDisk): ConfigResult {
  const path = tsconfigs.find(entry);
  const { parsed, fatal } = path === undefined ? NO_TSCONFIG : tsconfigs.parse(path);
  const directory = dirname(parsed && path !== undefined ? path : entry);
  const installed = AUTOMATIC_TYPES.filter((name) => isInstalled(`@types/${name}`, directory, disk));
  const howToInstall = () => {
    const command = installCommand(directory, disk, { name: "@types/node", dev: true });
    return plugAndPlayHelp(directory, disk) ?? `Run: ${command}`;
  };
  if (!parsed) {
    const options = defaults(directory, installed);
    return { options, ambientFiles: [], errors: fatal, guessed: [], ...nodeTypes(howToInstall, installed) };
  }
  const version = typescriptVersion(directory, disk);
  const isOlder = version !== undefined && version < 6;
  const unset = isOlder ? olderDefaults(parsed.options) : { types: parsed.options.types ?? installed };
  return {
    options: forExtraction({
      ...parsed.options,
      ...unset,
      // A file named as an entry is compiled, even if it is JavaScript in a TypeScript project.
      ...(/\.[cm]?jsx?$/.test(entry) && { allowJs: true }),
    }),
    ambientFiles: parsed.fileNames.filter((fileName) => /\.d\.[cm]?ts$/.test(fileName)),
    errors: [...ts.getConfigFileParsingDiagnostics(parsed)].filter(({ code }) => !NO_INPUTS.has(code)),
    guessed: version === undefined ? DEPENDENT_OPTIONS.filter((name) => parsed.options[name] === undefined) : [],
    ...(isOlder && { unknownErrors: NEW_ERRORS }),
    ...nodeTypes(howToInstall, installed, isOlder ? unset.types : parsed.options.types),
  };
}

const NO_TSCONFIG: ParsedTsconfig = { parsed: undefined, fatal: [] };

/**
 * Type packages that are included automatically. TypeScript 6 includes none, but a server's platform must not depend on
 * the version.
 */
const AUTOMATIC_TYPES: readonly string[] = ["node", "bun"];

/** @param listed The tsconfig's `types` */
function nodeTypes(
  howToInstall: () => string,
  installed: readonly string[],
  listed: readonly string[] = installed,
): Partial<ConfigResult> {
  const isListed = listed.some((name) => /^(?:@types\/)?(?:node|bun)$|^bun-types$|\*/.test(name));
  if (installed.length > 0) return isListed ? {} : { nodeTypesHelp: 'Add "node" to "types" in the tsconfig.' };
  const isLeftOut = listed !== installed && !isListed;
  return {
    nodeTypesHelp: `${howToInstall()}${isLeftOut ? ', and add "node" to "types" in the tsconfig.' : ""}`,
  };
}

/** "No inputs were found in config file" and "The 'files' list is empty": we pass our own files. */
const NO_INPUTS: ReadonlySet<number> = new Set([18002, 18003]);

/**
 * @param directory Where the entry file is
 * @param types Installed type packages
 */
function defaults(directory: string, types: readonly string[]): ts.CompilerOptions {
  const platform = types.length > 0 ? [] : ["dom", "dom.iterable"];
  const lib = ["es2023", "esnext.decorators", "esnext.disposable", ...platform];
  return forExtraction({
    target: ts.ScriptTarget.ES2022,
    lib: lib.map((name) => `lib.${name}.d.ts`),
    module: ts.ModuleKind.NodeNext,
    types: [...types],
    // Types are resolved from here, because a server may be started from any directory.
    configFilePath: join(directory, "tsconfig.json"),
    strict: true,
    allowJs: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
  });
}

function isInstalled(name: string, directory: string, disk: NotedDisk): boolean {
  return findUp(directory, (at) => disk.isDirectory(join(at, "node_modules", name)) || undefined) ?? false;
}

/** Removes options that only concern emitting, or that would reject a program with only some files of a project. */
function forExtraction(options: ts.CompilerOptions): ts.CompilerOptions {
  const kept = Object.entries(options).filter(([name]) => !EMIT_OPTIONS.has(name));
  // A tsconfig that is valid for the user's own TypeScript must not fail because our version deprecates an option.
  return { ...Object.fromEntries(kept), noEmit: true, ignoreDeprecations: "6.0" };
}

const EMIT_OPTIONS: ReadonlySet<string> = new Set([
  "composite",
  "incremental",
  "tsBuildInfoFile",
  "rootDir",
  "outDir",
  "outFile",
  "declaration",
  "declarationMap",
  "declarationDir",
  "emitDeclarationOnly",
  "isolatedDeclarations",
  "importHelpers",
]);
