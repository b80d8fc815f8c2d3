import { basename, join } from "node:path";
import { build } from "esbuild";

/**
 * Makes one module of a script that runs in a process of its own.
 *
 * @param external Whether packages are loaded from where they are, as in a project that is compiled. @default false
 */
export async function bundleScript(
  entry: string,
  folder: string,
  { external = false }: { readonly external?: boolean } = {},
): Promise<string> {
  const outfile = join(folder, `${basename(entry, ".ts")}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // CommonJS packages call `require` for each other.
    banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
    ...(external && { packages: "external" as const }),
  });
  return outfile;
}
