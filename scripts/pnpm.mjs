import { readFileSync } from "node:fs";

const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Arguments that make npx run the package manager of this repository, so that Node and npm are all one needs. */
export const PNPM = ["--yes", packageManager];
