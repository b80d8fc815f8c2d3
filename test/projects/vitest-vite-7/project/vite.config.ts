import plainmcp from "@plainmcp/compiler/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({ plugins: [plainmcp()] });
