import {
  CLIENT_CAPABILITIES_META_KEY,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { TASKS } from "../tasks/tasks.js";
import { isObject } from "../validation/is-object.js";

/** Whether the client says with this request that it knows tasks. */
export function knowsTasks({ mcpReq }: ServerContext): boolean {
  const envelope: Readonly<Record<string, unknown>> = { ...mcpReq.envelope };
  const capabilities = envelope[CLIENT_CAPABILITIES_META_KEY];
  return isObject(capabilities) && isObject(capabilities.extensions) && isObject(capabilities.extensions[TASKS]);
}

/** What a client is told that would have to know tasks. */
export function tasksRequired(): ProtocolError {
  const data = { requiredCapabilities: { extensions: { [TASKS]: {} } } };
  const message = `This needs a client that knows tasks: it has not declared the extension ${TASKS}.`;
  return new ProtocolError(ProtocolErrorCode.MissingRequiredClientCapability, message, data);
}
