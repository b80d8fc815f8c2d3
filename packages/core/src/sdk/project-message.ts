import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { errorCodeOf } from "../revisions/error-codes.js";
import { projectForm } from "../revisions/project-form.js";
import { projectResult } from "../revisions/project-result.js";
import { withoutNewer } from "../revisions/without-newer.js";
import { isObject } from "../values/is-object.js";

/** The methods that may answer that a resource does not exist. */
const READING: ReadonlySet<string | undefined> = new Set(["resources/read", "resources/subscribe"]);

/**
 * Converts a message from the server to a legacy revision.
 *
 * @param answered The method of the request that the message answers, if it is a response
 * @throws Error when the revision cannot express the message
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
    const { code, data } = message.error;
    // The SDK accepts only the code of 2026-07-28, whatever the revision.
    const isNotFound =
      READING.has(answered) && code === errorCodeOf("resource-not-found") && isObject(data) && "uri" in data;
    return isNotFound
      ? { ...message, error: { ...message.error, code: errorCodeOf("resource-not-found", revision) } }
      : message;
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
