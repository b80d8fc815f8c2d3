import { modernParams } from "../modern-message.js";
import type { Message } from "../wire-schemas.js";
import { type Call, request } from "./calls.js";
import { lastOf } from "./messages-in.js";
import type { OpenAnswer } from "./open-answer.js";
import { type Sent, type Step, sent } from "./sent.js";

type Params = Readonly<Record<string, unknown>>;

/** A notification of the client. */
export function notification(name: string, params?: object): Sent {
  const method = `notifications/${name}`;
  return sent(method, { jsonrpc: "2.0", method, ...(params && { params }) });
}

/** Answers the latest question of the server, as each kind is answered. */
export function answerQuestion(name: string, answer: (question: Message) => object = accept): Step {
  return (answers) => {
    const question = lastOf(answers, ({ method, id }) => method !== undefined && id !== undefined);
    return sent(name, { jsonrpc: "2.0", id: question?.id ?? "nothing", ...answer(question ?? {}) });
  };
}

function accept({ method }: Message): object {
  return { result: ACCEPTED[method ?? ""] ?? {} };
}

const ACCEPTED: Readonly<Record<string, object>> = {
  "elicitation/create": { action: "accept", content: { name: "Ann", ok: true } },
  "sampling/createMessage": { role: "assistant", content: { type: "text", text: "Hm." }, model: "m" },
  "roots/list": { roots: [{ uri: "file:///a", name: "a" }] },
};

/** Cancels the latest request that the client has sent with this id. */
export function cancel(requestId: unknown): Sent {
  return notification("cancelled", { requestId, reason: "enough" });
}

/** Repeats a modern call with the answers to what its last result asks. @param change Changes what is sent back */
export function repeat(call: Call, meta: object, change: (params: Params) => Params = (params) => params): Step {
  return (answers) => {
    const { inputRequests = {}, requestState } = (lastOf(
      answers,
      ({ result }) => result?.resultType === "input_required",
    )?.result ?? {}) as { inputRequests?: Readonly<Record<string, Message>>; requestState?: string };
    const inputResponses = Object.fromEntries(
      Object.entries(inputRequests).map(([key, { method = "" }]) => [key, ACCEPTED[method]]),
    );
    const params = change({ ...call.params, inputResponses, ...(requestState !== undefined && { requestState }) });
    return sent(
      `repeat ${call.method}`,
      request({ ...call, params: modernParams(params, meta) }, { id: `r${answers.length}` }),
    );
  };
}

/** Asks about the latest task. */
export function aboutTask(method: string, meta: object, more: object = {}): Step {
  return (answers) => {
    const taskId = lastOf(answers, ({ result }) => typeof result?.taskId === "string")?.result?.taskId ?? "none";
    return sent(
      method,
      request({ method, params: modernParams({ taskId, ...more }, meta) }, { id: `t${answers.length}` }),
    );
  };
}

/** Asks for the next page of the list that has come last. @param method Of the same list, or of another one */
export function nextPage(method: string): Step {
  return (answers) => {
    const cursor = lastOf(answers, ({ result }) => result?.nextCursor !== undefined)?.result?.nextCursor ?? "none";
    return sent(method, request({ method, params: { cursor } }, { id: `p${answers.length}` }));
  };
}

/** The id of the latest event of a stream. */
export function lastEventId(answers: readonly OpenAnswer[]): string {
  const ids = answers.flatMap(({ text }) => [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id as string));
  return ids.at(-1) ?? "none";
}
