import type { Asking } from "../ask/requester.js";
import type { ClientRequest } from "../call/client-request.js";
import type { InputRequiredResult, Replay } from "../call/create-replays.js";
import { Invocation } from "../call/invocation.js";
import type { Run } from "../dispatch/call.js";
import type { CallKind, Outcome } from "../primitives/middleware.js";
import type { Arguments, Primitive } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import { eraOf } from "../revisions/era-of.js";
import type { TaskCall } from "../tasks/task-call.js";
import type { ServerState } from "./server-state.js";

/** What a request calls, resolved once. */
export interface ResolvedCall {
  readonly kind: CallKind;
  readonly name: string;
  /** Names the call in the log, such as `tool "add"`. */
  readonly source: string;
  /** What the method makes pages of. @default source */
  readonly pagesOf?: string;
  readonly arguments: Arguments;
  /** What is called, if its method may ask the client. */
  readonly asks: Pick<Primitive, "forms" | "takesContext">;
  readonly run: Run;
}

/** The request that a call answers. */
export interface CallRequest {
  readonly method: string;
  readonly params: { readonly [name: string]: unknown };
  readonly request: ClientRequest;
  /** The task that the call may become. */
  readonly task?: TaskCall | undefined;
}

/**
 * Answers a request by a call: reads the client's earlier answers, runs the call, and waits until all its messages have
 * left.
 *
 * @returns the outcome, or the result that asks the client for more
 * @throws FaultError when the request has a state that was not issued for it
 */
export function answerCall(
  server: ServerState,
  resolved: ResolvedCall,
  { method, params, request, task }: CallRequest,
): Awaitable<Outcome | InputRequiredResult> {
  const { calls, catalog, settings } = server;
  const { kind, name, source, pagesOf = source, asks, run } = resolved;
  const era = eraOf(request.revision);
  // Without the context, a method cannot ask.
  const isReplayed = era === "modern" && asks.takesContext === true;
  const begun = isReplayed
    ? server.replays().begin({ method, asked: [name, resolved.arguments], params, request })
    : undefined;
  return after(begun, (replay) => {
    const invocation = new Invocation({
      request,
      era,
      calls,
      task,
      source,
      pagesOf,
      cursors: server.cursors,
      forms: asks.forms,
      catalog,
      report: settings.report,
      fetchOptions: settings.fetch,
      modernRequester: replay && task ? task.requester(replay.requester) : replay?.requester,
      continues: replay?.continues,
    });
    const ran = run({ kind, name, source, arguments: resolved.arguments, invocation });
    return after(ran, (outcome): Awaitable<Outcome | InputRequiredResult> => {
      if (outcome.status === "asking") return ask(server, outcome, replay).finally(() => invocation.end(true));
      return after(invocation.end(), () => outcome);
    });
  });
}

/** Makes the result that asks the client. */
async function ask(
  { suspended }: ServerState,
  asking: Asking,
  replay: Replay | undefined,
): Promise<InputRequiredResult> {
  if (replay === undefined) throw new TypeError("A method without a context has asked the client.");
  try {
    return await replay.suspend(asking);
  } catch (error) {
    // Its middleware must not wait for a client that was not asked.
    const { call } = asking.state;
    if (call !== undefined) suspended.abandon(call, { kind: "masked", message: NOT_ASKED, error });
    throw error;
  }
}

const NOT_ASKED = "The client could not be asked.";
