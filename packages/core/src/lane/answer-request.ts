import { toFault } from "../dispatch/to-fault.js";
import type { Method } from "../methods/method.js";
import { type Awaitable, after, isThenable } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { errorCodeOf } from "../revisions/error-codes.js";
import { jsonRpcError } from "../wire/json-rpc-error.js";
import type { RequestMessage, ResponseMessage, ResultMessage } from "../wire/message.js";
import type { LaneRequest } from "./lane-request.js";

/** What the answers to all requests of a client need. */
export interface Answering {
  readonly report: Report;
  /** Makes the answer to a request, in the words of the client's revision. */
  toAnswer(request: RequestMessage, result: object): ResultMessage;
}

/** Answers a request by a method of the table. Never throws or rejects. */
export function answerRequest(
  message: RequestMessage,
  method: Method,
  request: LaneRequest,
  answering: Answering,
): Awaitable<ResponseMessage> {
  const { params = {} } = message;
  const fail = (error: unknown): ResponseMessage => {
    const { kind, code, message: text, data } = toFault(error, "request", answering.report);
    return jsonRpcError(code ?? errorCodeOf(kind, request.revision), text, { id: message.id, data });
  };
  try {
    const answered = after(method.check(params), () => method.answer(params, request));
    if (!isThenable(answered)) return answering.toAnswer(message, answered);
    return answered.then((result) => answering.toAnswer(message, result)).catch(fail);
  } catch (error) {
    return fail(error);
  }
}
