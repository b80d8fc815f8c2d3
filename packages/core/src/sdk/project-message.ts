import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { errorCodeOf } from "../revisions/error-codes.js";
import { projectParams } from "../revisions/project-params.js";
import { projectResult } from "../revisions/project-result.js";
import { isObject } from "../values/is-object.js";
import { isOwnData } from "./to-protocol-error.js";

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
      READING.has(answered) &&
      code === errorCodeOf("resource-not-found") &&
      isObject(data) &&
      "uri" in data &&
      !isOwnData(data);
    return isNotFound
      ? { ...message, error: { ...message.error, code: errorCodeOf("resource-not-found", revision) } }
      : message;
  }
  const params = projectParams(message.method, message.params, revision);
  return params === message.params ? message : ({ ...message, params } as JSONRPCMessage);
}
