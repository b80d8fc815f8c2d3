import type { Code } from "../inject/inject-with-map.js";
import type { EmitOptions } from "../project/emit-options.js";
import { type Source, toJavaScript } from "./to-javascript.js";

/** Turns a TypeScript module with standard decorators into JavaScript without: not every host knows them. */
export function lowerDecorators(source: Source, file: string, compilerOptions: EmitOptions): Promise<Code> {
  return toJavaScript(source, file, {
    target: "esnext",
    supported: { decorators: false },
    tsconfigRaw: { compilerOptions },
  });
}
