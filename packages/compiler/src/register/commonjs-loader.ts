import { Module } from "node:module";

/** The hooks of Node's CommonJS loader, which its types leave out. */
export const commonJs = Module as unknown as {
  readonly _extensions: Record<string, (module: CommonJsModule, file: string) => void>;
  _resolveFilename(
    specifier: string,
    parent: CommonJsModule | null | undefined,
    isMain?: boolean,
    options?: { readonly paths?: readonly string[] },
  ): string;
};

interface CommonJsModule {
  readonly filename?: string | null;
  _compile(code: string, file: string, format?: "module"): void;
}
