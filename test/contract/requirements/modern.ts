import { expect } from "vitest";
import { CAPABILITIES, VERSION } from "../../support/modern-message.js";
import { MODERN } from "../../support/revisions.js";
import type { Message } from "../../support/wire-schemas.js";
import type { Group } from "../contract.js";

const SERVER_INFO = "io.modelcontextprotocol/serverInfo";
const LOG_LEVEL = "io.modelcontextprotocol/logLevel";

const CACHED = ["server/discover", "tools/list", "prompts/list", "resources/list", "resources/templates/list"];
const REMOVED = ["initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"];

export const modern: Group = {
  title: "2026-07-28",
  revisions: [MODERN],
  requirements: {
    "discover-first": {
      says: "answers `server/discover` before anything else: versions, capabilities, cache hints",
      async run({ open }) {
        expect((await (await open()).request("server/discover")).result).toMatchObject({
          resultType: "complete",
          supportedVersions: [MODERN],
          capabilities: { tools: {}, prompts: {}, resources: {} },
          ttlMs: expect.any(Number),
          cacheScope: expect.stringMatching(/^(public|private)$/),
        });
      },
    },

    "discover-again": {
      says: "answers a second `server/discover` in the same way",
      async run({ client }) {
        const { result } = await client.request("server/discover");
        expect(result).toEqual((await client.request("server/discover")).result);
      },
    },

    "discover-unsupported": {
      says: "answers `server/discover` in an unsupported version with -32022",
      async run({ open }) {
        const { error } = await (await open()).request("server/discover", {}, { [VERSION]: "v999" });
        expect(error).toMatchObject({ code: -32022, data: { supported: [MODERN], requested: "v999" } });
      },
    },

    "meta-required": {
      says: "answers a request without the required `_meta` with -32602",
      async run({ client }) {
        for (const params of [undefined, {}, { _meta: {} }, { _meta: { [VERSION]: MODERN } }]) {
          expect((await client.ask("tools/list", params)).error?.code).toBe(-32602);
        }
      },
    },

    "meta-opening": {
      says: "answers a first request with invalid `_meta` with -32602",
      async run({ open }) {
        const connection = await open();
        const { error } = await connection.ask("tools/list", { _meta: { [VERSION]: MODERN, [CAPABILITIES]: 3 } });
        expect(error?.code).toBe(-32602);
      },
    },

    "client-info-optional": {
      says: "does not require `clientInfo`",
      async run({ client }) {
        const _meta = { [VERSION]: MODERN, [CAPABILITIES]: {} };
        expect(await client.ask("tools/list", { _meta })).toHaveProperty("result");
      },
    },

    "version-unsupported": {
      says: "answers an unsupported version with -32022, with `supported`, and with `requested` as the client sent it",
      async run({ open }) {
        const { error } = await (await open()).request("tools/list", {}, { [VERSION]: "2099-01-01" });
        expect(error).toMatchObject({ code: -32022, data: { supported: [MODERN], requested: "2099-01-01" } });
      },
    },

    "removed-methods": {
      says: "answers `initialize`, `ping`, `logging/setLevel` and `resources/(un)subscribe` with -32601",
      async run({ client }) {
        for (const method of REMOVED) expect((await client.request(method)).error?.code).toBe(-32601);
      },
    },

    "late-initialize": {
      says: "answers a legacy `initialize` on a modern connection with the versions that it supports",
      async run({ client }) {
        const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "c", version: "1" } };
        const { error } = await client.ask("initialize", params);
        expect(error).toMatchObject({ code: -32022, data: { supported: [MODERN] } });
      },
    },

    "every-result": {
      says: "puts `resultType` and the name of the server into every result",
      async run({ client }) {
        for (const method of CACHED) {
          const { result } = await client.request(method);
          expect(result).toMatchObject({
            resultType: "complete",
            _meta: { [SERVER_INFO]: { name: expect.any(String) } },
          });
        }
        const { result } = await client.call("point");
        expect(result).toMatchObject({ resultType: "complete", _meta: { [SERVER_INFO]: {} } });
      },
    },

    "cache-hints": {
      says: "puts `ttlMs` and `cacheScope` into lists, contents and the result of `server/discover`",
      async run({ client }) {
        const read = await client.request("resources/read", { uri: "protocol://text" });
        const lists = await Promise.all(CACHED.map((method) => client.request(method)));
        for (const { result } of [read, ...lists]) {
          expect(result?.ttlMs).toBeGreaterThanOrEqual(0);
          expect(["public", "private"]).toContain(result?.cacheScope);
        }
      },
    },

    "no-requests": {
      says: "asks in results, never by requests; repeats unanswered questions; refuses a `requestState` that was changed",
      async run({ open }) {
        const client = await open({ capabilities: { elicitation: {} } });
        const { result } = await client.call("ask");
        expect(result).toMatchObject({ resultType: "input_required" });
        const [[key, question]] = Object.entries(result?.inputRequests as object) as [[string, object]];
        expect(question).toMatchObject({
          method: "elicitation/create",
          params: { mode: "form", requestedSchema: { properties: { name: { type: "string" } } } },
        });
        const inputResponses = { [key]: { action: "accept", content: { name: "Ada" } } };
        const retry = { name: "ask", arguments: {}, inputResponses, requestState: result?.requestState };
        const answered = await client.request("tools/call", retry);
        expect(answered.result).toMatchObject({ resultType: "complete", content: [{ text: "Hello Ada" }] });
        const elsewhere = { ...retry, inputResponses: { other: inputResponses[key] } };
        const again = await client.request("tools/call", elsewhere);
        expect(again.result).toMatchObject({ resultType: "input_required" });
        expect(again.result).not.toHaveProperty("ttlMs");
        const tampered = { ...retry, requestState: `${result?.requestState}-TAMPERED` };
        expect(await client.request("tools/call", tampered)).toHaveProperty("error");
        expect(client.messages().filter(({ id, method }) => method !== undefined && id !== undefined)).toEqual([]);
      },
    },

    "missing-capability": {
      says: "does not ask a client that cannot answer, and answers with -32021",
      async run({ client }) {
        const asked = await client.call("ask");
        expect(asked.error).toMatchObject({ code: -32021, data: { requiredCapabilities: { elicitation: {} } } });
        const called = await client.call("think");
        expect(called.error).toMatchObject({ code: -32021, data: { requiredCapabilities: { sampling: {} } } });
      },
    },

    "log-per-request": {
      says: "logs only for a request that names a level, at that level and above",
      async run({ client }) {
        const logsOf = async (meta: object) => {
          const before = client.told("notifications/message").length;
          await client.call("say", {}, meta);
          return client.told("notifications/message").slice(before);
        };
        const levels = (logs: Message[]) => logs.map(({ params }) => params?.level);
        expect(await logsOf({})).toEqual([]);
        expect(levels(await logsOf({ [LOG_LEVEL]: "warning" }))).toEqual(["warning", "error"]);
        expect(await logsOf({})).toEqual([]);
      },
    },

    "log-level-invalid": {
      says: "answers an unknown level with -32602",
      async run({ client }) {
        expect((await client.call("say", {}, { [LOG_LEVEL]: "loud" })).error?.code).toBe(-32602);
      },
    },

    "no-headers": {
      says: "does not require `Mcp-Param-*` headers",
      async run({ client }) {
        expect((await client.call("look", { region: "eu" })).result).toMatchObject({ content: [{ text: "eu" }] });
      },
    },
  },
};
