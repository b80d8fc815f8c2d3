import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatDiagnostics } from "../diagnostics/format-diagnostics.js";
import type { ModuleTransformer, TransformedModule } from "./module-transformer.js";

/** The part of webpack's and Rspack's interface that the loader uses. */
export interface LoaderContext {
  readonly resourcePath: string;
  getOptions(): { readonly transformer: ModuleTransformer };
  async(): (error: Error | null, code?: string, map?: object) => void;
  addDependency(file: string): void;
  emitWarning(warning: Error): void;
  emitError(error: Error): void;
}

/** Transforms a module with the plugin's transformer. */
export default function loader(this: LoaderContext, source: string, map?: object): void {
  const done = this.async();
  const { transformer } = this.getOptions();
  transformer.transform(source, this.resourcePath).then((module) => {
    if (module) report(module, this);
    if (module?.code) done(null, module.code.code, JSON.parse(module.code.map));
    else done(null, source, map);
  }, done);
}

const shown = new WeakSet<Diagnostic>();

/** These bundlers show only the text of an error. */
function report({ watchFiles, diagnostics }: TransformedModule, context: LoaderContext): void {
  for (const file of watchFiles) context.addDependency(file);
  for (const diagnostic of diagnostics) {
    if (shown.has(diagnostic)) continue;
    shown.add(diagnostic);
    const message = new Error(formatDiagnostics([diagnostic]));
    if (diagnostic.severity === "error") context.emitError(message);
    else context.emitWarning(message);
  }
}
