import type { ClientRequest } from "../call/client-request.js";
import { ownerOf } from "../call/owner-of.js";
import { FaultError, invalidParams } from "../dispatch/fault-error.js";
import { toFault } from "../dispatch/to-fault.js";
import type { Fault } from "../primitives/middleware.js";
import type { Arguments, Tool } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import { eraOf } from "../revisions/era-of.js";
import { becomesToolResult, errorCodeOf } from "../revisions/error-codes.js";
import { projectStructured } from "../revisions/project-structured.js";
import type { TaskError } from "../stores/task.js";
import { knowsTasks, tasksRequired } from "../tasks/client-tasks.js";
import type { TaskCall } from "../tasks/task-call.js";
import type { Tasks } from "../tasks/tasks.js";
import { answerCall } from "./answer-call.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Method } from "./method.js";
import type { ServerState } from "./server-state.js";

interface CallToolParams {
  readonly name: string;
  readonly arguments?: Arguments;
  readonly [name: string]: unknown;
}

const METHOD = "tools/call";
const check = checkParams(METHOD, { name: TEXT, arguments: { type: "object" } }, ["name"]);

/** `tools/call`. */
export function callToolMethod(server: ServerState): Method {
  const perform = (tool: Tool, params: CallToolParams, request: ClientRequest, task?: TaskCall): Awaitable<object> => {
    const { name, arguments: args = {} } = params;
    const run = server.pipelines.of(tool);
    const answered = answerCall(
      server,
      { kind: "tool", name, source: `tool "${name}"`, arguments: args, asks: tool, run },
      { method: METHOD, params, request, task },
    );
    return after(answered, (outcome) => {
      if ("resultType" in outcome) return outcome;
      if (outcome.status === "completed") return projectStructured(outcome.result, tool.definition, request.revision);
      return toResult(outcome.fault, request.revision, task?.isTask === true);
    });
  };
  const performAsTask = async (tool: Tool, params: CallToolParams, request: ClientRequest, tasks: Tasks) => {
    const task = tasks.begin(await ownerOf(request.caller), request, tool.task);
    const outcome = (async () => perform(tool, params, request, task))();
    return task.answer(outcome, (error) => toTaskError(error, server));
  };
  return {
    check,
    answer: (params: CallToolParams, request) => {
      const tool = server.catalog.enabled().tools.get(params.name);
      if (!tool) throw invalidParams(`Unknown tool: ${params.name}`);
      const tasks = eraOf(request.revision) === "modern" ? server.tasks : undefined;
      if (tasks && knowsTasks(request.client.capabilities)) return performAsTask(tool, params, request, tasks);
      return tool.task === "required"
        ? toResult(tasksRequired().fault, request.revision)
        : perform(tool, params, request);
    },
  };
}

/**
 * Makes the result of a failed call, for the model to read.
 *
 * @throws FaultError if the client's revision answers the fault with an error. A masked fault of a task is always an
 * error, so that the client can tell it from a result
 */
function toResult(fault: Fault, revision: string, isTask = false): object {
  if ((isTask && fault.kind === "masked") || !becomesToolResult(fault.kind, revision)) throw new FaultError(fault);
  return { isError: true, content: [{ type: "text", text: fault.message }] };
}

function toTaskError(error: unknown, { settings: { report } }: ServerState): TaskError {
  const { kind, code = errorCodeOf(kind), message, data } = toFault(error, "request", report);
  return { code, message, ...(data !== undefined && { data }) };
}
