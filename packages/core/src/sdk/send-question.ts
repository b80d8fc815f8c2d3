import { ProtocolError, type RequestOptions, SdkError, SdkErrorCode } from "@modelcontextprotocol/server";
import type { QuestionRequest } from "../ask/question.js";
import { ToolError } from "../tool-error.js";

/** A request to the client. The SDK checks each answer by the method, whatever this type says. */
export interface AskRequest {
  readonly method: "elicitation/create";
  readonly params?: Record<string, unknown>;
}

/** Milliseconds that a person has to answer. Progress from the client restarts them. */
const ANSWER_TIMEOUT_MS = 10 * 60 * 1000;

/**
 * Sends a question to a legacy client, and waits for the answer.
 *
 * @param send Sends a request to the client, on the stream of the client's own request
 * @throws ToolError when the client refuses to answer, takes too long, or sends an invalid answer
 */
export async function sendQuestion(
  send: (request: AskRequest, options: RequestOptions) => Promise<unknown>,
  { method, params }: QuestionRequest,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    const request = { method, ...(params && { params }) } as AskRequest;
    return await send(request, {
      signal,
      timeout: ANSWER_TIMEOUT_MS,
      resetTimeoutOnProgress: true,
      // Without a listener, the SDK does not let the client report progress.
      onprogress: () => undefined,
    });
  } catch (error) {
    throw signal.aborted ? toStop(signal.reason) : explain(error);
  }
}

function toStop(reason: unknown): Error {
  // If the client cancelled the request, the reason is the client's text.
  return reason instanceof Error ? reason : new DOMException(String(reason ?? "Cancelled."), "AbortError");
}

function explain(error: unknown): unknown {
  if (error instanceof ProtocolError) return new ToolError(`The client refused to answer: ${error.message}`);
  if (!(error instanceof SdkError)) return error;
  if (error.code === SdkErrorCode.RequestTimeout) return new ToolError("Nobody answered within 10 minutes.");
  if (error.code === SdkErrorCode.InvalidResult) {
    return new ToolError("The client's answer is not valid in the protocol.");
  }
  return error;
}
