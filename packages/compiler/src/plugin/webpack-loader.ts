import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatDiagnostics } from "../diagnostics/format-diagnostics.js";
import type { ModuleTransformer, TransformedModule } from "./module-transformer.js";

/** What the loader uses of webpack and Rspack. */
export interface LoaderContext {
  readonly resourcePath: string;
  getOptions(): { readonly transformer: ModuleTransformer };
  async(): (error: Error | null, code?: string, map?: object) => void;
  addDependency(file: string): void;
  emitWarning(warning: Error): void;
  emitError(error: Error): void;
}

/** Passes a module through the transformer that the plugin made. */
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

/** All that these hosts show of an error is its text. */
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
