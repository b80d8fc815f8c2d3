import type { Project } from "../project/project.js";
import type { ts } from "../typescript.js";
import type { DecoratedMethod } from "./find-methods.js";

/** The signature clients call. Of several only the last is offered, which is reported. */
export function methodSignature(
  { name, symbol, declarations }: DecoratedMethod,
  project: Project,
): ts.Signature | undefined {
  const { checker, diagnostics } = project;
  const signatures = checker.getNonNullableType(checker.getTypeOfSymbol(symbol)).getCallSignatures();
  const declaration = declarations[0];
  if (signatures.length > 1 && declaration) {
    const message = `${name} has ${signatures.length} signatures, of which clients see only the last.`;
    diagnostics.report("overloads", declaration, message, "Write one signature with a union, or several methods.");
  }
  return signatures.at(-1);
}
