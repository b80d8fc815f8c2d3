import type { ContentBlock } from "../content.js";
import type { AskOptions, SampleRequest, SampleResult } from "../context.js";
import { toPromptMessages, type WireMessage } from "../result/to-prompt-messages.js";
import { isObject } from "../values/is-object.js";
import type { Question } from "./question.js";

/**
 * The question to the client's model. @throws TypeError for messages that hold other content than text, images or audio
 */
export function sampleQuestion(request: SampleRequest, { key }: AskOptions): Question<SampleResult> {
  const messages = toPromptMessages(request.messages);
  if (!messages.every(({ content }) => SAMPLED.has(content.type))) {
    throw new TypeError("ctx.sample takes text, images and audio only: pass the text of a resource instead.");
  }
  return {
    title: `sample: ${textOf(messages)}`,
    key,
    requires: "sampling",
    request: () => ({ method: "sampling/createMessage", params: { ...request, messages } }),
    read: (answer) => {
      if (!isObject(answer)) return { problem: "it is not an object" };
      const { role, content, model, stopReason } = answer;
      if (role !== "user" && role !== "assistant") return { problem: "its role is neither user nor assistant" };
      if (typeof model !== "string") return { problem: "it does not name its model" };
      const blocks: readonly unknown[] = Array.isArray(content) ? content : [content];
      if (!blocks.every(isBlock)) return { problem: "its content is not a content block" };
      const written = { role, content: content as SampleResult["content"], text: joinTexts(blocks), model } as const;
      return { value: { ...written, ...(typeof stopReason === "string" && { stopReason }) } };
    },
  };
}

/** The kinds of content that every revision allows in a message to a model. */
const SAMPLED: ReadonlySet<ContentBlock["type"]> = new Set(["text", "image", "audio"] as const);

function textOf(messages: readonly WireMessage[]): string {
  return joinTexts(messages.map(({ content }) => content));
}

/** Whether a value can be a content block. Any type passes, because clients may use types newer than this package. */
function isBlock(value: unknown): value is ContentBlock {
  return isObject(value) && typeof value.type === "string" && (value.type !== "text" || typeof value.text === "string");
}

function joinTexts(blocks: readonly ContentBlock[]): string {
  return blocks.map((block) => (block.type === "text" ? block.text : "")).join("");
}
