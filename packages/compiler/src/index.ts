export type { BundlerOptions } from "./bundler-options.js";
export { type Compilation, type CompiledClass, type CompileOptions, compile } from "./compile.js";
export type { Diagnostic } from "./diagnostics/diagnostic.js";
export { DIAGNOSTIC_CODES, type DiagnosticEntry } from "./diagnostics/diagnostic-codes.js";
export { type FormatDiagnosticsOptions, formatDiagnostics } from "./diagnostics/format-diagnostics.js";
export type { UnservedClass } from "./extractor/find-unserved.js";
export { injectManifest } from "./inject-manifest.js";
export type { SchemaSize } from "./schema-size.js";
export { serializeManifest } from "./serialize-manifest.js";
