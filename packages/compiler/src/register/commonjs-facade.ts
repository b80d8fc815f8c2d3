import { emitModule } from "./emit-module.js";

/**
 * An ES module that loads a CommonJS module with `require` and exports what it exports. Hooks could return CommonJS,
 * but before Node 22.22 and 24.12 its `require` then supports no cycles, no `cache` and no `main`.
 */
export function commonJsFacade(file: string, source: string, isMain: boolean): string {
  const { code } = emitModule(file, { code: source, map: undefined }, { format: "cjs" });
  const [, exported = ""] = /^0 && \(module\.exports = \{\n(.*?)^\}\);$/ms.exec(code) ?? [];
  const names = [...exported.matchAll(/^ {2}([\p{ID_Start}$_][\p{ID_Continue}$]*)\b/gmu)].map(([, name]) => name);
  const others = [...exported.matchAll(/^ {2}\.\.\.require\((.*)\)/gm)].map(([, specifier]) => specifier);
  return [
    'import { Module } from "node:module";',
    ...others.map((specifier) => `export * from ${specifier};`),
    `const exported = Module._load(${JSON.stringify(file)}, null, ${isMain});`,
    `const { ${names.map((name, index) => `${name}: _${index}`).join(", ")} } = exported;`,
    `export { ${names.map((name, index) => `_${index} as ${name}`).join(", ")} };`,
    "export default exported;",
    // Otherwise Node would attribute errors to lines of the user's file.
    "//# sourceURL=@plainmcp/compiler/register",
  ].join("\n");
}
