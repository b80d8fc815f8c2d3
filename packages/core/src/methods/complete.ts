import type { CompletionArguments } from "../dispatch/complete.js";
import { FaultError, invalidParams } from "../dispatch/fault-error.js";
import type { Primitives, Prompt, Template } from "../primitives/primitive.js";
import { after } from "../promises/awaitable.js";
import { answerCall } from "./answer-call.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Method } from "./method.js";
import type { ServerState } from "./server-state.js";

interface CompleteParams extends CompletionArguments {
  readonly ref: { readonly type: "ref/prompt" | "ref/resource"; readonly name?: string; readonly uri?: string };
  readonly [name: string]: unknown;
}

const METHOD = "completion/complete";
const check = checkParams(
  METHOD,
  {
    ref: {
      type: "object",
      properties: { type: { enum: ["ref/prompt", "ref/resource"] }, name: TEXT, uri: TEXT },
      required: ["type"],
    },
    argument: { type: "object", properties: { name: TEXT, value: TEXT }, required: ["name", "value"] },
    context: { type: "object", properties: { arguments: { type: "object", additionalProperties: TEXT } } },
  },
  ["ref", "argument"],
);

/** `completion/complete`. */
export function completeMethod(server: ServerState): Method {
  return {
    check,
    answer: (params: CompleteParams, request) => {
      const { argument, context } = params;
      const { name, what, completed } = findCompleted(server.catalog.enabled(), params.ref);
      if (!completed.completers.has(argument.name)) {
        throw invalidParams(`Unknown argument of ${what}: ${argument.name}`);
      }
      const answered = answerCall(
        server,
        {
          ...{ kind: "completion", name, source: `completion of "${argument.name}" of ${what}`, asks: {} },
          arguments: { argument, ...(context && { context }) },
          run: server.pipelines.completionOf(completed),
        },
        { method: METHOD, params, request },
      );
      return after(answered, (outcome) => {
        if ("resultType" in outcome) throw new TypeError("A completion cannot ask the client.");
        if (outcome.status === "failed") throw new FaultError(outcome.fault);
        return outcome.result;
      });
    },
  };
}

/** The prompt or template whose argument is being completed. */
interface Completed {
  readonly name: string;
  /** For messages, such as `prompt "greet"`. */
  readonly what: string;
  readonly completed: Prompt | Template;
}

function findCompleted(
  { prompts, templates }: Primitives,
  { type, name = "", uri = "" }: CompleteParams["ref"],
): Completed {
  if (type === "ref/prompt") {
    const prompt = prompts.get(name);
    if (!prompt) throw invalidParams(`Unknown prompt: ${name}`);
    return { name, what: `prompt "${name}"`, completed: prompt };
  }
  const template = templates.find(({ definition }) => definition.uriTemplate === uri);
  if (!template) throw invalidParams(`Unknown resource template: ${uri}`);
  return { name: uri, what: `resource "${uri}"`, completed: template };
}
