import { basename, dirname } from "node:path";
import { isPackaged } from "../typescript/is-packaged.js";
import { ts } from "../typescript/typescript.js";
import type { Project } from "./project.js";

/** What a bundler needs to know about a tsconfig to bundle the modules that TypeScript has read, in esbuild's terms. */
export interface BundlerOptions {
  /** The user's own files that imports resolve to, by importing file and specifier. */
  readonly imports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Further conditions for packages' `exports` and `imports`, beside the usual ones. */
  readonly conditions: readonly string[];
  /** How to compile JSX that the tsconfig leaves to another tool. */
  readonly jsx?: "automatic";
  /** The tsconfig, if it is not the nearest `tsconfig.json`. */
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

/** Node resolves packages, and declarations have no code. */
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

/** Also for other kinds of files: `style.d.css.ts`. */
const DECLARATION = /\.d\.(?:\w+\.)?[cm]?ts$/;

function otherTsconfig({ options: { configFilePath }, entries: [entry] }: Project): string | undefined {
  if (typeof configFilePath !== "string" || !entry) return undefined;
  const isNearest = basename(configFilePath) === "tsconfig.json" && entry.fileName.startsWith(dirname(configFilePath));
  return isNearest ? undefined : configFilePath;
}
