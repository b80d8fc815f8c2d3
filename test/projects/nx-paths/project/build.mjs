import plainmcp from "@plainmcp/compiler/esbuild";
import { build } from "esbuild";

const tsconfig = "apps/shop/tsconfig.app.json";
await build({
  entryPoints: ["apps/shop/src/main.ts"],
  outfile: "dist/main.cjs",
  bundle: true,
  platform: "node",
  format: "cjs",
  tsconfig,
  plugins: [plainmcp({ tsconfig })],
});
