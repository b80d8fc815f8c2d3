import { type Call, ECHO, nameOf, tool } from "./calls.js";
import { KEY } from "./client-facts.js";
import { modernRequest } from "./modern-corpus.js";
import { type Sent, sent } from "./sent.js";

type Values = readonly (string | readonly string[] | null)[];

const base64 = (text: string): string => `=?base64?${Buffer.from(text).toString("base64")}?=`;

const CALLS: readonly Call[] = [
  ECHO,
  { method: "resources/read", params: { uri: "lane://items/ü" } },
  { method: "prompts/get", params: { name: base64("letter") } },
  ...["tools/list", "server/discover", "unknown"].map((method) => ({ method, params: {} })),
  { method: "subscriptions/listen", params: { notifications: {} } },
];

const VALUES: Values = [
  ...[null, "", " ", "x", "echo", " echo ", "ECHO", ["echo", "echo"], ["echo", "x"], "echo, echo", base64("echo")],
  ...["=?base64?%%?=", "=?BASE64?ZWNobw==?=", "=?base64?ZWNobw==", "tools/call", "TOOLS/CALL", " tools/call"],
  ...["2026-07-28", "2026-07-28 ", "2025-11-25", "2099-01-01", "lane://items/%C3%BC", base64("lane://items/ü")],
];

const ACCEPTS: Values = [
  ...[null, "", "*/*", "application/json", "text/event-stream", "application/*", "text/*", "text/html"],
  ...["application/json, text/event-stream", "APPLICATION/JSON", "application/json;q=0", "*/*;q=0"],
  ...["text/event-stream;q=0, application/json", ["application/json", "text/event-stream"]],
];

const TYPES: Values = [
  ...[null, "", "application/json; charset=utf-8", "Application/JSON", "text/plain", "application/json-rpc"],
  ["application/json", "application/json"],
];

const REGIONS: Values = [
  ...[null, "north", "north ", " north", "NORTH", "", base64("north"), base64("nörth"), "=?base64??="],
  ...[["north", "north"], "north, north"],
];

const COUNTS: Values = [null, "1", "1.0", "01", "1e0", "0x1", " 1", "2", "", base64("1")];

/** Requests of a modern client whose headers are unusual. */
export function headerCorpus(): readonly Sent[] {
  const look = tool("look", { region: "n", count: 1 });
  const noisy = ["steps", "stepsSlowly", "fail", "askAll", "need", "hurry"].map((name) => tool(name));
  const each = (call: Call, header: string, values: Values, others: Readonly<Record<string, string>> = {}): Sent[] =>
    values.map((value) =>
      sent(
        `${nameOf(call)}, ${header}: ${JSON.stringify(value)}`,
        modernRequest(call, { progressToken: 1, [`${KEY}logLevel`]: "debug" }),
        { ...others, [header]: value },
      ),
    );
  return [
    ...CALLS.flatMap((call) => [
      ...["mcp-protocol-version", "mcp-method", "mcp-name"].flatMap((header) => each(call, header, VALUES)),
      sent(`${call.method}, none`, modernRequest(call), {
        "mcp-protocol-version": null,
        "mcp-method": null,
        "mcp-name": null,
      }),
    ]),
    ...[...CALLS, ...noisy].flatMap((call) => each(call, "accept", ACCEPTS)),
    ...each(ECHO, "content-type", TYPES),
    ...each(ECHO, "content-encoding", ["gzip", "identity", ""]),
    ...["look", "need"].flatMap((name) => each(tool(name, { region: "north" }), "mcp-param-region", REGIONS)),
    ...each(look, "mcp-param-count", COUNTS, { "mcp-param-region": "n" }),
    ...each(ECHO, "mcp-param-region", REGIONS),
    ...each(ECHO, "mcp-session-id", ["x", "00000000-0000-0000-0000-000000000000", ""]),
    ...each(ECHO, "last-event-id", ["x"]),
    ...each(ECHO, "origin", ["https://evil.example.com", "http://localhost:1"]),
  ];
}
