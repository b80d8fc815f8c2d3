import type { InputRequiredResult, ServerContext } from "@modelcontextprotocol/server";
import { InputRequired } from "../ask/input-required.js";
import type { Invocation } from "../dispatch/invocation.js";
import type { RunningCalls } from "../dispatch/running-calls.js";
import type { Registry } from "../registry/registry.js";
import type { TaskCall } from "../tasks/task-call.js";
import { createInvocation } from "./create-invocation.js";
import type { Replays } from "./create-replays.js";
import type { EraServer } from "./era-server.js";
import { withProtocolErrors } from "./with-protocol-errors.js";

/**
 * Answers one request by a call, which is given what it needs to run a method.
 *
 * @param params The request's: what a question's answer will have to come back with
 * @param task What the call may become
 */
export type Answer = <T>(
  request: ServerContext,
  params: object,
  call: (invocation: Invocation) => Promise<T>,
  task?: TaskCall,
) => Promise<T | InputRequiredResult>;

/**
 * What is around every call, whatever it is for: questions to the client, what is sent meanwhile, and errors of the
 * protocol.
 *
 * @param calls Is told of every call
 * @param replays How to ask clients of the modern era; absent for legacy ones
 */
export function createAnswer(
  server: EraServer,
  registry: Registry,
  calls: RunningCalls,
  replays: Replays | undefined,
): Answer {
  const perform = async <T>(
    request: ServerContext,
    params: object,
    call: (invocation: Invocation) => Promise<T>,
    task: TaskCall | undefined,
  ) => {
    const replay = await replays?.begin(request, params);
    const asker = replay && task ? task.asker(replay) : replay;
    const { invocation, end } = createInvocation(server, request, registry, calls, asker, task);
    try {
      return await call(invocation);
    } catch (error) {
      if (replays && error instanceof InputRequired) return await replays.suspend(request, params, error);
      throw error;
    } finally {
      await end();
    }
  };
  return (request, params, call, task) => withProtocolErrors(registry, () => perform(request, params, call, task));
}
