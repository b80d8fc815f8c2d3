export type { CompiledClass, CompileResult } from "./compile/compilation.js";
export { compile } from "./compile/compile.js";
export { serializeManifest } from "./compile/serialize-manifest.js";
export type { Diagnostic } from "./diagnostics/diagnostic.js";
export { DIAGNOSTIC_CODES, type DiagnosticEntry } from "./diagnostics/diagnostic-codes.js";
export { type FormatDiagnosticsOptions, formatDiagnostics } from "./diagnostics/format-diagnostics.js";
export { injectManifest } from "./inject/inject-manifest.js";
export type { CompileOptions } from "./project/compile-options.js";
export type { SchemaSize } from "./project/schema-size.js";
