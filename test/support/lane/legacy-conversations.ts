import { ECHO, request, tool } from "./calls.js";
import { CAPABILITIES } from "./client-facts.js";
import { legacyRequest, opening } from "./legacy-corpus.js";
import { type Sent, type Step, sent } from "./sent.js";
import { answerQuestion, cancel, lastEventId, nextPage, notification } from "./steps.js";

/** Something that a client says after something else. */
export type Conversations = Readonly<Record<string, readonly Step[]>>;

const ask = (name: string, args?: object): Sent => sent(name, legacyRequest(tool(name, args), { progressToken: name }));
const plain = (method: string, params?: object): Sent =>
  sent(method, legacyRequest({ method, ...(params && { params: { ...params } }) }));
const withId = (id: unknown, name: string): Sent => sent(`${name} ${id}`, request(tool(name), { id }));
const UNKNOWN = plain("unknown/method", {});
const URI = { uri: "lane://text" };

/** Conversations of a legacy client, over sessions and over lines. */
export function legacyConversations(revision: string): Conversations {
  const [initialize, initialized] = opening(revision, CAPABILITIES) as [Sent, Sent];
  const [poor] = opening(revision) as [Sent];
  const [newest] = opening("2025-11-25", CAPABILITIES) as [Sent];
  const begin = [initialize, initialized];
  const batch = (...messages: readonly Sent[]): Sent => sent("batch", `[${messages.map(({ text }) => text).join()}]`);
  return {
    "accepts, declines and cancels": [
      ...begin,
      ...[ask("ask"), answerQuestion("accepts")],
      ...[ask("ask"), answerQuestion("declines", () => ({ result: { action: "decline" } }))],
      ...[ask("ask"), answerQuestion("cancels", () => ({ result: { action: "cancel" } }))],
    ],
    "answers wrongly": [
      ...begin,
      ...[ask("ask"), answerQuestion("wrong content", () => ({ result: { action: "accept", content: { name: 7 } } }))],
      ...[ask("ask"), answerQuestion("no content", () => ({ result: { action: "accept" } }))],
      ...[ask("ask"), answerQuestion("no action", () => ({ result: {} }))],
      ...[ask("ask"), answerQuestion("an error", () => ({ error: { code: -32603, message: "No." } }))],
      ...[ask("ask"), answerQuestion("accepts"), answerQuestion("again")],
      ...[ask("ask"), answerQuestion("another", () => ({ id: 12345, result: {} })), answerQuestion("accepts")],
    ],
    "answers everything": [
      ...begin,
      ...[ask("askTwice"), answerQuestion("first"), answerQuestion("second")],
      ...[ask("askUrl"), answerQuestion("opens", () => ({ result: { action: "accept" } }))],
      ...[ask("askAll"), answerQuestion("one of three")],
      ...[plain("resources/read", { uri: "lane://asking" }), answerQuestion("reads")],
    ],
    "cannot be asked": [
      poor,
      initialized,
      ask("ask"),
      ask("askAll"),
      ask("askUrl"),
      ask("need", { region: "x" }),
      UNKNOWN,
      ask("ask"),
    ],
    cancels: [
      ...[...begin, withId("a", "hang"), cancel("a"), cancel("a"), withId("a", "who")],
      ...[withId(7, "hang"), withId(7, "hang"), cancel(7), cancel(7), cancel("7"), withId("b", "ask"), cancel("b")],
      ...[withId("c", "hang"), UNKNOWN, cancel("c"), plain("ping")],
    ],
    logs: [
      ...[...begin, ask("say"), plain("logging/setLevel", { level: "error" }), ask("say"), ask("stepsSlowly")],
      ...[UNKNOWN, ask("say"), plain("logging/setLevel", { level: "debug" }), ask("say"), UNKNOWN, ask("say")],
    ],
    subscribes: [
      ...[...begin, plain("resources/subscribe", URI), ask("touch", URI), plain("resources/subscribe", URI)],
      ...[ask("touch", URI), ask("touch", { uri: "lane://bytes" }), UNKNOWN, ask("touch", URI)],
      ...[
        plain("resources/unsubscribe", URI),
        ask("touch", URI),
        plain("resources/unsubscribe", URI),
        ask("touch", URI),
      ],
    ],
    "hears of changes": [
      ...[initialize, ask("offer", { names: ["point"], offered: false }), plain("tools/list")],
      ...[initialized, ask("offer", { names: ["point"], offered: true }), plain("tools/list"), initialized],
      ...[UNKNOWN, ask("offer", { names: ["spare", "letter"], offered: true }), plain("prompts/list"), ask("spare")],
    ],
    "says who it is again": [
      ...[...begin, ask("who"), UNKNOWN, ask("who"), poor, ask("who"), UNKNOWN, ask("who"), ask("ask")],
      ...[newest, ask("who"), ask("content"), UNKNOWN, ask("ask"), answerQuestion("accepts"), plain("tools/list")],
    ],
    "reads page by page": [
      ...begin,
      ...["tools/list", "resources/list", "prompts/list", "resources/templates/list"].flatMap((method) => [
        ...[plain(method), nextPage(method), nextPage("tools/list"), nextPage(method)],
      ]),
    ],
    notifies: [
      ...begin,
      ...["initialized", "roots/list_changed", "progress", "cancelled", "unknown", "message"].map((name) =>
        notification(name),
      ),
      notification("progress", { progressToken: "x", progress: 1 }),
      ...[UNKNOWN, notification("roots/list_changed"), notification("unknown", { a: 1 }), plain("ping")],
    ],
    "sends batches": [
      ...[...begin, batch(plain("ping"), plain("tools/list"), initialized), batch(ask("steps"), ask("who"))],
      ...[batch(plain("ping"), UNKNOWN), batch(initialized, cancel("x")), batch(initialize, plain("ping"))],
      ...[batch(ask("ask"), plain("ping")), answerQuestion("accepts"), batch(withId("d", "hang"), plain("ping"))],
      ...[cancel("d"), batch(withId("e", "hang"), cancel("e")), batch(), batch(sent("wrong", {}), plain("ping"))],
    ],
  };
}

