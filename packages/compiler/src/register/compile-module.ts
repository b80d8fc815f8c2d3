import { pathToFileURL } from "node:url";
import { injectWithMap } from "../inject/inject-with-map.js";
import { metadataInsertions } from "../metadata/inject-metadata.js";
import { withInlineMap } from "../plugin/to-javascript.js";
import { emitModule } from "./emit-module.js";
import type { ModuleFormat } from "./module-format.js";
import { registerClasses } from "./register-classes.js";

/** Compiles a TypeScript module to JavaScript with a source map, and adds the registration of its classes. */
export function compileModule(file: string, source: string, format: ModuleFormat): string {
  const insertions = [...registerClasses(file, source), ...metadataInsertions(source, file)];
  const changed = injectWithMap(source, file, insertions) ?? { code: source, map: undefined };
  const options = format === "module" ? {} : ({ format: "cjs", define: placeOf(file) } as const);
  const { code, map } = emitModule(file, changed, options);
  return withInlineMap(code, map);
}

/** Replacements for `import.meta` in an ES module that becomes CommonJS because Node cannot `require` it. */
function placeOf(file: string): Record<string, string> {
  return {
    "import.meta.url": JSON.stringify(pathToFileURL(file).href),
    "import.meta.filename": "__filename",
    "import.meta.dirname": "__dirname",
  };
}
