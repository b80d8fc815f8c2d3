import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "../serve.js";
import { runWell } from "./run-program.js";

/** Variables that npm and Vitest set for the programs that they start, except those by which npm reaches a registry. */
const FOREIGN =
  /^(?:npm_(?!config_(?:cache|https?_proxy|registry|userconfig)$)|VITEST|(?:NODE_(?:ENV|OPTIONS)|DEV|PROD|SSR|TEST|MODE|BASE_URL|FORCE_COLOR)$)/;

/** The environment of a terminal in a project, without this repository's tools. */
export function projectEnv(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name, value]) => value !== undefined && !FOREIGN.test(name));
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.startsWith(ROOT));
  return { ...Object.fromEntries(own), PATH: path.join(delimiter), CI: "true", NO_COLOR: "1" };
}

/**
 * Makes every package manager download from npm's registry, and all except npm start with empty caches.
 *
 * @param home Folder for their caches
 */
export async function registryEnv(home: string): Promise<Record<string, string>> {
  const get = ["npm", "config", "get", "registry"];
  const registry = (await runWell(get, { cwd: home, env: projectEnv() })).trim();
  mkdirSync(join(home, "tmp"));
  return {
    npm_config_registry: registry,
    TMPDIR: join(home, "tmp"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_ENABLE_SCRIPTS: "false",
    YARN_ENABLE_TELEMETRY: "false",
    YARN_GLOBAL_FOLDER: join(home, "yarn"),
    YARN_NPM_REGISTRY_SERVER: registry,
  };
}
