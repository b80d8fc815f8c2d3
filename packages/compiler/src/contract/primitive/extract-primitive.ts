import type { PrimitiveManifest } from "@plainmcp/core/manifest";
import type { DecoratedMethod } from "../../classes/find-methods.js";
import { cleanText } from "../../docs/clean-text.js";
import type { MethodDoc } from "../../docs/doc.js";
import type { Project } from "../../project/project.js";
import type { ts } from "../../typescript/typescript.js";
import { checkOptionValues, type LocateOption } from "../options/check-option-values.js";
import { type DecoratorOptions, decoratorOptions } from "../options/decorator-options.js";
import { optionLocator } from "../options/locate-option.js";
import { checkMethodDocs } from "./check-method-docs.js";
import { extractInput } from "./extract-input.js";
import { givenInput } from "./given-schema.js";
import { methodDoc } from "./method-doc.js";

/** What every primitive's manifest entry is made of. */
export interface ExtractedPrimitive {
  /** The fields all entries begin with. */
  readonly head: Pick<PrimitiveManifest, "method" | "name" | "title" | "description">;
  readonly input: Pick<PrimitiveManifest, "parameters" | "inputSchema">;
  /** The decorator's other options. */
  readonly options: DecoratorOptions;
  readonly locateOption: LocateOption;
  readonly doc: MethodDoc;
  readonly signature: ts.Signature;
  /** Where diagnostics of the primitive as a whole point. */
  readonly node: ts.Node;
}

/**
 * Reads a decorated method: names, documentation, parameters.
 *
 * @param optionsIndex Which argument of the decorator holds the options
 * @param optionNames The options of this kind, besides those all kinds have
 */
export function extractPrimitive(
  method: DecoratedMethod,
  optionsIndex: number,
  optionNames: readonly string[],
  project: Project,
): ExtractedPrimitive | undefined {
  const signature = methodSignature(method, project);
  if (!signature) return undefined;
  const doc = methodDoc(method, signature);
  const names = ["name", "title", "description", ...optionNames];
  const given = decoratorOptions(method.decorator, optionsIndex, names, project);
  const locateOption = optionLocator(method.decorator, optionsIndex, project);
  const { name, title, description, ...options } = checkOptionValues(given, locateOption, project);
  const text = typeof description === "string" ? description : describe(doc);
  const node = method.decorator.node;
  if (text === "") warnOfSilence(method, project);
  checkMethodDocs(method, signature, project);
  const input =
    options.inputSchema === undefined
      ? extractInput(signature, doc, method.decorator.kind, project)
      : givenInput(options.inputSchema, signature, node, project);
  return {
    head: {
      method: method.name,
      name: typeof name === "string" ? name : method.name,
      ...(typeof title === "string" && { title }),
      ...(text !== "" && { description: text }),
    },
    input,
    options,
    locateOption,
    doc,
    signature,
    node,
  };
}

function describe({ description, tags }: MethodDoc): string {
  const deprecation = tags.find(({ name }) => name === "deprecated");
  const note = deprecation && ["Deprecated", cleanText(deprecation.text)].filter((part) => part !== "").join(": ");
  return [description, note ?? ""].filter((part) => part !== "").join("\n\n");
}

function warnOfSilence({ name, decorator }: DecoratedMethod, { diagnostics }: Project): void {
  const message = `The ${decorator.kind} ${name} has no description, so models cannot tell what it is for.`;
  diagnostics.report("no-description", decorator.node, message, "Write a doc comment above the method.");
}

/** The signature that clients call. If there are several, clients only see the last one, which is reported. */
function methodSignature({ name, symbol, declarations }: DecoratedMethod, project: Project): ts.Signature | undefined {
  const { checker, diagnostics } = project;
  const signatures = checker.getNonNullableType(checker.getTypeOfSymbol(symbol)).getCallSignatures();
  const declaration = declarations[0];
  if (signatures.length > 1 && declaration) {
    const message = `${name} has ${signatures.length} signatures, but clients only see the last one.`;
    diagnostics.report("overloads", declaration, message, "Write one signature with a union, or several methods.");
  }
  return signatures.at(-1);
}
