import { dirname, relative } from "node:path";
import { installCommand } from "../project/install-command.js";
import type { Project } from "../project/project.js";
import { ts } from "../typescript/typescript.js";
import { resolveImport } from "./resolve-import.js";

/**
 * The options of the tsconfig that keep an import of an installed package from resolving to its types, and what to
 * change.
 *
 * @param isRight Whether the import should resolve to a file
 */
export function tsconfigObstacle(
  specifier: string,
  importer: string,
  isRight: (path: string) => boolean,
  project: Project,
): string | undefined {
  const { options, disk } = project;
  const bare = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const leadsTo = (own: ts.CompilerOptions) => resolveImport(specifier, importer, { ...bare, ...own }, disk);
  const leadsRight = (own: ts.CompilerOptions) => isRight(leadsTo(own) ?? "");
  if (!leadsRight({})) return undefined;
  const helps = OBSTACLES.flatMap(({ names, help }) => {
    const own = Object.fromEntries(names.map((name) => [name, options[name]]));
    return leadsRight(own) ? [] : [help({ specifier, importer, target: leadsTo(own), project })];
  });
  return helps.length > 0 ? helps.join(" ") : undefined;
}

interface Obstacle {
  /** Options that only work together. */
  readonly names: readonly string[];
  help(import_: Import): string;
}

interface Import {
  readonly specifier: string;
  readonly importer: string;
  /** What the import resolves to with only these options. */
  readonly target: string | undefined;
  readonly project: Project;
}

const OBSTACLES: readonly Obstacle[] = [
  { names: ["module", "moduleResolution"], help: changeResolution },
  {
    names: ["resolvePackageJsonExports"],
    help: () => 'Remove "resolvePackageJsonExports" from the tsconfig: it hides the entry points of packages.',
  },
  {
    names: ["moduleSuffixes"],
    help: () => 'Add "" to "moduleSuffixes" in the tsconfig: without it, TypeScript finds no files of packages.',
  },
  { names: ["baseUrl", "paths", "pathsBasePath", "configFilePath"], help: changePaths },
];

function changeResolution({ specifier, importer, project: { options, disk } }: Import): string {
  const change = 'Set "moduleResolution": "bundler" or "module": "nodenext" in the tsconfig';
  if (options.moduleResolution === ts.ModuleResolutionKind.Classic) {
    return `"moduleResolution": "classic" does not look into node_modules. ${change}.`;
  }
  const name = specifier.split("/", 2).join("/");
  const update = installCommand(dirname(importer), disk, { name: `${name}@latest` });
  return `"moduleResolution": "node" does not read the "exports" of packages. ${change}, or update: ${update}`;
}

function changePaths({ specifier, importer, target = "", project: { options, packages } }: Import): string {
  const place = relative(packages.packageOf(importer)?.directory ?? dirname(importer), target);
  const pattern = matchingPattern(specifier, Object.keys(options.paths ?? {}));
  const cause = pattern === undefined ? '"baseUrl"' : `"${pattern}" in "paths"`;
  return `${cause} of the tsconfig makes ${specifier} resolve to ${place}. Remove it.`;
}

/** TypeScript's choice: the pattern with the longest text before the star. */
function matchingPattern(specifier: string, patterns: readonly string[]): string | undefined {
  const matching = patterns.filter((pattern) => {
    const [before = "", after] = pattern.split("*");
    return after === undefined ? specifier === pattern : specifier.startsWith(before) && specifier.endsWith(after);
  });
  const rank = (pattern: string) => (pattern.includes("*") ? pattern.indexOf("*") : Number.POSITIVE_INFINITY);
  return matching.sort((a, b) => rank(b) - rank(a))[0];
}
