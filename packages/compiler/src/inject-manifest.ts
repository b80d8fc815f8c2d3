import { resolve } from "node:path";
import type { Manifest } from "@plainmcp/core/manifest";
import type { Compilation, CompiledClass } from "./compile.js";
import { className } from "./extractor/class-name.js";
import { classNodes } from "./extractor/find-classes.js";
import { ts } from "./typescript.js";

/**
 * Adds to a module's source, after each class of the compilation and on the same line, a call that registers its
 * manifest. Line numbers stay what they were; the import the calls need comes after the last line.
 *
 * @param source The module's text, before decorators are lowered
 * @param file Its path; a relative one starts from the working directory
 * @returns The source itself when the compilation has no class of this file
 */
export function injectManifest(source: string, file: string, compilation: Compilation): string {
  const path = realPath(resolve(file));
  const classes = compilation.classes.filter((compiled) => realPath(compiled.file) === path);
  if (classes.length === 0) return source;
  const register = unusedName("registerManifest", source);
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const insertions = matching(classNodes(parsed), classes).flatMap(([node, { manifest }]) => {
    return registration(node, register, manifest, source);
  });
  if (insertions.length === 0) return source;
  const eol = source.includes("\r\n") ? "\r\n" : "\n";
  const end = source.endsWith("\n") ? "" : eol;
  const name = register === "registerManifest" ? register : `registerManifest as ${register}`;
  return `${insert(source, insertions)}${end}import { ${name} } from "@plainmcp/core/register";${eol}`;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Classes of one name are told apart by their order. */
function matching(
  nodes: readonly ts.ClassLikeDeclaration[],
  classes: readonly CompiledClass[],
): (readonly [ts.ClassLikeDeclaration, CompiledClass])[] {
  const left = [...classes];
  return nodes.flatMap((node) => {
    const index = left.findIndex(({ name }) => name === className(node));
    return index === -1 ? [] : left.splice(index, 1).map((compiled) => [node, compiled] as const);
  });
}

function registration(
  node: ts.ClassLikeDeclaration,
  register: string,
  manifest: Manifest,
  source: string,
): Insertion[] {
  const literal = toLiteral(manifest);
  const call = (name: string) => `; ${register}(${name}, ${literal});`;
  if (ts.isClassDeclaration(node)) {
    if (node.name) return [{ at: node.end, text: call(node.name.text) }];
    const name = unusedName("DefaultClass", source);
    return [
      { at: classKeyword(node).end, text: ` ${name}` },
      { at: node.end, text: call(name) },
    ];
  }
  const variable = variableOf(node);
  if (variable) return [{ at: variable.statement.end, text: call(variable.name) }];
  // A class without any name to call it by is registered on its way to where it is used.
  return [
    { at: node.getStart(), text: `((it) => { ${register}(it, ${literal}); return it; })(` },
    { at: node.end, text: ")" },
  ];
}

function classKeyword(node: ts.ClassDeclaration): ts.Node {
  return node.getChildren().find(({ kind }) => kind === ts.SyntaxKind.ClassKeyword) ?? node;
}

function variableOf(node: ts.ClassExpression): { readonly name: string; readonly statement: ts.Node } | undefined {
  const declaration = node.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const statement = declaration.parent.parent;
  return ts.isVariableStatement(statement) ? { name: declaration.name.text, statement } : undefined;
}

/** In an object literal, though not in JSON, a plain `__proto__` sets the prototype. */
function toLiteral(manifest: Manifest): string {
  return JSON.stringify(manifest).replaceAll('"__proto__":', '["__proto__"]:');
}

function unusedName(wanted: string, source: string): string {
  let name = wanted;
  while (source.includes(name)) name = `_${name}`;
  return name;
}

function insert(source: string, insertions: readonly Insertion[]): string {
  // From the end, so that the positions before stay right.
  return [...insertions]
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), source);
}

/** Bundlers and TypeScript do not agree on slashes, nor on whether to follow symbolic links. */
function realPath(path: string): string {
  return (ts.sys.realpath?.(path) ?? path).replaceAll("\\", "/");
}
