// A loader hook that instruments every function of our built packages: while the function runs, and in everything that it
// starts, its source file and its caller are recorded.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, relative, resolve as resolvePath } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript-6.0";

const PACKAGES = fileURLToPath(new URL("../../packages", import.meta.url));
const SERVED = /\/packages\/(?:core|transport-stdio|transport-http)\/dist\/[^/].*\.js$/;

export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (!SERVED.test(url)) return loaded;
  const file = fileURLToPath(url);
  return { ...loaded, source: instrument(readFileSync(file, "utf8"), file) };
}

function instrument(text, file) {
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const insertions = [];
  const visit = (node) => {
    if (isTraced(node)) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
      const { originalSource } = map.findEntry(line, character);
      const name = JSON.stringify(relative(PACKAGES, resolvePath(dirname(file), originalSource ?? file)));
      const isAsync = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ? "async " : "";
      const { body } = node;
      const isBlock = ts.isBlock(body);
      const [open, close] = isBlock ? ["{", "}"] : ["(", ")"];
      const start = isBlock ? body.getStart() + 1 : body.getStart();
      const end = isBlock ? body.getEnd() - 1 : body.getEnd();
      insertions.push({
        at: start,
        text: `${isBlock ? "return " : ""}globalThis.__trace(${name}, ${isAsync}() => ${open}`,
      });
      insertions.push({ at: end, text: `${close})` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // If two insertions are at the same place, that of the inner function comes first at an end, and last at a start.
  const ordered = insertions.map((insertion, index) => ({ ...insertion, index }));
  ordered.sort(
    (one, other) =>
      other.at - one.at ||
      (one.text.startsWith("}") || one.text.startsWith(")") ? one.index - other.index : other.index - one.index),
  );
  let result = text;
  for (const { at, text: inserted } of ordered) result = result.slice(0, at) + inserted + result.slice(at);
  return result;
}

function isTraced(node) {
  if (!ts.isFunctionLike(node) || node.body === undefined || node.asteriskToken !== undefined) return false;
  // An arrow function cannot contain the `super()` of a constructor.
  return !ts.isConstructorDeclaration(node);
}
