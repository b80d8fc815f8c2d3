import { isInPackage } from "../typescript/is-packaged.js";
import { signatureNode } from "../typescript/signature-node.js";
import { ts } from "../typescript/typescript.js";
import { pathSteps } from "./apply-param-docs.js";
import { completeDoc, isSilent, type MethodDoc, NO_DOC, type ParamDoc } from "./doc.js";
import { gistOf } from "./gist-of.js";
import { isInternal } from "./is-internal.js";
import { readDoc } from "./read-doc.js";
import { readValueDoc } from "./read-value-doc.js";

/**
 * What the comment of a method says about the method that overrides or implements it; from a package's comment, only
 * the gist. Parameters correspond by position, whatever they are called.
 *
 * @param names The parameter names of the other method; `undefined` for a destructured parameter
 */
export function inheritedDoc(declaration: ts.Declaration, names: readonly (string | undefined)[]): MethodDoc {
  const doc = isInPackage(declaration) ? packageDoc(declaration) : readDoc(declaration);
  const parameters = parametersOf(declaration);
  const params = new Map<string, ParamDoc>();
  for (const [path, part] of doc.params) {
    const renamed = renamePath(path, parameters, names);
    if (renamed !== undefined) params.set(renamed, part);
  }
  for (const [index, node] of parameters.entries()) {
    const [name, inline] = [names[index], readValueDoc(node)];
    if (name === undefined || isSilent(inline)) continue;
    params.set(name, { ...completeDoc(inline, params.get(name) ?? NO_DOC), node });
  }
  return { ...doc, params };
}

function packageDoc(declaration: ts.Declaration): MethodDoc {
  const doc = readDoc(declaration);
  if (isInternal(declaration)) return { ...NO_DOC, params: new Map(), returns: NO_DOC };
  const { description, tags } = gistOf(doc, "value");
  const params = [...doc.params].map(([path, part]) => [path, { ...gistOf(part, "value"), node: part.node }] as const);
  return {
    description,
    // Headers are the choice of the tool's author.
    tags: tags.filter(({ name }) => name !== "header"),
    params: new Map(params),
    // A constraint on a result could only turn it into an error.
    returns: { ...gistOf(doc.returns, "value"), tags: [] },
  };
}

function parametersOf(declaration: ts.Declaration): readonly ts.ParameterDeclaration[] {
  const parameters = signatureNode(declaration)?.parameters ?? [];
  return parameters.filter(({ name }) => name.getText() !== "this");
}

/** The path of a `@param` with the other method's parameter names; undefined if it has no such parameter. */
function renamePath(
  path: string,
  parameters: readonly ts.ParameterDeclaration[],
  names: readonly (string | undefined)[],
): string | undefined {
  const [root = ""] = pathSteps(path);
  const rest = path.slice(root.length);
  const index = parameters.findIndex(({ name }) => name.getText() === root);
  if (index >= 0) {
    // The properties of a destructured parameter are found under any name, but the parameter itself has no description.
    const isDestructured = index in names && names[index] === undefined && rest !== "";
    return isDestructured ? path : names[index] && `${names[index]}${rest}`;
  }
  const name = names[parameters.findIndex((parameter) => ts.isObjectBindingPattern(parameter.name))];
  return name === undefined ? path : `${name}${rest === "" ? `.${path}` : rest}`;
}
