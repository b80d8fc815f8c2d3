import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CAPABILITIES, modernHeaders, modernParams, VERSION } from "./support/modern-message.js";
import { POST_HEADERS } from "./support/post.js";
import { MODERN } from "./support/revisions.js";
import { type HttpProcess, PLAINMCP, startHttp } from "./support/serve.js";
import { type Message, wireProblems } from "./support/wire-schemas.js";

/** A request as it goes over the wire, to be spoilt. */
interface Draft {
  method: string;
  headers: Record<string, string>;
  body: { method: string; params: { _meta: Record<string, unknown>; [name: string]: unknown } };
  text?: string;
}

/** What can be wrong with a request, in the order in which it is looked at, and what is answered. */
const FAULTS: readonly [fault: string, status: number, code: number | undefined, spoil: (draft: Draft) => unknown][] = [
  ["a foreign origin", 403, -32600, ({ headers }) => Object.assign(headers, { origin: "http://evil.example.com" })],
  ["a method of HTTP that is none here", 405, -32600, (draft) => Object.assign(draft, { method: "PUT" })],
  ["a body of another type", 415, -32600, ({ headers }) => Object.assign(headers, { "content-type": "text/plain" })],
  ["a body that is no JSON", 400, -32700, (draft) => Object.assign(draft, { text: "{" })],
  ["a body that is no message", 400, -32600, (draft) => Object.assign(draft, { text: '{"jsonrpc":"2.0"}' })],
  ["an incomplete envelope", 400, -32602, ({ body }) => delete body.params._meta[CAPABILITIES]],
  [
    "another version in the header",
    400,
    -32020,
    ({ headers }) => Object.assign(headers, { "mcp-protocol-version": "v1" }),
  ],
  [
    "a version that is not spoken",
    400,
    -32022,
    ({ headers, body }) => {
      Object.assign(headers, { "mcp-protocol-version": "v999" });
      Object.assign(body.params._meta, { [VERSION]: "v999" });
    },
  ],
  ["no Mcp-Method", 400, -32020, ({ headers }) => delete headers["mcp-method"]],
  [
    "an unknown method",
    404,
    -32601,
    ({ headers, body }) => {
      Object.assign(headers, { "mcp-method": "no/such/method" });
      Object.assign(body, { method: "no/such/method" });
    },
  ],
  ["another Mcp-Param-Region", 400, -32020, ({ headers }) => Object.assign(headers, { "mcp-param-region": "us" })],
  [
    "a missing capability",
    400,
    -32021,
    ({ headers, body }) => {
      Object.assign(headers, { "mcp-name": "needy" });
      Object.assign(body.params, { name: "needy" });
    },
  ],
  [
    "invalid arguments",
    200,
    undefined,
    ({ body }) => Object.assign(body.params, { arguments: { region: "eu", more: 1 } }),
  ],
];

let server: HttpProcess;
beforeAll(async () => {
  server = await startHttp([PLAINMCP, "serve", "test/fixtures/protocol.ts", "--http", "--port", "0"]);
});
afterAll(() => server.stop());

it("answers a call in which nothing is wrong", async () => {
  expect(await send(draftWith([]))).toMatchObject({ status: 200, answer: { result: { content: [{ text: "eu" }] } } });
});

it.each(FAULTS.map(([fault, status], index) => ({ fault, status, index })))(
  "answers $status for $fault",
  async ({ index }) => expectAnswer(await send(draftWith([index])), index),
);

it.each(FAULTS.slice(0, -1).map(([fault], index) => ({ fault, next: FAULTS[index + 1]?.[0], index })))(
  "tells of $fault before $next",
  async ({ index }) => expectAnswer(await send(draftWith([index, index + 1])), index),
);

function expectAnswer({ status, answer }: Awaited<ReturnType<typeof send>>, fault: number): void {
  const [, expected, code] = FAULTS[fault] as (typeof FAULTS)[number];
  expect(status).toBe(expected);
  // Wrong arguments are for the model to mend.
  expect(answer).toMatchObject(code === undefined ? { result: { isError: true } } : { error: { code } });
  expect(wireProblems(MODERN, answer, "tools/call")).toEqual([]);
}

/** A call with these faults; where two of them are about the same, it has the first. */
function draftWith(faults: readonly number[]): Draft {
  const body = { method: "tools/call", params: modernParams({ name: "look", arguments: { region: "eu" } }) };
  const headers = { ...POST_HEADERS, ...modernHeaders(body), "mcp-param-region": "eu" };
  const draft: Draft = { method: "POST", headers, body };
  for (const fault of [...faults].reverse()) FAULTS[fault]?.[3](draft);
  return draft;
}

/** Not by `fetch`, which sends no foreign origin. */
function send({ method, headers, body, text }: Draft): Promise<{ status: number | undefined; answer: Message }> {
  return new Promise((resolve, reject) => {
    const sent = request(server.url, { method, headers }, async (response) => {
      let received = "";
      for await (const chunk of response.setEncoding("utf8")) received += chunk;
      resolve({ status: response.statusCode, answer: JSON.parse(received) });
    });
    sent.on("error", reject).end(text ?? JSON.stringify({ jsonrpc: "2.0", id: 1, ...body }));
  });
}
