import { basename, dirname } from "node:path";
import { isPackaged } from "../typescript/is-packaged.js";
import { ts } from "../typescript/typescript.js";
import type { Project } from "./project.js";

/** What a bundler has to know of a tsconfig to bundle the modules that TypeScript has read, in the words of esbuild. */
export interface BundlerOptions {
  /** Where imports of the user's sources lead: to which of the user's own files, by importing file and specifier. */
  readonly imports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The conditions of packages' `exports` and `imports` that count beside the usual ones. */
  readonly conditions: readonly string[];
  /** What becomes of JSX that the tsconfig leaves to another tool. */
  readonly jsx?: "automatic";
  /** The tsconfig, if it is another one than the nearest `tsconfig.json`. */
  readonly tsconfig?: string;
}

/** The bundler options of a project. */
export function bundlerOptions(project: Project): BundlerOptions {
  const { customConditions = [], jsx, jsxFactory } = project.options;
  const isLeft = jsx === ts.JsxEmit.Preserve || jsx === ts.JsxEmit.ReactNative;
  const tsconfig = otherTsconfig(project);
  return {
    imports: ownImports(project),
    conditions: customConditions,
    ...(isLeft && jsxFactory === undefined && { jsx: "automatic" }),
    ...(tsconfig !== undefined && { tsconfig }),
  };
}

/** Packages are for Node to find, and declarations have no code. */
function ownImports(project: Project): BundlerOptions["imports"] {
  const sources = new Set(project.sources.map(({ fileName }) => fileName));
  const isOwn = (path: string) => sources.has(path) || !(isPackaged(path) || DECLARATION.test(path));
  const entries = project.sources.map((file) => {
    const own = project.importsOf(file).flatMap(({ node, target }) => {
      return target !== undefined && isOwn(target) ? [[node.text, target] as const] : [];
    });
    return [file.fileName, Object.fromEntries(own)] as const;
  });
  return Object.fromEntries(entries);
}

/** Also of what is no JavaScript: `style.d.css.ts`. */
const DECLARATION = /\.d\.(?:\w+\.)?[cm]?ts$/;

function otherTsconfig({ options: { configFilePath }, entries: [entry] }: Project): string | undefined {
  if (typeof configFilePath !== "string" || !entry) return undefined;
  const isNearest = basename(configFilePath) === "tsconfig.json" && entry.fileName.startsWith(dirname(configFilePath));
  return isNearest ? undefined : configFilePath;
}
