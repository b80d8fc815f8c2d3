/** The method and params of a request. */
export interface Call {
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A call of a tool. */
export function tool(name: string, args: object = {}): Call {
  return { method: "tools/call", params: { name, arguments: args } };
}

const read = (uri: string): Call => ({ method: "resources/read", params: { uri } });
const getPrompt = (name: string, args?: object): Call => ({
  method: "prompts/get",
  params: { name, ...(args && { arguments: args }) },
});
const complete = (ref: object, name: string, value: string, context?: object): Call => ({
  method: "completion/complete",
  params: { ref, argument: { name, value }, ...(context && { context }) },
});

const NO_TASK = "0".repeat(32);

/** Requests of every method, to `test/fixtures/lane.ts`. What is wrong with some of them, a client may well get wrong. */
export const CALLS: readonly Call[] = [
  { method: "tools/list" },
  { method: "tools/list", params: {} },
  { method: "tools/list", params: { cursor: "nothing" } },
  { method: "prompts/list", params: {} },
  { method: "resources/list", params: {} },
  { method: "resources/templates/list", params: {} },
  tool("echo", { text: "hi", times: 2 }),
  tool("add", { a: 1, b: 2 }),
  tool("add", { a: 1 }),
  tool("add", { a: "1", b: 2, c: 3 }),
  ...["who", "nothing", "point", "word", "bytes", "content", "whole"].map((name) => tool(name)),
  tool("wait", { ms: 1 }),
  tool("nothing", { more: 1 }),
  tool("count", { to: 3 }),
  tool("countSlowly", { to: 3 }),
  ...["steps", "stepsSlowly", "say", "fail", "failLater", "refuse", "lie", "needLate", "hurry"].map((name) =>
    tool(name),
  ),
  ...["bigint", "cyclic", "throwing"].flatMap((how) => [tool("unwritable", { how }), tool("unwritableLater", { how })]),
  ...[4001, -32_602, -32_603, -32_601].flatMap((code) => [tool("code", { code }), tool("codeLater", { code })]),
  tool("loose", { count: "2", room: '{"zone":"a","near":"true"}', more: 1 }),
  tool("loose", { count: 2, place: { zone: "a" }, room: { zone: "b" }, toolCallId: "call_1" }),
  tool("loose", { count: "two", where: null }),
  tool("echo", { text: "hi", sessionId: "s", chatInput: "hi" }),
  tool("need", { region: "north" }),
  tool("look", { region: "north" }),
  tool("look", { region: "süd", count: 2 }),
  tool("look", { region: " padded " }),
  tool("look", {}),
  ...["ask", "askTwice", "askAll", "askUrl", "mustWork", "later"].map((name) => tool(name)),
  tool("work", { ms: 1 }),
  tool("touch", { uri: "lane://text" }),
  tool("offer", { names: ["point"], offered: false }),
  tool("point"),
  { method: "tools/list" },
  tool("offer", { names: ["point"], offered: true }),
  tool("offer", { names: ["missing"], offered: true }),
  ...["spare", "missing", "constructor", "__proto__", ""].map((name) => tool(name)),
  ...["lane://text", "lane://bytes", "lane://broken", "lane://asking", "lane://nowhere", "not a uri", ""].map(read),
  ...[
    "lane://items/1",
    "lane://items/a%20b",
    "lane://items/a%2Fb",
    "lane://items/..",
    "lane://items/none",
    "skill://refunds/SKILL.md",
  ].map(read),
  ...["lane://code/4001", "lane://code/-32602", "lane://code/-32600"].map(read),
  getPrompt("code_prompt", { code: "4001" }),
  getPrompt("letter", { topic: "rain", tone: "stern" }),
  getPrompt("letter", { topic: "rain", tone: "loud" }),
  ...["letter", "attached", "broken_prompt", "missing"].map((name) => getPrompt(name)),
  complete({ type: "ref/prompt", name: "letter" }, "topic", "ra", { arguments: { tone: "kind" } }),
  complete({ type: "ref/prompt", name: "letter" }, "tone", "k"),
  complete({ type: "ref/prompt", name: "letter" }, "topic", "fail"),
  complete({ type: "ref/prompt", name: "letter" }, "missing", ""),
  complete({ type: "ref/prompt", name: "missing" }, "topic", ""),
  complete({ type: "ref/resource", uri: "lane://items/{id}" }, "id", ""),
  complete({ type: "ref/resource", uri: "lane://nowhere" }, "id", ""),
  complete({ type: "ref/tool", name: "echo" }, "text", ""),
  { method: "tasks/get", params: { taskId: NO_TASK } },
  { method: "tasks/update", params: { taskId: NO_TASK, inputResponses: {} } },
  { method: "tasks/cancel", params: { taskId: NO_TASK } },
  { method: "tasks/list", params: {} },
  { method: "tasks/result", params: { taskId: NO_TASK } },
  { method: "skills/list", params: {} },
  { method: "skills/get", params: { uri: "skill://refunds/SKILL.md" } },
  { method: "skills/get", params: { uri: "skill://missing/SKILL.md" } },
  { method: "resources/directory/read", params: { uri: "skill://refunds" } },
  { method: "resources/directory/read", params: { uri: "skill://missing" } },
  { method: "server/discover", params: {} },
  { method: "ping" },
  { method: "ping", params: {} },
  { method: "logging/setLevel", params: { level: "info" } },
  { method: "logging/setLevel", params: { level: "debug" } },
  { method: "resources/subscribe", params: { uri: "lane://text" } },
  { method: "resources/unsubscribe", params: { uri: "lane://text" } },
  { method: "roots/list", params: {} },
  { method: "sampling/createMessage", params: { messages: [], maxTokens: 1 } },
  { method: "elicitation/create", params: { message: "?", requestedSchema: { type: "object", properties: {} } } },
  { method: "notifications/initialized" },
  { method: "notifications/cancelled", params: { requestId: 1 } },
  { method: "unknown/method", params: { a: 1 } },
  ...["constructor", "__proto__"].map((method) => ({ method, params: {} })),
  ...["toString", ""].map((method) => ({ method })),
];

/** One request of each method: the first one that has params. */
export const FIRST_CALLS: readonly Call[] = CALLS.filter(
  (call) => call.params !== undefined && call === CALLS.find(({ method, params }) => params && method === call.method),
);

/** An ordinary call. */
export const ECHO: Call = tool("echo", { text: "hi" });

/** What a call is called in the report of a difference. */
export function nameOf({ method, params }: Call): string {
  return `${method} ${JSON.stringify(params ?? {})}`;
}

let lastId = 0;

/** A request with an id of its own. */
export function request({ method, params }: Call, more: object = {}): object {
  return { jsonrpc: "2.0", id: ++lastId, method, ...(params && { params }), ...more };
}
