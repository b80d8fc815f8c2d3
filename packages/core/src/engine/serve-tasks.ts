import type { ServerContext } from "@modelcontextprotocol/server";
import type { Registry } from "../registry/registry.js";
import type { Caller, Tasks } from "../tasks/tasks.js";
import { knowsTasks, tasksRequired } from "./client-tasks.js";
import type { EraServer } from "./era-server.js";
import { paramsSchema } from "./params-schema.js";
import { toCaller } from "./to-caller.js";
import { withProtocolErrors } from "./with-protocol-errors.js";

/** Has the server answer the methods of the tasks extension. */
export function serveTasks(server: EraServer, registry: Registry, tasks: Tasks): void {
  const answer = <T extends object>(request: ServerContext, act: (caller: Caller) => Promise<T>): Promise<T> =>
    withProtocolErrors(registry, async () => {
      if (!knowsTasks(request)) throw tasksRequired();
      return act(await toCaller(request));
    });

  server.setRequestHandler("tasks/get", { params: TASK }, ({ taskId }, request) =>
    answer(request, async (caller) => ({ ...(await tasks.get(taskId, caller)) })),
  );
  server.setRequestHandler("tasks/update", { params: ANSWERS }, ({ taskId, inputResponses }, request) =>
    answer(request, async (caller) => {
      await tasks.update(taskId, inputResponses, caller);
      return {};
    }),
  );
  server.setRequestHandler("tasks/cancel", { params: TASK }, ({ taskId }, request) =>
    answer(request, async (caller) => {
      await tasks.cancel(taskId, caller);
      return {};
    }),
  );
}

const ID = { type: "string" };
const TASK = paramsSchema<{ taskId: string }>({ taskId: ID }, ["taskId"]);
const ANSWERS = paramsSchema<{ taskId: string; inputResponses: Readonly<Record<string, unknown>> }>(
  { taskId: ID, inputResponses: { type: "object" } },
  ["taskId", "inputResponses"],
);
