import { modernParams } from "../modern-message.js";
import { ECHO, request, tool } from "./calls.js";
import { KEY } from "./client-facts.js";
import { opening } from "./legacy-corpus.js";
import { modernRequest } from "./modern-corpus.js";
import { type Sent, sent } from "./sent.js";

const LIST = { method: "tools/list", params: {} };
const DISCOVER = { method: "server/discover", params: {} };
const version = (revision: unknown) => ({ [`${KEY}protocolVersion`]: revision });
const [initialize, initialized] = opening("2025-06-18", { elicitation: {} }) as [Sent, Sent];

/** What may be among the first messages on a connection, which decide for one era or the other. */
export const OPENERS: readonly Sent[] = [
  initialize,
  initialized,
  sent("initialize without params", request({ method: "initialize", params: {} })),
  sent(
    "initialize in 2026-07-28",
    request({
      method: "initialize",
      params: { protocolVersion: "2026-07-28", capabilities: {}, clientInfo: { name: "n", version: "1" } },
    }),
  ),
  sent("initialize with an envelope", modernRequest({ method: "initialize", params: {} })),
  sent("ping", request({ method: "ping" })),
  sent("list", request(LIST)),
  sent("who", request(tool("who"))),
  sent("unknown", request({ method: "unknown" })),
  sent("discover without envelope", request(DISCOVER)),
  sent("discover", modernRequest(DISCOVER)),
  sent("discover in 2099", modernRequest(DISCOVER, version("2099-01-01"))),
  sent("discover without capabilities", modernRequest(DISCOVER, { [`${KEY}clientCapabilities`]: undefined })),
  sent("modern list", modernRequest(LIST)),
  sent("modern who", modernRequest(tool("who"))),
  sent("modern list in 2099", modernRequest(LIST, version("2099-01-01"))),
  sent("modern list in 2025-11-25", modernRequest(LIST, version("2025-11-25"))),
  sent("modern list in 7", modernRequest(LIST, version(7))),
  sent("modern list with wrong capabilities", modernRequest(LIST, { [`${KEY}clientCapabilities`]: { roots: 7 } })),
  sent("modern unknown", modernRequest({ method: "unknown" })),
  sent(
    "modern listen",
    modernRequest({ method: "subscriptions/listen", params: { notifications: { toolsListChanged: true } } }),
  ),
  sent("listen without envelope", request({ method: "subscriptions/listen", params: { notifications: {} } })),
  sent("modern notification", {
    jsonrpc: "2.0",
    method: "notifications/cancelled",
    params: modernParams({ requestId: 1 }),
  }),
  sent("modern unknown notification", { jsonrpc: "2.0", method: "notifications/x", params: modernParams({}) }),
  sent("a response", { jsonrpc: "2.0", id: 1, result: {} }),
  sent("a batch", [request({ method: "ping" })]),
  sent("modern task call", modernRequest({ ...ECHO, params: { ...ECHO.params, task: {} } })),
  sent("no JSON", "{"),
];

/** What shows which era it is, and what the server knows of its client. */
export const PROBES: readonly Sent[] = [
  sent("probe who", request(tool("who"))),
  sent("probe modern who", modernRequest(tool("who"))),
  sent("probe offer", request(tool("offer", { names: ["point"], offered: false }))),
  initialize,
  initialized,
  sent("probe who", request(tool("who"))),
];
