import type { Message } from "../wire-schemas.js";
import type { OpenAnswer } from "./open-answer.js";

/** The messages of an answer, in whatever form they came. */
export function messagesIn({ text }: OpenAnswer): readonly Message[] {
  return text.split("\n").flatMap((line) => {
    try {
      const json = JSON.parse(line.replace(/^data: ?/, ""));
      return [json].flat().filter((one) => typeof one === "object" && one !== null);
    } catch {
      return [];
    }
  });
}

/** The latest message that matches. */
export function lastOf(answers: readonly OpenAnswer[], isSuch: (message: Message) => boolean): Message | undefined {
  return answers.flatMap(messagesIn).findLast(isSuch);
}
