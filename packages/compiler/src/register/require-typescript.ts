import { readFileSync } from "node:fs";
import { resolveTypeScript } from "../typescript/resolve-typescript.js";
import { commonJs } from "./commonjs-loader.js";
import { compileModule } from "./compile-module.js";
import { isTypeScript } from "./is-typescript.js";
import { moduleFormat } from "./module-format.js";

/** How {@link requireTypeScript} loads ES modules. */
export interface RequireOptions {
  /** Whether Node's ES module loader loads them and resolves their imports. Otherwise they become CommonJS. */
  readonly asModules: boolean;
}

/** Makes `require` resolve and compile TypeScript. Hooks alone would be enough if every version of Node called them. */
export function requireTypeScript({ asModules }: RequireOptions): void {
  const resolve = commonJs._resolveFilename;
  commonJs._resolveFilename = function (specifier, parent, isMain, options) {
    const importer = parent?.filename;
    const isOurs = importer && isTypeScript(importer) && options?.paths === undefined;
    const found = isOurs ? resolveTypeScript(specifier, importer) : undefined;
    return resolve.call(this, found ?? specifier, parent, isMain, options);
  };
  for (const extension of [".ts", ".tsx", ".cts", ".mts"]) {
    const others = commonJs._extensions[extension] ?? commonJs._extensions[".js"];
    commonJs._extensions[extension] = (module, file) => {
      if (!isTypeScript(file)) return others?.(module, file);
      const source = readFileSync(file, "utf8");
      if (asModules && moduleFormat(file, source) === "module") {
        return module._compile(compileModule(file, source, "module"), file, "module");
      }
      return module._compile(compileModule(file, source, "commonjs"), file);
    };
  }
}
