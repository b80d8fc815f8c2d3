import {
  type AuthInfo,
  isJSONRPCRequest,
  type JSONRPCNotification,
  SUBSCRIPTION_ID_META_KEY,
} from "@modelcontextprotocol/server";
import type { Tasks } from "../tasks/tasks.js";
import { knowsTasks, tasksRequired } from "./client-tasks.js";
import { ownerOf } from "./owner-of.js";

/** What a `subscriptions/listen` is granted of the tasks that it names. */
export interface TaskListening {
  /** The SDK's acknowledgement of the subscription, with those that the caller has. */
  acknowledge(acknowledgement: JSONRPCNotification): JSONRPCNotification;
  /** Tells what becomes of them, in the subscription's name, until the function that this returns is called. */
  begin(send: (notification: JSONRPCNotification) => void): () => void;
}

/**
 * Takes note of the tasks that a `subscriptions/listen` names, of which the SDK knows nothing. `undefined` when it names
 * none, or there are none.
 *
 * @throws ProtocolError when the client does not know tasks
 */
export async function listenToTasks(
  tasks: Tasks | undefined,
  message: unknown,
  authInfo: AuthInfo | undefined,
): Promise<TaskListening | undefined> {
  if (!tasks || !isJSONRPCRequest(message)) return undefined;
  const { id, params } = message;
  const { taskIds } = (params?.notifications ?? {}) as { readonly taskIds?: unknown };
  if (!Array.isArray(taskIds) || taskIds.length === 0) return undefined;
  if (!knowsTasks(params?._meta)) throw tasksRequired();
  const followed = await tasks.follow(taskIds.filter(isText), await ownerOf(authInfo));
  return {
    acknowledge: ({ params, ...acknowledgement }) => {
      const notifications = { ...(params?.notifications as object), taskIds: followed.taskIds };
      return { ...acknowledgement, params: { ...params, notifications } };
    },
    begin: (send) =>
      followed.begin((task) => {
        const _meta = { [SUBSCRIPTION_ID_META_KEY]: id };
        send({ jsonrpc: "2.0", method: "notifications/tasks", params: { ...task, _meta } });
      }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
