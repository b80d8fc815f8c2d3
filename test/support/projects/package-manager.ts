import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPackage } from "./read-package.js";

/** A package manager, and how to make it install our tarballs wherever a package depends on ours. */
export interface PackageManager {
  /** Installs, without running scripts of packages. */
  readonly install: readonly string[];
  /** Members for its `package.json`, besides the dependencies. */
  replace(tarballs: Readonly<Record<string, string>>): object;
  /** Prefix of a command, if its program is not in `node_modules/.bin`. */
  readonly run: readonly string[];
}

/** The package manager and version that the `package.json` of a folder, or of one above it, names. @default npm */
export function packageManager(folder: string): PackageManager {
  const named = namedManager(folder) ?? "npm@";
  const [name, version = ""] = named.split("@");
  if (name === "npm")
    return {
      install: ["npm", "install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"],
      replace: (tarballs) => ({ overrides: tarballs }),
      run: [],
    };
  if (name === "pnpm")
    return {
      install: [...npx(named, "pnpm"), "install", "--ignore-scripts", "--no-frozen-lockfile"],
      replace: (tarballs) => ({ pnpm: { overrides: tarballs } }),
      run: [],
    };
  if (name !== "yarn") throw new Error(`The package manager "${named}" is not supported.`);
  const replace = (tarballs: Readonly<Record<string, string>>) => ({ resolutions: tarballs });
  if (version.startsWith("1."))
    return { install: [...npx(named, "yarn"), "install", "--ignore-scripts", "--no-progress"], replace, run: [] };
  const yarn = npx(`@yarnpkg/cli-dist@${version}`, "yarn");
  return { install: [...yarn, "install"], replace, run: yarn };
}

function namedManager(folder: string): string | undefined {
  const own = existsSync(join(folder, "package.json")) ? readPackage(folder).packageManager : undefined;
  const parent = dirname(folder);
  return own ?? (parent === folder ? undefined : namedManager(parent));
}

function npx(specifier: string, program: string): readonly string[] {
  return ["npx", "--yes", "--package", specifier, program];
}
