import type { AskOptions, ElicitUrlResult } from "../context.js";
import { isObject } from "../values/is-object.js";
import type { Question } from "./question.js";

/** The question that asks the person to open a page. @throws TypeError for an unsafe URL */
export function elicitUrlQuestion(message: string, url: string, { key }: AskOptions): Question<ElicitUrlResult> {
  if (!isSafe(url)) {
    throw new TypeError("ctx.elicitUrl needs an https: URL without a user name or password (http: is for localhost).");
  }
  return {
    title: `elicitUrl: ${message}`,
    key,
    requires: "elicitation.url",
    request: (era) => ({
      method: "elicitation/create",
      params: { mode: "url", message, url, ...(era === "legacy" && { elicitationId: crypto.randomUUID() }) },
    }),
    read: (answer) => {
      const action = isObject(answer) ? answer.action : undefined;
      if (action === "accept" || action === "decline" || action === "cancel") return { value: { action } };
      return { problem: "its action must be accept, decline or cancel" };
    },
  };
}

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOCAL.has(hostname));
}

const LOCAL: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
