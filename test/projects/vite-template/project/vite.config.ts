import plainmcp from "@plainmcp/compiler/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [plainmcp()], build: { ssr: "src/main.ts" } });
