import { pathToFileURL } from "node:url";
import { withInlineMap } from "../plugin/to-javascript.js";
import { emitModule } from "./emit-module.js";
import type { ModuleFormat } from "./module-format.js";
import { registerClasses } from "./register-classes.js";

/** JavaScript that Node can run, with its source map, of a TypeScript module whose classes are registered. */
export function compileModule(file: string, source: string, format: ModuleFormat): string {
  const registered = registerClasses(file, source) ?? { code: source, map: undefined };
  const options = format === "module" ? {} : ({ format: "cjs", define: placeOf(file) } as const);
  const { code, map } = emitModule(file, registered, options);
  return withInlineMap(code, map);
}

/** An ES module becomes CommonJS where Node cannot `require` it. */
function placeOf(file: string): Record<string, string> {
  return {
    "import.meta.url": JSON.stringify(pathToFileURL(file).href),
    "import.meta.filename": "__filename",
    "import.meta.dirname": "__dirname",
  };
}
