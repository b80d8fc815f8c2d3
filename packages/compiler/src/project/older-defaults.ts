import { ts } from "../typescript/typescript.js";

/**
 * The defaults of TypeScript before version 6 for unset options, where version 6 has others.
 *
 * @param options The options of the tsconfig
 */
export function olderDefaults(options: ts.CompilerOptions): ts.CompilerOptions {
  const target = options.target ?? targetOf(options.module);
  const module = options.module ?? (target >= ts.ScriptTarget.ES2015 ? ts.ModuleKind.ES2015 : ts.ModuleKind.CommonJS);
  const isCommonJs = module === ts.ModuleKind.CommonJS;
  // `classic`, the default with ES modules, cannot resolve any of our packages.
  const moduleResolution = options.moduleResolution ?? (isCommonJs ? ts.ModuleResolutionKind.Node10 : undefined);
  const esModuleInterop = options.esModuleInterop ?? (isNodes(module) || module === ts.ModuleKind.Preserve);
  const isSynthetic =
    esModuleInterop || module === ts.ModuleKind.System || options.moduleResolution === ts.ModuleResolutionKind.Bundler;
  return {
    target,
    module,
    ...(moduleResolution !== undefined && { moduleResolution }),
    esModuleInterop,
    allowSyntheticDefaultImports: options.allowSyntheticDefaultImports ?? isSynthetic,
    strict: options.strict ?? false,
    types: options.types ?? ["*"],
    noUncheckedSideEffectImports: options.noUncheckedSideEffectImports ?? false,
    libReplacement: options.libReplacement ?? true,
  };
}

/** Errors that are new in TypeScript 6: the keyword `module` for a namespace, and `assert` in an import. */
export const NEW_ERRORS: ReadonlySet<number> = new Set([1540, 2880]);

function targetOf(module: ts.ModuleKind | undefined): ts.ScriptTarget {
  switch (module) {
    case ts.ModuleKind.Node16:
    case ts.ModuleKind.Node18:
      return ts.ScriptTarget.ES2022;
    case ts.ModuleKind.Node20:
      return ts.ScriptTarget.ES2023;
    case ts.ModuleKind.NodeNext:
      return ts.ScriptTarget.ESNext;
    default:
      return ts.ScriptTarget.ES5;
  }
}

function isNodes(module: ts.ModuleKind): boolean {
  return module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
}