const get = (name: string, headers: Sent["headers"] = {}): Sent => ({
  ...{ name, text: "", method: "GET" },
  headers: { accept: "text/event-stream", "content-type": null, ...headers },
});

/** Conversations that only HTTP has. */
export function sessionConversations(revision: string): Conversations {
  const begin = opening(revision, CAPABILITIES);
  const remove: Sent = { name: "DELETE", text: "", method: "DELETE" };
  return {
    listens: [
      ...[...begin, get("listens"), ask("offer", { names: ["point"], offered: false }), get("listens twice")],
      ...[plain("resources/subscribe", URI), ask("touch", URI), ask("say"), plain("ping")],
      ...[get("accepts JSON", { accept: "application/json" }), get("accepts all", { accept: "*/*" })],
    ],
    resumes: [
      ...[...begin, get("listens"), ask("later"), ask("wait", { ms: 200 })],
      (answers) => get("resumes", { "last-event-id": lastEventId(answers.slice(0, -1)) }),
      (answers) => get("resumes again", { "last-event-id": lastEventId(answers) }),
      ...["none", "", "00000000-0000-0000-0000-000000000000/1"].map((id) =>
        get(`resumes ${id}`, { "last-event-id": id }),
      ),
    ],
    leaves: [
      ...begin,
      sent("hangs", request(tool("hang"), { id: "h" })),
      get("listens"),
      remove,
      plain("ping"),
      remove,
      get("listens"),
    ],
    "is somebody else": [
      ...[
        ...begin,
        ...["x", "", null].map((id) => sent(`session ${id}`, legacyRequest(ECHO), { "mcp-session-id": id })),
      ],
      ...[
        get("listens", { "mcp-session-id": null }),
        get("listens", { "mcp-session-id": "x" }),
        get("", { "mcp-protocol-version": "x" }),
      ],
      ...[
        { ...remove, headers: { "mcp-session-id": null } },
        { ...remove, headers: { "mcp-protocol-version": "1999-01-01" } },
      ],
    ],
    "is not asked without a stream": [
      ...begin,
      sent("takes JSON only", legacyRequest(tool("ask")), { accept: "application/json" }),
      ...[
        get("listens"),
        sent("takes JSON only", legacyRequest(tool("ask")), { accept: "application/json" }),
        answerQuestion("accepts"),
      ],
    ],
  };
}
