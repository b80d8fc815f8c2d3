import { defineConfig } from "tsup";
import { library, modules } from "../../tsup.base.js";

export default defineConfig([{ ...library, entry: ["src/index.ts", "src/node.ts"] }, modules]);
