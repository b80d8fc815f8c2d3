import { type Call, nameOf, request, tool } from "./calls.js";
import { KEY } from "./client-facts.js";
import type { Conversations } from "./legacy-conversations.js";
import { CAPABLE, modernRequest } from "./modern-corpus.js";
import { type Sent, sent } from "./sent.js";
import { aboutTask, cancel, repeat } from "./steps.js";

const ask = (call: Call, id?: unknown): Sent => {
  const message = modernRequest(call, CAPABLE);
  return sent(nameOf(call), id === undefined ? message : { ...message, id });
};
const listen = (id: unknown, notifications: object): Sent =>
  ask({ method: "subscriptions/listen", params: { notifications } }, id);
const UNKNOWN = ask({ method: "unknown/method" });
const pause = ask(tool("wait", { ms: 40 }));
const READ: Call = { method: "resources/read", params: { uri: "lane://asking" } };
const NO_TASKS = { [`${KEY}clientCapabilities`]: { elicitation: {} } };

/** Conversations of a modern client. */
export const MODERN_CONVERSATIONS: Conversations = {
  answers: [
    ...[ask(tool("ask")), repeat(tool("ask"), CAPABLE)],
    ...[ask(tool("askTwice")), repeat(tool("askTwice"), CAPABLE), repeat(tool("askTwice"), CAPABLE)],
    ...[ask(tool("askAll")), repeat(tool("askAll"), CAPABLE), ask(tool("askUrl")), repeat(tool("askUrl"), CAPABLE)],
    ...[ask(READ), repeat(READ, CAPABLE)],
  ],
  "answers wrongly": [
    ...[
      ask(tool("ask")),
      repeat(tool("ask"), CAPABLE, (params) => ({ ...params, requestState: `${params.requestState}x` })),
    ],
    repeat(tool("ask"), CAPABLE, (params) => ({ ...params, inputResponses: {} })),
    repeat(tool("ask"), CAPABLE, ({ inputResponses: _none, ...params }) => params),
    repeat(tool("ask"), CAPABLE, ({ requestState: _none, ...params }) => params),
    repeat(tool("askTwice"), CAPABLE),
    repeat(tool("ask"), {}),
    repeat(tool("ask"), CAPABLE, (params) => ({
      ...params,
      inputResponses: { "0": { action: "accept", content: { name: 7 } } },
    })),
    repeat(tool("ask"), CAPABLE, (params) => ({ ...params, inputResponses: 7 })),
  ],
  "works in tasks": [
    ...[ask(tool("work", { ms: 5 })), pause, aboutTask("tasks/get", CAPABLE), aboutTask("tasks/get", NO_TASKS)],
    ...[ask(tool("work", { ms: 5_000 })), aboutTask("tasks/cancel", CAPABLE), pause, aboutTask("tasks/get", CAPABLE)],
    ...[ask(tool("mustWork")), pause, aboutTask("tasks/get", CAPABLE)],
    aboutTask("tasks/update", CAPABLE, { inputResponses: { x: { action: "decline" } } }),
    ...[pause, aboutTask("tasks/get", CAPABLE), aboutTask("tasks/cancel", CAPABLE), aboutTask("tasks/get", CAPABLE)],
    ...[
      sent("no tasks", modernRequest(tool("mustWork"), NO_TASKS)),
      sent("no tasks", modernRequest(tool("work", { ms: 1 }), NO_TASKS)),
    ],
  ],
  listens: [
    listen("l", { toolsListChanged: true, resourceSubscriptions: ["lane://text"] }),
    ...[ask(tool("touch", { uri: "lane://text" })), ask(tool("offer", { names: ["point"], offered: false }))],
    ...[listen(2, { promptsListChanged: true }), listen(2, {}), UNKNOWN, ask(tool("touch", { uri: "lane://text" }))],
    ...[
      cancel("l"),
      ask(tool("touch", { uri: "lane://text" })),
      cancel(2),
      cancel(2),
      ask(tool("offer", { names: ["letter"], offered: false })),
    ],
  ],
  cancels: [
    ...[
      ask(tool("hang"), "a"),
      cancel("a"),
      cancel("a"),
      ask(tool("hang"), 7),
      ask(tool("hang"), 7),
      cancel(7),
      cancel("7"),
      cancel(7),
    ],
    ...[
      UNKNOWN,
      ask(tool("hang"), "b"),
      cancel("b"),
      ask(tool("who"), "b"),
      sent("no envelope", request(tool("who"))),
      ask(tool("who")),
    ],
  ],
  "hears of changes in lists": [
    ...[
      ask({ method: "tools/list" }),
      ask(tool("offer", { names: ["spare"], offered: true })),
      ask({ method: "tools/list" }),
    ],
    ...[ask(tool("spare")), ask({ method: "server/discover" }), UNKNOWN, ask({ method: "tools/list" })],
  ],
};
