import { CALLS, type Call, ECHO, FIRST_CALLS, nameOf, request, tool } from "./calls.js";
import { CAPABILITIES, CLIENT_INFO, FULL_META, LEGACY, TOKENS, UNSPOKEN } from "./client-facts.js";
import { IDS, messageCorpus } from "./message-corpus.js";
import { type Headers, type Sent, sent } from "./sent.js";
import { variantsOf } from "./variants.js";

/** A request of a legacy client. */
export function legacyRequest(call: Call, meta?: unknown): object {
  return request(meta === undefined ? call : { ...call, params: { ...call.params, _meta: meta } });
}

const { [Object.keys(FULL_META)[0] as string]: _version, ...LEGACY_META } = FULL_META as Record<string, unknown>;
const TASKS = [{}, { ttl: 1 }, null, 7, "x"];

/** What clients of an older revision say after `initialize`, and what they may get wrong. */
export function legacyCorpus(revision: string): readonly Sent[] {
  const wholes = [
    ECHO,
    tool("steps"),
    tool("who"),
    ...["ping", "tools/list", "unknown"].map((method) => ({ method, params: {} })),
  ];
  return [
    ...CALLS.map((call) => sent(nameOf(call), legacyRequest(call))),
    ...CALLS.map((call) => sent(`with _meta, ${nameOf(call)}`, legacyRequest(call, { progressToken: "t", a: 1 }))),
    ...FIRST_CALLS.flatMap((call) =>
      variantsOf(call.params, 2).map(([name, params]) => sent(`${call.method}${name}`, request(call, { params }))),
    ),
    ...wholes.flatMap((call) => [
      ...variantsOf(LEGACY_META, 1).map(([name, meta]) =>
        sent(`${nameOf(call)}, _meta${name}`, legacyRequest(call, meta)),
      ),
      ...TOKENS.map((token) =>
        sent(`${nameOf(call)}, token ${JSON.stringify(token)}`, legacyRequest(call, { progressToken: token })),
      ),
    ]),
    ...TASKS.flatMap((task) =>
      [ECHO, tool("work"), { method: "tools/list" }].map((call) =>
        sent(
          `${call.method}, task ${JSON.stringify(task)}`,
          legacyRequest({ ...call, params: { ...call.params, task } }),
        ),
      ),
    ),
    ...variantsOf({ requestState: "x", inputResponses: { a: {} } }, 2).map(([name, answers]) =>
      sent(`who, answers${name}`, legacyRequest({ ...ECHO, params: { ...ECHO.params, ...(answers as object) } })),
    ),
    sent("listen", legacyRequest({ method: "subscriptions/listen", params: { notifications: {} } })),
    ...messageCorpus(ECHO.params ?? {}),
    ...headers(revision),
  ];
}

function headers(revision: string): readonly Sent[] {
  const asking = [ECHO, tool("steps"), tool("fail"), tool("ask"), { method: "unknown" }];
  const one = (call: Call, changed: Headers): Sent =>
    sent(`${nameOf(call)}, ${JSON.stringify(changed)}`, legacyRequest(call, { progressToken: 1 }), changed);
  const versions = [null, "", "x", ...LEGACY, "2026-07-28", "2099-01-01", [revision, revision], ` ${revision}`];
  return [
    ...versions.map((version) => one(ECHO, { "mcp-protocol-version": version })),
    ...[null, "*/*", "application/json", "text/event-stream", "text/html", "application/json;q=0"].flatMap((accept) =>
      asking.map((call) => one(call, { accept })),
    ),
    ...["mcp-method", "mcp-name"].flatMap((header) =>
      ["x", "echo", "tools/call", ""].map((value) => one(ECHO, { [header]: value })),
    ),
    ...[null, "", "x", "00000000-0000-0000-0000-000000000000"].map((id) => one(ECHO, { "mcp-session-id": id })),
    ...["text/plain", "application/json; charset=utf-8"].map((type) => one(ECHO, { "content-type": type })),
  ];
}

/** `initialize`, and what clients may get wrong in it. */
export function initializeCorpus(): readonly Sent[] {
  const good = { protocolVersion: "2025-11-25", capabilities: CAPABILITIES, clientInfo: CLIENT_INFO };
  const initialize = (name: string, params?: unknown, more: object = {}): Sent =>
    sent(`initialize${name}`, request({ method: "initialize" }, { params, ...more }));
  return [
    ...UNSPOKEN.map((protocolVersion) => initialize(` in ${protocolVersion}`, { ...good, protocolVersion })),
    ...variantsOf(good, 4).map(([name, params]) => initialize(name, params)),
    initialize(" without params"),
    ...TOKENS.map((progressToken) =>
      initialize(`, token ${progressToken}`, { ...good, _meta: { progressToken, a: 1 } }),
    ),
    ...TASKS.map((task) => initialize(`, task ${task}`, { ...good, task })),
    ...IDS.map((id) => initialize(`, id ${JSON.stringify(id).slice(0, 30)}`, good, { id })),
    sent("initialize as a notification", { jsonrpc: "2.0", method: "initialize", params: good }),
  ];
}

/** How a client of a revision begins. */
export function opening(revision: string, capabilities: object = {}): readonly Sent[] {
  const params = { protocolVersion: revision, capabilities, clientInfo: { name: "by-hand", version: "1" } };
  return [
    sent("initialize", { jsonrpc: "2.0", id: "opening", method: "initialize", params }),
    sent("initialized", { jsonrpc: "2.0", method: "notifications/initialized" }),
  ];
}
