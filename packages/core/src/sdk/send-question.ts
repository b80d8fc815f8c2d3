import { ProtocolError, SdkError, SdkErrorCode, type ServerContext } from "@modelcontextprotocol/server";
import type { QuestionRequest } from "../ask/question.js";
import { ToolError } from "../tool-error.js";

/** Milliseconds that a person has to answer. Progress from the client restarts them. */
const ANSWER_TIMEOUT_MS = 10 * 60 * 1000;

/**
 * Sends a question to a legacy client, on the stream of its request, and waits for the answer.
 *
 * @throws ToolError when the client refuses to answer, takes too long, or sends an invalid answer
 */
export async function sendQuestion(
  { mcpReq }: ServerContext,
  { method, params }: QuestionRequest,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    const request = { method, ...(params && { params }) };
    return await mcpReq.send(request, {
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
