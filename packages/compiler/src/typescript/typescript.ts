import { createRequire } from "node:module";
import type * as typescript from "typescript";
import { CodeCache } from "../cache/code-cache.js";

/**
 * TypeScript, loaded on first use: a run that finds its result in the cache never loads it. Only this file imports the
 * package, so that another engine can replace it.
 */
export const ts: typeof typescript = Object.create(
  new Proxy(
    {},
    {
      get(_, name, self: object) {
        // From now on, everything is a property of the object itself, and this trap is not called again.
        Object.assign(self, load());
        return Object.getOwnPropertyDescriptor(self, name)?.value;
      },
    },
  ),
);

/** Absolute path of the module. */
export function typescriptFile(): string {
  return createRequire(import.meta.url).resolve("typescript");
}

/**
 * Caches the compiled code of what this process has used of TypeScript, so that the next one loads it in half the time.
 * Call this after a compilation.
 */
export function keepTypeScript(): void {
  code?.keep();
}

let code: CodeCache | undefined;

function load(): typeof typescript {
  code = new CodeCache(typescriptFile());
  return code.load() as typeof typescript;
}

/** The types that we use, with their names in TypeScript. */
export declare namespace ts {
  export type AccessorDeclaration = typescript.AccessorDeclaration;
  export type ArrayLiteralExpression = typescript.ArrayLiteralExpression;
  export type BigIntLiteralType = typescript.BigIntLiteralType;
  export type BinaryExpression = typescript.BinaryExpression;
  export type CallExpression = typescript.CallExpression;
  export type ClassDeclaration = typescript.ClassDeclaration;
  export type ClassElement = typescript.ClassElement;
  export type ClassExpression = typescript.ClassExpression;
  export type ClassLikeDeclaration = typescript.ClassLikeDeclaration;
  export type CompilerHost = typescript.CompilerHost;
  export type CompilerOptions = typescript.CompilerOptions;
  export type CreateSourceFileOptions = typescript.CreateSourceFileOptions;
  export type Declaration = typescript.Declaration;
  export type Decorator = typescript.Decorator;
  export type Diagnostic = typescript.Diagnostic;
  export type DiagnosticCategory = typescript.DiagnosticCategory;
  export type ElementAccessExpression = typescript.ElementAccessExpression;
  export type ElementFlags = typescript.ElementFlags;
  export type EntityName = typescript.EntityName;
  export type EnumDeclaration = typescript.EnumDeclaration;
  export type Expression = typescript.Expression;
  export type ExpressionWithTypeArguments = typescript.ExpressionWithTypeArguments;
  export type FunctionLikeDeclaration = typescript.FunctionLikeDeclaration;
  export type GetAccessorDeclaration = typescript.GetAccessorDeclaration;
  export type Identifier = typescript.Identifier;
  export type ImportDeclaration = typescript.ImportDeclaration;
  export type ImportEqualsDeclaration = typescript.ImportEqualsDeclaration;
  export type IndexedAccessTypeNode = typescript.IndexedAccessTypeNode;
  export type InterfaceDeclaration = typescript.InterfaceDeclaration;
  export type InterfaceType = typescript.InterfaceType;
  export type JSDoc = typescript.JSDoc;
  export type JSDocPropertyLikeTag = typescript.JSDocPropertyLikeTag;
  export type JSDocTag = typescript.JSDocTag;
  export type LiteralTypeNode = typescript.LiteralTypeNode;
  export type MappedTypeNode = typescript.MappedTypeNode;
  export type ModuleKind = typescript.ModuleKind;
  export type MethodDeclaration = typescript.MethodDeclaration;
  export type ModifierLike = typescript.ModifierLike;
  export type ModuleDeclaration = typescript.ModuleDeclaration;
  export type NewExpression = typescript.NewExpression;
  export type Node = typescript.Node;
  export type NodeArray<T extends typescript.Node> = typescript.NodeArray<T>;
  export type ObjectBindingPattern = typescript.ObjectBindingPattern;
  export type ObjectLiteralElementLike = typescript.ObjectLiteralElementLike;
  export type ObjectLiteralExpression = typescript.ObjectLiteralExpression;
  export type ObjectType = typescript.ObjectType;
  export type ParameterDeclaration = typescript.ParameterDeclaration;
  export type ParsedCommandLine = typescript.ParsedCommandLine;
  export type PrefixUnaryExpression = typescript.PrefixUnaryExpression;
  export type Program = typescript.Program;
  export type PropertyAccessExpression = typescript.PropertyAccessExpression;
  export type PropertyDeclaration = typescript.PropertyDeclaration;
  export type ScriptTarget = typescript.ScriptTarget;
  export type SemanticDiagnosticsBuilderProgram = typescript.SemanticDiagnosticsBuilderProgram;
  export type SetAccessorDeclaration = typescript.SetAccessorDeclaration;
  export type Signature = typescript.Signature;
  export type SignatureDeclaration = typescript.SignatureDeclaration;
  export type SourceFile = typescript.SourceFile;
  export type Statement = typescript.Statement;
  export type StringLiteral = typescript.StringLiteral;
  export type StringLiteralLike = typescript.StringLiteralLike;
  export type StringMappingType = typescript.StringMappingType;
  export type Symbol = typescript.Symbol;
  export type TemplateExpression = typescript.TemplateExpression;
  export type TemplateLiteralType = typescript.TemplateLiteralType;
  export type TemplateLiteralTypeNode = typescript.TemplateLiteralTypeNode;
  export type TupleTypeReference = typescript.TupleTypeReference;
  export type Type = typescript.Type;
  export type TypeAliasDeclaration = typescript.TypeAliasDeclaration;
  export type TypeChecker = typescript.TypeChecker;
  export type TypeNode = typescript.TypeNode;
  export type TypeParameterDeclaration = typescript.TypeParameterDeclaration;
  export type TypeReference = typescript.TypeReference;
  export type TypeReferenceNode = typescript.TypeReferenceNode;
}
