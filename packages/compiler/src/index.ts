export { type Compilation, type CompiledClass, type CompileOptions, compile } from "./compile.js";
export type { Diagnostic } from "./diagnostics/diagnostic.js";
export { DIAGNOSTIC_CODES, type DiagnosticEntry } from "./diagnostics/diagnostic-codes.js";
export { type FormatDiagnosticsOptions, formatDiagnostics } from "./diagnostics/format-diagnostics.js";
export { injectManifest } from "./inject-manifest.js";
export { type InjectMetadataOptions, injectMetadata } from "./inject-metadata.js";
export type { SchemaSize } from "./schema-size.js";
export { serializeManifest } from "./serialize-manifest.js";
