import { modernHeaders, modernParams } from "../modern-message.js";
import { CALLS, type Call, ECHO, FIRST_CALLS, nameOf, request, tool } from "./calls.js";
import { CAPABILITIES, FULL_META, KEY, TOKENS, UNSPOKEN } from "./client-facts.js";
import { messageCorpus } from "./message-corpus.js";
import { type Sent, sent } from "./sent.js";
import { variantsOf } from "./variants.js";

/** A request of a modern client. */
export function modernRequest({ method, params = {} }: Call, meta?: object): object {
  return request({ method, params: modernParams(params, meta) });
}

/** A client that can do everything. */
export const CAPABLE = { [`${KEY}clientCapabilities`]: CAPABILITIES };

const DISCOVER: Call = { method: "server/discover", params: {} };
const UNKNOWN: Call = { method: "unknown", params: {} };
const FILTERS = [
  ...[{}, { toolsListChanged: true }, { toolsListChanged: 7 }, { other: 1 }, null, undefined, 7, []],
  ...[{ resourceSubscriptions: ["lane://text"] }, { resourceSubscriptions: [7] }, { taskIds: ["x"] }, { taskIds: 7 }],
];
const LEVELS = [
  "debug",
  "info",
  "notice",
  "warning",
  "error",
  "critical",
  "alert",
  "emergency",
  "loud",
  "",
  null,
  7,
  {},
];
const ANSWERED = { inputResponses: { first: { action: "accept", content: { name: "x" } } }, requestState: "x" };

/** What modern clients say, and what they may get wrong. */
export function modernCorpus(): readonly Sent[] {
  return [
    ...CALLS.map((call) => sent(nameOf(call), modernRequest(call))),
    ...CALLS.map((call) =>
      sent(
        `capable, ${nameOf(call)}`,
        modernRequest(call, { ...CAPABLE, progressToken: "t", [`${KEY}logLevel`]: "debug" }),
      ),
    ),
    ...FIRST_CALLS.flatMap((call) =>
      variantsOf(call.params, 2).map(([name, params]) => sent(`${call.method}${name}`, withEnvelope(call, params))),
    ),
    ...FIRST_CALLS.map((call) => sent(`no envelope, ${call.method}`, request(call))),
    ...[ECHO, tool("who"), tool("say"), { method: "tools/list", params: {} }, DISCOVER, UNKNOWN].flatMap((call) =>
      variantsOf(FULL_META, call === ECHO ? 4 : 1).map(([name, _meta]) =>
        sent(`${nameOf(call)}, _meta${name}`, request(call, { params: { ...call.params, _meta } })),
      ),
    ),
    ...UNSPOKEN.flatMap((version) =>
      [ECHO, DISCOVER, { method: "initialize" }].map((call) =>
        sent(`${call.method} in ${version}`, modernRequest(call, { [`${KEY}protocolVersion`]: version })),
      ),
    ),
    ...TOKENS.flatMap((progressToken) =>
      ["steps", "echo", "stepsSlowly"].map((name) =>
        sent(`${name}, token ${JSON.stringify(progressToken)}`, modernRequest(tool(name), { progressToken })),
      ),
    ),
    ...LEVELS.map((level) => sent(`say at ${level}`, modernRequest(tool("say"), { [`${KEY}logLevel`]: level }))),
    ...["ask", "echo"].flatMap((name) =>
      variantsOf(ANSWERED, 3).map(([variant, answers]) =>
        sent(
          `${name}, answers${variant}`,
          modernRequest({ ...tool(name), params: { ...tool(name).params, ...(answers as object) } }, CAPABLE),
        ),
      ),
    ),
    ...[{}, { ttl: 1 }, null, 7].map((task) =>
      sent(`task ${JSON.stringify(task)}`, modernRequest({ ...ECHO, params: { ...ECHO.params, task } })),
    ),
    ...FILTERS.flatMap((notifications) => [
      sent(`listen ${JSON.stringify(notifications)}`, modernRequest(listen(notifications))),
      sent(`capable, listen ${JSON.stringify(notifications)}`, modernRequest(listen(notifications), CAPABLE)),
    ]),
    sent("listen without envelope", request(listen({}))),
    ...messageCorpus(modernParams(ECHO.params ?? {})),
  ];
}

function listen(notifications: unknown): Call {
  return { method: "subscriptions/listen", params: { notifications } };
}

/** Params of any type; only those that are an object have an envelope. */
function withEnvelope(call: Call, params: unknown): object {
  return typeof params === "object" && params !== null && !Array.isArray(params)
    ? modernRequest({ ...call, params: params as Record<string, unknown> })
    : request(call, { params });
}

/** The headers that a modern client sends with a text. */
export function modernHeadersOf(text: string): Record<string, string> {
  try {
    const message = JSON.parse(text);
    if (typeof message.method === "string") return { ...modernHeaders(message), ...paramHeadersOf(message.params) };
  } catch {
    // A text that is no message gets the headers of one.
  }
  return { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": "echo" };
}

/** The headers of the tools `look` and `need`. */
function paramHeadersOf(
  params: { readonly name?: unknown; readonly arguments?: unknown } | undefined,
): Record<string, string> {
  if (params?.name !== "look" && params?.name !== "need") return {};
  const { region, count } = (params.arguments ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...(region !== undefined && { "mcp-param-region": encode(region) }),
    ...(count !== undefined && { "mcp-param-count": encode(count) }),
  };
}

function encode(value: unknown): string {
  const text = String(value);
  return /^[!-~]*$/.test(text) ? text : `=?base64?${Buffer.from(text).toString("base64")}?=`;
}
