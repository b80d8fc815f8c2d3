import plainmcp from "@plainmcp/compiler/vite";

export default {
  plugins: [plainmcp()],
  build: {
    lib: { entry: "src/index.ts", formats: ["es"], fileName: "index" },
    rollupOptions: { external: /^@plainmcp\// },
  },
};
