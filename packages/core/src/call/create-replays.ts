import { ReplayRequester } from "../ask/replay-requester.js";
import { NO_STATE, type ReplayState } from "../ask/replay-state.js";
import { readRequestState, writeRequestState } from "../ask/request-state.js";
import type { Asking } from "../ask/requester.js";
import { createSeal } from "../ask/seal.js";
import { invalidParams } from "../dispatch/fault-error.js";
import type { Arguments } from "../primitives/primitive.js";
import type { Report } from "../reporting/create-report.js";
import { OperatorWarning } from "../reporting/operator-warning.js";
import type { SecretKey } from "../secret/create-secret-key.js";
import { canonicalText } from "../validation/canonical-text.js";
import { isObject } from "../values/is-object.js";
import type { ClientRequest } from "./client-request.js";
import { principalOf } from "./principal-of.js";

/** Passes the state of a method through the client, so that it can run again. */
export interface Replays {
  /** Reads the state of a request. @throws FaultError when the state was not issued for this request */
  begin(replayed: ReplayedRequest): Promise<Replay>;
}

/** A request that the client may send again with answers. */
export interface ReplayedRequest {
  readonly request: ClientRequest;
  readonly method: string;
  /** The name or URI that is called, and the arguments. */
  readonly asked: readonly [name: string, args: Arguments];
  /** With `requestState` and `inputResponses`, if the client sends answers. */
  readonly params: { readonly [name: string]: unknown };
}

/** What a request continues. */
export interface Replay {
  readonly requester: ReplayRequester;
  /** The id of the call whose middleware waits for the answers. */
  readonly continues: string | undefined;
  /** Makes the result that asks the client. */
  suspend(asking: Asking): Promise<InputRequiredResult>;
}

/** The result that asks the client for answers, with which it must repeat the request. */
export interface InputRequiredResult {
  readonly resultType: "input_required";
  readonly inputRequests: Asking["questions"];
  readonly requestState: string;
}

/** Makes the replays of one server. They use its secret. */
export function createReplays(serverName: string, secretKey: SecretKey, report: Report): Replays {
  const seal = createSeal(() => secretKey.all("request state"));
  let hasWarned = false;

  const read = async (requestState: unknown, binding: string): Promise<ReplayState> => {
    if (requestState === undefined) return NO_STATE;
    const state = typeof requestState === "string" ? await readRequestState(requestState, binding, seal) : undefined;
    if (state === undefined) throw invalidParams(INVALID_STATE);
    return state;
  };
  return {
    begin: async ({ request, method, asked, params }) => {
      // What a state belongs to: this caller's request for this, with these arguments, to a server of this name. At once,
      // because the method may change its arguments.
      const binding = canonicalText([serverName, method, asked, principalOf(request.caller)]);
      const state = await read(params.requestState, binding);
      const responses = isObject(params.inputResponses) ? params.inputResponses : {};
      return {
        requester: new ReplayRequester(state, responses, request.signal),
        continues: state.call,
        suspend: async ({ questions, state }) => {
          if (secretKey.isRandom && !hasWarned && !request.isConnected) {
            hasWarned = true;
            report(new OperatorWarning(RANDOM_SECRET), "a question");
          }
          const requestState = await writeRequestState(state, binding, seal);
          return { resultType: "input_required", inputRequests: questions, requestState };
        },
      };
    },
  };
}

const INVALID_STATE =
  "Invalid requestState: it was changed, belongs to another request, or has expired. Repeat the request without it.";

const RANDOM_SECRET =
  "This server asks its clients questions over HTTP but has no secret, so only this process can read their answers. " +
  "Set a secret that all its processes share: defineServer(target, { secret }).";
