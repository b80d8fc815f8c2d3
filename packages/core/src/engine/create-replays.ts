import { type InputRequiredResult, inputRequired, type ServerContext } from "@modelcontextprotocol/server";
import type { InputRequired } from "../ask/input-required.js";
import { ReplayAsker } from "../ask/replay-asker.js";
import { NO_STATE } from "../ask/replay-state.js";
import { readRequestState, writeRequestState } from "../ask/request-state.js";
import { createSeal } from "../ask/seal.js";
import { ProtocolFault } from "../dispatch/protocol-fault.js";
import type { Registry } from "../registry/registry.js";
import { canonicalText } from "../validation/canonical-text.js";
import { principalOf } from "./principal-of.js";
import { warnOfRandomSecret } from "./warn-of-random-secret.js";

/** Carries what a method needs to be run again through the client. */
export interface Replays {
  /** Takes up a request. @throws ProtocolFault when its state is not one that was given for this request */
  begin(request: ServerContext, params: object): Promise<ReplayAsker>;
  /** The result that asks the client. */
  suspend(request: ServerContext, params: object, required: InputRequired): Promise<InputRequiredResult>;
}

/** Makes the replays of one server, which share its secret. */
export function createReplays(registry: Registry): Replays {
  const seal = createSeal(() => registry.secretKey.all("request state"));
  return {
    begin: async (request, params) => {
      const { mcpReq } = request;
      const text = mcpReq.requestState<string>();
      const state =
        text === undefined ? NO_STATE : await readRequestState(text, bindingOf(request, params, registry), seal);
      if (state === undefined) throw new ProtocolFault("invalid-params", INVALID_STATE);
      return new ReplayAsker(state, mcpReq.inputResponses ?? {}, mcpReq.signal);
    },
    suspend: async (request, params, { questions, state }) => {
      warnOfRandomSecret(request, registry);
      const requestState = await writeRequestState(state, bindingOf(request, params, registry), seal);
      type InputRequests = NonNullable<Parameters<typeof inputRequired>[0]["inputRequests"]>;
      return inputRequired({ inputRequests: questions as unknown as InputRequests, requestState });
    },
  };
}

const INVALID_STATE =
  "Invalid requestState: it was changed, belongs to another request, or has expired. Make the request again without it.";

/** What a state belongs to: this caller's request for this, with these arguments, to this server of those with its secret. */
function bindingOf({ mcpReq, http }: ServerContext, params: object, { server }: Registry): string {
  const { _meta, ...asked } = params as { readonly _meta?: unknown };
  return canonicalText([server.name, mcpReq.method, asked, principalOf(http?.authInfo)]);
}
