import { CLIENT_CAPABILITIES_META_KEY, ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { TASKS } from "../tasks/tasks.js";
import { isObject } from "../validation/is-object.js";

/** Whether the client says that it knows tasks, in what every request carries. */
export function knowsTasks(envelope: object | undefined): boolean {
  const capabilities = (envelope as Readonly<Record<string, unknown>> | undefined)?.[CLIENT_CAPABILITIES_META_KEY];
  return isObject(capabilities) && isObject(capabilities.extensions) && isObject(capabilities.extensions[TASKS]);
}

/** What a client is told that would have to know tasks. */
export function tasksRequired(): ProtocolError {
  const data = { requiredCapabilities: { extensions: { [TASKS]: {} } } };
  const message = `This needs a client that knows tasks: it has not declared the extension ${TASKS}.`;
  return new ProtocolError(ProtocolErrorCode.MissingRequiredClientCapability, message, data);
}
