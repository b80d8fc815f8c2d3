import { ts } from "./typescript.js";

/** The signature of a method, or of a property with a function type. */
export function signatureNode(declaration: ts.Declaration): ts.SignatureDeclaration | undefined {
  const isProperty = ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration);
  const node = isProperty ? declaration.type : declaration;
  return node && ts.isFunctionLike(node) ? node : undefined;
}
