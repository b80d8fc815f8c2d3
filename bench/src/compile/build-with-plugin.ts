import plainmcp from "@plainmcp/compiler/esbuild";
import { type BuildContext, context } from "esbuild";

/** esbuild with our plugin, ready to build an entry file again and again. */
export function buildWithPlugin(
  entry: string,
  options: NonNullable<Parameters<typeof plainmcp>[0]> = {},
): Promise<BuildContext<{ write: false }>> {
  return context({
    entryPoints: [entry],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
    plugins: [plainmcp(options)],
  });
}
