import type { Resource, Template } from "../primitives/primitive.js";
import { toResourceContents } from "../result/to-resource-contents.js";
import type { Run } from "./call.js";
import { resourceNotFound } from "./fault-error.js";
import { runMethod } from "./run-method.js";

/** Calls the method of a resource. One that returns `undefined` or `null` says that there is no such resource. */
export function readResource(resource: Resource | Template): Run {
  const { definition, result } = resource;
  return (call) =>
    runMethod(resource, call, async (value) => {
      if (value === undefined || value === null) throw resourceNotFound(call.name);
      return { contents: await toResourceContents(value, call.name, definition.mimeType, result) };
    });
}
