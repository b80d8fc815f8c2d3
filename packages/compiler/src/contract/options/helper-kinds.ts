import type { Project } from "../../project/project.js";
import type { ts } from "../../typescript/typescript.js";
import { instanceProblem } from "./instance-problem.js";
import { iteratedTypes } from "./iterated-types.js";
import { parameterProblem, SIGNAL, TEXT, TEXTS } from "./parameter-problem.js";

/** What a method that an option names must be. */
export interface HelperKind {
  /** How to write it, given its name. */
  readonly expected: (name: string) => string;
  /** Why a method with this signature does not fit. */
  readonly problemOf: (signature: ts.Signature, project: Project) => string | undefined;
}

/** Completes an argument or a variable. */
export const COMPLETE: HelperKind = {
  expected: (name) =>
    `${name}(value: string, others: Record<string, string>): string[], or a promise or iterable of them`,
  problemOf: (signature, project) => {
    return parameterProblem(signature, [TEXT, TEXTS], project) ?? valueProblem(signature, project);
  },
};

/** Watches a resource. */
export const WATCH: HelperKind = {
  expected: (name) => `async *${name}(uri: string, signal: AbortSignal): AsyncIterable<unknown>`,
  problemOf: (signature, project) => {
    const isWatch = iteratedTypes(awaited(signature, project), project)?.every(({ isAsync }) => isAsync);
    const problem = isWatch ? undefined : "it does not return an async iterable";
    return parameterProblem(signature, [TEXT, SIGNAL], project) ?? problem;
  },
};

/** Lists the resources of a template with these variables. */
export function listKind(variables: readonly string[]): HelperKind {
  const instance = variables.map((name) => `${name}: string`).join("; ");
  return {
    expected: (name) => `${name}(): { ${instance} }[], or a promise or iterable of them`,
    problemOf: (signature, project) => {
      const found = iteratedTypes(awaited(signature, project), project);
      const problem = found ? undefined : "it does not return a list";
      const instances = found?.map(({ type }) => instanceProblem(type, variables, project));
      return parameterProblem(signature, [], project) ?? problem ?? instances?.find((one) => one !== undefined);
    },
  };
}

function valueProblem(signature: ts.Signature, project: Project): string | undefined {
  const { checker } = project;
  const isText = ({ type }: { readonly type: ts.Type }) => checker.isTypeAssignableTo(type, checker.getStringType());
  return iteratedTypes(awaited(signature, project), project)?.every(isText)
    ? undefined
    : "it does not return a list of strings";
}

function awaited(signature: ts.Signature, { checker }: Project): ts.Type {
  const type = signature.getReturnType();
  return checker.getAwaitedType(type) ?? type;
}
