import { register } from "node:module";

// What Node is told to import first: `node --import @plainmcp/compiler/register main.ts`
process.setSourceMapsEnabled(true);
register("./hooks.js", import.meta.url);
