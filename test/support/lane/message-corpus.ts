import { type Sent, sent } from "./sent.js";
import { type Variant, variantsOf } from "./variants.js";

/** Ids of every JSON type. */
export const IDS: readonly unknown[] = [
  ...[0, -1, 1.5, 1e3, 2 ** 53, -(2 ** 53), 1e300, Number.MAX_SAFE_INTEGER],
  ...["", "a", "0", "plainmcp:replayed", "ü\u2028", "x".repeat(5_000)],
  ...[null, true, false, [], [1], {}, { a: 1 }],
];

/** Methods that only make sense with an id, or without. */
const REQUESTS = ["tools/list", "server/discover", "subscriptions/listen", "initialize", "ping"];
const NOTIFICATIONS = ["initialized", "cancelled", "progress", "roots/list_changed", "unknown", "tasks/status"];

const TEXTS = ["", " ", "{", "null", "7", '"x"', "true", "[]", "{}", "[{}]", "[[]]", "undefined", "NaN", "{}}"];

/** Messages that are unusual as a whole, and texts that are no messages. @param params Of a call, in the client's era */
export function messageCorpus(params: object): readonly Sent[] {
  const good = { jsonrpc: "2.0", id: 1, method: "tools/call", params };
  const { id: _none, ...notification } = good;
  const text = JSON.stringify(good);
  return [
    ...variantsOf(good, 0).map(([name, message]) => sent(`message${name}`, message)),
    ...IDS.map((id) => sent(`id ${JSON.stringify(id).slice(0, 30)}`, { ...good, id })),
    sent("id twice", text.replace('"id":1', '"id":1,"id":2')),
    sent("id as 1.0", text.replace('"id":1', '"id":1.0')),
    sent("a huge id", text.replace('"id":1', '"id":12345678901234567890')),
    sent("a key __proto__", text.replace('"id":1', '"id":1,"__proto__":{"a":1}')),
    sent("a byte order mark", `\ufeff${text}`),
    sent("white space", ` \t${text} `),
    ...RESPONSES.map(([name, message]) => sent(name, message)),
    ...["result", "error"].map((member) =>
      sent(`a request with ${member}`, { ...good, [member]: { code: 1, message: "m" } }),
    ),
    ...["tools/call", ...REQUESTS].map((method) => sent(`${method} without id`, { ...notification, method })),
    ...NOTIFICATIONS.map((name) => `notifications/${name}`).flatMap((method) => [
      sent(method, { ...notification, method }),
      sent(`${method} without params`, { jsonrpc: "2.0", method }),
      sent(`${method} as a request`, { ...good, method }),
    ]),
    ...[{ requestId: 12345 }, { requestId: "x", reason: "r" }, { requestId: null }, {}].map((cancelled) =>
      sent(`cancels ${JSON.stringify(cancelled)}`, {
        ...notification,
        method: "notifications/cancelled",
        params: { ...params, ...cancelled },
      }),
    ),
    sent("a batch of one", [good]),
    sent("a batch of two", [good, { ...good, id: 2 }]),
    sent("a batch with mistakes", [good, 7, { ...good, id: 1 }, null]),
    sent("a batch of notifications", [notification]),
    ...TEXTS.map((broken) => sent(`the text ${broken}`, broken)),
  ];
}

const RESPONSES: readonly Variant[] = [
  ["a result", { jsonrpc: "2.0", id: 99, result: {} }],
  ["a result with a string id", { jsonrpc: "2.0", id: "x", result: { a: 1 } }],
  ["an error", { jsonrpc: "2.0", id: 99, error: { code: 1, message: "m" } }],
  ["an error without id", { jsonrpc: "2.0", error: { code: 1, message: "m" } }],
  ["a result and an error", { jsonrpc: "2.0", id: 9, result: {}, error: { code: 1, message: "m" } }],
  ["a result that is no object", { jsonrpc: "2.0", id: 9, result: 7 }],
  ["a result with a wrong _meta", { jsonrpc: "2.0", id: 9, result: { _meta: 7 } }],
];
