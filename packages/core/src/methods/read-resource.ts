import { FaultError, resourceNotFound } from "../dispatch/fault-error.js";
import { findResource } from "../dispatch/find-resource.js";
import { after } from "../promises/awaitable.js";
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
    answer: (params: ReadResourceParams, request) => {
      const { uri } = params;
      const found = findResource(server.catalog.enabled(), uri);
      if (!found) throw resourceNotFound(uri);
      const { resource, variables } = found;
      const source = `resource "${uri}"`;
      const pagesOf = "match" in resource ? `resource "${resource.definition.uriTemplate}"` : source;
      const call = { kind: "resource", name: uri, source, pagesOf, arguments: variables, asks: resource } as const;
      const answered = answerCall(
        server,
        { ...call, run: server.pipelines.of(resource) },
        { method: METHOD, params, request },
      );
      return after(answered, (outcome) => {
        if ("resultType" in outcome) return outcome;
        if (outcome.status === "failed") throw new FaultError(outcome.fault);
        // Only the modern era has these fields.
        return { ...outcome.result, ...(eraOf(request.revision) === "modern" && toCacheHint(resource.cache)) };
      });
    },
  };
}
