import { FaultError, invalidParams } from "../dispatch/fault-error.js";
import { after } from "../promises/awaitable.js";
import { answerCall } from "./answer-call.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Method } from "./method.js";
import type { ServerState } from "./server-state.js";

interface GetPromptParams {
  readonly name: string;
  readonly arguments?: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

const METHOD = "prompts/get";
const ARGUMENTS = { type: "object", additionalProperties: TEXT };
const check = checkParams(METHOD, { name: TEXT, arguments: ARGUMENTS }, ["name"]);

/** `prompts/get`. */
export function getPromptMethod(server: ServerState): Method {
  return {
    check,
    answer: (params: GetPromptParams, request) => {
      const { name, arguments: args = {} } = params;
      const prompt = server.catalog.enabled().prompts.get(name);
      if (!prompt) throw invalidParams(`Unknown prompt: ${name}`);
      const call = { kind: "prompt", name, source: `prompt "${name}"`, arguments: args, asks: prompt } as const;
      const answered = answerCall(
        server,
        { ...call, run: server.pipelines.of(prompt) },
        { method: METHOD, params, request },
      );
      return after(answered, (outcome) => {
        if ("resultType" in outcome) return outcome;
        if (outcome.status === "failed") throw new FaultError(outcome.fault);
        return outcome.result;
      });
    },
  };
}
