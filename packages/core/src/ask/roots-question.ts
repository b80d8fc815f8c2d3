import type { AskOptions, Root } from "../context.js";
import { isObject } from "../values/is-object.js";
import type { Question } from "./question.js";

/** The question that asks for the client's folders. */
export function rootsQuestion({ key }: AskOptions): Question<readonly Root[]> {
  return {
    title: "roots",
    key,
    requires: "roots",
    request: () => ({ method: "roots/list" }),
    read: (answer) => {
      const roots = isObject(answer) ? answer.roots : undefined;
      return Array.isArray(roots) && roots.every(isRoot) ? { value: roots } : { problem: "it is not a list of roots" };
    },
  };
}

function isRoot(value: unknown): value is Root {
  if (!isObject(value) || typeof value.uri !== "string") return false;
  return value.name === undefined || typeof value.name === "string";
}
