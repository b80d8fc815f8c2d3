import type { ClientRequest } from "../call/client-request.js";
import { ownerOf } from "../call/owner-of.js";
import { invalidParams } from "../dispatch/fault-error.js";
import { knowsTasks, tasksRequired } from "../tasks/client-tasks.js";
import type { Tasks } from "../tasks/tasks.js";
import { isObject } from "../values/is-object.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Method, Methods } from "./method.js";

interface TaskParams {
  readonly taskId: string;
  readonly inputResponses?: unknown;
}

/** The methods of the tasks extension. */
export function taskMethods(tasks: Tasks): Methods {
  return {
    "tasks/get": taskMethod("tasks/get", async ({ taskId }, owner) => ({ ...(await tasks.get(taskId, owner)) })),
    "tasks/update": taskMethod("tasks/update", async ({ taskId, inputResponses }, owner) => {
      if (!isObject(inputResponses)) throw invalidParams("inputResponses must be an object.");
      await tasks.update(taskId, inputResponses, owner);
      return {};
    }),
    "tasks/cancel": taskMethod("tasks/cancel", async ({ taskId }, owner) => {
      await tasks.cancel(taskId, owner);
      return {};
    }),
  };
}

/** A method for clients that support tasks. Each owner sees only its own tasks. */
function taskMethod(name: string, act: (params: TaskParams, owner: string) => Promise<object>): Method {
  return {
    check: checkParams(name, { taskId: TEXT }, ["taskId"]),
    answer: async (params: TaskParams, { client, caller }: ClientRequest) => {
      if (!knowsTasks(client.capabilities)) throw tasksRequired();
      return act(params, await ownerOf(caller));
    },
  };
}
