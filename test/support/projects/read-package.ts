import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The members of a `package.json` that are used here. */
export interface Package {
  readonly name?: string;
  readonly version?: string;
  readonly packageManager?: string;
  readonly bin?: string | Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Reads the `package.json` of a folder. */
export function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
