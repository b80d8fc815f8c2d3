import { toFault } from "../dispatch/to-fault.js";
import type { Method } from "../methods/method.js";
import { type Awaitable, after, attempt } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { errorCodeOf } from "../revisions/error-codes.js";
import { jsonRpcError } from "../wire/json-rpc-error.js";
import type { Params, RequestMessage, ResponseMessage } from "../wire/message.js";
import type { LaneRequest } from "./lane-request.js";

/** What the answer to a request needs besides the request itself. */
export interface Answering {
  readonly method: Method;
  readonly request: LaneRequest;
  readonly report: Report;
  /** Converts the result to the words of the client's revision. */
  readonly project: (result: object) => object;
}

/** Answers a request by a method of the table. Never throws or rejects. */
export function answerRequest(
  { id, params = {} }: RequestMessage,
  { method, request, report, project }: Answering,
): Awaitable<ResponseMessage> {
  return attempt(
    () => {
      const answered = after(method.check(params), () => method.answer(params, request));
      return after(answered, (result): ResponseMessage => ({ result: project(result) as Params, jsonrpc: "2.0", id }));
    },
    (error) => {
      const { kind, message, data } = toFault(error, "request", report);
      return jsonRpcError(errorCodeOf(kind, request.revision), message, { id, data });
    },
  );
}
