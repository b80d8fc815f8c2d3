import type { ClientRequest } from "../call/client-request.js";
import type { InputRequiredResult } from "../call/create-replays.js";
import { Invocation } from "../call/invocation.js";
import type { Run } from "../dispatch/call.js";
import type { Forms } from "../primitives/form.js";
import type { CallKind, Outcome } from "../primitives/middleware.js";
import type { Arguments } from "../primitives/primitive.js";
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
  readonly forms: Forms | undefined;
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
  { replays, calls, catalog, settings }: ServerState,
  { run, forms, ...resolved }: ResolvedCall,
  { method, params, request, task }: CallRequest,
): Promise<Outcome | InputRequiredResult> {
  const era = eraOf(request.revision);
  const replayed = { method, asked: [resolved.name, resolved.arguments], params, request } as const;
  const replay = era === "modern" ? await replays.begin(replayed) : undefined;
  const invocation = new Invocation({
    ...{ request, era, forms, calls, task },
    source: resolved.source,
    controls: catalog.controls,
    report: settings.report,
    modernRequester: replay && task ? task.requester(replay.requester) : replay?.requester,
    continues: replay?.continues,
  });
  try {
    const outcome = await run({ ...resolved, invocation });
    return outcome.status === "asking" ? await replays.suspend(replayed, outcome) : outcome;
  } finally {
    await invocation.end();
  }
}
