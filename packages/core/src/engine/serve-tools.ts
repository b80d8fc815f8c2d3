import {
  type CallToolResult,
  type InputRequiredResult,
  isInputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { ArgumentFailure } from "../dispatch/argument-failure.js";
import { callTool } from "../dispatch/call-tool.js";
import { MaskedFailure } from "../dispatch/masked-failure.js";
import type { Registry } from "../registry/registry.js";
import type { TaskError } from "../tasks/task.js";
import type { TaskCall } from "../tasks/task-call.js";
import type { Tasks } from "../tasks/tasks.js";
import { knowsTasks, tasksRequired } from "./client-tasks.js";
import type { Answer } from "./create-answer.js";
import type { EraServer } from "./era-server.js";
import { ownerOf } from "./owner-of.js";
import { toProtocolError } from "./to-protocol-error.js";

/**
 * Has the server answer `tools/call`.
 *
 * @param tasks What calls can become; absent for legacy clients, and where no tool makes use of it
 */
export function serveTools(server: EraServer, registry: Registry, answer: Answer, tasks: Tasks | undefined): void {
  const perform = async (params: Call, request: ServerContext, task: TaskCall | undefined) => {
    const { name, arguments: args = {} } = params;
    const result = await answer(request, params, (invocation) => callTool(registry, name, args, invocation), task);
    if (isInputRequiredResult(result)) return result;
    refuseArguments(result, server.revision);
    if (task?.isTask) refuseMasked(result);
    const outputSchema = registry.declared.tools.get(name)?.definition.outputSchema;
    return server.projectCallToolResult(result as CallToolResult, outputSchema);
  };
  server.setRequestHandler("tools/call", async ({ params }, request): Promise<CallToolResult | InputRequiredResult> => {
    const { mcpReq, http } = request;
    const option = registry.tools.get(params.name)?.task;
    const task =
      tasks && knowsTasks(mcpReq.envelope)
        ? tasks.begin(await ownerOf(http?.authInfo), mcpReq.signal, option)
        : undefined;
    if (!task) return option === "required" ? refuseWithoutTasks(tasks) : perform(params, request, undefined);
    const outcome = perform(params, request, task);
    return (await task.answer(outcome, (error) => toTaskError(error, registry))) as CallToolResult;
  });
}

interface Call {
  readonly name: string;
  readonly arguments?: Readonly<Record<string, unknown>> | undefined;
}

/** @throws ProtocolError in the modern era, which has an error for it */
function refuseWithoutTasks(tasks: Tasks | undefined): CallToolResult {
  const refusal = tasksRequired();
  if (tasks) throw refusal;
  return { isError: true, content: [{ type: "text", text: refusal.message }] };
}

function toTaskError(error: unknown, registry: Registry): TaskError {
  const { code, message, data } = toProtocolError(error, registry);
  return { code, message, ...(data !== undefined && { data }) };
}

/** @throws ProtocolError for what is no fault of the call's: a task ends with it, and its client can tell the two apart */
function refuseMasked(result: unknown): void {
  if (!(result instanceof MaskedFailure)) return;
  throw new ProtocolError(ProtocolErrorCode.InternalError, result.content[0].text);
}

/** @throws ProtocolError for invalid arguments, which were no tool result before 2025-11-25 */
function refuseArguments(result: unknown, revision: string): void {
  if (!(result instanceof ArgumentFailure) || revision >= "2025-11-25") return;
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, result.content[0].text);
}
