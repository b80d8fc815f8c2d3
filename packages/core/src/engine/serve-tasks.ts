import type { Server, ServerContext } from "@modelcontextprotocol/server";
import { ProtocolFault } from "../dispatch/protocol-fault.js";
import type { Registry } from "../registry/registry.js";
import type { Tasks } from "../tasks/tasks.js";
import { isObject } from "../validation/is-object.js";
import { knowsTasks, tasksRequired } from "./client-tasks.js";
import { ownerOf } from "./owner-of.js";
import { paramsSchema } from "./params-schema.js";
import { withProtocolErrors } from "./with-protocol-errors.js";

/** Has the server answer the methods of the tasks extension. */
export function serveTasks(server: Server, registry: Registry, tasks: Tasks): void {
  const answer = <T extends object>(request: ServerContext, act: (owner: string) => Promise<T>): Promise<T> =>
    withProtocolErrors(registry, async () => {
      if (!knowsTasks(request.mcpReq.envelope)) throw tasksRequired();
      return act(await ownerOf(request.http?.authInfo));
    });

  server.setRequestHandler("tasks/get", { params: TASK }, ({ taskId }, request) =>
    answer(request, async (owner) => ({ ...(await tasks.get(taskId, owner)) })),
  );
  server.setRequestHandler("tasks/update", { params: TASK }, ({ taskId }, request) =>
    answer(request, async (owner) => {
      // The SDK takes them out of the parameters, as it does with the answers to any request.
      const { inputResponses } = request.mcpReq;
      if (!isObject(inputResponses)) throw new ProtocolFault("invalid-params", "inputResponses must be an object.");
      await tasks.update(taskId, inputResponses, owner);
      return {};
    }),
  );
  server.setRequestHandler("tasks/cancel", { params: TASK }, ({ taskId }, request) =>
    answer(request, async (owner) => {
      await tasks.cancel(taskId, owner);
      return {};
    }),
  );
}

const TASK = paramsSchema<{ taskId: string }>({ taskId: { type: "string" } }, ["taskId"]);
