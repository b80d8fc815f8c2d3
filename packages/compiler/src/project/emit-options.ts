import { ts } from "../typescript/typescript.js";

/** The options of a tsconfig that decide how a module is compiled to JavaScript, in esbuild's form. */
export interface EmitOptions {
  readonly experimentalDecorators?: boolean;
  readonly useDefineForClassFields?: boolean;
  readonly target?: string;
  readonly verbatimModuleSyntax?: boolean;
  readonly jsx?: "preserve" | "react-native" | "react" | "react-jsx" | "react-jsxdev";
  readonly jsxFactory?: string;
  readonly jsxFragmentFactory?: string;
  readonly jsxImportSource?: string;
}

/** Picks the emit options from a program's options. */
export function emitOptions(options: ts.CompilerOptions): EmitOptions {
  const { experimentalDecorators, useDefineForClassFields, verbatimModuleSyntax } = options;
  const { jsxFactory, jsxFragmentFactory, jsxImportSource } = options;
  const target = options.target === undefined ? undefined : ts.ScriptTarget[options.target];
  const jsx = options.jsx === undefined ? undefined : JSX[options.jsx];
  const all = {
    experimentalDecorators,
    useDefineForClassFields,
    target,
    verbatimModuleSyntax,
    jsx,
    jsxFactory,
    jsxFragmentFactory,
    jsxImportSource,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** By TypeScript's `JsxEmit`, whose names differ from those in a tsconfig. */
const JSX = [undefined, "preserve", "react", "react-native", "react-jsx", "react-jsxdev"] as const;
