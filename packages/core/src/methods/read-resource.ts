import { FaultError, resourceNotFound } from "../dispatch/fault-error.js";
import { findResource } from "../dispatch/find-resource.js";
import { eraOf } from "../revisions/era-of.js";
import { answerCall } from "./answer-call.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Method } from "./method.js";
import type { ServerState } from "./server-state.js";
import { toCacheHint } from "./to-cache-hint.js";

interface ReadResourceParams {
  readonly uri: string;
  readonly [name: string]: unknown;
}

const METHOD = "resources/read";
const check = checkParams(METHOD, { uri: TEXT }, ["uri"]);

/** `resources/read`. */
export function readResourceMethod(server: ServerState): Method {
  return {
    check,
    answer: async (params: ReadResourceParams, request) => {
      const { uri } = params;
      const found = findResource(server.catalog.enabled(), uri);
      if (!found) throw resourceNotFound(uri);
      const { resource, variables } = found;
      const outcome = await answerCall(
        server,
        {
          ...{ kind: "resource", name: uri, source: `resource "${uri}"`, arguments: variables, asks: resource },
          run: server.pipelines.of(resource),
        },
        { method: METHOD, params, request },
      );
      if ("resultType" in outcome) return outcome;
      if (outcome.status === "failed") throw new FaultError(outcome.fault);
      // Only the modern era has these fields.
      return { ...outcome.result, ...(eraOf(request.revision) === "modern" && toCacheHint(resource.cache)) };
    },
  };
}
