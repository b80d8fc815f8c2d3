import type { ClientRequest } from "../call/client-request.js";
import type { InputRequiredResult } from "../call/create-replays.js";
import { Invocation } from "../call/invocation.js";
import type { Run } from "../dispatch/call.js";
import type { CallKind, Outcome } from "../primitives/middleware.js";
import type { Arguments, Primitive } from "../primitives/primitive.js";
import { eraOf } from "../revisions/era-of.js";
import type { TaskCall } from "../tasks/task-call.js";
import type { ServerState } from "./server-state.js";

/** What a request calls, resolved once. */
export interface ResolvedCall {
  readonly kind: CallKind;
  readonly name: string;
  /** Names the call in the log, such as `tool "add"`. */
  readonly source: string;
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
export async function answerCall(
  { replays, calls, suspended, catalog, settings }: ServerState,
  { run, asks, ...resolved }: ResolvedCall,
  { method, params, request, task }: CallRequest,
): Promise<Outcome | InputRequiredResult> {
  const era = eraOf(request.revision);
  // Without the context, a method cannot ask.
  const isReplayed = era === "modern" && asks.takesContext === true;
  const replay = isReplayed
    ? await replays.begin({ method, asked: [resolved.name, resolved.arguments], params, request })
    : undefined;
  const invocation = new Invocation({
    ...{ request, era, calls, task },
    forms: asks.forms,
    source: resolved.source,
    controls: catalog.controls,
    report: settings.report,
    modernRequester: replay && task ? task.requester(replay.requester) : replay?.requester,
    continues: replay?.continues,
  });
  try {
    const outcome = await run({ ...resolved, invocation });
    if (outcome.status !== "asking") return outcome;
    if (replay === undefined) throw new TypeError("A method without a context has asked the client.");
    return await replay.suspend(outcome).catch((error: unknown) => {
      // Its middleware must not wait for a client that was not asked.
      const { call } = outcome.state;
      if (call !== undefined) suspended.abandon(call, { kind: "masked", message: NOT_ASKED, error });
      throw error;
    });
  } finally {
    await invocation.end();
  }
}

const NOT_ASKED = "The client could not be asked.";
