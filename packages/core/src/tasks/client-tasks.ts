import type { ClientInfo } from "../context.js";
import { FaultError } from "../dispatch/fault-error.js";
import { isObject } from "../values/is-object.js";
import { TASKS } from "./tasks.js";

/** Whether the client supports tasks. */
export function knowsTasks({ extensions }: ClientInfo["capabilities"]): boolean {
  return isObject(extensions) && isObject(extensions[TASKS]);
}

/** Refuses a client that does not support tasks. */
export function tasksRequired(): FaultError {
  const message = `The client lacks an extension that this needs: ${TASKS}.`;
  const data = { requiredCapabilities: { extensions: { [TASKS]: {} } } };
  return new FaultError({ kind: "missing-capability", message, data });
}
