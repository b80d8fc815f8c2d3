import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { ResourceNotFoundData } from "../resource-not-found-data.js";
import { projectForm } from "./project-form.js";
import { projectResult } from "./project-result.js";
import { withoutNewer } from "./without-newer.js";

/** Code of a resource that is not there, in every legacy revision. */
const RESOURCE_NOT_FOUND = -32002;

/**
 * A message of the server's, as a legacy revision can say it.
 *
 * @param answered Method of the request that the message answers, if it is a response
 * @throws Error for what the revision cannot say at all
 */
export function projectMessage(
  message: JSONRPCMessage,
  answered: string | undefined,
  revision: string,
): JSONRPCMessage {
  if ("result" in message) {
    return { ...message, result: projectResult(answered, message.result, revision) };
  }
  if ("error" in message) {
    // The SDK takes no other code than that of 2026-07-28 on any wire.
    const notFound = message.error.data instanceof ResourceNotFoundData;
    const code = notFound ? RESOURCE_NOT_FOUND : message.error.code;
    return { ...message, error: { ...message.error, code } };
  }
  const params = projectParams(message.method, message.params, revision);
  return params === undefined ? message : ({ ...message, params } as JSONRPCMessage);
}

function projectParams(method: string, params: object | undefined, revision: string): object | undefined {
  switch (method) {
    case "notifications/progress":
      return withoutNewer("progress", params, revision);
    case "sampling/createMessage":
      return withoutNewer("sampling", params, revision);
    case "elicitation/create": {
      const { requestedSchema, ...rest } = withoutNewer("elicitation", params, revision);
      return requestedSchema === undefined
        ? rest
        : { ...rest, requestedSchema: projectForm(requestedSchema, revision) };
    }
    default:
      return undefined;
  }
}
