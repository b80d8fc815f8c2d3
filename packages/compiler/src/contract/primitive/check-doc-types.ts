import { contradictsType } from "../../docs/contradicts-type.js";
import { docComment, tagsOf } from "../../docs/doc-comment.js";
import type { Project } from "../../project/project.js";
import { iterableKind } from "../../schema/iterable-kind.js";
import { ts } from "../../typescript/typescript.js";
import { documentedTypes } from "./documented-types.js";

/** Reports each type in a method's own comment that contradicts TypeScript's type. JavaScript has no other types. */
export function checkDocTypes(signature: ts.Signature, declaration: ts.Declaration, project: Project): void {
  const file = declaration.getSourceFile();
  if (/\.[cm]?jsx?$/.test(file.fileName)) return;
  let index = 0;
  for (const tag of tagsOf(docComment(declaration))) {
    if (!ts.isJSDocParameterTag(tag) && !ts.isJSDocReturnTag(tag)) continue;
    const name = ts.isJSDocParameterTag(tag) ? tag.name.getText(tag.getSourceFile()) : undefined;
    const types =
      name === undefined
        ? resultOf(signature, project)
        : [...documentedTypes(name, index++, signature, project), ...elementsOf(name, signature, project)];
    const said = tag.typeExpression?.type;
    if (!said || types.length === 0 || !contradictsType(said, types, declaration, project.checker)) continue;
    const actual = types.map((type) => project.checker.typeToString(type)).join(" | ");
    const what = name ?? "the result";
    const message = `The comment says that ${what} is {${said.getText(tag.getSourceFile())}}, but its type is ${actual}.`;
    const help = "Remove the type from the comment. Only TypeScript's type is used.";
    project.diagnostics.report("contradicted-type", tag.getSourceFile() === file ? tag : declaration, message, help);
  }
}

/** The element type of a rest parameter: comments give the type of one element. */
function elementsOf(name: string, signature: ts.Signature, { checker }: Project): ts.Type[] {
  const parameter = signature.getParameters().find((one) => one.name === name);
  const declaration = parameter?.valueDeclaration;
  if (!parameter || !declaration || !ts.isParameter(declaration) || !declaration.dotDotDotToken) return [];
  const element = checker.getTypeOfSymbol(parameter).getNumberIndexType();
  return element ? [element] : [];
}

/** What the method returns, after `await`. Empty for a generator, whose comment may describe what it yields. */
function resultOf(signature: ts.Signature, project: Project): ts.Type[] {
  const returned = signature.getReturnType();
  const type = project.checker.getAwaitedType(returned) ?? returned;
  return iterableKind(type, project) === undefined ? [type] : [];
}
